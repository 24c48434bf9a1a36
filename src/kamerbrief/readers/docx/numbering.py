"""The numbers and bullets of lists, which Word counts itself and writes down nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from kamerbrief.readers.numerals import letters, roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from kamerbrief.readers.markuptree import Node

_SLOT: Final = regex.compile(r"%([1-9])")
_DEPTHS: Final = 9
_PRIVATE: Final = range(0xF000, 0xF100)
"""Where fonts of symbols keep their signs."""
_BULLET: Final = "•"


class Marker(NamedTuple):
    """What stands before an item."""

    text: str
    is_bullet: bool


class _Level(NamedTuple):
    start: int
    form: str
    text: str


class Numbering:
    """The lists of a document, counted as its paragraphs go by."""

    def __init__(self, part: Node | None) -> None:
        nodes = list(part.nodes()) if part is not None else []
        abstract = {node.get("w:abstractNumId"): node for node in nodes if node.name == "w:abstractNum"}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        for node in nodes:
            named = node.child("w:abstractNumId")
            if node.name == "w:num" and named is not None:
                identity = named.get("w:val")
                levels = _levels(abstract[identity]) if identity in abstract else {}
                own, starts = _overrides(node)
                self._lists[node.get("w:numId")] = identity, {**levels, **own}, starts
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def marker(self, name: str, depth: int) -> Marker | None:
        """What stands before the next item of a list; None where nothing does."""
        if name not in self._lists or not 0 <= depth < _DEPTHS:
            return None
        identity, levels, starts = self._lists[name]
        counts = self._counts.setdefault(identity, [None] * _DEPTHS)
        if name not in self._begun:
            self._begun.add(name)
            for at in starts:
                counts[at] = None
        level = levels.get(depth)
        if level is None:
            return None
        count = counts[depth]
        counts[depth] = starts.get(depth, level.start) if count is None else count + 1
        counts[depth + 1 :] = [None] * (_DEPTHS - depth - 1)
        if level.form == "bullet":
            return Marker(_sign(level.text), is_bullet=True)
        if level.form == "none":
            return None
        text = _SLOT.sub(lambda slot: self._shown(levels, counts, int(slot[1]) - 1), level.text).strip()
        return Marker(text, is_bullet=False) if text else None

    def _shown(self, levels: dict[int, _Level], counts: list[int | None], depth: int) -> str:
        level = levels.get(depth, _Level(1, "decimal", ""))
        count = counts[depth]
        return FORMS.get(level.form, str)(level.start if count is None else count)


def _levels(node: Node) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in node.nodes():
        if level.name == "w:lvl" and level.get("w:ilvl").isdecimal():
            said = {one.name: one.get("w:val") for one in level.nodes()}
            start = said.get("w:start", "")
            found[int(level.get("w:ilvl"))] = _Level(
                int(start) if start.isdecimal() else 1, said.get("w:numFmt", "decimal"), said.get("w:lvlText", "")
            )
    return found


def _overrides(node: Node) -> tuple[dict[int, _Level], dict[int, int]]:
    """The levels of a list of its own, and where its counts begin anew."""
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in node.nodes():
        depth = override.get("w:ilvl")
        if override.name != "w:lvlOverride" or not depth.isdecimal():
            continue
        levels |= _levels(override)
        begins = override.child("w:startOverride")
        if begins is not None and begins.get("w:val").isdecimal():
            starts[int(depth)] = int(begins.get("w:val"))
    return levels, starts


def _sign(text: str) -> str:
    """A bullet as text; the signs of symbol fonts have no character of their own."""
    sign = text.strip()
    return _BULLET if not sign or ord(sign[0]) in _PRIVATE else sign


FORMS: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
}
