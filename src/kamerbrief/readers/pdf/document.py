"""A PDF is opened, its pages are read one by one, and it is closed again, whatever happens."""

from __future__ import annotations

import ctypes
import dataclasses
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.glyphs import Word, read_words
from kamerbrief.readers.pdf.tags import Tag, read_tags
from kamerbrief.source import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.place import Place

_ONE_AT_A_TIME = threading.Lock()
"""PDFium keeps state that threads would share."""
_REASONS: Final = {
    pdfium.FPDF_ERR_PASSWORD: "a PDF under a password; save it without one first",
    pdfium.FPDF_ERR_SECURITY: "a PDF under a protection that cannot be opened; save it without first",
}
_MOST_CHARACTERS: Final = 200_000
"""A page of print has 4,000; what has more than this is no page of a letter."""
_MOST_OBJECTS: Final = 400_000


class DamagedError(ValueError):
    """A PDF that cannot be read; its message says why and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class PdfPage:
    """The words of a page, in the order in which it draws them."""

    number: int
    place: Place
    words: list[Word]
    tags: dict[int, Tag]
    """What the structure tree says of each marked content."""


@dataclasses.dataclass(frozen=True, slots=True)
class PdfDocument:
    """The pages of a PDF that hold words, and what it says of itself."""

    pages: list[PdfPage]
    metadata: Metadata


def read_document(data: bytes) -> PdfDocument:
    """Read all pages of a PDF.

    Raises:
        DamagedError: It cannot be opened, has no pages, or no page has text.
    """
    with _ONE_AT_A_TIME, _opened(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count <= 0:
            raise DamagedError("a PDF without pages")
        pages: list[PdfPage] = []
        pictures: list[int] = []
        for number in range(1, count + 1):
            page, shows = _read_page(document, number)
            if page is not None and page.words:
                pages.append(page)
            elif shows:
                pictures.append(number)
        metadata = Metadata(
            page_count=count,
            tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
            producer=_info(document, b"Producer"),
            title=_info(document, b"Title"),
            pages_without_text=tuple(pictures),
        )
    if not pages:
        if pictures:
            shown = "1 page" if count == 1 else f"{count} pages"
            raise DamagedError(f"a scan without a text layer ({shown}); recognise its text first (OCR)")
        raise DamagedError("a PDF without text: its pages are empty")
    return PdfDocument(pages, metadata)


@contextmanager
def _opened(data: bytes) -> Iterator[Handle]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        reason = _REASONS.get(pdfium.FPDF_GetLastError(), "a damaged or incomplete PDF; fetch it again")
        raise DamagedError(reason)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _read_page(document: Handle, number: int) -> tuple[PdfPage | None, bool]:
    """A page, None if it is damaged, and whether it shows anything."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return None, False
    try:
        objects = pdfium.FPDFPage_CountObjects(page)
        if objects > _MOST_OBJECTS:
            raise DamagedError(f"page {number} holds {objects:,} objects, more than a page of a letter can")
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return None, objects > 0
        try:
            characters = pdfium.FPDFText_CountChars(text_page)
            if characters > _MOST_CHARACTERS:
                raise DamagedError(f"page {number} holds {characters:,} characters, more than a page of a letter can")
            words, place = read_words(page, text_page)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        return PdfPage(number, place, words, read_tags(page)), objects > 0
    finally:
        pdfium.FPDF_ClosePage(page)


def _info(document: Handle, key: bytes) -> str | None:
    """An entry of the information dictionary."""
    length = pdfium.FPDF_GetMetaText(document, key, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDF_GetMetaText(document, key, buffer, length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace").strip() or None
