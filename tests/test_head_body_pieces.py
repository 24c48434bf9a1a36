"""What the column of the body may go on with."""

from __future__ import annotations

import pytest

from kamerbrief.head.body_pieces import Body, Told, goes_on_with_name, opening, pieces_of_body
from kamerbrief.vocabulary import phrase_table

DATA = phrase_table()
RETURN = "> Retouradres Postbus 20301 2500 EH Den Haag"
WIDE = "Onderhoud van sloten en vaarten in het oosten van het land"


def best(text: str, at: Body, told: Told | None = None) -> tuple[Body, str]:
    piece = max(pieces_of_body(text, at, told or Told()), key=lambda piece: piece.worth)
    return piece.body, text[: piece.end].rstrip()


@pytest.mark.parametrize("phrase", DATA["attention"])
def test_every_opening_of_an_attention_line(phrase: str) -> None:
    assert goes_on_with_name(f"{phrase} de griffier voor", "")
    assert goes_on_with_name("Waterstaat", f"{phrase} de griffier voor")
    assert not goes_on_with_name("Waterstaat", f"{phrase} de griffier")


@pytest.mark.parametrize("title", DATA["first_headings"])
def test_every_heading_below_a_subject(title: str) -> None:
    told = Told(WIDE, len(WIDE), 80)
    assert best(title, "subject", told)[0] == "text"


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("der Staten-Generaal Sloten", "name", ("name", "der Staten-Generaal")),
        ("Postbus 20018 2500 EA Den Haag Sloten", "name", ("place", "Postbus 20018 2500 EA Den Haag")),
        ("Datum 3 mei 2031 Bijlagen", "place", ("dated", "Datum 3 mei 2031")),
        ("3 mei 2031", "place", ("dated", "3 mei 2031")),
        ("datum ons kenmerk uw kenmerk", "place", ("dated", "datum ons kenmerk uw kenmerk")),
        ("Geachte voorzitter, Nederland", "subject", ("text", "Geachte voorzitter,")),
        ("Betreft Sloten", "dated", ("subject", "Betreft Sloten")),
    ],
)
def test_a_piece(text: str, at: Body, expected: tuple[Body, str]) -> None:
    assert best(text, at) == expected


@pytest.mark.parametrize(
    ("last", "line", "expected"),
    [
        (WIDE, "en van de dijken daarlangs", "subject"),
        (f"{WIDE} en", "Hoge dijken", "subject"),
        (WIDE, "Hierbij informeer ik uw Kamer over het onderhoud van de sloten", "text"),
        (WIDE, "Conform mijn toezegging informeer ik uw Kamer over het onderhoud van sloten en vaarten", "text"),
        ("Sloten", "Vaarten", "text"),
        (WIDE, "INLEIDING", "text"),
    ],
)
def test_where_a_subject_ends(last: str, line: str, expected: Body) -> None:
    assert best(line, "subject", Told(last, len(last), 80))[0] == expected


def test_a_salutation_tells_where_the_text_begins() -> None:
    line = "Conform mijn toezegging informeer ik uw Kamer over het onderhoud van sloten en vaarten"
    assert best(line, "subject", Told(WIDE, len(WIDE), 0))[0] == "subject"


def test_an_addressee_on_one_line() -> None:
    text = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Binnenhof 4 Den Haag"
    assert opening(text)[-1] == ("city", len(text))
