"""The letter beside its page, as it is written; test_view_browser looks at it in a browser."""

from __future__ import annotations

import pathlib
import re
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdfs import pdf, text
from tests.truth_report import FIXTURES, cases, renditions, source_of

import kamerbrief
from kamerbrief import Source
from kamerbrief.exports.view.entries import entries_of

PDF = FIXTURES / "jenv-2022-imrf-like" / "letter.pdf"
VOID = {"meta", "link", "img", "input", "br"}


class Page(HTMLParser):
    """What a page holds: its tags, attributes and words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and tag != "rect":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def page_of(source: Source) -> Page:
    return Page(kamerbrief.to_html(kamerbrief.parse(source), source))


def test_page_asks_for_nothing() -> None:
    for path in (PDF, PDF.with_name("letter.pdftotext.txt")):
        page = page_of(kamerbrief.load(path))
        for attributes in page.of(*{tag for tag, _ in page.tags}):
            assert (attributes.get("src") or "data:image/").startswith("data:image/")
            assert not {name for name in attributes if name.startswith("on")}
            assert "style" not in attributes
        assert not page.of("link", "iframe", "object", "base", "form")
        assert len(page.of("script")) == len(page.of("style")) == 1
        (policy,) = (one["content"] for one in page.of("meta") if one.get("http-equiv"))
        assert policy
        assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")


def test_pages_of_a_pdf_are_drawn_with_a_box_for_each_place() -> None:
    source = kamerbrief.load(PDF)
    brief = kamerbrief.parse(source)
    page = page_of(source)
    assert [one["alt"] for one in page.of("img")] == ["Page 1", "Page 2", "Page 3"]
    entries = entries_of(brief)
    boxed = {one["data-ids"] for one in page.of("g")}
    assert boxed == {str(number) for number, entry in enumerate(entries) if entry.places}
    for rect in page.of("rect"):
        assert 0 <= float(rect["x"] or 0) < 596
        assert 0 <= float(rect["y"] or 0) < 842


def test_each_value_block_note_and_reference_is_listed() -> None:
    for path in (path for case in cases() for path in renditions(case)):
        brief = kamerbrief.parse(source_of(path))
        entries = entries_of(brief)
        listed = {
            kind: [entry.text for entry in entries if entry.kind == kind] for kind in {one.kind for one in entries}
        }
        assert len(listed.get("diagnostic", [])) == len(brief.diagnostics)
        assert len(listed.get("note", [])) == len(brief.footnotes)
        assert len(listed.get("reference", [])) == len(brief.references)
        assert len(listed.get("block", [])) == len(list(brief.walk()))
        assert len(listed.get("furniture", [])) == len(brief.furniture)
        values = listed.get("value", [])
        for value in (brief.kenmerk, brief.subject, brief.date, *(one.name for one in brief.signatories)):
            assert value is None or any(str(value) in text for text in values)


def test_places_are_the_words_themselves() -> None:
    source = kamerbrief.load(PDF)
    for entry in entries_of(kamerbrief.parse(source)):
        if entry.kind == "block":
            said = "".join("".join(source.text[begin:end] for begin, end in entry.places).split())
            wanted = "".join(entry.text.split())
            assert abs(len(said) - len(wanted)) <= 8, (said, wanted)


def test_diagnostics_come_first() -> None:
    source = kamerbrief.load(FIXTURES / "szw-2024-draft-with-defects" / "letter.txt")
    page = kamerbrief.to_html(kamerbrief.parse(source), source)
    heads = re.findall(r"<h2>(\w+) <span>(\d+)", page)
    assert heads[0] == ("Diagnostics", str(len(kamerbrief.parse(source).diagnostics)))
    assert [name for name, _ in heads] == [
        "Diagnostics",
        "Values",
        "Sections",
        "Annexes",
        "Notes",
        "References",
        "Mentions",
    ]


def test_text_is_shown_whole_and_cut_where_something_begins() -> None:
    source = kamerbrief.load(b"Geachte voorzitter,\n\nDe <sloot> & Kamerstuk 31 322, nr. 7.\n\fDijk.")
    page = page_of(source)
    first, second = source.text.split("\f")
    said = "".join(page.words)
    assert first in said
    assert f"{second}Page 2" in said
    assert [len((one["data-ids"] or "").split()) for one in page.of("span") if "data-ids" in one] == [1, 1, 2, 1, 1]


NASTY = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</style>",
    "</pre>",
    "&lt;",
    "$title",
    "${x}",
    "]]>",
    "<!--",
]


@given(
    st.lists(st.sampled_from([*NASTY, "een", " ", "\n\n", "# ", "- ", "[^1]", 'https://x.nl/"><b>']), max_size=12).map(
        "".join
    )
)
def test_nothing_in_a_letter_becomes_markup(letter: str) -> None:
    source = kamerbrief.load(f"Betreft {letter}\n\nGeachte voorzitter,\n\nEen {letter}\n\n[^1]: {letter}".encode())
    page = page_of(source)
    assert len(page.of("script")) == 1
    assert not page.of("b", "img")[:0]
    assert not [one for one in page.of("img") if one.get("src") == "x"]
    assert all(not name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert all((one["href"] or "").startswith(("https://", "http://")) for one in page.of("a"))


def test_nothing_in_a_pdf_becomes_markup() -> None:
    lines = ["Geachte voorzitter,", "<script>alert(1)</script> en <b>vet</b>", "</svg><img src=x onerror=alert(1)>"]
    data = pdf("\n".join(text(80, 100 + 20 * at, line) for at, line in enumerate(lines)))
    page = page_of(kamerbrief.load(data))
    assert len(page.of("script")) == 1
    assert len(page.of("img")) == 1


def test_source_of_another_letter() -> None:
    brief = kamerbrief.read(PDF)
    with pytest.raises(ValueError, match="the source that the letter was parsed from"):
        kamerbrief.to_html(brief, Source("kort"))


def test_source_without_its_bytes_shows_the_text() -> None:
    source = kamerbrief.load(PDF.with_name("letter.pdftotext.txt"))
    assert source.data is None
    assert not page_of(source).of("img")


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    source = kamerbrief.load(PDF)
    monkeypatch.delitem(sys.modules, "kamerbrief.readers.pdf.drawing", raising=False)
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(kamerbrief.KamerbriefError, match=r"pip install 'kamerbrief\[view\]'"):
        kamerbrief.to_html(kamerbrief.parse(source), source)


def test_damaged_page_is_left_out() -> None:
    letter = text(80, 100, "Geachte voorzitter, hierbij bied ik u het rapport aan.")
    data = pdf(letter, letter).replace(b"/Kids[9 0 R 11 0 R]", b"/Kids[9 0 R 00 0 R]")
    assert len(page_of(kamerbrief.load(data)).of("img")) == 1


def test_command(tmp_path: pathlib.Path) -> None:
    from kamerbrief.__main__ import main

    assert main([str(PDF), "-q", "-o", str(tmp_path / "brief.html")]) == 0
    assert (tmp_path / "brief.html").read_text("utf-8").startswith("<!doctype html>")
