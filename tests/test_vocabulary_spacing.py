"""Letter-spaced print is closed where it shows."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.spacing import close_spaced


@pytest.mark.parametrize("word", words("behind_letters"))
def test_a_letter_that_is_a_word(word: str) -> None:
    assert close_spaced(f"Team A {word} Sloten") == f"Team A {word} Sloten"


@pytest.mark.parametrize("rest", words("spaced_cities"))
def test_a_city(rest: str) -> None:
    assert close_spaced(f"2500 ZZ D {rest}") == "2500 ZZ Den Haag"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("S lotenweg 12", "Slotenweg 12"),
        ("2 5 15 Z Z D en H aag", "2515 ZZ Den Haag"),
        ("Dienst -Sloten", "Dienst-Sloten"),
        ("4 7 11902", "4711902"),
        ("1 2", "1 2"),
        ("Postbus 2 3", "Postbus 2 3"),
        ("Plein 4 te Veendijk", "Plein 4 te Veendijk"),
    ],
)
def test_what_stands_apart(printed: str, meant: str) -> None:
    assert close_spaced(printed) == meant
