"""The heading of a paper of the Kamer that a ministry filled in: its dossier and title, ``Nr.`` and what it is.

34 300-XV   Vaststelling van de begrotingsstaten
nr.         Verslag houdende een lijst van vragen en antwoorden

It opens a page behind the letter; its number is left open for the Kamer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.body.group import Group
from kamerbrief.vocabulary.kamerstukken import dossier_line, open_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_DOSSIER_LINES = 7
"""The dossier and its title are so many lines at most."""
_KIND_LINES = 3
_ENDS_SENTENCE = ".?!;:"


def paper_heading(lines: Sequence[FeatureLine]) -> list[Group]:
    """The two titles of the paper that these lines begin with; none if they begin with no such heading."""
    dossier = dossier_line(lines[0].text) if lines else None
    if dossier is None:
        return []
    for at, line in enumerate(lines[: 1 + _DOSSIER_LINES]):
        if line.is_of_paper or line.cells or line.hint.stated not in (None, "heading"):
            return []
        if at and (begin := open_number(line.text)) is not None:
            end = _end_of_kind(lines, at if begin < len(line.text) else at + 1)
            titled = dossier[1] is not None or at > 1
            return [_title(lines[:at], dossier[1]), _title(lines[at:end], line.text[begin:])] if titled else []
        if line.text[-1] in _ENDS_SENTENCE:
            return []
    return []


def _title(lines: Sequence[FeatureLine], words: str | None) -> Group:
    """A title whose first line begins with its number and ends with these words."""
    first = lines[0].text
    begin = len(first) - len(words or "")
    return Group(list(lines), None, lines[0].column, number=(first[:begin].rstrip(), begin))


def _end_of_kind(lines: Sequence[FeatureLine], at: int) -> int:
    """Where the words end that say what the paper is, and begin at a line."""
    end = at + 1
    while end < min(len(lines), at + _KIND_LINES):
        line = lines[end]
        if line.gap or line.bold != lines[at].bold or line.is_of_paper:
            break
        end += 1
    return end
