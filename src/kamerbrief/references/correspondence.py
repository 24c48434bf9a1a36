"""Letters, cases and documents of the Kamer, commitments, advices of the Raad van State."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

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
from kamerbrief.vocabulary.phrases import has_date

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_DATED = re.compile(
    r"(?:\ (?:(?:aan|over|inzake)|van\ (?:de|het)(?=\ (?:minister|staatssecretaris|voorzitter|vaste|Kamer)))"
    r"\ (?P<about>[^.;()\x00]{1,80}?))?(?:\ van|\ d\.d\.)\ (?P<day>[0-3]?\d)\ "
    rf"(?P<month>{MONTHS})(?:\ (?P<year>(?:19|20)\d\d)|\ ?(?:jl\.?|jongstleden|l\.l\.|dezes))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\^*(?:,|\ \()?\ *(?:met\ |ons\ |onze\ |uw\ )*(?:kenmerk|ref(?:erentie)?|nr|no|nummer)\.?:?\ *"
    r"(?P<reference>(?=[^\s,;]*\d)[A-Za-z0-9][\w./-]*\w)(?!\ \d{3}(?!\d))"
)
_COMMITMENT = re.compile(r"TZ\d{6}-\d{1,5}(?!\d)|T[0O]\d{4}(?!\d)")
_CASE = re.compile(r"(?P<year>20\d\d)(?P<letter>[ZD])\d{4,6}(?!\w)")


def read_letter(scan: Scan, start: int, cue_end: int, direction: str | None) -> tuple[list[Reference], int]:
    """A letter cited by its date, and by its reference if it has one."""
    match = _DATED.match(scan.view, cue_end)
    if match is None or has_date(match["about"] or ""):
        return [], start
    day, month = int(match["day"]), number_words("months")[match["month"].casefold()]
    date = _date(int(match["year"]), month, day) if match["year"] else _last(scan.date, month, day)
    end = match.end()
    reference = _REFERENCE.match(scan.view, end)
    made = scan.make(
        LetterReference,
        start,
        reference.end() if reference else end,
        certainty="derived" if date and not match["year"] else "exact" if reference and date else "partial",
        date=date,
        direction=direction,
        reference=reference["reference"] if reference else None,
    )
    return [made], end


def _date(year: int, month: int, day: int) -> dt.date | None:
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _last(today: dt.date | None, month: int, day: int) -> dt.date | None:
    """The last such day up to the date of the text: ``14 december jl.`` in a letter of January is of last year."""
    if today is None:
        return None
    today = dt.date(today.year, today.month, today.day)  # a datetime does not compare with a date
    found = _date(today.year, month, day)
    if found is not None and found <= today:
        return found
    return _date(today.year - 1, month, day) if today.year > dt.MINYEAR else None


def read_case(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A case or a document of the Tweede Kamer."""
    match = _CASE.match(scan.view, start)
    if match is None:
        return [], start
    number = match.group()
    if match["letter"] == "Z":
        return [scan.make(ZaakReference, start, match.end(), identifiers.zaak(number), number=number)], match.end()
    return [scan.make(DocumentReference, start, match.end(), identifiers.document(number), number=number)], match.end()


def read_commitment(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A commitment: of the Tweede Kamer ``TZ202205-123``, of the Eerste Kamer ``T01237`` (a letter O is a zero)."""
    match = _COMMITMENT.match(scan.view, start)
    if match is None:
        return [], start
    number = match.group()
    senate = not number.startswith("TZ")
    number = number.replace("O", "0") if senate else number
    chamber = "eerste_kamer" if senate else "tweede_kamer"
    made = scan.make(ToezeggingReference, start, match.end(), Identity(number), chamber=chamber, number=number)
    return [made], match.end()


def read_advice(scan: Scan, match: re.Match[str], *, missive: bool) -> tuple[list[Reference], int]:
    """An advice of the Raad van State, or the letter that asked for one."""
    number = match["missive" if missive else "advice"]
    model: type[KabinetsmissiveReference | RvsAdviesReference] = (
        KabinetsmissiveReference if missive else RvsAdviesReference
    )
    return [scan.make(model, match.start(), match.end(), Identity(number), number=number)], match.end()
