"""What is painted on a page besides text: grounds that white letters show on, rules and boxes."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.place import Edges, Place

_LIGHT_FROM: Final = 200
_MOST: Final = 20_000


def dark_grounds(page: Handle, place: Place) -> Iterator[Edges]:
    """The pictures of a page and its areas that are filled with a dark colour."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_dark(thing)):
            yield _edges(thing, place)


def _is_dark(path: Handle) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(stroked))
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(
        path, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
    )
    return mode.value != pdfium.FPDF_FILLMODE_NONE and min(red.value, green.value, blue.value) < _LIGHT_FROM


def _edges(thing: Handle, place: Place) -> Edges:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, *(ctypes.byref(edge) for edge in (left, bottom, right, top)))
    return place.box(left.value, top.value, right.value, bottom.value)
