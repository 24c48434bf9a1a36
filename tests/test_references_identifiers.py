"""Official ids: the rules by kind and era."""

from __future__ import annotations

import datetime as dt

import pytest

import kamerbrief
from kamerbrief.references import identifiers


@pytest.mark.parametrize(
    ("dossier", "suffix", "number", "senate", "session", "expected"),
    [
        ("99123", None, "45", False, None, "kst-99123-45"),
        ("99123", None, "45", None, None, "kst-99123-45"),
        ("36600", "XIV", "66", False, "2024-2025", "kst-36600-XIV-66"),
        ("99123", None, "B", None, None, "kst-99123-B"),
        ("99123", None, "B", True, "2031-2032", "kst-99123-B"),
        ("31560", None, "C", True, "2008-2009", "kst-20082009-31560-C"),
        ("31560", None, "C", True, "2009-2010", "kst-20092010-31560-C"),
        ("32260", None, "A", True, "2009-2010", "kst-32260-A"),
        ("26123", None, "16", True, "2001-2002", "kst-20012002-26123-16"),
        ("26123", None, "16a", True, None, None),  # of those years the id holds the session as well
        ("29248", None, "L", True, None, None),
        ("28836", None, "A", False, "2002-2003", "kst-28836-A"),  # the Tweede Kamer used letters too
        ("4338", None, "140a", True, "1956-1957", "kst-4338-140a"),
    ],
)
def test_kamerstuk(
    dossier: str,
    suffix: str | None,
    number: str,
    senate: bool | None,  # noqa: FBT001 - a row of the table
    session: str | None,
    expected: str | None,
) -> None:
    assert identifiers.kamerstuk(dossier, suffix, number, senate=senate, session=session).id == expected


def test_a_paper_from_before_1995_has_no_page() -> None:
    assert identifiers.kamerstuk("19123", None, "3", senate=False, session="1985-1986").url is None
    assert identifiers.kamerstuk("5380", None, "3", senate=False, session=None).url is None


@pytest.mark.parametrize(
    ("kind", "year", "number", "expected"),
    [
        ("stb", "1976", "395", "stb-1976-395"),
        ("stcrt", "2008", "12345", None),
        ("stcrt", "2009", "43", None),
        ("stcrt", "2009", "12345", "stcrt-2009-12345"),
        ("trb", None, "12", None),
    ],
)
def test_gazette(kind: str, year: str | None, number: str, expected: str | None) -> None:
    assert identifiers.gazette(kind, year, number).id == expected


@pytest.mark.parametrize(
    ("kind", "first", "second", "year_may_lead", "expected"),
    [
        ("verordening", "1303", "2013", False, "32013R1303"),
        ("verordening", "2015", "63", True, "32015R0063"),
        ("verordening", "2015", "2013", False, "32013R2015"),  # both may be years: the number came first then
        ("verordening", "2015", "2016", True, "32015R2016"),
        ("verordening", "2092", "91", False, "31991R2092"),
        ("richtlijn", "2010", "75", True, "32010L0075"),
        ("besluit", "1313", "2013", True, "32013D1313"),
        ("kaderbesluit", "2002", "584", False, "32002F0584"),
        ("aanbeveling", "12", "13", False, None),
    ],
)
def test_celex(kind: str, first: str, second: str, year_may_lead: bool, expected: str | None) -> None:  # noqa: FBT001 - a row
    assert identifiers.celex(kind, first, second, year_may_lead=year_may_lead) == expected


def test_handelingen_and_questions() -> None:
    assert identifiers.handelingen("2009-2010", "12", "3", senate=False).id is None
    assert identifiers.handelingen("2010-2011", "12", None, senate=False).id is None
    assert identifiers.aanhangsel(None, "12", senate=False).id is None
    assert identifiers.aanhangsel("2031-2032", "12", senate=True).id == "ah-ek-20312032-12"


def test_rulings_of_other_countries_have_an_id_and_no_page() -> None:
    assert identifiers.ecli("DE", "BGH", "2031", "12") == identifiers.Identity("ECLI:DE:BGH:2031:12")


@pytest.mark.parametrize("day", [dt.date(2024, 9, 16), dt.date(2023, 9, 18)])
def test_session_opens_on_the_third_tuesday_of_september(day: dt.date) -> None:
    before, after = identifiers.session_on(day), identifiers.session_on(day + dt.timedelta(days=1))
    assert before == f"{day.year - 1}-{day.year}"
    assert after == f"{day.year}-{day.year + 1}"


def test_a_published_letter_has_the_id_of_its_era() -> None:
    head = "Vergaderjaar {}\n\n31 560 Sloten\n\nC BRIEF VAN DE MINISTER VAN FINANCIËN\n\n"
    letter = (
        head
        + "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\nDen Haag, 4 maart 2009\n\nDe sloot is diep.\n"
    )
    paper = kamerbrief.parse(letter.format("2008–2009")).kamerstuk
    assert paper is not None
    assert (paper.number, paper.id) == ("C", "kst-20082009-31560-C")
