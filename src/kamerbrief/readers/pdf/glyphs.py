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
from itertools import compress, count
from math import hypot, isfinite
from typing import TYPE_CHECKING, Final, Literal

from kamerbrief.readers.pdf.characters import Look, boxes_of, drawn_at, font_of, is_generated, runs_of, text_of
from kamerbrief.readers.pdf.handles import argument
from kamerbrief.readers.pdf.paint import dark_grounds
from kamerbrief.readers.pdf.place import Place
from kamerbrief.readers.pdf.sight import unseen_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kamerbrief.readers.pdf.characters import Drawn, Font, Runs
    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.paint import PageObject, PageObjects
    from kamerbrief.readers.pdf.place import Edges

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
_NOWHERE: Final = (-1.0, -1.0, -1.0, -1.0, -1.0)
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
    runs = runs_of(text_page, text)
    first = dict(zip(reversed(runs.objects), reversed(runs.begins), strict=True))  # its first run is written last
    drawn = drawn_at(text_page, first)
    place = Place.of(page)
    place = dataclasses.replace(place, rotation=_turns_to_read(runs, first, drawn, place))
    styles = _styles(drawn, place)
    marks = drawn.marks
    if tagged and (foreign := objects.in_forms):  # the marks in forms count for nothing
        marks = [-1 if address in foreign else mark for address, mark in zip(first, marks, strict=True)]
    told = zip(map(styles.__getitem__, drawn.looks), place.baselines(drawn.lefts, drawn.baselines), marks, strict=True)
    words = _words(text_page, text, runs, dict(zip(first, told, strict=True)), place)
    _hide(words, list(styles.values()), objects.others, place)
    shown = [word for word in words if not word.hidden and word.style.painted]
    _hide_all(unseen_words(page, shown, objects, place, layered=layered))
    return words, place


def _turns_to_read(runs: Runs, objects: Iterable[Handle], drawn: Drawn, place: Place) -> int:
    """By how many quarter turns clockwise most of the text of a page stands upright."""
    ways = [(shape, size >= 0) for shape, _, size, *_ in drawn.looks]
    turn_of = {way: _turn(*_direction(*way), place) for way in set(ways)}
    if len(set(turn_of.values())) > 1:
        turns: Counter[int | None] = Counter()
        way_of = dict(zip(objects, ways, strict=True))
        for begin, end, address in zip(*runs, strict=True):
            turns[turn_of[way_of[address]]] += end - begin
        del turns[None]
        return turns.most_common(1)[0][0] or 0
    return next(iter(turn_of.values()), 0) or 0


def _turn(a: float, b: float, place: Place) -> int | None:
    """By how many quarter turns clockwise text that runs so stands upright; None where it runs nowhere."""
    right, up = place.direction(a, b)
    if not right and not up:
        return None
    return (0 if right > 0 else 2) if abs(right) >= abs(up) else (1 if up > 0 else 3)


def _direction(shape: bytes, forward: bool) -> tuple[float, float]:  # noqa: FBT001 -- a part of a key
    """Which way text runs, as PDF counts: right and up are positive."""
    a, b, _, _ = _SHAPE.unpack(shape)
    return (a, b) if forward else (-a, -b)


def _hide(words: Sequence[Word], styles: Sequence[Style], objects: Sequence[PageObject], place: Place) -> None:
    """Mark the words that are in the file but not to be read on the page; few styles make words that are not."""
    if not all(_is_legible(style, scanned=False) for style in styles):
        scanned = _is_scanned(words)
        _hide_all(word for word in words if not _is_legible(word.style, scanned=scanned))
    if any(style.white for style in styles):
        _hide_white([word for word in words if word.style.white], list(dark_grounds(objects, place)))
    width, height = (2 * side for side in place.size)
    _hide_all([w for w in words if not (0 <= w.left + w.right <= width and 0 <= w.top + w.bottom <= height)])


def _hide_all(words: Iterable[Word]) -> None:
    for word in words:
        word.hidden = True


def _hide_white(words: Iterable[Word], grounds: Sequence[Edges]) -> None:
    """Mark the white words that stand on none of these grounds."""
    for word in words:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        word.hidden = word.hidden or not any(ground.holds(x, y) for ground in grounds)


def _is_scanned(words: Sequence[Word]) -> bool:
    """Whether most of the text of a page is not painted: it was recognised on a picture of it."""
    painted = sum([len(word.text) for word in words if word.style.painted])
    return 2 * painted < sum([len(word.text) for word in words])


def _is_legible(style: Style, *, scanned: bool) -> bool:
    """Whether print of this style can be read, or was recognised on a picture of the page."""
    return style.upright and style.size >= _SMALLEST and (style.painted or scanned)


def _words(
    text_page: Handle,
    text: str,
    runs: Runs,
    told: Mapping[Handle, tuple[Style, float, int]],
    place: Place,
) -> list[Word]:
    """The words of a page, by the style, the baseline and the mark of each of its text objects."""
    begins, ends, objects = runs
    if not begins:
        return []
    styles, baselines, marks = zip(*map(told.__getitem__, objects), strict=True)
    places = [*place.boxes(*boxes_of(text_page, runs)), baselines]
    if not isfinite(sum(map(sum, places))):  # a damaged file
        places = [*zip(*(at if isfinite(sum(at)) else _NOWHERE for at in zip(*places, strict=True)), strict=True)]
    lefts, _, rights, *_ = places
    narrow = [
        begin > stop and left - right < _FALSE_GAP_BEHIND_CAPITAL * style.size
        for begin, stop, left, right, style in zip(begins[1:], ends, lefts[1:], rights, styles[1:], strict=False)
    ]
    before = _blanks(text_page, text, begins, ends, [False, *narrow])
    shown = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    if _SPECIAL.search(text) is not None:
        shown = [word.translate(_LETTERS) for word in shown]
    return list(map(Word, shown, *places, styles, marks, count(), before, objects))


def _blanks(
    text_page: Handle, text: str, begins: Sequence[int], ends: Sequence[int], narrow: Sequence[bool]
) -> list[Blank]:
    """What parts each word from the one before it; PDFium is asked only where the gap is narrow."""
    page = argument(text_page)
    blanks: list[Blank] = [
        "none" if begin == stop else "made up" for begin, stop in zip(begins, (0, *ends), strict=False)
    ]
    for index in compress(count(), narrow):
        at = begins[index] - 1
        if text[at] == " " and is_generated(page, at) != 1:
            blanks[index] = "drawn"
    return blanks


def _styles(drawn: Drawn, place: Place) -> dict[tuple[bytes, bytes, float, Handle, int, int], Style]:
    """The styles of text objects that look so; most objects of a page share a few."""
    looks = set(drawn.looks)
    fonts = {font: font_of(font) for font in {look[3] for look in looks}}  # of one page: PDFium drops them with it
    return {look: _style(Look(*look), fonts[look[3]], place) for look in looks}


def _style(look: Look, font: Font, place: Place) -> Style:
    """The style of text objects that look so."""
    _, _, c, d = _SHAPE.unpack(look.shape)
    red, green, blue, alpha = _COLOUR.unpack(look.colour)
    name = font.name.casefold()
    right, up = place.direction(*_direction(look.shape, look.size >= 0))
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
    size = max(left.style.size, right.style.size)
    gap = (right.left - left.right) / size if size > 0 else 0.0
    if right.before != "made up" and right.order == left.order + 1:
        return right.before == "drawn" or gap > _GAP_INSIDE
    if gap >= _FALSE_GAP_BEHIND_CAPITAL:
        return True
    if left.text[-1].islower() and right.text[0].isupper():
        return gap >= _GAP_BEFORE_CAPITAL
    start = left.text.lstrip(_QUOTES)
    if len(start) == 1 and start.isupper() and right.text[0].isalpha():
        return False
    return gap >= (_FALSE_GAP_IN_WORD if left.text[-1].isdigit() and right.text[0].isdigit() else _FALSE_GAP)
