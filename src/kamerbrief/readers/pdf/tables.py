"""The rows of tables: as the structure tree tells them, else as rules draw them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.place import MARGIN_FROM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.readers.pdf.document import PdfPage
    from kamerbrief.readers.pdf.glyphs import Word
    from kamerbrief.readers.pdf.place import Edges

Row = list[list["Word"]]
"""The words of each cell of a row, from left to right; none of an empty one."""

_ROWS_FROM, _COLUMNS_FROM = 3, 2
"""A table has so many; a form of two rows puts label and value beside each other."""
_LONGEST_CELL: Final = 400
"""A table with a longer cell only puts things in their places."""
_SAME: Final = 3.0
"""Rules nearer to each other than this, in points, are one."""
_STACKED_FROM: Final = 3
_TALLEST_ROW: Final = 200.0


def read_tables(page: PdfPage, words: Sequence[Word]) -> tuple[list[Row], list[Word]]:
    """The rows of the tables of a page, from top to bottom in each, and the words that are in none."""
    tables = _tagged(page, words) or list(_ruled(page, words))
    rows = [row for table in tables if _is_table(table, page.place.size[0]) for row in table]
    taken = {id(word) for row in rows for cell in row for word in cell}
    return rows, [word for word in words if id(word) not in taken] if taken else list(words)


def _tagged(page: PdfPage, words: Sequence[Word]) -> list[list[Row]]:
    """The tables that the structure tree shows."""
    tables: dict[int, dict[int, dict[int, list[Word]]]] = {}
    for word in words:
        tag = page.tags.of_marks.get(word.mark)
        if tag is not None and tag.part == "row" and tag.table:
            tables.setdefault(tag.table, {}).setdefault(tag.block, {}).setdefault(tag.cell, []).append(word)
    return [
        [[cells.get(cell, []) for cell in page.tags.cells.get(row, cells)] for row, cells in rows.items()]
        for rows in tables.values()
    ]


def _ruled(page: PdfPage, words: Sequence[Word]) -> Iterable[list[Row]]:
    """The tables whose rows and columns are drawn."""
    levels = _levels((rule.top, rule) for rule in page.rules.across)
    if len(levels) <= _ROWS_FROM or not page.rules.down:
        return
    for stack in _stacks(levels):
        heights = [y for y, _ in stack]
        down = [rule for rule in page.rules.down if rule.bottom > heights[0] and rule.top < heights[-1]]
        rows = _filled(words, heights, down)
        if max(sum(map(bool, row)) for row in rows) >= _COLUMNS_FROM:  # else a text in a frame
            yield [row for row in rows if any(row)]


def _filled(words: Sequence[Word], heights: Sequence[float], down: Sequence[Edges]) -> list[Row]:
    """The rows between these heights with the words of each cell."""
    columns = [x for x, _ in _levels((rule.left, rule) for rule in down)]
    rows: list[Row] = [[[] for _ in columns[1:]] for _ in heights[1:]]
    walls = [_walls(columns, down, (top + bottom) / 2) for top, bottom in itertools.pairwise(heights)]
    for word in words:
        y, x = (word.top + word.bottom) / 2, (word.left + word.right) / 2
        row = bisect_right(heights, y) - 1
        if 0 <= row < len(rows) and columns and columns[0] <= x <= columns[-1]:
            cell = max((column for column in walls[row] if columns[column] <= x), default=0)
            if cell < len(rows[row]):
                rows[row][cell].append(word)
    return rows


def _walls(columns: Sequence[float], down: Sequence[Edges], y: float) -> list[int]:
    """The columns that a rule begins at this height; others go on with the cell left of them."""
    return [
        index
        for index, x in enumerate(columns)
        if any(abs(rule.left - x) <= _SAME and rule.top <= y <= rule.bottom for rule in down)
    ]


def _levels(rules: Iterable[tuple[float, Edges]]) -> list[tuple[float, list[Edges]]]:
    """The places at which rules stand, ascending, each with its rules."""
    levels: list[tuple[float, list[Edges]]] = []
    for place, rule in sorted(rules, key=lambda pair: pair[0]):
        if levels and place - levels[-1][0] <= _SAME:
            levels[-1][1].append(rule)
        else:
            levels.append((place, [rule]))
    return levels


def _stacks(levels: list[tuple[float, list[Edges]]]) -> Iterable[list[tuple[float, list[Edges]]]]:
    """Rules below each other that begin and end at the same places, enough of them for a table."""
    stack: list[tuple[float, list[Edges]]] = []
    for level in levels:
        if stack and not _goes_on(stack[-1], level):
            if len(stack) > _ROWS_FROM:
                yield stack
            stack = []
        stack.append(level)
    if len(stack) > _ROWS_FROM:
        yield stack


def _goes_on(above: tuple[float, list[Edges]], level: tuple[float, list[Edges]]) -> bool:
    left, right = (min(rule.left for rule in rules) for _, rules in (above, level))
    end, other = (max(rule.right for rule in rules) for _, rules in (above, level))
    return level[0] - above[0] <= _TALLEST_ROW and abs(left - right) <= _SAME and abs(end - other) <= _SAME


def _is_stacked(row: Row) -> bool:
    """Whether all of a row is one cell with several lines, as where a table only places the parts of a letterhead."""
    filled = [cell for cell in row if cell]
    return len(filled) == 1 and len({round(word.top / _SAME) for word in filled[0]}) >= _STACKED_FROM


def _is_table(rows: list[Row], width: float) -> bool:
    """Whether a table holds data: enough rows, in the body, and no cell with a text or an address of its own."""
    cells = list(itertools.chain.from_iterable(rows))
    return (
        len(rows) >= _ROWS_FROM
        and all(sum(len(word.text) for word in cell) <= _LONGEST_CELL for cell in cells)
        and not (any(map(_is_stacked, rows)) and any(sum(map(bool, row)) > 1 for row in rows))
        and min(word.left for cell in cells for word in cell) < MARGIN_FROM * width
    )
