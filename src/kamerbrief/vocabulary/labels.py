"""The labels of the letterhead and which values they take."""

from __future__ import annotations

import dataclasses
import itertools
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from kamerbrief.document.text import squash
from kamerbrief.vocabulary import table

if TYPE_CHECKING:
    from collections.abc import Iterator

Takes = Literal[
    "reference", "line", "subject", "date", "count", "contact", "phone", "email", "address", "digits", "page"
]
_LONGEST_WORDS = 5
_LONGEST_ROW = 100
_LONGEST_LABEL = 40
_LONGEST_BEFORE_COLON = 30
_FUZZY_FROM = 6
"""A label shorter than this is not recognised when a letter of it is wrong."""
_HALF = _FUZZY_FROM // 2


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """A label of the letterhead."""

    name: str
    """The attribute it speaks of: ``kenmerk``."""
    takes: Takes
    in_margin: bool
    """It stands in the margin with its value below it, not above the body with its value beside it."""


@cache
def _labels() -> dict[str, Label]:
    return {
        squash(form).rstrip(":."): Label(entry["name"], entry["takes"], entry["where"] == "margin")
        for entry in table("labels")["label"]
        for form in entry["forms"]
    }


@cache
def _misread() -> dict[str, Label]:
    """Each longer label with any one letter left out, for labels that were misread by one letter."""
    return {
        form[:at] + form[at + 1 :]: label
        for form, label in _labels().items()
        if len(form) >= _FUZZY_FROM
        for at in range(len(form))
    }


@cache
def _halves() -> tuple[frozenset[str], frozenset[str]]:
    """How longer labels begin and end: one letter misread leaves one of the two as it is."""
    forms = [form for form in _labels() if len(form) >= _FUZZY_FROM]
    return frozenset(form[:_HALF] for form in forms), frozenset(form[-_HALF:] for form in forms)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(
        form.split(" ", 1)[0].casefold().rstrip(":.") for entry in table("labels")["label"] for form in entry["forms"]
    )


def _begins_as_label(text: str) -> bool:
    """Whether the first word of a text begins a label."""
    return text[:2].casefold() in _first_letters() and text.partition(" ")[0].casefold().rstrip(":.") in _first_words()


@cache
def _first_letters() -> frozenset[str]:
    """The first two letters of each label, or one and what may stand behind it: nearly no line gets further."""
    return frozenset({(word + end)[:2] for word in _first_words() for end in (" ", ":", ".")} | _first_words())


def _as_scanned(form: str) -> str:
    """The form with the letters put right that scans take for others."""
    return form.replace("rn", "m").replace("0", "o").replace("1", "l").replace("|", "l")


@lru_cache(maxsize=2048)
def label_of(text: str) -> Label | None:
    """The label that the text is, as printed or with one letter misread.

    Example:
        >>> label_of("Ons kenmerk").name, label_of("0ns kenmerk:").name, label_of("Ons kenteken")
        ('kenmerk', 'kenmerk', None)
    """
    if len(text) > _LONGEST_LABEL:
        return None
    form = squash(text).rstrip(":.")
    if label := _labels().get(form):
        return label
    if label := _labels().get(_as_scanned(form)):
        return label
    starts, ends = _halves()
    if len(form) < _FUZZY_FROM or (form[:_HALF] not in starts and form[-_HALF:] not in ends):
        return None
    misread = _misread()
    for at in range(len(form)):
        if label := misread.get(form[:at] + form[at + 1 :]):
            return label
    return misread.get(form)


def labels_in_row(text: str) -> list[tuple[Label, int]]:
    """The labels that the line is made of and where each begins; none if there is more on it.

    Example:
        >>> [label.name for label, _ in labels_in_row("datum ons kenmerk uw kenmerk")]
        ['date', 'kenmerk', 'uw_kenmerk']
    """
    if len(text) > _LONGEST_ROW or not _begins_as_label(text):
        return []
    found: list[tuple[Label, int]] = []
    begin = 0
    while begin < len(text):
        ends = itertools.islice(_ends_of_words(text, begin), _LONGEST_WORDS)
        end = max((i for i in ends if squash(text[begin:i]).rstrip(":.") in _labels()), default=0)
        if not end:
            return []
        found.append((_labels()[squash(text[begin:end]).rstrip(":.")], begin))
        begin = end + 1
    return found


def _ends_of_words(text: str, begin: int) -> Iterator[int]:
    """Where the words from a place on end."""
    end = begin
    while end < len(text):
        blank = text.find(" ", end + 1)
        end = blank if blank >= 0 else len(text)
        yield end


def label_before(text: str) -> tuple[Label, int, int] | None:
    """The label that a line begins with, where it ends and where its value begins."""
    if not _begins_as_label(text) and ":" not in text[:_LONGEST_BEFORE_COLON]:
        return None
    found: tuple[Label, int, int] | None = None
    end = 0
    for _ in range(_LONGEST_WORDS):
        blank = text.find(" ", end)
        if blank < 0:
            break
        label = _labels().get(squash(text[:blank]).rstrip(":."))
        value = _value_from(text, blank, " :") if label is not None else len(text)
        if label is not None and value < len(text) and not (label.name == "unit" and text[value].islower()):
            found = label, blank, value  # a unit is a name: not ``Onderdeel van zaak 3``
        end = blank + 1
    return found or _misread_before_colon(text)


def _misread_before_colon(text: str) -> tuple[Label, int, int] | None:
    """The same for a label with a colon, of which a letter may be misread."""
    head, colon, _ = text.partition(":")
    label = label_of(head) if colon and len(head) <= _LONGEST_BEFORE_COLON else None
    value = _value_from(text, len(head) + 1, " ")
    return (label, len(head), value) if label is not None and value < len(text) else None


def _value_from(text: str, at: int, skipped: str) -> int:
    """Where the value begins, from a place on: these characters are no part of it."""
    while at < len(text) and text[at] in skipped:
        at += 1
    return at
