"""Two signatures side by side: in columns, in the cells of a table, or written on one line by an extractor.

de staatssecretaris van de staatssecretaris van Binnenlandse
Volksgezondheid, Welzijn en Sport, Zaken en Koninkrijksrelaties,
R.P.M. Dijksterveld S. el Khatibi
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.passes.glued import cut
from kamerbrief.vocabulary.offices import offices_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import regex

    from kamerbrief.source import Line

_ROLE_LINES = 3
_SECOND_COLUMN = 20
"""The second of two signatures begins at least so far from the left."""
_RIGHT = 40
"""How far from the left the second column is put."""


def part_pairs(lines: Sequence[Line], role: regex.Pattern[str], is_name: Callable[[str], object]) -> list[Line] | None:
    """The lines with the two columns parted, as if their place had told them apart; None if they are none.

    Args:
        lines: Lines from the first office on.
        role: What an office begins with.
        is_name: Tells whether a text is the name of a person.
    """
    first = role.match(lines[0].text) if lines else None
    second = role.search(lines[0].text, first.end()) if first else None
    if second is None or any(line.row == lines[0].row for line in lines[1:]):
        return None
    for count in range(min(_ROLE_LINES, len(lines)), 0, -1):  # "Justitie" is an office too
        for cuts in _cuts(lines[1:count]):
            places = [second.start(), *cuts]
            left = " ".join(line.text[:at].strip() for line, at in zip(lines, places, strict=False))
            right = " ".join(line.text[at:].strip() for line, at in zip(lines, places, strict=False))
            if _is_office(left) and _is_office(right):
                names = next(
                    (i for i in range(count, min(count + 2, len(lines))) if _name_cut(lines[i], is_name)), None
                )
                if names is not None:
                    places += [0] * (names - count) + [_name_cut(lines[names], is_name)]
                return [*_parted(lines, places), *lines[len(places) :]]
    return None


def part_cells(lines: Sequence[Line], role: regex.Pattern[str], most: int) -> list[Line]:
    """The lines, with a table that only puts offices and names beside each other parted into its cells.

    Args:
        lines: Lines of a letter.
        role: What an office begins with.
        most: How many rows such a table has at the most.
    """
    parted: list[Line] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and lines[end].cells:
            end += 1
        table = lines[index:end]
        if table and len(table) <= most and all(map(role.match, _texts_of(table[0]))):
            parted += [cell for line in table for cell in _cells_of(line)]
        else:
            parted += table or [lines[index]]
        index = max(end, index + 1)
    return parted


def _texts_of(line: Line) -> list[str]:
    return [text for begin, end in line.cells if (text := line.text[begin:end])]


def _cells_of(line: Line) -> Iterator[Line]:
    """The cells of a row as lines beside each other."""
    for number, (begin, end) in enumerate(line.cells):
        if end > begin:
            offset = line.source_offset(begin)
            yield dataclasses.replace(
                line,
                text=line.text[begin:end],
                start=offset,
                end=offset + end - begin,
                offsets=((0, offset),),
                column=number * _RIGHT,
                cells=(),
                raised=(),
            )


def by_column(lines: Sequence[Line]) -> list[Line]:
    """The lines column by column where two signatures stand side by side."""
    rows = [line.row for line in lines]
    twice = {row for row in rows if rows.count(row) > 1}
    if not twice:
        return list(lines)
    beside = [x.column for x in lines if x.row in twice and any(o.row == x.row and o.column < x.column for o in lines)]
    right = min(beside, default=0)
    if right < _SECOND_COLUMN:
        return list(lines)
    last = max(index for index, line in enumerate(lines) if line.row in twice)
    block, rest = lines[: last + 1], lines[last + 1 :]
    return [*(x for x in block if x.column < right), *(x for x in block if x.column >= right), *rest]


def _cuts(lines: Sequence[Line]) -> Iterator[list[int]]:
    """All ways to cut each of the lines in two between words."""
    if not lines:
        yield []
        return
    text = lines[0].text
    for at in [i + 1 for i, c in enumerate(text) if c == " "]:
        for rest in _cuts(lines[1:]):
            yield [at, *rest]


def _is_office(text: str) -> bool:
    offices = offices_in(text)
    return len(offices) == 1 and not text[offices[0].end :].strip(" ,")


def _name_cut(line: Line, is_name: Callable[[str], object]) -> int:
    """Where the second of two names begins; 0 if the line is not two names."""
    for at in [i + 1 for i, c in enumerate(line.text) if c == " "]:
        if is_name(line.text[:at].strip()) and is_name(line.text[at:].strip()):
            return at
    return 0


def _parted(lines: Sequence[Line], places: Sequence[int]) -> Iterator[Line]:
    for line, at in zip(lines, places, strict=False):
        if not at:
            yield line
            continue
        left, right = cut(line, at)
        yield left
        yield dataclasses.replace(right, column=line.column + _RIGHT)
