"""A piece of a printed line, and what is measured of it once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.readers.pdf.stretches import Stretch
    from kamerbrief.readers.pdf.tags import Tag


@dataclasses.dataclass(slots=True, eq=False)
class Piece:
    """Words that stand side by side on one baseline without a wide gap, or a row of a table."""

    words: list[Stretch]
    raised: AbstractSet[int] = frozenset()
    """Which of the words are raised, by their numbers."""
    cells: Sequence[list[Stretch]] = ()
    """Of a row of a table: the words of each cell."""
    tag: Tag | None = None
    margin: bool = False
    underlined: bool = False
    set_left: float | None = None
    """Where it would begin if the column that it stands in were the whole body."""
    set_right: float | None = None
    row: int = 0
    gap: int = 0
    level: list[Stretch] = dataclasses.field(init=False)
    """The words that are not raised."""
    left: float = dataclasses.field(init=False)
    right: float = dataclasses.field(init=False)
    baseline: float = dataclasses.field(init=False)
    """How far below the page's edge it stands."""
    last_baseline: float = dataclasses.field(init=False)
    """The same for the last line of a row whose cells have several."""
    size: float = dataclasses.field(init=False)
    """The size of most of its characters."""

    def __post_init__(self) -> None:
        words, raised = self.words, self.raised
        if len(words) == 1:  # as in most lines
            (word,) = self.level = words
            self.left, self.right, self.size = word.left, word.right, word.style.size
            self.baseline = self.last_baseline = word.baseline
            return
        self.level = ([word for word in words if word.begin not in raised] or words) if raised else words
        self.left, self.right = words[0].left, words[0].right
        for word in words[1:]:
            self.left, self.right = min(self.left, word.left), max(self.right, word.right)
        self.baseline = self.level[0].baseline
        self.last_baseline = max(word.baseline for word in words) if self.cells else self.baseline
        self.size = main_size(self.level)


def main_size(words: Sequence[Stretch]) -> float:
    """The size in which most of the characters are set; 0 without words."""
    if len(words) == 1:
        return words[0].style.size
    counts: dict[float, int] = {}
    for word in words:
        counts[word.style.size] = counts.get(word.style.size, 0) + word.length
    return max(counts, key=counts.__getitem__, default=0.0)
