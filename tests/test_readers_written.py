"""Markdown of our own as lines that state what they are; whatever somebody makes of it, it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invariants import check

import kamerbrief
from kamerbrief.readers import read_text
from kamerbrief.readers.written import is_written

PIECES = [
    "<!-- kamerbrief: head -->",
    "<!-- kamerbrief: body -->",
    "<!-- kamerbrief: signature -->",
    "<!-- kamerbrief: annexes -->",
    "<!-- kamerbrief: uncalled -->",
    "\n",
    "\n\n",
    "# Kop",
    "###### 1.  Kop",
    "- een",
    "    - twee",
    "-   - drie",
    "1. vier",
    "- a) vijf",
    "> zes",
    "| a | b |",
    "|  |",
    "| --- | --- |",
    "|",
    "![zeven]()",
    "[^1]",
    "[^1]: noot",
    "[^1--2]: noot",
    "[^]:",
    "**vet**",
    "***",
    "*",
    "\\",
    "\\*",
    "Hoogachtend,",
    "De Minister van Defensie,\\",
    "A.B. de Boer",
    "- Datum: 3 mei 2024",
    "Geachte voorzitter,",
    "Betreft: Dijken",
    "\f",
    "\t",
    "31 322 Dijken",
    "Nr. 7 BRIEF VAN DE MINISTER",
    "🙂",
    "\ud800",
]


PROMISES = ("nobody claims", "lies outside", "holds nothing", "does not come back", "another letter", "a part outside")
"""What holds of any text; marks of our own that stand where they mean nothing may change what a part says."""


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_whatever_follows_the_mark_is_read(text: str) -> None:
    for written in (f"<!-- kamerbrief: head -->\n{text}", f"<!-- kamerbrief: body -->\n\n{text}"):
        assert is_written(written)
        brief = kamerbrief.parse(written)
        broken = [one for one in check(written, brief) if any(promise in one for promise in PROMISES)]
        assert broken == []


@pytest.mark.parametrize("text", ["<!-- image -->", "<!-- kamerbrief: tail -->", " <!-- kamerbrief: body -->", "tekst"])
def test_other_markdown(text: str) -> None:
    assert not is_written(text)
    assert all(line.hint.certainty != "exact" for page in read_text(text).pages for line in page.lines)


def test_places_lead_back_to_the_source() -> None:
    text = "<!-- kamerbrief: body -->\n\nDe \\*sloot\\*[^1] is diep.\n\n[^1]: Van \\[Dijk\\].\n"
    brief = kamerbrief.parse(text)
    assert text[brief.sections[0].blocks[0].span.slice] == "De \\*sloot\\*[^1] is diep."
    assert brief.sections[0].blocks[0].text == "De *sloot* is diep."
    assert brief.footnotes[0].text == "Van [Dijk]."
    assert text[brief.footnotes[0].span.slice] == "[^1]: Van \\[Dijk\\]."


def test_time_is_linear() -> None:
    lines = "| a | b |\n- een[^1]\n\\*\\*twee\\*\\*\n" * 3000
    brief = kamerbrief.parse(f"<!-- kamerbrief: body -->\n{lines}\n[^1]: noot\n")
    assert len(list(brief.walk())) > 6000
