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
from kamerbrief.document.line import Line, Page
from kamerbrief.document.source import Metadata, Source
from kamerbrief.model.base import Span
from kamerbrief.model.diagnostics import CODES, Code
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
    Severity,
    Signatory,
)
from kamerbrief.model.mentions import (
    AankondigingMention,
    Deadline,
    DebatMention,
    Mention,
    MotieMention,
    Quote,
    ToezeggingMention,
    VerzoekMention,
)
from kamerbrief.model.notes import Call, Footnote
from kamerbrief.model.origin import PARSER_VERSION, Origin
from kamerbrief.model.questions import Answer, Member, Question, QuestionSet
from kamerbrief.model.references import (
    AanhangselReference,
    ArticleReference,
    ComReference,
    DocumentReference,
    DossierReference,
    EcliReference,
    EuActReference,
    HandelingenReference,
    KabinetsmissiveReference,
    KamerstukReference,
    LetterReference,
    LjnReference,
    OjReference,
    OpIdReference,
    QuestionReference,
    Reference,
    RvsAdviesReference,
    StbReference,
    StcrtReference,
    ToezeggingReference,
    TrbReference,
    UrlReference,
    Where,
    ZaakReference,
)
from kamerbrief.model.walk import Passage

if TYPE_CHECKING:
    from os import PathLike
    from typing import BinaryIO

    from kamerbrief.exports.chunks import Chunk, chunks
    from kamerbrief.exports.diwoo import to_diwoo
    from kamerbrief.exports.markdown import to_markdown
    from kamerbrief.exports.rows import Tables
    from kamerbrief.exports.tables import tables
    from kamerbrief.exports.view import to_html
    from kamerbrief.mentions import find_mentions
    from kamerbrief.parser import parse
    from kamerbrief.readers import load
    from kamerbrief.references import find_references

__all__ = [
    "CODES",
    "AanhangselReference",
    "AankondigingMention",
    "Answer",
    "ArticleReference",
    "Block",
    "Box",
    "Call",
    "Chunk",
    "Code",
    "ComReference",
    "Deadline",
    "DebatMention",
    "Diagnostic",
    "DocumentReference",
    "DossierReference",
    "EcliReference",
    "EuActReference",
    "Footnote",
    "Furniture",
    "HandelingenReference",
    "HeaderField",
    "KabinetsmissiveReference",
    "Kamerbrief",
    "KamerbriefError",
    "KamerstukHeader",
    "KamerstukReference",
    "LetterReference",
    "Line",
    "LjnReference",
    "Member",
    "Mention",
    "Metadata",
    "Ministry",
    "MotieMention",
    "OjReference",
    "OpIdReference",
    "Origin",
    "Page",
    "Passage",
    "Question",
    "QuestionReference",
    "QuestionSet",
    "Quote",
    "Recipient",
    "Reference",
    "RvsAdviesReference",
    "Section",
    "Sender",
    "Severity",
    "Signatory",
    "Source",
    "Span",
    "StbReference",
    "StcrtReference",
    "Tables",
    "ToezeggingMention",
    "ToezeggingReference",
    "TrbReference",
    "UnreadableError",
    "UrlReference",
    "VerzoekMention",
    "Where",
    "ZaakReference",
    "__version__",
    "chunks",
    "find_mentions",
    "find_references",
    "load",
    "parse",
    "read",
    "tables",
    "to_diwoo",
    "to_html",
    "to_markdown",
]

__version__ = PARSER_VERSION

_LATER = {
    "Chunk": "exports.chunks",
    "Tables": "exports.rows",
    "chunks": "exports.chunks",
    "find_mentions": "mentions",
    "find_references": "references",
    "load": "readers",
    "parse": "parser",
    "tables": "exports.tables",
    "to_diwoo": "exports.diwoo",
    "to_html": "exports.view",
    "to_markdown": "exports.markdown",
}
"""What reads a letter and what is made of one, with the module of each, imported when first asked for.

The models alone are there at once: they are all that a program needs which takes letters from their JSON.
"""


if not TYPE_CHECKING:  # which knows all names, and would take any other for one

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"kamerbrief.{_LATER[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *_LATER})


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
    from kamerbrief.parser import parse
    from kamerbrief.readers import load

    return parse(load(source, name=name), strict=strict)
