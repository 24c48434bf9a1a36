"""Documents that misbehave, for tests of the command: what a process makes of a letter depends on what the letter says.

``python -m tests.command_cases ARGUMENTS`` is the command with such letters.
"""

from __future__ import annotations

import dataclasses
import os
import pathlib
import signal
import sys
import time
from unittest import mock

from kamerbrief import Kamerbrief, Source
from kamerbrief.__main__ import main
from kamerbrief.command import formats, rendering
from kamerbrief.exports.rows import Tables

GOOD = "Datum 3 mei 2024\nBetreft Sloot {number}\n\nGeachte voorzitter,\n\nDe sloten zijn diep.\n\nHoogachtend,\n"


def misbehave(source: Source) -> None:
    """End the process, hang, or end the one who asked, where the letter says so."""
    text = source.text
    if "KILL MYSELF" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "KILL PARENT" in text:
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    if "DEFECT" in text:
        raise RuntimeError("a defect\nof ours")
    if "HANG" in text:
        if source.origin is not None and source.origin.name is not None:
            began = pathlib.Path(source.origin.name + ".began")
            began.with_suffix(".new").write_text(str(os.getpid()), encoding="utf-8")
            began.with_suffix(".new").rename(began)
        time.sleep(60)


def lines_of(brief: Kamerbrief, source: Source) -> str:
    misbehave(source)
    return rendering.json_line_of(brief, source)


def tables_of(brief: Kamerbrief, source: Source) -> Tables:
    misbehave(source)
    return rendering.tables_of(brief, source)


FORMATS = {
    name: dataclasses.replace(one, render=lines_of if name == "jsonl" else tables_of)
    for name, one in formats.FORMATS.items()
    if not one.letter
}


def letters(folder: pathlib.Path, count: int) -> list[pathlib.Path]:
    """Letters that differ in their subject."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(GOOD.format(number=number), encoding="utf-8")
    return paths


def letter_that(says: str, path: pathlib.Path) -> pathlib.Path:
    path.write_text(f"Geachte voorzitter,\n\n{says} over {path.name}.\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    with mock.patch.dict(formats.FORMATS, FORMATS):
        sys.exit(main())
