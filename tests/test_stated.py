"""Where a format states blocks, levels and notes, no guess overrules it."""

from __future__ import annotations

import pathlib

import pytest
from tests.golden import Digest, digest
from tests.stated import restated
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import Kamerbrief, Source
from kamerbrief.document.line import Hint, Line, Page, Part

LETTERS = [
    path for case in cases() for path in renditions(case) if path.name in ("letter.pdf", "letter.txt", "letter.md")
]


def structure(brief: Kamerbrief) -> Digest:
    """Blocks, levels, calls and notes."""
    whole = digest(brief)
    return {name: _without_bars(whole[name]) for name in ("sections", "annexes", "footnotes")}


def _without_bars(part: object) -> object:
    """Without the text of tables, which has the bars of Markdown in it; their rows say as much."""
    if isinstance(part, list):
        return [_without_bars(one) for one in part]
    if isinstance(part, dict):
        return {name: _without_bars(value) for name, value in part.items() if name != "text" or not part.get("rows")}
    return part


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_stated_comes_back(path: pathlib.Path) -> None:
    source = source_of(path)
    assert structure(kamerbrief.parse(restated(source))) == structure(kamerbrief.parse(source))


TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."
HEAD = ("Ministerie van Financiën", "Datum 4 maart 2031", "Betreft Onderhoud van sloten", "Geachte voorzitter,")


def letter(*blocks: tuple[Part | None, str]) -> Kamerbrief:
    """A letter whose format states these blocks below its head."""
    stated = [Hint("exact", part, at, int(part == "heading")) for at, (part, _) in enumerate(blocks, start=1)]
    hints = [*(Hint() for _ in HEAD), *stated]
    rows = [*HEAD, *(text for _, text in blocks)]
    starts = [sum(len(text) + 1 for text in rows[:at]) for at in range(len(rows))]
    lines = [
        Line(text, start, start + len(text), 1, row, 0, 0, ((0, start),), hint=hint)
        for row, (text, start, hint) in enumerate(zip(rows, starts, hints, strict=True))
    ]
    return kamerbrief.parse(Source("\n".join(rows), pages=(Page(1, tuple(lines)),)))


@pytest.mark.parametrize(
    "words",
    [
        "Ons kenmerk",
        "Ministerie van Defensie",
        "Postbus 99999",
        "Pagina 2 van 3",
        "1 Zie de brief van 4 maart 2031.",
        "- 4 -",
        "Vraag 1",
        "1. Sloten",
    ],
)
def test_a_paragraph_is_one_whatever_it_says(words: str) -> None:
    brief = letter(("paragraph", TEXT), ("paragraph", words), ("paragraph", TEXT))
    assert [(block.kind, block.text) for section in brief.sections for block in section.blocks] == [
        ("paragraph", TEXT),
        ("paragraph", words),
        ("paragraph", TEXT),
    ]
    assert brief.sender.ministry
    assert brief.sender.ministry.abbreviation == "Fin"


def test_a_block_whose_kind_is_open_is_told_by_what_it_shows() -> None:
    brief = letter((None, TEXT), (None, "- een sloot;"), (None, "- een vaart."), ("heading", "de molen"), (None, TEXT))
    assert [[block.kind for block in section.blocks] for section in brief.sections] == [
        ["paragraph", "list_item", "list_item"],
        ["paragraph"],
    ]
    assert brief.sections[1].title == "de molen"


def test_a_note_has_the_label_that_is_printed() -> None:
    brief = letter(("paragraph", f"{TEXT}* Daarna."), ("note", "* Zie het verslag."), ("note", "[2] Zie de kaart."))
    assert [(note.label, note.text) for note in brief.footnotes] == [("2", "Zie de kaart."), ("*", "Zie het verslag.")]
