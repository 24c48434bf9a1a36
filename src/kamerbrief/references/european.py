"""Acts and documents of the European Union, and its Official Journal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import ComReference, EuActReference, OjReference
from kamerbrief.references import identifiers
from kamerbrief.references.scan import BREAK
from kamerbrief.vocabulary.citations import any_of, meaning
from kamerbrief.vocabulary.sessions import full_year

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

ACTS = meaning("acts") | meaning("english_acts")
BODY = any_of({body.upper(): "" for body in meaning("bodies")} | {"Euratom": ""})
_ACT = re.compile(
    rf"\ *(?:\(?(?P<prefix>(?:{BODY})(?:,\ ?Euratom)?)\)?\ *)?(?P<marked>[Nn][ro]\.?\ *)?"
    r"(?P<first>\d{1,4})(?P<slash>\ ?/\ ?|\ )(?P<second>\d{1,4})(?!\d)"
    rf"(?:\ ?/\ ?(?P<suffix>{BODY})(?!\w))?"
)
_MORE = re.compile(r"\ *(?:,\ en|,\ and|,|en|of|and|or)\ *(?=\([A-Z]|[Nn][ro]|\d)")
_NAMED_BEFORE = re.compile(rf"(?i:(?P<act>{any_of(ACTS)})(?![a-z]))")
_COM = re.compile(
    r"\ ?[(\[](?P<year>(?:19|20)\d\d|\d\d)[)\]]\ ?(?P<number>\d{1,4})(?!\d)(?:\ ?(?:final|def(?:initief)?\.?))?"
)
_OJ = re.compile(
    r"\ ?(?:EU|EG|EEG)?\.?\ *(?:van\ de\ EU,?\ *)?(?:(?P<year>(?:19|20)\d\d),?\ *(?:nr\.?\ *)?)?"
    r"(?P<series>[LC])\ ?(?:,\ *)?(?P<number>\d{1,4}(?:/\d{1,5})?)(?!\d)"
)
_LOOK_BACK = 80
_WITHOUT_MARK = ("verordening", "richtlijn")
_ACT_BY_ACT = re.compile(r"(?P<year>20\d\d)/(?P<number>\d+)")


# decides more: the parts of a citation in their order, each of which may be missing
def read_act(scan: Scan, start: int, cue_end: int, cue: str) -> tuple[list[Reference], int]:
    """The acts that follow a noun: ``Verordeningen (EG) nr. 1071/2009 en (EU) 1024/2012``."""
    act = ACTS[cue.casefold()]
    found: list[tuple[str, int, int, identifiers.Identity]] = []
    at, begin, end = cue_end, start, start
    prefix = ""
    while match := _ACT.match(scan.view, at):
        prefix = match["prefix"] or prefix  # in a list it is often told once
        body = meaning("bodies").get((prefix or match["suffix"] or "").split(",")[0].casefold())
        if not body and (act not in _WITHOUT_MARK or match["marked"] or _is_session(match)):
            break
        if "/" not in match["slash"] and not match["prefix"]:
            break
        year_may_lead = not match["marked"] and not (body or "").startswith(("EG", "EEG"))
        identity = identifiers.eu_act(act, match["first"], match["second"], year_may_lead=year_may_lead)
        if identity.id is None:
            break
        found.append((f"{match['first']}/{match['second']}", begin, match.end(), identity))
        end = match.end()
        more = _MORE.match(scan.view, end)
        if more is None:
            break
        at = begin = more.end()
    group = scan.group(len(found))
    return [
        scan.make(EuActReference, first, last, identity, certainty="derived", act=act, number=number, group=group)
        for number, first, last, identity in found
    ], end


def read_bare_act(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """An act without its noun: ``de Habitatrichtlijn (92/43/EEG)``; the last noun before it tells its kind."""
    before = scan.view[max(start - _LOOK_BACK, 0) : start].rpartition(BREAK)[2]
    nouns = [match["act"] for match in _NAMED_BEFORE.finditer(before)]
    return read_act(scan, start, start, nouns[-1]) if nouns else ([], start)


def _is_session(match: re.Match[str]) -> bool:
    """Whether the two numbers are a year and the next one: ``de verordening 2023/24 van de gemeente``."""
    first, second = match["first"], match["second"]
    return len(first) == 4 and str(int(first) + 1).endswith(second)  # noqa: PLR2004 - a year


def read_com(scan: Scan, start: int, cue_end: int, cue: str) -> tuple[list[Reference], int]:
    """A document of the Commission: ``COM(2021) 206``."""
    match = _COM.match(scan.view, cue_end)
    if match is None:
        return [], start
    year = full_year(match["year"])
    identity = identifiers.com(cue, year, match["number"])
    made = scan.make(ComReference, start, match.end(), identity, series=cue, year=year, number=match["number"])
    return [made], match.end()


def read_journal(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference], int]:
    """The Official Journal: ``PbEU 2020, L 249``; since October 2023 each act is an issue, ``PB L, 2024/1689``."""
    match = _OJ.match(scan.view, cue_end)
    if match is None:
        return [], start
    year, number = match["year"], match["number"]
    if (single := _ACT_BY_ACT.fullmatch(number)) and year is None:
        year, number = single["year"], single["number"]
    identity = identifiers.journal(match["series"], year, number)
    certainty = "exact" if identity.id else "partial"
    made = scan.make(
        OjReference, start, match.end(), identity, certainty=certainty, series=match["series"], year=year, number=number
    )
    return [made], match.end()
