"""A document as its reader saw it: pages of lines, each with its place and its style.

A reader says what a line looks like; the passes decide what it means and know no file format.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.base import Span

Part = Literal["paragraph", "heading", "item", "note", "row"]
"""What a source with a structure of its own marks a line as; it may err."""


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One line of one column of a page.

    Two columns that share a printed line (label and value, two signatories) are two Lines of one ``row``. So are body
    and margin of a text; those of a page that shows the places of its words are numbered one after the other.
    """

    text: str
    """As shown: marks of emphasis taken off, no blanks at the ends."""
    start: int
    """Offset of the first character in the source text; marks of emphasis before it are included."""
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
    level: int = 0
    """Level of the heading that the source marks it as; 0 for none."""
    margin: bool = False
    """It stands in the narrow column beside the body."""
    cells: tuple[tuple[int, int], ...] = ()
    """Stretches of ``text`` that are the cells of a table row, where the source shows them."""
    size: float = 0.0
    """How large its print is beside most of the text; 0 where the source does not show it."""
    right: float = 0.0
    """How far from the left edge it ends, in the same unit as ``column``; 0 where the source does not show it."""
    part: Part | None = None
    """What the source marks it as."""
    block: int = 0
    """Which of the source's own blocks it belongs to; 0 where the source marks none."""
    hidden: bool = False
    """It is in the file but not to be read on the page: white, outside the page, turned."""

    def source_offset(self, position: int) -> int:
        """The source offset of the character at ``position`` of ``text``."""
        index = bisect_right(self.offsets, (position, 1 << 62)) - 1
        at, offset = self.offsets[max(index, 0)]
        return offset + position - at


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order."""

    number: int
    lines: tuple[Line, ...]
    width: float = 0.0
    """In points, as the page is shown; 0 for a text."""
    height: float = 0.0
    turned: int = 0
    """By how many quarter turns clockwise it is read, if its text runs up or down as it is shown."""


@dataclasses.dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the upper left corner of the page as it is shown.

    PDF itself counts from the lower left corner: there ``y`` is the height of the page minus ``bottom``.
    """

    page: int
    """From 1."""
    left: float
    top: float
    right: float
    bottom: float

    def is_left_of(self, other: Box) -> bool:
        """Whether the two stand on one line of print, the other one further right."""
        middle = (other.top + other.bottom) / 2
        return self.page == other.page and self.top <= middle <= self.bottom and other.left >= self.left

    def turned_back(self, page: Page) -> Box:
        """The box on its page as that is shown, of the box on the page as it is read."""
        match page.turned:
            case 1:
                return Box(self.page, self.top, page.height - self.right, self.bottom, page.height - self.left)
            case 2:
                across, down = page.width - self.right, page.height - self.bottom
                return Box(self.page, across, down, page.width - self.left, page.height - self.top)
            case 3:
                return Box(self.page, page.width - self.bottom, self.left, page.width - self.top, self.right)
            case _:
                return self

    def joined(self, other: Box) -> Box:
        """The smallest box that holds both, of one page."""
        return Box(
            self.page,
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Placed(NamedTuple):
    """Characters of the text that stand beside each other on a page, with their box on the page as it is read."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float

    def part(self, start: int, end: int) -> Box:
        """The box of those characters that lie between the offsets; all are taken for equally wide."""
        width = (self.right - self.left) / (self.end - self.start)
        left = self.left + max(start - self.start, 0) * width
        right = self.right - max(self.end - end, 0) * width
        return Box(self.page, left, self.top, right, self.bottom)


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document that shows where its words stand."""

    pages: tuple[Page, ...]
    placed: Sequence[Placed]
    """Its words in the order of the text."""

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """A box for each line of print between two offsets."""
        boxes: list[Box] = []
        first = bisect_right(self.placed, start, key=lambda placed: placed.end)
        last = bisect_left(self.placed, end, key=lambda placed: placed.start)
        for placed in self.placed[first:last]:
            box = placed.part(start, end)
            if boxes and boxes[-1].is_left_of(box):
                boxes[-1] = boxes[-1].joined(box)
            else:
                boxes.append(box)
        pages = {page.number: page for page in self.pages}
        return tuple(box.turned_back(pages[box.page]) for box in boxes)


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself."""

    page_count: int
    tagged: bool
    """It has a structure tree (ISO 32000-1, 14.7), which says what is a heading or a note."""
    producer: str | None
    title: str | None
    pages_without_text: tuple[int, ...] = ()
    """Pages that show something but have no text layer: pictures of a scanner."""
    damaged_pages: tuple[int, ...] = ()
    """Pages that could not be read at all."""


@dataclasses.dataclass(frozen=True)
class Source:
    """The text of a document and how it looked.

    Attributes:
        text: What every span of the parsed letter points into.
        media_type: What the document was, as an IANA media type: ``text/plain``.
        metadata: What the file says of itself; None for a text.
        layout: Where its words stand, if it shows that; None for a text. Its offsets are those of ``text``.
        pages: Its pages of lines.
    """

    text: str
    media_type: str = "text/plain"
    metadata: Metadata | None = None
    layout: Layout | None = dataclasses.field(default=None, repr=False)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages, read when first asked for."""
        from kamerbrief.readers.plain import pages_of

        return self.layout.pages if self.layout else pages_of(self.text)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where a stretch of the text stands on its pages, a box for each line of print.

        Args:
            span: A stretch of :attr:`text`, as each part of a letter has.

        Returns:
            The boxes in reading order; none for a text, which has no place on a page.
        """
        return self.layout.boxes(span.start, span.end) if self.layout and span.start < span.end else ()
