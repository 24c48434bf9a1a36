"""Words of a PDF page as PDFium gives them: characters, place and style.

The one module that knows PDFium's text page. Its font size is 1.0 where a producer puts the size into the text matrix,
so that the size of a word is the font's times the matrix's. A blank that PDFium makes up for a gap is told from a real
one by its width, since Word spaces letters apart.
"""

from __future__ import annotations

import ctypes
import dataclasses
import math
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = regex.compile(r"\S++")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
_ITALIC_FLAG: Final = 1 << 6
_BOLD_NAMES, _ITALIC_NAMES = ("bold", "black", "heavy", "demi"), ("italic", "oblique")
_INVISIBLE: Final = 3
"""The render mode of text that is not painted: the text layer of a scan."""
_WHITE_FROM: Final = 250
_FALSE_GAP: Final = 0.155
"""A gap of less than this part of the size is no blank; the narrowest real ones are 0.2."""
_FALSE_GAP_IN_WORD: Final = 0.19
"""The same behind a single capital and between digits, where a narrow blank would make no word."""
_NO_GAP: Final = 0.03
_GAP_INSIDE: Final = 0.3
_NAME_BYTES: Final = 256
_TILT: Final = 0.1


@dataclasses.dataclass(slots=True)
class Word:
    """Characters of one style without a blank between them.

    Places are points from the upper left corner of the page as it is shown.
    """

    text: str
    left: float
    right: float
    baseline: float
    top: float
    bottom: float
    style: Style
    order: int
    """Its place among the words of the page as they are drawn."""
    before: str
    """The blank that parts it from the word drawn before it, as PDFium has it; empty for none."""


@dataclasses.dataclass(frozen=True, slots=True)
class Style:
    """What the characters of a text object share."""

    size: float
    bold: bool
    """The name of its font says so."""
    weight: int
    """Of the font, as the file tells; many files derive it from the stems, so that it counts beside others only."""
    italic: bool
    painted: bool
    white: bool
    upright: bool
    mark: int
    """Id of the marked content that they stand in; -1 for none."""


def read_words(page: Any, text_page: Any) -> list[Word]:
    """The words of a page in the order in which it draws them."""
    return _Reading().words(page, text_page)


class _Reading:
    """Reads the words of one page; PDFium drops its fonts with the page."""

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[bool, bool, int]] = {}
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def words(self, page: Any, text_page: Any) -> list[Word]:
        text = _text_of(text_page)
        place = _Place.of(page)
        styles: dict[int, Style] = {}
        words: list[Word] = []
        for begin, end in self._pieces(text_page, text):
            handle = _address(pdfium.FPDFText_GetTextObject(text_page, begin))
            style = styles.get(handle)
            if style is None:
                style = styles[handle] = self._style(text_page, begin, place)
            blank = text[begin - 1 : begin]
            word = self._word(text_page, text[begin:end], begin, style, place)
            word.order, word.before = len(words), blank if blank.isspace() else ""
            words.append(word)
        return words

    def _pieces(self, text_page: Any, text: str) -> Iterator[tuple[int, int]]:
        """Stretches without white space that lie in one text object."""
        handle_at = pdfium.FPDFText_GetTextObject
        for match in _PIECE.finditer(text):
            begin, end = match.span()
            last = _address(handle_at(text_page, end - 1))
            while begin < end:
                handle = _address(handle_at(text_page, begin))
                if handle == last:
                    yield begin, end
                    break
                stop = begin + 1
                while stop < end and _address(handle_at(text_page, stop)) == handle:
                    stop += 1
                yield begin, stop
                begin = stop

    def _word(self, text_page: Any, text: str, begin: int, style: Style, place: _Place) -> Word:
        box = self._box
        pointer = ctypes.byref(box)
        pdfium.FPDFText_GetLooseCharBox(text_page, begin, pointer)
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        if len(text) > 1:
            pdfium.FPDFText_GetLooseCharBox(text_page, begin + len(text) - 1, pointer)
            left, right = min(left, box.left), max(right, box.right)
            top, bottom = max(top, box.top), min(bottom, box.bottom)
        pdfium.FPDFText_GetCharOrigin(text_page, begin, ctypes.byref(self._x), ctypes.byref(self._y))
        left, top, right, bottom = place.box(left, top, right, bottom)
        baseline = place.point(self._x.value, self._y.value)[1]
        return Word(
            text=text.replace("\x02", "-").translate(_LIGATURES),
            left=left,
            right=right,
            baseline=baseline,
            top=top,
            bottom=bottom,
            style=style,
            order=0,
            before="",
        )

    def _style(self, text_page: Any, index: int, place: _Place) -> Style:
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
        size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        handle = pdfium.FPDFText_GetTextObject(text_page, index)
        bold, italic, weight = self._font(handle)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(
            text_page, index, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
        )
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        across = place.direction(matrix.a, matrix.b)
        return Style(
            size=size,
            bold=bold,
            weight=weight,
            italic=italic or abs(matrix.c) > _TILT * abs(matrix.d) > 0,
            painted=mode != _INVISIBLE and alpha.value > 0,
            white=min(red.value, green.value, blue.value) >= _WHITE_FROM,
            upright=across[0] > 0 and abs(across[1]) <= _TILT * abs(across[0]),
            mark=pdfium.FPDFPageObj_GetMarkedContentID(handle) if handle else -1,
        )

    def _font(self, handle: Any) -> tuple[bool, bool, int]:
        """Whether the font of a text object is bold and italic by its name, and its weight."""
        font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        if not font:
            return False, False, 0
        address = _address(font)
        if address not in self._fonts:
            buffer = ctypes.create_string_buffer(_NAME_BYTES)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
            name = buffer.value.decode("ascii", "replace").casefold()
            bold = any(word in name for word in _BOLD_NAMES)
            italic = any(word in name for word in _ITALIC_NAMES) or bool(pdfium.FPDFFont_GetFlags(font) & _ITALIC_FLAG)
            self._fonts[address] = bold, italic, pdfium.FPDFFont_GetWeight(font)
        return self._fonts[address]


@dataclasses.dataclass(frozen=True, slots=True)
class _Place:
    """From PDF's coordinates to points from the upper left corner of the page as shown."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int
    """Quarter turns clockwise."""

    @classmethod
    def of(cls, page: Any) -> _Place:
        edges = [ctypes.c_float() for _ in range(4)]
        pointers = [ctypes.byref(edge) for edge in edges]
        if not pdfium.FPDFPage_GetCropBox(page, *pointers) and not pdfium.FPDFPage_GetMediaBox(page, *pointers):
            return cls(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page), 0)
        left, bottom, right, top = (edge.value for edge in edges)
        return cls(left, bottom, right - left, top - bottom, pdfium.FPDFPage_GetRotation(page) % 4)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        match self.turns:
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case 3:
                return self.height - y, self.width - x
            case _:
                return x, self.height - y

    def box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(left, top), self.point(right, bottom)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def direction(self, a: float, b: float) -> tuple[float, float]:
        """Which way text runs as shown: right and up are positive."""
        return [(a, b), (b, -a), (-a, -b), (-b, a)][self.turns]


def _address(handle: Any) -> int:
    return ctypes.addressof(handle.contents) if handle else 0


def _text_of(text_page: Any) -> str:
    """The characters of a page, one for each that PDFium counts."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))  # GetText leaves some out
    return "".join("\ufffd" if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code) for code in codes)


def is_blank_between(left: Word, right: Word) -> bool:
    """Whether a blank stands between two words of one line of print."""
    size = max(left.style.size, right.style.size)
    gap = (right.left - left.right) / size if size > 0 else 0.0
    if right.order == left.order + 1:
        if not right.before.isspace():
            return gap > _GAP_INSIDE
        if right.before == " " and gap < _NO_GAP:
            return True  # a real one: PDFium makes up blanks for gaps alone
    one_capital = len(left.text) == 1 and left.text.isupper() and right.text[0].islower()
    digits = left.text[-1].isdigit() and right.text[0].isdigit()
    return gap >= (_FALSE_GAP_IN_WORD if one_capital or digits else _FALSE_GAP)
