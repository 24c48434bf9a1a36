"""Fit the weights of the margin: ``python -m tests.fit_margin``.

A PDF shows which of its lines stand in the margin, and so teaches its text; where it does not tell, the weights as they
are do. The weights are those of an averaged perceptron over whole letters: half of those without records, all with
records, and our own. The other half is only reported.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import pathlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args
from unittest import mock

from tests import unlabelled
from tests.accuracy import SHARED
from tests.test_head_margin import BODY, HEAD, HEADS, MARGINS, MISSING, cut_by
from tests.truth_report import cases, renditions, source_of
from tests.unlabelled import Part

import kamerbrief
from kamerbrief import Source, parser
from kamerbrief.document.text import squash
from kamerbrief.head import letterhead, margin
from kamerbrief.head.known import Known
from kamerbrief.head.signs import Signs, signs_between, signs_of_lines
from kamerbrief.head.weights import WEIGHTS
from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.ledger import Ledger

_EPOCHS = 40
_STEP = 0.05
_COST = 0.6
"""A path must be better than another by so much a line that differs."""
_LEAST = 0.1
_OURS = 3
"""Our own letters, which show the rare kinds, count so often."""
_SHORTEST = 5
"""Shorter lines tell nothing of where they stand."""
_OF_BODY = frozenset({"block", "note", "signature", "closing", "remark", "on_behalf_of"})
_HELD = {
    "missing date": 4.0,
    "titles": 1.0,
    "wanted": 4.0,
    "return": 3.5,
    "title": -6.0,
    "unit, heads label": 2.0,
}
"""Not fitted: too rare in these letters; the tests show what they are for."""

Pages = Mapping[int, tuple[str, str]]
"""What the PDF shows in the body and in the margin of each page."""


class Example(NamedTuple):
    """The lines behind the head of one rendition, and which of them are of the margin."""

    part: Part
    name: str
    body: list[FeatureLine]
    signs: list[Signs | None]
    wanted: list[bool]


def zones_of(path: pathlib.Path) -> Pages:
    """What a PDF shows on each page in the body and elsewhere."""
    ledgers: list[Ledger] = []

    def recorded(source: Source) -> Ledger:
        ledgers.append(Ledger(source))
        return ledgers[-1]

    with mock.patch.object(parser, "Ledger", recorded):
        kamerbrief.read(path)
    pages: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for line, role in ledgers[0].taken():
        pages[line.page][role not in _OF_BODY].append(squash(line.text))
    return {page: ("".join(body), "|".join(rest)) for page, (body, rest) in pages.items()}


def examples_of(source: Source | str, part: Part, name: str, pages: Pages) -> Iterator[Example]:
    """What each round of the search for the margin sees, and what it should find."""
    calls: list[Example] = []
    find = margin.find_runs

    def recorded(
        body: Sequence[FeatureLine], texts: dict[str, str], *, missing: set[str], wanted: bool
    ) -> tuple[list[list[FeatureLine]], list[FeatureLine]]:
        runs, kept = find(body, texts, missing=missing, wanted=wanted)
        found = {line.start for line in itertools.chain.from_iterable(runs)}
        known = Known.of(body, texts, missing, wanted=wanted)
        told = [_told(line, pages.get(line.page, ("", "")), line.start in found) for line in body]
        calls.append(Example(part, name, list(body), list(signs_of_lines(body, known)), told))
        return runs, kept

    with mock.patch.object(letterhead, "find_runs", recorded):
        kamerbrief.parse(source)
    yield from calls


def _told(line: FeatureLine, page: tuple[str, str], found: bool) -> bool:  # noqa: FBT001 - the answer as it is
    key = line.key
    in_body, in_margin = key in page[0], key in page[1]
    return found if in_body == in_margin or len(key) < _SHORTEST else in_margin


def letters_of(path: pathlib.Path) -> list[Example]:
    """The texts of a letter without records, its PDF as teacher."""
    pages = zones_of(path)
    part = unlabelled.part_of(path)
    return [example for text in unlabelled.texts_of(path) for example in examples_of(text, part, path.stem, pages)]


def others_of(path: pathlib.Path) -> list[Example]:
    """A letter of which nothing but the parser tells where its lines stand."""
    return list(examples_of(source_of(path), "fixtures", f"{path.parent.name}/{path.name}", {}))


def examples_of_tests() -> Iterator[Example]:
    """What the tests of the margin demand."""
    for head, words, told in [
        *((HEAD, words, True) for words in MARGINS),
        *((HEAD, words, False) for words in BODY),
        *(("", words, True) for words in HEADS),
    ]:
        body, texts = cut_by(words, head=head)
        signs = list(signs_of_lines(body, Known.of(body, texts, MISSING, wanted=False)))
        yield Example("fixtures", words, body, signs, [False, *[told] * (len(body) - 2), False])


class Perceptron:
    """Weights that move towards the path that is wanted and away from the one that was found."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = defaultdict(float, _HELD)
        self._sums: dict[str, float] = defaultdict(float)
        self._since: dict[str, int] = defaultdict(int)
        self._steps = 0

    def learn(self, example: Example) -> None:
        """One step, as small as mends the path or smaller."""
        self._steps += 1
        found = margin.best_path(example.body, _with_cost(example), self.weights | _COSTS)
        if found == example.wanted:
            return
        change = Counter(_signs_on(example, example.wanted))
        change.subtract(_signs_on(example, found))
        length = sum(count * count for count in change.values())
        wrong = sum(one != other for one, other in zip(found, example.wanted, strict=True))
        step = min(_STEP, wrong / max(length, 1))
        for sign, count in change.items():
            if count and sign not in _HELD:
                self._sums[sign] += self.weights[sign] * (self._steps - self._since[sign])
                self._since[sign] = self._steps
                self.weights[sign] += step * count

    def average(self) -> dict[str, float]:
        """The mean of the weights of all steps, which fits letters not seen better than the last ones."""
        means = {
            sign: (self._sums[sign] + weight * (self._steps - self._since[sign])) / self._steps
            for sign, weight in self.weights.items()
        }
        return {
            sign: round(mean, 2)
            for sign, mean in {**means, **_HELD}.items()
            if abs(mean) >= _LEAST or sign in ("begin", "end")
        }


_COSTS = {"wanted, body": _COST, "wanted, margin": -_COST}


def _with_cost(example: Example) -> list[Signs | None]:
    """The signs, with what a false path gains by the line, so that the right one must win by as much."""
    return [
        signs if signs is None else (*signs, "wanted, margin" if told else "wanted, body")
        for signs, told in zip(example.signs, example.wanted, strict=True)
    ]


def _signs_on(example: Example, path: Sequence[bool]) -> Iterator[str]:
    """The signs that a path meets."""
    for index, (was, now) in enumerate(itertools.pairwise([False, *path, False])):
        if index < len(example.body) and now:
            yield from example.signs[index] or ()
        if not (was or now):
            continue
        if not 0 < index < len(example.body):
            yield "begin" if now else "end"
            continue
        opens, closes, stays = signs_between(example.body[index - 1], example.body[index])
        yield from stays if was and now else opens if now else closes


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Several rounds over the examples, in another order each."""
    chance = random.Random(1)  # noqa: S311 - nothing is kept secret
    order = list(examples)
    perceptron = Perceptron()
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for example in order:
            perceptron.learn(example)
    return perceptron.average()


def wrong(examples: Sequence[Example], weights: Mapping[str, float], part: Part, *, named: bool) -> str:
    """How many lines of a part the weights put in the wrong zone."""
    false = missed = total = 0
    for example in examples:
        if example.part != part:
            continue
        path = margin.best_path(example.body, example.signs, weights)
        pairs = list(zip(path, example.wanted, strict=True))
        total, false = total + len(path), false + pairs.count((True, False))
        missed += pairs.count((False, True))
        for line, (found, told) in zip(example.body, pairs, strict=True):
            if named and found != told:
                print(f"{example.name}: {'not ' if found else ''}margin: {line.text[:60]}")
    return f"{false} false, {missed} missed of {total} {part}"


def main() -> None:
    """Fit, and print the weights with what they reach on each part."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--named", action="store_true", help="name the lines that the weights as they are miss")
    named = arguments.parse_args().named
    ours = [path for case in cases() for path in renditions(case)]
    records = [path for path in sorted((SHARED / "letters").glob("*/*/*")) if path.suffix in (".txt", ".md")]
    with multiprocessing.Pool() as pool:
        found = [*pool.map(letters_of, unlabelled.letters()), *pool.map(others_of, records)]
        known = [*itertools.chain.from_iterable(pool.map(others_of, ours)), *examples_of_tests()]
    examples = [*itertools.chain.from_iterable(found), *known * _OURS]
    best = fit([example for example in examples if example.part != "other"])
    for name, weights in (("before", WEIGHTS), ("after", best)):
        for part in get_args(Part):
            print(f"# {name}: {wrong(examples, weights, part, named=named and name == 'before')}")
    for sign, weight in sorted(best.items()):
        print(f'    "{sign}": {weight},')


if __name__ == "__main__":
    main()
