"""From a document to a letter: the steps in their order."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import os
from typing import TYPE_CHECKING

from kamerbrief.body import read_body
from kamerbrief.document.source import Source
from kamerbrief.ending import read_ending
from kamerbrief.frame import read_frame
from kamerbrief.head import read_head
from kamerbrief.lines.asked import read_asked
from kamerbrief.lines.glued import LostHyphens
from kamerbrief.lines.ledger import Ledger
from kamerbrief.model.errors import KamerbriefError
from kamerbrief.notes import find_calls, read_notes
from kamerbrief.readers import read_text
from kamerbrief.result import assemble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.model.letter import Kamerbrief


def parse(source: str | Source, *, strict: bool = False) -> Kamerbrief:
    r"""Read a letter.

    Every text gives a letter: what is wrong in it is a diagnostic, never an exception.

    Args:
        source: The text of a letter, or what :func:`kamerbrief.load` gives.
        strict: Raise `KamerbriefError` if the letter has an error-level diagnostic.

    Returns:
        The letter; its spans point into the text that was given.

    Raises:
        TypeError: If the source is neither text nor a Source.
        KamerbriefError: If ``strict`` and the letter has an error-level diagnostic.

    Example:
        >>> import kamerbrief
        >>> kamerbrief.parse("Datum 3 mei 2024\nBetreft Waterkwaliteit\n\nGeachte voorzitter,\n\nHierbij.").subject
        'Waterkwaliteit'
    """
    with _uncollected():
        brief = _parse(_as_source(source))
    errors = [diagnostic for diagnostic in brief.diagnostics if diagnostic.severity == "error"]
    if strict and errors:
        raise KamerbriefError("; ".join(error.message for error in errors), brief=brief)
    return brief


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: no part of a letter holds itself, and the search takes 7 to 40 % of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _parse(source: Source) -> Kamerbrief:
    ledger = Ledger(source)
    frame = read_frame(ledger)  # furniture, further letters, heading of a kamerstuk, web page
    head = read_head(ledger, frame)  # recipient, fields, units, salutation; the margin of every page
    asked = read_asked(ledger)  # heads of questions and answers; the questioners' own notes
    lost = LostHyphens(ledger.rest())  # at the ends of lines, of notes and body
    notes = read_notes(ledger, frame, asked, lost)
    ending = read_ending(ledger, head)  # closing, signatures; what follows is annex
    body = read_body(ledger, ending, asked, lost)
    calls = find_calls([*body.blocks, *body.annexes], notes)
    return assemble(ledger, frame, head, notes, ending, body, calls)


def _as_source(source: object) -> Source:
    if isinstance(source, Source):
        if source.pages:
            return source
        return dataclasses.replace(
            read_text(source.text, source.media_type), metadata=source.metadata, origin=source.origin
        )
    if isinstance(source, str):
        return read_text(source)
    kind = type(source).__name__
    if isinstance(source, os.PathLike):
        raise TypeError(f"parse() takes the text of a letter, not {kind}: use kamerbrief.read(path)")
    if isinstance(source, (bytes, bytearray)):
        raise TypeError(f"parse() takes the text of a letter, not {kind}: use kamerbrief.read(data)")
    raise TypeError(f"parse() takes the text of a letter (str) or a Source, not {kind}")
