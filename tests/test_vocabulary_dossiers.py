"""Dossiers with parts: every entry of the data is read as one."""

import re

import pytest

from kamerbrief import find_references
from kamerbrief.vocabulary import dossiers, table

DATA = table("dossiers")


def test_entries() -> None:
    assert set(DATA) == {"subdivided", "budgets", "chapters", "funds"}
    for name, entries in DATA.items():
        assert len(set(entries)) == len(entries)
        assert all(
            re.fullmatch(r"\d{5}" if name in ("subdivided", "budgets") else r"[A-Z]{1,5}", one) for one in entries
        )


@pytest.mark.parametrize("budget", DATA["budgets"])
def test_a_letter_behind_a_budget_names_a_fund(budget: str) -> None:
    assert [one.id for one in find_references(f"Kamerstuk {budget[:2]} {budget[2:]} A, nr. 4")] == [f"kst-{budget}-A-4"]


@pytest.mark.parametrize("suffix", [*DATA["chapters"], *DATA["funds"]])
def test_every_chapter_and_fund(suffix: str) -> None:
    for text in (
        f"Kamerstuk 36 600 {suffix}, nr. 4",
        f"Kamerstuk 36600-{suffix}-4",
        f"Kamerstuk 36 600-{suffix}, nr. 4",
    ):
        assert [one.id for one in find_references(text)] == [f"kst-36600-{suffix}-4"]


@pytest.mark.parametrize("dossier", DATA["subdivided"])
def test_every_subdivided_dossier(dossier: str) -> None:
    assert [one.id for one in find_references(f"Kamerstuk {dossier}-02, nr. 4")] == [f"kst-{dossier}-02-4"]


def test_the_longest_suffix_is_tried_first() -> None:
    lengths = [len(suffix) for suffix in dossiers.suffixes()]
    assert lengths == sorted(lengths, reverse=True)
