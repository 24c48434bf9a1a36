"""Text in two columns: read down the first, then down the second.

Side by side stand the offices and names of two who sign, labels and values, and the cells of tables as well; those are
short or begin with capitals. In columns of text most lines go on with the sentence of the line above, or the structure
tree has them as cells of one row.
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
TEXT_FROM: Final = 60
"""So many characters of a cell, on several lines, are a text."""


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
    index = told = 0
    while index < len(rows):
        if index >= told and row_of(rows[index][0]):
            told = _end_of_row(rows, index)
            if cells := _cells(rows[index:told]):
                ordered += _set_as_one(cells)
                index = told
                continue
        end, columns = _split_from(rows, index) if len(rows[index]) > 1 else (index + 1, [])
        ordered += _set_as_one(columns) if columns else itertools.chain.from_iterable(rows[index:end])
        index = end
    return ordered


def _split_from(rows: Sequence[Sequence[Piece]], begin: int) -> tuple[int, list[list[Piece]]]:
    """Where the lines end that are split as this one is, and their two columns; else where the next line begins.

    This one has several pieces.
    """
    edge = rows[begin][1].left
    end = begin
    while edge and end < len(rows) and _is_split(rows[end], edge):
        end += 1
    columns = _columns(rows[begin:end], edge) if end - begin >= _ROWS_FROM else []
    if columns and all(map(_is_text, columns)):
        return end, columns
    return max(end, begin + 1), []


def _end_of_row(rows: Sequence[Sequence[Piece]], begin: int) -> int:
    """Where the row ends, of a tagged table of texts, that these lines begin."""
    end = begin
    while end < len(rows) and all(row_of(piece) == row_of(rows[begin][0]) != 0 for piece in rows[end]):
        end += 1
    return end


def row_of(piece: Piece) -> int:
    """The row of a table that a line stands in; 0 if in none, or in a row that is read as one."""
    tag = piece.words[0].tag
    return tag.block if tag is not None and tag.part == "row" and not piece.cells else 0


def _cells(rows: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The lines of each cell of a row from left to right, if two of them at least hold texts; else none."""
    cells: dict[int, list[Piece]] = {}
    for piece in itertools.chain.from_iterable(rows):
        cells.setdefault(piece.words[0].tag.cell if piece.words[0].tag else 0, []).append(piece)
    texts = [cell for cell in cells.values() if len(cell) > 1 and sum(map(length_of, cell)) >= TEXT_FROM]
    return sorted(cells.values(), key=lambda cell: cell[0].left) if len(texts) > 1 else []


def length_of(piece: Piece) -> int:
    """How many characters the words of a piece have."""
    return sum(word.length for word in piece.words)


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
