"""Headings make a tree of sections."""

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import read_blocks
from kamerbrief.body.levels import is_annex_title
from kamerbrief.body.sections import read_sections
from kamerbrief.model.letter import Section
from kamerbrief.notes.calls import find_calls
from kamerbrief.notes.texts import find_notes

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren van het dorp."


def sections_of(text: str, *, annex: bool = False) -> tuple[Section, ...]:
    lines = lines_of(text)
    notes = find_notes(lines)
    of_notes = {line.start for note in notes for line in note.lines}
    blocks = read_blocks(*measured([line for line in lines if line.start not in of_notes]), annex=annex)
    return read_sections(blocks, find_calls(blocks, notes), annex=annex)


def outline(sections: tuple[Section, ...]) -> list[object]:
    """Titles, each followed by the list of those below it."""
    found: list[object] = []
    for section in sections:
        found.append(section.title)
        if section.sections:
            found.append(outline(section.sections))
    return found


def under(*headings: str) -> str:
    return "\n\n".join(f"{heading}\n\n{TEXT}" for heading in headings)


def test_text_before_the_first_heading_has_no_title() -> None:
    sections = sections_of(f"{TEXT}\n\n{under('Sloten')}")
    assert [(s.title, [b.text for b in s.blocks]) for s in sections] == [(None, [TEXT]), ("Sloten", [TEXT])]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Sloten", "Dijken"], ["Sloten", "Dijken"]),
        (["**Sloten**", "*Diep*", "*Breed*", "**Dijken**"], ["Sloten", ["Diep", "Breed"], "Dijken"]),
        (["## Sloten", "### Diep", "## Dijken"], ["Sloten", ["Diep"], "Dijken"]),
        (["1. Sloten", "1.1 Diep", "2. Dijken"], ["Sloten", ["Diep"], "Dijken"]),
        (["**Water**", "*Sloten*", "Diep"], ["Water", ["Sloten", ["Diep"]]]),  # plain ranks below all
        (["**1. Water**", "*Sloten*", "**2. Dijken**"], ["Water", ["Sloten"], "Dijken"]),
        (
            ["**Water**", "**1. Sloten**", "**1.1 Diep**"],
            ["Water", "Sloten", ["Diep"]],
        ),  # an introduction has no number
    ],
)
def test_a_heading_lies_under_the_nearest_one_of_higher_rank(headings: list[str], expected: list[object]) -> None:
    assert outline(sections_of(under(*headings))) == expected


def test_number_and_level() -> None:
    (section,) = sections_of(under("1. Sloten", "1.1 Diep"))
    assert (section.number, section.title, section.level) == ("1.", "Sloten", 1)
    assert [(s.number, s.level) for s in section.sections] == [("1.1", 2)]


def test_the_levels_of_marked_headings_begin_with_1() -> None:
    assert [section.level for section in sections_of(under("### Sloten", "### Dijken"))] == [1, 1]


def test_in_an_annex_headings_lie_under_its_title() -> None:
    text = f"Bijlage 1: Water\n\n{under('Sloten')}\n\nBijlage 2: Land\n\n{under('Dijken')}"
    assert outline(sections_of(text, annex=True)) == ["Water", ["Sloten"], "Land", ["Dijken"]]


def test_marks_of_calls_are_taken_out() -> None:
    (section,) = sections_of("De sloot1 is diep. 2 De dijk3 ook.\n\n1 Sloten.\n2 Diepte.\n3 Dijken.")
    (block,) = section.blocks
    assert block.text == "De sloot is diep. De dijk ook."
    assert [(call.label, call.offset) for call in block.calls] == [("1", 8), ("2", 17), ("3", 25)]


def test_a_note_called_in_a_title() -> None:
    section = sections_of(f"Diepe sloten1\n\n{TEXT}\n\n1 Rapport Sloten.")[0]
    assert section.title == "Diepe sloten"
    assert [(call.label, call.offset) for call in section.calls] == [("1", 12)]


def test_spans_hold_what_lies_below() -> None:
    text = under("**Sloten**", "*Diep*")
    (section,) = sections_of(text)
    assert text[section.span.slice] == text
    assert text[section.sections[0].span.slice] == f"*Diep*\n\n{TEXT}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bijlage 2: Overzicht", True),
        ("BIJLAGE Overzicht", True),
        ("Bijlagen", True),
        ("Overzicht bij de brief", False),
    ],
)
def test_is_annex_title(text: str, title: bool) -> None:  # noqa: FBT001 - a row of the table
    block = read_blocks(*measured(lines_of(f"{text}\n\n{TEXT}")))[0]
    assert is_annex_title(block) is title


def test_no_blocks() -> None:
    assert read_sections([], []) == ()


def test_one_series_of_numbers_has_one_level() -> None:
    headings = ["**1. Sloten**", "**Water**", "**2. Dijken**", "*Diep*", "**3. Vaarten**"]
    levels = {section.title: section.level for section in flat(sections_of(under(*headings)))}
    assert levels["Sloten"] == levels["Dijken"] == levels["Vaarten"]


def flat(sections: tuple[Section, ...]) -> list[Section]:
    return [one for section in sections for one in (section, *flat(section.sections))]
