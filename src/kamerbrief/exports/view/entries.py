"""What is listed beside the page: diagnostics, values, sections, questions, notes, references, mentions, the rest."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final, Literal

from kamerbrief.exports.view.places import Places, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.model.letter import Evidence, FieldName, Kamerbrief, Section

Kind = Literal["furniture", "block", "title", "question", "note", "value", "mention", "reference", "diagnostic"]
KINDS: Final[tuple[Kind, ...]] = (
    "furniture",
    "block",
    "title",
    "question",
    "note",
    "value",
    "mention",
    "reference",
    "diagnostic",
)
"""Of two that stand in one place, the later one lies on top."""
_LONGEST: Final = 400


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One of the things that are listed."""

    group: str
    kind: Kind
    label: str
    text: str
    places: tuple[Stretch, ...] = ()
    """Where in the source it stands; nowhere, if it speaks of the whole letter."""
    depth: int = 0
    url: str | None = None
    tone: str = ""
    """The severity of a diagnostic."""


def entries_of(brief: Kamerbrief) -> list[Entry]:
    """All entries, group by group."""
    places = Places(brief)
    return [
        *_diagnostics(brief),
        *_values(brief),
        *_sections(brief.sections, places, "Sections"),
        *_sections(brief.annexes, places, "Annexes"),
        *_questions(brief),
        *(
            Entry("Notes", "note", note.label, note.text, ((note.span.start, note.span.end),), tone=note.status)
            for note in brief.footnotes
        ),
        *_references(brief),
        *_mentions(brief),
        *(
            Entry("Furniture", "furniture", part.kind.replace("_", " "), part.text, ((part.span.start, part.span.end),))
            for part in brief.furniture
        ),
    ]


def _diagnostics(brief: Kamerbrief) -> Iterator[Entry]:
    for one in brief.diagnostics:
        places = ((one.span.start, one.span.end),) if one.span else _of_field(brief, one.field)
        label = f"{one.severity}: {one.code}"
        yield Entry("Diagnostics", "diagnostic", label, one.message, places, tone=one.severity)


def _of_field(brief: Kamerbrief, path: str | None) -> tuple[Stretch, ...]:
    """Where the value stands that a diagnostic without a place of its own speaks of."""
    name = (path or "").rpartition(".")[2]
    return tuple((field.span.start, field.span.end) for field in brief.fields if field.name == name)[:1]


# decides more: each part of a letter may be missing
def _values(brief: Kamerbrief) -> Iterator[Entry]:
    """The values of the head, where they were read; then its other lines; who signed."""
    sender = brief.sender
    values: list[tuple[FieldName, str, object]] = [
        ("ministry", "ministry", sender.ministry and f"{sender.ministry.name} ({sender.ministry.abbreviation})"),
        ("date", "date", brief.date),
        ("kenmerk", "kenmerk", brief.kenmerk),
        ("uw_kenmerk", "uw kenmerk", brief.uw_kenmerk),
        ("subject", "subject", brief.subject),
        ("attachments", "attachments", brief.attachments),
        ("number", "kamerstuk", brief.kamerstuk and (brief.kamerstuk.id or brief.kamerstuk.number)),
        ("unit", "units", "; ".join(sender.units)),
        ("salutation", "salutation", brief.salutation),
        ("closing", "closing", brief.closing),
        ("on_behalf_of", "on behalf of", "; ".join(brief.on_behalf_of)),
    ]
    for name, label, value in values:
        if value is not None and value != "":
            names = _told_by(brief) if name == "ministry" else (name,)
            yield Entry("Values", "value", label, str(value), _places_named(brief, names))
    recipient = brief.recipient
    if recipient.name:
        places = ((recipient.span.start, recipient.span.end),) if recipient.span else ()
        chamber = f" ({recipient.chamber.replace('_', ' ')})" if recipient.chamber else ""
        yield Entry("Values", "value", "recipient", f"{recipient.name}{chamber}", places)
    for signed in brief.signatories:
        text = ", ".join(part for part in (signed.name, signed.role) if part)
        label = "signed on behalf" if signed.mandate else "signed"
        yield Entry("Values", "value", label, text, ((signed.span.start, signed.span.end),))
    known = {name for name, _, value in values if value}
    for field in brief.fields:
        if field.name not in known and field.text:
            label = field.name.replace("_", " ") if field.name != "other" else field.label or "other"
            yield Entry("Values", "value", label, field.text, ((field.span.start, field.span.end),))


_CLUES: Final[dict[Evidence, tuple[FieldName, ...]]] = {
    "letterhead": ("ministry",),
    "heading": ("number",),
    "website": ("website",),
    "address": ("postal_address", "return_address", "visiting_address"),
    "kenmerk": ("kenmerk",),
    "signature": (),
}


def _told_by(brief: Kamerbrief) -> tuple[FieldName, ...]:
    """The fields that tell the ministry: those of the strongest clue."""
    return next((_CLUES[clue] for clue in brief.sender.evidence), ())


def _places_named(brief: Kamerbrief, names: tuple[FieldName, ...]) -> tuple[Stretch, ...]:
    return tuple((field.span.start, field.span.end) for field in brief.fields if field.name in names)


def _sections(sections: Iterable[Section], places: Places, group: str, depth: int = 0) -> Iterator[Entry]:
    for section in sections:
        if section.heading:
            inner = [*(block.span.start for block in section.blocks), *(one.span.start for one in section.sections)]
            title = section.span.model_copy(update={"end": min([section.span.end, *inner])})
            yield Entry(group, "title", f"heading {section.level}", section.heading, places.own(title), depth)
        for block in section.blocks:
            label = block.kind.replace("_", " ")
            text = f"{block.marker} {block.text}" if block.marker else block.text
            yield Entry(group, "block", label, text, places.own(block.span), depth + (block.depth or 0))
        yield from _sections(section.sections, places, group, depth + 1)


def _questions(brief: Kamerbrief) -> Iterator[Entry]:
    for asked in brief.question_sets:
        for question in asked.questions:
            label = f"question {', '.join(question.numbers)}".strip()
            yield Entry("Questions", "question", label, question.text, ((question.span.start, question.span.end),))
            if question.answer is not None:
                answer = asked.answers[question.answer]
                places = ((answer.span.start, answer.span.end),)
                yield Entry("Questions", "question", "answer", " ".join(answer.text.split()), places, 1)


def _references(brief: Kamerbrief) -> Iterator[Entry]:
    for one in brief.references:
        text = f"{one.raw} → {one.id}" if one.id and one.id != one.raw else one.raw
        yield Entry("References", "reference", one.kind, text, ((one.span.start, one.span.end),), url=one.url)


def _mentions(brief: Kamerbrief) -> Iterator[Entry]:
    for one in brief.mentions:
        said = [str(value) for value in (getattr(one, "status", None), one.id) if value]
        text = f"{one.raw} → {', '.join(said)}" if said else one.raw
        yield Entry("Mentions", "mention", one.kind, text, ((one.span.start, one.span.end),))


def excerpt(text: str) -> str:
    """A text short enough for a list."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def groups_of(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """The numbers of the entries of each group, in order."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        found.setdefault(entry.group, []).append(number)
    return found
