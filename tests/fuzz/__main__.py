"""Damaged and made-up inputs of every form are read or refused in one line: ``python -m tests.fuzz --minutes N``.

Texts, Markdown, papers in XML, pages in HTML, DOCX, ODT, PDF and command lines: damaged letters of ours, and pieces in
any order. Each is read in a process that may die, and checked with ``tests/invariants.py``.

    python -m tests.fuzz                              2,000 inputs
    python -m tests.fuzz --inputs 300000              more, the same ones each time; --seed N gives others
    python -m tests.fuzz --form pdf --minutes 5       as many of one form as five minutes allow
    python -m tests.fuzz --guided --minutes 10        guided by what code they reach (pip install atheris)
    python -m tests.fuzz --form html FILE...          these files, such as those that --keep DIR has saved
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator

from tests.fuzz.examine import Result, examine
from tests.fuzz.inputs import FORMS, make

HANGS = 120.0
"""Seconds after which a process that says nothing is ended; a busy machine is slow."""
COLUMNS = ("form", "inputs", "read", "refused", "crashes", "broken", "slow", "slowest", "largest", "memory", "time")


class Tally:
    """What became of the inputs of a form."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.outcomes: dict[str, int] = {}
        self.failures: dict[str, list[tuple[int, str]]] = {}
        """By kind, the number and the detail of each input."""
        self.slowest = (0.0, -1)
        self.largest = self.peak = 0
        self.seconds = 0.0

    @property
    def inputs(self) -> int:
        return sum(self.outcomes.values())

    def add(self, result: Result) -> None:
        if result.failed:
            self.failures.setdefault(result.kind, []).append((self.inputs, result.detail))
        self.slowest = max(self.slowest, (result.seconds, self.inputs))
        self.largest = max(self.largest, result.size)
        self.outcomes[result.outcome] = self.outcomes.get(result.outcome, 0) + 1

    def row(self) -> tuple[str, ...]:
        count = self.outcomes.get
        read = self.inputs - sum(count(one, 0) for one in ("refused", "crash", "died", "broken", "slow", "hung"))
        return (
            self.form,
            *(f"{one:,}" for one in (self.inputs, read, count("refused", 0), count("crash", 0) + count("died", 0))),
            *(f"{one:,}" for one in (count("broken", 0), count("slow", 0) + count("hung", 0))),
            f"{self.slowest[0]:.2f} s (#{self.slowest[1]})",
            f"{self.largest / 1000:,.0f} kB",
            f"{self.peak / 1024:,.0f} MB",
            f"{self.seconds:,.0f} s",
        )


def main(argv: list[str] | None = None) -> int:
    options = _options(argv)
    if options.files:
        return _examine_files(options.form[0], options.files)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    shares = {form: FORMS[form].share for form in options.form}
    tallies = []
    for form, share in shares.items():
        share /= sum(shares.values())
        count = max(1, round(options.inputs * share)) if options.inputs else 1 << 40
        until = time.time() + (options.minutes * 60 / len(shares) if options.minutes else 1e8)
        tallies.append(_run(form, options.seed, count, until, options.keep, guided=options.guided))
        print(f"{form}: {tallies[-1].inputs:,} inputs, {len(tallies[-1].failures)} kinds of failures", flush=True)
    _print_table(tallies)
    _print_failures(tallies)
    return 1 if any(tally.failures for tally in tallies) else 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__, formatter_class=form)
    parser.add_argument("--inputs", type=int, metavar="N", help="how many, over all forms")
    parser.add_argument("--minutes", type=float, metavar="N", help="how long, over all forms")
    parser.add_argument("--form", action="append", choices=list(FORMS), help="only these forms")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="save the inputs that fail here")
    parser.add_argument("--guided", action="store_true", help="let libFuzzer choose (needs atheris)")
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE", help="examine these, of one --form")
    options = parser.parse_args(argv)
    if options.files and len(options.form or ()) != 1:
        parser.error("say of which --form the files are")
    if options.guided and importlib.util.find_spec("atheris") is None:
        parser.error("--guided needs atheris: pip install atheris")
    options.form = list(dict.fromkeys(options.form or FORMS))
    if options.minutes is None and options.inputs is None:
        options.inputs = 2000
    return options


def _examine_files(form: str, files: list[pathlib.Path]) -> int:
    results = [examine(form, path.read_bytes()) for path in files]
    for path, result in zip(files, results, strict=True):
        print(f"{path}: {result.outcome} {result.detail} ({result.seconds:.2f} s)")
    return 1 if any(result.failed for result in results) else 0


def _run(form: str, seed: int, count: int, until: float, keep: pathlib.Path | None, *, guided: bool) -> Tally:
    """Inputs of a form in a process; if one ends or hangs it, the next goes on with the input after that one."""
    tally = Tally(form)
    begin = time.monotonic()
    while tally.inputs < count and time.time() < until:
        arguments = [seed, tally.inputs, count - tally.inputs, int(until), int(guided), keep or ""]
        with subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.child", form, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if guided else None,
            text=True,
        ) as process:
            for told in _told(process):
                data, tally.peak = told.pop("data", None), max(tally.peak, int(str(told.pop("peak"))))
                result = Result(**told)  # type: ignore[arg-type]
                _save(keep, form, seed, tally.inputs, bytes.fromhex(str(data)) if data else None)
                tally.add(result)
        if process.returncode == 0:
            break
        lost = Result("hung" if process.returncode == -9 else "died", f"its process ended with {process.returncode}")
        _save(keep, form, seed, tally.inputs, None if guided else make(form, seed, tally.inputs))
        tally.add(lost)
    tally.seconds = time.monotonic() - begin
    return tally


def _told(process: subprocess.Popen[str]) -> Iterator[dict[str, object]]:
    """What a process tells, until it ends; it is ended if it tells nothing for long."""
    heard = time.monotonic()

    def watch() -> None:
        while process.poll() is None:
            if time.monotonic() - heard > HANGS:
                process.kill()
            time.sleep(1)

    threading.Thread(target=watch, daemon=True).start()
    assert process.stdout is not None
    for line in process.stdout:
        heard = time.monotonic()
        yield json.loads(line)


def _save(keep: pathlib.Path | None, form: str, seed: int, number: int, data: bytes | None) -> None:
    if keep is not None and data is not None:
        (keep / f"{form}-{seed}-{number}-{zlib.crc32(data):08x}").write_bytes(data)


def _print_table(tallies: list[Tally]) -> None:
    rows = [COLUMNS, *(tally.row() for tally in tallies)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    for row in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


def _print_failures(tallies: list[Tally]) -> None:
    for tally in tallies:
        for kind, found in sorted(tally.failures.items(), key=lambda one: -len(one[1])):
            print(f"{tally.form}: {len(found)} times {kind}\n    #{found[0][0]}: {found[0][1][:300]}")
    inputs, kinds = (sum(one) for one in zip(*((tally.inputs, len(tally.failures)) for tally in tallies), strict=True))
    print(f"{inputs:,} inputs, {kinds} kinds of failures")


if __name__ == "__main__":
    sys.exit(main())
