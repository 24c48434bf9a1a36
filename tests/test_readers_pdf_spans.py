"""Rows of a tagged table that lack the cells over which others span."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.pdfs import Tree, box, lines_of, text

Shown = tuple[float, str]
"""Where the words of a cell begin, and the words; none of an empty one."""
FULL: Sequence[Shown] = ((80, "lange vaart"), (180, "12"), (280, "diep"))


def cells(*rows: Sequence[Shown], drawn: str = "") -> list[list[str]]:
    """The cells of a tagged table of these rows, as they are read."""
    content, marks = drawn, 0
    tree: list[Tree] = []
    for at, row in enumerate(rows):
        tagged: list[Tree] = []
        for left, words in row:
            content += text(left, 100 + 15 * at, words, mark=marks) if words else ""
            tagged.append(("TD", [marks]))
            marks += 1
        tree.append(("TR", tagged))
    found = lines_of(content, tree=("Document", [("Table", tree)]))
    return [[line.text[begin:end] for begin, end in line.cells] for line in found]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (((180, "9"), (280, "ondiep")), ["", "9", "ondiep"]),
        (((280, "ondiep"),), ["", "", "ondiep"]),
        (((80, "vliet"), (280, "ondiep")), ["vliet", "", "ondiep"]),
        (((80, "vliet"), (0, "")), ["vliet", "", ""]),
        (((80, "Vaarten van Veendijk"),), ["Vaarten van Veendijk"]),
        (((0, ""), (280, "ondiep")), ["", "", "ondiep"]),
        (((180, "9"), (0, "")), ["", "9", ""]),
        (((205, "9 tot 12 meter"), (0, "")), ["", "9 tot 12 meter", ""]),
    ],
)
def test_a_row_without_the_cells_that_others_span(row: Sequence[Shown], read: list[str]) -> None:
    assert cells(FULL, row, FULL) == [["lange vaart", "12", "diep"], read, ["lange vaart", "12", "diep"]]


@pytest.mark.parametrize(
    "row",
    [
        ((0, ""), (80, "vliet")),  # no column is left of it
        ((280, "9"), (0, "")),  # nor right of it
        ((280, "ondiep"), (180, "9")),
    ],
)
def test_a_row_whose_cells_are_not_where_columns_are_stays(row: Sequence[Shown]) -> None:
    assert cells(FULL, row, FULL)[1] == [words for _, words in row]


def test_a_cell_in_the_middle_of_several_columns_begins_at_its_rule() -> None:
    row = (80, "vliet"), (270, "diepte")
    full = (*FULL, (380, "smal"))
    rules = "".join(box(x, 106, x + 0.5, 121, "0 g") for x in (78, 178, 400))
    assert cells(full, row, full, drawn=rules)[1] == ["vliet", "diepte", "", ""]
    assert cells(full, row, full)[1] == ["vliet", "", "diepte", ""]


def test_rules_tell_the_columns_where_all_rows_lack_some() -> None:
    rows = ((180, "12"), (280, "diep")), ((80, "vliet"), (280, "ondiep"))
    rules = "".join(box(x, 90, x + 0.5, 121, "0 g") for x in (78, 178, 180, 278, 378))
    assert cells(*rows, drawn=rules) == [["", "12", "diep"], ["vliet", "", "ondiep"]]
    assert cells(*rows) == [["12", "diep"], ["vliet", "ondiep"]]
    around = "".join(box(x, 90, x + 0.5, 121, "0 g") for x in (40, 78, 178, 550))  # the frame of the page
    assert cells(*rows, drawn=around + box(278, 90, 278.5, 96, "0 g")) == [["12", "diep"], ["vliet", "ondiep"]]
    frame = "".join(box(x, 90, x + 0.5, 121, "0 g") for x in (78, 178, 278))
    assert not any(cells(((80, "vliet"),), ((80, "vaart"),), drawn=frame)[0][1:])


def test_columns_that_are_not_apart() -> None:
    full = (80, "lange vaart"), (100, "12"), (280, "diep")
    assert cells(full, ((280, "ondiep"),), full)[1] == ["ondiep"]


@pytest.mark.parametrize("drawn", ["", "".join(box(x, 106, x + 0.5, 121, "0 g") for x in (78, 178, 278))])
def test_a_column_that_is_empty_in_all_whole_rows_holds_nothing(drawn: str) -> None:
    full = (80, "lange vaart"), (0, ""), (280, "diep"), (0, "")
    assert cells(full, ((280, "ondiep"),), full, drawn=drawn)[1] == ["", "", "ondiep", ""]


def test_a_page_with_so_many_rules_is_a_drawing() -> None:
    row = (80, "vliet"), (270, "diepte")
    full = (*FULL, (380, "smal"))
    rules = "".join(box(x, 106, x + 0.5, 121, "0 g") for x in (78, 178, 400))
    drawing = "".join(box(10 + at / 9, 600, 10.1 + at / 9, 700, "0 g") for at in range(2000))
    assert cells(full, row, full, drawn=rules + drawing)[1] == ["vliet", "", "diepte", ""]
