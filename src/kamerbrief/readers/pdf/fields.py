"""What is filled in into the fields of a form is shown on its page, though the page itself does not draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from kamerbrief.readers.pdf.handles import Handle

_MOST_ANNOTATIONS: Final = 2000
"""A page with more is left as it is; a form has some dozens."""


def load_page(document: Handle, index: int) -> Handle:
    """A page of an open document, with its fields drawn as it shows them; false if it is damaged.

    Args:
        document: The document.
        index: Which page, from 0.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if not page or pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE or not _keep_fields(page):
        return page
    made = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    if made != pdfium.FLATTEN_SUCCESS:
        return page
    pdfium.FPDF_ClosePage(page)
    return pdfium.FPDF_LoadPage(document, index)


def _keep_fields(page: Handle) -> bool:
    """Take from a page all that was put upon it but its fields, such as comments and links; whether fields are left."""
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if count > _MOST_ANNOTATIONS:
        return False
    others = [index for index in range(count) if _kind_of(page, index) != pdfium.FPDF_ANNOT_WIDGET]
    if len(others) == count:
        return False
    for index in reversed(others):
        pdfium.FPDFPage_RemoveAnnot(page, index)
    return True


def _kind_of(page: Handle, index: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    kind: int = pdfium.FPDFAnnot_GetSubtype(annotation)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind
