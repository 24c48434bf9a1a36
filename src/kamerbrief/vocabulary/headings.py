"""What headings begin with: ``2.1``, ``Maatregel 3``, ``Vraag 4``, ``Bijlage``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from kamerbrief.vocabulary import alternatives
from kamerbrief.vocabulary.phrases import is_one_of

_LONGEST_QUESTION = 160
_SERIES = regex.compile(r"(?P<words>\p{Lu}\p{L}++(?:\s\p{L}++){0,4})\s(?P<number>\d{1,2})(?:\s?[:.–-]\s|\s?[:.]?\Z)")
_ALONE = regex.compile(r"(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVX]{1,5}\.?)\Z")
_DECIMAL = regex.compile(
    r"(?P<outer>(?:\d{1,2}\.){0,3})(?P<own>\d{1,2})(?P<stop>[.)]?)\s+(?:(?P<title>[\p{Lu}‘“\"'«(])|\p{L})"
)
_NUMBERS = r"\d{1,3}[a-z]?(?:(?:\s?[,–-]|\sen|\st/m|\stot\sen\smet)\s?\d{1,3}[a-z]?)*+"


@cache
def _numbered() -> regex.Pattern[str]:
    return regex.compile(
        r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?|\d{5}-[IVX]{1,5}|\d{1,2}\)|[IVX]{1,5}\.|[A-Za-z][.)]|\([IVX]{1,5}\))\s++(?=[\p{Lu}‘“\"'«(])"
        rf"|(?P<number>(?:{alternatives('heading_words')})\s"
        r"(?:\d{1,2}|[IVX]{1,5}|[a-zA-Z])(?:\sen\s\d{1,2})?)[.:]?\s++(?:[-–—]\s++)?(?=\S)"
    )


@cache
def _question() -> regex.Pattern[str]:
    questions, answers = alternatives("questions"), alternatives("answers")
    return regex.compile(
        rf"(?:{questions}|(?:{answers})(?:\s(?:(?:op|bij)\s)?(?:{questions}))?)\s{_NUMBERS}\s?[:.]?\Z", regex.IGNORECASE
    )


@cache
def _inline_question() -> regex.Pattern[str]:
    questions, answers = alternatives("questions"), alternatives("answers")
    return regex.compile(
        rf"(?:{questions}|(?:{answers})(?:\sop\s(?i:{questions}))?)\s\d{{1,3}}(?:(?:,|\sen)\s\d{{1,3}})*+:\s++(?=\S)"
    )


def number_of(text: str) -> tuple[str, int] | None:
    """The number that a heading has, as printed, and where its title begins.

    Example:
        >>> number_of("2.1 Sloten"), number_of("Maatregel 3: Dijken"), number_of("Sloten")
        (('2.1', 4), ('Maatregel 3', 13), None)
        >>> number_of("34300-XV Vaststelling van de begroting"), number_of("Bijlage 2 – Sloten")
        (('34300-XV', 9), ('Bijlage 2', 12))
    """
    match = _numbered().match(text)
    return (match["number"], match.end()) if match else None


class Decimal(NamedTuple):
    """The number with which a title or an item opens."""

    outer: str
    """The numbers that it stands under, each with its stop."""
    own: int
    stop: str
    begins_title: bool
    """What follows begins as a title does: with a capital, a quotation mark or a bracket."""


def decimal_of(text: str) -> Decimal | None:
    """The number in figures with which a title or an item opens.

    Example:
        >>> decimal_of("2.13 Sloten")
        Decimal(outer='2.', own=13, stop='', begins_title=True)
        >>> decimal_of("4) graven")
        Decimal(outer='', own=4, stop=')', begins_title=False)
    """
    match = _DECIMAL.match(text) if text[:1].isdecimal() else None
    return Decimal(match["outer"], int(match["own"]), match["stop"], match["title"] is not None) if match else None


def is_number_alone(text: str) -> bool:
    """Whether a line is the number of a heading whose title has a line of its own.

    Example:
        >>> is_number_alone("2.1"), is_number_alone("IV"), is_number_alone("4"), is_number_alone("2.1 Sloten")
        (True, True, False, False)
    """
    return text[:1] in "0123456789IVX" and _ALONE.match(text) is not None


def series_of(text: str) -> tuple[str, int] | None:
    """The words and the number with which a member of a series opens: ``Antwoord op advies 1:``, ``Spoor 2: Dijken``.

    Example:
        >>> series_of("Antwoord op advies 1:"), series_of("Spoor 2: Dijken"), series_of("In 2031 was het droog")
        (('antwoord op advies', 1), ('spoor', 2), None)
    """
    match = _SERIES.match(text)
    return (match["words"].casefold(), int(match["number"])) if match else None


def is_question(text: str) -> bool:
    """Whether the line is the heading of a question or an answer.

    Example:
        >>> is_question("Antwoord op vragen 2 en 3"), is_question("Vraag het de gemeente")
        (True, False)
    """
    if text[:1] not in "vVaA" or len(text) >= _LONGEST_QUESTION or text.rstrip(":.").rstrip()[-2:].isalpha():
        return False  # a number ends it
    return _question().match(text) is not None


def inline_question(text: str) -> int:
    """Where the words of a question begin that stand behind its heading on one line; 0 if they do not.

    Example:
        >>> inline_question("Vraag 2: Hoe diep is de sloot?")
        9
    """
    match = _inline_question().match(text) if text[:1] in "VA" else None
    return match.end() if match else 0


def is_final(text: str) -> bool:
    """Whether a title is one of those that end a letter: ``Tot slot``."""
    return is_one_of(text, "final_titles")


def is_annex(text: str) -> bool:
    """Whether a title says that what follows it is an annex: ``Bijlage 2: Overzicht``; ``Bijlage(n)`` is a label."""
    return _annex().match(text) is not None


@cache
def _annex() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('annexes')})(?!\()", regex.IGNORECASE)
