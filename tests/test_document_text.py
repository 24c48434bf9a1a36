"""Text that knows its offsets: nothing done to it makes a character forget its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.document.text import Text, joined, single_spaced, squash

SOURCE = "De nota\nover   sloten 3) ligt klaar."
# "over sloten3": a run of blanks made one and a blank taken out before a raised "3".
TEXT = Text("over sloten3", ((0, 8), (5, 15), (11, 22)), raised=((11, 12),))


def characters(text: Text) -> str:
    return "".join(SOURCE[text.source(at)] for at in range(len(text.string)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \t\n\u00a0", ""),
        ("O n s  Kenmerk", "onskenmerk"),
        ("DEN\nHAAG", "denhaag"),
        ("STRASSE Straße", "strassestrasse"),
        ("één", "één"),
    ],
)
def test_squash(text: str, expected: str) -> None:
    assert squash(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), ("  een\n twee\t\tdrie ", "een twee drie"), ("een\u00a0twee", "een twee"), ("Een  B", "Een B")],
)
def test_single_spaced(text: str, expected: str) -> None:
    assert single_spaced(text) == expected


@pytest.mark.parametrize(("position", "offset"), [(0, 8), (3, 11), (4, 12), (5, 15), (10, 20), (11, 22), (12, 23)])
def test_source(position: int, offset: int) -> None:
    assert TEXT.source(position) == offset


def test_the_last_of_two_runs_at_one_position_counts() -> None:
    assert Text("ab", ((0, 3), (0, 7))).source(0) == 7


def test_cut() -> None:
    assert TEXT.cut(5, 12) == Text("sloten3", ((0, 15), (6, 22)), raised=((6, 7),))
    assert TEXT.cut(2, 6) == Text("er s", ((0, 10), (3, 15)))
    assert TEXT.cut(0, 5) == Text("over ", ((0, 8),))
    assert characters(TEXT.cut(2, 6)) == "er s"


def test_cut_of_nothing() -> None:
    assert TEXT.cut(4, 4) == Text("")
    assert Text("").cut(0, 0) == Text("")


def test_cut_clips_what_is_raised() -> None:
    text = Text("a123b", ((0, 0),), raised=((1, 4),))
    assert text.cut(2, 5).raised == ((0, 2),)
    assert text.cut(0, 2).raised == ((1, 2),)
    assert text.cut(0, 1).raised == ()
    assert text.cut(4, 5).raised == ()


@pytest.mark.parametrize(
    ("cuts", "string"),
    [
        ([], "over sloten3"),
        ([(11, 12)], "over sloten"),
        ([(0, 5)], "sloten3"),
        ([(0, 1), (1, 5), (10, 11)], "slote3"),
        ([(4, 4)], "over sloten3"),
        ([(0, 12)], ""),
    ],
)
def test_without(cuts: list[tuple[int, int]], string: str) -> None:
    rest = TEXT.without(cuts)
    assert rest.string == string
    assert [rest.source(at) for at in range(len(string))] == [
        TEXT.source(at) for at in range(12) if not any(start <= at < end for start, end in cuts)
    ]


def test_without_moves_what_is_raised() -> None:
    assert TEXT.without([(0, 5)]).raised == ((6, 7),)
    assert TEXT.without([(11, 12)]).raised == ()


def test_joined() -> None:
    nota, sloten = Text("nota", ((0, 3),)), Text("sloten3", ((0, 15), (6, 22)), raised=((6, 7),))
    both = joined([(nota, "dropped"), (sloten, " ")])
    assert both == Text("nota sloten3", ((0, 3), (5, 15), (11, 22)), raised=((11, 12),))
    assert SOURCE[both.source(5)] == "s"


def test_joined_without_glue() -> None:
    assert joined([(Text("pol", ((0, 0),)), ""), (Text("der", ((0, 5),)), "")]) == Text("polder", ((0, 0), (3, 5)))


def test_joined_of_nothing() -> None:
    assert joined([]) == Text("")


def test_text_is_frozen() -> None:
    with pytest.raises(AttributeError):
        TEXT.string = "x"  # type: ignore[misc]


@given(st.integers(0, 12), st.integers(0, 12))
def test_a_cut_keeps_the_places(start: int, end: int) -> None:
    piece = TEXT.cut(start, end)
    assert piece.string == TEXT.string[start:end]
    assert [piece.source(at) for at in range(len(piece.string))] == [TEXT.source(at) for at in range(start, end)]


@given(st.lists(st.integers(0, 12), max_size=3).map(sorted))
def test_cut_in_pieces_and_joined_again(places: list[int]) -> None:
    borders = [0, *places, 12]
    again = joined([(TEXT.cut(start, end), "") for start, end in pairwise(borders)])
    assert again.string == TEXT.string
    assert characters(again) == characters(TEXT)
    assert again.raised == TEXT.raised


def test_links_go_where_their_words_go() -> None:
    text = Text("zie a.nl/b ook", ((0, 0),), links=((4, 10, "https://a.nl/b"),))
    assert text.cut(4, 14).links == ((0, 6, "https://a.nl/b"),)
    assert text.cut(6, 9).links == ((0, 3, "https://a.nl/b"),)
    assert text.cut(10, 14).links == ()
    assert text.without([(0, 4)]).links == ((0, 6, "https://a.nl/b"),)
    assert joined([(Text("ook", ((0, 20),)), ""), (text, " ")]).links == ((8, 14, "https://a.nl/b"),)
