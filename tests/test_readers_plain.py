"""Plain text as pages of lines: columns parted, rows and gaps counted, every place kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kamerbrief
from kamerbrief.document.line import Line
from kamerbrief.document.text import source_offset
from kamerbrief.readers.plain import pages_of

LONG = "Deze regel staat voor alle regels die de breedte van een blad vullen."


def lines(text: str) -> list[Line]:
    return [line for page in pages_of(text) for line in page.lines]


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


# Rows


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\f", " \t\r\n\f\n"])
def test_a_text_without_words_has_no_page(text: str) -> None:
    assert pages_of(text) == ()


def test_a_line() -> None:
    assert lines("\n   Datum  3 mei \n") == [
        Line("Datum  3 mei", start=4, end=16, page=1, row=1, column=3, gap=0, offsets=((0, 4),))
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_ends_of_lines(end: str) -> None:
    text = f"een{end}{end}twee{end}"
    assert [(line.text, line.row, line.gap) for line in lines(text)] == [("een", 0, 0), ("twee", 2, 1)]
    assert [text[line.start : line.end] for line in lines(text)] == ["een", "twee"]


@pytest.mark.parametrize(
    ("indent", "column"), [("", 0), ("  ", 2), ("\t", 8), ("  \t", 8), ("\u3000", 1), ("\t  ", 10)]
)
def test_columns_count_tabs_as_printed(indent: str, column: int) -> None:
    assert [line.column for line in lines(f"{indent}een\n{indent}twee\tdrie")] == [
        column,
        column,
        8 if column < 4 else 16,
    ]


def test_gaps() -> None:
    assert [line.gap for line in lines("\n\neen\ntwee\n\n\ndrie\n \nvier")] == [0, 0, 2, 1]


@pytest.mark.parametrize("blank", ["\u00a0", "\u2000", "\u2009", "\u200a", "\u202f"])
def test_every_kind_of_blank_is_one(blank: str) -> None:
    text = f"{blank}een{blank}twee{blank * 3}drie{blank}"
    assert [(line.text, line.start, line.end, line.column) for line in lines(text)] == [
        ("een twee", 1, 9, 1),
        ("drie", 12, 16, 12),
    ]


def test_lone_surrogates_are_shown_as_one_sign() -> None:
    line = lines("x\n\ud800\udfff een")[1]
    assert (line.text, line.start, line.end) == ("\ufffd\ufffd een", 2, 8)


# Pages


@pytest.mark.parametrize("text", ["een\ftwee", "\feen\n\f\ntwee\f", "een\f\f\ftwee"])
def test_a_form_feed_begins_a_page(text: str) -> None:
    assert [(page.number, [line.text for line in page.lines]) for page in pages_of(text)] == [
        (1, ["een"]),
        (2, ["twee"]),
    ]


def test_rows_go_on_over_pages_and_gaps_begin_anew() -> None:
    assert [(line.page, line.row, line.gap) for line in lines("een\n\ntwee\f\n\ndrie\n\nvier")] == [
        (1, 0, 0),
        (1, 2, 1),
        (2, 5, 0),
        (2, 7, 1),
    ]


@pytest.mark.parametrize("heading", ["## Page 2", "# pagina 2", "###### BLAD  2 "])
def test_a_heading_with_a_page_number_begins_a_page(heading: str) -> None:
    assert [line.page for line in lines(f"## Page 1\neen\n{heading}\ntwee")] == [1, 1, 2, 2]


@pytest.mark.parametrize("heading", ["## Pagina over sloten", "## 2", "## Pagina 2 van 3", "Pagina 2", "##Pagina twee"])
def test_other_headings_do_not(heading: str) -> None:
    assert len(pages_of(f"een\n{heading}\ntwee")) == 1


# Cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("een twee", ["een twee"]),
        ("een  twee", ["een  twee"]),
        ("een   twee", ["een", "twee"]),
        ("een\ttwee", ["een", "twee"]),
        ("   een    twee  drie      vier   ", ["een", "twee  drie", "vier"]),
        ("•    item    rest", ["•    item", "rest"]),
        ("12.   item", ["12.   item"]),
        ("(a)\titem", ["(a)\titem"]),
        ("iv)   item", ["iv)   item"]),
        ("\uf0b7   item", ["\uf0b7   item"]),
        ("o   item", ["o   item"]),
        ("een   –   twee", ["een", "–", "twee"]),  # a bullet begins its row
        ("•" + " " * 11 + "item", ["•" + " " * 11 + "item"]),
        ("•" + " " * 12 + "naast", ["•", "naast"]),
        ("1.   •" + " " * 8 + "naast", ["1.   •", "naast"]),
        ("1.   •   item", ["1.   •   item"]),
        ("een   •   ", ["een", "•"]),
        ("1.   •   ", ["1.   •"]),
        ("•", ["•"]),
        ("123.   item", ["123.", "item"]),
        ("ja.   item", ["ja.", "item"]),
    ],
)
def test_cells(text: str, cells: list[str]) -> None:
    assert texts(text) == cells
    assert [text[line.start : line.end] for line in lines(text)] == cells


def test_a_bullet_further_down_keeps_its_item() -> None:
    text = "een regel\n  •      item   rest"
    assert [(line.text, line.start, line.end, line.column) for line in lines(text)][1:] == [
        ("•      item", 12, 23, 2),
        ("rest", 26, 30, 16),
    ]


def test_two_signatories_are_two_lines_of_one_row() -> None:
    text = "de minister van Water,          de minister van Lucht,\n\nA. Voorbeeld                    B. Voorbeeld\n"
    assert [(line.text, line.row, line.column, line.margin) for line in lines(text)] == [
        ("de minister van Water,", 0, 0, False),
        ("de minister van Lucht,", 0, 32, False),
        ("A. Voorbeeld", 2, 0, False),
        ("B. Voorbeeld", 2, 32, False),
    ]


# The margin


def margin(text: str) -> list[str]:
    return [line.text for line in lines(text) if line.margin]


def test_what_stands_right_of_long_lines_is_the_margin() -> None:
    text = f"{LONG}   Ons kenmerk\n{LONG}   2024-1\n{LONG}\n{LONG}"
    assert margin(text) == ["Ons kenmerk", "2024-1"]


def test_cells_below_each_other_are_the_margin_beside_a_line_that_reaches_further() -> None:
    long = "Betreft   Onderhoud van sloten en dijken in het oosten van het land en van al de molens daar SL / 4711"
    column = "\n".join(f"{'':<80}Regel {letter}" for letter in "ABCDEFGH")
    assert len(margin(f"{long}\n{column}")) == len("ABCDEFGH")
    assert margin(f"{long}\n{column.partition('Regel H')[0]}") == []
    assert margin(f"{long}\n{long}\n{long}\n{column}") == []


def test_a_few_lines_that_are_longer_do_not_move_the_margin() -> None:
    body = "\n".join([f"{LONG}    Datum"] + [LONG] * 10 + [LONG + " " + LONG])
    assert margin(body) == ["Datum"]


@pytest.mark.parametrize(("column", "beside"), [(49, False), (50, True)])
def test_without_long_lines_the_margin_begins_at_a_fixed_column(column: int, beside: bool) -> None:  # noqa: FBT001
    assert margin("kort".ljust(column) + "Datum") == ["Datum"] * beside


@pytest.mark.parametrize(("length", "beside"), [(48, True), (49, False)])
def test_the_margin_is_narrow(length: int, beside: bool) -> None:  # noqa: FBT001
    assert margin("kort".ljust(60) + "x" * length) == ["x" * length] * beside


def test_long_lines_beside_the_body_do_not_move_the_margin() -> None:
    assert margin("kort".ljust(30) + LONG + "\n" + "kort".ljust(60) + "Datum") == ["Datum"]


def test_on_a_page_with_little_text_the_number_shows_the_margin() -> None:
    page = "kort".ljust(40) + "Pagina 2 van 3\n" + "rest".ljust(38) + "Datum\n" + "rest".ljust(37) + "verder"
    assert margin(page) == ["Pagina 2 van 3", "Datum"]


def test_blank_lines_that_stand_between_all_lines_part_nothing() -> None:
    words = "de sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht"
    text = "\n\n".join([words] * 7)
    assert [line.gap for line in lines(text)] == [0] * 7
    assert [line.gap for line in lines(f"{text}\n\n\nDijken\n\n{words}")][-2:] == [1, 0]
    assert [line.gap for line in lines("\n\n".join([words] * 5))] == [0, 1, 1, 1, 1]  # too few to tell
    single = lines(f"{words}\n" * 7 + f"\nDijken\n{words}")
    assert [line.row for line in lines(f"{text}\n\n\nDijken\n\n{words}")] == [line.row for line in single]


def test_on_a_page_that_a_table_fills_the_number_shows_the_margin() -> None:
    rows = [
        f"{name:40}{amount:20}{beside}" for name, amount, beside in (("Sloten", "120", "Datum"), ("Dijken", "340", ""))
    ]
    page = "\n".join([f"{'':40}{'Bedrag':20}", *rows, f"{'':60}Kenmerk", f"{'':60}Pagina 2 van 3"])
    assert margin(f"Voorblad\f{page}") == ["Datum", "Kenmerk", "Pagina 2 van 3"]


@pytest.mark.parametrize("column", [19, 50])
def test_a_number_at_the_left_or_in_the_usual_margin_moves_nothing(column: int) -> None:
    page = "kort".ljust(column) + "Pagina 2\n" + "rest".ljust(48) + "Datum"
    assert "Datum" not in margin(page)


def test_a_number_within_the_long_lines_moves_nothing() -> None:
    assert margin(f"{LONG}\n" + "kort".ljust(45) + "Pagina 2") == []


def test_a_row_of_the_other_column_is_no_blank_one() -> None:
    text = "een".ljust(60) + "Datum\n" + " " * 60 + "3 mei\ntwee\n\ndrie"
    assert [(line.text, line.gap) for line in lines(text) if not line.margin] == [("een", 0), ("twee", 0), ("drie", 1)]
    assert [(line.text, line.gap) for line in lines(text)][2] == ("3 mei", 0)


# Markdown


def test_marks_are_taken_off() -> None:
    text = "## Plan\n\n**Datum**   *3 mei*\n\nzie[^1]\n"
    assert [(line.text, line.start, line.end, line.offsets) for line in lines(text)] == [
        ("Plan", 0, 7, ((0, 3),)),
        ("Datum", 9, 18, ((0, 11),)),
        ("3 mei", 21, 28, ((0, 22),)),
        ("zie1", 30, 37, ((0, 30), (3, 35))),
    ]
    assert [(line.hint.level, line.bold, line.italic, line.raised) for line in lines(text)] == [
        (2, False, False, ()),
        (0, True, False, ()),
        (0, False, True, ()),
        (0, False, False, ((3, 4),)),
    ]


def test_a_run_goes_on_over_a_line_but_not_over_a_gap() -> None:
    assert [line.bold for line in lines("**een\ntwee**\ndrie")] == [True, True, False]
    assert [line.bold for line in lines("**een\n\ntwee**\ndrie")] == [True, False, True]
    assert [line.italic for line in lines("*een\ntwee*\ndrie")] == [True, True, False]


def test_cells_of_a_table() -> None:
    row = lines("|jaar|bedrag|\n|---|---|\n|2024| 3 |")[2]
    assert [row.text[start:end] for start, end in row.cells] == ["2024", "3"]


def test_without_marks_stars_are_text() -> None:
    assert texts("2 * 3\n* item\n#1") == ["2 * 3", "* item", "#1"]


# Any text

PIECES = [
    "een",
    "é",
    "\U0001f30a",
    " ",
    "   ",
    "\t",
    "\n",
    "\r\n",
    "\f",
    "•",
    "1.",
    "\u2028",
    "\u00a0",
    "|",
    "Pagina 2",
]
MARKS = ["**", "*", "_", "# ", "[^1]", "<sup>2</sup>", "^3", "|---|", "[x](https://voorbeeld.nl)", "<b>", "\n\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_nothing_is_lost_of_plain_text(text: str) -> None:
    assert "".join("".join(line.text.split()) for line in lines(text)) == "".join(text.split())
    assert all(text[line.start : line.end].replace("\u00a0", " ") == line.text for line in lines(text))
    assert all(line.text == line.text.strip() != "" for line in lines(text))


@given(st.lists(st.sampled_from(PIECES + MARKS), max_size=30).map("".join))
def test_every_character_knows_its_place(text: str) -> None:
    end = 0
    for line in lines(text):
        assert end <= line.start < line.end
        end = line.end
        places = [source_offset(line.offsets, at) for at in range(len(line.text))]
        assert "".join(text[place] for place in places).replace("\u00a0", " ") == line.text
        assert all(line.start <= place < line.end for place in places)
        assert all(0 <= start < stop <= len(line.text) for start, stop in line.raised)


@given(st.lists(st.sampled_from(["een", "\n", "\n\n", "\f"]), max_size=20).map("".join))
def test_pages_are_numbered_and_rows_ascend(text: str) -> None:
    pages = pages_of(text)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(line.page == page.number for page in pages for line in page.lines)
    rows = [line.row for line in lines(text)]
    assert rows == sorted(set(rows))


def test_rows_of_a_table_in_html_on_one_line() -> None:
    text = "Sloten\n<table><tr><td>Datum</td><td>4 maart</td></tr><tr><td>Betreft</td><td>Sloten</td></tr></table>"
    assert texts(text) == ["Sloten", "Datum 4 maart", "Betreft Sloten"]


def test_a_row_of_a_table_with_wide_cells_is_one_line() -> None:
    text = "|Datum         |4 maart 2031      |"
    assert [text[slice(*cell)] for cell in lines(text)[0].cells] == ["Datum", "4 maart 2031"]


def test_a_line_of_markup_alone_breaks_no_sentence() -> None:
    line = "# Sloten\n\nDe sloten achter de molen zijn dit jaar door de boeren op diepte gebracht, en de dijk is"
    assert kamerbrief.parse(f"{line}\n**\u2028\n\nDe **sloten** zijn diep.\n").sections
