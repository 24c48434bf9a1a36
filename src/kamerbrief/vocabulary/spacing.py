"""Letter-spaced print, which a text layer gives with blanks inside words and numbers."""

from __future__ import annotations

from functools import cache

import regex

from kamerbrief.document.text import single_spaced
from kamerbrief.vocabulary import alternatives

_DIGITS_APART = regex.compile(r"(?<!\S)\d(?: \d)++\d*+")
_POSTCODE = regex.compile(r"(?<!\S)(\d{4}) (\p{Lu}) (\p{Lu})(?!\S)")


def close_spaced(text: str) -> str:
    """The text without the blanks that letter-spaced print leaves: behind a lone capital, in digits, at a hyphen.

    Example:
        >>> close_spaced("T urfmarkt 147, 2 5 11 D P D en H aag"), close_spaced("D irectie A angelegenheden")
        ('Turfmarkt 147, 2511 DP Den Haag', 'Directie Aangelegenheden')
        >>> close_spaced("Directoraat -Generaal"), close_spaced("Directie A en B"), close_spaced("070 379 8911")
        ('Directoraat-Generaal', 'Directie A en B', '070 379 8911')
    """
    text = single_spaced(text)
    if _signs()[0].search(text) is None:
        return text
    closed = _DIGITS_APART.sub(lambda match: "".join(match[0].split()), _signs()[1].sub("", text))
    return _POSTCODE.sub(r"\1 \2\3", closed)


@cache
def _signs() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What shows letter-spaced print: a capital, digits or a hyphen that stand apart; and the blanks to close."""
    capital = r"(?<!\S)\p{Lu}"
    rest = rf" (?=(?!(?:{alternatives('behind_letters')})\b)\p{{Ll}}{{2}}|{alternatives('spaced_cities')})"
    hyphen = r" (?=-\p{Lu})"
    spaced = regex.compile(rf"{capital}{rest}|(?<!\S)\d \d \d|{hyphen}")
    return spaced, regex.compile(rf"(?<={capital}){rest}|{hyphen}")
