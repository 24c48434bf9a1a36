"""The numbers of papers behind their dossier: ``nrs. 7 en 8``, ``A, B``, ``(250, 250a)``, ``1-3``, ``-56``."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from kamerbrief.references.chambers import PAGE
from kamerbrief.references.scan import MONTHS

if TYPE_CHECKING:
    from kamerbrief.references.heads import Head

LEAD = re.compile(
    r"\ *[,.;:]?\ *(?P<noun>nrs|nr|nummers|nummer|no)(?![a-z])\.?\ *|\ *,\ *(?P<bare>)|[-/](?P<dash>)|\ (?P<blank>)",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\ ?\((?:nrs?\.?\ ?(?=\d)|(?=\d{1,4}[a-z]?[,)]|[A-Z]{1,2},\ [A-Z]))")
_NUMBER = re.compile(
    r"(?P<number>\d{1,4}[a-z]?|(?![TE]K[, ]+(?:vergader|zitting|'?\d\d))[A-Z]{1,2})(?!\w)(?!\ ?\d{3}\b)(?!\ ?[/]\ ?\d)"
)
_BLANK = "[ \xa0\u2009\u202f]"
_FIGURES_APART = rf"(?P<number>(?=(?:\d{_BLANK}?){{2,4}}(?!\d))\d{{1,3}}(?:{_BLANK}\d{{1,3}}){{1,3}})"
_SPACED = re.compile(
    rf"{_FIGURES_APART}(?=\ ?[,;)]|[.\x00²³¹⁰⁴-⁹]|[ \t]*+(?:[\n\r]|\Z))",
    re.ASCII,
)
"""A number whose figures are set apart within a line, as the text layers of some documents have them."""
_SPACED_TOO = re.compile(rf"{_FIGURES_APART}(?!\w|{_BLANK}\d)", re.ASCII)
"""The same behind a dossier whose figures are set apart, which shows that those of the number are too."""
_NO_NUMBER = re.compile(rf"\d{{1,2}}\ (?:{MONTHS})|\d{{4}}\ ?[/-]\ ?\d{{2}}", re.IGNORECASE)
_AFTER_BARE = re.compile(r"\ *(?:[,.;:()\]^\x00]|$|-\ ?(?:\d|[A-Z]{1,2}(?!\w))|en\b|p\.|pag|blz)")
_RANGE = re.compile(r"\ *(?:-|t/m|tot\ en\ met)\ *(?P<number>\d{1,4}[a-z]?|[A-Z]{1,2})(?!\w)")
_NEXT = re.compile(r"\ *(?P<list>,\ *en\b|,|\ben\b|&|respectievelijk\b|resp\.)\ *(?P<noun>(?:nrs?|nummers?)\.?\ *)?")
_LISTED = re.compile(r"(?:,\ ?\d{1,4}[a-z]?)+,?\ (?:en|respectievelijk)\ \d{1,4}[a-z]?(?=[,.;:)\]^\x00]|$)(?!,\d)")
_ALSO_NUMBER = re.compile(r"\ *[;,&]\ *(?:en\ +)?nrs?\.?\ *(?=\d|[A-Z])")
_MOST_LISTED = 60


@dataclasses.dataclass(slots=True)
class Number:
    """The number of a paper, and where it stands."""

    shown: str
    start: int
    end: int
    page: str | None = None
    spaced: bool = False


def all_listed(text: str, view: str, place: Head) -> tuple[list[Number], int, int]:
    """The numbers behind a dossier with their pages; where the citation ends, with a closing bracket and without."""
    if bracket := BRACKETED.match(view, place.end):
        numbers, at = _listed(view, bracket.end(), several=True)
        return numbers, at + view.startswith(")", at), at
    begin = _number_begins(view, place)
    if not begin:
        return [], place.end, place.end
    if spaced := (_SPACED_TOO if place.spaced else _SPACED).match(text, begin):
        return [Number("".join(spaced["number"].split()), begin, spaced.end(), spaced=True)], spaced.end(), spaced.end()
    lead = LEAD.match(view, place.end)
    numbers, at = _listed(view, begin, several=bool(lead and (lead["noun"] or "").casefold() in ("nrs", "nummers")))
    while True:
        if (page := PAGE.match(view, at)) is not None:
            numbers[-1] = dataclasses.replace(numbers[-1], page=page["page"])
            at = page.end()
        more, end = _listed(view, also.end(), several=False) if (also := _ALSO_NUMBER.match(view, at)) else ([], at)
        if not more:
            return numbers, at, at
        numbers, at = numbers + more, end


# decides more: what may stand between a dossier and its number
def _number_begins(view: str, place: Head) -> int:
    """Where the number of a paper begins behind its dossier; 0 if none follows."""
    lead = LEAD.match(view, place.end)
    if lead is None:
        return 0
    number = _NUMBER.match(view, lead.end())
    if lead["noun"] and _SPACED.match(view, lead.end()):
        return lead.end()
    if number is None or _NO_NUMBER.match(view, lead.end()):
        return 0
    if lead["noun"]:
        return lead.end()
    if number["number"].isalpha() and lead["blank"] is not None:
        return 0
    closed = _AFTER_BARE.match(view, number.end()) is not None
    return lead.end() if closed or (lead["dash"] is not None and not number["number"].isalpha()) else 0


def _listed(view: str, at: int, *, several: bool) -> tuple[list[Number], int]:
    """The numbers of a list: ``147 en 148``, ``1-3``, ``A en B``; a plain comma goes on only in a list of several."""
    numbers: list[Number] = []
    match = _NUMBER.match(view, at)
    while match is not None and len(numbers) < _MOST_LISTED:
        numbers.append(Number(match["number"], match.start(), match.end()))
        at = match.end()
        if (until := _RANGE.match(view, at)) and until["number"].isalpha() == match["number"].isalpha():
            numbers, at = [*numbers[:-1], *_between(numbers[-1], until)], until.end()
        match = _next_number(view, at, several=several, letters=numbers[-1].shown.isalpha())
    return numbers, at


# decides more: the parts of a citation in their order, each of which may be missing
def _next_number(view: str, at: int, *, several: bool, letters: bool) -> re.Match[str] | None:
    """The number that goes on with a list, if it is one of the same kind and counts nothing."""
    glue = _NEXT.match(view, at)
    match = _NUMBER.match(view, glue.end()) if glue else None
    if glue is None or match is None or letters != match["number"].isalpha() or _NO_NUMBER.match(view, glue.end()):
        return None
    if several or glue["noun"] or letters:
        return match if several or glue["noun"] or glue["list"] != "," else None
    if glue["list"] == ",":
        return match if _LISTED.match(view, at) else None
    return match if _AFTER_BARE.match(view, match.end()) else None


def _between(first: Number, until: re.Match[str]) -> list[Number]:
    """The numbers of a range, each printed by the whole of it; a range of letters stands for its first paper."""
    whole = dataclasses.replace(first, end=until.end())
    last = until["number"]
    if not (first.shown.isdecimal() and last.isdecimal()) or not 0 < int(last) - int(first.shown) <= _MOST_LISTED:
        return [whole]
    return [dataclasses.replace(whole, shown=str(n)) for n in range(int(first.shown), int(last) + 1)]
