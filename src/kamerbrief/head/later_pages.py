"""The margin of later pages in a text sorted by height: what that of the first page says, at the ends of lines."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.head.values import squash_keeping_case
from kamerbrief.lines.kinds import accepts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine

_TOP_LINES = 30
"""The margin of a later page stands at its top."""
_TAIL_WORDS = 6
_SHORTEST = 4
_SAID_FROM = 2
"""A margin says so many things, or there is none."""


def part_later_pages(lines: Sequence[FeatureLine], head: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines behind the first page, with what the margin says again parted from the body and marked.

    Args:
        lines: The lines behind the head.
        head: The lines of the head, those of the margin marked.
    """
    known = _said(head)
    parted: list[FeatureLine] = []
    for _, of_page in itertools.groupby(lines, key=lambda line: line.page):
        page = list(of_page)
        if page[0].page != head[0].page:
            page = _parted(page[:_TOP_LINES], known) + page[_TOP_LINES:]
        parted += page
    return parted


def _said(head: Sequence[FeatureLine]) -> dict[str, list[int]]:
    """What a margin may say again, and where among its lines on the first page it stands.

    The date and its label, which stand in the body there, may come anywhere.
    """
    found: dict[str, list[int]] = {}
    for place, line in enumerate(line for line in head if line.margin):
        found.setdefault(squash_keeping_case(line.text), []).append(place)
    dates = [line for line in head if line.kind == "labelled" and line.label is not None and line.label.takes == "date"]
    for text in (text for line in dates for text in (line.text[: line.classified.label_end], _value(line))):
        found[squash_keeping_case(text)] = []
    return {text: places for text, places in found.items() if len(text) >= _SHORTEST}


def _value(line: FeatureLine) -> str:
    value = line.text[line.classified.value_start :]
    return value if accepts("date", value) else ""


def _parted(page: Sequence[FeatureLine], known: Mapping[str, Sequence[int]]) -> list[FeatureLine]:
    """The top of a page with the pieces of the margin parted, if there is a margin."""
    found = {index: begin for index, line in enumerate(page) if (begin := _begin(line, known)) is not None}
    found = _in_order(found, {at: known[squash_keeping_case(page[at].text[begin:])] for at, begin in found.items()})
    if len(found) < _SAID_FROM:
        return list(page)
    parted: list[FeatureLine] = []
    for index, line in enumerate(page):
        begin = found.get(index)
        pieces = line.split(begin) if begin else [line]
        if begin is not None:
            pieces[-1] = pieces[-1]._replace(margin=True)
        parted += pieces
    return parted


def _begin(line: FeatureLine, known: Collection[str]) -> int | None:
    """Where a piece of the margin begins on a line, at its end; None if none does."""
    if squash_keeping_case(line.text) in known:
        return 0
    blanks = [at for at, c in enumerate(line.text) if c == " "][-_TAIL_WORDS:]
    return next((at + 1 for at in blanks if squash_keeping_case(line.text[at:]) in known), None)


def _in_order(found: Mapping[int, int], places: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """The most pieces that stand below each other as on the first page, and those that may stand anywhere."""
    ways: list[tuple[int, tuple[int, ...]]] = [(-1, ())]  # the place that each ends at, and its pieces
    for index in found:
        on = [(place, (*way, index)) for last, way in ways for place in places[index] if place > last]
        best: dict[int, tuple[int, ...]] = {}
        for last, way in [*ways, *on]:
            if last not in best or len(way) > len(best[last]):
                best[last] = way
        ways = list(best.items())
    kept = max((way for _, way in ways), key=len)
    return {index: begin for index, begin in found.items() if index in kept or not places[index]}
