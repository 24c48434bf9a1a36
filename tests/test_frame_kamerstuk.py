"""The heading of a letter as a Chamber published it."""

import datetime as dt

import pytest
from tests.lines import ledger_of, taken, texts

import kamerbrief
from kamerbrief.frame.kamerstuk import Heading, read_heading

HEADING = """\
99 123 Onderhoud van sloten
Nr. 45 BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 4 maart 2031
De sloten zijn op diepte.
"""


def heading_of(text: str) -> Heading:
    found = read_heading(ledger_of(text))
    assert found is not None
    return found


def test_all_parts() -> None:
    ledger = ledger_of(HEADING)
    heading = read_heading(ledger)
    assert heading is not None
    assert heading.dossiers == ("99123",)
    assert heading.titles == ("Onderhoud van sloten",)
    assert heading.number == "45"
    assert heading.senders == "BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT"
    assert texts(heading.recipient) == ["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"]
    assert (heading.date, heading.place) == (dt.date(2031, 3, 4), "Den Haag")
    assert [field.name for field in heading.fields] == ["dossier", "number", "date"]
    assert {role for role, _ in taken(ledger)} == {"kamerstuk", "recipient"}
    assert texts(ledger.rest()) == ["De sloten zijn op diepte."]


@pytest.mark.parametrize(
    "text",
    [
        "De sloten zijn op diepte.\nNr. 45 is de langste.",
        "Nr. 45\nDe sloten zijn op diepte.\nDe dijken ook.",
        "99 123 Onderhoud van sloten\nNr. 45 VERSLAG VAN EEN OVERLEG",
        "Uit de brief van de minister van Justitie blijkt dat.",
        "",
    ],
)
def test_no_heading(text: str) -> None:
    assert read_heading(ledger_of(text)) is None


@pytest.mark.parametrize("dated", ["Vastgesteld", "Ontvangen", "Voorgesteld"])
def test_a_dossier_and_a_date_tell_a_paper_without_its_session(dated: str) -> None:
    heading = heading_of(f"99 123 Sloten\n\nNr. 45 VERSLAG VAN EEN OVERLEG\n\n{dated} 4 maart 2031\n\nDe sloten.")
    assert (heading.dossiers, heading.number, heading.date) == (("99123",), "45", dt.date(2031, 3, 4))


def test_a_paper_without_offices_in_its_heading_is_sent_by_who_signs() -> None:
    brief = kamerbrief.parse(
        "99 123 Sloten\n\nC MEMORIE VAN ANTWOORD\n\nOntvangen 26 april 2019\n\nDe regering heeft gelezen wat is "
        "gevraagd.\n\nDe Staatssecretaris van Sociale Zaken en Werkgelegenheid, A. Sluis"
    )
    assert brief.sender.ministry is not None
    assert (brief.sender.ministry.abbreviation, brief.sender.evidence) == ("SZW", ("signature",))


@pytest.mark.parametrize(
    ("line", "dossier", "title"),
    [
        ("99 123 Sloten", "99123", "Sloten"),
        ("99.123 Sloten", "99123", "Sloten"),
        ("99123 Sloten", "99123", "Sloten"),
        ("99 123 XIV Begroting van de sloten", "99123-XIV", "Begroting van de sloten"),
        ("99 123-XIV Begroting van de sloten", "99123-XIV", "Begroting van de sloten"),
        ("99 123 A Begroting van het Slotenfonds", "99123-A", "Begroting van het Slotenfonds"),
        ("99 123 (R 1234) Goedkeuring van het Slotenverdrag", "99123", "Goedkeuring van het Slotenverdrag"),
    ],
)
def test_dossier(line: str, dossier: str, title: str) -> None:
    heading = heading_of(f"{line}\nNr. 45 BRIEF VAN DE MINISTER VAN JUSTITIE")
    assert (heading.dossiers, heading.titles) == ((dossier,), (title,))


def test_stacked_dossiers_with_wrapped_titles() -> None:
    heading = heading_of(
        "99 123 Onderhoud van sloten\nin het veen\n99 124 Onderhoud van dijken\n"
        "Nr. 45 BRIEF VAN DE MINISTER VAN JUSTITIE"
    )
    assert heading.dossiers == ("99123", "99124")
    assert heading.titles == ("Onderhoud van sloten in het veen", "Onderhoud van dijken")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Nr. 45 BRIEF VAN DE MINISTER VAN JUSTITIE", "45"),
        ("nr 45 Brief van de minister van Justitie", "45"),
        ("NR. 45\nBRIEF VAN DE MINISTER VAN JUSTITIE", "45"),
        ("B BRIEF VAN DE MINISTER VAN JUSTITIE", "B"),
        ("AB\nBRIEF VAN DE MINISTER VAN JUSTITIE", "AB"),
        ("nr. 306b\nBRIEF VAN DE MINISTER VAN JUSTITIE", "306b"),
    ],
)
def test_number(line: str, number: str) -> None:
    assert heading_of(f"99 123 Sloten\n{line}").number == number


def test_offices_over_several_lines() -> None:
    heading = heading_of(
        "99 123 Sloten\nNr. 45 BRIEF VAN DE MINISTERS VAN JUSTITIE EN\nVAN FINANCIËN\n"
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\nDen Haag, 4 maart 2031\nTekst."
    )
    assert heading.senders == "BRIEF VAN DE MINISTERS VAN JUSTITIE EN VAN FINANCIËN"


def test_offices_on_one_line_longer_than_a_sentence() -> None:
    offices = "BRIEF VAN DE MINISTERS VAN " + " EN VAN ".join(["VOLKSHUISVESTING, RUIMTELIJKE ORDENING"] * 6)
    heading = heading_of(f"99 123 Sloten\nnr. 45\n{offices}\n’s-Gravenhage, 4 maart 1999\nTekst.")
    assert (heading.senders, heading.date) == (offices, dt.date(1999, 3, 4))


def test_dossier_number_and_offices_on_one_line() -> None:
    ledger = ledger_of(
        "Naar de inhoud\n\nBegroting Slotenfonds 2031\n\n99123 A 45 BRIEF VAN DE MINISTER VAN JUSTITIE\n\n"
        "Vergaderjaar 2030-2031\n\nNr. 45\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        "Den Haag, 4 maart 2031\n\nDe sloten zijn op diepte."
    )
    heading = read_heading(ledger)
    assert heading is not None
    assert (heading.dossiers, heading.titles, heading.number, heading.session_year) == (
        *(("99123-A",), ("Begroting Slotenfonds 2031",), "45", "2030-2031"),
    )
    assert (heading.senders, heading.date) == ("BRIEF VAN DE MINISTER VAN JUSTITIE", dt.date(2031, 3, 4))
    assert texts(ledger.rest()) == ["De sloten zijn op diepte."]
    assert ("chrome", "Nr. 45") in taken(ledger)


@pytest.mark.parametrize(
    "line", ["99123 A 45 Brief aan de molenaars", "99123 A BRIEF VAN DE MINISTER", "20000 45 SLOTEN VAN HET VEEN"]
)
def test_other_lines_with_a_dossier(line: str) -> None:
    assert read_heading(ledger_of(f"Sloten\n{line}\nDe sloten zijn op diepte.")) is None


def test_a_reprint_calls_its_note() -> None:
    heading = heading_of("99 123 Sloten\nNr. 45 HERDRUK1 BRIEF VAN DE MINISTER VAN JUSTITIE")
    assert heading.calls == ("1",)
    assert heading.number == "45"


def test_session_and_publisher_above_the_dossier() -> None:
    ledger = ledger_of(f"Tweede Kamer der Staten-Generaal\nVergaderjaar 2030-2031\nZoeken\n{HEADING}")
    heading = read_heading(ledger)
    assert heading is not None
    assert heading.session_year == "2030-2031"
    assert [field.name for field in heading.fields][:2] == ["publisher", "session_year"]
    assert ("chrome", "Zoeken") in taken(ledger)  # not of the heading: the site around it


def test_a_date_with_an_apostrophe_in_its_place() -> None:
    heading = heading_of(
        "99 123 Sloten\nNr. 45 BRIEF VAN DE MINISTER VAN JUSTITIE\n’s-Gravenhage, 4 maart 1999\nTekst."
    )
    assert (heading.date, heading.place) == (dt.date(1999, 3, 4), "’s-Gravenhage")


def test_without_addressee_and_date_the_body_begins_at_once() -> None:
    long = "De sloten achter de molen " + "van Veendijk " * 12 + "zijn op diepte."
    ledger = ledger_of(f"99 123 Sloten\nNr. 45 BRIEF VAN DE MINISTER VAN JUSTITIE\n{long}")
    heading = read_heading(ledger)
    assert heading is not None
    assert (heading.date, heading.recipient) == (None, [])
    assert texts(ledger.rest()) == [long]


def test_the_frame_of_a_web_page_tells_dossier_title_and_subject() -> None:
    heading = heading_of(
        "Kamerstuk 99123-45\nDossier: Onderhoud van sloten\nBrief regering : Diepe sloten\n"
        "Nr. 45 BRIEF VAN DE MINISTER VAN JUSTITIE"
    )
    assert (heading.dossiers, heading.titles, heading.subject) == (
        ("99123",),
        ("Onderhoud van sloten",),
        "Diepe sloten",
    )


@pytest.mark.parametrize(
    ("number", "chamber", "found"),
    [
        ("306b", "Eerste", "kst-20012002-27123-306b"),
        ("306", "Eerste", "kst-20012002-27123-306"),
        ("306", "Tweede", "kst-27123-306"),
    ],
)
def test_papers_of_both_chambers_had_numbers(number: str, chamber: str, found: str) -> None:
    brief = kamerbrief.parse(
        f"27 123\nSloten\n\nnr. {number}\nBRIEF VAN DE MINISTER VAN JUSTITIE\n\n"
        f"Aan de Voorzitter van de {chamber} Kamer der Staten-Generaal\n\nDen Haag, 4 maart 2002\n\nTekst."
    )
    assert brief.kamerstuk is not None
    assert brief.kamerstuk.id == found


def test_a_title_below_the_number_that_a_site_shows_is_the_subject() -> None:
    heading = heading_of(
        "Kamerstuk 99123-45\nDiepe sloten in het veen\nGepubliceerd: 3 mei 2031\nNr. 45 BRIEF VAN DE MINISTER"
    )
    assert heading.subject == "Diepe sloten in het veen"
    heading = heading_of("Kamerstuk 99123-45\nBrief van de minister\nNr. 45 BRIEF VAN DE MINISTER VAN DEFENSIE")
    assert heading.subject is None


def test_the_session_above_a_line_that_names_the_dossier_is_no_title() -> None:
    heading = heading_of(
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2030-2031\n99123 XIV 45 BRIEF VAN DE MINISTER VAN JUSTITIE"
    )
    assert (heading.titles, heading.session_year) == ((), "2030-2031")


LETTERHEAD = """\
Onze referentie
99123
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA
DEN HAAG
Aan de Voorzitter van de Eerste Kamer der Staten-Generaal
Postbus 20017
2500 EA
DEN HAAG
Datum 3 mei 2031
Betreft Sloten

Geachte voorzitter,

De sloten zijn op diepte.
"""


def test_a_letterhead_is_no_paper() -> None:
    brief = kamerbrief.parse(LETTERHEAD)
    assert (brief.kamerstuk, brief.kenmerk, brief.salutation) == (None, "99123", "Geachte voorzitter,")


@pytest.mark.parametrize("words", ["VERSLAG\nVastgesteld 12 april 2031", "BRIEF VAN DE MINISTER VAN JUSTITIE"])
def test_a_paper_behind_a_letter_is_not_its_heading(words: str) -> None:
    brief = kamerbrief.parse(f"{LETTERHEAD}\nBijlage 1\n99 123 Wijziging van de Slotenwet\nNr. 4 {words}\n\nTekst.")
    assert (brief.kamerstuk, brief.date) == (None, dt.date(2031, 5, 3))


@pytest.mark.parametrize("also", ["", "en de Voorzitter van de Tweede Kamer der Staten-Generaal\n"])
def test_a_paper_with_a_number_is_not_of_the_eerste_kamer_since_2004(also: str) -> None:
    heading = HEADING.replace("Tweede", "Eerste").replace("Den Haag, 4", f"{also}Den Haag, 4")
    brief = kamerbrief.parse(heading)
    assert brief.kamerstuk is not None
    assert brief.kamerstuk.id == "kst-99123-45"


def test_what_a_site_says_of_a_paper_is_enough() -> None:
    heading = heading_of(
        "Kamerstuk 99123-02-45\nDossier: Onderhoud van sloten\nGepubliceerd: 3 mei 2031\n"
        "Nr. 45 ADVIES RAAD VAN STATE EN NADER RAPPORT\nHieronder is het advies opgenomen."
    )
    assert (heading.dossiers, heading.number, heading.date) == (("99123-02",), "45", dt.date(2031, 5, 3))


@pytest.mark.parametrize(("shown", "number"), [("", ""), ("Kenmerk 99123, nr. D\n", "D")])
def test_a_paper_whose_number_was_lost(shown: str, number: str) -> None:
    brief = kamerbrief.parse(
        f"{shown}Eerste Kamer der Staten-Generaal\nVergaderjaar 2030-2031\n99 123\nOnderhoud van sloten\n"
        "BRIEF VAN DE MINISTER VAN DEFENSIE\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n"
        "Den Haag, 4 maart 2031\nDe sloten zijn op diepte."
    )
    assert brief.kamerstuk is not None
    assert (brief.kamerstuk.dossiers, brief.kamerstuk.number) == (("99123",), number)
    assert brief.kamerstuk.id == ("kst-99123-D" if number else None)
    assert (brief.sender.roles, str(brief.date)) == (("minister van Defensie",), "2031-03-04")


def test_who_is_addressed_tells_a_paper_of_any_kind() -> None:
    heading = heading_of(
        "99 123 Sloten\nNr. 2 RAPPORT BIJ HET JAARVERSLAG\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n"
        "’s-Gravenhage, 4 maart 2031\nHierbij bieden wij het rapport aan."
    )
    assert (heading.number, heading.date) == ("2", dt.date(2031, 3, 4))


MOTION = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2030-2031

39 876   Onderhoud van sloten

Nr. 7    {}
Voorgesteld 3 mei 2031

De Kamer,

gehoord de beraadslaging,

verzoekt de regering de sloten achter de molen van Veendijk op diepte te brengen.
"""


def test_a_paper_that_is_no_letter() -> None:
    brief = kamerbrief.parse(MOTION.format("MOTIE VAN HET LID DE BOER"))
    assert (brief.form, str(brief.date)) == ("kamerstuk", "2031-05-03")
    assert brief.kamerstuk is not None
    assert (brief.kamerstuk.dossiers, brief.kamerstuk.titles, brief.kamerstuk.number, brief.kamerstuk.session_year) == (
        *(("39876",), ("Onderhoud van sloten",), "7", "2030-2031"),
    )
    assert brief.sections[0].blocks[0].text.startswith("De Kamer,")


@pytest.mark.parametrize(
    "text",
    [
        MOTION.format("Motie van het lid De Boer"),
        MOTION.format("MOTIE VAN HET LID DE BOER").replace("39 876", "De"),
        MOTION.format("MOTIE VAN HET LID DE BOER").replace("Vergaderjaar", "In").replace("Voorgesteld", "Op"),
    ],
)
def test_a_number_and_a_title_alone_are_no_paper(text: str) -> None:
    assert kamerbrief.parse(text).form != "kamerstuk"
