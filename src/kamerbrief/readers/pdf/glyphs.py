"""Words of a PDF page as PDFium gives them: characters, place and style.

The one module that knows PDFium's text page. Its font size is 1.0 where a producer puts the size into the text matrix,
so that the size of a word is the font's times the matrix's. A blank that PDFium makes up for a gap is told from a real
one by its width, since Word spaces letters apart.
"""

from __future__ import annotations

import ctypes
import dataclasses
import math
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import pypdfium2.raw as pdfium
import regex

from kamerbrief.document.text import well_formed
from kamerbrief.readers.pdf.handles import address_of, has_no_character, text_object_at
from kamerbrief.readers.pdf.paint import dark_grounds, texts_in_forms
from kamerbrief.readers.pdf.place import Edges, Place
from kamerbrief.readers.pdf.sight import unseen_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.paint import PageObject

Blank = Literal["none", "drawn", "made up"]

_PIECE = regex.compile(r"\S++")
_LETTERS: Final = str.maketrans(
    {
        **dict(
            zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
        ),
        **dict.fromkeys("\x02\ufffe", "-"),  # what PDFium makes of a hyphen at the end of a line
    }
)
_ITALIC_FLAG: Final = 1 << 6
_BOLD_NAMES, _ITALIC_NAMES = ("bold", "black", "heavy", "demi"), ("italic", "oblique")
_INVISIBLE: Final = 3
"""The render mode of text that is not painted: the text layer of a scan."""
_WHITE_FROM: Final = 250
_FALSE_GAP: Final = 0.155
"""A gap of less than this part of the size is no blank; the narrowest real ones are 0.2."""
_FALSE_GAP_IN_WORD: Final = 0.19
"""The same between digits, where a narrow blank would make no number."""
_FALSE_GAP_BEHIND_CAPITAL: Final = 0.24
"""The same behind a single capital: ``H aag``."""
_GAP_BEFORE_CAPITAL: Final = 0.08
"""The same between a small letter and a capital, which no word has inside: ``DenHaag``."""
_GAP_INSIDE: Final = 0.3
_QUOTES: Final = "‘“\"('"
_NOWHERE: Final = Edges(-1.0, -1.0, -1.0, -1.0)
_NAME_BYTES: Final = 256
_SAMPLES: Final = 60
_SMALLEST: Final = 2.0
"""Print that nobody can read, in points."""
_TILT: Final = 0.1


@dataclasses.dataclass(slots=True)
class Word:
    """Characters of one style without a blank between them.

    Places are points from the upper left corner of the page as it is read.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    order: int
    """Its place among the words of the page as they are drawn."""
    before: Blank
    """What parts it from the word drawn before it: PDFium makes a blank up where it sees a gap.

    A wide gap is always a blank, whether PDFium drew or generated it.
    """
    drawn: int
    """What tells the text object that draws it from others; 0 for none."""
    hidden: bool = False
    """It is in the file but not to be read on the page: white, covered, outside it, turned, invisible."""


class Style(NamedTuple):
    """What the characters of a text object share."""

    size: float
    """In points, to the half."""
    bold: bool
    """The name of its font says so."""
    weight: int
    """Of the font, as the file tells; many files derive it from the stems, so that it counts beside others only."""
    italic: bool
    painted: bool
    colour: tuple[int, int, int]
    white: bool
    upright: bool
    mark: int
    """Id of the marked content that they stand in; -1 for none."""
    unmapped: bool = False
    """Its font does not tell which characters its glyphs are."""


def read_words(
    page: Handle, text_page: Handle, objects: Sequence[PageObject], *, tagged: bool, layered: bool
) -> tuple[list[Word], Place]:
    """The words of a page in the order in which it draws them, and how their places are counted.

    Args:
        page: The page.
        text_page: Its text.
        objects: What it draws.
        tagged: A structure tree tells what its marked content is.
        layered: The document has layers, which may be off.
    """
    text = _text_of(text_page)
    place = Place.of(page)
    place = dataclasses.replace(place, rotation=_turns_to_read(text_page, text, place))
    in_forms = texts_in_forms(objects) if tagged else frozenset()
    words = _Reading(text_page, place, in_forms).words(text)
    _hide(words, objects, place)
    for word in unseen_words(
        page, [word for word in words if not word.hidden and word.style.painted], objects, place, layered=layered
    ):
        word.hidden = True
    return words, place


def _turns_to_read(text_page: Handle, text: str, place: Place) -> int:
    """By how many quarter turns clockwise most of the text of a page stands upright."""
    matrix = pdfium.FS_MATRIX()
    turns: Counter[int] = Counter()
    for index in range(0, len(text), max(len(text) // _SAMPLES, 1)):
        if not text[index].isspace() and pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
            forward = pdfium.FPDFText_GetFontSize(text_page, index) >= 0
            right, up = place.direction(*((matrix.a, matrix.b) if forward else (-matrix.a, -matrix.b)))
            if not right and not up:
                continue
            turns[(0 if right > 0 else 2) if abs(right) >= abs(up) else (1 if up > 0 else 3)] += 1
    return turns.most_common(1)[0][0] if turns else 0


def _hide(words: list[Word], objects: Sequence[PageObject], place: Place) -> None:
    """Mark the words that are in the file but not to be read on the page."""
    width, height = place.size
    painted = sum(len(word.text) for word in words if word.style.painted)
    scanned = 2 * painted < sum(len(word.text) for word in words)
    grounds = list(dark_grounds(objects, place)) if any(word.style.white for word in words) else []
    page_box = Edges(0.0, 0.0, width, height)
    for word in words:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        hidden = word.style.white and not any(ground.holds(x, y) for ground in grounds)
        word.hidden = hidden or not page_box.holds(x, y) or not _is_legible(word.style, scanned=scanned)


def _is_legible(style: Style, *, scanned: bool) -> bool:
    """Whether print of this style can be read, or was recognised on a picture of the page."""
    return style.upright and style.size >= _SMALLEST and (style.painted or scanned)


class _Reading:
    """Reads the words of one page; PDFium drops its fonts with the page."""

    def __init__(self, text_page: Handle, place: Place, in_forms: AbstractSet[int]) -> None:
        self._in_forms = in_forms
        self._text_page = text_page
        self._place = place
        self._fonts: dict[int, tuple[bool, bool, int]] = {}
        self._box = pdfium.FS_RECTF()
        self._box_pointer = ctypes.byref(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._colour_pointers = tuple(ctypes.byref(value) for value in self._colour)

    def words(self, text: str) -> list[Word]:
        # Runs for each word of a document: calls of PDFium are what it costs, so that none is made twice.
        text_page, box, pointer, place = self._text_page, self._box, self._box_pointer, self._place
        box_of, is_generated = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_IsGenerated
        objects: dict[int | None, tuple[Style, float]] = {}
        words: list[Word] = []
        for begin, end, address in self._pieces(text):
            known = objects.get(address)
            if known is None:
                known = objects[address] = self._style(begin)
            style, baseline = known
            box_of(text_page, begin, pointer)
            left, top, right, bottom = box.left, box.top, box.right, box.bottom
            if end - begin > 1:
                box_of(text_page, end - 1, pointer)
                left, right = min(left, box.left), max(right, box.right)
                top, bottom = max(top, box.top), min(bottom, box.bottom)
            edges = place.box(left, top, right, bottom)
            if not math.isfinite(sum(edges) + baseline):  # a damaged file
                edges, baseline = _NOWHERE, _NOWHERE.top
            before: Blank = "none"
            if begin and text[begin - 1].isspace():
                narrow = words and edges.left - words[-1].right < _FALSE_GAP_BEHIND_CAPITAL * style.size
                drawn = narrow and text[begin - 1] == " " and is_generated(text_page, begin - 1) != 1
                before = "drawn" if drawn else "made up"
            shown = text[begin:end].translate(_LETTERS)
            words.append(Word(shown, *edges, baseline, style, len(words), before, address or 0))
        return words

    def _pieces(self, text: str) -> Iterator[tuple[int, int, int | None]]:
        """Stretches without white space that lie in one text object, and what tells that object from others."""
        text_page = self._text_page
        last: int | None = 0
        for match in _PIECE.finditer(text):
            begin, end = match.span()
            before, last = last, text_object_at(text_page, end - 1)
            if last == before:  # an object draws its characters one after another
                yield begin, end, last
                continue
            while begin < end:
                address = last if end - begin == 1 else text_object_at(text_page, begin)
                if address == last:
                    yield begin, end, address
                    break
                stop = begin + 1
                while stop < end and text_object_at(text_page, stop) == address:
                    stop += 1
                yield begin, stop, address
                begin = stop

    def _style(self, index: int) -> tuple[Style, float]:
        """The style of a text object whose first character this is, and how far down its characters stand."""
        text_page, matrix = self._text_page, self._matrix
        pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
        handle = pdfium.FPDFText_GetTextObject(text_page, index)
        bold, italic, weight = self._font(handle)
        red, green, blue, alpha = self._colour
        pdfium.FPDFText_GetFillColor(text_page, index, *self._colour_pointers)
        foreign = bool(self._in_forms) and address_of(handle) in self._in_forms
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        right, up = self._place.direction(*((matrix.a, matrix.b) if size >= 0 else (-matrix.a, -matrix.b)))
        size = abs(size) * math.hypot(matrix.c, matrix.d)
        style = Style(
            size=round(2 * size) / 2 if math.isfinite(size) else 0.0,
            bold=bold,
            weight=weight,
            italic=italic or abs(matrix.c) > _TILT * abs(matrix.d) > 0,
            painted=alpha.value > 0 and not (handle and pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE),
            colour=(red.value, green.value, blue.value),
            white=red.value >= _WHITE_FROM and green.value >= _WHITE_FROM and blue.value >= _WHITE_FROM,
            upright=right > 0 and abs(up) <= _TILT * right,
            mark=pdfium.FPDFPageObj_GetMarkedContentID(handle) if handle and not foreign else -1,
            unmapped=has_no_character(text_page, index) == 1,
        )
        return style, self._place.point(matrix.e, matrix.f)[1]

    def _font(self, handle: Handle) -> tuple[bool, bool, int]:
        """Whether the font of a text object is bold and italic by its name, and its weight."""
        font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        if not font:
            return False, False, 0
        address = address_of(font)
        if address not in self._fonts:
            buffer = ctypes.create_string_buffer(_NAME_BYTES)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
            name = buffer.value.decode("ascii", "replace").casefold()
            bold = any(word in name for word in _BOLD_NAMES)
            italic = any(word in name for word in _ITALIC_NAMES) or bool(pdfium.FPDFFont_GetFlags(font) & _ITALIC_FLAG)
            self._fonts[address] = bold, italic, pdfium.FPDFFont_GetWeight(font)
        return self._fonts[address]


def _text_of(text_page: Handle) -> str:
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
    return well_formed("".join(chr(code) if code else "\ufffd" for code in codes))


def is_blank_between(left: Word, right: Word) -> bool:
    """Whether a blank stands between two words of one line of print."""
    size = max(left.style.size, right.style.size)
    gap = (right.left - left.right) / size if size > 0 else 0.0
    if right.order == left.order + 1 and right.before != "made up":
        return right.before == "drawn" or gap > _GAP_INSIDE
    if gap >= _FALSE_GAP_BEHIND_CAPITAL:
        return True
    if left.text[-1].islower() and right.text[0].isupper():
        return gap >= _GAP_BEFORE_CAPITAL
    start = left.text.lstrip(_QUOTES)
    if len(start) == 1 and start.isupper() and right.text[0].isalpha():
        return False
    return gap >= (_FALSE_GAP_IN_WORD if left.text[-1].isdigit() and right.text[0].isdigit() else _FALSE_GAP)
