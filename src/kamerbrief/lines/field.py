"""A value of a letterhead or a web page, with its label and its lines."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamerbrief.lines.features import FeatureLine


@dataclasses.dataclass(slots=True)
class Field:
    """A labelled value, or a value that shows by its shape what it is."""

    name: str
    """What it is: ``kenmerk``; ``other`` where nothing explains it."""
    label: str | None
    """As printed."""
    text: str
    lines: tuple[FeatureLine, ...]
    """The lines that it was read from, its label's included."""

    @property
    def start(self) -> int:
        """Where its first line begins in the source."""
        return min([line.start for line in self.lines])

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return max([line.end for line in self.lines])
