"""Answered questions as they are published: who asked what and when, and who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.vocabulary.dates import read_date
from kamerbrief.vocabulary.offices import office_without_preposition

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_LONGEST = 2_000
_ASKED = regex.compile(
    r"vra(?:ag|gen) van (?:het lid|de leden)\b.{0,1600}\(ingezonden (?P<date>[^()]{6,40})\)\.?\Z", regex.IGNORECASE
)
_ANSWERED = regex.compile(
    r"(?:antwoord|mededeling) van (?:de )?(?P<who>\p{L}[\p{L}-]{3,30} [^()]{2,80} \([^()]{3,120}\).{0,600}?)"
    r"\(ontvangen (?P<date>[^()]{6,40})\)",
    regex.IGNORECASE,
)
_ON_BEHALF = regex.compile(r"\bnamens\b", regex.IGNORECASE)
_PART = regex.compile(
    r"\b(?P<rank>minister-president|minister|staatssecretaris)(?:s|sen)?\b|\((?P<portfolio>[^()]{3,120})\)",
    regex.IGNORECASE,
)
_OPENS = regex.compile(r"vra(?:ag|gen) van (?:het lid|de leden)\b|(?:antwoord|mededeling) van ", regex.IGNORECASE)
_NUMBER = regex.compile(r"(?:OVERHEIDop\.aanhangselNummer\s++)?(?P<number>\d{1,4})(?:\s*+\([^()]{3,20}\))?\Z")


class Answered(NamedTuple):
    """Who answered, and when that came in."""

    offices: tuple[str, ...]
    date: dt.date | None


def opens_supplement(text: str) -> bool:
    """Whether a line begins to say who asked or who answered.

    Example:
        >>> opens_supplement("Vragen van de leden De Boer en De Wit (beiden"), opens_supplement("Vragen van burgers")
        (True, False)
    """
    return text[:1] in "vVaAmM" and _OPENS.match(text) is not None


def is_asked(text: str) -> bool:
    """Whether a line says who asked questions.

    Example:
        >>> is_asked("Vragen van het lid De Boer (Dijk) aan de Minister van Defensie (ingezonden 3 mei 2031).")
        True
    """
    return len(text) <= _LONGEST and _ASKED.match(text) is not None


def answered(text: str) -> Answered | None:
    """What a line says of who answered.

    Example:
        >>> answered("Antwoord van Minister De Wit (Defensie) (ontvangen 4 juni 2031).")
        Answered(offices=('minister van Defensie',), date=datetime.date(2031, 6, 4))
    """
    match = _ANSWERED.match(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    found = read_date(match["date"])
    date = found[0] if found else None
    return Answered(tuple(_offices(_ON_BEHALF.split(match["who"], 1)[0], date)), date)


def _offices(text: str, on: dt.date | None) -> Iterator[str]:
    """The offices of the persons named, whose ministry or portfolio stands in brackets behind them.

    Two may share the brackets, and ministers their noun: ``Ministers De Boer (Defensie) en De Wit (Financiën)``.
    """
    nouns: list[str] = []
    told = False
    for part in _PART.finditer(text):
        if part["rank"]:
            nouns = [*([] if told else nouns), part["rank"]]
            told = False
            continue
        yield from (office_without_preposition(noun, part["portfolio"], on) for noun in (nouns[-1:] if told else nouns))
        told = True


def supplement_number(text: str) -> str | None:
    """The number of a paper of the Aanhangsel, alone on its line or as the record has it.

    Example:
        >>> supplement_number("3235"), supplement_number("OVERHEIDop.aanhangselNummer 3235"), supplement_number("1a")
        ('3235', '3235', None)
    """
    match = _NUMBER.match(text)
    return match["number"] if match else None
