"""A list of contents: titles that come again below it, where the first of them begins the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.vocabulary.phrases import is_one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group

_PARTS = 3
"""Of an entry: its number, its title, its page."""
_FROM, _MOST = 2, 100
"""It has so many lines."""


def contents_in(groups: Sequence[Group], begin: int, end: int) -> tuple[int, int] | None:
    """Which of these groups are the entries of a list of contents, whose title is the first or right above it."""
    title = next((at for at in range(max(begin - 1, 0), min(begin + 1, end)) if _is_title(groups[at])), None)
    if title is None:
        return None
    first = title + 1
    keys = [_key(group) for group in groups[first : min(end, first + _MOST)]]
    entry = {"".join(keys[:parts]) for parts in range(1, _PARTS + 1)}
    again = next((at for at, key in enumerate(keys) if at >= _FROM and key in entry), None)
    return None if again is None else (first, first + again)


def _is_title(group: Group) -> bool:
    return any(is_one_of(line.text, "contents") for line in group.lines)


def _key(group: Group) -> str:
    return "".join(line.key for line in group.lines)
