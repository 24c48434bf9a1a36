"""How wide a line is, and how lines are joined into one text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import Text, joined
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.addresses import holds_web_address
from kamerbrief.vocabulary.sentences import first_word
from kamerbrief.vocabulary.webaddresses import BEFORE_ADDRESS, address_in, is_ended, is_rest, leads_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.line import Line

_BROKEN = regex.compile(r"(?P<before>[\p{L}\d)]++|\+)(?P<hyphen>[-\xad\x02‐])\Z")
_HYPHENS = ("-", "\xad", "\x02", "‐")
_MAY_GO_ON = (*_HYPHENS, "/", "_")
"""A word that ends so at the end of its line may go on in the next."""
_LONGEST_WORD = 60
_LONGEST_ADDRESS = 8
"""Of so many lines at most."""
_SOFT = "\xad\x02"
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


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """How wide a line is in print, in average characters."""
    return sum(text.encode("latin-1", "replace").translate(_WIDTHS)) / _UNIT


def join_lines(lines: Sequence[Line], begin: int = 0, known: frozenset[str] = frozenset()) -> Text:
    """The lines as one line of text: hyphens at line ends undone, blanks single, offsets kept.

    Args:
        lines: One paragraph's lines.
        begin: Where the text begins in the first line, after a marker.
        known: The words of the document, which tell a soft hyphen from a real one.
    """
    parts: list[tuple[Text, str]] = []
    for index, line in enumerate(lines):
        text = Text(line.text, line.offsets, line.raised, line.links)
        if index == 0 and begin:
            text = text.cut(begin, len(text.string))
        glue = " " if parts else ""
        if parts and _may_go_on(*parts[-1], first=len(parts) == 1):
            before = parts[-1][0]
            glue, keeps = _glue(before, _last_word(parts), line.text, known)
            if not keeps:
                parts[-1] = before.cut(0, len(before.string) - 1), parts[-1][1]
        parts.append((text, glue))
    return tidy(joined(parts) if len(parts) > 1 else parts[0][0]) if parts else Text("")


def _last_word(parts: Sequence[tuple[Text, str]]) -> str:
    """The last word so far; an address on the web may go on over several lines."""
    word = ""
    for text, glue in reversed(parts[-_LONGEST_ADDRESS:]):
        last = text.string.rsplit(" ", 1)[-1]
        word = last + word
        if glue or last != text.string:
            break
    return word


def _may_go_on(text: Text, glue: str, *, first: bool) -> bool:
    """Whether a line may end in a word that goes on in the next: one with a hyphen, an address on the web."""
    string = text.string
    return string[-1:] in _MAY_GO_ON or "/" in string or "www." in string or not (glue or first)


def _glue(before: Text, word: str, text: str, known: frozenset[str]) -> tuple[str, bool]:
    """What comes between two lines, and whether the first one keeps its last character; ``word`` is its last word."""
    if holds_web_address(word):
        return "" if _goes_on(before, address_in(word), text) else " ", True
    if before.string[-1:] in _HYPHENS and (broken := _BROKEN.search(before.string[-_LONGEST_WORD:])):
        if not _keeps_hyphen(broken["before"], broken["hyphen"], text, known):
            return "", False
        return " " if first_word(text) in words("behind_hyphen") else "", True
    return " ", True


def _goes_on(line: Text, address: str, text: str) -> bool:
    """Whether an address at the end of a line goes on in the next one: by what it leads to, else by what they say."""
    following = first_word(text)
    *_, (_, end, target) = line.links or [(0, 0, "")]
    if end == len(line.string) and (told := leads_on(address, following, target)) is not None:
        return told
    if address[-1] not in _MAY_GO_ON:
        alone = len(line.string) - len(address) <= BEFORE_ADDRESS
        return not is_ended(address) and is_rest(following, alone=alone)
    if is_rest(following, alone=True):
        return True
    if address[-1] in _HYPHENS:
        return following not in words("behind_hyphen")
    return "http" in address and not (following.istitle() and following.isalpha())


def tidy(text: Text) -> Text:
    """The text with single, plain blanks, none at its ends, and without invisible characters."""
    string = text.string
    # all that the pattern finds is not printable, but for two plain blanks: asked first, it is ten times as fast
    if (string.isprintable() and "  " not in string) or not _BLANKS.search(string):
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


def _keeps_hyphen(before: str, hyphen: str, following: str, known: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end is part of the word.

    It is, behind a sign (``SDE++-`` / ``subsidie``), before ``en`` and the like
    (``broeikasgas-`` / ``en stikstofemissies``), before a capital or a digit, between
    vowels that clash (``energie-`` / ``infrastructuur``), and where the document writes the word, or another one that
    begins so, with a hyphen elsewhere.
    """
    if hyphen in _SOFT:
        return False
    word = first_word(following)
    if (
        before == "+"
        or word in words("behind_hyphen")
        or not word[:1].islower()
        or before.isdigit()
        or before.isupper()
    ):
        return True
    bare = word.rstrip(".,;:!?)”’\"'»").casefold()
    lowered = before.casefold()
    if f"{lowered}-{bare}" in known:
        return True
    if lowered + bare in known:
        return False
    return lowered in words("keeps_hyphen") or f"{lowered}-" in known or lowered[-1:] + bare[:1] in words("clashes")
