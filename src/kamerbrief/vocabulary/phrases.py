"""Set phrases of a letter."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import squash
from kamerbrief.vocabulary import alternatives, phrase_table, words
from kamerbrief.vocabulary.kamerstukken import is_committee_office

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
def _first_letters(name: str) -> frozenset[str]:
    """What a text begins with that opens with one of the phrases: nearly no line gets further."""
    letters = {phrase[0] for phrase in _squashed(name)}
    return frozenset({" "} | letters | {letter.upper() for letter in letters})


@cache
def _exact(name: str) -> frozenset[str]:
    return frozenset(_squashed(name))


BLACKED_OUT = regex.compile(r"(?:.*\s)?1?\(?(?:10|5)\.[12]\.?[1-6]?[a-z]\)?\Z", regex.IGNORECASE)
"""The article of the law on open government that stands where words were blacked out: ``10.2.e``, ``5.1.2e``."""
GARBLED = regex.compile(r"[^\p{L}\p{M}\p{N}\s.,;:'’\"“”‘&@()/+_|‐‑–—-]")
"""Characters absent from names of persons and units; OCR noise."""
_OF_TABLE = regex.compile(r"\p{L}+\s\d+(?:[.-]\d+)*[a-z]?(?:,|\s\([^()]{1,60}\))?\s\p{Ll}")
"""Begins a sentence about a table: ``Tabel 3 geeft``."""
_BOTH = regex.compile(r"(?:eersteen(?:van)?(?:de)?tweede|tweedeen(?:van)?(?:de)?eerste)kamer")
_ADDRESSED = regex.compile(
    r"(?:aan:?)?(?:de)?(?:heer/mevrouw)?(?:de)?(?:(?:voorzitter){e<=1}s?(?:van|der|tweede|eerste)"
    r"|leden(?:(?:vande|van|der)\Z|(?:vande|van|der)?+(?:(?:vaste|algemene|tijdelijke)?commissie"
    r"|(?:beide)?kamer|eerste|tweede|staten|provinciale)))"
    r"|aan:.{0,40}(?:tweede|eerste)kamer"
)


def opens_with(text: str, name: str) -> bool:
    """Whether the text begins with one of the phrases ``name``, white space and case aside."""
    return text[:1] in _first_letters(name) and squash(text[:60]).startswith(_squashed(name))


def without_opening(text: str, name: str) -> str:
    """The text without the word that it begins with, if that is one of the phrases ``name``.

    Example:
        >>> without_opening("Aan de Voorzitter", "addressed"), without_opening("Aande Voorzitter", "addressed")
        ('de Voorzitter', 'de Voorzitter')
    """
    word, _, rest = text.partition(" ")
    if rest and word.rstrip(":").capitalize() in words(name):
        return rest
    glued = (phrase for phrase in words(name) if word.startswith(phrase) and is_one_of(word[len(phrase) :], "articles"))
    return text[len(next(glued, "")) :] if rest else text


def is_one_of(text: str, name: str) -> bool:
    """Whether the text is one of the phrases ``name``; a closing comma or full stop is not significant."""
    return text[:1] in _first_letters(name) and squash(text).rstrip(",.:;!") in _exact(name)


def is_salutation(text: str) -> bool:
    """Whether the line addresses the reader: ``Geachte voorzitter,``.

    Example:
        >>> is_salutation("Geachte voorzitter,"), is_salutation("Geachte leden stelden mij vragen over het plan.")
        (True, False)
        >>> is_salutation("Besteedbaar inkomen")
        False
    """
    return (
        len(text) <= _LONGEST_SALUTATION
        and not text.endswith((".", ":", ";"))
        and text[:1] in _first_letters("salutations")
        and _salutations().match(text) is not None
        and (text.endswith((",", "!")) or len(text.split()) <= _SALUTATION_WORDS)
    )


@cache
def _salutations() -> regex.Pattern[str]:
    """A salutation up to the end of a word, letter-spaced or not: ``Geachte``, ``G eachte``."""
    spaced = (r"\s*+".join(map(regex.escape, phrase.replace(" ", ""))) for phrase in phrase_table()["salutations"])
    return regex.compile(rf"\s*+(?:{'|'.join(spaced)})(?!(?-i:\p{{Ll}}))", regex.IGNORECASE)


def addresses_chamber(text: str) -> bool:
    """Whether the line begins the address of a Chamber: ``Aan de Voorzitter van de Tweede Kamer``.

    Example:
        >>> addresses_chamber("De voorzitter van de vaste commissie voor Sloten")
        True
        >>> addresses_chamber("De voorzitter van de commissie, De Boer")  # signs a paper
        False
    """
    return text[:1] in _ADDRESSEE_LETTERS and len(text) <= _LONGEST_ADDRESSEE and _addresses_chamber(text)


@lru_cache(maxsize=4096)  # several steps ask it of each line that may
def _addresses_chamber(text: str) -> bool:
    squashed = squash(text[:60])
    if not ("leden" in squashed or "voorz" in squashed or "itter" in squashed or "aan:" in squashed):
        return False  # a letter misread leaves one half of the word as it is
    return _ADDRESSED.match(squashed) is not None and not ("," in text and is_committee_office(text))


def is_dash(text: str) -> bool:
    """Whether a dash stands where a value would."""
    return text in ("-", "–", "—")


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
    squashed = squash(text)
    return any(phrase in squashed for phrase in _squashed("functions")) and _functions().search(text) is not None


@cache
def _functions() -> regex.Pattern[str]:
    words = "|".join(regex.escape(phrase).replace("\\ ", r"\s?") for phrase in phrase_table()["functions"])
    return regex.compile(rf"(?:{words})(?!\p{{L}})", regex.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether the line is the caption of a table or figure, or its source: ``Figuur 2b: Uitgaven``, ``Bron: CBS``.

    Example:
        >>> is_caption("Figuur 2b: Uitgaven"), is_caption("Tabellen")
        (True, False)
        >>> is_caption("Bron CBS"), is_caption("Bron van water")
        (True, False)
    """
    return text[:1].casefold() in _begins_of_captions() and _captions().match(text) is not None


def is_titled_caption(text: str) -> bool:
    """Whether it is a caption and no sentence about a table.

    Example:
        >>> is_titled_caption("Tabel 3 Uitgaven"), is_titled_caption("Tabel 3 geeft de uitgaven")
        (True, False)
    """
    return is_caption(text) and _OF_TABLE.match(text) is None


def names_table(text: str) -> bool:
    """Whether the line begins as the caption of a table or figure does that has neither number nor colon.

    Example:
        >>> names_table("Tabel uitgaven per regio"), names_table("Tabellen")
        (True, False)
    """
    return is_one_of(text.partition(" ")[0], "captions")


def tells_unit(text: str) -> bool:
    """Whether the line says in what the amounts of a table are: ``Bedragen x € 1.000``, ``in miljoenen``.

    Example:
        >>> tells_unit("Bedragen x € 1.000"), tells_unit("Bedragen per regio")
        (True, False)
    """
    return _units_of_amounts().search(text) is not None


@cache
def _units_of_amounts() -> regex.Pattern[str]:
    return regex.compile(rf"[x×*] ?€? ?1\.?000\b|\b(?:{alternatives('amounts')})(?!\p{{L}})", regex.IGNORECASE)


@cache
def _begins_of_captions() -> frozenset[str]:
    return _first_letters("captions") | _first_letters("sources")


@cache
def _captions() -> regex.Pattern[str]:
    captions, sources = alternatives("captions"), alternatives("sources")
    return regex.compile(
        rf"(?:{captions})(?:\s\d{{1,3}}[a-z]?\b|:)|(?:{sources})(?::|\s(?-i:\p{{Lu}}))", regex.IGNORECASE
    )


def is_not_applicable(text: str) -> bool:
    """Whether the text says that there is nothing to tell: ``n.v.t.``."""
    return _not_applicable().match(text) is not None


@cache
def _not_applicable() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('not_applicable', loose=True)})\Z", regex.IGNORECASE)


def tells_no_count(text: str) -> bool:
    """Whether the text stands at the label of the attachments instead of their number: ``zie lijst``, ``A, B en C``.

    Example:
        >>> tells_no_count("diverse"), tells_no_count("A en B"), tells_no_count("2")
        (True, True, False)
    """
    return _no_counts().match(text) is not None


@cache
def _no_counts() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?i:(?:{alternatives('no_count')})\b.{{0,30}}\Z)|\p{{Lu}}(?:,\s\p{{Lu}})*+(?:\sen\s\p{{Lu}})?\Z"
    )


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
