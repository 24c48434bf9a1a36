"""What a line of a letterhead is by itself: a label, a value of a known shape, the opening of a notice."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import Literal

import regex

from kamerbrief.vocabulary.dates import read_date, whole_date
from kamerbrief.vocabulary.labels import COUNTS, Label, Takes, label_before, label_of
from kamerbrief.vocabulary.persons import has_initials
from kamerbrief.vocabulary.phrases import (
    BLACKED_OUT,
    EMAIL,
    MANY_DIGITS,
    PHONE,
    POSTBOX,
    POSTCODE,
    STREET,
    WEBSITE,
    addresses_chamber,
    is_salutation,
    opens_with,
)

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
"""What hardly ever is a line of the body."""

_COUNT = regex.compile(rf"(?:\d{{1,3}}|{'|'.join(COUNTS)}|-+|–|n\.?v\.?t\.?)(?:\s*+\(\w++\))?+\Z", regex.IGNORECASE)
_PAGE_OF = regex.compile(r"\d{1,2}\s?/\s?\d{1,2}\Z")
_REFERENCE = regex.compile(r"(?=\D*+\d)(?!.*,\s)[\p{L}\d][\p{L}\d./&+:_()\s–—-]*+\Z")
_PHONE_LABEL = regex.compile(r"(?P<label>[TFME])(?:\s?[.:])?\s++(?P<value>[+(]?\d.*)\Z")
_WHOLE_ADDRESS = regex.compile(r"[\p{L}' .]{3,40}\s\d{1,6}\w?,\s\d{4}\s?[A-Z]{2}\s+\p{L}.{1,30}\Z")
MISREAD_DATE = regex.compile(r"(?=.*\d)[^.,]{0,24}\b(?:19|20)\d\d\Z")
"""What a scan made of a stamped date: at the label, and with a year at its end."""
_PHONES: dict[str, Kind] = {"T": "phone", "F": "fax", "M": "mobile", "E": "phone"}
_WORD_FROM = 5
"""A lower-case word of so many letters is prose; references have shorter parts."""
_LETTERS = 2
"""More letters than this at a time are no letter-spaced print."""
_DIGITS, _DIGITS_BESIDE_SLASH = 3, 2
"""The fewest digits of a reference."""


@dataclasses.dataclass(frozen=True, slots=True)
class Classified:
    """What a line is by itself."""

    kind: Kind
    label: Label | None = None
    label_end: int = 0
    """Where the label ends in the line."""
    value_start: int = 0
    """Where its value begins in the line."""


@lru_cache(maxsize=4096)
def classify(text: str) -> Classified:
    """What the line is by itself."""
    if len(text) <= SHORT:
        if (label := label_of(text)) is not None and len(text) > 1:
            return Classified("label", label, len(text))
        if kind := _shape(text):
            return Classified(kind, value_start=_value_start(text, kind))
        if opens_with(text, "notices"):
            return Classified("notice")
        if text[:12].casefold().replace(" ", "").startswith("ministerie"):
            return Classified("ministry")
    if opens_with(text, "return_lines"):
        return Classified("return")
    if addresses_chamber(text):
        return Classified("addressee")
    if is_salutation(text):
        return Classified("salutation")
    if (found := label_before(text)) is not None and _fits(text, *found):
        return Classified("labelled", *found)
    if len(text) > SHORT:
        return Classified("long")
    return Classified("date" if whole_date(text) else "short")


def accepts(takes: Takes, text: str) -> bool:
    """Whether the text is a value of this type, told by its shape."""
    match takes:
        case "date":
            return len(text) <= SHORT and read_date(text) is not None
        case "count":
            return _COUNT.match(text) is not None
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
            return _shape(text) in ADDRESS
        case _:
            return False


def is_value(takes: Takes, text: str) -> bool:
    """Whether the text is a value of this type; a line is if it is a date or a reference, as ``Uw brief`` has."""
    return accepts(takes, text) or (takes == "line" and (accepts("date", text) or is_reference(text)))


def is_reference(text: str) -> bool:
    """Whether the text can be a kenmerk: short, with digits, and none of the other things that have digits."""
    if len(text) > SHORT or _REFERENCE.match(text) is None or whole_date(text) is not None:
        return False
    if any(word.isalpha() and len(word) >= _WORD_FROM and word[1:].islower() for word in text.split()):
        return False
    digits = sum(c.isdigit() for c in text)
    if _PAGE_OF.match(text):
        return False
    return digits >= (_DIGITS_BESIDE_SLASH if "/" in text else _DIGITS) and _shape(text) in (
        None,
        "identification",
        "street",
    )


def _shape(text: str) -> Kind | None:
    """What a short line is by its shape; white space does not matter, text layers are letter-spaced."""
    squashed = "".join(text.split())
    if text[:1].isdigit() and POSTCODE.match(squashed):
        return "postcode"
    if squashed[:7].casefold() == "postbus" and POSTBOX.match(squashed.casefold()):
        return "postbox"
    if "@" in squashed:
        account = text.partition("@")[0].strip()
        if BLACKED_OUT.match(account):
            return None
        words = account.split()[:-1]
        return "email" if EMAIL.match(squashed) and not any(len(word) > _LETTERS for word in words) else None
    if "." in squashed and (" " not in text or "www" in squashed) and WEBSITE.match(squashed):
        return "website"
    if (match := _PHONE_LABEL.match(text)) and PHONE.match(match["value"]):
        return _PHONES[match["label"]]
    if MANY_DIGITS.match(text):
        return "identification"
    if (
        text[-1:].isalnum()
        and not text.startswith(("MPC ", "IPC "))
        and STREET.match(text)
        and whole_date(text) is None
    ):
        return "street"
    return None


def _value_start(text: str, kind: Kind) -> int:
    match = _PHONE_LABEL.match(text) if kind in ("phone", "fax", "mobile") else None
    return match.start("value") if match else 0


def _fits(text: str, label: Label, end: int, begin: int) -> bool:
    """Whether what follows a label on its line is its value and not the rest of a sentence."""
    value, colon = text[begin:], ":" in text[end:begin]
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
            return _shape(value) in ADDRESS or _WHOLE_ADDRESS.match(value) is not None
        case "date":
            return accepts("date", value) or MISREAD_DATE.match(value) is not None
        case takes:
            return accepts(takes, value)
