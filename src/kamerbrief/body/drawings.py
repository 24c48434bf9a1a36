"""The words of a drawing or chart: short lines within a text, in small print or each at a place of its own.

In 145 letters nothing else in small print stands between two lines of a text: notes stand below it. Where a text shows
no sizes, the words of a drawing have numbers that do not ascend down the page. A chart is also told by its axis,
numbers that descend by one step; the title right above it is its own.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary.headings import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_SMALL = 0.85
"""Words of drawings are .67 and .78 of the print of the text."""
_SET_IN = 12
_LONGEST_WORDS = 40
_LONGEST_DRAWING = 40
"""A drawing has no more lines with words."""
_DESCENTS = 2
"""A list of contents that is cut may begin anew once."""
_LINES_FROM = 4
_AXIS_FROM = 4
"""So many numbers descend by one step on an axis."""
_LONGEST_TITLE = 80
"""The title of a chart is no longer."""
_ON_AXIS = regex.compile(r"\d{1,3}(?:\.\d{3})+ ?%?|\d{1,7} ?%?")
_ONE_DOWN = -1
"""Numbers that descend one by one are no axis: tables and lists have them."""
_NUMBERS_FROM = 3
_APART = 2 / 3
"""This share of the words at least stands at places of their own; it was .71 in a text that shows places."""


def drawing_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the words of a drawing or chart end that begin here; 0 if none do."""
    return _words_end(lines, begin) or _boxes_end(lines, begin) or _chart_end(lines, begin)


def _boxes_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the words of numbered boxes end that begin here; 0 if none do.

    They are short lines with the numbers from 1 on, neither up nor down.
    """
    first = lines[begin].bullet
    if first is None or first.order is None or (begin and _order(lines[begin - 1], first.family) is not None):
        return 0
    page = takewhile(lambda line: line.page == lines[begin].page, lines[begin : begin + _LONGEST_DRAWING])
    words = list(takewhile(_may_be_in_box, page))
    places = [(at, order) for at, line in enumerate(words) if (order := _order(line, first.family)) is not None]
    numbers = [order for _, order in places]
    descents = sum(below < above for above, below in pairwise(numbers))
    if not _DESCENTS <= descents < len(numbers) - 1 or sorted(numbers) != list(range(1, len(numbers) + 1)):
        return 0
    end = begin + places[-1][0] + 1
    goes_on = end < begin + len(words) and not lines[end].gap and lines[end].text[0].islower()
    return end + goes_on


def _may_be_in_box(line: FeatureLine) -> bool:
    return len(line.text) <= _LONGEST_WORDS and not line.is_finished and not line.bold


def _order(line: FeatureLine, family: str | None = None) -> int | None:
    """With which number a line begins, of a family of marks or of any."""
    mark = line.bullet
    return mark.order if mark is not None and family in (None, mark.family) else None


def _chart_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where a chart ends that begins here with its axis, or with its title right above that."""
    axis = _axis(lines, begin)
    if axis + 1 >= len(lines) or lines[axis + 1].text == lines[axis].text or not lines[axis + 1].text[0].isdecimal():
        return 0
    shown = [_value(line.text) for line in lines[axis : axis + _AXIS_FROM] if line.page == lines[begin].page]
    values = [value for value in shown if value is not None]
    steps = {below - above for above, below in pairwise(values)}
    if len(values) < _AXIS_FROM or len(steps) > 1 or max(steps) >= _ONE_DOWN:
        return 0
    return _end_of_labels(lines, axis + _AXIS_FROM)


def _end_of_labels(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the labels of a chart end that may stand from here on; a title above the text below is none."""
    page = lines[begin - 1].page
    end = begin
    while end < len(lines) and lines[end].page == page and _may_be_label(lines[end]):
        end += 1
    while end > begin and _may_be_title_below(lines[end - 1 : end + 1]):
        end -= 1
    return end


def _axis(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the numbers of an axis may begin, here or right below a title; behind all lines if nowhere."""
    first = begin + (not lines[begin].text[0].isdecimal())
    if first == len(lines) or not lines[first].text[0].isdecimal():
        return len(lines)
    return first if first == begin or _is_title(lines, begin) else len(lines)


def _value(text: str) -> int | None:
    """The number on an axis that a line consists of."""
    return int(text.replace(".", "").rstrip("% ")) if _ON_AXIS.fullmatch(text) else None


def _is_title(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether a line above an axis is the title of the chart, and not the end of a sentence."""
    line, above = lines[index], lines[index - 1] if index else None
    if not (line.text[0].isupper() and line.text[-1].isalpha()) or len(line.text) > _LONGEST_TITLE:
        return False
    if above is not None and above.page == line.page and not (above.is_finished or line.gap):
        return False
    return not line.cells and number_of(line.text) is None


def _may_be_title_below(lines: Sequence[FeatureLine]) -> bool:
    """Whether the first of two lines stands apart from the chart above it, and right above a text."""
    title, *below = lines
    if not title.gap or _value(title.text) is not None or not title.text[0].isupper():
        return False
    return not below or len(below[0].text) > _LONGEST_WORDS or below[0].bullet is not None


def _may_be_label(line: FeatureLine) -> bool:
    """Whether a line can be of a chart whose axis stands above it."""
    if _value(line.text) is not None:
        return True
    if len(line.text) > _LONGEST_WORDS or line.bold or line.is_finished or line.bullet is not None:
        return False
    return number_of(line.text) is None and not line.is_question


def _words_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where small or scattered words end that begin here, with more of the text below them on the page, or 0."""
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
    numbers = [order for line in lines if (order := _order(line)) is not None]
    return len(numbers) < _NUMBERS_FROM or numbers == sorted(numbers)
