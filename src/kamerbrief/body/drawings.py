"""The words of a drawing or chart: short lines within a text, in small print or each at a place of its own.

In 145 letters nothing else in small print stands between two lines of a text: notes stand below it. Where a text shows
no sizes, the words of a drawing have numbers that do not ascend down the page.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_SMALL = 0.85
"""Words of drawings are .67 and .78 of the print of the text."""
_SET_IN = 12
_LONGEST_WORDS = 40
_LINES_FROM = 4
_NUMBERS_FROM = 3
_APART = 2 / 3
"""This share of the words at least stands at places of their own; it was .71 in a text that shows places."""


def drawing_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the words of a drawing end that begin here, with more of the text below them on the page; 0 if none do."""
    page = lines[begin].page
    if not _may_be_words(lines[begin]) or (begin and lines[begin - 1].page == page and _may_be_words(lines[begin - 1])):
        return 0
    end = begin
    while end < len(lines) and lines[end].page == page and _may_be_words(lines[end]):
        end += 1
    return end if end < len(lines) and lines[end].page == page and _are_words(lines[begin:end]) else 0


def _are_words(words: Sequence[FeatureLine]) -> bool:
    if len(words) < _LINES_FROM:
        return False
    return bool(words[0].size) or (_are_scattered(words) and not _ascend(words))


def _may_be_words(line: FeatureLine) -> bool:
    outside = line.size <= _SMALL if line.size else line.column >= _SET_IN
    return outside and len(line.text) <= _LONGEST_WORDS and not line.cells


def _are_scattered(lines: Sequence[FeatureLine]) -> bool:
    """Whether most lines have both a row and a column of their own."""
    columns = Counter(line.column for line in lines)
    alone = sum(
        1 for column, count in columns.items() if count == 1 and column - 1 not in columns and column + 1 not in columns
    )
    return min(alone, len({line.row for line in lines})) >= _APART * len(lines)


def _ascend(lines: Sequence[FeatureLine]) -> bool:
    """Whether the numbers of the lines ascend, as those of items do, or are too few to tell."""
    numbers = [line.bullet.order for line in lines if line.bullet is not None and line.bullet.order is not None]
    return len(numbers) < _NUMBERS_FROM or numbers == sorted(numbers)
