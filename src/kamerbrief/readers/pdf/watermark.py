"""Words that a page bears behind or across its text, such as CONCEPT: no heading, and in no sentence.

The page shows them: large print across the text, or pale words all over. A word that is one on a page is one wherever
it comes again in the same print. That the file may call a stretch a watermark (an artifact of that subtype, or
``/PieceInfo``) is of no use: PDFium does not tell such names.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.stretches import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.readers.pdf.stretches import Stretch

_LARGE_FROM: Final = 24.0
"""In points."""
_MOST_LARGE: Final = 20
"""A page with more large words is a poster."""
_SMALLER: Final = 0.5
_ACROSS: Final = 2
"""So many words of the text stand within the word that is across it."""
_PALE_FROM: Final = 190
"""Each part of its colour has so much of 255."""
_TILES: Final = 8
"""A pale word that a page repeats so often is its ground."""

_Print = tuple[str, float, tuple[int, int, int]]


class Watermarks:
    """The watermarks of a document, page by page."""

    def __init__(self) -> None:
        self._known: set[_Print] = set()

    def among(self, words: Sequence[Stretch]) -> set[int]:
        """The words of a page that are watermarks, by their numbers."""
        likely = [word for word in words if word.style.size >= _LARGE_FROM or word.style.colour[0] >= _PALE_FROM]
        likely = list(words_of(likely))
        self._known.update(map(_print_of, _across(likely, words)))
        self._known.update(_tiles(likely))
        return {word.begin for word in likely if _print_of(word) in self._known}


def _print_of(word: Stretch) -> _Print:
    return word.text, word.style.size, word.style.colour


def _across(likely: Sequence[Stretch], words: Sequence[Stretch]) -> Iterator[Stretch]:
    """The large words that stand across others."""
    large = [word for word in likely if word.style.size >= _LARGE_FROM]
    if len(large) <= _MOST_LARGE:
        others = list(words_of(words)) if large else []
        yield from (word for word in large if _is_across(word, others))


def _tiles(likely: Sequence[Stretch]) -> Iterator[_Print]:
    """The pale words that stand all over the page."""
    pale = [word for word in likely if min(word.style.colour) >= _PALE_FROM and not word.style.white]
    for print_, count in Counter(map(_print_of, pale)).items():
        if len(print_[0]) > 1 and count >= _TILES:
            yield print_


def _is_across(word: Stretch, words: Sequence[Stretch]) -> bool:
    """Whether a large word stands across smaller ones."""
    within = 0
    for other in words:
        x, y = other.middle
        if word.left < x < word.right and word.top < y < word.bottom and not other.hidden:
            within += other.style.size <= _SMALLER * word.style.size
            if within >= _ACROSS:
                return True
    return False
