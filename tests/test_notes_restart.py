"""Notes whose numbers begin anew, on a page or in an annex: each call has the note of its own page."""

import pytest

import kamerbrief
from kamerbrief import Kamerbrief

BODY = "De doelen voor de binnenvaart zijn volgens de schippers van de haven goed haalbaar.{0}\nDe sector heeft"
FIRST = f"{BODY} een plan gemaakt.{{1}}\n\n1 Rapport Sloten van de provincie.\n2 Rapport Dijken van het rijk.\n"
SECOND = "De zeevaart vraagt meer tijd.{0} De havens leveren stroom.\n\n{0} Rapport Zee van het waterschap.\n"


def letter(*pages: str, between: str = "\n\f") -> Kamerbrief:
    return kamerbrief.parse(f"Geachte voorzitter,\n\n{between.join(pages)}\n\nHoogachtend,\n")


def notes_of(brief: Kamerbrief) -> list[tuple[str, str, str]]:
    return [(note.label, note.text.split()[1], note.status) for note in brief.footnotes]


def calls_of(brief: Kamerbrief) -> list[tuple[str, str]]:
    return [
        (call.label, block.text[: call.offset].split()[-1])
        for section in brief.sections
        for block in section.blocks
        for call in block.calls
    ]


@pytest.mark.parametrize("between", ["\n\f", "\n"], ids=["pages", "no page ends"])
def test_numbers_begin_anew(between: str) -> None:
    brief = letter(FIRST.format(1, 2), SECOND.format(1), between=between)
    assert notes_of(brief) == [("1", "Sloten", "linked"), ("2", "Dijken", "linked"), ("1", "Zee", "linked")]
    assert calls_of(brief) == [("1", "haalbaar."), ("2", "gemaakt."), ("1", "tijd.")]
    assert "restarted-notes" in {diagnostic.code for diagnostic in brief.diagnostics}
    assert "missing-note" not in {diagnostic.code for diagnostic in brief.diagnostics}


def test_numbers_that_go_on_do_not() -> None:
    brief = letter(FIRST.format(1, 2), SECOND.format(3))
    assert notes_of(brief)[-1] == ("3", "Zee", "linked")
    assert "restarted-notes" not in {diagnostic.code for diagnostic in brief.diagnostics}


def test_a_number_that_nothing_calls_on_its_page_is_no_note() -> None:
    brief = letter(
        FIRST.format(1, 2), "De zeevaart vraagt meer tijd.\n\n1 januari is de dag van de haven van het dorp.\n"
    )
    assert len(brief.footnotes) == 2


def test_a_missing_number_is_told_in_its_own_series() -> None:
    page = "De zeevaart vraagt tijd.1 De havens ook.4\n\n1 Rapport Zee van het rijk.\n4 Rapport Haven van het dorp.\n"
    brief = letter(FIRST.format(1, 2), page)
    assert [one.message.rpartition(" ")[2] for one in brief.diagnostics if one.code == "missing-note"] == ["2", "3"]


def test_three_pages_with_a_note_each() -> None:
    brief = letter(*[SECOND.format(1)] * 3)
    assert [label for label, _, _ in notes_of(brief)] == ["1", "1", "1"]
