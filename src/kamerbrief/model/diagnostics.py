"""What may be noted about a letter: one table of codes."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.model.base import Span
from kamerbrief.model.letter import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclasses.dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic."""

    severity: Severity
    meaning: str


CODES: Mapping[str, Code] = {
    "empty-letter": Code("error", "the text holds no letter: it is empty or has no words"),
    "path-as-text": Code("error", "the text is the name of a file; read it with kamerbrief.read(path)"),
    "not-a-letter": Code("error", "nothing tells that this is a letter: nobody sends it and nobody is addressed"),
    "missing-body": Code("error", "no paragraph was found between head and signature"),
    "missing-date": Code("warning", "no date of the letter was found"),
    "missing-kenmerk": Code("warning", "the letterhead has a label for our reference but no reference"),
    "missing-subject": Code("warning", "the letterhead has no subject"),
    "missing-signature": Code("warning", "nobody was found to have signed"),
    "missing-name": Code("info", "an office signed without a name"),
    "unknown-ministry": Code("warning", "nothing tells which ministry sends the letter"),
    "ambiguous-ministry": Code("warning", "the ministry was told by an address that several ministries share"),
    "undated-ministry": Code("warning", "the letter has no date, so that its ministry has the name of today"),
    "conflicting-ministry": Code("warning", "address and signature tell different ministries; the address counts"),
    "unknown-recipient": Code("info", "the letter is not addressed to a Chamber in so many words"),
    "conflicting-date": Code("warning", "pages give different dates; the first one counts"),
    "early-date": Code("warning", "the letter names a ministry that did not exist yet on its date"),
    "unsure-columns": Code(
        "warning", "the text is sorted by height, and nothing tells for sure what stood beside what"
    ),
    "conflicting-kenmerk": Code("warning", "pages give different references; the first one counts"),
    "repeated-field": Code("info", "the head gives a value twice; the first one counts"),
    "unreadable-date": Code("warning", "the value at the label of the date is no date"),
    "unreadable-count": Code("info", "the value at the label of the attachments is no count"),
    "unmatched-call": Code("warning", "a raised mark calls a note that the letter does not have"),
    "uncalled-note": Code("info", "a note is called nowhere in the text"),
    "missing-note": Code("warning", "the numbers of the notes skip one"),
    "inferred-note": Code("warning", "the label of a note is misread or lost; the order of the notes tells it"),
    "restarted-notes": Code("info", "the numbers of the notes begin anew, so that a label stands for several notes"),
    "unsure-items": Code("warning", "the marks of a list stand apart from its items; where some begin is a guess"),
    "missing-question": Code("warning", "the numbers of the questions skip one"),
    "unanswered-question": Code("warning", "a question has no answer"),
    "unasked-answer": Code("warning", "an answer names a question that is not there"),
    "conflicting-zaak": Code("warning", "letter and questions give different numbers of the Kamer"),
    "text-after-signature": Code("info", "the document goes on behind the signature"),
    "another-letter": Code("info", "the file holds another letter; it is kept among the annexes"),
    "picture-page": Code("warning", "a page is a picture without a text layer; recognise its text first (OCR)"),
    "damaged-page": Code("warning", "a page could not be read, since the file is damaged there"),
    "garbled-text": Code(
        "warning", "a page has text whose font does not tell its characters; recognise its text first (OCR)"
    ),
    "tracked-changes": Code("info", "the document has tracked changes; it was read as if all were accepted"),
    "comments-left-out": Code("info", "the document has comments; they are no part of the letter"),
    "hidden-text": Code("info", "the document has hidden text, which does not print; it was left out"),
    "unfinished-subject": Code("warning", "the subject stops in the middle of a phrase"),
    "left-over": Code("warning", "text that was to be replaced before the letter was sent"),
    "incomplete-reference": Code("warning", "a citation lacks what tells which paper it means"),
    "impossible-session": Code("warning", "the years of a parliamentary year do not follow each other"),
    "malformed-address": Code("warning", "an address on the web leads nowhere as it is written"),
    "future-reference": Code("warning", "something is cited that is younger than the letter"),
    "conflicting-attachments": Code("warning", "the text names more attachments than the head counts"),
    "conflicting-office": Code("warning", "the paper or its heading is not that of the office that signs"),
    "unclaimed-text": Code("warning", "text that fits nowhere was kept as furniture"),
}
"""All codes of diagnostics; they are stable."""


def diagnose(
    code: str, detail: str = "", *, field: str | None = None, span: tuple[int, int] | None = None
) -> Diagnostic:
    """A diagnostic of this code; the detail follows its meaning."""
    entry = CODES[code]
    return Diagnostic(
        code=code,
        severity=entry.severity,
        message=f"{entry.meaning}: {detail}" if detail else entry.meaning,
        field=field,
        span=None if span is None else Span(start=span[0], end=span[1]),
    )
