"""OpenDocument texts (ODT): those of officielebekendmakingen.nl and those that a ministry's word processor writes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from kamerbrief.document.source import Metadata
from kamerbrief.readers.archive import Archive, ArchiveError
from kamerbrief.readers.numerals import letters, roman
from kamerbrief.readers.writer import Inline, Place, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.document.source import Source
    from kamerbrief.readers.markuptree import Node

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"
_HEAD_TABLE: Final = "parlementair.kop"
"""What the publisher calls the table that is the head of a paper and no table."""
_QUOTATIONS: Final = "Quotations"
"""What word processors call their style of quotations, whatever its name on screen."""
_PASSED_THROUGH: Final = frozenset({"text:section", "text:table-of-content", "text:index-body", "text:list-header"})
_LEFT_OUT: Final = {
    "office:annotation": "comments-left-out",
    "text:tracked-changes": "tracked-changes",
    "text:hidden-text": "hidden-text",
}
_PAGE_FIELDS: Final = frozenset({"text:page-number", "text:page-count"})
_MARGIN_FROM: Final = 125.0
"""In millimetres: what is placed by itself and begins so far to the right is the margin of a page of A4."""
_UNITS: Final = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 0.3528}
_DEEPEST: Final = 24
_MOST_BLANKS, _MOST_COLUMNS = 20, 63
_PLAIN: Final = Inline("")
_FORMS: Final = {"a": letters, "i": roman}


def read_odt(data: bytes) -> Source:
    """An OpenDocument text as it prints.

    Raises:
        ArchiveError: It is damaged, encrypted, or no document that is read.
    """
    archive = Archive(data, "an OpenDocument file (ODT)")
    content = archive.tree("content.xml")
    styles = [content, *([archive.tree("styles.xml")] if "styles.xml" in archive else [])]
    text = content.child("office:body", "office:text")
    if text is None:
        raise ArchiveError("an OpenDocument file that is no text (ODT); save it as one, or as PDF")
    story = _Story(styles)
    story.head(text)
    story.blocks(text)
    story.notes()
    left_out = tuple(sorted(story.left_out))
    return story.writer.source(MEDIA_TYPE, Metadata(None, tagged=False, producer=None, title=None, left_out=left_out))


class _Story:
    def __init__(self, parts: Sequence[Node]) -> None:
        self.writer = Writer()
        self.left_out: set[str] = set()
        self._styles: dict[str, Node] = {}
        self._lists: dict[str, dict[str, Node]] = {}
        self._masters: dict[str, Node] = {}
        for part in parts:
            for group in part.nodes():
                for node in group.nodes():
                    self._know(node)
        self._notes: dict[str, tuple[str, list[Inline]]] = {}
        self._numbers_page = False
        self._loose = False
        self._place = Place()
        self._look = cache(self._look_of)

    def _know(self, node: Node) -> None:
        name = node.get("style:name")
        if node.name == "style:style":
            self._styles.setdefault(name, node)
        elif node.name == "text:list-style":
            self._lists.setdefault(name, {level.get("text:level"): level for level in node.nodes()})
        elif node.name == "style:master-page":
            self._masters.setdefault(name, node)

    def head(self, text: Node) -> None:
        """The header of the first page, where it has one of its own."""
        first = next((node for node in text.nodes() if node.name in ("text:p", "text:h")), None)
        style = self._styles.get(first.get("text:style-name")) if first is not None else None
        named = style.get("style:master-page-name") if style is not None else ""
        master = self._masters.get(named or "Standard")
        if master is None:
            return
        header = master.child("style:header-first") or (
            master.child("style:header") if master.get("style:next-style-name") else None
        )
        if header is not None:
            self._loose = True
            self.blocks(header)
            self._loose = False
            self.writer.blank()

    # decides more: what may stand among paragraphs
    def blocks(self, parent: Node, depth: int = 0) -> None:
        """Write down what stands in a body, section, cell or box."""
        for node in parent.nodes():
            if node.name in ("text:p", "text:h"):
                self._paragraph(node)
            elif node.name == "text:list":
                self._list(node, depth + 1, node.get("text:style-name"))
            elif node.name == "table:table":
                self._table(node)
            elif node.name == "draw:frame":
                self._frame(node)
            elif node.name in _PASSED_THROUGH:
                self.blocks(node, depth)
            elif node.name in _LEFT_OUT:
                self.left_out.add(_LEFT_OUT[node.name])

    def _paragraph(self, node: Node, marker: str = "", depth: int = 0) -> None:
        inlines = self._read(node)
        if self._numbers_page:
            return
        if not any(inline.text.strip() for inline in inlines):
            self.writer.blank()
            return
        if self._loose:
            self.writer.loose(inlines, self._place)
            return
        level = node.get("text:outline-level", "1") if node.name == "text:h" else ""
        if marker:
            is_bullet = not any(map(str.isalnum, marker))
            self.writer.block([Inline(f"{marker} "), *inlines], "item" if is_bullet else None, depth=depth)
        elif level.isdecimal():
            self.writer.block(inlines, "heading", max(int(level), 1))
        else:
            self.writer.block(inlines, "quote" if self._is_quotation(node.get("text:style-name")) else None)

    def _is_quotation(self, name: str) -> bool:
        """Whether a style is that of quotations, or based on it."""
        for _ in range(_DEEPEST):
            if name == _QUOTATIONS or name not in self._styles:
                return name == _QUOTATIONS
            name = self._styles[name].get("style:parent-style-name")
        return False

    def _read(self, node: Node) -> list[Inline]:
        """The text of a paragraph; boxes that are anchored in it are written down first."""
        self._numbers_page = False
        return list(self._inlines(node, self._look(node.get("text:style-name"))))

    def _inlines(self, node: Node, look: Inline) -> Iterator[Inline]:
        for child in node.children:
            if isinstance(child, str):
                yield look._replace(text=child.replace("\n", " "))
            elif child.name == "text:s":
                count = child.get("text:c", "1")
                yield look._replace(text=" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1))
            elif child.name in ("text:tab", "text:line-break"):
                yield look._replace(text="\t" if child.name == "text:tab" else "\n")
            elif child.name == "text:note":
                yield self._note(child)
            elif child.name == "draw:frame":
                self._frame(child)
            elif child.name in _PAGE_FIELDS:
                self._numbers_page = True
            elif child.name in _LEFT_OUT:
                self.left_out.add(_LEFT_OUT[child.name])
            else:
                named = child.get("text:style-name")
                yield from self._inlines(child, _over(self._look(named), look) if named else look)

    def _note(self, node: Node) -> Inline:
        cited, body = node.child("text:note-citation"), node.child("text:note-body")
        key = node.get("text:id") or str(len(self._notes))
        label = cited.text.strip() if cited is not None else str(len(self._notes) + 1)
        text: list[Inline] = []
        for part in body.nodes() if body is not None else ():
            text += [Inline("\n")] * bool(text) + list(self._inlines(part, _PLAIN))
        self._notes.setdefault(key, (label, text))
        return Inline(label, raised=True, note=key)

    def notes(self) -> None:
        """The notes, in the order of their calls."""
        for key, (label, text) in self._notes.items():
            self.writer.blank()
            self.writer.note(key, label, text)

    def _list(self, node: Node, depth: int, style: str) -> None:
        level = self._lists.get(style, {}).get(str(depth))
        start = level.get("text:start-value", "1") if level is not None else "1"
        count = int(start) if start.isdecimal() else 1
        for item in node.nodes():
            begun = item.get("text:start-value")
            count = int(begun) if begun.isdecimal() else count
            marker = _marker(level, count)
            for child in item.nodes():
                if child.name == "text:list":
                    self._list(child, depth + 1, child.get("text:style-name") or style)
                elif child.name in ("text:p", "text:h"):
                    self._paragraph(child, marker if item.name == "text:list-item" else "", depth)
                    marker = ""
            count += item.name == "text:list-item"

    def _frame(self, frame: Node) -> None:
        """A box that is placed by itself."""
        before, self._loose = (self._loose, self._place), True
        if _millimetres(frame.get("svg:x")) >= _MARGIN_FROM:
            self._place = Place(0, margin=True)
        for box in frame.nodes():
            if box.name == "draw:text-box":
                self.writer.blank()
                self.blocks(box)
        self._loose, self._place = before

    def _table(self, table: Node) -> None:
        rows = list(_rows(table))
        if not self._loose and table.get("table:name") != _HEAD_TABLE and self._is_data(rows):
            self.writer.table(self._cells(row) for row in rows)
            return
        for row in rows:
            cells = [cell for cell in row.nodes() if cell.text.strip()]
            if len(cells) == 1 or any(cell.child("table:table") for cell in cells):
                for cell in cells:
                    self.blocks(cell)
            else:
                self.writer.beside(
                    [(self._joined(cell), self._place._replace(column=at * 40)) for at, cell in enumerate(cells)]
                )

    def _is_data(self, rows: Sequence[Node]) -> bool:
        """Whether a table is one, ruled and of several rows and columns, and does not just place things."""
        several = sum(sum(cell.name == "table:table-cell" for cell in row.nodes()) > 1 for row in rows)
        return several > 1 and any(self._has_rules(cell) for row in rows for cell in row.nodes())

    def _cells(self, row: Node) -> list[list[Inline]]:
        found: list[list[Inline]] = []
        for cell in row.nodes():
            again = cell.get("table:number-columns-repeated", "1")
            text = [one._replace(text=one.text.replace("\n", " ")) for one in self._joined(cell)]
            found += [text] * (min(int(again), _MOST_COLUMNS) if again.isdecimal() else 1)
        return found

    def _joined(self, cell: Node) -> list[Inline]:
        found: list[Inline] = []
        for node in cell.nodes():
            if node.name in ("text:p", "text:h"):
                found += [Inline("\n")] * bool(found) + self._read(node)
        return found

    def _has_rules(self, cell: Node) -> bool:
        style = self._styles.get(cell.get("table:style-name"))
        properties = style.child("style:table-cell-properties") if style is not None else None
        borders = properties.attributes.items() if properties is not None else ()
        return any(name.startswith("fo:border") and value != "none" for name, value in borders)

    def _look_of(self, name: str) -> Inline:
        """How text of a style looks, with what the style is based on."""
        said: dict[str, str] = {}
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            properties = style.child("style:text-properties")
            said = {**(properties.attributes if properties is not None else {}), **said}
            name = style.get("style:parent-style-name")
        return Inline(
            "",
            said.get("fo:font-weight", "") in ("bold", "600", "700", "800", "900"),
            said.get("fo:font-style", "") in ("italic", "oblique"),
            said.get("style:text-underline-style", "none") != "none",
            said.get("style:text-position", "").startswith("super"),
        )


def _over(look: Inline, other: Inline) -> Inline:
    """Both looks at once."""
    return Inline(
        "",
        look.bold or other.bold,
        look.italic or other.italic,
        look.underlined or other.underlined,
        look.raised or other.raised,
    )


def _rows(table: Node) -> Iterator[Node]:
    for node in table.nodes():
        if node.name == "table:table-row":
            yield node
        elif node.name in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(node)


def _marker(level: Node | None, count: int) -> str:
    """What prints before an item: its bullet or its number."""
    if level is None:
        return "•"
    if level.name == "text:list-level-style-bullet":
        return level.get("text:bullet-char").strip() or "•"
    form = level.get("style:num-format")
    number = _FORMS.get(form.casefold(), str)(count)
    number = number.upper() if form.isupper() else number
    return f"{level.get('style:num-prefix')}{number}{level.get('style:num-suffix')}".strip() if form else ""


def _millimetres(length: str) -> float:
    try:
        return float(length[:-2]) * _UNITS.get(length[-2:], 0.0)
    except ValueError:
        return 0.0
