"""Markdown marks: taken off the line, and what they say kept."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kamerbrief.readers.markup import Marked, Markup, is_rule, shows_markup


def read(string: str, start: int = 0, following: Sequence[str] = ()) -> Marked:
    return Markup().read(string, start, gap=0, following=following)


def places(marked: Marked, start: int = 0) -> list[int]:
    """The offset within the line of each character that stayed."""
    found = []
    for at in range(len(marked.text)):
        position, offset = [run for run in marked.offsets if run[0] <= at][-1]
        found.append(offset - start + at - position)
    return found


@pytest.mark.parametrize(
    "text",
    [
        *("a **b**", "__vet__", "*schuin*", "_schuin_", "x<sup>1</sup>", "H<sub>2</sub>O", "zie[^1]"),
        *("# Kop", "een\n  ### Kop", "|a|b|", "[x](https://voorbeeld.nl)", "een\n* *twee"),
    ],
)
def test_shows_markup(text: str) -> None:
    assert shows_markup(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Datum  3 mei",
        "2 * 3 * 4",
        "een_naam",
        "* item",
        "#1",
        "a#  b",
        "####### zeven",
        "[1]",
        "x^2",
        "a | b",
        "<br>",
    ],
)
def test_shows_no_markup(text: str) -> None:
    assert not shows_markup(text)


@pytest.mark.parametrize(
    ("string", "text"),
    [
        ("gewone tekst", "gewone tekst"),
        ("**Datum** 3 mei", "Datum 3 mei"),
        ("__Datum__", "Datum"),
        ("  *3 mei*  ", "3 mei"),
        ("een_naam_met 2*3*4", "een_naam_met 2*3*4"),
        ("2 * 3 en _ los", "2 * 3 en _ los"),
        ("* item", "* item"),
        ("# Plan", "Plan"),
        ("### Plan ###", "Plan"),
        ("## Plan C#", "Plan C#"),
        ("#Plan", "#Plan"),
        ("####### Plan", "####### Plan"),
        ("zie<sup>12</sup>.", "zie12."),
        ("zie[^1].", "zie1."),
        ("[^1]: Idem.", "1 Idem."),
        ("m^2^ en m^3", "m2 en m3"),
        ("x^a", "x^a"),
        ("<sup>te lang voor een noot</sup>", "<sup>te lang voor een noot</sup>"),
        ("<sup></sup>leeg", "leeg"),
        ("H<sub>2</sub>O <b>v</b><u>w</u><em>x</em><strong>y</strong><mark>z</mark><i>a</i>", "H2O vwxyza"),
        ("een<br>twee<br />drie", "een twee drie"),
        ("<br>een", "een"),
        ("de [Kamer](https://voorbeeld.nl/a_b_c) in", "de Kamer in"),
        ("**[Kamer](http://voorbeeld.nl)**", "Kamer"),
        ("[Kamer](bestand.txt) [1]", "[Kamer](bestand.txt) [1]"),
        (r"1\. punt \# en a\_b", "1. punt # en a_b"),
        (r"C:\map", r"C:\map"),
        ("|---|:-:|", "|---|:-:|"),
        ("--- | **---", "--- | ---"),
        ("sloot${ }^{1}$, dijk\\(^{2}\\) en \\textsuperscript{3}, ^[4]^", "sloot1, dijk2 en 3, 4"),
        ("~~**Sloten**~~ en ~~dijken~~", "Sloten en dijken"),
        ("**", ""),
        ("# ", ""),
    ],
)
def test_text(string: str, text: str) -> None:
    assert read(string).text == text


@pytest.mark.parametrize(
    ("string", "bold", "italic"),
    [
        ("**Datum**", True, False),
        ("__Datum__", True, False),
        ("*Datum*", False, True),
        ("_Datum_", False, True),
        ("**Datum** 3", False, False),
        ("*Datum* 3", False, False),
        ("**Datum** *3*", True, False),
        ("*Datum* **3**", False, True),
        ("**Datum**<sup>1</sup>", True, False),
        ("**Datum** ", True, False),
        ("<b>Datum</b>", False, False),
        ("**[Datum](https://voorbeeld.nl)**", True, False),
        ("Datum", False, False),
        ("", False, False),
    ],
)
def test_style(string: str, bold: bool, italic: bool) -> None:  # noqa: FBT001
    marked = read(string or "**")
    assert (marked.bold, marked.italic) == (bold, italic)


@pytest.mark.parametrize(
    ("string", "level"),
    [("# a", 1), ("## **a**", 2), ("###### a", 6), ("####### a", 0), ("#a", 0), (" # a", 0), ("a # b", 0)],
)
def test_level(string: str, level: int) -> None:
    assert read(string).level == level


@pytest.mark.parametrize(
    ("string", "raised"),
    [
        ("zie<sup>12</sup>.", ["12"]),
        ("zie[^1] en^2^ en^3", ["1", "2", "3"]),
        ("  [^12]: Idem.", ["12"]),
        ("<sup> 1</sup> Idem.", ["1"]),
        ("<sup>1 </sup>", ["1"]),
        ("<sup> </sup>Idem.", []),
        ("H<sub>2</sub>O", []),
    ],
)
def test_raised(string: str, raised: list[str]) -> None:
    marked = read(string)
    assert [marked.text[start:end] for start, end in marked.raised] == raised


@pytest.mark.parametrize(
    ("string", "cells"),
    [
        ("|a|b|", ["a", "b"]),
        ("| a b |  | c |", ["a b", "", "c"]),
        ("|a|b", ["a", "b"]),
        ("| **a** | b<sup>1</sup> |", ["a", "b1"]),
        ("||", [""]),
        ("<b>|a|b", []),
        ("a | b", []),
        ("|a", []),
        ("|---|---|", []),
    ],
)
def test_cells(string: str, cells: list[str]) -> None:
    marked = read(string)
    assert [marked.text[start:end] for start, end in marked.cells] == cells


@pytest.mark.parametrize(
    ("string", "offsets"),
    [
        ("Datum", ((0, 100),)),
        ("**Datum** 3", ((0, 102), (5, 109))),
        ("## Plan", ((0, 103),)),
        ("zie[^1].", ((0, 100), (3, 105), (4, 107))),
        ("de [Kamer](https://voorbeeld.nl) in", ((0, 100), (3, 104), (8, 132))),
        (r"a\.b", ((0, 100), (1, 102))),
        ("|---|---|", ((0, 100),)),
        ("**", ((0, 100),)),
    ],
)
def test_offsets(string: str, offsets: tuple[tuple[int, int], ...]) -> None:
    assert read(string, 100).offsets == offsets


def test_a_blank_for_a_break_stands_within_the_line() -> None:
    marked = read("een<br>twee", 100)
    assert [("een<br>twee")[place] for place in places(marked, 100)] == [*"een", "<", *"twee"]


# Runs over lines


def test_a_bold_run_goes_on() -> None:
    markup = Markup()
    assert markup.read("een **twee", 0, gap=0).bold is False
    assert markup.read("drie", 11, gap=0).bold is True
    assert markup.read("vier**", 16, gap=0).bold is True
    assert markup.read("vijf", 23, gap=0).bold is False


@pytest.mark.parametrize("mark", ["**", "*"])
def test_a_gap_ends_a_run(mark: str) -> None:
    markup = Markup()
    markup.read(f"{mark}een", 0, gap=0, following=[f"twee{mark}"])
    line = markup.read("twee", 6, gap=1)
    assert (line.bold, line.italic) == (False, False)


def test_an_italic_run_goes_on_where_a_line_ends_it() -> None:
    markup = Markup()
    following = ["twee", "drie*"]
    assert markup.read("*een", 0, gap=0, following=following).italic
    assert markup.read("twee", 5, gap=0, following=following[1:]).italic
    assert markup.read("drie*", 10, gap=0).text == "drie"
    assert not markup.read("vier", 16, gap=0).italic


@pytest.mark.parametrize("following", [[], ["twee"], ["twee_"], ["twee* drie"]])
def test_a_star_that_nothing_closes_is_text(following: list[str]) -> None:
    marked = read("*een", following=following)
    assert (marked.text, marked.italic) == ("*een", False)


def test_the_rule_of_a_table_ends_no_run() -> None:
    markup = Markup()
    markup.read("**een", 0, gap=0)
    rule = markup.read("|---|", 6, gap=0)
    assert (rule.bold, rule.italic, rule.level, rule.cells) == (False, False, 0, ())
    assert markup.read("twee**", 12, gap=0).bold is True


# Any line

PIECES = [
    *("een", "é", "\U0001f30a", " ", "*", "**", "_", "__", "# ", "|", "^1", "^", "[^2]", "[^", "]", "<sup>3</sup>"),
    *("[x](https://voorbeeld.nl)", "<b>", "</b>", "\\", "---", "(", "."),
]


@example("___ ", 0)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join), st.integers(0, 1000))
def test_what_stays_stands_in_the_line(string: str, start: int) -> None:
    marked = read(string, start)
    assert "".join(string[place] for place in places(marked, start)) == marked.text == marked.text.strip()
    assert places(marked, start) == sorted(set(places(marked, start)))
    assert all(0 <= begin < end <= len(marked.text) for begin, end in marked.raised)
    assert all(0 <= begin <= end <= len(marked.text) for begin, end in marked.cells)


@given(st.text(alphabet="aé .,;:()-0123456789", min_size=1, max_size=40))
def test_a_line_without_marks_stays_as_it_is(string: str) -> None:
    marked = read(string)
    assert (marked.text, marked.raised, marked.bold, marked.italic, marked.level) == (
        string.strip(),
        (),
        False,
        False,
        0,
    )


@pytest.mark.parametrize("text", ["___", "***", "* * *", "_ _ _", "_" * 300])
def test_a_rule_is_no_emphasis(text: str) -> None:
    marked = read(text)
    assert (marked.text, marked.bold, marked.italic) == (text, False, False)


@pytest.mark.parametrize("text", ["**", "*een*", "*  *  *", "_een_ _twee_"])
def test_no_rule(text: str) -> None:
    assert not is_rule(text)


@pytest.mark.parametrize(
    ("string", "text"),
    [
        ("**Sloten** &amp; dijken", "Sloten & dijken"),
        ("**Sloten**&nbsp;en&#32;dijken", "Sloten en dijken"),
        ("**caf&eacute;**", "café"),
        ("**Sloten** &onbekend; dijken", "Sloten &onbekend; dijken"),
        ("**R&D; sloten**", "R&D; sloten"),
    ],
)
def test_entities(string: str, text: str) -> None:
    assert read(string).text == text


def test_cells_of_a_row_in_html() -> None:
    marked = read('<tr><td class="a">Datum</td><td>4 maart</td><td></td></tr>', 7)
    assert marked.text == "Datum 4 maart"
    assert [marked.text[a:b] for a, b in marked.cells] == ["Datum", "4 maart"]
    assert places(marked, 7)[0] == len('<tr><td class="a">')
