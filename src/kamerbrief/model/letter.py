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
from kamerbrief.model.notes import Call, Footnote
from kamerbrief.model.origin import Origin
from kamerbrief.model.questions import QuestionSet
from kamerbrief.model.references import Reference, Where
from kamerbrief.model.views import shown, shown_as_html
from kamerbrief.model.walk import Passage, at, footnote, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_VERSION = "0.4.0"

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
    name: str
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
    postal_address: str | None = None
    website: str | None = None
    phone: str | None = None
    email: str | None = None
    contact: str | None = None
    evidence: tuple[Evidence, ...] = ()
    """The clues that identified the ministry, strongest first."""


class Recipient(Model):
    """To whom the letter is addressed."""

    name: str | None = None
    chamber: Chamber | None = None
    address: tuple[str, ...] = ()
    span: Span | None = None


class KamerstukHeader(Model):
    """The heading under which a Chamber published the letter."""

    dossiers: tuple[str, ...] = ()
    """Like ``30573`` or, with a budget chapter, ``36600-XIV``."""
    titles: tuple[str, ...] = ()
    number: str | None = None
    session_year: str | None = None
    """The parliamentary year where it is printed: ``2024-2025``."""
    id: str | None = None
    """The id at officielebekendmakingen.nl, where the heading determines it: ``kst-30573-153``."""
    url: str | None = None


class Block(Model):
    """A paragraph, list item, quotation, table or figure of the body.

    ``text`` is one line: words that were broken over lines are whole again, page breaks are closed
    and the marks of note calls are taken out.
    """

    kind: BlockKind
    text: str
    calls: tuple[Call, ...] = ()
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
        if any(call.offset > len(self.text) for call in self.calls):
            raise ValueError("a call lies outside the text of its block")
        return self


class Section(Model):
    """A heading with what stands under it.

    ``title`` is None for text before the first heading, and for a question with a bare number.
    """

    title: str | None = None
    number: str | None = None
    """The number as printed, ``1.`` or ``II.``; it is not part of ``title``."""
    level: Annotated[int, Field(ge=1)] = 1
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    span: Span
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
    name: str | None = None
    span: Span
    mandate: bool = False
    """Signed on behalf of the minister (``namens deze``)."""


class HeaderField(Model):
    """A line of the head as read, before it was interpreted."""

    label: str | None = None
    """As printed; None where the value stands without one, as an address does."""
    name: FieldName
    """What the label means: ``kenmerk``, ``date``, ``subject``, ...; ``other`` for unknown labels."""
    text: str
    span: Span


class Furniture(Model):
    """Text that is no part of the letter's content: kept apart, not dropped."""

    kind: FurnitureKind
    text: str
    page: Annotated[int, Field(ge=1)]
    span: Span


class Diagnostic(Model):
    """Something about the letter, or our reading of it, that a user should know."""

    code: str
    """Stable, kebab-case; all are listed in :data:`kamerbrief.CODES`."""
    severity: Severity
    message: str
    field: str | None = None
    """Dotted path of the attribute concerned, like ``kenmerk``, ``footnotes`` or ``sender.ministry``."""
    span: Span | None = None


class Kamerbrief(Model):
    r"""A letter from the Dutch government to Parliament.

    Example:
        >>> import kamerbrief
        >>> brief = kamerbrief.parse("Geachte voorzitter,\n\nHierbij bied ik u het rapport aan.\n")
        >>> brief.form, brief.salutation, brief.sections[0].blocks[0].text
        ('plain', 'Geachte voorzitter,', 'Hierbij bied ik u het rapport aan.')
    """

    schema_version: str = SCHEMA_VERSION
    origin: Origin | None = None
    """Of what was loaded; None for a bare ``str``."""
    form: Form
    sender: Sender
    recipient: Recipient
    date: dt.date | None = None
    place: str | None = None
    kenmerk: str | None = None
    uw_kenmerk: str | None = None
    subject: str | None = None
    attachments: Annotated[int, Field(ge=0)] | None = None
    kamerstuk: KamerstukHeader | None = None
    salutation: str | None = None
    closing: str | None = None
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Annotated[Reference, Field(discriminator="kind")], ...] = ()
    """What body, annexes and footnotes cite, in that order."""
    signatories: tuple[Signatory, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    annexes: tuple[Section, ...] = ()
    question_sets: tuple[QuestionSet, ...] = ()
    """The questions of Parliament that it answers; their words stand in ``sections`` and ``annexes`` too."""
    fields: tuple[HeaderField, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

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
