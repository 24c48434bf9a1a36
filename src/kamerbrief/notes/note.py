"""A note as it stands at the foot of a page."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamerbrief.lines.features import FeatureLine


@dataclasses.dataclass(slots=True)
class Note:
    """A note as it stands at the foot of a page."""

    label: str
    lines: tuple[FeatureLine, ...]
    """All its lines, those of its number included."""
    text_lines: tuple[FeatureLine, ...]
    """The lines of its text."""
    begin: int
    """Where its text begins in the first of them."""
    is_inferred: bool = False
    """Its label is not printed so; the order of the notes told it."""
    series: int = 0
    """How often the numbers began anew above it."""

    @property
    def start(self) -> int:
        """Where it begins in the source, by which it is known: labels may come twice."""
        return self.lines[0].start
