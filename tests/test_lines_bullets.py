"""Marks that open a list item."""

import pytest

from kamerbrief.lines.bullets import bullet_of


@pytest.mark.parametrize(
    ("text", "shown", "family", "rest"),
    [
        ("• Sloten", "•", "•", "Sloten"),
        ("•Sloten", "•", "•", "Sloten"),
        ("- Sloten", "-", "-", "Sloten"),
        ("– Sloten", "–", "–", "Sloten"),
        ("o Sloten", "o", "o", "Sloten"),
        ("1. Sloten", "1.", "number", "Sloten"),
        ("(2) Sloten", "(2)", "number", "Sloten"),
        ("3° Sloten", "3°", "number", "Sloten"),
        ("a) Sloten", "a)", "letter", "Sloten"),
        ("b. Sloten", "b.", "letter", "Sloten"),
        ("ii. Sloten", "ii.", "roman", "Sloten"),
        ("(IV) Sloten", "(IV)", "roman", "Sloten"),
        ("-sloten", "-", "-", "sloten"),
        ("• 1. Sloten", "1.", "number", "Sloten"),
        ("• a) Sloten", "a)", "letter", "Sloten"),
        ("• 1 sloot", "•", "•", "1 sloot"),
    ],
)
def test_marker(text: str, shown: str, family: str, rest: str) -> None:
    marker = bullet_of(text)
    assert marker is not None
    assert (marker.shown, marker.family, text[marker.end :]) == (shown, family, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Sloten",
        "2031. De eerste sloot",  # a year ends the sentence above
        "1.5 meter",
        "12,5 meter",
        "A. Testman",  # initials
        "ons werk",
        "-5 graden",
        "3 sloten",
        "",
    ],
)
def test_no_marker(text: str) -> None:
    assert bullet_of(text) is None


@pytest.mark.parametrize(("text", "firm"), [("• Sloten", True), ("- Sloten", False), ("1. Sloten", False)])
def test_only_a_bullet_is_firm(text: str, firm: bool) -> None:  # noqa: FBT001 - a row of the table
    marker = bullet_of(text)
    assert marker is not None
    assert marker.firm is firm


def test_a_dash_without_a_blank_is_tight() -> None:
    tight, loose = bullet_of("-sloten"), bullet_of("- sloten")
    assert tight is not None
    assert loose is not None
    assert (tight.tight, loose.tight) == (True, False)


@pytest.mark.parametrize(("text", "family"), [("•", "•"), ("-", "-"), ("1.", "number"), ("(a)", "letter")])
def test_alone_on_its_line(text: str, family: str) -> None:
    marker = bullet_of(text)
    assert marker is not None
    assert (marker.family, marker.end) == (family, len(text))
