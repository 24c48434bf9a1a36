"""A PDF as a whole: what is not read, turned pages, where a value stands, and what is refused."""

from __future__ import annotations

import concurrent.futures
import pathlib
import sys

import pytest
from tests.pdfs import BODY, box, lines, lines_of, pdf, source_of, text
from tests.truth_report import FIXTURES

import kamerbrief
from kamerbrief import Source, Span, UnreadableError
from kamerbrief.readers import decode


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(data, "brief.pdf")
    assert "\n" not in caught.value.reason
    return caught.value.reason


# What is not to be read


def test_what_is_not_to_be_read_is_kept_apart() -> None:
    shown = (
        text(80, 100, "Gewone tekst")
        + text(80, 130, "wit", colour="1 g")
        + text(80, 142, "onzichtbaar", mode=3)
        + text(-90, 154, "buiten")
        + text(80, 166, "klein", size=1)
        + text(300, 300, "omhoog", turn="0 1 -1 0")
    )
    seen = [(line.text, line.hidden) for line in lines_of(shown)]
    assert seen[0] == ("Gewone tekst", False)
    assert sorted(text for text, hidden in seen if hidden) == ["buiten", "klein", "omhoog", "onzichtbaar", "wit"]
    assert len(seen) == 6


def test_hidden_words_are_furniture_and_no_value() -> None:
    brief = kamerbrief.parse(source_of(BODY + text(80, 100, "Datum 3 mei 2030", colour="1 g")))
    assert brief.date is None
    assert [part.text for part in brief.furniture if part.kind == "hidden"] == ["Datum 3 mei 2030"]


def test_white_on_a_dark_ground_is_read() -> None:
    (line,) = lines_of(box(70, 85, 300, 110, "0.1 0.3 0.6 rg") + text(80, 100, "Kop van de tabel", colour="1 g"))
    assert not line.hidden


def test_a_size_below_nothing_is_a_turn() -> None:
    (line,) = lines_of(text(80, 100, "Diepe sloten", size=-9, turn="-1 0 0 -1"))
    assert (line.text, line.hidden, line.size) == ("Diepe sloten", False, 1.0)


def test_the_text_layer_of_a_scan_is_read() -> None:
    source = source_of(box(0, 0, 595, 842, "0.9 g") + "\n" + BODY.replace("0 Tr", "3 Tr"))
    assert len(source.pages[0].lines) == 9
    assert not any(line.hidden for line in source.pages[0].lines)


def test_what_a_crop_box_cuts_off_is_hidden() -> None:
    source = source_of(BODY + text(80, 30, "Paspoort van de drukker"), crop="0 0 595 800")
    assert [line.text for line in source.pages[0].lines if line.hidden] == ["Paspoort van de drukker"]


# Turned pages


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_turned(rotate: int) -> None:
    assert [line.text for line in lines_of(lines(100, "Boven", "Onder"), rotate=rotate)] == ["Boven", "Onder"]


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_a_page_whose_text_is_turned_is_read_in_its_direction(turn: str) -> None:
    source = source_of("\n".join(text(300, 400, word, turn=f"{turn}") for word in ["Breed"]))
    assert [line.text for page in source.pages for line in page.lines] == ["Breed"]
    assert not source.pages[0].lines[0].hidden


@pytest.mark.parametrize(("rotate", "size"), [(0, (595, 842)), (90, (842, 595))])
def test_the_size_of_a_page_is_as_shown(rotate: int, size: tuple[float, float]) -> None:
    (page,) = source_of(BODY, rotate=rotate).pages
    assert (page.width, page.height) == size


# Places


def test_where_a_value_stands() -> None:
    source = source_of(text(80, 100, "Diepe sloten") + BODY)
    (found,) = source.boxes(Span(start=6, end=12))
    assert found.page == 1
    assert found.left == pytest.approx(105, abs=3)
    assert found.right == pytest.approx(131, abs=3)
    assert found.top < 100 < found.bottom


def test_a_stretch_over_lines_has_a_box_for_each() -> None:
    source = source_of(lines(100, "Diepe sloten", "en dijken"), BODY)
    boxes = source.boxes(Span(start=0, end=len("Diepe sloten\nen dijken")))
    assert [(one.page, round(one.left)) for one in boxes] == [(1, 80), (1, 80)]
    assert boxes[0].bottom <= boxes[1].bottom


def test_nothing_has_no_box() -> None:
    source = source_of(BODY)
    assert source.boxes(Span(start=5, end=5)) == ()
    assert Source("Diepe sloten").boxes(Span(start=0, end=5)) == ()


@pytest.mark.parametrize("name", ["letter.pdf", "letter.tagged.pdf"])
def test_the_kenmerk_of_a_letter_stands_in_its_margin(name: str) -> None:
    source = kamerbrief.load(FIXTURES / "vws-2022-two-columns" / name)
    (field,) = [field for field in kamerbrief.parse(source).fields if field.name == "kenmerk"]
    for found in source.boxes(field.span):
        assert found.page == 1
        assert 460 < found.left < found.right < 595
        assert 150 < found.top < found.bottom < 420


# The document


def test_what_the_file_says_of_itself() -> None:
    source = decode(pdf(BODY, "", box(80, 80, 400, 500, "0.5 g"), title="Brief", tree=("Document", [])), "brief.pdf")
    assert source.media_type == "application/pdf"
    assert source.metadata == kamerbrief.Metadata(
        page_count=3, tagged=True, producer="kamerbrief tests", title="Brief", pages_without_text=(3,)
    )
    assert [page.number for page in source.pages] == [1]


RECOGNISE = "recognise its text first, for example with ocrmypdf -l nld SCAN.pdf OUT.pdf"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(), "a PDF without pages"),
        (pdf("", ""), "a PDF without text: its pages are empty"),
        (
            pdf(box(0, 0, 500, 500, "0 g")),
            f"a scan without a text layer (1 page); {RECOGNISE}",
        ),
        (
            pdf(*["0 0 400 400 re f"] * 3),
            f"a scan without a text layer (3 pages); {RECOGNISE}",
        ),
        (pdf("0 0 9 9 re f", "( ) Tj"), "a PDF without text: its pages are empty"),
        (pdf("", "").replace(b"/Kids[9 0 R 11 0 R]", b"/Kids[0 0 R 00 0 R]"), "a damaged PDF; fetch it again"),
        (b"%PDF-1.7\n", "a damaged or incomplete PDF; fetch it again"),
        (pdf(BODY)[:400], "a damaged or incomplete PDF; fetch it again"),
        (
            pdf(BODY, trailer=f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]"),
            "a PDF under a password; save it without one first",
        ),
        (
            pdf(BODY, trailer="/Encrypt<</Filter/Unknown/V 9>>/ID[<00><00>]"),
            "a PDF under a protection that cannot be opened; save it without first",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def with_catalogue(entries: bytes, *pages: str) -> bytes:
    """A PDF with more in its catalogue; its table of places no longer fits, which programs mend."""
    return pdf(*pages).replace(b"/Type/Catalog", b"/Type/Catalog" + entries, 1)


def test_a_portfolio() -> None:
    file = b"<</Type/Filespec/F(a.pdf)/UF(a.pdf)/EF<</F 5 0 R>>>>"
    data = with_catalogue(b"/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(a.pdf)" + file + b"]>>>>", BODY)
    assert refusal(data).startswith("a PDF portfolio: the letter is a file in it; take it out first")
    assert decode(with_catalogue(b"/Collection<</View/D>>", BODY), "brief").text


def test_an_xfa_form() -> None:
    form = b"/NeedsRendering true/AcroForm<</Fields[]/XFA[(template)5 0 R]>>"
    assert refusal(with_catalogue(form, text(80, 100, "Please wait..."))).startswith(
        "an XFA form, which Adobe Reader alone"
    )
    assert decode(with_catalogue(form, BODY + BODY.replace("zie", "bij")), "brief").text


def test_what_has_too_much_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.readers.pdf.document._MOST_CHARACTERS", 4)
    assert refusal(pdf(text(80, 100, "sloot"))) == "page 1 holds 5 characters, more than a page of a letter can"
    monkeypatch.setattr("kamerbrief.readers.pdf.document._MOST_OBJECTS", 10)
    assert (
        refusal(pdf(BODY + box(0, 0, 9, 9, "0 g") * 3)) == "page 1 holds 12 objects, more than a page of a letter can"
    )


def test_a_letter_is_read_after_bytes_that_are_no_pdf() -> None:
    data = b"\r\n" * 20 + pdf(BODY)
    assert len(decode(data, "brief").pages[0].lines) == 9


@pytest.mark.parametrize("module", ["pypdfium2", "pypdfium2.raw"])
def test_without_its_extra_a_pdf_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    for name in [name for name in sys.modules if name.startswith(("kamerbrief.readers.pdf", "pypdfium2"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    assert "pip install 'kamerbrief[pdf]'" in refusal(pdf(BODY))


def test_files_are_read_side_by_side() -> None:
    paths = sorted(FIXTURES.glob("*/letter*.pdf"))[:8]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(kamerbrief.load, paths)) == [kamerbrief.load(path) for path in paths]


def test_a_file_is_told_by_its_content(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(pdf(BODY))
    assert kamerbrief.load(path).media_type == "application/pdf"
