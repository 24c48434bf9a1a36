"""A PDF is opened, its pages are read one by one, and it is closed again, whatever happens."""

from __future__ import annotations

import dataclasses
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument as OpenFile
from pypdfium2 import PdfiumError
from pypdfium2 import PdfPage as ShownPage

from kamerbrief.document.source import Metadata
from kamerbrief.readers.pdf.characters import count_characters
from kamerbrief.readers.pdf.fields import load_page
from kamerbrief.readers.pdf.garbled import garbled_characters
from kamerbrief.readers.pdf.glyphs import read_words
from kamerbrief.readers.pdf.guard import why_not
from kamerbrief.readers.pdf.handles import by_address
from kamerbrief.readers.pdf.layers import may_have_layers
from kamerbrief.readers.pdf.links import read_links
from kamerbrief.readers.pdf.paint import Rules, count_objects, is_picture, read_rules
from kamerbrief.readers.pdf.recognised import repeated_words
from kamerbrief.readers.pdf.stretches import hide
from kamerbrief.readers.pdf.tags import Tags, read_tags
from kamerbrief.readers.pdf.watermark import Watermarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2.raw import FPDF_DOCUMENT

    from kamerbrief.readers.pdf.links import Link
    from kamerbrief.readers.pdf.place import Place
    from kamerbrief.readers.pdf.stretches import Stretch


class _Turn:
    """PDFium keeps state that threads would share: one of them reads at a time."""

    def __init__(self) -> None:
        self.renew()
        if hasattr(os, "register_at_fork"):
            # A process that forks while a thread of it reads leaves a taken lock behind, and nobody who would free it.
            os.register_at_fork(after_in_child=self.renew)

    def renew(self) -> None:
        self.lock = threading.Lock()


_TURN: Final = _Turn()
_close_page: Final = by_address(pdfium.FPDF_ClosePage)
_load_text: Final = by_address(pdfium.FPDFText_LoadPage)
_close_text: Final = by_address(pdfium.FPDFText_ClosePage)

_REASONS: Final = {
    pdfium.FPDF_ERR_PASSWORD: "a PDF under a password; save it without one first",
    pdfium.FPDF_ERR_SECURITY: "a PDF under a protection that cannot be opened; save it without first",
}
_RECOGNISE: Final = "recognise its text first, for example with ocrmypdf -l nld SCAN.pdf OUT.pdf"
_RECOGNISE_ANEW: Final = "recognise its text anew, for example with ocrmypdf --force-ocr -l nld PDF OUT.pdf"
_PORTFOLIO: Final = b"/Collection"
"""The entry of the catalogue that makes a PDF a folder of files (ISO 32000-1, 7.11.6)."""
_FEW_WORDS: Final = 150
"""The page of a form that the program must fill in says no more than that it cannot."""
_MOST_CHARACTERS: Final = 200_000
"""A page of print has 4,000; what has more than this is no page of a letter."""
_MOST_OBJECTS: Final = 400_000


class PdfError(ValueError):
    """A PDF that cannot be read; its message says why and what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class PdfPage:
    """A page, with its words."""

    number: int
    place: Place
    words: Sequence[Stretch]
    """In the order in which it draws them."""
    tags: Tags
    rules: Rules
    picture: bool
    """It has no words but shows something."""
    links: Sequence[Link] = ()


class PdfDocument:
    """An open PDF."""

    def __init__(self, file: OpenFile, *, layered: bool) -> None:
        self._file = file
        self._layered = layered
        self._pictures: list[int] = []
        self._damaged: list[int] = []
        self._garbled: list[int] = []
        self.page_count = len(file)

    def pages(self) -> Iterator[PdfPage]:
        """Its pages that hold words, one after another.

        Raises:
            PdfError: It has no pages, no page has text, its fonts tell the letters of no page, or a page has
                more than a page can have.
        """
        if self.page_count <= 0:
            raise PdfError("a PDF without pages")
        found = readable = 0
        watermarks = Watermarks()
        for number in range(1, self.page_count + 1):
            page = _read_page(self._file.raw, number, watermarks, layered=self._layered)
            if page is None:
                self._damaged.append(number)
            elif page.words:
                found += sum(map(len, page.words))
                garbled, whole = garbled_characters(page.words)
                readable += 2 * garbled <= whole
                if garbled:
                    self._garbled.append(number)
                yield page
            elif page.picture:
                self._pictures.append(number)
        if not found:
            raise PdfError(self._without_text())
        if not readable:
            raise PdfError(f"a PDF whose fonts do not tell its letters; {_RECOGNISE_ANEW}")
        if found < _FEW_WORDS and pdfium.FPDF_GetFormType(self._file.raw) == pdfium.FORMTYPE_XFA_FULL:
            raise PdfError("an XFA form, which Adobe Reader alone can show; open it there and print it to a PDF first")

    def shown_pages(self) -> Iterator[tuple[int, ShownPage]]:
        """Its pages as pypdfium2 draws them, with their numbers; a damaged one is left out."""
        for number in range(1, self.page_count + 1):
            try:
                page = self._file[number - 1]
            except PdfiumError:
                continue
            yield number, page
            page.close()

    def _without_text(self) -> str:
        """Why it holds no text."""
        if self._pictures:
            count = "1 page" if self.page_count == 1 else f"{self.page_count} pages"
            return f"a scan without a text layer ({count}); {_RECOGNISE}"
        return "a damaged PDF; fetch it again" if self._damaged else "a PDF without text: its pages are empty"

    def metadata(self) -> Metadata:
        """What it says of itself; to be asked for after its pages were read."""
        return Metadata(
            page_count=self.page_count,
            tagged=self._file.is_tagged(),
            producer=self._file.get_metadata_value("Producer").strip() or None,
            title=self._file.get_metadata_value("Title").strip() or None,
            pages_without_text=tuple(self._pictures),
            damaged_pages=tuple(self._damaged),
            garbled_pages=tuple(self._garbled),
        )


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """The PDF that these bytes are, open as long as the context lasts; others wait.

    Raises:
        PdfError: It is damaged, protected, or made to have no end.
    """
    if (reason := why_not(data)) is not None:
        raise PdfError(reason)
    with _TURN.lock:
        handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not handle:
            raise PdfError(_REASONS.get(pdfium.FPDF_GetLastError(), "a damaged or incomplete PDF; fetch it again"))
        with OpenFile(handle) as file:
            if pdfium.FPDFDoc_GetAttachmentCount(file.raw) > 0 and _PORTFOLIO in data:
                raise PdfError(
                    "a PDF portfolio: the letter is a file in it; take it out first, with pdfdetach -saveall"
                )
            yield PdfDocument(file, layered=may_have_layers(data))


def _read_page(document: FPDF_DOCUMENT, number: int, watermarks: Watermarks, *, layered: bool) -> PdfPage | None:
    """A page; None if it is damaged."""
    page = load_page(document, number - 1)
    if not page:
        return None
    try:
        count = count_objects(page)
        if count > _MOST_OBJECTS:
            raise PdfError(f"page {number} holds {count:,} objects, more than a page of a letter can")
        text_page = _load_text(page)
        if not text_page:
            return None
        try:
            characters = count_characters(text_page)
            if characters > _MOST_CHARACTERS:
                raise PdfError(f"page {number} holds {characters:,} characters, more than a page of a letter can")
            tags = read_tags(page)
            words, place, objects = read_words(page, text_page, tags.of_marks, layered=layered)
            words = hide(words, watermarks.among(words))
            words = hide(words, repeated_words(words))
        finally:
            _close_text(text_page)
        picture = not words and is_picture(objects.painted, place)
        links = read_links(document, page, place)
        return PdfPage(number, place, words, tags, read_rules(objects.painted), picture, links)
    finally:
        _close_page(page)
