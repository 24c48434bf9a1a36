"""What a site says around a letter that it shows."""

from __future__ import annotations

from functools import cache

import regex

from kamerbrief.vocabulary import alternatives

_MINISTRY = regex.compile(r"Ministerie\svan\s.{3,80}\Z")
_RECORD = regex.compile(r"Nummer: \d{4}D\d{5}, datum: (?P<date>\d{4}-\d{2}-\d{2})(?:,|\Z)")
_NO_TITLE = (".", "!", "?", ":", ";")


@cache
def _sorts() -> regex.Pattern[str]:
    sort = rf"(?P<sort>(?:{alternatives('web_sorts')})(?::\s*+\p{{L}}++(?:\s\p{{L}}++)?)?)"
    date = r"(?P<date>\d{1,2}-\d{1,2}-\d{4})"
    return regex.compile(rf"(?:{sort}\s*+\|\s*+{date}|{date}\s*+\|\s*+{sort}(?:\s*+\|.{{1,80}})?)\Z", regex.IGNORECASE)


@cache
def _summaries() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:De\s)?(?:{alternatives('web_senders')})\b.*\b(?:Tweede|Eerste)\sKamer\b", regex.IGNORECASE
    )


@cache
def _annexes() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:{alternatives('annex_openings')})\b|\||[-–•*]\s|\d+[.)]\s|.*\d[\d.,]*\s+[\d.,]+\Z", regex.IGNORECASE
    )


def sort_and_date(text: str) -> tuple[str, str] | None:
    """What sort of paper a site shows and its date.

    Example:
        >>> sort_and_date("Kamerstuk: Kamerbrief | 17-10-2023")
        ('Kamerstuk: Kamerbrief', '17-10-2023')
        >>> sort_and_date("11-3-2009 | Kamerstuk | Ministerie van Sloten")
        ('Kamerstuk', '11-3-2009')
    """
    match = _sorts().match(text) if "|" in text else None
    return (match["sort"], match["date"]) if match else None


def date_of_record(text: str) -> str | None:
    """The date of a document in the record of the Tweede Kamer that a site shows above it.

    Example:
        >>> date_of_record("Nummer: 2031D12345, datum: 2031-03-05, bijgewerkt: 2031-04-19 10:56, versie: 3")
        '2031-03-05'
    """
    match = _RECORD.match(text)
    return match["date"] if match else None


def is_ministry(text: str) -> bool:
    """Whether the line of a site names a ministry."""
    return _MINISTRY.match(text) is not None


def is_summary(text: str) -> bool:
    """Whether the line sums a letter up: the site speaks in the third person, the letter itself uses the first.

    Example:
        >>> is_summary("De minister informeert de Tweede Kamer."), is_summary("Ik informeer de Tweede Kamer.")
        (True, False)
    """
    return _summaries().match(text) is not None


def may_be_link(text: str) -> bool:
    """Whether the line can be the title of another page: no sentence, no item or row of figures, no annex."""
    return not text.endswith(_NO_TITLE) and _annexes().match(text) is None
