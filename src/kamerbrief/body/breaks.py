"""Whether a line begins a new block: signs add up to one score.

What the source states and what is set otherwise decides by itself. All else is weighed: how the line above ends and the
line begins, the room that was left for its first word, blank lines, the end of a page.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.body.weights import WEIGHTS
from kamerbrief.document.signs import CURRENCIES
from kamerbrief.lines.joining import width
from kamerbrief.lines.measure import ANY_ROOM
from kamerbrief.vocabulary.headings import is_number_alone
from kamerbrief.vocabulary.kamerstukken import is_committee_office
from kamerbrief.vocabulary.phrases import is_titled_caption
from kamerbrief.vocabulary.questions import is_source_mark
from kamerbrief.vocabulary.sentences import (
    before_number,
    begins_with_number,
    closes_bracket,
    is_left_open,
    is_opener,
    wants_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.body.group import Group
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.measure import Measure

_COUNTS = regex.compile(r"\d[\d.,/-]*+ \p{Ll}")
"""A number that goes on with the sentence: ``12 maart / 2019 heb ik``."""
_SENTENCES = regex.compile(r"\p{Ll}{2}[.?!] \p{Lu}")
_ROOM = (0.02, 0.065, 0.12, 0.25)
"""Shares of the measure: what a line leaves is weighed in these steps."""
_RAGGED = 0.25
"""More room than ragged-right setting ever leaves."""
_ROOM_IN_MARK = 0.125
"""A sentence that leaves more room inside a block of the source ends its paragraph, as all 95 in 113 letters do."""
_WIDEST = 1.2
"""A line of a text that is broken into lines is no wider, of the full ones."""
_WIDE_GAP = 2
_OUT = 2
"""What stands so many columns left of a mark, or of the lines below it, is not of its item."""
_NEAR = 40
"""Of a longer block so many lines tell how wide it is."""
_SURE = 10.0
"""What one sign that decides alone is worth; all others together are hardly more."""
_HANGING = 0.045
"""Items hang behind their bullets by this share of the measure: 0.6 of 14 cm in the house style."""


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
    is_title: bool
    """It is so below none, and the second begins a sentence though the first has no stop."""
    is_narrow: bool
    fills: bool
    """The first left no room beside the widest line of its own item."""
    is_alone: bool
    """The second looks like a title by itself."""


def breaks(last: Group, line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> bool:
    """Whether the line begins a new block; the arguments are those of :func:`leaning`."""
    return leaning(last, line, following, measure) > 0


def surely_goes_on(above: FeatureLine, line: FeatureLine) -> bool:
    """Whether a line surely goes on: it closes a bracket, has the number wanted there, or is the mark of a note."""
    if line.gap or line.page != above.page or line.row - above.row != 1:
        return False
    if above.text.endswith("?") and is_source_mark(line.text):
        return True  # the mark of a note did not fit on the line above
    if above.is_finished:
        return False
    if above.bold != line.bold or line.cells or above.cells:
        return False
    return _is_cited(line) or closes_bracket(above.text, line.text) or _is_wanted(above, line)


def _is_cited(line: FeatureLine) -> bool:
    """Whether a sentence goes on with a question that it cites: ``zie ook het antwoord op / vraag 4.``."""
    return line.text[0].islower() and line.is_question


def _is_wanted(above: FeatureLine, line: FeatureLine) -> bool:
    return begins_with_number(line.text) and wants_number(above.text)


def leaning(last: Group, line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> float:
    """What speaks for a new block at the line, above 0 for one.

    Args:
        last: The lines of the block so far.
        line: The line.
        following: The line below it, which tells a heading from the first line of a paragraph.
        measure: How wide the body is set.
    """
    told = decided(last, line, measure)
    if told is not None:
        return _SURE if told else -_SURE
    return _score(shape_of(last, line, following, measure))


# decides more: each sign that decides alone
def decided(last: Group, line: FeatureLine, measure: Measure) -> bool | None:
    """What one sign alone tells; None if none does."""
    above = last.lines[-1]
    if (len(last.lines) == 1 and _stands_apart(last, line)) or (line.raised and _is_call(line)):
        return False
    if line.is_of_paper or (len(last.lines) == 1 and above.is_of_paper):
        named = is_committee_office(above.text) and not above.awaits_name
        return line.is_of_paper or bool(line.gap) or named or not above.text[-1].isalpha()  # a name is below its office
    if _looks_different(last, line) or _is_asked(last, line) or (line.gap and _place(above, line, measure) == "wide"):
        return True
    if _stands_left(last, line) or (above.is_finished and is_titled_caption(line.text)):
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
    return line.is_question or (len(last.lines) == 1 and last.lines[0].is_question)


def _stands_left(last: Group, line: FeatureLine) -> bool:
    """Whether a sentence begins left of an item, or of its other lines that hang, where the source shows places."""
    if last.marker is None or not line.text[0].isupper():
        return False
    if not (last.lines[-1].is_finished or (len(last.lines) > 1 and line.gap > 0)):
        return False
    hanging = [other.column for other in last.lines[1:][-_NEAR:]] or [last.column]
    return line.column <= min(hanging) - _OUT


def _stands_apart(last: Group, line: FeatureLine) -> bool:
    """Whether a block of one line so far is a bullet, or the number of a title."""
    above = last.lines[0]
    if last.marker is not None:
        return last.marker.end >= len(above.text)
    return is_number_alone(above.text) and line.text[0].isupper() and line.bold == above.bold


def _is_call(line: FeatureLine) -> bool:
    """Whether the line begins with the call of a note that did not fit on the line above."""
    return line.gap == 0 and line.raised[0][0] == 0 and line.text[:1].isdecimal()


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
        is_title=len(last.lines) == 1 and last.marker is None and not above.gap and _begins_text(above, line, measure),
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
    if shape.is_title:
        yield "title"
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
    """Whether the line is a heading by itself: no sentence, and the next line had room on it or begins one."""
    if not following or line.is_finished:
        return False
    return measure.unused(line, following[0]) > _RAGGED or _begins_text(line, following[0], measure)


def _begins_text(title: FeatureLine, line: FeatureLine, measure: Measure) -> bool:
    """Whether a line begins a sentence by its first word though the one above has no stop: that is a title, then.

    A word with a capital may be of a name: ``de leden / De Boer en Dijkstra``.
    """
    opens = is_opener(line.first_word) and line.text[len(line.first_word) + 1 :][:1].islower()
    if not opens or line.width > _WIDEST * measure.full or is_left_open(title.text) or _SENTENCES.search(title.text):
        return False
    ends = title.text[-1] == ")" or (title.text[-1].isalnum() and not is_opener(title.first_word))
    return title.text[0].isupper() and ends


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
    first = line.text[:1]
    return "capital" if first.isupper() else "number" if first.isdecimal() or first in CURRENCIES else "sign"


def _place(above: FeatureLine, line: FeatureLine, measure: Measure) -> str:
    """What stands between two lines: the page's end, a margin or notes, blank lines that part or may cut, nothing."""
    blank = line.row - above.row - 1
    if line.page != above.page:
        return "page"
    if blank != line.gap:
        return "blank" if measure.margins_part else "between"
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
        open_end = finished or is_left_open(above.text)
        return None if open_end else not lower and (unused > 0 or not measure.full)
    if above.page != line.page:
        return False
    if finished:
        return unused > (_RAGGED if last.marker else _ROOM_IN_MARK) or line.row - above.row > 1
    title = len(last.lines) == 1 and above.gap > 0 and line.hint.part == "paragraph"
    return title and not lower and unused > ANY_ROOM


# decides more: a way to be set otherwise each
def _looks_different(last: Group, line: FeatureLine) -> bool:
    """Whether the line is set otherwise than the text above it, as a heading is."""
    above = last.lines[-1]
    if line.hint.level or above.hint.level:
        return True
    if (line.bold, line.italic, line.underlined) == (above.bold, above.italic, above.underlined):
        return False
    if line.hint.part == "item" and line.hint.block == above.hint.block and last.marker is not None:
        return False  # an item with a heading of its own
    if line.row - above.row == 1 and (is_left_open(above.text) or before_number(above.text)):
        return False  # a word of a title that is set otherwise
    whole = all(other.italic or other.underlined for other in last.lines)
    return line.bold != above.bold or line.row - above.row > 1 or whole
