"""The scalars of the head, and where they disagree."""

import datetime as dt

import pytest
from tests.lines import fields_of

from kamerbrief.head.values import Values, read_values, reference_text


def values_of(text: str, repeated: str = "") -> Values:
    return read_values(fields_of(text)[0], fields_of(repeated)[0])


def codes_of(values: Values) -> list[tuple[str, str | None]]:
    return [(diagnostic.code, diagnostic.field) for diagnostic in values.diagnostics]


def test_all_values() -> None:
    values = values_of(
        "Datum 4 maart 2031\nBetreft Onderhoud van sloten\nOns kenmerk\nSLT-2031/123\nUw kenmerk\n2031Z00123\n"
        "Bijlagen\n2"
    )
    assert values == Values(
        date=dt.date(2031, 3, 4),
        place=None,
        kenmerk="SLT-2031/123",
        uw_kenmerk="2031Z00123",
        subject="Onderhoud van sloten",
        attachments=2,
        diagnostics=[],
    )


def test_no_fields() -> None:
    assert read_values([], []) == Values(None, None, None, None, None, None, [])


def test_a_conflicting_kenmerk_is_reported_and_the_first_counts() -> None:
    values = values_of("Ons kenmerk\nSLT-2031/123", "Ons kenmerk\nSLT-2031/999")
    assert values.kenmerk == "SLT-2031/123"
    assert codes_of(values) == [("conflicting-kenmerk", "kenmerk")]
    assert "'SLT-2031/123' and 'SLT-2031/999'" in values.diagnostics[0].message


@pytest.mark.parametrize("again", ["SLT-2031/123", "SLT–2031/123", "SLT - 2031 / 123", "slt-2031/123"])
def test_the_same_kenmerk_in_another_print_is_no_conflict(again: str) -> None:
    assert codes_of(values_of("Ons kenmerk\nSLT-2031/123", f"Ons kenmerk\n{again}")) == []


def test_a_conflicting_date() -> None:
    values = values_of("Datum 4 maart 2031", "Datum\n5 maart 2031")
    assert values.date == dt.date(2031, 3, 4)
    assert codes_of(values) == [("conflicting-date", "date")]


def test_the_same_date_in_another_print_is_no_conflict() -> None:
    assert codes_of(values_of("Datum 4 maart 2031", "Datum\n4 mrt. 2031")) == []


def test_the_span_of_a_conflict() -> None:
    text = "Ons kenmerk\nSLT-2031/123\nDatum 4 maart 2031\nOns kenmerk\nSLT-2031/999"
    (diagnostic,) = values_of(text).diagnostics
    assert diagnostic.span is not None
    assert text[diagnostic.span.slice] == "Ons kenmerk\nSLT-2031/999"


def test_a_date_at_its_label_counts_before_one_by_itself() -> None:
    assert values_of("5 maart 2031\nDatum 4 maart 2031").date == dt.date(2031, 3, 4)


def test_a_date_with_its_place() -> None:
    values = values_of("Veendijk, 4 maart 2031")
    assert (values.date, values.place) == (dt.date(2031, 3, 4), "Veendijk")


def test_a_label_without_a_reference() -> None:
    values = values_of("Ons kenmerk\nDatum 4 maart 2031")
    assert values.kenmerk is None
    assert codes_of(values) == [("missing-kenmerk", "kenmerk")]


def test_without_a_label_no_reference_is_missing() -> None:
    assert codes_of(values_of("Datum 4 maart 2031")) == []


def test_a_value_that_the_head_gives_twice() -> None:
    values = values_of("Betreft Sloten\n\nOnderwerp Dijken")
    assert values.subject == "Sloten"
    assert codes_of(values) == [("repeated-field", "subject")]


@pytest.mark.parametrize(
    ("printed", "count"),
    [("2", 2), ("geen", 0), ("Geen", 0), ("één", 1), ("twee", 2), ("3 (drie)", 3), ("n.v.t.", 0), ("-", None)],
)
def test_attachments(printed: str, count: int | None) -> None:
    values = values_of(f"Bijlagen\n{printed}")
    assert values.attachments == count
    assert values.diagnostics == []


@pytest.mark.parametrize("printed", ["div.", "zie overzicht", "Rapport Sloten\nen Dijken", "1. Rapport\n2. Kaart"])
def test_attachments_that_are_no_count(printed: str) -> None:
    values = values_of(f"Bijlagen\n{printed}")
    assert values.attachments is None
    assert codes_of(values) == [("unreadable-count", "attachments")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S L T/B S K-2031/123", "SLT/BSK-2031/123"),
        ("SLT-WO / 31004", "SLT-WO / 31004"),  # these blanks are printed
        ("SLT   2031", "SLT 2031"),
    ],
)
def test_reference_text(text: str, expected: str) -> None:
    assert reference_text(text) == expected
