"""OpenDocument texts: what prints is read, once, with its structure."""

# ruff: noqa: E501 -- markup is written as it comes

from __future__ import annotations

import pathlib

import pytest
from fixtures.typeset.source import read
from tests.docx_files import zipped
from tests.invariants import check
from tests.odt_files import STYLES, frame, letter_as_odt, odt, p, table
from tests.truth_report import FIXTURES, compare, truth_of

import kamerbrief
from kamerbrief import UnreadableError
from kamerbrief.document.line import Line

LETTERS = sorted(FIXTURES.glob("*/letter.toml"))
TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."


def lines_of(data: bytes) -> list[Line]:
    return [line for page in kamerbrief.load(data).pages for line in page.lines]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name)
def test_a_letter_is_read_as_a_careful_reader_does(path: pathlib.Path) -> None:
    source = kamerbrief.load(letter_as_odt(read(path)))
    brief = kamerbrief.parse(source)
    wrong = [
        f"{one.key}: {one.want!r}, not {one.have!r}" for one in compare(truth_of(path.parent), brief) if not one.right
    ]
    assert not wrong, "\n".join(wrong)
    assert not check(source, brief)
    assert source.media_type == "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('Een<text:s text:c="3"/>dijk<text:s/><text:s text:c="x"/>', "Een dijk"),
        ("Een<text:tab/>dijk", "Een dijk"),
        ("<text:a>Een</text:a> <text:span>dijk</text:span>", "Een dijk"),
        ("Een dijk<office:annotation><text:p>Waarom?</text:p></office:annotation>", "Een dijk"),
        ("Een\n   dijk", "Een dijk"),
    ],
)
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    assert [line.text for line in lines_of(odt(p(inner)))] == [text]


def test_looks() -> None:
    styles = STYLES + (
        '<style:style style:name="x"><style:text-properties style:text-underline-style="solid" fo:font-style="oblique"/></style:style>'
        '<style:style style:name="y" style:parent-style-name="y"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    data = odt(
        p("Een", "Title")
        + p('<text:span text:style-name="x">Twee</text:span>')
        + p('Drie<text:span text:style-name="y">2</text:span>'),
        styles=styles,
    )
    assert [(line.text, line.bold, line.italic, line.underlined, line.raised) for line in lines_of(data)] == [
        ("Een", True, False, False, ()),
        ("Twee", False, True, True, ()),
        ("Drie2", False, False, False, ((4, 5),)),
    ]


def test_headings_and_paragraphs() -> None:
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    data = odt(
        heading.format(1, "Inleiding")
        + p(TEXT)
        + f"<text:section>{heading.format(2, 'De sloot')}{p(TEXT)}</text:section>"
    )
    (first,) = kamerbrief.read(data).sections
    assert (first.title, first.level, first.sections[0].title, first.sections[0].level) == (
        "Inleiding",
        1,
        "De sloot",
        2,
    )


def test_lists() -> None:
    number = '<text:list-level-style-number text:level="1" style:num-prefix="(" style:num-format="{}" style:num-suffix=")" text:start-value="2"/>'
    styles = STYLES + "".join(
        f'<text:list-style style:name="{name}">{number.format(form)}</text:list-style>'
        for name, form in (("a", "a"), ("one", "1"), ("none", ""))
    )
    item = "<text:list-item><text:p>een</text:p><text:p>en meer</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('')}</text:list>"
    data = odt(
        "".join(
            f'<text:list text:style-name="{name}">{item.format(inner)}</text:list>'
            for name in ("a", "one", "none", "weg")
        ),
        styles=styles,
    )
    assert [(line.text, line.hint.part, line.hint.depth) for line in lines_of(data) if line.text != "en meer"] == [
        *(("(b) een", None, 1), ("• een", "item", 2), ("(2) een", None, 1), ("• een", "item", 2)),
        *(("een", None, 0), ("• een", "item", 2), ("• een", "item", 1), ("• een", "item", 2)),
    ]


def test_notes() -> None:
    note = '<text:note text:id="{0}"><text:note-citation>{0}</text:note-citation><text:note-body>{1}</text:note-body></text:note>'
    brief = kamerbrief.read(odt(p("De sloot" + note.format("1", p("Zie de kaart.") + p("En meer.")) + " is diep.")))
    assert [(one.label, one.text, one.status) for one in brief.footnotes] == [("1", "Zie de kaart. En meer.", "linked")]
    block = brief.sections[0].blocks[0]
    assert (block.text, [(one.label, one.offset) for one in block.calls]) == ("De sloot is diep.", [("1", 8)])
    bare = kamerbrief.read(odt(p("De sloot<text:note/> is diep.")))
    assert [(one.label, one.text) for one in bare.footnotes] == [("1", "")]


def test_tables() -> None:
    repeated = table([p("a"), p("b")], [p("c"), p("d")], style="Ruled").replace(
        "<table:table-cell", '<table:table-cell table:number-columns-repeated="2"', 1
    )
    headed = (
        table([p("a"), p("b")], [p("c"), p("d")], style="Ruled")
        .replace("<table:table-row>", "<table:table-header-rows><table:table-row>", 1)
        .replace("</table:table-row>", "</table:table-row></table:table-header-rows>", 1)
    )
    blocks = kamerbrief.read(odt(p(TEXT) + repeated + headed)).sections[0].blocks
    assert [block.kind for block in blocks] == ["paragraph", "table", "table"]
    assert (blocks[1].rows, blocks[2].rows) == ((("a", "a", "b"), ("c", "d")), (("a", "b"), ("c", "d")))


def test_what_stands_beside_each_other() -> None:
    lines = lines_of(odt(table([p("Datum"), p("3 mei 2024")], [p(""), p(TEXT)], [table([p("x")]), p("y")])))
    assert [line.text for line in lines] == ["Datum", "3 mei 2024", TEXT, "x", "y"]
    assert (lines[0].row, lines[2].hint.is_exact, lines[0].hint.is_exact) == (lines[1].row, True, False)


def test_frames_and_headers() -> None:
    masters = '<style:master-page style:name="Standard"><style:header-first>{}</style:header-first><style:header>{}</style:header></style:master-page>'
    data = odt(
        p(frame("165mm", p("a"))) + frame("2cm", p("b")) + frame("x", p("c")) + p(TEXT),
        masters=masters.format(p("Eerste"), p("Volgende")),
    )
    assert [(line.text, line.margin) for line in lines_of(data)] == [
        *(("Eerste", False), ("a", True), ("b", False), ("c", False), (TEXT, False)),
    ]
    later = '<style:master-page style:name="Standard"><style:header>x</style:header></style:master-page>'
    assert [line.text for line in lines_of(odt(p(TEXT), masters=later))] == [TEXT]


def test_what_is_left_out_is_told() -> None:
    data = odt(
        f"<text:tracked-changes><text:p>Weg.</text:p></text:tracked-changes>{p(TEXT + '<text:hidden-text>Weg.</text:hidden-text>')}"
    )
    assert {"tracked-changes", "hidden-text"} <= {one.code for one in kamerbrief.read(data).diagnostics}
    assert "Weg" not in kamerbrief.load(data).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            zipped({"mimetype": "x", "content.xml": "<a>"}),
            r"an OpenDocument file \(ODT\) whose part content.xml cannot be read",
        ),
        (zipped({"mimetype": "x", "content.xml": "<a/>"}), r"no text \(ODT\); save it as one, or as PDF"),
        (odt(p("")), "a document without text in it"),
    ],
)
def test_broken_documents(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        kamerbrief.load(data)
