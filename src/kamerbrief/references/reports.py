"""Reports of meetings (Handelingen), and the questions and answers in their appendix."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import AanhangselReference, HandelingenReference
from kamerbrief.references import identifiers
from kamerbrief.references.chambers import GAP, PAGE, end_of, is_senate
from kamerbrief.references.heads import Head, read_head
from kamerbrief.references.scan import CLOSED, Scan
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.sessions import SESSION

if TYPE_CHECKING:
    from kamerbrief.model.references import House, Reference

_APPENDED = re.compile(
    r"[, (]*+aanhangsel(?P<whole>(?:\ (?:(?:van\ de|der|bij\ de|van)\ )?handelingen)?\)?)(?=,?\ )", re.IGNORECASE
)
_NOUN = re.compile(r"\ (?:der\ Staten-Generaal|UCV)(?!\w)")
_MEETING = re.compile(
    r"[, ]*+(?:(?:vergadering\ )?(?:nrs?|no|nummer)(?![a-z])\.?\ *|vergadering\ |(?=\d+,\ items?\b))"
    r"(?P<meeting>\d{1,3})(?!\d)",
    re.IGNORECASE,
)
_PAGE_FIRST = re.compile(r"[, ]*+\d{4}(?=,\ nr\.?\ \d{1,3},\ (?:p|blz))")
"""The first page of a report before the number of its meeting."""
_PAIR = re.compile(r"[, ]*+(?P<meeting>\d{1,3})-(?P<item>\d{1,3})(?:-(?P<page>\d{1,3}))?(?![\w/-])")
"""``23-7-12``: meeting, item, page."""
_ITEMS = re.compile(
    r"[, (]*+\b(?:agendapunt|items?)\ *"
    r"(?P<items>\d{1,3}(?:(?:,\ en|,|\ en|-|\ t/m)\ ?(?:items?\ )?\d{1,3}(?!\d|-|,\d))*+)(?!\d)(?:\ *(?P<close>\)))?",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"(?:,\ en|;|\ en|,)\ (?=(?:nr\.?|vergadering)\ ?\d)")
"""Before another meeting of the same Chamber and session."""
_ONE_MORE = re.compile(r"(?:,\ en|\ en|,)\ (?P<meeting>\d{1,3})(?![\d/-]|\.\d)")
"""The same of several that are told together: ``nrs. 62 en 63``."""
_ITEM = re.compile(r"(?P<until>-|t/m)?\ ?(?:items?\ )?(?P<item>\d{1,3})")
_QUESTIONS = re.compile(
    r"[, (]*+(?P<noun>nrs?\.?|nummers?|no\.?)?\ *(?P<number>\d{1,4})(?![\d-]|/\d|\.\d)", re.IGNORECASE
)
_MORE = re.compile(rf"(?:,\ en|,|\ en)\ (?:nrs?\.?\ )?(?P<number>\d{{1,4}})(?!\d){CLOSED}")
_MOST_PAGES = 100
"""The running foot of questions (``Tweede Kamer, vergaderjaar ..., Aanhangsel 3``) has the number of its page."""
_MOST_ITEMS = 60
_OLD_DIGITS = 4


def read_appendix(scan: Scan, place: Head, *, whole: bool) -> tuple[list[Reference], int] | None:
    """Questions cited among the papers: ``Kamerstukken II, 2014/15, aanhangsel 291``.

    Args:
        scan: The text.
        place: What stands before.
        whole: Whether a noun announced it; else it may be the foot of a page.
    """
    cue = _APPENDED.match(scan.view, place.end)
    if cue is None:
        return None
    after = read_head(scan.view, place.start, cue.end(), place.chamber, place.sessions)
    after.dated, after.mended = after.dated or place.dated, after.mended or place.mended
    if after.dossiers or not after.dated:
        return None
    number = _QUESTIONS.match(scan.view, after.end)
    if number and not (whole or cue["whole"] or number["noun"]) and int(number["number"]) < _MOST_PAGES:
        return None
    return _questions(scan, place.start, after)


# decides more: the parts of a citation, and how certain they make it
def _questions(scan: Scan, start: int, head: Head) -> tuple[list[Reference], int]:
    found: list[re.Match[str]] = []
    match = _QUESTIONS.match(scan.view, head.end)
    while match:
        found.append(match)
        match = _MORE.match(scan.view, match.end())
    if not found:
        return [], start
    end, session = found[-1].end(), head.sessions[-1] if head.sessions else None
    if not head.dated:  # the session may stand behind
        behind = read_head(scan.view, start, end, head.chamber, [])
        if not behind.dated or behind.dossiers:
            return [], start
        end, session = behind.end, behind.sessions[-1] if behind.sessions else None
        head.chamber, head.mended = behind.chamber, behind.mended
    group = scan.group(len(found))
    made: list[Reference] = []
    for number in found:
        identity = identifiers.aanhangsel(session, number["number"], senate=is_senate(head.chamber))
        made.append(
            scan.make(
                AanhangselReference,
                number.start("number") if made else start,
                end if number is found[-1] else number.end(),
                identity,
                certainty="partial"
                if identity.id is None
                else "exact"
                if head.chamber and not head.mended
                else "derived",
                chamber=head.chamber,
                session=session,
                number=number["number"],
                group=group,
            )
        )
    return made, end


def read_questions(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference], int]:
    """Questions and their answers: ``Aanhangsel Handelingen II 2014/15, nr. 1241``."""
    head = read_head(scan.view, start, end_of(_NOUN, scan.view, cue_end), None, [])
    return ([], start) if head.dossiers else _questions(scan, start, head)


@dataclasses.dataclass(frozen=True, slots=True)
class _Item:
    """An item of a meeting, and where it stands; those of a range have the whole of it."""

    shown: str
    start: int
    end: int


@dataclasses.dataclass(slots=True)
class _Report:
    """The parts of a report, each told at most once, in any order."""

    head: Head
    meeting: str | None = None
    items: list[_Item] = dataclasses.field(default_factory=list)
    page: str | None = None
    date: dt.date | None = None
    end: int = 0


_DAY = re.compile(
    rf"[, ]*+(?:van\ )?(?P<day>\d{{1,2}})\ (?P<month>{'|'.join(number_words('months'))})\ (?P<year>\d{{4}})(?!\d)"
)


# decides more: what tells a report from a paper, from questions and from a mere word
def read_report(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference] | None, int]:
    """The report of a meeting, one reference an item; None for the list where what is cited is a paper.

    A report has a meeting with an item or a page; with a dossier and a number alone it is a paper that is called so.
    """
    view = scan.view
    at = end_of(_NOUN, view, cue_end)
    senate_free = at > cue_end and view.startswith(" UCV", cue_end)
    report = _Report(Head(start, None, []), end=at)
    while (end := _part(view, report)) is not None:
        report.end = end
    head = report.head
    if senate_free:
        head.chamber = "tweede_kamer"
    if appended := read_appendix(scan, head, whole=True) if head.dated and not report.meeting else None:
        return appended
    numbered = head.dossiers and report.meeting and not report.items
    if numbered and (report.page is None or len(head.dossiers[0][0]) <= _OLD_DIGITS):
        return None, start
    if not (head.dated or report.date) or not (report.meeting or report.page):
        return [], start
    if head.chamber is None and not (report.meeting and (report.items or report.page) and view[start] != "h"):
        return [], start
    made = _made(scan, report)
    while (further := _further(view, start, report)) is not None:
        report = further
        while (end := _part(view, report)) is not None:
            report.end = end
        if not (report.meeting or report.items):
            break
        made += _made(scan, report)
    return made, made[-1].span.end


def _further(view: str, start: int, report: _Report) -> _Report | None:
    """Another report of the same Chamber and session, of which nothing or no more than its meeting was read."""
    head, meeting = report.head, None
    more = _FURTHER.match(view, report.end)
    if more is None and not (report.items or report.page) and " nrs" in view[start : report.end]:
        more = _ONE_MORE.match(view, report.end)
        meeting = more["meeting"] if more else None
    if more is None:
        return None
    begin = more.start("meeting") if meeting else more.end()
    known = Head(begin, head.chamber, head.sessions, dated=head.dated)
    return _Report(known, meeting, date=report.date, end=more.end())


# decides more: a kind of token each
def _part(view: str, report: _Report) -> int | None:
    """Where the next part of a report ends, after it was noted; None if none follows."""
    at, head = report.end, report.head
    if report.page is None and (match := PAGE.match(view, at)):
        report.page = match["page"]
        return match.end()
    if not report.items and (match := _ITEMS.match(view, at)):
        report.items = _listed(match)
        return match.start("close") if match["close"] and "(" not in match.group() else match.end()
    if report.page is None and head.dated and (match := _PAGE_FIRST.match(view, at)):
        return match.end()
    if report.meeting is None and (match := _MEETING.match(view, at)):
        report.meeting = match["meeting"]
        return match.end()
    if report.date is None and (match := _DAY.match(view, at)):
        report.date = _date(match)
        return match.end()
    if report.meeting is None and (head.dated or report.date) and (match := _PAIR.match(view, at)):
        report.meeting, report.page = match["meeting"], match["page"]
        report.items = [_Item(match["item"], *match.span("item"))]
        return match.end()
    if head.dossiers and (head.dated or not SESSION.match(view, end_of(GAP, view, at))):
        return None
    known = read_head(view, head.start, at, head.chamber, head.sessions)
    if known.end == at or (known.dossiers and report.meeting and not PAGE.match(view, known.end)):
        return None
    known.dated, known.dossiers = known.dated or head.dated, known.dossiers or head.dossiers
    known.mended = known.mended or head.mended
    if report.date is None and (match := _DAY.match(known.date)):
        report.date = _date(match)
    report.head = known
    return known.end


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["year"]), number_words("months")[match["month"]], int(match["day"]))
    except ValueError:
        return None


def _listed(match: re.Match[str]) -> list[_Item]:
    """The items of a list, each of a range too."""
    found: list[_Item] = []
    for one in _ITEM.finditer(match.string, *match.span("items")):
        item = _Item(one["item"], one.start("item"), one.end())
        if found and one["until"] and 0 < int(item.shown) - int(found[-1].shown) <= _MOST_ITEMS:
            first = found.pop()
            shown = range(int(first.shown), int(item.shown) + 1)
            found += [_Item(str(number), first.start, item.end) for number in shown]
        else:
            found.append(item)
    return found


# decides more: what each part tells
def _made(scan: Scan, report: _Report) -> list[Reference]:
    chamber: House | None = report.head.chamber
    session = report.head.sessions[-1] if report.head.sessions else None
    told = session
    if session is None and report.date is not None:
        session = identifiers.session_on(report.date)
    group = scan.group(len(report.items))
    made: list[Reference] = []
    items: list[_Item | None] = [*report.items] or [None]
    for item in items:
        shown = item.shown if item else None
        one = identifiers.handelingen(session, report.meeting, shown, senate=is_senate(chamber))
        if chamber is None and one.id:
            other = identifiers.handelingen(session, report.meeting, shown, senate=True)
            one = identifiers.Identity(one.id, one.url, (one.id, str(other.id)))
        certainty = "exact" if told and not report.head.mended else "derived"
        made.append(
            scan.make(
                HandelingenReference,
                item.start if item and made else report.head.start,
                item.end if item and item is not items[-1] else report.end,
                one,
                certainty="ambiguous" if one.candidates else certainty if one.id else "partial",
                chamber=chamber,
                session=session,
                meeting=report.meeting,
                item=shown,
                page=report.page,
                group=group,
            )
        )
    return made
