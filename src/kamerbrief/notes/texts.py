"""Footnotes: texts collected from the foot of the page before any line is joined.

A note is known by three signs together: its number opens a line, the numbers ascend, and the text before it calls
it. One alone is not enough: ``1.`` opens list items, ``2022`` ends with digits.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter, deque
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.signs import has_note_sign
from kamerbrief.notes.alignment import align
from kamerbrief.notes.candidates import candidates_in
from kamerbrief.notes.marks import is_small, marks_in, stated_mark
from kamerbrief.notes.note import Note
from kamerbrief.notes.weights import WEIGHTS, Weights
from kamerbrief.vocabulary.addresses import is_web_address
from kamerbrief.vocabulary.sentences import is_note_finished

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.notes.alignment import Aligned
    from kamerbrief.notes.marks import Mark

_WORD = regex.compile(r"\p{L}{2}")
_Calls = dict[str, list[tuple[int, float]]]
"""Per label the lines that may call it, and how likely that is."""
_LIKELY = 0.4
_CERTAIN = 3.0
"""The score of a candidate from which it hardly is anything else."""
_DIGITS = 3
_PAGE_LINES = 150
_ALONE = 0.45
"""How likely a number by itself calls a note whose label stands below it."""
_MOST_ALONE = 2
"""A call and its label."""
_CALLED = 0.6
"""What calls an item is worth as much as ``? 2)``; a number behind a word (``polder 2.``) is worth less."""
_ITEM = regex.compile(r"\d{1,2}\. \S")
_MOST_PARTED = 50
"""So many notes at most are told apart that stand in one paragraph."""
_LAST = 1000
"""Notes without a number come behind those with one."""


def find_notes(
    lines: Sequence[FeatureLine], *, called_above: Sequence[str] = (), weights: Weights = WEIGHTS
) -> list[Note]:
    """The notes among these lines.

    Afterwards no line is in two notes, labels ascend in each series, and a note that goes on over the page is one.

    Args:
        lines: The body and what follows it.
        called_above: Numbers that the heading of a published letter calls.
        weights: What each sign of a note is worth.
    """
    stated = [line for line in lines if line.hint.stated == "note"]
    guessed = _guessed(_without(lines, stated), dict.fromkeys(called_above, 1.0), weights)
    found = guessed + _stated(stated)
    return sorted(found, key=lambda note: (note.series, int(note.label) if note.label.isdecimal() else _LAST))


def _without(lines: Sequence[FeatureLine], others: Iterable[FeatureLine]) -> Sequence[FeatureLine]:
    """The lines without some of them."""
    starts = {line.start for line in others}
    return [line for line in lines if line.start not in starts] if starts else lines


def _guessed(lines: Sequence[FeatureLine], above: dict[str, float], weights: Weights) -> list[Note]:
    """The notes among lines of which the source does not state that they are some."""
    closing = _closing_items(lines)
    lines = _without(lines, (note.lines[0] for note in closing))
    return closing + _closing(_guess(lines, {note.label for note in closing}, above, weights), lines)


def _guess(lines: Sequence[FeatureLine], known: set[str], above: dict[str, float], weights: Weights) -> list[Note]:
    """The notes among lines of which nothing is stated.

    Args:
        lines: The lines of all pages.
        known: The labels of the notes that are known.
        above: How likely each label is called above.
        weights: What each sign of a note is worth.
    """
    found = _Found(known, above, weights)
    stretches = deque(list(of_page) for _, of_page in itertools.groupby(lines, key=lambda line: line.page))
    while stretches and not (stretches[-1][0].size or marks_in(stretches[-1])):
        stretches.pop()  # a page without a label has no note, where no size tells one
    while stretches:
        stretch = stretches.popleft()
        calls = _calls(stretch)
        stretch, marks = _marks(stretch, calls, last_page=stretch[-1].page == lines[-1].page)
        end = found.read(stretch, marks, calls)
        if end and any(mark.label == "1" and mark.line > end for mark in marks):
            stretches.appendleft(stretch[end:])  # a page begins there that the source does not part from the one above
    return list(found.notes)


class _Found:
    """The notes of the pages so far, in the order of their places.

    Their numbers may begin anew, on each page or below one table; a series that was left may go on later.
    """

    def __init__(self, known: set[str], above: dict[str, float], weights: Weights) -> None:
        self.notes: list[Note] = []
        self.series = [known]
        """The labels of each series."""
        self.above = [above]
        """How likely each label is called on the pages of each series."""
        self.weights = weights

    def read(self, page: Sequence[FeatureLine], marks: Sequence[Mark], calls: _Calls) -> int:
        """Add the notes of a page; where the last of their lines ends, or of their numbers."""
        series = self._series_of(page, marks, calls)
        known, above = self.series[series], self.above[series]
        marks = [mark for mark in marks if mark.label not in known]
        cut_off = self._is_cut_off(page[0].page, series)
        found = align(page, marks, calls, above, _highest(known), cut_off=cut_off, weights=self.weights)
        new = len(self.notes)
        for aligned in found:
            self._add(page, aligned, series)
        self.notes[new:] = [part for note in self.notes[new:] for part in self._parted(note)]
        for label, places in calls.items():
            above[label] = max(above.get(label, 0.0), *(worth for _, worth in places))
        numbers = (aligned.mark.line for aligned in found if aligned.mark)
        return max((line + 1 for line in (*(one.lines[-1] for one in found if one.lines), *numbers)), default=0)

    def _series_of(self, page: Sequence[FeatureLine], marks: Sequence[Mark], calls: _Calls) -> int:
        """The series that the notes of a page go on with, or a new one; the first, unless another is certain."""
        if any(mark.number == _highest(self.series[0]) + 1 and mark.label in calls for mark in marks):
            return 0
        if "1" in self.series[0] and self._surely_has(page, marks, calls, 1):
            self.series.append(set())
            self.above.append({})
            return len(self.series) - 1
        others = range(len(self.series) - 1, 0, -1)
        going_on = (at for at in others if self._surely_has(page, marks, calls, _highest(self.series[at]) + 1))
        return next(going_on, 0)

    def _add(self, page: Sequence[FeatureLine], aligned: Aligned, series: int) -> None:
        """Add a note, or the rest of the last one."""
        if aligned.mark is None:
            text, last = tuple(page[at] for at in aligned.lines), self.notes[-1]
            self.notes[-1] = dataclasses.replace(last, lines=last.lines + text, text_lines=last.text_lines + text)
        elif aligned.mark.label not in self.series[series]:
            self.series[series].add(aligned.mark.label)
            self.notes.append(_note(page, aligned.mark, aligned.lines, series))

    def _parted(self, note: Note) -> list[Note]:
        """A note and those that begin in the middle of its text: ``... the report [3] See the letter``."""
        found = [note]
        while len(found) < _MOST_PARTED and (parts := _two_of(found[-1], self.series[note.series])) is not None:
            found[-1:] = parts
            self.series[note.series].add(parts[1].label)
        return found

    def _is_cut_off(self, page: int, series: int) -> bool:
        """Whether the page above ended in the middle of a note of the series."""
        last = self.notes[-1] if self.notes else None
        return last is not None and (last.lines[-1].page, last.series) == (page - 1, series) and _is_cut_off(last)

    def _surely_has(self, page: Sequence[FeatureLine], marks: Sequence[Mark], calls: _Calls, number: int) -> bool:
        """Whether the first note of a page has this number: it is called for certain above words in small print.

        Where a source tells no size, print may be small.
        """
        called = min((at for at, worth in calls.get(str(number), ()) if worth == 1.0), default=len(page))
        certain = {mark for mark in marks if mark.number == number and mark.line > called}
        if not certain:
            return False
        first = align(page, marks, calls, {}, number - 1, cut_off=False, weights=self.weights)[:1]
        return any(
            aligned.mark in certain
            and (not page[aligned.mark.line].size or is_small(page[aligned.mark.line]))
            and any(_WORD.search(page[at].text) for at in aligned.lines)
            for aligned in first
            if aligned.mark is not None
        )


def _marks(page: list[FeatureLine], calls: _Calls, *, last_page: bool) -> tuple[list[FeatureLine], list[Mark]]:
    """The lines of a page with what may open a note on it.

    Where nothing is set smaller than the text, a note may be as large if its number stands beside it and is called for
    certain; the lines then have no size.
    """
    if page[0].size and not any(is_small(line) for line in page):
        plain = [line._replace(size=0.0) for line in page]
        marks = [mark for mark in marks_in(plain, last_page=last_page) if not mark.alone]
        if any(at < mark.line and worth == 1.0 for mark in marks for at, worth in calls.get(mark.label, ())):
            return plain, marks
    return page, marks_in(page, last_page=last_page)


def _closing_items(lines: Sequence[FeatureLine]) -> list[Note]:
    """The numbered items that close a source which states its blocks, if the text calls each of them: typed notes.

    Questions of Parliament bring such notes, as a list ``1.``, ``2.``, and call them ``1)``.
    """
    items = list(itertools.takewhile(lambda line: line.hint.is_exact and _ITEM.match(line.text), reversed(lines)))[::-1]
    found = {line.text.partition(".")[0]: line for line in items}
    if list(found) != [str(number) for number in range(1, len(items) + 1)]:
        return []
    calls = _calls(lines[: len(lines) - len(items)]) if items else {}
    if any(max((worth for _, worth in calls.get(label, ())), default=0.0) < _CALLED for label in found):
        return []
    return [Note(label, (line,), (line,), len(label) + 2) for label, line in found.items()]


def _closing(notes: Sequence[Note], lines: Sequence[FeatureLine]) -> list[Note]:
    """The notes without those that are items: typed notes of a source that states its blocks close the document."""
    of_notes = {line.start for note in notes for line in note.lines}
    tail = list(itertools.takewhile(lambda line: line.start in of_notes, reversed(lines)))
    return [
        note for note in notes if not note.lines[0].hint.is_exact or (tail and note.lines[0].start >= tail[-1].start)
    ]


def _two_of(note: Note, known: set[str]) -> tuple[Note, Note] | None:
    """A note and the one that begins in its text; None if none does."""
    following = str(int(note.label) + 1) if note.label.isdecimal() else ""
    if not following or following in known:
        return None
    bracketed = note.lines[0].text.startswith(f"[{note.label}]")
    mark = f"[{following}]" if bracketed else following
    for at, line in enumerate(note.text_lines):
        begin = line.text.find(f"{mark} ", 1)
        if begin > 0 and (bracketed or _may_end_note(line.text[:begin], line.text[begin + len(mark) + 1 :])):
            first, second = line.split(begin)
            rest = (second, *note.text_lines[at + 1 :])
            above = tuple(other for other in note.lines if other.start < line.start)
            kept = dataclasses.replace(note, lines=(*above, first), text_lines=(*note.text_lines[:at], first))
            return kept, Note(following, rest, rest, len(mark) + 1, series=note.series)
    return None


def _may_end_note(before: str, behind: str) -> bool:
    """Whether a number between these parts of a note may be the label of the next one."""
    ends = before.endswith(" ") and is_note_finished(before.rstrip())
    return ends and (behind[:1].isupper() or is_web_address(behind))


def _stated(lines: Sequence[FeatureLine]) -> list[Note]:
    """The notes that the format states; those of a section or an annex may have the labels of others."""
    found: list[Note] = []
    series: list[set[str]] = [set()]
    for _, of_note in itertools.groupby(lines, key=lambda line: line.hint.block):
        note = tuple(of_note)
        label, begin = stated_mark(note[0])
        if label in series[-1]:
            series.append(set())
        series[-1].add(label)
        found.append(Note(label, note, note, begin, series=len(series) - 1))
    return found


def _highest(labels: Iterable[str]) -> int:
    """The last number among the labels; 0 if there is none."""
    return max((int(label) for label in labels if label.isdecimal()), default=0)


def _calls(page: Sequence[FeatureLine]) -> _Calls:
    """Where on a page each label may be called, and how likely that is."""
    found: _Calls = {}
    numbers = _numbers_alone(page)
    for at, line in enumerate(page):
        if numbers.get(at):
            _add(found, line.text, at, _ALONE)
        if not line.raised and (at in numbers or not has_note_sign(line.text)):
            continue
        candidates = candidates_in(line.text, line.raised)
        of_numbers = bool(candidates) and _is_of_numbers(line.text)
        for call in candidates:
            if call.score >= _LIKELY and call.start and not (call.kind == "spaced" and of_numbers):
                _add(found, call.label, at, min(call.score / _CERTAIN, 1.0))
    return found


def _numbers_alone(page: Sequence[FeatureLine]) -> dict[int, bool]:
    """The lines that are a number alone, and whether it may be a raised call: what comes often is of a table."""
    numbers = {at: line.text for at, line in enumerate(page) if len(line.text) < _DIGITS and line.text.isdecimal()}
    counts = Counter(numbers.values())
    most = _MOST_ALONE * max(1, len(page) // _PAGE_LINES)  # a text without page marks is one page
    return {at: counts[number] <= most for at, number in numbers.items()}


def _is_of_numbers(text: str) -> bool:
    """Whether a line holds numbers alone, as a row of a table does."""
    return text.replace(" ", "").isdecimal()


def _add(found: _Calls, label: str, at: int, worth: float) -> None:
    """Add a call that is likelier than those above it."""
    places = found.setdefault(label, [])
    if not places or worth > places[-1][1]:
        places.append((at, worth))


def _is_cut_off(note: Note) -> bool:
    return bool(note.text_lines) and not note.lines[-1].is_note_finished


def _note(page: Sequence[FeatureLine], mark: Mark, places: Sequence[int], series: int) -> Note:
    """A note of the page: its label and the lines of its text."""
    whole = sorted({*range(mark.first, mark.line + 1), *places})
    text = tuple(page[at] for at in places)
    inferred = mark.misread or mark.unmarked
    return Note(mark.label, tuple(page[at] for at in whole), text, mark.begin, inferred, series)
