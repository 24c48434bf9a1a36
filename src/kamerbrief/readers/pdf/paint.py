"""What is painted on a page besides text: grounds that white letters show on, and rules."""

from __future__ import annotations

import ctypes
import dataclasses
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from kamerbrief.readers.pdf.handles import Handle, address_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kamerbrief.readers.pdf.place import Edges, Place

_HERE: Final = PdfMatrix()
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


class PageObject(NamedTuple):
    """Something that a page draws."""

    handle: Handle
    kind: int
    form: PdfMatrix
    """How the form that it is in, if it is in one, lies on the page."""
    depth: int
    """How many forms it is in."""
    order: tuple[int, int]
    """What is drawn later has a larger one: its place on the page, and within the form that stands there."""

    def edges(self, place: Place) -> Edges:
        """Where it stands."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(self.handle, *(ctypes.byref(edge) for edge in (left, bottom, right, top)))
        return self.on_page(place, left.value, bottom.value, right.value, top.value)

    def on_page(self, place: Place, *box: float) -> Edges:
        """Where a box stands whose left, bottom, right and top are counted as those of the object are."""
        left, bottom, right, top = self.form.on_rect(*box) if self.depth else box
        return place.box(left, top, right, bottom)


def read_objects(page: Handle) -> list[PageObject]:
    """What a page draws besides its text, that inside forms too: some producers draw a whole page as one form.

    ``PdfPage.get_objects`` of pypdfium2 has no bound on their number and no matrix of the forms that they are in.
    """
    found: list[PageObject] = []
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST)
    waiting = [(pdfium.FPDFPage_GetObject(page, index), _HERE, 0, index) for index in reversed(range(count))]
    while waiting and len(found) < _MOST:
        handle, form, depth, index = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(handle)
        if depth or kind != pdfium.FPDF_PAGEOBJ_TEXT:  # text of the page itself is read with its characters
            found.append(PageObject(handle, kind, form, depth, (index, len(found) if depth else 0)))
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(matrix))
            inner = PdfMatrix.from_raw(matrix).multiply(form)
            inside = reversed(range(min(pdfium.FPDFFormObj_CountObjects(handle), _MOST)))
            waiting += [(pdfium.FPDFFormObj_GetObject(handle, at), inner, depth + 1, index) for at in inside]
    return found


def text_objects(page: Handle, objects: Iterable[PageObject], stop: int | None) -> dict[int, PageObject]:
    """The text objects of a page and of its forms by what tells them from others.

    Args:
        page: The page.
        objects: What it draws besides.
        stop: Only so many of its objects are looked through; all where it is None.
    """
    count = min(pdfium.FPDFPage_CountObjects(page) if stop is None else stop, _MOST)
    handles = ((index, pdfium.FPDFPage_GetObject(page, index)) for index in range(count))
    kind = pdfium.FPDF_PAGEOBJ_TEXT
    texts = [PageObject(t, kind, _HERE, 0, (index, 0)) for index, t in handles if pdfium.FPDFPageObj_GetType(t) == kind]
    return {
        address_of(t.handle): t for t in (*texts, *objects) if t.kind == kind and (stop is None or t.order[0] <= stop)
    }


def read_rules(objects: Iterable[PageObject], place: Place) -> Rules:
    """The rules among them: underlines, lines of tables, and the one above the notes."""
    rules = Rules([], [])
    for drawn in objects:
        if drawn.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_seen(drawn.handle):
            edges = drawn.edges(place)
            width, height = edges.right - edges.left, edges.bottom - edges.top
            if height <= _THIN and width >= _SHORTEST_RULE:
                rules.across.append(edges)
            elif width <= _THIN and height >= _SHORTEST_RULE:
                rules.down.append(edges)
    return rules


def dark_grounds(objects: Iterable[PageObject], place: Place) -> Iterator[Edges]:
    """The pictures among them and the areas that are filled with a dark colour."""
    for drawn in objects:
        if drawn.kind == pdfium.FPDF_PAGEOBJ_IMAGE or (
            drawn.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(drawn.handle, _LIGHT_FROM)
        ):
            yield drawn.edges(place)


def is_picture(objects: Iterable[PageObject], place: Place) -> bool:
    """Whether they cover more of the page than a rule or a logo does: a picture, or areas, that may show words."""
    width, height = place.size
    all_edges = (drawn.edges(place) for drawn in objects if drawn.kind != pdfium.FPDF_PAGEOBJ_FORM)
    areas = ((edges.right - edges.left) * (edges.bottom - edges.top) for edges in all_edges)
    return sum(areas) >= _PICTURE * width * height


def texts_in_forms(objects: Iterable[PageObject]) -> frozenset[int]:
    """What tells the text objects inside forms from others: a form counts the ids of its marked content by itself."""
    return frozenset(address_of(t.handle) for t in objects if t.depth and t.kind == pdfium.FPDF_PAGEOBJ_TEXT)


def fill_colour(path: Handle) -> tuple[int, int, int] | None:
    """The colour that fills a path; None if nothing does."""
    mode = ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(mode), ctypes.byref(ctypes.c_int()))
    if mode.value == pdfium.FPDF_FILLMODE_NONE:
        return None
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, *(ctypes.byref(value) for value in (red, green, blue, alpha)))
    return (red.value, green.value, blue.value) if alpha.value else None


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
