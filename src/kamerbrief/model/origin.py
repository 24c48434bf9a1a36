"""Where a letter came from: the file, and the version of this library that read it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

from pydantic import Field

from kamerbrief.model.base import Model

try:
    PARSER_VERSION = version("kamerbrief")
except PackageNotFoundError:  # run from a checkout that is not installed
    PARSER_VERSION = "0+unknown"


class Origin(Model):
    """The document that a letter was loaded from.

    Example:
        >>> import kamerbrief
        >>> kamerbrief.read(b"Geachte voorzitter,", name="brief.txt").origin.name
        'brief.txt'
    """

    name: str | None = None
    """What it is called: the path as it was given, or ``name``; None for bytes without a name."""
    sha256: str
    """Of its bytes, in hexadecimal digits."""
    media_type: str
    """What it was found to be: ``application/pdf``."""
    page_count: Annotated[int, Field(ge=0)] | None = None
    """None where the document has no pages."""
    parser_version: str = Field(default_factory=lambda: PARSER_VERSION)  # of no version is the JSON Schema
    """The version of ``kamerbrief`` that read it."""
