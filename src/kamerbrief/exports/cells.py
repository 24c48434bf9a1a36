"""The cells of a table without the marks of notes, and where these are called."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.model.letter import Block
    from kamerbrief.model.notes import Call


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """A cell; the offsets of its calls are into its own text."""

    text: str
    calls: tuple[Call, ...] = ()


def cells_of(block: Block) -> list[list[Cell]]:
    """The rows of a table, one of a single cell where the text shows none.

    Rows keep the marks that the text of the block lacks: the two are walked together, blanks aside.
    """
    marked, places = _marked(block)
    found: list[list[Cell]] = []
    at = 0
    for row in block.rows or ((block.text,),):
        found.append([])
        for text in row:
            words = "".join(text.split())
            begin = marked.find(words, at)
            if begin < 0 or not words:
                found[-1].append(Cell(text))
                continue
            at = begin + len(words)
            found[-1].append(_cell(text, [(place - begin, call) for place, call in places if begin <= place < at]))
    return found


def _marked(block: Block) -> tuple[str, list[tuple[int, Call]]]:
    """The text of a table with the marks of its calls and without blanks, and where each mark begins in it."""
    text = ""
    places: list[tuple[int, Call]] = []
    ends = [*(call.offset for call in block.calls), len(block.text)]
    for (begin, end), call in itertools.zip_longest(itertools.pairwise([0, *ends]), block.calls):
        text += "".join(block.text[begin:end].split())
        if call is not None:
            places.append((len(text), call))
            text += call.label if block.rows else ""
    return text, places


def _cell(text: str, places: Sequence[tuple[int, Call]]) -> Cell:
    """A cell without marks that begin behind so many characters that are no blanks."""
    solid = [at for at, character in enumerate(text) if not character.isspace()]
    kept, calls, at = "", [], 0
    for place, call in places:
        begin = solid[place]
        end = begin + len(call.label) if text.startswith(call.label, begin) else begin
        kept += text[at:begin]
        calls.append(call.model_copy(update={"offset": len(kept)}))
        at = end
    return Cell(kept + text[at:], tuple(calls))
