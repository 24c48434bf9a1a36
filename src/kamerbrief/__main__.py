"""The command line: ``kamerbrief FILE...``.

JSON of the letter goes to standard output, what there is to say about it to standard error.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TextIO

from kamerbrief import __version__
from kamerbrief.model.errors import UnreadableError
from kamerbrief.parser import parse
from kamerbrief.readers import decode, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Diagnostic

STANDARD_INPUT: Final = "-"

_NEWLINE: Final = re.compile(r"\r\n?|\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Parse the letters in files and print them.

    Args:
        argv: The arguments, without the name of the program; those of the process if None.

    Returns:
        The exit code: 0, or 1 where a file could not be read or the output not be written.

    Raises:
        SystemExit: Code 2 for wrong use, 0 after ``--help`` or ``--version``.
    """
    files = _files(argv)
    if sys.stderr is None:  # closed by the caller
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 -- to the end of the process
    if sys.stdout is None:
        print("kamerbrief: cannot write: standard output is closed", file=sys.stderr)
        return 1
    _write_utf_8(sys.stdout, errors="strict")
    _write_utf_8(sys.stderr, errors="backslashreplace")
    try:
        code = _run(files)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough. Python flushes once more at exit: let that go nowhere.
        _send_nowhere(sys.stdout)
        return 0
    except OSError as error:
        _send_nowhere(sys.stdout)
        print(f"kamerbrief: cannot write: {error.strerror}", file=sys.stderr)
        return 1
    return code


def _files(argv: Sequence[str] | None) -> list[str]:
    parser = argparse.ArgumentParser(
        prog="kamerbrief",
        description="Parse letters of the Dutch government to Parliament (Kamerbrieven).",
        epilog="One file gives indented JSON, several give JSON Lines, a letter a line. Diagnostics go to standard "
        "error as path:line:column: severity code message, those of a PDF as path#page=N: severity code message. Exit "
        "code: 0; 1 where a file could not be read; 2 for wrong use.",
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="PDF, DOCX, ODT, XML, HTML, text or Markdown of a letter; - for standard input",
    )
    parser.add_argument("--version", action="version", version=f"kamerbrief {__version__}")
    files: list[str] = parser.parse_args(argv).files
    if files.count(STANDARD_INPUT) > 1:
        parser.error("standard input (-) can be read only once")
    return files


def _run(files: Sequence[str]) -> int:
    code = 0
    for file in files:
        try:
            source = decode(_standard_input(), STANDARD_INPUT) if file == STANDARD_INPUT else load(file)
        except UnreadableError as error:
            print(f"kamerbrief: {_one_line(str(error))}", file=sys.stderr)
            code = 1
            continue
        brief = parse(source)
        print(brief.model_dump_json(indent=None if len(files) > 1 else 2))
        for line in _told(file, source, brief.diagnostics):
            print(line, file=sys.stderr)
    return code


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by the caller
        return b""
    return sys.stdin.buffer.read()


def _told(file: str, source: Source, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """The diagnostics as lines; one that speaks of the whole letter stands at its first page or character."""
    if not diagnostics:
        return
    if source.placed:
        for diagnostic in diagnostics:
            page = (diagnostic.span and diagnostic.span.page) or 1
            yield _one_line(f"{file}#page={page}: {_message(diagnostic)}")
        return
    starts = [0, *(newline.end() for newline in _NEWLINE.finditer(source.text))]
    for diagnostic in diagnostics:
        offset = diagnostic.span.start if diagnostic.span else 0
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1] + 1
        yield _one_line(f"{file}:{line}:{column}: {_message(diagnostic)}")


def _message(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity} {diagnostic.code} {diagnostic.message}"


def _one_line(message: str) -> str:
    return " ".join(message.splitlines())


def _write_utf_8(stream: TextIO, errors: str) -> None:
    """JSON is UTF-8, whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors)


def _send_nowhere(stream: TextIO) -> None:
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # a stream of Python's own
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
