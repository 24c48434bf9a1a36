"""Staatsblad, Staatscourant and Tractatenblad: ``Stb. 2011, 35`` (Aanwijzingen voor de regelgeving 3.45)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import StbReference, StcrtReference, TrbReference
from kamerbrief.references import identifiers
from kamerbrief.references.scan import CLOSED, MONTHS

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_MODELS: dict[str, type[StbReference | StcrtReference | TrbReference]] = {
    "stb": StbReference, "staatsblad": StbReference, "stcrt": StcrtReference, "staatscourant": StcrtReference,
    "trb": TrbReference, "tractatenblad": TrbReference,
}  # fmt: skip
_KINDS = {StbReference: "stb", StcrtReference: "stcrt", TrbReference: "trb"}
_YEAR = re.compile(
    r"\.?\ *(?:nr\.?\ *)?(?:\d{1,2}\ \w{3,9}\ )?(?P<year>(?:18|19|20)\d\d)(?:-|\ *[,/]\ *|\ (?=nrs?\b))"
    rf"(?:nrs?\.?\ *)?(?P<number>\d{{1,5}})(?!\d|\.\d|\ (?:{MONTHS}))"
)
_NO_YEAR = re.compile(rf"\.\ *(?:nr\.?\ *)?(?P<number>(?!(?:18|19|20)\d\d\b)\d{{1,5}})(?![\d/-]){CLOSED}")
_MORE = re.compile(
    r"\ *(?:,\ en|,|\ben)\ *(?:(?P<year>(?:18|19|20)\d\d)\ *[,/]\ *)?(?:nr\.?\ *)?"
    rf"(?P<number>\d{{1,5}})(?!\d|\.\d|[,/]\ ?\d){CLOSED}"
)
_LISTED = re.compile(r"(?:,\ ?\d{1,5})+,?\ en\ \d{1,5}(?!\d)")


# decides more: the parts of a citation in their order, each of which may be missing
def read_gazette(scan: Scan, start: int, cue_end: int, cue: str) -> tuple[list[Reference], int]:
    """The publications that follow the name of a gazette."""
    model = _MODELS[cue.casefold()]
    short = cue in ("Stb", "Stcrt", "Trb")  # behind a whole word a full stop ends a sentence
    match = _YEAR.match(scan.view, cue_end) or (_NO_YEAR.match(scan.view, cue_end) if short else None)
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
        identity = identifiers.gazette(_KINDS[model], year, number)
        certainty = "exact" if identity.id else "partial"
        made.append(scan.make(model, begin, stop, identity, certainty=certainty, year=year, number=number, group=group))
    return made, end
