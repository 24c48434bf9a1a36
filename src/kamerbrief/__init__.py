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

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from kamerbrief.document.geometry import Box
from kamerbrief.document.source import Metadata, Source
from kamerbrief.model.base import Span
from kamerbrief.model.diagnostics import CODES
from kamerbrief.model.errors import KamerbriefError, UnreadableError
from kamerbrief.model.letter import (
    Block,
    Call,
    Diagnostic,
    Footnote,
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
from kamerbrief.parser import parse
from kamerbrief.readers import load
from kamerbrief.references import Reference, Where, find_references

if TYPE_CHECKING:
    from os import PathLike

__all__ = [
    "CODES",
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
    "Metadata",
    "Ministry",
    "Recipient",
    "Reference",
    "Section",
    "Sender",
    "Signatory",
    "Source",
    "Span",
    "UnreadableError",
    "Where",
    "__version__",
    "find_references",
    "load",
    "parse",
    "read",
]

try:
    __version__ = version("kamerbrief")
except PackageNotFoundError:  # run from a checkout that is not installed
    __version__ = "0+unknown"


def read(path: str | PathLike[str], *, strict: bool = False) -> Kamerbrief:
    """Read the letter in a file: ``parse(load(path))``.

    Args:
        path: Path of the file; its format is detected from the content.
        strict: Raise `KamerbriefError` if the letter has an error-level diagnostic.

    Raises:
        UnreadableError: If the file is not there or no reader can make text of it.
        KamerbriefError: If ``strict`` and the letter has an error-level diagnostic.
    """
    return parse(load(path), strict=strict)
