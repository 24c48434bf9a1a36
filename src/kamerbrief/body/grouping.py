"""Group body lines into blocks; classification follows in ``blocks``."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from kamerbrief.body.breaks import breaks, surely_goes_on
from kamerbrief.body.capitals import capital_bullets, capital_of, named_titles
from kamerbrief.body.cells import merge_cells
from kamerbrief.body.drawings import drawing_end
from kamerbrief.body.group import Group
from kamerbrief.body.numbered import titles_apart
from kamerbrief.body.papers import paper_heading
from kamerbrief.body.piles import mark_alone, pile_sizes, piled_items
from kamerbrief.body.set_in import narrow_items, set_in_items
from kamerbrief.lines.asked import NOTHING, parts_of
from kamerbrief.lines.bullets import HINTED, Bullet, numbers_beside
from kamerbrief.lines.measure import ANY_ROOM
from kamerbrief.vocabulary.headings import inline_question
from kamerbrief.vocabulary.sentences import is_left_open, is_list_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.asked import Asked
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.measure import Measure

_LONGEST_ITEM = 8
_TITLE_LINES = 3
_ROWS_FROM = 2
"""A table has so many rows of several cells."""
_LONGEST_SINGLE = 70
_SAME_COLUMN = 2
_ROW_REACH = 4
_WRAPPED_ROWS = 3
"""A row of a table is so many lines at most."""


def group_lines(
    lines: Sequence[FeatureLine], measure: Measure, asked: Asked = NOTHING, *, annex: bool = False
) -> list[Group]:
    """The lines of a body in groups: paragraphs, items, headings, tables; heads of questions part them.

    Args:
        lines: Its lines in reading order.
        measure: How wide the letter is set.
        asked: The heads of questions and answers, and the notes of the questioners.
        annex: What follows a signature: its first line is a title and no cell of a table.
    """
    groups = paper_heading(lines) if annex else []
    parts = list(parts_of(lines[sum(len(group.lines) for group in groups) :], asked))
    for part, following in itertools.zip_longest(parts, parts[1:]):
        if part.head is not None or part.source is not None:
            groups.append(Group(part.lines, None, part.lines[0].column, head=part.head, source=part.source))
            continue
        for exact, of_kind in itertools.groupby(part.lines, key=lambda line: line.hint.is_exact):
            run = list(of_kind)
            after = following.lines[:1] if following else []
            groups += _stated(run) if exact else _guessed(run, after, measure, annex=annex and not groups)
    return groups


def _stated(lines: Sequence[FeatureLine]) -> list[Group]:
    """The groups of lines whose source states its blocks."""
    groups: list[Group] = []
    named = named_titles(lines)
    for _, of_block in itertools.groupby(lines, key=_part_of_block):
        block = list(of_block)
        first, part = block[0], block[0].hint.part
        item = named.get(first.start) or first.bullet or capital_of(first.text) or HINTED
        marker = item if part == "item" else first.bullet if part is None else None
        groups.append(Group(block, marker, first.column, table=part == "row"))
    return groups


def _part_of_block(line: FeatureLine) -> tuple[int, int]:
    """The block of a line; a line of an open block that is the heading of a question is one by itself."""
    return line.hint.block, line.start if line.hint.part is None and line.is_question else -1


def _guessed(
    lines: Sequence[FeatureLine], after: Sequence[FeatureLine], measure: Measure, *, annex: bool
) -> list[Group]:
    groups = titles_apart(_romans(_without_lone_number(narrow_items(_groups(lines, after, measure), measure))))
    titled = annex and bool(groups) and may_be_title(groups[0])
    return [*groups[:titled], *merge_cells(groups[titled:])]


def _without_lone_number(groups: list[Group]) -> list[Group]:
    """The groups, with a number that ends all of them taken for the end of a sentence (``zie de vragen 3 en / 4.``)."""
    if len(groups) > 1 and _is_lone_number(groups[-1]) and not groups[-2].lines[-1].is_finished:
        return [*groups[:-2], dataclasses.replace(groups[-2], lines=[*groups[-2].lines, *groups[-1].lines])]
    return groups


def _is_lone_number(group: Group) -> bool:
    """Whether a group is no more than the number of an item."""
    line = group.lines[0]
    return len(group.lines) == 1 and line.text[0].isdecimal() and not line.cells and mark_alone(line.text) is not None


def _romans(groups: list[Group]) -> list[Group]:
    """The groups, with ``i.`` and ``v.`` taken for numbers where the next or the last item has a Roman one."""
    for at, group in enumerate(groups):
        marker = group.marker
        if marker is None or marker.family != "letter" or marker.shown.strip("(.)") not in ("i", "v", "x"):
            continue
        beside = [other.marker for other in (*groups[max(at - 1, 0) : at], *groups[at + 1 : at + 2])]
        if any(other is not None and other.family == "roman" for other in beside):
            groups[at] = dataclasses.replace(group, marker=marker._replace(family="roman"))
    return groups


def may_be_title(group: Group) -> bool:
    """Whether a group can be the title of an annex: few lines and no sentence, or a bold block of the source's own."""
    bold = group.lines[0].hint.is_exact and all(line.bold for line in group.lines)
    return len(group.lines) <= _TITLE_LINES and not group.table and (bold or group.lines[-1].text[-1:] not in ".?!;:")


# decides more: local rules in a fixed order, each with a case in fixtures/
def _groups(lines: Sequence[FeatureLine], after: Sequence[FeatureLine], measure: Measure) -> list[Group]:
    groups: list[Group] = []
    begun: set[int] = set()
    unmarked = set_in_items(lines) | capital_bullets(lines)
    piles = pile_sizes(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        begins = line.hint.block not in begun
        begun.add(line.hint.block)
        last, below = groups[-1] if groups else None, lines[index + 1 : index + 2] or after
        if (table := _table_or_drawing(lines, index)) is not None:
            groups.append(table)
            index += len(table.lines)
            continue
        if last is not None and not last.table and surely_goes_on(last.lines[-1], line):
            last.lines.append(line)
            index += 1
            continue
        parts = line.split(question) if (question := inline_question(line.text)) else []
        if parts and not parts[-1].is_mark_alone:
            groups += [Group([part], None, line.column) for part in parts]
            index += 1
            continue
        if piles[index] and (items := piled_items(lines, index, piles[index], measure)):
            groups += items
            index += sum(len(item.lines) for item in items)
            continue
        marker = line.bullet or unmarked.get(line.start) if not line.cells and not line.hint.level else None
        if marker is not None and line.hint.part == "item" and not begins and not marker.firm:
            marker = None  # a number in the text of an item: ``(Kamerstuk 31 322, nr. / 33)``
        if marker is None and begins and _is_marked_item(line, last):
            marker = HINTED
        if marker is not None and last is not None and _goes_on_in_text(marker, last):
            last.lines.append(line)
            index += 1
            continue
        if marker is not None and not _opens_item(marker, line, last, measure):
            marker = None
        if marker is not None:
            groups.append(Group([line], marker, line.column))
        elif last is None or last.table or unmarked.get(line.start, line) is None or breaks(last, line, below, measure):
            groups.append(Group([line], HINTED if _goes_on_in_list(last, line) else None, line.column))
        else:
            last.lines.append(line)
        index += 1
    return groups


def _goes_on_in_list(last: Group | None, line: FeatureLine) -> bool:
    """Whether the line opens one more item of a list, whose bullet was lost."""
    listed = last is not None and last.marker is not None and last.lines[-1].text.endswith(";")
    return listed and line.text[0].islower() and not line.cells


# decides more: what an extractor marks as an item that is none
def _is_marked_item(line: FeatureLine, last: Group | None) -> bool:
    """Whether the source marks the line as the first of an item, whose bullet is a picture or was lost."""
    if line.hint.part != "item" or line.bold or line.italic or line.hint.level or line.cells:
        return False
    above = last.lines[-1] if last is not None else None
    if above is None:
        return True
    capital = above.page == line.page and not line.text[0].islower()
    if not line.text[0].isalnum() and is_left_open(above.text):
        return False
    return above.hint.block != line.hint.block and (above.is_finished or above.text[-1] == "," or capital)


# decides more: local rules in a fixed order, each with a case in fixtures/
def _opens_item(marker: Bullet, line: FeatureLine, last: Group | None, measure: Measure) -> bool:
    """Whether the mark opens a list item and does not just stand at the beginning of a wrapped line."""
    if last is None or marker.firm:
        return True
    above = last.lines[-1]
    if marker.tight:
        by_itself = line.gap > 0 and above.is_finished and line.text[marker.end].isupper()
        in_list = last.marker is not None and last.marker.family == marker.family
        return by_itself or in_list or above.text.endswith(":")
    if line.row - above.row - 1 or line.bold != above.bold:
        return marker.family not in ("*", "o") or line.column > 0 or above.is_finished
    if above.is_finished or is_list_open(above.text):
        return True
    if last.marker is not None and last.marker.family == marker.family:
        return True
    return measure.full > 0 and measure.unused(above, line) > ANY_ROOM


def _goes_on_in_text(marker: Bullet, last: Group) -> bool:
    """Whether the item before stands inside the paragraph above: ``aangevuld met 1) de gevolgen en / 2) de``."""
    beside = numbers_beside(marker.shown)
    return beside is not None and any(beside[0] in line.text[1:] for line in last.lines[-_LONGEST_ITEM:])


def is_run_in(group: Group) -> bool:
    """Whether the items of a list stand in one paragraph, of which the first opens a line."""
    beside = numbers_beside(group.marker.shown) if group.marker is not None else None
    return beside is not None and any(f" {beside[1]}" in line.text for line in group.lines)


def _table_or_drawing(lines: Sequence[FeatureLine], begin: int) -> Group | None:
    """The table, or the words of a drawing, that begin here."""
    has_cells = lines[begin].cells or (begin + 1 < len(lines) and lines[begin + 1].row == lines[begin].row)
    if has_cells and (end := _table_end(lines, begin)):
        return Group(list(lines[begin:end]), table=True)
    end = drawing_end(lines, begin)
    return Group(list(lines[begin:end]), table=True, drawing=True) if end else None


# decides more: local rules in a fixed order, each with a case in fixtures/
def _table_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the table ends that begins with this row of several cells; 0 if none does."""
    end = begin
    if lines[begin].cells:
        while end < len(lines) and lines[end].cells:
            end += 1
        return end
    rows = several = 0
    columns: set[int] = set()
    while end < len(lines) and lines[end].page == lines[begin].page:
        row_end = end + 1
        while row_end < len(lines) and lines[row_end].row == lines[end].row:
            row_end += 1
        if row_end - end > 1:
            several += 1
            columns.update(line.column for line in lines[end + 1 : row_end])
        elif len(lines[end].text) > _LONGEST_SINGLE:
            break
        elif not lines[end].size and any(abs(lines[end].column - column) <= _SAME_COLUMN for column in columns):
            rows -= 1  # a cell goes on
        elif not several or lines[end].gap > 1 or not _row_ahead(lines, row_end):
            break
        rows += 1
        end = row_end
    return end if several >= _ROWS_FROM and rows <= several * _WRAPPED_ROWS else 0


def _row_ahead(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether one of the next printed lines has several cells again."""
    return any(
        lines[at].row == lines[at + 1].row and lines[at].row - lines[index - 1].row <= _ROW_REACH
        for at in range(index, min(index + 3, len(lines) - 1))
    )
