"""The heading of a paper of the Kamer that a ministry filled in, behind the letter."""

import pytest
from tests.lines import line_of, lines_of, measured

import kamerbrief
from kamerbrief.body.blocks import read_blocks
from kamerbrief.vocabulary import table

ADOPTED = (
    "Vastgesteld (wordt door de griffie ingevuld)\n\n"
    "De vaste commissie voor Waterwegen heeft over de sluis van Veendijk enkele vragen gesteld, waarop het\n"
    "volgende antwoord is gekomen.\n\n"
    "Voorzitter van de commissie\nDe Sluiswachter\n\n"
    "Adjunct-griffier van de commissie,\nVan Polderdam\n\n"
)
TEXT = "De leden vragen hoe diep de sloten achter de molen zijn en wie ze in het najaar op diepte houdt.\n"


def blocks_of(text: str) -> list[tuple[str, str | None, str]]:
    blocks = read_blocks(*measured(lines_of(text)), annex=True)
    return [(block.kind, block.number, block.text.string) for block in blocks]


@pytest.mark.parametrize(
    "heading",
    [
        "12 345   Diepe sloten in het\n         land van Veendijk\n\nNr.      Verslag van een schriftelijk overleg\n\n",
        "12 345\nDiepe sloten in het\nland van Veendijk\nNr.\nVerslag van een schriftelijk overleg\n",
        "12 345 Diepe sloten in het\nland van Veendijk\n\nNr. Verslag van een\nschriftelijk overleg\n",
    ],
)
def test_its_dossier_and_what_it_is_are_titles(heading: str) -> None:
    found = blocks_of(heading + ADOPTED + "Inbreng van de leden van de Molenpartij\n\n" + TEXT)
    assert found[:2] == [
        ("heading", "12 345", "Diepe sloten in het land van Veendijk"),
        ("heading", "Nr.", "Verslag van een schriftelijk overleg"),
    ]
    assert [text for kind, _, text in found[2:] if kind == "heading"] == ["Inbreng van de leden van de Molenpartij"]


def test_titles_that_a_source_states_have_their_numbers() -> None:
    letter = f"Geachte voorzitter,\n\n{TEXT}\nDe minister van Waterwegen,\n\nA. Sluis\n\n"
    brief = kamerbrief.parse(f"{letter}# 12 345 Diepe sloten\n\n# Nr. Verslag van een overleg\n\n{ADOPTED}{TEXT}")
    assert [(one.number, one.title) for one in brief.annexes] == [
        ("12 345", "Diepe sloten"),
        ("Nr.", "Verslag van een overleg"),
    ]


def test_a_name_stands_in_one_paragraph_with_the_office_above_it_unless_a_comma_ends_that() -> None:
    texts = [text for _, _, text in blocks_of("12 345 Sloten\nNr. Verslag\n" + ADOPTED + TEXT)]
    assert "Voorzitter van de commissie De Sluiswachter" in texts
    assert "Van Polderdam" in texts or "Adjunct-griffier van de commissie, Van Polderdam" in texts


@pytest.mark.parametrize("first", ["12 345", "12 345 Sloten\nNr. 12 Verslag", "12 345 Sloten en dijken", "Nr. Verslag"])
def test_what_lacks_a_title_or_an_open_number_is_none(first: str) -> None:
    assert ("heading", "Nr.", "Verslag") not in blocks_of(f"{first}\n\n{TEXT}")


def test_both_titles_rank_with_the_titles_below_them() -> None:
    letter = f"Geachte voorzitter,\n\n{TEXT}\nDe minister van Waterwegen,\n\nA. Sluis\n\f"
    parties = "".join(f"Inbreng van de leden van de {name}partij\n\n{TEXT}\n" for name in ("Molen", "Sluis"))
    brief = kamerbrief.parse(f"{letter}12 345 Sloten\nNr. Verslag van een schriftelijk overleg\n{ADOPTED}{parties}")
    assert [(one.number, one.title, one.level) for one in brief.annexes[:2]] == [
        ("12 345", "Sloten", 1),
        ("Nr.", "Verslag van een schriftelijk overleg", 1),
    ]


@pytest.mark.parametrize(
    "line",
    [
        *table("phrases")["of_papers"],
        *(f"{phrase} 4 maart" for phrase in table("phrases")["adopted"]),
        *(f"De {office} van de commissie" for office in table("phrases")["committee_offices"]),
        "Griffier van de commissie,",
        "Adjunct- griffier van de commissie,",
        "De griffier van de vaste Commissie voor Sloten, De Boer",
        "De voorzitter van de vaste commissie voor Sloten, Dijken en Zijlen, J.A. van den Molen-'t Hart",
    ],
)
def test_what_stands_below_it_is_no_title(line: str) -> None:
    assert line_of(line).is_of_paper
    found = blocks_of(f"Sloten\n\n{TEXT}\n{line}\n\n{TEXT}")
    assert [text for kind, _, text in found if kind == "heading"] == ["Sloten"]


def test_a_title_may_stand_below_an_office_with_its_name() -> None:
    found = blocks_of(f"Sloten\n\n{TEXT}\n\nDe griffier van de commissie, De Boer\n\nInleiding\n\n{TEXT}")
    assert [text for kind, _, text in found if kind == "heading"] == ["Sloten", "Inleiding"]


@pytest.mark.parametrize(
    "text",
    [
        "Over de sloten heb ik in de Kamer uitvoerig gesproken met de\nvoorzitter van de commissie over het maaien.",
        "De voorzitter van de commissie voor Waterwegen heeft mij bij brief\ngevraagd om een reactie op de sloten.",
    ],
)
def test_an_office_within_a_sentence_parts_nothing(text: str) -> None:
    assert [kind for kind, _, _ in blocks_of(f"Sloten\n\n{TEXT}\n{text}\n\n{TEXT}")].count("paragraph") == 3


@pytest.mark.parametrize(
    "text",
    [
        "20 000 molens malen in de polder\nNr. Vraag\n1 Klopt dat?",
        "12 345 De minister schrijft dat de sloot\nklaar is. Dat is goed.\nNr. Verslag",
    ],
)
def test_what_stands_between_may_be_no_title(text: str) -> None:
    assert all(number is None for _, number, _ in blocks_of(f"{text}\n\n{TEXT}"))
