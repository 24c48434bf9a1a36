"""A Word document from top to bottom: the letterhead of its first page, its paragraphs and tables, its notes.

Word states where a paragraph ends and which note a call calls, and that is exact. What a paragraph is, it often leaves
to its look: letters seldom use styles of headings, and a numbered paragraph may be an item or a title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kamerbrief.readers.docx.boxes import first_alternative
from kamerbrief.readers.docx.numbering import Numbering
from kamerbrief.readers.docx.runs import Paragraph, Runs, joined
from kamerbrief.readers.docx.styles import Styles, draws_rules, indent_of, level_of, numbering_of
from kamerbrief.readers.writer import Inline, Place, Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.document.line import Part
    from kamerbrief.readers.docx.boxes import Box
    from kamerbrief.readers.docx.package import Package
    from kamerbrief.readers.docx.styles import ParagraphStyle
    from kamerbrief.readers.markuptree import Node

_PASSED_THROUGH: Final = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"})
_PAGE_WIDTH: Final = 11906
"""Of A4, in twentieths of a point, where the document does not say."""
_MARGIN_FROM: Final = 0.6
"""What is placed by itself and begins so far to the right is the margin: 0.79 of the page in the house style."""
_COLUMN: Final = 110
"""About as wide as a character, in twentieths of a point."""
_LINE_FROM: Final = 40
"""A line of print that a typist ended by hand has so many characters."""
_DIGITS: Final = 6
"""A length on a page has no more."""
_MOST_COLUMNS: Final = 63
"""Word makes no more."""
_ROWS_FROM = _CELLS_FROM = 2
"""A table has so many rows and columns; less is a frame."""


class Story:
    """Writes a document down."""

    def __init__(self, package: Package) -> None:
        self.writer = Writer()
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._numbering: Numbering | None = None
        self.runs = Runs(self._styles, self._form_of_notes)
        self._loose = False
        """What is read now stands apart from the text, so that nothing of it is stated."""
        self._place = Place()
        self._page_width, self._indent = _PAGE_WIDTH, 0
        self._section: Node | None = None
        self._forms: dict[str, str] = {}
        self._above: ParagraphStyle | None = None
        self._cut: list[Inline] = []
        """The paragraph right above, if it has no blank one below it, and its style."""

    def write(self) -> None:
        """Write the document down: head, text, notes."""
        body = self._package.document.child("w:body")
        if body is None:
            return
        section = self._section = _first_section(body)
        self._page_width, self._indent = _width_of(section), _indent_of(section)
        header = self._package.by_id(_first_header(section))
        if header is not None:
            self._letterhead(header)
        self._blocks(body)
        self._notes()

    def _letterhead(self, header: Node) -> None:
        """The header of the first page: what stands in its lines, then its boxes from top to bottom."""
        self._loose = True
        boxes = self._blocks(header, keep_boxes=True)
        for box in sorted(boxes, key=lambda box: (self._is_margin(self._of_box(box)), box.top, box.left)):
            self._box(box, pictures=True)
        self._loose = False
        self.writer.blank()

    # decides more: what may stand among paragraphs
    def _blocks(self, parent: Node, *, keep_boxes: bool = False) -> list[Box]:
        """Write down what stands in a body, cell or box; the boxes that were kept for later."""
        kept: list[Box] = []
        for node in parent.nodes():
            if node.name == "w:p":
                paragraph, style = self._read(node)
                if keep_boxes:
                    kept += paragraph.boxes
                else:
                    for box in paragraph.boxes:
                        self._box(box)
                self._paragraph(node, paragraph, style)
            elif node.name == "w:tbl":
                self._table(node)
            elif node.name in _PASSED_THROUGH:
                kept += self._blocks(node, keep_boxes=keep_boxes)
            elif node.name == "mc:AlternateContent":
                for chosen in first_alternative(node):
                    kept += self._blocks(chosen, keep_boxes=keep_boxes)
            elif node.name in ("w:del", "w:moveFrom"):
                self.runs.left_out.add("tracked-changes")
        return kept

    def _read(self, node: Node) -> tuple[Paragraph, ParagraphStyle]:
        """What a paragraph prints, its number or bullet with it, and its style."""
        properties = node.child("w:pPr")
        named = properties.child("w:pStyle") if properties is not None else None
        style = self._styles.paragraph(named.get("w:val") if named is not None else "")
        level, listed, indent = level_of(properties), numbering_of(properties), indent_of(properties)
        if level is not None:
            style = style._replace(level=level)
        if indent is not None:
            style = style._replace(indent=indent)
        if listed is not None:
            number = listed[0] or (style.numbering[0] if style.numbering else None)
            depth = listed[1] if listed[1] is not None else style.numbering[1] if style.numbering else 0
            style = style._replace(numbering=(number, depth) if number else None)
        return self.runs.read(node, style.look), style

    def _paragraph(self, node: Node, paragraph: Paragraph, style: ParagraphStyle) -> None:
        if paragraph.numbers_page:  # a running head or foot, wherever it stands
            return
        if not any(inline.text.strip() for inline in paragraph.inlines):
            self.writer.blank()
            self._cut = []
            return
        place = self._framed(node) or self._place
        if self._loose or place.margin:
            self.writer.loose(_without_tabs(paragraph.inlines), place)
            return
        inlines, is_item, depth = self._numbered(paragraph.inlines, style)
        place = place._replace(column=place.column + style.indent // _COLUMN)
        if style == self._above and _is_cut(self._cut, inlines):
            self.writer.go_on(inlines, place)
            self._cut = inlines
            return
        self._above, self._cut = style, inlines
        part: Part | None = "heading" if style.level else "item" if is_item else "quote" if style.quote else None
        self.writer.block(inlines, part, style.level, depth, place)

    def _numbered(self, inlines: list[Inline], style: ParagraphStyle) -> tuple[list[Inline], bool, int]:
        """The text with what Word prints before it; whether that is a bullet, and how deep its list lies."""
        if style.numbering is None:
            return inlines, False, 0
        if self._numbering is None:
            self._numbering = Numbering(self._package.part("numbering"))
        marker = self._numbering.marker(*style.numbering)
        if marker is None:
            return inlines, False, 0
        like = next(inline for inline in inlines if inline.text.strip())
        return [like._replace(text=f"{marker.text} ", note=""), *inlines], marker.is_bullet, style.numbering[1] + 1

    def _framed(self, node: Node) -> Place | None:
        """Where a paragraph with a place of its own stands."""
        frame = node.child("w:pPr", "w:framePr")
        if frame is None or not (frame.get("w:x") or frame.get("w:xAlign")):
            return None
        left = self._left(frame.get("w:x"), frame.get("w:hAnchor"), frame.get("w:xAlign"))
        return Place(0, margin=self._is_margin(left))

    def _box(self, box: Box, *, pictures: bool = False) -> None:
        before, self._loose = (self._loose, self._place), True
        self._place = Place(0, margin=self._is_margin(self._of_box(box)))
        self.writer.blank()
        if box.content is not None:
            self._blocks(box.content)
        elif pictures:
            self.writer.loose([Inline(box.words)], self._place)
        self._loose, self._place = before

    def _table(self, table: Node) -> None:
        properties = table.child("w:tblPr")
        floating = properties.child("w:tblpPr") if properties is not None else None
        if floating is None and not self._loose and self._is_data(table, properties):
            self.writer.table(self._row(row) for row in _rows(table))
            return
        before = self._loose, self._place
        if floating is not None and self._is_margin(
            self._left(floating.get("w:tblpX"), floating.get("w:horzAnchor"), floating.get("w:tblpXSpec"))
        ):
            self._loose, self._place = True, Place(0, margin=True)
        for row in _rows(table):
            self._layout_row(row)
        self._loose, self._place = before

    def _layout_row(self, row: Node) -> None:
        """A row of a table that only places things; cells beside each other share their lines of print."""
        cells = [cell for cell in _cells(row) if _holds_text(cell)]
        if len(cells) < _CELLS_FROM or any(cell.child("w:tbl") is not None for cell in cells):
            for cell in cells:
                self._blocks(cell)
            return
        width = self._page_width // _COLUMN // len(cells)
        self.writer.beside(
            [
                (
                    joined(
                        [paragraph for paragraph, _ in map(self._read, _paragraphs(cell)) if not paragraph.numbers_page]
                    ),
                    self._place._replace(column=number * width),
                )
                for number, cell in enumerate(cells)
            ]
        )

    def _is_data(self, table: Node, properties: Node | None) -> bool:
        """Whether a table is one, ruled and of several rows and columns, and does not just place things."""
        rows = list(_rows(table))
        several = sum(sum(1 for _ in _cells(row)) >= _CELLS_FROM for row in rows)
        if several < _ROWS_FROM or any(cell.child("w:tbl") for row in rows for cell in _cells(row)):
            return False
        named = properties.child("w:tblStyle") if properties is not None else None
        if draws_rules(properties) or (named is not None and self._styles.has_rules(named.get("w:val"))):
            return True
        return any(draws_rules(cell.child("w:tcPr")) for row in rows for cell in _cells(row))

    def _row(self, row: Node) -> list[list[Inline]]:
        """The cells of a row; one that spans columns is followed by empty ones."""
        found: list[list[Inline]] = []
        for cell in _cells(row):
            paragraphs = [self._read(node)[0] for node in _paragraphs(cell)]
            found.append([inline._replace(text=inline.text.replace("\n", " ")) for inline in joined(paragraphs)])
            span = cell.child("w:tcPr", "w:gridSpan")
            shown = span.get("w:val") if span is not None else ""
            found += [[]] * (min(int(shown), _MOST_COLUMNS) - 1 if shown.isdecimal() else 0)
        return found

    def _form_of_notes(self, kind: str) -> str:
        """How notes are numbered: as the section or the document says, else footnotes 1, 2 and endnotes i, ii."""
        if kind not in self._forms:
            for place in (self._section, self._package.part("settings")):
                form = place.child(f"w:{kind}Pr", "w:numFmt") if place is not None else None
                if form is not None:
                    self._forms[kind] = form.get("w:val")
                    break
            else:
                self._forms[kind] = "lowerRoman" if kind == "endnote" else "decimal"
        return self._forms[kind]

    def _notes(self) -> None:
        """The notes that are called, in the order of their calls."""
        parts = {kind: self._package.part(f"{kind}s") for kind in {key.split(" ")[0] for key in self.runs.called}}
        known = {
            f"{kind} {node.get('w:id')}": node
            for kind, part in parts.items()
            if part is not None
            for node in part.nodes()
        }
        for key, label in list(self.runs.called.items()):
            self.writer.blank()
            texts = [self._read(node)[0] for node in _paragraphs(known[key])] if key in known else []
            self.writer.note(key, label, joined(texts))

    def _of_box(self, box: Box) -> int:
        """How far from the left edge of the page a text box begins."""
        return self._page_width if box.at_right else box.left + (0 if box.of_page else self._indent)

    def _left(self, offset: str, anchor: str, side: str) -> int:
        """How far from the left edge of the page something begins that is placed by itself."""
        if side in ("right", "outside"):
            return self._page_width
        begin = int(offset) if offset.isdecimal() and len(offset) <= _DIGITS else 0
        return begin if anchor == "page" else begin + self._indent

    def _is_margin(self, left: int) -> bool:
        return left >= _MARGIN_FROM * self._page_width


def _is_cut(above: Sequence[Inline], inlines: Sequence[Inline]) -> bool:
    """Whether a paragraph goes on with a sentence that the one above leaves open: text that was pasted line by line.

    Such a line is long and ends with a blank, and the next one begins with a small letter.
    """
    text = "".join(inline.text for inline in above)
    cut = (
        text[-1:] in (" ", "\xa0")
        and len(text) >= _LINE_FROM
        and (text.rstrip()[-1:].isalpha() or text.rstrip()[-1:] == ",")
    )
    return cut and "".join(inline.text for inline in inlines).lstrip()[:1].islower()


def _without_tabs(inlines: Sequence[Inline]) -> list[Inline]:
    return [inline._replace(text=inline.text.replace("\t", " ")) for inline in inlines]


def _first_section(body: Node) -> Node | None:
    """The properties of the first section, which the last of its paragraphs holds, or the body itself."""
    for node in body.nodes():
        section = node.child("w:pPr", "w:sectPr") if node.name == "w:p" else node if node.name == "w:sectPr" else None
        if section is not None:
            return section
    return None


def _first_header(section: Node | None) -> str:
    """The reference to the header of the first page."""
    if section is None:
        return ""
    titled = section.child("w:titlePg")
    wanted = "first" if titled is not None and titled.get("w:val", "1") not in ("0", "false", "off") else "default"
    references = (node for node in section.nodes() if node.name == "w:headerReference")
    return next((node.get("r:id") for node in references if node.get("w:type", "default") == wanted), "")


def _width_of(section: Node | None) -> int:
    size = section.child("w:pgSz") if section is not None else None
    shown = size.get("w:w") if size is not None else ""
    return int(shown) if shown.isdecimal() and len(shown) <= _DIGITS and int(shown) else _PAGE_WIDTH


def _indent_of(section: Node | None) -> int:
    """How far from the left edge of the page the text begins."""
    margins = section.child("w:pgMar") if section is not None else None
    shown = margins.get("w:left") if margins is not None else ""
    return int(shown) if shown.isdecimal() and len(shown) <= _DIGITS else 0


def _rows(table: Node) -> Iterator[Node]:
    return _within(table, "w:tr")


def _cells(row: Node) -> Iterator[Node]:
    return _within(row, "w:tc")


def _paragraphs(cell: Node) -> Iterator[Node]:
    return _within(cell, "w:p")


def _within(node: Node, name: str) -> Iterator[Node]:
    """The parts of a table, in content controls or not."""
    for child in node.nodes():
        if child.name == name:
            yield child
        elif child.name in _PASSED_THROUGH:
            yield from _within(child, name)


def _holds_text(node: Node) -> bool:
    return any(child.name in ("w:t", "w:txbxContent", "w:sym") or _holds_text(child) for child in _shown(node))


def _shown(node: Node) -> Iterable[Node]:
    return (child for child in node.nodes() if child.name not in ("w:del", "w:moveFrom", "w:tcPr", "w:pPr", "w:rPr"))
