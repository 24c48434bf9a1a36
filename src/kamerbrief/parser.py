"""From a text to a letter: the passes in their order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kamerbrief import collector
from kamerbrief.errors import KamerbriefError
from kamerbrief.passes.blocks import read_blocks
from kamerbrief.passes.build import Parts, build
from kamerbrief.passes.calls import find_calls
from kamerbrief.passes.furniture import part_furniture
from kamerbrief.passes.letterhead import read_letterhead
from kamerbrief.passes.letters import part_letters
from kamerbrief.passes.notes import read_notes
from kamerbrief.passes.published import read_heading
from kamerbrief.passes.signature import read_ending
from kamerbrief.passes.webpage import is_list_of_links, read_frame
from kamerbrief.source import Source

if TYPE_CHECKING:
    from kamerbrief.models import Kamerbrief


def parse(source: str | Source, *, strict: bool = False) -> Kamerbrief:
    r"""Read a letter.

    Every text gives a letter: what is wrong in it is a diagnostic, never an exception.

    Args:
        source: The text of a letter, or what :func:`kamerbrief.load` gives.
        strict: Refuse a letter with a diagnostic of level error.

    Returns:
        The letter; its spans point into the text that was given.

    Raises:
        TypeError: If the source is neither text nor a Source.
        KamerbriefError: If ``strict`` and there is a diagnostic of level error.

    Example:
        >>> import kamerbrief
        >>> kamerbrief.parse("Datum 3 mei 2024\nBetreft Waterkwaliteit\n\nGeachte voorzitter,\n\nHierbij.").subject
        'Waterkwaliteit'
    """
    with collector.paused():
        brief = _parse(_as_source(source))
    errors = [diagnostic for diagnostic in brief.diagnostics if diagnostic.severity == "error"]
    if strict and errors:
        raise KamerbriefError("; ".join(error.message for error in errors), brief=brief)
    return brief


def _parse(source: Source) -> Kamerbrief:
    lines = [line for page in source.pages for line in page.lines]
    furniture, lines = part_furniture(lines)
    lines, others = part_letters(lines)
    heading = read_heading(lines)
    if heading is not None:
        published, chrome, lines = heading
    else:
        published, chrome = None, []
    frame = None
    if published is None and (found := read_frame(lines)) is not None:
        frame, lines = found
    letterhead = read_letterhead(lines, published=published is not None)
    notes, body = read_notes(letterhead.body, called_above=published.calls if published else ())
    ending, body, after = read_ending(body)
    if others:
        other = read_letterhead(others)
        chrome, after = [*chrome, *other.lines], [*after, *other.body]
    if published is None and not letterhead.of_ministry and is_list_of_links(after, letterhead.rest):
        chrome, after = [*chrome, *after], []
    blocks, annexes = read_blocks(body), read_blocks(after, annex=True)
    calls = find_calls([*blocks, *annexes], notes)
    return build(
        Parts(
            source=source,
            furniture=furniture,
            published=published,
            chrome=chrome,
            frame=frame,
            letterhead=letterhead,
            notes=notes,
            ending=ending,
            blocks=blocks,
            annexes=annexes,
            calls=calls,
            others=bool(others),
        )
    )


def _as_source(source: object) -> Source:
    if isinstance(source, Source):
        return source
    if isinstance(source, str):
        return Source(source)
    kind = type(source).__name__
    if isinstance(source, os.PathLike):
        raise TypeError(f"parse() takes the text of a letter, not {kind}: use kamerbrief.read(path)")
    if isinstance(source, (bytes, bytearray)):
        raise TypeError(f"parse() takes the text of a letter, not {kind}: use kamerbrief.parse(data.decode())")
    raise TypeError(f"parse() takes the text of a letter (str) or a Source, not {kind}")
