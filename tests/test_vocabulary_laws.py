"""Laws: every name and abbreviation gives its law, and no id stands twice."""

import re
from typing import Any

import pytest

from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.laws import civil_code, law_of

LAWS: list[dict[str, Any]] = table("laws")["law"]


def law_id(law: dict[str, Any]) -> str:
    return str(law.get("bwb") or law["celex"])


NAMES = [(law, name) for law in LAWS for name in (law["name"], *law.get("also", ()))]
SHORT = [(law, short) for law in LAWS for short in law.get("abbreviations", ())]
SHARED = {short for _, short in SHORT if sum(other == short for _, other in SHORT) > 1}


@pytest.mark.parametrize(("law", "name"), NAMES, ids=[f"{law_id(law)} {name}" for law, name in NAMES])
def test_a_name_gives_its_law(law: dict[str, Any], name: str) -> None:
    date = law.get("from") or law.get("until")
    found = law_of([*name.split(" "), "en"], date)
    assert found is not None
    assert (found[0].bwb or found[0].celex, found[1]) == (law_id(law), len(name.split(" ")))


@pytest.mark.parametrize(("law", "short"), SHORT, ids=[f"{law_id(law)} {short}" for law, short in SHORT])
def test_an_abbreviation_gives_its_law_unless_it_is_shared(law: dict[str, Any], short: str) -> None:
    date = law.get("from") or law.get("until")
    found = law_of(short.split(" "), date)
    assert (found and (found[0].bwb or found[0].celex)) == (None if short in SHARED and date is None else law_id(law))


def test_entries() -> None:
    assert len({law_id(law) for law in LAWS}) == len(LAWS)
    for law in LAWS:
        assert re.fullmatch(r"BWB[RV]\d{7}|3\d{4}[RLD]\d{4}|12012[EMP]", law_id(law))
        assert set(law) <= {"name", "bwb", "celex", "also", "abbreviations", "from", "until", "chamber"}


def test_books_of_the_civil_code() -> None:
    assert set(civil_code()) == {"1", "2", "3", "4", "5", "6", "7", "7A", "8", "10"}


@pytest.mark.parametrize("words", ["awb", "de wet", "Wet", "ww"])
def test_no_law(words: str) -> None:
    assert law_of(words.split(" "), None) is None
