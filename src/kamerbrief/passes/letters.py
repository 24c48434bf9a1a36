"""Several letters in one file: the first one counts, the bodies of the others are annexes to it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.passes.marks import ADDRESS, mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line

_HEAD_LINES = 60
"""The letterhead of a page has no more lines."""
_ADDRESSEE_LINES = 5


def part_letters(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the first letter, and those from the page on that another one begins on.

    A letter begins with its addressee, a date and a subject; later pages of a letter repeat its date at most.
    """
    first = lines[0].page if lines else 0
    begin = 0
    for page, of_page in itertools.groupby(lines, key=lambda line: line.page):
        head = list(of_page)
        if page != first and _is_letterhead(head[:_HEAD_LINES]):
            return list(lines[:begin]), list(lines[begin:])
        begin += len(head)
    return list(lines), []


def _is_letterhead(lines: Sequence[Line]) -> bool:
    """Whether these lines at the top of a page are the head of a letter."""
    marks = [mark_of(line.text) for line in lines]
    labels = {mark.label.takes for mark in marks if mark.label is not None and not mark.label.in_margin}
    if not {"date", "subject"} <= labels:
        return False
    return any(
        mark.kind == "return"
        or (
            mark.kind == "addressee" and any(m.kind in ADDRESS for m in marks[index + 1 : index + 1 + _ADDRESSEE_LINES])
        )
        for index, mark in enumerate(marks)
    )
