"""Addresses and numbers of a letterhead by their shape: street, PO box, postcode, site, e-mail, telephone.

White space does not matter, since text layers are letter-spaced.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import regex

from kamerbrief.document.text import single_spaced
from kamerbrief.vocabulary import alternatives, phrase_table
from kamerbrief.vocabulary.dates import whole_date
from kamerbrief.vocabulary.phrases import BLACKED_OUT, opens_with

Shape = Literal["postcode", "postbox", "street", "website", "email", "phone", "fax", "mobile", "identification"]

POSTCODE = regex.compile(
    r"(?P<code>\d{4}[A-Z]{2})\.{0,3}+(?P<city>['’]?[a-z][\p{L}'’.-]{2,30})(?:\(?nederland\)?)?\Z", regex.IGNORECASE
)
POSTBOX = regex.compile(r"postbus(?P<number>\d{2,6})\Z", regex.IGNORECASE)
STREET = regex.compile(r"\p{Lu}[\p{L}.'’ -]{2,40}?\s(?!(?:19|20)\d\d\Z)\d{1,4}(?:\s?[-–]\s?\d{1,4}|\s?[a-zA-Z])?\Z")
WEBSITE = regex.compile(
    r"(?:https?://)?(?:www\.?[\w.-]+|[\w-]+)\.n[lI1!](?:/[\w./-]*+)?\Z|(?:https?://)?www\.[\w.-]+\.\w{2,6}(?:/\S*+)?\Z"
)
WEB = r"https?:|www\."
"""What an address on the web begins with, as a pattern."""
EMAIL = regex.compile(r"[\w.+-]+@[\w.-]+\.\w{2,}\Z")
MANY_DIGITS = regex.compile(r"(?:\d\s?){12,}\Z")
PHONE = regex.compile(r"\(?\+?\(?\d[\d\s()–-]{6,}\d(?:\s*+\([a-z]++\))?+\Z", regex.IGNORECASE)
_WHOLE = regex.compile(r"[\p{L}' .]{3,40}\s\d{1,6}\w?,\s\d{4}\s?[A-Z]{2}\s+\p{L}.{1,30}\Z")
_RETURN = regex.compile(
    r"(?P<box>Postbus\s*+\d[\d\s]{2,6}\d)[\s,]++(?P<city>\d\s?\d\s?\d\s?\d\s?[A-Z]\s?[A-Z]\s++.+)\Z", regex.IGNORECASE
)
_BOX = regex.compile(r"postbus\s*+(\d[\d\s]{1,6})", regex.IGNORECASE)
_HOLDS_ADDRESS = re.compile(
    r"[@wP0-9](?:(?<=@)|(?<=\bw)ww\.|(?<=\bP)ostbus\s\d|(?<=\b[0-9])\d{3}\s?[A-Z]{2}\s?[A-ZÀ-ÖØ-ÞĲ])"
)
"""An account, a site, or more than one line of an address, written as one; nearly no line holds any."""
_LETTERS = 2
"""More letters than this at a time are no letter-spaced print."""


_WEB = regex.compile(WEB)
_HOST = regex.compile(r"(?:https?://|www\.)[\w.-]++(?:/|\Z)")


def is_web_address(text: str) -> bool:
    """Whether a text begins with an address on the web.

    Example:
        >>> is_web_address("www.rijksoverheid.nl/sloten"), is_web_address("Zie www.rijksoverheid.nl")
        (True, False)
    """
    return _WEB.match(text) is not None


def holds_web_address(text: str) -> bool:
    """Whether an address on the web stands in a text.

    Example:
        >>> holds_web_address("Zie www.rijksoverheid.nl"), holds_web_address("Zie de brief")
        (True, False)
    """
    return "://" in text or "www." in text


def path_begin(word: str) -> int | None:
    """Where in a word that is an address on the web its path begins, behind the host; None if it is no address.

    Example:
        >>> path_begin("(https://www.ser.nl/advies"), path_begin("ser.nl")
        (20, None)
    """
    match = _HOST.search(word)
    return match.end() if match else None


def lost_in_path(text: str, begin: int, end: int) -> int:
    """Where the path of an address lacks a hyphen by its form: before a code, in a UUID, as ``/-/``; 0 if nowhere.

    Example:
        >>> text = "open.overheid.nl/documenten/ronl0a1b2c3d4e5f"
        >>> text[lost_in_path(text, 17, len(text)) :]
        '0a1b2c3d4e5f'
    """
    match = _lost_hyphens().search(text, begin, end)
    return match.start() if match else 0


@cache
def _lost_hyphens() -> regex.Pattern[str]:
    code = rf"(?<=/(?:{alternatives('web_codes')}))(?=[\da-f]{{8}})"
    uuid = r"(?<=/[\da-f]{8})(?=[\da-f]{4}-)|(?<=-[\da-f]{4})(?=[\da-f]{4}-|[\da-f]{12}(?![\da-f]))"
    return regex.compile(rf"{code}|{uuid}|(?<=[^:]/)(?=/)")


# decides more: a shape each
def shape_of(text: str) -> Shape | None:
    """What a short line is by its shape.

    Example:
        >>> shape_of("2 5 15 XP D en Haag"), shape_of("T 070 123 45 67"), shape_of("2016 nader bezien.")
        ('postcode', 'phone', None)
    """
    squashed = "".join(text.split())
    if text[:1].isdigit() and POSTCODE.match(squashed) and not _is_year_and_word(text):
        return "postcode"
    if text[:1] in "pP" and POSTBOX.match(squashed):
        return "postbox"
    if "@" in squashed:
        return "email" if _is_email(text, squashed) else None
    if "." in squashed and (" " not in text or "www" in squashed) and WEBSITE.match(squashed.lstrip(".")):
        return "website"
    if (numbered := labelled_phone(text)) is not None:
        return numbered[0]
    if text[:1].isdigit() and MANY_DIGITS.match(text):
        return "identification"
    return "street" if _is_street(text) else None


def _is_year_and_word(text: str) -> bool:
    """Whether the letters behind four digits are the beginning of a word: ``2016 nader``."""
    return text[:4].isdigit() and text[4:5] == " " and text[5:7].islower()


def _is_email(text: str, squashed: str) -> bool:
    account = text.partition("@")[0].strip()
    spaced = all(len(word) <= _LETTERS for word in account.split()[:-1])
    return spaced and EMAIL.match(squashed) is not None and BLACKED_OUT.match(account) is None


def _is_street(text: str) -> bool:
    if not text[:1].isupper() or text[-3:].isalpha() or not text[-1:].isalnum() or opens_with(text, "mail_codes"):
        return False  # a blank and a letter stand behind the number of a house at most
    return (STREET.match(text) or _glued_streets().match(text)) is not None and whole_date(text) is None


@cache
def _glued_streets() -> regex.Pattern[str]:
    """A street without a blank before its number, as text without blanks has it."""
    return regex.compile(rf"\p{{Lu}}[\p{{L}}.'’-]{{2,40}}?(?:{alternatives('street_endings')})\d{{1,4}}[a-zA-Z]?\Z")


@cache
def _phone_letters() -> dict[str, Shape]:
    letters: dict[str, Shape] = phrase_table()["phone_letters"]
    return letters


@cache
def _labelled_phones() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<label>[{''.join(_phone_letters())}])(?:\s?[.:])?\s++(?P<value>[+(]{{0,2}}\d.*)\Z")


def is_phone_letter(text: str) -> bool:
    """Whether the line is the letter that stands before a telephone number: ``T``."""
    return text in _phone_letters()


def labelled_phone(text: str) -> tuple[Shape, int] | None:
    """What kind of telephone number stands behind its letter on the line, and where it begins."""
    match = _labelled_phones().match(text) if text[:1] in _phone_letters() else None
    return (_phone_letters()[match["label"]], match.start("value")) if match and PHONE.match(match["value"]) else None


def is_address(text: str) -> bool:
    """Whether the text is an address or a line of one."""
    return shape_of(text) in ("postcode", "postbox", "street") or _WHOLE.match(text) is not None


def box_number(text: str) -> str:
    """The number of the PO box that the text names; empty if it names none.

    Example:
        >>> box_number("Postbus 20 301, 2500 EH Den Haag")
        '20301'
    """
    match = _BOX.search(text)
    return "".join(match[1].split()) if match else ""


def box_in_return_line(text: str) -> str | None:
    """The PO box, postcode and city of a line with the return address.

    Example:
        >>> box_in_return_line("Retouradres Postbus 20301 2500 EH Den Haag")
        'Postbus 20301, 2500 EH Den Haag'
    """
    match = _RETURN.search(text)
    code = POSTCODE.match("".join(match["city"].split())) if match else None
    if match is None or code is None:
        return None
    town = single_spaced(match["city"][-_length_of_tail(match["city"], len(code["city"])) :])
    return f"{single_spaced(match['box'])}, {code['code'][:4]} {code['code'][4:]} {town}"


@cache
def _to_city() -> regex.Pattern[str]:
    return regex.compile(rf".*?\d{{4}}\s?[A-Z]{{2}}\s+(?:{alternatives('chamber_cities')})(?=\s|\Z)", regex.IGNORECASE)


def end_of_return_line(text: str) -> int:
    """Where the return address ends in its line, by its city; 0 if that is not known.

    Example:
        >>> end_of_return_line("> Retouradres Postbus 20301 2500 EH Den Haag Directie Sloten")
        44
    """
    match = _to_city().match(text)
    return match.end() if match else 0


def _length_of_tail(text: str, letters: int) -> int:
    """How many characters at the end of the text hold so many letters, blanks between them included."""
    count, at = 0, len(text)
    while count < letters and at:
        at -= 1
        count += not text[at].isspace()
    return len(text) - at


@cache
def _countries() -> regex.Pattern[str]:
    return regex.compile(rf",\s*+(?:{alternatives('countries')})\Z", regex.IGNORECASE)


def without_country(address: str) -> str:
    """An address without the country that a letter abroad prints; it adds nothing."""
    return _countries().sub("", address)


@cache
def _social() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('social_sites')})\.", regex.IGNORECASE)


def is_social(site: str) -> bool:
    """Whether it is the page of a ministry at another site, such as ``linkedin.com``."""
    return _social().search(site) is not None


@cache
def _no_units() -> regex.Pattern[str]:
    return regex.compile(
        rf"""
        (?i:per\s(?:e-?)?mail\b | (?:{alternatives("no_units")})\Z)
      | \p{{Lu}}(?:\s\d{{2,4}})?\Z                         # the letter of a number that is blacked out
      | [a-z]++(?:-[a-z]++)++\Z                          # the name of an account: ministerie-van-bzk
      | \d{{4}}\s?[A-Z]{{2}}(?:\d{{1,5}}[A-Z]{{0,2}})?\Z     # a postcode, and one with the number of the house
      | \p{{L}}{{0,3}}\d{{5,}}\Z
        """,
        regex.VERBOSE,
    )


def may_hold_address(text: str) -> bool:
    """Whether a box, a postcode with its city, a site or an account stands on a line, perhaps with more.

    Example:
        >>> may_hold_address("Dijkweg 5 1234 AB Utrecht"), may_hold_address("Directie Sloten")
        (True, False)
    """
    return _HOLDS_ADDRESS.search(text) is not None


@lru_cache(maxsize=1024)
def is_part_of_address(text: str) -> bool:
    """Whether a line of the margin is of an address and names nobody: a city, an account, a bare postcode."""
    if _no_units().match(text) is not None:
        return True
    return not text.replace(" ", "").isalpha() and _HOLDS_ADDRESS.search(text) is not None
