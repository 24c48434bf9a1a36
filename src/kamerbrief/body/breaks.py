"""Whether a line begins a new block: signs add up to one score.

What the source states and what is set otherwise decides by itself. All else is weighed: how the line above ends and the
line begins, the room that was left for its first word, blank lines, the end of a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from kamerbrief.lines.joining import width
from kamerbrief.vocabulary.headings import is_question
from kamerbrief.vocabulary.sentences import is_left_open, is_opener

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
_ANY_ROOM = 0.065
_WIDE_GAP = 2

WEIGHTS: Final[Mapping[str, float]] = {
    "alone, finished": 1.64,
    "alone, next": 0.73,
    "alone, open": -0.28,
    "alone, page": 0.25,
    "alone, plain": -0.25,
    "between, room 0.02": 0.33,
    "between, room 0.065": 0.26,
    "between, room 0.12": 0.19,
    "blank, room 0.02": 0.4,
    "blank, room 0.065": 0.26,
    "blank, room 0.12": 0.16,
    "capital, between": -0.18,
    "capital, blank": 0.26,
    "capital, next": -1.27,
    "capital, page": -0.39,
    "finished, between": -0.3,
    "finished, blank": 1.58,
    "finished, capital": 0.39,
    "finished, lower": 0.61,
    "finished, next": -0.95,
    "finished, opener": -0.1,
    "finished, page": -0.45,
    "finished, placed, room 0.02": 0.94,
    "finished, placed, room 0.065": 0.48,
    "finished, placed, room 0.12": 0.25,
    "finished, placed, room 0.25": 0.16,
    "finished, sign": -0.22,
    "finished, text, room 0.02": 0.7,
    "finished, text, room 0.065": 0.68,
    "finished, text, room 0.12": 0.59,
    "finished, text, room 0.25": 0.7,
    "first line, finished": -0.18,
    "first line, finished, room": 0.12,
    "first line, plain": 0.56,
    "first line, plain, room": 0.6,
    "item, finished": -0.36,
    "item, open": 0.15,
    "item, plain": 0.31,
    "lower, between": -0.75,
    "lower, blank": -0.57,
    "lower, next": -2.08,
    "lower, page": -1.06,
    "lower, room 0.02": -0.25,
    "narrow, finished": 0.61,
    "narrow, open": -0.11,
    "narrow, plain": 0.33,
    "next, room 0.02": 1.41,
    "next, room 0.065": 0.66,
    "next, room 0.12": 0.97,
    "next, room 0.25": 1.03,
    "number, next": -0.59,
    "number, page": -0.14,
    "open, between": -0.58,
    "open, blank": -0.27,
    "open, capital": -1.5,
    "open, lower": -1.96,
    "open, next": -2.0,
    "open, number": -0.49,
    "open, page": -0.73,
    "open, text, room 0.065": -0.16,
    "opener, between": 0.36,
    "opener, blank": 1.1,
    "opener, next": -0.52,
    "opener, page": -0.14,
    "page, room 0.02": 0.62,
    "page, room 0.065": 0.51,
    "page, room 0.12": 0.42,
    "page, room 0.25": 0.23,
    "plain, between": -0.56,
    "plain, blank": -0.53,
    "plain, capital": -0.36,
    "plain, lower": -2.29,
    "plain, next": -2.17,
    "plain, number": -0.28,
    "plain, opener": 0.93,
    "plain, page": -0.53,
    "plain, placed, room 0.02": 0.15,
    "plain, placed, room 0.065": 0.13,
    "plain, placed, room 0.12": 0.13,
    "plain, sign": -1.1,
    "plain, text, room 0.02": 0.93,
    "plain, text, room 0.065": 0.6,
    "plain, text, room 0.12": 0.93,
    "plain, text, room 0.25": 0.48,
    "sign, next": -1.3,
}
"""What each sign is worth, above 0 for a break; fitted by ``python -m tests.fit_breaks``."""


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
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs(last, line, following, measure)) > 0


def decided(last: Group, line: FeatureLine, measure: Measure) -> bool | None:
    """What one sign alone tells; None if none does."""
    above = last.lines[-1]
    if _stands_apart(last) or _is_call(line):
        return False
    if _looks_different(last, line) or is_question(line.text) or (len(last.lines) == 1 and is_question(above.text)):
        return True
    if above.hint.block and line.hint.block and (by_mark := _breaks_by_mark(last, line, measure)) is not None:
        return by_mark
    return above.is_finished or not _is_lower(line) if measure.full == 0 else None  # one paragraph a line


def _stands_apart(last: Group) -> bool:
    """Whether the block is a bullet on a line of its own so far."""
    return last.marker is not None and len(last.lines) == 1 and last.marker.end >= len(last.lines[0].text)


def _is_call(line: FeatureLine) -> bool:
    """Whether the line begins with the call of a note that did not fit on the line above."""
    return line.gap == 0 and bool(line.raised) and line.raised[0][0] == 0 and line.text[:1].isdecimal()


def signs(last: Group, line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> Iterator[str]:
    """What speaks for or against a new block, by name."""
    above = last.lines[-1]
    end = "finished" if above.is_finished else "open" if is_left_open(above.text) else "plain"
    begin, place = _begin(line), _place(above, line)
    room = measure.unused(above, line)
    yield f"{end}, {begin}"
    yield f"{end}, {place}"
    yield f"{begin}, {place}"
    source = "placed" if measure.right else "text"
    for step in _ROOM:
        if room > step:
            yield f"{end}, {source}, room {step}"
            yield f"{'lower' if begin == 'lower' else place}, room {step}"
    if last.marker is not None:
        yield f"item, {end}"
    if _is_first(last):
        yield f"first line, {end}"
        if room > _ROOM[0]:
            yield f"first line, {end}, room"
    if _is_narrow(last, line, measure):
        yield f"narrow, {end}"
    if _is_alone(line, following, measure):
        yield f"alone, {end}"
        yield f"alone, {place}"


def _is_alone(line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> bool:
    """Whether the line is a heading by itself: no sentence, and the next line would have had room on it."""
    return not line.is_finished and any(measure.unused(line, other) > _RAGGED for other in following)


def _is_first(last: Group) -> bool:
    """Whether the block so far is one line below a blank one, and no sentence begins in it."""
    above = last.lines[-1]
    return len(last.lines) == 1 and above.gap > 0 and not _SENTENCES.search(above.text)


def _is_narrow(last: Group, line: FeatureLine, measure: Measure) -> bool:
    """Whether the line above left room beside the widest line of its own block."""
    widest = max(other.width for other in last.lines)
    return widest - last.lines[-1].width > width(line.first_word) + _ANY_ROOM * measure.full


def _begin(line: FeatureLine) -> str:
    """How a line begins."""
    if _is_lower(line):
        return "lower"
    if is_opener(line.first_word):
        return "opener"
    return "capital" if line.text[:1].isupper() else "number" if line.text[:1].isdecimal() else "sign"


def _place(above: FeatureLine, line: FeatureLine) -> str:
    """What stands between two lines."""
    blank = line.row - above.row - 1
    if line.page != above.page:
        return "page"
    if blank != line.gap:
        return "between"  # a margin, notes
    return "wide" if blank > _WIDE_GAP else "blank" if blank else "next"


def _is_lower(line: FeatureLine) -> bool:
    """Whether the line goes on with a sentence by its first word."""
    return line.text.removeprefix("(")[:1].islower() or _COUNTS.match(line.text) is not None


# decides more: what the source marks, and what the page says against it
def _breaks_by_mark(last: Group, line: FeatureLine, measure: Measure) -> bool | None:
    """Whether a new block begins as the source's own blocks tell; None where they don't.

    It joins paragraphs and cuts them in the middle, so that the page must not speak against it.
    """
    above = last.lines[-1]
    finished, lower = above.is_finished, line.text[:1].islower()
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
    return title and not lower and unused > _ANY_ROOM


def _looks_different(last: Group, line: FeatureLine) -> bool:
    """Whether the line is set otherwise than the text above it, as a heading is."""
    above = last.lines[-1]
    if line.hint.level or above.hint.level:
        return True
    if line.hint.part == "item" and line.hint.block == above.hint.block and last.marker is not None:
        return False  # an item with a heading of its own
    if line.bold != above.bold:
        return True
    if (line.italic, line.underlined) == (above.italic, above.underlined):
        return False
    whole = all(other.italic or other.underlined for other in last.lines)
    return line.row - above.row > 1 or above.is_finished or whole
