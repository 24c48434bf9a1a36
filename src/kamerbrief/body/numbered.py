"""Numbered titles that run on into their text, told by those of their series that stand alone."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.body.group import SHORTEST_TEXT, stands_above_text
from kamerbrief.vocabulary.headings import decimal_of
from kamerbrief.vocabulary.sentences import is_left_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group
    from kamerbrief.lines.features import FeatureLine

_LONGEST_TITLE, _TITLE_LINES = 100, 2
"""A title is no longer, in letters of a line and in lines."""


def titles_apart(groups: list[Group]) -> list[Group]:
    """The groups, with numbered titles parted from their texts where others of the series stand above theirs."""
    cut: set[int] = set()
    for run in _runs(groups):
        joined = [index for index in run if _runs_on(groups[index])]
        alone = [index for index in run if _stands_alone(groups[index])]
        if joined and len(joined) + len(alone) == len(run) and any(stands_above_text(groups, index) for index in alone):
            cut.update(joined)
    return [part for index, group in enumerate(groups) for part in (_parted(group) if index in cut else [group])]


def _runs(groups: Sequence[Group]) -> list[list[int]]:
    """The groups whose numbers follow each other, each series as long as it goes on."""
    last: dict[tuple[str, str], tuple[int, list[int]]] = {}
    runs: list[list[int]] = []
    for index, group in enumerate(groups):
        found = None if group.table else decimal_of(group.lines[0].text)
        if found is None or not found.begins_title:
            continue
        key, own = (found.outer, found.stop), found.own
        before = last.get(key)
        if before is None or own != before[0] + 1:
            runs.append([])
            before = 0, runs[-1]
        before[1].append(index)
        last[key] = own, before[1]
    return runs


def _stands_alone(group: Group) -> bool:
    """Whether a group is no more than a title, perhaps over two lines."""
    return len(group.lines) <= _TITLE_LINES and _may_end_title(group.lines[-1])


def _may_end_title(line: FeatureLine) -> bool:
    """Whether a line can end a title: no sentence, and nothing that must go on."""
    text = line.text
    return len(text) <= _LONGEST_TITLE and (text[-1].isalnum() or text[-1] in ")’”'\"") and not is_left_open(text)


def _runs_on(group: Group) -> bool:
    """Whether the first line of a group may be a title, and a text of its own begins in the second."""
    if len(group.lines) == 1:
        return False
    first, second = group.lines[:2]
    text = sum(len(line.text) for line in group.lines[1:])
    return _may_end_title(first) and second.text[0].isupper() and text > SHORTEST_TEXT and group.lines[-1].is_finished


def _parted(group: Group) -> list[Group]:
    """The title and the text of a group that holds both."""
    title = dataclasses.replace(group, lines=group.lines[:1])
    return [title, dataclasses.replace(group, lines=group.lines[1:], marker=None)]
