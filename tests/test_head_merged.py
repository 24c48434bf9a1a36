"""Lines of two columns that an extractor wrote as one."""

import pytest
from tests.lines import line_of, lines_of, texts

from kamerbrief.head.merged import (
    join_parted_phones,
    repeated_tails,
    split_label_rows,
    split_labels,
    split_margin,
    split_merged,
)
from kamerbrief.vocabulary import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2500 ZZ Den HaagDatum 4 maart 2031", ["2500 ZZ Den Haag", "Datum 4 maart 2031"]),
        ("4 maart 2031Betreft Onderhoud van sloten", ["4 maart 2031", "Betreft Onderhoud van sloten"]),
        ("De sloten **Ons kenmerk**", ["De sloten", "Ons kenmerk"]),
    ],
)
def test_a_label_on_the_line_of_another_column(text: str, expected: list[str]) -> None:
    assert texts(split_labels(lines_of(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op de Datum van vandaag",  # behind a blank it is a word of the sentence
        "Onderwerp Sloten en Datum",
        "De sloten **zijn diep**",
    ],
)
def test_a_label_that_is_a_word(text: str) -> None:
    assert texts(split_labels(lines_of(text))) == [line_of(text).text]


def test_a_row_of_labels_and_the_row_of_their_values() -> None:
    lines = split_merged(lines_of("Datum Ons kenmerk Uw kenmerk\n4 maart 2031 5546218/31/6 31-SLT-B-031\nTekst."))
    assert texts(lines) == [
        "Datum", "Ons kenmerk", "Uw kenmerk", "4 maart 2031", "5546218/31/6", "31-SLT-B-031", "Tekst.",
    ]  # fmt: skip


def test_a_row_of_labels_without_a_row_of_values() -> None:
    lines = split_merged(lines_of("Datum Ons kenmerk Uw kenmerk\n4 maart 2031 is een mooie dag"))
    assert texts(lines) == ["Datum Ons kenmerk Uw kenmerk", "4 maart 2031 is een mooie dag"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Datum 4 maart 2031 2", ["Datum 4 maart 2031", "2"]),
        ("Geachte voorzitter, 3", ["3", "Geachte voorzitter,"]),
        ("Sloten van 2031 2", ["Sloten van 2031 2"]),
        ("Geachte voorzitter 3", ["Geachte voorzitter 3"]),
    ],
)
def test_a_count_beside_date_or_salutation(text: str, expected: list[str]) -> None:
    assert texts(split_merged(lines_of(text))) == expected


def test_the_letter_of_a_phone_number_joins_it() -> None:
    source = "T\n070 555 01 23"
    (line,) = join_parted_phones(lines_of(source))
    assert line.text == "T 070 555 01 23"
    assert source[line.source_offset(2) :] == "070 555 01 23"
    assert (line.start, line.end) == (0, len(source))


@pytest.mark.parametrize("text", ["T\nVeendijk", "X\n070 555 01 23", "T\n\n\n\n070 555 01 23"])
def test_a_letter_that_is_of_no_phone_number(text: str) -> None:
    assert len(join_parted_phones(lines_of(text))) == 2


def test_a_repeated_value_is_parted_from_the_body() -> None:
    lines = lines_of("De sloten achter de molen zijn op SLT-2031/123\nSLT-2031/123diepte gebracht.")
    assert texts(split_margin(lines, ["Ons kenmerk"], ["SLT-2031/123"])) == [
        "De sloten achter de molen zijn op", "SLT-2031/123", "SLT-2031/123", "diepte gebracht.",
    ]  # fmt: skip


def test_a_repeated_label_of_several_words_is_parted_from_the_body() -> None:
    lines = lines_of("De sloten achter de molen zijn op Ons kenmerk\nDe sloten achter de molen hebben Kenmerk")
    assert texts(split_margin(lines, ["Ons kenmerk", "Kenmerk"], [])) == [
        "De sloten achter de molen zijn op", "Ons kenmerk", "De sloten achter de molen hebben Kenmerk",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Zie SLT-2031/123", "SLT-2031/123", "SLT-2031/123 is ons nummer van de brief"])
def test_a_value_of_the_body_stays(text: str) -> None:
    assert texts(split_margin(lines_of(text), ["Ons kenmerk"], ["SLT-2031/123"])) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DDE-478/07 Betreft", ["DDE-478/07", "Betreft"]),
        ("FM 2031-9042 M", ["FM 2031-9042 M"]),  # one letter of a reference is no label
        ("Datum 4 maart 2031 3", ["Datum 4 maart 2031", "3"]),
        ("Geachte voorzitter, 1", ["1", "Geachte voorzitter,"]),
        ("Sloten in 2031 12", ["Sloten in 2031 12"]),
    ],
)
def test_what_stands_behind_a_value(text: str, expected: list[str]) -> None:
    assert texts(split_merged(lines_of(text))) == expected


BESIDE = "De boeren van Veendijk schoonden dit jaar alle sloten en"


def test_a_reference_that_stands_behind_the_body_line_below_its_label_on_two_pages() -> None:
    lines = lines_of(f"Ons kenmerk\n{BESIDE} SLT / 2031123\nTekst.\nOns kenmerk\n{BESIDE} in SLT / 2031123")
    assert repeated_tails(lines, {"Ons kenmerk"}) == ["SLT / 2031123"]


def test_a_reference_behind_a_body_line_on_one_page_is_of_the_body() -> None:
    lines = lines_of(f"Ons kenmerk\n{BESIDE} SLT / 2031123\nTekst.\n{BESIDE} SLT / 2031123")
    assert repeated_tails(lines, {"Ons kenmerk"}) == []


@pytest.mark.parametrize("label", sorted(words("glued_labels")))
def test_every_label_that_is_glued(label: str) -> None:
    parted = split_labels([line_of(f"De sloot is diep.{label} 4 maart 2031")])
    assert "De sloot is diep." in texts(parted)
    assert f"{label} 4 maart 2031" in texts(parted)


def test_a_dash_in_a_row_of_values() -> None:
    row = "Ons kenmerk Uw kenmerk\nSLT-2031/123 -"
    assert texts(split_label_rows(lines_of(row))) == ["Ons kenmerk", "Uw kenmerk", "SLT-2031/123", "-"]


NAMES = "Directie Water\n{} Sloten en Dijken\n"
BODY_LINES = [
    "De sloten achter de molen van Veendijk",
    "zijn dit jaar weer op diepte gebracht,",
    "wat de boeren daar zelf hebben gedaan",
]


@pytest.mark.parametrize(("pages", "tails"), [(3, ["Sloten en Dijken"]), (2, [])])
def test_a_name_that_stands_behind_the_body_lines_below_a_line_of_the_margin(pages: int, tails: list[str]) -> None:
    lines = lines_of("".join(NAMES.format(line) for line in BODY_LINES[:pages]))
    assert repeated_tails(lines, {"Directie Water"}) == tails


BODY_LINE = "Onderhoud van de sloten achter de molen en van de sluis van Veendijk"


def test_a_reference_behind_the_subject_whose_label_stands_above() -> None:
    found = split_merged(lines_of(f"Ons kenmerk\n{BODY_LINE} WTR / 2031004\nGeachte voorzitter,"))
    assert texts(found) == [BODY_LINE, "Ons kenmerk", "WTR / 2031004", "Geachte voorzitter,"]


@pytest.mark.parametrize(
    "text",
    [
        f"Ons kenmerk\n{BODY_LINE} WTR / 2031004",  # behind the head no label waits
        f"Geachte voorzitter,\nOns kenmerk\n{BODY_LINE} WTR / 2031004",
        f"Datum\n{BODY_LINE} WTR / 2031004\nGeachte voorzitter,",
        f"Ons kenmerk\n{BODY_LINE} in polder 4\nGeachte voorzitter,",
        f"Ons kenmerk\n{BODY_LINE} over de jaren 2020-2024\nGeachte voorzitter,",
        f"Ons kenmerk\n{BODY_LINE} van 12-04-2031\nGeachte voorzitter,",
        f"{BODY_LINE} WTR / 2031004\nGeachte voorzitter,",
    ],
)
def test_a_line_that_holds_no_reference_for_the_label_above(text: str) -> None:
    assert texts(split_merged(lines_of(text))) == text.split("\n")


def test_a_reference_behind_the_date() -> None:
    assert texts(split_merged(lines_of("Datum 19 mei 2031 2031Z04477/2031D11980"))) == [
        "Datum 19 mei 2031",
        "2031Z04477/2031D11980",
    ]
    assert texts(split_merged(lines_of("Datum 19 mei 2031"))) == ["Datum 19 mei 2031"]


def test_a_subject_ends_a_row_of_values() -> None:
    row = "Datum Kenmerk Onderwerp\n16 september 2031 31M459859 Notitie: de sloten"
    assert texts(split_label_rows(lines_of(row)))[3:] == ["16 september 2031", "31M459859", "Notitie: de sloten"]
