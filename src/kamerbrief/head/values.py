"""The scalars of the head: date, references, subject, attachments, and where they disagree."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import squash
from kamerbrief.head.attachments import may_be_title
from kamerbrief.model.diagnostics import diagnose
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.dates import read_date, whole_date
from kamerbrief.vocabulary.phrases import is_not_applicable
from kamerbrief.vocabulary.spacing import close_spaced

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.field import Field
    from kamerbrief.model.letter import Diagnostic

_ONCE = ("subject", "uw_kenmerk", "attachments")
_LETTER_SPACED = regex.compile(r"\b\p{L}\s\p{L}\s?\p{L}*+/")


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
    everywhere = [*fields, *repeated]
    diagnostics += _conflicts(everywhere, date, reference)
    diagnostics += _repeated(fields)
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


def _conflicts(fields: Sequence[Field], date: dt.date | None, reference: str | None) -> list[Diagnostic]:
    """The first date and the first reference that differ from those that count."""
    found: dict[str, Diagnostic] = {}
    for field in fields:
        span = field.start, field.end
        if field.name == "kenmerk" and field.text and reference and _differs(reference, field.text):
            detail = f"{reference!r} and {field.text!r}"
            found.setdefault("kenmerk", diagnose("conflicting-kenmerk", detail, field="kenmerk", span=span))
        other = read_date(field.text) if field.name == "date" and field.label and date else None
        if other and other[0] != date:
            found.setdefault("date", diagnose("conflicting-date", f"{date} and {other[0]}", field="date", span=span))
    return list(found.values())


def _repeated(fields: Sequence[Field]) -> list[Diagnostic]:
    """Values that the head gives twice."""
    found: list[Diagnostic] = []
    for name in _ONCE:
        several = [field for field in fields if field.name == name and field.text]
        if len(several) > 1:
            detail, again = f"{several[0].text!r} and {several[1].text!r}", several[1]
            found.append(diagnose("repeated-field", detail, field=name, span=(again.start, again.end)))
    return found


def reference_text(text: str) -> str:
    """A reference as printed, letter-spacing undone.

    Example:
        >>> reference_text("I E NW/BSK-2023/33017"), reference_text("DGKE-WO / 21078921"), reference_text("4 6 02342")
        ('IENW/BSK-2023/33017', 'DGKE-WO / 21078921', '4602342')
    """
    text = close_spaced(text)
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
        if (title := _first_title(fields)) is not None:
            diagnostics.append(_unreadable_count(title))
        return None
    word = field.text.split(" ", 1)[0].casefold().strip("().,")
    if word.isdigit():
        return int(word)
    if word in number_words("counts"):
        return number_words("counts")[word]
    if is_not_applicable(field.text):
        return 0
    if any(c.isalpha() for c in word):
        diagnostics.append(_unreadable_count(field))
    return None


def _first_title(fields: Sequence[Field]) -> Field | None:
    """What stands right below the label of the attachments where it has no value: the first of their titles."""
    label = next((field.lines[0] for field in fields if field.name == "attachments"), None)
    unexplained = [field for field in fields if field.name == "other" and field.label is None]
    return next((field for field in unexplained if label and _is_right_below(label, field.lines[0])), None)


def _is_right_below(label: FeatureLine, line: FeatureLine) -> bool:
    return may_be_title(line, label) and line.row - label.row == 1 and any(c.isalnum() for c in line.text)


def _unreadable_count(field: Field) -> Diagnostic:
    return diagnose("unreadable-count", repr(field.text), field="attachments", span=(field.start, field.end))


def _first(fields: Sequence[Field], name: str) -> Field | None:
    return next((field for field in fields if field.name == name and field.text), None)


def _text(field: Field | None) -> str | None:
    return field.text if field else None
