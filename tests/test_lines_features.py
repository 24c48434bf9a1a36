"""A line is cut in one place only, and its pieces know where they stand."""

import pytest
from tests.lines import line_of

from kamerbrief.lines.features import FeatureLine

# "**Datum**  3 mei" without its marks, at offset 40 of some text.
LINE = FeatureLine("Datum  3 mei", 40, 56, page=1, row=2, column=0, gap=1, offsets=((0, 42), (5, 49)))


@pytest.mark.parametrize(("position", "offset"), [(0, 42), (4, 46), (5, 49), (11, 55), (12, 56)])
def test_source_offset(position: int, offset: int) -> None:
    assert LINE.source_offset(position) == offset


def test_before_the_first_run_its_distance_counts() -> None:
    assert LINE._replace(offsets=((2, 44),)).source_offset(0) == 42


def test_split() -> None:
    source = "De sloot  is diep"
    left, right = line_of(source).split(10)
    assert (left.text, right.text) == ("De sloot", "is diep")
    assert source[left.start : left.end] == "De sloot"
    assert source[right.start : right.end] == "is diep"


def test_marks_between_two_pieces_go_with_the_first() -> None:
    left, right = LINE.split(7)
    assert [(piece.text, piece.start, piece.end) for piece in (left, right)] == [("Datum", 40, 51), ("3 mei", 51, 56)]
    assert [right.source_offset(at) for at in range(len(right.text))] == [51, 52, 53, 54, 55]


def test_a_piece_keeps_what_is_raised_in_it() -> None:
    pieces = LINE._replace(text="diep1 nat2", offsets=((0, 40),), raised=((4, 5), (9, 10))).split(6)
    assert [piece.raised for piece in pieces] == [((4, 5),), ((3, 4),)]


def test_cells() -> None:
    text = "| een |  | twee |"
    cells = line_of(text).split_cells()
    assert [cell.text for cell in cells] == ["een", "twee"]
    assert [text[cell.start : cell.end] for cell in cells] == ["| een |  | ", "twee |"]
