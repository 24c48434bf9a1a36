"""Two signatures side by side: in columns, in the cells of a table, or written on one line by an extractor.

de staatssecretaris van de staatssecretaris van Binnenlandse
Volksgezondheid, Welzijn en Sport, Zaken en Koninkrijksrelaties,
R.P.M. Dijksterveld S. el Khatibi
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.phrases import is_one_of
from kamerbrief.vocabulary.signing import opens_with_office, second_office, signed_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

REACH = 24
"""How many lines a signature may take."""
_OFFICE_LINES, _TWO = 3, 2
"""An office takes so many lines at most."""
_NAMES_WITHIN = 2
"""The names of two offices stand so many lines below or above them at most."""
_CLOSING_WITHIN = 2
_LONGEST_PAIR = 140
"""No line with two offices or names is longer."""
_SECOND_COLUMN = 12
"""The second of two signatures begins at least so far from the left; from 4 to 20 no letter is read otherwise."""
_TO_THE_RIGHT = -1
"""Instead of a place to cut: all of the line is of the second column."""
_RIGHT = 40
"""How far from the left the second column is put."""


def split_columns(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with two signatures side by side parted, as if their place had told them apart."""
    lines = split_office_cells(lines)
    cuts: dict[int, int] = {}
    for index, line in enumerate(lines):
        if opens_with_office(line.text):
            cuts |= _pair_cuts(lines, index)
    if not cuts:
        return list(lines)
    return list(itertools.chain.from_iterable(_cut_in_two(line, cuts.get(at, 0)) for at, line in enumerate(lines)))


# decides more: offices, names and closing must all be looked for before a line is cut
def _pair_cuts(lines: Sequence[FeatureLine], begin: int) -> dict[int, int]:
    """Where to cut the lines of two signatures whose offices begin here, by the index of the line."""
    line = lines[begin]
    second = second_office(line.text) if len(line.text) <= _LONGEST_PAIR else 0
    if not second or any(other.row == line.row for other in lines[begin + 1 : begin + 2]):
        return {}
    counts = range(_OFFICE_LINES, 0, -1)  # "Justitie" is an office too
    found = [
        _cells_below(lines[begin : begin + _OFFICE_LINES], second),
        *(_office_cuts(lines[begin : begin + count], second) for count in counts),
    ]
    offices = next((cuts for cuts in found if cuts is not None), None)
    if offices is None:
        return {}
    end = begin + len(offices)
    named = _names_beside(lines, begin, end)
    closed = any(is_one_of(above.text, "closings") for above in lines[max(begin - _CLOSING_WITHIN, 0) : begin])
    if named is None and not closed and end < len(lines):
        return {}  # two offices in a text
    cuts = {begin + at: cut for at, cut in enumerate(offices)}
    return cuts if named is None else cuts | _cuts_of_names(lines, named)


def _cuts_of_names(lines: Sequence[FeatureLine], named: int) -> dict[int, int]:
    """Where to cut the line of two names; those that stand in two cells already are put into columns."""
    in_cells = [at for at, line in enumerate(lines[named : named + _TWO], start=named) if line.row == lines[named].row]
    return {in_cells[-1]: _TO_THE_RIGHT} if len(in_cells) == _TWO else {named: name_cut(lines[named])}


def _cells_below(lines: Sequence[FeatureLine], second: int) -> list[int] | None:
    """Where to cut lines of which the first has the beginnings of two offices, and a row of two the rest of each."""
    if len(lines) < _OFFICE_LINES or lines[1].row != lines[2].row:
        return None
    text, left, right = (line.text for line in lines)
    whole = _is_office(f"{text[:second].strip()} {left}") and _is_office(f"{text[second:]} {right}")
    return [second, 0, _TO_THE_RIGHT] if whole else None


def _names_beside(lines: Sequence[FeatureLine], begin: int, end: int) -> int | None:
    """The line with the two names, below or above the lines of two offices."""
    beside = [*range(end, min(end + _NAMES_WITHIN, len(lines))), begin - 1, begin - _NAMES_WITHIN]
    return next((at for at in beside if at >= 0 and _has_names(lines, at)), None)


def _has_names(lines: Sequence[FeatureLine], at: int) -> bool:
    """Whether two names stand on this printed line."""
    of_row = [line for line in lines[max(at - 1, 0) : at + 2] if line.row == lines[at].row]
    return name_cut(lines[at]) > 0 or (len(of_row) > 1 and all(signed_name(line.text) for line in of_row))


def _office_cuts(lines: Sequence[FeatureLine], at: int) -> list[int] | None:
    """Where to cut lines so that left and right of the cuts an office stands each; None if there are no such places.

    The first line is cut at ``at``, one between it and the last at any word, the last where the left office ends.
    """
    texts = [line.text for line in lines]
    if len(texts) == 1:
        return [at] if _are_offices(texts, [at]) else None
    inner = [[at]] if len(texts) == _TWO else [[at, word] for word in _words(texts[1])]
    for cuts in inner:
        left = " ".join(text[:place].strip() for text, place in zip(texts, cuts, strict=False))
        offices = offices_in(f"{left} {texts[-1]}")
        end = offices[0].end - len(left) - 1 if offices else 0
        last = next((word for word in _words(texts[-1]) if word > end > 0), 0)
        if last and _are_offices(texts, [*cuts, last]):
            return [*cuts, last]
    return None


def _are_offices(texts: Sequence[str], cuts: Sequence[int]) -> bool:
    """Whether left and right of the cuts an office stands each."""
    left = " ".join(text[:at].strip() for text, at in zip(texts, cuts, strict=True))
    right = " ".join(text[at:].strip() for text, at in zip(texts, cuts, strict=True))
    return _is_office(left) and _is_office(right)


def _words(text: str) -> list[int]:
    """Where the words of a line begin but the first; none of a line too long for two offices."""
    return [i + 1 for i, c in enumerate(text) if c == " "] if len(text) <= _LONGEST_PAIR else []


def _cut_in_two(line: FeatureLine, at: int) -> list[FeatureLine]:
    *left, right = line.split(at) if at > 0 else [line]
    return [*left, right._replace(column=line.column + _RIGHT)] if at else [line]


def split_office_cells(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with a table that only puts offices and names beside each other parted into its cells."""
    if not any(line.cells for line in lines):
        return list(lines)
    parted: list[FeatureLine] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and lines[end].cells:
            end += 1
        table = lines[index:end]
        if table and len(table) <= REACH and all(map(opens_with_office, _texts_of(table[0]))):
            parted += [
                cell._replace(column=number * _RIGHT)
                for line in table
                for number, cell in enumerate(line.split_cells())
            ]
        else:
            parted += table or [lines[index]]
        index = max(end, index + 1)
    return parted


def _texts_of(line: FeatureLine) -> list[str]:
    return [text for begin, end in line.cells if (text := line.text[begin:end])]


def by_column(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines column by column where two signatures stand side by side."""
    left: dict[int, int] = {}
    for line in lines:
        left[line.row] = min(left.get(line.row, line.column), line.column)
    beside = [line for line in lines if line.column > left[line.row]]
    right = min((line.column for line in beside), default=0)
    if right < _SECOND_COLUMN:
        return list(lines)
    last = max(index for index, line in enumerate(lines) if line.row == beside[-1].row)
    block, rest = lines[: last + 1], lines[last + 1 :]
    return [*(x for x in block if x.column < right), *(x for x in block if x.column >= right), *rest]


def _is_office(text: str) -> bool:
    offices = offices_in(text)
    return len(offices) == 1 and not text[offices[0].end :].strip(" ,")


def name_cut(line: FeatureLine) -> int:
    """Where the second of two names begins; 0 if the line is not two names."""
    for at in _words(line.text):
        if signed_name(line.text[:at].strip()) and signed_name(line.text[at:].strip()):
            return at
    return 0
