"""What stands in the narrow column beside the body: the margin, or the last column of a table.

The margin of a later page says again what other pages say: the unit, the date, the kenmerk, a number. Of the runs of
lines in that column of 148 letters nearly all that say something new, unlabelled and in the size of the text, were
cells of a table.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary.phrases import opens_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_RUN_GAP = 2
"""Blank lines that a run of the margin may have inside."""
_SMALL = 0.9
"""The margin is set in 6.5 pt beside 9 pt."""
_SHORTEST_PART = 4
"""A shorter line may be part of another one by chance."""
_DIGITS = regex.compile(r"\d++")


def part_columns(ledger: Ledger) -> None:
    """Put what stands beside the body and is no margin into the body, where it stands."""
    lines = ledger.rest()
    cells = _cells(lines)
    if cells:
        ledger.recut([line._replace(margin=False) if line.start in cells else line for line in lines])


def _cells(lines: Sequence[FeatureLine]) -> set[int]:
    """Where the lines stand that are beside the body and no margin."""
    column = [line for line in lines if line.margin]
    said = _Said(column)
    rows = {line.row for line in lines if not line.margin}
    found: set[int] = set()
    for run in _runs(line for line in column if line.page > column[0].page):
        if not said.is_margin(run) and _stands_beside(run, rows):
            found.update(line.start for line in run if not said.is_of_head(line))
    return found


def _stands_beside(run: Sequence[FeatureLine], rows: set[int]) -> bool:
    """Whether a run shares a printed line with the body; where places are shown, rows are counted column by column."""
    return any(line.size or line.row in rows for line in run)


def _runs(lines: Iterable[FeatureLine]) -> list[list[FeatureLine]]:
    """The lines of a column in runs without much room between them."""
    runs: list[list[FeatureLine]] = []
    for _, of_page in itertools.groupby(lines, key=lambda line: line.page):
        for number, line in enumerate(of_page):
            if number and line.gap <= _RUN_GAP:
                runs[-1].append(line)
            else:
                runs.append([line])
    return runs


class _Said:
    """What the column says on each page."""

    def __init__(self, column: Sequence[FeatureLine]) -> None:
        self.first = column[0].page if column else 0
        self.whole = "".join(line.key for line in column if line.page == self.first)
        self.pages: dict[str, set[int]] = defaultdict(set)
        self.numbered: dict[str, set[int]] = defaultdict(set)
        """The same, whatever the numbers in it."""
        for line in column:
            self.pages[line.key].add(line.page)
            self.numbered[_DIGITS.sub("0", line.key)].add(line.page)

    def is_margin(self, run: Sequence[FeatureLine]) -> bool:
        """Whether most of a run is labelled, set small or said on other pages too, or names units beside such lines."""
        if len(run) == 1 and len(self.numbered[_DIGITS.sub("0", run[0].key)]) > 1:
            return True  # the number of a page
        known = list(map(self._is_of_margin, run))
        units = [opens_with(line.text, "units") for line in run]
        return any(known) and 2 * sum(map(max, known, units)) >= len(run)

    def is_of_head(self, line: FeatureLine) -> bool:
        """Whether a line is a label, or says what the margin of the first page says."""
        return line.label is not None or (len(line.key) >= _SHORTEST_PART and line.key in self.whole)

    def _is_of_margin(self, line: FeatureLine) -> bool:
        return len(self.pages[line.key]) > 1 or self.is_of_head(line) or 0 < line.size <= _SMALL
