"""A few dozen inputs of each form keep all promises; ``python -m tests.fuzz`` tries many more."""

from __future__ import annotations

import pathlib

import pytest
from tests.fuzz.__main__ import main
from tests.fuzz.examine import Result, examine, smaller
from tests.fuzz.inputs import FORMS, make
from tests.odt_files import odt

COUNTS = {"command": 6, "pdf": 12, "xml": 20, "html": 20}


@pytest.mark.parametrize("form", FORMS)
def test_a_few_inputs_of_each_form(form: str) -> None:
    results = {number: examine(form, make(form, 7, number)) for number in range(COUNTS.get(form, 24))}
    assert {number: result for number, result in results.items() if result.failed} == {}
    assert len({result.outcome for result in results.values()}) > (form != "text")  # both read and refused


CALL = '<a class="supernote-click-n{0}">{0}</a>'
PAPER = "<officiele-publicatie><kamerstuk><stuk><bijlage>{}</bijlage></stuk></kamerstuk></officiele-publicatie>"
FOUND = {
    "the number of a note below its text, once more a note": ("text", "*e1\n²\n1"),
    "a title that is a call of a note and no more": ("html", "<body><a class=supernote-click-v>T\n\n;"),
    "a mark alone behind the head of an answer": ("text", "Vraag1\nAntwoord: •"),
    "what nobody sees behind the head of a question": ("text", "Vraag 1: \ufeff"),
    "the mark of a list behind the head of an answer": ("text", "Vraag1\nAntwoord: a)\u2028a)\nT"),
    "a paragraph that nobody sees": ("html", "<html><body><p><em>4</em></p><p>\ufeff</p></body></html>"),
    "an item whose first paragraph is empty": ("xml", PAPER.format("<lijst><li><al/><al>T</al></li></lijst>")),
    "a call that goes on in the next line": ("xml", PAPER.format("<al><noot><noot.nr>d-\nt\n5</noot.nr></noot></al>")),
    "a separator of files behind a wide gap": ("text", "T:   <!-- ```   \x1ctable"),
    "a call before the first word": ("html", f"<body><p>{CALL.format(1)} sloot</p>"),
    "calls behind the last word": ("html", f"<body><p>T {CALL.format(1)}{CALL.format(2)}</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "text"), FOUND.values(), ids=FOUND)
def test_what_was_found_is_read(form: str, text: str) -> None:
    result = examine(form, text.encode())
    assert (result.outcome, result.detail) == ("read", "")


def test_a_note_without_label_and_text_is_none() -> None:
    note = "<text:note><text:note-citation/><text:note-body/></text:note>"
    assert examine("odt", odt(f"<text:p>De dijk{note}</text:p>")).outcome == "read"


def test_a_seed_gives_the_same_inputs() -> None:
    assert [make(form, 3, 5) for form in FORMS] == [make(form, 3, 5) for form in FORMS]
    assert make("text", 3, 5) != make("text", 4, 5) != make("text", 4, 6)


def test_a_failure_is_told_saved_and_made_small(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kamerbrief.parse", lambda text: 1 / ("raak" not in text))
    found = smaller("text", b"Datum\nOns raak kenmerk\n\n  de en het", examine("text", b"raak").kind)
    assert found == b"raak"
    (tmp_path / "saved").write_bytes(found)
    assert main(["--form", "text", str(tmp_path / "saved")]) == 1
    assert "crash ZeroDivisionError at " in capsys.readouterr().out


def test_failures_with_one_cause_are_of_one_kind() -> None:
    kinds = {Result("broken", f"a title of {n} lines: {text!r}; more").kind for n, text in ((2, "a"), (31, "b 'c'"))}
    assert kinds == {"broken: a title of * lines: *"}


def test_a_run_in_processes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--inputs", "4", "--form", "text", "--seed", "7"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "4 inputs, 0 kinds of failures"
