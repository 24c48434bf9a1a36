"""What becomes of one document."""

from __future__ import annotations

import pathlib
import re
import types
from collections.abc import Callable

import pytest
from tests.command_cases import letters, lines_of

from kamerbrief import Kamerbrief, KamerbriefError, Source
from kamerbrief.command.documents import Document
from kamerbrief.command.reading import read_document


def refuse(brief: Kamerbrief, _: Source) -> str:
    raise KamerbriefError("no date,\nwhich this format demands", brief=brief)


def out_of_memory(*_: object) -> str:
    raise MemoryError


@pytest.mark.parametrize(
    ("data", "render", "reason"),
    [
        (b"", lines_of, "an empty file"),
        (
            b"DEFECT",
            lines_of,
            r"could not be read, by a defect of kamerbrief \(RuntimeError in reading\.py, line \d+\)",
        ),
        (b"Brief", refuse, "no date, which this format demands"),
        (b"Brief", out_of_memory, "needs more memory than there is"),
    ],
)
def test_a_reason_is_one_line(data: bytes, render: Callable[[Kamerbrief, Source], str], reason: str) -> None:
    outcome = read_document(Document("a.txt", data=data), render=render, tell=True)
    assert (outcome.made, outcome.warned, outcome.told) == (None, False, ())
    assert outcome.reason is not None
    assert re.fullmatch(reason, outcome.reason)


def test_what_was_made_and_what_there_is_to_say(tmp_path: pathlib.Path) -> None:
    (path,) = letters(tmp_path, 1)
    outcome = read_document(Document(str(path)), render=lines_of, tell=True)
    assert outcome.made is not None
    assert Kamerbrief.model_validate_json(outcome.made).subject == "Sloot 0"
    assert outcome.warned
    assert all(line.startswith(f"{path}:") for line in outcome.told)
    assert read_document(Document(str(path)), render=lines_of).told == ()


def test_memory_that_is_out_costs_the_document_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.command.documents.take_in", out_of_memory)
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=None))
    assert Document("-").at_hand().unreadable == "needs more memory than there is"
