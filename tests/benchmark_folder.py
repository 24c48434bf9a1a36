"""How fast a folder becomes a data set, with one process and with more: ``python -m tests.benchmark_folder DIR``.

DIR holds letters; each is taken several times, with bytes of its own. The runs alternate, so that what else the machine
does weighs on all alike; the figures are medians. Where others want the cores too, the time of the processors (CPU)
tells what the processes cost: two cores need half of it at least. Each output is compared byte for byte with that of
one process.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import kamerbrief


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("letters", type=pathlib.Path)
    parser.add_argument("--copies", type=int, default=3, help="how often each letter is taken (3)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each (3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes beside one (all cores)")
    parser.add_argument("--format", default="jsonl", help="the suffix of what is written (jsonl)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        count = copy(options.letters, work / "in", options.copies)
        targets = {jobs: work / f"out{jobs}.{options.format}" for jobs in (1, options.jobs)}
        times: dict[int, list[float]] = {jobs: [] for jobs in targets}
        busy: dict[int, list[float]] = {jobs: [] for jobs in targets}
        most = 0
        for _ in range(options.rounds):
            for jobs, target in targets.items():
                target.unlink(missing_ok=True)
                seconds, worked, megabytes = run("-q", "-j", str(jobs), "-o", str(target), str(work / "in"))
                times[jobs].append(seconds)
                busy[jobs].append(worked)
                most = max(most, megabytes)
        same = len({target.read_bytes() for target in targets.values()}) == 1
    one, more = (statistics.median(times[jobs]) for jobs in targets)
    print(f"{count} documents: {one:.1f} s with 1 process, {more:.1f} s with {options.jobs}: {more / one:.2f} of it")
    print(f"CPU: {' s, '.join(f'{statistics.median(one):.1f}' for one in busy.values())} s")
    print(f"largest process: {most} MB; outputs {'are the same' if same else 'DIFFER'}")
    return 0 if same else 1


def copy(letters: pathlib.Path, folder: pathlib.Path, copies: int) -> int:
    """Copies with a comment or a blank of their own at the end, which no reader sees."""
    folder.mkdir()
    files = sorted(path for path in letters.rglob("*") if path.is_file() and path.suffix in {".pdf", ".txt", ".md"})
    for number in range(copies):
        for path in files:
            end = b"\n%%%d\n" % number if path.suffix == ".pdf" else b"\n" * number
            (folder / f"{number}-{path.name}").write_bytes(path.read_bytes() + end)
    return copies * len(files)


def run(*arguments: str) -> tuple[float, float, int]:
    """Seconds of a run, those of the processors, and the megabytes of its largest process."""
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    began, before = time.monotonic(), os.times()
    program = subprocess.Popen(
        [sys.executable, "-m", "kamerbrief", *arguments],
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": where},
    )
    most = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(0.5):
            most = max(most, *map(megabytes_of, family_of(program.pid)), 0)

    watcher = threading.Thread(target=watch)
    watcher.start()
    program.wait()
    seconds, after = time.monotonic() - began, os.times()
    ended.set()
    watcher.join()
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, worked, most


def family_of(process: int) -> list[int]:
    """A process and those that it started, where the system tells (Linux)."""
    children = pathlib.Path(f"/proc/{process}/task/{process}/children")
    try:
        return [process, *map(int, children.read_text("ascii").split())]
    except OSError:
        return [process]


def megabytes_of(process: int) -> int:
    """What a process held at most; 0 where the system does not tell."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text("ascii", errors="ignore")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    sys.exit(main())
