"""What a line is by itself, each feature computed once and when first asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kamerbrief.document.line import Line
from kamerbrief.document.text import squash
from kamerbrief.lines.bullets import Bullet, bullet_of
from kamerbrief.lines.joining import width
from kamerbrief.lines.kinds import Classified, Kind, classify
from kamerbrief.vocabulary.sentences import first_word, is_finished

if TYPE_CHECKING:
    from kamerbrief.vocabulary.labels import Label


class FeatureLine(Line):
    """A line with its features; a piece of it has features of its own."""

    @cached_property
    def classified(self) -> Classified:
        """Its kind, and the label that it has."""
        return classify(self.text)

    @property
    def kind(self) -> Kind:
        """What it is in a head or margin: a label, an address, a salutation."""
        return self.classified.kind

    @property
    def label(self) -> Label | None:
        """The label of the letterhead that it is or begins with."""
        return self.classified.label

    @cached_property
    def key(self) -> str:
        """Its text without white space and case: the same for all printings of it."""
        return squash(self.text)

    @cached_property
    def bullet(self) -> Bullet | None:
        """What it begins with as an item of a list does."""
        return bullet_of(self.text)

    @cached_property
    def is_finished(self) -> bool:
        """It ends as a sentence or an item does."""
        return is_finished(self.text)

    @cached_property
    def width(self) -> float:
        """How wide it is in print, in average characters."""
        return width(self.text)

    @cached_property
    def first_word(self) -> str:
        """The word that would have had to fit on the line above."""
        return first_word(self.text)
