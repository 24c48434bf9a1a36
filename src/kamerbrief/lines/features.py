"""What a line is by itself, each feature computed once and when first asked."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from kamerbrief.document.line import Line
from kamerbrief.document.signs import CURRENCIES
from kamerbrief.document.text import source_offset, squash
from kamerbrief.lines.bullets import Bullet, bullet_of
from kamerbrief.lines.joining import width
from kamerbrief.lines.kinds import Classified, Kind, classify
from kamerbrief.vocabulary.headings import is_question
from kamerbrief.vocabulary.kamerstukken import is_committee_office
from kamerbrief.vocabulary.phrases import is_one_of, opens_with
from kamerbrief.vocabulary.sentences import first_word, is_finished, is_note_finished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Self

    from kamerbrief.vocabulary.labels import Label


_Value = TypeVar("_Value")


def _cut(stretches: Iterable[tuple[int, int, _Value]], begin: int, end: int) -> tuple[tuple[int, int, _Value], ...]:
    """The stretches of a text that lie between two places, counted from the first of these."""
    return tuple((a - begin, b - begin, told) for a, b, told in stretches if begin <= a and b <= end)


class feature(Generic[_Value]):  # noqa: N801 - used as a decorator
    """A property of a line that is computed once; ``functools.cached_property`` takes a lock up to Python 3.11."""

    def __init__(self, compute: Callable[[FeatureLine], _Value]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, line: None, owner: type[FeatureLine]) -> feature[_Value]: ...
    @overload
    def __get__(self, line: FeatureLine, owner: type[FeatureLine]) -> _Value: ...
    def __get__(self, line: FeatureLine | None, owner: type[FeatureLine]) -> feature[_Value] | _Value:
        if line is None:
            return self
        value = line.__dict__[self._name] = self._compute(line)
        return value


class FeatureLine(Line):
    """A line with its features; a piece of it has features of its own."""

    @feature
    def classified(self) -> Classified:
        """Its kind, and the label that it has."""
        return classify(self.text)

    @feature
    def kind(self) -> Kind:
        """What it is in a head or margin: a label, an address, a salutation."""
        return classify(self.text).kind

    @feature
    def label(self) -> Label | None:
        """The label of the letterhead that it is or begins with."""
        return self.classified.label

    @feature
    def key(self) -> str:
        """Its text without white space and case: the same for all printings of it."""
        return squash(self.text)

    @feature
    def bullet(self) -> Bullet | None:
        """What it begins with as an item of a list does."""
        return bullet_of(self.text)

    @feature
    def is_mark_alone(self) -> bool:
        """It says nothing but a mark, of which no block can be made."""
        bullet = self.bullet
        return not any(map(str.isalnum, self.text)) or (bullet is not None and bullet.end >= len(self.text))

    @feature
    def frames_letter(self) -> bool:
        """It opens or closes a letter: its salutation, or the words above who signs."""
        return self.kind == "salutation" or is_one_of(self.text, "closings")

    @feature
    def is_of_paper(self) -> bool:
        """It stands below the heading of a paper of the Kamer: when it was adopted, who presides."""
        text = self.text
        return text[0].isupper() and (
            is_one_of(text, "of_papers") or opens_with(text, "adopted") or is_committee_office(text)
        )

    @feature
    def awaits_name(self) -> bool:
        """It is the office of one who signs for a committee, whose name stands below it."""
        return self.is_of_paper and self.text.endswith((",", "commissie"))

    @feature
    def is_finished(self) -> bool:
        """It ends as a sentence or an item does."""
        return is_finished(self.text)

    @feature
    def is_note_finished(self) -> bool:
        """It ends as the last line of a note does."""
        return is_note_finished(self.text)

    @feature
    def is_question(self) -> bool:
        """It is the heading of a question or an answer."""
        return is_question(self.text)

    @feature
    def width(self) -> float:
        """How wide it is in print, in average characters."""
        return width(self.text)

    @property
    def first_word(self) -> str:
        """The word that would have had to fit on the line above, of an amount its sign and its number."""
        word = first_word(self.text)
        return word if word not in CURRENCIES else f"{word} {first_word(self.text[len(word) + 1 :])}"

    def source_offset(self, position: int) -> int:
        """The source offset of the character at ``position`` of ``text``."""
        return source_offset(self.offsets, position)

    def split(self, *places: int) -> list[Self]:
        """The line cut at these positions of its text; no piece is blank.

        What stands between two pieces in the source, blanks and marks of emphasis, goes with the first of them.
        """
        return self._pieces(list(itertools.pairwise((0, *places, len(self.text)))))

    def split_cells(self) -> list[Self]:
        """The cells of a table row that are not empty, as lines beside each other; a bar goes with the cell before."""
        return self._pieces(self.cells)

    def _pieces(self, stretches: Sequence[tuple[int, int]]) -> list[Self]:
        trimmed = [stretch for stretch in itertools.starmap(self._trimmed, stretches) if stretch[0] < stretch[1]]
        pieces = [self._piece(begin, end, first=number == 0) for number, (begin, end) in enumerate(trimmed)]
        for number, (begin, _) in enumerate(trimmed[1:]):
            plain = len(self.offsets) == 1 and not self.text[trimmed[number][1] : begin].strip()
            if not plain:
                pieces[number] = pieces[number]._replace(end=pieces[number + 1].start)
        if pieces:
            pieces[-1] = pieces[-1]._replace(end=self.end)
        return pieces

    def _trimmed(self, begin: int, end: int) -> tuple[int, int]:
        """A stretch of the text without the blanks at its ends."""
        while begin < end and self.text[begin].isspace():
            begin += 1
        while end > begin and self.text[end - 1].isspace():
            end -= 1
        return begin, end

    def _piece(self, begin: int, end: int, *, first: bool) -> Self:
        """The line from one position of its text to another."""
        offset = self.source_offset(begin)
        runs = tuple((at - begin, place) for at, place in self.offsets if begin < at < end)
        return self._replace(
            text=self.text[begin:end],
            start=self.start if first else offset,
            end=self.source_offset(end - 1) + 1,
            gap=self.gap if first else 0,
            offsets=((0, offset), *runs),
            raised=tuple((a - begin, b - begin) for a, b in self.raised if begin <= a and b <= end),
            calls=_cut(self.calls, begin, end),
            links=_cut(self.links, begin, end),
            cells=(),
        )
