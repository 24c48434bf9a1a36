"""The sets of questions that a letter answers: who asked whom what and when."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, TypeVar

from kamerbrief.model.notes import Footnote
from kamerbrief.model.questions import Member, QuestionSet
from kamerbrief.questions.pairs import read_pairs
from kamerbrief.questions.passage import hull
from kamerbrief.vocabulary import questionsets as said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kamerbrief.body.asking import Role
    from kamerbrief.model.letter import Kamerbrief
    from kamerbrief.model.questions import Question, QuestionKind
    from kamerbrief.model.references import Where
    from kamerbrief.questions.passage import Passage

_Value = TypeVar("_Value")
_OPENING = 6
"""So many paragraphs of a letter tell what it answers."""
_ABOVE = 12
"""Of as many passages above the first question title and subject are read; from 14 on one jumbled text gives two
columns as its subject."""


@dataclasses.dataclass(slots=True)
class _Told:
    """What is said of a set, and its parts."""

    title: str | None
    above: list[str]
    """What stands above its questions: its title and introduction."""
    passages: list[Passage] = dataclasses.field(default_factory=list)


def read_question_sets(passages: Sequence[Passage], brief: Kamerbrief) -> tuple[QuestionSet, ...]:
    """The sets of questions that the letter answers, in their order.

    Args:
        passages: The texts of body and annexes.
        brief: The letter, whole but for these sets.
    """
    if all(_role(passage) != "question head" for passage in passages):
        return ()
    letter = _letter(passages, brief)
    sets = list(_sets(passages))
    found = [_question_set(one, letter if len(sets) == 1 or not one.title else [], brief) for one in sets]
    return tuple(one for one in found if one is not None)


def _sets(passages: Sequence[Passage]) -> Iterator[_Told]:
    """The passages of each set; a title between questions begins another one."""
    current: _Told | None = None
    above: list[Passage] = []
    for passage in passages:
        role = _role(passage)
        if role == "title":
            if current is not None and current.passages:
                yield current
                current, above = None, []
            above.append(passage)
        elif role == "question head" and current is None:
            current = _begun(above)
            current.passages.append(passage)
        elif current is None:
            above.append(passage)
        elif role is not None:
            current.passages.append(passage)
    if current is not None:
        yield current


def _begun(above: Sequence[Passage]) -> _Told:
    """A set with what stands right above its first question."""
    near = [one for one in above if one.where.annex == above[-1].where.annex][-_ABOVE:]
    title = next((one for one in reversed(near) if _role(one) == "title"), None)
    party = next((one for one in reversed(near) if _role(one) == "party"), None)
    return _Told(
        said.without_date(title.text.string) if title else None,
        [f"{one.block.number or ''} {one.text.string}".strip() if one.block else one.text.string for one in near],
        [one for one in (title, party) if one is not None],
    )


def _role(passage: Passage) -> Role | None:
    return passage.block.role if passage.block is not None else None


def _letter(passages: Sequence[Passage], brief: Kamerbrief) -> list[str]:
    """What the letter itself says of what it answers: its subject and opening."""
    opening = [one.text.string for one in passages if not one.where.annex and not one.where.footnote][:_OPENING]
    heading = [field.text for field in brief.fields if field.name in ("questions", "answer")]
    return [*heading, *([brief.subject] if brief.subject else []), *opening]


def _question_set(told: _Told, letter: Sequence[str], brief: Kamerbrief) -> QuestionSet | None:
    """A set; None if none of its questions is answered."""
    blocks = [one.block for one in told.passages if one.block is not None]
    sources = _sources(told.passages)
    questions, answers = read_pairs(told.passages, frozenset(source.label for source in sources))
    if all(question.answer is None for question in questions):
        return None
    texts = [*told.above, *letter]
    return QuestionSet(
        kind=_kind(texts, questions),
        title=told.title or next(filter(said.is_set_sentence, letter), None),
        number=_first(texts, said.zaak_in) or said.zaak_in(brief.uw_kenmerk or ""),
        submitted=_first(texts, lambda text: said.submitted_in(text, brief.date)),
        askers=_askers(texts),
        committee=_first(texts, said.committee_in),
        to=_first(texts, said.asked_offices) or (),
        answered_by=_first(texts, said.answering_offices) or brief.sender.roles,
        subject=_first(filter(said.is_set_sentence, texts), said.subject_in)
        or _first(filter(said.askers_in, letter), said.subject_in),
        questions=tuple(questions),
        answers=tuple(answers),
        sources=_with_status(sources, questions),
        explanation=_explanation(told.passages),
        span=hull(blocks),
        where=_sections(told.passages),
    )


def _explanation(passages: Sequence[Passage]) -> str | None:
    """The questioner's explanation, without the word that opens it."""
    parts = [one.text.string for one in passages if _role(one) == "explanation"]
    return "\n\n".join(parts).removeprefix("Toelichting").lstrip(": \n") or None if parts else None


def _first(texts: Iterable[str], read: Callable[[str], _Value | None]) -> _Value | None:
    """What the first text says that says it."""
    return next((found for text in texts if (found := read(text))), None)


def _askers(texts: Sequence[str]) -> tuple[Member, ...]:
    """The members who ask: those of the first text that tells their parties, else of the first that names any.

    Where no member is named, the parties.
    """
    named = [found for text in texts if (found := said.askers_in(text))]
    best = next((found for found in named if all(one.party for one in found)), named[0] if named else ())
    parties = () if best else _first(filter(said.is_set_sentence, texts), said.parties_in) or ()
    members = (Member(name=one.name, party=one.party) for one in best)
    return (*members, *(Member(party=party) for party in parties))


def _kind(texts: Sequence[str], questions: Sequence[Question]) -> QuestionKind:
    if any(map(said.is_consultation, texts)) or any(question.asked_by for question in questions):
        return "schriftelijk_overleg"
    if not any(map(said.askers_in, texts)) and any(map(said.names_committee, texts)):
        return "commissievragen"
    return "schriftelijke_vragen"


def _sources(passages: Sequence[Passage]) -> list[Footnote]:
    """The questioner's own notes, before it is known whether they are called."""
    found = []
    for one in passages:
        if one.block is not None and one.block.role == "source" and one.block.marker:
            label = one.block.marker.strip("()[].")
            found.append(Footnote(label=label, text=one.text.string, span=hull([one.block]), status="uncalled"))
    return found


def _with_status(sources: Sequence[Footnote], questions: Sequence[Question]) -> tuple[Footnote, ...]:
    called = {call.label for question in questions for call in question.calls}
    return tuple(
        source.model_copy(update={"status": "linked"}) if source.label in called else source for source in sources
    )


def _sections(passages: Sequence[Passage]) -> tuple[Where, ...]:
    """The outermost sections that hold the set."""
    found = {(one.where.section[:1], one.where.annex): one.where for one in passages}
    return tuple(where.model_copy(update={"section": way, "block": None}) for (way, _), where in found.items())
