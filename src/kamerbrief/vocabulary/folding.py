"""Names made equal that are printed in several ways."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\x02,'\u2018\u2019" + DASHES


@cache
def fold_table() -> Mapping[int, str | None]:
    """What :func:`fold` makes of each character; characters that are not in it stay."""
    folded: dict[int, str | None] = {}
    for code in range(0x250):
        char = chr(code)
        plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        folded[code] = None if char.isspace() or not plain.strip() else plain.lower()
    folded |= dict.fromkeys((*range(0x300, 0x370), *range(0x2000, 0x2010), 0x202F, 0x205F, 0x3000))
    folded |= dict.fromkeys(map(ord, _DROPPED))
    folded[ord("&")] = "en"
    return folded


def fold(text: str) -> str:
    r"""Make printings of one name equal: no case, accents, white space, hyphens or commas; ``&`` is ``en``.

    Example:
        >>> fold("Inf rastructuur en\nWaterstaat"), fold("FINANCIEN") == fold("Financiën")
        ('infrastructuurenwaterstaat', True)
    """
    return text.translate(fold_table())
