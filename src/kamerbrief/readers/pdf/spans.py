"""Rows of a table that lack the cells over which others span: empty ones stand in their place.

A tagged PDF need not say that a cell spans rows or columns; the rows without such cells tell where the columns are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.place import Edges
    from kamerbrief.readers.pdf.stretches import Stretch

    Cell = list[Stretch]

MOST_RULES: Final = 2000
"""So many either way are a drawing; it bounds the time."""
_CELLS_FROM: Final = 2
"""Rows with fewer cells are no table, whatever is drawn around them."""
_BEHIND: Final = 20.0
"""The first words of a table begin so near behind its first rule, in points,"""
_BEFORE: Final = 120.0
"""and its last rule stands so near behind its last words."""
_SAME: Final = 3.0
"""Rules nearer to each other than this, in points, are one."""
_NEAR: Final = 1.0
"""Print may begin so far left of the rule beside it, in points."""


class _Columns(NamedTuple):
    """The columns of a table."""

    lefts: Sequence[float]
    """Where the words of each begin."""
    begins: Sequence[float]
    """Where each column itself may begin, halfway from the words of the one before."""

    def of(self, left: float, rule: float | None) -> int:
        """The column of a cell whose words begin here, behind a rule or none."""
        column = bisect_right(self.begins, left) - 1
        if rule is None:
            return column
        behind = self.lefts[min(column, bisect_left(self.lefts, rule - _NEAR))]
        return bisect_right(self.lefts, behind) - 1


def with_spanned(rows: Sequence[list[Cell]], down: Sequence[Edges]) -> list[list[Cell]]:
    """The rows of a table, each cell in its column; rows whose columns do not tell themselves stay as they are.

    Args:
        rows: The words of each cell of each row.
        down: The rules of the page that run down.
    """
    drawn = down if len(down) <= MOST_RULES else ()
    count = max(map(len, rows), default=0)
    full = [row for row in rows if len(row) == count]
    columns = _drawn_columns(rows, count, drawn) or (_columns(full) if len(full) < len(rows) else None)
    if columns is None:
        return list(rows)
    return [row if len(row) == len(columns.lefts) else _spread(row, columns, drawn) for row in rows]


def _drawn_columns(rows: Sequence[list[Cell]], count: int, down: Sequence[Edges]) -> _Columns | None:
    """The columns that rules draw, if they are more than any row has cells, as where all rows of a page lack some."""
    words = [word for row in rows for cell in row for word in cell]
    edges = _edges(words, down) if count >= _CELLS_FROM and words else []
    return _Columns(edges[:-1], [-inf, *edges[1:-1]]) if len(edges) > count + 1 else None


def _edges(words: Sequence[Stretch], down: Sequence[Edges]) -> list[float]:
    """Where rules run down beside these words, along most of their height, each place once."""
    heights = [word.middle[1] for word in words]
    top, bottom = min(heights), max(heights)
    left, right = min(word.left for word in words) - _BEHIND, max(word.right for word in words) + _BEFORE
    drawn: list[list[Edges]] = []
    for rule in sorted(rule for rule in down if left <= rule.left <= right):
        if drawn and rule.left - drawn[-1][0].left <= _SAME:
            drawn[-1].append(rule)
        else:
            drawn.append([rule])
    return [rules[0].left for rules in drawn if _along(rules, top, bottom) >= (bottom - top) / 2]


def _along(rules: Sequence[Edges], top: float, bottom: float) -> float:
    """How much of a height rules run along, one below another."""
    return sum(max(min(rule.bottom, bottom) - max(rule.top, top), 0.0) for rule in rules)


def _columns(full: Sequence[list[Cell]]) -> _Columns | None:
    """The columns of rows that have a cell in each; None where they are not apart.

    One that is empty in all of them begins where the next one does, so that nothing is put into it.
    """
    lefts, rights = [inf], [inf]
    for column in reversed(list(zip(*full, strict=True))):
        words = [word for cell in column for word in cell]
        lefts.append(min((word.left for word in words), default=lefts[-1]))
        rights.append(max((word.right for word in words), default=lefts[-1]))
    lefts, rights = lefts[:0:-1], rights[:0:-1]
    gaps = list(zip(rights, lefts[1:], strict=False))
    if any(right > left for right, left in gaps):
        return None
    return _Columns(lefts, [-inf, *((right + left) / 2 for right, left in gaps)])


def _spread(row: list[Cell], columns: _Columns, down: Sequence[Edges]) -> list[Cell]:
    """A row with its cells in the columns in which they begin, as far as its own empty ones leave room.

    A cell begins at the rule that is drawn left of it, else where its words do. One alone in the first column is no
    row of data: the title of a table, or a line of a letter that a table only places.
    """
    spread: list[Cell] = [[] for _ in columns.lefts]
    least, end = 0, -inf
    for number, cell in enumerate(row):
        if cell:
            left, (_, y) = min(word.left for word in cell), cell[0].middle
            beside = [rule.left for rule in down if end <= rule.left <= left and rule.top <= y <= rule.bottom]
            column = columns.of(left, max(beside, default=None))
            if column < least or len(spread) - column < len(row) - number:
                return row
            spread[column] = cell
            least, end = column, max(word.right for word in cell)
        least += 1
    return spread if len(row) > 1 or not spread[0] else row
