"""What the user asks for."""

from __future__ import annotations

import argparse
import dataclasses
import math
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kamerbrief.command.documents import STANDARD_INPUT, paths_listed_in
from kamerbrief.command.formats import FORMATS, Format, format_of
from kamerbrief.command.reading import SEVERITIES
from kamerbrief.command.terminal import one_line
from kamerbrief.model.origin import PARSER_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.model.letter import Severity


@dataclasses.dataclass(frozen=True, slots=True)
class Options:
    """What is asked for."""

    paths: tuple[str, ...]
    single: bool
    """One path was named, for one JSON document."""
    target: str | None
    format: Format | None
    """None: JSON for people to read of one letter, JSON Lines of several."""
    jobs: int | None
    timeout: float | None
    quiet: bool
    dutch: bool
    check: Severity | None = None
    """Tell diagnostics alone; one that is as grave as this or more is a failure."""

    @property
    def processes(self) -> int:
        """How many processes are to read: as asked for, else one for each core where the result goes into a file."""
        if self.jobs is not None:
            return self.jobs
        return _cores() if self.target else 1


def read_options(argv: Sequence[str] | None) -> Options:
    """Read the arguments of the command.

    Raises:
        SystemExit: Code 2 for wrong use, 0 after ``--help`` or ``--version``.
    """
    parser = _parser()
    given = parser.parse_args(_with_severity(sys.argv[1:] if argv is None else argv))
    paths: list[str] = given.paths
    if [*paths, given.files_from].count(STANDARD_INPUT) > 1:
        parser.error("standard input (-) can be read only once")
    if given.files_from is not None:
        try:
            paths = [*paths, *_listed(given.files_from)]
        except OSError as error:
            parser.error(f"--files-from {given.files_from}: {error.strerror}")
    elif not paths:
        parser.error("name a document or a folder (PATH), or a list of them with --files-from")
    target = None if given.output == STANDARD_INPUT else given.output
    chosen = _format(parser, given.format, target)
    if given.dialect and (chosen is None or chosen.name != "csv"):
        parser.error("--dialect is for CSV")
    if given.check:
        _refuse_output(parser, target, chosen)
    return Options(
        paths=tuple(paths),
        single=len(given.paths) == 1 and given.files_from is None,
        target=target,
        format=chosen,
        jobs=given.jobs,
        timeout=given.timeout,
        quiet=given.quiet,
        dutch=given.dialect == "nl",
        check=given.check,
    )


def _with_severity(argv: Sequence[str]) -> list[str]:
    """The arguments with the severity that ``--check`` alone means, so that no path is taken for it."""
    return [f"{word}=warning" if word == "--check" else word for word in argv]


def _refuse_output(parser: argparse.ArgumentParser, target: str | None, chosen: Format | None) -> None:
    if target or chosen:
        parser.error("--check tells diagnostics alone: leave out -o and -f")


def _format(parser: argparse.ArgumentParser, name: str | None, target: str | None) -> Format | None:
    chosen = FORMATS[name] if name else format_of(target) if target else None
    if target and chosen is None:
        parser.error(f"-o {target}: its name does not tell a format; say which with -f")
    if not target and chosen is not None and not (chosen.letter or chosen.name == "jsonl"):
        parser.error(f"-f {chosen.name} needs a file or folder to write: -o")
    return chosen


def _listed(path: str) -> list[str]:
    if path == STANDARD_INPUT:
        return paths_listed_in(b"" if sys.stdin is None else sys.stdin.buffer.read())
    return paths_listed_in(Path(path).read_bytes())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _count(text: str) -> int:
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


def _seconds(text: str) -> float:
    if not 0 < (number := float(text)) < math.inf:
        raise ValueError(text)
    return number


_count.__name__, _seconds.__name__ = "count", "number of seconds"  # what argparse calls them: invalid count value


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments on one line; a name among them may hold anything."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))


class _Schema(argparse.Action):
    """Prints the JSON Schema of a letter and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.resources import files

        sys.stdout.write(files("kamerbrief").joinpath("kamerbrief.schema.json").read_text("utf-8"))
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kamerbrief",
        description="Parse letters of the Dutch government to Parliament (Kamerbrieven).",
        epilog="Without -o and -f, one file gives indented JSON, several give JSON Lines, a letter a line, and "
        "diagnostics go to standard error as path:line:column: severity code message, those of a PDF as path#page=N: "
        "severity code message. Exit code: 0; 1 where a file could not be read or the output not be written; 2 for "
        "wrong use; 130 after Ctrl-C.",
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="PDF, DOCX, ODT, XML, HTML, text or Markdown of a letter, or a folder "
        "of them; - for standard input")  # fmt: skip
    add("-o", "--output", metavar="OUT", help="file or folder to write, as a whole or not at all; its suffix tells the "
        f"format: {' '.join(one.suffixes[0] for one in FORMATS.values())}")  # fmt: skip
    add("-f", "--format", choices=list(FORMATS), help="the format, where the name of the output does not tell it")
    add(
        "-j",
        "--jobs",
        type=_count,
        metavar="N",
        help="how many processes read; with -o one for each core, if not given",
    )
    add("--files-from", metavar="FILE", help="read the paths in this file too, one a line or each ended by a NUL byte; "
        "- for standard input")  # fmt: skip
    add("--timeout", type=_seconds, metavar="SECONDS", help="give up a document that takes longer; the others go on")
    add("--check", nargs="?", choices=SEVERITIES, metavar="=SEVERITY", help="tell diagnostics alone; exit with 1 where "
        "one is of this severity or a graver one: error, warning (if not given) or info")  # fmt: skip
    add("--dialect", choices=["nl"], help="CSV as Dutch Excel wants it: semicolons, and a byte order mark")
    add("-q", "--quiet", action="store_true", help="no progress and no summary")
    add("--schema", action=_Schema, nargs=0, help="print the JSON Schema of a letter")
    add("--version", action="version", version=f"kamerbrief {PARSER_VERSION}")
    return parser
