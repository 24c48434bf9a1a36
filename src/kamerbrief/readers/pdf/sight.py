"""What a page shows of its words: a name under a black bar is in the file, but no reader of the letter sees it.

A page is asked rather than computed. Words that something may hide are few, and on most pages none; the part of the
page where they stand is drawn with them and without them, and a word that makes no difference is not seen.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left, bisect_right
from itertools import chain, compress, repeat
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.handles import Records, answers, argument, ask, by_address, unchecked
from kamerbrief.readers.pdf.paint import all_bounds
from kamerbrief.readers.pdf.stretches import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.paint import PageObject, PageObjects, Painted
    from kamerbrief.readers.pdf.place import Edges, Place
    from kamerbrief.readers.pdf.stretches import Stretch

_clip_of: Final = unchecked(pdfium.FPDFPageObj_GetClipPath)
_count_paths: Final = unchecked(pdfium.FPDFClipPath_CountPaths)
_count_segments: Final = unchecked(pdfium.FPDFClipPath_CountPathSegments)
_segment: Final = unchecked(pdfium.FPDFClipPath_GetPathSegment)
_point: Final = unchecked(pdfium.FPDFPathSegment_GetPoint)
_count_marks: Final = by_address(pdfium.FPDFPageObj_CountMarks)
_mark: Final = by_address(pdfium.FPDFPageObj_GetMark)
_name_of_mark: Final = by_address(pdfium.FPDFPageObjMark_GetName)
_set_active: Final = by_address(pdfium.FPDFPageObj_SetIsActive)
_render: Final = by_address(pdfium.FPDF_RenderPageBitmap)

_PICTURES: Final = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)
_POINT: Final = 2 * ctypes.sizeof(ctypes.c_float)
_POINTS: Final = Records(_POINT)
_THIN: Final = 2.0
"""What is not higher or wider than this is a rule and hides nothing."""
_ALIKE: Final = 24
"""Colours whose parts differ by less than this may look the same."""
_SEEN: Final = 12
"""A dot has changed if a part of its colour did by this, of 255."""
_DOTS: Final = 2.0
"""To a point."""
_LONGEST_SIDE: Final = 2400
_INK: Final = 0.02
"""A word covers more of its box than this; the tails of its letters, below a bar, do not."""
_WIDTH: Final = 0.3
"""It is seen over more of its width than this."""
_MOST_TRIED: Final = 500_000
"""So many pairs of a word and what is painted at its height are looked at; a page of a letter has some hundreds."""
_MOST_SUSPECTS: Final = 5000
_NEAR: Final = 0.1
_MOST_CORNERS: Final = 100
_LAYER: Final = "OC\0".encode("utf-16-le")
_NAME_BYTES: Final = 32


# decides more: each way to be hidden is looked for in turn, the dear ones only where a cheap one finds something
def unseen_words(
    page: Handle, words: Sequence[Stretch], objects: PageObjects, place: Place, *, layered: bool
) -> set[int]:
    """Those of the painted words that the page does not show, by their numbers.

    Args:
        page: The page.
        words: Its words that are painted, upright and on the page.
        objects: What it draws.
        place: How places on it are counted.
        layered: The document has layers, which may be off.
    """
    if not words:
        return set()
    near = list(_near(words, list(_grounds(objects.painted))))
    drawn = words[0].words.marks.keys()
    clips = answers(_count_paths, map(argument, answers(_clip_of, map(argument, drawn))))
    clipped = set(compress(drawn, map((0).__lt__, clips)))
    texts = objects.texts_among(drawn if layered else clipped.union(*(word.drawn for word, _ in near)))
    suspects = [word for stretch, ground in near for word in _covered(stretch, ground, texts)]
    suspects += [word for stretch, ground in near for word in _blended(stretch, ground)]
    suspects += _beyond_clips(words, {address: texts[address] for address in clipped & texts.keys()}, place)
    suspects += _in_layers(words, texts) if layered else []
    known = {word.begin: word for word in suspects[:_MOST_SUSPECTS] if word.drawn[0] in texts}
    if not known:
        return set()
    pictures = ((stretch.numbers, ground.edges) for stretch, ground in near if ground.fill is None)
    pictured = {at for numbers, edges in pictures for at in numbers if at in known and edges.holds(*known[at].middle)}
    return {word.begin for word in _Look(page, place, objects).unseen(list(known.values()), pictured)}


def _covered(stretch: Stretch, ground: Painted, texts: Mapping[Handle, PageObject]) -> Iterator[Stretch]:
    """The words that stand on a ground which is painted after them."""
    if any(address in texts and ground.order > texts[address].order for address in set(stretch.drawn)):
        for word in _within_edges(stretch, ground.edges):
            text = texts.get(word.drawn[0])
            if text is not None and ground.order > text.order:
                yield word


def _blended(stretch: Stretch, ground: Painted) -> Iterable[Stretch]:
    """The words that stand on a ground of nearly their own colour."""
    return _within_edges(stretch, ground.edges) if _are_alike(stretch.style.colour, ground.fill) else ()


def _within_edges(stretch: Stretch, edges: Edges) -> Iterator[Stretch]:
    return (word for word in stretch.each() if edges.holds(*word.middle))


def _beyond_clips(stretches: Sequence[Stretch], texts: Mapping[Handle, PageObject], place: Place) -> Iterator[Stretch]:
    """The words of these clipped text objects that stand beyond their clips."""
    clips = {address: _clips(text, place) for address, text in texts.items()}
    for stretch in stretches if clips else ():
        around = [clip for address in clips.keys() & stretch.drawn for clip in clips[address]]
        y = stretch.middle[1]
        if not all(clip.holds(stretch.left, y) and clip.holds(stretch.right, y) for clip in around):
            yield from (word for word in stretch.each() if not _is_within(word, clips.get(word.drawn[0], ())))


def _in_layers(words: Sequence[Stretch], texts: Mapping[Handle, PageObject]) -> list[Stretch]:
    """The words that are in a layer, or in a form, which may be in one."""
    layers = {address for address, text in texts.items() if text.depth or _has_layer(text.handle)}
    return [word for word in words_of(words) if word.drawn[0] in layers] if layers else []


def _near(stretches: Sequence[Stretch], grounds: Sequence[Painted]) -> Iterator[tuple[Stretch, Painted]]:
    """The stretches that may have words where something is painted, with each such thing."""
    if not grounds:
        return
    down = sorted(stretches, key=_height)
    heights = list(map(_height, down))
    left_to_try = _MOST_TRIED
    for ground in grounds:
        left, top, right, bottom = ground.edges
        beside = down[bisect_left(heights, top) : bisect_right(heights, bottom)]
        left_to_try -= sum(map(len, beside))
        if left_to_try < 0:
            return
        for stretch in beside:
            if stretch.left <= right and stretch.right >= left:
                yield stretch, ground


def _height(stretch: Stretch) -> float:
    return stretch.middle[1]


def _is_within(word: Stretch, clips: Iterable[Edges]) -> bool:
    return all(clip.holds(*word.middle) for clip in clips)


def _clips(text: PageObject, place: Place) -> list[Edges]:
    """The boxes to which a text object is clipped; a path with more corners than a frame of text can have is none."""
    path = argument(_clip_of(argument(text.handle)))
    counts = [_count_segments(path, at) for at in range(_count_paths(path))]
    counts = [count if 0 < count <= _MOST_CORNERS else 0 for count in counts]
    _POINTS.reserve(sum(counts))
    corners = chain.from_iterable(answers(_segment, repeat(path), repeat(at), range(n)) for at, n in enumerate(counts))
    ask(_point, map(argument, corners), *map(_POINTS.addresses, (0, _POINT // 2)))
    numbers = _POINTS.written(sum(counts)).cast("f").tolist()
    boxes, begin = [], 0
    for count in filter(None, counts):
        across, up = numbers[begin : begin + 2 * count : 2], numbers[begin + 1 : begin + 2 * count : 2]
        boxes.append(text.on_page(place, min(across), min(up), max(across), max(up)))
        begin += 2 * count
    return boxes


def _grounds(painted: Iterable[Painted]) -> Iterator[Painted]:
    """What is painted over more than a rule, and so may hide words; what is drawn upon a picture is taken as seen."""
    for drawn in painted:
        left, top, right, bottom = drawn.edges
        if (drawn.fill is not None or drawn.kind in _PICTURES) and right - left > _THIN and bottom - top > _THIN:
            yield drawn


def _are_alike(one: tuple[int, int, int], other: tuple[int, int, int] | None) -> bool:
    return (
        other is not None
        and abs(one[0] - other[0]) < _ALIKE
        and abs(one[1] - other[1]) < _ALIKE
        and abs(one[2] - other[2]) < _ALIKE
    )


def _has_layer(handle: Handle) -> bool:
    """Whether a text object is marked as optional content."""
    buffer = (ctypes.c_ushort * _NAME_BYTES)()
    length = ctypes.c_ulong()
    for at in range(_count_marks(handle)):
        mark = _mark(handle, at)
        named = _name_of_mark(mark, buffer, ctypes.sizeof(buffer), ctypes.byref(length))
        if named and bytes(buffer)[: length.value] == _LAYER:
            return True
    return False


class _Look:
    """A look at a page with some of its words and without."""

    def __init__(self, page: Handle, place: Place, objects: PageObjects) -> None:
        self._page = page
        self._place = place
        self._objects = objects
        self._scale = min(_DOTS, _LONGEST_SIDE / max(*place.size, 1.0))

    def unseen(self, suspects: Sequence[Stretch], pictured: AbstractSet[int]) -> list[Stretch]:
        """Those of the words that make no difference to how the page looks.

        A picture of the page may show the words that it covers (`pictured`, by their numbers): where it is not plain,
        they are taken as seen.
        """
        frame = _frame(suspects, self._place, self._scale)
        shown = _drawn(self._page, frame, self._place, self._scale)
        absent = {word.drawn[0] for word in suspects}
        unseen = self._without_trace(suspects, frame, shown, absent)
        unseen = [word for word in unseen if word.begin not in pictured or self._is_plain(word, frame, shown)]
        twins = self._twins({word.drawn[0] for word in unseen}) - absent
        return self._without_trace(unseen, frame, shown, absent | twins) if twins else unseen

    def _without_trace(
        self, words: Sequence[Stretch], frame: _Frame, shown: memoryview, absent: AbstractSet[int]
    ) -> list[Stretch]:
        """The words where the page looks the same without these text objects."""
        for address in absent:
            _set_active(address, False)  # noqa: FBT003 -- a function of C
        without = _drawn(self._page, frame, self._place, self._scale)
        for address in absent:
            _set_active(address, True)  # noqa: FBT003 -- a function of C
        return [word for word in words if not _leaves_trace(word, frame, self._scale, shown, without)]

    def _is_plain(self, word: Stretch, frame: _Frame, shown: memoryview) -> bool:
        """Whether the page has one colour where a word stands."""
        rows = [shown[begin:end] for begin, end in _rows(word, frame, self._scale)]
        parts = [
            value
            for part in range(3)
            for value in (min(min(r[part::4]) for r in rows), max(max(r[part::4]) for r in rows))
        ]
        return all(high - low < _ALIKE for low, high in zip(parts[::2], parts[1::2], strict=True))

    def _twins(self, addresses: AbstractSet[Handle]) -> set[Handle]:
        """The text objects that stand exactly where one of these does: the same words, drawn again."""
        if not addresses:
            return set()
        taken = set(map(_rounded, all_bounds(list(addresses))))
        first, last = min(taken)[0] - _NEAR, max(taken)[0] + _NEAR
        others = [*self._objects.texts, *self._objects.in_forms]
        bounds = zip(others, all_bounds(others), strict=True)
        return {address for address, edges in bounds if first <= edges[0] <= last and _rounded(edges) in taken}


def _rounded(edges: Sequence[float]) -> tuple[float, ...]:
    """Edges to a tenth of a point."""
    return tuple(round(edge, 1) if math.isfinite(edge) else 0.0 for edge in edges)


class _Frame(NamedTuple):
    """A part of the picture of a page, in dots."""

    left: int
    top: int
    width: int
    height: int


def _frame(words: Sequence[Stretch], place: Place, scale: float) -> _Frame:
    """The part of the page where these words stand."""
    width, height = place.size
    left = max(math.floor(min(word.left for word in words) * scale), 0)
    top = max(math.floor(min(word.top for word in words) * scale), 0)
    right = min(math.ceil(max(word.right for word in words) * scale), math.ceil(width * scale))
    bottom = min(math.ceil(max(word.bottom for word in words) * scale), math.ceil(height * scale))
    return _Frame(left, top, max(right - left, 1), max(bottom - top, 1))


def _drawn(page: Handle, frame: _Frame, place: Place, scale: float) -> memoryview:
    """A part of a page as it is shown, four bytes a dot."""
    buffer = (ctypes.c_ubyte * (4 * frame.width * frame.height))()
    bitmap = pdfium.FPDFBitmap_CreateEx(frame.width, frame.height, pdfium.FPDFBitmap_BGRx, buffer, 4 * frame.width)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, frame.width, frame.height, 0xFFFFFFFF)
        width, height = (round(side * scale) for side in place.size)
        _render(bitmap, page, -frame.left, -frame.top, width, height, place.rotation, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return memoryview(bytes(buffer))


def _leaves_trace(word: Stretch, frame: _Frame, scale: float, one: memoryview, other: memoryview) -> bool:
    """Whether two pictures differ where a word stands, and by so much as its letters take."""
    rows = _rows(word, frame, scale)
    width = (rows[0][1] - rows[0][0]) // 4
    dots, columns = 0, set()
    for begin, end in rows:
        a, b = one[begin:end], other[begin:end]
        if a != b:
            changed = {at // 4 for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y and abs(x - y) >= _SEEN}
            dots += len(changed)
            columns |= changed
    return dots > _INK * width * len(rows) and len(columns) > _WIDTH * width


def _rows(word: Stretch, frame: _Frame, scale: float) -> list[tuple[int, int]]:
    """Where the rows of dots of a word begin and end in a picture."""
    left, right = _within(word.left * scale - frame.left, word.right * scale - frame.left, frame.width)
    top, bottom = _within(word.top * scale - frame.top, word.bottom * scale - frame.top, frame.height)
    return [(4 * (row * frame.width + left), 4 * (row * frame.width + right)) for row in range(top, bottom)]


def _within(begin: float, end: float, size: int) -> tuple[int, int]:
    """Whole dots of a stretch, at least one."""
    first = min(max(math.floor(begin), 0), size - 1)
    return first, max(min(math.ceil(end), size), first + 1)
