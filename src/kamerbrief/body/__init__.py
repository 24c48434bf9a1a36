"""The body: its lines become blocks, the blocks a tree of sections.

``grouping`` puts lines together, ``blocks`` says what they are, ``sections`` makes the tree.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.body.blocks import RawBlock, read_blocks
from kamerbrief.lines.measure import Measure

if TYPE_CHECKING:
    from kamerbrief.ending import Ending
    from kamerbrief.lines.asked import Asked
    from kamerbrief.lines.glued import LostHyphens
    from kamerbrief.lines.ledger import Ledger

__all__ = ["Body", "read_body"]


@dataclasses.dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a letter."""

    blocks: list[RawBlock]
    annexes: list[RawBlock]
    """Those that follow the signature, and the bodies of further letters."""


def read_body(ledger: Ledger, ending: Ending, asked: Asked, lost: LostHyphens) -> Body:
    """The blocks before and behind the ending; their lines are taken."""
    before, after = ledger.around(ending.lines)
    after = [*after, *ledger.recall()]
    measure = Measure.of([*before, *after])
    before, after = lost.restored(before), lost.restored(after)
    body = Body(read_blocks(before, measure, asked), read_blocks(after, measure, asked, annex=True))
    for block in (*body.blocks, *body.annexes):
        ledger.take("block", block.lines)
    return body
