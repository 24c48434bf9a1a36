"""What is wrong with the questions that a letter answers."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.model.diagnostics import diagnose
from kamerbrief.vocabulary.questionsets import zaken_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.model.letter import Diagnostic, Kamerbrief
    from kamerbrief.model.questions import Question, QuestionSet

_MOST = 20
_OPENING = 6
_FIELD = "question_sets"


def question_defects(brief: Kamerbrief) -> list[Diagnostic]:
    """Numbers that are skipped, questions without an answer, answers without a question, numbers that conflict."""
    if not brief.question_sets:
        return []
    found: list[Diagnostic] = []
    for one in brief.question_sets:
        found += itertools.islice(_missing(one), _MOST)
        found += itertools.islice(_unanswered(one), _MOST)
        found += itertools.islice(_unasked(one), _MOST)
    return [*found, *_conflicting(brief)]


def _missing(one: QuestionSet) -> Iterator[Diagnostic]:
    for run in _runs(one.questions):
        numbers = {_figure(number) for question in run for number in question.numbers}
        highest = min(max(numbers, default=0), len(numbers) + _MOST)
        for number in itertools.filterfalse(numbers.__contains__, range(1, highest)):
            yield diagnose("missing-question", str(number), field=_FIELD)


def _runs(questions: Iterable[Question]) -> Iterator[list[Question]]:
    """The questions, cut where their numbers start again from 1."""
    run: list[Question] = []
    for question in questions:
        if run and "1" in question.numbers:
            yield run
            run = []
        run.append(question)
    yield run


def _figure(number: str) -> int:
    return int("".join(filter(str.isdecimal, number)) or 0)


def _unanswered(one: QuestionSet) -> Iterator[Diagnostic]:
    for question in one.questions:
        if question.answer is None:
            span = question.span.start, question.span.end
            yield diagnose("unanswered-question", _shown(question.numbers), field=_FIELD, span=span)


def _unasked(one: QuestionSet) -> Iterator[Diagnostic]:
    asked = {_figure(number) for question in one.questions for number in question.numbers}
    for answer in one.answers:
        others = [number for number in answer.numbers if _figure(number) not in asked]
        if others:
            span = answer.span.start, answer.span.end
            yield diagnose("unasked-answer", _shown(others), field=_FIELD, span=span)


def _shown(numbers: Sequence[str]) -> str:
    return ", ".join(numbers)


def _conflicting(brief: Kamerbrief) -> Iterator[Diagnostic]:
    """Sets whose number is none of those that the letter itself gives."""
    blocks = [block.text for section in brief.sections[:1] for block in section.blocks[:_OPENING]]
    texts = [brief.uw_kenmerk or "", brief.subject or "", *blocks]
    told = list(dict.fromkeys(number for text in texts for number in zaken_in(text)))
    for one in brief.question_sets:
        if told and one.number is not None and one.number not in told:
            span = one.span.start, one.span.end
            yield diagnose("conflicting-zaak", f"{told[0]} and {one.number}", field=_FIELD, span=span)
