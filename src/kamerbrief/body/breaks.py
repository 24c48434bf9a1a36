"""Whether a line begins a new block: signs add up to one score.

What the source states and what is set otherwise decides by itself. All else is weighed: how the line above ends and the
line begins, the room that was left for its first word, blank lines, the end of a page.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from kamerbrief.lines.joining import width
from kamerbrief.lines.measure import ANY_ROOM
from kamerbrief.vocabulary.headings import is_number_alone, is_question
from kamerbrief.vocabulary.sentences import before_number, is_left_open, is_opener

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kamerbrief.body.grouping import Group
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.measure import Measure

_COUNTS = regex.compile(r"\d[\d.,/-]*+ \p{Ll}")
"""A number that goes on with the sentence: ``12 maart / 2019 heb ik``."""
_SENTENCES = regex.compile(r"\p{Ll}{2}[.?!] \p{Lu}")
_ROOM = (0.02, 0.065, 0.12, 0.25)
"""Shares of the measure: what a line leaves is weighed in these steps."""
_RAGGED = 0.25
"""More room than ragged-right setting ever leaves."""
_WIDE_GAP = 2
_NEAR = 40
"""Of a longer block so many lines tell how wide it is."""
_HANGING = 0.045
"""Items hang behind their bullets by this share of the measure: 0.6 of 14 cm in the house style."""

WEIGHTS: Final[Mapping[str, float]] = {
    "alone, finished": 3.55,
    "alone, page": 0.74,
    "between, room 0.02": 1.3,
    "between, room 0.065": 0.47,
    "blank, room 0.02": 0.27,
    "blank, room 0.065": 0.23,
    "blank, room 0.12": 0.16,
    "capital, blank": 0.93,
    "capital, loose": 0.33,
    "finished, between": -1.5,
    "finished, blank": 1.53,
    "finished, capital": 0.55,
    "finished, capital, blank": 1.14,
    "finished, capital, loose": 0.37,
    "finished, capital, next": -1.45,
    "finished, capital, page": -0.83,
    "finished, loose": 0.43,
    "finished, lower, loose": -0.17,
    "finished, next": -0.96,
    "finished, number": 0.15,
    "finished, number, blank": 0.26,
    "finished, opener": 1.0,
    "finished, opener, blank": 1.28,
    "finished, opener, loose": 0.2,
    "finished, opener, next": -1.25,
    "finished, opener, page": -0.61,
    "finished, page": -1.3,
    "finished, placed, room 0.02": 1.15,
    "finished, placed, room 0.065": 0.31,
    "finished, placed, room 0.12": 0.36,
    "finished, placed, room 0.25": 0.96,
    "finished, sign": -0.65,
    "finished, sign, next": -0.65,
    "finished, text, room 0.02": 0.93,
    "finished, text, room 0.065": 0.6,
    "finished, text, room 0.12": 0.57,
    "finished, text, room 0.25": 1.16,
    "first line, finished": -0.68,
    "first line, finished, capital": -0.15,
    "first line, finished, lower": -0.21,
    "first line, finished, room": 0.33,
    "first line, finished, sign": -0.27,
    "first line, open": 0.16,
    "first line, open, capital": 0.3,
    "first line, open, room": 0.45,
    "first line, plain": 0.33,
    "first line, plain, capital": 0.77,
    "first line, plain, lower": -0.66,
    "first line, plain, opener": 0.99,
    "first line, plain, room": 0.52,
    "item, fills, plain": -1.5,
    "item, finished": 0.19,
    "item, open": 0.83,
    "item, plain": 1.33,
    "loose, room 0.065": 0.45,
    "loose, room 0.12": 0.39,
    "loose, room 0.25": 0.28,
    "lower, between": -1.37,
    "lower, blank": -0.17,
    "lower, loose": -1.44,
    "lower, next": -1.69,
    "lower, page": -1.65,
    "lower, room 0.065": 0.18,
    "lower, room 0.12": 0.35,
    "lower, room 0.25": 1.27,
    "narrow, finished": 0.93,
    "next, room 0.02": 1.65,
    "next, room 0.065": 0.59,
    "next, room 0.12": 0.81,
    "next, room 0.25": 1.4,
    "number, blank": 0.27,
    "number, next": -1.1,
    "number, page": -0.42,
    "open, between": -1.14,
    "open, blank": -0.19,
    "open, capital": -2.07,
    "open, capital, between": -0.47,
    "open, capital, blank": -0.19,
    "open, capital, loose": -0.16,
    "open, capital, next": -1.83,
    "open, capital, page": -0.76,
    "open, loose": -0.67,
    "open, lower": -1.64,
    "open, lower, between": -0.59,
    "open, lower, loose": -0.51,
    "open, lower, next": -1.6,
    "open, lower, page": -0.74,
    "open, next": -1.69,
    "open, number": -1.05,
    "open, number, next": -0.85,
    "open, page": -1.53,
    "open, placed, room 0.02": 0.51,
    "open, placed, room 0.065": 0.3,
    "open, placed, room 0.12": 0.31,
    "open, placed, room 0.25": 0.32,
    "open, text, room 0.02": 0.38,
    "opener, blank": 1.28,
    "opener, loose": 0.26,
    "opener, next": -0.85,
    "opener, page": -0.61,
    "page, room 0.02": 1.7,
    "page, room 0.065": 1.02,
    "page, room 0.12": 0.67,
    "page, room 0.25": 0.31,
    "plain, between": -1.15,
    "plain, blank": -0.19,
    "plain, capital": -1.26,
    "plain, capital, between": -0.16,
    "plain, capital, next": -1.37,
    "plain, capital, page": 0.64,
    "plain, loose": -0.58,
    "plain, lower": -1.83,
    "plain, lower, between": -0.85,
    "plain, lower, blank": -0.17,
    "plain, lower, loose": -0.76,
    "plain, lower, next": -1.79,
    "plain, lower, page": -1.28,
    "plain, next": -1.81,
    "plain, number": -0.52,
    "plain, number, next": -0.16,
    "plain, number, page": -0.29,
    "plain, opener": 0.86,
    "plain, opener, next": 0.79,
    "plain, page": -0.97,
    "plain, placed, room 0.02": 0.84,
    "plain, placed, room 0.065": 0.36,
    "plain, placed, room 0.12": 0.48,
    "plain, sign": -1.45,
    "plain, sign, next": -1.4,
    "plain, text, room 0.02": 0.88,
    "plain, text, room 0.065": 1.1,
    "plain, text, room 0.12": 0.87,
    "sign, next": -1.8,
}
"""What each sign is worth, above 0 for a break; fitted by ``python -m tests.fit_breaks``.

``item, fills, plain`` was swept from -0.7 to -2.5: from -1.5 on lists set narrow are whole, at -2.5 items are lost.
"""


class Shape(NamedTuple):
    """What stands between two lines."""

    end: str
    """How the first ends."""
    begin: str
    """How the second begins."""
    place: str
    source: str
    """Whether the source shows where lines end."""
    room: int
    """So many of the steps the first one left unused."""
    is_item: bool
    is_first: bool
    """The first is all of its block so far, below a blank line."""
    is_narrow: bool
    fills: bool
    """The first left no room beside the widest line of its own item."""
    is_alone: bool
    """The second looks like a title by itself."""


def breaks(last: Group, line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> bool:
    """Whether the line begins a new block.

    Args:
        last: The lines of the block so far.
        line: The line.
        following: The line below it, which tells a heading from the first line of a paragraph.
        measure: How wide the body is set.
    """
    told = decided(last, line, measure)
    if told is not None:
        return told
    return _score(shape_of(last, line, following, measure)) > 0


def decided(last: Group, line: FeatureLine, measure: Measure) -> bool | None:
    """What one sign alone tells; None if none does."""
    above = last.lines[-1]
    if _stands_apart(last, line) or _is_call(line):
        return False
    if _looks_different(last, line) or _is_asked(last, line) or _place(above, line, measure) == "wide":
        return True
    if above.hint.block and line.hint.block and (by_mark := _breaks_by_mark(last, line, measure)) is not None:
        return by_mark
    if measure.full == 0:  # one paragraph a line
        return above.is_finished or not (_is_lower(line) or is_left_open(above.text))
    return False if _goes_on_right_below(above, line) else None


def _goes_on_right_below(above: FeatureLine, line: FeatureLine) -> bool:
    """Whether a sentence goes on in the next line, with a small letter, or a sign behind a word that ends none."""
    right_below = line.row - above.row == 1 and line.page == above.page
    sign = not line.text[0].isalnum() and is_left_open(above.text)
    return right_below and not above.is_finished and (line.text[0].islower() or sign)


def _is_asked(last: Group, line: FeatureLine) -> bool:
    """Whether the line is the head of a question or answer, or stands below one."""
    return is_question(line.text) or (len(last.lines) == 1 and is_question(last.lines[0].text))


def _stands_apart(last: Group, line: FeatureLine) -> bool:
    """Whether the block is a bullet, or the number of a title, on a line of its own so far."""
    above = last.lines[0]
    if len(last.lines) > 1:
        return False
    if last.marker is not None:
        return last.marker.end >= len(above.text)
    return is_number_alone(above.text) and line.text[0].isupper() and line.bold == above.bold


def _is_call(line: FeatureLine) -> bool:
    """Whether the line begins with the call of a note that did not fit on the line above."""
    return line.gap == 0 and bool(line.raised) and line.raised[0][0] == 0 and line.text[:1].isdecimal()


def shape_of(last: Group, line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> Shape:
    """What stands between two lines."""
    above = last.lines[-1]
    room = _room(last, line, measure)
    return Shape(
        "finished" if above.is_finished else "open" if is_left_open(above.text) else "plain",
        _begin(line),
        _place(above, line, measure),
        "placed" if measure.right else "text",
        bisect_left(_ROOM, room),
        is_item=last.marker is not None,
        is_first=_is_first(last),
        is_narrow=_is_narrow(last, line, measure),
        fills=_fills(last, line),
        is_alone=_is_alone(line, following, measure),
    )


@cache
def _score(shape: Shape) -> float:
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs(shape))


def signs(shape: Shape) -> Iterator[str]:
    """What speaks for or against a new block, by name."""
    end, begin, place = shape.end, shape.begin, shape.place
    yield from (f"{end}, {begin}", f"{end}, {place}", f"{begin}, {place}", f"{end}, {begin}, {place}")
    for step in _ROOM[: shape.room]:
        yield f"{end}, {shape.source}, room {step}"
        yield f"{'lower' if begin == 'lower' else place}, room {step}"
    if shape.is_item:
        yield f"item, {end}"
    if shape.is_first:
        yield from (f"first line, {end}", f"first line, {end}, {begin}")
        if shape.room:
            yield f"first line, {end}, room"
    if shape.is_narrow:
        yield f"narrow, {end}"
    if shape.fills and shape.room:
        yield f"item, fills, {end}"
    if shape.is_alone:
        yield from (f"alone, {end}", f"alone, {place}")


def _room(last: Group, line: FeatureLine, measure: Measure) -> float:
    """The room that the line above left; items of a text hang behind their bullets."""
    unused = measure.unused(last.lines[-1], line)
    return unused if last.marker is None or measure.right else unused - _HANGING


def _is_alone(line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> bool:
    """Whether the line is a heading by itself: no sentence, and the next line would have had room on it."""
    return bool(following) and not line.is_finished and measure.unused(line, following[0]) > _RAGGED


def _is_first(last: Group) -> bool:
    """Whether the block so far is one line below a blank one, and no sentence begins in it."""
    above = last.lines[-1]
    return len(last.lines) == 1 and above.gap > 0 and not _SENTENCES.search(above.text)


def _is_narrow(last: Group, line: FeatureLine, measure: Measure) -> bool:
    """Whether the line above left room beside the widest line of its own block."""
    room = max([other.width for other in last.lines[-_NEAR:]]) - last.lines[-1].width
    least = ANY_ROOM * measure.full
    return room > least and room > least + width(line.first_word)


def _fills(last: Group, line: FeatureLine) -> bool:
    """Whether the line above is a further line of an item and as wide as its other lines let it be."""
    if last.marker is None:
        return False
    widest = max((other.width for other in last.lines[-_NEAR:-1]), default=0.0)
    return 0 < widest < last.lines[-1].width + 1 + width(line.first_word)


def _begin(line: FeatureLine) -> str:
    """How a line begins."""
    if _is_lower(line):
        return "lower"
    if is_opener(line.first_word):
        return "opener"
    return "capital" if line.text[:1].isupper() else "number" if line.text[:1].isdecimal() else "sign"


def _place(above: FeatureLine, line: FeatureLine, measure: Measure) -> str:
    """What stands between two lines: the page's end, a margin or notes, blank lines that part or may cut, nothing."""
    blank = line.row - above.row - 1
    if line.page != above.page:
        return "page"
    if blank != line.gap:
        return "between"
    if not blank:
        return "next"
    return "wide" if blank > _WIDE_GAP else "loose" if measure.blanks_cut else "blank"


def _is_lower(line: FeatureLine) -> bool:
    """Whether the line goes on with a sentence by its first word."""
    first = line.text[0]
    if first.isdecimal():
        return _COUNTS.match(line.text) is not None
    return first.islower() or (first == "(" and line.text[1:2].islower())


# decides more: what the source marks, and what the page says against it
def _breaks_by_mark(last: Group, line: FeatureLine, measure: Measure) -> bool | None:
    """Whether a new block begins as the source's own blocks tell; None where they don't.

    It joins paragraphs and cuts them in the middle, so that the page must not speak against it.
    """
    above = last.lines[-1]
    finished, lower = above.is_finished, _is_lower(line)
    unused = measure.unused(above, line) if measure.full else 0.0
    if above.hint.block != line.hint.block:
        if above.page != line.page:
            return True if measure.marked_over_pages and not lower else None
        return None if finished else not lower and (unused > 0 or not measure.full)
    if above.page != line.page:
        return False
    if finished:
        return unused > _RAGGED or line.row - above.row > 1
    title = len(last.lines) == 1 and above.gap > 0 and line.hint.part == "paragraph"
    return title and not lower and unused > ANY_ROOM


# decides more: a way to be set otherwise each
def _looks_different(last: Group, line: FeatureLine) -> bool:
    """Whether the line is set otherwise than the text above it, as a heading is."""
    above = last.lines[-1]
    if line.hint.level or above.hint.level:
        return True
    if line.hint.part == "item" and line.hint.block == above.hint.block and last.marker is not None:
        return False  # an item with a heading of its own
    if line.row - above.row == 1 and (is_left_open(above.text) or before_number(above.text)):
        return False  # a word of a title that is set otherwise
    if line.bold != above.bold:
        return True
    if (line.italic, line.underlined) == (above.italic, above.underlined):
        return False
    whole = all(other.italic or other.underlined for other in last.lines)
    return line.row - above.row > 1 or above.is_finished or whole
