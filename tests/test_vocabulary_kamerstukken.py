"""The heading of a published paper."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.kamerstukken import (
    dossier_line,
    is_letter,
    is_publisher,
    number_line,
    session_in,
    shown_by_site,
)


@pytest.mark.parametrize("word", sorted(words("reprint")))
def test_every_word_for_a_reprint(word: str) -> None:
    found = number_line(f"Nr. 45 {word}1 BRIEF VAN DE MINISTER")
    assert found is not None
    assert (found.number, found.heading, found.calls) == ("45", "BRIEF VAN DE MINISTER", ("1",))


@pytest.mark.parametrize("phrase", sorted(words("letter_from")))
def test_every_word_for_a_letter(phrase: str) -> None:
    assert is_letter(f"{phrase} de minister")
    assert is_letter(f"NADERE {phrase.upper()} DE MINISTER")
    assert not is_letter(f"verslag van een {phrase} de minister")


@pytest.mark.parametrize(
    ("text", "dossier"),
    [
        ("99 123 Sloten", ("99123", "Sloten")),
        ("99.123", ("99123", None)),
        ("36 600 XIV Begroting", ("36600-XIV", "Begroting")),
        ("21501-02 Raad", ("21501-02", "Raad")),
        ("99 123 (R 1234) Sloten", ("99123", "Sloten")),
    ],
)
def test_dossier(text: str, dossier: tuple[str, str | None]) -> None:
    assert dossier_line(text) == dossier


@pytest.mark.parametrize("text", ["9 912", "991234 Sloten", "99 123 456", ""])
def test_no_dossier(text: str) -> None:
    assert dossier_line(text) is None


@pytest.mark.parametrize("text", ["Nr. twee", "a BRIEF", "x" * 500, ""])
def test_no_number(text: str) -> None:
    assert number_line(text) is None


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Vergaderjaar 2030-2031", "2030-2031"),
        ("Tweede Kamer der Staten-Generaal2030-203199123", "2030-2031"),
        ("2030-2031", "2030-2031"),
        ("Sloten 2030-2031", None),
    ],
)
def test_session(text: str, session: str | None) -> None:
    assert session_in(text) == session


def test_publisher() -> None:
    assert is_publisher("Tweede Kamer der Staten-Generaal 2")
    assert not is_publisher("Aan de Tweede Kamer der Staten-Generaal")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kamerstuk 99123-45", ("dossier", "99123")),
        ("Kamerstuk 99123-02-45", ("dossier", "99123-02")),
        ("Kamerstuk 99123-A-45", ("dossier", "99123-A")),
        ("Kamerstuk 99123-AB", ("dossier", "99123")),
        ("Kenmerk 99123 (R1234), nr. D", ("number", "D")),
        ("Dossier: Sloten", ("dossier_title", "Sloten")),
        ("Gepubliceerd: 3 mei 2031", ("date", "3 mei 2031")),
        ("Officiële titel Onderhoud; van sloten; Brief regering; Diepe sloten", ("subject", "Diepe sloten")),
        ("Sloten", None),
    ],
)
def test_site(text: str, told: tuple[str, str] | None) -> None:
    assert shown_by_site(text) == told
