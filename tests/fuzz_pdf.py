"""The reader of PDFs on damaged files: ``python -m tests.fuzz_pdf [--count N] [--seed S] [FILE...]``.

Bytes are flipped, stretches cut, doubled and overwritten. Each file must be read, or refused with one line; a child
process does it, so that a crash of PDFium is seen.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import subprocess
import sys
import time

import kamerbrief
from kamerbrief import UnreadableError
from kamerbrief.readers import decode

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
SLOW = 20.0
"""Seconds that no file of a few pages may take."""


def damaged(data: bytes, random_: random.Random) -> bytes:
    """The file with a few kinds of damage."""
    found = bytearray(data)
    for _ in range(random_.choice([1, 1, 2, 5, 20, 100])):
        if not found:
            break
        at = random_.randrange(len(found))
        length = random_.choice([1, 4, 30, 400])
        match random_.randrange(6):
            case 0 | 1:
                found[at] ^= 1 << random_.randrange(8)
            case 2:
                del found[at : at + length]
            case 3:
                found[at:at] = found[at : at + length]
            case 4:
                found[at : at + length] = random_.randbytes(length)
            case _:
                digits = [i for i in range(at, min(at + 2000, len(found))) if 48 <= found[i] <= 57]
                for i in digits[:3]:
                    found[i] = 48 + random_.randrange(10)
    return bytes(found[: random_.randrange(len(found) + 1)]) if random_.random() < 0.2 else bytes(found)


def outcome(data: bytes) -> str:
    """What comes of a file, in a word; any other error than the one that is promised goes through."""
    try:
        source = decode(data, "brief.pdf")
    except UnreadableError as error:
        refusal = error.reason
        return "refused" if "\n" not in refusal else refusal
    brief = kamerbrief.parse(source)
    for span in [*(field.span for field in brief.fields), *(part.span for part in brief.furniture)]:
        source.boxes(span)
    return "read"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_pdf", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="damaged files of each letter")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="PDFs; those of the fixtures if none is named")
    options = parser.parse_args(argv)
    bad = 0
    for path in options.files or sorted(FIXTURES.glob("*/letter*.pdf")):
        done = run(path, options.seed, options.count)
        bad += done.returncode != 0
        print(
            f"{path.parent.name}/{path.name}: {done.stdout.strip().splitlines()[-1:]} {done.stderr[-600:]}", flush=True
        )
        if done.returncode:
            print(f"  exit {done.returncode}")
    return 1 if bad else 0


def run(path: pathlib.Path, seed: int, count: int) -> subprocess.CompletedProcess[str]:
    """Damaged copies of one file, read in a process of their own."""
    command = [sys.executable, "-c", f"from tests.fuzz_pdf import child; child({str(path)!r}, {seed}, {count})"]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def child(path: str, seed: int, count: int) -> None:
    data = pathlib.Path(path).read_bytes()
    counts: dict[str, int] = {}
    for number in range(seed, seed + count):
        print(f"seed {number}", flush=True)
        begin = time.perf_counter()
        word = outcome(damaged(data, random.Random(number)))  # noqa: S311 -- no secret
        assert time.perf_counter() - begin < SLOW, f"seed {number} took too long"
        counts[word] = counts.get(word, 0) + 1
    print(counts)


if __name__ == "__main__":
    sys.exit(main())
