"""Which texts the labels of notes belong to: a column of labels beside a column of texts, both in their order.

A raised label has a baseline of its own, so that it may come before its text, below it, or stacked with the others:
``2 / 3 / text of 2 / text of 3``. So one search over the lines of a page decides which labels are notes, where the text
of each begins and where it ends. It costs at most so many steps a line as states are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.notes.marks import is_of_text, is_small
from kamerbrief.vocabulary.headings import number_of
from kamerbrief.vocabulary.sentences import is_note_finished, opens_note
from kamerbrief.vocabulary.signing import signed_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.notes.marks import Mark

_STATES = 5
"""So many ways to read the lines so far are kept; with 5 the letters came out the same."""
_BEGINS = 12
"""So many labels at most are tried on a line."""
_APART = 24
"""So many lines at most stand between a label and its text."""
_FAR = 4
"""What stands further from its label is stacked, and the order tells."""
_FULL = 75
"""A line of a note this long may go on in the next one."""
_NEVER = 100.0
_MISSING = 2
"""So many lost labels speak against a note; more do no further harm, so that one loss does not run on."""
_STAR = -2
"""Stars, and the rest of a note of the page before, have no place in the order of the numbers."""
_FULL_WIDTH = 100
_CARRIED = 12
"""A note that the page before cut off has so many lines at most."""


class Weights(NamedTuple):
    """What each sign says for a note, or for a line being part of one; fitted by ``python -m tests.fit_notes``."""

    # the label
    called: float = 2.22
    called_before: float = 1.65
    closes: float = 1.0
    uncalled: float = -2.5
    next_label: float = -0.97
    skipped: float = -4.0
    sure: float = 3.47
    small: float = 3.0
    bracketed: float = -1.04
    lost: float = -1.35
    # where its text begins
    beside: float = 1.5
    below: float = 2.13
    apart: float = 1.0
    lines: float = -0.45
    ended: float = -0.33
    above: float = -3.47
    after_finished: float = 0.1
    after_body: float = -0.96
    after_open: float = -2.5
    gap: float = 0.83
    lower: float = -2.0
    cites: float = 2.5
    low: float = 2.03
    # a further line of it
    goes_on: float = -0.08
    gap_inside: float = -2.8
    gap_open: float = -0.33
    open_above: float = -0.31
    finished_above: float = -0.6
    lower_inside: float = 0.13
    cites_inside: float = -3.0
    name_inside: float = -2.19
    title_inside: float = -4.0
    mark_inside: float = -2.0
    # the end of it
    leave: float = -2.18
    leave_open: float = -1.76
    leave_lower: float = -1.0
    leave_small: float = -6.72
    leave_gap: float = 0.3
    carried: float = 0.91


WEIGHTS = Weights()


class Aligned(NamedTuple):
    """A label with the lines of its text."""

    mark: Mark | None
    """None for the rest of a note that the page before cut off."""
    lines: list[int]


class _Step(NamedTuple):
    """A note begins on a line, or the last one ended above it."""

    line: int
    mark: Mark | None
    before: _Step | None
    begins: bool = True


_State = tuple[float, "_Step | None"]
_Key = tuple[int, bool]
"""The last label that began, and whether the line before is of its text."""


def align(
    lines: Sequence[FeatureLine],
    marks: Sequence[Mark],
    calls: Mapping[str, Sequence[tuple[int, float]]],
    calls_above: Mapping[str, float],
    last: int,
    *,
    cut_off: bool,
    weights: Weights,
) -> list[Aligned]:
    """The notes of a page.

    Args:
        lines: Those of the page.
        marks: What may open a note on it.
        calls: The lines of the page on which each label may be called, and how likely that is, from 0 to 1.
        calls_above: How likely each label is called on a page above.
        last: The last number of a note above.
        cut_off: The page above ended in the middle of a note.
        weights: What each sign is worth.
    """
    return _Search(lines, marks, calls, calls_above, last, weights).notes(cut_off=cut_off) if marks else []


class _Search:
    """The best way through the lines of a page."""

    def __init__(
        self,
        lines: Sequence[FeatureLine],
        marks: Sequence[Mark],
        calls: Mapping[str, Sequence[tuple[int, float]]],
        calls_above: Mapping[str, float],
        last: int,
        weights: Weights,
    ) -> None:
        self.lines, self.weights, self.last = lines, weights, last
        self.calls, self.calls_above = calls, calls_above
        self.marks = self._known(marks)
        self.labels = sorted({mark.label for mark in self.marks if mark.label.isdecimal()}, key=int)
        self.order = {label: at for at, label in enumerate(self.labels)}
        self.skip = self._skips()
        self.free = {at for mark in self.marks if mark.alone for at in (mark.first, mark.line)}
        self.ends = self._ends()
        self.text_above, self.text_below = self._neighbours()
        self.begins: dict[int, list[tuple[int, Mark | None, float, bool]]] = {}

    def _known(self, marks: Sequence[Mark]) -> list[Mark]:
        """The marks that may be notes here: called, sure, at the end of a page, or before one that is called."""
        later = [mark for mark in marks if mark.number is None or mark.number > self.last]
        called = {mark.label for mark in later if self._called(mark) or mark.label in self.calls_above}
        return [
            mark
            for mark in later
            if mark.label in called
            or (mark.number is not None and (mark.sure or mark.closes or self._is_small(mark) or str(mark.number + 1) in called))
        ]

    def _is_small(self, mark: Mark) -> bool:
        """Whether the label stands before its text in small print."""
        return not mark.alone and is_small(self.lines[mark.line])

    def _called(self, mark: Mark) -> float:
        """How likely a call stands above it on the page."""
        return max((worth for at, worth in self.calls.get(mark.label, ()) if at < mark.line), default=0.0)

    def _worth(self, mark: Mark) -> float:
        """What says that there is a note of this label."""
        weights, label = self.weights, mark.label
        score = (weights.sure if mark.sure else 0.0) + (weights.bracketed if mark.bracketed else 0.0)
        if self._is_small(mark):
            score += weights.small
        if called := self._called(mark):
            return score + weights.called * called
        if mark.closes and int(label) == self.last + 1:
            return score + weights.closes
        return score + (
            weights.called_before * self.calls_above[label] if label in self.calls_above else weights.uncalled
        )

    def _skips(self) -> list[float]:
        """What it costs to leave out all labels before each."""
        sums = [0.0]
        for label in self.labels:
            called = max((worth for _, worth in self.calls.get(label, ())), default=0.0)
            sums.append(sums[-1] + self.weights.lost * called)
        return sums

    def notes(self, *, cut_off: bool) -> list[Aligned]:
        """The notes on the page."""
        if not self.marks:
            return []
        for mark in self.marks:
            self._add_begins(mark)
        if cut_off:
            self._add_rest()
        first = min(self.begins, default=len(self.lines))
        states: dict[_Key, _State] = {(-1, False): (0.0, None)}
        for at in range(first, len(self.lines)):
            if at not in self.free:
                states = self._step(states, at)
        skips, end = self.skip, len(self.labels)
        _, step = max(
            ((score + skips[end] - skips[label + 1], step) for (label, _), (score, step) in states.items()),
            key=lambda state: state[0],
        )
        return self._read(step)

    def _ends(self) -> list[int]:
        """How many lines above each line end a note or a sentence."""
        sums = [0]
        for at, line in enumerate(self.lines):
            sums.append(sums[-1] + (at not in self.free and self._is_ended(line)))
        return sums

    def _neighbours(self) -> tuple[list[int], list[int]]:
        """For each line the nearest one above it, and from it on, that is not a label."""
        above, below = [-1], [len(self.lines)]
        for at in range(len(self.lines)):
            above.append(above[-1] if at in self.free else at)
        for at in range(len(self.lines) - 1, -1, -1):
            below.append(below[-1] if at in self.free else at)
        return above, below[::-1]

    def _add_begins(self, mark: Mark) -> None:
        """The lines on which the text of a mark may begin, and what says so."""
        weights, label = self.weights, self.order.get(mark.label, _STAR)
        base = self._worth(mark)
        if not mark.alone or self._is_marked(mark.line + 1):
            self._add_begin(mark.line + mark.alone, label, mark, base + weights.beside)
            return
        below = self.text_below[mark.line + 1]
        last_above = self.ends[mark.first] - (mark.first > 0 and self.ends[mark.first - 1] < self.ends[mark.first])
        for at in range(max(mark.first - _APART, 0), min(mark.line + _APART, len(self.lines))):
            if at in self.free or is_of_text(self.lines[at]):
                continue
            if at == mark.line + 1:
                place = weights.below
            elif at < mark.line:
                place = weights.above + self._apart(at, mark.line, last_above - self.ends[at])
            else:
                place = self._apart(below, at, self.ends[at] - self.ends[below])
            self._add_begin(at, label, mark, base + place)

    def _is_marked(self, at: int) -> bool:
        """Whether the source marks the line and the one above as one note."""
        if not 0 < at < len(self.lines):
            return False
        hint = self.lines[at].hint
        return hint.part == "note" and hint.block > 0 and hint.block == self.lines[at - 1].hint.block

    def _apart(self, one: int, other: int, ended: int) -> float:
        """What the lines between a label and its text say, and those of them that end a note."""
        weights = self.weights
        return weights.apart + weights.lines * min(other - one, _FAR) + weights.ended * min(max(ended, 0), _FAR)

    def _add_begin(self, at: int, label: int, mark: Mark, score: float) -> None:
        weights, line = self.weights, self.lines[at]
        above = self._above(at)
        is_cut = above is not None and line.gap == 0 and not self._is_ended(above)
        score += 0.0 if is_cut else weights.after_finished
        score += weights.low * at / len(self.lines)
        begin = mark.begin if at == mark.line else 0
        if line.gap or (at == mark.line + 1 and self.lines[mark.first].gap):
            score += weights.gap
        if opens_note(line.text, begin):
            score += weights.cites
        elif line.text[begin : begin + 1].islower():
            score += weights.lower
        elif not begin and signed_name(line.text) is not None:
            score += weights.name_inside
        begins = self.begins.setdefault(at, [])
        if len(begins) < _BEGINS:
            begins.append((label, mark, score, is_cut))

    def _add_rest(self) -> None:
        """The line on which the rest of a note may begin that the page before cut off: right above the first label."""
        first = at = min(mark.first for mark in self.marks)
        while at > 1 and self.lines[at].gap == 0 and first - at < _CARRIED:
            at -= 1
        if at < first and self.lines[at].gap and not is_of_text(self.lines[at]):
            self.begins.setdefault(at, []).append((_STAR, None, self.weights.carried, False))

    def _step(self, states: dict[_Key, _State], at: int) -> dict[_Key, _State]:
        """The ways to read the lines up to this one."""
        found: dict[_Key, _State] = {}
        begins = self.begins.get(at, ())
        inside = leaves = None
        for (label, is_inside), (score, step) in states.items():
            if is_inside:
                if inside is None:
                    inside, leaves = self._goes_on(at), self._leaves(at)
                _keep(found, (label, True), score + inside, step)
                _keep(found, (label, False), score + (leaves or 0.0), _Step(at, None, step, begins=False))
            else:
                _keep(found, (label, False), score, step)
            for following, mark, worth, is_cut in begins:
                if is_cut:
                    worth += self.weights.after_open if is_inside else self.weights.after_body
                if following == _STAR:
                    if mark is not None or step is None:
                        _keep(found, (label, True), score + worth, _Step(at, mark, step))
                elif following > label:
                    cost = self.skip[following] - self.skip[label + 1] + self._jump(label, following)
                    _keep(found, (following, True), score + worth + cost, _Step(at, mark, step))
        if len(found) <= _STATES:
            return found
        best = sorted(found.items(), key=lambda item: item[1][0], reverse=True)
        return dict(best[:_STATES])

    def _jump(self, label: int, following: int) -> float:
        """What the numbers say that are left out between two notes."""
        before = self.last if label < 0 else int(self.labels[label])
        missing = int(self.labels[following]) - before - 1
        return self.weights.skipped * min(missing, _MISSING) if missing else self.weights.next_label

    def _goes_on(self, at: int) -> float:
        """What says that the line goes on with the note above it."""
        weights, line = self.weights, self.lines[at]
        above = self._above(at) or line
        if is_of_text(line) or line.hint.level:
            return -_NEVER
        ended = is_note_finished(above.text)
        score = weights.goes_on + (weights.finished_above if ended else weights.open_above)
        if line.gap:
            score += weights.gap_open if self._goes_on_below_blank(at) else weights.gap_inside
        score += self._begins_inside(line, ended=ended)
        if any(mark is not None and mark.line == at and not mark.alone for _, mark, *_ in self.begins.get(at, ())):
            score += weights.mark_inside
        return score

    def _begins_inside(self, line: FeatureLine, *, ended: bool) -> float:
        """What the beginning of a line says for its being inside a note."""
        weights = self.weights
        if opens_note(line.text) and ended and not line.size:
            return weights.cites_inside
        if line.text[:1].islower():
            return weights.lower_inside
        if signed_name(line.text) is not None:
            return weights.name_inside
        return weights.title_inside if number_of(line.text) is not None else 0.0

    def _leaves(self, at: int) -> float:
        """What says that the note above ended and the line is of the text again."""
        weights = self.weights
        above = self._above(at)
        score = weights.leave
        if self._is_marked(at):
            return -_NEVER
        if above is not None and not is_note_finished(above.text):
            score += weights.leave_open + (weights.leave_lower if self.lines[at].text[:1].islower() else 0.0)
        if is_small(self.lines[at]):
            score += weights.leave_small
        if self.lines[at].gap and not self._goes_on_below_blank(at):
            score += weights.leave_gap
        return score

    def _goes_on_below_blank(self, at: int) -> bool:
        """Whether a note may go on below one blank line, as some extractors put between all its lines."""
        line, above = self.lines[at], self._above(at)
        if line.gap != 1 or above is None or len(above.text) < _FULL or is_note_finished(above.text):
            return False
        return line.text[:1].islower() or line.text[0] == "(" or len(above.text) >= _FULL_WIDTH

    def _above(self, at: int) -> FeatureLine | None:
        """The nearest line above that is not a label."""
        above = self.text_above[at]
        return self.lines[above] if above >= 0 else None

    def _is_ended(self, line: FeatureLine) -> bool:
        return line.is_finished or is_note_finished(line.text)

    def _read(self, step: _Step | None) -> list[Aligned]:
        """The notes that the steps tell of."""
        found: list[Aligned] = []
        end = len(self.lines)
        while step is not None:
            if step.begins:
                found.append(Aligned(step.mark, [at for at in range(step.line, end) if at not in self.free]))
            end = step.line
            step = step.before
        return found[::-1]


def _keep(found: dict[_Key, _State], key: _Key, score: float, step: _Step | None) -> None:
    known = found.get(key)
    if known is None or score > known[0]:
        found[key] = score, step
