"""The organisational units of a letterhead."""

import pytest
from tests.lines import lines_of, texts

from kamerbrief.head.fields import read_fields
from kamerbrief.head.units import find_units, unit_names
from kamerbrief.vocabulary import words


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Directie Water", "Afdeling Sloten"], ["Directie Water", "Afdeling Sloten"]),
        (["Directie Sloten en", "Vaarten"], ["Directie Sloten en Vaarten"]),
        (["Directie Natuurlijke", "Sloten"], ["Directie Natuurlijke Sloten"]),
        (["Directie Onderhoud Binnenwater", "Sloten"], ["Directie Onderhoud Binnenwater Sloten"]),  # a full line
        (["Directie Water", "Sloten"], ["Directie Water", "Sloten"]),
        (
            ["Directie Onderhoud Binnenwater", "Sloten en Vaarten"],
            ["Directie Onderhoud Binnenwater", "Sloten en Vaarten"],
        ),
        (["DG Water en", "Dijken", "(DGWD)"], ["DG Water en Dijken (DGWD)"]),
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


def test_a_plain_line_below_a_bold_one_begins_another_unit() -> None:
    lines = [("Directie Onderhoud Binnenwater", True), ("Sloten", False), ("Vaarten", False)]
    assert unit_names(lines) == ["Directie Onderhoud Binnenwater", "Sloten", "Vaarten"]


@pytest.mark.parametrize(
    ("margin", "units"),
    [
        ("Directie Water\nwww.sloten.nl", ["Directie Water"]),
        (
            "Directie Water\nwww.sloten.nl\nBijlagen\n1. Kaart van de\nsloten\nOns kenmerk\nSLT-2031/123",
            ["Directie Water"],
        ),
        ("Afschrift aan\nde griffier van\nde commissie\nwww.sloten.nl", []),
        ("Directie Water\n2031Z01460\nwww.sloten.nl", ["Directie Water"]),
        ("Bijlagen\nTeam Sloten\nwww.sloten.nl", ["Team Sloten"]),
        ("J.A. de Molenaar\nwww.sloten.nl", []),
        ("Onderdeel van de zaak:\nwww.sloten.nl", []),
        ("Minister van Financiën\nwww.sloten.nl", []),
        ("Griffie Eerste Kamer\nwww.sloten.nl", []),
        ("Zaal 3 Postbus 99999 1000 AA Veendijk\nwww.sloten.nl", []),
    ],
)
def test_which_lines_of_a_margin_name_units(margin: str, units: list[str]) -> None:
    fields, rest = read_fields(lines_of(margin, margin=True))
    assert texts(find_units(rest, fields)) == units


def test_bold_lines_are_one_unit() -> None:
    assert unit_names([("Water", True), ("Land", True), ("Sloten", False)]) == ["Water Land", "Sloten"]
    assert unit_names([("Directie Water", True), ("Directie Land", True)]) == ["Directie Water", "Directie Land"]


def test_a_number_is_no_unit() -> None:
    assert unit_names([("2031Z01460", False), ("DG Water", False)]) == ["DG Water"]
