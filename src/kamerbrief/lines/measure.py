"""How wide the body is set, and how much of that a line leaves unused."""

from __future__ import annotations

import dataclasses
import itertools
from statistics import median
from typing import TYPE_CHECKING

from kamerbrief.lines.joining import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_FULL_TO_MEDIAN = 1.06
"""Ragged lines of the house style: the fullest ones to the median one."""
_UNBROKEN, _PARAGRAPH = 400, 110
"""A text with a line of the one length and half its lines of the other is not broken into lines."""
_FULLEST = 97
"""Percentile of line ends taken as the right edge of the body."""
_BODY_LINE = range(50, 161)
"""How long a line of a body may be."""
_MEASURED_FROM = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Measure:
    """How wide the body is set."""

    full: float
    """The width of its fullest lines; 0 where lines are not broken at all (one paragraph a line)."""
    right: float = 0.0
    """Where those lines end, if the source shows that; 0 if not."""
    character: float = 1.0
    """How wide an average character is beside that."""
    marked_over_pages: bool = False
    """The source's own blocks go on over the ends of pages, so that another block there is another paragraph."""

    # decides more: sources with and without places
    @classmethod
    def of(cls, lines: Sequence[FeatureLine]) -> Measure:
        """The measure of the body whose lines these are."""
        lengths = sorted(len(line.text) for line in lines)
        if not lengths or (lengths[-1] > _UNBROKEN and lengths[len(lengths) // 2] > _PARAGRAPH):
            return cls(0.0)
        body = [line for line in lines if len(line.text) in _BODY_LINE and not line.cells]
        over_pages = any(_is_one_block(above, line) for above, line in itertools.pairwise(lines))
        if body and all(line.right for line in body):
            right = sorted(line.right for line in body)[len(body) * _FULLEST // 100]
            left = median(line.column for line in body)
            character = sum(line.right - line.column for line in body) / sum(line.width for line in body)
            return cls(right - left, right, character, over_pages)
        if len(body) < _MEASURED_FROM:
            return cls(0.0)
        long = sorted(line.width for line in body)
        return cls(min(long[-1], long[len(long) // 2] * _FULL_TO_MEDIAN), marked_over_pages=over_pages)

    def unused(self, line: FeatureLine, following: FeatureLine) -> float:
        """Unused width of a line as a share of the measure, what the next word needs taken off; may be negative."""
        word = width(following.first_word) + 0.5
        if self.right and line.right:
            return (self.right - line.right - word * self.character) / self.full
        return (self.full - line.width - word) / self.full


def _is_one_block(above: FeatureLine, line: FeatureLine) -> bool:
    """Whether a block of the source goes on over the end of a page."""
    return above.hint.block == line.hint.block > 0 and above.page != line.page
