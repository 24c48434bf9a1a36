"""Answered questions as they are published: who asked what and when, and who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.vocabulary.dates import read_date

if TYPE_CHECKING:
    import datetime as dt

_LONGEST = 2_000
_ASKED = regex.compile(
    r"vra(?:ag|gen) van (?:het lid|de leden)\b.{0,1600}\(ingezonden (?P<date>[^()]{6,40})\)\.?\Z", regex.IGNORECASE
)
_ANSWERED = regex.compile(
    r"(?:antwoord|mededeling) van (?:de )?(?P<rank>\p{L}[\p{L}-]{3,30}) (?P<name>[^()]{2,80})"
    r" \((?P<ministry>[^()]{3,120})\)"
    r"(?P<more>.{0,600}?)\(ontvangen (?P<date>[^()]{6,40})\)",
    regex.IGNORECASE,
)
_OPENS = regex.compile(r"vra(?:ag|gen) van (?:het lid|de leden)\b|(?:antwoord|mededeling) van ", regex.IGNORECASE)
_NUMBER = regex.compile(r"(?:OVERHEIDop\.aanhangselNummer\s++)?(?P<number>\d{1,4})(?:\s*+\([^()]{3,20}\))?\Z")


class Answered(NamedTuple):
    """Who answered, and when that came in."""

    office: str
    name: str
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
        Answered(office='Minister van Defensie', name='De Wit', date=datetime.date(2031, 6, 4))
    """
    match = _ANSWERED.match(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    found = read_date(match["date"])
    return Answered(f"{match['rank']} van {match['ministry']}", match["name"].strip(), found[0] if found else None)


def supplement_number(text: str) -> str | None:
    """The number of a paper of the Aanhangsel, alone on its line or as the record has it.

    Example:
        >>> supplement_number("3235"), supplement_number("OVERHEIDop.aanhangselNummer 3235"), supplement_number("1a")
        ('3235', '3235', None)
    """
    match = _NUMBER.match(text)
    return match["number"] if match else None
