"""Errors: what they say and what they carry."""

import pathlib
import pickle

import pytest

import kamerbrief
from kamerbrief.model.errors import KamerbriefError, UnreadableError
from kamerbrief.model.letter import Diagnostic, Kamerbrief, Recipient, Sender

MISSING = Diagnostic(code="missing-body", severity="error", message="no paragraph")
BRIEF = Kamerbrief(form="plain", sender=Sender(), recipient=Recipient(), diagnostics=(MISSING,))


def test_an_error_carries_the_letter() -> None:
    error = KamerbriefError("no letter", brief=BRIEF)
    assert str(error) == "no letter"
    assert error.brief is BRIEF
    assert error.diagnostics == (MISSING,)


def test_an_error_without_a_letter() -> None:
    error = KamerbriefError("no letter")
    assert (error.brief, error.diagnostics) == (None, ())


@pytest.mark.parametrize("path", ["map/brief.txt", pathlib.PurePosixPath("map/brief.txt")])
def test_unreadable(path: str | pathlib.PurePosixPath) -> None:
    error = UnreadableError(path, "an empty file")
    assert str(error) == "map/brief.txt: an empty file"
    assert error.path is path
    assert error.reason == "an empty file"
    assert (error.brief, error.diagnostics) == (None, ())


@pytest.mark.parametrize("kind", [KamerbriefError, ValueError])
def test_unreadable_is_caught_as(kind: type[Exception]) -> None:
    with pytest.raises(kind, match=r"brief: a PDF$"):
        raise UnreadableError("brief", "a PDF")


def test_strict_refuses_with_the_letter_at_hand() -> None:
    with pytest.raises(KamerbriefError) as caught:
        kamerbrief.parse("", strict=True)
    assert caught.value.brief == kamerbrief.parse("")
    assert [d.code for d in caught.value.diagnostics if d.severity == "error"] == ["empty-letter"]


@pytest.mark.parametrize(
    "error", [KamerbriefError("no letter", brief=BRIEF), UnreadableError(pathlib.PurePosixPath("a/b"), "a PDF")]
)
def test_an_error_comes_back_from_another_process(error: KamerbriefError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - its own
    assert type(again) is type(error)
    assert (str(again), again.brief, again.diagnostics) == (str(error), error.brief, error.diagnostics)
    assert vars(again) == vars(error)
