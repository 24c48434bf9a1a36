"""A document as pages of lines: places lead back to the source text."""

import dataclasses
import pathlib
import pickle

import pytest

import kamerbrief
from kamerbrief.document.geometry import Placed, PlacedWords
from kamerbrief.document.line import NO_HINT, Line, Page
from kamerbrief.document.source import Metadata, Source
from kamerbrief.readers import read_text

FIXTURE = pathlib.Path(__file__).parent.parent / "fixtures" / "jenv-2022-imrf-like" / "letter.pdf"
# "**Datum**  3 mei" without its marks, at offset 40 of some text.
LINE = Line("Datum  3 mei", 40, 56, page=1, row=2, column=0, gap=1, offsets=((0, 42), (5, 49)))


def test_a_line_is_plain_unless_said() -> None:
    assert (LINE.bold, LINE.italic, LINE.hint, LINE.margin, LINE.raised, LINE.cells) == (
        False,
        False,
        NO_HINT,
        False,
        (),
        (),
    )


def test_pages() -> None:
    source = read_text("Datum 3 mei\n\nTekst\fVervolg")
    assert [page.number for page in source.pages] == [1, 2]
    assert [[line.text for line in page.lines] for page in source.pages] == [["Datum 3 mei", "Tekst"], ["Vervolg"]]


def test_pages_are_read_once() -> None:
    source = read_text("Tekst")
    assert source.pages is source.pages


def test_a_text_without_words_has_no_page() -> None:
    assert read_text(" \n\f\n").pages == ()


def test_the_text_stays_as_it_is() -> None:
    source = read_text(" **Datum**\r\n\ud800")
    assert source.text == " **Datum**\r\n\ud800"
    assert source.pages[0].lines[0].text == "Datum"
    assert source.text == " **Datum**\r\n\ud800"


def test_media_type() -> None:
    assert Source("x").media_type == "text/plain"
    assert Source("x", "text/markdown").media_type == "text/markdown"


def test_sources_are_equal_by_what_they_hold() -> None:
    one, other = read_text("x"), read_text("x")
    assert one == other
    assert one != read_text("x", "text/markdown")
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - its own


def test_a_source_made_by_hand_is_read_when_it_is_parsed() -> None:
    text = "Geachte voorzitter,\n\nDe sloten zijn diep."
    assert Source(text).pages == ()
    assert kamerbrief.parse(Source(text)) == kamerbrief.parse(text)


@pytest.mark.parametrize("value", [LINE, Page(1, (LINE,)), Source("x")])
def test_all_are_frozen(value: Line | Page | Source) -> None:
    name = "text" if hasattr(value, "text") else "number"
    with pytest.raises(AttributeError, match=rf"{name}|can't set"):
        setattr(value, name, "x")


def test_a_source_made_by_hand_keeps_its_metadata() -> None:
    metadata = Metadata(page_count=2, tagged=False, producer=None, title=None, pages_without_text=(2,))
    brief = kamerbrief.parse(Source("De sloot is diep.", metadata=metadata))
    assert "picture-page" in {diagnostic.code for diagnostic in brief.diagnostics}


def test_a_source_in_one_line() -> None:
    assert (
        repr(kamerbrief.load(b"De sloot is diep.", name="brief.txt"))
        == "Source('brief.txt', text/plain, 17 characters)"
    )
    assert repr(Source("Sloot\fDijk")) == "Source(text/plain, 2 pages, 10 characters)"


def test_a_pdf_keeps_its_bytes_which_tell_nothing_of_it() -> None:
    data = FIXTURE.read_bytes()
    source = kamerbrief.load(data, name="brief.pdf")
    assert source.data == data
    assert source == dataclasses.replace(source, data=None)
    assert hash(source) == hash(dataclasses.replace(source, data=None))
    assert repr(source).startswith("Source('brief.pdf', application/pdf, 3 pages, ")
    assert pickle.loads(pickle.dumps(source)).data == data  # noqa: S301 -- our own
    assert kamerbrief.load(b"De sloot is diep.").data is None


def test_places_of_words_are_held_packed() -> None:
    words, others = PlacedWords(), PlacedWords()
    boxes = [1.0, 5.0], [2.0, 6.0], [3.1, 7.0], [4.0, 8.0]
    words.add(1, ([2, 9], [7, 12]), boxes, [(0, 1, -2)])
    words.add(2, ([0, 8], [5, 11]), boxes, [(1, 2, -2)])
    placed = [Placed(0, 5, 1, 1.0, 2.0, 3.1, 4.0), Placed(6, 9, 2, 5.0, 6.0, 7.0, 8.0)]
    assert list(words) == words[:] == placed
    assert (words[-1], words[1:], len(words)) == (placed[1], placed[1:], 2)
    with pytest.raises(IndexError):
        words[2]
    assert words != others
    others.add(1, ([2, 9], [7, 12]), boxes, [(0, 1, -2)])
    assert words != others
    others.add(2, ([0, 8], [5, 11]), boxes, [(1, 2, -2)])
    assert words == others == pickle.loads(pickle.dumps(words))  # noqa: S301 -- our own
    assert words != placed
