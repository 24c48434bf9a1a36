"""Items whose marks an extractor piled above their texts.

The order is kept, so that as many items as marks lie in the lines below. Where each ends is one decision over the whole
pile: the cheapest way to cut those lines, where a cut costs what speaks against a break there, and each line end inside
an item what speaks for one.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from kamerbrief.body.breaks import leaning, surely_goes_on
from kamerbrief.body.capitals import capital_alone
from kamerbrief.body.group import Group
from kamerbrief.lines.bullets import HINTED, Bullet, bullet_of
from kamerbrief.lines.measure import ANY_ROOM
from kamerbrief.vocabulary.sentences import is_enumerated, is_list_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.measure import Measure

_FROM, _MOST = 2, 30
"""A pile has so many marks."""
_LONGEST_MARK = 5
_LONGEST_ITEM = 14
"""An item of a pile has so many lines at most."""
_LINES_A_MARK = 8
"""So many lines a mark are looked at."""
_BEHIND_SEMICOLON = 5.0
_BEHIND_COMMA = 1.5
"""What a comma at the end of a line is worth for an item to end there, or against it where no room was left.

The latter holds for items that begin with small letters."""
_BELOW_BLANK = 3.0
"""What a further item costs below a blank line: all of them cost it or the pile ends there."""
_SURE_UP_TO = 2.5
"""Of 36 piles in letters not fitted 23 cost less, of which 22 are right; of the 13 others 5 are."""
_NO_ITEM = 20.0
"""What an item costs that begins without a word or on a later page than its mark; no other way may be left."""


class _Way(NamedTuple):
    """The cheapest way to have so many items end at a line."""

    cost: float
    begin: int


_NONE: Final = _Way(float("inf"), -1)


def pile_sizes(lines: Sequence[FeatureLine]) -> list[int]:
    """How many marks stand alone on their lines from each line on, each the next of its list or a bullet."""
    sizes: list[int] = []
    size, below = 0, None
    for line in reversed(lines):
        mark = _lone_mark(line)
        size = 0 if mark is None else size + 1 if below is not None and _follows(below, mark) else 1
        sizes.append(size)
        below = mark
    return sizes[::-1]


def piled_items(lines: Sequence[FeatureLine], begin: int, size: int, measure: Measure) -> list[Group]:
    """The items whose marks, so many, stand in a pile that begins at a line; none if there is no pile."""
    if not _FROM <= size <= _MOST:
        return []
    at = begin + size
    texts = _texts(lines[at : at + _LINES_A_MARK * size])
    if len(texts) < size:
        return []
    marks = [mark for line in lines[begin:at] if (mark := _lone_mark(line)) is not None]
    cuts, cost = _cuts(texts, lines[begin:at], measure)
    return [
        Group([lines[begin + index], *texts[first:end]], mark, texts[first].column, unsure=cost > _SURE_UP_TO)
        for index, (mark, (first, end)) in enumerate(zip(marks, itertools.pairwise(cuts), strict=False))
    ]


def _lone_mark(line: FeatureLine) -> Bullet | None:
    return None if len(line.text) > _LONGEST_MARK or line.cells else mark_alone(line.text)


@lru_cache(maxsize=256)
def mark_alone(text: str) -> Bullet | None:
    """The mark of an item that the text is.

    Example:
        >>> mark_alone("2.").shown, mark_alone("IV.").family, mark_alone("2. Dijken")
        ('2.', 'upper_roman', None)
    """
    mark = bullet_of(text) or capital_alone(text)
    return mark if mark is not None and mark.end >= len(text) else None


def _follows(mark: Bullet, above: Bullet) -> bool:
    """Whether a mark is the next of the list of the one above; bullets have no order."""
    orders, before = mark.orders, above.orders
    return any(order - 1 in before for order in orders) if orders and before else not (orders or before)


def _texts(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The first of these lines that may be of the texts of a pile."""
    above = itertools.chain([None], lines)
    pairs = zip(above, lines, strict=False)
    goes_on = (_may_be_text(line) or (last is not None and surely_goes_on(last, line)) for last, line in pairs)
    return [line for line, _ in itertools.takewhile(itemgetter(1), zip(lines, goes_on, strict=True))]


def _may_be_text(line: FeatureLine) -> bool:
    """Whether the line may be of the text of an item; another mark or a table ends what a pile marks."""
    return not (line.cells or line.hint.level or _lone_mark(line) or (line.bullet is not None and line.bullet.firm))


def _cuts(texts: Sequence[FeatureLine], marks: Sequence[FeatureLine], measure: Measure) -> tuple[list[int], float]:
    """Where the items of the marks begin and the last one ends, and what that costs."""
    costs = [_costs(marks[0], texts, begin, measure) for begin in range(len(texts))]
    rows = [[_Way(0.0, -1), *[_NONE] * len(texts)]]
    for _ in marks:
        above, row = rows[-1], [_NONE] * (len(texts) + 1)
        for begin, way in enumerate(above[:-1]):
            if way.cost == _NONE.cost:
                continue
            blank = _BELOW_BLANK * (texts[begin].gap > 0 and begin > 0)
            for end, cost in enumerate(costs[begin], begin + 1):
                row[end] = min(row[end], _Way(way.cost + blank + cost, begin))
        rows.append(row)
    end = min(range(len(texts) + 1), key=lambda end: rows[-1][end].cost)
    cuts = [end]
    for row in reversed(rows[1:]):
        cuts.append(row[cuts[-1]].begin)
    return cuts[::-1], rows[-1][end].cost


def _costs(mark: FeatureLine, texts: Sequence[FeatureLine], begin: int, measure: Measure) -> list[float]:
    """What an item costs that begins at a line and has one line, two, and so on."""
    costs: list[float] = []
    first = texts[begin]
    inside = 0.0 if first.page == texts[0].page and any(map(str.isalpha, first.text)) else _NO_ITEM
    for end in range(begin + 1, min(begin + _LONGEST_ITEM, len(texts)) + 1):
        leans = _leaning([mark, *texts[begin:end]], texts[end : end + 2], measure) if end < len(texts) else 0.0
        costs.append(inside + max(-leans, 0.0))
        inside += max(leans, 0.0)
    return costs


def _leaning(item: list[FeatureLine], below: Sequence[FeatureLine], measure: Measure) -> float:
    """What speaks for an item, its mark the first of its lines, to end above the lines below."""
    above, line = item[-1], below[0]
    if surely_goes_on(above, line):
        return -_NO_ITEM
    if is_enumerated(above.text):
        return _BEHIND_SEMICOLON
    if is_list_open(above.text) and measure.full and measure.unused(above, line) > ANY_ROOM:
        return _BEHIND_COMMA
    if above.text.endswith(",") and item[1].text[0].islower() and line.text[0].islower():
        return -_BEHIND_COMMA
    return leaning(Group(item, HINTED), line, below[1:2], measure)
