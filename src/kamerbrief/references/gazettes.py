"""Staatsblad, Staatscourant and Tractatenblad: ``Stb. 2011, 35`` (Aanwijzingen voor de regelgeving 3.45)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import StbReference, StcrtReference, TrbReference
from kamerbrief.references import identifiers
from kamerbrief.references.scan import CLOSED, MONTHS
from kamerbrief.vocabulary.citations import meaning

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_MODELS: dict[str, type[StbReference | StcrtReference | TrbReference]] = {
    "stb": StbReference,
    "stcrt": StcrtReference,
    "trb": TrbReference,
}
_YEAR = re.compile(
    r"\.?[,*_]*\ *(?:nr\.?\ *)?(?:\d{1,2}\ \w{3,9}\ |jaargang\ )?(?P<year>(?:18|19|20)\d\d)"
    r"(?:-|\ *[,/]\ *|\ (?=nrs?\b))"
    rf"(?:nrs?\.?\ *)?(?P<number>\d{{1,5}})(?!\d|\.\d|\ (?:{MONTHS}))"
)
_NUMBER_FIRST = re.compile(
    r"\.?,?\ *(?:nr\.?\ *)?(?P<number>\d{1,5}),?\ (?:van\ |d\.d\.\ )?"
    rf"(?:\d{{1,2}}\ (?:{MONTHS})\ |\(|jaargang\ |(?=[12]))(?P<year>(?:18|19|20)\d\d)(?!\d)\)?{CLOSED}"
)
"""``Staatscourant, nr. 1234, 24 maart 2021``."""
_NO_YEAR = re.compile(rf"\.\ *(?:nr\.?\ *)?(?P<number>(?!(?:18|19|20)\d\d\b)\d{{1,5}})(?![\d/-]){CLOSED}")
_LETTERED = re.compile(r"\.?,?\ *(?:(?:19\d\d),?\ *)?(?:nr\.?\ *)?(?P<letter>[A-K])\ ?(?P<number>\d{1,3})(?![\w/])")
"""``Stb. K 258``, of the years in which a letter stood for the year."""
_MORE = re.compile(
    r"\ *(?:,\ en|,|\ben)\ *(?:(?P<year>(?:18|19|20)\d\d)\ *[,/]\ *)?(?:nr\.?\ *)?"
    rf"(?P<number>\d{{1,5}})(?!\d|\.\d|[,/]\ ?\d){CLOSED}"
)
_LONGEST_SHORT = 5
"""Letters of an abbreviation; behind a whole word a full stop ends a sentence."""
_LISTED = re.compile(r"(?:,\ ?\d{1,5})+,?\ en\ \d{1,5}(?!\d)")


# decides more: the parts of a citation in their order, each of which may be missing
def read_gazette(scan: Scan, start: int, cue_end: int, cue: str) -> tuple[list[Reference], int]:
    """The publications that follow the name of a gazette."""
    kind = meaning("gazettes")[cue.casefold()]
    model = _MODELS[kind]
    short = scan.view.startswith(".", cue_end) and len(cue) <= _LONGEST_SHORT
    match = _YEAR.match(scan.view, cue_end) or _NUMBER_FIRST.match(scan.view, cue_end)
    if match is None and kind == "stb" and (lettered := _LETTERED.match(scan.view, cue_end)):
        return [_lettered(scan, start, lettered)], lettered.end()
    match = match or (_NO_YEAR.match(scan.view, cue_end) if short else None)
    if match is None:
        return [], start
    year: str | None = match.groupdict().get("year")
    found = [(year, match["number"], start, match.end())]
    listed = "nrs" in match.group() or _LISTED.match(scan.view, match.end()) is not None
    end = match.end()
    while year and (more := _MORE.match(scan.view, end)):
        if not (listed or more["year"] or "en" in more.group()):
            break
        year = more["year"] or year
        found.append((year, more["number"], more.start("year") if more["year"] else more.start("number"), more.end()))
        end = more.end()
    group = scan.group(len(found))
    made: list[Reference] = []
    for year, number, begin, stop in found:
        identity = identifiers.gazette(kind, year, number)
        certainty = "exact" if identity.id else "partial"
        made.append(scan.make(model, begin, stop, identity, certainty=certainty, year=year, number=number, group=group))
    return made, end


def _lettered(scan: Scan, start: int, match: re.Match[str]) -> StbReference:
    """A Staatsblad of the years in which a letter stood for the year; those are not online."""
    year = meaning("year_letters")[match["letter"].lower()]
    number = f"{match['letter']} {match['number']}"
    return scan.make(StbReference, start, match.end(), certainty="partial", year=year, number=number)
