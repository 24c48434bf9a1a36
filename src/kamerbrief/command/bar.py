"""The progress as a bar, with tqdm (the extra ``kamerbrief[progress]``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tqdm import tqdm

if TYPE_CHECKING:
    from typing import TextIO

    from kamerbrief.command.progress import Tally


class Bar:
    """A bar with the count, the rate, the time left and what was not read."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self._bar = tqdm(total=total, file=stream, unit=" letters", dynamic_ncols=True, leave=False)
        self._stream = stream

    def step(self, tally: Tally) -> None:
        """A document is done."""
        if tally.failed:
            self._bar.set_postfix_str(f"{tally.failed} not read", refresh=False)
        self._bar.update()

    def say(self, line: str) -> None:
        """Say something above the bar."""
        self._bar.write(line, file=self._stream)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()
