"""Web pages: ``tree`` reads the markup, ``page`` writes down what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kamerbrief.readers.html.page import page_of
from kamerbrief.readers.html.tree import parse_page

if TYPE_CHECKING:
    from kamerbrief.document.source import Source

MEDIA_TYPE: Final = "text/html"


def read_page(data: bytes) -> Source:
    """A web page as it is read, without what surrounds its text.

    Raises:
        MarkupError: It cannot be read; the message says what to do.
    """
    return page_of(parse_page(data)).writer.source(MEDIA_TYPE)
