"""The scalars of the head: date, references, subject, attachments, and where they disagree."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.diagnostics import diagnose
from kamerbrief.text import single_spaced, squash
from kamerbrief.vocabulary.dates import read_date, whole_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from kamerbrief.models import Diagnostic
    from kamerbrief.passes.fields import Field

_COUNTS = {"geen": 0, "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4}
_LETTER_SPACED = regex.compile(r"\b\p{L}\s\p{L}\s?\p{L}*+/")
_KAMER_NUMBER = regex.compile(r"\d{4}[ZD]\d{4,6}")


@dataclasses.dataclass(frozen=True, slots=True)
class Values:
    """What the labelled fields say."""

    date: dt.date | None
    place: str | None
    kenmerk: str | None
    uw_kenmerk: str | None
    subject: str | None
    attachments: int | None
    diagnostics: list[Diagnostic]


def read_values(fields: Sequence[Field], repeated: Sequence[Field]) -> Values:
    """The typed values of the fields; of several the first counts, and a differing one is reported."""
    diagnostics: list[Diagnostic] = []
    date, place = _date(fields, diagnostics)
    kenmerk = _first(fields, "kenmerk")
    reference = reference_text(kenmerk.text) if kenmerk else None
    if kenmerk is None and (empty := next((f for f in fields if f.name == "kenmerk"), None)):
        diagnostics.append(diagnose("missing-kenmerk", field="kenmerk", span=(empty.start, empty.end)))
    for field in [*fields, *repeated]:
        if field.name == "kenmerk" and field.text and reference and _differs(reference, field.text):
            diagnostics.append(
                diagnose(
                    "conflicting-kenmerk",
                    f"{reference!r} and {field.text!r}",
                    field="kenmerk",
                    span=(field.start, field.end),
                )
            )
            break
    if date is not None:
        for field in [*fields, *repeated]:
            other = read_date(field.text) if field.name == "date" and field.label else None
            if other and other[0] != date:
                diagnostics.append(
                    diagnose("conflicting-date", f"{date} and {other[0]}", field="date", span=(field.start, field.end))
                )
                break
    your = _first(fields, "uw_kenmerk")
    return Values(
        date=date,
        place=place,
        kenmerk=reference,
        uw_kenmerk=reference_text(your.text) if your else None,
        subject=_text(_first(fields, "subject")),
        attachments=_attachments(fields, diagnostics),
        diagnostics=diagnostics,
    )


def reference_text(text: str) -> str:
    """A reference as printed, letter-spacing undone.

    Example:
        >>> reference_text("I E NW/BSK-2023/33017"), reference_text("DGKE-WO / 21078921")
        ('IENW/BSK-2023/33017', 'DGKE-WO / 21078921')
    """
    text = single_spaced(text)
    return squash_keeping_case(text) if _LETTER_SPACED.search(text) else text


def squash_keeping_case(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def _differs(left: str, right: str) -> bool:
    left, right = squash(left).replace("–", "-"), squash(right).replace("–", "-")
    return left != right


def _date(fields: Sequence[Field], diagnostics: list[Diagnostic]) -> tuple[dt.date | None, str | None]:
    """The date at its label, else a date by itself, and the place before it."""
    for field in sorted(fields, key=lambda field: field.label is None):
        if field.name != "date" or not field.text:
            continue
        if (found := whole_date(field.text)) is not None:
            return found
        if (dated := read_date(field.text)) is not None:
            return dated[0], None
        diagnostics.append(diagnose("unreadable-date", repr(field.text), field="date", span=(field.start, field.end)))
    return None, None


def _attachments(fields: Sequence[Field], diagnostics: list[Diagnostic]) -> int | None:
    field = _first(fields, "attachments")
    if field is None:
        return None
    word = field.text.split(" ", 1)[0].casefold().strip("().,")
    if word.isdigit():
        return int(word)
    if word in _COUNTS:
        return _COUNTS[word]
    if any(c.isalpha() for c in word) and word not in ("n.v.t", "nvt"):
        diagnostics.append(
            diagnose("unreadable-count", repr(field.text), field="attachments", span=(field.start, field.end))
        )
    return None


def _first(fields: Sequence[Field], name: str) -> Field | None:
    return next((field for field in fields if field.name == name and field.text), None)


def _text(field: Field | None) -> str | None:
    return field.text if field else None
