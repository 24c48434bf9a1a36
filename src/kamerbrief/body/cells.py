"""Tables whose rules are gone: cells in a row of lines, and what stands alone above or below its own cell."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.body.contents import contents_in
from kamerbrief.body.group import Group
from kamerbrief.vocabulary.headings import number_of
from kamerbrief.vocabulary.phrases import is_caption

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_CELL = 200
_CELLS_FROM = 4
"""Of 33 runs of four or five in 226 texts of letters all but one are of a table."""
_SINGLE = 0.6
"""This share of the short lines of a table at least are no items: less are titles and items of a list of contents."""
_TITLES = 4
"""So many titles at most open a page below a table."""
_OF_CELL = 8
"""What stands so many columns right of another line is a cell of another column."""


def merge_cells(groups: list[Group]) -> list[Group]:
    """Tables whose rules are gone: so many short lines in a row that are no sentences, no list and no headings.

    Among them a sentence may stand with a name in brackets behind its stop.
    """
    merged: list[Group] = []
    groups = _with_lone_cells(groups)
    index = end_of_run = 0
    while index < len(groups):
        end = end_of_run = end_of_run if index < end_of_run else _end_of_cells(groups, index)
        if contents := contents_in(groups, index, end):
            merged += groups[index : contents[0]]
            index, end = contents
        end -= _text_at_end(groups, index, end)
        end -= _titles_at_end(groups, index, end)
        run = groups[index:end]
        single = sum(group.marker is None and not group.table and not _is_bracketed_sentence(group) for group in run)
        if single >= _CELLS_FROM and single > _SINGLE * len(run):
            merged.append(Group([line for group in run for line in group.lines], None, run[0].column, table=True))
        else:
            merged += run
        if end == index:
            merged.append(groups[end])
            end += 1
        index = end
    return merged


def _with_lone_cells(groups: Sequence[Group]) -> list[Group]:
    """The groups, with a line that heads the column of a table, or goes on below one of its cells, in that table."""
    joined: list[Group] = []
    for group in groups:
        above = joined[-1] if joined else None
        if above is not None and (_heads_column(above, group) or _goes_on_in_cell(above, group)):
            lines = [*above.lines, *group.lines]
            joined[-1] = dataclasses.replace(group if group.table else above, lines=lines)
        else:
            joined.append(group)
    return joined


def _heads_column(group: Group, table: Group) -> bool:
    """Whether a line stands right above a table, and far right of its first column."""
    if not table.table or table.drawing or table.lines[0].gap or not _may_be_lone(group):
        return False
    line = group.lines[0]
    return line.page == table.lines[0].page and line.column - min(other.column for other in table.lines) >= _OF_CELL


def _goes_on_in_cell(table: Group, group: Group) -> bool:
    """Whether a line stands right below the last row of a table, and far left of its last cell."""
    if not table.table or table.drawing or group.lines[0].gap or not _may_be_lone(group):
        return False
    last, line = table.lines[-1], group.lines[0]
    return last.page == line.page and last.column - line.column >= _OF_CELL


def _may_be_lone(group: Group) -> bool:
    """Whether a group can be a piece of a cell: a line without a mark, a stop or a style."""
    line = group.lines[0]
    plain = not (line.is_finished or line.bold or line.hint.level)
    return len(group.lines) == 1 and group.marker is None and not group.table and plain


def _end_of_cells(groups: Sequence[Group], begin: int) -> int:
    """Where the groups end that may be cells of a table."""
    end = begin
    while end < len(groups) and _may_be_cells(groups[end]) and not _names_signer(groups, end):
        end += 1
    return end


def _is_bracketed_sentence(group: Group) -> bool:
    """Whether a group ends with a name in brackets behind the stop of a sentence."""
    return group.lines[-1].text.endswith(")") and group.lines[-1].is_finished


def _text_at_end(groups: Sequence[Group], begin: int, end: int) -> int:
    """How many of the last groups are no cells: a line that announces items, with those, or a title."""
    first = end
    while first > begin and groups[first - 1].marker is not None:
        first -= 1
    items = any(group.marker is not None for group in groups[first : end + 1])
    if first > begin and items and groups[first - 1].lines[-1].text.endswith(":"):
        return end - first + 1
    return int(end > begin and _is_numbered_title(groups[end - 1 : end + 1]))


def _is_numbered_title(groups: Sequence[Group]) -> bool:
    """Whether the first of two groups is a title with a number above a text, and no cell."""
    title, *below = groups
    text = title.lines[0].text
    number = number_of(text) if len(title.lines) == len(below) == 1 else None
    if number is None or number_of(below[0].lines[0].text) is not None:
        return False
    return text[number[1] :][:1].isupper()


def _titles_at_end(groups: Sequence[Group], begin: int, end: int) -> int:
    """How many of the last groups are titles above a text and no cells: on a page that begins with them."""
    titles = 0
    while (
        end - titles > begin
        and titles < _TITLES
        and end < len(groups)
        and _may_be_title_above(groups[end - titles - 1])
    ):
        titles += 1
        first, above = groups[end - titles], groups[end - titles - 1] if end - titles > begin else None
        if above is not None and first.lines[0].page != above.lines[-1].page:
            return titles
    return 0


def _may_be_title_above(group: Group) -> bool:
    text = group.lines[0].text
    return (
        not group.table and group.marker is None and len(group.lines) == 1 and text[0].isupper() and text[-1].isalpha()
    )


def _names_signer(groups: Sequence[Group], index: int) -> bool:
    """Whether a group is the name of one who signs for a committee, whose office stands above it."""
    return index > 0 and groups[index - 1].lines[-1].awaits_name


def _may_be_cells(group: Group) -> bool:
    lines = group.lines
    if group.table:
        return not group.drawing
    if lines[-1].text[-1:] in ".?!" or sum([len(line.text) for line in lines]) > _LONGEST_CELL:
        return False
    if lines[0].is_of_paper or lines[0].is_question or (len(lines) > 1 and is_caption(lines[0].text)):
        return False
    return not any(line.bold or line.hint.level for line in lines)
