"""Lines that are furniture of a page by their own words: page numbers, rules, running feet, what was not to be read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary import alternatives, words
from kamerbrief.vocabulary.phrases import is_one_of

if TYPE_CHECKING:
    from kamerbrief.model.letter import FurnitureKind

_WORDED = (
    r"(?:p\s?a\s?g\s?i\s?n\s?a|paginanummer|blad)\s*+:?\s*+\d{1,4}\s*+"
    r"(?:(?:v\s?a\s?n(?:\s*+de)?|/|of)\s*+\d{1,4})?+\s*+\Z"
)
PAGE_NUMBER = regex.compile(rf"{_WORDED}|-\s?\d{{1,4}}\s?-\Z", regex.IGNORECASE)
_BEHIND_TITLE = regex.compile(rf"\s++(?:{_WORDED}|\d{{1,3}}/\d{{1,3}}\Z)", regex.IGNORECASE)
RULE = regex.compile(r"(?:[-_*=─—]\s?){3,}+\Z|`{3,}+\w*+\Z|(?=.*---)[\s:|-]++\Z")
_STAMP = regex.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d,? \d{1,2}:\d\d(?::\d\d)?(?: [AaPp]\.?[Mm]\.?)?(?:\s.{0,160})?\Z"
)
_ADDRESS = regex.compile(r"https?://\S+(?:\s+\d{1,3}/\d{1,3})?\Z")
_IMAGE = regex.compile(r"(?:==>|<==).*(?:<==|==>)\Z|<!--.*-->\Z")


@cache
def _running_feet() -> regex.Pattern[str]:
    colophon = (
        r"ISSN \d{4}\s?-\s?\d{3}[\dX]|(?:kst|blg|ah|nds)-(?:tk-|ek-)?[\w-]{4,24}|KST\d{4,6}|\d{4}[te]kkst\w[\w-]{3,24}"
        rf"|(?:{alternatives('printers')})|(?:{alternatives('printed_at')}),? (?:19|20)\d\d"
    )
    return regex.compile(
        r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s?[–-]\s?\d{2,4}, \d{2} ?\d{3}\b.{0,30}?(?:\s\d{1,3})?\Z"
        rf"|(?:(?:{colophon})(?:\s++|\Z))++\Z"
    )


@cache
def _hidden() -> regex.Pattern[str]:
    places, leftovers = alternatives("signature_places"), alternatives("leftovers")
    return regex.compile(rf"(?:\[(?:{places}) \d+\]\s*+)+\Z|(?:{leftovers})\Z", regex.IGNORECASE)


@cache
def _hidden_begins() -> str:
    """What the lines begin with that were not to be read; nearly no line gets further."""
    letters = "".join(phrase[0] for phrase in words("leftovers"))
    return f"[{letters}{letters.swapcase()}"


@cache
def _marked_pages() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('page_words')})\s++\d++\s*+\Z", regex.IGNORECASE)


def is_printed_at(text: str) -> bool:
    """Whether a browser stamped its print with this: day, month, year and time, perhaps with the title of the page.

    Example:
        >>> is_printed_at("26-11-2026 15:32"), is_printed_at("Vergadering van 26-11-2026 15:32")
        (True, False)
    """
    may_be_day = text[:1].isdecimal() and not {"-", "/", "."}.isdisjoint(text[1:3])
    return may_be_day and _STAMP.match(text) is not None


def is_address_of_page(text: str) -> bool:
    """Whether a browser put this at the foot of its print: an address, perhaps with the number of the page."""
    return _ADDRESS.match(text) is not None


def without_page_number(text: str) -> str:
    """A text without the number of the page that stands behind it.

    Example:
        >>> without_page_number("Rapport Sloten Pagina 2 van 3"), without_page_number("Sloten 2/6")
        ('Rapport Sloten', 'Sloten')
        >>> without_page_number("Sloten, blad 2 van de 3"), without_page_number("Sloten in 2031")
        ('Sloten,', 'Sloten in 2031')
    """
    match = _BEHIND_TITLE.search(text) if text[-1:].isdecimal() else None
    return text[: match.start()] if match else text


def printed_once(text: str) -> str:
    """A text without its second half, or each word without its own or each letter once, where a page draws it twice.

    Example:
        >>> printed_once("Pagina 2 van 3Pagina 2 van 3"), printed_once("PaginaPagina 22 vanvan 33")
        ('Pagina 2 van 3', 'Pagina 2 van 3')
        >>> printed_once("PPaaggiinnaa 22 vvaann 1133")
        'Pagina 2 van 13'
    """
    half = text[: len(text) // 2]
    if half and text == half + half:
        return half
    printed = text.split()
    halves = [word[: len(word) // 2] for word in printed]
    if all(a + a == b for a, b in zip(halves, printed, strict=True)):
        return " ".join(halves)
    return " ".join(word[::2] for word in printed) if all(word[::2] == word[1::2] for word in printed) else text


# decides more: a kind each
def furniture_kind(text: str, *, heading: bool) -> FurnitureKind | None:
    """What kind of furniture a short line is, told by its words; None if by them it is none.

    Args:
        text: The line.
        heading: The source marks it as a heading, as converters do with page numbers.

    Example:
        >>> furniture_kind("Pagina 2 van 3", heading=False), furniture_kind("De sloot", heading=False)
        ('page_number', None)
        >>> furniture_kind("Pagina 2 van 3Pagina 2 van 3", heading=False)
        'page_number'
    """
    if not text:
        return "rule"
    first, last = text[0], text[-1]
    if first in "-_*=─—|:`" and (RULE.match(text) or not text.strip("| ")):
        return "rule"
    if (
        first in "pPbB-"
        and (last.isdecimal() or last in "- ")
        and len(text) > 1
        and PAGE_NUMBER.match(printed_once(text))
    ):
        return "page_number"
    if (first in "TEIKSkbans'’" or first.isdecimal()) and _running_feet().match(text):
        return "running_foot"
    if (first in _hidden_begins() and _hidden().match(text)) or (first in "=<" and _IMAGE.match(text)):
        return "hidden"
    if heading and _marked_pages().match(text):
        return "page_number"
    return "chrome" if is_one_of(text, "chrome") else None
