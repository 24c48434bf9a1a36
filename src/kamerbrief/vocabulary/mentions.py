"""Words by which letters speak of motions, promises, debates, requests and announcements."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kamerbrief.vocabulary import table


@cache
def _data() -> dict[str, Any]:
    return table("mentions")


@cache
def listed(group: str, name: str) -> tuple[str, ...]:
    """The words ``name`` of a group, as they stand in the table."""
    return tuple(_data()[group][name])


@cache
def any_of(group: str, name: str) -> str:
    r"""One of the words ``name`` of a group as a pattern, whole, the longest first.

    Example:
        >>> any_of("status", "given")
        '\\b(?:gegeven|geeft|geven|geef)(?!\\w)'
    """
    return _pattern(listed(group, name))


@cache
def any_meeting() -> str:
    """One of the kinds of meeting as a pattern; capitals and blanks as they come."""
    return _pattern(tuple(meetings()))


def _pattern(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return rf"\b(?:{'|'.join(map(re.escape, ordered))})(?!\w)".replace(r"\-", "-")


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
