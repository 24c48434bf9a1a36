"""The command line with options and files in any order: it ends with a code that is documented, in a clean folder."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pathlib
import random
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from unittest import mock

from kamerbrief.__main__ import main

_NAMES = [
    *("brief.txt", "brief.pdf", "b rief.md", "-o", "--"),
    *("brief\x1b[31m.txt", "brief\nook.txt", "é\u202e.html"),
    *("metadata.xml", ".verborgen", "map/brief.docx", "map/dieper/x.txt", "map/.y"),
    *("brief.json", "lijst", "leeg.txt", "a=b"),
]  # fmt: skip
_TARGETS = [
    *("uit.json", "uit.jsonl", "uit.csv", "uit.db", "uit.sqlite", "uit.xlsx", "uit.parquet", "uit.md"),
    *("uit.html", "uit", "uit.diwoo.xml"),
    *("map", "map/uit.json", "nergens/uit.csv", "brief.txt", "-", "", ".", "uit/"),
    *("\x1b.csv", "/dev/null"),
]  # fmt: skip
_FORMATS = ["json", "jsonl", "csv", "sqlite", "xlsx", "parquet", "markdown", "html", "diwoo", "x"]
_LONE = [
    "-q",
    "--quiet",
    "--check",
    "--check=info",
    "--check=x",
    "--dialect=nl",
    "--version",
    "--help",
    "--schema",
    "-j1",
]
_OTHERS = [
    *("nergens.txt", "-", "-", ".", "map", "--files-from", "lijst", "-j", "0", "--timeout", "x", "--onbekend"),
    *("-qo", "/", "--timeout=-1", "--timeout=nan", "-j9999999999999999999", "-jx", "--files-from=-"),
    *("--files-from=nergens", "", "\x00"),
]  # fmt: skip


def make(chance: random.Random, documents: list[Callable[[random.Random], bytes]]) -> bytes:
    """A command as JSON: its arguments, and the files that there are, standard input as ``-``."""
    names = ["-", *chance.sample(_NAMES, chance.randint(0, 4))]
    files = {name: chance.choice(documents)(chance) if chance.random() < 0.9 else b"" for name in names}
    if "lijst" in files:
        files["lijst"] = chance.choice(["\n", "\0"]).join(names).encode()
    words = [name for name in names[1:] if chance.random() < 0.8]
    for _ in range(chance.choice([0, 1, 1, 2])):
        words += ["-o", chance.choice(_TARGETS)] if chance.random() < 0.7 else []
        words += ["-f", chance.choice(_FORMATS)] if chance.random() < 0.5 else []
        words += [chance.choice(_LONE)] if chance.random() < 0.5 else []
        words += [chance.choice(_OTHERS)] if chance.random() < 0.3 else []
    if chance.random() < 0.3:
        chance.shuffle(words)
    if "-o" in words and chance.random() < 0.97:
        words.append("-j1")  # processes are slow to start
    return json.dumps({"files": {name: data.hex() for name, data in files.items()}, "argv": words}).encode()


def examine(data: bytes) -> tuple[str, list[str]]:
    """What becomes of a command, in a word, and the promises that it breaks."""
    order = json.loads(data)
    argv: list[str] = order["argv"]
    stdin = bytes.fromhex(order["files"].get("-", ""))
    with _folder({name: bytes.fromhex(text) for name, text in order["files"].items()}) as folder:
        before = _listed(folder)
        given, out, said = (io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin, b"", b""))
        with mock.patch.object(sys, "stdin", given), redirect_stdout(out), redirect_stderr(said):
            code = _run(argv)
        broken = [*_bad_ending(code, _text(out), _text(said)), *_left_behind(before, _listed(folder), argv)]
    return f"exit {code}", broken


def _run(argv: list[str]) -> object:
    try:
        return main(argv)
    except SystemExit as end:
        return end.code or 0


@contextlib.contextmanager
def _folder(files: dict[str, bytes]) -> Iterator[pathlib.Path]:
    """A folder of its own with these files, in which the command runs."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        for path, data in files.items():
            if path != "-":
                pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
                pathlib.Path(path).write_bytes(data)
        yield pathlib.Path(name)


def _listed(folder: pathlib.Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


def _is_command(character: str) -> bool:
    """Whether a terminal obeys a character instead of showing it: it moves the cursor or turns the text around."""
    turns = unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return turns or (unicodedata.category(character) == "Cc" and character not in "\t\n")


def _bad_ending(code: object, out: str, said: str) -> Iterator[str]:
    if code not in (0, 1, 2):
        yield f"exit code {code}"
    if "Traceback" in said or "defect of kamerbrief" in said:
        yield f"a defect is told: {said[-300:]!r}"
    if bad := {character for character in said if _is_command(character)}:
        yield f"standard error has {sorted(bad)}"
    if code == 0 and out.startswith("{"):
        try:
            for line in [out] if out.startswith("{\n") else out.splitlines():
                json.loads(line)
        except ValueError as error:
            yield f"standard output is no JSON: {error}"


def _left_behind(before: set[str], after: set[str], argv: list[str]) -> Iterator[str]:
    """Files that nobody asked for, and those that are gone."""
    targets = [os.path.normpath(word.removeprefix("-o").removeprefix("-qo")) for word in argv if word]
    for path in sorted(after - before):
        if not any(target in (".", path) or path.startswith(target + os.sep) for target in targets):
            yield f"left behind: {path!r}"
    for path in sorted(before - after):
        if path not in targets:
            yield f"gone: {path!r}"
