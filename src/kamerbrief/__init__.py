r"""Kamerbrieven as data: letters from the Dutch government to Parliament, parsed and validated.

``parse`` takes the text of a letter, ``read`` a file; both give a :class:`Kamerbrief`. ``load`` gives the
:class:`Source` that spans point into.

Example:
    >>> import kamerbrief
    >>> brief = kamerbrief.parse("Den Haag, 3 mei 2024\n\nGeachte voorzitter,\n\nHierbij het rapport.")
    >>> brief.salutation
    'Geachte voorzitter,'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.document.geometry import Box
from kamerbrief.document.source import Metadata, Source
from kamerbrief.exports.rows import Tables
from kamerbrief.exports.tables import tables
from kamerbrief.model.base import Span
from kamerbrief.model.diagnostics import CODES
from kamerbrief.model.errors import KamerbriefError, UnreadableError
from kamerbrief.model.letter import (
    Block,
    Diagnostic,
    Furniture,
    HeaderField,
    Kamerbrief,
    KamerstukHeader,
    Ministry,
    Recipient,
    Section,
    Sender,
    Signatory,
)
from kamerbrief.model.notes import Call, Footnote
from kamerbrief.model.origin import PARSER_VERSION, Origin
from kamerbrief.model.questions import Answer, Member, Question, QuestionSet
from kamerbrief.parser import parse
from kamerbrief.readers import load
from kamerbrief.references import Reference, Where, find_references

if TYPE_CHECKING:
    from os import PathLike
    from typing import BinaryIO

__all__ = [
    "CODES",
    "Answer",
    "Block",
    "Box",
    "Call",
    "Diagnostic",
    "Footnote",
    "Furniture",
    "HeaderField",
    "Kamerbrief",
    "KamerbriefError",
    "KamerstukHeader",
    "Member",
    "Metadata",
    "Ministry",
    "Origin",
    "Question",
    "QuestionSet",
    "Recipient",
    "Reference",
    "Section",
    "Sender",
    "Signatory",
    "Source",
    "Span",
    "Tables",
    "UnreadableError",
    "Where",
    "__version__",
    "find_references",
    "load",
    "parse",
    "read",
    "tables",
]

__version__ = PARSER_VERSION


def read(
    source: str | PathLike[str] | bytes | BinaryIO, *, name: str | None = None, strict: bool = False
) -> Kamerbrief:
    """Read the letter in a file: ``parse(load(source, name=name))``.

    Args:
        source: Path of the file, its bytes, or a binary file object; its format is detected from the content.
        name: What to call it in errors and in :attr:`Kamerbrief.origin`; the path, if not given.
        strict: Raise `KamerbriefError` if the letter has an error-level diagnostic.

    Raises:
        UnreadableError: If the file is not there or no reader can make text of it.
        KamerbriefError: If ``strict`` and the letter has an error-level diagnostic.
    """
    return parse(load(source, name=name), strict=strict)
