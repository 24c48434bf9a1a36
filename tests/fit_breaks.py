"""Fit the weights of breaks between blocks: ``python -m tests.fit_breaks``.

Letters without records have a PDF that teaches their text: each pair of lines that stands in one block of the PDF must
be joined, each that two blocks part must break. The weights are those of a logistic regression over half of the letters
and our own; the other half is only reported. What is worth little is dropped.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import math
import multiprocessing
import pathlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unittest import mock

from tests import unlabelled
from tests.truth_report import cases, source_of, texts
from tests.unlabelled import Part

import kamerbrief
from kamerbrief import Kamerbrief, Section, Source
from kamerbrief.body import breaks, grouping
from kamerbrief.body.group import Group
from kamerbrief.body.weights import WEIGHTS
from kamerbrief.document.line import NO_HINT
from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.measure import Measure

_EDGE = 18
_ROUNDS = 400
_SHRINK = 2e-5
_STEP = 0.5
_LEAST = 0.15
_HELD = {"finished, between": -1.5} | {
    f"{sign}, between": 0.0
    for begin in ("opener", "capital", "number", "sign")
    for sign in (begin, f"finished, {begin}")
}
"""Not fitted: pdftotext puts the margin between paragraphs, others put it where the page ends, which tells nothing."""
_STEEPEST = 30.0


class Pair(NamedTuple):
    """What stands between two lines, and whether the second begins a block."""

    signs: tuple[str, ...]
    breaks: bool


class Letter(NamedTuple):
    """The pairs of one rendition."""

    part: Part
    pairs: list[Pair]


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


class Teacher:
    """Which lines belong together, as another rendition of the letter shows them."""

    def __init__(self, brief: Kamerbrief) -> None:
        blocks = [*blocks_of(brief.sections), *blocks_of(brief.annexes)]
        self.whole = "\n".join(map(_folded, blocks)) + "\n"

    def breaks(self, above: str, below: str) -> bool | None:
        """Whether a block ends between two lines; None where the letter does not tell."""
        left, right = _folded(above)[-_EDGE:], _folded(below)[:_EDGE]
        if min(len(left), len(right)) < _EDGE // 2:
            return None
        joined, parted = left + right in self.whole, f"{left}\n" in self.whole and f"\n{right}" in self.whole
        return parted if joined != parted else None


def blocks_of(sections: Iterable[Section]) -> Iterator[str]:
    """Titles and texts in reading order."""
    for section in sections:
        if section.title:
            yield f"{section.number or ''} {section.title}"
        yield from (block.text for block in section.blocks if block.kind not in ("table", "figure"))
        yield from blocks_of(section.sections)


def pairs_of(source: str | Source, teacher: Teacher) -> list[Pair]:
    """The pairs of a rendition that only the score decides, grouped as the teacher does."""
    found: list[Pair] = []
    decide = breaks.breaks

    def recorded(last: Group, line: FeatureLine, following: Sequence[FeatureLine], measure: Measure) -> bool:
        told = teacher.breaks(last.lines[-1].text, line.text)
        if told is None:
            return decide(last, line, following, measure)
        if breaks.decided(last, line, measure) is None:
            found.append(Pair(tuple(breaks.signs(breaks.shape_of(last, line, following, measure))), told))
        return told

    with mock.patch.object(grouping, "breaks", recorded):
        kamerbrief.parse(source)
    return found


def letters_of(path: pathlib.Path) -> list[Letter]:
    """The renditions of a letter; without tags too, as a scan is, and without page marks, as other programs give it."""
    source = kamerbrief.load(path)
    teacher = Teacher(kamerbrief.parse(source))
    plain, layout = unlabelled.texts_of(path)
    renditions = (source, untagged(source), plain, layout, plain.replace("\f", "\n"))
    return [Letter(unlabelled.part_of(path), pairs_of(rendition, teacher)) for rendition in renditions]


def untagged(source: Source) -> Source:
    """A PDF as if nobody had marked its structure."""
    return dataclasses.replace(
        source,
        pages=tuple(
            dataclasses.replace(page, lines=tuple(line._replace(hint=NO_HINT) for line in page.lines))
            for page in source.pages
        ),
    )


def fixture_of(case: pathlib.Path) -> list[Letter]:
    """The texts of one of our own letters."""
    if not (case / "letter.pdf").exists():
        return []
    teacher = Teacher(kamerbrief.read(case / "letter.pdf"))
    return [Letter("fixtures", pairs_of(source_of(path), teacher)) for path in texts(case)]


def fit(letters: Iterable[Letter]) -> dict[str, float]:
    """Logistic regression by gradient descent with a step for each sign (AdaGrad); pairs with equal signs are one."""
    counts: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0])
    for letter in letters:
        for pair in letter.pairs:
            counts[pair.signs][pair.breaks] += 1
    total = sum(map(sum, counts.values()))
    weights: dict[str, float] = defaultdict(float, _HELD)
    squares: dict[str, float] = defaultdict(lambda: 1e-8)
    for _ in range(_ROUNDS):
        slopes: dict[str, float] = defaultdict(float)
        for signs, (joins, parts) in counts.items():
            score = sum(weights[sign] for sign in signs)
            chance = 1 / (1 + math.exp(-max(min(score, _STEEPEST), -_STEEPEST)))
            for sign in signs:
                slopes[sign] += (chance * (joins + parts) - parts) / total
        for sign, slope in slopes.items():
            if sign in _HELD:
                continue
            shrunk = slope + _SHRINK * weights[sign]
            squares[sign] += shrunk * shrunk
            weights[sign] = _turned(sign, weights[sign] - _STEP * shrunk / math.sqrt(squares[sign]))
    return {sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) >= _LEAST}


def _turned(sign: str, weight: float) -> float:
    """The weight; 0 where it would say the contrary of what its sign means, as signs that come together may make it."""
    if "room" in sign or sign.startswith(("alone", "narrow", "capital")):
        return max(weight, 0.0)
    return min(weight, 0.0) if sign.startswith(("lower", "open,")) or ", lower" in sign else weight


def wrong(letters: Iterable[Letter], weights: dict[str, float], part: Part) -> str:
    """How many pairs of a part the weights decide otherwise."""
    pairs = [pair for letter in letters if letter.part == part for pair in letter.pairs]
    faults = [pair for pair in pairs if (sum(weights.get(sign, 0.0) for sign in pair.signs) > 0) != pair.breaks]
    return f"{len(faults)} of {len(pairs)} {part}"


def main() -> None:
    """Fit, and print the weights with what they reach on each part."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with multiprocessing.Pool() as pool:
        found = [*pool.map(letters_of, unlabelled.letters()), *pool.map(fixture_of, cases())]
    letters = list(itertools.chain.from_iterable(found))
    best = fit(letter for letter in letters if letter.part != "other")
    parts: tuple[Part, ...] = ("fitted", "other", "fixtures")
    for name, weights in (("before", dict(WEIGHTS)), ("after", best)):
        print(f"# wrong {name}: {', '.join(wrong(letters, weights, part) for part in parts)}")
    for sign, weight in sorted(best.items()):
        print(f'    "{sign}": {weight},')


if __name__ == "__main__":
    main()
