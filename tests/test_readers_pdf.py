"""PDF as pages of lines: what stands on a page, where, and in which style."""

from __future__ import annotations

import concurrent.futures
import pathlib
import sys

import pytest
from tests.pdfs import Mark, Tree, box, lines, pdf, text
from tests.truth_report import FIXTURES

import kamerbrief
from kamerbrief import Source, Span, UnreadableError
from kamerbrief.readers import decode
from kamerbrief.source import Line

BODY = lines(
    400, *[f"De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht, zie {n}." for n in range(9)]
)
"""Enough text to tell how a document is set."""


def source_of(*pages: str, rotate: int = 0, crop: str = "", tree: Tree | None = None) -> Source:
    return decode(pdf(*pages, rotate=rotate, crop=crop, tree=tree), "brief.pdf")


def lines_of(*pages: str, tree: Tree | None = None, rotate: int = 0) -> list[Line]:
    """The lines above the text that tells how the document is set."""
    source = source_of(*[f"{page}\n{BODY}" for page in pages], tree=tree, rotate=rotate)
    return [line for page in source.pages for line in page.lines if not line.text.startswith("De sloten achter")]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(data, "brief.pdf")
    assert "\n" not in caught.value.reason
    return caught.value.reason


# Lines


def test_words_of_one_baseline_are_a_line() -> None:
    (line,) = lines_of(text(80, 100, "Diepe") + text(110, 100.8, "sloten"))
    assert line.text == "Diepe sloten"
    assert (line.page, line.column, line.margin, line.hidden) == (1, 0, False, False)


def test_lines_are_read_from_top_to_bottom_whatever_is_drawn_first() -> None:
    assert [line.text for line in lines_of(text(80, 112, "Onder") + text(80, 100, "Boven"))] == ["Boven", "Onder"]


def test_a_blank_line_is_a_gap() -> None:
    first, second, third = lines_of(lines(100, "Een", "Twee") + text(80, 136, "Drie"))
    assert [first.gap, second.gap, third.gap] == [0, 0, 1]
    assert [second.row - first.row, third.row - second.row] == [1, 2]


def test_label_and_value_apart_share_a_row() -> None:
    label, value = lines_of(text(80, 100, "Datum") + text(138, 100, "4 maart 2031"))
    assert (label.text, value.text) == ("Datum", "4 maart 2031")
    assert label.row == value.row
    assert value.column > label.column


def test_a_justified_line_is_one_line() -> None:
    words = ["ondersteuning", "onder", "het", "project,", "zal", "de", "vorm"]
    places = [80, 153, 190, 216, 262, 290, 313]
    shown = " ".join(text(x, 100, word) for x, word in zip(places, words, strict=True))
    assert [line.text for line in lines_of(shown)] == [" ".join(words)]


@pytest.mark.parametrize("mark", ["•", "-", "1.", "a.", "2.1", "IV."])
def test_a_mark_stays_with_what_it_marks(mark: str) -> None:
    assert [line.text for line in lines_of(text(80, 100, mark) + text(112, 100, "Diepe sloten"))] == [
        f"{mark} Diepe sloten"
    ]


def test_the_margin_stands_beside_the_body_and_is_read_below_it() -> None:
    source = source_of(BODY + text(468, 412, "Ons kenmerk", size=6.5) + text(468, 421, "SLT-2031/12", size=6.5))
    (page,) = source.pages
    assert [line.text for line in page.lines if line.margin] == ["Ons kenmerk", "SLT-2031/12"]
    assert [line.margin for line in page.lines] == [False] * 9 + [True] * 2


def test_a_margin_with_more_words_than_the_body_is_a_margin() -> None:
    margin = lines(100, *["Directie Sloten en Dijken"] * 20, x=468, leading=9).replace("9 Tf", "6.5 Tf")
    source = source_of(lines(400, "Hierbij bied ik u het rapport aan.") + margin)
    assert [line.text for line in source.pages[0].lines if not line.margin] == ["Hierbij bied ik u het rapport aan."]


def test_print_of_full_size_in_the_column_of_the_margin_is_margin_too() -> None:
    shown = text(468, 100, "Ons kenmerk", size=6.5) + text(470, 120, "Fout! Onbekend")
    assert [line.margin for line in lines_of(shown)] == [True, True]


LEFT = [
    "De dijken achter de molen zijn dit",
    "jaar op hoogte gebracht door de",
    "boeren van Veendijk, die er een",
    "week aan werkten en daarna samen",
    "het dorp rondgingen. Daarbij zagen",
    "zij dat ook de sloten aan een beurt",
]
RIGHT = [
    "toe waren. In het voorjaar komt",
    "daarvoor een plan, dat de raad in",
    "de zomer bespreekt. Het geld is er",
    "al, want de provincie betaalt de",
    "helft en het waterschap de rest.",
    "zoals ieder jaar gebeurt.",
]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    shown = lines(100, *RIGHT, x=280) + "\n" + lines(100, *LEFT)
    assert [line.text for line in lines_of(shown)] == [*LEFT, *RIGHT]
    brief = kamerbrief.parse(source_of(shown))
    assert brief.sections[0].blocks[0].text.startswith(" ".join([*LEFT, *RIGHT])[:240])


def test_two_who_sign_beside_each_other_are_no_columns_of_text() -> None:
    roles = ["De minister van Defensie", "De staatssecretaris van Defensie"]
    shown = (
        text(80, 100, roles[0]) + text(280, 100, roles[1]) + text(80, 150, "A. Testman") + text(280, 150, "B. Vaart")
    )
    first, second, third, fourth = lines_of(shown)
    assert [first.text, second.text, third.text, fourth.text] == [*roles, "A. Testman", "B. Vaart"]
    assert (first.row, third.row) == (second.row, fourth.row)


# Style


@pytest.mark.parametrize(
    ("fonts", "style"),
    [(("bold", "bold"), (True, False)), (("italic", "italic"), (False, True)), (("bold", "plain"), (False, False))],
)
def test_the_style_of_all_words_is_that_of_the_line(fonts: tuple[str, str], style: tuple[bool, bool]) -> None:
    (line,) = lines_of(text(80, 100, "Diepe", font=fonts[0]) + text(110, 100, "sloten", font=fonts[1]))
    assert (line.bold, line.italic) == style


def test_a_bullet_has_no_say_in_the_style() -> None:
    (line,) = lines_of(text(80, 100, "•") + text(94, 100, "Diepe sloten", font="bold"))
    assert line.bold


def test_a_raised_mark_belongs_to_the_line_below_it() -> None:
    (line,) = lines_of(text(80, 100, "Diepe sloten.") + text(133.5, 96.8, "12", size=6))
    assert line.text == "Diepe sloten.12"
    assert line.raised == ((13, 15),)


def test_no_blank_stands_between_a_raised_mark_and_a_stop() -> None:
    shown = text(80, 100, "Diepe sloten") + text(131.1, 97, "1", size=6) + text(134.6, 100, ", en dijken")
    assert [line.text for line in lines_of(shown)] == ["Diepe sloten1, en dijken"]


def test_two_raised_marks_at_one_place() -> None:
    (line,) = lines_of(text(80, 100, "Diepe sloten.") + text(133.5, 96.8, "1", size=6) + text(140, 96.8, "2", size=6))
    assert line.text == "Diepe sloten.1 2"
    assert line.raised == ((13, 14), (15, 16))


def test_the_raised_number_of_a_note_stands_with_its_text() -> None:
    (line,) = lines_of(text(80, 757.6, "3", size=4.5) + text(88, 760, "Kamerstuk 31 322, nr. 12.", size=6))
    assert line.text == "3 Kamerstuk 31 322, nr. 12."
    assert line.raised == ((0, 1),)
    assert line.size == pytest.approx(6 / 9)


def test_a_lowered_mark_is_part_of_the_word() -> None:
    (line,) = lines_of(text(80, 100, "De CO") + text(107.6, 102, "2", size=6) + text(111.2, 100, "-uitstoot"))
    assert line.text == "De CO2-uitstoot"
    assert line.raised == ()


def test_print_upon_print_makes_two_lines() -> None:
    shown = text(80, 100, "Aan de voorzitter") + text(80, 99, "Postbus 20018", size=6.5)
    assert {line.text for line in lines_of(shown)} == {"Aan de voorzitter", "Postbus 20018"}


def test_a_white_rule_underlines_nothing() -> None:
    assert not lines_of(text(80, 100, "Diepe sloten") + box(80, 101, 131, 101.6, "1 g"))[0].underlined


def test_a_rule_below_all_words_underlines_them() -> None:
    shown = text(80, 100, "Diepe sloten") + box(80, 101, 131, 101.6, "0 g")
    shown += text(80, 120, "Brede sloten") + box(80, 121, 100, 121.6, "0 g")
    assert [line.underlined for line in lines_of(shown)] == [True, False]


# Blanks


@pytest.mark.parametrize(
    ("left", "right", "gap", "expected"),
    [
        ("I", "ENW", 0.9, "IENW"),  # letter-spacing of Word
        ("2", "5", 1.5, "25"),
        ("H", "aag", 1.5, "Haag"),
        ("Den", "Haag", 1.3, "Den Haag"),  # no word has a capital inside
        ("Inf", "rastructuur", 1.2, "Infrastructuur"),
        ("diepe", "sloten", 2.0, "diepe sloten"),
    ],
)
def test_a_gap_that_is_no_blank(left: str, right: str, gap: float, expected: str) -> None:
    width = source_of(text(80, 100, left)).boxes(Span(start=0, end=len(left)))[0].right - 80
    (line,) = lines_of(text(80, 100, left) + text(80 + width + gap, 100, right))
    assert line.text == expected


# What is not to be read


def test_what_is_not_to_be_read_is_kept_apart() -> None:
    shown = (
        text(80, 100, "Gewone tekst")
        + text(80, 130, "wit", colour="1 g")
        + text(80, 142, "onzichtbaar", mode=3)
        + text(-90, 154, "buiten")
        + text(80, 166, "klein", size=1)
        + text(300, 300, "omhoog", turn="0 1 -1 0")
    )
    seen = [(line.text, line.hidden) for line in lines_of(shown)]
    assert seen[0] == ("Gewone tekst", False)
    assert sorted(text for text, hidden in seen if hidden) == ["buiten", "klein", "omhoog", "onzichtbaar", "wit"]
    assert len(seen) == 6


def test_hidden_words_are_furniture_and_no_value() -> None:
    brief = kamerbrief.parse(source_of(BODY + text(80, 100, "Datum 3 mei 2030", colour="1 g")))
    assert brief.date is None
    assert [part.text for part in brief.furniture if part.kind == "hidden"] == ["Datum 3 mei 2030"]


def test_white_on_a_dark_ground_is_read() -> None:
    (line,) = lines_of(box(70, 85, 300, 110, "0.1 0.3 0.6 rg") + text(80, 100, "Kop van de tabel", colour="1 g"))
    assert not line.hidden


def test_a_size_below_nothing_is_a_turn() -> None:
    (line,) = lines_of(text(80, 100, "Diepe sloten", size=-9, turn="-1 0 0 -1"))
    assert (line.text, line.hidden, line.size) == ("Diepe sloten", False, 1.0)


def test_the_text_layer_of_a_scan_is_read() -> None:
    source = source_of(box(0, 0, 595, 842, "0.9 g") + "\n" + BODY.replace("0 Tr", "3 Tr"))
    assert len(source.pages[0].lines) == 9
    assert not any(line.hidden for line in source.pages[0].lines)


def test_what_a_crop_box_cuts_off_is_hidden() -> None:
    source = source_of(BODY + text(80, 30, "Paspoort van de drukker"), crop="0 0 595 800")
    assert [line.text for line in source.pages[0].lines if line.hidden] == ["Paspoort van de drukker"]


# Turned pages


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_turned(rotate: int) -> None:
    assert [line.text for line in lines_of(lines(100, "Boven", "Onder"), rotate=rotate)] == ["Boven", "Onder"]


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_a_page_whose_text_is_turned_is_read_in_its_direction(turn: str) -> None:
    source = source_of("\n".join(text(300, 400, word, turn=f"{turn}") for word in ["Breed"]))
    assert [line.text for page in source.pages for line in page.lines] == ["Breed"]
    assert not source.pages[0].lines[0].hidden


@pytest.mark.parametrize(("rotate", "size"), [(0, (595, 842)), (90, (842, 595))])
def test_the_size_of_a_page_is_as_shown(rotate: int, size: tuple[float, float]) -> None:
    (page,) = source_of(BODY, rotate=rotate).pages
    assert (page.width, page.height) == size


# Tags


def tagged(*rows: tuple[str, int], tree: Tree) -> list[Line]:
    shown = "\n".join(text(80, 100 + 12 * at, row, mark=mark) for at, (row, mark) in enumerate(rows))
    return lines_of(shown, tree=tree)


def test_the_structure_tree_says_what_lines_are() -> None:
    found = tagged(
        ("Sloten", 0), ("De sloten zijn", 1), ("diep.", 1), ("breed", 2), ("1 Noot.", 3),
        tree=("Document", [("H2", [0]), ("P", [1]), ("L", [("LI", [("LBody", [2])])]), ("Note", [("P", [3])])]),
    )  # fmt: skip
    assert [(line.part, line.level) for line in found] == [
        ("heading", 2), ("paragraph", 0), ("paragraph", 0), ("item", 0), ("note", 0),
    ]  # fmt: skip
    assert found[1].block == found[2].block
    assert len({line.block for line in found}) == 4


def test_a_long_heading_is_none() -> None:
    rows = [("Een lange zin over sloten en dijken in het veen van Veendijk, die", 0)] * 3
    found = tagged(*rows, tree=("Document", [("H1", [0])]))
    assert {(line.part, line.level) for line in found} == {("paragraph", 0)}


def test_plain_print_that_is_tagged_as_heading_too_often_is_none() -> None:
    rows = [(f"Een kop over sloot {number}", number) for number in range(4)]
    shown = "".join(
        text(80, 100 + 12 * at, row, mark=at, font="bold" if at == 3 else "plain") for at, (row, _) in enumerate(rows)
    )
    found = lines_of(shown, tree=("Document", [("H1", [number]) for _, number in rows]))
    assert [line.level for line in found] == [0, 0, 0, 1]


def test_headings_all_over_are_none() -> None:
    rows = [(f"Een kop over sloot {number}", number) for number in range(20)]
    found = tagged(*rows, tree=("Document", [("H1", [number]) for _, number in rows]))
    assert {line.level for line in found} == {0}


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
    assert one.block != two.block


def test_a_paragraph_over_the_end_of_a_page_is_one_block() -> None:
    one, two, three = lines_of(
        text(80, 700, "De sloten zijn", mark=0),
        text(80, 100, "diep.", mark=0) + text(80, 124, "Klaar.", mark=1),
        tree=("Document", [("P", [Mark(1, 0), Mark(2, 0)]), ("P", [Mark(2, 1)])]),
    )
    assert one.block == two.block != three.block


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


# Places


def test_where_a_value_stands() -> None:
    source = source_of(text(80, 100, "Diepe sloten") + BODY)
    (found,) = source.boxes(Span(start=6, end=12))
    assert found.page == 1
    assert found.left == pytest.approx(105, abs=3)
    assert found.right == pytest.approx(131, abs=3)
    assert found.top < 100 < found.bottom


def test_a_stretch_over_lines_has_a_box_for_each() -> None:
    source = source_of(lines(100, "Diepe sloten", "en dijken"), BODY)
    boxes = source.boxes(Span(start=0, end=len("Diepe sloten\nen dijken")))
    assert [(one.page, round(one.left)) for one in boxes] == [(1, 80), (1, 80)]
    assert boxes[0].bottom <= boxes[1].bottom


def test_nothing_has_no_box() -> None:
    source = source_of(BODY)
    assert source.boxes(Span(start=5, end=5)) == ()
    assert Source("Diepe sloten").boxes(Span(start=0, end=5)) == ()


@pytest.mark.parametrize("name", ["letter.pdf", "letter.tagged.pdf"])
def test_the_kenmerk_of_a_letter_stands_in_its_margin(name: str) -> None:
    source = kamerbrief.load(FIXTURES / "vws-2022-two-columns" / name)
    (field,) = [field for field in kamerbrief.parse(source).fields if field.name == "kenmerk"]
    for found in source.boxes(field.span):
        assert found.page == 1
        assert 460 < found.left < found.right < 595
        assert 150 < found.top < found.bottom < 420


# The document


def test_what_the_file_says_of_itself() -> None:
    source = decode(pdf(BODY, "", box(80, 80, 400, 500, "0.5 g"), title="Brief", tree=("Document", [])), "brief.pdf")
    assert source.media_type == "application/pdf"
    assert source.metadata == kamerbrief.Metadata(
        page_count=3, tagged=True, producer="kamerbrief tests", title="Brief", pages_without_text=(3,)
    )
    assert [page.number for page in source.pages] == [1]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(), "a PDF without pages"),
        (pdf("", ""), "a PDF without text: its pages are empty"),
        (pdf(box(0, 0, 500, 500, "0 g")), "a scan without a text layer (1 page); recognise its text first (OCR)"),
        (pdf(*["0 0 400 400 re f"] * 3), "a scan without a text layer (3 pages); recognise its text first (OCR)"),
        (pdf("0 0 9 9 re f", "( ) Tj"), "a PDF without text: its pages are empty"),
        (pdf("", "").replace(b"/Kids[9 0 R 11 0 R]", b"/Kids[0 0 R 00 0 R]"), "a damaged PDF; fetch it again"),
        (b"%PDF-1.7\n", "a damaged or incomplete PDF; fetch it again"),
        (pdf(BODY)[:400], "a damaged or incomplete PDF; fetch it again"),
        (
            pdf(BODY, trailer=f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]"),
            "a PDF under a password; save it without one first",
        ),
        (
            pdf(BODY, trailer="/Encrypt<</Filter/Unknown/V 9>>/ID[<00><00>]"),
            "a PDF under a protection that cannot be opened; save it without first",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_what_has_too_much_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.readers.pdf.document._MOST_CHARACTERS", 4)
    assert refusal(pdf(text(80, 100, "sloot"))) == "page 1 holds 5 characters, more than a page of a letter can"
    monkeypatch.setattr("kamerbrief.readers.pdf.document._MOST_OBJECTS", 10)
    assert (
        refusal(pdf(BODY + box(0, 0, 9, 9, "0 g") * 3)) == "page 1 holds 12 objects, more than a page of a letter can"
    )


def test_a_letter_is_read_after_bytes_that_are_no_pdf() -> None:
    data = b"\r\n" * 20 + pdf(BODY)
    assert len(decode(data, "brief").pages[0].lines) == 9


@pytest.mark.parametrize("module", ["pypdfium2", "pypdfium2.raw"])
def test_without_its_extra_a_pdf_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    for name in [name for name in sys.modules if name.startswith(("kamerbrief.readers.pdf", "pypdfium2"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert "pip install 'kamerbrief[pdf]'" in refusal(pdf(BODY))


def test_files_are_read_side_by_side() -> None:
    paths = sorted(FIXTURES.glob("*/letter*.pdf"))[:8]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(kamerbrief.load, paths)) == [kamerbrief.load(path) for path in paths]


def test_a_file_is_told_by_its_content(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(pdf(BODY))
    assert kamerbrief.load(path).media_type == "application/pdf"
