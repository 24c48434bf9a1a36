"""Word documents: what prints is read, once, with its structure."""

# ruff: noqa: E501 -- markup is written as it comes

from __future__ import annotations

import pathlib

import pytest
from fixtures.typeset.source import read
from tests.docx_files import (
    STYLES,
    TEMPLATES,
    box,
    call,
    docx,
    field,
    floating,
    letter_as_docx,
    p,
    run,
    table,
    vml_box,
    zipped,
)
from tests.invariants import check
from tests.truth_report import FIXTURES, compare, truth_of

import kamerbrief
from kamerbrief import Kamerbrief, UnreadableError
from kamerbrief.document.line import Line

LETTERS = sorted(FIXTURES.glob("*/letter.toml"))
TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."


def lines_of(data: bytes) -> list[Line]:
    return [line for page in kamerbrief.load(data).pages for line in page.lines]


def texts_of(data: bytes) -> list[str]:
    return [line.text for line in lines_of(data)]


def body_of(data: bytes) -> Kamerbrief:
    """A document as the body of a letter."""
    return kamerbrief.read(data)


# Whole letters


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name)
def test_a_letter_is_read_as_a_careful_reader_does(path: pathlib.Path, template: str) -> None:
    source = kamerbrief.load(letter_as_docx(read(path), template))
    brief = kamerbrief.parse(source)
    wrong = [
        f"{one.key}: {one.want!r}, not {one.have!r}" for one in compare(truth_of(path.parent), brief) if not one.right
    ]
    assert not wrong, "\n".join(wrong)
    assert not check(source, brief)
    assert (source.media_type.rpartition(".")[2], brief.recipient.span and brief.recipient.span.page) == (
        "document",
        None,
    )


# Characters


def either(new: str, old: str) -> str:
    choice = f"<mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<mc:AlternateContent>{choice}</mc:AlternateContent>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("Een") + run(" dijk"), "Een dijk"),
        (run("Een\tdijk"), "Een dijk"),
        ("<w:r><w:t>net</w:t><w:noBreakHyphen/><w:t>werk</w:t><w:softHyphen/></w:r>", "net-werk"),
        ('<w:r><w:t>x </w:t><w:sym w:char="F0B7"/><w:sym w:char="2022"/><w:sym w:char="y"/></w:r>', "x ••"),
        ('<w:r><w:sym w:char="F041"/><w:sym w:char="F0FF"/><w:sym w:char="FFFFFF"/></w:r>', "A"),
        (run("Een ", "<w:vanish/>") + run("dijk"), "dijk"),
        (run("Een ", '<w:vanish w:val="0"/>') + run("dijk"), "Een dijk"),
        (f"<w:del>{run('Geen')}</w:del><w:ins>{run('Een')}</w:ins>" + run(" dijk"), "Een dijk"),
        (f"<w:moveFrom>{run('Geen')}</w:moveFrom><w:moveTo>{run('Een dijk')}</w:moveTo>", "Een dijk"),
        (f"<w:hyperlink>{run('Een')}</w:hyperlink><w:smartTag>{run(' dijk')}</w:smartTag>", "Een dijk"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Een dijk')}</w:sdtContent></w:sdt>", "Een dijk"),
        (field(" DOCPROPERTY datum ", run("3 mei 2024")), "3 mei 2024"),
        (field(f" IF {'x'}", "") + run("Een dijk"), "Een dijk"),
        (f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run("Een dijk")}</w:fldSimple>', "Een dijk"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        (either(run("Een"), run("Twee")), "Een"),
        ("<w:r><w:instrText>Geen</w:instrText></w:r>" + run("Een dijk"), "Een dijk"),
        (run("Een\xa0dijk\u200b "), "Een dijk"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    assert texts_of(docx(p(inner))) == [text]


def test_what_a_field_is_told_is_not_shown() -> None:
    inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    inner += field(" DOCPROPERTY aan ", run("Geen")) + run("Geen")
    inner += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Een dijk")
    inner += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts_of(docx(p(inner))) == ["Een dijk"]


def test_a_field_may_go_over_paragraphs() -> None:
    first = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' + run("Geen")
    last = run("Geen") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("Een dijk")
    assert texts_of(docx(p(first) + p(last))) == ["Een dijk"]


@pytest.mark.parametrize("page", [field("PAGE", run("1")), f'<w:fldSimple w:instr="NUMPAGES">{run("1")}</w:fldSimple>'])
def test_numbers_of_pages_are_not_read(page: str) -> None:
    assert texts_of(docx(p(run("Pagina "), page) + p(run(TEXT)))) == [TEXT]


def test_styles_and_direct_formatting() -> None:
    data = docx(
        p(run("Een"), style="Kop1")
        + p(run("Twee", '<w:b w:val="false"/>'), style="Kop1")
        + p(run("Drie", "<w:b/><w:i/><w:u/>"), run(" "))
        + p(run("Vier", "<w:b/>"), run("vijf"))
        + p(run("Zes"), style="Kop2")
        + p(run("Zeven"), style="weg")
    )
    assert [(line.bold, line.italic, line.underlined) for line in lines_of(data)] == [
        (True, False, False),
        (False, False, False),
        (True, True, True),
        (False, False, False),
        (False, True, False),
        (False, False, False),
    ]


def test_styles_that_are_based_on_each_other_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    assert texts_of(docx(p(run("Een"), style="a"), styles=style.format("a", "b") + style.format("b", "a"))) == ["Een"]


# Structure


def test_headings_of_styles_and_outline_levels() -> None:
    outline = '<w:outlineLvl w:val="{}"/>'
    brief = body_of(
        docx(
            p(run("Inleiding"), style="Kop1")
            + p(run(TEXT))
            + p(run("De sloot"), style="Kop2")
            + p(run(TEXT))
            + p(run("De vaart."), properties=outline.format(2))
            + p(run("Gewoon"), style="Kop1", properties=outline.format(9))
        )
    )
    (first,) = brief.sections
    assert (first.title, first.level, first.sections[0].title, first.sections[0].level) == (
        "Inleiding",
        1,
        "De sloot",
        2,
    )
    inner = first.sections[0].sections[0]
    assert (inner.title, inner.level, [block.text for block in inner.blocks]) == ("De vaart.", 3, ["Gewoon"])


NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>'
    for name, levels in {
        "1": '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl>',
        "2": '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>',
        "3": '<w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2."/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%3"/></w:lvl>'
        '<w:lvl w:ilvl="3"><w:numFmt w:val="upperLetter"/><w:start w:val="28"/><w:lvlText w:val="%4"/></w:lvl>',
    }.items()
)  # fmt: skip
NUMBERING += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
NUMBERING += (
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/>'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride></w:num>'
)


def listed(name: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>'


def test_numbers_of_lists() -> None:
    places = [(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (3, 0), (3, 1), (3, 2), (3, 3), (4, 0), (4, 0)]
    places += [(9, 0), (1, 8)]
    data = docx("".join(p(run("x"), properties=listed(*place)) for place in places), numbering=NUMBERING)
    shown = ["c) x", "d) x", "d.i x", "d.ii x", "e) x", "e.i x", "• x", "x", "I. x", "01 x", "BB x", "8. x", "9. x"]
    assert texts_of(data) == [*shown, "x", "x"]


def test_numbers_too_large_for_letters() -> None:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{form}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{form}"><w:abstractNumId w:val="{form}"/></w:num>'
        for form, start in (("lowerLetter", "99999"), ("lowerRoman", "0"), ("upperRoman", "1994"))
    )
    named = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    data = docx(
        "".join(p(run("x"), properties=named.format(f)) for f in ("lowerLetter", "lowerRoman", "upperRoman")),
        numbering=levels,
    )
    assert texts_of(data) == ["99999 x", "0 x", "MCMXCIV x"]


def test_lists() -> None:
    data = docx(
        p(run(TEXT))
        + p(run("de sloot"), properties=listed(2))
        + p(run("de vaart"), properties=listed(1))
        + p(run("het kanaal"), properties=listed(1, 1)),
        numbering=NUMBERING,
    )
    blocks = body_of(data).sections[0].blocks[1:]
    assert [(block.kind, block.marker, block.depth, block.text) for block in blocks] == [
        ("list_item", "•", 1, "de sloot"),
        ("list_item", "c)", 1, "de vaart"),
        ("paragraph", None, None, "c.i het kanaal"),
    ]


def test_a_style_may_number() -> None:
    properties = f'<w:pPr>{listed(2)}<w:ind w:left="440"/></w:pPr>'
    style = f'<w:style w:type="paragraph" w:styleId="lijst">{properties}</w:style>{STYLES}'
    off = '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0"/>'
    data = docx(
        p(run("x"), style="lijst") + p(run("y"), style="lijst", properties=off), numbering=NUMBERING, styles=style
    )
    assert [(line.text, line.column) for line in lines_of(data)] == [("• x", 4), ("y", 0)]


def test_paragraphs_are_blocks_whatever_stands_between_them() -> None:
    data = docx(p(run(TEXT)) + p(run("daarna de vaart")) + p() + p(run("en het kanaal")))
    assert [block.text for block in body_of(data).sections[0].blocks] == [TEXT, "daarna de vaart", "en het kanaal"]


@pytest.mark.parametrize(
    ("paragraphs", "count"),
    [
        ((f"{TEXT[:-1]}, ", "daarna de vaart."), 1),
        ((f"{TEXT[:-1]} ", "daarna de vaart."), 1),
        ((f"{TEXT} ", "Daarna de vaart."), 2),
        ((f"{TEXT} ", "daarna de vaart."), 2),
        ((f"{TEXT[:-1]},", "daarna de vaart."), 2),
        (("de sloot, ", "daarna de vaart."), 2),
    ],
)
def test_a_sentence_that_was_pasted_line_by_line(paragraphs: tuple[str, ...], count: int) -> None:
    data = docx("".join(p(run(text)) for text in paragraphs))
    assert len(body_of(data).sections[0].blocks) == count


def test_line_ends() -> None:
    data = docx(p(run("Vraag 1", "<w:b/>"), run(f"\n{TEXT}\nDaarna de vaart.\n\nEn het kanaal.\n")))
    (section,) = body_of(data).sections
    assert (section.title, [block.text for block in section.blocks]) == (
        "Vraag 1",
        [f"{TEXT} Daarna de vaart.", "En het kanaal."],
    )


def test_the_heading_of_a_question_may_share_its_paragraph() -> None:
    data = docx(
        p(run("Vraag 1\nIs de sloot diep?", "<w:b/>"))
        + p(run("Ja.\nVraag 2\nEn de vaart?"))
        + p(run("Antwoord op vraag 2"))
        + p(run(TEXT))
    )
    assert [(one.title, [block.text for block in one.blocks]) for one in body_of(data).sections] == [
        *(("Vraag 1", ["Is de sloot diep?", "Ja."]), ("Vraag 2", ["En de vaart?"]), ("Antwoord op vraag 2", [TEXT])),
    ]


def test_quotation() -> None:
    assert body_of(docx(p(run(TEXT)) + p(run("De dijk."), style="Citaat"))).sections[0].blocks[1].kind == "quote"


def test_tables() -> None:
    ruled = '<w:tblStyle w:val="Tabelraster"/>'
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(run("Sloten", "<w:b/>"))}</w:tc>'
    inner = f"<w:sdt><w:sdtContent><w:tc>{p(run('jaar'))}</w:tc></w:sdtContent></w:sdt>"
    rows = f"<w:tr>{wide}</w:tr><w:tr>{inner}<w:tc>{p(run('aantal')) + p(run('stuks'))}</w:tc></w:tr>"
    data = docx(
        p(run(TEXT))
        + table([p(run("a")), p(run("b"))], [p(run("c")), p(run("d"))], properties=ruled).replace(
            "<w:tr>", rows + "<w:tr>", 1
        )
        + table([p(run("a")), p(run("b"))], [p(run("c")), p(run("d"))]).replace(
            "<w:tcPr/>", '<w:tcPr><w:tcBorders><w:top w:val="single"/></w:tcBorders></w:tcPr>', 1
        )
        + p(run(TEXT))
    )
    blocks = body_of(data).sections[0].blocks
    assert [block.kind for block in blocks] == ["paragraph", "table", "table", "paragraph"]
    assert blocks[1].rows == (("Sloten", ""), ("jaar", "aantal stuks"), ("a", "b"), ("c", "d"))


def test_a_table_that_places_things_is_none() -> None:
    data = docx(
        table(
            [p(run(TEXT))],
            [p(run("Datum")), p(run("3 mei 2024\n4 mei"))],
            [table([p(run("In een tabel."))]) + p(), p(run("x"))],
        )
    )
    lines = lines_of(data)
    assert [line.text for line in lines] == [TEXT, "Datum", "3 mei 2024", "4 mei", "In een tabel.", "x"]
    assert (lines[1].row, lines[1].column) == (lines[2].row, 0)
    assert lines[2].column == lines[3].column > 0
    assert [line.hint.is_exact for line in lines] == [True, False, False, False, True, True]


# Letterhead


def test_what_stands_far_to_the_right_is_the_margin() -> None:
    data = docx(
        table([p(run("a"))], properties=floating(9357))
        + table([p(run("b"))], properties=floating(1500))
        + p(run("c"), properties='<w:framePr w:x="9300" w:y="1"/>')
        + p(run("d"), properties='<w:framePr w:x="900" w:y="1"/>')
        + p(box(9300, 10, p(run("e"))), run("f"))
        + table([p(run("g"))], properties='<w:tblpPr w:horzAnchor="margin" w:tblpXSpec="right"/>')
        + p(run("h"), properties='<w:framePr w:hAnchor="page" w:xAlign="left"/>')
        + p(box(0, 10, p(run("i"))).replace("<wp:posOffset>0</wp:posOffset>", "<wp:align>right</wp:align>"))
        + p(f"<w:r>{vml_box(200, 10, p(run('j'))).replace('width', 'visibility:hidden;width')}</w:r>")
    )
    assert [(line.text, line.margin) for line in lines_of(data)] == [
        *(("a", True), ("b", False), ("c", True), ("d", False), ("e", True), ("f", False)),
        *(("g", True), ("h", False), ("i", True)),
    ]


def test_places_count_from_where_the_text_begins() -> None:
    section = '<w:sectPr><w:pgSz w:w="10000"/><w:pgMar w:left="2000"/></w:sectPr>'
    data = docx(
        table([p(run("a"))], properties='<w:tblpPr w:tblpX="4100"/>')
        + table([p(run("b"))], properties=floating(4100))
        + p(box(4100, 10, p(run("c"))).replace('"page"', '"column"'))
        + p(box(4100, 10, p(run("d")))),
        section=section,
    )
    assert [(line.text, line.margin) for line in lines_of(data)] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", False),
    ]


def test_a_box_in_a_box_is_read_once() -> None:
    inner = box(0, 0, p(run("b")))
    assert texts_of(docx(p(box(0, 0, p(run("a")) + p(inner)), run("c")))) == ["a", "b", "c"]
    grouped = f"<w:r><w:drawing><wp:anchor><a:group>{either('<w:txbxContent>' + p(run('a')) + '</w:txbxContent>', '')}</a:group></wp:anchor></w:drawing></w:r>"
    assert texts_of(docx(p(grouped))) == ["a"]


def test_blocks_in_content_controls_and_changes() -> None:
    data = docx(
        f"<w:sdt><w:sdtContent>{p(run('a'))}</w:sdtContent></w:sdt>{either(p(run('b')), p(run('x')))}<w:del>{p(run('x'))}</w:del>"
        f"<w:sdt><w:sdtContent>{p(run('c'), properties='<w:sectPr/>')}</w:sdtContent></w:sdt>"
    )
    assert texts_of(data) == ["a", "b", "c"]


def test_boxes_of_the_header_are_read_once_from_top_to_bottom() -> None:
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="2" descr="{}"/></wp:inline></w:drawing></w:r>'
    hidden = box(0, 0, p(run("x"))).replace('name="Tekstvak"', 'hidden="1"')
    header = p(
        box(9300, 100, p(run("d"))),
        box(1500, 900, p(run("c"))),
        box(1500, 500, p(run("b"))),
        f"<w:r>{vml_box(1500, 700, p(run('bb')))}</w:r>",
        hidden,
        picture.format("Ministerie van Sloten"),
        picture.format("RO_BEELDMERK_Logo"),
        picture.format("Logo, blauw"),
        run("a"),
    )
    data = docx(p(run(TEXT)), header=header)
    assert texts_of(data) == ["a", "Ministerie van Sloten", "b", "bb", "c", "d", TEXT]
    assert texts_of(docx(p(picture.format("Ministerie van Sloten"), run(TEXT)))) == [TEXT]


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        ('<w:headerReference w:type="first" r:id="rId9"/><w:titlePg/>', True),
        ('<w:headerReference w:type="first" r:id="rId9"/><w:titlePg w:val="0"/>', False),
        ('<w:headerReference w:type="first" r:id="rId9"/>', False),
        ('<w:headerReference w:type="default" r:id="rId9"/>', True),
        ('<w:headerReference w:type="even" r:id="rId9"/>', False),
        ('<w:headerReference w:type="default" r:id="rId404"/>', False),
        ('<w:footerReference w:type="default" r:id="rId9"/>', False),
    ],
)
def test_which_header_counts(section: str, shown: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    first = p(properties=f"<w:sectPr>{section}</w:sectPr>")
    data = docx(p(run(TEXT)) + first, header=p(run("Ministerie")), section="<w:sectPr/>")
    assert texts_of(data) == ["Ministerie"] * shown + [TEXT]


def test_properties_of_the_file_are_not_read() -> None:
    assert "1999" not in kamerbrief.load(docx(p(run(TEXT)))).text


# Notes


def test_notes_have_the_labels_that_print() -> None:
    star = '<w:r><w:footnoteReference w:id="7" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    notes = {"2": p(run(" Twee.")), "5": p(run(" Vijf.")) + p(run("En meer.")), "7": p(run("Ster."))}
    data = docx(
        p(run("De sloot"), call("5"), run(" is diep."), call("2"), run(" En de vaart"), star, run(" ook."))
        + p(run(TEXT)),
        notes=notes,
    )
    brief = body_of(data)
    assert [(note.label, note.text, note.status) for note in brief.footnotes] == [
        *(("1", "Vijf. En meer.", "linked"), ("2", "Twee.", "linked"), ("*", "Ster.", "linked")),
    ]
    (block, _) = brief.sections[0].blocks
    assert block.text == "De sloot is diep. En de vaart ook."
    assert [(one.label, block.text[: one.offset]) for one in block.calls] == [
        *(("1", "De sloot"), ("2", "De sloot is diep."), ("*", "De sloot is diep. En de vaart")),
    ]


@pytest.mark.parametrize(
    ("settings", "section", "labels"),
    [
        ("", "", ["1", "2", "i", "ii"]),
        ('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>', "", ["1", "1", "2", "2"]),
        ("", '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', ["a", "b", "i", "ii"]),
    ],
)
def test_endnotes_are_numbered_as_they_print(settings: str, section: str, labels: list[str]) -> None:
    text = p(
        run("Een"),
        call("2"),
        run(" twee"),
        call("8", "endnote"),
        run(" drie"),
        call("3"),
        run(" vier"),
        call("9", "endnote"),
    )
    notes, ends = ({name: p(run(f"Noot {name}.")) for name in pair} for pair in (("2", "3"), ("8", "9")))
    data = docx(text, notes=notes, endnotes=ends, settings=settings, section=f"<w:sectPr>{section}</w:sectPr>")
    brief = body_of(data)
    assert sorted(note.label for note in brief.footnotes) == labels
    assert {note.text for note in brief.footnotes} == {f"Noot {name}." for name in (2, 3, 8, 9)}
    assert {note.status for note in brief.footnotes} == {"linked"}
    assert brief.sections[0].blocks[0].text == "Een twee drie vier"


def test_two_notes_called_side_by_side() -> None:
    brief = body_of(
        docx(
            p(run("De sloot"), call("5"), call("2"), run(" is diep.")),
            notes={"2": p(run("Twee.")), "5": p(run("Vijf."))},
        )
    )
    (block,) = brief.sections[0].blocks
    assert (block.text, [(one.label, one.offset) for one in block.calls]) == ("De sloot is diep.", [("1", 8), ("2", 8)])
    assert [(note.text, note.status) for note in brief.footnotes] == [("Vijf.", "linked"), ("Twee.", "linked")]


def test_a_note_that_is_called_twice_or_is_not_there() -> None:
    brief = body_of(
        docx(
            p(run("De sloot"), call("5"), run(" en"), call("5"), run(" de vaart."), call("9")),
            notes={"5": p(run("Vijf."))},
        )
    )
    assert [(note.label, note.text) for note in brief.footnotes] == [("1", "Vijf."), ("2", "")]


def test_typed_notes_beside_those_of_word() -> None:
    data = docx(
        p(run("De sloot"), call("2"), run(" is diep."))
        + p(run("Is de vaart diep? [1] En het kanaal? [2]"))
        + p(run(TEXT))
        + p(run("[1] Zie de kaart van 2030.[2] Zie de kaart van 2031.")),
        notes={"2": p(run("Zie het verslag."))},
    )
    brief = body_of(data)
    assert sorted((note.label, note.text, note.status) for note in brief.footnotes) == [
        ("1", "Zie de kaart van 2030.", "linked"),
        ("1", "Zie het verslag.", "linked"),
        ("2", "Zie de kaart van 2031.", "linked"),
    ]
    calls = [(one.label, block.text[: one.offset]) for block in brief.sections[0].blocks for one in block.calls]
    assert calls == [("1", "De sloot"), ("1", "Is de vaart diep?"), ("2", "Is de vaart diep? En het kanaal?")]


def closed_by_items(text: str, pattern: str) -> Kamerbrief:
    """A text with a list of two items at its end, numbered by Word."""
    level = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{pattern}"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    items = "".join(p(run(f"Zie de kaart van {year}."), properties=listed(1)) for year in (2030, 2031))
    return body_of(docx(p(run(text)) + p(run(TEXT)) + items, numbering=numbering))


@pytest.mark.parametrize("pattern", ["%1)", "%1."])
def test_typed_notes_may_be_a_list_at_the_end(pattern: str) -> None:
    brief = closed_by_items("Is de sloot 1 meter diep?1) En de vaart? 2)", pattern)
    assert [(note.label, note.text, note.status) for note in brief.footnotes] == [
        *(("1", "Zie de kaart van 2030.", "linked"), ("2", "Zie de kaart van 2031.", "linked")),
    ]


def test_a_list_at_the_end_that_nothing_calls_is_one() -> None:
    brief = closed_by_items("De sloot is 1 meter diep en de vaart 2.", "%1.")
    assert (len(brief.footnotes), [block.kind for block in brief.sections[0].blocks[-2:]]) == (0, ["list_item"] * 2)


def test_items_are_no_notes() -> None:
    text = "Op 1 mei zijn er 2 sloten en 3 vaarten op diepte gebracht.1 Daarna volgt de rest."
    items = [p(run(f"{number}) De sloot van polder {number} is op diepte.")) for number in (1, 2, 3)]
    assert not body_of(docx(p(run(text)) + "".join(items) + p(run(TEXT)))).footnotes


# What cannot be read


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            zipped({"word/document.xml": "<w:document"}),
            "part word/document.xml cannot be read: unclosed token in line 1",
        ),
        (
            docx(p(run("x")), others={"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "entities of its own",
        ),
        (docx(p(run("x")))[:-200], "damaged or cut off; fetch it again"),
    ],
)
def test_broken_documents(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        kamerbrief.load(data, name="brief.docx")


@pytest.mark.parametrize("data", [zipped({"word/document.xml": "<x/>"}), docx(""), docx(p(run(" ")))])
def test_a_document_without_text(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="a document without text in it"):
        kamerbrief.load(data)
