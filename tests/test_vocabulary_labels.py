"""The labels: each form is read as its own label and no other's, and what only looks like one is not."""

import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.document.text import squash
from kamerbrief.model.letter import FieldName
from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.labels import Label, label_before, label_of, labels_in_row

DATA = table("labels")["label"]
FORMS = [(entry["name"], form) for entry in DATA for form in entry["forms"]]

# A line of the head for each label.
EXAMPLES = {
    "kenmerk": "Ons kenmerk: 2024-0000012345",
    "uw_kenmerk": "Uw kenmerk 12345-7",
    "uw_brief": "Uw brief van 3 mei 2024",
    "subject": "Onderwerp Plan voor de dijken",
    "date": "Datum 3 mei 2024",
    "attachments": "Bijlage(n) 2",
    "copy": "Kopie aan de Eerste Kamer",
    "contact": "Contactpersoon A.B. Voorbeeld",
    "phone": "T 070 000 00 00",
    "fax": "F 070 000 00 01",
    "mobile": "M 06 0000 0000",
    "email": "E a.voorbeeld@voorbeeld.nl",
    "visiting_address": "Bezoekadres: Dijkweg 1",
    "postal_address": "Postadres: Postbus 99999",
    "invoice_address": "Factuuradres Dijkweg 1",
    "identification": "Overheidsidentificatienr 00000000000000000000",
    "page": "Blad 2 van 3",
    "unit": "Onderdeel Directie Dijken",
    "other": "Rubricering Openbaar",
}


def name_of(text: str) -> str | None:
    found = label_of(text)
    return found.name if found else None


def split(text: str) -> tuple[str, str, str] | None:
    """The label's name, the label as printed and the value of a line."""
    found = label_before(text)
    return found and (found[0].name, text[: found[1]], text[found[2] :])


# The data


def test_every_label_has_an_example() -> None:
    assert {entry["name"] for entry in DATA} == set(EXAMPLES)
    assert len(DATA) == len(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_by_its_label(name: str) -> None:
    found = split(EXAMPLES[name])
    assert found is not None
    assert found[0] == name
    forms = [other for other, form in FORMS if squash(form).rstrip(":.") == squash(found[1]).rstrip(":.")]
    assert forms == [name]


@pytest.mark.parametrize("entry", DATA, ids=lambda entry: entry["name"])
def test_entries_are_well_formed(entry: dict[str, object]) -> None:
    assert set(entry) == {"name", "takes", "where", "forms"}
    assert entry["where"] in ("margin", "body")
    assert entry["takes"] in (
        *("reference", "line", "subject", "date", "count", "contact", "phone", "email", "address", "digits", "page"),
    )
    assert entry["forms"]


def test_every_name_is_one_of_a_field() -> None:
    assert {entry["name"] for entry in DATA} <= set(typing.get_args(FieldName))


def test_a_form_stands_once() -> None:
    forms = [squash(form).rstrip(":.") for _, form in FORMS if form != "C.c."]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_every_form_is_its_own_label(name: str, form: str) -> None:
    printed = (form, f"{form}:", f"{form} :", form.upper(), form.lower(), f" {form}\t", "  ".join(form))
    assert {name_of(text) for text in printed if len(text) <= 40} == {name}


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, form in FORMS if form.count(" ") < 4])
def test_every_form_is_found_before_a_value(name: str, form: str) -> None:
    assert split(f"{form} X-1") == (name, form, "X-1")
    assert split(f"{form}: X-1") == (name, f"{form}:", "X-1")


@pytest.mark.parametrize(("name", "form"), [pair for pair in FORMS if len(squash(pair[1]).rstrip(":.")) >= 6])
def test_every_longer_form_bears_one_letter_misread(name: str, form: str) -> None:
    letters = squash(form).rstrip(":.")
    for at in range(len(letters)):
        assert name_of(f"{letters[:at]}#{letters[at + 1 :]}") == name


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Ons kenmerk", Label("kenmerk", "reference", in_margin=True)),
        ("Onderwerp", Label("subject", "subject", in_margin=False)),
        ("Datum", Label("date", "date", in_margin=False)),
        ("Bijlage(n)", Label("attachments", "count", in_margin=True)),
        ("Blad", Label("page", "page", in_margin=False)),
        ("Fax", Label("fax", "phone", in_margin=True)),
        ("Overheidsidentificatienr", Label("identification", "digits", in_margin=True)),
    ],
)
def test_label(form: str, expected: Label) -> None:
    assert label_of(form) == expected


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        # Foreign Affairs about 1999: a block above the body.
        ("Datum|Kenmerk|Blad|Bijlage(n)|Betreft", "date|kenmerk|page|attachments|subject"),
        # Before 2008: a row in lower case above its values.
        ("uw brief van|uw kenmerk|ons kenmerk|datum", "uw_brief|uw_kenmerk|kenmerk|date"),
        ("onderwerp|doorkiesnummer|bijlagen", "subject|phone|attachments"),
        ("Onderdeel|Contactpersoon|Doorkiesnummer(s)|E-mail|Fax", "unit|contact|phone|email|fax"),
        ("Behandeld door|Inlichtingen bij|Registratienummer|Telefoon", "contact|contact|kenmerk|phone"),
        # The house style of 2008 and later, by ministry.
        ("Contactpersoon|Ons kenmerk|Uw kenmerk|Bijlagen", "contact|kenmerk|uw_kenmerk|attachments"),
        ("Contact|Onze referentie|Uw referentie|Uw brief", "contact|kenmerk|uw_kenmerk|uw_brief"),
        ("Inlichtingen|Ons kenmerk|Uw brief (kenmerk)|Bijlages", "contact|kenmerk|uw_brief|attachments"),
        ("Kenmerk afzender|Uw e-mail|Uw fax|Bijlage", "other|uw_brief|uw_brief|attachments"),
        ("Bezoekadres|Postadres|Overheidsidentificatienr", "visiting_address|postal_address|identification"),
        ("T|F|M|E", "phone|fax|mobile|email"),
        ("Boetezaaknummer|Bezwaar|Mail|E-mailadres|Telefoonnummer", "other|other|email|email|phone"),
    ],
)
def test_labels_of_every_era(labels: str, names: str) -> None:
    assert [name_of(label) for label in labels.split("|")] == names.split("|")


# label_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("0ns kenmerk", "kenmerk"),
        ("Ons kenrnerk:", "kenmerk"),
        ("Bi|lagen", "attachments"),
        ("Mai1", "email"),
        ("Onderwerp.", "subject"),
        ("Onder werp", "subject"),
        ("Ondrwerp", "subject"),
        ("Ondervverp", None),
        ("Ons kenteken", None),
        ("Dotum", None),  # too short to be told with a letter misread
        ("Teel", None),
        ("Onderwerpen", None),
        ("Geachte voorzitter,", None),
        ("", None),
        (":", None),
        ("Datum" + " " * 35, "date"),
        ("Datum" + " " * 36, None),
    ],
)
def test_label_of(text: str, name: str | None) -> None:
    assert name_of(text) == name


# label_before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Datum 3 mei", ("date", "Datum", "3 mei")),
        ("Datum:3 mei", ("date", "Datum", "3 mei")),
        ("Datum: 3 mei", ("date", "Datum:", "3 mei")),
        ("DATUM 3 mei", ("date", "DATUM", "3 mei")),
        ("Uw brief van 3 mei", ("uw_brief", "Uw brief van", "3 mei")),
        ("Uw brief 3 mei", ("uw_brief", "Uw brief", "3 mei")),
        ("Kenmerk afzender 12", ("other", "Kenmerk afzender", "12")),
        ("Kenmerk 12 afzender", ("kenmerk", "Kenmerk", "12 afzender")),
        ("Betreft: Datum: 3 mei", ("subject", "Betreft:", "Datum: 3 mei")),
        ("0ns kenmerk: 12", ("kenmerk", "0ns kenmerk", "12")),
        ("0ns kenmerk:12", ("kenmerk", "0ns kenmerk", "12")),
        ("0ns kenmerk 12", None),  # a misread label is told by its colon only
        ("0ns kenmerk:", None),
        ("0ns kenmerk:  ", None),
        ("Datum", None),
        ("Datum:", None),
        ("Datum ", None),
        ("Datum : ", None),
        ("Ons plan: 12", None),
        ("Let op: 12", None),
        ("De datum 3 mei", None),
        ("Onderdeel Sloten", ("unit", "Onderdeel", "Sloten")),
        ("Onderdeel van zaak 2031Z00001:", None),
        ("Ons kenmeqk" + " " * 19 + ": 12", ("kenmerk", "Ons kenmeqk" + " " * 19, "12")),
        ("Ons kenmeqk" + " " * 20 + ": 12", None),
        ("Ons huis staat hier", None),
        ("Geachte voorzitter,", None),
        ("", None),
        (": 12", None),
    ],
)
def test_label_before(text: str, expected: tuple[str, str, str] | None) -> None:
    assert split(text) == expected


# labels_in_row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("datum ons kenmerk uw kenmerk", [("date", 0), ("kenmerk", 6), ("uw_kenmerk", 18)]),
        ("Uw brief van Uw kenmerk: Bijlage(n)", [("uw_brief", 0), ("uw_kenmerk", 13), ("attachments", 25)]),
        ("uw brief datum", [("uw_brief", 0), ("date", 9)]),
        ("Kenmerk afzender Kenmerk", [("other", 0), ("kenmerk", 17)]),  # the longest form counts
        ("Datum", [("date", 0)]),
        (" ".join(["Fax"] * 25), [("fax", at) for at in range(0, 100, 4)]),
        (" ".join(["Fax"] * 26), []),
        ("Datum 3 mei", []),
        ("Datum Ons kenteken", []),
        ("Ons plan Datum", []),
        ("Geachte voorzitter,", []),
        ("", []),
    ],
)
def test_labels_in_row(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(label.name, begin) for label, begin in labels_in_row(text)] == expected


PIECES = ["Datum", "Ons", "kenmerk", "Uw brief", "van", ":", " ", "  ", "0ns", "3 mei", "é", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_label_ends_before_its_value_begins(text: str) -> None:
    found = label_before(text)
    if found is not None:
        label, end, value = found
        assert label_of(text[:end]) == label
        assert 0 < end < value < len(text)
        assert set(text[end:value]) <= set(" :")
