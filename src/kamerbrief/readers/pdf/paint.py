"""What is painted on a page besides text: grounds that white letters show on, and rules."""

from __future__ import annotations

import ctypes
import dataclasses
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.place import Edges, Place

_LIGHT_FROM: Final = 200
_MOST: Final = 20_000
_THIN: Final = 2.0
_SHORTEST_RULE: Final = 8.0


@dataclasses.dataclass(frozen=True, slots=True)
class Rules:
    """The thin lines of a page, whether drawn as lines or as narrow areas."""

    across: list[Edges]
    down: list[Edges]


def read_rules(page: Handle, place: Place) -> Rules:
    """The rules of a page: underlines, lines of tables, and the one above the notes."""
    rules = Rules([], [])
    for thing, kind in _things(page):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            edges = _edges(thing, place)
            width, height = edges.right - edges.left, edges.bottom - edges.top
            if height <= _THIN and width >= _SHORTEST_RULE:
                rules.across.append(edges)
            elif width <= _THIN and height >= _SHORTEST_RULE:
                rules.down.append(edges)
    return rules


def dark_grounds(page: Handle, place: Place) -> Iterator[Edges]:
    """The pictures of a page and its areas that are filled with a dark colour."""
    for thing, kind in _things(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_PATH and _is_dark(thing)):
            yield _edges(thing, place)


def _things(page: Handle) -> Iterator[tuple[Handle, int]]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        yield thing, pdfium.FPDFPageObj_GetType(thing)


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
