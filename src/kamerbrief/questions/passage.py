"""A block of the letter with its place."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.body.levels import ASKED
from kamerbrief.model.base import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.document.text import Text
    from kamerbrief.model.notes import Call
    from kamerbrief.model.references import Where


@dataclasses.dataclass(slots=True)
class Passage:
    """A text of the letter with its place; of a block also what it is."""

    where: Where
    text: Text
    calls: tuple[Call, ...] = ()
    block: RawBlock | None = None

    @property
    def is_head(self) -> bool:
        """Whether it is the head of a question or answer, which cites nothing."""
        return self.block is not None and self.block.role in ASKED


def hull(blocks: Iterable[RawBlock]) -> Span:
    """From the first to the last character of some blocks."""
    lines = [line for block in blocks for line in (block.lines[0], block.lines[-1])]
    return Span(start=min(line.start for line in lines), end=max(line.end for line in lines))
