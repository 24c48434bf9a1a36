"""Lines that belong together, before it is told what they are."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.line import Part
    from kamerbrief.lines.bullets import Bullet
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.vocabulary.questions import Head


SHORTEST_TEXT = 75
"""A paragraph of the text is longer, a title may not be."""


@dataclasses.dataclass(slots=True)
class Group:
    """Lines that belong together."""

    lines: list[FeatureLine]
    marker: Bullet | None = None
    column: int = 0
    table: bool = False
    """It is a table, as its lines or their number tell."""
    drawing: bool = False
    """It is the words of a drawing."""
    head: Head | None = None
    """It is the head of a question or of an answer."""
    source: tuple[str, int] | None = None
    """It is a questioner's own note: its label, and where its text begins."""
    number: tuple[str, int] | None = None
    """It is a title of a paper of the Kamer: its number, and where its words begin."""
    unsure: bool = False
    """Which lines are of it is a guess that other lines speak against."""

    @property
    def text(self) -> str:
        """Its lines as one, as they are printed."""
        return " ".join([line.text for line in self.lines])

    @property
    def stated(self) -> Part | None:
        """What the source states that it is; None where that is left to tell."""
        return self.lines[0].hint.stated


def stands_above_text(groups: Sequence[Group], index: int) -> bool:
    """Whether a paragraph stands right below a group."""
    below = groups[index + 1] if index + 1 < len(groups) else None
    if below is None or below.marker is not None or below.table:
        return False
    return len(below.text) > SHORTEST_TEXT
