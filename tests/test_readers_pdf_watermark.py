"""Words behind or across the text of a page are furniture: no heading, and in no sentence."""

from __future__ import annotations

import pytest
from tests.pdfs import BODY, lines_of, pdf, source_of, text

from kamerbrief import parse
from kamerbrief.readers import decode

ACROSS = text(60, 450, "CONCEPT", size=70)
TILES = "".join(text(90, 100 + 80 * at, "GEHEIM", size=14, colour=".85 g") for at in range(8))


def states(*pages: str) -> set[bool]:
    return {line.hidden for line in lines_of(*pages) if line.text.isupper()}


@pytest.mark.parametrize(
    ("pages", "hidden"),
    [
        ([ACROSS], True),
        ([text(60, 450, "CONCEPT", size=70, turn=".7 .7 -.7 .7")], True),
        ([text(60, 250, "WATER", size=70)], False),
        ([ACROSS, text(60, 250, "CONCEPT", size=70)], True),
        ([TILES], True),
        ([TILES, text(90, 60, "GEHEIM", size=14, colour=".85 g")], True),
        ([text(90, 100, "GEHEIM", size=14, colour=".85 g")], False),
        ([TILES.replace(".85 g", "0 g")], False),
        ([text(60, 60 + 30 * at, "WATER", size=30) for at in range(3)], False),
    ],
)
def test_a_watermark_is_hidden(pages: list[str], *, hidden: bool) -> None:
    assert states(*pages) == {hidden}


def test_a_watermark_in_a_form_is_hidden() -> None:
    data = pdf(f"{BODY} /Merk Do", forms={"Merk": ACROSS})
    assert [line.text for line in decode(data, "brief.pdf").pages[0].lines if line.hidden] == ["CONCEPT"]


def test_a_watermark_is_no_heading_and_in_no_sentence() -> None:
    brief = parse(source_of(BODY + ACROSS))
    assert [part.text for part in brief.furniture if part.kind == "hidden"] == ["CONCEPT"]
    assert "CONCEPT" not in brief.text
