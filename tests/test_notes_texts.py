"""Footnotes: collected from the foot of the page before any line is joined."""

from collections.abc import Sequence

import pytest
from tests.lines import lines_of, texts

from kamerbrief.document.line import Hint
from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.joining import join_lines
from kamerbrief.notes.note import Note
from kamerbrief.notes.texts import find_notes
from kamerbrief.vocabulary import words


def read_notes(lines: list[FeatureLine], called_above: Sequence[str] = ()) -> tuple[list[Note], list[FeatureLine]]:
    """The notes, and the lines without them."""
    notes = find_notes(lines, called_above=called_above)
    of_notes = {line.start for note in notes for line in note.lines}
    return notes, [line for line in lines if line.start not in of_notes]


def notes_of(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Labels and texts of the notes, and the lines without them."""
    notes, rest = read_notes(lines_of(text))
    return [(note.label, text_of(note)) for note in notes], texts(rest)


def text_of(note: Note) -> str:
    return join_lines(note.text_lines, note.begin).string


@pytest.mark.parametrize(
    "foot",
    [
        "1 Rapport Sloten.",
        "¹ Rapport Sloten.",
        "¹Rapport Sloten.",
        "[1] Rapport Sloten.",
        "1) Rapport Sloten.",
        "1Rapport Sloten.",
        "1 1Rapport Sloten.",  # its writer typed the number too
    ],
)
def test_a_number_opens_a_note_that_is_called(foot: str) -> None:
    assert notes_of(f"De sloot is diep.1\n\n{foot}") == ([("1", "Rapport Sloten.")], ["De sloot is diep.1"])


@pytest.mark.parametrize(
    "text",
    [
        "De sloot is diep.\n\n1 Rapport Sloten.",  # nobody calls it
        "1 Rapport Sloten.\n\nDe sloot is diep.1",  # called below, not above
        "De sloot is diep.9\n\n9 Rapport Sloten.",  # far from 1, which is the next
        "De sloot is diep.1\n\n1. Rapport Sloten.\n2. Rapport Dijken.",  # the items of a list
        "In 2031 was de sloot diep.\n\n2031 was een droog jaar.",
    ],
)
def test_no_note(text: str) -> None:
    notes, rest = notes_of(text)
    assert notes == []
    assert rest == [line for line in text.split("\n") if line]


def test_a_note_goes_on_in_the_next_line_up_to_a_blank_one() -> None:
    assert notes_of("De sloot is diep.1\n\n1 Rapport Sloten, deel over\nhet veen.\n\nTot slot.") == (
        [("1", "Rapport Sloten, deel over het veen.")],
        ["De sloot is diep.1", "Tot slot."],
    )


def test_numbers_ascend_over_the_pages() -> None:
    notes, rest = notes_of("De sloot1 en de dijk.2\n\n1 Sloten.\n2 Dijken.\n\fDe sluis.3\n\n3 Sluizen.")
    assert notes == [("1", "Sloten."), ("2", "Dijken."), ("3", "Sluizen.")]
    assert rest == ["De sloot1 en de dijk.2", "De sluis.3"]


def test_a_note_that_goes_on_over_the_page_is_one() -> None:
    notes, rest = notes_of(
        "De sloot.1\n\n1 Rapport over de sloten, deel\n\fDe sluis van het dorp.2\n\nover het veen.\n2 Rapport Sluizen."
    )
    assert notes == [("1", "Rapport over de sloten, deel over het veen."), ("2", "Rapport Sluizen.")]
    assert rest == ["De sloot.1", "De sluis van het dorp.2"]


def test_a_finished_note_takes_nothing_of_the_next_page() -> None:
    notes, rest = notes_of("De sloot.1\n\n1 Rapport Sloten.\n\fDe sluis.2\n\nTot slot.\n2 Rapport Sluizen.")
    assert notes == [("1", "Rapport Sloten."), ("2", "Rapport Sluizen.")]
    assert rest == ["De sloot.1", "De sluis.2", "Tot slot."]


def test_a_number_on_a_line_of_its_own() -> None:
    assert notes_of("De sloot is diep.1\n\n1\nRapport Sloten.") == ([("1", "Rapport Sloten.")], ["De sloot is diep.1"])


def test_numbers_stacked_apart_from_their_texts() -> None:
    notes, rest = notes_of("De sloot1 en de dijk.2\n\n1\n2\n\nRapport Sloten.\nRapport Dijken.")
    assert notes == [("1", "Rapport Sloten."), ("2", "Rapport Dijken.")]
    assert rest == ["De sloot1 en de dijk.2"]


def test_a_star() -> None:
    assert notes_of("De sloot is diep.*\n\n* Rapport Sloten.") == ([("*", "Rapport Sloten.")], ["De sloot is diep.*"])


@pytest.mark.parametrize("word", sorted(words("worded_notes")))
def test_notes_that_are_called_so(word: str) -> None:
    text = f"De sloot is diep1 en de dijk hoog.2\n\n{word} 1: Rapport Sloten.\n\n{word} 2: NRC, 5 maart 2031."
    assert notes_of(text)[0] == [("1", "Rapport Sloten."), ("2", "NRC, 5 maart 2031.")]


def test_a_note_of_a_web_page() -> None:
    text = "De sloot is diep.1\n\nX Noot\n1\nRapport Sloten."
    notes, rest = read_notes(lines_of(text))
    assert [(note.label, text_of(note)) for note in notes] == [("1", "Rapport Sloten.")]
    assert texts(notes[0].lines) == ["X Noot", "1", "Rapport Sloten."]
    assert texts(rest) == ["De sloot is diep.1"]


def test_a_note_that_the_heading_calls() -> None:
    lines = lines_of("De sloot is diep.\n\n1 Herdruk wegens een fout.")
    assert read_notes(lines) == ([], lines)
    notes, _ = read_notes(lines, called_above=["1"])
    assert [text_of(note) for note in notes] == ["Herdruk wegens een fout."]


def test_a_missing_note_does_not_stop_the_next() -> None:
    notes, _ = notes_of("De sloot1, de dijk2 en de sluis.3\n\n1 Sloten.\n\n3 Sluizen.")
    assert notes == [("1", "Sloten."), ("3", "Sluizen.")]


def test_a_raised_number_below_a_note_opens_a_later_one() -> None:
    notes, _ = notes_of("De sloot is diep.<sup>1</sup>\n\n<sup>1</sup> Sloten.\n<sup>3</sup> Dijken.")
    assert notes == [("1", "Sloten."), ("3", "Dijken.")]


def test_a_parenthesis_below_an_unfinished_note_belongs_to_it() -> None:
    first = "1 Zie de brieven van de minister over de diepte van de sloten achter de molen van Veendijk"
    notes, rest = notes_of(f"De sloot is door de1\n\n{first}\n\n(Kamerstuk 99 123).\n\nboeren gegraven.")
    assert notes == [("1", f"{first[2:]} (Kamerstuk 99 123).")]
    assert rest == ["De sloot is door de1", "boeren gegraven."]


def test_a_number_and_words_that_close_a_page_are_the_next_note() -> None:
    above = "De sloot is diep.1\n\n1\nRapport Sloten.\f"
    notes, _ = notes_of(f"{above}De dijk is hoog.\n\n2\n\nRapport Dijken.\fDe sluis is dicht.")
    assert notes == [("1", "Rapport Sloten."), ("2", "Rapport Dijken.")]
    notes, _ = notes_of(f"{above}De dijk is hoog.\n\n2\n\n4/6\fDe sluis is dicht.")  # no words
    assert notes == [("1", "Rapport Sloten.")]


def test_a_number_below_all_others_whose_text_is_not() -> None:
    notes, _ = notes_of("De sloot1, de dijk2 en de sluis3.\n1\n\nSloten.\nDijken.\n3\nSluizen.\n2\fTot slot.")
    assert notes == [("1", "Sloten."), ("2", "Dijken."), ("3", "Sluizen.")]


def test_no_lines() -> None:
    assert read_notes([]) == ([], [])


def test_notes_of_a_text_without_pages_stand_among_its_paragraphs() -> None:
    notes, rest = notes_of("De sloot is diep.1\n\n1 Sloten.\n\nDe dijk2 is hoog.\n\n2 Dijken.\n\nTot slot.")
    assert notes == [("1", "Sloten."), ("2", "Dijken.")]
    assert rest == ["De sloot is diep.1", "De dijk2 is hoog.", "Tot slot."]


def test_a_raised_number_opens_a_note() -> None:
    notes, rest = notes_of("De sloot<sup>1</sup> is diep.\n\n<sup>1</sup> Rapport Sloten.")
    assert notes == [("1", "Rapport Sloten.")]
    assert rest == ["De sloot1 is diep."]


def sized(*rows: tuple[str, float]) -> tuple[list[str], list[str]]:
    """Labels of the notes and the other lines, of print whose size is shown."""
    found = lines_of("\n".join(row for row, _ in rows))
    lines = [line._replace(size=size) for line, (_, size) in zip(found, rows, strict=True)]
    notes, rest = read_notes(lines)
    return [note.label for note in notes], texts(rest)


@pytest.mark.parametrize(("size", "labels"), [(0.7, ["1"]), (0.0, ["1"]), (1.0, [])])
def test_a_note_is_smaller_than_the_text(size: float, labels: list[str]) -> None:
    rows = [("De sloten zijn diep.1", 1.0), ("1 Rapport Sloten.", size), ("Bron: het rapport.", 0.7)]
    assert sized(*rows)[0] == labels


@pytest.mark.parametrize(("call", "labels"), [("diep.1", ["1"]), ("vaker dan 1", [])])
def test_a_note_as_large_as_the_text_is_called_where_nothing_is_smaller(call: str, labels: list[str]) -> None:
    assert sized((f"De sloten zijn {call}", 1.0), ("1 Rapport Sloten.", 1.0))[0] == labels


@pytest.mark.parametrize("note", ["1) Rapport Sloten.", "[1] Rapport Sloten."])
def test_a_note_as_large_as_the_text_is_known_by_its_bracket(note: str) -> None:
    assert sized(("De sloten zijn diep. 1)", 1.0), (note, 1.0))[0] == ["1"]


def test_a_number_alone_in_full_size_is_that_of_a_question() -> None:
    rows = [("De sloten zijn diep.1", 1.0), ("1", 1.0), ("Hoe diep zijn de sloten?", 1.0)]
    assert sized(*rows) == ([], [row for row, _ in rows])


def test_what_the_source_marks_as_a_note_is_one_in_any_size() -> None:
    body, first, second = lines_of("De sloten zijn diep.1\n1 Rapport Sloten.\nblz. 12.")
    lines = [body, *(line._replace(size=1.0, hint=Hint("hinted", "note", 3)) for line in (first, second))]
    notes, rest = read_notes(lines)
    assert [(note.label, text_of(note)) for note in notes] == [("1", "Rapport Sloten. blz. 12.")]
    assert rest == [body]


def test_an_address_below_a_blank_line_goes_on_with_the_note() -> None:
    notes, rest = notes_of(
        "De sloot is diep.1 De dijk is hoog.2\n\n1 “Sloten in het veen”.\n\n"
        "https://www.sloten.example/veen\n\n2 Rapport Dijken."
    )
    assert notes == [("1", "“Sloten in het veen”. https://www.sloten.example/veen"), ("2", "Rapport Dijken.")]
    assert rest == ["De sloot is diep.1 De dijk is hoog.2"]


@pytest.mark.parametrize(
    ("foot", "labels"),
    [
        ("1 Rapport Sloten. 2 Rapport Dijken.", ["1", "2"]),
        ("1 https://voorbeeld.nl/sloten/diep 2 www.voorbeeld.nl/dijken 3 Rapport Vaarten.", ["1", "2", "3"]),
        ("[1] Rapport Sloten [2] Rapport Dijken.", ["1", "2"]),
        ("1 Kamerstukken II, 27859, nr. 2 Bijlage.", ["1"]),
        ("1 Rapport Sloten en 2 Dijken.", ["1"]),
        ("1 Rapport Sloten. 2 dijken.", ["1"]),
    ],
)
def test_the_next_note_begins_on_the_line_of_the_one_above(foot: str, labels: list[str]) -> None:
    shown = " [1]" if foot.startswith("[") else "1"
    notes, _ = notes_of(f"De sloten{shown} achter de molen van Veendijk zijn diep.\n\n{foot}")
    assert [label for label, _ in notes] == labels
