"""Text in two columns: read down the first, then down the second.

Side by side stand the offices and names of two who sign, labels and values, and the cells of tables as well; those are
short or begin with capitals. In columns of text most lines go on with the sentence of the line above.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.pieces import Piece

_ROWS_FROM: Final = 6
_ALIGNED: Final = 4.0
_SAME_ROW: Final = 2.0
_GOING_ON: Final = 0.4
"""Of the lines of a text so many begin with a small letter."""


def read_down(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a body, those of two columns of text one column after the other.

    Afterwards a piece in a column counts its place as if the column were the whole body.
    """
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and abs(piece.baseline - rows[-1][0].baseline) <= _SAME_ROW and not piece.cells:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    ordered: list[Piece] = []
    index = 0
    while index < len(rows):
        edge = rows[index][1].left if len(rows[index]) > 1 else 0.0
        end = index
        while edge and end < len(rows) and _is_split(rows[end], edge):
            end += 1
        columns = _columns(rows[index:end], edge) if end - index >= _ROWS_FROM else []
        if columns and all(map(_is_text, columns)):
            ordered += _set_as_one(columns)
        else:
            end = max(end, index + 1)
            ordered += itertools.chain.from_iterable(rows[index:end])
        index = end
    return ordered


def _columns(rows: Sequence[Sequence[Piece]], edge: float) -> list[list[Piece]]:
    """The pieces left and right of the place where the second column begins."""
    pieces = list(itertools.chain.from_iterable(rows))
    return [[piece for piece in pieces if (piece.left >= edge - _ALIGNED) is right] for right in (False, True)]


def _is_split(row: Sequence[Piece], edge: float) -> bool:
    """Whether the row has nothing across the place where the second column begins."""
    if any(piece.cells for piece in row):
        return False
    return all(piece.right < edge or abs(piece.left - edge) <= _ALIGNED for piece in row)


def _is_text(column: Sequence[Piece]) -> bool:
    going_on = sum(piece.words[0].text[0].islower() for piece in column)
    return len(column) >= _ROWS_FROM and going_on >= _GOING_ON * len(column)


def _set_as_one(columns: Sequence[list[Piece]]) -> list[Piece]:
    """The pieces of the columns one after another, as if each column were as wide as the body."""
    left, right = (min(piece.left for piece in columns[0]), max(piece.right for piece in columns[-1]))
    for column in columns:
        begin, end = min(piece.left for piece in column), max(piece.right for piece in column)
        for piece in column:
            piece.set_left, piece.set_right = piece.left - begin + left, piece.right - end + right
    return list(itertools.chain.from_iterable(columns))
