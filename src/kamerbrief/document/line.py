"""A line as its reader saw it: its text, where it stands, how it looks, what the source says of it."""

from __future__ import annotations

import dataclasses
from typing import Literal, NamedTuple

Part = Literal["paragraph", "heading", "item", "quote", "row", "figure", "note", "head", "ending"]
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
    annex: bool = False
    """It stands in an annex, behind the letter."""

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
    links: tuple[tuple[int, int, str], ...] = ()
    """Stretches of ``text`` that lead to an address on the web, each with that address."""


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
