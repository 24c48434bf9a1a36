"""What a text says of motions, promises, debates and requests of the Chambers, and what it announces to them.

One scan for the words that tell a mention, then a small grammar per kind over their sentence; a status rests on
explicit words alone, and where these allow two readings a value is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.mentions.reading import Reading, Setting
from kamerbrief.mentions.sentences import Piece, Pieces
from kamerbrief.model.base import Span
from kamerbrief.references import references_in
from kamerbrief.references.fold import folded

if TYPE_CHECKING:
    import datetime as dt

    from kamerbrief.model.mentions import Mention

__all__ = ["Piece", "Pieces", "Reading", "Setting", "find_mentions"]

_PARAGRAPH = re.compile(r"\n[ \t]*+\n\s*+|\x0c|\x00")


def find_mentions(text: str, *, date: dt.date | None = None) -> tuple[Mention, ...]:
    """The motions, promises, debates, requests and announcements in any text; ``text[m.span.slice] == m.raw`` for each.

    Args:
        text: The text; never altered, offsets are its code points. A blank line parts paragraphs.
        date: The date of the text, for ``17 oktober jl.`` and ``volgende week``.

    Returns:
        The mentions, sorted.

    Example:
        >>> from kamerbrief import find_mentions
        >>> text = "Hiermee geef ik uitvoering aan de motie-De Sloot c.s. (Kamerstuk 99 123, nr. 7)."
        >>> (motie,) = find_mentions(text)
        >>> motie.kind, motie.movers, motie.cosigned, motie.id, motie.status
        ('motie', ('De Sloot',), True, 'kst-99123-7', 'uitvoering')
    """
    breaks = [match.span() for match in _PARAGRAPH.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    pieces = Pieces(starts, lambda number: Piece(starts[number], ends[number]))
    view = folded(text)
    reading = Reading(text, view, pieces, references_in(text, view, date), Setting(date))
    return tuple(reading.mentions(lambda start, end: Span(start=start, end=end)))
