"""Finds margin-column lines that an extractor interleaved with the body: the best path of the lines over two zones.

Parts of the margin come again on every page, between two lines of one sentence; linear text shows no column. What a
line says, what stands beside it and where a stretch begins and ends are weighed together, so that no line decides
alone.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.head.known import SURE_FROM, Known
from kamerbrief.head.signs import signs_between, signs_of_lines
from kamerbrief.head.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kamerbrief.head.signs import Signs
    from kamerbrief.lines.features import FeatureLine


def find_runs(
    body: Sequence[FeatureLine], texts: dict[str, str], *, missing: Collection[str] = (), wanted: bool = False
) -> tuple[list[list[FeatureLine]], list[FeatureLine]]:
    """The stretches of the margin that stand among the lines of the body, and the body without them.

    Args:
        body: The lines behind the head.
        texts: What the margin may repeat.
        missing: Fields that the head lacks.
        wanted: A label of the head waits for a value.
    """
    runs: list[list[FeatureLine]] = []
    kept: list[FeatureLine] = []
    signs = list(signs_of_lines(body, Known.of(body, texts, missing, wanted=wanted)))
    said: set[str] = set()
    goes_on = False
    for line, is_margin in zip(body, best_path(body, signs, WEIGHTS), strict=True):
        if not is_margin:
            kept.append(line)
            goes_on = False
            continue
        if goes_on and line.page == runs[-1][-1].page and line.key not in said:
            runs[-1].append(line)
        else:  # what says a thing again is the margin of the next page
            runs.append([line])
            said = set()
        goes_on = True
        if len(line.text) >= SURE_FROM:
            said.add(line.key)
    return runs, kept


def best_path(body: Sequence[FeatureLine], signs: Sequence[Signs | None], weights: Mapping[str, float]) -> list[bool]:
    """Which lines are of the margin, of all ways to part the lines the one with the highest score."""
    path = [False] * len(body)
    worth = [None if found is None else sum(weights.get(sign, 0.0) for sign in found) for found in signs]
    is_told = [value is not None for value in worth]
    for told, group in itertools.groupby(range(len(body)), key=is_told.__getitem__):
        stretch = list(group)
        values = [value for index in stretch if (value := worth[index]) is not None]
        if told and max(values) > 0:  # no margin begins for nothing
            path[stretch[0] : stretch[-1] + 1] = _path_between(body, stretch[0], values, weights)
    return path


def _path_between(
    body: Sequence[FeatureLine], begin: int, worth: Sequence[float], weights: Mapping[str, float]
) -> list[bool]:
    """The best path over lines any of which may be of the margin; what stands above and below them is of the body."""
    of_body, of_margin = 0.0, float("-inf")
    came_from: list[tuple[bool, bool]] = []
    for index, value in enumerate([*worth, 0.0], start=begin):
        opens, closes, stays = _between(body, index, weights)
        left, entered, stayed = of_margin + closes, of_body + opens, of_margin + stays
        came_from.append((left > of_body, stayed > entered))
        of_body, of_margin = max(left, of_body), max(stayed, entered) + value
    path: list[bool] = []
    is_margin = False
    for from_margin in reversed(came_from):
        is_margin = from_margin[is_margin]
        path.append(is_margin)
    path.reverse()
    return path[1:]


def _between(body: Sequence[FeatureLine], index: int, weights: Mapping[str, float]) -> tuple[float, float, float]:
    """What it is worth that the margin begins at a line, that it ended above it, that it goes on."""
    if not 0 < index < len(body):
        return weights.get("begin", 0.0), weights.get("end", 0.0), 0.0
    opens, closes, stays = signs_between(body[index - 1], body[index])
    return (
        sum(weights.get(sign, 0.0) for sign in opens),
        sum(weights.get(sign, 0.0) for sign in closes),
        sum(weights.get(sign, 0.0) for sign in stays),
    )
