"""Where the head of a letter ends: at its salutation, else where its first paragraph begins."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.head.attachments import titles_below
from kamerbrief.head.wrapped import notice_goes_on, subject_goes_on
from kamerbrief.lines.kinds import ADDRESS, STRONG, accepts
from kamerbrief.vocabulary.phrases import opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.vocabulary.labels import Takes

_HEAD_LINES = 160
"""No letterhead is longer."""
_AHEAD = 8
_STACKED_FROM = 2


def values_first(main: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with values that a scan put below the salutation above it again, where their labels stand stacked."""
    at = next((index for index, line in enumerate(main[:_HEAD_LINES]) if line.kind == "salutation"), 0)
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
    for index, line in enumerate(main[:_HEAD_LINES]):
        if line.kind == "salutation":
            return index + 1, line
    return _end_without_salutation(main), None


# decides more: what a head may end with, a sign each
def _end_without_salutation(main: Sequence[FeatureLine]) -> int:
    """Where the first paragraph begins: the first line that is no value of an open label and has no label ahead."""
    wanted: list[Takes] = []
    seen = in_subject = False
    text = ""
    in_notice = False
    titles_end = 0
    for index, line in enumerate(main[:_HEAD_LINES]):
        if line.hint.stated is not None:
            return index
        in_notice = line.kind == "notice" or (in_notice and notice_goes_on(main[index - 1], line))
        if in_notice or (line.kind == "long" and opens_with(line.text, "ministry_words")):
            continue
        if line.label is not None:
            seen = seen or not line.label.in_margin
            in_subject = line.kind == "labelled" and line.label.takes == "subject"
            text = line.text[line.classified.value_start :] if in_subject else ""
            if line.kind == "label":
                wanted.append(line.label.takes)
            titles_end = index + 1 + titles_below(main, index)
            continue
        if index < titles_end:
            continue
        typed = next((takes for takes in wanted if accepts(takes, line.text)), None)
        subject = "subject" in wanted and line.kind in ("short", "long", "street")
        if (
            in_subject
            and line.kind in ("short", "long")
            and subject_goes_on(text, main[index - 1], main[index : index + 2])
        ):
            text = line.text
            continue
        in_subject = False
        if typed is not None:
            wanted.remove(typed)
        elif text.endswith("-") and text[-2:-1].isalpha() and line.text[0].islower():
            in_subject, text = True, line.text  # behind the date that waited for its label
        elif subject and (line.kind != "street" or line.row == main[index - 1].row):
            wanted.remove("subject")
            in_subject, text = True, line.text
        elif line.kind not in ("return", "notice", "addressee", *STRONG, *ADDRESS) and (
            (line.kind == "long" and seen) or not _labels_ahead(main, index)
        ):
            return index
    return len(main) if seen and len(main) <= _HEAD_LINES else 0


def _labels_ahead(main: Sequence[FeatureLine], index: int) -> bool:
    """Whether more of the letterhead follows before the next long line."""
    for line in main[index + 1 : min(index + 1 + _AHEAD, _HEAD_LINES)]:
        if line.kind == "long":
            return False
        if line.kind in STRONG or line.kind in ("labelled", "addressee", "return"):
            return True
    return False
