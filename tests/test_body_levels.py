"""Levels of headings by their classes."""

import pytest
from tests.lines import lines_of, measured

import kamerbrief
from kamerbrief.body.blocks import read_blocks
from kamerbrief.body.levels import levels_of

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren van het dorp."


def levels(*headings: str, annex: bool = False) -> list[int]:
    """The levels of headings with a paragraph below each, in Markdown's bold or as they are."""
    blocks = read_blocks(*measured(lines_of("\n\n".join(f"{heading}\n\n{TEXT}" for heading in headings))))
    return [level for level in levels_of(blocks, annex=annex) if level]


def test_numbers_in_parentheses_lie_below_a_title_of_their_style() -> None:
    assert levels("**Water**", "**1) Sloten**", "**2) Vaarten**", "**Dijken**") == [1, 2, 2, 1]


def test_a_number_that_was_written_otherwise_stays_in_its_series() -> None:
    assert levels("**Water**", "**1) Sloten**", "**2. Vaarten**", "**3) Oevers**") == [1, 1, 1, 1]


def test_a_series_of_numbers_in_two_styles_has_one_level() -> None:
    assert levels("**Water**", "***1. Sloten***", "**Dijken**", "*2. Vaarten*", "*3. Oevers*") == [1, 2, 1, 2, 2]


def test_a_series_of_numbers_within_a_chapter_has_one_level_in_two_styles() -> None:
    assert levels("**1. Water**", "*1.1 Sloten*", "1.2 Vaarten", "**2. Dijken**", "*2.1 Hoogte*") == [1, 2, 2, 1, 2]


def test_a_title_of_a_series_that_is_set_otherwise_lifts_no_other_titles() -> None:
    assert levels("**Water**", "1. Sloten", "**2. Dijken**", "3. Oevers", "**Slot**") == [1, 2, 2, 2, 1]
    assert levels("1. Sloten", "2. Dijken", "**3. Oevers**", "**Hoogte**", "4. Meren") == [1, 1, 1, 2, 1]


def test_a_number_that_could_go_on_with_two_series_goes_on_with_that_of_its_level() -> None:
    found = levels(
        "# **1. Water**", "## *1. Sloten*", "# **2. Dijken**", "## *1. Hoogte*", "## *2. Breedte*", "# 3. Slot"
    )
    assert found == [1, 2, 1, 2, 2, 1]


def test_two_series_of_numbers_in_two_styles_have_two_levels() -> None:
    found = levels("**1. Water**", "*1. Sloten*", "*2. Vaarten*", "**2. Dijken**", "*1. Hoogte*", "**3. Oevers**")
    assert found == [1, 2, 2, 1, 2, 1]


def test_without_a_style_numbers_of_which_most_have_a_parenthesis_lie_below_titles() -> None:
    assert levels("Water", "Beleid", "1) Sloten", "2. Vaarten", "3) Oevers") == [1, 1, 2, 2, 2]
    assert levels("Water", "Beleid", "1. Sloten", "2. Vaarten", "3) Oevers") == [1, 1, 1, 1, 1]


def test_titles_that_come_again_lie_below_the_numbers_of_their_style() -> None:
    found = levels("**1. Sloten**", "**Aanleiding**", "**2. Dijken**", "**Aanleiding**")
    assert found == [1, 2, 1, 2]


def test_without_numbers_the_style_tells_the_level_of_what_comes_again() -> None:
    assert levels("**Sloten**", "**Aanleiding**", "**Dijken**", "**Aanleiding**") == [1, 1, 1, 1]


@pytest.mark.parametrize("answer", ["Antwoord 1", "**Antwoord 1**"])
def test_a_question_and_its_answer_rank_alike(answer: str) -> None:
    assert levels("**Vraag 1**", answer, "**Vraag 2**") == [1, 1, 1]


def test_questions_lie_below_the_title_of_their_set_and_not_below_a_later_one() -> None:
    assert levels("**Lijst van vragen**", "**Vraag 1**", "**Antwoord 1**") == [1, 2, 2]
    assert levels("**Vraag 1**", "**Antwoord 1**", "**Tot slot**") == [1, 1, 1]


def test_plain_numbers_rank_above_the_styled_titles_right_below_them() -> None:
    blocks = read_blocks(
        *measured(
            lines_of(
                f"**Water**\n\n{TEXT}\n\n1) Sloten\n\n*Aanleiding*\n\n{TEXT}\n\n"
                f"2) Vaarten\n\n*Kosten*\n\n{TEXT}\n\n*Planning*\n\n{TEXT}"
            )
        )
    )
    assert [level for level in levels_of(blocks) if level] == [1, 2, 3, 2, 3, 3]


def test_plain_numbers_that_go_on_behind_styled_titles_rank_above_them() -> None:
    assert levels("1. Sloten", "2. Dijken", "**Hoogte**", "**Breedte**", "3. Oevers") == [1, 1, 2, 2, 1]
    assert levels("**Water**", "1. Sloten", "2. Dijken", "**Land**", "3. Oevers") == [1, 2, 2, 1, 2]
    assert levels("1. Sloten", "2. Dijken", "**Land**", "1. Oevers") == [2, 2, 1, 2]
    assert levels("1. Sloten", "2. Dijken", "**Tot slot**") == [2, 2, 1]


def test_numbers_that_go_on_behind_titles_of_a_higher_look_rank_above_them() -> None:
    assert levels("*1. Sloten*", "**Hoogte**", "*2. Dijken*", "*Tot slot*") == [1, 2, 1, 1]
    assert levels("**Water**", "*1. Sloten*", "**Land**", "*2. Dijken*") == [1, 2, 1, 2]


def test_plain_titles_between_capitals_lie_below_them() -> None:
    found = levels("Algemeen", "A. Sloten", "Aanleiding", "Kosten", "B. Vaarten", "Planning", "C. Dijken", "Tot slot")
    assert found == [1, 1, 2, 2, 1, 2, 1, 1]


def test_the_number_of_a_dossier_is_no_number_of_the_series() -> None:
    brief = kamerbrief.parse(
        "Geachte voorzitter,\n\nHierbij het verslag.\n\nDe minister van Financiën,\n\n\nA.B. Testman\n\n"
        "34300-XV Vaststelling van de begroting\n\n1. Sloten\n\nDe sloten zijn diep.\n\n2. Dijken\n\nZe zijn hoog.\n"
    )
    assert brief.annexes[0].number == "34300-XV"


def test_the_title_of_an_annex_ranks_above_a_bolder_one_below_it() -> None:
    assert levels("BIJLAGE", "**Sloten**", "**Vaarten**", annex=True) == [1, 2, 2]
    assert levels("**Bijlage 1: Sloten**", "Bijlage bij de sloten", annex=True) == [1, 2]
