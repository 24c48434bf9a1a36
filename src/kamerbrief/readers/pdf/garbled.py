"""Text that the page shows and the file does not tell: a font without a map to Unicode, or with a wrong one.

PDFium then gives the codes of the glyphs as if they were characters. A symbol by itself, such as a bullet of Wingdings,
is no text and counts as told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.stretches import Stretch

_NO_CHARACTERS: Final = regex.compile(r"[\p{Cc}\p{Co}\p{Cn}\ufffd]{2,}+")
"""Control characters, those for private use, and those that there are not."""
_USUAL: Final = b"enatirodsl"
"""The letters that Dutch uses most; English has the same ten but for one."""
_LEAST_USUAL: Final = 0.5
"""Of the letters of a page; on 1,433 pages of letters at least 0.68 are usual ones, of shuffled letters 0.38."""
_LETTERS_FROM: Final = 200
_FEWEST: Final = 8
"""Fewer characters on a page are a symbol or a sign of mathematics."""


def garbled_characters(words: Sequence[Stretch]) -> tuple[int, int]:
    """How many characters of the words of a page are not told, and how many there are; hidden words count as none."""
    seen = [word for word in words if not word.hidden]
    unmapped = sum([word.length for word in seen if word.style.unmapped])
    text = " ".join([word.text for word in seen if not (unmapped and word.style.unmapped)])
    whole = len(text) + unmapped
    if _is_shuffled(text.lower()):
        return whole, whole
    plain = text.isprintable() and "\ufffd" not in text  # what most pages are, and soon told
    garbled = unmapped + (0 if plain else sum(len(match[0]) for match in _NO_CHARACTERS.finditer(text)))
    return (garbled, whole) if garbled >= _FEWEST else (0, whole)


def _is_shuffled(text: str) -> bool:
    """Whether the letters of a page are those of no language, as where a font maps its glyphs to wrong letters."""
    written = text.encode(errors="replace")
    usual = len(written) - len(written.translate(None, _USUAL))
    if usual >= _LEAST_USUAL * len(text):  # of most pages this tells enough
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _LETTERS_FROM and usual < _LEAST_USUAL * letters
