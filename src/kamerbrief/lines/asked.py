"""Which lines of a document are heads of questions and of answers: decided once over the whole list.

``Vraag 3`` and ``Antwoord op vraag 3`` say what they are; a bare ``3`` is one of a series (``series``). Behind the last
answer stand the questioners' own notes (``sources``).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.lines.series import Form, Numbered, best_series, completed, numbered
from kamerbrief.lines.sources import NO_SOURCES, Sources, find_sources
from kamerbrief.vocabulary.questions import Head, head_of
from kamerbrief.vocabulary.questionsets import answers_questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_CUE_LINES, _CUE_ABOVE = 90, 30
"""The head and opening of a letter, and what stands above its first question."""
_FAR = 55
"""A cell so far right on the row of a number is no text of the question."""
_LONGEST_CELL = 12
_ROW = 4
"""A row has so many cells at most."""


class Asked(NamedTuple):
    """What the lines of a letter show of the questions that it answers."""

    heads: Mapping[int, Head]
    """The heads, by the start of their line."""
    sources: Sources = NO_SOURCES
    """The questioners' own notes."""

    def is_told(self, line: FeatureLine) -> bool:
        """Whether a line is the number of a question and no more, or belongs to a questioner's note."""
        head = self.heads.get(line.start)
        bare = head is not None and head.end >= len(line.text) and line.text[0].isdecimal()
        return bare or line.start in self.sources.lines


NOTHING = Asked({})


def read_asked(ledger: Ledger) -> Asked:
    """The heads of questions and answers of a document; cells beside them that tell pages are taken.

    What was put aside, annexes or a further letter, may have them too.
    """
    aside = {line.start for line in ledger.recall()}
    asked = _asked(ledger)
    ledger.defer(itertools.dropwhile(lambda line: line.start not in aside, ledger.rest()))
    return asked


def _asked(ledger: Ledger) -> Asked:
    lines = ledger.rest()
    questions, answers = find_heads(lines)
    if not questions:
        return NOTHING
    lines, beside = _without_pages(lines, questions)
    if beside:
        ledger.recut(lines)
        ledger.take("margin", beside)
    heads = {line.start: line.head for line in [*questions, *answers]}
    return Asked(heads, find_sources(lines, heads))


def find_heads(lines: Sequence[FeatureLine]) -> tuple[list[Numbered], list[Numbered]]:
    """The heads of questions and those of answers, each in reading order; none if the lines answer no questions."""
    questions, answers = _worded(lines)
    if not questions and not _has_cue(lines, 0):
        return [], []
    bare = numbered(lines)
    questions = questions or best_series(lines, bare, [one.at for one in answers])
    if not questions:
        return [], []
    first = questions[0].at
    answers = [one for one in answers if one.at > first]
    if not answers and not _has_cue(lines, max(first - _CUE_ABOVE, 0)):
        return [], []
    return completed(lines, questions, bare, answers), answers


def _worded(lines: Sequence[FeatureLine]) -> tuple[list[Numbered], list[Numbered]]:
    """The heads of questions and of answers that say what they are."""
    found = [
        Numbered(at, line.start, head) for at, line in enumerate(lines) if (head := head_of(line.text)) is not None
    ]
    return [one for one in found if one.head.kind == "question"], [one for one in found if one.head.kind == "answer"]


def _has_cue(lines: Sequence[FeatureLine], above: int) -> bool:
    """Whether the opening of the letter, or what stands above its questions, says that it answers some."""
    near = itertools.chain(lines[:_CUE_LINES], lines[above : above + _CUE_ABOVE])
    return answers_questions(" ".join(line.text for line in near))


def _without_pages(
    lines: Sequence[FeatureLine], questions: Sequence[Numbered]
) -> tuple[list[FeatureLine], list[FeatureLine]]:
    """The lines cut so that cells which tell pages of the paper asked about are lines by themselves; and those cells.

    They stand in the last columns of the Kamer's own table ("Nr / Vraag / Blz."), beside the first line of a question.
    """
    rows = [row for one in questions if one.form != Form() and (row := _row(lines, one))]
    of_rows = [list(filter(_tells_pages, row[1:])) for row in rows]
    cells = list(itertools.chain.from_iterable(of_rows))
    if not cells:
        return list(lines), []
    shown = {cell.text for cell in cells}
    merged = (row[0] for row, apart in zip(rows, of_rows, strict=True) if not apart)
    cuts = {line.start: _cut(line, shown) for line in merged}
    beside = [*cells, *itertools.chain.from_iterable(pieces[1:] for pieces in cuts.values())]
    return list(itertools.chain.from_iterable(cuts.get(line.start, [line]) for line in lines)), beside


def _tells_pages(line: FeatureLine) -> bool:
    return line.column >= _FAR and len(line.text) <= _LONGEST_CELL


def _row(lines: Sequence[FeatureLine], one: Numbered) -> list[FeatureLine]:
    """The first line of the question that a number is the head of, and the cells beside it."""
    line = lines[one.at]
    beside = lines[one.at + one.is_alone : one.at + _ROW]
    return [other for other in beside if other.row == line.row and other.page == line.page]


def _cut(line: FeatureLine, shown: set[str]) -> list[FeatureLine]:
    """A line with the cells at its end as pieces of their own."""
    text, places = line.text, []
    while " " in text and text.rpartition(" ")[2] in shown:
        text = text.rpartition(" ")[0].rstrip()
        places.append(len(text))
    return line.split(*reversed(places)) if places and text else [line]


class Part(NamedTuple):
    """A run of lines: a head, a questioner's note, or what stands between those."""

    lines: list[FeatureLine]
    head: Head | None = None
    source: tuple[str, int] | None = None


def parts_of(lines: Sequence[FeatureLine], asked: Asked) -> Iterator[Part]:
    """The lines cut at the heads of questions and answers; what stands behind a head on its line comes after it."""
    if not asked.heads:
        yield Part(list(lines))
        return
    part = Part([])
    for line in lines:
        head, source = asked.heads.get(line.start), asked.sources.labels.get(line.start)
        if head is None and source is None:
            if part.head is not None or (part.source is not None and line.start not in asked.sources.lines):
                yield part
                part = Part([])
            part.lines.append(line)
            continue
        if part.lines:
            yield part
        first, *rest = [line] if head is None else _cut_behind(head, line)
        part = Part([first], head, source)
        if rest:
            yield part
            part = Part(rest)
    if part.lines:
        yield part


def _cut_behind(head: Head, line: FeatureLine) -> list[FeatureLine]:
    """The head and what its line says behind it; a mark alone stays with the head."""
    pieces = line.split(head.end) if head.end < len(line.text) else [line]
    return [line] if pieces[-1].is_mark_alone else pieces
