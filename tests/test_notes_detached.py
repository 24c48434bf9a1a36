"""Notes whose numbers and texts an extractor set apart."""

import pytest
from tests.lines import lines_of, texts

from kamerbrief.notes.detached import read_foot
from kamerbrief.notes.note import Note

Notes = list[tuple[int, list[str]]]


def foot_of(text: str, *, expected: int = 1) -> tuple[Notes, list[str]] | None:
    """The notes and the other lines of a page; each number that opens a line may number a note."""
    page = lines_of(text)
    starts = {}
    for index, line in enumerate(page):
        number, _, words = line.text.partition(" ")
        if number.isdecimal():
            starts[index] = (int(number), len(number) + 1 if words else 0)
    foot = read_foot(page, expected, starts)
    if foot is None:
        return None
    taken = {line.start for note in foot for line in note.lines}
    return [(int(note.label), _text(note)) for note in foot], texts([x for x in page if x.start not in taken])


def _text(note: Note) -> list[str]:
    first, *more = texts(note.text_lines)
    return [first[note.begin :], *more]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("De sloot is diep.\n\n1\n2\n\nSloten.\nDijken.", [(1, ["Sloten."]), (2, ["Dijken."])]),
        ("De sloot is diep.\n\nSloten.\nDijken.\n1\n2", [(1, ["Sloten."]), (2, ["Dijken."])]),
        (
            "De sloot is diep.\n\n1\n2\n\nSloten en\nvaarten.\nDijken.",
            [(1, ["Sloten en", "vaarten."]), (2, ["Dijken."])],
        ),
        (
            "De sloot is diep.\n\n1 Sloten.\n2\n3\n\nDijken.\nSluizen.",
            [(1, ["Sloten."]), (2, ["Dijken."]), (3, ["Sluizen."])],
        ),
    ],
)
def test_numbers_apart_from_their_texts(text: str, notes: Notes) -> None:
    assert foot_of(text) == (notes, ["De sloot is diep."])


@pytest.mark.parametrize(
    "text",
    [
        "De sloot is diep.\n\n1 Sloten.\n2 Dijken.",  # each number has its text
        "De sloot is diep.\n\n1\nSloten.",
        "De sloot is diep.",
        "2\n3\nSloten.\nDijken.",  # not the numbers that are due
        "1\n" + "\n".join(f"Regel {n}" for n in "abcdefghijklmnopqrstuvwxyz"),  # far from the foot
        "",
    ],
)
def test_no_number_apart(text: str) -> None:
    assert foot_of(text) is None


def test_notes_that_go_on_counting() -> None:
    assert foot_of("De sloot is diep.\n\n4\n5\n\nSloten.\nDijken.", expected=4) == (
        [(4, ["Sloten."]), (5, ["Dijken."])],
        ["De sloot is diep."],
    )


def test_a_note_holds_the_line_of_its_number() -> None:
    page = lines_of("De sloot is diep.\n\n1\n2\n\nSloten.\nDijken.")
    foot = read_foot(page, 1, {1: (1, 0), 2: (2, 0)})
    assert foot is not None
    assert [texts(note.lines) for note in foot] == [["1", "Sloten."], ["2", "Dijken."]]
