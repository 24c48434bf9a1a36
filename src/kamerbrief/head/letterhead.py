"""Which lines are the letterhead: above the body, beside it, and the margin that lands inside it.

The margin column of page 1 may come before the body, after the salutation or after the last line of the page; parts of
it come again on every page, between two lines of one sentence. All of it is found by what its lines are.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from kamerbrief.document.text import squash
from kamerbrief.head.extent import end_of_head, values_first
from kamerbrief.head.fields import read_fields
from kamerbrief.head.known import REPEATING, as_margin_says_it, is_new, known_texts, repeating
from kamerbrief.head.margin import find_runs
from kamerbrief.head.merged import repeated_tails, split_margin, split_merged
from kamerbrief.head.recipient import find_recipient
from kamerbrief.head.run_together import split_run_together
from kamerbrief.head.units import find_units
from kamerbrief.lines.kinds import is_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.field import Field

_ROUNDS = 3
_MARGIN_FROM = 50
"""No label that stands so far right is above the body."""
_VALUE_WITHIN = 3
"""Its value follows within so many lines."""
_MOST_NEW = 120
"""The margin of page 1 has no more lines than this."""


@dataclasses.dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines of a letter up to its body, and the margin wherever it stood."""

    fields: list[Field]
    units: list[FeatureLine]
    """Lines that name organisational units."""
    recipient: list[FeatureLine]
    salutation: FeatureLine | None
    rest: list[FeatureLine]
    """Lines of the head that nothing explains."""
    repeated: list[FeatureLine]
    """The margin of later pages."""
    repeated_fields: list[Field]
    """What that margin says, for values that differ from page to page."""
    body: list[FeatureLine]

    @property
    def lines(self) -> list[FeatureLine]:
        """All lines that are not of the body."""
        fields = [line for field in self.fields for line in field.lines]
        salutation = [self.salutation] if self.salutation else []
        return [*fields, *self.units, *self.recipient, *salutation, *self.rest, *self.repeated]


def find_letterhead(lines: Sequence[FeatureLine], *, published: bool = False) -> Letterhead:
    """Part the letterhead from the body.

    Afterwards each line is in just one of the parts, in reading order.
    """
    search = _Search(_with_labels_beside(lines), published=published)
    for _ in range(_ROUNDS):  # what one round finds of page 1, the next one knows on later pages
        if not search.goes_on():
            break
    units = find_units(search.rest, search.fields)
    of_units = {line.start for line in units}
    return Letterhead(
        fields=search.fields,
        units=units,
        recipient=search.recipient,
        salutation=search.salutation,
        rest=[line for line in search.rest if line.start not in of_units],
        repeated=search.repeated,
        repeated_fields=read_fields(search.repeated)[0],
        body=search.body,
    )


def _with_labels_beside(lines: Sequence[FeatureLine]) -> Sequence[FeatureLine]:
    """The lines, with each label of the margin whose value stands there and it a little to the left of it.

    Text that keeps columns as blanks does not keep them well everywhere: that of the margin may have no straight edge.
    """
    if not any(line.margin for line in lines):
        return lines
    return [line._replace(margin=True) if _is_above_margin(lines, at) else line for at, line in enumerate(lines)]


def _is_above_margin(lines: Sequence[FeatureLine], index: int) -> bool:
    line, below = lines[index], lines[index + 1 : index + 1 + _VALUE_WITHIN]
    if line.margin or line.column < _MARGIN_FROM or line.label is None or line.kind != "label":
        return False
    values = [other for other in below if other.margin and 0 < other.row - line.row < _VALUE_WITHIN]
    return line.label.in_margin and bool(values) and is_value(line.label.takes, values[0].text)


class _Search:
    """The letterhead as far as it is known; each round looks for more of its margin in the body."""

    def __init__(self, lines: Sequence[FeatureLine], *, published: bool) -> None:
        main = values_first(split_merged([line for line in lines if not line.margin]))
        end, self.salutation = (0, None) if published else end_of_head(main)
        self.recipient, self._head = find_recipient(main[: end if self.salutation is None else end - 1])
        self.body: list[FeatureLine] = sorted(main[end:], key=lambda line: line.start)
        self._whole = self.body
        """The body with all that stands in it of the margin."""
        column = split_run_together([line for line in lines if line.margin])
        pages = [list(of_page) for _, of_page in itertools.groupby(column, key=lambda line: line.page)]
        of_head = 1 if self._head or self.recipient or self.salutation is not None or end else len(pages)
        self._margin = list(itertools.chain.from_iterable(pages[:of_head]))
        self._later = pages[of_head:]
        """The column beside the body of later pages, until a round has looked at it."""
        self._shows_column = bool(column)
        self._new = 0
        self.repeated: list[FeatureLine] = []
        self.fields, self.rest = _read(self._head, self._margin)

    def goes_on(self) -> bool:
        """Look for the margin in the body; whether another round may find more."""
        seen = [*self.fields, *read_fields(self.repeated)[0]]
        labels, values = repeating(seen)
        tails = repeated_tails(self.body, {*labels, *(line.text for line in self.rest)})
        known = {**known_texts(seen, self.rest), **dict.fromkeys(map(squash, tails), "unit")}
        wanted = any(f.name in REPEATING and not f.text for f in self.fields) and not self._shows_column
        missing = {*REPEATING, "subject", "recipient"}.difference(field.name for field in seen if field.text)
        missing -= {"recipient"} if self.recipient else set()
        body = split_margin(self.body, labels, [*values, *tails])
        said = as_margin_says_it(self._whole, known)
        runs, self.body = find_runs(body, said, missing=missing, wanted=wanted)
        before = self._new
        for run in sorted([*runs, *self._later], key=lambda run: run[0].start):
            if self._new <= _MOST_NEW and is_new(run, self.fields, known):
                known = self._add(run)
            else:
                self.repeated += run
        self._later = []
        return self._new > before or repeating([*self.fields, *read_fields(self.repeated)[0]])[1] != values

    def _add(self, run: Sequence[FeatureLine]) -> dict[str, str]:
        """Add a stretch of margin that says something new; what is known from then on."""
        if not self.recipient:
            self.recipient, run = find_recipient(run)
        self._margin += run
        self._new += len(run)
        self.fields, self.rest = _read(self._head, self._margin)
        return known_texts(self.fields, self.rest)


def _read(head: Sequence[FeatureLine], margin: Sequence[FeatureLine]) -> tuple[list[Field], list[FeatureLine]]:
    """The fields of head and margin, each column read by itself."""
    shown = any(line.margin for line in margin)
    columns = (head, margin) if shown else (sorted([*head, *margin], key=lambda line: line.row),)
    fields: list[Field] = []
    rest: list[FeatureLine] = []
    for column in columns:
        more, left = read_fields(column)
        fields += more
        rest += left
    return sorted(fields, key=lambda field: field.start), sorted(rest, key=lambda line: line.start)
