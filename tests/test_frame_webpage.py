"""The frame of a web page above a letter."""

from __future__ import annotations

import datetime as dt

import pytest

import kamerbrief
from kamerbrief.vocabulary import words

PAGE = """Brief over de sloten in de polder

Kamerstuk: Kamerbrief | 17-10-2023
Ministerie van Infrastructuur en Waterstaat

Minister Testman informeert de Tweede Kamer over de sloten.

De sloten zijn dit jaar op tijd geschoond, zo heb ik vastgesteld.
"""


def test_site_tells_date_ministry_and_chamber() -> None:
    brief = kamerbrief.parse(PAGE)
    assert brief.form == "plain"
    assert brief.date == dt.date(2023, 10, 17)
    assert brief.sender.ministry is not None
    assert brief.sender.ministry.abbreviation == "IenW"
    assert brief.recipient.chamber == "tweede_kamer"


def test_title_of_the_site_is_no_subject() -> None:
    assert kamerbrief.parse(PAGE).subject is None


def test_summary_is_no_part_of_the_letter() -> None:
    brief = kamerbrief.parse(PAGE)
    assert [block.text for section in brief.sections for block in section.blocks] == [
        "De sloten zijn dit jaar op tijd geschoond, zo heb ik vastgesteld."
    ]
    assert [part.text for part in brief.furniture if part.kind == "chrome"] == [
        "Brief over de sloten in de polder",
        "Minister Testman informeert de Tweede Kamer over de sloten.",
    ]


def test_letter_that_names_a_kamerstuk_has_no_frame() -> None:
    brief = kamerbrief.parse("De brief staat in Kamerstuk 31 322, nr. 12 van 17-10-2023.\n\nDe sloten zijn geschoond.")
    assert brief.date is None
    assert [part for part in brief.furniture if part.kind == "chrome"] == []


@pytest.mark.parametrize(
    ("below", "annexes"),
    [
        ("Bij deze brief\nDiepte van sloten in 2023\nDelen", []),
        ("Bijlage 1\nDiepte van sloten in 2023", ["Bijlage 1"]),
        ("Toelichting\nDe sloten zijn een meter diep.", ["Toelichting"]),
        ("Tabel 1 Diepte in meters\nSloot 2022 2023\nDe vaart 1,2 1,3", ["Tabel 1 Diepte in meters"]),
    ],
)
def test_titles_below_the_signature_are_links_of_the_site(below: str, annexes: list[str]) -> None:
    brief = kamerbrief.parse(
        "Nieuws\n\nGeachte voorzitter,\n\nDe sloten zijn geschoond.\n\nHoogachtend,\n\n"
        f"DE MINISTER VAN DEFENSIE\nP. Testman\n\n{below}"
    )
    assert [section.title for section in brief.annexes] == annexes
    chrome = [part.text for part in brief.furniture if part.kind == "chrome"]
    assert (brief.annexes == ()) == (len(chrome) > 1)


def test_titles_below_a_letter_that_no_site_frames_are_an_annex() -> None:
    brief = kamerbrief.parse(
        "Geachte voorzitter,\n\nDe sloten zijn geschoond.\n\nHoogachtend,\n\n"
        "DE MINISTER VAN DEFENSIE\nP. Testman\n\nSloten in 2031\nDe lange vaart"
    )
    assert brief.annexes


PAPER = """27 999 Sloten
Nr. 123 BRIEF VAN DE MINISTER VAN DEFENSIE
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 4 maart 2031
De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de
boeren van Veendijk en omstreken, die daarvoor een hele week samen werkten.
De Minister van Defensie, A.B. Testman
"""
LISTED = ["Ondertekenaars", "-", "Eerste ondertekenaar", "A.B. Testman, minister van Defensie"]


def test_list_of_signers_below_a_paper_is_of_the_site() -> None:
    brief = kamerbrief.parse(PAPER + "\n".join(LISTED))
    assert [part.text for part in brief.furniture if part.kind == "chrome"] == LISTED
    assert not brief.annexes


RECORD = """[overzicht] [activiteiten]
Diepe sloten in de polder
Onderhoud van sloten
{}
Nummer: 2031D12345, datum: 2031-03-05, bijgewerkt: 2031-04-19 10:56, versie: 3
Onderdeel van zaak 2031Z12345:
- Indiener: A.B. Testman, minister van Defensie
{} (origineel)
"""
TEXT = """Geachte voorzitter,

De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht.

(w.g.) A.B. Testman

Minister van Defensie
"""


@pytest.mark.parametrize("kind", sorted(words("letter_records")))
@pytest.mark.parametrize("preview", sorted(words("previews")))
def test_the_record_above_a_document(kind: str, preview: str) -> None:
    brief = kamerbrief.parse(RECORD.format(kind, preview) + TEXT)
    assert (brief.subject, brief.date) == ("Diepe sloten in de polder", dt.date(2031, 3, 5))
    assert [block.text for section in brief.sections for block in section.blocks] == [TEXT.splitlines()[2]]
    assert [part.text for part in brief.furniture][-1] == f"{preview} (origineel)"


def test_the_record_above_a_paper() -> None:
    brief = kamerbrief.parse(RECORD.format("Brief regering", "Preview document") + PAPER)
    assert (brief.subject, brief.date) == ("Diepe sloten in de polder", dt.date(2031, 3, 4))
    assert brief.kamerstuk is not None
    assert brief.kamerstuk.dossiers == ("27999",)


def test_a_letter_that_has_its_own_subject() -> None:
    brief = kamerbrief.parse(RECORD.format("Brief regering", "Preview document") + "Betreft: Sloten\n\n" + TEXT)
    assert brief.subject == "Sloten"
    assert not [one for one in brief.diagnostics if one.code == "repeated-field"]


def test_a_document_that_is_no_letter_or_no_record() -> None:
    assert kamerbrief.parse(RECORD.format("Motie", "Preview document") + TEXT).subject is None
    assert kamerbrief.parse(RECORD.format("Brief regering", "Document") + TEXT).date is None


SUMMED_UP = """Ministerie van Defensie

Sloten in de polder

De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren.

DE MINISTER VAN DEFENSIE,

A.B. Testman

Datum 3 mei 2031
Ons kenmerk D/2031014684
Onderwerp Diepe sloten
De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren.
Zij deden daar een week over.
DE MINISTER VAN DEFENSIE
A.B. Testman
"""


def test_a_summary_with_the_words_of_the_letter() -> None:
    brief = kamerbrief.parse(SUMMED_UP)
    assert (brief.subject, brief.kenmerk, brief.date) == ("Diepe sloten", "D/2031014684", dt.date(2031, 5, 3))
    assert "".join(block.text for section in brief.sections for block in section.blocks).count("Veendijk") == 1
    assert (len(brief.signatories), brief.annexes) == (1, ())
    assert brief.fields[0].name == "ministry"


def test_words_that_do_not_come_again_are_no_summary() -> None:
    brief = kamerbrief.parse(SUMMED_UP.replace("De sloten", "De grachten", 1))
    assert "DE MINISTER VAN DEFENSIE," not in [part.text for part in brief.furniture]


def test_a_letter_with_an_annex_that_repeats_it_is_no_summary() -> None:
    said = "De sloten in het land worden de komende jaren verbreed en verdiept."
    brief = kamerbrief.parse(
        f"Geachte voorzitter,\n\n{said}\n\nHoogachtend,\n\nDe minister van Defensie,\n\nA. de Boer\n\n"
        f"Bijlage: bericht van de gemeente\nDatum: 1 mei 2031\nBetreft: sloten\n\n{said}"
    )
    assert (brief.salutation, brief.closing) == ("Geachte voorzitter,", "Hoogachtend,")


def test_the_kind_above_a_record_is_no_title() -> None:
    brief = kamerbrief.parse(
        "Brief regering\nSloten en dijken\nNummer: 2031D00001, datum: 2031-05-03, versie: 1\n"
        "Preview document\n\nGeachte voorzitter,\n\nDe sloten zijn diep.\n"
    )
    assert brief.subject == "Sloten en dijken"
