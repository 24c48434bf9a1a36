"""Heads of texts sorted by height: which are told, and how their columns are parted."""

from __future__ import annotations

import pytest
from tests.lines import lines_of, texts

import kamerbrief
from kamerbrief.head.by_height import Parted, part_by_height

HEAD = """> Retouradres Postbus 20901 2500 EX Den Haag
De Voorzitter van de Tweede Kamer Directie Sloten en
der Staten-Generaal Vaarten
Postbus 20018 Rijnstraat 8
2500 EA DEN HAAG 2515 XP Den Haag
Postbus 20901
2500 EX Den Haag
www.rijksoverheid.nl
Ons kenmerk
IENW/BSK-2031/4711
Uw kenmerk
Datum 3 mei 2031 2031Z00815
Betreft Onderhoud van sloten en vaarten in het oosten van het land en Bijlage(n)
van de dijken daarlangs 2
"""
BODY = """Geachte voorzitter,
Hierbij informeer ik uw Kamer over het onderhoud van de sloten en van de dijken
die daarlangs liggen. Het onderhoud is in het voorjaar begonnen.
De minister van Infrastructuur en Waterstaat,
A.B. de Boer
"""


def parted(text: str) -> Parted:
    found = part_by_height(lines_of(text))
    assert found is not None
    return found


def columns(text: str) -> tuple[list[str], list[str]]:
    """What each column says, that of the body and the margin."""
    lines = parted(text).lines
    return texts(line for line in lines if not line.margin), texts(line for line in lines if line.margin)


def test_a_head_is_parted() -> None:
    body, margin = columns(HEAD + BODY)
    assert body[1:8] == [
        *("De Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Postbus 20018", "2500 EA DEN HAAG"),
        "Datum 3 mei 2031",
        "Betreft Onderhoud van sloten en vaarten in het oosten van het land en",
        "van de dijken daarlangs",
    ]
    assert margin == [
        *("Directie Sloten en", "Vaarten", "Rijnstraat 8", "2515 XP Den Haag", "Postbus 20901", "2500 EX Den Haag"),
        *("www.rijksoverheid.nl", "Ons kenmerk", "IENW/BSK-2031/4711", "Uw kenmerk", "2031Z00815", "Bijlage(n)", "2"),
    ]
    assert parted(HEAD + BODY).is_sure


def test_the_values_of_a_head() -> None:
    brief = kamerbrief.parse(HEAD + BODY)
    assert brief.subject == "Onderhoud van sloten en vaarten in het oosten van het land en van de dijken daarlangs"
    assert (brief.kenmerk, brief.uw_kenmerk, brief.attachments) == ("IENW/BSK-2031/4711", "2031Z00815", 2)
    assert brief.recipient.name == "De Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert brief.recipient.address == ("Postbus 20018", "2500 EA DEN HAAG")
    assert brief.sender.units == ("Directie Sloten en Vaarten",)
    assert brief.sender.visiting_address == "Rijnstraat 8, 2515 XP Den Haag"
    assert not [one for one in brief.diagnostics if one.code == "unsure-columns"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        # pdftotext: an address is not cut by the margin
        "De Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n2500 EA Den Haag\nRijnstraat 8\n"
        "2515 XP Den Haag\nOns kenmerk\n4711\nDatum 3 mei 2031\nBetreft Sloten\n" + BODY,
        # pdftotext -layout: the columns are shown
        HEAD.replace(" Directie Sloten", " " * 60 + "Directie Sloten").replace(" Rijnstraat", " " * 70 + "Rijnstraat"),
        (
            "De voorzitter van de Tweede Kamer\nT.a.v. de griffier van de commissie voor\nWaterstaat\n"
            "Postbus 20018\n2500 EA DEN HAAG\n"
        ),
        (
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 3 mei 2031\n"
            "In deze brief beschrijf ik hoe de sloten van het land er dit voorjaar bij liggen.\n"
            "Ook leg ik uit wat het baggeren daarvan gaat kosten.\nVoor de vaarten volgt dat later.\n"
        ),
        (
            "Aan de Voorzitter van de\nPostadres Tweede Kamer der Staten-Generaal\nPostbus 20001 Plein 2\n"
            "2500 EA Den Haag 2511 CR DEN HAAG\nHierbij bied ik u een notitie aan over de sloten van het land.\n"
        ),
    ],
    ids=["empty", "no head", "one after the other", "layout", "attention", "text below the date", "margin before it"],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert part_by_height(lines_of(text)) is None


def test_titles_beside_the_subject_are_unsure() -> None:
    text = (
        HEAD.replace("Datum", "Bijlagen\n1. Kaart van\nDatum")
        .replace(" Bijlage(n)", "")
        .replace("daarlangs 2", "daarlangs")
    )
    assert not parted(text + BODY).is_sure
    flagged = {one.field for one in kamerbrief.parse(text + BODY).diagnostics if one.code == "unsure-columns"}
    assert {"subject", "recipient", "sender.units", "sender.visiting_address", "kenmerk"} <= flagged


def test_a_title_that_is_cut_beside_the_subject_goes_on_below_it() -> None:
    head = HEAD[: HEAD.index("Datum")].replace("Uw kenmerk", "Bijlagen")
    titles = "1. Plan voor\nDatum 3 mei 2031 alle sloten in het land\n"
    subject = "Betreft Onderhoud van sloten en het vaarplan\n2031 en nieuwe EU-\ntrajecten\n2. Kaart van de\n"
    body = BODY.replace("voorzitter,", "voorzitter, sloten")
    assert kamerbrief.parse(f"{head}{titles}{subject}{body}").subject == "Onderhoud van sloten en het vaarplan"


def test_a_head_whose_addressee_is_unreadable() -> None:
    head = HEAD.replace("De Voorzitter van de Tweede", "DPeo Vsotobrzsitter Tweede").replace("der Staten", "d Staten")
    text = head.replace("Betreft", "Wilt u slechts één zaak in uw\nBetreft").replace("Bijlage(n)", "brief behandelen.")
    assert not parted(text + BODY).is_sure
    subject = kamerbrief.parse(text + BODY).subject
    assert subject is not None
    assert "behandelen" not in subject


def test_both_chambers() -> None:
    first = "De Voorzitter van de Eerste Kamer der Staten-Generaal Ministerie van\nPostbus 20017 Infrastructuur en\n"
    head = HEAD.replace("De Voorzitter", f"{first}2500 EA DEN HAAG Waterstaat\nDe Voorzitter")
    brief = kamerbrief.parse(head + BODY)
    assert brief.recipient.chamber == "beide"
    assert brief.recipient.address[::2] == ("Postbus 20017", "Postbus 20018")


def test_who_gets_a_copy() -> None:
    copy = "Afschrift aan\nde Voorzitter van de Eerste\nKamer der Staten-Generaal\n"
    head = HEAD.replace("Uw kenmerk\n", "Uw kenmerk\n2031Z00815\n").replace("2031 2031Z00815", "2031")
    head = head.replace("land en Bijlage(n)", "land en").replace("daarlangs 2\n", f"daarlangs\n{copy}")
    brief = kamerbrief.parse(head + BODY)
    assert brief.recipient.chamber == "tweede_kamer"
    assert [field.text for field in brief.fields if field.name == "copy"] == [
        "de Voorzitter van de Eerste Kamer der Staten-Generaal"
    ]


def test_who_gets_a_copy_above_the_addressee() -> None:
    copy = "Afschrift aan\nDe Voorzitter van de Eerste\nKamer\nder Staten-Generaal\nDijkweg 7\n2513 AA Den Haag\n"
    reader = "De Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPlein 2\n2511 CR Den Haag\nDatum 3 mei 2031\n"
    letter = f"{copy}Bijlage\n1\n{reader}"
    assert part_by_height(lines_of(letter)) is None


ONE = HEAD.replace("HAAG 2515 XP Den Haag", "HAAG")
"""The head without the postcode of the street, which stands on the line of the street."""


@pytest.mark.parametrize("behind", ["", " www.rijksoverheid.nl"])
def test_several_things_on_a_line_of_the_margin(behind: str) -> None:
    sender = kamerbrief.parse(ONE.replace("Rijnstraat 8", f"Rijnstraat 8 2515 XP Den Haag{behind}") + BODY).sender
    assert sender.visiting_address == "Rijnstraat 8, 2515 XP Den Haag"
    assert sender.website == "www.rijksoverheid.nl"


def test_columns_are_unsure_where_more_than_an_address_stands_on_a_line_of_the_margin() -> None:
    head = HEAD.replace("XP Den Haag\n", "XP Den Haag IENW/BSK-2031/4711\n").replace("\nIENW/BSK-2031/4711\n", "\n")
    assert not parted(head + BODY).is_sure
    flagged = {one.field for one in kamerbrief.parse(head + BODY).diagnostics if one.code == "unsure-columns"}
    assert "sender.postal_address" in flagged


def test_the_margin_of_later_pages() -> None:
    page = (
        "Het onderhoud van de vaarten begint in het najaar, zodra de oogst van het Directie Sloten en\n"
        "land is. Vaarten\nOns kenmerk\nDaarna volgen de dijken.\nIENW/BSK-2031/4711\nDe dijken zijn hoog.\n"
    )
    text = (
        f"{HEAD}{BODY.partition('De minister')[0]}\f{page}De minister van Infrastructuur en Waterstaat,\nA.B. de Boer\n"
    )
    brief = kamerbrief.parse(text)
    said = " ".join(block.text for section in brief.sections for block in section.blocks)
    assert "zodra de oogst van het land is. " in said
    assert not any(part in said for part in ("Directie", "Vaarten", "kenmerk", "4711"))


def test_a_unit_in_the_text_of_a_later_page() -> None:
    page = "Het onderhoud van de vaarten begint in het najaar bij de Directie Sloten en\nVaarten van het ministerie.\n"
    lines = parted(f"{HEAD}{BODY}\f{page}").lines
    assert texts(lines)[-2:] == page.splitlines()


def test_a_word_of_the_margin_at_the_end_of_a_later_line() -> None:
    page = (
        "Het onderhoud van de vaarten begint in het najaar, zodra de oogst van het Directie Sloten en\n"
        "land is. Vaarten\nOns kenmerk\nDaarna volgen de dijken.\nIENW/BSK-2031/4711\n"
        "Dan komen ook de kanalen aan de beurt, en alle andere Vaarten\nin het land.\n"
    )
    text = f"{HEAD}{BODY.partition('De minister')[0]}\f{page}"
    brief = kamerbrief.parse(text)
    said = " ".join(block.text for section in brief.sections for block in section.blocks)
    assert said.endswith("en alle andere Vaarten in het land.")
    assert "zodra de oogst van het land is. " in said
