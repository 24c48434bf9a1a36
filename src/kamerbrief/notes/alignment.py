"""Which texts the labels of notes belong to: a column of labels beside a column of texts, both in their order.

A raised label has a baseline of its own, so that it may come before its text, below it, or stacked with the others:
``2 / 3 / text of 2 / text of 3``. So one search over the lines of a page decides which labels are notes, where the text
of each begins and where it ends. It costs at most so many steps a line as states are kept.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.notes.begins import Begin, likely
from kamerbrief.notes.marks import Mark, is_of_text, is_small
from kamerbrief.notes.signs import LineSigns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.notes.weights import Weights

_STATES = 6
"""So many ways to read the lines so far are kept; with 8 and 12 no more notes of the letters were right."""
_BEGINS = 12
"""So many labels at most are tried on a line."""
_APART = 24
"""So many lines at most stand between a label and its text."""
_FAR = 4
"""What stands further from its label is stacked, and the order tells."""
_MISSING = 2
"""So many lost labels speak against a note; more do no further harm, so that one loss does not run on."""
_MISSING_FIRST = 4
"""As many before the first note of the letter, which is the first of all nearly always."""
_STAR = -2
"""Stars, and the rest of a note of the page before, have no place in the order of the numbers."""
_SURELY = 0.6
"""A call below its label is more than a number by itself, of which tables are full."""
_PROBABLY = 0.46
"""So is one below which the text stands at the page's foot, if it is no more than a number behind a blank."""
_CARRIED = 12
"""A note that the page before cut off has so many lines at most."""


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
        later = {mark for mark in marks if mark.number is None or mark.number > last}
        near = self._near(later)
        self.far = self._called_below(later) - near
        """Marks whose text is at the foot of the page if it is anywhere."""
        self.marks = list(filter((near | self.far).__contains__, marks))
        self.unmarked = self._unmarked()
        self.labels = sorted({*self.unmarked, *(mark.label for mark in self.marks if mark.label.isdecimal())}, key=int)
        self.order = {label: at for at, label in enumerate(self.labels)}
        self.skip = self._skips()
        alone = [mark for mark in self.marks if mark.alone]
        self.beside = {mark.line for mark in self.marks}.difference(mark.line for mark in alone)
        self.free = {mark.first for mark in alone}.union(mark.line for mark in alone)
        self.texts = self._texts()
        self.signs = LineSigns(lines, self.free, weights)
        self.ends = self._ends()
        self.begins: dict[int, list[Begin]] = {}
        self.passed: dict[tuple[int, int], float] = {}
        self.opens: dict[tuple[int, int], tuple[float, float]] = {}

    def _texts(self) -> list[int]:
        """The lines on which the text of a label by itself may begin."""
        return [at for at, line in enumerate(self.lines) if at not in self.free and not is_of_text(line)]

    def _called_below(self, marks: set[Mark]) -> set[Mark]:
        """Labels by themselves that are probably called below."""
        return {mark for mark in marks if mark.alone and self._calls_below(mark)}

    def _near(self, marks: set[Mark]) -> set[Mark]:
        """The marks that may be notes here: called, sure, at the end of a page, or before one that is called."""
        called = {mark.label for mark in marks if self._may_be_called(mark) or mark.label in self.calls_above}
        return {mark for mark in marks if mark.label in called or self._may_be_uncalled(mark, called)}

    def _may_be_uncalled(self, mark: Mark, called: set[str]) -> bool:
        """Whether something else than a call says that the mark is a note."""
        if mark.number is None:
            return False
        return mark.sure or mark.closes or self._is_small(mark) or str(mark.number + 1) in called

    def _is_small(self, mark: Mark) -> bool:
        """Whether the label stands before its text in small print."""
        return not mark.alone and is_small(self.lines[mark.line])

    def _may_be_called(self, mark: Mark) -> bool:
        """Whether a call stands above the last line on which its text may begin."""
        places = self.calls.get(mark.label, ())
        return any(at < mark.line or (mark.alone and worth > _SURELY) for at, worth in places)

    def _called(self, mark: Mark, begin: int) -> float:
        """How likely a call stands on the page above a mark, or surely between it and where its text begins."""
        least = _SURELY if begin - mark.line < _APART else _PROBABLY
        called = 0.0
        for at, worth in self.calls.get(mark.label, ()):
            if worth > called and (at < mark.line or (at < begin and worth > least)):
                called = worth
        return called

    def _worth(self, mark: Mark, begin: int) -> float:
        """What says that there is a note of this label, if its text begins on a line."""
        weights, label = self.weights, mark.label
        score = (weights.sure if mark.sure else 0.0) + (weights.bracketed if mark.bracketed else 0.0)
        score += (weights.misread if mark.misread else 0.0) + (weights.unmarked if mark.unmarked else 0.0)
        if self._is_small(mark):
            score += weights.small
        if called := self._called(mark, begin):
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
        for label, places in self.unmarked.items():
            self._add_unmarked(label, places)
        self.begins = likely(self.begins)
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
        found = self._read(step)
        return found + self._empty({aligned.mark for aligned in found})

    def _empty(self, used: set[Mark | None]) -> list[Aligned]:
        """Called notes of which the source has no more than the label."""
        alone = [mark for mark in self.marks if mark not in used and mark.alone and self._called(mark, mark.line)]
        return [Aligned(mark, []) for mark in alone if self.lines[mark.line].hint.part == "note"]

    def _ends(self) -> list[int]:
        """How many lines above each line end a note or a sentence."""
        sums = [0]
        for at, ended in enumerate(self.signs.ended):
            sums.append(sums[-1] + (at not in self.free and ended))
        return sums

    def _add_begins(self, mark: Mark) -> None:
        """The lines on which the text of a mark may begin, and what says so."""
        weights, label = self.weights, self.order.get(mark.label, _STAR)
        if not mark.alone or self.signs.is_marked(mark.line + 1):
            begin = mark.line + mark.alone
            self._add_begin(begin, label, mark, self._worth(mark, begin) + weights.beside)
            return
        places = list(self._places(mark))
        if not places:
            return
        below = self.signs.below[mark.line + 1] + self.signs.items_above(mark.first, _APART)
        at_end = below == len(self.lines) or below in self.beside
        last_above = self.ends[mark.first] - (mark.first > 0 and self.ends[mark.first - 1] < self.ends[mark.first])
        for at in places:
            if mark.line < at < below:
                continue
            if at == mark.line + 1:
                place = weights.below + weights.indented * self.signs.is_indented(mark.line)
            elif at < mark.line and at_end:
                place = weights.above_at_end
            elif at < mark.line:
                place = weights.above + self._apart(at, mark.line, last_above - self.ends[at])
            else:
                place = self._apart(below, at, self.ends[at] - self.ends[below])
            self._add_begin(at, label, mark, self._worth(mark, at) + place)

    def _places(self, mark: Mark) -> Iterator[int]:
        """The lines on which the text of a label by itself may begin: near it, or below its call at the page's foot."""
        end = len(self.lines)
        if mark not in self.far:
            yield from self._texts_between(mark.first - _APART, min(mark.line + _APART, end))
        if called := self._calls_below(mark):
            yield from self._texts_between(max(mark.line + _APART, called[0] + 1, end - _APART), end)

    def _texts_between(self, begin: int, end: int) -> Sequence[int]:
        """The lines of a stretch on which the text of a note may begin."""
        return self.texts[bisect_left(self.texts, begin) : bisect_left(self.texts, end)]

    def _calls_below(self, mark: Mark) -> list[int]:
        """The lines below a mark that probably call it."""
        return [at for at, worth in self.calls.get(mark.label, ()) if worth > _PROBABLY and at > mark.line]

    def _apart(self, one: int, other: int, ended: int) -> float:
        """What the lines between a label and its text say, and those of them that end a note."""
        weights = self.weights
        return weights.apart + weights.lines * min(other - one, _FAR) + weights.ended * min(max(ended, 0), _FAR)

    def _add_begin(self, at: int, label: int, mark: Mark, score: float) -> None:
        begins = self.begins.setdefault(at, [])
        if len(begins) == _BEGINS:
            return
        begin = mark.begin if at == mark.line else 0
        if (at, begin) not in self.opens:
            self.opens[at, begin] = self.signs.opens(at, begin)
        in_body, in_notes = self.opens[at, begin]
        if not self.lines[at].gap and at == mark.line + 1 and self.lines[mark.first].gap:
            score += self.weights.gap
        begins.append(Begin(label, mark, score + in_body, score + in_notes))

    def _unmarked(self) -> dict[str, range]:
        """Labels that are called above and stand nowhere, and where their texts may begin: between their neighbours."""
        of_number = {mark.number: mark for mark in self.marks if mark.number}
        found = {}
        for number, above in of_number.items():
            label, below = str(number + 1), of_number.get(number + 2)
            if (
                below is None
                or number + 1 in of_number
                or not any(at < above.line for at, _ in self.calls.get(label, ()))
            ):
                continue
            end = min(above.line + _APART, len(self.lines)) if below.alone else below.line
            found[label] = range(above.line + 1, end)
        return found

    def _add_unmarked(self, label: str, places: range) -> None:
        """The lines on which the text of a label that the source lost may begin."""
        for at in places:
            if at not in self.free and self.signs.ended[at - 1] and not is_of_text(self.lines[at]):
                mark = Mark(label, at, at, 0, sure=False, unmarked=True)
                self._add_begin(at, self.order[label], mark, self._worth(mark, at))

    def _add_rest(self) -> None:
        """The line on which the rest of a note may begin that the page before cut off: right above the first label."""
        first = at = min(mark.first for mark in self.marks)
        while at > 1 and self.lines[at].gap == 0 and first - at < _CARRIED:
            at -= 1
        if at < first and self.lines[at].gap and not is_of_text(self.lines[at]):
            self.begins.setdefault(at, []).append(Begin(_STAR, None, self.weights.carried, self.weights.carried))

    def _step(self, states: dict[_Key, _State], at: int) -> dict[_Key, _State]:
        """The ways to read the lines up to this one."""
        begins = self.begins.get(at)
        inside = any(is_inside for _, is_inside in states)
        if not begins and not inside:
            return states
        found: dict[_Key, _State] = {}
        goes_on, leaves = (self._goes_on(at), self.signs.leaves(at)) if inside else (0.0, 0.0)
        for (label, is_inside), (score, step) in states.items():
            if is_inside:
                _keep(found, (label, True), score + goes_on, step)
                _keep(found, (label, False), score + leaves, _Step(at, None, step, begins=False))
            else:
                _keep(found, (label, False), score, step)
        for begin in begins or ():
            if begin.label == _STAR:
                self._add_star(found, states, begin, at)
            elif best := self._before(states, begin):
                _keep(found, (begin.label, True), best[0], _Step(at, begin.mark, best[1]))
        if len(found) <= _STATES:
            return found
        best_first = sorted(found.items(), key=lambda item: item[1][0], reverse=True)
        return dict(best_first[:_STATES])

    def _add_star(self, found: dict[_Key, _State], states: dict[_Key, _State], begin: Begin, at: int) -> None:
        """Add what has no place in the order of the numbers, after each way so far."""
        for (label, is_inside), (score, step) in states.items():
            if begin.mark is not None or step is None:
                worth = begin.in_notes if is_inside else begin.in_body
                _keep(found, (label, True), score + worth, _Step(at, begin.mark, step))

    def _before(self, states: dict[_Key, _State], begin: Begin) -> tuple[float, _Step | None] | None:
        """The best way that a text may begin after: its score with that, and its last step."""
        best: tuple[float, _Step | None] | None = None
        for (label, is_inside), (score, step) in states.items():
            if begin.label > label:
                score += self._passed(label, begin.label) + (begin.in_notes if is_inside else begin.in_body)
                if best is None or score > best[0]:
                    best = score, step
        return best

    def _passed(self, label: int, following: int) -> float:
        """What the labels say that are left out between two notes, and the numbers."""
        known = self.passed.get((label, following))
        if known is None:
            before = self.last if label < 0 else int(self.labels[label])
            missing = int(self.labels[following]) - before - 1
            most = _MISSING if before else _MISSING_FIRST
            jump = self.weights.skipped * min(missing, most) if missing else self.weights.next_label
            known = self.passed[label, following] = self.skip[following] - self.skip[label + 1] + jump
        return known

    def _goes_on(self, at: int) -> float:
        """What says that the line goes on with the note above it."""
        begins = self.begins.get(at, ())
        marked = any(begin.mark is not None and begin.mark.line == at and not begin.mark.alone for begin in begins)
        return self.signs.goes_on(at) + (self.weights.mark_inside if marked else 0.0)

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
