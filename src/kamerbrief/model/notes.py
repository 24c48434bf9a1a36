"""Notes, and the places where they are called."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kamerbrief.model.base import Model, Span

NoteStatus = Literal["linked", "uncalled"]


class Call(Model):
    """The place where a note is called."""

    label: str
    """The label of the note, as that has it."""
    offset: Annotated[int, Field(ge=0)]
    """Into the ``text`` (of a section: the ``title``) that carries the call, which no longer holds the mark."""


class Footnote(Model):
    """A note and whether the text calls it."""

    label: str
    """As printed: ``1``, ``*``."""
    text: str
    """On one line."""
    span: Span
    """Its label included."""
    status: NoteStatus
    """Whether the text calls it."""
