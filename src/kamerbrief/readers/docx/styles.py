"""How the text of a Word document looks: direct formatting, styles and what those are based on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

if TYPE_CHECKING:
    from kamerbrief.readers.markuptree import Node

_DEEPEST: Final = 24
"""Styles are based on each other no deeper, and a circle ends."""
_OFF: Final = frozenset({"0", "false", "off", "none", "nil"})
_HEADING: Final = regex.compile(r"heading ([1-9])\Z", regex.IGNORECASE)
"""What Word calls its headings, whatever its language; what they are called on screen differs."""
_QUOTES: Final = frozenset({"quote", "intense quote", "block text"})
"""What Word calls its styles of quotations."""
_LEVELS: Final = 9


class Look(NamedTuple):
    """What formatting says of characters; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """This formatting, and where it says nothing the other one."""
        return Look(*(mine if mine is not None else theirs for mine, theirs in zip(self, other, strict=True)))


NO_LOOK: Final = Look()


class ParagraphStyle(NamedTuple):
    """What a style says of a paragraph."""

    look: Look = NO_LOOK
    level: int = 0
    """Of a heading; 0 of text."""
    numbering: tuple[str, int] | None = None
    """List and depth from 0."""
    indent: int = 0
    quote: bool = False


def look_of(properties: Node | None) -> Look:
    """What the properties of a run say."""
    if properties is None:
        return NO_LOOK
    said = {node.name: node.get("w:val", "1") for node in properties.nodes()}

    def is_on(name: str) -> bool | None:
        return said[name] not in _OFF if name in said else None

    raised = said["w:vertAlign"] == "superscript" if "w:vertAlign" in said else None
    hidden = is_on("w:vanish")
    return Look(is_on("w:b"), is_on("w:i"), is_on("w:u"), raised, hidden)


def level_of(properties: Node | None) -> int | None:
    """The level of a heading that the properties of a paragraph say; 0 for text, None where they say nothing."""
    outline = properties.child("w:outlineLvl") if properties is not None else None
    if outline is None or not outline.get("w:val").isdecimal():
        return None
    level = int(outline.get("w:val")) + 1
    return level if level <= _LEVELS else 0


def numbering_of(properties: Node | None) -> tuple[str | None, int | None] | None:
    """List and depth that the properties of a paragraph say; None where they say nothing."""
    numbered = properties.child("w:numPr") if properties is not None else None
    if numbered is None:
        return None
    number, depth = numbered.child("w:numId"), numbered.child("w:ilvl")
    shown = depth.get("w:val") if depth is not None else ""
    return (number.get("w:val") if number is not None else None, int(shown) if shown.isdecimal() else None)


def indent_of(properties: Node | None) -> int | None:
    """How far a paragraph is set in, in twentieths of a point; None where its properties do not say."""
    indent = properties.child("w:ind") if properties is not None else None
    shown = (indent.get("w:left") or indent.get("w:start")) if indent is not None else ""
    return int(shown) if shown.isdecimal() else None


class _Said(NamedTuple):
    """What one style says of paragraphs; None where it says nothing."""

    look: Look = NO_LOOK
    level: int | None = None
    numbering: tuple[str | None, int | None] | None = None
    indent: int | None = None
    quote: bool | None = None

    def over(self, other: _Said) -> _Said:
        """What this one says, and where it says nothing the other one."""
        return _Said(
            self.look.over(other.look),
            other.level if self.level is None else self.level,
            self.numbering or other.numbering,
            other.indent if self.indent is None else self.indent,
            self.quote or other.quote,
        )


_OPEN: Final = _Said()


def _said(style: Node) -> _Said:
    """What a style itself says of paragraphs."""
    properties, shown = style.child("w:pPr"), style.child("w:name")
    title = shown.get("w:val") if shown is not None else ""
    heading = _HEADING.match(title)
    return _Said(
        look_of(style.child("w:rPr")),
        int(heading[1]) if heading else level_of(properties),
        numbering_of(properties),
        indent_of(properties),
        True if title.casefold() in _QUOTES else None,
    )


class Styles:
    """The styles of a document."""

    def __init__(self, part: Node | None) -> None:
        self._styles = {node.get("w:styleId"): node for node in part.nodes() if node.name == "w:style"} if part else {}
        defaults = part.child("w:docDefaults", "w:rPrDefault", "w:rPr") if part else None
        self._default = look_of(defaults)
        self._usual = next((name for name, node in self._styles.items() if _is_usual(node)), "")
        self.paragraph = cache(self._paragraph)
        self.characters = cache(self._characters)
        self.has_rules = cache(self._has_rules)

    def _chain(self, name: str) -> list[Node]:
        """A style and what it is based on, nearest first."""
        found: list[Node] = []
        while name in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[name])
            based = found[-1].child("w:basedOn")
            name = based.get("w:val") if based is not None else ""
        return found

    def _paragraph(self, name: str) -> ParagraphStyle:
        """What the style of a paragraph says; without a name, the usual one."""
        found = _OPEN
        for node in self._chain(name or self._usual):
            found = found.over(_said(node))
        listed = (found.numbering[0], found.numbering[1] or 0) if found.numbering and found.numbering[0] else None
        look = found.look.over(self._default)
        return ParagraphStyle(look, found.level or 0, listed, found.indent or 0, bool(found.quote))

    def _characters(self, name: str) -> Look:
        """What the style of characters says."""
        look = NO_LOOK
        for node in self._chain(name):
            look = look.over(look_of(node.child("w:rPr")))
        return look

    def _has_rules(self, name: str) -> bool:
        """Whether a style of tables draws lines."""
        return any(draws_rules(node.child("w:tblPr")) for node in self._chain(name))


def draws_rules(properties: Node | None) -> bool:
    """Whether the properties of a table or cell draw lines."""
    for name in ("w:tblBorders", "w:tcBorders"):
        borders = properties.child(name) if properties is not None else None
        if borders is not None and any(node.get("w:val", "none") not in _OFF for node in borders.nodes()):
            return True
    return False


def _is_usual(style: Node) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") not in ("", *_OFF)
