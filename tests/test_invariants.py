"""The invariants hold on every rendition of every fixture."""

from __future__ import annotations

import pathlib

import pytest
from tests.invariants import check
from tests.truth_report import cases, renditions, source_of, text_of, texts

import kamerbrief

LETTERS = [path for case in cases() for path in renditions(case)]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_invariants_hold(path: pathlib.Path) -> None:
    source = source_of(path)
    assert check(source, kamerbrief.parse(source)) == []


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028"])
def test_invariants_hold_whatever_ends_a_line(ending: str) -> None:
    text = text_of(texts(cases()[0])[0]).replace("\n", ending)
    assert check(text, kamerbrief.parse(text)) == []
