"""Letters without records: ``../shared/letters-unlabelled``, whose PDF teaches their text."""

from __future__ import annotations

import pathlib
import subprocess
import zlib
from typing import Literal

from tests.accuracy import SHARED

Part = Literal["fitted", "other", "fixtures"]
"""Half of the letters is fitted, the other half only reported; our own letters must stay right."""


def letters() -> list[pathlib.Path]:
    return sorted((SHARED / "letters-unlabelled").glob("*.pdf"))


def part_of(path: pathlib.Path) -> Part:
    """The half that a letter belongs to, by a hash of its name."""
    return "fitted" if zlib.crc32(path.stem.encode()) % 2 == 0 else "other"


def texts_of(path: pathlib.Path) -> list[str]:
    """What ``pdftotext`` makes of a PDF, with and without the places on the page."""
    calls = [["pdftotext", *options, str(path), "-"] for options in ([], ["-layout"])]
    return [subprocess.run(call, capture_output=True, check=True).stdout.decode() for call in calls]
