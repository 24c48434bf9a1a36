"""What is said around a signature."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.signing import (
    decided_by,
    is_acting,
    is_on_behalf,
    is_remark,
    mandate_rest,
    may_precede_office,
    opens_with_office,
    second_office,
    signed_name,
)


@pytest.mark.parametrize("phrase", sorted(words("mandates")))
def test_every_mandate(phrase: str) -> None:
    assert mandate_rest(f"{phrase},") == ""
    assert mandate_rest(f"{phrase.upper()}, de directeur Sloten") == "de directeur Sloten"
    assert mandate_rest(f"de {phrase}") is None


@pytest.mark.parametrize("phrase", sorted(words("remarks")))
def test_every_remark(phrase: str) -> None:
    assert is_remark(f"({phrase})")
    assert is_remark(phrase.upper())
    assert not is_remark(f"{phrase} A.B. Testman")


@pytest.mark.parametrize("text", ["[Ondertekenaar 1]", "10.2.e", "w g", "(w.g)"])
def test_other_remarks(text: str) -> None:
    assert is_remark(text)


@pytest.mark.parametrize("phrase", sorted(words("signed")))
def test_every_word_for_signed(phrase: str) -> None:
    assert signed_name(f"({phrase}) A.B. Testman") == "A.B. Testman"
    assert signed_name(f"{phrase}: A.B. Testman,") == "A.B. Testman"


@pytest.mark.parametrize("text", ["de directeur A.B. Testman", "de sloot is diep", ""])
def test_nobody_signed(text: str) -> None:
    assert signed_name(text) is None


@pytest.mark.parametrize("phrase", sorted(words("on_behalf")))
def test_every_word_for_on_behalf(phrase: str) -> None:
    assert is_on_behalf(f"{phrase} de minister van Sloten")
    assert not is_on_behalf(f"ook {phrase} de minister van Sloten")


@pytest.mark.parametrize(
    "text",
    ["De minister van Sloten", "namens de Staatssecretaris", "mede namens de minister", "DEMISSIONAIR MINISTER VAN"],
)
def test_office(text: str) -> None:
    assert opens_with_office(text)


@pytest.mark.parametrize("text", ["De ministers", "De sloot van de minister", ""])
def test_no_office(text: str) -> None:
    assert not opens_with_office(text)


def test_one_office_is_no_pair() -> None:
    assert second_office("De minister van Sloten, De Ministervan Vaarten,") == len("De minister van Sloten, ")
    assert second_office("De minister van Sloten,") == 0


@pytest.mark.parametrize(("text", "expected"), [("", True), ("namens de ", True), ("voor de", True), ("aan de", False)])
def test_words_before_an_office(text: str, expected: bool) -> None:  # noqa: FBT001
    assert may_precede_office(text) is expected


@pytest.mark.parametrize(("text", "expected"), [("a.i.", True), (", a. i.", True), ("", False), ("b.d.", False)])
def test_acting(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_acting(text) is expected


def test_decided() -> None:
    assert decided_by("conform het door de minister van Sloten genomen besluit,") == "de minister van Sloten"
    assert decided_by("conform het besluit") is None
