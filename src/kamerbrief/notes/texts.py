"""Footnotes: texts collected from the foot of the page before any line is joined.

A note is known by three signs together: its number opens a line, the numbers ascend, and the text before it calls
it. One alone is not enough: ``1.`` opens list items, ``2022`` ends with digits.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.document.signs import AS_DIGITS, SUPERSCRIPTS
from kamerbrief.notes.candidates import candidates_in
from kamerbrief.notes.detached import read_foot
from kamerbrief.notes.note import Note
from kamerbrief.vocabulary.phrases import is_one_of
from kamerbrief.vocabulary.sentences import is_note_finished

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kamerbrief.lines.features import FeatureLine

_START = regex.compile(
    rf"""
    (?P<super>[{SUPERSCRIPTS}]{{1,3}})\s*+(?=\S)
  | \[(?P<bracket>\d{{1,3}})\]:?\s++(?=\S)
  | (?P<star>\*{{1,3}})\s*+(?=[\p{{L}}\d‘“"(])
  | (?P<bracketed>\d{{1,2}})\)\s++(?=\p{{Lu}})
  | (?P<number>\d{{1,3}})(?:\s++|(?=[\p{{Lu}}‘“"«(]|https?:|www\.))(?=\S)
    """,
    regex.VERBOSE,
)
_MARKED = regex.compile(r"(?P<number>\d{1,3})(?P<super>)\s*+(?=\S)")
"""What the source marks as a note begins so."""
_ALONE = regex.compile(rf"(?:\[?(?P<number>\d{{1,3}})\]?\)?|(?P<super>[{SUPERSCRIPTS}]{{1,3}})|(?P<star>\*{{1,3}}))\Z")
_BRACKETED = regex.compile(r"\[\d{1,3}\]|\d{1,2}\)")
_FIRST = frozenset(f"0123456789{SUPERSCRIPTS}[*X")
_LIKELY = 0.4
_FULL_SIZE = 0.96
"""Notes are set smaller than the text: 6 to 8 pt beside 9, 10 beside 11."""
_LONGEST_NOTE = 8
_CLOSING_LINES = 4
_MISSING_AT_MOST = 3
_ONE_PAGE = 100
"""Lines that a page may have; a longer text without page marks is several pages."""
_FULL_WIDTH = 100
_FULL = 75
"""A line of a note this long may go on in the next one."""
_MOST_GIVEN_BACK = 12
_ONE_BLANK = 2
_LAST = 1000
"""Notes without a number come behind those with one."""


class Start(NamedTuple):
    """What may open a note."""

    label: str
    begin: int
    """Where the text begins on its line."""
    line: int
    """The line on which the text begins."""
    sure: bool
    """Only a note looks like that."""

    @property
    def number(self) -> int | None:
        """The label as a number; None of stars."""
        return int(self.label) if self.label.isdecimal() else None


# decides more: what extractors make of the foot of a page, a rule each
def find_notes(lines: Sequence[FeatureLine], *, called_above: Sequence[str] = ()) -> list[Note]:
    """The notes among these lines.

    Afterwards no line is in two notes, labels ascend, and a note that goes on over the page is one.

    Args:
        lines: The body and what follows it.
        called_above: Numbers that the heading of a published letter calls.
    """
    called = _called(lines) | dict.fromkeys(called_above, -1)
    last_starts = _last_starts(lines, called)
    notes: list[Note] = []
    kept: list[FeatureLine] = []
    labels: set[str] = set()
    expected, index, highest = 1, 0, 0
    paged = bool(lines) and (lines[-1].page > lines[0].page or len(lines) <= _ONE_PAGE)
    while index < len(lines):
        if paged and (index == 0 or lines[index].page != lines[index - 1].page):
            end = _page_end(lines, index)
            expected = _next_label(last_starts, expected, index)
            if foot := read_foot(lines[index:end], expected, _starts(lines, index, end, called)):
                notes += foot
                labels.update(note.label for note in foot)
                highest = max(highest, int(foot[-1].label))
                taken = {line.start for note in foot for line in note.lines}
                kept += [line for line in lines[index:end] if line.start not in taken]
                index, expected = end, expected + len(foot)
                continue
        start = _start(lines, index)
        if start is not None and _goes_on_with_number(lines, index, start.begin, notes):
            start = None
        if start is not None and start.label.isdecimal():
            expected = _next_label(last_starts, expected, index)
        if start is not None and lines[index].text[len(start.label) : len(start.label) + 1] == ")":
            start = start if last_starts.get(int(start.label), index) == index else None
        if (
            start is None
            or not (_follows(start, expected, called, index, lines) or _is_below(notes, start, lines[index - 1]))
            or start.label in labels
        ):
            kept.append(lines[index])
            index += 1
            continue
        label, begin, first, _ = start
        end = _end(lines, first, label, called)
        if notes and label == str(expected):
            _give_back(notes, kept, lines[index])
        notes.append(Note(label, tuple(lines[index:end]), tuple(lines[first:end]), begin))
        labels.add(label)
        highest = max(highest, int(label) if label.isdecimal() else 0)
        if label == str(expected):
            expected = 1 + highest
        elif label.isdecimal() and not _alone_ahead(lines, index, str(expected)):
            expected = int(label) + 1
        index = end
    return sorted(
        notes, key=lambda note: (not note.label.isdecimal(), int(note.label) if note.label.isdecimal() else 0)
    )


def _last_starts(lines: Sequence[FeatureLine], called: dict[str, int]) -> dict[int, int]:
    """The last line on which each number that is called may begin a note."""
    last = {number: index for index, (number, _) in _starts(lines, 0, len(lines), called).items()}
    for index in range(len(lines)):
        start = _start(lines, index)
        if start is not None and start.label.isdecimal() and (start.sure or _closes_page(lines, index, start)):
            last[int(start.label)] = index
    return last


def _next_label(last_starts: dict[int, int], expected: int, index: int) -> int:
    """The next number that a note from this line on can have: one that never comes again is left out."""
    for label in range(expected, expected + _MISSING_AT_MOST + 1):
        if last_starts.get(label, -1) >= index:
            return label
    return expected


def _page_end(lines: Sequence[FeatureLine], begin: int) -> int:
    end = begin
    while end < len(lines) and lines[end].page == lines[begin].page:
        end += 1
    return end


def _starts(lines: Sequence[FeatureLine], begin: int, end: int, called: dict[str, int]) -> dict[int, tuple[int, int]]:
    """Per line of a page that may begin a note: its number, and where the text begins (0: on another line)."""
    found = {}
    for index in range(begin, end):
        text = lines[index].text
        if text[:1] not in _FIRST or _is_of_text(lines[index]):
            continue
        match = _ALONE.match(text) or _START.match(text)
        label = _label(match) if match else ""
        if match and label.isdecimal() and called.get(label, end) < end:
            found[index - begin] = int(label), 0 if match.end() == len(text) else match.end()
    return found


def _alone_ahead(lines: Sequence[FeatureLine], index: int, label: str) -> bool:
    """Whether this number still follows by itself on the page."""
    ahead = lines[index + 1 : index + 1 + 2 * _LONGEST_NOTE]
    return any(line.text == label and line.page == lines[index].page for line in ahead)


def _called(lines: Sequence[FeatureLine]) -> dict[str, int]:
    """The first line on which each number may be a call."""
    first: dict[str, int] = {}
    for index, line in enumerate(lines):
        for mark in candidates_in(line.text, line.raised):
            if mark.score >= _LIKELY and mark.start:
                first.setdefault(mark.label, index)
    return first


# decides more: what extractors make of the foot of a page, a rule each
def _start(lines: Sequence[FeatureLine], index: int) -> Start | None:
    """Label, begin of the text, line on which the text begins, and whether only a note looks like that."""
    line = lines[index]
    text = line.text
    if line.hint.level or text[:1] not in _FIRST or _is_of_text(line):
        return None
    if (
        line.hint.part == "note"
        and (index == 0 or lines[index - 1].hint.block != line.hint.block)
        and (match := _MARKED.match(text))
    ):
        return Start(_label(match), match.end(), index, sure=True)
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        label = text[:end].strip().translate(AS_DIGITS)
        if label.isdecimal() or set(label) == {"*"}:
            while end < len(text) and text[end] in " :)":
                end += 1
            return Start(label, end, index, sure=True)
    if is_one_of(text, "web_notes") and index + 2 < len(lines) and (alone := _ALONE.match(lines[index + 1].text)):
        return Start(_label(alone), 0, index + 2, sure=True)
    if alone := _ALONE.match(text):
        if index + 1 < len(lines) and lines[index + 1].page == line.page and not _ALONE.match(lines[index + 1].text):
            return Start(_label(alone), 0, index + 1, sure=alone["super"] is not None)
        return None
    if match := _START.match(text):
        return Start(_label(match), match.end(), index, sure=match["super"] is not None)
    return None


def _is_of_text(line: FeatureLine) -> bool:
    """Whether the line is set as the text is, which a note is not, and nothing marks its number as that of a note."""
    raised = line.gap > 0 and bool(line.raised) and line.raised[0][0] == 0
    marked = raised or line.hint.part == "note" or _BRACKETED.match(line.text) is not None
    return line.size >= _FULL_SIZE and not marked


def _label(match: regex.Match[str]) -> str:
    groups = match.groupdict()
    found = next(value for name in ("number", "bracket", "bracketed", "star", "super") if (value := groups.get(name)))
    return found.translate(AS_DIGITS)


def _follows(start: Start, expected: int, called: dict[str, int], index: int, lines: Sequence[FeatureLine]) -> bool:
    """Whether a note with this label may come now: the next number, called before (or sure to be a note)."""
    label, _, first, sure = start
    if not label.isdecimal():
        return called.get(label, index) < index
    number = int(label)
    known = called.get(label, len(lines)) < index
    if number == expected:
        return known or (sure and first < len(lines)) or _closes_page(lines, index, start)
    return expected < number <= expected + 3 and known and (sure or _alone_ahead(lines, index, str(expected)))


def _closes_page(lines: Sequence[FeatureLine], index: int, start: Start) -> bool:
    """Whether the last lines of a page, with more pages below, are a number by itself and the words under it."""
    first = start.line
    if first == index or start.label == "1" or not any(map(str.isalpha, lines[first].text)):
        return False
    ahead = lines[first : first + _CLOSING_LINES + 1]
    return any(line.page != lines[first].page for line in ahead)


def _is_below(notes: Sequence[Note], start: Start, above: FeatureLine) -> bool:
    """Whether a later note surely begins right below the last one: what called it, and notes between, may be lost."""
    return bool(notes) and notes[-1].lines[-1].start == above.start and _is_later(start, notes[-1].label)


def _goes_on_with_number(lines: Sequence[FeatureLine], index: int, begin: int, notes: Sequence[Note]) -> bool:
    """Whether the line goes on with the sentence of the body above it: ``in fase / 1 van het werk``."""
    if index == 0 or not lines[index].text[begin : begin + 1].islower():
        return False
    above = lines[index - 1]
    if lines[index].row - above.row > 1 or above.is_finished:
        return False
    return not notes or notes[-1].lines[-1].start != above.start


# decides more: what extractors make of the foot of a page, a rule each
def _end(lines: Sequence[FeatureLine], first: int, label: str, called: Collection[str]) -> int:
    """Where the note ends: at a blank line, the end of its page, or the next note."""
    end = first + 1
    following: Collection[str] = ()
    if label.isdecimal():  # a number may be skipped
        later = [str(int(label) + ahead) for ahead in range(1, _MISSING_AT_MOST + 1)]
        following = [later[0], *(number for number in later[1:] if number in called)]
    while end < len(lines):
        line, last = lines[end], lines[end - 1]
        if line.page != last.page or line.hint.level:
            break
        if line.row - last.row > 1 and not _goes_on(last, line):
            break
        start = _start(lines, end)
        if (start is not None and (start.label in following or _is_later(start, label))) or _ALONE.match(line.text):
            break
        end += 1
    return end


def _is_later(start: Start, label: str) -> bool:
    """Whether a line surely begins a note, of a number above this one."""
    return start.sure and start.label.isdecimal() and label.isdecimal() and int(start.label) > int(label)


def _goes_on(last: FeatureLine, line: FeatureLine) -> bool:
    """Whether a note goes on below one blank line, as some extractors put between all its lines."""
    full = len(last.text) >= _FULL and not is_note_finished(last.text)
    full_width = len(last.text) >= _FULL_WIDTH and _START.match(line.text) is None
    return (
        full
        and line.row - last.row == _ONE_BLANK
        and line.gap == 1
        and (line.text[:1].islower() or line.text[0] == "(" or full_width)
    )


def _give_back(notes: list[Note], kept: list[FeatureLine], line: FeatureLine) -> None:
    """Lines right above a note on a later page finish the note that the page before it cut off."""
    last = notes[-1].lines[-1]
    if not kept or line.page == last.page or is_note_finished(last.text):
        return
    begin = len(kept)
    below = line
    while begin and kept[begin - 1].page == line.page and below.row - kept[begin - 1].row == 1:
        below = kept[begin - 1]
        begin -= 1
    block = kept[begin:]
    if block and begin and kept[begin - 1].page == line.page and len(block) <= _MOST_GIVEN_BACK:
        del kept[begin:]
        more = tuple(block)
        notes[-1] = dataclasses.replace(notes[-1], lines=notes[-1].lines + more, text_lines=notes[-1].text_lines + more)
