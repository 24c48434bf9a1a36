"""Laws that letters cite: names and abbreviations with their ids in the Basiswettenbestand."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.vocabulary import table

if TYPE_CHECKING:
    import datetime as dt

_MOST_WORDS = 16
_CIVIL_CODE = "Burgerlijk Wetboek Boek "
_STATUTE = "wet"
"""A name of one word that ends so is known without its capital too: ``de grondwet``."""


@dataclasses.dataclass(frozen=True, slots=True)
class Law:
    """A law, or the name of one whose id is not known."""

    name: str
    bwb: str | None = None
    """Id in the Basiswettenbestand; ``BWBV`` for a treaty."""
    celex: str | None = None
    """CELEX number of an act of the European Union, or what those of a treaty's articles begin with."""
    since: dt.date | None = None
    until: dt.date | None = None
    chamber: str | None = None
    """The Chamber whose law it is, where the other one has a law of the same name."""


@cache
def _laws() -> tuple[tuple[Law, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (
            Law(
                entry["name"],
                entry.get("bwb"),
                entry.get("celex"),
                entry.get("from"),
                entry.get("until"),
                entry.get("chamber"),
            ),
            (entry["name"], *entry.get("also", ())),
            tuple(entry.get("abbreviations", ())),
        )
        for entry in table("laws")["law"]
    )


@cache
def _named() -> dict[tuple[str, ...], list[Law]]:
    """The laws by the words of their names, in lower case; an abbreviation keeps its capitals."""
    named: dict[tuple[str, ...], list[Law]] = {}
    for law, names, abbreviations in _laws():
        for name in names:
            named.setdefault(tuple(name.casefold().replace(",", "").split(" ")), []).append(law)
        for abbreviation in abbreviations:
            named.setdefault(tuple(abbreviation.split(" ")), []).append(law)
    return named


@cache
def civil_code() -> dict[str, Law]:
    """The books of the Burgerlijk Wetboek, each with an id of its own."""
    return {law.name.removeprefix(_CIVIL_CODE): law for law, _, _ in _laws() if law.name.startswith(_CIVIL_CODE)}


@cache
def _openings() -> frozenset[str]:
    """The first words of all names, those of one word and abbreviations as they stand, others in lower case."""
    return frozenset(words[0] for words in _named())


def may_open(word: str) -> bool:
    """Whether the name of a known law may begin with this word.

    Example:
        >>> may_open("Algemene"), may_open("Awb"), may_open("Sloot")
        (True, True, False)
    """
    return word in _openings() or word.casefold() in _openings()


def laws_called(words: list[str]) -> tuple[list[Law], int]:
    """The laws whose name these words begin with, and how many of them it takes; the longest name counts.

    Example:
        >>> laws, words = laws_called(["Wpg", "en"])
        >>> [law.name for law in laws], words
        (['Wet politiegegevens', 'Wet publieke gezondheid'], 1)
    """
    if not words or not may_open(words[0]):
        return [], 0
    bare = tuple(word.rstrip(",") for word in words[:_MOST_WORDS])
    for count in range(len(bare), 0, -1):
        shown = bare[:count]
        laws = _named().get(shown) or _named().get(tuple(word.casefold() for word in shown))
        if laws and (len(shown) > 1 or shown[0][:1].isupper() or shown[0].endswith(_STATUTE)):
            return laws, count
    return [], 0


def law_of(words: list[str], date: dt.date | None, *, dotted: bool = False) -> tuple[Law, int] | None:
    """The law whose name these words begin with, and how many of them it takes; None where the name tells two.

    Args:
        words: Words without the punctuation around them.
        date: The date of the letter; it tells apart laws that share a name.
        dotted: Whether the number of the article has a dot, as newer laws number.

    Example:
        >>> law, words = law_of(["Awb", "en"], None)
        >>> law.bwb, words
        ('BWBR0005537', 1)
    """
    laws, count = laws_called(words)
    known = _valid(laws, date, dotted=dotted) if laws else None
    return None if known is None else (known, count)


def _valid(laws: list[Law], date: dt.date | None, *, dotted: bool) -> Law | None:
    """The one law that is meant; None where the name tells two."""
    if len(laws) == 1:
        return laws[0]
    if not all(law.since or law.until for law in laws):
        return None
    if date is not None:
        return next((law for law in laws if _is_in_force(law, date)), None)
    return next((law for law in laws if (law.since is not None) is dotted), None)


def _is_in_force(law: Law, date: dt.date) -> bool:
    return (not law.since or date >= law.since) and (not law.until or date <= law.until)
