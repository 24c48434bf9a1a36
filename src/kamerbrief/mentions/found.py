"""What the grammars find, before it is known what it is an id of."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from kamerbrief.mentions.sentences import Sentence

Kind = Literal["motie", "toezegging", "debat", "verzoek", "aankondiging"]

Deadline = tuple[int, int, dt.date | None, dt.date | None]
"""Where a time stands, its first and its last day."""


@dataclasses.dataclass(slots=True)
class Found:
    """A mention; offsets are those of the text that is searched."""

    kind: Kind
    start: int
    end: int
    sentence: Sentence
    date: dt.date | None = None
    chamber: str | None = None
    """The Chamber as the words tell it; ``uw`` is that of the letter."""
    reach: int = 0
    """Up to where an id or the call of a note is its own."""
    ids: tuple[str, ...] = ()
    """What the grammar itself found."""
    parts: dict[str, Any] = dataclasses.field(default_factory=dict)
    """What its kind has."""
    is_past: bool = False
    """Of a promise: the words tell that it was made, not that this is as it was promised."""
    is_plural: bool = False
