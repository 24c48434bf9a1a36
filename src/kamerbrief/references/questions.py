"""Questions of the same letter: ``zie het antwoord op vraag 3``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import QuestionReference
from kamerbrief.vocabulary.questions import numbers_at

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_ELSEWHERE = re.compile(
    r"\ (?:van|uit|in|bij)\ (?:de|mijn|onze|het|uw|die|deze)\ "
    r"(?:eerdere|vorige|schriftelijke|feitelijke|kamervragen|vragen|brief|beantwoording|antwoorden|set|lijst)",
    re.IGNORECASE,
)
"""Goes on with questions of another letter."""


def read_answered(scan: Scan, start: int, end: int) -> tuple[list[Reference], int]:
    """The questions whose answers are pointed at; none if another letter answers them."""
    numbers, stop = numbers_at(scan.view, end)
    if not numbers or _ELSEWHERE.match(scan.view, stop):
        return [], max(stop, end)
    return [scan.make(QuestionReference, start, stop, see=numbers)], stop
