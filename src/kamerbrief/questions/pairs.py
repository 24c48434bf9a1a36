"""The questions of a set, each with its answer."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.model.notes import Call
from kamerbrief.model.questions import Answer, Question
from kamerbrief.questions.passage import hull
from kamerbrief.vocabulary.questions import seen_at, source_marks
from kamerbrief.vocabulary.questionsets import asking_party

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.model.references import Where
    from kamerbrief.questions.passage import Passage


_LETTERS = "abcdefghijk"
"""Parts of a question that has one number: ``8a``."""


@dataclasses.dataclass(slots=True)
class _Open:
    """A question or answer that still grows."""

    numbers: tuple[str, ...]
    stated: bool
    head: RawBlock | None
    parts: list[Passage] = dataclasses.field(default_factory=list)
    party: str | None = None
    answer: int | None = None

    def blocks(self) -> list[RawBlock]:
        found = [part.block for part in self.parts if part.block is not None]
        return [self.head, *found] if self.head is not None else found


def read_pairs(passages: Sequence[Passage], sources: frozenset[str]) -> tuple[list[Question], list[Answer]]:
    """The questions and answers of a set.

    Args:
        passages: Of the set, in their order.
        sources: The labels of the questioner's own notes.
    """
    pairs = _Pairs()
    for passage in passages:
        if passage.block is not None and passage.block.role is not None:
            pairs.add(passage, passage.block)
    return [_question(one, sources) for one in pairs.questions], [_answer(one) for one in pairs.answers]


class _Pairs:
    """The questions and answers so far, and which questions wait for an answer."""

    def __init__(self) -> None:
        self.questions: list[_Open] = []
        self.answers: list[_Open] = []
        self._waiting: list[int] = []
        self._party: str | None = None
        self._headed = False
        """Whether the last head was that of an answer."""

    def add(self, passage: Passage, block: RawBlock) -> None:
        """Add the next block."""
        if block.role == "party":
            self._party = asking_party(passage.text.string)
        elif block.role == "question head":
            self._headed = False
            self._waiting.append(len(self.questions))
            self.questions.append(_Open(block.numbers, stated=True, head=block, party=self._party))
        elif block.role == "question" and self.questions:
            self.questions[-1].parts.append(passage)
        elif block.role == "answer head":
            self._headed = True
            self._answer(_Open(block.numbers or self._due(), stated=bool(block.numbers), head=block))
        elif block.role == "answer" and self._waiting and not self._headed:
            self._answer(_Open(self._due(), stated=False, head=None, parts=[passage]))
        elif block.role == "answer" and self.answers:
            self.answers[-1].parts.append(passage)

    def _due(self) -> tuple[str, ...]:
        """The numbers of the questions that wait for an answer."""
        return tuple(number for at in self._waiting for number in self.questions[at].numbers)

    def _answer(self, answer: _Open) -> None:
        """Add an answer and give it to the questions that wait for it; what it does not name goes on waiting."""
        named = {*answer.numbers, *(number.rstrip(_LETTERS) for number in answer.numbers)}
        for at in self._waiting:
            if not answer.stated or named.intersection(self.questions[at].numbers):
                self.questions[at].answer = len(self.answers)
        self._waiting = [at for at in self._waiting if self.questions[at].answer is None]
        self.answers.append(answer)


def _question(one: _Open, sources: frozenset[str]) -> Question:
    text, calls = _joined(one.parts, " ", sources)
    return Question(
        numbers=one.numbers,
        text=text,
        calls=calls,
        asked_by=one.party,
        answer=one.answer,
        span=hull(one.blocks()),
        where=_places(one.parts),
    )


def _answer(one: _Open) -> Answer:
    text, calls = _joined(one.parts, "\n\n", None)
    return Answer(
        numbers=one.numbers,
        stated=one.stated,
        text=text,
        calls=calls,
        see=seen_at(text),
        span=hull(one.blocks()),
        where=_places(one.parts),
    )


def _places(parts: Sequence[Passage]) -> tuple[Where, ...]:
    return tuple(part.where for part in parts)


def _joined(parts: Sequence[Passage], glue: str, sources: frozenset[str] | None) -> tuple[str, tuple[Call, ...]]:
    """The text of some blocks, without the marks of the questioner's notes, and the notes that it calls."""
    string = ""
    calls: list[Call] = []
    for part in parts:
        text, found = _marked(part, sources)
        shown = _shown(part, text)
        begin = len(string) + len(glue) if string else 0
        string = f"{string}{glue}{shown}" if string else shown
        shift = begin + len(shown) - len(text)
        calls += [Call(label=call.label, offset=call.offset + shift) for call in found]
    return string, tuple(calls)


def _shown(part: Passage, text: str) -> str:
    """The text of a block with the number before it: of an item or heading."""
    block = part.block
    marker = (block.marker or block.number) if block is not None else None
    return f"{marker} {text}".strip() if marker else text


def _marked(part: Passage, sources: frozenset[str] | None) -> tuple[str, list[Call]]:
    """The text of a block without the marks of the questioner's notes; its calls and those."""
    string = part.text.string
    marks = source_marks(string, sources) if sources is not None else []
    cuts = [(begin, end) for _, begin, end in marks]
    calls = [Call(label=call.label, offset=call.offset - _cut(cuts, call.offset)) for call in part.calls]
    calls += [Call(label=label, offset=begin - _cut(cuts, begin)) for label, begin, _ in marks]
    kept = [
        string[a:b] for a, b in zip([0, *(end for _, end in cuts)], [*(a for a, _ in cuts), len(string)], strict=True)
    ]
    return "".join(kept), sorted(calls, key=lambda call: call.offset)


def _cut(cuts: Sequence[tuple[int, int]], offset: int) -> int:
    """How much is cut away before an offset."""
    return sum(min(end, offset) - begin for begin, end in cuts if begin < offset)
