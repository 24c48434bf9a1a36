"""Reports of meetings (Handelingen), and the questions and answers in their appendix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import AanhangselReference, HandelingenReference
from kamerbrief.references import identifiers
from kamerbrief.references.chambers import CHAMBER, GAP, PAGE, end_of, house_of, is_senate
from kamerbrief.references.scan import CLOSED, Scan
from kamerbrief.vocabulary.sessions import SESSION, session_of

if TYPE_CHECKING:
    from kamerbrief.model.references import House, Reference

_APPENDED = re.compile(r"[, ]*+aanhangsel(?:\ (?:van\ de\ )?handelingen)?(?=,?\ )", re.IGNORECASE)
_MEETING = re.compile(r"[, ]*+(?:(?:vergadering\ )?nr\.?\ *|(?=\d+,\ item))(?P<meeting>\d{1,3})(?!\d)")
_ITEM = re.compile(r"[, ]*+items?\ *(?P<item>\d{1,3})(?!\d)\ *")
_QUESTIONS = re.compile(r"[, ]*+(?:nrs?\.?|nummers?)?\ *(?P<number>\d{1,4})(?!\d)")
_MORE = re.compile(rf"(?:,\ en|,|\ en)\ (?:nr\.?\ )?(?P<number>\d{{1,4}})(?!\d){CLOSED}")


def read_appendix(scan: Scan, start: int, at: int, chamber: House | None) -> tuple[list[Reference], int] | None:
    """Questions cited among the papers: ``Kamerstukken II, 2014/15, aanhangsel 291``."""
    at = end_of(GAP, scan.view, at)
    session = SESSION.match(scan.view, at)
    if session is None:
        return None
    cue = _APPENDED.match(scan.view, session.end())
    return _questions(scan, start, cue.end(), session_of(session), chamber) if cue else None


def _questions(
    scan: Scan, start: int, at: int, session: str | None, chamber: House | None
) -> tuple[list[Reference], int]:
    found: list[re.Match[str]] = []
    match = _QUESTIONS.match(scan.view, at)
    while match:
        found.append(match)
        match = _MORE.match(scan.view, match.end())
    group = scan.group(len(found))
    made: list[Reference] = []
    for number in found:
        identity = identifiers.aanhangsel(session, number["number"], senate=is_senate(chamber))
        made.append(
            scan.make(
                AanhangselReference,
                number.start("number") if made else start,
                number.end(),
                identity,
                certainty="partial" if identity.id is None else "exact" if chamber else "derived",
                chamber=chamber,
                session=session,
                number=number["number"],
                group=group,
            )
        )
    return made, found[-1].end() if found else start


# decides more: the parts of a citation in their order, each of which may be missing
def read_report(scan: Scan, start: int, cue_end: int, *, appendix: bool) -> tuple[list[Reference], int]:
    """The report of a meeting, or with ``appendix`` questions and their answers."""
    view, at = scan.view, cue_end
    chamber: House | None = None
    sure = appendix
    if view.startswith(" UCV", at):
        chamber, sure, at = "tweede_kamer", True, at + 4
    elif match := CHAMBER.match(view, at):
        chamber, sure, at = house_of(match), True, match.end()
    at = end_of(GAP, view, at)
    session = SESSION.match(view, at)
    if session is None or not sure:
        return [], start
    at = session.end()
    if appendix:
        return _questions(scan, start, at, session_of(session), chamber)
    meeting = _MEETING.match(view, at)
    at = meeting.end() if meeting else at
    item = _ITEM.match(view, at)
    at = item.end() if item else at
    page = PAGE.match(view, at)
    at = page.end() if page else at
    if meeting is None and page is None:
        return [], start
    parts = {
        "meeting": meeting["meeting"] if meeting else None,
        "item": item["item"] if item else None,
        "page": page["page"] if page else None,
    }
    identity = identifiers.handelingen(session_of(session), parts["meeting"], parts["item"], senate=is_senate(chamber))
    made = scan.make(
        HandelingenReference,
        start,
        at,
        identity,
        certainty="exact" if identity.id else "partial",
        chamber=chamber,
        session=session_of(session),
        **parts,
    )
    return [made], at
