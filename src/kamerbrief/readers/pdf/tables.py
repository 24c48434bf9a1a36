"""The rows of tables: as the structure tree tells them, else as rules draw them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.place import MARGIN_FROM
from kamerbrief.readers.pdf.spans import MOST_RULES, with_spanned
from kamerbrief.readers.pdf.stretches import without, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.readers.pdf.document import PdfPage
    from kamerbrief.readers.pdf.place import Edges
    from kamerbrief.readers.pdf.stretches import Stretch

Row = list[list["Stretch"]]
"""The words of each cell of a row, from left to right; none of an empty one."""
_Level = tuple[float, list["Edges"]]
"""How high rules stand, and the rules."""

_ROWS_FROM, _COLUMNS_FROM = 2, 2
"""A table has so many."""
_CELLS_OF_ONE_ROW: Final = 3
"""One row by itself has so many."""
_LONGEST_HEAD: Final = 60
"""The row that heads a table of texts has so many letters at most,"""
_LONGEST_OF_REST: Final = 30
"""and each cell of a row that a page leaves of a table so many."""
_LONGEST_CELL: Final = 400
"""A table with a longer cell only puts things in their places."""
_SAME: Final = 3.0
"""Rules nearer to each other than this, in points, are one."""
_STACKED_FROM: Final = 3
_TALLEST_ROW: Final = 200.0


def read_tables(page: PdfPage, words: Sequence[Stretch]) -> tuple[list[Row], Sequence[Stretch]]:
    """The rows of the tables of a page, from top to bottom in each, and the words that are in none."""
    tables = _tagged(page, words) or list(_ruled(page, words))
    least, width = _ROWS_FROM if page.number == 1 else 1, page.place.size[0]
    rows = [row for table in tables for row in (table if _is_table(table, width, least) else _head(table, least))]
    return rows, without(words, {number for row in rows for cell in row for word in cell for number in word.numbers})


def _tagged(page: PdfPage, words: Sequence[Stretch]) -> list[list[Row]]:
    """The tables that the structure tree shows."""
    tables: dict[int, dict[int, dict[int, list[Stretch]]]] = {}
    for word in words:
        tag = word.tag
        if tag is not None and tag.part == "row" and tag.table:
            tables.setdefault(tag.table, {}).setdefault(tag.block, {}).setdefault(tag.cell, []).append(word)
    return [
        with_spanned(
            [[cells.get(cell, []) for cell in page.tags.cells.get(row, cells)] for row, cells in rows.items()],
            page.rules.down,
        )
        for rows in tables.values()
    ]


def _ruled(page: PdfPage, words: Sequence[Stretch]) -> Iterable[list[Row]]:
    """The tables whose rows and columns are drawn."""
    levels = _levels((rule.top, rule) for rule in page.rules.across)
    if not (_ROWS_FROM < len(levels) <= MOST_RULES and len(page.rules.down) <= MOST_RULES):
        return
    for stack in _stacks(levels, page.rules.down):
        down = [rule for rule in page.rules.down if rule.bottom > stack[0][0] and rule.top < stack[-1][0]]
        rows = [row for row in _filled(words, stack, down) if any(row)] if down else []
        if any(sum(map(bool, row)) >= _COLUMNS_FROM for row in rows):  # else a text in a frame
            yield rows


def _filled(words: Sequence[Stretch], stack: Sequence[_Level], down: Sequence[Edges]) -> list[Row]:
    """The rows between these rules with the words of each cell; one that spans rows stands in its first."""
    columns = [x for x, _ in _levels((rule.left, rule) for rule in down)]
    heights = [y for y, _ in stack]
    rows: list[Row] = [[[] for _ in columns[1:]] for _ in heights[1:]]
    walls = [_walls(columns, down, (top + bottom) / 2) for top, bottom in itertools.pairwise(heights)]
    for word in words_of(words):
        x, y = word.middle
        row = bisect_right(heights, y) - 1
        if 0 <= row < len(rows) and columns[0] <= x <= columns[-1]:
            cell = max((column for column in walls[row] if columns[column] <= x), default=0)
            if cell < len(rows[row]):
                rows[_first_row(stack, row, x)][cell].append(word)
    return rows


def _first_row(stack: Sequence[_Level], row: int, x: float) -> int:
    """The row in which the cell of this row begins: no rule is drawn above it before."""
    while row and not any(rule.left - _SAME <= x <= rule.right + _SAME for rule in stack[row][1]):
        row -= 1
    return row


def _walls(columns: Sequence[float], down: Sequence[Edges], y: float) -> list[int]:
    """The columns that a rule begins at this height; others go on with the cell left of them."""
    return sorted({bisect_right(columns, rule.left) - 1 for rule in down if rule.top <= y <= rule.bottom})


def _levels(rules: Iterable[tuple[float, Edges]]) -> list[_Level]:
    """The places at which rules stand, ascending, each with its rules."""
    levels: list[_Level] = []
    for place, rule in sorted(rules, key=lambda pair: pair[0]):
        if levels and place - levels[-1][0] <= _SAME:
            levels[-1][1].append(rule)
        else:
            levels.append((place, [rule]))
    return levels


def _stacks(levels: list[_Level], down: Sequence[Edges]) -> Iterable[list[_Level]]:
    """Rules below each other in one frame, enough of them for a table."""
    stack: list[_Level] = []
    for level in levels:
        if stack and not _goes_on(stack, level, down):
            if len(stack) > _ROWS_FROM:
                yield stack
            stack = []
        stack.append(level)
    if len(stack) > _ROWS_FROM:
        yield stack


def _goes_on(stack: Sequence[_Level], level: _Level, down: Sequence[Edges]) -> bool:
    """Whether rules begin and end where the first ones do, or beside a cell that spans rows: at a rule downwards."""
    left, end = _ends(stack[0])
    other, right = _ends(level)
    return (
        level[0] - stack[-1][0] <= _TALLEST_ROW
        and left - _SAME <= other
        and right <= end + _SAME
        and (abs(other - left) <= _SAME or _meets(other, level[0], down))
        and (abs(right - end) <= _SAME or _meets(right, level[0], down))
    )


def _ends(level: _Level) -> tuple[float, float]:
    return min(rule.left for rule in level[1]), max(rule.right for rule in level[1])


def _meets(x: float, y: float, down: Sequence[Edges]) -> bool:
    return any(abs(rule.left - x) <= _SAME and rule.top - _SAME <= y <= rule.bottom + _SAME for rule in down)


def _is_stacked(row: Row) -> bool:
    """Whether all of a row is one cell with several lines, as where a table only places the parts of a letterhead."""
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and len({round(word.top / _SAME) for word in filled[0]}) >= _STACKED_FROM


def _head(rows: list[Row], least: int) -> list[Row]:
    """The row that heads a table of texts: short names of what stands in its columns, enough of them."""
    words = [word.text for cell in rows[0] for word in cell]
    named = sum(map(len, words)) <= _LONGEST_HEAD and not any(map(str.isdecimal, "".join(words)))
    return rows[:1] if least == 1 < len(rows) and named and sum(map(bool, rows[0])) >= _CELLS_OF_ONE_ROW else []


def _is_rest(row: Row) -> bool:
    """Whether a row by itself is of data: short cells, enough of them, and a number; those who sign have none."""
    texts = ["".join(word.text for word in cell) for cell in row if cell]
    short = len(texts) >= _CELLS_OF_ONE_ROW and max(map(len, texts)) <= _LONGEST_OF_REST
    return short and any(map(str.isdecimal, "".join(texts)))


def _is_table(rows: list[Row], width: float, least: int = _ROWS_FROM) -> bool:
    """Whether a table holds data: enough rows, in the body, and no cell with a text or an address of its own.

    One row may be what the end of a page leaves of a table, but for the labels of a letterhead.
    """
    cells = list(itertools.chain.from_iterable(rows))
    return (
        (len(rows) >= _ROWS_FROM or (len(rows) >= least and _is_rest(rows[0])))
        and all(sum(word.length for word in cell) <= _LONGEST_CELL for cell in cells)
        and not (any(map(_is_stacked, rows)) and any(sum(map(bool, row)) > 1 for row in rows))
        and min(word.left for cell in cells for word in cell) < MARGIN_FROM * width
    )
