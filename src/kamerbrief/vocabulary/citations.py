"""Words that announce citations: Chambers, gazettes, European acts, writings that are cited by date, bills."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kamerbrief.vocabulary import table


@cache
def _data() -> dict[str, Any]:
    return table("citations")


@cache
def listed(name: str) -> tuple[str, ...]:
    """The words ``name``, as they stand in the table."""
    return tuple(_data()["words"][name])


@cache
def meaning(name: str) -> dict[str, str]:
    """What each word of the table ``name`` stands for, by the word in lower case.

    Example:
        >>> meaning("english_acts")["directive"], meaning("gazettes")["stb"]
        ('richtlijn', 'stb')
    """
    return {word.casefold().rstrip("."): str(meant) for word, meant in _data()[name].items()}


@cache
def chamber_names(chamber: str) -> tuple[str, ...]:
    """What a Chamber is called."""
    return tuple(_data()["chambers"][chamber])


def any_of(words: tuple[str, ...] | dict[str, str]) -> str:
    r"""One of these words as a pattern, the longest first; it can stand in a verbose pattern too.

    Example:
        >>> any_of(("brief", "nader rapport"))
        'nader\\ rapport|brief'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
