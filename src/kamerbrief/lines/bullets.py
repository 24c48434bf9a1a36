"""Marks that open a list item, and how deep the item lies."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from kamerbrief.document.signs import BULLETS, DASHES, LONE_BULLET

_BULLET = regex.compile(
    rf"""
    [{BULLETS}]\s++(?P<listed>\(?\d{{1,2}}[.)]|\(?[a-z]\)|[a-z]\.)\s++  # a page marks every item, numbered or not
  | (?P<bullet>[{BULLETS}])\s*+
  | (?P<dash>[*o{DASHES}])\s++
  | (?P<tight>[{DASHES}])(?=\p{{L}}\p{{L}})
  | (?P<number>\(?\d{{1,2}}[.)°])\s++
  | (?P<letter>\(?[a-zA-Z]\)|[a-z]\.)\s++
  | (?P<roman>\(?[ivx]{{1,5}}[.)]|\([IVX]{{1,5}}\))\s++
    """,
    regex.VERBOSE,
)
_ROMAN_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ROMAN = regex.compile(r"[ivx]{1,5}[.)]")


class Bullet(NamedTuple):
    """What opens a list item."""

    shown: str
    family: str
    """Markers of one family belong to one list: ``•``, ``-``, numbers, letters."""
    end: int
    """Where the item's text begins in the line."""
    firm: bool
    """It opens a list item wherever it begins a line; a dash or a number may also just stand there."""
    tight: bool = False
    """A dash without a blank: it opens an item only in a list or below a colon."""

    @property
    def order(self) -> int | None:
        """Which in its list the item is by its number or letter, from 1."""
        if self.family not in ("number", "letter", "roman") or not self.orders:
            return None
        return self.orders[-1 if self.family == "roman" else 0]

    @property
    def orders(self) -> tuple[int, ...]:
        """All that it may be by its mark, as a letter, a number, a Roman number: ``i.`` is the ninth or the first."""
        return _orders_of(self.shown)


@lru_cache(maxsize=256)
def _orders_of(shown: str) -> tuple[int, ...]:
    """What the mark of an item may be as a letter, a number, a Roman number."""
    core = shown.strip("(.)°").casefold()
    if core == shown:
        return ()  # ``o`` is a bullet
    letter = ord(core) - ord("a") + 1 if len(core) == 1 and "a" <= core <= "z" else None
    number = int(core) if core.isdecimal() else None
    roman = _ROMAN_NUMERALS.index(core) + 1 if core in _ROMAN_NUMERALS else None
    return tuple(order for order in (letter, number, roman) if order is not None)


HINTED = Bullet("", "marked", 0, firm=True)
"""Of an item that nothing opens but the source's own mark-up."""


def numbers_beside(shown: str) -> tuple[str, str] | None:
    """The marks of the items before and after one that is marked by a number or letter with a parenthesis.

    Example:
        >>> numbers_beside("2)"), numbers_beside("b)"), numbers_beside("2.")
        (('1)', '3)'), ('a)', 'c)'), None)
    """
    if not shown.endswith(")"):
        return None
    core = shown.strip("()")
    if not core:
        return None
    opening = "(" if shown[0] == "(" else ""
    if core.isdecimal():
        return f"{opening}{int(core) - 1})", f"{opening}{int(core) + 1})"
    return (f"{opening}{chr(ord(core) - 1)})", f"{opening}{chr(ord(core) + 1)})") if len(core) == 1 else None


def bullet_of(text: str) -> Bullet | None:
    """The marker that a line begins with.

    Example:
        >>> bullet_of("• Energie").family, bullet_of("a) bodem").family, bullet_of("2030. De eerste")
        ('•', 'letter', None)
    """
    if text[:1].isalpha() and text[1:2].isalpha() and (text[0] not in "ivx" or not _ROMAN.match(text)):
        return None
    return _bullet_of(text)


@lru_cache(maxsize=256)
def _bullet_of(text: str) -> Bullet | None:
    """The marker that a line begins with; many lines that may have one are no more than that."""
    if match := _BULLET.match(text):
        if listed := match["listed"]:
            return Bullet(listed, "letter" if listed.strip("(.)").isalpha() else "number", match.end(), firm=True)
        shown = match.group().strip()
        kind = match.lastgroup or ""
        family = shown if kind in ("bullet", "dash", "tight") else kind
        return Bullet(shown, family, match.end(), kind == "bullet", kind == "tight")
    if LONE_BULLET.match(text):
        kind = "letter" if text[-1] in ".)" and text.strip("().").isalpha() else "number" if text[-1] in ".)" else text
        return Bullet(text, kind, len(text), firm=False)
    return None
