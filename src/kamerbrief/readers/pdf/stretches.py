"""The words of a PDF page: kept column by column, and handled in stretches that nothing parts.

A page has hundreds of words and some fifty stretches, most of them whole lines; what is asked of a word is asked of its
stretch where the answer is the same for all in it. Only where words may differ is a stretch taken apart.
"""

from __future__ import annotations

import dataclasses
import itertools
from bisect import bisect_left
from operator import sub
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.tags import Tag

Blank = Literal["none", "drawn", "made up"]
Told = tuple[float, "Style", "Tag | None"]
"""What the words of a text object share: their baseline, their style, the block that they belong to."""

WIDE_GAP: Final = 1.15
"""A gap this wide, in parts of the size, parts two cells."""
AGAIN: Final = 0.12
"""A word that begins so near to where it stands already, in parts of the size, is drawn twice."""
FALSE_GAP_BEHIND_CAPITAL: Final = 0.24
"""A gap of less than this part of the size is no blank behind a single capital: ``H aag``."""
_FALSE_GAP: Final = 0.155
"""The same elsewhere; the narrowest real blanks are 0.2."""
_FALSE_GAP_IN_WORD: Final = 0.19
"""The same between digits, where a narrow blank would make no number."""
_GAP_BEFORE_CAPITAL: Final = 0.08
"""The same between a small letter and a capital, which no word has inside: ``DenHaag``."""
_GAP_INSIDE: Final = 0.3
SURE_BLANK: Final = 0.2
"""A gap in which a character for a blank stands is one where it is wider than this."""
_SURE_BLANK_BEHIND_CAPITAL: Final = 0.25
_SURELY_NONE: Final = 0.25
"""One without such a character is none where it is narrower than this."""
_QUOTES: Final = "‘“\"('"


class Style(NamedTuple):
    """What the characters of a text object share."""

    size: float
    """In points, to the half."""
    bold: bool
    """The name of its font says so."""
    weight: int
    """Of the font, as the file tells; many files derive it from the stems, so that it counts beside others only."""
    italic: bool
    painted: bool
    colour: tuple[int, int, int]
    white: bool
    upright: bool
    unmapped: bool = False
    """Their font does not tell which characters its glyphs are."""


class Words(NamedTuple):
    """The words of a page in the order in which it draws them, numbered from 0: what has one style and no blank.

    Places are points from the upper left corner of the page as it is read.
    """

    text: str
    begins: Sequence[int]
    """Where each begins in the text."""
    ends: Sequence[int]
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]
    drawn: Sequence[Handle]
    """What tells the text object that draws it from others."""
    marks: Mapping[Handle, int]
    """The id of the marked content that a text object stands in; -1 for none."""


@dataclasses.dataclass(slots=True, eq=False)
class Stretch:
    """Words that follow each other on one baseline in one style, with nothing between them but usual blanks."""

    words: Words
    begin: int
    """The number of its first word."""
    end: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    style: Style
    tag: Tag | None
    before: Blank
    """What parts it from the word drawn before it: PDFium makes a blank up where it sees a gap.

    A wide gap is always a blank, whether PDFium drew or generated it.
    """
    hidden: bool = False
    """It is in the file but not to be read on the page: white, covered, outside it, turned, invisible."""

    def __len__(self) -> int:
        """How many words it has."""
        return self.end - self.begin

    @property
    def length(self) -> int:
        """How many characters it has, its blanks not counted."""
        return len(self.text) - self.text.count(" ")

    @property
    def drawn(self) -> Sequence[Handle]:
        """The text objects that draw its words."""
        return self.words.drawn[self.begin : self.end]

    @property
    def mark(self) -> int:
        """The marked content that its first word stands in."""
        return self.words.marks[self.words.drawn[self.begin]]

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def last(self) -> str:
        """Its last word."""
        return self.words.text[self.words.begins[self.end - 1] : self.words.ends[self.end - 1]]

    @property
    def last_left(self) -> float:
        """Where its last word begins."""
        return self.words.lefts[self.end - 1]

    @property
    def numbers(self) -> range:
        """The numbers of its words."""
        return range(self.begin, self.end)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where its words begin and end in its text."""
        first = self.words.begins[self.begin]
        return ((self.words.begins[at] - first, self.words.ends[at] - first) for at in self.numbers)

    def length_before(self, x: float) -> int:
        """How many characters its words have that begin further left."""
        if self.right < x:
            return self.length
        end = bisect_left(self.words.lefts, x, self.begin, self.end)
        return sum(self.words.ends[self.begin : end]) - sum(self.words.begins[self.begin : end])

    def gaps(self) -> list[float]:
        """The gaps between its words."""
        return list(map(sub, self.words.lefts[self.begin + 1 : self.end], self.words.rights[self.begin : self.end - 1]))

    def each(self) -> Sequence[Stretch]:
        """Its words, a stretch for each."""
        return (self,) if self.end - self.begin == 1 else list(map(self._word, range(self.begin, self.end)))

    def _word(self, at: int) -> Stretch:
        """The stretch of one of its words."""
        text, begins, ends, lefts, tops, rights, bottoms, *_ = self.words
        begin, end = begins[at], ends[at]
        before = self.before if at == self.begin else "none" if ends[at - 1] == begin else "made up"
        place = lefts[at], tops[at], rights[at], bottoms[at], self.baseline
        return Stretch(self.words, at, at + 1, text[begin:end], *place, self.style, self.tag, before, self.hidden)


def words_of(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The words of stretches, a stretch for each."""
    return itertools.chain.from_iterable(map(Stretch.each, stretches))


def cuts(words: Words, told: Sequence[Told]) -> Iterator[int]:
    """The numbers of the words that begin a stretch behind the first; what is told of their objects is given."""
    text, one, size = words.text, told[0], told[0][1].size
    gaps = map(sub, words.lefts[1:], words.rights)
    pairs = zip(told[1:], words.begins[1:], words.ends, gaps, strict=False)
    for at, (other, begin, stop, gap) in enumerate(pairs, start=1):
        if other is not one:
            last, one, size = one, other, other[1].size
            if other != last:
                yield at
                continue
        if begin - stop == 1 and text[stop] == " ":
            if _SURE_BLANK_BEHIND_CAPITAL * size < gap <= WIDE_GAP * size:  # as most are
                continue
            if text[stop - 1].isupper() or not SURE_BLANK * size < gap <= WIDE_GAP * size:
                yield at
        elif begin > stop or gap > _SURELY_NONE * size or not _goes_on(words, at, AGAIN * size):
            yield at


def _goes_on(words: Words, at: int, least: float) -> bool:
    """Whether a word stands further right than the one before it."""
    return words.lefts[at] - words.lefts[at - 1] > least and words.rights[at] >= words.rights[at - 1]


def hide(stretches: Iterable[Stretch], words: set[int]) -> list[Stretch]:
    """Stretches with these words hidden, by their numbers, each for itself."""
    shown = list(_told_apart(stretches, words))
    for stretch in shown if words else ():
        stretch.hidden = stretch.hidden or stretch.begin in words
    return shown


def without(stretches: Iterable[Stretch], words: set[int]) -> list[Stretch]:
    """Stretches without these words, by their numbers."""
    return [stretch for stretch in _told_apart(stretches, words) if stretch.begin not in words]


def _told_apart(stretches: Iterable[Stretch], words: set[int]) -> Iterable[Stretch]:
    """Stretches, those with one of these words taken apart."""
    if not words:
        return stretches
    parts = ((stretch,) if words.isdisjoint(stretch.numbers) else stretch.each() for stretch in stretches)
    return itertools.chain.from_iterable(parts)


def is_blank_between(left: Stretch, right: Stretch) -> bool:
    """Whether a blank stands between two stretches of one line of print."""
    size = max(left.style.size, right.style.size)
    gap = (right.left - left.right) / size if size > 0 else 0.0
    if right.before != "made up" and right.begin == left.end:
        return right.before == "drawn" or gap > _GAP_INSIDE
    if gap >= FALSE_GAP_BEHIND_CAPITAL:
        return True
    if left.text[-1].islower() and right.text[0].isupper():
        return gap >= _GAP_BEFORE_CAPITAL
    start = left.last.lstrip(_QUOTES)
    if len(start) == 1 and start.isupper() and right.text[0].isalpha():
        return False
    return gap >= (_FALSE_GAP_IN_WORD if left.text[-1].isdigit() and right.text[0].isdigit() else _FALSE_GAP)
