"""What a line of a letterhead is by itself: a label, a value of a known shape, the opening of a notice."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

import regex

from kamerbrief.vocabulary import alternatives, number_words
from kamerbrief.vocabulary.addresses import EMAIL, MANY_DIGITS, PHONE, Shape, is_address, labelled_phone, shape_of
from kamerbrief.vocabulary.dates import read_date, whole_date
from kamerbrief.vocabulary.headings import is_question
from kamerbrief.vocabulary.labels import Label, Takes, label_before, label_of
from kamerbrief.vocabulary.persons import has_initials
from kamerbrief.vocabulary.phrases import addresses_chamber, is_salutation, opens_with

Kind = Literal[
    "label", "labelled", "return", "notice", "addressee", "salutation", "ministry",
    "postcode", "postbox", "street", "website", "email", "phone", "fax", "mobile", "identification",
    "date", "short", "long",
]  # fmt: skip

SHORT = 48
"""The margin is 40 mm wide: no line of it is longer."""
ADDRESS: frozenset[Kind] = frozenset({"postcode", "postbox", "street"})
STRONG: frozenset[Kind] = frozenset(
    {
        "label",
        "postcode",
        "postbox",
        "website",
        "email",
        "phone",
        "fax",
        "mobile",
        "identification",
        "ministry",
        "notice",
    }
)
"""Line kinds that rarely occur in body text."""

_PAGE_OF = regex.compile(r"\d{1,2}\s?/\s?\d{1,2}\Z")
_REFERENCE = regex.compile(r"(?=\D*+\d)(?!.*,\s)[\p{L}\d][\p{L}\d./&+:_()\s–—-]*+\Z")
MISREAD_DATE = regex.compile(r"(?=.*\d)[^.,]{0,24}\b(?:19|20)\d\d\Z")
"""What a scan made of a stamped date: at the label, and with a year at its end."""
_WORD_FROM = 5
"""A lower-case word of so many letters is prose; references have shorter parts."""
_COUNT_DIGITS = 3
_LONGEST_SENTENCE = 80
_DIGITS, _DIGITS_BESIDE_SLASH = 3, 2
"""The fewest digits of a reference."""


class Classified(NamedTuple):
    """What a line is by itself."""

    kind: Kind
    label: Label | None = None
    label_end: int = 0
    """Where the label ends in the line."""
    value_start: int = 0
    """Where its value begins in the line."""


_LONG, _SHORT, _DATE = Classified("long"), Classified("short"), Classified("date")
"""What most lines are."""


# decides more: a kind each
@lru_cache(maxsize=4096)
def classify(text: str) -> Classified:
    """What the line is by itself."""
    if len(text) <= SHORT:
        half = text[: len(text) // 2]
        printed_twice = text == half + half
        if (label := label_of(half if printed_twice else text)) is not None and len(text) > 1:
            return Classified("label", label, len(text))
        shape = shape_of(text)
        if shape and not (shape == "street" and (is_question(text) or _labelled(text) is not None)):
            return Classified(shape, value_start=_value_start(text, shape))
        if opens_with(text, "notices"):
            return Classified("notice")
        if opens_with(text[:12], "ministry_words"):
            return Classified("ministry")
    if opens_with(text, "return_lines"):
        return Classified("return")
    if addresses_chamber(text):
        return Classified("addressee")
    if is_salutation(text):
        return Classified("salutation")
    if (found := _labelled(text)) is not None:
        return Classified("labelled", *found)
    if len(text) > SHORT:
        return _LONG
    return _DATE if whole_date(text) else _SHORT


def _labelled(text: str) -> tuple[Label, int, int] | None:
    """The label that a line begins with, where it ends and where its value begins."""
    found = label_before(text)
    return found if found is not None and _fits(text, *found) else None


def accepts(takes: Takes, text: str) -> bool:
    """Whether the text is a value of this type, told by its shape."""
    match takes:
        case "date":
            return len(text) <= SHORT and read_date(text) is not None
        case "count":
            return _counts().match(text) is not None
        case "reference":
            return is_reference(text)
        case "phone":
            return PHONE.match(text) is not None
        case "email":
            return EMAIL.match(text.replace(" ", "")) is not None
        case "page":
            return _PAGE_OF.match(text) is not None
        case "digits":
            return MANY_DIGITS.match(text) is not None
        case "address":
            return shape_of(text) in ADDRESS
        case _:
            return False


@cache
def _counts() -> regex.Pattern[str]:
    """How many attachments a letter has."""
    counts = "|".join(number_words("counts"))
    none = alternatives("not_applicable", loose=True)
    return regex.compile(rf"(?:\d{{1,3}}|{counts}|-+|–|{none})(?:\s*+\(\w++\))?+\Z", regex.IGNORECASE)


def counts_things(text: str) -> bool:
    """Whether the text says how many attachments there are, and of what: ``2 bijlagen``, ``twee rapporten``."""
    number, _, things = text.partition(" ")
    known = number.casefold() in number_words("counts") or (number.isdecimal() and len(number) <= _COUNT_DIGITS)
    return known and things.isalpha() and things.islower() and whole_date(text) is None


def is_value(takes: Takes, text: str) -> bool:
    """Whether the text is a value of this type; a line is if it is a date or a reference, as ``Uw brief`` has."""
    return accepts(takes, text) or (takes == "line" and (accepts("date", text) or is_reference(text)))


@lru_cache(maxsize=1024)
def is_reference(text: str) -> bool:
    """Whether the text can be a kenmerk: short, with digits, and none of the other values that have digits."""
    if len(text) > SHORT or _REFERENCE.match(text) is None or whole_date(text) is not None:
        return False
    if any(word.isalpha() and len(word) >= _WORD_FROM and word[1:].islower() for word in text.split()):
        return False
    digits = sum(c.isdigit() for c in text)
    if _PAGE_OF.match(text):
        return False
    return digits >= (_DIGITS_BESIDE_SLASH if "/" in text else _DIGITS) and shape_of(text) in (
        None,
        "identification",
        "street",
    )


def _value_start(text: str, shape: Shape) -> int:
    if shape == "website":
        return len(text) - len(text.lstrip(". "))
    numbered = labelled_phone(text) if shape in ("phone", "fax", "mobile") else None
    return numbered[1] if numbered else 0


def _ends_in_date(text: str) -> bool:
    """Whether a sentence at the label tells the date: ``Alleen verzonden per e-mail op 3 mei 2024``."""
    found = read_date(text) if len(text) <= _LONGEST_SENTENCE else None
    return found is not None and found[2] == len(text.rstrip("."))


# decides more: a type of value each
def _fits(text: str, label: Label, end: int, begin: int) -> bool:
    """Whether what follows a label on its line is its value and not the rest of a sentence."""
    value, colon = text[begin:], ":" in text[end - 1 : begin]
    match label.takes:
        case "subject":
            return True
        case "contact" | "line":
            return len(text) <= SHORT and (
                colon
                or accepts("date", value)
                or (is_reference(value) if label.takes == "line" else has_initials(value))
            )
        case "page":
            return _PAGE_OF.match(value) is not None
        case "address":
            return is_address(value)
        case "date":
            return accepts("date", value) or MISREAD_DATE.match(value) is not None or (colon and _ends_in_date(value))
        case "count":
            return accepts("count", value) or counts_things(value)
        case takes:
            return accepts(takes, value)
