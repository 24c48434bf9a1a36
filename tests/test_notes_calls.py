"""Where notes are called: known labels, in ascending order, at the likeliest places."""

import pytest
from tests.lines import line_of, lines_of, measured

from kamerbrief.body.blocks import read_blocks
from kamerbrief.notes.calls import find_calls
from kamerbrief.notes.note import Note


def note(label: str, start: int = 0) -> Note:
    line = line_of(f"{label} Rapport Sloten.")._replace(start=start)
    return Note(label, (line,), (line,), len(label) + 1)


def called(text: str, *labels: str) -> list[list[tuple[str, str]]]:
    """Per block the label of each call and the text before its mark."""
    blocks = read_blocks(*measured(lines_of(text)))
    notes = [note(label, start) for start, label in enumerate(labels, 1_000)]
    calls = find_calls(blocks, notes)
    return [
        [(call.label, block.text.string[: call.start]) for call in row]
        for block, row in zip(blocks, calls, strict=True)
    ]


def test_a_call_per_note() -> None:
    assert called("De sloot is diep.1\n\nDe dijk2 is hoog.", "1", "2") == [
        [("1", "De sloot is diep.")],
        [("2", "De dijk")],
    ]


def test_two_notes_called_by_one_number() -> None:
    assert called("De sloot is diep.12", "1", "2") == [[("1", "De sloot is diep."), ("2", "De sloot is diep.1")]]
    assert called("De sloot1 en2 is diep.12", "1", "2", "12") == [
        [("1", "De sloot"), ("2", "De sloot1 en"), ("12", "De sloot1 en2 is diep.")]
    ]


def test_without_notes_nothing_is_called() -> None:
    assert called("De sloot is diep.1\n\nDe dijk2 is hoog.") == [[], []]


def test_only_known_labels_are_calls() -> None:
    assert called("De sloot3 is diep.1", "1") == [[("1", "De sloot3 is diep.")]]


def test_the_likeliest_place_wins() -> None:
    # Each text has the number as a count as well.
    assert called("Van de 2 sloten is er 1 diep, zei hij.1 En dat is veel.2", "1", "2") == [
        [
            ("1", "Van de 2 sloten is er 1 diep, zei hij."),
            ("2", "Van de 2 sloten is er 1 diep, zei hij.1 En dat is veel."),
        ]
    ]


def test_calls_ascend() -> None:
    # The first "2" is sure by itself, but no call of 1 stands before it.
    assert called("De dijk².\n\nDe sloot.1\n\nDe sluis.2", "1", "2") == [[], [("1", "De sloot.")], [("2", "De sluis.")]]


def test_a_note_without_a_place_is_called_nowhere() -> None:
    assert called("De sloot.1\n\nDe sluis.3", "1", "2", "3") == [[("1", "De sloot.")], [("3", "De sluis.")]]


def test_each_label_is_called_once() -> None:
    assert called("De sloot1 en de dijk1 zijn hoog", "1") == [[("1", "De sloot")]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("**De** sloot.[^1] En de dijk.[^1]", 2),
        ("**De** sloot.<sup>1</sup> En de dijken<sup>1</sup>.", 2),
        ("**De** sloot.[^1] En 12 m<sup>1</sup>.", 1),
        ("De sloot is diep.1 De dijk ook;1 en de vaart", 2),
        ("De sloot¹ is diep. De dijk is hoog.1", 1),
    ],
)
def test_a_sure_mark_calls_a_note_again(text: str, count: int) -> None:
    assert [len(calls) for calls in called(text, "1")] == [count]


def test_a_star() -> None:
    assert called("De sloot* is diep.1", "*", "1") == [[("*", "De sloot"), ("1", "De sloot* is diep.")]]


@pytest.mark.parametrize("text", ["De sloot bevat 1,5 meter water", "1. De sloot", "Op 1% na", "In 1999"])
def test_numbers_that_call_nothing(text: str) -> None:
    assert called(text, "1") == [[]]


def test_the_page_of_the_note_counts() -> None:
    text = "De sloot 1\n\nTot zover.\f\fDe dijk 1\n\nTot slot."
    blocks = read_blocks(*measured(lines_of(text)))
    second = lines_of("Eén.\f1 Rapport.")[1]
    calls = find_calls(blocks, [Note("1", (second,), (second,), 2)])
    assert [block.text.string for block, row in zip(blocks, calls, strict=True) if row] == ["De dijk 1"]


def test_no_blocks() -> None:
    assert find_calls([], [note("1")]) == []
