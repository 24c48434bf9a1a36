"""The parts become a Kamerbrief: typed, checked, nothing lost."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.base import Span
from kamerbrief.diagnostics import diagnose
from kamerbrief.models import (
    Footnote,
    Furniture,
    FurnitureKind,
    HeaderField,
    Kamerbrief,
    KamerstukHeader,
    Recipient,
    Signatory,
)
from kamerbrief.passes.cite import Passage, passages_of, read_references
from kamerbrief.passes.defects import find_defects
from kamerbrief.passes.lines import join_lines
from kamerbrief.passes.marks import ADDRESS, mark_of
from kamerbrief.passes.sections import read_sections
from kamerbrief.passes.sender import read_sender, spelled_out
from kamerbrief.passes.values import read_values
from kamerbrief.references import identifiers
from kamerbrief.references.models import Where
from kamerbrief.text import single_spaced, well_formed
from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.phrases import chamber_address, chamber_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.models import Chamber, Form, NoteStatus
    from kamerbrief.passes.blocks import RawBlock
    from kamerbrief.passes.calls import RawCall
    from kamerbrief.passes.fields import Field
    from kamerbrief.passes.furniture import Part
    from kamerbrief.passes.letterhead import Letterhead
    from kamerbrief.passes.notes import Note
    from kamerbrief.passes.published import Heading
    from kamerbrief.passes.signature import Ending, Signed
    from kamerbrief.passes.webpage import Frame
    from kamerbrief.source import Line, Source

_ON_BEHALF = regex.compile(r"\bmede\s+namens\s+", regex.IGNORECASE)
_BETWEEN = regex.compile(
    r"[\s,]*+(?:(?:en|alsook|alsmede|evenals|respectievelijk|als|mede\snamens)\s+)*+(?:de\s+|het\s+)?\Z",
    regex.IGNORECASE,
)
_UNKNOWN_LABEL = regex.compile(r"(\p{Lu}[\p{L} ()/-]{1,38}?)\s*+:(?!//)\s*+(.*+)\Z")
_BYTE_ORDER_MARK = "\ufeff"
_OPENING_BLOCKS = 8
_ON_BEHALF_REACH = 900


@dataclasses.dataclass(frozen=True, slots=True)
class Parts:
    """What the passes found."""

    source: Source
    furniture: list[Part]
    published: Heading | None
    chrome: list[Line]
    frame: Frame | None
    letterhead: Letterhead
    notes: list[Note]
    ending: Ending
    blocks: list[RawBlock]
    annexes: list[RawBlock]
    calls: list[list[RawCall]]
    others: bool
    """The file holds another letter, which is among the annexes."""


def build(parts: Parts) -> Kamerbrief:
    """The letter that the parts make; afterwards every non-blank character of the source is claimed."""
    head, published, ending = parts.letterhead, parts.published, parts.ending
    told = _told(parts)
    values = read_values(told, head.repeated_fields)
    date = published.date if published and published.date else values.date
    diagnostics = list(values.diagnostics)
    spoken = (
        [published.senders]
        if published
        else [words for signed in ending.signatures if (words := signed.office or signed.role)]
    )
    sender, ambiguous = read_sender(
        told,
        head.units,
        spelled_out(spoken, date),
        heading=published is not None,
        kenmerk=values.kenmerk,
        date=date,
    )
    sections = read_sections(parts.blocks, parts.calls[: len(parts.blocks)])
    annexes = read_sections(parts.annexes, parts.calls[len(parts.blocks) :], annex=True)
    notes = _notes(parts)
    passages = [
        *passages_of(sections, parts.blocks, parts.calls[: len(parts.blocks)]),
        *passages_of(annexes, parts.annexes, parts.calls[len(parts.blocks) :], annex=True),
        *(Passage(Where(footnote=note.label), join_lines(note.text_lines, note.begin)) for note in parts.notes),
    ]
    recipient = _recipient(_addressed(parts))
    if recipient.chamber is None and parts.frame:
        recipient = recipient.model_copy(update={"chamber": parts.frame.chamber})
    form: Form = "kamerstuk" if published else "letterhead" if head.of_ministry else "plain"
    fields = _fields(parts)
    furniture = _furniture(parts)
    subject = published.subject if published and published.subject else values.subject
    brief = Kamerbrief(
        form=form,
        sender=sender,
        recipient=recipient,
        date=date,
        place=published.place if published and published.date else values.place,
        kenmerk=values.kenmerk,
        uw_kenmerk=values.uw_kenmerk,
        subject=subject,
        attachments=values.attachments,
        kamerstuk=_kamerstuk(published),
        salutation=single_spaced(head.salutation.text) if head.salutation else None,
        closing=single_spaced(ending.closing.text) if ending.closing else None,
        sections=sections,
        footnotes=notes,
        references=read_references(passages, date),
        signatories=tuple(_signatory(signed) for signed in ending.signatures),
        on_behalf_of=_on_behalf_of(parts.blocks, ending.on_behalf),
        annexes=annexes,
        fields=fields,
        furniture=furniture,
    )
    diagnostics += find_defects(brief, parts.source, [*parts.blocks, *parts.annexes], ambiguous=ambiguous)
    if parts.others:
        diagnostics.append(diagnose("another-letter", field="annexes"))
    return brief.model_copy(update={"diagnostics": tuple(diagnostics)})


def _kamerstuk(published: Heading | None) -> KamerstukHeader | None:
    if published is None:
        return None
    identity = identifiers.NONE
    if published.dossiers:
        dossier, _, suffix = published.dossiers[0].partition("-")
        senate = not published.number.isdecimal()
        session = published.session_year or (identifiers.session_on(published.date) if published.date else None)
        identity = identifiers.kamerstuk(dossier, suffix or None, published.number, senate=senate, session=session)
    return KamerstukHeader(
        dossiers=published.dossiers,
        titles=published.titles,
        number=published.number,
        session_year=published.session_year,
        id=identity.id,
        url=identity.url,
    )


def _addressed(parts: Parts) -> list[Line]:
    """The lines that name the recipient: of a published letter those of its heading."""
    return (parts.published.recipient if parts.published else []) or parts.letterhead.recipient


def _recipient(lines: Sequence[Line]) -> Recipient:
    if not lines:
        return Recipient()
    names: list[list[str]] = [[]]
    address: list[str] = []
    for line in lines:
        if address and mark_of(line.text).kind == "addressee":
            names.append([])  # the other Chamber
        elif (address and len(names) == 1) or mark_of(line.text).kind in ADDRESS:
            address.append(single_spaced(line.text))
            continue
        names[-1].append(line.text)
    name = "; ".join(single_spaced(" ".join(words)).replace("Staten- ", "Staten-") for words in names)
    chamber: Chamber | None = chamber_of(name) or next((c for line in address if (c := chamber_address(line))), None)
    shown = regex.sub(r"(?:\A|(?<=; ))Aan\s+", "", name)
    return Recipient(name=shown, chamber=chamber, address=tuple(address), span=_hull(lines))


def _fields(parts: Parts) -> tuple[HeaderField, ...]:
    head = parts.letterhead
    fields = [
        HeaderField(label=field.label, name=field.name, text=field.text, span=Span(start=field.start, end=field.end))
        for field in _told(parts)
        if field.name != "notice"
    ]
    fields += [HeaderField(name="unit", text=single_spaced(line.text), span=_hull([line])) for line in head.units]
    if parts.published:
        fields += [
            HeaderField(name=name, text=single_spaced(" ".join(line.text for line in lines)), span=_hull(lines))
            for name, lines in parts.published.parts
        ]
    if head.salutation:
        fields.append(HeaderField(name="salutation", text=head.salutation.text, span=_hull([head.salutation])))
    fields += [HeaderField(name="on_behalf_of", text=line.text, span=_hull([line])) for line in parts.ending.on_behalf]
    if parts.ending.closing:
        fields.append(HeaderField(name="closing", text=parts.ending.closing.text, span=_hull([parts.ending.closing])))
    fields += [_other(line) for line in _unexplained(parts)[1]]
    return tuple(sorted(fields, key=lambda field: (field.span.start, field.span.end)))


def _other(line: Line) -> HeaderField:
    """A line that nothing explains; a colon tells the label that we do not know from its value."""
    match = _UNKNOWN_LABEL.match(line.text)
    label, text = match.groups() if match else (None, line.text)
    return HeaderField(label=label, name="other", text=text, span=_hull([line]))


def _unexplained(parts: Parts) -> tuple[list[Line], list[Line]]:
    """The lines of the head that nothing explains: those above all fields, which frame it, and the others."""
    head = parts.letterhead
    starts = [line.start for line in (*head.units, *head.recipient, head.salutation) if line]
    begin = min([*starts, *(field.start for field in head.fields)], default=0)
    return [x for x in head.rest if x.start < begin], [x for x in head.rest if x.start >= begin]


def _told(parts: Parts) -> list[Field]:
    return [*(parts.frame.fields if parts.frame else ()), *parts.letterhead.fields]


def _chrome(parts: Parts) -> list[Line]:
    return [*parts.chrome, *(parts.frame.lines if parts.frame else ())]


def _furniture(parts: Parts) -> tuple[Furniture, ...]:
    head = parts.letterhead
    found: list[tuple[FurnitureKind, Line]] = [(part.kind, part.line) for part in parts.furniture]
    found += [("chrome", line) for line in (*_chrome(parts), *_unexplained(parts)[0])]
    found += [("margin", line) for line in head.repeated]
    if _addressed(parts) is not head.recipient:
        found += [("margin", line) for line in head.recipient]
    found += [("notice", line) for field in head.fields if field.name == "notice" for line in field.lines]
    found += [("hidden", line) for line in parts.ending.asides]
    found += [("unclaimed", line) for line in _unclaimed(parts)]
    found.sort(key=lambda pair: pair[1].start)
    mark = [Furniture(kind="hidden", text=_BYTE_ORDER_MARK, page=1, span=Span(start=0, end=1))]
    return (
        *(mark if parts.source.text.startswith(_BYTE_ORDER_MARK) else ()),
        *(Furniture(kind=kind, text=line.text, page=line.page, span=_hull([line])) for kind, line in found),
    )


def _notes(parts: Parts) -> tuple[Footnote, ...]:
    called = {call.label for calls in parts.calls for call in calls}
    called.update(parts.published.calls if parts.published else ())
    notes = []
    for note in parts.notes:
        text = join_lines(note.text_lines, note.begin).string
        status: NoteStatus = "linked" if note.label in called else "uncalled"
        notes.append(Footnote(label=note.label, text=text, span=_hull(note.lines), status=status))
    return tuple(notes)


def _signatory(signed: Signed) -> Signatory:
    role = signed.role and regex.sub(r"\A(?:de|het)\s+", "", single_spaced(signed.role), flags=regex.IGNORECASE)
    return Signatory(
        role=role, name=signed.name and single_spaced(signed.name), span=_hull(signed.lines), mandate=signed.mandate
    )


def _on_behalf_of(blocks: Sequence[RawBlock], signed: Sequence[Line]) -> tuple[str, ...]:
    """The offices named after ``mede namens`` in the opening of the letter, or in its signature."""
    roles = [office.role for office in offices_in(" ".join(line.text for line in signed))]
    for block in blocks[:_OPENING_BLOCKS]:
        for match in _ON_BEHALF.finditer(block.text.string):
            rest = block.text.string[match.end() : match.end() + _ON_BEHALF_REACH]
            at = 0
            for office in offices_in(rest):
                if not _BETWEEN.match(rest[at : office.start]):
                    break
                roles.append(office.role)
                at = office.end
        if roles:
            break
    return tuple(dict.fromkeys(roles))


def _hull(lines: Iterable[Line]) -> Span:
    lines = list(lines)
    return Span(start=min(line.start for line in lines), end=max(line.end for line in lines))


def _unclaimed(parts: Parts) -> list[Line]:
    """The stretches of lines that no part holds: nothing is lost."""
    head, ending = parts.letterhead, parts.ending
    groups: list[Iterable[Line]] = [
        [part.line for part in parts.furniture],
        _chrome(parts),
        head.units,
        head.recipient,
        head.rest,
        head.repeated,
        ending.asides,
        ending.on_behalf,
        [line for line in (head.salutation, ending.closing) if line],
    ]
    groups += [field.lines for field in _told(parts)]
    groups += [note.lines for note in parts.notes]
    groups += [block.lines for block in (*parts.blocks, *parts.annexes)]
    groups += [signed.lines for signed in ending.signatures]
    if parts.published:
        groups += [lines for _, lines in parts.published.parts]
        groups.append(parts.published.recipient)
    whole = {(line.start, line.end) for group in groups for line in group}
    claimed = sorted(whole)
    lost: list[Line] = []
    at = 0
    for page in parts.source.pages:
        for line in page.lines:
            if (line.start, line.end) in whole:
                continue
            begin = line.start
            while at < len(claimed) and claimed[at][1] <= begin:
                at += 1
            while at < len(claimed) and claimed[at][0] < line.end:
                lost += _stretch(parts.source.text, line, begin, claimed[at][0])
                begin = max(begin, claimed[at][1])
                if begin > line.end:
                    break  # it goes on in the next line
                at += 1
            lost += _stretch(parts.source.text, line, begin, line.end)
    return lost


def _stretch(text: str, line: Line, begin: int, end: int) -> list[Line]:
    """This stretch of the source as a line, if there is anything in it."""
    begin = max(begin, line.start)
    words = text[begin:end].strip()
    if not words:
        return []
    begin = text.index(words, begin)
    return [dataclasses.replace(line, text=well_formed(words), start=begin, end=begin + len(words))]
