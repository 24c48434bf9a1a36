"""A document as its reader saw it: pages of lines, each with its place and its style.

A reader says what a line looks like; the passes decide what it means and know no file format.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from functools import cached_property


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One line of one column of a page.

    Two columns that share a printed line (body and margin, two signatories) are two Lines of one ``row``.
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
    level: int = 0
    """Level of the heading that the source marks it as; 0 for none."""
    margin: bool = False
    """It stands in the narrow column beside the body."""
    cells: tuple[tuple[int, int], ...] = ()
    """Stretches of ``text`` that are the cells of a table row, where the source shows them."""

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


@dataclasses.dataclass(frozen=True)
class Source:
    """The text of a document and how it looked.

    Attributes:
        text: What every span of the parsed letter points into.
        media_type: What the document was, as an IANA media type: ``text/plain``.
        pages: Its pages of lines.
    """

    text: str
    media_type: str = "text/plain"

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages, read when first asked for."""
        from kamerbrief.readers.plain import pages_of

        return pages_of(self.text)
