"""Parliamentary years: ``vergaderjaar 2022-2023``, ``2021/22``, ``'21-'22``."""

from __future__ import annotations

import re

SESSION = re.compile(
    r"(?P<word>(?:vergaderjaar|zittingsjaar|zitting)\ *+)?'?(?P<first>(?:1[89]|20)\d\d|\d\d(?=\ ?[/–-]\ ?'?\d\d(?!\d)))"
    r"\ *[/–-][/– -]*+'?(?P<second>(?:1[89]|20)\d{2,3}(?!\d)|\d{2,3}(?!\d))",
    re.IGNORECASE,
)
_PIVOT = 50


def full_year(digits: str) -> str:
    """The year with its century: ``94`` is 1994, ``21`` is 2021.

    Example:
        >>> full_year("94"), full_year("21"), full_year("2021")
        ('1994', '2021', '2021')
    """
    if len(digits) > 2:  # noqa: PLR2004 - the century is there
        return digits
    return f"{'19' if int(digits) >= _PIVOT else '20'}{digits}"


def session_of(match: re.Match[str]) -> str | None:
    """The session in its full form, a second year that lacks a figure or has one too many put right.

    None if its years do not follow each other.

    Example:
        >>> [session_of(SESSION.match(shown)) for shown in ("2022/23", "1999-00", "2022-203", "2004/04")]
        ['2022-2023', '1999-2000', '2022-2023', None]
    """
    first, second = match["first"], match["second"]
    year = int(full_year(first))
    following = str(year + 1)
    fits = following.endswith(second) or _lacks_a_figure(second, following) or _lacks_a_figure(following, second)
    return f"{year}-{following}" if fits else None


def _lacks_a_figure(shown: str, year: str) -> bool:
    """Whether these are the figures of a year of which one was left out."""
    return any(year[:at] + year[at + 1 :] == shown for at in range(len(year)))


def is_mended(match: re.Match[str]) -> bool:
    """Whether the second year was put right.

    Example:
        >>> [is_mended(SESSION.match(shown)) for shown in ("2022-2023", "2022-23", "2022-203")]
        [False, False, True]
    """
    return (session_of(match) or match["second"])[-len(match["second"]) :] != match["second"]


def opens_with_session(text: str) -> bool:
    """Whether a line begins with a session and its word."""
    match = SESSION.match(text)
    return match is not None and match["word"] is not None


def named_session(text: str) -> str | None:
    """The session that the text names with its word.

    Example:
        >>> named_session("Vergaderjaar 1999-2000"), named_session("van 1999-2000")
        ('1999-2000', None)
    """
    found = (match for match in SESSION.finditer(text) if match["word"])
    return next((session for match in found if (session := session_of(match))), None)
