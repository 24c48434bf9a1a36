"""Lists of contents whose rules are gone."""

from __future__ import annotations

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import read_blocks
from kamerbrief.vocabulary import words

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar door de boeren op diepte gebracht, en de dijk is hersteld."


def blocks_of(text: str) -> list[tuple[str, str]]:
    return [
        (block.kind, f"{block.number or ''} {block.text.string}".strip())
        for block in read_blocks(*measured(lines_of(text)))
    ]


@pytest.mark.parametrize("title", sorted(words("contents")))
def test_the_titles_below_it_are_no_cells(title: str) -> None:
    found = blocks_of(
        f"{title}\n\nI\n\nSloten\n\n2\n\nII\n\nDijken\n\n3\n\nI Sloten\n\nDiepe sloten\n\n{TEXT}\n\n{TEXT}"
    )
    assert found[1:4] == [
        ("table", "I Sloten 2 II Dijken 3"),
        ("heading", "I Sloten"),
        ("heading", "Diepe sloten"),
    ]


def test_what_stands_above_it_is_no_cell() -> None:
    titles = "Onderdeel een\n\nInhoud\n\nSloten\n\nDijken\n\nVaarten\n\nZijlen\n\nSloten"
    found = blocks_of(f"{TEXT}\n\n{titles}\n\n{TEXT}")
    assert found[1:4] == [
        ("heading", "Onderdeel een Inhoud"),
        ("table", "Sloten Dijken Vaarten Zijlen"),
        ("heading", "Sloten"),
    ]


def test_cells_may_say_a_thing_twice() -> None:
    cells = "\n\n".join(f"{name}\n\nDiep" for name in ("Sloten", "Dijken", "Vaarten"))
    assert [kind for kind, _ in blocks_of(f"{TEXT}\n\n{cells}\n\n{TEXT}")] == ["paragraph", "table", "paragraph"]
    found = blocks_of(f"{TEXT}\n\nInhoud\n\nSloten\n\nDijken\n\nVaarten\n\nZijlen\n\n{TEXT}")
    assert [kind for kind, _ in found] == ["paragraph", "table", "paragraph"]


def test_a_column_of_contents_is_of_its_table() -> None:
    cells = "Maatregel\n\nInhoud\n\nStatus\n\nSloten\n\nOpen\n\nDijken\n\nOpen\n\nPolders\n\nKlaar"
    assert [kind for kind, _ in blocks_of(f"{TEXT}\n\n{cells}\n\n{TEXT}")] == ["paragraph", "table", "paragraph"]
