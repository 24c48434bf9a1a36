"""A list of contents: titles that come again below it, where the first of them begins the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.vocabulary.phrases import is_one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group

_PARTS = 3
"""Of an entry: its number, its title, its page."""
_FROM = 2
"""It has so many entries."""


def contents_in(groups: Sequence[Group], begin: int, end: int) -> tuple[int, int] | None:
    """Which of these groups are the entries of a list of contents, whose title is one of them or right above them."""
    first = next((at for at in range(max(begin - 1, 0), end) if _is_title(groups[at])), None)
    if first is None:
        return None
    keys = [_key(group) for group in groups[first + 1 : end]]
    seen: set[str] = set()
    for at, key in enumerate(keys):
        if key in seen and at >= _FROM:
            return first + 1, first + 1 + at
        seen.update("".join(keys[at - count : at + 1]) for count in range(min(_PARTS, at + 1)))
    return None


def _is_title(group: Group) -> bool:
    return any(is_one_of(line.text, "contents") for line in group.lines)


def _key(group: Group) -> str:
    return "".join(line.key for line in group.lines)
