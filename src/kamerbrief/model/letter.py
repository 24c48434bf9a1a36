"""The letter as data: frozen Pydantic models, the one boundary between the steps and users.

Offsets are code points of the source text, half-open. A model guards what *we* promise; what a
ministry got wrong never makes a model refuse, it becomes a :class:`Diagnostic`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kamerbrief.model.base import Model, Span
from kamerbrief.model.mentions import Mention
from kamerbrief.model.notes import Call, Footnote
from kamerbrief.model.origin import Origin
from kamerbrief.model.questions import QuestionSet
from kamerbrief.model.references import Reference, Where
from kamerbrief.model.views import shown, shown_as_html
from kamerbrief.model.walk import Passage, at, footnote, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_VERSION = "0.5.0"

Chamber = Literal["tweede_kamer", "eerste_kamer", "beide"]
Form = Literal["letterhead", "kamerstuk", "aanhangsel", "plain"]
BlockKind = Literal["paragraph", "list_item", "quote", "table", "figure"]
Severity = Literal["error", "warning", "info"]
FurnitureKind = Literal["margin", "page_number", "notice", "running_foot", "chrome", "rule", "hidden", "unclaimed"]
Evidence = Literal["letterhead", "heading", "website", "address", "signature", "kenmerk"]
FieldName = Literal[
    "answer", "attachments", "closing", "contact", "copy", "date", "dossier", "dossier_title", "email", "fax",
    "identification", "invoice_address", "kenmerk", "ministry", "mobile", "number", "on_behalf_of", "other", "page",
    "phone", "postal_address", "publisher", "questions", "return_address", "salutation", "session_year", "subject",
    "unit", "uw_brief", "uw_kenmerk", "visiting_address", "website",
]  # fmt: skip


class Ministry(Model):
    """A ministry under the name that it had on the date of the letter.

    Names, abbreviations and ids are those of the TOOI register ``rwc_ministeries_compleet``
    (https://identifier.overheid.nl/tooi/set/rwc_ministeries_compleet).
    """

    abbreviation: str
    """As in TOOI: ``JenV``."""
    name: str
    """Without "Ministerie van"."""
    tooi_id: str
    """Like ``https://identifier.overheid.nl/tooi/id/ministerie/mnre1058``; it outlives the name."""


class Sender(Model):
    """Who sends the letter, as told by the letterhead, the heading and the signature."""

    ministry: Ministry | None = None
    """The ministry that sends it; of a joint letter the first."""
    ministries: tuple[Ministry, ...] = ()
    """All ministries that send it, from letterhead, heading and signatures."""
    roles: tuple[str, ...] = ()
    """The offices that send it, each spelled out: ``minister van Buitenlandse Zaken``."""
    units: tuple[str, ...] = ()
    """Organisational units of the letterhead, top to bottom, wrapped lines joined."""
    visiting_address: str | None = None
    """``Turfmarkt 147, 2511 DP Den Haag``."""
    postal_address: str | None = None
    """PO box, postcode and city."""
    website: str | None = None
    """As printed; a slip of a scan in the address of a known site is mended."""
    phone: str | None = None
    """As printed."""
    email: str | None = None
    """As printed."""
    contact: str | None = None
    """Who can tell more, as printed."""
    evidence: tuple[Evidence, ...] = ()
    """The clues that identified the ministry, strongest first."""


class Recipient(Model):
    """To whom the letter is addressed."""

    name: str | None = None
    """As printed: ``de Voorzitter van de Tweede Kamer der Staten-Generaal``."""
    chamber: Chamber | None = None
    """The Chamber addressed; None where none is."""
    address: tuple[str, ...] = ()
    """Its lines."""
    span: Span | None = None
    """Where name and address stand."""


class KamerstukHeader(Model):
    """The heading under which a Chamber published the letter."""

    dossiers: tuple[str, ...] = ()
    """Like ``30573`` or, with a budget chapter, ``36600-XIV``."""
    titles: tuple[str, ...] = ()
    """Of the dossiers, in their order."""
    number: str | None = None
    """In the dossier: ``153``; of the Eerste Kamer letters."""
    session_year: str | None = None
    """The parliamentary year where it is printed: ``2024-2025``."""
    id: str | None = None
    """The id at officielebekendmakingen.nl, where the heading determines it: ``kst-30573-153``."""
    url: str | None = None
    """Where it was published."""


class Block(Model):
    """A paragraph, list item, quotation, table or figure of the body.

    ``text`` is one line: words that were broken over lines are whole again, page breaks are closed
    and the marks of note calls are taken out.
    """

    kind: BlockKind
    """What it is."""
    text: str
    """On one line."""
    calls: tuple[Call, ...] = ()
    """The notes called in it, in their order."""
    span: Span
    """From its first to its last character; furniture and notes that cut it lie within."""
    marker: str | None = None
    """Of a list item: its bullet or number as printed, empty where only the source's mark-up tells that it is one."""
    depth: Annotated[int, Field(ge=1)] | None = None
    """Of a list item: 1 for the outermost list."""
    rows: tuple[tuple[str, ...], ...] | None = None
    """Of a table: its cells, where the text shows them."""
    bold: bool = False
    """All of its print is bold; False also where the source shows no type."""
    italic: bool = False
    """All of its print is italic."""

    @model_validator(mode="after")
    def _calls_lie_in_the_text(self) -> Block:
        if self.calls and any(call.offset > len(self.text) for call in self.calls):
            raise ValueError("a call lies outside the text of its block")
        return self


class Section(Model):
    """A heading with what stands under it.

    ``title`` is None for text before the first heading, and for a question with a bare number.
    """

    title: str | None = None
    """Without its number; None for text before the first heading."""
    number: str | None = None
    """The number as printed, ``1.`` or ``II.``; it is not part of ``title``."""
    level: Annotated[int, Field(ge=1)] = 1
    """1 for the highest."""
    blocks: tuple[Block, ...] = ()
    """What stands right below its title, before any subsection."""
    sections: tuple[Section, ...] = ()
    """The sections within it."""
    span: Span
    """From its title to the end of its last subsection."""
    calls: tuple[Call, ...] = ()
    """The notes called in the title."""

    @property
    def heading(self) -> str:
        """Number and title as printed, ``2. Vervolg``; empty for text before the first heading."""
        return " ".join(part for part in (self.number, self.title) if part)

    @property
    def text(self) -> str:
        """The title, blocks and subsections as plain text, a blank line between them."""
        parts = [self.heading, *(block.text for block in self.blocks), *(s.text for s in self.sections)]
        return "\n\n".join(part for part in parts if part)


class Signatory(Model):
    """Who signed: the office without its article, and the name as printed."""

    role: str | None = None
    """The office without its article; under a mandate the function of who signed."""
    name: str | None = None
    """As printed."""
    span: Span
    """Where office and name stand."""
    mandate: bool = False
    """Signed on behalf of the minister (``namens deze``)."""


class HeaderField(Model):
    """A line of the head as read, before it was interpreted."""

    label: str | None = None
    """As printed; None where the value stands without one, as an address does."""
    name: FieldName
    """What the label means: ``kenmerk``, ``date``, ``subject``, ...; ``other`` for unknown labels."""
    text: str
    """The value as printed, on one line."""
    span: Span
    """Its label included."""


class Furniture(Model):
    """Text that is no part of the letter's content: kept apart, not dropped."""

    kind: FurnitureKind
    """What it is."""
    text: str
    """As printed."""
    page: Annotated[int, Field(ge=1)]
    """From 1."""
    span: Span
    """Where it stands."""


class Diagnostic(Model):
    """Something about the letter, or our reading of it, that a user should know."""

    code: str
    """Stable, kebab-case; all are listed in :data:`kamerbrief.CODES`."""
    severity: Severity
    """How much it matters."""
    message: str
    """In words, for people."""
    field: str | None = None
    """Dotted path of the attribute concerned, like ``kenmerk``, ``footnotes`` or ``sender.ministry``."""
    span: Span | None = None
    """Where it shows; None where it speaks of the whole letter."""


class Kamerbrief(Model):
    r"""A letter from the Dutch government to Parliament.

    Example:
        >>> import kamerbrief
        >>> brief = kamerbrief.parse("Geachte voorzitter,\n\nHierbij bied ik u het rapport aan.\n")
        >>> brief.form, brief.salutation, brief.sections[0].blocks[0].text
        ('plain', 'Geachte voorzitter,', 'Hierbij bied ik u het rapport aan.')
    """

    schema_version: str = SCHEMA_VERSION
    """The version of the shape of this letter."""
    origin: Origin | None = None
    """Of what was loaded; None for a bare ``str``."""
    text_sha256: str | None = None
    """The sha256 of the UTF-8 of the text that all spans point into, in hexadecimal digits; None if made by hand."""
    form: Form
    """How it is printed: on a ministry's letterhead, as published by a Chamber, or as neither."""
    sender: Sender
    """Who sends it."""
    recipient: Recipient
    """To whom it is addressed."""
    date: dt.date | None = None
    """The date of the letter."""
    place: str | None = None
    """Printed with the date: ``Den Haag``."""
    kenmerk: str | None = None
    """Our reference, as printed, line breaks and letter-spacing undone."""
    uw_kenmerk: str | None = None
    """Your reference, likewise."""
    subject: str | None = None
    """On one line."""
    attachments: Annotated[int, Field(ge=0)] | None = None
    """The count that is printed; 0 for ``geen``, None where none is printed."""
    kamerstuk: KamerstukHeader | None = None
    """The heading under which it was published; None of others."""
    salutation: str | None = None
    """As printed."""
    closing: str | None = None
    """As printed: ``Hoogachtend,``."""
    sections: tuple[Section, ...] = ()
    """The body: a tree of headings with what stands below them."""
    footnotes: tuple[Footnote, ...] = ()
    """The notes of body and annexes."""
    references: tuple[Annotated[Reference, Field(discriminator="kind")], ...] = ()
    """What body, annexes and footnotes cite, in that order."""
    signatories: tuple[Signatory, ...] = ()
    """Who signed, in the order of print."""
    on_behalf_of: tuple[str, ...] = ()
    """The offices of ``mede namens``."""
    annexes: tuple[Section, ...] = ()
    """What follows the signature in the same document."""
    question_sets: tuple[QuestionSet, ...] = ()
    """The questions of Parliament that it answers; their words stand in ``sections`` and ``annexes`` too."""
    mentions: tuple[Annotated[Mention, Field(discriminator="kind")], ...] = ()
    """What it says of motions, promises, debates and requests, and what it announces; as ``references`` in order."""
    fields: tuple[HeaderField, ...] = ()
    """The labelled lines of the head as read, in the order of the text."""
    furniture: tuple[Furniture, ...] = ()
    """Margins, page numbers and notices: kept apart, not dropped."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What a user should know before trusting a value."""

    def walk(self, *, annexes: bool = True) -> Iterator[Passage]:
        r"""The blocks of the letter in reading order, each with its place.

        Args:
            annexes: Those of the annexes too, behind the others.

        Example:
            >>> import kamerbrief
            >>> brief = kamerbrief.parse("Geachte voorzitter,\n\n# Vervolg\n\nHierbij het rapport.\n")
            >>> [(passage.titles, passage.block.text) for passage in brief.walk()]
            [(('Vervolg',), 'Hierbij het rapport.')]
        """
        return walk(self, annexes=annexes)

    @property
    def text(self) -> str:
        """Titles and blocks of the body as plain text, a blank line between them."""
        return "\n\n".join(section.text for section in self.sections)

    def footnote(self, label: str) -> Footnote:
        """The note with this label, the first one where two have it.

        Raises:
            LookupError: The letter has no such note.
        """
        return footnote(self, label)

    def at(self, where: Where) -> Block | Footnote | Section:
        r"""What stands at a place, such as that of a reference: a block, a section for its title, or a note.

        Raises:
            LookupError: Nothing stands there.

        Example:
            >>> import kamerbrief
            >>> brief = kamerbrief.parse("Geachte voorzitter,\n\nZie Kamerstuk 31 322, nr. 7.\n")
            >>> brief.at(brief.references[0].where).text
            'Zie Kamerstuk 31 322, nr. 7.'
        """
        return at(self, where)

    def __repr__(self) -> str:
        return shown(self)

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """A small table for notebooks."""
        return shown_as_html(self)

    @model_validator(mode="before")
    @classmethod
    def _is_known_schema(cls, data: object) -> object:
        """A letter that a later version wrote may have parts that are unknown here: say that, not what each is."""
        shown = data.get("schema_version") if isinstance(data, dict) else None
        if isinstance(shown, str) and _order(shown) > _order(SCHEMA_VERSION):
            raise PydanticCustomError(
                "newer_schema",
                "this letter has schema_version {shown}, newer than {known}: install a newer kamerbrief to read it",
                {"shown": shown, "known": SCHEMA_VERSION},
            )
        return data


def _order(version: str) -> tuple[int, ...]:
    """What orders versions: major and minor number; of a version in another form nothing."""
    parts = version.split(".")[:2]
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()
