"""Pieces of a letter for retrieval."""

from __future__ import annotations

import pytest
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import Chunk

LETTER = """Datum 3 mei 2024
Betreft Dijken

Geachte voorzitter,

Een twee drie.[^1]

Vier vijf zes.

# Dijken

- zeven[^2]
- acht

## Hoog

| negen | tien |
|---|---|
| elf | twaalf |

Hoogachtend,

De Minister van Infrastructuur en Waterstaat,



A.B. de Boer

Bijlage 1

Dertien veertien vijftien.

[^1]: Noot een.
[^2]: Noot twee.
"""
BRIEF = kamerbrief.parse(LETTER)


def cut(limit: int) -> list[Chunk]:
    return list(kamerbrief.chunks(BRIEF, limit=limit))


def test_texts() -> None:
    assert [chunk.text.split("\n\n") for chunk in cut(100)] == [
        ["Een twee drie.[1]", "Vier vijf zes.", "[1] Noot een."],
        ["Dijken", "- zeven[2]", "- acht", "[2] Noot twee."],
        ["Dijken\nHoog", "negen | tien\nelf | twaalf"],
        ["Bijlage 1", "Dertien veertien vijftien."],
    ]


def test_cut_between_blocks_only() -> None:
    assert [chunk.text.split("\n\n") for chunk in cut(1)][:2] == [
        ["Een twee drie.[1]", "[1] Noot een."],
        ["Vier vijf zes."],
    ]
    assert [len(cut(limit)) for limit in (1, 8, 9, 100)] == [6, 5, 4, 4]


def test_metadata_is_flat_and_lacks_what_the_letter_does_not_tell() -> None:
    first, *_, last = cut(100)
    assert first.metadata == {
        "letter_id": first.metadata["letter_id"],
        "form": "plain",
        "date": "2024-05-03",
        "ministry": "IenW",
        "subject": "Dijken",
        "level": 1,
        "annex": False,
        "start": LETTER.index("Een"),
        "end": LETTER.index("\n\n#"),
        "notes": "1",
    }
    assert (last.metadata["title"], last.metadata["annex"]) == ("Bijlage 1", True)


def test_ids_are_stable_and_tell_chunks_apart() -> None:
    assert [chunk.id for chunk in cut(1)] == [chunk.id for chunk in cut(1)]
    assert [chunk.id.partition("-")[2] for chunk in cut(1)] == [
        "section-0-0", "section-0-1", "section-1-0", "section-1-1", "section-1.0-0", "annex-0-0",
    ]  # fmt: skip


def test_count() -> None:
    counted: list[str] = []

    def count(text: str) -> int:
        counted.append(text)
        return len(text)

    assert len(list(kamerbrief.chunks(BRIEF, limit=10_000, count=count))) == 4
    assert "[1] Noot een." in counted
    assert len(list(kamerbrief.chunks(BRIEF, limit=20, count=len))) == 6


def test_limit_is_one_at_least() -> None:
    with pytest.raises(ValueError, match="limit of 1 or more, not 0"):
        kamerbrief.chunks(BRIEF, limit=0)


def test_every_block_is_in_one_chunk_and_none_is_too_long() -> None:
    for path in (path for case in cases() for path in renditions(case)):
        brief = kamerbrief.parse(source_of(path))
        made = list(kamerbrief.chunks(brief, limit=120))
        assert len({chunk.id for chunk in made}) == len(made)
        said = "".join("".join(chunk.text.split()) for chunk in made)
        for passage in brief.walk():
            if passage.block.kind != "table" and not passage.block.calls:
                assert "".join(passage.block.text.split()) in said
        for chunk in made:
            assert all(isinstance(value, (str, int, float, bool)) for value in chunk.metadata.values())
            blocks = chunk.text.count("\n\n") + 1 - ("title" in chunk.metadata)
            assert len(chunk.text.split()) <= 120 or blocks - len(str(chunk.metadata.get("notes", "")).split()) == 1
