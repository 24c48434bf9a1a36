"""Papers of Parliament as officielebekendmakingen.nl publishes them in XML since 2010 (``officiele-publicatie``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from kamerbrief.readers.koop.paper import PLAIN, Cell, Paper, Style, rows_of
from kamerbrief.readers.writer import Inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.readers.markuptree import Node

_EMPHASIS: Final = {
    "vet": Style(bold=True),
    "vetcur": Style(bold=True, italic=True),
    "cur": Style(italic=True),
    "halfvet": Style(bold=True),
    "ondlijn": Style(underlined=True),
    "onderstreept": Style(underlined=True),
}
_RANKS: Final = ("vet", "halfvet", "vetcur", "cur", "ondlijn", "rom")
"""How titles without a number are set, highest first."""
_OF_HEAD: Final = frozenset({"kamerstukkop", "kamervraagkop"})
_SENTENCE: Final = regex.compile(r"[.:;,]\s*+\Z")
_TEXTS: Final = frozenset({"al", "noot.al", "lid.al"})
_PASSED_OVER: Final = frozenset({"metadata", "witreg", "plaatje", "illustratie", "colspec", "kop", "noot"})


class Publication(Paper):
    """A paper of this dialect."""

    def __init__(self, root: Node) -> None:
        super().__init__()
        for node in root.all("noot"):
            number = node.child("noot.nr")
            self.notes.label(_key(node), number.text.strip() if number is not None else "")
        shown = {node.get("kopopmaak") for node in root.all("tussenkop") if _is_title(node)}
        self._ranks = [rank for rank in _RANKS if rank in shown]
        """The looks of titles that this paper has."""

    def write(self, root: Node) -> None:
        """Write a paper down."""
        for node in root.nodes():
            if node.name in ("kamerstuk", "kamervragen"):
                self._paper(node)
            elif node.name not in _PASSED_OVER:
                self._blocks(node, 0)
        self.notes.write(self.writer)

    def _paper(self, paper: Node) -> None:
        for node in paper.nodes():
            if node.name in _OF_HEAD:
                for line in node.nodes():
                    self.loose(self._inlines(line))
            elif node.name == "dossier":
                self._dossier(node)
            elif node.name in ("kamervraagnummer", "kamervraagomschrijving"):
                self.loose(self._inlines(node))
            elif node.name == "stuk":
                self._numbered(node)
            else:
                self._block(node, 0)

    def _dossier(self, dossier: Node) -> None:
        """The number of a dossier, of a budget with its chapter, and its title, on one line."""
        numbers = [node for parent in dossier.nodes() if parent.name == "dossiernummer" for node in parent.nodes()]
        titles = [node for node in dossier.nodes() if node.name == "titel"]
        self.loose(*map(self._inlines, [*numbers, *titles]))

    def _numbered(self, paper: Node) -> None:
        """What has a number in its dossiers: the number with its title, perhaps a date, and the text."""
        head = [node for node in paper.nodes() if node.name in ("stuknr", "titel")]
        line: list[Inline] = []
        for node in head:
            line += [*self._inlines(node), Inline(" ")]
        self.block(line, "heading", 1)
        for node in paper.nodes():
            if node.name == "datumtekst":
                self.loose(self._inlines(node))
            elif node not in head:
                self._block(node, 0)

    def _blocks(self, parent: Node, depth: int) -> None:
        for node in parent.nodes():
            self._block(node, depth)

    # decides more: a branch for each kind of element
    def _block(self, node: Node, depth: int) -> None:  # noqa: C901, PLR0912 -- a branch for each kind of element
        """Write a part of the text down; ``depth`` is how many divisions it stands in."""
        name = node.name
        if name in _TEXTS:
            self._text(node, depth)
        elif name == "tussenkop":
            self._title(node, depth)
        elif name == "divisie" or node.child("kop") is not None:
            self._heading(node.child("kop"), depth + 1)
            self._blocks(node, depth + 1)
        elif name == "lijst":
            self._list(node, 1)
        elif name in ("vraag", "antwoord"):
            self._question(node, depth)
        elif name == "ondertekening":
            self._signature(node)
        elif name == "citaat":
            for child in node.nodes():
                self.block(self._inlines(child), "quote")
        elif name == "table":
            self._table(node)
        elif name == "definitielijst":
            for item in node.nodes():
                self.block(self._joined(list(item.nodes()), ": "), "item", depth=1)
        elif name not in _PASSED_OVER:
            if any(isinstance(child, str) and child.strip() for child in node.children):
                self.block(self._inlines(node))
            else:
                self._blocks(node, depth)

    def _text(self, node: Node, depth: int) -> None:
        """A paragraph; a list or table in it is a block of its own."""
        text: list[Node | str] = []
        for child in (*node.children, ""):
            if isinstance(child, str) or child.name not in ("lijst", "table", "definitielijst"):
                text.append(child)
                continue
            self.block(self._flowing(text))
            self._block(child, depth)
            text = []
        self.block(self._flowing(text))

    def _title(self, node: Node, depth: int) -> None:
        """A title, ranked by its look; one in plain print that ends as a sentence introduces a list."""
        if not _is_title(node):
            self.block(self._inlines(node))
            return
        shown = node.get("kopopmaak")
        rank = self._ranks.index(shown) if shown in self._ranks else 0
        style = _EMPHASIS.get(shown, PLAIN)
        self.block(self._inlines(node, style), "heading", depth + rank + 1)

    def _heading(self, node: Node | None, level: int) -> None:
        if node is not None:
            self.block(self._joined(list(node.nodes()), " "), "heading", level)

    def _joined(self, nodes: Sequence[Node], glue: str) -> list[Inline]:
        found: list[Inline] = []
        for node in nodes:
            text = self._inlines(node)
            if any(one.text.strip() for one in text):
                found += [Inline(glue)] * bool(found) + text
        return found

    def _list(self, node: Node, depth: int) -> None:
        for item in node.nodes():
            if item.name != "li":
                self._block(item, 0)
                continue
            marker = item.child("li.nr")
            shown = [*self._inlines(marker), Inline(" ")] if marker is not None else []
            begun = False
            for child in item.nodes():
                if child.name == "lijst":
                    self._list(child, depth + 1)
                elif child.name in _TEXTS and not begun:
                    self.block([*shown, *self._inlines(child)], "item", depth=depth)
                    begun = True
                elif child.name in _TEXTS:
                    self.writer.go_on(self._inlines(child))
                elif child.name != "li.nr":
                    self._block(child, 0)

    def _question(self, node: Node, depth: int) -> None:
        for child in node.nodes():
            if child.name == "nr":
                self.block(self._inlines(child, Style(bold=True)), "heading", depth + 1)
            else:
                self._block(child, depth)

    def _signature(self, node: Node) -> None:
        """Offices and names, a line each."""
        self.writer.blank()
        for child in node.nodes():
            if child.name == "naam" and any(True for _ in child.nodes()):
                self.loose(*map(self._inlines, child.nodes()))
            elif child.name in ("functie", "naam", "deze", "organisatie"):
                self.loose(self._inlines(child))
            else:
                self._block(child, 0)

    def _table(self, node: Node) -> None:
        title = node.child("title")
        if title is not None:
            self.block(self._inlines(title))
        for group in node.nodes():
            columns = [one.get("colname") for one in group.nodes() if one.name == "colspec"]
            rows = [row for part in group.nodes() if part.name in ("thead", "tbody") for row in part.nodes()]
            self.table(rows_of(map(lambda row: self._cells(row, columns), rows)))  # noqa: C417 -- read row by row

    def _cells(self, row: Node, columns: Sequence[str]) -> Iterator[Cell]:
        for entry in row.nodes():
            if entry.name == "entry":
                first, last = (
                    columns.index(name) if (name := entry.get(at)) in columns else 0 for at in ("namest", "nameend")
                )
                more = entry.get("morerows")
                text = self._joined(list(entry.nodes()), " ") or self._inlines(entry)
                yield Cell(text, last - first + 1, int(more) if more.isdecimal() else 0)

    def _inlines(self, node: Node, style: Style = PLAIN) -> list[Inline]:
        """The text of an element with its emphasis and the calls of its notes."""
        return self._flowing(node.children, style)

    def _flowing(self, children: Sequence[Node | str], style: Style = PLAIN) -> list[Inline]:
        found: list[Inline] = []
        for child in children:
            if isinstance(child, str):
                found.append(style.of(child))
            elif child.name == "nadruk":
                found += self._inlines(child, style.and_also(_EMPHASIS.get(child.get("type"), PLAIN)))
            elif child.name == "sup":
                found += self._inlines(child, style.and_also(Style(raised=True)))
            elif child.name == "noot":
                found.append(self._note(child))
            elif child.name == "nootref":
                found.append(self.notes.call(child.get("refid"), ""))
            elif child.name not in ("plaatje", "illustratie"):
                found += self._inlines(child, style)
        return found

    def _note(self, node: Node) -> Inline:
        texts = [child for child in node.nodes() if child.name != "noot.nr"]
        call = self.notes.call(_key(node), "")
        self.notes.tell(_key(node), self._joined(texts, " "))
        return call


def _key(note: Node) -> str:
    return note.get("id") or f"{id(note)}"


def _is_title(node: Node) -> bool:
    return node.get("kopopmaak") != "rom" or _SENTENCE.search(node.text) is None
