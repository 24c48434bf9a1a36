"""PDF, read as it looks, with pypdfium2 (the extra ``kamerbrief[pdf]``).

``document`` opens the file, ``glyphs`` gives the words of a page with place and style in ``stretches`` that nothing
parts, ``tags`` what the file itself says that they are, ``layout`` puts them into printed lines, ``assembly`` writes
these down as a Source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.assembly import assemble
from kamerbrief.readers.pdf.document import PdfError, opened

if TYPE_CHECKING:
    from kamerbrief.document.source import Source

if not hasattr(pdfium, "FPDFText_GetTextObject"):
    raise ImportError("pypdfium2 is older than 5.0", name="pypdfium2")

__all__ = ["PdfError", "read_pdf"]


def read_pdf(data: bytes) -> Source:
    """The text of a PDF and how it looks.

    Raises:
        PdfError: It cannot be opened, or holds no text; the message is one line that says what to do.
    """
    with opened(data) as document:
        return assemble(document)
