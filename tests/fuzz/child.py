"""Examines inputs in a process of its own and tells of each in a line of JSON; ``tests.fuzz`` starts it.

Its arguments: form, seed, first number, count, the time to end (as `time.time` tells it), whether it is guided, and
where libFuzzer saves what ends it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_MEMORY = 8 << 30
"""Bytes that a process may have, so that an input costs itself alone."""
MOST_RUNS = 2**31 - 1
"""libFuzzer counts so far."""
SAVED = 3
"""Of how many failures of a kind the input is told."""
_PER_KIND: dict[str, int] = {}


def main() -> None:
    form, seed, first, count, until, guided = sys.argv[1], *(int(word) for word in sys.argv[2:7])
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    tell = _teller()
    if guided:
        seconds = max(1, until - int(time.time()))
        _guided(form, seed, [f"-runs={min(count, MOST_RUNS)}", f"-max_total_time={seconds}"], tell)
        return
    from tests.fuzz.inputs import make

    for number in range(first, first + count):
        if time.time() > until:
            break
        _examine(form, make(form, seed, number), tell)


def _teller() -> Callable[[dict[str, object]], None]:
    """Standard output for the parent alone; what anything else prints goes to standard error."""
    stream = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def tell(one: dict[str, object]) -> None:
        print(json.dumps(one), file=stream, flush=True)

    return tell


def _examine(form: str, data: bytes, tell: Callable[[dict[str, object]], None]) -> None:
    from tests.fuzz.examine import examine, smaller

    result = examine(form, data)
    told: dict[str, object] = result._asdict()
    if result.failed:
        kind = result.kind
        _PER_KIND[kind] = _PER_KIND.get(kind, 0) + 1
        if _PER_KIND[kind] <= SAVED:
            found = smaller(form, data, kind) if _PER_KIND[kind] == 1 and result.outcome != "slow" else data
            told["data"] = found.hex()
    tell(told | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss})


def _guided(form: str, seed: int, limits: list[str], tell: Callable[[dict[str, object]], None]) -> None:
    """Let libFuzzer choose what to damage next, by what code each input reaches."""
    import random

    import atheris

    with atheris.instrument_imports(include=["kamerbrief"], enable_loader_override=False):
        from tests.fuzz.inputs import harm, make

    def one(data: bytes) -> None:
        _examine(form, data, tell)

    def mutated(data: bytes, most: int, chance: int) -> bytes:
        return harm(form, data, random.Random(chance))[:most]  # noqa: S311 -- damage, no secret

    with tempfile.TemporaryDirectory() as corpus:
        for number in range(200):
            Path(corpus, str(number)).write_bytes(make(form, seed, number))
        saved = f"-artifact_prefix={sys.argv[7] or corpus}/{form}-"
        quiet = ["-verbosity=0", "-print_final_stats=0", "-timeout=100", "-rss_limit_mb=0"]
        options = [*limits, *quiet, f"-seed={seed + 1}", "-max_len=200000", saved]
        atheris.Setup([sys.argv[0], *options, corpus], one, custom_mutator=mutated)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
