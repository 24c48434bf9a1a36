"""Signatures on the line of the last sentence."""

from __future__ import annotations

import pytest
from tests.lines import lines_of, texts

import kamerbrief
from kamerbrief.ending.joined import split_joined

TEXT = (
    "Hierbij zend ik u het rapport over de sloten achter de molen van Veendijk en omstreken, dat de boeren dit jaar "
    "hebben gemaakt. De minister van Defensie is daarbij niet betrokken geweest, want er varen geen schepen."
)
MINISTER = "De minister van Financiën, A.B. Testman"
SECRETARY = "De staatssecretaris van Defensie, C. van der Sluis,"


@pytest.mark.parametrize("signed", [[MINISTER], [SECRETARY], [MINISTER, SECRETARY]])
def test_they_are_parted(signed: list[str]) -> None:
    assert texts(split_joined(lines_of(" ".join([TEXT, *signed])))) == [TEXT, *signed]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"{TEXT} {MINISTER} ondertekent.",
        f"{TEXT.rstrip('.')} {MINISTER}",
        f"De sloot is diep. {MINISTER}",
    ],
)
def test_other_lines_are_whole(text: str) -> None:
    assert texts(split_joined(lines_of(text))) == [text]


@pytest.mark.parametrize("below", ["en zijn ambtgenoot waren erbij.", "De dijk ook.\n\nHoogachtend,", SECRETARY])
def test_what_is_signed_below_is_not_signed_above(below: str) -> None:
    lines = lines_of(f"{TEXT} {MINISTER}\n\n{below}")
    assert texts(split_joined(lines)) == texts(lines)


def test_a_letter() -> None:
    brief = kamerbrief.parse(f"Geachte voorzitter,\n\n{TEXT} {MINISTER} {SECRETARY}")
    assert [(one.role, one.name) for one in brief.signatories] == [
        ("minister van Financiën", "A.B. Testman"),
        ("staatssecretaris van Defensie", "C. van der Sluis"),
    ]
    assert brief.sections[0].blocks[0].text == TEXT
