"""How lines follow each other: whether one goes on in the next, and how they are joined."""

from __future__ import annotations

import dataclasses
import itertools
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING

import regex

from kamerbrief.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line

_FINISHED = regex.compile(r"[.!?:;…][)\]”’\"'»]*+(?:\s?\[?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\]?(?:[,\s]\s?\d{1,3})*+[.,;:]?)?\s*+\Z")
_TAIL = 24
FINISHED_NOTE = regex.compile(r"[.!?)\]”’\"'»]\s*+\Z|\w{2,}\.\w{2,}\S*+\Z")
"""How the last line of a note ends: as a sentence does, or with an address on the web."""
_BROKEN = regex.compile(r"(?P<before>[\p{L}\d)]++)(?P<hyphen>[-­\x02‐])\Z")
_HYPHENS = ("-", "\xad", "\x02", "‐")
_LONGEST_WORD = 60
_SOFT = "­\x02"
_KEEPS_HYPHEN = frozenset(
    [
        "niet",
        "non",
        "anti",
        "ex",
        "oud",
        "semi",
        "pro",
        "pre",
        "post",
        "co",
        "re",
        "inter",
        "vice",
        "zee",
        "e",
        "i",
        "trans",
        "sociaal",
        "politiek",
        "economisch",
        "juridisch",
        "noord",
        "zuid",
        "oost",
        "west",
        "midden",
        "wet",
        "bio",
        "euro",
    ]
)
_AFTER_REAL_HYPHEN = frozenset(["en", "of", "tot", "dan", "als", "noch", "maar", "respectievelijk", "resp.", "en/of"])
_INVISIBLE = "\u200b\ufeff\xad\x02"
_BLANKS = regex.compile(rf"[\s\x1c-\x1f{_INVISIBLE}]{{2,}}|[^\S ]|[\x1c-\x1f{_INVISIBLE}]")
_UNIT = 20
_WIDTHS = bytes.maketrans(
    bytes(range(256)),
    bytes(
        9 if c in b"ijlft.,;:'?()-rI " else 29 if c in b"mwMW%" else 24 if c in b"ABCDEGHKNOPRSTUVZ" else _UNIT
        for c in range(256)
    ),
)
"""How wide each letter of Latin-1 is; what that lacks, quotes and dashes mostly, is narrow like its ``?``."""
_FULL_TO_MEDIAN = 1.06
"""Ragged lines of the house style: the fullest ones to the median one."""
_UNBROKEN, _PARAGRAPH = 400, 110
"""A text with a line of the one length and half its lines of the other is not broken into lines."""
_FULLEST = 97
"""Of a hundred lines so many end left of where the body ends; a few reach beyond it."""
_BODY_LINE = range(50, 161)
"""How long a line of a body may be."""
_MEASURED_FROM = 3


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """How wide a line is in print, in average characters."""
    return sum(text.encode("latin-1", "replace").translate(_WIDTHS)) / _UNIT


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence or an item does, a note call after the stop set aside.

    Example:
        >>> is_finished("in de regio.12"), is_finished("de volgende:"), is_finished("van de regio")
        (True, True, False)
    """
    last = text[-1:]
    if last in ".!?:;…":
        return bool(last)
    return not last.isalpha() and last not in ",-" and _FINISHED.search(text[-_TAIL:]) is not None


def first_word(text: str) -> str:
    """The word that would have had to fit on the line above."""
    return text.split(" ", 1)[0]


@dataclasses.dataclass(frozen=True, slots=True)
class Measure:
    """How wide the body is set."""

    full: float
    """The width of its fullest lines; 0 where lines are not broken at all (one paragraph a line)."""
    right: float = 0.0
    """Where those lines end, if the source shows that; 0 if not."""
    character: float = 1.0
    """How wide an average character is beside that."""
    marked_over_pages: bool = False
    """The source's own blocks go on over the ends of pages, so that another block there is another paragraph."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measure:
        """The measure of the body whose lines these are."""
        lengths = sorted(len(line.text) for line in lines)
        if not lengths or (lengths[-1] > _UNBROKEN and lengths[len(lengths) // 2] > _PARAGRAPH):
            return cls(0.0)
        body = [line for line in lines if len(line.text) in _BODY_LINE and not line.cells]
        over_pages = any(a.block and a.block == b.block and a.page != b.page for a, b in itertools.pairwise(lines))
        if body and all(line.right for line in body):
            right = sorted(line.right for line in body)[len(body) * _FULLEST // 100]
            left = median(line.column for line in body)
            character = sum(line.right - line.column for line in body) / sum(width(line.text) for line in body)
            return cls(right - left, right, character, over_pages)
        if len(body) < _MEASURED_FROM:
            return cls(0.0)
        long = sorted(width(line.text) for line in body)
        return cls(min(long[-1], long[len(long) // 2] * _FULL_TO_MEDIAN), marked_over_pages=over_pages)

    def room(self, line: Line, following: Line) -> float:
        """How much of the measure stays free though the next word could have stood there; negative if it could not."""
        word = width(first_word(following.text)) + 0.5
        if self.right and line.right:
            return (self.right - line.right - word * self.character) / self.full
        return (self.full - width(line.text) - word) / self.full


def join_lines(lines: Sequence[Line], begin: int = 0, vocabulary: frozenset[str] = frozenset()) -> Text:
    """The lines as one line of text: hyphens at line ends undone, blanks single, offsets kept.

    Args:
        lines: One paragraph's lines.
        begin: Where the text begins in the first line, after a marker.
        vocabulary: The words of the document, which tell a soft hyphen from a real one.
    """
    parts: list[tuple[Text, str]] = []
    for index, line in enumerate(lines):
        text = Text(line.text, line.offsets, line.raised)
        if index == 0 and begin:
            text = text.cut(begin, len(text.string))
        glue = " "
        if parts:
            before = parts[-1][0]
            if before.string[-1:] in _HYPHENS and (broken := _BROKEN.search(before.string[-_LONGEST_WORD:])):
                glue = ""
                address = any(sign in before.string.rsplit(" ", 1)[-1] for sign in ("://", "www."))
                if not address and not _keeps_hyphen(broken["before"], broken["hyphen"], line.text, vocabulary):
                    parts[-1] = before.cut(0, len(before.string) - 1), parts[-1][1]
                elif first_word(line.text) in _AFTER_REAL_HYPHEN:
                    glue = " "
            elif before.string.endswith(("/", "_")) and "http" in before.string.rsplit(" ", 1)[-1]:
                glue = ""
        parts.append((text, glue))
    return tidy(joined(parts))


def tidy(text: Text) -> Text:
    """The text with single, plain blanks, none at its ends, and without invisible characters."""
    string = text.string
    if not _BLANKS.search(string):
        left, right = len(string) - len(string.lstrip()), len(string.rstrip())
        return text if left == 0 and right == len(string) else text.cut(left, max(left, right))
    parts: list[tuple[Text, str]] = []
    at = 0
    blank = False
    for match in _BLANKS.finditer(string):
        if match.start() > at:
            parts.append((text.cut(at, match.start()), " " if blank else ""))
            blank = False
        blank = blank or any(map(str.isspace, match.group()))
        at = match.end()
    if at < len(string):
        parts.append((text.cut(at, len(string)), " " if blank else ""))
    whole = joined(parts)
    return tidy(whole) if whole.string.strip() != whole.string else whole


def _keeps_hyphen(before: str, hyphen: str, following: str, vocabulary: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end is part of the word.

    It is, before ``en`` and the like (``broeikasgas-`` / ``en stikstofemissies``), before a capital or a digit, and
    where the document writes the word with a hyphen elsewhere.
    """
    if hyphen in _SOFT:
        return False
    word = first_word(following)
    if word in _AFTER_REAL_HYPHEN or not word[:1].islower() or before.isdigit() or before.isupper():
        return True
    bare = word.rstrip(".,;:!?)”’\"'»").casefold()
    lowered = before.casefold()
    if f"{lowered}-{bare}" in vocabulary:
        return True
    if lowered + bare in vocabulary:
        return False
    return lowered in _KEEPS_HYPHEN
