"""A letter as rows of tables."""

from __future__ import annotations

import hashlib
import itertools
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.exports.rows import (
    BlockRow,
    DiagnosticRow,
    FootnoteRow,
    LetterRow,
    MentionRow,
    QuestionRow,
    ReferenceRow,
    SectionRow,
    SignatoryRow,
    Tables,
)
from kamerbrief.model.letter import KamerstukHeader
from kamerbrief.model.origin import PARSER_VERSION
from kamerbrief.vocabulary.offices import ministry_of, offices_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.model.base import Span
    from kamerbrief.model.letter import Kamerbrief, Section, Signatory
    from kamerbrief.model.mentions import Deadline, Mention, Quote
    from kamerbrief.model.questions import Member, QuestionSet
    from kamerbrief.model.references import Reference, Where

_ID_LENGTH = 16


class _Placed(NamedTuple):
    """A section with its place."""

    where: str
    annex: bool
    section: Section


def tables(brief: Kamerbrief) -> Tables:
    r"""The letter as plain rows with fixed columns and types, joined by ``letter_id``.

    ``where`` is the place of a row in the letter: ``body/2/0`` is ``sections[2].sections[0]``, ``body/2/0#3`` its
    fourth block, ``annex/0`` the first of the annexes, ``note/4`` the footnote 4.

    Args:
        brief: The letter.

    Returns:
        Its rows, table by table.

    Example:
        >>> import kamerbrief
        >>> made = kamerbrief.tables(kamerbrief.read(b"Geachte voorzitter,\n\nHierbij.", name="brief.txt"))
        >>> made.letters[0].letter_id, made.letters[0].file, made.letters[0].words
        ('d264a7b84d9f0fcc', 'brief.txt', 1)
        >>> [(row.where, row.text) for row in made.blocks]
        [('body/0#0', 'Hierbij.')]
    """
    key = letter_id(brief)
    places = [*_places(brief.sections, "body", annex=False), *_places(brief.annexes, "annex", annex=True)]
    return Tables(
        letters=(_letter(brief, key),),
        sections=tuple(_section(one, key) for one in places),
        blocks=tuple(itertools.chain.from_iterable(_blocks(one, key) for one in places)),
        footnotes=tuple(
            FootnoteRow(key, f"note/{note.label}", note.label, note.status, *_span(note.span), note.text)
            for note in brief.footnotes
        ),
        references=tuple(_reference(one, key) for one in brief.references),
        signatories=tuple(_signatory(one, key, brief) for one in brief.signatories),
        questions=tuple(
            itertools.chain.from_iterable(_questions(one, index, key) for index, one in enumerate(brief.question_sets))
        ),
        mentions=tuple(_mention(one, key) for one in brief.mentions),
        diagnostics=tuple(
            DiagnosticRow(key, one.code, one.severity, one.field, *_maybe_span(one.span), one.message)
            for one in brief.diagnostics
        ),
    )


def letter_id(brief: Kamerbrief) -> str:
    """What tells a letter from others: the beginning of the sha256 of its file, or of its text where that was parsed.

    Of a letter that was made by hand it is the sha256 of its JSON.
    """
    known = brief.origin.sha256 if brief.origin is not None else brief.text_sha256
    return (known or hashlib.sha256(brief.model_dump_json().encode()).hexdigest())[:_ID_LENGTH]


# decides more: each part of a letter may be missing
def _letter(brief: Kamerbrief, key: str) -> LetterRow:
    origin, ministry, paper = brief.origin, brief.sender.ministry, brief.kamerstuk or KamerstukHeader()
    dossier, _, suffix = (paper.dossiers[0] if paper.dossiers else "").partition("-")
    severities = [one.severity for one in brief.diagnostics]
    return LetterRow(
        letter_id=key,
        file=origin.name if origin else None,
        sha256=origin.sha256 if origin else None,
        form=brief.form,
        date=brief.date,
        place=brief.place,
        kenmerk=brief.kenmerk,
        uw_kenmerk=brief.uw_kenmerk,
        ministry=ministry.abbreviation if ministry else None,
        tooi_id=ministry.tooi_id if ministry else None,
        chamber=brief.recipient.chamber,
        subject=brief.subject,
        attachments=brief.attachments,
        kst_id=paper.id,
        dossier=dossier or None,
        suffix=suffix or None,
        number=paper.number,
        session_year=paper.session_year,
        pages=origin.page_count if origin else None,
        words=sum(len(section.text.split()) for section in brief.sections),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        parser_version=origin.parser_version if origin else PARSER_VERSION,
    )


def _places(sections: Sequence[Section], way: str, *, annex: bool) -> Iterator[_Placed]:
    for index, section in enumerate(sections):
        yield _Placed(f"{way}/{index}", annex, section)
        yield from _places(section.sections, f"{way}/{index}", annex=annex)


def _section(place: _Placed, key: str) -> SectionRow:
    where, annex, section = place
    return SectionRow(key, where, annex, section.level, section.number, section.title, *_span(section.span))


def _blocks(place: _Placed, key: str) -> Iterator[BlockRow]:
    where, annex, section = place
    for index, block in enumerate(section.blocks):
        yield BlockRow(
            letter_id=key,
            where=f"{where}#{index}",
            annex=annex,
            section=where,
            title=section.title,
            kind=block.kind,
            marker=block.marker,
            depth=block.depth,
            page=block.span.page,
            start=block.span.start,
            end=block.span.end,
            text=block.text,
        )


def _reference(one: Reference, key: str) -> ReferenceRow:
    return ReferenceRow(
        letter_id=key,
        where=_where(one.where) if one.where else None,
        kind=one.kind,
        id=one.id,
        url=one.url,
        certainty=one.certainty,
        dossier=getattr(one, "dossier", None),
        suffix=getattr(one, "suffix", None),
        number=getattr(one, "number", None) or _joined(getattr(one, "see", ())),  # of questions: all of them
        session=getattr(one, "session", None) or _joined(getattr(one, "sessions", ())),
        law=getattr(one, "law", None),
        article=getattr(one, "article", None),
        date=getattr(one, "date", None),
        page=one.span.page,
        start=one.span.start,
        end=one.span.end,
        raw=one.raw,
    )


def _where(where: Where) -> str:
    if where.footnote is not None:
        return f"note/{where.footnote}"
    way = "/".join(("annex" if where.annex else "body", *map(str, where.section)))
    return way if where.block is None else f"{way}#{where.block}"


def _signatory(one: Signatory, key: str, brief: Kamerbrief) -> SignatoryRow:
    """The office is that of the vocabulary; an official who signs by mandate has that of the one who gave it."""
    offices = offices_in(one.role or "")
    office = offices[0].role if offices else None
    if office is None and one.mandate and len(brief.sender.roles) == 1:
        office = brief.sender.roles[0]
    found = ministry_of(office, brief.date) if office else None
    known = [found] if found else brief.sender.ministries  # a joint letter does not say of which one an official is
    ministry = known[0].abbreviation if len(known) == 1 else None
    return SignatoryRow(key, one.name, one.role, office, ministry, one.mandate, *_span(one.span))


def _questions(asked: QuestionSet, index: int, key: str) -> Iterator[QuestionRow]:
    """The questions of a set; what is known of the whole set stands with each, an answer with each that it answers."""
    askers = [f"{one.name} ({one.party})" if one.name and one.party else one.name or one.party for one in asked.askers]
    for question in asked.questions:
        answer = None if question.answer is None else asked.answers[question.answer]
        yield QuestionRow(
            letter_id=key,
            question_set=index,
            kind=asked.kind,
            number=asked.number,
            submitted=asked.submitted,
            askers=_joined(filter(None, askers)),
            parties=_joined(dict.fromkeys(one.party for one in asked.askers if one.party)),
            committee=asked.committee,
            subject=asked.subject,
            numbers=_joined(question.numbers),
            asked_by=question.asked_by,
            where=_first(question.where),
            page=question.span.page,
            start=question.span.start,
            end=question.span.end,
            text=question.text,
            answer=question.answer,
            answer_where=_first(answer.where) if answer else None,
            answer_text=answer.text if answer else None,
        )


def _mention(one: Mention, key: str) -> MentionRow:
    """``members`` are those who move, are promised or request; ``subject`` is also what was promised."""
    members: tuple[Member, ...] = getattr(one, "to", ()) or getattr(one, "by", ())
    deadline: Deadline | None = getattr(one, "deadline", None)
    evidence: Quote | None = getattr(one, "evidence", None)
    return MentionRow(
        letter_id=key,
        where=_where(one.where) if one.where else None,
        kind=one.kind,
        id=one.id,
        certainty=one.certainty,
        status=getattr(one, "status", None),
        date=one.date,
        chamber=one.chamber,
        members=_joined(getattr(one, "movers", ()) or filter(None, (member.name for member in members))),
        parties=_joined(dict.fromkeys(member.party for member in members if member.party)),
        committee=getattr(one, "committee", None),
        meeting=getattr(one, "meeting", None),
        debate=getattr(one, "debate", None),
        subject=getattr(one, "subject", None) or getattr(one, "text", None),
        deadline=deadline.raw if deadline else None,
        deadline_start=deadline.start if deadline else None,
        deadline_end=deadline.end if deadline else None,
        evidence=evidence.text if evidence else None,
        page=one.span.page,
        start=one.span.start,
        end=one.span.end,
        raw=one.raw,
    )


def _first(places: Sequence[Where]) -> str | None:
    return _where(places[0]) if places else None


def _span(span: Span) -> tuple[int | None, int, int]:
    return span.page, span.start, span.end


def _maybe_span(span: Span | None) -> tuple[int | None, int | None, int | None]:
    return _span(span) if span else (None, None, None)


def _joined(values: Iterable[str]) -> str | None:
    return ", ".join(values) or None
