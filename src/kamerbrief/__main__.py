"""The command line: ``kamerbrief PATH...``.

What is made of the letters goes to standard output or to a file, what there is to say about them to standard error.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Final, TextIO

from kamerbrief.command.options import read_options
from kamerbrief.command.run import run
from kamerbrief.command.sink import OutputError
from kamerbrief.command.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED: Final = 130
"""The exit code of a program that Ctrl-C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Parse the letters in files and print or write what is asked for.

    Args:
        argv: The arguments, without the name of the program; those of the process if None.

    Returns:
        The exit code: 0, or 1 where a file could not be read or the output not be written, 130 after Ctrl-C.

    Raises:
        SystemExit: Code 2 for wrong use, 0 after ``--help`` or ``--version``.
    """
    options = read_options(argv)
    if sys.stderr is None:  # closed by the caller
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 -- to the end of the process
    if sys.stdout is None:
        if options.target is None:
            print("kamerbrief: cannot write: standard output is closed", file=sys.stderr)
            return 1
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    _write_utf_8(sys.stdout, errors="strict")
    _write_utf_8(sys.stderr, errors="backslashreplace")
    try:
        code = run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _send_nowhere(sys.stdout)
        return _INTERRUPTED
    except OutputError as error:
        print(one_line(f"kamerbrief: {error}"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough. Python flushes once more at exit: let that go nowhere.
        _send_nowhere(sys.stdout)
        return 0
    except OSError as error:
        _send_nowhere(sys.stdout)
        print(f"kamerbrief: cannot write: {error.strerror}", file=sys.stderr)
        return 1
    return code


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
