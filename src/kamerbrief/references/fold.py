"""Text as the grammars of citations read it: one kind of blank, dash and quote, offsets unchanged."""

from __future__ import annotations

import re

_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FOLDED = (
    dict.fromkeys(map(ord, _BLANKS), " ")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _RAISED), "^")  # a raised digit calls a note and is never part of a number
    | dict.fromkeys(map(ord, "’‘`´"), "'")
)
_ODD = re.compile(r"[^\x00 -_a-~]")
"""Few characters are odd: to look for them is faster than to translate all."""


def folded(text: str) -> str:
    """The text with each blank, dash, quote and raised digit in its plain form; as long as before.

    Example:
        >>> folded("Kamerstukken II 2022–23, 36\u00a0200, nr. 5³")
        'Kamerstukken II 2022-23, 36 200, nr. 5^'
    """
    return _ODD.sub(_plain, text.replace("\n", " "))  # most are line ends


def _plain(match: re.Match[str]) -> str:
    shown = match.group()
    if shown.isdecimal():
        return "^"  # digits of other scripts number no Dutch paper
    return _FOLDED.get(ord(shown), shown)
