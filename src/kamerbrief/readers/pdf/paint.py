"""What is painted on a page besides text: grounds that white letters show on, and rules."""

from __future__ import annotations

import ctypes
import dataclasses
import struct
from itertools import count, repeat
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from kamerbrief.readers.pdf.handles import Handle, Records, answers, argument, ask, by_address, unchecked
from kamerbrief.readers.pdf.place import Edges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.readers.pdf.place import Place

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

_BOX: Final = struct.Struct("4f")
_PATH: Final = struct.Struct("2i4I4I")
"""How a path is filled, whether it is stroked, and red, green, blue and alpha of the one and the other."""
_BOUNDS, _PATHS = Records(_BOX.size), Records(_PATH.size)
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

    def on_page(self, place: Place, *box: float) -> Edges:
        """Where a box stands whose left, bottom, right and top are counted as those of the object are."""
        left, bottom, right, top = self.form.on_rect(*box) if self.depth else box
        return place.box(left, top, right, bottom)


class Painted(NamedTuple):
    """What is neither text nor a form: a path, a picture, a shading."""

    kind: int
    order: tuple[int, int]
    """As of :class:`PageObject`."""
    edges: Edges
    """Where it stands on the page."""
    fill: Colour | None
    """What fills a path; None where nothing does."""
    colour: Colour | None
    """What a path is seen by: the colour of its line, if it has one, else of what fills it."""


class PageObjects(NamedTuple):
    """What a page draws, that inside forms too: some producers draw a whole page as one form."""

    texts: dict[Handle, int]
    """Its own text objects, each with its place on the page; they are read with their characters."""
    in_forms: dict[Handle, PageObject]
    """The text objects in forms."""
    painted: list[Painted]
    """All else."""

    def texts_among(self, handles: AbstractSet[Handle]) -> dict[Handle, PageObject]:
        """Those of these that are text objects."""
        kind, texts = pdfium.FPDF_PAGEOBJ_TEXT, self.texts
        own = {h: PageObject(h, kind, _HERE, 0, (texts[h], 0)) for h in handles if h in texts}
        return own | {h: text for h, text in self.in_forms.items() if h in handles}


def read_objects(page: Handle, known: AbstractSet[Handle], place: Place) -> PageObjects:
    """What a page draws.

    ``PdfPage.get_objects`` of pypdfium2 has no bound on their number and no matrix of the forms that they are in.

    Args:
        page: The page.
        known: What is known to be a text object; PDFium is asked about the others.
        place: How places on the page are counted.
    """
    found: list[PageObject] = []
    own = list(answers(_object, repeat(argument(page)), range(min(count_objects(page), _MOST))))
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
            inside = list(answers(_object_in_form, repeat(argument(handle)), last_first))
            waiting += zip(inside, _kinds_of(inside), repeat(lies), repeat(depth + 1), repeat(index), strict=False)
    return _apart(at, found, place)


def _apart(at: dict[Handle, int], found: Sequence[PageObject], place: Place) -> PageObjects:
    """What a page draws, the text objects in forms and what is painted apart; forms themselves show nothing."""
    texts = {drawn.handle: drawn for drawn in found if drawn.kind == pdfium.FPDF_PAGEOBJ_TEXT}
    others = [drawn for drawn in found if drawn.kind not in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM)]
    boxes = all_bounds([drawn.handle for drawn in others])
    colours = _colours_of([drawn.handle for drawn in others if drawn.kind == pdfium.FPDF_PAGEOBJ_PATH])
    painted = [
        Painted(
            drawn.kind,
            drawn.order,
            drawn.on_page(place, *box),
            *(next(colours) if drawn.kind == pdfium.FPDF_PAGEOBJ_PATH else (None, None)),
        )
        for drawn, box in zip(others, boxes, strict=True)
    ]
    return PageObjects(at, texts, painted)


def _colours_of(paths: Sequence[Handle]) -> Iterator[tuple[Colour | None, Colour | None]]:
    """The colour that fills each path, and the one that it is seen by."""
    handles = list(map(argument, paths))
    _PATHS.reserve(len(handles))
    fields = [_PATHS.addresses(offset) for offset in range(0, _PATH.size, 4)]
    ask(_draw_mode, handles, *fields[:2])
    ask(_fill_colour, handles, *fields[2:6])
    if any(_PATHS.written(len(handles)).cast("i")[1 :: _PATH.size // 4]):
        ask(_stroke_colour, handles, *fields[6:])
    for filled, stroked, *parts in _PATH.iter_unpack(_PATHS.written(len(handles))):
        fill = _colour(*parts[:4]) if filled != pdfium.FPDF_FILLMODE_NONE else None
        yield fill, _colour(*parts[4:]) if stroked else fill


def _colour(red: int, green: int, blue: int, alpha: int) -> Colour | None:
    """A colour; None if it is see-through."""
    return (red, green, blue) if alpha else None


def _kinds_of(handles: Iterable[Handle]) -> Iterator[int]:
    return answers(_kind_of, map(argument, handles))


def all_bounds(handles: Sequence[Handle]) -> list[tuple[float, ...]]:
    """The bounds of many objects."""
    _BOUNDS.reserve(len(handles))
    fields = map(_BOUNDS.addresses, range(0, _BOX.size, _BOX.size // 4))
    known = list(answers(_bounds, map(argument, handles), *fields))
    written = _BOX.iter_unpack(_BOUNDS.written(len(handles)))
    return [edges if is_known else (0.0, 0.0, 0.0, 0.0) for edges, is_known in zip(written, known, strict=True)]


def read_rules(painted: Iterable[Painted]) -> Rules:
    """The rules among what is painted: underlines, lines of tables, and the one above the notes."""
    rules = Rules([], [])
    for _, _, (left, top, right, bottom), _, colour in painted:
        if _is_darker(colour, _WHITE_FROM):
            width, height = right - left, bottom - top
            if height <= _THIN and width >= _SHORTEST_RULE:
                rules.across.append(Edges(left, top, right, bottom))
            elif width <= _THIN and height >= _SHORTEST_RULE:
                rules.down.append(Edges(left, top, right, bottom))
    return rules


def dark_grounds(painted: Iterable[Painted]) -> Iterator[Edges]:
    """The pictures among what is painted, and the areas that are filled with a dark colour."""
    for drawn in painted:
        if drawn.kind == pdfium.FPDF_PAGEOBJ_IMAGE or _is_darker(drawn.fill, _LIGHT_FROM):
            yield drawn.edges


def is_picture(painted: Iterable[Painted], place: Place) -> bool:
    """Whether it covers more of the page than a rule or a logo does: a picture, or areas, that may show words."""
    width, height = place.size
    areas = ((right - left) * (bottom - top) for _, _, (left, top, right, bottom), _, _ in painted)
    return sum(areas) >= _PICTURE * width * height


def _is_darker(colour: Colour | None, light: int) -> bool:
    return colour is not None and min(colour) < light
