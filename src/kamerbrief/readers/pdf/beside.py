"""Which pieces of a page stand in the margin beside its body, and where a line of the body reaches into it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.columns import TEXT_FROM, length_of, row_of
from kamerbrief.readers.pdf.pieces import Piece
from kamerbrief.readers.pdf.place import MARGIN_FROM
from kamerbrief.readers.pdf.stretches import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALLER: Final = 0.9
"""The print of the margin is at most so large, of that of the body."""
_ALIGNED: Final = 2.0
_CELLS_BESIDE: Final = 3
"""Beside so many pieces of the body, on their baseline and as large, stands the last cell of their row, no margin."""


def with_margin(pieces: Sequence[Piece], width: float, body_size: float) -> list[Piece]:
    """The pieces of a page of this width, those of the margin told, lines that reach into it cut."""
    for piece in pieces:
        piece.margin = piece.left >= MARGIN_FROM * width and piece.size <= SMALLER * body_size
    edge = min((piece.left for piece in pieces if piece.margin), default=width) - _ALIGNED
    cut = [part for piece in pieces for part in _cut_at(piece, edge, body_size)]
    beside = Counter((piece.baseline, piece.size) for piece in cut if piece.left < edge)
    of_data = _rows_of_data(cut)
    for piece in cut:
        in_row = beside[piece.baseline, piece.size] >= _CELLS_BESIDE or row_of(piece) in of_data
        piece.margin |= piece.left >= edge and not (in_row and piece.size > SMALLER * body_size)
    return cut


def _rows_of_data(pieces: Sequence[Piece]) -> set[int]:
    """The tagged rows that have several cells and no text in any; beside a text what is short may be a note on it."""
    lengths: dict[int, Counter[int]] = {}
    for piece in pieces:
        if (tag := piece.words[0].tag) is not None and row_of(piece):
            lengths.setdefault(tag.block, Counter())[tag.cell] += length_of(piece)
    return {row for row, cells in lengths.items() if len(cells) > 1 and max(cells.values()) < TEXT_FROM}


def _cut_at(piece: Piece, edge: float, body_size: float) -> list[Piece]:
    """A line whose last words are of the margin, in smaller print, as two."""
    if piece.right < edge or not piece.words[0].left < edge <= piece.words[-1].last_left:
        return [piece]
    words = list(words_of(piece.words))
    for at, word in enumerate(words[1:], start=1):
        last = words[at - 1]
        smaller = word.style.size <= SMALLER * body_size < last.style.size
        is_call = word.begin in piece.raised and not word.text[:2].isalpha()
        if word.left >= edge and last.left < edge and smaller and not is_call:
            body = Piece(words[:at], piece.raised, tag=piece.tag)
            return [body, Piece(words[at:], piece.raised, tag=piece.tag, margin=True)]
    return [piece]
