"""Bare numbers that are heads of questions: one series over the whole letter.

Its members share form and style, begin at 1, leave few numbers out, and most of them have a question below; so a number
of a list, a table or a page is none of them. A number that the series lacks may stand in another form where it is due.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.vocabulary.questions import Head, bare_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine

ASKS = regex.compile(r"\?(?=[\s’”\"')\d\[*]|\Z)")
"""A question mark behind which a sentence or a line ends."""
_REACH = 40
"""A question is so many lines at most."""
_COVERED = 0.75
"""Of the numbers up to the last one a series has this share at least."""
_ASKED = 0.6
"""Of the members of a series this share at least has a question mark below it."""
_ANSWERED = 0.25
"""Of the members of a series this share at least has something below its question."""
_SERIES_FROM = 2
_TITLE = 0.7
"""The first line of a question fills this share of its measure; a title does not."""
_MOST_TOLD = 200
"""So many heads tell whether numbers ascend."""


class Form(NamedTuple):
    """How a number stands on its line, and how it is set."""

    alone: bool | None = None
    stop: str = ""
    bold: bool = False
    italic: bool = False


class Numbered(NamedTuple):
    """A line that is, or may be, the head of a question or answer."""

    at: int
    """Which of the lines it is."""
    start: int
    head: Head
    form: Form = Form()

    @property
    def is_alone(self) -> bool:
        """Nothing stands behind it on its line."""
        return self.form.alone is True

    @property
    def figures(self) -> tuple[int, ...]:
        """Its numbers without letters."""
        return _figures(self.head.numbers)


@lru_cache(maxsize=1024)
def _figures(numbers: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(int("".join(filter(str.isdecimal, number))) for number in numbers)


def numbered(lines: Sequence[FeatureLine]) -> list[Numbered]:
    """The lines that consist of a number or begin with one; a cell behind another one of its row does not."""
    found = []
    for at, line in enumerate(lines):
        number = bare_number(line.text)
        if number is None or (at and (lines[at - 1].row, lines[at - 1].page) == (line.row, line.page)):
            continue
        form = Form(number.end >= len(line.text), number.stop, line.bold, line.italic)
        found.append(Numbered(at, line.start, Head("question", (number.number,), number.end), form))
    return found


def best_series(lines: Sequence[FeatureLine], bare: Sequence[Numbered], answers: Sequence[int]) -> list[Numbered]:
    """The longest series of bare numbers that are heads of questions; none if there is none."""
    forms: dict[Form, list[Numbered]] = {}
    for one in bare:
        forms.setdefault(one.form, []).append(one)
        forms.setdefault(one.form._replace(alone=None), []).append(one)  # a wide number shares a line with its text
    found = [series for members in forms.values() if (series := _series(lines, members, answers))]
    return max(found, key=len, default=[])


def _series(lines: Sequence[FeatureLine], members: Sequence[Numbered], answers: Sequence[int]) -> list[Numbered]:
    """Those of a form that make a series of questions."""
    ends = _ends([*(one.at for one in members), *answers], lines)
    asks = {one.at: _asks(lines, one, ends[one.at]) for one in members}
    series = _chosen(lines, members, asks)
    if len(series) < (1 if answers else _SERIES_FROM) or _is_list(lines, series[0]):
        return []
    headed = set(answers)
    asking = sum(asks[one.at] > 0 for one in series)
    answered = sum(0 < asks[one.at] < ends[one.at] - one.at or ends[one.at] in headed for one in series)
    told = asking >= _ASKED * len(series) and answered >= _ANSWERED * len(series)
    return series if told and _is_whole(series) else []


def _is_list(lines: Sequence[FeatureLine], first: Numbered) -> bool:
    """Whether the line above the first number announces a list."""
    return not first.is_alone and first.at > 0 and lines[first.at - 1].text.endswith(":")


def _ends(places: Iterable[int], lines: Sequence[FeatureLine]) -> dict[int, int]:
    """Per place the next one behind it."""
    return dict(itertools.pairwise([*sorted(set(places)), len(lines)]))


def _is_whole(series: Sequence[Numbered]) -> bool:
    """Whether the numbers begin at 1 and leave few out."""
    numbers = {one.figures[0] for one in series}
    return 1 in numbers and len(numbers) >= _COVERED * max(numbers)


def _chosen(lines: Sequence[FeatureLine], members: Sequence[Numbered], asks: Mapping[int, int]) -> list[Numbered]:
    """The members that ask, and those whose number the others lack.

    Each number stands once, until 1 comes again, or it is due again: a list may print a question twice, beside another
    one and in its own place.
    """
    asking = {one.figures[0] for one in members if asks[one.at]}
    highest = max(asking, default=0)
    series: list[Numbered] = []
    seen: set[int] = set()
    for one in members:
        number = one.figures[0]
        if number == 1 and asks[one.at]:
            seen = set()
        due = bool(series) and number == series[-1].figures[0] + 1
        if number in seen and not due:
            continue
        if asks[one.at] or (number <= highest and number not in asking and _opens_sentence(lines, one)):
            seen.add(number)
            series.append(one)
    return series


def _opens_sentence(lines: Sequence[FeatureLine], one: Numbered) -> bool:
    """Whether what stands behind or below a number begins as a sentence does."""
    text = lines[one.at].text[one.head.end :] or (lines[one.at + 1].text if one.at + 1 < len(lines) else "")
    return text.lstrip("‘“\"'«„(")[:1].isupper()


def _asks(lines: Sequence[FeatureLine], one: Numbered, end: int) -> int:
    """How many lines below a number the first question mark stands, from 1; 0 if none does.

    The paragraph of the number is a question by itself: a title or a note is none, whatever is asked below it.
    """
    begin = one.at + one.is_alone
    for at in range(begin, min(end, begin + _REACH)):
        if at > begin and _ends_paragraph(lines[at - 1], lines[at], may_be_title=at == one.at + 1):
            return 0
        if ASKS.search(lines[at].text):
            return at - one.at + 1
    return 0


def _ends_paragraph(above: FeatureLine, line: FeatureLine, *, may_be_title: bool) -> bool:
    """Whether a paragraph ends between two lines; the first one may be a title, with a far wider line below it."""
    if line.page == above.page and line.row == above.row:
        return False  # a cell beside it
    if line.gap or (line.page != above.page and above.is_finished):
        return True
    return may_be_title and not above.is_finished and above.width < _TITLE * line.width


def completed(
    lines: Sequence[FeatureLine], questions: Sequence[Numbered], bare: Sequence[Numbered], answers: Sequence[Numbered]
) -> list[Numbered]:
    """The heads of questions with the numbers that they lack, where one stands in another form at its place."""
    known = {one.at for one in questions}
    merged = sorted([*questions, *(one for one in bare if one.at not in known)])
    ends = _ends([*(one.at for one in merged), *(one.at for one in answers)], lines)
    runs = {run[0].at: run for run in _runs(questions)}
    run: list[Numbered] = []
    found: list[Numbered] = []
    for one, ahead in zip(merged, _ahead(merged, known), strict=True):
        run = runs.get(one.at, run)
        if one.at in known:
            found.append(one)
        elif found and _lacks(run, found[-1], one, ahead) and _asks(lines, one, ends[one.at]):
            found.append(one)
            run.append(one)
    return found


def _runs(questions: Sequence[Numbered]) -> list[list[Numbered]]:
    """The heads of questions, cut where they start again from 1."""
    runs: list[list[Numbered]] = []
    for one in questions:
        if not runs or 1 in one.figures:
            runs.append([])
        runs[-1].append(one)
    return runs


def _lacks(run: Sequence[Numbered], last: Numbered, one: Numbered, ahead: int) -> bool:
    """Whether a run of heads lacks a number: the next one, or any where the numbers do not ascend."""
    number = one.figures[0]
    if number == max(last.figures) + 1:
        return number != ahead
    if number >= max(run[0].figures[0], len(run)) or any(number in two.figures for two in run):
        return False
    return any(max(above.figures) >= min(below.figures) for above, below in itertools.pairwise(run[:_MOST_TOLD]))


def _ahead(merged: Sequence[Numbered], known: set[int]) -> list[int]:
    """Per candidate the number of the next known head behind it; 0 if there is none."""
    found: list[int] = []
    number = 0
    for one in reversed(merged):
        found.append(number)
        if one.at in known:
            number = one.figures[0]
    return found[::-1]
