"""What a line says for opening the text of a note, for being inside one, and for being of the body again."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.document.signs import LONE_BULLET
from kamerbrief.lines.measure import Measure
from kamerbrief.notes.marks import announces_address, goes_on_in_address, is_of_text, is_small
from kamerbrief.vocabulary.addresses import is_web_address
from kamerbrief.vocabulary.headings import number_of
from kamerbrief.vocabulary.sentences import before_number, is_left_open, is_opener, opens_note
from kamerbrief.vocabulary.signing import signed_name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.notes.weights import Weights

_FULL = 75
"""A line of a note this long may go on in the next one."""
_FULL_WIDTH = 100
_BESIDE = 4
"""What is laid out beside a raised label begins so many columns right of it at most."""
_NEVER = 100.0
_ROOM = (0.12, 0.5)
"""Shares of the measure that a line of the text left; what is shorter is a title, below which text begins.

Of layout texts notes .979 -> .982; from .2 on, and without the upper bound, notes of pdftotext fall.
"""
_WIDE = 1.05
"""Of the measure of the text: 36 of 100 lines of notes are wider, and 2 of the text."""


class LineSigns:
    """The signs of the lines of a page; ``free`` are the lines that are labels alone."""

    def __init__(self, lines: Sequence[FeatureLine], free: Collection[int], weights: Weights) -> None:
        self.lines, self.weights = lines, weights
        self.measure = Measure.of_width(lines)
        self.ended = [line.is_finished or line.is_note_finished for line in lines]
        for at, (above, line) in enumerate(itertools.pairwise(lines), start=1):
            if line.text.isdecimal() and before_number(above.text):
                self.ended[at] = True
        self.above, self.below = self._neighbours(free)

    def is_indented(self, at: int) -> bool:
        """Whether the line below a label begins right of it, as a text beside a raised label is laid out."""
        label, line = self.lines[at], self.lines[at + 1]
        return not line.gap and line.page == label.page and 0 < line.column - label.column <= _BESIDE

    def items_above(self, at: int, most: int) -> int:
        """How many bullets, of so many at most, are stacked above a label: their texts come first."""
        last = above = self.above[at]
        while above >= 0 and last - above < most and LONE_BULLET.match(self.lines[above].text):
            above -= 1
        return last - above

    def opens(self, at: int, begin: int) -> tuple[float, float]:
        """What a line says for a text that begins in it, below a line of the body and below one of another note."""
        weights, line = self.weights, self.lines[at]
        is_cut = self._is_cut(at)
        score = weights.low * at / len(self.lines) + (weights.gap if line.gap else 0.0)
        score += weights.wide if self._is_wide(line) else 0.0
        cites = opens_note(line.text, begin) and not (is_cut and self._is_announced(at))
        score += weights.cites if cites else self._opening(line, begin)
        if not is_cut:
            return score + weights.after_finished, score + weights.after_finished
        score_in_notes = score + weights.after_open - (weights.cites if cites else 0.0)
        score += weights.cites_open if cites and not begin else 0.0
        return score + weights.after_body + self._below_body(at, cites=cites), score_in_notes

    def _below_body(self, at: int, *, cites: bool) -> float:
        """What a line says for a text that begins in it, by the line of the body that it cuts."""
        line, above = self.lines[at], self.lines[self.above[at]]
        score = self.weights.cannot_go_on if is_opener(line.first_word) and is_left_open(above.text) else 0.0
        return score + (self.weights.after_wide if not cites and self._is_wide(above) else 0.0)

    def goes_on(self, at: int) -> float:
        """What says that the line goes on with the note above it."""
        weights, line = self.weights, self.lines[at]
        above = self.above_line(at) or line
        if is_of_text(line) or line.hint.level or line.is_question:
            return -_NEVER
        ended = above.is_note_finished and not goes_on_in_address(above.text, line.text)
        score = weights.goes_on + (weights.finished_above if ended else weights.open_above)
        score += weights.wide_inside if self._is_wide(line) else 0.0
        if line.gap:
            score += weights.gap_open if self._goes_on_below_blank(at) else weights.gap_inside
        return score + self._begins_inside(line, ended=ended)

    def leaves(self, at: int) -> float:
        """What says that the note above ended and the line is of the text again."""
        if self.is_marked(at):
            return -_NEVER
        weights, line, above = self.weights, self.lines[at], self.above_line(at)
        score = weights.leave
        if above is not None and (not above.is_note_finished or goes_on_in_address(above.text, line.text)):
            score += weights.leave_open + (weights.leave_lower if line.text[:1].islower() else 0.0)
        if is_small(line):
            score += weights.leave_small
        if line.gap and not self._goes_on_below_blank(at):
            score += weights.leave_gap
        return score

    def _is_wide(self, line: FeatureLine) -> bool:
        """Whether the line holds more than the text does, which tells small print where no size is told."""
        return not line.size and 0 < _WIDE * self.measure.full < line.width

    def is_marked(self, at: int) -> bool:
        """Whether the source marks the line and the one above as one note."""
        if not 0 < at < len(self.lines):
            return False
        hint = self.lines[at].hint
        return hint.part == "note" and hint.block > 0 and hint.block == self.lines[at - 1].hint.block

    def above_line(self, at: int) -> FeatureLine | None:
        """The nearest line above that is not a label."""
        above = self.above[at]
        return self.lines[above] if above >= 0 else None

    def _is_cut(self, at: int) -> bool:
        """Whether the line above must go on."""
        above = self.above[at]
        if above < 0 or self.ended[above] or self._had_room(self.lines[above], self.lines[at]):
            return False
        return self.lines[at].gap == 0 or self.lines[above].text[-1] in ",-"

    def _had_room(self, above: FeatureLine, line: FeatureLine) -> bool:
        """Whether the next line's first word would have stood on the line above."""
        if not (self.measure.full and line.text[0].isupper()):
            return False
        return _ROOM[0] < self.measure.unused(above, line) < _ROOM[1]

    def _is_announced(self, at: int) -> bool:
        """Whether the line is an address on the web that the line above goes on with."""
        above = self.above_line(at)
        return above is not None and announces_address(above.text, self.lines[at].text)

    def _opening(self, line: FeatureLine, begin: int) -> float:
        """What the first words of a text say against its being a note."""
        if line.text[begin : begin + 1].islower():
            return self.weights.lower
        return self.weights.name_inside if not begin and signed_name(line.text) is not None else 0.0

    def _begins_inside(self, line: FeatureLine, *, ended: bool) -> float:
        """What the beginning of a line says for its being inside a note."""
        weights = self.weights
        if opens_note(line.text) and ended and not line.size and not is_web_address(line.text):
            return weights.cites_inside
        if line.text[:1].islower():
            return weights.lower_inside
        if signed_name(line.text) is not None:
            return weights.name_inside
        return weights.title_inside if number_of(line.text) is not None else 0.0

    def _goes_on_below_blank(self, at: int) -> bool:
        """Whether a note may go on below one blank line, as some extractors put between all its lines.

        No paragraph of a text begins with a line that is an address on the web and no more.
        """
        line, above = self.lines[at], self.above_line(at)
        if line.gap != 1 or above is None:
            return False
        if is_left_open(above.text) or (is_web_address(line.text) and " " not in line.text):
            return True
        if above.is_note_finished:
            return False
        return len(above.text) >= _FULL and (
            line.text[:1].islower() or line.text[0] == "(" or len(above.text) >= _FULL_WIDTH
        )

    def _neighbours(self, free: Collection[int]) -> tuple[list[int], list[int]]:
        """For each line the nearest one above it, and from it on, that is not a label."""
        above, below = [-1], [len(self.lines)]
        for at in range(len(self.lines)):
            above.append(above[-1] if at in free else at)
        for at in range(len(self.lines) - 1, -1, -1):
            below.append(below[-1] if at in free else at)
        return above, below[::-1]
