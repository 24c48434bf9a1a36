"""The heading of a published paper: dossiers, number, sender, session (Aanwijzingen voor de regelgeving, 3.43)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from kamerbrief.vocabulary import alternatives
from kamerbrief.vocabulary.dossiers import FIVE_DIGITS, suffixes
from kamerbrief.vocabulary.sessions import named_session

_ROMAN = r"(?=C[CLXVI])C{1,3}+(?:XC|XL|L?X{0,3}+)(?:IX|IV|V?I{0,3}+)"
"""The number of a dossier of the Eerste Kamer of no bill: ``CIV``."""
_SESSION_IN_TABLE = regex.compile(rf"Staten-Generaal(\d{{4}}-\d{{4}})(?=\d{{5}}|{_ROMAN}\s)|(\d{{4}}-\d{{4}})\Z")
_PUBLISHER = regex.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal\b.{0,6}\Z")
_WEB_ID = regex.compile(r"Kamerstuk\s++(\d{5})(?:-([IVX]+[AB]?|[A-Z]|\d{2}))?-(?:\d{1,4}|[A-Z]{1,3})\Z")
_BY_SITES = (
    ("dossier_title", regex.compile(r"Dossier:\s*+(.+)\Z")),
    ("number", regex.compile(r"Kenmerk \d{5}.{0,20}, nr\. (\d{1,4}|[A-Z]{1,3})\Z")),
    ("date", regex.compile(r"Gepubliceerd:\s*+(\d.+)\Z")),
    ("subject", regex.compile(r"Brief regering\s*+:\s*+(.+)\Z")),
    ("subject", regex.compile(r"Officiële titel\s.{1,400};\sBrief regering;\s*+(.+)\Z")),
    ("subject", regex.compile(r"OVERHEIDop\.documenttitel\s++(.+)\Z")),
)
_OPEN_NUMBER = regex.compile(r"nr\.?(?:\s*\Z|\s++(?=\p{Lu}\p{L}))", regex.IGNORECASE)
_LONGEST_NUMBER_LINE = 400
_LONGEST_OFFICE = 200


class Numbered(NamedTuple):
    """The line with the number of a paper."""

    number: str
    heading: str | None
    """What stands behind the number."""
    calls: tuple[str, ...]
    """Notes that it calls: ``HERDRUK1``."""
    dossier: str | None = None
    """The dossier, where its number stands on the same line."""


@cache
def _dossier() -> regex.Pattern[str]:
    suffix = rf"(?:\s|-|\s-\s)(?:{'|'.join(suffixes())}|\d{{2}})(?=\s|\Z)"
    realm = r"(?:\s*+\(R\s?\d{3,4}\))?"
    return regex.compile(
        rf"(?:(?P<number>{FIVE_DIGITS})(?P<suffix>{suffix})?{realm}(?:\s++(?P<title>\D.*|\d.{{20,}}))?"
        rf"|(?P<roman>{_ROMAN})\s++(?P<title>\p{{Lu}}\p{{Ll}}.*))\Z"
    )


def dossier_line(text: str) -> tuple[str, str | None] | None:
    """The dossier that a line of the heading names, and its title.

    Example:
        >>> dossier_line("36 600 XIV Begroting LVVN 2025"), dossier_line("30 573")
        (('36600-XIV', 'Begroting LVVN 2025'), ('30573', None))
        >>> dossier_line("CIV Nota over sloten")
        ('CIV', 'Nota over sloten')
    """
    match = _dossier().match(text)
    if match is None:
        return None
    if match["roman"]:
        return match["roman"], match["title"]
    number, suffix = regex.sub(r"\D", "", match["number"]), (match["suffix"] or "").strip(" -\t\xa0")
    return f"{number}-{suffix}" if suffix else number, match["title"]


@cache
def _numbered() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:nr\.?\s*+(?P<number>\d{1,4}(?-i:[a-z])?|[A-Z]{1,3})|(?P<letter>[A-Z]{1,3}))"
        rf"(?:\d?\s++(?P<reprint>(?:\w+\s)?(?:{alternatives('reprint')}))\d?)?(?:\d?\s++(?P<heading>.+))?\s*\Z",
        regex.IGNORECASE,
    )


@cache
def _with_dossier() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<dossier>{FIVE_DIGITS})(?:[\s-](?P<suffix>{'|'.join(suffixes())}|\d{{2}}))?\s++(?P<number>\d{{1,4}})"
        r"\s++(?P<heading>\p{Lu}{2}.+)\Z"
    )


@cache
def _calls() -> regex.Pattern[str]:
    return regex.compile(rf"(?<={alternatives('reprint')}|\b[A-Z])\d(?=\s|\Z)")


def number_line(text: str) -> Numbered | None:
    """The number that a line of the heading begins with: ``Nr. 153``, ``A`` in capitals.

    Example:
        >>> number_line("Nr. 45 HERDRUK1 BRIEF VAN DE MINISTER")
        Numbered(number='45', heading='BRIEF VAN DE MINISTER', calls=('1',), dossier=None)
        >>> number_line("36600 XIV 45 BRIEF VAN DE MINISTER").dossier
        '36600-XIV'
    """
    if text[:1].isdecimal():
        return _numbered_in_dossier(text)
    may_be = text[:1] in "nN" or text.isupper()
    match = _numbered().match(text) if may_be and len(text) < _LONGEST_NUMBER_LINE else None
    if match is None or (match["letter"] and not text.isupper()):
        return None
    number: str = match["number"] or match["letter"]
    number = number.upper() if number.isalpha() else number  # the Eerste Kamer had ``306b`` until 2003
    return Numbered(number, match["heading"], tuple(_calls().findall(text)))


def _numbered_in_dossier(text: str) -> Numbered | None:
    match = _with_dossier().match(text) if len(text) < _LONGEST_NUMBER_LINE else None
    if match is None or not is_letter(match["heading"]):
        return None
    dossier = "-".join(filter(None, (regex.sub(r"\D", "", match["dossier"]), match["suffix"])))
    return Numbered(match["number"], match["heading"], (), dossier)


def open_number(text: str) -> int | None:
    """Where what a paper is begins on a line whose number is left open for the Kamer; None for any other line.

    Example:
        >>> open_number("Nr.  Verslag"), open_number("nr."), open_number("Nr. 12 Verslag")
        (5, 3, None)
    """
    match = _OPEN_NUMBER.match(text)
    return match.end() if match else None


@cache
def _letters() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\w+\s){{0,2}}(?:{alternatives('letter_from')})\b", regex.IGNORECASE)


def is_letter(heading: str) -> bool:
    """Whether the paper is a letter: ``BRIEF VAN DE MINISTER``."""
    return _letters().match(heading) is not None


@cache
def _committee_offices() -> regex.Pattern[str]:
    word, small = r"\p{Lu}[\p{L}.'’-]*+", "van|der?|den|het|te[nr]?"
    matters = rf"(?:\s(?:{word}|en|{small}),?)*?\s{word}"
    name = rf"(?:\s(?:{word}|{small}))*?\s{word}"
    return regex.compile(
        rf"(?:de\s)?(?:{alternatives('committee_offices')})\svan\sde\s(?:\p{{Ll}}++\s)?commissie"
        rf"(?:,?|,(?-i:{name})|\s(?:voor|van)(?-i:{matters}),(?-i:{name})?)\Z",
        regex.IGNORECASE,
    )


def is_committee_office(text: str) -> bool:
    """Whether a line names who signs for a committee of a Chamber, by office, with or without a name.

    Example:
        >>> is_committee_office("De griffier van de vaste commissie voor Sloten en Dijken,")
        True
        >>> is_committee_office("De griffier van de vaste commissie voor Sloten en Dijken, De Boer")
        True
        >>> is_committee_office("De griffier van de vaste commissie voor Sloten vraagt")
        False
    """
    if len(text) > _LONGEST_OFFICE or "ommissie" not in text:
        return False
    return _committee_offices().match(text.replace("- ", "-")) is not None


def session_in(text: str) -> str | None:
    """The session that a line above the dossier names."""
    if named := named_session(text):
        return named
    match = _SESSION_IN_TABLE.search(text)
    return next(filter(None, match.groups())) if match and (match[1] or match.start() == 0) else None


def is_publisher(text: str) -> bool:
    """Whether the line is the name of the Chamber that published the paper."""
    return _PUBLISHER.match(text) is not None


def shown_by_site(text: str) -> tuple[str, str] | None:
    """What a site says of the paper that it shows: ``dossier``, ``dossier_title``, ``number``, ``date``, ``subject``.

    Its value stands behind the name.

    Example:
        >>> shown_by_site("Kamerstuk 36600-XIV-12"), shown_by_site("Brief regering : Sloten")
        (('dossier', '36600-XIV'), ('subject', 'Sloten'))
    """
    if match := _WEB_ID.match(text):
        return "dossier", "-".join(filter(None, match.groups()))
    matches = ((name, match) for name, pattern in _BY_SITES if (match := pattern.match(text)))
    return next(((name, match[1]) for name, match in matches), None)
