"""What a line of a letterhead is by itself, and the false friends of each kind."""

import pytest

from kamerbrief.lines.kinds import accepts, classify, is_reference, is_value
from kamerbrief.vocabulary.labels import Takes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ons kenmerk", "label"),
        ("O n s  k e n m e r k", "label"),
        ("Datum 4 maart 2031", "labelled"),
        ("Onderwerp Onderhoud van sloten", "labelled"),
        ("> Retouradres Postbus 99999 2500 ZZ Den Haag", "return"),
        ("Bij beantwoording de datum en ons", "notice"),
        ("Aan de Voorzitter van de Tweede Kamer", "addressee"),
        ("Geachte voorzitter,", "salutation"),
        ("Ministerie van Sloten", "ministry"),
        ("2500 ZZ Den Haag", "postcode"),
        ("2 5 0 0  Z Z  D e n  H a a g", "postcode"),
        ("Postbus 99999", "postbox"),
        ("Veendijkseweg 12", "street"),
        ("www.sloten.nl", "website"),
        ("a.testman@sloten.nl", "email"),
        ("T. 070 555 01 23", "phone"),
        ("F: 070 555 01 24", "fax"),
        ("M. 06 5550 1234", "mobile"),
        ("00000001234567890000", "identification"),
        ("4 maart 2031", "date"),
        ("Afdeling Sloten", "short"),
        ("De sloten achter de molen van Veendijk zijn op diepte gebracht.", "long"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert classify(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Datum en plaats volgen nog", "short"),  # the rest of a sentence is no date
        ("Kenmerk van de sloot is zijn diepte", "short"),
        ("Geachte leden stelden mij vragen.", "short"),
        ("Januari 2031", "short"),  # neither a street nor a whole date
        ("MPC 58", "short"),
        ("E", "short"),  # one letter alone may be anything
        ("zie www.sloten.nl", "short"),
    ],
)
def test_false_friend(text: str, kind: str) -> None:
    assert classify(text).kind == kind


def test_where_label_and_value_stand() -> None:
    text = "Ons kenmerk: SLT/2031/123"
    mark = classify(text)
    assert mark.label is not None
    assert mark.label.name == "kenmerk"
    assert text[: mark.label_end].rstrip(":") == "Ons kenmerk"
    assert text[mark.value_start :] == "SLT/2031/123"


def test_where_a_phone_number_begins() -> None:
    text = "T. 070 555 01 23"
    assert text[classify(text).value_start :] == "070 555 01 23"


@pytest.mark.parametrize(
    ("takes", "taken", "left"),
    [
        ("date", "4 maart 2031", "maart"),
        ("count", "geen", "vele"),
        ("count", "2 (twee)", "2 sloten"),
        ("reference", "SLT-2031/123", "4 maart 2031"),
        ("phone", "070 555 01 23", "2031"),
        ("email", "a.testman@sloten.nl", "sloten.nl"),
        ("page", "1 / 3", "1 van 3"),
        ("digits", "0000 0001 2345 6789", "12345"),
        ("address", "Postbus 99999", "Afdeling Sloten"),
    ],
)
def test_accepts(takes: Takes, taken: str, left: str) -> None:
    assert accepts(takes, taken)
    assert not accepts(takes, left)


@pytest.mark.parametrize("takes", ["subject", "contact", "line"])
def test_free_text_has_no_shape(takes: Takes) -> None:
    assert not accepts(takes, "Onderhoud van sloten")


def test_a_line_is_a_value_if_it_is_date_or_reference() -> None:
    assert is_value("line", "4 maart 2031")
    assert is_value("line", "SLT-2031/123")
    assert not is_value("line", "Afdeling Sloten")


@pytest.mark.parametrize("text", ["123456", "SLT-2031/123", "SLT / 31004", "DG-S&D/12", "2031-0000123", "12/34-A"])
def test_reference(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "12",  # a count
        "1/3",  # a page
        "4 maart 2031",
        "2500 ZZ Den Haag",
        "Postbus 99999",
        "De sloot is 123 meter lang",
        "Sloten, 1234",
        "SLT",
        "A" + "1" * 50,
    ],
)
def test_no_reference(text: str) -> None:
    assert not is_reference(text)
