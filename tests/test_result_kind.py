"""What is a letter, and what `strict` refuses since it is none."""

import pytest

import kamerbrief
from kamerbrief.vocabulary import words

NEWS = "De molen van Veendijk draait weer. Bezoekers krijgen een zakje meel mee naar huis."
SPEAKS = {
    "ik": "Op de dijk kom ik graag.",
    "uw Kamer": "De dijk van Veendijk is aan uw Kamer bekend.",
    "hierbij": "Hierbij de cijfers van de dijk.",
}
TOLD_BY = [
    "Geachte voorzitter,\n\nDe molen draait.",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDe molen draait.",
    "Datum 3 mei 2024\n\nDe molen draait.",
    "Betreft Molens\n\nDe molen draait.",
    "De molen draait.\n\nDe Minister van Defensie,\n\nA.B. de Boer",
    "Ministerie van Defensie\n\nDe molen draait.",
]


def codes_of(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in kamerbrief.parse(text).diagnostics]


def test_a_text_that_nobody_sends_is_no_letter() -> None:
    assert codes_of(NEWS) == ["not-a-letter"]
    with pytest.raises(kamerbrief.KamerbriefError, match="nobody sends it"):
        kamerbrief.parse(NEWS, strict=True)


@pytest.mark.parametrize("text", TOLD_BY)
def test_one_part_of_a_letter_tells_it(text: str) -> None:
    assert "not-a-letter" not in codes_of(text)


@pytest.mark.parametrize("word", words("sender_speaks"))
def test_a_word_of_the_sender_tells_it(word: str) -> None:
    assert "not-a-letter" not in codes_of(SPEAKS[word])
    assert set(SPEAKS) == set(words("sender_speaks"))


def test_words_inside_others_tell_nothing() -> None:
    assert codes_of("De kikker kwaakt.") == ["not-a-letter"]


@pytest.mark.parametrize("name", ["kamerbrief.pdf", "C:\\mijn brief.DOCX", "/brieven/kst-1.html\n", "  a.txt "])
def test_the_name_of_a_file_is_no_letter(name: str) -> None:
    assert codes_of(name) == ["path-as-text"]
    with pytest.raises(kamerbrief.KamerbriefError, match=r"kamerbrief\.read\(path\)"):
        kamerbrief.parse(name, strict=True)


@pytest.mark.parametrize("text", ["Ik verwijs naar\nbijlage.pdf", "Hierbij de brief.pdf van gisteren.", "ik"])
def test_a_text_that_mentions_a_file_is_no_name(text: str) -> None:
    assert "path-as-text" not in codes_of(text)
