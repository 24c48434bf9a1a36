"""Words that announce citations: each entry has a citation that it reads and no other entry does."""

from __future__ import annotations

import pytest

from kamerbrief import find_references
from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.citations import any_of, chamber_names, listed, meaning

DATA = table("citations")
WORDS = DATA["words"]


def found(text: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.id) for one in find_references(text)]


@pytest.mark.parametrize("chamber", ["tweede_kamer", "eerste_kamer"])
def test_every_name_of_a_chamber(chamber: str) -> None:
    for name in chamber_names(chamber):
        (paper,) = find_references(f"Kamerstukken {name}, 2031-2032, 99 123, C")
        assert paper.model_dump()["chamber"] == chamber
        assert found(f"{name} 2031-2032, 99 123, C") == [("kamerstuk", "kst-99123-C")]


@pytest.mark.parametrize("noun", [*DATA["acts"], *DATA["english_acts"]])
def test_every_noun_of_an_act(noun: str) -> None:
    (act,) = find_references(f"{noun.capitalize()} (EU) 2031/745")
    assert (act.kind, act.model_dump()["act"]) == ("eu_act", (DATA["acts"] | DATA["english_acts"])[noun])


@pytest.mark.parametrize("body", DATA["bodies"])
def test_every_body(body: str) -> None:
    assert found(f"Besluit 2010/232/{body}") == [("eu_act", "32010D0232")]
    assert found(f"Besluit ({body}) 2010/232") == [("eu_act", "32010D0232")]


@pytest.mark.parametrize("name", DATA["gazettes"])
def test_every_name_of_a_gazette(name: str) -> None:
    kind = DATA["gazettes"][name]
    assert found(f"{name} 2031, 12345") == [(kind, f"{kind}-2031-12345")]


@pytest.mark.parametrize("letter", DATA["year_letters"])
def test_every_letter_of_a_year(letter: str) -> None:
    (one,) = find_references(f"Stb. {letter} 12")
    assert one.model_dump()["year"] == str(DATA["year_letters"][letter])


@pytest.mark.parametrize("noun", [*WORDS["letters"], *WORDS["numbered_letters"]])
def test_every_writing(noun: str) -> None:
    assert found(f"de {noun} van 3 mei 2031, nr. 12345") == [("letter", None)]


@pytest.mark.parametrize("noun", WORDS["no_letters"])
def test_what_is_no_letter(noun: str) -> None:
    assert found(f"de {noun} van 3 mei 2031") == []


@pytest.mark.parametrize("noun", WORDS["bills"])
def test_every_bill(noun: str) -> None:
    assert found(f"{noun} dijken en sloten (99 123)") == [("dossier", "dossier-99123")]


@pytest.mark.parametrize("verb", WORDS["verbs"])
def test_a_verb_ends_the_name_of_a_bill_and_of_a_law(verb: str) -> None:
    assert found(f"het wetsvoorstel {verb} sloten (99 123)") == []
    (article,) = find_references(f"artikel 5 van de Wet sloten {verb} dijken")
    assert article.model_dump()["law"] == "Wet sloten"


@pytest.mark.parametrize("word", WORDS["after_laws"])
def test_what_ends_the_name_of_a_law(word: str) -> None:
    (article, *_) = find_references(f"artikel 5 van de Wet sloten {word} dijken")
    assert article.model_dump()["law"] == "Wet sloten"


@pytest.mark.parametrize("noun", WORDS["again"])
def test_every_noun_that_names_a_law_again(noun: str) -> None:
    name = {
        "wet": "Slootwet",
        "wetboek": "Wetboek van Dijken",
        "verdrag": "Europees Verdrag voor de Rechten van de Mens",
    }
    law = name.get(noun, f"Sloot{noun}")
    text = f"De {law if noun != 'richtlijn' else 'Richtlijn (EU) 2031/12'} geldt. Artikel 5 van die {noun}."
    assert [one for one in find_references(text) if one.kind == "article"]


@pytest.mark.parametrize("word", WORDS["pointing"])
def test_every_word_that_points_at_a_law(word: str) -> None:
    assert found(f"De Opiumwet geldt. Artikel 5 van {word} wet.") == [("article", "jci1.3:c:BWBR0001941&artikel=5")]


@pytest.mark.parametrize("word", WORDS["before_articles"])
def test_every_word_before_an_article_of_a_law_named_earlier(word: str) -> None:
    text = f"De Opiumwet {word if word != 'kent' else 'al jaren kent'} artikel 5 een verbod"
    assert found(text) == [("article", "jci1.3:c:BWBR0001941&artikel=5")]


@pytest.mark.parametrize("word", WORDS["before_laws"])
def test_every_word_before_the_name_of_a_law(word: str) -> None:
    assert found(f"artikel 5 van de {word} Opiumwet") == [("article", "jci1.3:c:BWBR0001941&artikel=5")]


@pytest.mark.parametrize("noun", WORDS["rivals"])
def test_what_may_own_an_article_itself(noun: str) -> None:
    assert found(f"De Opiumwet, het {noun}, zie artikel 5, eerste lid") == []


@pytest.mark.parametrize("domain", WORDS["domains"])
def test_every_domain(domain: str) -> None:
    assert found(f"(voorbeeld.{domain}/sloot)") == [("url", f"voorbeeld.{domain}/sloot")]


def test_tables() -> None:
    assert set(DATA) == {"chambers", "acts", "english_acts", "bodies", "gazettes", "year_letters", "words"}
    for name, words in WORDS.items():
        assert len(set(words)) == len(words), name
        assert listed(name) == tuple(words)


def test_any_of_tries_the_longest_first() -> None:
    assert any_of(("wet", "wetboek", "a b")) == r"wetboek|a\ b|wet"
    assert meaning("gazettes")["stb"] == "stb"
