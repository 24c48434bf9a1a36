"""The text layer of a scan: words that are not painted. Over print that is text itself they say it a second time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.stretches import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.stretches import Stretch

_BESIDE: Final = 0.4
"""A line of the layer stands so far from the print that it repeats, at most, in parts of the size."""
_SHARED: Final = 0.3
"""A word of it stands on print with so much of its width."""
_LARGER: Final = 2.0
"""Print that is so much larger is a stamp or a poster across the scan."""
_MOST_TRIED: Final = 500
"""So many words at one height are looked at."""


def repeated_words(words: Sequence[Stretch]) -> set[int]:
    """The words of a page, by their numbers, that are not painted and stand on words that are."""
    layer = [word for word in words if not word.style.painted and not word.hidden]
    if not layer or len(layer) == len(words):
        return set()
    print_ = sorted(words_of(word for word in words if word.style.painted and not word.hidden), key=_baseline)
    baselines = [word.baseline for word in print_]
    repeated: set[int] = set()
    for word in words_of(layer):
        reach = _BESIDE * word.style.size
        begin = bisect_left(baselines, word.baseline - reach)
        end = min(bisect_right(baselines, word.baseline + reach), begin + _MOST_TRIED)
        if any(_stands_on(word, other) for other in print_[begin:end]):
            repeated.add(word.begin)
    return repeated


def _baseline(word: Stretch) -> float:
    return word.baseline


def _stands_on(word: Stretch, other: Stretch) -> bool:
    if other.style.size > _LARGER * word.style.size:
        return False
    return min(word.right, other.right) - max(word.left, other.left) > _SHARED * (word.right - word.left)
