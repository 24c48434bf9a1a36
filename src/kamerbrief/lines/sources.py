"""The notes of those who ask: a list of their own behind the last answer, ``1) Gooise Post, 8 mei 2031``.

Its labels may be those of footnotes too, so it is told before those.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.vocabulary.questions import is_citation, source_label, source_marks
from kamerbrief.vocabulary.questionsets import is_explanation, is_set_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.vocabulary.questions import Head


class Sources(NamedTuple):
    """The questioners' own notes."""

    labels: Mapping[int, tuple[str, int]]
    """Label, and where the text begins, by the start of the first line of a note."""
    lines: AbstractSet[int]
    """The starts of all their lines."""


NO_SOURCES = Sources({}, frozenset())


def find_sources(lines: Sequence[FeatureLine], heads: Mapping[int, Head]) -> Sources:
    """The questioners' own notes, which stand in a list behind the last answer of each set."""
    places = [at for at, line in enumerate(lines) if line.start in heads]
    labels: dict[int, tuple[str, int]] = {}
    taken: set[int] = set()
    begin = 0
    for place, end in itertools.pairwise([*places, len(lines)]):
        if end < len(lines) and not any(is_set_title(line.text) for line in lines[place:end]):
            continue
        listed, of_list = _list_in(lines[place + 1 : end])
        called = (source_marks(line.text, frozenset()) for line in lines[begin:place])
        if listed and (any(called) or _cites(lines[place + 1 : end], listed)):
            labels |= listed
            taken |= of_list
        begin = end
    return Sources(labels, taken)


def _cites(lines: Sequence[FeatureLine], listed: Mapping[int, tuple[str, int]]) -> bool:
    """Whether most notes of a list that nothing calls tell where something stands."""
    cites = sum(1 for line in lines if line.start in listed and is_citation(line.text))
    return 2 * cites >= len(listed)


def _list_in(lines: Sequence[FeatureLine]) -> tuple[dict[int, tuple[str, int]], set[int]]:
    """The last list of labelled notes among these lines: labels by the start of their line, and all its lines."""
    labels = [source_label(line.text) if not line.hint.is_exact or line.hint.part == "item" else None for line in lines]
    begin = max((at for at, label in enumerate(labels) if label is not None and label[0] == "1"), default=len(lines))
    listed: dict[int, tuple[str, int]] = {}
    taken: set[int] = set()
    for line, label in zip(lines[begin:], labels[begin:], strict=True):
        if label is not None and int(label[0]) == len(listed) + 1:
            listed[line.start] = label
        elif line.gap or line.bold or is_explanation(line.text):
            break
        taken.add(line.start)
    return listed, taken
