"""How sentences begin and end."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.sentences import (
    before_number,
    first_word,
    is_finished,
    is_left_open,
    is_list_open,
    is_note_finished,
    is_opener,
    opens_note,
    wants_number,
)


@pytest.mark.parametrize("word", sorted(words("openers")))
def test_every_opener(word: str) -> None:
    assert is_opener(word)
    assert not is_opener(word.lower())
    assert word == word.capitalize()


@pytest.mark.parametrize("word", ["", "Dijk", "de", "De ", "DE"])
def test_no_opener(word: str) -> None:
    assert not is_opener(word)


@pytest.mark.parametrize("word", sorted(words("unfinished")))
def test_every_word_that_needs_another(word: str) -> None:
    assert is_left_open(f"Directie Sloten {word}")
    assert not is_left_open(f"Directie {word} Sloten")


@pytest.mark.parametrize("text", ["Directie Natuur-", "Sloten,", "en"])
def test_left_open(text: str) -> None:
    assert is_left_open(text)


@pytest.mark.parametrize("word", sorted(words("conjunctions")))
def test_every_conjunction(word: str) -> None:
    assert is_list_open(f"de sloten {word}")
    assert not is_list_open(f"de sloten{word}")


def test_list() -> None:
    assert is_list_open("de sloten,")
    assert not is_list_open("de sloten;")


@pytest.mark.parametrize("text", ["Zie blz. 3.", "(dijken)", "Zie www.voorbeeld.nl/dijk", "“sloot”"])
def test_note_is_finished(text: str) -> None:
    assert is_note_finished(text)


@pytest.mark.parametrize("text", ["Zie blz", "Kamerstukken II,", "de sloot en"])
def test_note_goes_on(text: str) -> None:
    assert not is_note_finished(text)


@pytest.mark.parametrize(("text", "word"), [("De sloot", "De"), ("sloot", "sloot"), ("", "")])
def test_first_word(text: str, word: str) -> None:
    assert first_word(text) == word


def test_nothing_is_not_finished() -> None:
    assert not is_finished("")


@pytest.mark.parametrize("word", sorted(words("note_openers")))
def test_every_word_that_opens_a_note(word: str) -> None:
    assert opens_note(f"{word} 12")
    assert not opens_note(f"{word}en")


@pytest.mark.parametrize("text", ["https://www.sloten.nl", "www.sloten.nl"])
def test_an_address_opens_a_note(text: str) -> None:
    assert opens_note(text)
    assert opens_note(f"1 {text}", 2)


def test_an_address_that_ends_in_a_hyphen_goes_on() -> None:
    assert is_note_finished("https://www.sloten.nl/diepe")
    assert not is_note_finished("https://www.sloten.nl/diepe-")


@pytest.mark.parametrize("word", sorted(words("number_abbreviations")))
def test_every_abbreviation_before_a_number(word: str) -> None:
    assert before_number(f"Kamerstukken II, 31 209, {word}")
    assert not is_finished(f"Kamerstukken II, 31 209, {word}")
    assert not is_note_finished(f"Kamerstukken II, 31 209, {word}")
    assert not before_number(f"sloot{word}")


@pytest.mark.parametrize("word", sorted(words("numbered")))
def test_every_noun_that_wants_a_number(word: str) -> None:
    assert wants_number(f"besproken in {word}")
    assert not wants_number(f"besproken in {word} 2")


@pytest.mark.parametrize("kind", ["number_abbreviations", "numbered"])
def test_what_a_number_comes_behind_is_known_to_the_notes_too(kind: str) -> None:
    assert words(kind) <= words("before_numbers")
