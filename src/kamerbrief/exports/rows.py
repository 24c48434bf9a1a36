"""The rows of each table: fixed columns with fixed types, one class a table.

A row is a plain tuple that knows its columns. Rows of all tables are joined by ``letter_id``, those that have a place
in the letter by ``where`` too. A change of columns raises the minor number of ``schema_version``.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["text", "integer", "boolean", "date"]


class LetterRow(NamedTuple):
    """A letter."""

    letter_id: str
    file: str | None
    sha256: str | None
    form: str
    date: dt.date | None
    place: str | None
    kenmerk: str | None
    uw_kenmerk: str | None
    ministry: str | None
    tooi_id: str | None
    chamber: str | None
    subject: str | None
    attachments: int | None
    kst_id: str | None
    dossier: str | None
    suffix: str | None
    number: str | None
    session_year: str | None
    pages: int | None
    words: int
    errors: int
    warnings: int
    parser_version: str


class SectionRow(NamedTuple):
    """A section of the body or an annex."""

    letter_id: str
    where: str
    annex: bool
    level: int
    number: str | None
    title: str | None
    page: int | None
    start: int
    end: int


class BlockRow(NamedTuple):
    """A paragraph, list item, quotation, table or figure."""

    letter_id: str
    where: str
    annex: bool
    section: str
    title: str | None
    kind: str
    marker: str | None
    depth: int | None
    page: int | None
    start: int
    end: int
    text: str


class FootnoteRow(NamedTuple):
    """A footnote."""

    letter_id: str
    where: str
    label: str
    status: str
    page: int | None
    start: int
    end: int
    text: str


class ReferenceRow(NamedTuple):
    """An edge: the letter cites a paper, a law, a ruling, another letter."""

    letter_id: str
    where: str | None
    kind: str
    id: str | None
    url: str | None
    certainty: str
    dossier: str | None
    suffix: str | None
    number: str | None
    session: str | None
    law: str | None
    article: str | None
    date: dt.date | None
    page: int | None
    start: int
    end: int
    raw: str


class SignatoryRow(NamedTuple):
    """Who signed."""

    letter_id: str
    name: str | None
    role: str | None
    office: str | None
    ministry: str | None
    mandate: bool
    page: int | None
    start: int
    end: int


class QuestionRow(NamedTuple):
    """A question of Parliament, with its answer."""

    letter_id: str
    question_set: int
    kind: str
    number: str | None
    submitted: dt.date | None
    askers: str | None
    parties: str | None
    committee: str | None
    subject: str | None
    numbers: str | None
    asked_by: str | None
    where: str | None
    page: int | None
    start: int
    end: int
    text: str
    answer: int | None
    answer_where: str | None
    answer_text: str | None


class MentionRow(NamedTuple):
    """What the letter says of a motion, promise, debate or request, or announces."""

    letter_id: str
    where: str | None
    kind: str
    id: str | None
    certainty: str
    status: str | None
    date: dt.date | None
    chamber: str | None
    members: str | None
    parties: str | None
    committee: str | None
    meeting: str | None
    debate: str | None
    subject: str | None
    deadline: str | None
    deadline_start: dt.date | None
    deadline_end: dt.date | None
    evidence: str | None
    page: int | None
    start: int
    end: int
    raw: str


class DiagnosticRow(NamedTuple):
    """What one should know before one trusts a value."""

    letter_id: str
    code: str
    severity: str
    field: str | None
    page: int | None
    start: int | None
    end: int | None
    message: str


class Tables(NamedTuple):
    r"""The rows of a letter, table by table; those of several letters can be put below each other.

    Example:
        >>> import kamerbrief
        >>> made = kamerbrief.tables(kamerbrief.parse("Geachte voorzitter,\n\nZie Kamerstuk 35925-VI-56."))
        >>> [(row.kind, row.dossier, row.suffix, row.number, row.where) for row in made.references]
        [('kamerstuk', '35925', 'VI', '56', 'body/0#0')]
        >>> made.blocks[0]._asdict()["text"]
        'Zie Kamerstuk 35925-VI-56.'
    """

    letters: tuple[LetterRow, ...]
    sections: tuple[SectionRow, ...]
    blocks: tuple[BlockRow, ...]
    footnotes: tuple[FootnoteRow, ...]
    references: tuple[ReferenceRow, ...]
    signatories: tuple[SignatoryRow, ...]
    questions: tuple[QuestionRow, ...]
    mentions: tuple[MentionRow, ...]
    diagnostics: tuple[DiagnosticRow, ...]


ROWS: Mapping[str, type[NamedTuple]] = {
    "letters": LetterRow,
    "sections": SectionRow,
    "blocks": BlockRow,
    "footnotes": FootnoteRow,
    "references": ReferenceRow,
    "signatories": SignatoryRow,
    "questions": QuestionRow,
    "mentions": MentionRow,
    "diagnostics": DiagnosticRow,
}
"""The class of each table's rows, in the order of :class:`Tables`."""


class Column(NamedTuple):
    """A column of a table, for what writes tables down."""

    name: str
    kind: Kind
    optional: bool
    """It may be None."""


_KINDS: Mapping[object, Kind] = {str: "text", int: "integer", bool: "boolean", dt.date: "date"}


def columns_of(row: type[NamedTuple]) -> tuple[Column, ...]:
    """The columns of a class of rows.

    Example:
        >>> columns_of(FootnoteRow)[4]
        Column(name='page', kind='integer', optional=True)
    """
    columns = []
    for name, hint in typing.get_type_hints(row).items():
        parts = typing.get_args(hint) or (hint,)
        kind = next(_KINDS[part] for part in parts if part is not types.NoneType)
        columns.append(Column(name, kind, types.NoneType in parts))
    return tuple(columns)
