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
    ("text", "wanted"),
    [
        (
            "Antwoord van Minister De Wit (Sociale Zaken), mede namens de Staatssecretaris (ontvangen 4 juni 2031).",
            ("Minister van Sociale Zaken", "De Wit", dt.date(2031, 6, 4)),
        ),
        (
            "Mededeling van Staatssecretaris Dijk (Defensie) (ontvangen nog niet)",
            ("Staatssecretaris van Defensie", "Dijk", None),
        ),
        ("Antwoord van Minister De Wit", None),
    ],
)
def test_who_answered(text: str, wanted: tuple[str, str, dt.date | None] | None) -> None:
    found = answered(text)
    assert (None if found is None else tuple(found)) == wanted


@pytest.mark.parametrize(("text", "number"), [("12 (2031Z1)", "12"), ("12345", None), ("Nr. 12", None)])
def test_numbers(text: str, number: str | None) -> None:
    assert supplement_number(text) == number
