"""Where the parts of a letter stand in its text: each in the stretches that are its own."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kamerbrief.model.base import Span
    from kamerbrief.model.letter import Kamerbrief

Stretch: TypeAlias = tuple[int, int]


class Places:
    """What cuts a block: furniture, notes and fields that stand between its lines."""

    def __init__(self, brief: Kamerbrief) -> None:
        spans = [one.span for one in brief.furniture]
        spans += [one.span for one in brief.footnotes]
        spans += [one.span for one in brief.fields]
        self._cuts = sorted((span.start, span.end) for span in spans)

    def own(self, span: Span) -> tuple[Stretch, ...]:
        """The stretches of a block that nothing cuts."""
        found: list[Stretch] = []
        at = span.start
        index = bisect_left(self._cuts, (span.start, 0))
        while index < len(self._cuts) and self._cuts[index][0] < span.end:
            begin, end = self._cuts[index]
            if begin > at:
                found.append((at, begin))
            at = max(at, end)
            index += 1
        return (*found, (at, span.end)) if at < span.end else tuple(found)
