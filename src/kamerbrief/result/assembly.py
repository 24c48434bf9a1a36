"""The parts become a Kamerbrief."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, get_args

from pydantic import TypeAdapter

from kamerbrief.body.sections import read_sections
from kamerbrief.document.text import single_spaced
from kamerbrief.ending.on_behalf import read_on_behalf_of
from kamerbrief.head.recipient import read_recipient
from kamerbrief.head.sender import read_sender, spelled_out
from kamerbrief.head.values import Values, read_values
from kamerbrief.lines.joining import join_lines
from kamerbrief.model.base import Span
from kamerbrief.model.diagnostics import diagnose
from kamerbrief.model.letter import (
    Furniture,
    FurnitureKind,
    HeaderField,
    Kamerbrief,
    KamerstukHeader,
    Signatory,
)
from kamerbrief.model.notes import Footnote
from kamerbrief.model.references import Where
from kamerbrief.questions import read_question_sets
from kamerbrief.questions.passage import Passage
from kamerbrief.references import identifiers
from kamerbrief.result.checks import check, unsure_columns
from kamerbrief.result.drafts import check_draft
from kamerbrief.result.pages import tell_pages
from kamerbrief.result.passages import Searched, passages_of, read_mentions, read_references
from kamerbrief.vocabulary.phrases import chamber_of, without_opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.body import Body
    from kamerbrief.ending import Ending
    from kamerbrief.ending.reading import Signed
    from kamerbrief.frame import Frame
    from kamerbrief.frame.kamerstuk import Heading
    from kamerbrief.head import Head
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger
    from kamerbrief.model.letter import Form, Recipient, Section, Sender
    from kamerbrief.model.notes import NoteStatus
    from kamerbrief.notes.calls import CallMark
    from kamerbrief.notes.note import Note

_BYTE_ORDER_MARK = "\ufeff"
_OPENING_BLOCKS = 8
_LETTERS_FROM = 2004
"""Since that year papers of the Eerste Kamer have letters for numbers."""


def assemble(
    ledger: Ledger,
    frame: Frame,
    head: Head,
    notes: Sequence[Note],
    ending: Ending,
    body: Body,
    calls: Sequence[Sequence[CallMark]],
) -> Kamerbrief:
    """The letter that the parts make; each non-blank character of the source is in one of them."""
    heading = frame.heading
    values = _values(head, heading)
    sender, ambiguous = _sender(head, heading, ending, values)
    sections, annexes, passages = _sections(body, calls)
    cited = [Passage(Where(footnote=note.label), join_lines(note.text_lines, note.begin)) for note in notes]
    searched = Searched([*(one for one in passages if not one.is_head), *cited], values.date)
    brief = Kamerbrief(
        origin=ledger.source.origin,
        text_sha256=hashlib.sha256(ledger.source.text.encode("utf-8", "surrogatepass")).hexdigest(),
        form=_form(head, heading),
        sender=sender,
        recipient=_recipient(head, frame),
        date=values.date,
        place=values.place,
        kenmerk=values.kenmerk,
        uw_kenmerk=values.uw_kenmerk,
        subject=values.subject,
        attachments=values.attachments,
        kamerstuk=_kamerstuk(heading) if heading else None,
        salutation=single_spaced(head.salutation.text) if head.salutation else None,
        closing=single_spaced(ending.closing.text) if ending.closing else None,
        sections=sections,
        footnotes=_footnotes(notes, {call.note for row in calls for call in row}, heading.calls if heading else ()),
        references=read_references(searched),
        signatories=tuple(map(_signatory, ending.signatures)),
        on_behalf_of=read_on_behalf_of(_opening(heading, body), ending.on_behalf),
        annexes=annexes,
        fields=_fields(head, heading, ending),
        furniture=_furniture(ledger),
    )
    views = {"question_sets": read_question_sets(passages, brief), "mentions": read_mentions(searched, brief)}
    brief = brief.model_copy(update=views)
    blocks = [*body.blocks, *body.annexes]
    found = [*values.diagnostics, *check(brief, ledger.source, blocks, notes, ambiguous=ambiguous)]
    found += check_draft(brief, ledger.source.text, [*passages, *cited])
    found += [diagnose("another-letter", field="annexes")] if frame.several else []
    found += unsure_columns(brief) if head.unsure else []
    whole = brief.model_copy(update={"diagnostics": tuple(found)})
    tell_pages(whole, ledger.source)
    return whole


def _opening(heading: Heading | None, body: Body) -> Iterator[str]:
    """The texts that may say for whom the letter is sent as well."""
    yield from (field.text for field in (heading.fields if heading else ()) if field.name == "answer")
    yield from (block.text.string for block in body.blocks[:_OPENING_BLOCKS])


def _form(head: Head, heading: Heading | None) -> Form:
    if heading is not None:
        return "aanhangsel" if heading.is_supplement else "kamerstuk"
    return "letterhead" if head.of_ministry else "plain"


def _values(head: Head, heading: Heading | None) -> Values:
    """The scalars of the head; what the heading of a published letter says goes before."""
    values = read_values(head.fields, head.repeated_fields)
    if heading and heading.date:
        values = dataclasses.replace(values, date=heading.date, place=heading.place)
    if heading and heading.subject:
        values = dataclasses.replace(values, subject=heading.subject)
    return values


def _sender(head: Head, heading: Heading | None, ending: Ending, values: Values) -> tuple[Sender, bool]:
    """Who sends the letter, and whether its ministry is ambiguous."""
    signed = [words for signature in ending.signatures if (words := signature.office or signature.role)]
    named = spelled_out([heading.senders]) if heading else []
    roles = named or spelled_out(signed)
    return read_sender(head.fields, head.units, roles, heading=bool(named), kenmerk=values.kenmerk, date=values.date)


def _sections(
    body: Body, calls: Sequence[Sequence[CallMark]]
) -> tuple[tuple[Section, ...], tuple[Section, ...], list[Passage]]:
    """The sections of body and annexes, and the texts in them."""
    of_body, of_annexes = calls[: len(body.blocks)], calls[len(body.blocks) :]
    sections = read_sections(body.blocks, of_body)
    annexes = read_sections(body.annexes, of_annexes, annex=True)
    passages = [
        *passages_of(sections, body.blocks, of_body),
        *passages_of(annexes, body.annexes, of_annexes, annex=True),
    ]
    return sections, annexes, passages


def _is_of_senate(heading: Heading) -> bool:
    """Whether the Eerste Kamer published the paper, or alone is addressed in it: it had numbers too, until 2003."""
    publishers = [field.text for field in heading.fields if field.name == "publisher"]
    if not publishers and (heading.date is None or heading.date.year >= _LETTERS_FROM):
        return False
    texts = publishers or [line.text for line in heading.recipient]
    return {chamber_of(text) for text in texts} == {"eerste_kamer"}


def _kamerstuk(heading: Heading) -> KamerstukHeader:
    identity = identifiers.NONE
    if heading.is_supplement:
        identity = identifiers.aanhangsel(heading.session_year, heading.number, senate=None)
    elif heading.dossiers and heading.number:
        dossier, _, suffix = heading.dossiers[0].partition("-")
        senate = not heading.number.isdecimal() or _is_of_senate(heading)
        session = heading.session_year or (identifiers.session_on(heading.date) if heading.date else None)
        identity = identifiers.kamerstuk(dossier, suffix or None, heading.number, senate=senate, session=session)
    return KamerstukHeader(
        dossiers=heading.dossiers,
        titles=heading.titles,
        number=heading.number,
        session_year=heading.session_year,
        id=identity.id,
        url=identity.url,
    )


def _recipient(head: Head, frame: Frame) -> Recipient:
    """Whom the heading of a published letter addresses, else the letterhead; a web page may tell the Chamber."""
    recipient = read_recipient((frame.heading.recipient if frame.heading else []) or head.recipient)
    if recipient.chamber is None and frame.web_page.chamber:
        return recipient.model_copy(update={"chamber": frame.web_page.chamber})
    return recipient


def _fields(head: Head, heading: Heading | None, ending: Ending) -> tuple[HeaderField, ...]:
    read = [*head.fields, *(heading.fields if heading else ())]
    found = [(one.start, one.end, one.name, one.text, one.label) for one in read if one.name != "notice"]
    lines = [("unit", single_spaced(line.text), line) for line in head.units]
    lines += [("salutation", line.text, line) for line in (head.salutation,) if line]
    lines += [("on_behalf_of", line.text, line) for line in ending.on_behalf]
    lines += [("closing", line.text, line) for line in (ending.closing,) if line]
    found += [(line.start, line.end, name, text, None) for name, text, line in lines]
    found.sort(key=itemgetter(0, 1))
    return _header_fields().validate_python(
        {"label": label, "name": name, "text": text, "span": {"start": start, "end": end}}
        for start, end, name, text, label in found
    )


@cache
def _header_fields() -> TypeAdapter[tuple[HeaderField, ...]]:
    """Many models are made at once, in half the time of one after the other."""
    return TypeAdapter(tuple[HeaderField, ...])


def _furniture(ledger: Ledger) -> tuple[Furniture, ...]:
    """What is no part of the letter's content, in the order of the source; what nobody took is unclaimed."""
    kinds: dict[str, FurnitureKind] = {"remark": "hidden", **{kind: kind for kind in get_args(FurnitureKind)}}
    found = [(kinds[role], line) for line, role in ledger.taken() if role in kinds]
    found += [("unclaimed", line) for line in ledger.rest()]
    found.sort(key=lambda pair: pair[1].start)
    told = (
        {"kind": kind, "text": line.text, "page": line.page, "span": {"start": line.start, "end": line.end}}
        for kind, line in found
    )
    mark = {"kind": "hidden", "text": _BYTE_ORDER_MARK, "page": 1, "span": {"start": 0, "end": 1}}
    marks = [mark] if ledger.source.text.startswith(_BYTE_ORDER_MARK) else []
    return _furnitures().validate_python(itertools.chain(marks, told))


@cache
def _furnitures() -> TypeAdapter[tuple[Furniture, ...]]:
    return TypeAdapter(tuple[Furniture, ...])


def _footnotes(notes: Iterable[Note], called: set[int], above: Sequence[str]) -> tuple[Footnote, ...]:
    """The notes; some are called in the heading of a published letter."""
    found = []
    for note in notes:
        text = join_lines(note.text_lines, note.begin).string
        status: NoteStatus = "linked" if note.start in called or note.label in above else "uncalled"
        found.append(Footnote(label=note.label, text=text, span=_hull(note.lines), status=status))
    return tuple(found)


def _signatory(signed: Signed) -> Signatory:
    role = signed.role and without_opening(single_spaced(signed.role), "articles")
    return Signatory(
        role=role, name=signed.name and single_spaced(signed.name), span=_hull(signed.lines), mandate=signed.mandate
    )


def _hull(lines: Iterable[FeatureLine]) -> Span:
    lines = list(lines)
    return Span(start=min(line.start for line in lines), end=max(line.end for line in lines))
