"""What the grammars share: the text that they read, and the pieces of a citation that several kinds have."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar

from kamerbrief.model.references import ReferenceBase
from kamerbrief.references.identifiers import NONE, Identity
from kamerbrief.vocabulary import number_words

if TYPE_CHECKING:
    import datetime as dt

    from kamerbrief.model.references import Certainty
    from kamerbrief.vocabulary.laws import Law

_Model = TypeVar("_Model", bound=ReferenceBase)

MONTHS = "|".join(number_words("months"))
CLOSED = r"(?=\ *(?:[,.;:()\]^\x00]|$|en\b|jo\b|p\.|pag|blz))"
"""What may follow a number that is a citation's and counts nothing: ``35 en 36.``, not ``35 en 5 andere``."""
BREAK = "\x00"
"""Between two passages that are searched as one text; no citation goes over it."""


@dataclasses.dataclass(slots=True)
class Mention:
    """The name of a law in the text."""

    law: Law
    start: int
    end: int
    book: str | None = None
    """The book of the Burgerlijk Wetboek, empty if it is not told; None for other laws."""
    others: tuple[Law, ...] = ()
    """Further laws that the name may mean."""
    certainty: Certainty = "exact"


@dataclasses.dataclass(slots=True)
class Scan:
    """A text under search."""

    text: str
    view: str
    """The same text with blanks, dashes and quotes in their plain form; offsets are the same."""
    date: dt.date | None
    laws: dict[str, Law] = dataclasses.field(default_factory=dict)
    """The short names that the text gave to laws."""
    mentions: list[Mention] = dataclasses.field(default_factory=list)
    """The names of laws in what was searched for them, in order."""
    searched: int = 0
    """Up to where."""
    defined: dict[str, int] | None = None
    """Where the text gives a short name in brackets: ``(hierna: Wds)``; looked up when first asked."""
    meant: dict[str, Law | None] = dataclasses.field(default_factory=dict)
    """What those short names mean, as far as asked."""
    cited: int = -1
    """Where the law of the last article ends."""
    groups: int = 0

    def make(self, model: type[_Model], start: int, end: int, identity: Identity = NONE, **parts: object) -> _Model:
        """A reference of this kind for this stretch."""
        known = {"id": identity.id, "url": identity.url, "candidates": identity.candidates}
        place = {"raw": self.text[start:end], "span": {"start": start, "end": end}}
        return model.model_validate(place | known | parts)

    def group(self, count: int) -> int | None:
        """A number for a list citation of so many references; None for a single one."""
        if count < 2:  # noqa: PLR2004 - one is no list
            return None
        self.groups += 1
        return self.groups
