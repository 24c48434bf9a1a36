"""A piece of a printed line, and what is measured of it once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.glyphs import Word
    from kamerbrief.readers.pdf.tags import Tag


@dataclasses.dataclass(slots=True, eq=False)
class Piece:
    """Words that stand side by side on one baseline without a wide gap, or a row of a table."""

    words: list[Word]
    raised: set[int] = dataclasses.field(default_factory=set)
    """Which of the words are raised, by their id."""
    cells: list[list[Word]] = dataclasses.field(default_factory=list)
    """Of a row of a table: the words of each cell."""
    tag: Tag | None = None
    margin: bool = False
    underlined: bool = False
    set_left: float | None = None
    """Where it would begin if the column that it stands in were the whole body."""
    set_right: float | None = None
    row: int = 0
    gap: int = 0
    level: list[Word] = dataclasses.field(init=False)
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
        self.level = ([word for word in words if id(word) not in raised] or words) if raised else words
        self.left = min([word.left for word in words])
        self.right = max([word.right for word in words])
        self.baseline = self.level[0].baseline
        self.last_baseline = max(word.baseline for word in words) if self.cells else self.baseline
        self.size = main_size(self.level)


def main_size(words: Sequence[Word]) -> float:
    """The size in which most of the characters are set; 0 without words."""
    sizes = [word.style.size for word in words]
    if sizes and sizes.count(sizes[0]) == len(sizes):
        return sizes[0]
    counts: dict[float, int] = {}
    for size, word in zip(sizes, words, strict=True):
        counts[size] = counts.get(size, 0) + len(word.text)
    return max(counts, key=counts.__getitem__, default=0.0)
