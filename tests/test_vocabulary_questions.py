"""Heads of questions and answers, and what an answer begins with."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.questions import (
    bare_number,
    head_of,
    is_citation,
    numbers_in,
    seen_at,
    source_label,
    source_marks,
)


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("Vraag 1", "question", ("1",)),
        ("VRAAG 12:", "question", ("12",)),
        ("Vraag nr. 3.", "question", ("3",)),
        ("Vraag 4 (Dijk)", "question", ("4",)),
        ("Vragen 5 en 7", "question", ("5", "7")),
        ("Antwoord", "answer", ()),
        ("Antwoord:", "answer", ()),
        ("Antwoord 3", "answer", ("3",)),
        ("Antwoord vraag 1.", "answer", ("1",)),
        ("Antwoord op vraag 2 tot en met 5", "answer", ("2", "3", "4", "5")),
        ("Antwoord op de vragen 5, 6, 7, 8 en 9", "answer", ("5", "6", "7", "8", "9")),
        ("Antwoord op vraag 3 en vraag 4:", "answer", ("3", "4")),
        ("Antwoorden 10 t/m 13", "answer", ("10", "11", "12", "13")),
        ("Antwoord 2a", "answer", ("2a",)),
    ],
)
def test_heads(text: str, kind: str, numbers: tuple[str, ...]) -> None:
    head = head_of(text)
    assert head is not None
    assert (head.kind, head.numbers, head.end) == (kind, numbers, len(text))


@pytest.mark.parametrize("text", ["Vraag 2: Hoe diep is de sloot?", "Vraag 2 Hoe diep is de sloot?"])
def test_heads_before_their_text(text: str) -> None:
    head = head_of(text)
    assert head is not None
    assert text[head.end :] == "Hoe diep is de sloot?"


@pytest.mark.parametrize(
    "text",
    [
        "Vraag",
        "Vraag 3 is lastig",
        "Antwoord op de vraag of",
        "antwoord op vraag 3.",
        "Antwoord 3 gaf hij",
        "Vragen",
        "",
    ],
)
def test_no_heads(text: str) -> None:
    assert head_of(text) is None


@pytest.mark.parametrize("word", sorted(words("joint")))
def test_every_word_before_the_head_of_a_joint_answer(word: str) -> None:
    head = head_of(f"{word} antwoord op vragen 2 en 3")
    assert head is not None
    assert head.numbers == ("2", "3")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", ("1",)), ("2 – 4", ("2", "3", "4")), ("7, 9 en 12", ("7", "9", "12")), ("5 t/m 5", ("5", "5")), ("", ())],
)
def test_numbers(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


def test_a_range_beyond_reason_is_cut() -> None:
    assert len(numbers_in("1 t/m 999")) < 600


@pytest.mark.parametrize(
    ("text", "number", "stop"), [("1", "1", ""), ("12.", "12", "."), ("3)", "3", ")"), ("4. Is dat zo?", "4", ".")]
)
def test_bare_numbers(text: str, number: str, stop: str) -> None:
    found = bare_number(text)
    assert found is not None
    assert (found.number, found.stop) == (number, stop)


@pytest.mark.parametrize("text", ["0", "1234", "3 mei", "1.000 euro", "", "1.2 Sloten", "a"])
def test_no_bare_numbers(text: str) -> None:
    assert bare_number(text) is None


@pytest.mark.parametrize("word", sorted(words("see")))
def test_every_word_that_points_at_another_answer(word: str) -> None:
    assert seen_at(f"{word} het antwoord op vraag 3.") == ("3",)
    assert seen_at(f"{word} de antwoorden op de vragen 3 en 4.") == ("3", "4")


@pytest.mark.parametrize("text", ["Ja.", "Zie de brief van 3 mei 2031.", "Dat staat in het antwoord op vraag 3."])
def test_answers_that_point_at_none(text: str) -> None:
    assert seen_at(text) == ()


def test_labels_of_notes() -> None:
    assert source_label("2)Gooise Post") == ("2", 2)
    assert source_label("[3] Kamerstuk 99 123") == ("3", 4)
    assert source_label("3. sloten") is None


def test_marks_of_notes() -> None:
    assert [mark[0] for mark in source_marks("Het bericht 1) en de brief [2]", frozenset({"1", "2"}))] == ["1", "2"]
    assert source_marks("de nota (Kamerstuk 29 653, nr. 21) van mei", frozenset()) == []
    assert source_marks("1) het plan", frozenset({"1"})) == []


def test_citations() -> None:
    assert is_citation("https://www.gooisepost.nl/dijk")
    assert not is_citation("de dijk is lek")
