"""Fit the weights of the alignment of notes: ``python -m tests.fit_notes [--seconds N]``.

Letters without records have a PDF that teaches their text, read with the weights as they are. Half of them is fitted
together with our own letters; the other half is only reported. A weight that gains on the fitted half alone is dropped.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import pathlib
import random
import sys
import time
from collections import Counter
from typing import NamedTuple, get_args

from tests import unlabelled
from tests.test_notes_alignment import BODY, FEET
from tests.truth_report import cases, renditions, source_of
from tests.unlabelled import Part

import kamerbrief
from kamerbrief.document.source import Source
from kamerbrief.frame import read_frame
from kamerbrief.head import read_head
from kamerbrief.lines.asked import read_asked
from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.joining import join_lines
from kamerbrief.lines.ledger import Ledger
from kamerbrief.notes.texts import find_notes
from kamerbrief.notes.weights import WEIGHTS, Weights
from kamerbrief.readers import read_text

Notes = Counter[tuple[str, str]]


class Example(NamedTuple):
    """The lines of one rendition in which notes are looked for, and the notes that are there."""

    part: Part
    lines: list[FeatureLine]
    wanted: Notes


def examples_of(path: pathlib.Path) -> list[Example]:
    """The renditions of a letter as the notes see them."""
    wanted = notes_in(lines_of(kamerbrief.load(path)), WEIGHTS)
    part = unlabelled.part_of(path)
    return [Example(part, lines_of(read_text(text)), wanted) for text in unlabelled.texts_of(path)]


def examples_of_fixtures() -> list[Example]:
    """The renditions of our own letters; what no other letter shows must stay right."""
    return [
        Example(
            "fixtures",
            lines_of(readable(source_of(path))),
            Counter({(n["label"], _folded(n["text"])): 1 for n in notes}),
        )
        for case in cases()
        if (notes := json.loads((case / "truth.json").read_text("utf-8")).get("footnotes"))
        for path in renditions(case)
    ]


def examples_of_tests() -> list[Example]:
    """What the tests of the alignment demand."""
    wanted = Counter({(str(n), f"rapport{text}"): 1 for n, text in enumerate(("sloten", "dijken", "sluizen"), start=1)})
    return [Example("fixtures", lines_of(read_text(f"{BODY}\n\n{foot}")), wanted) for foot in FEET]


def readable(source: Source) -> Source:
    return source if source.pages else read_text(source.text, source.media_type)


def lines_of(source: Source) -> list[FeatureLine]:
    ledger = Ledger(source)
    read_head(ledger, read_frame(ledger))
    asked = read_asked(ledger)
    return [line for line in ledger.rest() if not (asked.heads and asked.is_told(line))]


def notes_in(lines: list[FeatureLine], weights: Weights) -> Notes:
    """Labels and texts of the notes, without white space and hyphens, which renditions differ in."""
    notes = find_notes(lines, weights=weights)
    return Counter((note.label, _folded(join_lines(note.text_lines, note.begin).string)) for note in notes)


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def score(example: Example, weights: Weights) -> float:
    """How many of the notes are right, of those wanted and those found (F1)."""
    found = notes_in(example.lines, weights)
    every = found.total() + example.wanted.total()
    return 2 * (found & example.wanted).total() / every if every else 1.0


_EXAMPLES: list[Example] = []


def _mean(task: tuple[Weights, Part]) -> float:
    weights, part = task
    scores = [score(example, weights) for example in _EXAMPLES if example.part == part]
    return sum(scores) / len(scores)


def _worth(weights: Weights) -> float:
    return _mean((weights, "fitted")) + 2 * _mean((weights, "fixtures"))


def moved(weights: Weights, chance: random.Random) -> Weights:
    """The weights with a few of them moved."""
    values = weights._asdict()
    for name in chance.sample(sorted(values), chance.choice([1, 1, 2, 3])):
        values[name] = round(values[name] + chance.gauss(0, 0.4 + 0.3 * abs(values[name])), 2)
    return Weights(**values)


def fit(seconds: float, pool: multiprocessing.pool.Pool) -> Weights:
    """The best weights that a random search finds in the time."""
    chance = random.Random(7)  # noqa: S311 - nothing is kept secret
    best, (highest,) = WEIGHTS, pool.map(_worth, [WEIGHTS])
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        tried = [moved(best, chance) for _ in range(multiprocessing.cpu_count())]
        for weights, value in zip(tried, pool.map(_worth, tried), strict=True):
            if value > highest:
                best, highest = weights, value
                print(f"{highest:.4f}", file=sys.stderr)
    return best


def main() -> None:
    """Fit, and print the weights with what they reach on both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    seconds = parser.parse_args().seconds
    for path in unlabelled.letters():
        _EXAMPLES.extend(examples_of(path))
    _EXAMPLES.extend([*examples_of_fixtures(), *examples_of_tests()])
    with multiprocessing.get_context("fork").Pool() as pool:
        best = fit(seconds, pool)
        for name, weights in (("before", WEIGHTS), ("after", best)):
            reached = ", ".join(f"{_mean((weights, part)):.4f} {part}" for part in get_args(Part))
            print(f"{name}: {reached}")
    for name, value in best._asdict().items():
        print(f"    {name}: float = {value}")


if __name__ == "__main__":
    main()
