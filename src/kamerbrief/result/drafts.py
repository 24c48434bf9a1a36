"""Diagnostics about what a ministry may still put right: what was left over, mistyped or does not fit together."""

from __future__ import annotations

import datetime as dt
import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import squash
from kamerbrief.head.sender import spelled_out
from kamerbrief.model.diagnostics import diagnose
from kamerbrief.vocabulary.drafts import Defect, defects, signs_of
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
    texts = _Texts(passages)
    return [
        *_unfinished_subject(brief),
        *_left_over(text),
        *_of_texts("left-over", "left_over_opening", texts),
        *_of_texts("incomplete-reference", "incomplete", texts),
        *_of_texts("impossible-session", "session", texts),
        *_of_texts("malformed-address", "malformed_address", texts),
        *_younger(brief),
        *_attachments(brief, passages),
        *_offices(brief),
    ]


class _Texts:
    """The texts of a letter behind each other, so that a sign is looked for once and not in each of them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._whole = "\n".join(passage.text.string for passage in passages)
        self._starts = [0, *itertools.accumulate(len(passage.text.string) + 1 for passage in passages)]

    def with_any(self, signs: Iterable[str]) -> list[Passage]:
        """Those in which one of the signs stands."""
        found: set[int] = set()
        for sign in signs:
            at = self._whole.find(sign)
            while at >= 0:
                index = bisect_right(self._starts, at) - 1
                found.add(index)
                at = self._whole.find(sign, self._starts[index + 1])
        return [self._passages[index] for index in sorted(found)]


def _unfinished_subject(brief: Kamerbrief) -> Iterator[Diagnostic]:
    subject = brief.subject or ""
    if is_left_open(subject) or subject.count("(") > subject.count(")"):
        yield diagnose("unfinished-subject", repr(subject[-40:]), field="subject")


def _left_over(text: str) -> list[Diagnostic]:
    """Each left-over once, wherever in the source it stands: fields that fail come again on every page."""
    found = {squash(text[begin:end]): (begin, end) for begin, end in reversed(defects("left_over", text))}
    told = [diagnose("left-over", _one_line(text[begin:end]), span=(begin, end)) for begin, end in found.values()]
    told.sort(key=lambda one: one.span.start if one.span else 0)
    return told[:_MOST]


def _of_texts(code: str, kind: Defect, texts: _Texts) -> list[Diagnostic]:
    """What is found in the texts of a letter, at its place in the source."""
    told: list[Diagnostic] = []
    for passage in texts.with_any(signs_of(kind)):
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
    signed = spelled_out([one.role for one in brief.signatories if one.role and not one.mandate])
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
