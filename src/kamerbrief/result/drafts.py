"""Diagnostics about what a ministry may still put right: what was left over, mistyped or does not fit together."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import squash
from kamerbrief.head.sender import spelled_out
from kamerbrief.model.diagnostics import diagnose
from kamerbrief.vocabulary.drafts import Defect, defects, may_hold
from kamerbrief.vocabulary.offices import ministry_of
from kamerbrief.vocabulary.sentences import is_left_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.model.letter import Diagnostic, Kamerbrief
    from kamerbrief.model.references import Reference
    from kamerbrief.questions.passage import Passage

_MOST: int = 20
"""So many of one kind are told at most."""
_SESSION_BEGINS = 9, 15
"""Month and day before which no parliamentary year begins: on the third Tuesday of September."""
_YEAR = regex.compile(r"(?:19|20)\d\d")
_CELEX_YEAR = regex.compile(r"3(?P<year>(?:19|20)\d\d)[A-Z]")


def check_draft(brief: Kamerbrief, text: str, passages: Sequence[Passage]) -> list[Diagnostic]:
    """What may still be put right in a letter.

    Args:
        brief: The letter, whole but for its diagnostics.
        text: Its source.
        passages: The texts of its blocks, titles and notes.
    """
    return [
        *_unfinished_subject(brief),
        *_left_over(text, passages),
        *_of_passages("incomplete-reference", "incomplete", passages),
        *_of_passages("impossible-session", "session", passages),
        *_of_passages("malformed-address", "malformed_address", passages),
        *_younger(brief),
        *_attachments(brief, passages),
        *_offices(brief),
    ]


def _unfinished_subject(brief: Kamerbrief) -> Iterator[Diagnostic]:
    subject = brief.subject or ""
    if is_left_open(subject) or subject.count("(") > subject.count(")"):
        yield diagnose("unfinished-subject", repr(subject[-40:]), field="subject")


def _left_over(text: str, passages: Sequence[Passage]) -> list[Diagnostic]:
    """Each left-over once, wherever in the source it stands: fields that fail come again on every page."""
    found = {squash(text[begin:end]): (begin, end) for begin, end in reversed(defects("left_over", text))}
    told = [diagnose("left-over", _one_line(text[begin:end]), span=(begin, end)) for begin, end in found.values()]
    told.sort(key=lambda one: one.span.start if one.span else 0)
    opening = _of_passages("left-over", "left_over_opening", passages)
    return [*told[:_MOST], *opening]


def _of_passages(code: str, kind: Defect, passages: Sequence[Passage]) -> list[Diagnostic]:
    """What is found in the texts of a letter, at its place in the source."""
    told: list[Diagnostic] = []
    if not may_hold(kind, "\n".join(passage.text.string for passage in passages)):
        return told
    for passage in passages:
        for begin, end in defects(kind, passage.text.string):
            told.append(
                diagnose(code, passage.text.string[begin:end], field=_field(passage), span=_span(passage, begin, end))
            )
            if len(told) == _MOST:
                return told
    return told


def _field(passage: Passage) -> str:
    """The attribute that holds a passage."""
    if passage.where.footnote is not None:
        return "footnotes"
    return "annexes" if passage.where.annex else "sections"


def _span(passage: Passage, begin: int, end: int) -> tuple[int, int]:
    return passage.text.source(begin), passage.text.source(end - 1) + 1


def _younger(brief: Kamerbrief) -> Iterator[Diagnostic]:
    """What the letter cites and cannot know yet; an annex may be of another date."""
    if brief.date is None:
        return
    for one in brief.references:
        if (one.where is None or not one.where.annex) and _is_younger(one, brief.date):
            detail = f"{one.raw!r} in a letter of {brief.date}"
            yield diagnose("future-reference", detail, field="references", span=(one.span.start, one.span.end))


def _is_younger(one: Reference, date: dt.date) -> bool:
    """Whether what is cited came about later than a day."""
    if one.kind == "letter":
        return one.date is not None and one.date > date
    if one.kind in ("kamerstuk", "handelingen", "aanhangsel"):
        begins = int(one.session[:4]) if one.session and _YEAR.match(one.session) else 0
        return begins > 0 and dt.date(begins, *_SESSION_BEGINS) > date
    return _year_of(one) > date.year


def _year_of(one: Reference) -> int:
    """The year of what is cited, where the citation says it; else 0."""
    match one.kind:
        case "stb" | "stcrt" | "trb" | "com" | "oj" | "ecli":
            year = one.year or ""
        case "zaak" | "document":
            year = one.number[:4]
        case "eu_act":
            celex = _CELEX_YEAR.match(one.id or "")
            year = celex["year"] if celex else ""
        case _:
            year = ""
    return int(year) if _YEAR.fullmatch(year) else 0


def _attachments(brief: Kamerbrief, passages: Iterable[Passage]) -> Iterator[Diagnostic]:
    """The first attachment that the text names beyond those that the head counts."""
    count = brief.attachments
    if count is None:
        return
    for passage in passages:
        if passage.where.annex:
            continue
        words = passage.text.string
        named = [(begin, end) for begin, end in defects("attachment", words) if int(words[begin:end]) > count]
        attached = defects("attached", words) if count == 0 else []
        for begin, end in [*named, *attached][:1]:
            detail = f"{words[max(begin - 8, 0) : end]!r}, and the head counts {count}"
            yield diagnose("conflicting-attachments", detail, field=_field(passage), span=_span(passage, begin, end))
            return


def _offices(brief: Kamerbrief) -> Iterator[Diagnostic]:
    """The office that signs, where neither the heading nor the letterhead is that of it or of a co-signer."""
    signed = spelled_out([one.role for one in brief.signatories if one.role and not one.mandate], brief.date)
    if signed and (named := _named_above(brief, signed)):
        span = brief.signatories[0].span
        detail = f"{named} and {signed[0]!r}"
        yield diagnose("conflicting-office", detail, field="signatories", span=(span.start, span.end))


def _named_above(brief: Kamerbrief, signed: Sequence[str]) -> str | None:
    """The office in the heading of a published letter, or the paper, if it is that of nobody who signs."""
    sender = brief.sender
    if brief.kamerstuk is not None:
        return repr(sender.roles[0]) if sender.roles and not set(signed) & set(sender.roles) else None
    ids = {found.tooi_id for office in (*signed, *brief.on_behalf_of) if (found := ministry_of(office, brief.date))}
    if sender.ministry is None or not ids or not {"letterhead", "website"} & set(sender.evidence):
        return None
    return None if sender.ministry.tooi_id in ids else f"paper of {sender.ministry.abbreviation}"


def _one_line(text: str) -> str:
    return repr(" ".join(text.split()))
