"""Numbers and words that open a heading."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.headings import inline_question, is_annex, is_final, is_question, number_of, series_of


@pytest.mark.parametrize("word", sorted(words("heading_words")))
def test_every_heading_word(word: str) -> None:
    assert number_of(f"{word} 3: Sloten") == (f"{word} 3", len(f"{word} 3: "))
    assert number_of(f"{word} over sloten") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("1. Sloten", "1."), ("2.1 Sloten", "2.1"), ("IV. Sloten", "IV."), ("a) Sloten", "a)"), ("(II) Sloten", "(II)")],
)
def test_number(text: str, number: str) -> None:
    assert number_of(text) == (number, text.index("Sloten"))


@pytest.mark.parametrize("text", ["Sloten", "1. sloten", "2031 was droog", "1.Sloten", ""])
def test_no_number(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize("word", sorted(words("questions") | words("answers")))
def test_every_word_of_a_question(word: str) -> None:
    assert is_question(f"{word} 3")
    assert is_question(f"{word.upper()} 3:")
    assert inline_question(f"{word} 3: Hoe diep is de sloot?") == len(f"{word} 3: ")
    assert not is_question(f"{word} over sloten")


@pytest.mark.parametrize("word", sorted(words("questions")))
def test_every_word_for_what_is_answered(word: str) -> None:
    assert is_question(f"Antwoord op {word.lower()} 2 en 3")


@pytest.mark.parametrize("word", sorted(words("answers")))
def test_every_word_for_an_answer(word: str) -> None:
    assert is_question(f"{word} bij vraag 2a t/m 4")


@pytest.mark.parametrize("text", ["Vraag", "Vraag 3 is lastig", "Antwoord op de vraag", "x" * 200])
def test_no_question(text: str) -> None:
    assert not is_question(text)
    assert not inline_question(text)


@pytest.mark.parametrize("word", sorted(words("annexes")))
def test_every_word_for_an_annex(word: str) -> None:
    assert is_annex(f"{word} 2: Sloten")
    assert not is_annex(f"De {word.lower()}")


@pytest.mark.parametrize("words", sorted(words("final_titles")))
def test_every_title_that_ends_a_letter(words: str) -> None:
    assert is_final(words)
    assert is_final(words.upper())
    assert not is_final(f"{words} van de sloten")


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Spoor 2: Dijken", ("spoor", 2)),
        ("Reactie op advies 1:", ("reactie op advies", 1)),
        ("Fase 3 – Oplevering", ("fase", 3)),
        ("Maatregel 12. Oevers", ("maatregel", 12)),
        ("Thema 4", ("thema", 4)),
        ("In 2031 was het droog", None),
        ("Er zijn 12 sloten", None),
        ("spoor 2: Dijken", None),
    ],
)
def test_member_of_a_series(text: str, opens: tuple[str, int] | None) -> None:
    assert series_of(text) == opens
