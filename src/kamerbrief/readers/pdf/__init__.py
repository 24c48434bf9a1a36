"""PDF, read as it looks: what pypdfium2 (the extra ``kamerbrief[pdf]``) shows of a page becomes lines.

``document`` opens the file, ``glyphs`` gives the words of a page with place and style, ``layout`` puts them into
printed lines, and ``assembly`` writes these down as a Source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.readers.pdf.assembly import assemble
from kamerbrief.readers.pdf.document import DamagedError, read_document

if TYPE_CHECKING:
    from kamerbrief.source import Source

__all__ = ["DamagedError", "read_pdf"]


def read_pdf(data: bytes) -> Source:
    """The text of a PDF and how it looks.

    Raises:
        DamagedError: It cannot be opened, or holds no text.
    """
    return assemble(read_document(data))
