"""Numbers and stars that may open a note: raised, in brackets, before the text or alone on a line."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.document.signs import AS_DIGITS, AS_MISREAD, MISREAD, SUPERSCRIPTS
from kamerbrief.vocabulary import alternatives
from kamerbrief.vocabulary.addresses import WEB, is_web_address
from kamerbrief.vocabulary.phrases import is_one_of
from kamerbrief.vocabulary.sentences import is_left_open, opens_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_START = regex.compile(
    rf"""
    (?P<super>[{SUPERSCRIPTS}]{{1,3}})\s*+(?=\S)
  | \[(?P<bracket>\d{{1,3}})\]:?\s++(?=\S)
  | (?P<star>\*{{1,3}})\s*+(?=[\p{{L}}\d‘“"(])
  | (?P<bracketed>\d{{1,2}})\)\s++(?=\p{{Lu}})
  | (?P<number>\d{{1,3}})(?:\s++|(?=[\p{{Lu}}‘“"«(]|{WEB}))(?=\S)
    """,
    regex.VERBOSE,
)
_MARKED = regex.compile(r"(?P<number>\d{1,3})\s*+(?=\S)")
"""What the source marks as a note begins so."""
_ALONE = regex.compile(rf"(?:\[?(?P<number>\d{{1,3}})\]?\)?|(?P<super>[{SUPERSCRIPTS}]{{1,3}})|(?P<star>\*{{1,3}}))\Z")
_MISREAD = regex.compile(r"(?!\d++(?!\S))(?P<number>[\dlIi|oO°zZ]{2,3})(?:\s++(?=[\p{Lu}‘“\"(])|\Z)")
"""A number of which a digit was taken for a letter: ``io Zie``, ``lz``."""
_SECOND = regex.compile(r"(?P<number>\d{1,3})(?=\p{Lu}\p{Ll})")
_BRACKETED = regex.compile(r"\[\d{1,3}\]|\d{1,2}\)")
_WORD = regex.compile(r"\p{L}")
_FIRST = frozenset(f"0123456789{SUPERSCRIPTS}[*")
_CLOSING_LINES = 4
_FULL_SIZE = 0.96
"""Notes are set smaller than the text: 6 to 8 pt beside 9, 10 beside 11."""


class Mark(NamedTuple):
    """What may open a note."""

    label: str
    first: int
    """The line that it begins on: ``X Noot`` may stand above a number."""
    line: int
    """The line that its label is on."""
    begin: int
    """Where the text begins on that line; 0 where the label stands alone."""
    sure: bool
    """Only a note looks like that."""
    bracketed: bool = False
    """``1)``, as an item of a list has it."""
    closes: bool = False
    """A number by itself with words under it at the end of a page, and more pages follow."""
    misread: bool = False
    """The recognition of a scan took a digit of its label for a letter."""
    unmarked: bool = False
    """Its label is not in the source."""

    @property
    def number(self) -> int | None:
        """Its label as a number; None of stars."""
        return int(self.label) if self.label.isdecimal() else None

    @property
    def alone(self) -> bool:
        """Whether its text is on another line."""
        return self.begin == 0


def marks_in(lines: Sequence[FeatureLine], *, last_page: bool = True) -> list[Mark]:
    """What may open a note on a page, at most one each line."""
    found = []
    worded = Counter(match["number"] for line in lines if (match := _worded_in(line.text)))
    for index, line in enumerate(lines):
        if _may_open(line.text, worded) and not line.hint.level and not is_of_text(line):
            mark = _raised(lines, index) or _printed(lines, index)
            if mark is not None:
                begin = _behind_second(line.text, mark)
                closes = not last_page and _closes_page(lines, mark)
                found.append(mark._replace(begin=begin, closes=closes) if closes or begin != mark.begin else mark)
    return found


def _may_open(text: str, worded: Counter[str]) -> bool:
    """Whether a note may open a line by its first sign; of those by a word, two of one number are of tables."""
    if text[:1] in _FIRST:
        return True
    match = _worded_in(text) if worded else None
    return (match is not None and worded[match["number"]] == 1) or (
        text[:1] in MISREAD and _MISREAD.match(text) is not None
    )


def _behind_second(text: str, mark: Mark) -> int:
    """Where the text begins behind a label that was typed beside the one that is printed: ``2 2Zie de kaart``."""
    second = _SECOND.match(text, mark.begin) if mark.begin else None
    return second.end() if second and second["number"] == mark.label else mark.begin


def _closes_page(lines: Sequence[FeatureLine], mark: Mark) -> bool:
    """Whether the mark and the words under it are the last lines of the page."""
    below = lines[mark.line + 1 : mark.line + 2 + _CLOSING_LINES]
    if not mark.alone or not mark.label.isdecimal() or not 0 < len(below) <= _CLOSING_LINES:
        return False
    return opens_note(below[0].text) if mark.label == "1" else _WORD.search(below[0].text) is not None


def is_of_text(line: FeatureLine) -> bool:
    """Whether the line is set as the text is, which a note is not, and nothing marks its number as that of a note."""
    if line.hint.stated is not None:
        return line.hint.stated != "note"
    if line.size < _FULL_SIZE:
        return False
    raised = line.gap > 0 and bool(line.raised) and line.raised[0][0] == 0
    return not (raised or line.hint.part == "note" or _BRACKETED.match(line.text) is not None)


def is_small(line: FeatureLine) -> bool:
    """Whether the line is set smaller than the text, as notes are."""
    return 0 < line.size < _FULL_SIZE


def stated_mark(line: FeatureLine) -> tuple[str, int]:
    """The label of a note that the format states, and where its text begins: it is raised, or the first word."""
    end = line.raised[0][1] if line.raised and not line.raised[0][0] else len(line.text.split(" ", 1)[0])
    begin = end + len(line.text[end:]) - len(line.text[end:].lstrip())
    return line.text[:end].strip("[]()").translate(AS_DIGITS), begin


def _raised(lines: Sequence[FeatureLine], index: int) -> Mark | None:
    """A label that the source marks as that of a note, or that stands raised."""
    line = lines[index]
    text = line.text
    if line.hint.part == "note" and (index == 0 or lines[index - 1].hint.block != line.hint.block):
        match = _MARKED.match(text)
        return Mark(match["number"], index, index, match.end(), sure=True) if match else None
    if not line.raised or line.raised[0][0]:
        return None
    end = line.raised[0][1]
    label = text[:end].strip().translate(AS_DIGITS)
    if not label.isdecimal() and set(label) != {"*"}:
        return None
    while end < len(text) and text[end] in " :)":
        end += 1
    return Mark(label, index, index, end if end < len(text) else 0, sure=True)


def _printed(lines: Sequence[FeatureLine], index: int) -> Mark | None:
    text = lines[index].text
    if match := _worded_in(text):
        return Mark(match["number"], index, index, match.end(), sure=True)
    if match := _ALONE.match(text):
        web = index > 0 and is_one_of(lines[index - 1].text, "web_notes")
        return Mark(_label(match), index - web, index, 0, sure=web or match["super"] is not None)
    match = _START.match(text)
    if match and not _WORD.search(text, match.end()):
        plain = match["number"] is not None
        twice = plain and text[match.end() :] == _label(match)
        return Mark(_label(match), index, index, 0, sure=False) if twice else None
    if match:
        sure = match["super"] is not None
        return Mark(_label(match), index, index, match.end(), sure, match["bracketed"] is not None)
    if match := _MISREAD.match(text):
        label = match["number"].translate(AS_MISREAD)
        begin = match.end() if match.end() < len(text) else 0
        return Mark(label, index, index, begin, sure=False, misread=True)
    return None


def _worded_in(text: str) -> regex.Match[str] | None:
    return _worded().match(text) if text[:1] in "Nn" else None


@cache
def _worded() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('worded_notes')})\s(?P<number>\d{{1,3}}):\s++(?=\S)")


def _label(match: regex.Match[str]) -> str:
    return match[match.lastgroup or 0].translate(AS_DIGITS)


def announces_address(above: str, text: str) -> bool:
    """Whether the line above goes on with the address that this one is: ``te vinden op``, ``zie``."""
    return is_web_address(text) and is_left_open(above)


def goes_on_in_address(above: str, text: str) -> bool:
    """Whether the line is the rest of an address on the web."""
    return "/" in text and " " not in text and is_web_address(above.rsplit(" ", 1)[-1])
