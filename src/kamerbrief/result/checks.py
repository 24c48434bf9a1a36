"""Diagnostics about the finished letter."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.model.diagnostics import diagnose
from kamerbrief.questions import question_defects
from kamerbrief.result.kind import no_letter
from kamerbrief.vocabulary.ministries import is_to_come, records

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Diagnostic, Kamerbrief, Sender
    from kamerbrief.notes.note import Note

_MOST_PAGES = _MOST_MISSING = 20
_OF_HEAD = ("kenmerk", "uw_kenmerk", "subject", "attachments")
_OF_EACH = ("recipient", "subject", "sender.units", "sender.visiting_address")
"""What each letter has, so that it is in doubt where it was not found either."""
_OF_SENDER = ("units", "visiting_address", "postal_address", "website", "phone", "email", "contact")


def check(
    brief: Kamerbrief, source: Source, blocks: Sequence[RawBlock], notes: Sequence[Note], *, ambiguous: bool
) -> list[Diagnostic]:
    """What is missing, unmatched or in doubt.

    Args:
        brief: The letter, whole but for its diagnostics.
        source: Where it was read from.
        blocks: Its blocks with their raised marks, those of the annexes included.
        notes: Its notes as they stand in the source.
        ambiguous: Whether its ministry was told by an address that several share.
    """
    if (none := no_letter(brief, source.text)) is not None:
        return [none, *_unread(source)]
    return [
        *_missing(brief),
        *_doubts(brief.sender, brief.date, ambiguous=ambiguous),
        *([] if brief.recipient.chamber else [diagnose("unknown-recipient", field="recipient.chamber")]),
        *_unsigned(brief),
        *_note_defects(brief, blocks, notes),
        *_unsure_items(blocks),
        *question_defects(brief),
        *_unread(source),
        *_left(brief),
    ]


def unsure_columns(brief: Kamerbrief) -> list[Diagnostic]:
    """That each value which a margin or the lines beside it gave may hold what stood in the other column."""
    sender = brief.sender
    given = {
        "recipient": brief.recipient.name,
        **{name: getattr(brief, name) for name in _OF_HEAD},
        **{f"sender.{name}": getattr(sender, name) for name in _OF_SENDER},
    }
    told = [field for field, value in given.items() if value not in (None, ()) or field in _OF_EACH]
    return [diagnose("unsure-columns", field=field) for field in told]


def _missing(brief: Kamerbrief) -> list[Diagnostic]:
    """What a letter of its form has and this one has not."""
    absent = {
        ("missing-body", "sections"): not brief.sections and not brief.annexes,
        ("missing-date", "date"): brief.date is None and brief.form != "plain",
        ("missing-subject", "subject"): brief.subject is None and brief.form == "letterhead",
        ("unknown-ministry", "sender.ministry"): brief.sender.ministry is None,
    }
    return [diagnose(code, field=field) for (code, field), is_absent in absent.items() if is_absent]


def _unsigned(brief: Kamerbrief) -> list[Diagnostic]:
    if not brief.signatories:
        return [diagnose("missing-signature", field="signatories")]
    return [
        diagnose("missing-name", signed.role or "", field="signatories", span=(signed.span.start, signed.span.end))
        for signed in brief.signatories
        if signed.name is None
    ]


def _unsure_items(blocks: Sequence[RawBlock]) -> Iterator[Diagnostic]:
    """The lists whose items were guessed."""
    for unsure, run in itertools.groupby(blocks, key=lambda block: block.unsure):
        if unsure:
            line = next(run).lines[0]
            yield diagnose("unsure-items", field="sections", span=(line.start, line.end))


def _unread(source: Source) -> list[Diagnostic]:
    """The pages without text or with garbled text, and what was left out."""
    if source.metadata is None:
        return []
    pages = {
        "picture-page": source.metadata.pages_without_text,
        "damaged-page": source.metadata.damaged_pages,
        "garbled-text": source.metadata.garbled_pages,
    }
    unread = [diagnose(code, str(page)) for code, numbers in pages.items() for page in numbers[:_MOST_PAGES]]
    return [*unread, *map(diagnose, source.metadata.left_out)]


def _left(brief: Kamerbrief) -> list[Diagnostic]:
    """What follows the letter, and what fits nowhere."""
    annexes = [annex.span for annex in brief.annexes[:1]]
    found = [diagnose("text-after-signature", field="annexes", span=(span.start, span.end)) for span in annexes]
    return found + [
        diagnose("unclaimed-text", repr(part.text), field="furniture", span=(part.span.start, part.span.end))
        for part in brief.furniture
        if part.kind == "unclaimed"
    ]


def _doubts(sender: Sender, date: dt.date | None, *, ambiguous: bool) -> list[Diagnostic]:
    """What makes the ministry or the date uncertain."""
    found: list[Diagnostic] = []
    if sender.ministry is None:
        return found
    if ambiguous:
        found.append(diagnose("ambiguous-ministry", field="sender.ministry"))
    names = records()[sender.ministry.tooi_id]
    if date is None and len(names) > 1:
        found.append(diagnose("undated-ministry", field="sender.ministry"))
    printed = next((name for name in names if name.name == sender.ministry.name), None)
    if date is not None and printed is not None and is_to_come(printed, date):
        found.append(diagnose("early-date", f"{date} and {printed.abbreviation}", field="date"))
    if sender.evidence == ("address",) and len(sender.ministries) > 1:
        several = " and ".join(ministry.abbreviation for ministry in sender.ministries)
        found.append(diagnose("conflicting-ministry", several, field="sender.ministry"))
    return found


def _note_defects(brief: Kamerbrief, blocks: Sequence[RawBlock], notes: Sequence[Note]) -> list[Diagnostic]:
    found = [
        diagnose(code, shown.label, field="footnotes", span=(shown.span.start, shown.span.end))
        for shown, note in zip(brief.footnotes, notes, strict=True)
        for code, holds in (
            ("uncalled-note", shown.status == "uncalled"),
            ("inferred-note", note.is_inferred),
            ("restarted-notes", note.series > 0 and note.label == "1"),
        )
        if holds
    ]
    for _, series in itertools.groupby(notes, key=lambda note: note.series):
        found += _skipped({int(note.label) for note in series if note.label.isdecimal()})
    return [*found, *_unmatched_calls(brief, blocks)]


def _skipped(numbers: set[int]) -> list[Diagnostic]:
    """The numbers that are missing in a series of notes."""
    skipped = (range(above + 1, number)[:_MOST_MISSING] for above, number in itertools.pairwise([0, *sorted(numbers)]))
    missing = itertools.islice(itertools.chain.from_iterable(skipped), _MOST_MISSING)
    return [diagnose("missing-note", str(number), field="footnotes") for number in missing]


def _unmatched_calls(brief: Kamerbrief, blocks: Sequence[RawBlock]) -> Iterator[Diagnostic]:
    known = {note.label for note in brief.footnotes}
    for block in blocks:
        for begin, end in block.text.raised:
            label = block.text.string[begin:end].strip()
            if label.isdecimal() and label not in known:
                known.add(label)  # the first call of a note tells that it is missing
                at = block.text.source(begin)
                yield diagnose("unmatched-call", label, field="footnotes", span=(at, at + end - begin))
