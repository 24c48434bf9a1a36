"""What links upon a page lead to; none of it is text."""

from __future__ import annotations

import pytest
from tests.pdfs import BODY, HEIGHT, lines, pdf

from kamerbrief.document.line import Line
from kamerbrief.readers import decode
from kamerbrief.readers.pdf import links

ADDRESS = "https://www.sloten.example/stukken/onderhoud"
ROWS = ("Zie https://www.sloten.example/stuk", "ken/onderhoud. Daarna")


def uri(address: str) -> str:
    return f"/A<</S/URI/URI({address})>>"


def link(left: float, top: float, right: float, bottom: float, entries: str) -> str:
    return f"<</Type/Annot/Subtype/Link/Rect[{left} {HEIGHT - bottom} {right} {HEIGHT - top}]{entries}>>"


def read(*annotations: str, rows: tuple[str, ...] = ROWS) -> list[Line]:
    data = pdf(lines(100, *rows) + BODY).replace(b"/Type/Page/", f"/Type/Page/Annots[{''.join(annotations)}]/".encode())
    found = decode(data, "brief.pdf").pages[0].lines
    return [line for line in found if not line.text.startswith("De sloten")]


def test_words_upon_which_a_link_lies() -> None:
    first, last = read(link(96, 92, 250, 103, uri(ADDRESS)), link(80, 104, 138, 115, uri(ADDRESS)))
    assert (first.text, last.text) == ROWS
    assert (first.links, last.links) == (((4, 35, ADDRESS),), ((0, 14, ADDRESS),))


def test_a_link_over_several_words() -> None:
    (line,) = read(link(80, 92, 140, 103, uri(ADDRESS)), rows=("Zie de sloten van Veendijk",))
    assert line.links == ((0, 13, ADDRESS),)


def test_a_link_in_several_boxes() -> None:
    quads = (96, 92, 250, 103), (80, 104, 138, 115)
    points = " ".join(
        f"{left} {HEIGHT - top} {right} {HEIGHT - top} {left} {HEIGHT - bottom} {right} {HEIGHT - bottom}"
        for left, top, right, bottom in quads
    )
    first, last = read(link(80, 92, 250, 115, f"/QuadPoints[{points}]{uri(ADDRESS)}"))
    assert (first.links, last.links) == (((4, 35, ADDRESS),), ((0, 14, ADDRESS),))


@pytest.mark.parametrize(
    "entries",
    ["", "/Dest[5 0 R/Fit]", uri("file:///C:/brief.docx"), uri("mailto:a@sloten.example"), uri(f"http://{'a' * 2001}")],
)
def test_a_link_to_something_else(entries: str) -> None:
    assert [line.links for line in read(link(80, 92, 250, 115, entries))] == [(), ()]


def test_a_page_with_more_links_than_print_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "_MOST_LINKS", 2)
    away = link(300, 300, 310, 310, uri(ADDRESS))
    first, last = read(away, link(96, 92, 250, 103, uri(ADDRESS)), link(80, 104, 138, 115, uri(ADDRESS)))
    assert (len(first.links), last.links) == (1, ())
