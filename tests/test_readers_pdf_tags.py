"""What the tags of a PDF, and the rules that it draws, say of its lines: blocks, headings, items, tables."""

from __future__ import annotations

from tests.pdfs import BODY, Mark, Tree, box, lines_of, source_of, text

import kamerbrief
from kamerbrief.document.line import Line


def tagged(*rows: tuple[str, int], tree: Tree) -> list[Line]:
    shown = "\n".join(text(80, 100 + 12 * at, row, mark=mark) for at, (row, mark) in enumerate(rows))
    return lines_of(shown, tree=tree)


def test_the_structure_tree_says_what_lines_are() -> None:
    found = tagged(
        ("Sloten", 0), ("De sloten zijn", 1), ("diep.", 1), ("breed", 2), ("1 Noot.", 3),
        tree=("Document", [("H2", [0]), ("P", [1]), ("L", [("LI", [("LBody", [2])])]), ("Note", [("P", [3])])]),
    )  # fmt: skip
    assert [(line.hint.part, line.hint.level) for line in found] == [
        ("heading", 2), ("paragraph", 0), ("paragraph", 0), ("item", 0), ("note", 0),
    ]  # fmt: skip
    assert found[1].hint.block == found[2].hint.block
    assert len({line.hint.block for line in found}) == 4


def test_a_long_heading_is_none() -> None:
    rows = [("Een lange zin over sloten en dijken in het veen van Veendijk, die", 0)] * 3
    found = tagged(*rows, tree=("Document", [("H1", [0])]))
    assert {(line.hint.part, line.hint.level) for line in found} == {("paragraph", 0)}


def test_plain_print_that_is_tagged_as_heading_too_often_is_none() -> None:
    rows = [(f"Een kop over sloot {number}", number) for number in range(4)]
    shown = "".join(
        text(80, 100 + 12 * at, row, mark=at, font="bold" if at == 3 else "plain") for at, (row, _) in enumerate(rows)
    )
    found = lines_of(shown, tree=("Document", [("H1", [number]) for _, number in rows]))
    assert [line.hint.level for line in found] == [0, 0, 0, 1]


def test_headings_all_over_are_none() -> None:
    rows = [(f"Een kop over sloot {number}", number) for number in range(20)]
    found = tagged(*rows, tree=("Document", [("H1", [number]) for _, number in rows]))
    assert {line.hint.level for line in found} == {0}


ELSEWHERE: Tree = ("Span", [Mark(1, 9)])
INSIDE: list[Tree | Mark | int] = [ELSEWHERE, Mark(2, 0)]
LINKED: Tree = ("P", [("Link", INSIDE)])
"""A paragraph that opens with a link, of which the first part is not on its page."""


def test_a_link_at_the_top_of_a_page_goes_on_with_nothing() -> None:
    one, two = lines_of(
        text(80, 700, "De sloten zijn diep.", mark=0),
        text(80, 100, "Zie hier.", mark=0),
        tree=("Document", [("P", [Mark(1, 0)]), LINKED]),
    )
    assert one.hint.block != two.hint.block


def test_a_paragraph_over_the_end_of_a_page_is_one_block() -> None:
    one, two, three = lines_of(
        text(80, 700, "De sloten zijn", mark=0),
        text(80, 100, "diep.", mark=0) + text(80, 124, "Klaar.", mark=1),
        tree=("Document", [("P", [Mark(1, 0), Mark(2, 0)]), ("P", [Mark(2, 1)])]),
    )
    assert one.hint.block == two.hint.block != three.hint.block


TABLE: Tree = ("Table", [("TR", [("TD", [2 * row]), ("TD", [2 * row + 1])]) for row in range(3)])


def test_the_rows_of_a_table_are_lines_of_cells() -> None:
    shown = "".join(
        text(80 + 100 * column, 100 + 12 * row, f"cel {2 * row + column}", mark=2 * row + column)
        for row in range(3)
        for column in range(2)
    )
    found = lines_of(shown, tree=("Document", [TABLE]))
    assert [line.text for line in found] == ["cel 0\tcel 1", "cel 2\tcel 3", "cel 4\tcel 5"]
    assert [[line.text[a:b] for a, b in line.cells] for line in found] == [
        [f"cel {2 * row}", f"cel {2 * row + 1}"] for row in range(3)
    ]


def test_an_empty_cell_keeps_its_place() -> None:
    shown = "".join(
        text(80 + 100 * (mark % 2), 100 + 12 * (mark // 2), f"cel {mark}", mark=mark) for mark in (1, 2, 3, 4)
    )
    found = lines_of(shown, tree=("Document", [TABLE]))
    assert [[line.text[a:b] for a, b in line.cells] for line in found] == [
        ["", "cel 1"],
        ["cel 2", "cel 3"],
        ["cel 4", ""],
    ]


def test_a_word_that_a_cell_breaks_is_whole() -> None:
    shown = text(80, 100, "beleids-", mark=0) + text(80, 110, "regels", mark=0)
    shown += "".join(text(80 + 100 * (mark % 2), 110 + 12 * (mark // 2), "cel", mark=mark) for mark in range(1, 6))
    brief = kamerbrief.parse(source_of(f"{shown}\n{BODY}", tree=("Document", [TABLE])))
    (table,) = [block for section in brief.sections for block in section.blocks if block.kind == "table"]
    assert table.rows is not None
    assert table.rows[0] == ("beleidsregels", "cel")
    assert table.text.startswith("beleidsregels cel")


def test_a_table_of_long_cells_only_puts_things_in_their_places() -> None:
    sentence = "Een zin over sloten en dijken in het veen van Veendijk en omstreken."
    rows = [(sentence, row // 8) for row in range(48)]
    assert not any(line.cells for line in tagged(*rows, tree=("Document", [TABLE])))


def test_the_cells_of_such_a_table_are_parted() -> None:
    shown = text(80, 100, "Een zin over sloten", mark=0) + text(164, 100, "9", mark=1)
    shown += "".join(text(80, 112 + 12 * at, "Een zin over sloten", mark=0) for at in range(30))
    found = lines_of(shown, tree=("Document", [TABLE]))
    assert [line.text for line in found][:3] == ["Een zin over sloten", "9", "Een zin over sloten"]


def test_texts_side_by_side_in_such_a_table_are_read_one_after_the_other() -> None:
    left = ["De sloten zijn diep", "en zij blijven het,", "zo lang als het regent", "in het veen."]
    right = [
        "Zij worden dieper,",
        "nu het gemaal maalt.",
        *[f"Dat duurt nog wel {at} of meer jaar." for at in range(20)],
    ]
    shown = "".join(text(80, 100 + 12 * at, row, mark=0) for at, row in enumerate(left))
    shown += "".join(text(180, 100 + 12 * at, row, mark=1) for at, row in enumerate(right))
    found = lines_of(shown, tree=("Document", [TABLE]))
    assert [line.text for line in found] == left + right
    assert {line.column for line in found} == {0}


def test_the_paragraphs_of_such_a_cell_are_blocks() -> None:
    rows = [(f"Een zin over sloten en dijken in het veen van Veendijk, {at}.", at // 5) for at in range(20)]
    cells: list[Tree | Mark | int] = [("TD", [("P", [0]), ("LI", [1])]), ("TD", [("H2", [2]), ("P", [3])])]
    found = tagged(*rows, tree=("Document", [("Table", [("TR", [cell]) for cell in cells])]))
    assert len({line.hint.block for line in found}) == 4


def test_the_head_of_such_a_table_is_a_row() -> None:
    head = "".join(text(80 + 90 * at, 100, words, mark=at) for at, words in enumerate(("Nr.", "Vraag", "Blz.")))
    asked = "".join(text(80, 120 + 12 * at, f"Een zin over sloten en dijken, {at}.", mark=3) for at in range(20))
    rows: list[Tree] = [("TR", [("TD", [Mark(2, at)]) for at in range(3)]), ("TR", [("TD", [Mark(2, 3)])])]
    found = lines_of("", head + asked, tree=("Document", [("Table", rows)]))
    assert [line.text for line in found][:2] == ["Nr.\tVraag\tBlz.", "Een zin over sloten en dijken, 0."]


def test_the_last_row_of_a_page_may_be_all_of_its_table() -> None:
    shown = "".join(text(80 + 60 * at, 100, f"cel {at}", mark=at) for at in range(3))
    row = [("TR", [("TD", [Mark(page, at)]) for at in range(3)]) for page in (1, 2)]
    tree: Tree = ("Document", [("Table", [row[0]]), ("Table", [row[1]])])
    assert [line.text for line in lines_of(shown, shown, tree=tree)] == [
        "cel 0",
        "cel 1",
        "cel 2",
        "cel 0\tcel 1\tcel 2",
    ]
    names = "".join(text(80 + 60 * at, 100, f"naam {'abc'[at]}", mark=at) for at in range(3))
    assert not any(line.cells for line in lines_of(names, names, tree=tree))


def test_cells_of_a_placing_table_that_reach_into_the_margin_are_of_the_body() -> None:
    shown = text(468, 100, "Datum", size=6.5) + text(80, 200, "Diepte", mark=0) + text(470, 200, "2%", mark=1)
    tree: Tree = ("Document", [("Table", [("TR", [("TD", [0]), ("TD", [1])])])])
    assert [line.text for line in lines_of(shown + BODY, tree=tree) if line.margin] == ["Datum"]
    sentence = "Een lange zin over de sloten en over de dijken in het veen van Veendijk en omstreken."
    beside = lines_of(shown.replace("Diepte", sentence) + BODY, tree=tree)
    assert [line.text for line in beside if line.margin] == ["Datum", "2%"]


def test_a_table_with_an_address_in_a_cell_only_puts_things_in_their_places() -> None:
    shown = "".join(text(80, 100 + 12 * mark, f"regel {mark}", mark=mark) for mark in range(4))
    shown += text(80, 160, "Datum", mark=4) + text(180, 160, "4 maart", mark=5)
    rows: list[Tree | Mark | int] = [("TR", [("TD", [0])]), ("TR", [("TD", [("P", [mark]) for mark in (1, 2, 3)])])]
    rows.append(("TR", [("TD", [4]), ("TD", [5])]))
    found = lines_of(shown, tree=("Document", [("Table", rows)]))
    assert [line.text for line in found][:4] == [f"regel {mark}" for mark in range(4)]
    assert not any(line.cells for line in found)


GRID = "".join(box(78, y, 280, y + 0.5, "0 g") for y in (90, 105, 130, 145)) + "".join(
    box(x, 90, x + 0.5, 145, "0 g") for x in (78, 178, 280)
)
"""Rules around three rows of two cells."""


def test_a_table_that_is_drawn() -> None:
    cells = {(80, 100): "Sloot", (180, 100): "Diepte", (80, 115): "de lange", (80, 126): "vaart", (180, 115): "12",
             (80, 140): "de vliet", (180, 140): "8"}  # fmt: skip
    found = lines_of("".join(text(*place, words) for place, words in cells.items()) + GRID)
    assert [line.text for line in found] == ["Sloot\tDiepte", "de lange vaart\t12", "de vliet\t8"]
    assert [line.gap for line in found] == [0, 0, 0]
    brief = kamerbrief.parse(source_of("".join(text(*place, words) for place, words in cells.items()) + GRID + BODY))
    assert brief.sections[0].blocks[0].rows == (("Sloot", "Diepte"), ("de lange vaart", "12"), ("de vliet", "8"))


def test_a_cell_over_two_columns_and_an_empty_one() -> None:
    grid = "".join(box(78, y, 380, y + 0.5, "0 g") for y in (90, 105, 120, 135)) + "".join(
        box(x, 105 if x == 180 else 90, x + 0.5, 135, "0 g") for x in (78, 180, 280, 380)
    )
    cells = {(80, 100): "Sloten en vaarten", (160, 100): "samen", (290, 100): "Diepte", (80, 115): "lang",
             (190, 115): "kort", (80, 130): "breed", (290, 130): "8"}  # fmt: skip
    found = lines_of("".join(text(*place, words) for place, words in cells.items()) + grid)
    assert [[line.text[a:b] for a, b in line.cells] for line in found] == [
        ["Sloten en vaarten samen", "", "Diepte"], ["lang", "kort", ""], ["breed", "", "8"],
    ]  # fmt: skip


def test_texts_in_frames_are_no_table() -> None:
    frame = "".join(box(78, y, 280, y + 0.5, "0 g") for y in (90, 105, 120, 135)) + "".join(
        box(x, 90, x + 0.5, 135, "0 g") for x in (78, 280)
    )
    found = lines_of(text(80, 100, "Vraag 1.") + text(80, 115, "Vraag 2.") + text(80, 130, "Vraag 3.") + frame)
    assert not any(line.cells for line in found)


def test_rules_of_other_lengths_are_no_table() -> None:
    rules = "".join(box(78, y, 200 + y, y + 0.5, "0 g") for y in (90, 105, 130, 145)) + box(78, 90, 79, 145, "0 g")
    found = lines_of(text(80, 100, "Sloot") + text(80, 120, "Vaart") + text(80, 140, "Vliet") + rules)
    assert not any(line.cells for line in found)


def test_a_cell_over_two_rows_and_a_table_of_two_rows() -> None:
    down = "".join(box(x, 90, x + 0.5, 135, "0 g") for x in (78, 180, 280))
    across = "".join(box(180 if y == 105 else 78, y, 280, y + 0.5, "0 g") for y in (90, 105, 120, 135))
    cells = {(80, 100): "Lange", (80, 112): "sloten", (190, 100): "diep", (190, 115): "breed", (80, 130): "Vaarten",
             (190, 130): "kort"}  # fmt: skip
    found = lines_of("".join(text(*place, words) for place, words in cells.items()) + down + across)
    assert [[line.text[a:b] for a, b in line.cells] for line in found] == [
        ["Lange sloten", "diep"], ["", "breed"], ["Vaarten", "kort"],
    ]  # fmt: skip
    across = "".join(box(78, y, 280, y + 0.5, "0 g") for y in (90, 120, 135))
    found = lines_of("".join(text(*place, words) for place, words in cells.items()) + down + across)
    assert [[line.text[a:b] for a, b in line.cells] for line in found] == [
        ["Lange sloten", "diep breed"], ["Vaarten", "kort"],
    ]  # fmt: skip


def test_a_drawing_of_thousands_of_rules_is_no_table() -> None:
    down = "".join(box(78 + index / 10, 90, 78.2 + index / 10, 135, "0 g") for index in range(2100))
    across = "".join(box(78, y, 288, y + 0.5, "0 g") for y in (90, 105, 120, 135))
    found = lines_of(text(80, 100, "Sloot") + text(180, 100, "diep") + text(80, 130, "Vaart") + down + across)
    assert not any(line.cells for line in found)
