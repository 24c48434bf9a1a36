"""Who sends the letter, and which ministry that is on its date."""

import datetime as dt

import pytest
from tests.lines import fields_of, lines_of

from kamerbrief.head.sender import read_sender, spelled_out
from kamerbrief.model.letter import Sender

DAY = dt.date(2023, 3, 4)


def sender_of(
    head: str = "", *, roles: list[str] | None = None, kenmerk: str | None = None, heading: bool = False
) -> tuple[Sender, bool]:
    fields, _ = fields_of(head)
    return read_sender(fields, [], roles or [], heading=heading, kenmerk=kenmerk, date=DAY)


def told_by(sender: Sender) -> tuple[str | None, tuple[str, ...]]:
    return sender.ministry.abbreviation if sender.ministry else None, sender.evidence


@pytest.mark.parametrize(
    ("head", "role", "expected"),
    [
        ("Ministerie van Financiën", None, ("Fin", ("letterhead",))),
        ("Ministerie van Infrastructuur\nen Waterstaat", None, ("IenW", ("letterhead",))),
        ("", "minister van Financiën", ("Fin", ("signature",))),
        ("Ministerie van Financiën", "minister van Financiën", ("Fin", ("letterhead", "signature"))),
        ("Ministerie van Sloten", None, (None, ())),
        ("", "minister van Sloten", (None, ())),
    ],
)
def test_what_tells_the_ministry(head: str, role: str | None, expected: tuple[str | None, tuple[str, ...]]) -> None:
    sender, ambiguous = sender_of(head, roles=[role] if role else [])
    assert told_by(sender) == expected
    assert not ambiguous


def test_the_heading_of_a_published_letter() -> None:
    sender, _ = sender_of(roles=["minister van Financiën"], heading=True)
    assert told_by(sender) == ("Fin", ("heading",))


def test_the_letterhead_counts_before_the_signature() -> None:
    sender, _ = sender_of("Ministerie van Financiën", roles=["minister van Defensie"])
    assert told_by(sender) == ("Fin", ("letterhead",))
    assert [ministry.abbreviation for ministry in sender.ministries] == ["Fin", "Def"]


def test_a_joint_letter_has_the_ministries_of_all_who_sign() -> None:
    sender, _ = sender_of(roles=["minister van Financiën", "staatssecretaris van Financiën", "minister van Defensie"])
    assert [ministry.abbreviation for ministry in sender.ministries] == ["Fin", "Def"]


def test_a_shared_box_alone_is_ambiguous() -> None:
    sender, ambiguous = sender_of("Postbus 20201\n2500 EE Den Haag")
    assert told_by(sender) == ("Fin", ("address",))
    assert not ambiguous
    shared, ambiguous = sender_of("Postbus 20401\n2500 EK Den Haag")
    assert shared.evidence == ("address",)
    assert ambiguous


def test_a_shared_box_with_a_signature_is_not() -> None:
    sender, ambiguous = sender_of(
        "Postbus 20401\n2500 EK Den Haag", roles=["minister van Landbouw, Natuur en Voedselkwaliteit"]
    )
    assert told_by(sender) == ("LNV", ("address", "signature"))
    assert not ambiguous


def test_addresses_and_ways_to_reach() -> None:
    sender, _ = sender_of(
        "Veendijkseweg 12\n2500 ZZ Den Haag\nPostbus 99999\n2500 ZZ Den Haag\nwww.sloten.nl\n"
        "Contactpersoon\nA.B. Testman\nT 070 555 01 23\na.testman@sloten.nl"
    )
    assert sender.visiting_address == "Veendijkseweg 12, 2500 ZZ Den Haag"
    assert sender.postal_address == "Postbus 99999, 2500 ZZ Den Haag"
    assert sender.website == "www.sloten.nl"
    assert sender.contact == "A.B. Testman"
    assert sender.phone == "070 555 01 23"
    assert sender.email == "a.testman@sloten.nl"


def test_the_box_of_the_return_line() -> None:
    sender, _ = sender_of("> Retouradres Postbus 99999 2500 ZZ  Den Haag")
    assert sender.postal_address == "Postbus 99999, 2500 ZZ Den Haag"


def test_of_two_boxes_that_of_the_return_line_is_the_senders() -> None:
    sender, _ = sender_of(
        "> Retouradres Postbus 99999 2500 ZZ Den Haag\nPostbus 88888\n2500 YY Den Haag\nPostbus 99999\n2500 ZZ Den Haag"
    )
    assert sender.postal_address == "Postbus 99999, 2500 ZZ Den Haag"


def test_the_country_adds_nothing_to_an_address() -> None:
    sender, _ = sender_of("Postbus 99999\n2500 ZZ Den Haag\nNederland")
    assert sender.postal_address == "Postbus 99999, 2500 ZZ Den Haag"


@pytest.mark.parametrize(
    ("head", "website"),
    [
        ("www.twitter.com/sloten\nwww.sloten.nl", "www.sloten.nl"),
        ("www.twitter.com/sloten", "www.twitter.com/sloten"),
        ("wwwsloten.nl", "www.sloten.nl"),  # what a scan misread
        ("www.sloten.nI", "www.sloten.nl"),
        ("Afdeling Sloten", None),
    ],
)
def test_website(head: str, website: str | None) -> None:
    assert sender_of(head)[0].website == website


def test_units_of_lines_and_labels() -> None:
    fields, _ = fields_of("Onderdeel\nTeam Vaarten")
    sender, _ = read_sender(fields, lines_of("Directie Water"), [], heading=False, kenmerk=None, date=DAY)
    assert sender.units == ("Directie Water", "Team Vaarten")


def test_offices_are_spelled_out_once() -> None:
    words = ["DE MINISTERS VAN FINANCIËN EN VAN DEFENSIE", "minister van Financiën"]
    assert spelled_out(words) == ["minister van Financiën", "minister van Defensie"]
    assert spelled_out(["de voorzitter van Veendijk"]) == []
