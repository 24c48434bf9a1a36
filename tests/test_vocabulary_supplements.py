"""Answered questions as published: who asked, who answered, under which number."""

from __future__ import annotations

import datetime as dt

import pytest

from kamerbrief.vocabulary.supplements import answered, is_asked, supplement_number


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Vragen van de leden De Boer en De Wit (beiden Dijk) aan de Minister over sloten (ingezonden 3 mei 2031).",
            True,
        ),
        ("Vraag van het lid De Boer (Dijk) aan de Minister (ingezonden 3 mei 2031)", True),
        ("Vragen van het lid De Boer over sloten.", False),
        ("Vragen van het lid " + "x" * 3000 + " (ingezonden 3 mei 2031)", False),
    ],
)
def test_who_asked(text: str, asked: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert is_asked(text) is asked


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Minister De Wit (Sociale Zaken), mede namens de Staatssecretaris (Dijken)", ["minister van Sociale Zaken"]),
        (
            "Minister De Wit (Defensie) en van Minister Dijk (Rechtsbescherming)",
            ["minister van Defensie", "minister voor Rechtsbescherming"],
        ),
        (
            "Minister De Wit en Staatssecretaris Dijk (Defensie)",
            ["minister van Defensie", "staatssecretaris van Defensie"],
        ),
        (
            "de Ministers De Wit (Defensie) en Dijk (Wonen en Rijksdienst)",
            ["minister van Defensie", "minister voor Wonen en Rijksdienst"],
        ),
        ("Minister-President De Wit (Algemene Zaken)", ["minister-president, minister van Algemene Zaken"]),
    ],
)
def test_who_answered(text: str, offices: list[str]) -> None:
    assert answered(f"Antwoord van {text} (ontvangen 4 juni 2021).") == (tuple(offices), dt.date(2021, 6, 4))


def test_an_answer_without_its_day_or_its_office() -> None:
    found = answered("Mededeling van Staatssecretaris Dijk (Defensie) (ontvangen nog niet)")
    assert found == (("staatssecretaris van Defensie",), None)
    assert answered("Antwoord van Minister De Wit") is None


@pytest.mark.parametrize(("text", "number"), [("12 (2031Z1)", "12"), ("12345", None), ("Nr. 12", None)])
def test_numbers(text: str, number: str | None) -> None:
    assert supplement_number(text) == number
