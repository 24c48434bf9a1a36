"""Items of a list whose marks an extractor lost, told by a line that announces them with a colon.

Below it they stand further right, and each ends where the next word had room; or their first lines alone do, by the
blanks that are left of the marks; or each ends with a semicolon, and the last with a stop.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.lines.bullets import HINTED, Bullet
from kamerbrief.lines.joining import width
from kamerbrief.vocabulary.sentences import is_enumerated, is_left_open, is_list_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_SET_IN = 4
"""They stand so many columns further right than what announces them."""
_FIRST_SET_IN = 2
"""As many where only their first lines do: a blank before a line says nothing."""
_FROM, _MOST_LINES = 2, 60
_ALIGNED = 1


def set_in_items(lines: Sequence[FeatureLine]) -> dict[int, Bullet | None]:
    """The marks of items that have none, by the offset of their first line; None where an enumeration has ended."""
    found: dict[int, Bullet | None] = {}
    for at, (above, line) in enumerate(itertools.pairwise(lines), start=1):
        if not above.text.endswith(":") or line.cells or line.hint.level:
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
