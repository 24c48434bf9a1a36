"""A line as its reader saw it: its text, where it stands, how it looks, what the source says of it."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Literal, NamedTuple

from kamerbrief.document.text import source_offset

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

Part = Literal["paragraph", "heading", "item", "quote", "row", "figure", "note"]
Certainty = Literal["none", "hinted", "exact"]
"""How far a hint can be trusted: nothing is said, the writer may err (tagged PDF, Markdown), the format states it."""


class Hint(NamedTuple):
    """What a source with a structure of its own says that a line is."""

    certainty: Certainty = "none"
    part: Part | None = None
    block: int = 0
    """Which of the source's own blocks it belongs to; 0 where the source marks none."""
    level: int = 0
    """Of a heading; 0 where the source does not say."""
    depth: int = 0
    """Of an item; 0 where the source does not say."""

    @property
    def is_exact(self) -> bool:
        """Whether the format states it, so that no guess overrules it."""
        return self.certainty == "exact"

    @property
    def stated(self) -> Part | None:
        """What the format states that the line is; None where that is left to tell."""
        return self.part if self.certainty == "exact" else None


NO_HINT = Hint()


class Line(NamedTuple):
    """One line of one column of a page.

    Two columns that share a printed line (label and value, two signatories) are two Lines of one ``row``. So are body
    and margin of a text; those of a page that shows the places of its words are numbered one after the other.
    """

    text: str
    """As shown: marks of emphasis taken off, no blanks at the ends."""
    start: int
    """Offset of the first character in the source text; marks of emphasis before it are included.

    It is what a line is known by: no two lines of a document have the same, and a piece of a line has its own.
    """
    end: int
    page: int
    """From 1."""
    row: int
    """Number of the printed line in the document; blank lines count."""
    column: int
    """How far from the left edge it begins, in characters."""
    gap: int
    """Blank rows above it on its page, in its own column."""
    offsets: tuple[tuple[int, int], ...]
    """Where runs of ``text`` begin: (position in ``text``, offset in the source), ascending."""
    raised: tuple[tuple[int, int], ...] = ()
    """Stretches of ``text`` that stand raised, as a note call does."""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    margin: bool = False
    """It stands in the narrow column beside the body."""
    cells: tuple[tuple[int, int], ...] = ()
    """Stretches of ``text`` that are the cells of a table row, where the source shows them."""
    size: float = 0.0
    """How large its print is beside most of the text; 0 where the source does not show it."""
    right: float = 0.0
    """How far from the left edge it ends, in the same unit as ``column``; 0 where the source does not show it."""
    hidden: bool = False
    """It is in the file but not to be read on the page: white, outside the page, turned."""
    hint: Hint = NO_HINT
    calls: tuple[tuple[int, int, int], ...] = ()
    """Stretches of ``text`` that the source states to call a note, each with the block of that note."""

    def source_offset(self, position: int) -> int:
        """The source offset of the character at ``position`` of ``text``."""
        return source_offset(self.offsets, position)

    def split(self, *places: int) -> list[Self]:
        """The line cut at these positions of its text; no piece is blank.

        What stands between two pieces in the source, blanks and marks of emphasis, goes with the first of them.
        """
        return self._pieces(list(itertools.pairwise((0, *places, len(self.text)))))

    def split_cells(self) -> list[Self]:
        """The cells of a table row that are not empty, as lines beside each other; a bar goes with the cell before."""
        return self._pieces(self.cells)

    def _pieces(self, stretches: Sequence[tuple[int, int]]) -> list[Self]:
        trimmed = [stretch for stretch in itertools.starmap(self._trimmed, stretches) if stretch[0] < stretch[1]]
        pieces = [self._piece(begin, end, first=number == 0) for number, (begin, end) in enumerate(trimmed)]
        for number, (begin, _) in enumerate(trimmed[1:]):
            plain = len(self.offsets) == 1 and not self.text[trimmed[number][1] : begin].strip()
            if not plain:
                pieces[number] = pieces[number]._replace(end=pieces[number + 1].start)
        if pieces:
            pieces[-1] = pieces[-1]._replace(end=self.end)
        return pieces

    def _trimmed(self, begin: int, end: int) -> tuple[int, int]:
        """A stretch of the text without the blanks at its ends."""
        while begin < end and self.text[begin].isspace():
            begin += 1
        while end > begin and self.text[end - 1].isspace():
            end -= 1
        return begin, end

    def _piece(self, begin: int, end: int, *, first: bool) -> Self:
        """The line from one position of its text to another."""
        offset = self.source_offset(begin)
        runs = tuple((at - begin, place) for at, place in self.offsets if begin < at < end)
        return self._replace(
            text=self.text[begin:end],
            start=self.start if first else offset,
            end=self.source_offset(end - 1) + 1,
            gap=self.gap if first else 0,
            offsets=((0, offset), *runs),
            raised=tuple((a - begin, b - begin) for a, b in self.raised if begin <= a and b <= end),
            calls=tuple((a - begin, b - begin, note) for a, b, note in self.calls if begin <= a and b <= end),
            cells=(),
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order."""

    number: int
    lines: tuple[Line, ...]
    width: float = 0.0
    """In points, as the page is shown; 0 for a text."""
    height: float = 0.0
    rotation: int = 0
    """By how many quarter turns clockwise it is read, if its text runs up or down as it is shown."""
