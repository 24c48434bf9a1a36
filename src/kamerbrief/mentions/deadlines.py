"""Times that are named for something to come, and the days that each allows.

| words | days |
|---|---|
| ``op 7 februari 2031`` | that day |
| ``uiterlijk 1 mei 2031``, ``uiterlijk in mei 2031`` | until the last day named |
| ``voor 1 mei 2031`` | until the day before; ``voor het einde van het jaar`` until its last day |
| ``na 1 mei 2031`` | from the day after |
| ``na het overleg in mei`` | from its first day |
| ``in mei``, ``in het derde kwartaal``, ``in 2031`` | the first to the last day; without a year the next to end |
| ``begin juli``; ``eind 2031`` | from the first day; until the last |
| ``volgende week``, ``komende maand``, ``volgend jaar`` | its days |
| ``later dit jaar``, ``binnen zes weken`` | until the last day |
| ``op Prinsjesdag`` | the third Tuesday of September |
| ``medio``, ``rond``, seasons, recesses, other events | none: the words leave it open |
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from kamerbrief.mentions.days import DAY, MONTH, day_of
from kamerbrief.references.anchors import branching
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.dates import date_of
from kamerbrief.vocabulary.mentions import any_meeting, any_of, short_meetings

_MONTHS = number_words("months") | number_words("short_months")
_YEAR = r"(?:19|20)\d\d(?![\d-]|/\d)"
_OF_YEAR = rf"(?:,?\ (?:van\ )?(?:{_YEAR}|dit\ jaar|volgend\ jaar|het\ jaar|komend\ jaar))"
_UNNAMED = re.sub(r"\?P<\w+>", "?:", DAY)
_ORDINAL = r"(?:eerste|tweede|derde|vierde|1e|2e|3e|4e|1ste|2de|3de|4de|laatste)"
_OF_WHICH = (
    rf"(?=(?:{MONTH}|{_YEAR}|dit\ |volgend\ |het\ (?:jaar|kalenderjaar)|deze\ |komend|het\ zomer|de\ zomer"
    r"|het\ eerste|het\ tweede|het\ derde|het\ vierde|het\ voorjaar|het\ najaar|de\ maand))"
)
"""What a part, as ``begin``, may be one of."""
_QUARTER, _HALF, _YEAR_MONTHS, _WEEK = 3, 6, 12, 7
"""How many months and days they have."""
_TUESDAY, _SEPTEMBER, _THIRD = 1, 9, 14
_MOST_WEEKS = 60
_JUST_BEEN, _MONTHS_JUST_BEEN = 92, 3
"""A day or month that is over so short, and has no year, may be that or the next."""


NAMES_TIME = re.compile(
    branching(
        {
            "zomer",
            "jaar",
            "kwartaal",
            "uiterlijk",
            "medio",
            "reces",
            "week",
            "weken",
            "maand",
            "winter",
            "herfst",
            "lente",
            "begroting",
        }
        | {"prinsjes", "verantwoordings", "nota", "debat", "overleg", "20", "helft", "kerst", *number_words("months")}
    )
)
"""What a named time holds, in lower case."""


class Time(NamedTuple):
    """A time as it stands in a text."""

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    on_day: bool = False
    """It is one day."""
    is_event: bool = False
    """It is that of a meeting, which may have a date of its own behind it."""


_Days = tuple[dt.date | None, dt.date | None]
_OPEN: _Days = (None, None)


@cache
def _pattern() -> re.Pattern[str]:
    seasons, recesses, events = (any_of("times", name) for name in ("seasons", "recesses", "events"))
    meeting = rf"(?:{any_meeting()}|(?:{'|'.join(short_meetings())})(?![\\w/-]))"
    return re.compile(
        rf"""(?<![\w-])(?:
        (?P<by>uiterlijk(?:\ (?:op|in|per|voor|vóór|met|bij|medio))?
          |(?:ruim\ )?(?:voor|vóór)(?:\ of\ (?:na|in|tijdens))?|voorafgaande?\ aan
          |in|rond(?:om)?|omstreeks|na|op|tegen|per|tijdens|met|bij|kort\ na|direct\ na
          |vanaf|aan|over|van|sinds|tot)\ )?
        (?:(?P<adverb>later|nog)\ )?
        (?P<part>(?:het\ |de\ )?(?:begin|eind|einde|medio|half|loop|voorjaar|najaar|zomer)(?:\ van)?\ {_OF_WHICH})?
        (?:
            (?P<date>{DAY})
          | (?:het\ )?(?P<quarter>{_ORDINAL})\ kwartaal(?P<quarter_year>{_OF_YEAR})?
          | (?P<q>q[1-4])(?P<q_year>{_OF_YEAR})
          | (?:de\ )?(?P<half>eerste|tweede)\ (?:helft|jaarhelft)(?P<half_year>{_OF_YEAR})?
          | (?:de\ maand\ )?(?P<whole_month>{MONTH})(?P<month_year>{_OF_YEAR})?(?!\w)
          | (?P<turn>volgende?|komende?|aankomende?|deze|dit|eerstkomende?)
            \ (?P<turned>week|weken|maand|maanden|kwartaal|jaar|kalenderjaar|schooljaar)
          | (?:de\ |het\ |dit\ |deze\ |komende?\ |aankomende?\ |volgende?\ |het\ komende\ )?
            (?P<season>{seasons}|{recesses})(?:{_OF_YEAR})?
          | (?P<whole_year>{_YEAR})
          | (?P<whole>het\ (?:kalender)?jaar)
          | binnen\ (?P<count>\d{{1,2}}|\w+)\ (?P<unit>we(?:ek|ken)|maand(?:en)?)
          | (?P<prinsjesdag>prinsjesdag)(?:\ (?P<prinsjes_year>{_YEAR}))?
          | (?:verantwoordingsdag|{events})(?:,\ (?P<event_date>{_UNNAMED}))?(?:\ {_YEAR})?
          | (?:het\ |de\ )?(?:komende\ |eerstvolgende\ |volgende\ |geplande\ )?(?P<meeting>{meeting})
        )(?![\w-])""",
        re.VERBOSE | re.IGNORECASE,
    )


_NEEDS_WORD = ("whole_month", "whole_year", "whole", "date", "q")
_NEVER = ("van", "over", "sinds", "tot", "vanaf", "aan")
"""What a time that something is to happen at never stands behind; `over` begins what is told."""
_EVENT = frozenset(
    {
        "voor",
        "vóór",
        "uiterlijk voor",
        "uiterlijk vóór",
        "voorafgaand aan",
        "voorafgaande aan",
        "na",
        "op",
        "bij",
        "met",
        "tijdens",
        "rond",
        "uiterlijk op",
        "uiterlijk bij",
        "uiterlijk met",
        "ruim voor",
    }
)


_LONGEST_EVENT = 60


@cache
def _after_event() -> re.Pattern[str]:
    """Before the time of an event behind which something is to happen: ``na het overleg in juni``."""
    named = "|".join(any_of("times", name) for name in ("seasons", "recesses"))
    return re.compile(
        rf"\bna\ (?:afloop\ van\ )?(?:de|het|dit|deze)\ (?:\w+e\ )?(?!(?:{named})\b)[\w-]+\ \Z", re.IGNORECASE
    )


def times_in(text: str, on: dt.date | None) -> list[Time]:
    """The times that a text names for something to come, in order.

    Args:
        text: A sentence, with plain blanks, dashes and quotes.
        on: The date of the letter.

    Example:
        >>> (one,) = times_in("Ik informeer u uiterlijk 1 mei 2031 hierover.", None)
        >>> one.first, one.last
        (None, datetime.date(2031, 5, 1))
    """
    return [time for match in _pattern().finditer(text) if (time := _time(match, on)) is not None]


# decides more: what a time must have so that it is one
def _time(match: re.Match[str], on: dt.date | None) -> Time | None:
    by = (match["by"] or "").strip().casefold()
    part = (match["part"] or "").strip().casefold()
    if by in _NEVER or (match["count"] and by):
        return None
    start = match.start("adverb") if match["adverb"] and not by else match.start()
    if match["adverb"] and match["adverb"].casefold() == "nog":
        start = match.start() if by else match.end("adverb") + 1
    if not by and not part and any(match[name] for name in _NEEDS_WORD):
        return None
    if not by and (match["season"] or match["meeting"] or match["quarter"] or match["half"]):
        shown = match.group().casefold()
        if not shown.startswith(("dit ", "deze ", "komend", "volgend", "aankomend", "later ")):
            return None
    event = match["meeting"] or not any(match[n] for n in (*_NEEDS_WORD, "quarter", "half", "turn", "season", "count"))
    if event and not (by in _EVENT or match["prinsjesdag"]):
        return None
    if match["meeting"] and by not in (
        "voor",
        "vóór",
        "na",
        "voorafgaand aan",
        "voorafgaande aan",
        "uiterlijk voor",
        "ruim voor",
    ):
        return None
    first, last = _days(match, by, part, on)
    if by in ("in", "op") and (behind := _after_event().search(match.string, max(start - _LONGEST_EVENT, 0), start)):
        return Time(behind.start(), match.end(), first, None)
    one = first is not None and first == last
    return Time(start, match.end(), first, last, one, match["meeting"] is not None)


# decides more: each word that moves the ends of a period
def _days(match: re.Match[str], by: str, part: str, on: dt.date | None) -> _Days:
    first, last = _period(match, on)
    words = part.split()
    if any(word in words for word in ("begin", "medio", "half", "eind", "einde", "voorjaar", "najaar", "zomer")):
        first = first if "begin" in words else None
        last = last if "eind" in words or "einde" in words else None
        if by in ("voor", "vóór", "ruim voor", "uiterlijk voor") and last is not None:
            return None, last
    if by.startswith("uiterlijk") and "voor" not in by and "vóór" not in by:
        return (None, last) if not by.endswith("medio") else _OPEN
    if by.endswith(("voor", "vóór")) or by.startswith("voorafgaand") or by == "tegen":
        return None, first - dt.timedelta(1) if first and first > dt.date.min else None
    if by.endswith("na"):
        return (last + dt.timedelta(1) if last and last < dt.date.max else None), None
    if by in ("rond", "rondom", "omstreeks") or " of " in by:
        return _OPEN
    if (match["adverb"] or "").casefold() == "later":
        return None, last
    return first, last


# decides more: a kind of period each
def _period(match: re.Match[str], on: dt.date | None) -> _Days:
    """The first and last day of the period that is named; none where the words leave them open."""
    if match["date"]:
        return _one(day_of(match, on).date or _next_day(match, on))
    if match["event_date"]:
        found = re.search(DAY, match["event_date"], re.IGNORECASE)
        return _one(day_of(found, on).date) if found else _OPEN
    if match["quarter"] and match["quarter"][0].isdecimal() | (match["quarter"] in number_words("ordinals")):
        number = (
            int(match["quarter"][0])
            if match["quarter"][0].isdecimal()
            else number_words("ordinals")[match["quarter"].casefold()]
        )
        return _months((number - 1) * _QUARTER + 1, _QUARTER, match["quarter_year"], on)
    if match["q"]:
        return _months((int(match["q"][1]) - 1) * _QUARTER + 1, _QUARTER, match["q_year"], on)
    if match["half"]:
        return _months(1 if match["half"].casefold() == "eerste" else _HALF + 1, _HALF, match["half_year"], on)
    if match["whole_month"]:
        return _months(_MONTHS[match["whole_month"].casefold()], 1, match["month_year"], on)
    if match["turn"]:
        return _turned(match["turn"].casefold(), match["turned"].casefold(), on)
    if match["whole_year"] or match["whole"]:
        year = int(match["whole_year"]) if match["whole_year"] else on.year if on else None
        return _months(1, _YEAR_MONTHS, str(year), on) if year else _OPEN
    if match["count"]:
        return _within(match["count"].casefold(), match["unit"].casefold(), on)
    if match["prinsjesdag"]:
        return _prinsjesdag(match["prinsjes_year"], on)
    return _OPEN


def _one(date: dt.date | None) -> _Days:
    return date, date


def _next_day(match: re.Match[str], on: dt.date | None) -> dt.date | None:
    """The next time that a day without a year comes; None if it has just been, so that either may be meant."""
    if on is None or match["year"] or match["past"]:
        return None
    day, month = int(match["day"]), _MONTHS[match["month"].casefold()]
    today = dt.date(on.year, on.month, on.day)
    known = [one for year in (on.year - 1, on.year, on.year + 1) if (one := date_of(year, month, day))]
    if any(0 < (today - one).days < _JUST_BEEN for one in known):
        return None
    return next((one for one in known if one >= today), None)


def _months(first: int, count: int, year: str | None, on: dt.date | None) -> _Days:
    """So many months from the first one, of the year told, else the next ones that are not over."""
    told = re.search(r"\d{4}", year or "")
    if told is not None:
        which = int(told[0])
    elif on is None:
        return _OPEN
    elif year:
        which = on.year + ("volgend" in year.casefold() or "komend" in year.casefold())
    else:
        behind = (on.month - (first + count - 1)) % _YEAR_MONTHS
        if count < _HALF and 0 < behind <= _MONTHS_JUST_BEEN:
            return _OPEN
        which = on.year + (first + count - 1 < on.month)
    begin = date_of(which, first, 1)
    return begin, date_of(which, first + count - 1, calendar.monthrange(which, first + count - 1)[1]) if begin else None


def _turned(turn: str, unit: str, on: dt.date | None) -> _Days:
    """The days of this or the next week, month or year."""
    if on is None or unit in ("weken", "maanden", "kwartaal", "schooljaar"):
        return _OPEN
    this = turn in ("dit", "deze")
    if unit == "week":
        monday = dt.date(on.year, on.month, on.day) - dt.timedelta(on.weekday()) + dt.timedelta(0 if this else _WEEK)
        return monday, monday + dt.timedelta(_WEEK - 1)
    if unit == "maand":
        month = on.month if this else on.month % _YEAR_MONTHS + 1
        return _months(month, 1, str(on.year + (not this and month == 1)), on)
    return _months(1, _YEAR_MONTHS, str(on.year + (not this)), on) if this or turn.startswith("volgend") else _OPEN


def _within(count: str, unit: str, on: dt.date | None) -> _Days:
    number = int(count) if count.isdecimal() else number_words("counts").get(count, 0)
    if on is None or not 0 < number <= _MOST_WEEKS or not unit.startswith("we"):
        return _OPEN
    return None, dt.date(on.year, on.month, on.day) + dt.timedelta(weeks=number)


def _prinsjesdag(year: str | None, on: dt.date | None) -> _Days:
    """The third Tuesday of September."""
    if year is None and on is None:
        return _OPEN
    which = int(year) if year else on.year if on else 0
    first = dt.date(which, _SEPTEMBER, 1)
    return _one(first + dt.timedelta((_TUESDAY - first.weekday()) % _WEEK + _THIRD))
