"""A document as pages of lines: places lead back to the source text."""

import dataclasses

import pytest

from kamerbrief.document.line import Line, Page
from kamerbrief.document.source import Source

# "**Datum**  3 mei" without its marks, at offset 40 of some text.
LINE = Line("Datum  3 mei", 40, 56, page=1, row=2, column=0, gap=1, offsets=((0, 42), (5, 49)))


@pytest.mark.parametrize(("position", "offset"), [(0, 42), (4, 46), (5, 49), (11, 55), (12, 56)])
def test_source_offset(position: int, offset: int) -> None:
    assert LINE.source_offset(position) == offset


def test_before_the_first_run_its_distance_counts() -> None:
    assert dataclasses.replace(LINE, offsets=((2, 44),)).source_offset(0) == 42


def test_a_line_is_plain_unless_said() -> None:
    assert (LINE.bold, LINE.italic, LINE.level, LINE.margin, LINE.raised, LINE.cells) == (
        False,
        False,
        0,
        False,
        (),
        (),
    )


def test_pages() -> None:
    source = Source("Datum 3 mei\n\nTekst\fVervolg")
    assert [page.number for page in source.pages] == [1, 2]
    assert [[line.text for line in page.lines] for page in source.pages] == [["Datum 3 mei", "Tekst"], ["Vervolg"]]


def test_pages_are_read_once() -> None:
    source = Source("Tekst")
    assert source.pages is source.pages


def test_a_text_without_words_has_no_page() -> None:
    assert Source(" \n\f\n").pages == ()


def test_the_text_stays_as_it_is() -> None:
    source = Source(" **Datum**\r\n\ud800")
    assert source.text == " **Datum**\r\n\ud800"
    assert source.pages[0].lines[0].text == "Datum"
    assert source.text == " **Datum**\r\n\ud800"


def test_media_type() -> None:
    assert Source("x").media_type == "text/plain"
    assert Source("x", "text/markdown").media_type == "text/markdown"


def test_sources_are_equal_by_what_they_hold() -> None:
    read, fresh = Source("x"), Source("x")
    assert read.pages  # what was read of it is no part of it
    assert read == fresh
    assert read != Source("x", "text/markdown")
    assert hash(read) == hash(fresh)


@pytest.mark.parametrize("value", [LINE, Page(1, (LINE,)), Source("x")])
def test_all_are_frozen(value: Line | Page | Source) -> None:
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError, match=name):
        setattr(value, name, "x")
