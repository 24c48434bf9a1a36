"""The heading of answered questions as published."""

from __future__ import annotations

import datetime as dt

import pytest

import kamerbrief
from kamerbrief.vocabulary import words

PAPER = """Tweede Kamer der Staten-Generaal
2
Vergaderjaar 2030-2031

Aanhangsel van de Handelingen

3235

Vragen van de leden De Boer en De Wit (beiden Dijk)
aan de Minister van Defensie over de sloten
(ingezonden 3 mei 2031).

Antwoord van Minister Van der Meer (Defensie) (ontvangen
4 juni 2031).

Vraag 1
Is de sloot diep?

Antwoord 1
Ja, de sloot is dit jaar op diepte gebracht.
"""


def test_a_text_of_which_the_lines_are_wrapped() -> None:
    brief = kamerbrief.parse(PAPER)
    assert (brief.form, brief.date, brief.sender.roles) == (
        "aanhangsel",
        dt.date(2031, 6, 4),
        ("minister van Defensie",),
    )
    assert brief.kamerstuk is not None
    assert (brief.kamerstuk.number, brief.kamerstuk.session_year) == ("3235", "2030-2031")
    assert [field.name for field in brief.fields] == ["publisher", "session_year", "number", "questions", "answer"]
    assert [section.title for section in brief.sections] == ["Vraag 1", "Antwoord 1"]


def test_several_answer_and_others_are_spoken_for() -> None:
    answer = "en Staatssecretaris De Waal (Financiën), mede namens\nde Minister van Justitie (ontvangen"
    brief = kamerbrief.parse(PAPER.replace("(ontvangen", answer))
    assert brief.sender.roles == ("minister van Defensie", "staatssecretaris van Financiën")
    assert brief.on_behalf_of == ("minister van Justitie",)


def test_a_sentence_behind_the_date_belongs_to_the_answer() -> None:
    brief = kamerbrief.parse(PAPER.replace("4 juni 2031).", "4 juni 2031). Zie ook\nAanhangsel, nr. 12."))
    assert brief.fields[-1].text.endswith("(ontvangen 4 juni 2031). Zie ook Aanhangsel, nr. 12.")
    assert brief.sections[0].title == "Vraag 1"


@pytest.mark.parametrize("see", sorted(words("see_also")))
def test_a_sentence_on_the_line_below_belongs_to_the_answer(see: str) -> None:
    brief = kamerbrief.parse(PAPER.replace("4 juni 2031).", f"4 juni 2031).\n{see}, nr. 12."))
    assert brief.fields[-1].text.endswith(f"(ontvangen 4 juni 2031). {see}, nr. 12.")
    assert brief.sections[0].title == "Vraag 1"


@pytest.mark.parametrize("lost", ["Vragen van de leden", "Antwoord van Minister", "(ontvangen", "(ingezonden"])
def test_what_lacks_the_question_or_the_answer_is_none(lost: str) -> None:
    assert kamerbrief.parse(PAPER.replace(lost, "")).form != "aanhangsel"
