"""Labels and texts of notes as two columns, which an extractor may give apart."""

import pytest
from tests.lines import lines_of, texts

from kamerbrief.document.line import Hint
from kamerbrief.notes.begins import Begin, likely
from kamerbrief.notes.marks import Mark
from kamerbrief.notes.texts import find_notes

BODY = "De sloot1 en de dijk2 en de sluis.3"
FEET = [
    "1 Rapport Sloten.\n2 Rapport Dijken.\n3 Rapport Sluizen.",
    "1\nRapport Sloten.\n2\nRapport Dijken.\n3\nRapport Sluizen.",
    "1\n\nRapport Sloten.\n2\n\nRapport Dijken.\n3\n\nRapport Sluizen.",
    "1\n2\n3\n\nRapport Sloten.\nRapport Dijken.\nRapport Sluizen.",
    "Rapport Sloten.\nRapport Dijken.\nRapport Sluizen.\n1\n2\n3",
    "1 Rapport Sloten.\n2\n3\n\nRapport Dijken.\nRapport Sluizen.",
    "Rapport Sloten.\n2 Rapport Dijken.\n3 Rapport Sluizen.\n1",
    "1\n\nRapport Sloten.\nRapport Dijken.\n3\nRapport Sluizen.\n2",
    "1 Rapport Sloten.\nRapport Dijken.\n3 Rapport Sluizen.",
]
"""The same three notes as extractors give them."""
Notes = list[tuple[str, list[str]]]


def notes_of(text: str) -> Notes:
    notes = find_notes(lines_of(text))
    return [
        (note.label, [line[note.begin * (not at) :] for at, line in enumerate(texts(note.text_lines))])
        for note in notes
    ]


@pytest.mark.parametrize("foot", FEET)
def test_labels_and_texts_keep_their_order(foot: str) -> None:
    assert notes_of(f"{BODY}\n\n{foot}") == [
        ("1", ["Rapport Sloten."]),
        ("2", ["Rapport Dijken."]),
        ("3", ["Rapport Sluizen."]),
    ]


def test_a_text_goes_on_until_it_is_finished() -> None:
    foot = "1\n2\n3\n\nRapport Sloten en\nvaarten.\nRapport Dijken.\nRapport Sluizen."
    assert notes_of(f"{BODY}\n\n{foot}")[0] == ("1", ["Rapport Sloten en", "vaarten."])


def test_an_address_on_the_web_begins_a_note() -> None:
    foot = "1\n2\n\nhttps://www.sloten.nl\nwww.dijken.nl"
    assert notes_of(f"De sloot1 en de dijk.2\n\n{foot}") == [("1", ["https://www.sloten.nl"]), ("2", ["www.dijken.nl"])]


def test_each_page_is_read_by_itself() -> None:
    page = "De sloot{0} is diep.\n\n{1} Rapport Sloten."
    text = "\f".join([page.format(1, 1), page.format(2, "De tekst van"), page.format(3, 3), page.format(4, 4)])
    assert [label for label, _ in notes_of(text)] == ["1", "3", "4"]


def test_a_raised_call_on_a_line_of_its_own_is_no_note() -> None:
    text = "De sloot achter de molen\n1\nis diep, en dat is door de boeren van het dorp gemeld.\n\n1 Rapport Sloten."
    assert notes_of(text) == [("1", ["Rapport Sloten."])]


def test_a_note_holds_the_line_of_its_label() -> None:
    notes = find_notes(lines_of("De sloot1 is diep, de dijk2 hoog.\n\n1\n2\n\nRapport Sloten.\nRapport Dijken."))
    assert [texts(note.lines) for note in notes] == [["1", "Rapport Sloten."], ["2", "Rapport Dijken."]]


def test_a_number_without_letters_behind_it_is_no_label() -> None:
    assert notes_of("De sloot1 is diep.\n\n1 4/6") == []


def test_labels_below_all_texts_leave_the_body_alone() -> None:
    body = "De sloot1 en de dijk2 zijn dit jaar op diepte gebracht door de boeren van het dorp, zo is\ngemeld door het"
    foot = "Kamerstuk 31 322, nr. 12\nKamerstuk 31 322, nr. 14\n1\n2"
    assert notes_of(f"{body}\n\n{foot}") == [("1", ["Kamerstuk 31 322, nr. 12"]), ("2", ["Kamerstuk 31 322, nr. 14"])]


def test_an_address_on_the_web_goes_on_in_the_next_line() -> None:
    foot = "1 https://www.sloten.nl/dossiers/veendijk-\n2031/rapport/diepte\n2 Rapport Dijken."
    assert notes_of(f"De sloot1 en de dijk.2\n\n{foot}") == [
        ("1", ["https://www.sloten.nl/dossiers/veendijk-", "2031/rapport/diepte"]),
        ("2", ["Rapport Dijken."]),
    ]


def test_an_address_that_the_line_above_announces_begins_no_note() -> None:
    foot = "1\nRapport Sloten, te vinden op\nhttps://www.sloten.nl\n2\nRapport Dijken."
    assert notes_of(f"De sloot1 en de dijk.2\n\n{foot}")[0] == (
        "1",
        ["Rapport Sloten, te vinden op", "https://www.sloten.nl"],
    )


def test_a_label_that_the_source_marks_without_a_text_is_an_empty_note() -> None:
    marked = Hint("hinted", "note", 7)
    page = lines_of("De sloot1 is diep, de dijk2 hoog.\n\n1 Rapport Sloten.\n2")
    lines = [line._replace(hint=marked, size=0.8) if line.row > 1 else line for line in page]
    assert [(note.label, texts(note.text_lines)) for note in find_notes(lines)] == [
        ("1", ["1 Rapport Sloten."]),
        ("2", []),
    ]


@pytest.mark.parametrize("label", ["io", "lO", "1o", "l0"])
def test_a_misread_label_is_told_by_its_place(label: str) -> None:
    text = f"De sloot9 en de dijk10 en de sluis.11\n\n9 Rapport Sloten.\n{label} Rapport Dijken.\n11 Rapport Sluizen."
    assert [label for label, _ in notes_of(text)] == ["9", "10", "11"]


def test_a_label_that_is_not_called_is_not_told_by_its_neighbours() -> None:
    foot = "1 Rapport Sloten.\nRapport Dijken.\n3 Rapport Sluizen."
    assert [label for label, _ in notes_of(f"De sloot1 en de sluis.3\n\n{foot}")] == ["1", "3"]


def test_bullets_stacked_above_the_labels_have_the_first_texts() -> None:
    text = "De sloot1 en de dijk.2\n\n•\n•\n1\n2\n\nSloten graven.\nDijken ophogen.\nRapport Sloten.\nRapport Dijken."
    assert notes_of(text) == [("1", ["Rapport Sloten."]), ("2", ["Rapport Dijken."])]


def test_a_number_below_its_abbreviation_goes_on_with_the_note() -> None:
    foot = "1 Kamerstukken II, 31 209, nr.\n1176.\n2 Rapport Dijken."
    assert notes_of(f"De sloot1 en de dijk.2\n\n{foot}")[0] == ("1", ["Kamerstukken II, 31 209, nr.", "1176."])


def test_a_text_may_stand_below_its_call_and_the_label_above_it() -> None:
    body = "1\n2\n\nhet onderhoud van de sloot1 en de dijk\nvan het dorp2 is geregeld."
    assert notes_of(f"De gemeente regelt:\n\n{body}\n\nRapport Sloten.\nRapport Dijken.") == [
        ("1", ["Rapport Sloten."]),
        ("2", ["Rapport Dijken."]),
    ]


@pytest.mark.parametrize(
    ("call", "notes"),
    [
        ("rapport.1", [("1", ["Rapport Dijken van 3 mei."])]),
        ("rapport 1, dat volgt.", [("1", ["Rapport Dijken van 3 mei."])]),
        ("rapport.\n2 1", []),  # a row of a table
    ],
)
def test_a_text_at_the_foot_of_a_long_page_finds_its_label_at_the_top(
    call: str, notes: list[tuple[str, list[str]]]
) -> None:
    body = "\n".join(["Het waterschap meldt dat de sloot achter de molen diep genoeg is."] * 40)
    text = f"De gemeente regelt het.\n\n1\n\n{body}\nDe dijk is in orde volgens het {call}\n\nRapport Dijken van 3 mei."
    assert notes_of(text) == notes


def test_a_number_that_comes_again_and_again_is_of_a_table() -> None:
    questions = ["Hoe diep is de sloot?", "Wie regelt het beheer?", "Wat kost de dijk?"]
    answer = "Het waterschap meldt dat de sloot achter de molen diep genoeg is voor de boeren."
    pages = [f"{question}\n\n1\n\n1\n\n{answer}" for question in questions]
    assert notes_of("\n\n".join(pages)) == []
    assert notes_of(f"De dijk.\n\n1\n\n{answer}\n\n1\n\nRapport Dijken.") == [("1", ["Rapport Dijken."])]


def test_a_number_that_a_weak_call_stands_below_has_no_text_near_it() -> None:
    table = "1\n\nRapport Sloten.\nRapport Dijken.\n\nA\n\nHet waterschap verlaagt peil 1, dat te hoog is."
    assert notes_of(f"De gemeente regelt het.\n\n{table}") == []


def test_a_text_begins_below_a_line_of_the_body_that_had_room() -> None:
    full = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht"
    body = f"{full}\n{full}.1\n{full}\n{full}.2\n{full}.\nVoor wat betreft de vergunningen wordt in het geldende\n"
    cut = 'besluit gezegd dat "de sloten en dijken'
    text = [
        "Veendijk, A. van (2031, 28 januari) Te weinig kennis over sloten: 'Boeren",
        "nat'. www.polder.nl/artikel/531863",
    ]
    foot = "\n".join([*text, "2 Van Molen, B. Het boek van de sloten.", "1"])
    assert notes_of(f"{body}{cut}\n{foot}")[0] == ("1", text)


def test_lines_wider_than_the_text_are_those_of_a_note() -> None:
    body = "\n".join(["De gemeente1 meldt dat de sloot achter de molen diep is en dat"] * 8)
    first = "In het voorjaar is met de boeren van het dorp afgesproken om elk jaar de"
    note = f"{first}\nTweede Kamer te melden hoe diep de sloot is.\n1"
    assert [lines[0][:9] for _, lines in notes_of(f"{body}\n{note}")] == ["In het vo"]


def test_a_sentence_that_no_article_leads_to_begins_the_note_whose_label_is_below() -> None:
    body = "\n".join(["De gemeente1 meldt dat de sloot achter de molen heel diep is en dat een"] * 8)
    first = "In het voorjaar is met de boeren van het dorp afgesproken om elk jaar de"
    note = f"{first}\nTweede Kamer te melden hoe diep de sloot is.\n1"
    assert [lines[0][:9] for _, lines in notes_of(f"{body}\n{note}")] == ["In het vo"]


def test_a_long_note_above_its_label_begins_at_its_first_wide_line() -> None:
    body = "\n".join(["gemeente1 meldt dat de sloot achter de molen heel diep is, en de rol van het"] * 8)
    lines = [
        "Veendijk bestaat uit een hoge en een lage polder (de dorpen Molendijk, Sloterdam en het",
        "St. Annakerkhof). De aanpak van sloten die te ondiep zijn ziet voorlopig alleen op het",
        "Lage deel van de polder. De opgave voor de hoge polder is van een andere orde, want die",
        "ligt er zo anders bij, dat er voor is gekozen om deze aanpak nog niet van toepassing te",
        "laten zijn op de sloten daar. Voor de hoge polder is het beleid de komende jaren eerst",
        "gericht op het op diepte brengen van de vaarten, zoals die van de lage polder al zijn.",
    ]
    assert [found for _, found in notes_of("\n".join([body, *lines, "1"]))] == [lines]


def test_texts_far_likelier_elsewhere_are_left_out() -> None:
    begins = {3: [Begin(0, None, -2.5, -1.0), Begin(1, None, -3.0, -2.1)], 5: [Begin(0, None, 7.5, 6.0)]}
    assert likely(begins) == {5: begins[5]}
    assert likely({3: begins[3]}) == {3: begins[3][:1]}
    stars = [Begin(-2, Mark(label, 0, 0, 0, sure=False), worth, worth) for label, worth in (("*", 9.0), ("**", 0.0))]
    assert likely({3: stars[:1], 5: stars[1:]}) == {3: stars[:1], 5: stars[1:]}
