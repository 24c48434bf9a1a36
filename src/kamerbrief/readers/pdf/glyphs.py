"""Words of a PDF page as PDFium gives them: characters, place and style.

Its font size is 1.0 where a producer puts the size into the text matrix, so that the size of a word is the font's times
the matrix's. A blank that PDFium makes up for a gap is told from a real one by its width, since Word spaces letters
apart.
"""

from __future__ import annotations

import dataclasses
import re
import struct
from collections import Counter
from math import hypot, isfinite
from typing import TYPE_CHECKING, Final, Literal

from kamerbrief.readers.pdf.characters import boxes_of, directions_at, drawn_at, font_of, is_generated, runs_of, text_of
from kamerbrief.readers.pdf.handles import argument
from kamerbrief.readers.pdf.paint import dark_grounds
from kamerbrief.readers.pdf.place import Edges, Place
from kamerbrief.readers.pdf.sight import unseen_words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from kamerbrief.readers.pdf.characters import Font, Look, Run
    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.paint import PageObject, PageObjects

Blank = Literal["none", "drawn", "made up"]

_LETTERS: Final = str.maketrans(
    {
        **dict(
            zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
        ),
        **dict.fromkeys("\x02\ufffe", "-"),  # what PDFium makes of a hyphen at the end of a line
    }
)
_SPECIAL: Final = re.compile(f"[{''.join(map(chr, _LETTERS))}]")
_SHAPE: Final = struct.Struct("4f")
_COLOUR: Final = struct.Struct("4I")
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
    mark: int
    """Id of the marked content that it stands in; -1 for none."""
    order: int
    """Its place among the words of the page as they are drawn."""
    before: Blank
    """What parts it from the word drawn before it: PDFium makes a blank up where it sees a gap.

    A wide gap is always a blank, whether PDFium drew or generated it.
    """
    drawn: Handle
    """What tells the text object that draws it from others; 0 for none."""
    hidden: bool = False
    """It is in the file but not to be read on the page: white, covered, outside it, turned, invisible."""


@dataclasses.dataclass(frozen=True, slots=True)
class Style:
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
    unmapped: bool = False
    """Their font does not tell which characters its glyphs are."""


def read_words(
    page: Handle, text_page: Handle, objects: PageObjects, *, tagged: bool, layered: bool
) -> tuple[list[Word], Place]:
    """The words of a page in the order in which it draws them, and how their places are counted.

    Args:
        page: The page.
        text_page: Its text.
        objects: What it draws.
        tagged: A structure tree tells what its marked content is.
        layered: The document has layers, which may be off.
    """
    text = text_of(text_page)
    place = Place.of(page)
    place = dataclasses.replace(place, rotation=_turns_to_read(text_page, text, place))
    words = _words(text_page, text, place, objects.in_forms if tagged else {})
    _hide(words, objects.others, place)
    for word in unseen_words(
        page, [word for word in words if not word.hidden and word.style.painted], objects, place, layered=layered
    ):
        word.hidden = True
    return words, place


def _turns_to_read(text_page: Handle, text: str, place: Place) -> int:
    """By how many quarter turns clockwise most of the text of a page stands upright."""
    turns: Counter[int] = Counter()
    samples = [index for index in range(0, len(text), max(len(text) // _SAMPLES, 1)) if not text[index].isspace()]
    for direction, count in Counter(directions_at(text_page, samples)).items():  # most share one
        right, up = place.direction(*direction)
        if right or up:
            turns[(0 if right > 0 else 2) if abs(right) >= abs(up) else (1 if up > 0 else 3)] += count
    return turns.most_common(1)[0][0] if turns else 0


def _hide(words: list[Word], objects: Sequence[PageObject], place: Place) -> None:
    """Mark the words that are in the file but not to be read on the page."""
    width, height = place.size
    painted = sum([len(word.text) for word in words if word.style.painted])
    scanned = 2 * painted < sum([len(word.text) for word in words])
    grounds = list(dark_grounds(objects, place)) if any(word.style.white for word in words) else []
    style, legible = None, True
    for word in words:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        if word.style is not style:  # words that follow each other mostly share theirs
            style, legible = word.style, _is_legible(word.style, scanned=scanned)
        hidden = word.style.white and not any(ground.holds(x, y) for ground in grounds)
        word.hidden = hidden or not legible or not (0 <= x <= width and 0 <= y <= height)


def _is_legible(style: Style, *, scanned: bool) -> bool:
    """Whether print of this style can be read, or was recognised on a picture of the page."""
    return style.upright and style.size >= _SMALLEST and (style.painted or scanned)


def _words(text_page: Handle, text: str, place: Place, foreign: Container[Handle]) -> list[Word]:
    """The words of a page; the marks of text objects that are foreign to it, being in forms, count for nothing."""
    runs = runs_of(text_page, text)
    drawn_by = _all_drawn(text_page, runs, place, foreign)
    boxes = place.boxes(boxes_of(text_page, runs))
    asked, is_plain = argument(text_page), _SPECIAL.search(text) is None
    words: list[Word] = []
    stop, ends_at = 0, 0.0
    for (begin, end, address), (left, top, right, bottom) in zip(runs, boxes, strict=True):
        style, baseline, mark = drawn_by[address]
        if not isfinite(left + top + right + bottom + baseline):  # a damaged file
            left, top, right, bottom = _NOWHERE
            baseline = _NOWHERE.top
        before: Blank = "none"
        if begin > stop:
            narrow = words and left - ends_at < _FALSE_GAP_BEHIND_CAPITAL * style.size
            drawn = narrow and text[begin - 1] == " " and is_generated(asked, begin - 1) != 1
            before = "drawn" if drawn else "made up"
        stop, ends_at = end, right
        shown = text[begin:end] if is_plain else text[begin:end].translate(_LETTERS)
        words.append(Word(shown, left, top, right, bottom, baseline, style, mark, len(words), before, address))
    return words


def _all_drawn(
    text_page: Handle, runs: Sequence[Run], place: Place, foreign: Container[Handle]
) -> dict[Handle, tuple[Style, float, int]]:
    """The style, the baseline and the mark of each text object; most objects of a page share a few styles."""
    first = {address: begin for begin, _, address in reversed(runs)}  # the first run of each object stands last here
    styles: dict[Look, Style] = {}
    fonts: dict[Handle, Font] = {}  # of one page: PDFium drops them with it
    found: dict[Handle, tuple[Style, float, int]] = {}
    for address, (look, x, y, mark) in zip(first, drawn_at(text_page, first), strict=True):
        style = styles.get(look)
        if style is None:
            font = fonts.get(look.font) or fonts.setdefault(look.font, font_of(look.font))
            style = styles[look] = _style(look, font, place)
        found[address] = style, place.point(x, y)[1], -1 if address in foreign else mark
    return found


def _style(look: Look, font: Font, place: Place) -> Style:
    """The style of text objects that look so."""
    a, b, c, d = _SHAPE.unpack(look.shape)
    red, green, blue, alpha = _COLOUR.unpack(look.colour)
    name = font.name.casefold()
    right, up = place.direction(*((a, b) if look.size >= 0 else (-a, -b)))
    size = abs(look.size) * hypot(c, d)
    return Style(
        size=round(2 * size) / 2 if isfinite(size) else 0.0,
        bold=any(word in name for word in _BOLD_NAMES),
        weight=font.weight,
        italic=font.italic or any(word in name for word in _ITALIC_NAMES) or abs(c) > _TILT * abs(d) > 0,
        painted=alpha > 0 and look.mode != _INVISIBLE,
        colour=(red, green, blue),
        white=red >= _WHITE_FROM and green >= _WHITE_FROM and blue >= _WHITE_FROM,
        upright=right > 0 and abs(up) <= _TILT * right,
        unmapped=look.unmapped == 1,
    )


def is_blank_between(left: Word, right: Word) -> bool:
    """Whether a blank stands between two words of one line of print."""
    if right.order == left.order + 1 and right.before != "made up":
        return right.before == "drawn" or _gap(left, right) > _GAP_INSIDE
    gap = _gap(left, right)
    if gap >= _FALSE_GAP_BEHIND_CAPITAL:
        return True
    if left.text[-1].islower() and right.text[0].isupper():
        return gap >= _GAP_BEFORE_CAPITAL
    start = left.text.lstrip(_QUOTES)
    if len(start) == 1 and start.isupper() and right.text[0].isalpha():
        return False
    return gap >= (_FALSE_GAP_IN_WORD if left.text[-1].isdigit() and right.text[0].isdigit() else _FALSE_GAP)


def _gap(left: Word, right: Word) -> float:
    """The gap between two words in parts of their size."""
    size = max(left.style.size, right.style.size)
    return (right.left - left.right) / size if size > 0 else 0.0
