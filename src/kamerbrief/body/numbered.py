"""Numbered titles that run on into their text, told by those of their series that stand alone."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary.sentences import is_left_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group
    from kamerbrief.lines.features import FeatureLine

_NUMBER = regex.compile(r"(?P<outer>(?:\d{1,2}\.){0,3})(?P<own>\d{1,2})(?P<stop>[.)]?)\s+(?=[\p{Lu}‘“\"'«(])")
"""The number of a title, with the numbers that it stands under."""
_LONGEST_TITLE, _TITLE_LINES, _SHORTEST_TEXT = 100, 2, 75


def titles_apart(groups: list[Group]) -> list[Group]:
    """The groups, with numbered titles parted from their texts where others of the series stand above theirs."""
    cut: set[int] = set()
    for run in _runs(groups):
        joined = [index for index in run if _runs_on(groups[index])]
        alone = [index for index in run if _stands_alone(groups[index])]
        if joined and len(joined) + len(alone) == len(run) and any(_has_text(groups, index) for index in alone):
            cut.update(joined)
    return [part for index, group in enumerate(groups) for part in (_parted(group) if index in cut else [group])]


def _runs(groups: Sequence[Group]) -> list[list[int]]:
    """The groups whose numbers follow each other, each series as long as it goes on."""
    last: dict[tuple[str, str], tuple[int, list[int]]] = {}
    runs: list[list[int]] = []
    for index, group in enumerate(groups):
        found = None if group.table else _NUMBER.match(group.lines[0].text)
        if found is None:
            continue
        key, own = (found["outer"], found["stop"]), int(found["own"])
        before = last.get(key)
        if before is None or own != before[0] + 1:
            runs.append([])
            before = 0, runs[-1]
        before[1].append(index)
        last[key] = own, before[1]
    return runs


def _stands_alone(group: Group) -> bool:
    """Whether a group is no more than a title, perhaps over two lines."""
    return len(group.lines) <= _TITLE_LINES and _may_be_title(group.lines[-1])


def _may_be_title(line: FeatureLine) -> bool:
    """Whether a line can end a title: no sentence, and nothing that must go on."""
    text = line.text
    return len(text) <= _LONGEST_TITLE and (text[-1].isalnum() or text[-1] in ")’”'\"") and not is_left_open(text)


def _runs_on(group: Group) -> bool:
    """Whether the first line of a group may be a title, and a text of its own begins in the second."""
    if len(group.lines) == 1:
        return False
    first, second = group.lines[:2]
    text = sum(len(line.text) for line in group.lines[1:])
    return _may_be_title(first) and second.text[0].isupper() and text > _SHORTEST_TEXT and group.lines[-1].is_finished


def _has_text(groups: Sequence[Group], index: int) -> bool:
    """Whether a paragraph stands right below a group."""
    below = groups[index + 1] if index + 1 < len(groups) else None
    if below is None or below.marker is not None or below.table:
        return False
    return sum(len(line.text) for line in below.lines) > _SHORTEST_TEXT


def _parted(group: Group) -> list[Group]:
    """The title and the text of a group that holds both."""
    title = dataclasses.replace(group, lines=group.lines[:1])
    return [title, dataclasses.replace(group, lines=group.lines[1:], marker=None)]
