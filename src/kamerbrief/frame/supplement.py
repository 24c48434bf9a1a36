"""The heading of answered questions as published in the Aanhangsel van de Handelingen.

3235
Vragen van het lid De Boer (Dijk) aan de Minister van Defensie over sloten (ingezonden 3 mei 2031).
Antwoord van Minister De Wit (Defensie) (ontvangen 4 juni 2031).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.frame.kamerstuk import Heading
from kamerbrief.lines.field import Field
from kamerbrief.vocabulary.kamerstukken import is_publisher, session_in
from kamerbrief.vocabulary.supplements import answered, is_asked, supplement_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger
    from kamerbrief.vocabulary.supplements import Answered

_SEARCHED = 60
_NEAR = 2
"""The answer stands so few lines below the question."""


def read_supplement(ledger: Ledger) -> Heading | None:
    """The heading of answered questions; its lines and those above it are taken. None if there is none."""
    lines = ledger.rest()[:_SEARCHED]
    found = _answer_line(lines)
    if found is None:
        return None
    at, told = found
    parts: list[Field] = []
    others: list[FeatureLine] = []
    for line in lines[: at + 1]:
        name = _name_of(line)
        known = {field.name for field in parts}
        if name is None or name in known:
            others.append(line)
        else:
            parts.append(Field(name, None, line.text, (line,)))
    ledger.take("chrome", others)
    ledger.take("kamerstuk", [line for field in parts for line in field.lines])
    values = {field.name: field.text for field in parts}
    return Heading(
        dossiers=(),
        titles=(),
        number=supplement_number(values.get("number", "")) or "",
        senders=told.office,
        session_year=session_in(values.get("session_year", "")),
        subject=None,
        date=told.date,
        place=None,
        calls=(),
        recipient=[],
        fields=parts,
        is_supplement=True,
    )


def _answer_line(lines: Sequence[FeatureLine]) -> tuple[int, Answered] | None:
    """The line that says who answered, right below the one that says who asked."""
    for index, line in enumerate(lines):
        told = answered(line.text)
        if told is not None and any(is_asked(above.text) for above in lines[max(index - _NEAR, 0) : index]):
            return index, told
    return None


def _name_of(line: FeatureLine) -> str | None:
    """Which part of the heading a line is."""
    if is_publisher(line.text):
        return "publisher"
    if session_in(line.text):
        return "session_year"
    if is_asked(line.text):
        return "questions"
    if answered(line.text) is not None:
        return "answer"
    return "number" if supplement_number(line.text) and len(line.text) > 1 else None
