"""Dates as Dutch letters print them, recognised in full before anything converts them.

dateutil alone guesses (a missing day becomes today's), so it only gets what is unambiguous here.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache, lru_cache

import regex
from dateutil.parser import parse, parserinfo

from kamerbrief.vocabulary import number_words

_LONGEST_LINE = 60
_MONTHS_A_YEAR = 12


@cache
def _months() -> dict[str, int]:
    return number_words("months") | number_words("short_months")


@cache
def _days() -> dict[str, int]:
    return {word: number for word, number in (number_words("counts") | number_words("days")).items() if number}


@cache
def _written() -> regex.Pattern[str]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    days = "|".join(sorted(_days(), key=len, reverse=True))
    return regex.compile(
        rf"(?:\A(?P<day>[0-3]\s\d)|(?<!\d)(?P<day>[0-3]?\d)(?:e|ste|de)?+|\b(?P<day>{days})(?!\p{{L}}))\s*+(?P<month>{names})(?!\p{{L}})\.?,?\s*+(?P<year>(?:1[89]|20)\d\d|['’]\d\d)(?!\d)",
        regex.IGNORECASE,
    )


@cache
def _worded_year() -> re.Pattern[str]:
    """A month and what a year begins with, in small letters."""
    return re.compile(rf"(?:{'|'.join(sorted(_months()))})\.?,?\s*+(?:1[89]|20|['’])")


_NUMERIC = regex.compile(
    r"(?<![\d./-])(?P<day>[0-3]?\d)[-./](?P<month>[01]?\d)[-./](?P<year>(?:19|20)\d\d)(?![\d/-]|\.\d)"
)
_ISO = regex.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d/-]|\.\d)")
_YEAR = re.compile(r"[12'’](?:(?<=1)[89]\d\d|(?<=2)0\d\d|(?<=['’])\d\d)")
_PERIOD = regex.compile(r"(?:19|20)\d\d\s?[-/–]\s?(?:\d\d){1,2}\Z")
_CITY = regex.compile(r"(?:'s-|’s-)?\p{Lu}[\p{L}'’-]++(?: \p{Lu}[\p{L}'’-]++)*+\Z")


class _Dutch(parserinfo):
    """Day before month; the names of months are already numbers here."""

    def __init__(self) -> None:
        super().__init__(dayfirst=True)


@lru_cache(maxsize=1024)
def read_date(text: str) -> tuple[dt.date, int, int] | None:
    """The first full date in the text and where it stands, or None.

    Example:
        >>> read_date("Den Haag, 29 april 2022")
        (datetime.date(2022, 4, 29), 10, 23)
        >>> read_date("31 februari 2022") is None
        True
    """
    if _YEAR.search(text) is None:  # which all of them have, and few lines
        return None
    worded = (_written(),) if _worded_year().search(text.casefold()) is not None else ()
    for pattern in (*worded, _NUMERIC, _ISO):
        for match in pattern.finditer(text):
            month = match["month"].casefold()
            number = int(month) if month.isdecimal() else _months().get(month, 0)
            date = _convert(_year(match["year"]), number, _day(match["day"]))
            if date is not None:
                return date, match.start(), match.end()
    return None


def _day(text: str) -> int:
    """The day, printed ``1 2`` or as a word too."""
    digits = "".join(text.split())
    return int(digits) if digits.isdecimal() else _days()[text.casefold()]


def _year(text: str) -> int:
    """The year; ``'24`` is one of this century."""
    return int(text) if text.isdecimal() else 2000 + int(text[1:])


@lru_cache(maxsize=512)
def _convert(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when there is no such day; dateutil would take the 13th month for a day."""
    try:
        date = parse(f"{day:02}-{month:02}-{year:04}", parserinfo=_dutch()).date()
    except ValueError:
        return None
    return date if (date.month, date.day) == (month, day) else None


@cache
def _dutch() -> _Dutch:
    return _Dutch()


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """The date, None if there is no such day.

    Example:
        >>> date_of(2024, 2, 29), date_of(2023, 2, 29)
        (datetime.date(2024, 2, 29), None)
    """
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= _MONTHS_A_YEAR):
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def last_before(on: dt.date, month: int, day: int) -> dt.date | None:
    """The last such day up to a date: in January ``14 december jl.`` is of the year before.

    Example:
        >>> last_before(dt.date(2031, 1, 9), 12, 14)
        datetime.date(2030, 12, 14)
    """
    found = date_of(on.year, month, day)
    return found if found is not None and found <= plain_date(on) else date_of(on.year - 1, month, day)


def plain_date(on: dt.date) -> dt.date:
    """The day of a date or datetime: the two do not compare."""
    return dt.date(on.year, on.month, on.day)


def is_period(text: str) -> bool:
    """Whether the text is two years: a period, or a session of Parliament.

    Example:
        >>> is_period("2030-2031"), is_period("2030/31"), is_period("2030-1")
        (True, True, False)
    """
    return _PERIOD.match(text) is not None


def whole_date(text: str) -> tuple[dt.date, str | None] | None:
    """The date of a line that is a date and no more, with the place before it.

    Example:
        >>> whole_date("Den Haag, 29 april 2022")
        (datetime.date(2022, 4, 29), 'Den Haag')
        >>> whole_date("Op 29 april 2022 sprak ik de Kamer") is None
        True
    """
    found = read_date(text) if len(text) <= _LONGEST_LINE else None
    if found is None:
        return None
    date, start, end = found
    before, after = text[:start].strip(), text[end:].strip(" .")
    place = before.rstrip(",")
    if after or (before and not (before.endswith(",") and _CITY.match(place))):
        return None
    return date, place or None
