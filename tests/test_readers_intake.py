"""How much of a file is read before it is known what it is: what is endless, or too large, costs next to nothing."""

from __future__ import annotations

import io
import json
import os
import pathlib
import subprocess
import sys
import textwrap

import pytest

import kamerbrief
from kamerbrief import UnreadableError
from kamerbrief.__main__ import main

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sparse files, /dev/zero, units of ru_maxrss")

READ = """
import json, resource, sys, time, kamerbrief, kamerbrief.readers.pdf
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, began, reason = peak(), time.perf_counter(), None
try:
    kamerbrief.load(sys.argv[1] if sys.argv[1] != "-" else sys.stdin.buffer)
except kamerbrief.UnreadableError as error:
    reason = error.reason
print(json.dumps([reason, time.perf_counter() - began, peak() - before]))
"""


def sparse(path: pathlib.Path, beginning: bytes, size: int = 2_000_000_000) -> pathlib.Path:
    path.write_bytes(beginning)
    os.truncate(path, size)
    return path


def told(path: str, stdin: str | None = None) -> tuple[str, float, float]:
    """Why a file is refused, after how many seconds, and for how many MB."""
    given = open(stdin, "rb") if stdin else None  # noqa: PTH123, SIM115
    try:
        run = [sys.executable, "-c", textwrap.dedent(READ), path]
        reason, seconds, memory = json.loads(subprocess.run(run, stdin=given, capture_output=True, check=True).stdout)
    finally:
        if given:
            given.close()
    return reason, seconds, memory


@linux
@pytest.mark.parametrize(
    ("beginning", "reason"),
    [
        (b"", "a binary file of a kind that is not known; the text of a letter is wanted"),
        (b"Geachte voorzitter, " * 5000, "a file of more than 16 MB, larger than a letter can be"),
        (b"<?xml version='1.0'?><brief>" * 5000, "a file of more than 16 MB, larger than a letter can be"),
        (b"%PDF-1.7\n", "a file of more than 500 MB, larger than a letter can be"),
        (b"PK\x03\x04", "a file of more than 200 MB, larger than a letter can be"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
    ],
)
def test_a_sparse_file_costs_nothing(beginning: bytes, reason: str, tmp_path: pathlib.Path) -> None:
    said, seconds, memory = told(str(sparse(tmp_path / "brief", beginning)))
    assert said == reason
    assert seconds < 1
    assert memory < 20


@linux
@pytest.mark.parametrize(("path", "stdin"), [("/dev/zero", None), ("-", "/dev/zero")])
def test_what_is_endless_is_refused(path: str, stdin: str | None) -> None:
    said, seconds, memory = told(path, stdin)
    assert said == "a binary file of a kind that is not known; the text of a letter is wanted"
    assert seconds < 1
    assert memory < 100


@linux
@pytest.mark.parametrize("target", [False, True])
@pytest.mark.parametrize("path", ["/dev/zero", "brief.txt", "-", "/dev/stdin"])
def test_the_command_refuses_what_is_endless(path: str, tmp_path: pathlib.Path, *, target: bool) -> None:
    shown = str(sparse(tmp_path / path, b"")) if path == "brief.txt" else path
    command = [sys.executable, "-m", "kamerbrief", shown, *(["-q", "-o", str(tmp_path / "out.csv")] if target else [])]
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123
        done = subprocess.run(command, stdin=endless, capture_output=True, check=False, timeout=20)
    kind = b"a binary file of a kind that is not known; the text of a letter is wanted"
    assert (done.returncode, done.stderr) == (1, b"kamerbrief: %s: %s\n" % (shown.encode(), kind))


class Trickle(io.RawIOBase):
    """A file that gives a few bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._file = io.BytesIO(data)

    def read(self, size: int = -1, /) -> bytes:
        return self._file.read(min(size, 7))


def test_a_file_that_comes_in_pieces_is_read_whole() -> None:
    words = "Geachte voorzitter, " * 10
    assert kamerbrief.load(Trickle(words.encode())).text == words  # type: ignore[arg-type]


def test_bytes_that_are_too_large_are_refused() -> None:
    with pytest.raises(UnreadableError, match=r"^<bytes>: a file of more than 16 MB, larger than a letter can be$"):
        kamerbrief.read(b"een " * 4_000_001)


@linux
def test_a_record_that_is_endless_is_none(tmp_path: pathlib.Path) -> None:
    paper = tmp_path / "kst-31322-7.xml"
    paper.write_text("<?xml version='1.0'?><kamerwrk><al>De sloten zijn diep.</al></kamerwrk>", encoding="utf-8")
    alone = kamerbrief.load(paper)
    (tmp_path / "metadata.xml").symlink_to("/dev/zero")
    assert kamerbrief.load(paper).text == alone.text


def test_main_is_told_of_what_is_too_large(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sparse(tmp_path / "brief.pdf", b"%PDF-1.7\n", 500_000_001)
    assert main([str(path)]) == 1
    assert capsys.readouterr().err == f"kamerbrief: {path}: a file of more than 500 MB, larger than a letter can be\n"
