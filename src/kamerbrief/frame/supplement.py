"""The heading of answered questions as published in the Aanhangsel van de Handelingen.

3235
Vragen van het lid De Boer (Dijk) aan de Minister van Defensie over sloten (ingezonden 3 mei 2031).
Antwoord van Minister De Wit (Defensie) (ontvangen 4 juni 2031).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced
from kamerbrief.frame.kamerstuk import Heading
from kamerbrief.lines.field import Field
from kamerbrief.vocabulary.kamerstukken import is_publisher, session_in
from kamerbrief.vocabulary.phrases import opens_with
from kamerbrief.vocabulary.supplements import answered, is_asked, opens_supplement, supplement_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_SEARCHED = 60
_WRAPPED = 8
"""Who asked, or who answered, is told in so many lines at most."""


def read_supplement(ledger: Ledger) -> Heading | None:
    """The heading of answered questions; its lines and those above it are taken. None if there is none."""
    lines = ledger.rest()[:_SEARCHED]
    if not any(opens_supplement(line.text) for line in lines):
        return None
    parts, others = _parts(lines)
    values = {field.name: field.text for field in parts}
    told = answered(values.get("answer", ""))
    if told is None or "questions" not in values:
        return None
    ledger.take("chrome", others)
    ledger.take("kamerstuk", [line for field in parts for line in field.lines])
    return Heading(
        dossiers=(),
        titles=(),
        number=supplement_number(values.get("number", "")) or "",
        senders=" en ".join(told.offices),
        session_year=session_in(values.get("session_year", "")),
        subject=None,
        date=told.date,
        place=None,
        calls=(),
        recipient=[],
        fields=parts,
        is_supplement=True,
    )


def _parts(lines: Sequence[FeatureLine]) -> tuple[list[Field], list[FeatureLine]]:
    """The parts of the heading, the first of each kind, down to the answer; and the other lines among them."""
    parts: dict[str, Field] = {}
    others: list[FeatureLine] = []
    index = 0
    while index < len(lines) and "answer" not in parts:
        name, whole = _part(lines, index)
        if name is None or name in parts:
            others += whole
        else:
            parts[name] = Field(name, None, single_spaced(" ".join(line.text for line in whole)), tuple(whole))
        index += len(whole)
    if "answer" in parts and index < len(lines) and opens_with(lines[index].text, "see_also"):
        field = parts["answer"]
        parts["answer"] = Field("answer", None, f"{field.text} {lines[index].text}", (*field.lines, lines[index]))
    return list(parts.values()), others


def _part(lines: Sequence[FeatureLine], index: int) -> tuple[str | None, list[FeatureLine]]:
    """What part of the heading begins at a line, and its lines; those of a question or answer may be wrapped."""
    line = lines[index]
    if opens_supplement(line.text):
        for end in range(index + 1, min(index + _WRAPPED, len(lines)) + 1):
            text = single_spaced(" ".join(one.text for one in lines[index:end]))
            if is_asked(text):
                return "questions", list(lines[index:end])
            if answered(text) is not None and not _is_open(text):
                return "answer", list(lines[index:end])
    if is_publisher(line.text):
        return "publisher", [line]
    if session_in(line.text):
        return "session_year", [line]
    return ("number" if supplement_number(line.text) and len(line.text) > 1 else None), [line]


def _is_open(answer: str) -> bool:
    """Whether a sentence behind the date of an answer goes on: ``(ontvangen 4 juni 2031). Zie ook Aanhangsel``."""
    behind = answer.rpartition(")")[2].strip(" .")
    return bool(behind) and not answer.endswith(".")
