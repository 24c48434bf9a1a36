"""OpenDocument texts of our own: letters as a ministry's word processor writes them."""

# ruff: noqa: E501 -- markup is written as it comes

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from fixtures.typeset.inline import GAP, SOFT_HYPHEN, parse
from fixtures.typeset.source import Block, Letter
from tests.docx_files import form_of, zipped

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        **{name: name for name in ("office", "text", "table", "style")},
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
STYLES = """
<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="First" style:family="paragraph" style:master-page-name="Eerste"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Bold"/>
<style:style style:name="Bold" style:family="paragraph"><style:text-properties fo:font-weight="700"/></style:style>
<style:style style:name="Citaat" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000"/></style:style>
"""


def odt(text: str, *, styles: str = STYLES, masters: str = "", others: dict[str, str] | None = None) -> bytes:
    """A document of this text, with automatic styles and master pages."""
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
    pages = f"<office:master-styles>{masters}</office:master-styles>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_SPACES}>{content}</office:document-content>",
            "styles.xml": f"<office:document-styles {_SPACES}>{pages}</office:document-styles>",
            "meta.xml": "<x>3 mei 1999</x>",
            **(others or {}),
        }
    )


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def frame(left: str, inner: str) -> str:
    return f'<draw:frame svg:x="{left}"><draw:text-box>{inner}</draw:text-box></draw:frame>'


def table(*rows: Sequence[str], style: str = "") -> str:
    cells = (
        "".join(f'<table:table-cell table:style-name="{style}">{cell}</table:table-cell>' for cell in row)
        for row in rows
    )
    written = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table><table:table-column/>{written}</table:table>"


def letter_as_odt(letter: Letter) -> bytes:
    """A letter whose letterhead stands in the header of its first page, the margin in a frame."""
    return _Written(letter).data()


class _Written:
    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        self.lists: list[str] = []

    def data(self) -> bytes:
        head = self.letter.head
        text = [self._p(head.get("salutation", ""), "First"), *self._blocks(self.letter.blocks)]
        text += [p(""), self._p(head.get("closing", ""))]
        for person in self.letter.signatories:
            role = "\n".join(part for part in (person.role, person.mandate) if part).split("\n")
            names = person.name.split("\n")
            lines = [*names, *role] if self.letter.style.get("name_first") else [*role, "", *names]
            text += [p(""), *(self._p(line) if line else p("") for line in lines)]
        if self.letter.after:
            text += [p("<text:soft-page-break/>"), *self._blocks(self.letter.after)]
        masters = (
            '<style:master-page style:name="Eerste" style:next-style-name="Standard">'
            f"<style:header>{self._head()}</style:header></style:master-page>"
        )
        return odt("".join(text), styles=STYLES + "".join(self._list_styles()), masters=masters)

    def _head(self) -> str:
        head = self.letter.head
        lines = [[self._p(label), self._p(value)] for label, value in head.get("lines", ())]
        if row := head.get("row"):
            lines += [[self._p(cell) for cell in cells] for cells in zip(*row, strict=True)]
        logo = [self._p(f"**{line}**") for line in head.get("logo", ())]
        margin = [self._p(line) if line else p("") for line in head.get("margin", ())]
        to = [self._p(line) for line in head.get("addressee", ())]
        number = p("Pagina <text:page-number>1</text:page-number> van <text:page-count>9</text:page-count>")
        return "".join(
            [
                *logo,
                self._p(head.get("return_line", "")),
                p(""),
                *to,
                p(""),
                table(*lines),
                frame("165mm", "".join(margin)),
                number,
            ]
        )

    def _p(self, words: str, style: str = "") -> str:
        return p(self._text(words), style) if words or style else ""

    def _text(self, words: str) -> str:
        found = ""
        for run in parse(words):
            if run.call is not None:
                note = f"<text:note-body>{p(self._text(self.letter.notes.get(run.call, '')))}</text:note-body>"
                found += f'<text:note text:id="ftn{run.call}"><text:note-citation>{run.call}</text:note-citation>{note}</text:note>'
                continue
            shown = escape(run.text.replace(SOFT_HYPHEN, "").replace(GAP, "")).replace("\v", "<text:line-break/>")
            for style, holds in (("bold", run.bold), ("italic", run.italic)):
                shown = f'<text:span text:style-name="{style}">{shown}</text:span>' if holds else shown
            found += shown
        return found

    def _blocks(self, blocks: Sequence[Block]) -> list[str]:
        found, at = [], 0
        while at < len(blocks):
            end = next((i for i in range(at, len(blocks)) if blocks[i].kind != "li"), len(blocks))
            found += [p(""), self._items(blocks[at:end]) if end > at else self._block(blocks[at])]
            at = max(end, at + 1)
        return found

    def _items(self, items: Sequence[Block]) -> str:
        found, at = "", 0
        self.lists.append(items[0].label)
        style = f"L{len(self.lists)}"
        while at < len(items):
            end = next((i for i in range(at + 1, len(items)) if items[i].level <= items[at].level), len(items))
            inner = self._items(items[at + 1 : end]) if end > at + 1 else ""
            number = form_of(items[at].label)[1]
            found += f"<text:list-item text:start-value='{number}'>{self._p(items[at].text)}{inner}</text:list-item>"
            at = end
        return f'<text:list text:style-name="{style}">{found}</text:list>'

    def _list_styles(self) -> list[str]:
        return [
            f'<text:list-style style:name="L{at}">{_levels(label)}</text:list-style>'
            for at, label in enumerate(self.lists, 1)
        ]

    def _block(self, block: Block) -> str:
        if block.kind == "page":
            return p("<text:soft-page-break/>")
        if block.kind == "h":
            return f'<text:h text:outline-level="{block.level}">{self._text(block.text)}</text:h>'
        if block.kind == "table":
            return table(*[[self._p(cell) for cell in row] for row in block.rows], style="Ruled")
        if block.kind in ("q", "a"):
            return p(escape(block.label), "Title") + self._p(block.text)
        return self._p(block.text, "Citaat" if block.kind == "quote" else "")


def _levels(label: str) -> str:
    """A mark for each depth of a list."""
    form, start = form_of(label)
    if form == "bullet":
        return "".join(
            f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="{label}"/>' for n in (1, 2, 3)
        )
    shown = {"decimal": "1", "lowerRoman": "i", "lowerLetter": "a"}[form]
    number = f'style:num-format="{shown}" style:num-suffix="{label[-1]}" text:start-value="{start}"'
    return "".join(f'<text:list-level-style-number text:level="{n}" {number}/>' for n in (1, 2, 3))
