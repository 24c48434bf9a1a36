"""What a letter should not hold: each pattern finds its example, and no other pattern of its kind does."""

from __future__ import annotations

import pytest
import regex
from pydantic import BaseModel, ConfigDict

from kamerbrief.vocabulary import table

DATA = table("drafts")
ENTRIES = [(kind, entry["pattern"], entry["example"]) for kind, entries in DATA.items() for entry in entries]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    pattern: str
    example: str
    signs: list[str]


def test_entries_are_well_formed() -> None:
    for entries in DATA.values():
        for entry in entries:
            Entry.model_validate(entry)


@pytest.mark.parametrize(("kind", "pattern", "example"), ENTRIES)
def test_a_pattern_finds_its_example_and_no_other_of_its_kind_does(kind: str, pattern: str, example: str) -> None:
    found = [entry["pattern"] for entry in DATA[kind] if regex.search(entry["pattern"], example)]
    assert found == [pattern]


def test_a_sign_stands_in_whatever_is_found() -> None:
    for entries in DATA.values():
        for entry in entries:
            assert any(sign in entry["example"] for sign in entry["signs"])
