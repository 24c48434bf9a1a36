"""Furniture by its words: page numbers, rules, running feet, what was not to be read."""

import pytest
import regex

from kamerbrief.vocabulary import furniture, words
from kamerbrief.vocabulary.furniture import furniture_kind


def matches(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.match(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("Pagina 2", "PAGINA 2 van 12", "Pagina 1 van de 12", "pagina: 3/4", "p a g i n a 3", "Paginanummer 1 van 5"),
        *("Blad 2 of 3", "Blad 1/12 ", "- 2 -", "-12-", "Pagina2van5"),
    ],
)
def test_page_number(text: str) -> None:
    assert matches(furniture.PAGE_NUMBER, text)


@pytest.mark.parametrize(
    "text",
    ["2", "Pagina", "Pagina 12345", "Pagina twee", "Pagina 2 van", "Pagina 2 over", "- 2", "op pagina 2", "-- 2 --"],
)
def test_no_page_number(text: str) -> None:
    assert not matches(furniture.PAGE_NUMBER, text)


@pytest.mark.parametrize(
    "text", ["---", "***", "_ _ _", "=====", "——————", "─ ─ ─", "|---|:--:|", ":---", "--- | ---", "--- "]
)
def test_rule(text: str) -> None:
    assert matches(furniture.RULE, text)


@pytest.mark.parametrize("text", ["", "--", "**", "--- x", "x ---", "| a |", "||", "- een"])
def test_no_rule(text: str) -> None:
    assert not matches(furniture.RULE, text)


@pytest.mark.parametrize("phrase", sorted(words("printed_at")))
def test_every_place_of_print(phrase: str) -> None:
    assert furniture_kind(f"{phrase} 2031", heading=False) == "running_foot"
    assert furniture_kind(f"{phrase}", heading=False) is None


@pytest.mark.parametrize("printer", sorted(words("printers")))
def test_every_printer_and_what_stands_beside_it(printer: str) -> None:
    colophon = ["KST123456", "3031tkkst99123-45", "ISSN 0921 - 7371", printer, "’s-Gravenhage 2031"]
    for text in (*colophon, " ".join(colophon)):
        assert furniture_kind(text, heading=False) == "running_foot"
        assert furniture_kind(f"{text} zijn", heading=False) is None


@pytest.mark.parametrize("phrase", sorted(words("leftovers")))
def test_every_leftover(phrase: str) -> None:
    assert furniture_kind(phrase, heading=False) == "hidden"
    assert furniture_kind(f"{phrase} sloot", heading=False) is None


@pytest.mark.parametrize("word", sorted(words("signature_places")))
def test_every_place_for_a_signature(word: str) -> None:
    assert furniture_kind(f"[{word} 2]", heading=False) == "hidden"


@pytest.mark.parametrize("word", sorted(words("page_words")))
def test_every_word_for_a_page(word: str) -> None:
    assert furniture_kind(f"{word} 2", heading=True) == "page_number"
    assert furniture_kind(f"{word} over sloten", heading=True) is None
