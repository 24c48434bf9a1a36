"""Signs of print that mean the same in any language: bullets, and the numbers of items, headings and notes."""

from __future__ import annotations

import re
from typing import Final

import regex

BULLETS: Final = "•▪●○◦‣∙·■□➢✓▶►\uf02d\uf0a7\uf0b7\uf0d8\uf0fc\ufffd\uffff"
"""What opens an item and is nothing else; symbol fonts put theirs into the private use area."""
CURRENCIES: Final = "€$£"
DASHES: Final = "‐‑−–—-"
"""What opens an item and may also stand in a text; in a set of characters they must come last."""
SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
AS_DIGITS: Final = str.maketrans(SUPERSCRIPTS, "0123456789")
MISREAD: Final = "lIi|'’oO°zZ"
"""What the recognition of a scan takes small digits for."""
AS_MISREAD: Final = str.maketrans(MISREAD, "11111100022")
LONE_BULLET: Final = regex.compile(rf"(?:[{BULLETS}*o{DASHES}]|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,5}})[.)])\Z")
"""The bullet or number of an item, alone on its line or in its cell."""
_MARKS = re.compile(rf"[0-9{SUPERSCRIPTS}*]")


def has_note_sign(text: str) -> bool:
    """Whether a text holds a digit, raised or not, or a star: one of them is in every mark and call of a note.

    Example:
        >>> has_note_sign("Zie de brief.¹"), has_note_sign("Zie de brief.")
        (True, False)
    """
    return _MARKS.search(text) is not None
