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
ANY_ROOM = 0.065
"""Share of the measure from which a line had room for the next word."""
_CUTS = 0.03
"""Share of blank lines in the middle of a sentence: 0 in two texts of three, 0.05 to 0.35 in the others."""


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
    blanks_cut: bool = False
    """Blank lines stand in the middle of sentences too, as an extractor leaves them for the lines of a margin."""
    margins_part: bool = False
    """What is not of the body stands between its paragraphs alone, never in the middle of a sentence."""

    @classmethod
    def of(cls, lines: Sequence[FeatureLine]) -> Measure:
        """The measure of the body whose lines these are."""
        width = cls.of_width(lines)
        if not width.full:
            return width
        over_pages = any(_is_one_block(above, line) for above, line in itertools.pairwise(lines))
        return dataclasses.replace(
            width,
            marked_over_pages=over_pages,
            blanks_cut=_share_of_cuts(lines) > _CUTS,
            margins_part=_do_margins_part(lines),
        )

    # decides more: sources with and without places
    @classmethod
    def of_width(cls, lines: Sequence[FeatureLine]) -> Measure:
        """The same without what blank lines and the source's own blocks tell."""
        lengths = sorted([len(line.text) for line in lines])
        if not lengths or (lengths[-1] > _UNBROKEN and lengths[len(lengths) // 2] > _PARAGRAPH):
            return cls(0.0)
        body = [line for line in lines if len(line.text) in _BODY_LINE and not line.cells]
        if body and all(line.right for line in body):
            right = sorted(line.right for line in body)[len(body) * _FULLEST // 100]
            left = median(line.column for line in body)
            character = sum(line.right - line.column for line in body) / sum(line.width for line in body)
            return cls(right - left, right, character)
        return cls(_full(body) if len(body) >= _MEASURED_FROM else 0.0)

    def unused(self, line: FeatureLine, following: FeatureLine) -> float:
        """Unused width of a line as a share of the measure, what the next word needs taken off; may be negative."""
        word = width(following.first_word.partition("-")[0]) + 0.5
        if self.right and line.right:
            return (self.right - line.right - word * self.character) / self.full
        return (self.full - line.width - word) / self.full


def _share_of_cuts(lines: Sequence[FeatureLine]) -> float:
    """How many of the blank lines stand in the middle of a sentence."""
    below_blank = [
        (above, line)
        for above, line in itertools.pairwise(lines)
        if line.gap and line.row - above.row - 1 == line.gap and line.page == above.page and not line.cells
    ]
    cuts = [above for above, line in below_blank if line.text[0].islower() and above.text[-1].isalnum()]
    return len(cuts) / len(below_blank) if below_blank else 0.0


def _do_margins_part(lines: Sequence[FeatureLine]) -> bool:
    """Whether no sentence goes on below lines that are not of the body, where the text shows which are mid-page."""
    below = [
        (above, line)
        for above, line in itertools.pairwise(lines)
        if line.row - above.row - 1 != line.gap and line.page == above.page
    ]
    shows_pages = lines[0].page != lines[-1].page
    return shows_pages and not any(line.text[0].islower() and not above.is_finished for above, line in below)


def _full(lines: Sequence[FeatureLine]) -> float:
    """The width of the fullest of these lines; a single one that sticks out is none of them."""
    widths = sorted([line.width for line in lines])
    return min(widths[-1], widths[len(widths) // 2] * _FULL_TO_MEDIAN)


def _is_one_block(above: FeatureLine, line: FeatureLine) -> bool:
    """Whether a block of the source goes on over the end of a page."""
    return above.page != line.page and above.hint.block == line.hint.block > 0
