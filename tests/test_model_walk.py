"""Ways through a letter, and a letter at a glance."""

from __future__ import annotations

import pytest
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import Block, Footnote, Section, Where

LETTER = """Den Haag, 3 mei 2024

Geachte voorzitter,

De sloot<sup>1</sup> is diep.

# 1. Dijken

De dijk is hoog, zie Kamerstuk 31 322, nr. 7.

## Bij hoog water

Dan is hij <nat> & zwaar.

Hoogachtend,

De Minister van Infrastructuur en Waterstaat,



A.B. de Boer

Bijlage 1

Overzicht van de metingen per maand.

1 Sloten van het noorden.
"""
BRIEF = kamerbrief.parse(LETTER)


def test_walk_gives_each_block_with_its_place() -> None:
    assert [(one.where.section, one.where.block, one.titles, one.annex) for one in BRIEF.walk()] == [
        ((0,), 0, (), False),
        ((1,), 0, ("1. Dijken",), False),
        ((1, 0), 0, ("1. Dijken", "Bij hoog water"), False),
        ((0,), 0, ("Bijlage 1",), True),
    ]
    assert [one.annex for one in BRIEF.walk(annexes=False)] == [False] * 3


def test_walk_and_at_agree_on_all_fixtures() -> None:
    for path in (path for case in cases() for path in renditions(case)):
        brief = kamerbrief.parse(source_of(path))
        for block, where, way, titles, annex in brief.walk():
            assert brief.at(where) is block
            assert way[-1].blocks[where.block or 0] is block
            assert titles == tuple(section.heading for section in way if section.heading)
            assert annex is where.annex
        for reference in brief.references:
            assert reference.where
            assert isinstance(brief.at(reference.where), (Block, Footnote, Section))


def test_text_is_that_of_the_body() -> None:
    assert BRIEF.text.split("\n\n") == [
        "De sloot is diep.",
        "1. Dijken",
        "De dijk is hoog, zie Kamerstuk 31 322, nr. 7.",
        "Bij hoog water",
        "Dan is hij <nat> & zwaar.",
    ]


def test_footnote() -> None:
    assert BRIEF.footnote("1").text == "Sloten van het noorden."
    with pytest.raises(LookupError, match="no note '2'"):
        BRIEF.footnote("2")


def test_at_gives_titles_and_notes() -> None:
    assert BRIEF.at(Where(section=(1, 0))) is BRIEF.sections[1].sections[0]
    assert BRIEF.at(Where(footnote="1")) is BRIEF.footnotes[0]
    assert BRIEF.at(Where(section=(0,), annex=True)) is BRIEF.annexes[0]


@pytest.mark.parametrize(
    "where",
    [
        Where(),
        Where(section=(9,)),
        Where(section=(-1,)),
        Where(section=(0,), block=1),
        Where(section=(0,), block=-1),
        Where(section=(1,), annex=True),
        Where(footnote="3"),
    ],
)
def test_at_finds_nothing(where: Where) -> None:
    with pytest.raises(LookupError):
        BRIEF.at(where)


def test_letter_in_one_line() -> None:
    assert repr(BRIEF) == str(BRIEF) == "Kamerbrief(2024-05-03, IenW, 2 sections, 1 note, 1 reference, 1 annex)"
    assert repr(kamerbrief.parse("")) == "Kamerbrief(0 sections, 0 notes, 0 references)"
    long = kamerbrief.parse("Betreft Een onderwerp dat nooit op een regel past, hoe lang die ook is\n\nGeachte,")
    assert repr(long).startswith("Kamerbrief('Een onderwerp dat nooit op een regel pas ...', ")


def test_letter_in_a_notebook() -> None:
    letter = "Datum 3 mei 2024\nBetreft Sloten & <b>dijken</b>\n\nGeachte voorzitter,\n\nJa."
    table = kamerbrief.parse(letter)._repr_html_()
    assert table.startswith("<table><tr><th")
    assert "2024-05-03" in table
    assert "<b>" not in table.replace("&lt;b&gt;", "")
    assert "1 section, 0 notes, 0 references" in table


def test_every_reference_is_a_reference() -> None:
    assert all(isinstance(one, kamerbrief.Reference) for one in BRIEF.references)
    assert isinstance(BRIEF.references[0], kamerbrief.KamerstukReference)
    assert not isinstance(BRIEF.footnotes[0], kamerbrief.Reference)
