"""Where the head of a letter ends: at its salutation, else where its first paragraph begins."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.head.fields import read_fields
from kamerbrief.lines.kinds import STRONG, accepts
from kamerbrief.vocabulary.phrases import opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

HEAD_LINES = 160
"""No letterhead is longer."""
_AHEAD = 8
_STACKED_FROM = 2


def values_first(main: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with values that a scan put below the salutation above it again, where their labels stand stacked."""
    at = next((index for index, line in enumerate(main[:HEAD_LINES]) if line.kind == "salutation"), 0)
    begin = at
    while begin and main[begin - 1].kind == "label" and not main[begin].gap:
        begin -= 1
    labels, values = main[begin:at], main[at + 1 : at + 1 + at - begin]
    stacked = len(values) == len(labels) >= _STACKED_FROM and values[0].gap > 0
    if not (stacked and all(map(_may_fill, labels, values))):
        return list(main)
    return [*main[:at], *values, main[at], *main[at + 1 + len(values) :]]


def _may_fill(label: FeatureLine, line: FeatureLine) -> bool:
    """Whether a line can be the value of a label by its shape."""
    takes = label.label.takes if label.label is not None else "line"
    return line.kind == "short" if takes == "subject" else accepts(takes, line.text)


def end_of_head(main: Sequence[FeatureLine]) -> tuple[int, FeatureLine | None]:
    """How many lines the head has, and the salutation if it is the last of them."""
    stated = list(itertools.takewhile(lambda line: line.hint.stated == "head", main))
    if stated:
        return len(stated), stated[-1] if stated[-1].kind == "salutation" else None
    for index, line in enumerate(main[:HEAD_LINES]):
        if line.kind == "salutation":
            return index + 1, line
    return _end_without_salutation(main), None


def _end_without_salutation(main: Sequence[FeatureLine]) -> int:
    """Where the first paragraph begins: the first line that no field explains and that has no label ahead."""
    head = list(itertools.takewhile(lambda line: line.hint.stated is None, main[:HEAD_LINES]))
    unexplained = {line.start for line in read_fields(head)[1]}
    seen = False  # a label that stands above the body, and not in a margin beside it
    for index, line in enumerate(head):
        seen = seen or (line.label is not None and not line.label.in_margin)
        if line.start not in unexplained or _is_of_head(line):
            continue
        if (line.kind == "long" and seen) or not _labels_ahead(main, index):
            return index
    if len(head) < len(main[:HEAD_LINES]):
        return len(head)
    return len(main) if seen and len(main) <= HEAD_LINES else 0


def _is_of_head(line: FeatureLine) -> bool:
    """Whether a line belongs to a head though no field takes it: an addressee, a ministry."""
    return line.kind == "addressee" or (line.kind == "long" and opens_with(line.text, "ministry_words"))


def _labels_ahead(main: Sequence[FeatureLine], index: int) -> bool:
    """Whether more of the letterhead follows before the next long line."""
    for line in main[index + 1 : min(index + 1 + _AHEAD, HEAD_LINES)]:
        if line.kind == "long":
            return False
        if line.kind in STRONG or line.kind in ("labelled", "addressee", "return"):
            return True
    return False
