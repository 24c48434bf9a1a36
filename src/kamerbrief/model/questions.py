"""Questions of Parliament with their answers, as data.

A view: the words stay in ``sections``, ``annexes`` and ``footnotes``; ``span`` and ``where`` tell where.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kamerbrief.model.base import Model, Span
from kamerbrief.model.notes import Call, Footnote
from kamerbrief.model.references import Where

QuestionKind = Literal["schriftelijke_vragen", "commissievragen", "schriftelijk_overleg"]


class Member(Model):
    """A member of a Chamber, with the party as printed."""

    name: str | None = None
    """Without "het lid": ``Van Raak``; None where a party asks."""
    party: str | None = None
    """``PvdA``, ``Groep Bontes/Van Klaveren``; of "(beiden D66)" each member has it."""


class Question(Model):
    """One question, or what stands under one head ("Vragen 5 en 7")."""

    numbers: tuple[str, ...] = ()
    """As printed, without "Vraag", brackets and stops; in a ``schriftelijk_overleg`` they may start again for each
    party."""
    text: str
    """On one line; the marks of notes are taken out."""
    calls: tuple[Call, ...] = ()
    """The notes called in it: labels of the set's ``sources``, or of ``footnotes``."""
    asked_by: str | None = None
    """The party, where a heading above says so ("Vragen en opmerkingen van de leden van de VVD-fractie")."""
    answer: Annotated[int, Field(ge=0)] | None = None
    """Index into the set's ``answers``; None where no answer is found."""
    span: Span
    """Its number included."""
    where: tuple[Where, ...] = ()
    """Its blocks."""


class Answer(Model):
    """An answer, which may answer several questions."""

    numbers: tuple[str, ...] = ()
    """Of the questions that it answers: as its head says, else those that stand before it unanswered."""
    stated: bool
    """Whether its head says the numbers ("Antwoord 3 en 4")."""
    text: str
    """Its blocks, a blank line between them."""
    calls: tuple[Call, ...] = ()
    """The notes called in it."""
    see: tuple[str, ...] = ()
    """Of an answer that begins by pointing at others ("Zie het antwoord op vraag 3."): their numbers."""
    span: Span
    """Its head included."""
    where: tuple[Where, ...] = ()
    """Its blocks, and the titles among them."""


class QuestionSet(Model):
    """Questions sent in together, with their answers. A letter may answer several sets."""

    kind: QuestionKind
    """How they were asked."""
    title: str | None = None
    """The sentence above the questions, on one line."""
    number: str | None = None
    """Of the Zaak or document of the Kamer, as printed: ``2023Z07777``, ``2015D19671``, ``123456U`` (Eerste Kamer)."""
    submitted: dt.date | None = None
    """"ingezonden 1 mei 2023"."""
    askers: tuple[Member, ...] = ()
    """The members who ask, in the order of print."""
    committee: str | None = None
    """The committee that asks, without "de vaste commissie voor"."""
    to: tuple[str, ...] = ()
    """The offices asked, each spelled out; empty where only who answers is printed."""
    answered_by: tuple[str, ...] = ()
    """The offices that answer, as the title says; else those that sign or send the letter."""
    subject: str | None = None
    """What "over ..." says."""
    questions: tuple[Question, ...] = ()
    """In the order of print."""
    answers: tuple[Answer, ...] = ()
    """In the order of print."""
    sources: tuple[Footnote, ...] = ()
    """The questioner's own notes, ``1) Gooise Post, 8 mei 2031``; their labels may be those of footnotes too."""
    explanation: str | None = None
    """The questioner's "Toelichting:"."""
    span: Span
    """From its title or first question to its last answer or source; no other set lies within."""
    where: tuple[Where, ...] = ()
    """The sections that it fills."""

    @model_validator(mode="after")
    def _answers_exist(self) -> QuestionSet:
        if any(one.answer is not None and one.answer >= len(self.answers) for one in self.questions):
            raise ValueError("a question points at an answer that the set does not have")
        return self
