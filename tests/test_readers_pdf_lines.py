"""The lines of a PDF: by baseline and column, their style, their blanks."""

from __future__ import annotations

import pytest
from tests.pdfs import BODY, HEIGHT, box, lines, lines_of, source_of, text

import kamerbrief
from kamerbrief import Span

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


def test_a_sign_alone_has_no_say_in_the_style() -> None:
    (line,) = lines_of(text(80, 100, "Diepe sloten", font="italic") + text(131, 100, "."))
    assert line.text == "Diepe sloten."
    assert line.italic


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


@pytest.mark.parametrize(("colour", "underlined"), [("0 G", True), ("1 G", False)])
def test_a_rule_that_is_drawn_as_a_line_has_the_colour_of_that(colour: str, underlined: bool) -> None:  # noqa: FBT001
    rule = f"0 g {colour} 0.6 w 80 {HEIGHT - 101.3:g} m 131 {HEIGHT - 101.3:g} l S 0 G\n"
    assert lines_of(text(80, 100, "Diepe sloten") + rule)[0].underlined is underlined


def test_a_rule_that_ends_at_the_call_of_a_note_underlines_the_words() -> None:
    shown = text(80, 100, "Diepe sloten") + text(132, 96, "16", size=5) + box(80, 101, 131, 101.6, "0 g")
    (line,) = lines_of(shown)
    assert line.raised
    assert line.underlined


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


@pytest.mark.parametrize(
    ("left", "right", "x", "expected"),
    [
        ("de", "jager", 93.0, "dejager"),
        ("de", "jager", 93.3, "de jager"),
        ("of", "een", 90.2, "ofeen"),
        ("of", "een", 90.6, "of een"),
    ],
)
def test_a_blank_beside_a_letter_that_hangs_over(left: str, right: str, x: float, expected: str) -> None:
    (line,) = lines_of(text(80, 100, left, size=10, font="italic") + text(x, 100, right, size=10, font="italic"))
    assert line.text == expected


def test_words_of_the_margin_at_the_end_of_a_line_are_no_call() -> None:
    shown = text(80, 100, "Rapport over de diepe sloten van het dorp en het jaarverslag van de dijken en van de haven")
    shown += text(452, 97, "SLO / 1507", size=6.5) + text(452, 110, "Bijlage(n)", size=6.5)
    lines = lines_of(shown)
    assert [(line.text[-10:], line.margin) for line in lines] == [
        *(("n de haven", False), ("SLO / 1507", True), ("Bijlage(n)", True)),
    ]


@pytest.mark.parametrize("modes", [(0, 0), (0, 3)])
def test_words_that_are_drawn_twice_are_read_once(modes: tuple[int, int]) -> None:
    first, second = (text(80 + at / 2, 100 + at / 2, "Ook de sloten", mode=mode) for at, mode in enumerate(modes))
    assert [line.text for line in lines_of(first + second) if not line.hidden] == ["Ook de sloten"]


def test_a_word_that_stands_twice_is_read_twice() -> None:
    assert [line.text for line in lines_of(text(80, 100, "dat dat zo is, 1 1"))] == ["dat dat zo is, 1 1"]


def test_the_last_cell_of_a_row_that_reaches_into_the_margin_is_of_the_row() -> None:
    shown = "".join(text(80, 300 + 12 * at, "De sloten zijn dit jaar op diepte gebracht.") for at in range(9))
    shown += text(470, 100, "Datum", size=6.5) + text(470, 110, "3 mei 2024", size=6.5)
    for at, cells in enumerate((("Diepte", "6%", "42%", "44%", "2%"), ("Breedte", "5%", "41%", "43%", "1%"))):
        shown += "".join(text(80 + 100 * column, 200 + 12 * at, cell) for column, cell in enumerate(cells))
    margin = [line.text for line in lines_of(shown) if line.margin]
    assert margin == ["Datum", "3 mei 2024"]


def test_a_line_of_the_margin_beside_one_of_the_body_is_of_the_margin() -> None:
    shown = "".join(text(80, 300 + 12 * at, "De sloten zijn dit jaar op diepte gebracht.") for at in range(9))
    shown += text(470, 100, "Datum", size=6.5) + text(470, 312, "3 mei 2024")
    assert [line.text for line in lines_of(shown) if line.margin] == ["Datum", "3 mei 2024"]
