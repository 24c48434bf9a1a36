"""What each weight and threshold is worth: ``python -m tests.weigh [--fixtures] [NAME...]``.

Each weight of the tables is set to 0, each threshold (a number that a module of the steps names) is moved by 30 % down
and up, by patching from outside. Printed is how many facts are right then, against now: of our fixtures what their
truth says, of the letters beside the checkout what their PDF, read as it is now, has too. What changes nothing is idle.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import multiprocessing
import pkgutil
from collections import Counter
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import NamedTuple
from unittest import mock

from tests import unlabelled
from tests.truth_report import blocks_of, cases, compare, loose, renditions, source_of, truth_of, walk

import kamerbrief
from kamerbrief import Kamerbrief, Source
from kamerbrief.body import breaks
from kamerbrief.head import margin
from kamerbrief.notes.texts import find_notes
from kamerbrief.notes.weights import WEIGHTS

ROOMS = ("lines", "frame", "head", "notes", "ending", "body", "result")
_DOWN, _UP = 0.7, 1.3
_TABLES = {"breaks": breaks, "margin": margin}


class Knob(NamedTuple):
    """A number of the library with another value."""

    name: str
    value: float
    modules: tuple[ModuleType, ...] = ()
    """Those that name it; none for a weight of a table."""


class Letter(NamedTuple):
    """A rendition, and what it shows."""

    source: str | Source
    facts: Counter[str]
    """Parts of its PDF; empty for one of our own, whose truth is compared."""
    truth: dict[str, object]


class Right(NamedTuple):
    """How many facts are right."""

    fixtures: int
    letters: int


def knobs() -> list[Knob]:
    """All weights set to 0, and all thresholds moved."""
    found = [Knob(f"{table}: {sign}", 0.0) for table, module in _TABLES.items() for sign in module.WEIGHTS]
    found += [Knob(f"notes: {sign}", 0.0) for sign in WEIGHTS._fields]
    places: dict[tuple[str, float], list[ModuleType]] = {}
    for module in modules():
        for name, value in vars(module).items():
            if name.isupper() and type(value) in (int, float):
                known_as = f"{module.__name__}.{name}" if name.startswith("_") else name
                places.setdefault((known_as, value), []).append(module)
    for (name, value), where in places.items():
        found += [Knob(name, _moved(value, share), tuple(where)) for share in (_DOWN, _UP)]
    return found


def _moved(value: float, share: float) -> float:
    """The value times the share; whole numbers stay whole, and change."""
    whole = type(value) is int
    moved = round(value * share) if whole else value * share
    return moved if moved != value else value + (1 if share > 1 else -1)


def modules() -> Iterator[ModuleType]:
    """The modules of the steps."""
    for room in ROOMS:
        package = importlib.import_module(f"kamerbrief.{room}")
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(info.name)


@contextlib.contextmanager
def applied(knob: Knob) -> Iterator[None]:
    """The library with this value."""
    table, _, sign = knob.name.partition(": ")
    with contextlib.ExitStack() as stack:
        if knob.modules:
            for module in knob.modules:
                stack.enter_context(mock.patch.object(module, knob.name.rsplit(".", 1)[-1], knob.value))
        elif table in _TABLES:
            module = _TABLES[table]
            stack.enter_context(mock.patch.object(module, "WEIGHTS", {**module.WEIGHTS, sign: knob.value}))
        else:
            weights = WEIGHTS._replace(**{sign: knob.value})
            stack.enter_context(mock.patch.dict(find_notes.__kwdefaults__, weights=weights))
        breaks._score.cache_clear()
        yield
    breaks._score.cache_clear()


def parts(brief: Kamerbrief) -> Counter[str]:
    """Headings, blocks and notes of a letter, white space aside."""
    sections = [*brief.sections, *brief.annexes]
    found = Counter(f"heading {loose(section.title)}" for section in walk(sections) if section.title)
    found.update(f"{block.kind} {loose(block.text)}" for block in blocks_of(sections))
    found.update(f"note {note.label} {loose(note.text)}" for note in brief.footnotes)
    return found


def read(*, fixtures_only: bool) -> list[Letter]:
    """Our own letters and those beside the checkout."""
    found = [Letter(source_of(path), Counter(), truth_of(case)) for case in cases() for path in renditions(case)]
    for path in () if fixtures_only else unlabelled.letters():
        facts = parts(kamerbrief.read(path))
        found += [Letter(text, facts, {}) for text in unlabelled.texts_of(path)]
    return found


def count(letters: Sequence[Letter]) -> Right:
    """How many facts are right."""
    fixtures = real = 0
    for letter in letters:
        brief = kamerbrief.parse(letter.source)
        if letter.truth:
            fixtures += sum(check.right for check in compare(letter.truth, brief))
        else:
            real += (parts(brief) & letter.facts).total()
    return Right(fixtures, real)


_LETTERS: list[Letter] = []


def _weighed(index: int) -> Right | None:
    """What is right with a knob; None where the library does not work with it."""
    with applied(knobs()[index]):
        try:
            return count(_LETTERS)
        except Exception:  # noqa: BLE001 - a bound that is moved may break anything
            return None


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.weigh", description=__doc__)
    parser.add_argument("--fixtures", action="store_true", help="our own letters alone")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only knobs with one of these in their name")
    options = parser.parse_args(argv)
    _LETTERS.extend(read(fixtures_only=options.fixtures))
    chosen = [
        at for at, knob in enumerate(knobs()) if not options.names or any(name in knob.name for name in options.names)
    ]
    now = count(_LETTERS)
    print(f"{'right now':<60}{now.fixtures:>10}{now.letters:>10}")
    with multiprocessing.get_context("fork").Pool() as pool:
        for at, right in zip(chosen, pool.imap(_weighed, chosen), strict=True):
            knob = knobs()[at]
            changes = (
                "fails" if right is None else f"{right.fixtures - now.fixtures:+10}{right.letters - now.letters:+10}"
            )
            print(f"{knob.name} = {knob.value:g}"[:60].ljust(60) + changes, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
