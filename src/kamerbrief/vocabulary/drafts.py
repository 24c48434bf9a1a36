"""What a letter should not hold when it is sent."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.sessions import SESSION, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Defect = Literal[
    "left_over", "left_over_opening", "incomplete", "session", "malformed_address", "attachment", "attached"
]


@cache
def _patterns() -> dict[str, list[tuple[tuple[str, ...], regex.Pattern[str]]]]:
    """The patterns of each kind, each with the signs of which one stands in whatever it finds."""
    return {
        name: [(tuple(entry["signs"]), regex.compile(entry["pattern"])) for entry in entries]
        for name, entries in table("drafts").items()
    }


@cache
def signs_of(kind: Defect) -> frozenset[str]:
    """The signs of which one stands in whatever has such a defect; of two that begin alike the shorter one tells.

    Example:
        >>> signs_of("attachment")
        frozenset({'ijlage'})
    """
    signs = {sign for signs, _ in _patterns()[kind] for sign in signs}
    return frozenset(sign for sign in signs if not any(other in sign for other in signs - {sign}))


def _found(kind: str, text: str) -> list[tuple[int, int]]:
    """Where a text holds what the patterns of a kind describe, in its order."""
    return sorted(
        match.span()
        for signs, pattern in _patterns()[kind]
        if any(sign in text for sign in signs)
        for match in pattern.finditer(text)
    )


def defects(kind: Defect, text: str) -> list[tuple[int, int]]:
    """Where a text holds such a defect.

    Example:
        >>> text = "Aan de heer [naam] te Sloten."
        >>> [text[begin:end] for begin, end in defects("left_over", text)]
        ['[naam]']
        >>> text = "Kamerstukken II 2018/29, 28 760, nr. 84; vergaderjaar 2018-2019"
        >>> [text[begin:end] for begin, end in defects("session", text)]
        ['2018/29']
    """
    return list(_impossible_sessions(text)) if kind == "session" else _found(kind, text)


def _impossible_sessions(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names a parliamentary year whose years do not follow each other."""
    for _, end in _found("session", text):
        match = SESSION.match(text, end)
        if match is not None and session_of(match) is None:
            yield match.start("first"), match.end()
