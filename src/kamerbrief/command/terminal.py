"""What may go to a terminal: names of files and words of letters hold what would move its cursor or change its text."""

from __future__ import annotations

import re
from typing import Final

_COMMANDS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters but for tab and newline, and those that turn the direction of the text around."""


def printable(text: str) -> str:
    r"""A text with what a terminal would obey written out, as JSON writes it.

    Example:
        >>> print(printable("brief\x1b[2J.pdf\n"), end="")
        brief\u001b[2J.pdf
    """
    return _COMMANDS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def one_line(message: str) -> str:
    r"""A message on one line that a terminal only shows.

    Example:
        >>> one_line("a\nb")
        'a b'
    """
    return printable(" ".join(message.splitlines()))
