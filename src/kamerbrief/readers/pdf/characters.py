"""What PDFium tells of the characters of a page, question by question, in packed arrays.

The one module that knows PDFium's text page. A call costs more than what PDFium does in it: none is made twice, and
each is mapped over all that it is asked of.
"""

from __future__ import annotations

import ctypes
import re
import struct
from itertools import accumulate, compress, count, repeat
from operator import le, ne
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.document.text import well_formed
from kamerbrief.readers.pdf.handles import Records, answers, argument, ask, by_address, unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.readers.pdf.handles import Handle

_BLANKS: Final = re.compile(r"([\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]++)")
"""What is white space to Unicode."""
_FLOAT: Final = 4
_BOX: Final = 4 * _FLOAT
_LOOK: Final = struct.Struct("16s8x16s")
"""The first four numbers of a matrix, the two that tell the place, and the parts of a colour."""
_ORIGIN: Final = (ctypes.c_double * 2)()
_TO_ORIGIN: Final = tuple(argument(ctypes.addressof(_ORIGIN) + at * ctypes.sizeof(ctypes.c_double)) for at in range(2))
_TEXT, _BOXES, _LOOKS = Records(ctypes.sizeof(ctypes.c_ushort)), Records(2 * _BOX), Records(_LOOK.size)
_ITALIC_FLAG: Final = 1 << 6
_NAME: Final = ctypes.create_string_buffer(256)

count_characters: Final = by_address(pdfium.FPDFText_CountChars)
is_generated: Final = unchecked(pdfium.FPDFText_IsGenerated)
_text: Final = by_address(pdfium.FPDFText_GetText)
_code_at: Final = unchecked(pdfium.FPDFText_GetUnicode)
_object_at: Final = unchecked(pdfium.FPDFText_GetTextObject)
_box_at: Final = unchecked(pdfium.FPDFText_GetLooseCharBox)
_origin_at: Final = unchecked(pdfium.FPDFText_GetCharOrigin)
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

    looks: list[Look]
    """How they look, each look once."""
    look_of: list[int]
    """Which of these each has."""
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
    _TEXT.reserve(count + 1)
    written = _text(text_page, 0, count, _TEXT.begin)
    text = str(_TEXT.written(max(written - 1, 0)), "utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = answers(_code_at, repeat(argument(text_page)), range(count))  # GetText leaves some out
    return well_formed("".join(chr(code) if code else "\ufffd" for code in codes))


def runs_of(text_page: Handle, text: str) -> Runs:
    """The runs of a page; its text objects draw their characters one after another."""
    stretches = _BLANKS.split(text)
    edges = list(accumulate(map(len, stretches), initial=0))
    words = slice(not stretches[0], len(stretches) // 2 + bool(stretches[-1]))  # it may begin and end with blanks
    begins, ends = edges[:-1:2][words], edges[1::2][words]
    page = argument(text_page)
    last = list(answers(_object_at, repeat(page), [end - 1 for end in ends]))
    changed = list(compress(count(), map(ne, last, [0, *last])))
    first = answers(_object_at, repeat(page), [begins[at] for at in changed])
    runs, whole = Runs([], [], []), Runs(begins, ends, last)
    done = 0
    for at in [at for at, drawn in zip(changed, first, strict=True) if drawn != last[at]]:
        parted = zip(*_parts(page, begins[at], ends[at], last[at]), strict=True)
        for column, kept, parts in zip(runs, whole, parted, strict=True):
            column += [*kept[done:at], *parts]
        done = at + 1
    for column, kept in zip(runs, whole, strict=True):
        column += kept[done:]
    return runs


def _parts(page: object, begin: int, end: int, last: Handle) -> Iterator[tuple[int, int, Handle]]:
    """The runs of a word that ends in this object and begins in another one."""
    while begin < end - 1 and (first := _object_at(page, begin)) != last:
        start = begin
        begin += 1
        while _object_at(page, begin) == first:  # that of the last character is another one
            begin += 1
        yield start, begin, first
    yield begin, end, last


def boxes_of(text_page: Handle, runs: Runs) -> list[Sequence[float]]:
    """The lefts, tops, rights and bottoms of runs, as PDF counts."""
    page, count = argument(text_page), len(runs.begins)
    _BOXES.reserve(count)
    ask(_box_at, repeat(page), runs.begins, _BOXES.addresses(0))
    ask(_box_at, repeat(page), [end - 1 for end in runs.ends], _BOXES.addresses(_BOX))
    numbers = struct.unpack(f"{8 * count}f", _BOXES.written(count))
    begun, ended = ([list(numbers[at::8]) for at in edges] for edges in (range(4), range(4, 8)))
    (lefts, tops, rights, bottoms), (last_lefts, last_tops, last_rights, last_bottoms) = begun, ended
    for at in compress(range(count), map(ne, tops, last_tops)):  # rounding makes some letters higher than others
        tops[at] = max(tops[at], last_tops[at])
    for at in compress(range(count), map(ne, bottoms, last_bottoms)):
        bottoms[at] = min(bottoms[at], last_bottoms[at])
    if all(map(le, lefts, last_lefts)) and all(map(le, rights, last_rights)):
        return [lefts, tops, last_rights, bottoms]
    return [list(map(min, lefts, last_lefts)), tops, list(map(max, rights, last_rights)), bottoms]  # some run backwards


def origin_of(text_page: Handle, index: int) -> tuple[float, float]:
    """Where a character is set, as PDF counts: its box holds what hangs over, too, as an italic f does.

    A blank that PDFium makes up is set where the letter before it ends.
    """
    _ORIGIN[:] = [0.0, 0.0]
    _origin_at(argument(text_page), index, *_TO_ORIGIN)
    x, y = _ORIGIN
    return x, y


def drawn_at(text_page: Handle, first: dict[Handle, int]) -> Drawn:
    """How text objects look, where they begin, and the marked content that they stand in.

    Args:
        text_page: The text of their page.
        first: The objects, each with one of its characters.
    """
    page, objects, indexes = argument(text_page), list(map(argument, first)), list(first.values())
    _LOOKS.reserve(len(objects))
    ask(_matrix_at, repeat(page), indexes, _LOOKS.addresses(0))
    ask(_colour_at, repeat(page), indexes, *map(_LOOKS.addresses, range(6 * _FLOAT, _LOOK.size, _FLOAT)))
    written = _LOOKS.written(len(objects))
    sizes = answers(_size_at, repeat(page), indexes)
    unmapped = answers(_unmapped_at, repeat(page), indexes)
    modes = answers(_mode_of, objects)
    looks = zip(_LOOK.iter_unpack(written), sizes, answers(_font_of, objects), modes, unmapped, strict=True)
    number: dict[tuple[tuple[bytes, bytes], float, Handle, int, int], int] = {}
    look_of = [number.setdefault(look, len(number)) for look in looks]
    different = [Look(*painted, size, font, mode, told) for painted, size, font, mode, told in number]
    lefts, baselines = (written.cast("f")[at :: _LOOK.size // _FLOAT].tolist() for at in (4, 5))
    return Drawn(different, look_of, lefts, baselines, list(answers(_mark_of, objects)))


def font_of(font: Handle) -> Font:
    """What a font says of itself; nothing is said by none."""
    if not font:
        return Font("", italic=False, weight=0)
    _NAME.value = b""
    _name_of(font, _NAME, len(_NAME))
    return Font(_NAME.value.decode("ascii", "replace"), bool(_flags_of(font) & _ITALIC_FLAG), _weight_of(font))
