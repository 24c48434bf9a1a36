"""A web page written down: a paper as officielebekendmakingen.nl shows it, or any page that holds a letter.

Of a published paper the page says what each part is. Of other pages the blocks are exact and what they are is left
open: there a title may be a bold paragraph, and the lines of a letterhead are paragraphs as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from kamerbrief.readers.koop.paper import PLAIN, Cell, Paper, Style, rows_of
from kamerbrief.readers.writer import Inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.document.line import Part
    from kamerbrief.readers.markuptree import Node

_STYLES: Final = {
    **dict.fromkeys(("b", "strong", "th"), Style(bold=True)),
    **dict.fromkeys(("i", "em", "cite"), Style(italic=True)),
    **dict.fromkeys(("u", "ins"), Style(underlined=True)),
    "sup": Style(raised=True),
}
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_UNSEEN: Final = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "button"}
    | {"select", "textarea", "iframe", "object", "video", "audio", "canvas", "title"}
)
_FLOWING: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
    }
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_TEXT_OF_PAPER: Final = ("broodtekst", "main-column")
"""What the publisher calls the part of its page that is the paper."""
_CALL: Final = regex.compile(r"\bsupernote-click-(\S+)")
_NOTE: Final = regex.compile(r"supernote-note-(\S+)\Z")
_MOST_SPANNED: Final = 1000


def page_of(root: Node) -> Page:
    """A page that is written down."""
    text = next((node for name in _TEXT_OF_PAPER for node in _all(root) if node.get("id") == name), None)
    page = Page(is_paper=text is not None)
    head = root.child("head")
    if text is not None and head is not None:
        page.told((meta.get("name"), meta.get("content")) for meta in head.nodes() if meta.name == "meta")
    body = text or root.child("body") or root
    page.rank([node for node in _all(body) if node.name in _HEADINGS and not _is_of_head(node)])
    page.blocks(body, PLAIN, 0)
    page.notes.write(page.writer)
    return page


class Page(Paper):
    """A web page."""

    def __init__(self, *, is_paper: bool) -> None:
        super().__init__()
        self._part: Part | None = "paragraph" if is_paper else None
        self._levels: list[int] = []

    def rank(self, headings: Sequence[Node]) -> None:
        """Take the ranks of the headings from those that there are: the highest is 1, whatever its tag."""
        self._levels = sorted({_HEADINGS[node.name] for node in headings})

    def blocks(self, parent: Node, style: Style, depth: int) -> None:
        """Write down what stands in an element: text that flows on is a paragraph, between other elements too."""
        flowing: list[Inline] = []
        for child in parent.children:
            if isinstance(child, str) or child.name in _FLOWING:
                flowing += self._inlines(child, style)
                continue
            self._paragraph(flowing, depth)
            flowing = []
            if child.name not in _UNSEEN and "hidden" not in child.attributes:
                self._element(child, style, depth)
        self._paragraph(flowing, depth)

    # decides more: a branch for each kind of element
    def _element(self, node: Node, style: Style, depth: int) -> None:
        names = node.get("class").split()
        if match := _NOTE.match(node.get("id")):
            self._note(match[1], node)
        elif node.name in _HEADINGS:
            self._heading(node)
        elif "kamerstukdatum" in names:
            self.loose(self._all_inlines(node, style))
        elif "ondertekening" in names:
            self._signature(node)
        elif node.name in ("ul", "ol"):
            self._list(node, style, depth + 1)
        elif node.name == "table":
            self._table(node, style)
        elif node.name == "blockquote":
            self.block(self._all_inlines(node, style), "quote")
        elif node.name != "hr":
            self.blocks(node, style.and_also(_STYLES.get(node.name, PLAIN)), depth)

    def _paragraph(self, inlines: Sequence[Inline], depth: int) -> None:
        if any(inline.text.strip() for inline in inlines):
            self.block(inlines, self._part, depth=depth)

    def _heading(self, node: Node) -> None:
        inlines = self._all_inlines(node, PLAIN)
        names = node.get("class").split()
        if "dossiertitel" in names or "kamervraagomschrijving_kop" in names:
            self.loose(inlines)
        elif _numbers_paper(node):
            self.block(inlines, "heading", 1)
        elif any(inline.text.strip() for inline in inlines):
            self.block(inlines, "heading", self._levels.index(_HEADINGS[node.name]) + 1)

    def _signature(self, node: Node) -> None:
        """Offices and names, a line each; parts of one name stand on one."""
        self.writer.blank()
        line: list[Inline] = []
        for child in node.children:
            names = child.get("class").split() if not isinstance(child, str) else []
            if "functie" in names or "naam" in names:
                self.loose(line)
                line = []
            line += self._inlines(child, PLAIN)
        self.loose(line)

    def _list(self, node: Node, style: Style, depth: int) -> None:
        start = node.get("start", "1")
        count = int(start) if start.isdecimal() and len(start) < 7 else 1  # noqa: PLR2004 -- no list is longer
        for item in node.nodes():
            if item.name != "li":
                self._element(item, style, depth)
                continue
            printed = next((one for one in _all(item) if "ol" in one.get("class").split()), None)
            marker = "" if printed is not None else f"{count}. " if node.name == "ol" else "• "
            self._item(item, Inline(marker), style, depth)
            count += 1

    def _item(self, item: Node, marker: Inline, style: Style, depth: int) -> None:
        """An item: its first text is the item, lists in it are deeper ones, more paragraphs go on with it."""
        flowing, begun = [marker], False
        for child in (*item.children, None):
            if isinstance(child, str) or (child is not None and child.name in _FLOWING):
                flowing += self._inlines(child, style)
                continue
            if child is not None and child.name in ("p", "div"):
                flowing += [Inline(" "), *self._all_inlines(child, style)]
                continue
            if any(inline.text.strip() for inline in flowing[not begun :]):
                self.block(flowing, "item" if not begun else self._part, depth=depth)
                begun = True
            flowing = []
            if child is not None:
                self._element(child, style, depth)

    def _table(self, node: Node, style: Style) -> None:
        rows = [row for row in _all(node, within=("thead", "tbody", "tfoot")) if row.name == "tr"]
        if not _is_data(rows):
            for row in rows:
                for cell in row.nodes():
                    self.blocks(cell, style, 0)
            return
        caption = node.child("caption")
        if caption is not None:
            self.block(self._all_inlines(caption, style), "paragraph")
        self.table(rows_of([list(self._cells(row, style)) for row in rows]))

    def _cells(self, row: Node, style: Style) -> Iterator[Cell]:
        for cell in row.nodes():
            if cell.name in ("td", "th"):
                text = [one._replace(text=one.text.replace("\n", " ")) for one in self._all_inlines(cell, style)]
                yield Cell(text, _count(cell.get("colspan")), _count(cell.get("rowspan")) - 1)

    def _note(self, key: str, node: Node) -> None:
        """A note, joined with its call by its id; the number in it is its label."""
        number = next((one for one in _all(node) if "nootnum" in one.get("class").split()), None)
        self.notes.label(key, number.text.strip() if number is not None else "")
        text: list[Inline] = []
        for child in node.nodes():
            if child.name not in _HEADINGS and child.name != "sup" and child is not number:
                text += [Inline(" "), *self._all_inlines(child, PLAIN, skipped=number)]
        self.notes.tell(key, text)

    def _all_inlines(self, node: Node, style: Style, *, skipped: Node | None = None) -> list[Inline]:
        """The text of an element; its blocks stand behind each other."""
        found: list[Inline] = []
        style = style.and_also(_STYLES.get(node.name, PLAIN))
        for child in node.children:
            if isinstance(child, str) or (child.name in _FLOWING and child is not skipped):
                found += self._inlines(child, style, skipped=skipped)
            elif child.name not in _UNSEEN and child is not skipped:
                found += [Inline(" "), *self._all_inlines(child, style, skipped=skipped), Inline(" ")]
        return found

    def _inlines(self, node: Node | str, style: Style, *, skipped: Node | None = None) -> list[Inline]:
        if isinstance(node, str):
            return [style.of(node)]
        if node.name == "br":
            return [Inline("\n")]
        if match := _CALL.search(node.get("class")):
            return [self.notes.call(match[1], node.text.strip())]
        return self._all_inlines(node, style, skipped=skipped)


def _is_data(rows: Sequence[Node]) -> bool:
    """Whether a table is one, of several rows and columns, and does not just place things."""
    several = sum(sum(cell.name in ("td", "th") for cell in row.nodes()) > 1 for row in rows)
    return several > 1 and not any(one.name == "table" for row in rows for one in _all(row))


def _is_of_head(node: Node) -> bool:
    names = node.get("class").split()
    return "dossiertitel" in names or "kamervraagomschrijving_kop" in names or _numbers_paper(node)


def _numbers_paper(node: Node) -> bool:
    """Whether a heading is that of a paper, with its number in the dossier."""
    return any("stuknummer" in one.get("class").split() for one in _all(node))


def _all(node: Node, *, within: Sequence[str] | None = None) -> Iterator[Node]:
    """The elements below one, in the order of the page; those right in it and in these alone, if named."""
    for child in node.nodes():
        yield child
        if within is None or child.name in within:
            yield from _all(child, within=within)


def _count(value: str) -> int:
    return min(int(value), _MOST_SPANNED) if value.isdecimal() and len(value) < 6 else 1  # noqa: PLR2004 -- a number
