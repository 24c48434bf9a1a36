"""For whom a letter is sent as well."""

import pytest
from tests.lines import lines_of

import kamerbrief
from kamerbrief.ending.on_behalf import read_on_behalf_of
from kamerbrief.vocabulary import words

FIRST, SECOND = "minister van Financiën", "minister van Defensie"


@pytest.mark.parametrize("word", sorted(words("between_offices")))
def test_every_word_between_offices(word: str) -> None:
    text = f"Ik stuur u, mede namens de {FIRST}, {word} de {SECOND}, het rapport."
    assert read_on_behalf_of([text], []) == (FIRST, SECOND)


def test_the_list_ends_where_something_else_stands() -> None:
    text = f"Ik stuur u, mede namens de {FIRST}, het rapport van de {SECOND}."
    assert read_on_behalf_of([text], []) == (FIRST,)


def test_the_first_paragraph_that_names_offices_counts() -> None:
    texts = ["Hierbij het rapport.", f"Mede namens de {FIRST}.", f"Mede namens de {SECOND}."]
    assert read_on_behalf_of(texts, []) == (FIRST,)


def test_at_the_signature() -> None:
    assert read_on_behalf_of([], lines_of(f"mede namens de {SECOND}")) == (SECOND,)


def test_over_two_lines_at_the_signature() -> None:
    text = (
        "Geachte voorzitter,\n\nDe sloot is diep.\n\nDe Minister van Financiën,\n\nA.B. Testman\n\n"
        "Mede namens de Staatssecretaris van Binnenlandse Zaken en\nKoninkrijksrelaties,"
    )
    assert kamerbrief.parse(text).on_behalf_of == ("staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties",)


@pytest.mark.parametrize("word", sorted(words("articles")))
def test_every_article_before_an_office(word: str) -> None:
    text = f"Ik stuur u, mede namens de {FIRST} en {word.lower()} {SECOND}, het rapport."
    assert read_on_behalf_of([text], []) == (FIRST, SECOND)
    brief = kamerbrief.parse(f"De sloot is diep.\n\nHoogachtend,\n\n{word} Minister van Defensie,\n\nA.B. Testman")
    assert brief.signatories[0].role == "Minister van Defensie"


def test_an_abbreviation_behind_an_office() -> None:
    text = f"Ik stuur u, mede namens de {FIRST} (FIN), de {SECOND} (DEF) en de minister van Klimaat, het rapport."
    assert read_on_behalf_of([text], [])[:2] == (FIRST, SECOND)


def test_a_misprinted_office() -> None:
    text = f"Ik stuur u, mede namens de staatsecretaris van Financiën en de {SECOND}, het rapport."
    assert read_on_behalf_of([text], []) == ("staatssecretaris van Financiën", SECOND)


def test_what_another_did_on_behalf_of_others_is_no_sender() -> None:
    said = "Op voordracht van de minister van Defensie mede namens de minister van Financiën is een wet gemaakt."
    assert read_on_behalf_of([said], []) == ()
    said = "Hierbij bied ik u, mede namens de minister van Financiën, het rapport aan."
    assert read_on_behalf_of([said], []) == ("minister van Financiën",)
