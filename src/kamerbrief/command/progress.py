"""How far it is: a bar on a terminal, and a line of sums at the end."""

from __future__ import annotations

import contextlib
import dataclasses
import time
from typing import TYPE_CHECKING, Final, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.command.reading import Outcome

_PAUSE: Final = 0.2
"""Seconds between two looks of the counter."""
_CLEAR: Final = "\r\x1b[K"


@dataclasses.dataclass(slots=True)
class Tally:
    """What became of the documents so far."""

    letters: int = 0
    kept: int = 0
    failed: int = 0
    same: int = 0
    warned: int = 0

    def count(self, outcome: Outcome[object]) -> None:
        """Count a document."""
        self.kept += outcome.spared == "kept"
        self.same += outcome.spared == "same"
        self.failed += outcome.reason is not None and outcome.spared is None
        self.letters += outcome.reason is None
        self.warned += outcome.warned

    def summary(self) -> str:
        """In words: ``226 letters, 2 not read, 25 with warnings``.

        Example:
            >>> Tally(letters=226, failed=2, warned=25).summary()
            '226 letters, 2 not read, 25 with warnings'
        """
        told = [
            f"{self.letters:,} {'letter' if self.letters == 1 else 'letters'}",
            f"{self.kept:,} unchanged",
            f"{self.failed:,} not read",
            f"{self.same:,} the same as another",
            f"{self.warned:,} with warnings",
        ]
        return ", ".join(one for one in told if not one.startswith("0 ") or one is told[0])


class Progress(Protocol):
    """What shows how far it is."""

    def step(self, tally: Tally) -> None:
        """A document is done."""

    def say(self, line: str) -> None:
        """Say something between."""


class _Silent:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def step(self, tally: Tally) -> None:
        pass

    def say(self, line: str) -> None:
        print(line, file=self._stream)


class _Counter:
    """One line that is written over."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._began = self._last = time.monotonic()
        self._done = 0

    def step(self, tally: Tally) -> None:
        self._done += 1
        now = time.monotonic()
        if now - self._last >= _PAUSE:
            self._last = now
            rate = self._done / (now - self._began)
            left = round((self._total - self._done) / rate)
            failed = f", {tally.failed:,} not read" if tally.failed else ""
            self._stream.write(
                f"{_CLEAR}{self._done:,} of {self._total:,} letters, {rate:.1f} a second, "
                f"{left // 60}:{left % 60:02} left{failed}"
            )
            self._stream.flush()

    def say(self, line: str) -> None:
        self._stream.write(f"{_CLEAR}{line}\n")

    def close(self) -> None:
        self._stream.write(_CLEAR)
        self._stream.flush()


class _Bar:
    """A bar, by tqdm."""

    def __init__(self, total: int, stream: TextIO) -> None:
        from tqdm import tqdm

        self._bar = tqdm(total=total, file=stream, unit=" letters", dynamic_ncols=True, leave=False)
        self._stream = stream

    def step(self, tally: Tally) -> None:
        if tally.failed:
            self._bar.set_postfix_str(f"{tally.failed:,} not read", refresh=False)
        self._bar.update()

    def say(self, line: str) -> None:
        self._bar.write(line, file=self._stream)

    def close(self) -> None:
        self._bar.close()


@contextlib.contextmanager
def progress(total: int, stream: TextIO, *, wanted: bool) -> Iterator[Progress]:
    """Show how far it is, on a terminal only: with tqdm where the extra ``progress`` is installed, else a counter."""
    if not (wanted and stream.isatty()):
        yield _Silent(stream)
        return
    try:
        shown: _Bar | _Counter = _Bar(total, stream)
    except ImportError:
        shown = _Counter(total, stream)
    try:
        yield shown
    finally:
        shown.close()
