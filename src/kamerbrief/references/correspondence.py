"""Letters, cases and documents of the Kamer, commitments, advices of the Raad van State."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.model.references import (
    DocumentReference,
    KabinetsmissiveReference,
    LetterReference,
    RvsAdviesReference,
    ToezeggingReference,
    ZaakReference,
)
from kamerbrief.references import identifiers
from kamerbrief.references.identifiers import Identity
from kamerbrief.references.scan import MONTHS
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.citations import listed
from kamerbrief.vocabulary.dates import date_of, last_before
from kamerbrief.vocabulary.mentions import PROMISE_NUMBER, promise_id
from kamerbrief.vocabulary.phrases import has_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_ABOUT = (
    r"\ (?:(?:aan|over|inzake|betreffende|omtrent|namens|met\ betrekking\ tot|naar\ aanleiding\ van)"
    r"|van\ (?:de|het|onze|mijn|uw|(?=[^\W\d_]))|(?=[‘'“\"«]))"
    r"[^.;()\x00]{1,120}?"
)
_NOTED = (
    r"(?:,?\ \(?(?:met\ |onder\ |ons\ |onze\ |uw\ |het\ )*"
    r"(?:kenmerk|ref(?:erentie)?|nr|no|(?:brief|referentie)?nummer)\.?:?\ *"
    r"(?P<before>(?=[^\s,;]*\d)[A-Za-z0-9][\w./-]*\w)[),]?)"
)
_DATED = re.compile(
    rf"(?:(?P<about>{_ABOUT})|{_NOTED}|(?P<title>\ [^.;()\x00]{{1,120}}?)(?=,?\ d\.?\ ?d\.))?"
    r"(?:,?\ (?:d\.?\ ?d\.?|gedateerd|gedagtekend|van|(?P<on>op))\ |,?\ de\ dato\ )(?:\w+dag\ )?(?=\d)"
    rf"|(?P<addressed>{_ABOUT}),\ (?=\d\d?\ (?:{MONTHS})\ (?:19|20)\d\d(?:\ ?[.;)(]|\Z))",
    re.IGNORECASE,
)
_LAST = r"jl\.?|jongstleden|l\.l\.|dezes"
_DAY = re.compile(
    r"(?P<day>[0-3]?\d)(?:e|ste|de)?(?!\d)"
    rf"(?:\ (?P<month>{MONTHS})(?:\.?(?:\ (?P<year>(?:19|20)\d\d)|\ ?(?P<last>{_LAST})))?"
    r"|(?P<dash>[-./])(?P<figures>[01]?\d)(?P=dash)(?P<full>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\)?(?:,\ |,?\ en\ )(?:van\ )?(?=\d)")
_APART = re.compile(r"\n[ \t]*+\n|\x0c")
_WRITING = re.compile(r"\bbrie(?:f|ven)\b")
"""Between a writing and its date: the end of a paragraph, another writing."""
_MOST_DATES = 12
_LEAP_YEAR = 2000
_REFERENCE = re.compile(
    r"\^*(?:,\ [A-Za-z][^,;.()\d]{2,60}(?=,\ n[ro]))?(?:,|\ \()?\ *(?:met\ |onder\ |ons\ |onze\ |uw\ |het\ )*"
    r"(?:(?:kenmerk|ref(?:erentie)?|nr|no|(?:brief|referentie)?nummer)\.?:?\ *|(?<=\()(?=20\d\d(?:[ZD]\d{4}|-\d{10})))"
    r"(?P<reference>(?=[^\s,;]*\d)[A-Za-z0-9][\w./-]*\w)(?!\ \d{3}(?!\d))",
    re.IGNORECASE,
)
_COMMITMENT = re.compile(PROMISE_NUMBER)
_CASE_LENGTH = len("2024Z01234")
"""What is longer or shorter was misprinted: 3 numbers of 10,000."""
_CASE = re.compile(r"(?P<year>20\d\d)(?P<letter>[ZD])\d{4,6}(?!\w)")


# decides more: the parts of a citation in their order, each of which may be missing
def read_letter(scan: Scan, start: int, cue_end: int, direction: str | None) -> tuple[list[Reference], int]:
    """A letter cited by its date, and by its reference if it has one; of several letters each by its date."""
    match = _DATED.match(scan.view, cue_end)
    about = (match["about"] or match["title"] or match["addressed"] or "") if match else ""
    if match is None or has_date(about) or (match["on"] and about and not about.startswith(" aan ")):
        return [], start
    if _APART.search(scan.text, cue_end, match.end()) or _WRITING.search(about):
        return [], start
    cue = scan.view[start:cue_end].casefold()
    if cue.endswith(listed("no_letters")):
        return [], start
    days = _days(scan.view, match.end(), several=cue.endswith("brieven"))
    if not days:
        return [], start
    own = [day.reference["reference"] if day.reference else None for day in days]
    if match["before"]:
        own[0] = match["before"]
    if not cue.endswith(listed("letters")) and (not any(own) or (about and not about.startswith(" van "))):
        return [], start
    group = scan.group(len(days))
    made: list[Reference] = []
    for day, cited, (date, told) in zip(days, own, _dated([day.printed for day in days], scan.date), strict=True):
        made.append(
            scan.make(
                LetterReference,
                day.printed.start() if made else start,
                day.reference.end() if day.reference else day.printed.end(),
                certainty="derived" if date and not told else "exact" if cited and date else "partial",
                date=date,
                direction=direction,
                reference=cited,
                group=group,
            )
        )
    return made, match.start("before") if match["before"] else days[-1].printed.end()


class _Day(NamedTuple):
    printed: re.Match[str]
    reference: re.Match[str] | None
    """The reference of the letter of that day, behind it."""

    @property
    def whole(self) -> bool:
        return bool(self.printed["year"] or self.printed["last"] or self.printed["full"])

    @property
    def dated(self) -> bool:
        if not self.printed["month"]:
            return False
        return date_of(_LEAP_YEAR, _month(self.printed), int(self.printed["day"])) is not None


def _days(view: str, at: int, *, several: bool) -> list[_Day]:
    """The days that stand here, up to the last one with a year, else a month: ``3 en 5 mei 2021``."""
    found = list(islice(_one_by_one(view, at, several=several), _MOST_DATES))
    whole = [place for place, day in enumerate(found, 1) if day.whole]
    dated = [place for place, day in enumerate(found, 1) if day.dated]
    return found[: max(whole or dated, default=0)]


def _one_by_one(view: str, at: int, *, several: bool) -> Iterator[_Day]:
    """One letter is followed by another that has its whole date alone."""
    match = _DAY.match(view, at)
    while match is not None:
        day = _Day(match, _REFERENCE.match(view, match.end()))
        yield day
        also = _ALSO.match(view, (day.reference or match).end()) if several or day.whole else None
        match = _DAY.match(view, also.end()) if also else None
        if match and not (several or _Day(match, None).whole):
            return


def _month(day: re.Match[str]) -> int:
    return number_words("months")[day["month"].casefold()]


def _dated(days: list[re.Match[str]], today: dt.date | None) -> list[tuple[dt.date | None, bool]]:
    """The date of each day, and whether its year is told; month and year may stand with a later one."""
    found: list[tuple[dt.date | None, bool]] = []
    month = year = None
    for day in reversed(days):
        if day["figures"]:
            month, year = int(day["figures"]), int(day["full"])
        if day["month"]:
            month = _month(day)
        if day["year"] or day["last"]:
            year = int(day["year"]) if day["year"] else None
        if year:
            known = date_of(year, month or 0, int(day["day"]))
        else:
            known = last_before(today, month or 0, int(day["day"])) if today else None
        found.append((known, year is not None))
    return found[::-1]


def read_case(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A case or a document of the Tweede Kamer."""
    match = _CASE.match(scan.view, start)
    if match is None:
        return [], start
    number = match.group()
    whole = len(number) == _CASE_LENGTH
    parts = {"number": number, "certainty": "exact" if whole else "partial"}
    if match["letter"] == "Z":
        identity = identifiers.zaak(number) if whole else identifiers.NONE
        return [scan.make(ZaakReference, start, match.end(), identity, **parts)], match.end()
    identity = identifiers.document(number) if whole else identifiers.NONE
    return [scan.make(DocumentReference, start, match.end(), identity, **parts)], match.end()


def read_commitment(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A commitment: of the Tweede Kamer ``TZ202205-123``, of the Eerste Kamer ``T01237`` (a letter O is a zero)."""
    match = _COMMITMENT.match(scan.view, start)
    if match is None:
        return [], start
    number = promise_id(match)
    chamber = "eerste_kamer" if match["senate"] else "tweede_kamer"
    made = scan.make(ToezeggingReference, start, match.end(), Identity(number), chamber=chamber, number=number)
    return [made], match.end()


def read_advice(scan: Scan, match: re.Match[str], *, missive: bool) -> tuple[list[Reference], int]:
    """An advice of the Raad van State, or the letter that asked for one."""
    number = match["missive" if missive else "advice"]
    model: type[KabinetsmissiveReference | RvsAdviesReference] = (
        KabinetsmissiveReference if missive else RvsAdviesReference
    )
    return [scan.make(model, match.start(), match.end(), Identity(number), number=number)], match.end()
