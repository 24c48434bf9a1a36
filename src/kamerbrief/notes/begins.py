"""The lines on which the texts of notes may begin."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kamerbrief.notes.marks import Mark

_LEAST, _BELOW_BEST = -2.0, 8.0
"""What says less for a text than this, or that much less than for another place of its label, is not tried.

No note in 1,600 letters and texts of them had less.
"""


class Begin(NamedTuple):
    """A text that may begin on a line."""

    label: int
    mark: Mark | None
    in_body: float
    """What it is worth below a line of the body."""
    in_notes: float
    """What it is worth below a line of another note."""

    @property
    def shown(self) -> str | int:
        """The label as printed, where it has one."""
        return self.mark.label if self.mark is not None else self.label

    @property
    def most(self) -> float:
        """What it is worth at best."""
        return max(self.in_body, self.in_notes)


def likely(begins: Mapping[int, list[Begin]]) -> dict[int, list[Begin]]:
    """The texts that may begin on each line, without those that begin far likelier on another one."""
    least: dict[str | int, float] = {}
    for begin in itertools.chain.from_iterable(begins.values()):
        least[begin.shown] = max(least.get(begin.shown, _LEAST), begin.most - _BELOW_BEST)
    kept = ((at, [begin for begin in here if begin.most >= least[begin.shown]]) for at, here in begins.items())
    return {at: here for at, here in kept if here}
