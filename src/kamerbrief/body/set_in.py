"""Items of a list whose marks an extractor lost, told by a line that announces them with a colon.

Below it they stand further right, and each ends where the next word had room; or their first lines alone do, by the
blanks that are left of the marks; or each ends with a semicolon, and the last with a stop. Where no place is shown,
they are set narrower than the text, as what hangs behind marks is.
"""

from __future__ import annotations

import dataclasses
import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from kamerbrief.lines.bullets import HINTED, Bullet
from kamerbrief.lines.joining import width
from kamerbrief.vocabulary.sentences import announces_items, is_enumerated, is_left_open, is_list_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.measure import Measure

_SET_IN = 4
"""They stand so many columns further right than what announces them."""
_FIRST_SET_IN = 2
"""As many where only their first lines do: a blank before a line says nothing."""
_FROM, _MOST_LINES = 2, 60
_MOST_ITEMS: Final = 30
_GAP: Final = 2
"""More blank lines part two texts."""
_ALIGNED = 1
_ROOM: Final = (0.0, 0.02, 0.14)
_WORTH: Final = (-0.5, 0.6, 2.5, 0.6)
"""What a line that leaves so much of the measure unused is worth for a list: the logarithm of how much more often lines
of 1,115 marked items do than 25,168 of paragraphs, in plain texts of 113 letters."""
_NARROW_FROM: Final = 4.0
"""Of lines that announce something with a colon, without a mark below them, one in five has a list."""


def set_in_items(lines: Sequence[FeatureLine]) -> dict[int, Bullet | None]:
    """The marks of items that have none, by the offset of their first line; None where an enumeration has ended."""
    found: dict[int, Bullet | None] = {}
    for at, (above, line) in enumerate(itertools.pairwise(lines), start=1):
        if not announces_items(above.text) or line.cells or line.hint.level:
            continue
        if line.bullet is not None:
            found |= _enumerated(lines, at + 1) if line.is_mark_alone else {}
            continue
        starts = [] if line.right else _first_lines(lines, at)
        if len(starts) < _FROM and line.column >= above.column + _SET_IN and not line.right:
            starts = _starts(lines, at)
        elif len(starts) < _FROM:
            found |= _enumerated(lines, at)
        found |= dict.fromkeys(starts, HINTED) if len(starts) >= _FROM else {}
    return found


def narrow_items(groups: Sequence[Group], measure: Measure) -> list[Group]:
    """The groups, with marks for items that nothing but their measure tells, below a line that announces them."""
    marked: list[Group] = list(groups)
    announced = [at for at, group in enumerate(groups, start=1) if announces_items(group.lines[-1].text)]
    for begin in announced if measure.full and not measure.right else ():
        items = _narrow(groups[begin : begin + _MOST_ITEMS], measure)
        marked[begin : begin + len(items)] = items
    return marked


def _narrow(groups: Sequence[Group], measure: Measure) -> list[Group]:
    """The items that these groups begin with: as many as are set narrower than the text, taken together."""
    best = worth = 0.0
    end = 0
    run = list(itertools.takewhile(_may_be_narrow, groups))
    for count, group in enumerate(run, start=1):
        worth += _worth(group, measure) if group.marker is None else 0.0
        if worth > best or (worth == best and end == count - 1):
            best, end = worth, count
    found = run[:end]
    if best < _NARROW_FROM or found[0].marker is not None or sum(group.marker is None for group in found) < _FROM:
        return []
    return [group if group.marker else dataclasses.replace(group, marker=HINTED) for group in found]


def _may_be_narrow(group: Group) -> bool:
    """Whether a group can be an item that stands below the one before, or has a mark that is no number."""
    first, last = group.lines[0], group.lines[-1]
    if group.table or first.gap > _GAP or first.cells or first.hint.level:
        return False
    if group.marker is not None:
        return group.marker.order is None
    return last.is_finished and not last.text.endswith(":")


def _worth(group: Group, measure: Measure) -> float:
    """What the lines of a group, but for the last, are worth for an item."""
    unused = (measure.unused(above, line) for above, line in itertools.pairwise(group.lines))
    return sum(_WORTH[bisect_right(_ROOM, room)] for room in unused)


def _first_lines(lines: Sequence[FeatureLine], begin: int) -> list[int]:
    """Where the items begin of which only the first lines are set in; what announces them begins no such line."""
    above, first = lines[begin - 1], lines[begin]
    if first.column < above.column + _FIRST_SET_IN or _begins_set_in(lines, begin - 1, first.column):
        return []
    starts, is_hanging = [], False
    for last, line in itertools.pairwise(lines[begin - 1 : begin + _MOST_LINES]):
        if line.column == first.column:
            starts.append(line.start)
        elif line.column != above.column or line.cells or (line.gap and last.is_finished):
            break
        else:
            is_hanging = True
    return starts if is_hanging else []


def _begins_set_in(lines: Sequence[FeatureLine], at: int, column: int) -> bool:
    """Whether the paragraph of a line begins in a column, as all paragraphs of a letter may do."""
    while at and not lines[at].gap and lines[at].column < column:
        at -= 1
    return lines[at].column >= column


def _enumerated(lines: Sequence[FeatureLine], begin: int) -> dict[int, Bullet | None]:
    """The items of an enumeration: right below each other, a semicolon behind each but the last, a stop behind that."""
    found: dict[int, Bullet | None] = {line.start: HINTED for line in lines[begin : begin + 1]}
    for above, line in itertools.pairwise(lines[begin : begin + _MOST_LINES]):
        if above.text.endswith(".") and line.text[0].isupper() and not is_left_open(above.text):
            return found | {line.start: None} if len(found) >= _FROM else {}
        if line.gap or line.page != above.page or line.bullet or line.cells:
            return {}
        if is_enumerated(above.text):
            found[line.start] = HINTED
    return {}


def _starts(lines: Sequence[FeatureLine], begin: int) -> list[int]:
    """Where the items of a list that is set in begin: the next word had room above most of them."""
    first = lines[begin]
    run = list(itertools.takewhile(lambda line: _is_of_list(first, line), lines[begin : begin + _MOST_LINES]))
    widest = max(line.width for line in run)
    ends = [(above, line) for above, line in itertools.pairwise(run) if _may_end(first, above, line)]
    with_room = [line for above, line in ends if _is_closed(above, line, widest)]
    begins = [line for _, line in ends] if 2 * len(with_room) >= len(ends) else with_room
    return [first.start, *(line.start for line in begins)]


def _is_of_list(first: FeatureLine, line: FeatureLine) -> bool:
    below = line is first or (line.gap == 0 and line.page == first.page)
    return below and not line.cells and not line.hint.level and line.column >= first.column - _ALIGNED


def _may_end(first: FeatureLine, above: FeatureLine, line: FeatureLine) -> bool:
    """Whether an item may end above a line, with its sentence or its sign."""
    if line.bullet is not None or abs(line.column - first.column) > _ALIGNED:
        return False
    return is_enumerated(above.text) or ((above.is_finished or is_list_open(above.text)) and line.text[0].isupper())


def _is_closed(above: FeatureLine, line: FeatureLine, widest: float) -> bool:
    """Whether the sign or the room that was left says that an item ended."""
    return is_enumerated(above.text) or above.width + 1 + width(line.first_word) < widest
