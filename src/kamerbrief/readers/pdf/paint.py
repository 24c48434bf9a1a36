"""What is painted on a page besides text: grounds that white letters show on, and rules."""

from __future__ import annotations

import ctypes
import dataclasses
import struct
from itertools import count, repeat
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from kamerbrief.readers.pdf.handles import Handle, Records, argument, by_address, unchecked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.readers.pdf.place import Edges, Place

count_objects: Final = by_address(pdfium.FPDFPage_CountObjects)
_object: Final = unchecked(pdfium.FPDFPage_GetObject)
_kind_of: Final = unchecked(pdfium.FPDFPageObj_GetType)
_matrix_of: Final = by_address(pdfium.FPDFPageObj_GetMatrix)
_bounds: Final = unchecked(pdfium.FPDFPageObj_GetBounds)
_count_in_form: Final = by_address(pdfium.FPDFFormObj_CountObjects)
_object_in_form: Final = unchecked(pdfium.FPDFFormObj_GetObject)
_draw_mode: Final = unchecked(pdfium.FPDFPath_GetDrawMode)
_fill_colour: Final = unchecked(pdfium.FPDFPageObj_GetFillColor)
_stroke_colour: Final = unchecked(pdfium.FPDFPageObj_GetStrokeColor)

_NUMBERS: Final = (ctypes.c_float * 4)()
_PARTS: Final = (ctypes.c_uint * 4)()
_MODES: Final = (ctypes.c_int * 2)()
_TO_NUMBERS, _TO_PARTS, _TO_MODES = (
    tuple(map(argument, range(ctypes.addressof(array), ctypes.addressof(array) + ctypes.sizeof(array), 4)))
    for array in (_NUMBERS, _PARTS, _MODES)
)
"""Where PDFium writes edges, the parts of a colour, and how a path is filled and stroked."""

_BOX: Final = struct.Struct("4f")
_BOUNDS: Final = Records(_BOX.size)
_HERE: Final = PdfMatrix()
_LIGHT_FROM, _WHITE_FROM = 200, 250
_DEEPEST: Final = 8
_PICTURE: Final = 0.02
"""What covers less of the page is a rule or a logo."""
_MOST: Final = 20_000
_THIN: Final = 2.0
_SHORTEST_RULE: Final = 8.0

Colour: TypeAlias = tuple[int, int, int]


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
        return self.on_page(place, *bounds_of(self.handle))

    def on_page(self, place: Place, *box: float) -> Edges:
        """Where a box stands whose left, bottom, right and top are counted as those of the object are."""
        left, bottom, right, top = self.form.on_rect(*box) if self.depth else box
        return place.box(left, top, right, bottom)


class PageObjects(NamedTuple):
    """What a page draws, that inside forms too: some producers draw a whole page as one form."""

    texts: dict[Handle, int]
    """Its own text objects, each with its place on the page; they are read with their characters."""
    others: list[PageObject]
    """All else, and the text objects in forms."""

    @property
    def in_forms(self) -> dict[Handle, PageObject]:
        """The text objects in forms."""
        return {other.handle: other for other in self.others if other.depth and other.kind == pdfium.FPDF_PAGEOBJ_TEXT}

    def texts_among(self, handles: AbstractSet[Handle]) -> dict[Handle, PageObject]:
        """Those of these that are text objects."""
        kind, texts = pdfium.FPDF_PAGEOBJ_TEXT, self.texts
        own = {h: PageObject(h, kind, _HERE, 0, (texts[h], 0)) for h in handles if h in texts}
        return own | {h: text for h, text in self.in_forms.items() if h in handles}


def read_objects(page: Handle, known: AbstractSet[Handle]) -> PageObjects:
    """What a page draws.

    ``PdfPage.get_objects`` of pypdfium2 has no bound on their number and no matrix of the forms that they are in.

    Args:
        page: The page.
        known: What is known to be a text object; PDFium is asked about the others.
    """
    found: list[PageObject] = []
    own = list(map(_object, repeat(argument(page)), range(min(count_objects(page), _MOST))))
    at = dict(zip(own, count(), strict=False))
    others = [handle for handle in own if handle not in known]
    kinds = zip(others, _kinds_of(others), strict=True)
    waiting = [(handle, kind, _HERE, 0, at[handle]) for handle, kind in kinds if kind != pdfium.FPDF_PAGEOBJ_TEXT]
    waiting.reverse()
    while waiting and len(found) < _MOST:
        handle, kind, form, depth, index = waiting.pop()
        found.append(PageObject(handle, kind, form, depth, (index, len(found) if depth else 0)))
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            matrix = pdfium.FS_MATRIX()
            _matrix_of(handle, ctypes.byref(matrix))
            lies = PdfMatrix.from_raw(matrix).multiply(form)
            last_first = reversed(range(min(_count_in_form(handle), _MOST)))
            inside = list(map(_object_in_form, repeat(argument(handle)), last_first))
            waiting += zip(inside, _kinds_of(inside), repeat(lies), repeat(depth + 1), repeat(index), strict=False)
    return PageObjects(at, found)


def _kinds_of(handles: Iterable[Handle]) -> Iterator[int]:
    return map(_kind_of, map(argument, handles))


def all_bounds(handles: Sequence[Handle]) -> list[tuple[float, ...]]:
    """The bounds of many objects."""
    _BOUNDS.reserve(len(handles))
    fields = map(_BOUNDS.addresses, range(0, _BOX.size, _BOX.size // 4))
    known = list(map(_bounds, map(argument, handles), *fields))
    written = _BOX.iter_unpack(_BOUNDS.written(len(handles)))
    return [edges if is_known else (0.0, 0.0, 0.0, 0.0) for edges, is_known in zip(written, known, strict=True)]


def bounds_of(handle: Handle) -> tuple[float, float, float, float]:
    """The left, bottom, right and top of an object, as PDF counts; of one in a form, as the form counts."""
    if not _bounds(argument(handle), *_TO_NUMBERS):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _NUMBERS
    return left, bottom, right, top


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
            drawn.kind == pdfium.FPDF_PAGEOBJ_PATH and _is_darker(fill_colour(drawn.handle), _LIGHT_FROM)
        ):
            yield drawn.edges(place)


def is_picture(objects: Iterable[PageObject], place: Place) -> bool:
    """Whether they cover more of the page than a rule or a logo does: a picture, or areas, that may show words."""
    width, height = place.size
    all_edges = (drawn.edges(place) for drawn in objects if drawn.kind != pdfium.FPDF_PAGEOBJ_FORM)
    areas = ((edges.right - edges.left) * (edges.bottom - edges.top) for edges in all_edges)
    return sum(areas) >= _PICTURE * width * height


def fill_colour(path: Handle) -> Colour | None:
    """The colour that fills a path; None if nothing does."""
    mode, _ = _modes_of(path)
    return None if mode == pdfium.FPDF_FILLMODE_NONE else _colour(_fill_colour, path)


def _is_seen(path: Handle) -> bool:
    """Whether a path is drawn in a colour that shows on white paper."""
    _, stroked = _modes_of(path)
    return _is_darker(_colour(_stroke_colour, path) if stroked else fill_colour(path), _WHITE_FROM)


def _is_darker(colour: Colour | None, light: int) -> bool:
    return colour is not None and min(colour) < light


def _modes_of(path: Handle) -> tuple[int, int]:
    """How a path is filled, and whether it is stroked."""
    _MODES[:] = [0, 0]
    _draw_mode(argument(path), *_TO_MODES)
    return _MODES[0], _MODES[1]


def _colour(colour_of: Callable[..., object], path: Handle) -> Colour | None:
    """A colour of a path; None if it is see-through."""
    _PARTS[3] = 0
    colour_of(argument(path), *_TO_PARTS)
    red, green, blue, alpha = _PARTS
    return (red, green, blue) if alpha else None
