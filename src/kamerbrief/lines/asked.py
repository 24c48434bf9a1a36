"""Which lines of a document are heads of questions and of answers: decided once over the whole list.

``Vraag 3`` and ``Antwoord op vraag 3`` say what they are. A bare ``3`` is one of a series: numbers of one form and
style, which begin at 1, leave few out, and have a question below them. A number that the series lacks may stand in
another form where it is due.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.vocabulary.questions import Head, bare_number, head_of, is_citation, source_label, source_marks
from kamerbrief.vocabulary.questionsets import answers_questions, is_explanation, is_set_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_CUE_LINES, _CUE_ABOVE = 90, 30
"""The head and opening of a letter, and what stands above its first question."""
_REACH = 40
"""A question is so many lines at most."""
_COVERED = 0.75
"""Of the numbers up to the last one a series has this share at least."""
_ASKED = 0.6
"""Of the members of a series this share at least ends in a question mark."""
_ANSWERED = 0.25
_SERIES_FROM = 2
ASKS = regex.compile(r"\?(?=[\s’”\"')\d\[*]|\Z)")
_FAR = 55
"""A cell so far right of a number on its row is no text of the question but tells pages."""
_LONGEST_PAGES = 12


class Asked(NamedTuple):
    """What a letter that answers questions shows of them."""

    heads: Mapping[int, Head]
    """The heads, by the start of their line."""
    beside: tuple[FeatureLine, ...] = ()
    """Cells beside a number that tell pages of the paper asked about."""
    sources: Mapping[int, tuple[str, int]] = {}
    """The first lines of the questioners' own notes: label, and where the text begins."""
    of_sources: frozenset[int] = frozenset()
    """All lines of those notes."""


NOTHING = Asked({})


class _Candidate(NamedTuple):
    at: int
    head: Head
    form: tuple[object, ...] = ()


def read_asked(ledger: Ledger) -> Asked:
    """The heads of questions and answers of a document; cells beside them that tell pages are taken."""
    asked = find_asked(ledger.rest())
    ledger.take("margin", asked.beside)
    return asked


def find_asked(lines: Sequence[FeatureLine]) -> Asked:
    """The heads of questions and answers among the lines of a document, in reading order."""
    questions, answers = _worded(lines)
    if not questions and not _has_cue(lines, 0):
        return NOTHING
    bare = _bare(lines)
    questions = questions or _best_series(lines, bare, [one.at for one in answers])
    if not questions:
        return NOTHING
    first = questions[0].at
    answers = [one for one in answers if one.at > first]
    if not answers and not _has_cue(lines, max(first - _CUE_ABOVE, 0)):
        return NOTHING
    questions = _completed(lines, questions, bare, answers)
    found = sorted([*questions, *answers])
    sources, of_sources = _sources(lines, found)
    return Asked(
        {lines[one.at].start: one.head for one in found}, tuple(_beside(lines, questions)), sources, of_sources
    )


def _worded(lines: Sequence[FeatureLine]) -> tuple[list[_Candidate], list[_Candidate]]:
    """The heads of questions and of answers that say what they are."""
    found = [_Candidate(at, head) for at, line in enumerate(lines) if (head := head_of(line.text)) is not None]
    return [one for one in found if one.head.kind == "question"], [one for one in found if one.head.kind == "answer"]


def _has_cue(lines: Sequence[FeatureLine], above: int) -> bool:
    """Whether the opening of the letter, or what stands above its questions, says that it answers some."""
    near = itertools.chain(lines[:_CUE_LINES], lines[above : above + _CUE_ABOVE])
    return answers_questions(" ".join(line.text for line in near))


def _bare(lines: Sequence[FeatureLine]) -> list[_Candidate]:
    """The lines that consist of a number or begin with one."""
    found = []
    for at, line in enumerate(lines):
        number = bare_number(line.text)
        if number is None or line.margin:
            continue
        alone = number.end >= len(line.text)
        if not alone and not number.stop and not line.hint.is_exact and at and lines[at - 1].row == line.row:
            continue
        form = (alone, number.stop, line.bold, line.italic)
        found.append(_Candidate(at, Head("question", (number.number,), number.end), form))
    return found


def _best_series(lines: Sequence[FeatureLine], bare: Sequence[_Candidate], answers: Sequence[int]) -> list[_Candidate]:
    """The series of bare numbers that are heads of questions; none if there is none."""
    forms: dict[tuple[object, ...], list[_Candidate]] = {}
    for one in bare:
        forms.setdefault(one.form, []).append(one)
    found = [series for members in forms.values() if (series := _series(lines, members, answers))]
    return max(found, key=len, default=[])


def _series(lines: Sequence[FeatureLine], members: Sequence[_Candidate], answers: Sequence[int]) -> list[_Candidate]:
    """Those of a form that make a series of questions: from 1, few left out, most of them asking, some answered."""
    limits = sorted([*(one.at for one in members), *answers])
    ends = dict(itertools.pairwise([*limits, len(lines)]))
    asks = {one.at: _asks(lines, one, ends[one.at]) for one in members}
    series = _chosen(members, asks)
    if len(series) < (1 if answers else _SERIES_FROM):
        return []
    asking = sum(asks[one.at] > 0 for one in series)
    answered = sum(0 < asks[one.at] < ends[one.at] - one.at - 1 or ends[one.at] in answers for one in series)
    told = asking >= _ASKED * len(series) and answered >= _ANSWERED * len(series)
    return series if told and _is_whole(series) else []


def _is_whole(series: Sequence[_Candidate]) -> bool:
    """Whether the numbers begin at 1 and leave few out."""
    numbers = {_figures(one)[0] for one in series}
    return 1 in numbers and len(numbers) >= _COVERED * max(numbers)


def _chosen(members: Sequence[_Candidate], asks: Mapping[int, int]) -> list[_Candidate]:
    """The members that ask, or whose number is due; each number once, until they start again from 1."""
    series: list[_Candidate] = []
    seen: set[str] = set()
    for one in members:
        number = one.head.numbers[0]
        if number == "1" and asks[one.at]:
            seen = set()
        due = bool(series) and number == _next(series[-1].head.numbers[-1])
        if number not in seen and (asks[one.at] or due):
            seen.add(number)
            series.append(one)
    return series


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else ""


def _asks(lines: Sequence[FeatureLine], one: _Candidate, end: int) -> int:
    """How many lines below a number the first question mark stands, from 1; 0 if none does."""
    for at in range(one.at, min(end, one.at + _REACH)):
        if ASKS.search(lines[at].text):
            return at - one.at + 1
    return 0


def _completed(
    lines: Sequence[FeatureLine],
    questions: Sequence[_Candidate],
    bare: Sequence[_Candidate],
    answers: Sequence[_Candidate],
) -> list[_Candidate]:
    """The series with the numbers that it lacks, where one stands in another form at its place."""
    known = {one.at for one in questions}
    merged = sorted([*questions, *(one for one in bare if one.at not in known)])
    limits = sorted({*(one.at for one in merged), *(one.at for one in answers), len(lines)})
    ends = dict(itertools.pairwise(limits))
    found: list[_Candidate] = []
    highest = 0
    for one, number in zip(merged, _ahead(merged, known), strict=True):
        numbers = _figures(one)
        lacks = found and numbers == [highest + 1] != [number]
        if one.at in known or (lacks and _asks(lines, one, ends[one.at])):
            found.append(one)
            highest = max(numbers if 1 in numbers else [highest, *numbers])
    return found


def _figures(one: _Candidate) -> list[int]:
    """The numbers of a head, without letters."""
    return [int("".join(filter(str.isdecimal, number))) for number in one.head.numbers]


def _ahead(merged: Sequence[_Candidate], known: set[int]) -> list[int]:
    """Per candidate the number of the next known head behind it; 0 if there is none."""
    found: list[int] = []
    number = 0
    for one in reversed(merged):
        found.append(number)
        if one.at in known:
            number = _figures(one)[0]
    return found[::-1]


def _beside(lines: Sequence[FeatureLine], questions: Sequence[_Candidate]) -> list[FeatureLine]:
    """The cells beside bare numbers that tell pages: short, far right, on the rows of the question."""
    found = []
    for one in questions:
        line = lines[one.at]
        if one.head.end < len(line.text):
            continue
        row = [other for other in lines[one.at + 1 : one.at + 4] if other.row == line.row and other.page == line.page]
        found += [other for other in row[1:] if other.column >= _FAR and len(other.text) <= _LONGEST_PAGES]
    return found


def _sources(
    lines: Sequence[FeatureLine], found: Sequence[_Candidate]
) -> tuple[dict[int, tuple[str, int]], frozenset[int]]:
    """The questioners' own notes, which stand in a list behind the last answer of a set: their labels, their lines."""
    labels: dict[int, tuple[str, int]] = {}
    taken: set[int] = set()
    titles = [at for at, line in enumerate(lines) if is_set_title(line.text)]
    firsts = [after.at if after else len(lines) for after in [*found[1:], None]]
    for one, end in zip(found, firsts, strict=True):
        if end < len(lines) and not any(one.at < at < end for at in titles):
            continue
        listed, of_list = _list_in(lines[one.at + 1 : end])
        if _are_sources(lines, one.at, listed, of_list):
            labels |= listed
            taken |= of_list
    return labels, frozenset(taken)


def _are_sources(
    lines: Sequence[FeatureLine], at: int, listed: Mapping[int, tuple[str, int]], of_list: AbstractSet[int]
) -> bool:
    """Whether a list holds the questioner's notes: a question calls one of them, or most of it cites something."""
    called = any(source_marks(line.text, frozenset()) for line in lines[:at])
    firsts = [line for line in lines[at:] if line.start in listed]
    cites = [line for line in lines[at:] if line.start in of_list and is_citation(line.text)]
    return bool(firsts) and (called or len(cites) * 2 >= len(firsts))


def _list_in(lines: Sequence[FeatureLine]) -> tuple[dict[int, tuple[str, int]], set[int]]:
    """The last list of labelled notes among these lines."""
    labels = [None if line.hint.is_exact else source_label(line.text) for line in lines]
    begin = max((at for at, label in enumerate(labels) if label is not None and label[0] == "1"), default=len(lines))
    listed: dict[int, tuple[str, int]] = {}
    taken: set[int] = set()
    for line, label in zip(lines[begin:], labels[begin:], strict=True):
        if label is not None and int(label[0]) == len(listed) + 1:
            listed[line.start] = label
        elif line.gap or line.bold or is_explanation(line.text):
            break
        taken.add(line.start)
    return listed, taken


class Part(NamedTuple):
    """A run of lines: a head, a questioner's note, or what stands between those."""

    lines: list[FeatureLine]
    head: Head | None = None
    source: tuple[str, int] | None = None


def parts_of(lines: Sequence[FeatureLine], asked: Asked) -> Iterator[Part]:
    """The lines cut at the heads of questions and answers; what stands behind a head on its line comes after it."""
    run: list[FeatureLine] = []
    note: Part | None = None
    for line in lines:
        head, source = asked.heads.get(line.start), asked.sources.get(line.start)
        if note is not None and head is None and source is None and line.start in asked.of_sources:
            note.lines.append(line)
            continue
        if head is None and source is None:
            note = None
            run.append(line)
            continue
        if run:
            yield Part(run)
            run = []
        if source is not None:
            note = Part([line], source=source)
            yield note
            continue
        note = None
        first, *rest = line.split(head.end) if head is not None and head.end < len(line.text) else [line]
        yield Part([first], head)
        run = rest
    if run:
        yield Part(run)
