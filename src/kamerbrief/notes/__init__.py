"""The notes of a letter: their texts, and where they are called.

``note`` is one of them, ``marks`` what may open one, ``alignment`` the search that gives each mark of a page its text,
which ``begins`` on some line, by ``signs`` and their ``weights``; ``texts`` are those of all pages. ``candidates`` is
what in a text may call one, ``calls`` chooses among those.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.notes.calls import find_calls
from kamerbrief.notes.texts import find_notes

if TYPE_CHECKING:
    from kamerbrief.frame import Frame
    from kamerbrief.lines.asked import Asked
    from kamerbrief.lines.glued import LostHyphens
    from kamerbrief.lines.ledger import Ledger
    from kamerbrief.notes.note import Note

__all__ = ["find_calls", "read_notes"]


def read_notes(ledger: Ledger, frame: Frame, asked: Asked, lost: LostHyphens) -> list[Note]:
    """The notes of the letter; their lines are taken. Numbers of questions and the questioners' notes are none."""
    lines = [line for line in ledger.rest() if not (asked.heads and asked.is_told(line))]
    notes = find_notes(lines, called_above=frame.heading.calls if frame.heading else ())
    notes = [_with_hyphens(note, lost) for note in notes]
    for note in notes:
        ledger.take("note", note.lines)
    return notes


def _with_hyphens(note: Note, lost: LostHyphens) -> Note:
    """The note with the hyphens that an extractor lost."""
    restored = {line.start: line for line in lost.restored(note.lines, small=True)}
    text_lines = tuple(restored[line.start] for line in note.text_lines)
    return dataclasses.replace(note, lines=tuple(restored.values()), text_lines=text_lines)
