"""Which lines are the letterhead: above the body, beside it, and inside it."""

import pytest
from tests.lines import lines_of, texts

import kamerbrief
from kamerbrief.head.letterhead import Letterhead, find_letterhead

HEAD = """\
> Retouradres Postbus 99999 2500 ZZ Den Haag

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA Den Haag

Afdeling Sloten
Veendijkseweg 12
2500 ZZ Den Haag
Ons kenmerk
SLT-2031/123

Datum 4 maart 2031
Betreft Onderhoud van sloten
"""
BODY = """\
De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de
"""


def read(text: str) -> Letterhead:
    return find_letterhead(lines_of(text))


def values_of(head: Letterhead) -> dict[str, str]:
    return {field.name: field.text for field in head.fields if field.text}


def test_head_recipient_salutation_and_body() -> None:
    head = read(f"{HEAD}\nGeachte voorzitter,\n\n{BODY}")
    assert texts(head.recipient) == [
        "Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018", "2500 EA Den Haag",
    ]  # fmt: skip
    assert values_of(head) == {
        "return_address": "Retouradres Postbus 99999 2500 ZZ Den Haag",
        "visiting_address": "Veendijkseweg 12, 2500 ZZ Den Haag",
        "kenmerk": "SLT-2031/123",
        "date": "4 maart 2031",
        "subject": "Onderhoud van sloten",
    }
    assert texts(head.units) == ["Afdeling Sloten"]
    assert head.salutation is not None
    assert head.salutation.text == "Geachte voorzitter,"
    assert texts(head.body) == [BODY.strip()]


def test_without_a_salutation_the_body_begins_behind_the_last_value() -> None:
    head = read(f"{HEAD}\n{BODY}boeren.\n")
    assert head.salutation is None
    assert texts(head.body) == [BODY.strip(), "boeren."]


def test_a_paragraph_right_below_the_subject_is_of_the_body() -> None:
    head = "Datum              4 maart 2031\nBetreft            Onderhoud van de sloten achter de molen van Veendijk\n"
    brief = kamerbrief.parse(head + " " * 92 + f"Bijlagen\n{BODY}boeren.\n" + " " * 92 + "3\n")
    assert brief.subject == "Onderhoud van de sloten achter de molen van Veendijk"
    assert brief.sections[0].blocks[0].text == f"{BODY.strip()} boeren."


@pytest.mark.parametrize("published", [True, False])
def test_a_text_without_a_head_is_all_body(published: bool) -> None:  # noqa: FBT001 - a case of the table
    head = find_letterhead(lines_of(f"{BODY}boeren van Veendijk."), published=published)
    assert texts(head.body) == [BODY.strip(), "boeren van Veendijk."]
    assert (head.fields, head.recipient, head.units, head.rest) == ([], [], [], [])


def test_the_recipient_ends_at_its_postcode() -> None:
    head = read(
        "Aan de Voorzitter van de Eerste Kamer\nPostbus 20017\n2500 EA Den Haag\nVeendijkseweg 12\nDatum 4 maart 2031"
    )
    assert texts(head.recipient) == ["Aan de Voorzitter van de Eerste Kamer", "Postbus 20017", "2500 EA Den Haag"]


def test_both_chambers() -> None:
    head = read(
        "Aan de Voorzitter van de Eerste Kamer\nPostbus 20017\n2500 EA Den Haag\n"
        "Aan de Voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag\n\nDatum 4 maart 2031\nBetreft Sloten"
    )
    assert len(head.recipient) == 6


def test_the_margin_between_two_lines_of_one_sentence() -> None:
    head = read(
        f"{HEAD}\nGeachte voorzitter,\n\n{BODY}\n\fDatum\n4 maart 2031\nOns kenmerk\nSLT-2031/123\n\n"
        "boeren van Veendijk en omstreken, die daarvoor een hele week samen hebben gewerkt."
    )
    assert texts(head.repeated) == ["Datum", "4 maart 2031", "Ons kenmerk", "SLT-2031/123"]
    assert [line.text[:10] for line in head.body] == ["De sloten ", "boeren van"]
    assert values_of(head)["kenmerk"] == "SLT-2031/123"


def test_what_the_margin_of_a_later_page_says_is_kept_apart() -> None:
    head = read(
        f"{HEAD}\nGeachte voorzitter,\n\n{BODY}\n\fDatum\n4 maart 2031\nOns kenmerk\nSLT-2031/999\n\n"
        "boeren van Veendijk."
    )
    assert [(f.name, f.text) for f in head.repeated_fields if f.name == "kenmerk"] == [("kenmerk", "SLT-2031/999")]
    assert values_of(head)["kenmerk"] == "SLT-2031/123"


def test_the_margin_of_page_1_below_the_body() -> None:
    head = read(
        "Aan de Voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag\n\n"
        "Datum 4 maart 2031\nBetreft Sloten\n\n"
        f"Geachte voorzitter,\n\n{BODY}boeren van Veendijk.\n\n"
        "Afdeling Sloten\nVeendijkseweg 12\n2500 ZZ Den Haag\nwww.sloten.nl\n\n"
        "Ons kenmerk\nSLT-2031/123\n\fHet was droog."
    )
    assert values_of(head)["kenmerk"] == "SLT-2031/123"
    assert values_of(head)["visiting_address"] == "Veendijkseweg 12, 2500 ZZ Den Haag"
    assert texts(head.units) == ["Afdeling Sloten"]
    assert texts(head.body) == [BODY.strip(), "boeren van Veendijk.", "Het was droog."]


def test_each_line_is_in_one_part() -> None:
    text = f"Iets onverklaarbaars\n{HEAD}\nGeachte voorzitter,\n\n{BODY}\nOns kenmerk\nSLT-2031/123\n\nboeren."
    head = read(text)
    parts = [
        *(line for field in head.fields for line in field.lines),
        *head.units, *head.recipient, *head.rest, *head.repeated, *head.body,
    ]  # fmt: skip
    starts = sorted([line.start for line in parts] + [head.salutation.start if head.salutation else -1])
    assert starts == [line.start for line in lines_of(text)]


FIRST = "De voorzitter van de Eerste Kamer\nPostbus 20017\n2500 EA Den Haag"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Tweede Kamer der Staten-Generaal\nPostbus 20018\n2500 EA Den Haag", "Tweede Kamer der Staten-Generaal"),
        ("Tweede Kamer der Staten-Generaal\nVeendijkseweg 12\n2500 ZZ Den Haag", None),
        (f"Kopie aan\n{FIRST}\n\n{FIRST.replace('Eerste', 'Tweede')}", "De voorzitter van de Tweede Kamer"),
    ],
)
def test_to_whom_a_letter_is_addressed(head: str, name: str | None) -> None:
    recipient = read(f"{head}\n\nDatum 4 maart 2031\n\nGeachte voorzitter,\n\nDe sloot is diep.").recipient
    assert (recipient[0].text if recipient else None) == name


def test_a_dash_in_a_row_says_that_there_is_no_value() -> None:
    head = read("Ons kenmerk Uw kenmerk\nSLT-2031/123 -\n\nGeachte voorzitter,\n\nDe sloot is diep.")
    assert [(field.name, field.text) for field in head.fields] == [("kenmerk", "SLT-2031/123"), ("uw_kenmerk", "")]


@pytest.mark.parametrize("values", ["4 maart 2031\nBesluit over sloten", "Besluit over sloten\n4 maart 2031"])
def test_values_that_a_scan_put_below_the_salutation(values: str) -> None:
    head = read(f"Onze referentie\n\nDatum\nBetreft\nGeachte\n\n{values}\n\nDe sloot is diep.")
    found = {field.name: field.text for field in head.fields if field.text}
    assert found == ({"date": "4 maart 2031", "subject": "Besluit over sloten"} if values[0] == "4" else {})


def test_a_label_of_the_margin_a_little_to_the_left_of_it() -> None:
    left = f"{'Datum     3 mei 2031':<60}"
    head = f"Aan de Voorzitter van de Tweede Kamer\n\n{' ' * 90}Kenmerk\n{' ' * 95}2031-0000077954\n"
    body = "\n\nDe sloten zijn diep en de dijken zijn hoog, en dat blijven zij ook in het komende jaar zo.\n" * 3
    text = f"{head}{left}Uw kenmerk\nBetreft   {'Onderhoud van sloten':<85}2031Z01535\n{body}"
    brief = kamerbrief.parse(text)
    assert (brief.kenmerk, brief.uw_kenmerk) == ("2031-0000077954", "2031Z01535")
    text = f"{head}{left}Uw kenmerk\nBetreft   Onderhoud van sloten\n{body}"
    assert kamerbrief.parse(text).uw_kenmerk is None


def test_a_reference_on_two_lines_of_the_margin_with_one_of_the_body_between() -> None:
    body = "\n\nDe sloten zijn diep en de dijken zijn hoog, en dat blijven zij ook in het komende jaar.\n" * 3
    head = f"{' ' * 95}Uw kenmerk\nDatum 3 mei 2031\n{' ' * 95}2031Z20676\nBetreft Sloten\n{' ' * 95}2031Z01460\n"
    assert kamerbrief.parse(f"Aan de Voorzitter van de Tweede Kamer\n\n{head}{body}").uw_kenmerk == (
        "2031Z20676 2031Z01460"
    )


def test_a_postcode_without_its_city_below_the_addressee() -> None:
    head = "Aan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n\n2500 EA\n\nBetreft Sloten"
    assert kamerbrief.parse(f"{head}\n\nGeachte voorzitter,\n\nDe sloten.").recipient.address == (
        "Postbus 20018",
        "2500 EA",
    )
