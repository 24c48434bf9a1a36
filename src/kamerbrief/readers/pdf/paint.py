"""What is painted on a page besides text: grounds that white letters show on, and rules."""

from __future__ import annotations

import ctypes
import dataclasses
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.handles import Handle, address_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kamerbrief.readers.pdf.place import Edges, Place

Matrix = tuple[float, float, float, float, float, float]

_HERE: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LIGHT_FROM, _WHITE_FROM = 200, 250
_DEEPEST: Final = 8
_PICTURE: Final = 0.02
"""What covers less of the page is a rule or a logo."""
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
    for thing in _things(page, place):
        if thing.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_seen(thing.handle):
            width, height = thing.edges.right - thing.edges.left, thing.edges.bottom - thing.edges.top
            if height <= _THIN and width >= _SHORTEST_RULE:
                rules.across.append(thing.edges)
            elif width <= _THIN and height >= _SHORTEST_RULE:
                rules.down.append(thing.edges)
    return rules


def dark_grounds(page: Handle, place: Place) -> Iterator[Edges]:
    """The pictures of a page and its areas that are filled with a dark colour."""
    for thing in _things(page, place):
        if thing.kind == pdfium.FPDF_PAGEOBJ_IMAGE or (
            thing.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(thing.handle, _LIGHT_FROM)
        ):
            yield thing.edges


def shows_picture(page: Handle, place: Place) -> bool:
    """Whether a page shows something that may hold words: a picture or areas, more than a rule or a logo."""
    width, height = place.size
    areas = ((t.edges.right - t.edges.left) * (t.edges.bottom - t.edges.top) for t in _things(page, place))
    return sum(areas) >= _PICTURE * width * height


def texts_in_forms(page: Handle) -> frozenset[int]:
    """What tells the text objects inside forms from others: a form counts the ids of its marked content by itself."""
    found: set[int] = set()
    waiting = [(pdfium.FPDFPage_GetObject(page, i), 0) for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST))]
    while waiting and len(found) < _MOST:
        handle, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = range(min(pdfium.FPDFFormObj_CountObjects(handle), _MOST))
            waiting += [(pdfium.FPDFFormObj_GetObject(handle, index), depth + 1) for index in inside]
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and depth:
            found.add(address_of(handle))
    return frozenset(found)


class _Thing(NamedTuple):
    handle: Handle
    kind: int
    edges: Edges


def _things(page: Handle, place: Place) -> Iterator[_Thing]:
    """What is drawn on a page but text, that inside forms too: some producers draw a whole page as one form."""
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST)
    waiting = [(pdfium.FPDFPage_GetObject(page, index), _HERE, 0) for index in reversed(range(count))]
    for _ in range(_MOST):
        if not waiting:
            return
        handle, form, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield _Thing(handle, kind, place.box(*_bounds(handle, form)))
        elif depth < _DEEPEST:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix))
            inner = _within((matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f), form)
            inside = range(min(pdfium.FPDFFormObj_CountObjects(handle), _MOST))
            waiting += [(pdfium.FPDFFormObj_GetObject(handle, index), inner, depth + 1) for index in reversed(inside)]


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix of a form inside another one."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _bounds(handle: Handle, form: Matrix) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge of a thing in PDF's coordinates, whatever form it is in."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, *(ctypes.byref(edge) for edge in (left, bottom, right, top)))
    if form == _HERE:
        return left.value, top.value, right.value, bottom.value
    a, b, c, d, e, f = form
    corners = [(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    across, up = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return min(across), max(up), max(across), min(up)


def _is_seen(path: Handle) -> bool:
    """Whether a path is drawn in a colour that shows on white paper."""
    stroked = ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(ctypes.c_int()), ctypes.byref(stroked))
    if stroked.value:
        return _is_darker(path, pdfium.FPDFPageObj_GetStrokeColor, _WHITE_FROM)
    return _is_filled(path, _WHITE_FROM)


def _is_filled(path: Handle, light: int) -> bool:
    mode = ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(ctypes.c_int()))
    return mode.value != pdfium.FPDF_FILLMODE_NONE and _is_darker(path, pdfium.FPDFPageObj_GetFillColor, light)


def _is_darker(path: Handle, colour_of: Callable[..., object], light: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour_of(path, *(ctypes.byref(value) for value in (red, green, blue, alpha)))
    return alpha.value > 0 and min(red.value, green.value, blue.value) < light
