"""Committees of the Tweede Kamer, by the names that they had on a date."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from kamerbrief.vocabulary import table

_OPENING = re.compile(r"\ (?:voor|van)\ (?:de\ )?")
_CAPITALS = re.compile(r"[A-Z][\w-]+(?:(?:,\ |,?\ en\ |\ )[A-Z][\w-]+)*")


def committee_at(text: str, at: int, on: dt.date | None) -> tuple[str | None, int]:
    """The name of the committee behind ``commissie``, and where it ends.

    Of the names known on the date the longest that stands here; of an unknown committee the words with a capital.

    Example:
        >>> committee_at("de vaste commissie voor Financiën Caribisch Nederland", 18, None)
        ('Financiën', 33)
        >>> committee_at("de commissie", 12, None)
        (None, 12)
    """
    opened = _OPENING.match(text, at)
    if opened is None:
        return None, at
    known = _known(on).match(text, opened.end()) or _CAPITALS.match(text, opened.end())
    return (known.group(), known.end()) if known else (None, at)


@cache
def _known(on: dt.date | None) -> re.Pattern[str]:
    names = [entry["name"] for entry in table("committees")["committee"] if _is_valid(entry, on)]
    ordered = sorted(names, key=lambda name: -len(name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)


def _is_valid(entry: dict[str, object], on: dt.date | None) -> bool:
    since, until = entry.get("since"), entry.get("until")
    day = dt.date(on.year, on.month, on.day) if on else None
    return day is None or not (
        (isinstance(since, dt.date) and day < since) or (isinstance(until, dt.date) and day > until)
    )
