"""How far it is: on a terminal only."""

from __future__ import annotations

import io
import sys

import pytest

from kamerbrief.command.documents import Document
from kamerbrief.command.progress import Tally, progress
from kamerbrief.command.reading import Outcome


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


DOCUMENT = Document("a.pdf")
OUTCOMES: list[Outcome[str]] = [
    Outcome(DOCUMENT, "made", warned=True),
    Outcome(DOCUMENT, "made"),
    Outcome(DOCUMENT, reason="an empty file"),
    Outcome(DOCUMENT, reason="same as b.pdf", spared="same"),
    Outcome(DOCUMENT, spared="kept"),
]


def shown_on(stream: io.StringIO, *, wanted: bool = True) -> str:
    tally = Tally()
    with progress(len(OUTCOMES), stream, wanted=wanted) as shown:
        for outcome in OUTCOMES:
            tally.count(outcome)
            if outcome.reason:
                shown.say(f"a.pdf: {outcome.reason}")
            shown.step(tally)
    return stream.getvalue()


def test_summary() -> None:
    tally = Tally()
    for outcome in OUTCOMES:
        tally.count(outcome)
    assert tally.summary() == "3 letters, 1 unchanged, 1 not read, 1 the same as another, 1 with warnings"
    assert Tally().summary() == "0 letters"
    assert Tally(letters=1).summary() == "1 letter"


@pytest.mark.parametrize(("stream", "wanted"), [(io.StringIO(), True), (Terminal(), False)])
def test_elsewhere_only_what_there_is_to_say(stream: io.StringIO, wanted: bool) -> None:  # noqa: FBT001
    assert shown_on(stream, wanted=wanted) == "a.pdf: an empty file\na.pdf: same as b.pdf\n"


def test_counter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    seconds = iter(range(100))
    monkeypatch.setattr("time.monotonic", lambda: float(next(seconds)))
    looks = shown_on(Terminal()).split("\r\x1b[K")
    assert looks[1] == "1 of 5 letters, 1.0 a second, 0:04 left"
    assert looks[3] == "a.pdf: an empty file\n"
    assert looks[4] == "3 of 5 letters, 1.0 a second, 0:02 left, 1 not read"
    assert looks[-1] == ""


def test_bar() -> None:
    pytest.importorskip("tqdm")
    told = shown_on(Terminal())
    assert "a.pdf: same as b.pdf\n" in told
    assert "/5 " in told
