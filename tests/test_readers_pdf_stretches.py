"""Stretches of words: where they are cut, what they tell of their words, and how they are taken apart."""

from __future__ import annotations

import ctypes

import pytest

from kamerbrief.readers.pdf.handles import Records
from kamerbrief.readers.pdf.stretches import Stretch, Style, Words, cuts, hide, is_blank_between, without

STYLE = Style(10.0, False, 400, False, True, (0, 0, 0), False, True)  # noqa: FBT003 -- a font
TOLD = (100.0, STYLE, None)


def words(text: str, lefts: list[float], rights: list[float], begins: list[int], ends: list[int]) -> Words:
    """Words at these places, all of one height."""
    count = len(lefts)
    return Words(text, begins, ends, lefts, [92.0] * count, rights, [102.0] * count, [7] * count, {7: 3})


def stretch(of: Words, begin: int, end: int) -> Stretch:
    text = of.text[of.begins[begin] : of.ends[end - 1]]
    return Stretch(of, begin, end, text, of.lefts[begin], 92.0, of.rights[end - 1], 102.0, *TOLD, "made up")


LINE = words("de diepe sloot", [10.0, 25.0, 55.0], [22.0, 52.0, 80.0], [0, 3, 9], [2, 8, 14])


@pytest.mark.parametrize(
    ("gap", "text", "found"),
    [
        (3.0, "de sloot", []),
        (2.2, "de sloot", []),
        (2.2, "dE sloot", [1]),  # H aag
        (1.5, "de sloot", [1]),
        (12.0, "de sloot", [1]),
        (3.0, "de\xa0sloot", [1]),
        (3.0, "de  sloot", [1]),
        (0.0, "desloot", []),
        (-0.5, "desloot", []),
        (4.0, "desloot", [1]),
        (-11.5, "desloot", [1]),
    ],
)
def test_where_a_stretch_ends(gap: float, text: str, found: list[int]) -> None:
    of = words(text, [10.0, 22.0 + gap], [22.0, 50.0], [0, text.index("s")], [2, len(text)])
    assert list(cuts(of, [TOLD, TOLD])) == found


def test_a_stretch_ends_where_another_line_or_style_begins() -> None:
    assert list(cuts(LINE, [TOLD, (112.0, STYLE, None), (112.0, STYLE._replace(bold=True), None)])) == [1, 2]


def test_what_a_stretch_tells() -> None:
    whole = stretch(LINE, 0, 3)
    assert (len(whole), whole.length, whole.last, whole.last_left, whole.mark) == (3, 12, "sloot", 55.0, 3)
    assert whole.middle == (45.0, 97.0)
    assert [whole.length_before(x) for x in (10.0, 26.0, 55.0, 99.0)] == [0, 7, 7, 12]
    assert (whole.gaps(), list(whole.spans())) == ([3.0, 3.0], [(0, 2), (3, 8), (9, 14)])
    assert [(word.text, word.left, word.right) for word in whole.each()] == [
        ("de", 10.0, 22.0),
        ("diepe", 25.0, 52.0),
        ("sloot", 55.0, 80.0),
    ]


def test_hidden_words_stand_each_for_itself() -> None:
    whole = stretch(LINE, 0, 3)
    assert hide([whole], set()) == [whole]
    assert [(word.text, word.hidden) for word in hide([whole], {1})] == [
        ("de", False),
        ("diepe", True),
        ("sloot", False),
    ]
    assert [word.text for word in without([whole], {1})] == ["de", "sloot"]


def test_a_stretch_parts_as_its_words_do() -> None:
    first, last = stretch(LINE, 0, 2), stretch(LINE, 2, 3)
    assert is_blank_between(first, last)
    capital = words("in de (H aag", [10.0, 22.0, 38.0, 50.0], [20.0, 36.0, 48.0, 70.0], [0, 3, 6, 9], [2, 5, 8, 12])
    assert not is_blank_between(stretch(capital, 0, 3), stretch(capital, 3, 4))


def test_answers_begin_as_zeros() -> None:
    records = Records(8)
    records.reserve(2)
    ctypes.memset(records.written(2).obj, 7, 16)  # type: ignore[arg-type]
    records.reserve(1)
    assert bytes(records.written(2)) == bytes(8) + b"\x07" * 8
    addresses = records.addresses(4)
    records.reserve(50)
    assert len(records.addresses(4)) >= 50
    assert records.addresses(4) is not addresses
