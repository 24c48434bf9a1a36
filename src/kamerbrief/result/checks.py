"""Diagnostics about the finished letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kamerbrief.model.diagnostics import diagnose
from kamerbrief.vocabulary.ministries import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Diagnostic, Kamerbrief, Sender

_MOST_PAGES = 20
_LETTER = regex.compile(r"\p{L}")


def check(brief: Kamerbrief, source: Source, blocks: Sequence[RawBlock], *, ambiguous: bool) -> list[Diagnostic]:
    """What is missing, unmatched or in doubt.

    Args:
        brief: The letter, whole but for its diagnostics.
        source: Where it was read from.
        blocks: Its blocks with their raised marks, those of the annexes included.
        ambiguous: Whether its ministry was told by an address that several share.
    """
    found: list[Diagnostic] = []
    if not _LETTER.search(source.text):
        return [diagnose("empty-letter")]
    if not brief.sections and not brief.annexes:
        found.append(diagnose("missing-body", field="sections"))
    if brief.date is None and brief.form != "plain":
        found.append(diagnose("missing-date", field="date"))
    if brief.subject is None and brief.form == "letterhead":
        found.append(diagnose("missing-subject", field="subject"))
    if brief.sender.ministry is None:
        found.append(diagnose("unknown-ministry", field="ministry"))
    else:
        found += _doubts(brief.sender, dated=brief.date is not None, ambiguous=ambiguous)
    if brief.recipient.chamber is None:
        found.append(diagnose("unknown-recipient", field="chamber"))
    if not brief.signatories:
        found.append(diagnose("missing-signature", field="signatories"))
    found += [
        diagnose("missing-name", signed.role or "", field="signatories", span=(signed.span.start, signed.span.end))
        for signed in brief.signatories
        if signed.name is None
    ]
    found += _note_defects(brief, blocks)
    if source.metadata is not None:
        found += [diagnose("picture-page", str(page)) for page in source.metadata.pages_without_text[:_MOST_PAGES]]
        found += [diagnose("damaged-page", str(page)) for page in source.metadata.damaged_pages[:_MOST_PAGES]]
    if brief.annexes:
        span = brief.annexes[0].span
        found.append(diagnose("text-after-signature", field="annexes", span=(span.start, span.end)))
    found += [
        diagnose("unclaimed-text", repr(part.text), field="furniture", span=(part.span.start, part.span.end))
        for part in brief.furniture
        if part.kind == "unclaimed"
    ]
    return found


def _doubts(sender: Sender, *, dated: bool, ambiguous: bool) -> list[Diagnostic]:
    """What makes the ministry uncertain."""
    found: list[Diagnostic] = []
    if sender.ministry is None:
        return found
    if ambiguous:
        found.append(diagnose("ambiguous-ministry", field="ministry"))
    if not dated and len(records()[sender.ministry.tooi_id]) > 1:
        found.append(diagnose("undated-ministry", field="ministry"))
    if sender.evidence == ("address",) and len(sender.ministries) > 1:
        names = " and ".join(ministry.abbreviation for ministry in sender.ministries)
        found.append(diagnose("conflicting-ministry", names, field="ministry"))
    return found


def _note_defects(brief: Kamerbrief, blocks: Sequence[RawBlock]) -> list[Diagnostic]:
    found = [
        diagnose("uncalled-note", note.label, field="footnotes", span=(note.span.start, note.span.end))
        for note in brief.footnotes
        if note.status == "uncalled"
    ]
    numbers = [int(note.label) for note in brief.footnotes if note.label.isdigit()]
    missing = sorted(set(range(1, max(numbers, default=0))) - set(numbers))
    found += [diagnose("missing-note", str(number), field="footnotes") for number in missing[:20]]
    known = {note.label for note in brief.footnotes}
    for block in blocks:
        for begin, end in block.text.raised:
            label = block.text.string[begin:end].strip()
            if label.isdigit() and label not in known:
                known.add(label)  # the first call of a note tells that it is missing
                at = block.text.source(begin)
                found.append(diagnose("unmatched-call", label, field="footnotes", span=(at, at + end - begin)))
    return found
