"""The words of a PDF page as PDFium gives them: characters, place and style.

Its font size is 1.0 where a producer puts the size into the text matrix, so that the size of a word is the font's times
the matrix's. A blank that PDFium makes up for a gap is told from a real one by its width, since Word spaces letters
apart.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
import struct
from collections import Counter
from math import hypot, isfinite
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.characters import (
    Look,
    boxes_of,
    drawn_at,
    font_of,
    is_generated,
    origin_of,
    runs_of,
    text_of,
)
from kamerbrief.readers.pdf.handles import argument
from kamerbrief.readers.pdf.paint import dark_grounds, read_objects
from kamerbrief.readers.pdf.place import Edges, Place
from kamerbrief.readers.pdf.sight import unseen_words
from kamerbrief.readers.pdf.stretches import (
    FALSE_GAP_BEHIND_CAPITAL,
    SURE_BLANK,
    Stretch,
    Style,
    Words,
    cuts,
    hide,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kamerbrief.readers.pdf.characters import Drawn, Font, Runs
    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.paint import PageObjects, Painted
    from kamerbrief.readers.pdf.stretches import Blank, Told
    from kamerbrief.readers.pdf.tags import Tag

_LIGATURES: Final = str.maketrans(
    dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
)
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_SHAPE: Final = struct.Struct("4f")
_COLOUR: Final = struct.Struct("4I")
_BOLD_NAMES, _ITALIC_NAMES = ("bold", "black", "heavy", "demi"), ("italic", "oblique")
_INVISIBLE: Final = 3
"""The render mode of text that is not painted: the text layer of a scan."""
_WHITE_FROM: Final = 250
_NOWHERE: Final = (-1.0, -1.0, -1.0, -1.0, -1.0)
_SMALLEST: Final = 2.0
"""Print that nobody can read, in points."""
_TILT: Final = 0.1
_OVERHANG: Final = 0.03
"""Where so much of a letter hangs over, in parts of the size, a blank is wider than the gap of the boxes."""


def read_words(
    page: Handle, text_page: Handle, tags: Mapping[int, Tag], *, layered: bool
) -> tuple[Sequence[Stretch], Place, PageObjects]:
    """The words of a page in the order in which it draws them, how their places are counted, and what it draws.

    Args:
        page: The page.
        text_page: Its text.
        tags: What the structure tree tells of its marked content.
        layered: The document has layers, which may be off.
    """
    text = text_of(text_page)
    runs = runs_of(text_page, text)
    first = dict(zip(reversed(runs.objects), reversed(runs.begins), strict=True))  # its first run is written last
    drawn = drawn_at(text_page, first)
    place = Place.of(page)
    place = dataclasses.replace(place, rotation=_turns_to_read(runs, first, drawn, place))
    objects = read_objects(page, first.keys(), place)
    styles = _styles(drawn.looks, place)
    marks = dict(zip(first, drawn.marks, strict=True))
    if tags:
        marks.update(dict.fromkeys(marks.keys() & objects.in_forms.keys(), -1))  # the marks in forms count for nothing
    baselines = place.baselines(drawn.lefts, drawn.baselines)
    told = zip(baselines, map(styles.__getitem__, drawn.look_of), map(tags.get, marks.values()), strict=True)
    words = _stretches(text_page, text, runs, dict(zip(first, told, strict=True)), marks, place)
    words = hide(words, _illegible(words, styles, objects.painted, place))
    shown = [word for word in words if not word.hidden and word.style.painted]
    return hide(words, unseen_words(page, shown, objects, place, layered=layered)), place, objects


def _turns_to_read(runs: Runs, objects: Iterable[Handle], drawn: Drawn, place: Place) -> int:
    """By how many quarter turns clockwise most of the text of a page stands upright."""
    turn_of = [_turn(*_direction(look), place) for look in drawn.looks]
    if len(set(turn_of)) > 1:
        turns: Counter[int | None] = Counter()
        look_of = dict(zip(objects, drawn.look_of, strict=True))
        for begin, end, address in zip(*runs, strict=True):
            turns[turn_of[look_of[address]]] += end - begin
        del turns[None]
        return turns.most_common(1)[0][0] or 0
    return next(iter(turn_of), 0) or 0


def _turn(a: float, b: float, place: Place) -> int | None:
    """By how many quarter turns clockwise text that runs so stands upright; None where it runs nowhere."""
    right, up = place.direction(a, b)
    if not right and not up:
        return None
    return (0 if right > 0 else 2) if abs(right) >= abs(up) else (1 if up > 0 else 3)


def _direction(look: Look) -> tuple[float, float]:
    """Which way text runs, as PDF counts: right and up are positive."""
    a, b, _, _ = _SHAPE.unpack(look.shape)
    return (a, b) if look.size >= 0 else (-a, -b)


def _illegible(words: Sequence[Stretch], styles: Sequence[Style], painted: Sequence[Painted], place: Place) -> set[int]:
    """The words that are in the file but not to be read on the page; few styles make words that are not."""
    found: list[Stretch] = []
    if not all(_is_legible(style, scanned=False) for style in styles):
        scanned = _is_scanned(words)
        found += words_of(word for word in words if not _is_legible(word.style, scanned=scanned))
    if any(style.white for style in styles):
        found += _white_words((word for word in words if word.style.white), list(dark_grounds(painted)))
    return {word.begin for word in itertools.chain(found, _words_off(words, Edges(0.0, 0.0, *place.size)))}


def _words_off(words: Sequence[Stretch], page: Edges) -> Iterator[Stretch]:
    """The words that stand off a page with these edges."""
    _, _, width, height = page
    beyond = (w for w in words if w.left < 0 or w.top < 0 or w.right > width or w.bottom > height)
    return (word for word in words_of(beyond) if not page.holds(*word.middle))


def _white_words(words: Iterable[Stretch], grounds: Sequence[Edges]) -> Iterator[Stretch]:
    """The white words that stand on none of these grounds."""
    return (word for word in words_of(words) if not any(ground.holds(*word.middle) for ground in grounds))


def _is_scanned(words: Sequence[Stretch]) -> bool:
    """Whether most of the text of a page is not painted: it was recognised on a picture of it."""
    painted = sum([word.length for word in words if word.style.painted])
    return 2 * painted < sum([word.length for word in words])


def _is_legible(style: Style, *, scanned: bool) -> bool:
    """Whether print of this style can be read, or was recognised on a picture of the page."""
    return style.upright and style.size >= _SMALLEST and (style.painted or scanned)


def _stretches(
    text_page: Handle, text: str, runs: Runs, told_of: Mapping[Handle, Told], marks: Mapping[Handle, int], place: Place
) -> Sequence[Stretch]:
    """The words of a page, by what is told of each of its text objects."""
    begins, ends, objects = runs
    if not begins:
        return []
    told = list(map(told_of.__getitem__, objects))
    places = [*place.boxes(*boxes_of(text_page, runs)), [one[0] for one in told]]
    if not isfinite(sum(map(sum, places))):  # a damaged file
        places = [*zip(*(at if isfinite(sum(at)) else _NOWHERE for at in zip(*places, strict=True)), strict=True)]
        told = [(baseline, style, tag) for baseline, (_, style, tag) in zip(places[-1], told, strict=True)]
    lefts, tops, rights, bottoms, _ = places
    words = Words(*_shown(text, begins, ends), lefts, tops, rights, bottoms, objects, marks)
    starts = [0, *cuts(words, told)]
    stretches = []
    for begin, end in zip(starts, [*starts[1:], len(begins)], strict=True):
        shown = words.text[words.begins[begin] : words.ends[end - 1]]
        box = lefts[begin], tops[begin], rights[end - 1], bottoms[begin]
        before = _blank_before(text_page, text, runs, words, begin, told[begin], place)
        stretches.append(Stretch(words, begin, end, shown, *box, *told[begin], before))
    return stretches


def _shown(text: str, begins: Sequence[int], ends: Sequence[int]) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text of a page in the characters that it shows, and where its words begin and end in it."""
    text = text.replace("\x02", "-").replace("\ufffe", "-")  # what PDFium makes of a hyphen at the end of a line
    if _LIGATURE.search(text) is None:
        return text, begins, ends
    shown = [sign.translate(_LIGATURES) for sign in text]
    at = list(itertools.accumulate(map(len, shown), initial=0))
    return "".join(shown), [at[begin] for begin in begins], [at[end] for end in ends]


def _blank_before(
    text_page: Handle, text: str, runs: Runs, words: Words, number: int, told: Told, place: Place
) -> Blank:
    """What parts a word from the one before it; PDFium is asked only where the gap is narrow."""
    begin = runs.begins[number]
    if begin == (runs.ends[number - 1] if number else 0):
        return "none"
    _, style, _ = told
    if number and text[begin - 1] == " ":
        gap = words.lefts[number] - words.rights[number - 1]
        if gap < FALSE_GAP_BEHIND_CAPITAL * style.size:
            if is_generated(argument(text_page), begin - 1) != 1:
                return "drawn"
            (end, _), (left, _) = (place.point(*origin_of(text_page, at)) for at in (begin - 1, begin))
            if left - end > max(gap + _OVERHANG * style.size, SURE_BLANK * style.size):
                return "drawn"
    return "made up"


def _styles(looks: Sequence[Look], place: Place) -> list[Style]:
    """The styles of looks."""
    fonts = {font: font_of(font) for font in {look.font for look in looks}}  # of one page: PDFium drops them with it
    return [_style(look, fonts[look.font], place) for look in looks]


def _style(look: Look, font: Font, place: Place) -> Style:
    """The style of text objects that look so."""
    _, _, c, d = _SHAPE.unpack(look.shape)
    red, green, blue, alpha = _COLOUR.unpack(look.colour)
    name = font.name.casefold()
    right, up = place.direction(*_direction(look))
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
