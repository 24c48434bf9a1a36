"""Numbered titles that run on into their text."""

import pytest
from tests.lines import lines_of, measured, texts

from kamerbrief.body.grouping import group_lines

TEXT = (
    "Boeren uit het dorp hebben de sloten achter de molen van Veendijk zelf op\n"
    "diepte gebracht, en daar is een week aan gewerkt door velen uit de streek."
)
LONG = "Het onderhoud van alle sloten en vaarten achter de molens van Veendijk"


def firsts(text: str) -> list[str]:
    """The first line of each group that has a number."""
    groups = group_lines(*measured(lines_of(text)))
    return [" / ".join(texts(group.lines)) for group in groups if group.lines[0].text[0].isdecimal()]


@pytest.mark.parametrize(
    ("first", "second"),
    [("1. Water", f"2. {LONG}"), ("2.1 Water", f"2.2 {LONG}"), ("1. De sloten van het\ndorp", f"2. {LONG}")],
)
def test_a_title_is_parted_from_its_text_where_another_stands_alone(first: str, second: str) -> None:
    assert firsts(f"{TEXT}\n\n{first}\n\n{TEXT}\n\n{second}\n{TEXT}") == [first.replace("\n", " / "), second]


@pytest.mark.parametrize(
    "text",
    [
        f"1. {LONG}\n{TEXT}\n\n2. {LONG}\n{TEXT}",
        f"1. Water\n\n{TEXT}\n\n3. {LONG}\n{TEXT}",
        f"1. Water;\n2. {LONG}\n{TEXT}",
        f"1. Water\n2. {LONG}\n{TEXT}",
        f"1. Water\n\n{TEXT}\n\n2. {LONG}\n{TEXT.lower()}",
    ],
)
def test_items_keep_their_text(text: str) -> None:
    assert firsts(f"{TEXT}\n\n{text}")[-1].endswith(TEXT.replace("\n", " / ")[-20:])
