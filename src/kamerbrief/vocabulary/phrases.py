"""Set phrases of a letter and the shapes of lines in its head."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import squash
from kamerbrief.vocabulary import phrase_table

if TYPE_CHECKING:
    from kamerbrief.model.letter import Chamber
_LONGEST_SALUTATION, _SALUTATION_WORDS = 60, 5
_LONGEST_ADDRESSEE = 120
_ADDRESSEE_LETTERS = frozenset("aAdDhHvVlL")
"""Of ``Aan``, ``De``, ``Heer``, ``Voorzitter``, ``Leden``; nearly no line gets further."""


@cache
def _squashed(name: str) -> tuple[str, ...]:
    return tuple(squash(phrase) for phrase in phrase_table()[name])


@cache
def _exact(name: str) -> frozenset[str]:
    return frozenset(_squashed(name))


PAGE_NUMBER = regex.compile(
    r"""
    (?:p\s?a\s?g\s?i\s?n\s?a|paginanummer|blad)\s*+:?\s*+\d{1,4}\s*+(?:(?:van(?:\s*+de)?|/|of)\s*+\d{1,4})?+\s*+\Z
  | -\s?\d{1,4}\s?-\Z
    """,
    regex.IGNORECASE | regex.VERBOSE,
)
RULE = regex.compile(r"(?:[-_*=─—]\s?){3,}+\Z|(?=.*---)[\s:|-]++\Z")
POSTCODE = regex.compile(
    r"(?P<code>\d{4}[A-Z]{2})\.{0,3}+(?P<city>['’]?[a-z][\p{L}'’.-]{2,30})(?:\(?nederland\)?)?\Z", regex.IGNORECASE
)
POSTBOX = regex.compile(r"postbus(?P<number>\d{2,6})\Z")
STREET = regex.compile(r"\p{Lu}[\p{L}.'’ -]{2,40}?\s(?!(?:19|20)\d\d\Z)\d{1,4}(?:\s?[-–]\s?\d{1,4}|\s?[a-zA-Z])?\Z")
WEBSITE = regex.compile(
    r"(?:https?://)?(?:www\.?[\w.-]+|[\w-]+)\.n[lI1](?:/[\w./-]*+)?\Z|(?:https?://)?www\.[\w.-]+\.\w{2,6}(?:/\S*+)?\Z"
)
EMAIL = regex.compile(r"[\w.+-]+@[\w.-]+\.\w{2,}\Z")
MANY_DIGITS = regex.compile(r"(?:\d\s?){12,}\Z")
PHONE = regex.compile(r"\+?\(?\d[\d\s()–-]{6,}\d(?:\s*+\([a-z]++\))?+\Z", regex.IGNORECASE)
BLACKED_OUT = regex.compile(r"(?:.*\s)?1?\(?(?:10|5)\.[12]\.?[1-6]?[a-z]\)?\Z", regex.IGNORECASE)
"""The article of the law on open government that stands where words were blacked out: ``10.2.e``, ``5.1.2e``."""
GARBLED = regex.compile(r"[^\p{L}\p{M}\p{N}\s.,;:'’\"“”‘&@()/+_|‐‑–—-]")
"""What no name of a person or a unit has; a scan makes it of a scribble or a stamp."""
_BOTH = regex.compile(r"(?:eersteen(?:van)?(?:de)?tweede|tweedeen(?:van)?(?:de)?eerste)kamer")
_ADDRESSED = regex.compile(
    r"(?:aan)?(?:de)?(?:heer/mevrouw)?(?:de)?(?:(?:voorzitter){e<=1}s?|leden)(?:van|der|tweede|eerste)"
)


def opens_with(text: str, name: str) -> bool:
    """Whether the text begins with one of the phrases ``name``, white space and case aside."""
    return squash(text[:60]).startswith(_squashed(name))


def is_one_of(text: str, name: str) -> bool:
    """Whether the text is one of the phrases ``name``; a closing comma or full stop is not significant."""
    return squash(text).rstrip(",.:;!") in _exact(name)


def is_salutation(text: str) -> bool:
    """Whether the line addresses the reader: ``Geachte voorzitter,``.

    Example:
        >>> is_salutation("Geachte voorzitter,"), is_salutation("Geachte leden stelden mij vragen over het plan.")
        (True, False)
    """
    return (
        len(text) <= _LONGEST_SALUTATION
        and not text.endswith((".", ":", ";"))
        and opens_with(text, "salutations")
        and (text.endswith((",", "!")) or len(text.split()) <= _SALUTATION_WORDS)
    )


def addresses_chamber(text: str) -> bool:
    """Whether the line begins the address of a Chamber: ``Aan de Voorzitter van de Tweede Kamer``."""
    if text[:1] not in _ADDRESSEE_LETTERS:
        return False
    return len(text) <= _LONGEST_ADDRESSEE and _ADDRESSED.match(squash(text[:60])) is not None


@cache
def _openers() -> frozenset[str]:
    return frozenset(phrase_table()["openers"])


def is_opener(word: str) -> bool:
    """Whether the word, with its capital, opens a sentence: ``De``, ``Daarnaast``."""
    return word in _openers()


def has_date(words: str) -> bool:
    """Whether the last of these words has a date of its own: ``het debat``, ``het wetgevingsoverleg``.

    Example:
        >>> has_date("het plenaire debat"), has_date("stikstofreductie")
        (True, False)
    """
    last = words.rpartition(" ")[2].casefold()
    return last.endswith(tuple(phrase_table()["dated"]))


def has_function(text: str) -> bool:
    """Whether the line names the function of an official: ``Plv. secretaris-generaal``."""
    return _functions().search(text) is not None


@cache
def _functions() -> regex.Pattern[str]:
    words = "|".join(regex.escape(phrase).replace("\\ ", r"\s?") for phrase in phrase_table()["functions"])
    return regex.compile(rf"(?:{words})(?!\p{{L}})", regex.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether the line begins the caption of a table or figure: ``Tabel 1``, ``Figuur 2b: Uitgaven``.

    Example:
        >>> is_caption("Figuur 2b: Uitgaven"), is_caption("Tabellen")
        (True, False)
    """
    return _captions().match(text) is not None


@cache
def _captions() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, phrase_table()["captions"]))
    return regex.compile(rf"(?:{words})\s\d{{1,3}}[a-z]?\b", regex.IGNORECASE)


@cache
def _chamber_addresses() -> dict[str, Chamber]:
    return {squash(address): entry["id"] for entry in phrase_table()["chamber"] for address in entry["addresses"]}


def chamber_address(text: str) -> Chamber | None:
    """The Chamber that has this street or PO box, if one has."""
    return _chamber_addresses().get(squash(text))


def chamber_of(text: str) -> Chamber | None:
    """The Chamber, or both, that the words of an address name."""
    squashed = squash(text)
    first, second = "eerstekamer" in squashed, "tweedekamer" in squashed
    if (first and second) or _BOTH.search(squashed):
        return "beide"
    if first or second:
        return "eerste_kamer" if first else "tweede_kamer"
    return None
