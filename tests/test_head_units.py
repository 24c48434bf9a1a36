"""The organisational units of a letterhead."""

import pytest

from kamerbrief.head.units import unit_names
from kamerbrief.vocabulary import words


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Directie Water", "Afdeling Sloten"], ["Directie Water", "Afdeling Sloten"]),
        (["Directie Sloten en", "Vaarten"], ["Directie Sloten en Vaarten"]),
        (["Directie Natuurlijke", "Sloten"], ["Directie Natuurlijke Sloten"]),
        (["Directie Onderhoud Binnenwater", "Sloten"], ["Directie Onderhoud Binnenwater Sloten"]),  # a full line
        (["Directie Water", "Sloten"], ["Directie Water", "Sloten"]),
        (["Directie Water", "voor sloten"], ["Directie Water voor sloten"]),
        (["Directie", "Sloten"], ["Directie Sloten"]),
        (["Directie Sloot-", "en dijkbeheer"], ["Directie Sloot- en dijkbeheer"]),
        (["Directie Water", "D i r e c t i e  W a t e r"], ["Directie Water"]),
        ([], []),
    ],
)
def test_unit_names(lines: list[str], names: list[str]) -> None:
    assert unit_names([(line, False) for line in lines]) == names


@pytest.mark.parametrize("ending", sorted(words("adjective_endings")))
def test_every_ending_of_an_adjective(ending: str) -> None:
    assert unit_names([(f"Directie B{ending}", False), ("Sloten", False)]) == [f"Directie B{ending} Sloten"]


@pytest.mark.parametrize("kind", sorted(words("bare_units")))
def test_every_kind_of_unit_is_no_name(kind: str) -> None:
    assert unit_names([(kind, False), ("Sloten", False)]) == [f"{kind} Sloten"]


@pytest.mark.parametrize("word", sorted(words("joining")))
def test_every_word_that_joins(word: str) -> None:
    assert unit_names([("Directie Sloten", False), (word, False)]) == ["Directie Sloten"]
    assert unit_names([(f"Directie Sloten {word}", False), ("Dijken", False)]) == [f"Directie Sloten {word} Dijken"]


def test_bold_lines_are_one_unit() -> None:
    assert unit_names([("Water", True), ("Land", True), ("Sloten", False)]) == ["Water Land", "Sloten"]
    assert unit_names([("Directie Water", True), ("Directie Land", True)]) == ["Directie Water", "Directie Land"]
