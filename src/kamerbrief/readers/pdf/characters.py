"""What PDFium tells of the characters of a page, question by question, in packed arrays.

The one module that knows PDFium's text page. A call costs more than what PDFium does in it: none is made twice, and
each is mapped over all that it is asked of.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections import deque
from itertools import repeat
from operator import le
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.document.text import well_formed
from kamerbrief.readers.pdf.handles import argument, by_address, unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.readers.pdf.handles import Handle

_PIECE: Final = re.compile(r"[^\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]++")
"""What is no white space to Unicode."""
_BOX: Final = struct.Struct("4f")
_DRAWN: Final = struct.Struct("16s2f16s")
_FLOAT: Final = 4
_ITALIC_FLAG: Final = 1 << 6
_NAME_BYTES: Final = 256

count_characters: Final = by_address(pdfium.FPDFText_CountChars)
is_generated: Final = unchecked(pdfium.FPDFText_IsGenerated)
_text: Final = by_address(pdfium.FPDFText_GetText)
_code_at: Final = unchecked(pdfium.FPDFText_GetUnicode)
_object_at: Final = unchecked(pdfium.FPDFText_GetTextObject)
_box_at: Final = unchecked(pdfium.FPDFText_GetLooseCharBox)
_matrix_at: Final = unchecked(pdfium.FPDFText_GetMatrix)
_size_at: Final = unchecked(pdfium.FPDFText_GetFontSize)
_colour_at: Final = unchecked(pdfium.FPDFText_GetFillColor)
_font_of: Final = unchecked(pdfium.FPDFTextObj_GetFont)
_mode_of: Final = unchecked(pdfium.FPDFTextObj_GetTextRenderMode)
_name_of: Final = by_address(pdfium.FPDFFont_GetBaseFontName)
_flags_of: Final = by_address(pdfium.FPDFFont_GetFlags)
_weight_of: Final = by_address(pdfium.FPDFFont_GetWeight)
_unmapped_at: Final = unchecked(pdfium.FPDFText_HasUnicodeMapError)
_mark_of: Final = unchecked(pdfium.FPDFPageObj_GetMarkedContentID)


class Runs(NamedTuple):
    """Characters without white space of one text object each: where they begin and end, and the object; 0 for none."""

    begins: list[int]
    ends: list[int]
    objects: list[Handle]


class Look(NamedTuple):
    """What makes the style of a text object, as PDFium gives it; many objects look the same."""

    shape: bytes
    """The first four numbers of its matrix, packed."""
    colour: bytes
    """Red, green, blue and alpha of its fill, packed."""
    size: float
    """Of its font, which its matrix may make larger."""
    font: Handle
    mode: int
    """How its letters are painted (ISO 32000-1, 9.3.6)."""
    unmapped: int
    """1 where its font does not tell which character its first glyph is."""


class Drawn(NamedTuple):
    """What is asked of the text objects of a page, each answer in their order."""

    looks: list[tuple[bytes, bytes, float, Handle, int, int]]
    """The parts of a :class:`Look`."""
    lefts: Sequence[float]
    baselines: Sequence[float]
    marks: list[int]
    """Ids of the marked content that they stand in; -1 for none."""


class Font(NamedTuple):
    """What a font says of itself."""

    name: str
    italic: bool
    weight: int


def text_of(text_page: Handle) -> str:
    """The characters of a page, one for each that PDFium counts."""
    count = count_characters(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = _text(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = map(_code_at, repeat(argument(text_page)), range(count))  # GetText leaves some out
    return well_formed("".join(chr(code) if code else "\ufffd" for code in codes))


def runs_of(text_page: Handle, text: str) -> Runs:
    """The runs of a page; its text objects draw their characters one after another."""
    page = argument(text_page)
    spans = [match.span() for match in _PIECE.finditer(text)]
    last = map(_object_at, repeat(page), [end - 1 for _, end in spans])
    begins, ends, objects = runs = Runs([], [], [])
    before = 0
    for (begin, end), drawn in zip(spans, last, strict=True):
        if drawn != before:
            while begin < end - 1 and (first := _object_at(page, begin)) != drawn:
                begins.append(begin)
                begin += 1
                while _object_at(page, begin) == first:  # that of the last character is another one
                    begin += 1
                ends.append(begin)
                objects.append(first)
            before = drawn
        begins.append(begin)
        ends.append(end)
        objects.append(drawn)
    return runs


def boxes_of(text_page: Handle, runs: Runs) -> list[Sequence[float]]:
    """The lefts, tops, rights and bottoms of runs, as PDF counts."""
    page, count = argument(text_page), len(runs.begins)
    packed = ctypes.create_string_buffer(_BOX.size * 2 * count)
    _ask(map(_box_at, repeat(page), runs.begins, _addresses(packed, count, 0)))
    _ask(map(_box_at, repeat(page), [end - 1 for end in runs.ends], _addresses(packed, count, _BOX.size)))
    numbers = memoryview(packed).cast("B").cast("f").tolist()
    begun, ended = ([numbers[at::8] for at in edges] for edges in (range(4), range(4, 8)))
    (lefts, tops, rights, bottoms), (last_lefts, last_tops, last_rights, last_bottoms) = begun, ended
    level = tops == last_tops and bottoms == last_bottoms
    if level and all(map(le, lefts, last_lefts)) and all(map(le, rights, last_rights)):
        return [lefts, tops, last_rights, bottoms]
    outer = (min, max, max, min)  # some are turned or run backwards
    return [list(map(of, one, two)) for of, one, two in zip(outer, begun, ended, strict=True)]


def drawn_at(text_page: Handle, first: dict[Handle, int]) -> Drawn:
    """How text objects look, where they begin, and the marked content that they stand in.

    Args:
        text_page: The text of their page.
        first: The objects, each with one of its characters.
    """
    page, objects, indexes = argument(text_page), list(map(argument, first)), list(first.values())
    packed = ctypes.create_string_buffer(_DRAWN.size * len(objects))
    colours = (_addresses(packed, len(objects), (6 + part) * _FLOAT) for part in range(4))
    _ask(map(_matrix_at, repeat(page), indexes, _addresses(packed, len(objects), 0)))
    _ask(map(_colour_at, repeat(page), indexes, *colours))
    shapes, lefts, baselines, colour = zip(*_DRAWN.iter_unpack(packed), strict=True) if objects else ((),) * 4
    sizes = map(_size_at, repeat(page), indexes)
    unmapped = map(_unmapped_at, repeat(page), indexes)
    looks = zip(shapes, colour, sizes, map(_font_of, objects), map(_mode_of, objects), unmapped, strict=True)
    return Drawn(list(looks), lefts, baselines, list(map(_mark_of, objects)))


def font_of(font: Handle) -> Font:
    """What a font says of itself; nothing is said by none."""
    if not font:
        return Font("", italic=False, weight=0)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    _name_of(font, buffer, _NAME_BYTES)
    return Font(buffer.value.decode("ascii", "replace"), bool(_flags_of(font) & _ITALIC_FLAG), _weight_of(font))


def _addresses(packed: ctypes.Array[ctypes.c_char], count: int, offset: int) -> Iterator[object]:
    """Where a field of each of so many records stands that begins so far from the record's begin."""
    begin, size = ctypes.addressof(packed), len(packed)
    return map(argument, range(begin + offset, begin + offset + size, max(size // max(count, 1), 1)))


def _ask(answers: Iterable[object]) -> None:
    """Make calls that write down what they find."""
    deque(answers, maxlen=0)
