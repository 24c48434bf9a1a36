"""The lines of the address of a Chamber, and how far each goes where something else stands behind it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import regex

from kamerbrief.document.text import squash
from kamerbrief.vocabulary import phrase_table, words
from kamerbrief.vocabulary.addresses import box_number
from kamerbrief.vocabulary.phrases import chamber_address

AddressPart = Literal["name", "street", "code", "place", "city", "bars"]
"""A line of the name; a street or a box; a postcode without its city, and with it; a city alone; what the bars below an
address spell."""
_END = r"(?=\s|\Z)"


def _spaced(phrase: str) -> str:
    """The phrase, letter-spaced or without blanks."""
    return r"\s*".join(regex.escape(c).replace("'", "['’‘]?") for c in "".join(phrase.split()))


def _any_of(name: str) -> str:
    return "|".join(_spaced(phrase) for phrase in sorted(phrase_table()[name], key=len, reverse=True))


@cache
def _opening() -> regex.Pattern[str]:
    before, speakers = _any_of("before_speakers"), _any_of("speakers")
    return regex.compile(rf"(?:(?:{before})\s*:?\s*)*(?:{speakers})(?:{_rest_of_name()})?{_END}", regex.IGNORECASE)


@cache
def _going_on() -> regex.Pattern[str]:
    of_chamber = rf"van\s*de\s*(?:{_any_of('chambers')})"  # the name of a committee may stand before it
    return regex.compile(
        rf"(?:{_rest_of_name()}|.{{3,60}}?\s(?={of_chamber}){_rest_of_name()}){_END}", regex.IGNORECASE
    )


def _rest_of_name() -> str:
    """What follows the office: up to a word that may end a line of the name, or to the end of the line."""
    word = _any_of("behind_speakers")
    return rf"(?:\s*(?:{word}))+(?:(?<={_ends()})|(?=\s*\Z))"


def _ends() -> str:
    return rf"(?:{'|'.join(_spaced(phrase[-4:]) for phrase in phrase_table()['chamber_ends'])})"


@cache
def _streets() -> regex.Pattern[str]:
    every = [address for entry in phrase_table()["chamber"] for address in entry["addresses"]]
    streets = [_misprinted(address) if box_number(address) else _spaced(address) for address in every]
    return regex.compile(rf"(?:{'|'.join(streets)}){_END}", regex.IGNORECASE)


def _misprinted(box: str) -> str:
    """A box of which a letter may be missing, wrong or too much; its number tells it: ``Posbus 20018``."""
    word, _, number = box.partition(" ")
    return rf"(?:{_spaced(word)}){{e<=1}}\s*{_spaced(number)}"


@cache
def _codes() -> regex.Pattern[str]:
    codes = {_spaced(code) for entry in phrase_table()["chamber"] for code in entry["postcodes"]}
    city = rf"\s*+\.{{0,3}}\s*+(?P<city>{_any_of('chamber_cities')})"
    return regex.compile(rf"(?P<code>{'|'.join(sorted(codes))})(?:{city}|\.{{0,3}}){_END}", regex.IGNORECASE)


@cache
def _bars() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{'|'.join(sorted(chamber_postcodes()))})\d{{1,5}}[a-z]{{0,2}}{_END}", regex.IGNORECASE)


@cache
def _cities() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_any_of('chamber_cities')}){_END}", regex.IGNORECASE)


@lru_cache(maxsize=1024)
def opening_of_reader(text: str) -> int:
    """Where the line ends with which the name of a Chamber's reader opens; 0 if it is none.

    Example:
        >>> line = "Aan de Voorzitter van de Tweede Kamer Directie Sloten"
        >>> line[: opening_of_reader(line)]
        'Aan de Voorzitter van de Tweede Kamer'
    """
    match = _opening().match(text)
    return match.end() if match else 0


@lru_cache(maxsize=1024)
def parts_of_reader(text: str) -> tuple[tuple[AddressPart, int], ...]:
    """What of the address of a Chamber a line may begin with, and where each such part ends.

    Example:
        >>> parts_of_reader("der Staten-Generaal Directie Sloten"), parts_of_reader("2500 EA DEN HAAG 2511 DP Den Haag")
        ((('name', 19),), (('place', 16),))
        >>> parts_of_reader("Postbus 20018 Turfmarkt 147"), parts_of_reader("Turfmarkt 147")
        ((('street', 13),), ())
    """
    found: list[tuple[AddressPart, int]] = []
    if match := _going_on().match(text):
        found.append(("name", match.end()))
    if match := _streets().match(text):
        found.append(("street", match.end()))
    if match := _codes().match(text):
        found.append(("place" if match["city"] else "code", match.end()))
    if match := _cities().match(text):
        found.append(("city", match.end()))
    if match := _bars().match(text):
        found.append(("bars", match.end()))
    return tuple(found)


def belongs_to(street: str, line: str) -> bool:
    """Whether the line begins with the postcode of this street or box of a Chamber.

    Example:
        >>> belongs_to("Binnenhof 4", "2513 AA Den Haag"), belongs_to("Binnenhof 4", "2594 AC Den Haag")
        (True, False)
    """
    match = _codes().match(line)
    return match is not None and _code_of().get(squash(street)) == squash(match["code"])


def holds_address(text: str) -> bool:
    """Whether the text begins with a street or box of a Chamber and the postcode of it.

    Example:
        >>> holds_address("Postbus 20018 2500 EA Den Haag"), holds_address("Postbus 20018 2511 DP Den Haag")
        (True, False)
    """
    match = _streets().match(text)
    return match is not None and belongs_to(match[0], text[match.end() :].lstrip())


@cache
def _code_of() -> dict[str, str]:
    """The postcode of each address of a Chamber."""
    pairs = ((entry["addresses"], entry["postcodes"]) for entry in phrase_table()["chamber"])
    return {squash(address): squash(code) for both in pairs for address, code in zip(*both, strict=True)}


def is_of_chamber(address: str) -> bool:
    """Whether an address is a Chamber's: its street or box is, or its postcode is one that goes with a street.

    Example:
        >>> is_of_chamber("Binnenhof 4, 2513 AA Den Haag"), is_of_chamber("Dijkweg 5, 2513 AA Den Haag")
        (True, True)
        >>> is_of_chamber("Postbus 20011, 2500 EA Den Haag"), is_of_chamber("Turfmarkt 147, 2511 DP Den Haag")
        (False, False)
    """
    first, *rest = address.split(", ")
    if chamber_address(first) is not None:
        return True
    of_box = first.casefold().startswith("postbus")
    return not of_box and any(_codes().match(line) is not None for line in (first, *rest))


def is_code_of_chamber(text: str) -> bool:
    """Whether the text is the postcode of a Chamber, without its city.

    Example:
        >>> is_code_of_chamber("2500 EA"), is_code_of_chamber("2500 EA Den Haag"), is_code_of_chamber("2511 DP")
        (True, False, False)
    """
    return squash(text) in chamber_postcodes()


@cache
def _of_chambers() -> regex.Pattern[str]:
    """The word of a Chamber, letter-spaced or not, and not as the beginning of another one."""
    spaced = "|".join(r"\s?".join(word) for word in words("of_chambers"))
    return regex.compile(rf"(?<!\p{{L}})(?:{spaced})(?!(?-i:\p{{Ll}}))", regex.IGNORECASE)


def holds_chamber(text: str) -> bool:
    """Whether the word of a Chamber is in the text.

    Example:
        >>> holds_chamber("DER S TATEN-GENERAAL"), holds_chamber("een Kamermeerderheid")
        (True, False)
    """
    return _of_chambers().search(text) is not None


@cache
def chamber_postcodes() -> frozenset[str]:
    """The postcodes of the Chambers, without blanks and case."""
    return frozenset(squash(code) for entry in phrase_table()["chamber"] for code in entry["postcodes"])
