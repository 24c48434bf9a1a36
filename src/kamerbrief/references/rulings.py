"""Rulings: ECLI, the European identifier, and LJN, its Dutch forerunner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import EcliReference, LjnReference
from kamerbrief.references import identifiers

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_ECLI = re.compile(
    r"ECLI?[:;]\ ?(?:(?P<country>[A-Z]{2})[:;]\ ?(?=[A-Z]{1,7}[:;]))?(?P<court>[A-Z]{1,7})[:;]\ ?"
    r"(?:(?P<year>(?:18|19|20)\d\d)[:;]\ ?)?(?P<number>[A-Z0-9](?:(?:[A-Z0-9]|\.(?!(?-i:[A-Z][a-z])))*[A-Z0-9])?)",
    re.IGNORECASE,
)
_DUTCH_COURTS = frozenset(["HR", "PHR", "RVS", "CRVB", "CBB"])
_LJN = re.compile(r"(?:-nummer|-nr\.?)?[:\ ]\ *(?P<code>[A-Z]{2}\ ?\d{4})(?!\d)")
_MORE = re.compile(r"(?:,\ *|\ en\ )(?:LJN\ )?(?P<code>[A-Z]{2}\ ?\d{4})(?!\d)")


def read_ecli(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A ruling by its ECLI; a missing country is put right where the court tells it."""
    match = _ECLI.match(scan.view, start)
    if match is None:
        return [], start
    country, court, number = (match["country"] or "").upper(), match["court"].upper(), match["number"].upper()
    repaired = not country or not match.group().upper().startswith("ECLI:")
    if country in _DUTCH_COURTS and court == "NL":
        country, court, repaired = "NL", country, True
    if not country and court in _DUTCH_COURTS:
        country = "NL"
    if not country:
        return [], start
    identity = identifiers.ecli(country, court, match["year"], number)
    made = scan.make(
        EcliReference,
        start,
        match.end(),
        identity,
        certainty="partial" if identity.id is None else "derived" if repaired else "exact",
        country=country,
        court=court,
        year=match["year"],
        number=number,
    )
    return [made], match.end()


def read_ljn(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference], int]:
    """Rulings by their LJN: ``LJN BB9475 en LJN BB9488``."""
    found: list[tuple[str, int, int]] = []
    match = _LJN.match(scan.view, cue_end)
    begin = start
    while match:
        found.append((match["code"].replace(" ", ""), begin, match.end()))
        match = _MORE.match(scan.view, match.end())
        begin = match.start("code") if match else begin
    group = scan.group(len(found))
    return [
        scan.make(LjnReference, first, last, identifiers.Identity(f"LJN:{code}"), code=code, group=group)
        for code, first, last in found
    ], found[-1][2] if found else start
