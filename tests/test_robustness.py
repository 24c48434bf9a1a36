"""``parse`` is total: whatever the text, there is a letter, and it is data."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.words import GLUE, KEYWORDS, LABELS, VALUES
from tests.invariants import check
from tests.truth_report import cases, text_of, texts

import kamerbrief
from kamerbrief import Kamerbrief, KamerbriefError

thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def soup(words: list[str]) -> st.SearchStrategy[str]:
    """Words in any order with anything between them."""
    pairs = st.tuples(st.sampled_from(words), st.sampled_from(GLUE))
    return st.lists(pairs, max_size=40).map(lambda drawn: "".join(word + glue for word, glue in drawn))


def holds(text: str) -> None:
    assert check(text, kamerbrief.parse(text)) == []


@pytest.mark.parametrize("blank", [chr(code) for code in range(0x3001) if chr(code).isspace()], ids=ascii)
def test_every_blank_of_unicode(blank: str) -> None:
    holds(f"Geachte{blank}voorzitter,\n\nIn{blank}deze{blank}{blank}zin.\n\n0{blank}0")


@pytest.mark.parametrize(
    "text", ["tekst.1\n[1] 1\n", "tekst.1\n[1] [^1]\n", "<sup>³</sup>XNoot", "n\n<t<sup>³</sup>>\nm"]
)
def test_what_was_found_by_chance(text: str) -> None:
    holds(text)


@thorough
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    holds(text)


@thorough
@given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Nd", "No", "Mn"]), max_size=200))
def test_surrogates_controls_and_marks(text: str) -> None:
    holds(text)


@thorough
@given(soup(LABELS + VALUES))
def test_soup_of_labels(text: str) -> None:
    holds(text)


@thorough
@given(soup(LABELS + VALUES + KEYWORDS))
def test_soup_of_all_that_means_something(text: str) -> None:
    holds(text)


@settings(thorough, max_examples=60)
@given(st.data())
def test_shuffled_lines_of_a_letter(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(cases()))
    lines = text_of(data.draw(st.sampled_from(texts(case)))).splitlines()[:80]
    holds("\n".join(data.draw(st.permutations(lines))))


@settings(thorough, max_examples=60)
@given(st.data())
def test_any_piece_of_a_letter(data: st.DataObject) -> None:
    text = text_of(data.draw(st.sampled_from(texts(data.draw(st.sampled_from(cases()))))))
    start = data.draw(st.integers(0, len(text)))
    holds(text[start : start + 1500])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\f\f\f",
        "\x00",
        "\ud800",
        "Ons kenmerk\n\udfff12\n",
        "Geachte voorzitter,\n\ntekst \ud83d.\n",
        "1",
        "**",
        "#",
    ],
    ids=ascii,
)
def test_hardly_a_letter(text: str) -> None:
    brief = kamerbrief.parse(text)
    assert Kamerbrief.model_validate_json(brief.model_dump_json()) == brief
    holds(text)


@pytest.mark.parametrize("text", ["", "   \n \f", "-- 12 --"])
def test_strict_refuses_what_is_no_letter(text: str) -> None:
    with pytest.raises(KamerbriefError) as caught:
        kamerbrief.parse(text, strict=True)
    assert isinstance(caught.value, ValueError)
    assert [one.code for one in caught.value.diagnostics] == ["empty-letter"]
    assert caught.value.brief == kamerbrief.parse(text)


def test_strict_lets_warnings_pass() -> None:
    text = "Geachte voorzitter,\n\nHierbij bied ik u het rapport aan.\n"
    brief = kamerbrief.parse(text, strict=True)
    assert brief == kamerbrief.parse(text)
    assert {one.severity for one in brief.diagnostics} <= {"warning", "info"}
    assert brief.diagnostics


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (b"Geachte voorzitter,", r"kamerbrief\.read\(data\)"),
        (bytearray(b"Geachte voorzitter,"), r"kamerbrief\.read\(data\)"),
        (pathlib.Path("letter.txt"), r"kamerbrief\.read\("),
        (None, "NoneType"),
        (12, "int"),
        (["Geachte voorzitter,"], "list"),
    ],
)
def test_what_is_no_text_is_refused_with_the_right_call(value: Any, hint: str) -> None:  # noqa: ANN401 - that is the test
    with pytest.raises(TypeError, match=hint):
        kamerbrief.parse(value)


def test_a_source_and_its_text_give_the_same_letter() -> None:
    text = text_of(texts(cases()[0])[0])
    assert kamerbrief.parse(kamerbrief.Source(text)) == kamerbrief.parse(text)
