"""What a line is by itself, each feature computed once and when first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, overload

from kamerbrief.document.line import Line
from kamerbrief.document.text import squash
from kamerbrief.lines.bullets import Bullet, bullet_of
from kamerbrief.lines.joining import width
from kamerbrief.lines.kinds import Classified, Kind, classify
from kamerbrief.vocabulary.sentences import first_word, is_finished

if TYPE_CHECKING:
    from collections.abc import Callable

    from kamerbrief.vocabulary.labels import Label


_Value = TypeVar("_Value")


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
        return self.classified.kind

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
    def is_finished(self) -> bool:
        """It ends as a sentence or an item does."""
        return is_finished(self.text)

    @feature
    def width(self) -> float:
        """How wide it is in print, in average characters."""
        return width(self.text)

    @property
    def first_word(self) -> str:
        """The word that would have had to fit on the line above."""
        return first_word(self.text)
