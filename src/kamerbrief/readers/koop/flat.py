"""Papers of Parliament of 1995 to 2009 in XML (``kamerwrk`` and its kin): flat, and broken into lines of print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kamerbrief.readers.koop.paper import PLAIN, Paper, Style
from kamerbrief.readers.writer import Inline

if TYPE_CHECKING:
    from kamerbrief.readers.markuptree import Node

ROOTS: Final = frozenset({"kamerwrk", "vraagdoc", "blwstuk", "naderrap", "voorz"})
_RANKS: Final = ("vet", "vetcur", "cur", "rom")
_EMPHASIS: Final = {"vet": Style(bold=True), "vetcur": Style(bold=True, italic=True), "cur": Style(italic=True)}
_PASSED_OVER: Final = frozenset({"metadata", "versie", "ordernr", "voetnoot", "noot"})
_SET_IN: Final = "  "
"""A paragraph that begins so goes on with the item above it."""


class FlatPaper(Paper):
    """A paper of this dialect."""

    def __init__(self, root: Node) -> None:
        super().__init__()
        self._texts = {note.get("id"): note for name in ("voetnoot", "noot") for note in root.all(name)}
        shown = {node.get("letat") for node in root.all("tuskop")}
        self._ranks = [rank for rank in _RANKS if rank in shown]

    def write(self, root: Node) -> None:
        """Write a paper down."""
        self._parts(root)
        for key, note in self._texts.items():
            number = note.child("nr")
            self.notes.label(key, note.get("nr") or (number.text.strip() if number is not None else ""))
            inlines: list[Inline] = []
            for child in note.nodes():
                inlines += [*self._inlines(child), Inline(" ")] if child.name != "nr" else []
            self.notes.tell(key, inlines or self._inlines(note))
        self.notes.write(self.writer)

    def _parts(self, parent: Node) -> None:
        for node in parent.nodes():
            self._part(node)

    # decides more: a branch for each kind of element
    def _part(self, node: Node) -> None:
        name = node.name
        if name in ("titel", "subtitel", "vergjaar", "vraagnummer"):
            self.loose(self._inlines(node))
        elif name == "onderw":
            self.loose(*map(self._inlines, node.nodes()))
        elif name == "stuk":
            self._numbered(node)
        elif name == "tuskop":
            shown = node.get("letat")
            rank = self._ranks.index(shown) if shown in self._ranks else 0
            self.block(self._inlines(node, _EMPHASIS.get(shown, PLAIN)), "heading", rank + 1)
        elif name in ("al", "ondw"):
            self._text(node)
        elif name == "witreg":
            self.writer.blank()
        elif name == "ondtek":
            self.writer.blank()
            for child in node.nodes():
                self.loose(self._inlines(child))
        elif name in ("vraag", "antwoord") and (number := node.child("nummer")) is not None:
            self.block(self._inlines(number), None)
            self._parts(node)
        elif name not in _PASSED_OVER and name != "nummer":
            self._parts(node)

    def _numbered(self, paper: Node) -> None:
        """The number of a paper in its dossier with its title, and the text."""
        head = [node for node in paper.nodes() if node.name in ("ltrlabel", "nummer", "titel")]
        line: list[Inline] = []
        for node in head:
            line += [*self._inlines(node), Inline(" ")]
        self.block(line, "heading", 1)
        for node in paper.nodes():
            if node not in head:
                self._part(node)

    def _text(self, node: Node) -> None:
        """A paragraph; what it is, an item or a name, its words tell."""
        if node.text.startswith(_SET_IN) and self.writer.lines:
            self.writer.go_on(self._inlines(node))
        else:
            self.block(self._inlines(node), None)

    def _inlines(self, node: Node, style: Style = PLAIN) -> list[Inline]:
        found: list[Inline] = []
        for child in node.children:
            if isinstance(child, str):
                found.append(style.of(child))
            elif child.name == "voetref":
                found.append(self.notes.call(child.get("refid"), child.get("nr")))
            elif child.name == "nadruk" or child.get("letat"):
                look = _EMPHASIS.get(child.get("letat") or child.get("type"), PLAIN)
                found += self._inlines(child, style.and_also(look))
            elif child.name not in _PASSED_OVER:
                found += self._inlines(child, style)
        return found
