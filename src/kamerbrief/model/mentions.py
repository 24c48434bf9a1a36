"""What a letter says of motions, promises, debates and requests, as data: one frozen model per kind.

Views like references: the words stay in ``sections``, ``annexes`` and ``footnotes``; ``span`` and ``where`` tell where.
Names follow the open data of the Tweede Kamer (Zaak, Toezegging, Activiteit). ``raw`` is as printed; in other values
blanks, quotes and dashes have their plain form.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from kamerbrief.model.base import Model, Span
from kamerbrief.model.questions import Member
from kamerbrief.model.references import Certainty, House, Where

Status = Literal["toegezegd", "openstaand", "uitvoering", "voldaan", "afgedaan"]
Meeting = Literal[
    "plenair_debat", "commissiedebat", "algemeen_overleg", "wetgevingsoverleg", "notaoverleg", "tweeminutendebat",
    "begrotingsbehandeling", "vragenuur", "regeling_van_werkzaamheden", "debat",
]  # fmt: skip


class Quote(Model):
    """The sentence that a status rests on."""

    text: str
    """On one line."""
    span: Span
    """Where it stands."""


class Deadline(Model):
    """A time that is named for something to come, and the days that it allows where they follow."""

    raw: str
    """As printed: ``uiterlijk 1 mei 2031``."""
    start: dt.date | None = None
    """The first day; None where the words leave it open."""
    end: dt.date | None = None
    """The last day: of "uiterlijk 1 mei 2031" that day; of "voor de zomer" none follows."""


class MentionBase(Model):
    """What all mentions have."""

    raw: str
    """The words that name it."""
    span: Span
    """Where they stand in the text that was searched; in a letter, in its source."""
    where: Where | None = None
    """Where in the letter; None outside one."""
    date: dt.date | None = None
    """Of the debate, the letter or the paper where it was made, as the words tell; of an announcement its day."""
    chamber: House | None = None
    """The Chamber, where the words tell it; "uw Kamer" is that of the letter."""
    id: str | None = None
    """``kst-36200-XIV-41``, ``2023Z01223``, ``T03842``, ``TZ202501-126``: from the sentence, else from the one note
    called there, else from an earlier mention of the same."""
    certainty: Certainty = "exact"
    """``exact`` if the id stands with it, ``derived`` if it stands elsewhere, ``partial`` if none is known."""


class MotieMention(MentionBase):
    """A motion, named by its movers or its number."""

    kind: Literal["motie"] = "motie"
    """What tells it from other mentions."""
    movers: tuple[str, ...] = ()
    """``("Van Duinen", "De Sloot")``; a hyphen never parts two."""
    cosigned: bool = False
    """``c.s.`` stands behind them."""
    status: Status | None = None
    """What this letter says, in so many words; never what is so."""
    evidence: Quote | None = None
    """What the status rests on."""


class ToezeggingMention(MentionBase):
    """A promise to a Chamber."""

    kind: Literal["toezegging"] = "toezegging"
    """What tells it from other mentions."""
    text: str | None = None
    """What was promised, where the sentence says it."""
    to: tuple[Member, ...] = ()
    """To which members."""
    debate: str | None = None
    """Where it was made, as printed: ``het commissiedebat Sloten van 3 mei 2031``."""
    deadline: Deadline | None = None
    """By when it will be met, as this letter says."""
    status: Status | None = None
    """What this letter says, in so many words; never what is so."""
    evidence: Quote | None = None
    """What the status rests on."""


class DebatMention(MentionBase):
    """A debate or meeting of a Chamber."""

    kind: Literal["debat"] = "debat"
    """What tells it from other mentions."""
    meeting: Meeting
    """What kind of meeting."""
    subject: str | None = None
    """As printed."""


class VerzoekMention(MentionBase):
    """A request of a committee, of members, or of a Chamber."""

    kind: Literal["verzoek"] = "verzoek"
    """What tells it from other mentions."""
    committee: str | None = None
    """Without "de vaste commissie voor"."""
    by: tuple[Member, ...] = ()
    """The members who ask."""
    status: Literal["openstaand", "voldaan"] | None = None
    """What this letter says, in so many words; never what is so."""
    evidence: Quote | None = None
    """What the status rests on."""


class AankondigingMention(MentionBase):
    """The sender will inform the Chamber, or send it something, by a time that is named."""

    kind: Literal["aankondiging"] = "aankondiging"
    """What tells it from other mentions."""
    deadline: Deadline
    """By when."""


Mention = MotieMention | ToezeggingMention | DebatMention | VerzoekMention | AankondigingMention
"""Any mention. A plain union, so that ``isinstance`` takes it; where it is an attribute, ``kind`` tells them apart."""
