"""What becomes of one document."""

from __future__ import annotations

import pathlib

import pytest
from tests.command_cases import letters, lines_of

from kamerbrief import Kamerbrief, KamerbriefError, Source
from kamerbrief.command.documents import Document
from kamerbrief.command.reading import read_document


def refuse(brief: Kamerbrief, _: Source) -> str:
    raise KamerbriefError("no date,\nwhich this format demands", brief=brief)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "an empty file"),
        (b"DEFECT", "could not be read, by a defect of kamerbrief (RuntimeError: a defect of ours)"),
    ],
)
def test_a_reason_is_one_line(data: bytes, reason: str) -> None:
    outcome = read_document(Document("a.txt", data=data), render=lines_of, tell=True)
    assert (outcome.made, outcome.reason, outcome.warned, outcome.told) == (None, reason, False, ())


def test_a_letter_that_a_format_refuses(tmp_path: pathlib.Path) -> None:
    (path,) = letters(tmp_path, 1)
    outcome = read_document(Document(str(path)), render=refuse)
    assert outcome.reason == "no date, which this format demands"


def test_what_was_made_and_what_there_is_to_say(tmp_path: pathlib.Path) -> None:
    (path,) = letters(tmp_path, 1)
    outcome = read_document(Document(str(path)), render=lines_of, tell=True)
    assert outcome.made is not None
    assert Kamerbrief.model_validate_json(outcome.made).subject == "Sloot 0"
    assert outcome.warned
    assert all(line.startswith(f"{path}:") for line in outcome.told)
    assert read_document(Document(str(path)), render=lines_of).told == ()
