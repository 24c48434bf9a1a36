"""Days as letters print them: ``17 oktober jl.``, ``d.d. 3 mei 2031``, ``15 december a.s.``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.dates import date_of, last_before, plain_date

if TYPE_CHECKING:
    import datetime as dt

_NAMES = number_words("months") | number_words("short_months")
MONTH = "|".join(sorted(_NAMES, key=lambda name: -len(name)))
_PAST, _COMING = r"jl\.?|j\.l\.|jongstleden|l\.l\.|laatstleden", r"a\.s\.|as\.|aanstaande|aankomend"
DAY = (
    rf"(?<![\d.,-])(?P<day>[0-3]?\d)(?:e|ste|de)?\ (?P<month>{MONTH})\b\.?"
    rf"(?:,?\ (?P<year>(?:19|20)\d\d)(?!\d)|\ ?(?P<past>{_PAST})|\ ?(?P<coming>{_COMING})|\ (?P<this>dit\ jaar))?(?!\w)"
)
"""A day; a year, or a word that tells it, may be missing."""
_DAY = re.compile(DAY, re.IGNORECASE)
DATED = re.compile(
    rf",?\ \(?(?:(?:van|op|d\.?\ ?d\.?|dd\.?|de\ dato|gehouden\ op)\ )?(?:\w+dag,?\ )?{DAY}\)?", re.IGNORECASE
)
"""A day behind what it dates."""


class Day(NamedTuple):
    """A day as it stands in a text."""

    date: dt.date | None
    """None where its year is not told."""
    start: int
    end: int


def day_in(text: str, at: int = 0, *, on: dt.date | None) -> Day | None:
    """The first day in a text.

    Example:
        >>> import datetime as dt
        >>> day_in("op 17 oktober jl. besproken", on=dt.date(2031, 1, 9)).date
        datetime.date(2030, 10, 17)
    """
    match = _DAY.search(text, at)
    return day_of(match, on) if match else None


# decides more: each way to tell the year
def day_of(match: re.Match[str], on: dt.date | None) -> Day:
    """The day that was matched."""
    day, month = int(match["day"]), _NAMES[match["month"].casefold()]
    date = None
    if match["year"]:
        date = date_of(int(match["year"]), month, day)
    elif on is not None and match["this"]:
        date = date_of(on.year, month, day)
    elif on is not None and match["past"]:
        date = last_before(on, month, day)
    elif on is not None and match["coming"]:
        coming = filter(None, (date_of(year, month, day) for year in (on.year, on.year + 1)))
        date = next((one for one in coming if one >= plain_date(on)), None)
    return Day(date, match.start(), match.end())
