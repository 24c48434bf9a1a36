"""The lines of a Chamber's address, each entry of its words, and where each ends."""

from __future__ import annotations

import pytest

from kamerbrief.vocabulary import addressees, phrase_table

DATA = phrase_table()
CHAMBERS = [
    (street, code)
    for entry in DATA["chamber"]
    for street, code in zip(entry["addresses"], entry["postcodes"], strict=True)
]


def begins(text: str) -> str:
    return text[: addressees.opening_of_reader(text)]


def parts(text: str) -> list[tuple[str, str]]:
    return [(part, text[:end]) for part, end in addressees.parts_of_reader(text)]


@pytest.mark.parametrize("word", DATA["before_speakers"])
def test_every_word_before_the_speaker(word: str) -> None:
    text = f"{word} Voorzitter van de Tweede Kamer"
    assert begins(f"{text} Directie Sloten") == text


@pytest.mark.parametrize("word", DATA["speakers"])
def test_every_speaker(word: str) -> None:
    text = f"de {word} van de Eerste Kamer"
    assert begins(f"{text} Directie Sloten") == text


@pytest.mark.parametrize("word", DATA["behind_speakers"])
def test_every_word_behind_the_speaker(word: str) -> None:
    assert begins(f"De Voorzitter {word}") == f"De Voorzitter {word}"


@pytest.mark.parametrize("word", DATA["chamber_ends"])
def test_every_word_that_a_line_of_the_name_ends_with(word: str) -> None:
    text = f"De Voorzitter van de {word}".replace("van de van de", "van de")
    assert begins(f"{text} Directie Sloten") == text


@pytest.mark.parametrize("city", DATA["chamber_cities"])
def test_every_city(city: str) -> None:
    assert parts(f"{city} Dijkweg 7")[-1] == ("city", city)
    assert parts(f"2513 AA {city} Dijkweg 7") == [("place", f"2513 AA {city}")]


@pytest.mark.parametrize(("street", "code"), CHAMBERS)
def test_every_street_with_its_postcode(street: str, code: str) -> None:
    assert parts(f"{street} Dijkweg 7") == [("street", street)]
    assert parts(f"{code} Directie Sloten") == [("code", code)]
    assert addressees.belongs_to(street, f"{code} Den Haag")
    assert addressees.holds_address(f"{street} {code} Den Haag")
    assert addressees.is_of_chamber(f"{street}, {code} Den Haag")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T weede Kamer der Sta ten-Generaal Dijken", [("name", "T weede Kamer der Sta ten-Generaal")]),
        ("Tweede KamerderStaten-Generaal Dijkweg7", [("name", "Tweede KamerderStaten-Generaal")]),
        ("Waterstaat van de Tweede Kamer Dijken", [("name", "Waterstaat van de Tweede Kamer")]),
        ("Posbus 20018 en Dijken", [("street", "Posbus 20018")]),
        ("2500 EA..DEN HAAG Dijkweg 7", [("place", "2500 EA..DEN HAAG")]),
        ("2595BD6 2031-0000123", [("bars", "2595BD6")]),
        ("en Koninkrijksrelaties", []),
        ("Dijkweg 7", []),
    ],
)
def test_parts_of_an_address(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


def test_what_is_no_address_of_a_chamber() -> None:
    assert not addressees.belongs_to("Binnenhof 4", "2511 DP Den Haag")
    assert not addressees.holds_address("Dijkweg 7 2500 EA Den Haag")
    assert not addressees.is_of_chamber("Dijkweg 7, 2511 DP Den Haag")
    assert not begins("De Manager van de Sloten")
