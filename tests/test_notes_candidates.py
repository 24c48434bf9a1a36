"""Marks in running text that may call a note, and how likely each does."""

import pytest

from kamerbrief.notes.candidates import candidates_in
from kamerbrief.vocabulary import words


@pytest.mark.parametrize(
    ("text", "label", "kind", "without"),
    [
        ("De sloot is diep.1", "1", "stop", "De sloot is diep."),
        ("De sloot³ is diep.", "3", "raised", "De sloot is diep."),
        ("De sloot13 is diep.", "13", "glued", "De sloot is diep."),
        ("De sloot [2] is diep.", "2", "bracket", "De sloot is diep."),
        ("De sloot* is diep.", "*", "star", "De sloot is diep."),
        ("Sinds 20314 is de sloot diep.", "4", "year", "Sinds 2031 is de sloot diep."),
        ("De sloot is diep. 5", "5", "spaced", "De sloot is diep."),
    ],
)
def test_mark(text: str, label: str, kind: str, without: str) -> None:
    (mark,) = candidates_in(text)
    assert (mark.label, mark.kind) == (label, kind)
    assert text[: mark.start] + text[mark.end :] == without
    assert mark.score >= 1


@pytest.mark.parametrize(
    "text",
    [
        "De sloot bevat CO2.",
        "een sloot van 20 m2 groot",
        "de kaart A2 is op schaal",
        "de sloot bij artikel 3 van de wet",
    ],
)
def test_a_number_in_a_name_or_count_is_unlikely(text: str) -> None:
    assert max(mark.score for mark in candidates_in(text)) < 1


@pytest.mark.parametrize(
    "text",
    [
        "1. De sloot is diep.",  # the number of an item
        "De sloot is 1,5 meter diep.",
        "De sloot kost 12% meer.",
        "De sloot is van 2031.",
        "De 3e sloot is diep.",
        "Het gewicht is 2.5 ton.",
        "* De sloot",
        "Een*ster",
    ],
)
def test_no_mark(text: str) -> None:
    assert [mark for mark in candidates_in(text) if mark.score > 0.5] == []


def test_raised_by_its_place() -> None:
    (mark,) = candidates_in("De sloot van 2031 is diep", raised=[(13, 17)])
    assert (mark.label, mark.kind) == ("2031", "raised")


def test_two_notes_at_one_place() -> None:
    assert [(m.label, m.kind) for m in candidates_in("De sloot is diep.1 2")] == [("1", "stop"), ("2", "stop")]
    assert [(m.label, m.kind) for m in candidates_in("(1 m)4,5")] == [("4", "stop"), ("5", "stop")]


def test_two_notes_without_anything_between() -> None:
    found = [(mark.label, mark.start, mark.end) for mark in candidates_in("De sloot is diep.12")]
    assert found == [("12", 17, 19), ("1", 17, 18), ("2", 18, 19)]
    assert [mark.label for mark in candidates_in("De sloot910 is diep.")] == ["910", "9", "10"]


def test_the_second_of_two_is_the_next_number() -> None:
    first, second = candidates_in("De sloot is diep.1 7")
    assert (first.kind, second.kind) == ("stop", "spaced")


def test_a_bracket_that_only_closes_goes_with_the_mark() -> None:
    text = "De sloot3) is diep (zie kaart 4)."
    first = next(candidates_in(text))
    assert text[first.start : first.end] == "3)"


def test_a_bracket_that_ends_a_text_in_brackets_is_none_of_the_mark() -> None:
    text = "De sloot (zie de kaarten van het dorp en de brief van het lid Vaart15). Daarna (kort) de dijk2)."
    first, second = (mark for mark in candidates_in(text) if mark.score > 1.2)
    assert [text[mark.start : mark.end] for mark in (first, second)] == ["15", "2)"]


def test_a_surer_sign_is_worth_more() -> None:
    raised, stop, spaced = candidates_in("De sloot¹ is diep.2 De dijk 3 is hoog")
    assert raised.score > stop.score > spaced.score


def test_raised_digits_in_several_parts_are_one_number_or_several() -> None:
    marks = candidates_in("zorgwekkend.45 is", [(12, 13), (13, 14)])
    assert [(mark.label, mark.start, mark.end) for mark in marks] == [("4", 12, 13), ("5", 13, 14), ("45", 12, 14)]


def test_a_raised_digit_behind_others_is_a_mark_by_itself() -> None:
    assert [mark.label for mark in candidates_in("Raamplan 202014 is", [(13, 15)])] == ["14"]


@pytest.mark.parametrize("word", sorted(words("before_numbers")))
def test_every_word_before_a_number(word: str) -> None:
    glue = "" if word.endswith(".") else " "  # behind a stop and a blank a number calls a note
    (found,) = candidates_in(f"volgens {word}{glue}3 van de lijst")
    assert found.score < 1


@pytest.mark.parametrize("name", sorted(words("named_with_digits")))
def test_every_name_with_digits(name: str) -> None:
    (found,) = candidates_in(f"volgens {name}2 van de lijst")
    assert found.score < 1


@pytest.mark.parametrize(("text", "label"), [("diep²", "2"), ("diep²³", "23"), ("diep**", "**")])
def test_a_raised_mark_is_its_digits(text: str, label: str) -> None:
    assert next(candidates_in(text, [(4, len(text))])).label == label


def test_a_call_behind_a_date_is_no_decimal() -> None:
    (dated,) = candidates_in("uit mei 2031.4 Daarna")
    (decimal,) = candidates_in("met 2031.4 euro")
    assert dated.score > 1 > decimal.score


@pytest.mark.parametrize(("text", "label"), [("zee.1° In", "10"), ("zee.'4 In", "14"), ("zee. 3 ' In", "31")])
def test_a_digit_that_a_scan_shows_as_a_sign(text: str, label: str) -> None:
    assert [(m.label, m.end - m.start) for m in candidates_in(text) if m.kind == "misread"] == [(label, 0)]
