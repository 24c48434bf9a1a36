"""Word documents of our own: parts written by hand, and whole letters in the three templates that ministries use."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from fixtures.typeset.inline import GAP, SOFT_HYPHEN, parse
from fixtures.typeset.source import Block, Letter, Signatory

_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WIDTH = '<w:pgSz w:w="11906" w:h="16838"/>'
_FORMS = {"•": "bullet", "–": "bullet", "-": "bullet", "▪": "bullet", "o": "bullet"}
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="18"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>
<w:rPr><w:b w:val="0"/><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop3"><w:name w:val="heading 3"/><w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Citaat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Voetnootmarkering"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Tabelraster"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>
<w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style>
"""


def docx(  # noqa: PLR0913 -- an argument for each part
    body: str,
    *,
    header: str = "",
    notes: Mapping[str, str] | None = None,
    numbering: str = "",
    styles: str = STYLES,
    section: str | None = None,
    endnotes: Mapping[str, str] | None = None,
    settings: str = "",
    others: Mapping[str, str] | None = None,
) -> bytes:
    """A document: its body, the header of its first page, its notes by their id, and parts that must not be read."""
    first = '<w:headerReference w:type="first" r:id="rId9"/>' if header else ""
    section = section or f"<w:sectPr>{first}{_WIDTH}<w:titlePg/></w:sectPr>"
    footnotes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{name}">{text}</w:footnote>' for name, text in (notes or {}).items()
    )
    last = "".join(f'<w:endnote w:id="{name}">{text}</w:endnote>' for name, text in (endnotes or {}).items())
    parts = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {_SPACES}>{last}</w:endnotes>",
        "word/settings.xml": f"<w:settings {_SPACES}>{settings}</w:settings>",
        "word/header2.xml": f"<w:hdr {_SPACES}>{header}</w:hdr>",
        "docProps/custom.xml": "<Properties>datum 1 januari 1999, kenmerk 000000</Properties>",
        **(others or {}),
    }
    kinds = ("styles", "numbering", "footnotes", "endnotes", "settings")
    targets = {f"rId{at}": (kind, f"{kind}.xml") for at, kind in enumerate(kinds, 1)} | {
        "rId9": ("header", "header2.xml")
    }
    relations = [
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    ]
    main = f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>',
            **parts,
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)  # of no time: the same bytes always
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text; a newline is a line end, a tab a tab."""
    parts = [
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in _cut(text)
    ]
    return f"<w:r><w:rPr>{properties}</w:rPr>{''.join(parts)}</w:r>" if parts else ""


def _cut(text: str) -> list[str]:
    found: list[str] = []
    for is_text, group in itertools.groupby(text, key=lambda character: character not in "\n\t"):
        characters = "".join(group)
        found += [characters] if is_text else list(characters)
    return found


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def call(name: str, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:{kind}Reference w:id="{name}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field with its stored result, itself made of runs."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told = f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
    return sign.format("begin") + told + sign.format("separate") + result + sign.format("end")


def table(*rows: Sequence[str], properties: str = "") -> str:
    """A table of rows of cells, each cell its paragraphs."""
    written = "".join(f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell or p()}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{written}</w:tbl>"


def floating(left: int) -> str:
    """The properties of a table that is placed by itself, so far from the left edge."""
    return f'<w:tblpPr w:horzAnchor="page" w:tblpX="{left}" w:tblpY="3000"/>'


def box(left: int, top: int, content: str) -> str:
    """A text box, for a new program and for an old one."""
    place = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{at * 635}</wp:posOffset></wp:position{axis}>'
        for axis, at in (("H", left), ("V", top))
    )
    new = (
        f'<w:drawing><wp:anchor>{place}<wp:docPr id="1" name="Tekstvak"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{vml_box(left, top, content)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml_box(left: int, top: int, content: str) -> str:
    style = f"position:absolute;margin-left:{left / 20}pt;margin-top:{top / 20}pt;width:100pt"
    shape = f'<v:shape style="{style}"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>'
    return f"<w:pict>{shape}</w:pict>"


# Whole letters

TEMPLATES = ("document", "header-tables", "header-boxes")
"""Where the letterhead stands: in the document, in the header of the first page as tables, or in its text boxes."""


def letter_as_docx(letter: Letter, template: str) -> bytes:
    """A letter of ours as a ministry's template writes it."""
    return _Written(letter, template).data()


class _Written:
    def __init__(self, letter: Letter, template: str) -> None:
        self.letter = letter
        self.template = template
        self.lists: list[str] = []
        self.notes = {label: str(number) for number, label in enumerate(letter.notes, 2)}

    def data(self) -> bytes:
        head = self.letter.head
        body = [self._p(head.get("salutation", "")), *self._blocks(self.letter.blocks)]
        ending = [self._p(head.get("closing", "")), *self._signatures()]
        if self.template == "document":  # a text in a table in a table, which ends before the signature does
            framed = table([table(["".join(body)], *([part] for part in ending[:2])) + p()])
            text = self._head() + p() + framed + "".join(ending[2:])
        else:
            text = "".join([*body, *ending])
        if self.letter.after:
            text += p('<w:r><w:br w:type="page"/></w:r>') + "".join(self._blocks(self.letter.after))
        mark = '<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:footnoteRef/></w:r>'
        notes = {
            self.notes[label]: p(mark, run(" "), *self._runs(words), style="Voetnoottekst") + p()
            for label, words in self.letter.notes.items()
        }
        header = "" if self.template == "document" else self._head()
        return docx(text, header=header, notes=notes, numbering="".join(self._numbering()))

    def _head(self) -> str:
        head = self.letter.head
        back, to = self._p(head.get("return_line", "")), [self._p(line) for line in head.get("addressee", ())]
        logo = [self._p(f"**{line}**") for line in head.get("logo", ())]
        lines = [[self._p(f"{label}"), self._p(value)] for label, value in head.get("lines", ())]
        if row := head.get("row"):  # labels above their values
            lines += [[self._p(cell) for cell in cells] for cells in zip(*row, strict=True)]
        margin = [self._p(line) if line else p() for line in head.get("margin", ())]
        page = p(run("Pagina "), field("PAGE", run("2")), run(" van "), field("NUMPAGES", run("1")))
        if self.template == "document":
            return (
                table(["".join(logo)], [back], ["".join(to)], [p()], *lines)
                + p()
                + table(["".join(margin)], properties=floating(9357))
                + p()
            )
        if self.template == "header-tables":
            addressed = p(
                *(part for line in head.get("addressee", ()) for part in (*self._runs(line), "<w:r><w:br/></w:r>"))
            )
            tables = table(["".join(logo)], [back], [addressed]) + p(run("x", "<w:vanish/>")) + table(*lines)
            return tables + table(["".join(margin)], properties=floating(9300)) + page
        boxes = [
            box(9219, 2994, "".join(margin)),
            box(1588, 1500, back),
            box(1588, 3000, "".join(to)),
            box(4000, 600, "".join(logo) or p()),
            box(1588, 6000, table(*lines)),
            box(9219, 15000, page),
        ]
        return p(*boxes)

    def _p(self, text: str) -> str:
        return p(*self._runs(text)) if text else ""

    def _runs(self, text: str, properties: str = "") -> list[str]:
        found = []
        for part in parse(text):
            words = part.text.replace(SOFT_HYPHEN, "").replace(GAP, "").replace("\v", "\n")
            look = properties + "<w:b/>" * part.bold + "<w:i/>" * part.italic
            found.append(call(self.notes[part.call]) if part.call in self.notes else run(words, look))
        return found

    def _blocks(self, blocks: Iterable[Block]) -> list[str]:
        found: list[str] = []
        last = ""
        for block in blocks:
            if block.kind != "li" or last != "li":
                found.append(p())
            found.append(self._block(block))
            last = block.kind
        return found

    def _block(self, block: Block) -> str:
        if block.kind == "page":
            return p('<w:r><w:br w:type="page"/></w:r>')
        if block.kind == "h":
            if self.template == "header-tables":
                return p(*self._runs(block.text), style=f"Kop{block.level}")
            styles = self.letter.style.get("headings", ["bold", "italic", "plain"])
            style = styles[min(block.level, len(styles)) - 1]
            return p(*self._runs(block.text, "<w:b/>" * ("bold" in style) + "<w:i/>" * ("italic" in style)))
        if block.kind == "li":
            self.lists.append(block.label)
            number = f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
            return p(*self._runs(block.text), properties=number)
        if block.kind == "table":
            rows = [[p(*self._runs(cell)) for cell in row] for row in block.rows]
            return table(*rows, properties='<w:tblStyle w:val="Tabelraster"/>')
        if block.kind == "q":
            return p(*self._runs(block.label, "<w:b/>")) + p(*self._runs(block.text, "<w:i/>"))
        if block.kind == "a":
            return p(*self._runs(block.label, "<w:b/>")) + p(*self._runs(block.text))
        return p(*self._runs(block.text), style="Citaat" if block.kind == "quote" else "")

    def _numbering(self) -> Iterable[str]:
        """A list for each item, so that it has its own mark; all depths are marked alike."""
        for number, label in enumerate(self.lists, 1):
            form, start = form_of(label)
            levels = "".join(
                f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{label if form == "bullet" else f"%{depth + 1}{label[-1]}"}"/></w:lvl>'
                for depth in range(4)
            )
            yield f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number in range(1, len(self.lists) + 1):
            yield f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'

    def _signatures(self) -> list[str]:
        people = self.letter.signatories
        if self.letter.style.get("signature") == "columns":
            return [p(), table(["".join(self._signature(person)) for person in people])]
        return [part for person in people for part in (p(), *self._signature(person))]

    def _signature(self, person: Signatory) -> list[str]:
        role = "\v".join(part for part in (person.role, person.mandate) if part)
        roles = [self._p(line) for line in role.split("\n") if line]
        names = [self._p(line) for line in person.name.split("\n") if line]
        first, second = (names, roles) if self.letter.style.get("name_first") else (roles, names)
        return [*first, *([] if self.letter.style.get("name_first") else [p(), p()]), *second]


def form_of(label: str) -> tuple[str, int]:
    """What kind of mark an item has, as Word calls it, and its number; ours have no more than ten of one kind."""
    shown = label.rstrip(".)")
    if label in _FORMS:
        return "bullet", 1
    if shown.isdigit():
        return "decimal", int(shown)
    romans = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    return ("lowerRoman", romans.index(shown) + 1) if shown in romans else ("lowerLetter", ord(shown) - ord("a") + 1)
