"""What is filled in into the fields of a form is shown on its page, though the page itself does not draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.handles import by_address

if TYPE_CHECKING:
    from pypdfium2.raw import FPDF_DOCUMENT

    from kamerbrief.readers.pdf.handles import Handle

_load: Final = by_address(pdfium.FPDF_LoadPage)
_close: Final = by_address(pdfium.FPDF_ClosePage)
_flatten: Final = by_address(pdfium.FPDFPage_Flatten)
_count: Final = by_address(pdfium.FPDFPage_GetAnnotCount)
_remove: Final = by_address(pdfium.FPDFPage_RemoveAnnot)
_subtype: Final = by_address(pdfium.FPDFAnnot_GetSubtype)
_close_annotation: Final = by_address(pdfium.FPDFPage_CloseAnnot)
_annotation: Final = by_address(pdfium.FPDFPage_GetAnnot)

_MOST_ANNOTATIONS: Final = 2000
"""A page with more is left as it is; a form has some dozens."""


def load_page(document: FPDF_DOCUMENT, index: int) -> Handle:
    """A page of an open document, with its fields drawn as it shows them; 0 if it is damaged.

    Args:
        document: The document.
        index: Which page, from 0.
    """
    page: Handle = _load(document, index)
    if not page or pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE or not _keep_fields(page):
        return page
    made = _flatten(page, pdfium.FLAT_NORMALDISPLAY)
    if made != pdfium.FLATTEN_SUCCESS:
        return page
    _close(page)
    reloaded: Handle = _load(document, index)
    return reloaded


def _keep_fields(page: Handle) -> bool:
    """Take from a page all that was put upon it but its fields, such as comments and links; whether fields are left."""
    count = _count(page)
    if count > _MOST_ANNOTATIONS:
        return False
    others = [index for index in range(count) if _kind_of(page, index) != pdfium.FPDF_ANNOT_WIDGET]
    if len(others) == count:
        return False
    for index in reversed(others):
        _remove(page, index)
    return True


def _kind_of(page: Handle, index: int) -> int:
    annotation = _annotation(page, index)
    kind: int = _subtype(annotation)
    _close_annotation(annotation)
    return kind
