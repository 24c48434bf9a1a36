"""Words by which letters speak of motions, promises, debates, requests and announcements."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from kamerbrief.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Collection


@cache
def _data() -> dict[str, Any]:
    return table("mentions")


@cache
def listed(group: str, name: str) -> tuple[str, ...]:
    """The words ``name`` of a group, as they stand in the table."""
    return tuple(_data()[group][name])


@cache
def any_of(group: str, name: str) -> str:
    """One of the words ``name`` of a group as a pattern, whole, the longest first.

    Example:
        >>> re.findall(any_of("status", "given"), "hij geeft, wij geven, opgegeven")
        ['geeft', 'geven']
    """
    return _pattern(listed(group, name))


@cache
def any_meeting() -> str:
    """One of the kinds of meeting as a pattern; capitals and blanks as they come."""
    return _pattern(tuple(meetings()))


PROMISE_NUMBER: Final = r"(?:TZ-?(?P<month>\d{6})(?:\ ?-\ ?)?(?P<own>\d{1,5})|(?P<senate>T[0O]\d{4}))(?!\d)"
"""The number of a promise in the register of a Chamber, with a stray hyphen or blank, or a letter O for a zero."""


def promise_id(match: re.Match[str]) -> str:
    """The number of a promise as its register has it, of a match of `PROMISE_NUMBER`.

    Example:
        >>> promise_id(re.search(PROMISE_NUMBER, "toezegging TZ-202406 - 12"))
        'TZ202406-12'
    """
    return f"TZ{match['month']}-{match['own']}" if match["month"] else match["senate"].replace("O", "0")


def _pattern(words: tuple[str, ...]) -> str:
    return rf"\b{_branching(words)}(?!\w)"


def _branching(words: Collection[str]) -> str:
    """A pattern of these words that looks at each letter once."""
    following: dict[str, list[str]] = {}
    for word in words:
        if word:
            following.setdefault(word[0], []).append(word[1:])
    ways = [re.escape(first) + _branching(rest) for first, rest in following.items()]
    return (f"(?:{'|'.join(ways)})" + "?" * ("" in words)) if ways else ""


@cache
def meetings() -> dict[str, str]:
    """What each name of a kind of meeting stands for, by the name in lower case.

    Example:
        >>> meetings()["wetgevingsoverleg"], short_meetings()["WGO"]
        ('wetgevingsoverleg', 'wetgevingsoverleg')
    """
    return {name.casefold(): str(kind) for name, kind in _data()["meetings"].items()}


@cache
def short_meetings() -> dict[str, str]:
    """What each abbreviation of a kind of meeting stands for."""
    return {name: str(kind) for name, kind in _data()["short_meetings"].items()}
