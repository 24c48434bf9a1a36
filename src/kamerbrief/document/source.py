"""A document as its reader saw it: its text, and pages of lines with their place and style."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from kamerbrief.document.geometry import Box, Placed, boxes_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.line import Page
    from kamerbrief.model.base import Span
    from kamerbrief.model.origin import Origin


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself."""

    page_count: int | None
    """None where the document has no pages of its own."""
    tagged: bool
    """It has a structure tree (ISO 32000-1, 14.7), which says what is a heading or a note."""
    producer: str | None
    title: str | None
    pages_without_text: tuple[int, ...] = ()
    """Pages that show something but have no text layer: pictures of a scanner."""
    damaged_pages: tuple[int, ...] = ()
    """Pages that could not be read at all."""
    garbled_pages: tuple[int, ...] = ()
    """Pages with text in a font that does not tell its characters, or tells wrong ones."""
    left_out: tuple[str, ...] = ()
    """What is in the file and was not read as text: ``comments-left-out``, ``hidden-text``,
    ``tracked-changes``; each is the code of a diagnostic."""


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """The text of a document and how it looked, as :func:`kamerbrief.load` gives it.

    Attributes:
        text: What every span of the parsed letter points into.
        media_type: What the document was, as an IANA media type: ``text/plain``.
        metadata: What the file says of itself; None for a text.
        pages: Its pages of lines. A Source made by hand of a text alone has none; :func:`kamerbrief.parse` reads it.
        placed: Where its words stand on the pages, in the order of the text; none for a text.
        origin: The document that it was loaded from; None for one made by hand.
        data: The bytes of a document that shows places on its pages, from which these can be drawn; None of others.
            Two sources are equal without regard to it.
    """

    text: str
    media_type: str = "text/plain"
    metadata: Metadata | None = None
    pages: tuple[Page, ...] = dataclasses.field(default=(), repr=False, hash=False)
    placed: Sequence[Placed] = dataclasses.field(default=(), repr=False, hash=False)
    origin: Origin | None = dataclasses.field(default=None, repr=False)
    data: bytes | None = dataclasses.field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        name = self.origin.name if self.origin else None
        pages = self.page_count
        told = [repr(name) if name else "", self.media_type, f"{pages} page{'s' * (pages != 1)}" if pages else ""]
        return f"Source({', '.join([*filter(None, told), f'{len(self.text)} characters'])})"

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where a stretch of the text stands on its pages, a box for each line of print.

        Args:
            span: A stretch of :attr:`text`, as each part of a letter has.

        Returns:
            The boxes in reading order; none for a text, which has no place on a page.
        """
        if not self.placed or span.start >= span.end:
            return ()
        return boxes_between(span.start, span.end, self.placed, self.pages)

    def page_starts(self) -> tuple[tuple[int, int], ...]:
        """Where each page of the text begins: (offset, number of the page), ascending; none if it has no pages.

        A document that shows places says so itself; the pages of a text end with form feeds.
        """
        if self.placed:
            return tuple((page.lines[0].start, page.number) for page in self.pages if page.lines)
        if "\f" not in self.text:
            return ()
        begins = itertools.accumulate(len(page) + 1 for page in self.text.split("\f")[:-1])
        return ((0, 1), *((begin, number) for number, begin in enumerate(begins, start=2)))

    @property
    def page_count(self) -> int | None:
        """How many pages the document has; None if it has none."""
        if self.metadata is not None:
            return self.metadata.page_count
        pages = self.page_starts()
        ended = len(self.text.rstrip(" \t\r\n\f"))
        return max(sum(begin <= ended for begin, _ in pages), 1) if pages else None
