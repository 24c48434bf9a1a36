"""Heads of questions of Parliament and of their answers, and what an answer begins with."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import regex

from kamerbrief.vocabulary import alternatives, words

_NUMBER = r"\d{1,3}(?:\s?\.?\s?(?-i:[a-k])(?![\p{L}/.]))?"
_TO = r"\s?(?:t/m|t\.e\.m\.|tot\sen\smet|tot|[–-])\s?"
_AND = r"\s?[,;/&+]\s?(?:en\s)?|\sen\s"
_LONGEST = 200
"""A head of one question a line is far shorter; one of thirty numbers is not longer."""
_MOST = 500
"""A range of more questions is none."""
_TOKEN = regex.compile(rf"(?P<range>{_TO})|(?P<number>{_NUMBER})|(?P<other>.)", regex.IGNORECASE)
_ALONE = regex.compile(r"(?P<number>\d{1,3}[a-z]?)(?P<stop>[.):]?)\Z")
_INLINE = regex.compile(r"(?P<number>\d{1,3}[a-z]?)(?P<stop>[.)]?)\s++(?=[\p{Lu}‘“\"'«„])")
_TIGHT = regex.compile(r"(?P<number>\d{1,3})(?P<stop>[.)])(?=\p{Lu}\p{Ll})")
_SOURCE = regex.compile(r"(?:(?P<label>\d{1,2})\)|\[(?P<label>\d{1,2})\])\s*+(?=\S)")
_MARK = regex.compile(r"(?<=\S)\s?(?:(?<![\d(.,]\s?)(?P<label>\d{1,2})\)|\[(?P<label>\d{1,2})\])")
_LONE_MARK = regex.compile(r"(?:\d{1,2}\)|\[\d{1,2}\])\Z")
_CITATION = regex.compile(r"\b(?:19|20)\d\d\b|https?:|www\.|kamerstuk|handelingen|\bnrs?\.", regex.IGNORECASE)
_CLOSED = regex.compile(r"[.?!’”\"'»)\]]\s?\Z")


class Head(NamedTuple):
    """The head of a question or of an answer."""

    kind: Literal["question", "answer"]
    numbers: tuple[str, ...]
    """Of the questions, as printed; none if it says none."""
    end: int
    """Where the words of the question or answer begin on its line."""


class Bare(NamedTuple):
    """A number that a line consists of or begins with."""

    number: str
    stop: str
    end: int
    """Where the text behind it begins; the end of the line if the number stands alone."""


@cache
def _numbers() -> str:
    words = alternatives("questions")
    return rf"{_NUMBER}(?:(?:{_TO}|{_AND})(?:(?:{words})\s)?{_NUMBER})*+"


@cache
def _worded() -> regex.Pattern[str]:
    questions, answers = alternatives("questions"), alternatives("answers")
    joint, numbers = alternatives("joint"), _numbers()
    return regex.compile(
        rf"(?:(?P<question>(?:{questions})(?:\s(?:nr\.?|nummer))?\s?(?P<numbers>{numbers}))"
        rf"|(?P<answer>(?:(?:{joint})\s)?(?:{answers})(?:\s(?:op|bij)\b)?(?:\s(?:de\s)?(?:{questions})\b)?"
        rf"(?:\s(?:nr\.?|nummer))?(?:\s?(?P<numbers>{numbers}))?))"
        r"(?:\s?\([^()]{2,60}\))?"
        r"(?:\s?[:.)]?\Z|\s?[:.]\s++(?=\S)|(?<=\d)\s++(?=(?-i:[\p{Lu}‘“\"'«„])))",
        regex.IGNORECASE,
    )


def head_of(text: str) -> Head | None:
    """The head that a line is or begins with; None if it is no head by its words.

    Example:
        >>> head_of("Antwoord op vragen 2 t/m 4:")
        Head(kind='answer', numbers=('2', '3', '4'), end=27)
        >>> head_of("Vraag 2: Hoe diep is de sloot?").end, head_of("Vraag 2 is lastig")
        (9, None)
        >>> head_of("Antwoord"), head_of("Antwoord gaf hij niet")
        (Head(kind='answer', numbers=(), end=8), None)
    """
    if text[:1] not in _first_letters():
        return None
    match = _worded().match(text[:_LONGEST])
    if match is None:
        return None
    return Head("question" if match["question"] else "answer", numbers_in(match["numbers"] or ""), match.end())


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(word[0] for name in ("questions", "answers", "joint") for word in words(name))


def numbers_at(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """The numbers of a list that begins at a place in a text, and where it ends.

    Example:
        >>> numbers_at("antwoord op vraag 3 en 4, niet 5", 18)
        (('3', '4'), 24)
    """
    match = _list().match(text, at, at + _LONGEST)
    return (numbers_in(match[0]), match.end()) if match else ((), at)


@cache
def _list() -> regex.Pattern[str]:
    return regex.compile(rf"{_numbers()}(?!\d|[.,]\d|%)", regex.IGNORECASE)


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a list, ranges written out.

    Example:
        >>> numbers_in("1, 3 en 5"), numbers_in("2 tot en met 4"), numbers_in("3a")
        (('1', '3', '5'), ('2', '3', '4'), ('3a',))
    """
    found: list[str] = []
    ranged = False
    for token in _TOKEN.finditer(text):
        if token["range"]:
            ranged = True
        elif token["number"]:
            number = token["number"].replace(" ", "").replace(".", "")
            if ranged and found and number.isdecimal() and found[-1].isdecimal():
                first, last = int(found[-1]), int(number)
                found += map(str, range(first + 1, min(last, first + _MOST)))
            found.append(number)
            ranged = False
    return tuple(found)


def bare_number(text: str) -> Bare | None:
    """The number that a line consists of or begins with, as bare heads of questions do.

    Example:
        >>> bare_number("12."), bare_number("3) Is dat zo?"), bare_number("3 mei")
        (Bare(number='12', stop='.', end=3), Bare(number='3', stop=')', end=3), None)
    """
    if text[:1] not in "123456789":
        return None
    match = _ALONE.match(text) or _INLINE.match(text) or _TIGHT.match(text)
    return Bare(match["number"], match["stop"], match.end()) if match else None


def source_label(text: str) -> tuple[str, int] | None:
    """The label of a questioner's own note and where its text begins: ``1) Gooise Post``, ``[2] Kamerstuk``.

    Example:
        >>> source_label("1) Gooise Post, 8 mei 2031"), source_label("1. Gooise Post")
        (('1', 3), None)
    """
    match = _SOURCE.match(text) if text[:1] in "[123456789" else None
    return (match["label"], match.end()) if match else None


def is_source_mark(text: str) -> bool:
    """Whether a line is no more than the mark that calls a questioner's note.

    Example:
        >>> is_source_mark("2)"), is_source_mark("[2]"), is_source_mark("2.")
        (True, True, False)
    """
    return _LONE_MARK.match(text) is not None


def is_citation(text: str) -> bool:
    """Whether a text tells where something stands: a date, an address on the web, a paper.

    Example:
        >>> is_citation("Gooise Post, 8 mei 2031"), is_citation("de sloten van het veen")
        (True, False)
    """
    return _CITATION.search(text) is not None


def source_marks(text: str, known: frozenset[str]) -> list[tuple[str, int, int]]:
    """The marks in a text that call a questioner's own notes: label, begin and end.

    Args:
        text: Of a question.
        known: The labels of the notes that are listed; another one must stand behind a sentence or a quotation.

    Example:
        >>> source_marks("Kent u het bericht ‘Dijk lek’? 1)", frozenset())
        [('1', 30, 33)]
        >>> source_marks("het plan (zie 1) en 2) de rest", frozenset())
        []
    """
    found: list[tuple[str, int, int]] = []
    if ")" not in text and "]" not in text:
        return found  # most lines have no mark of any kind
    for match in _MARK.finditer(text):
        begin = match.start()
        listed = match["label"] in known or _CLOSED.search(text[:begin])
        if listed and text[:begin].count("(") <= text[:begin].count(")"):
            found.append((match["label"], begin, match.end()))
    return found


@cache
def _see() -> regex.Pattern[str]:
    see, questions, answers = alternatives("see"), alternatives("questions"), alternatives("answers")
    return regex.compile(
        rf"(?:{see})\s(?:\p{{L}}++\s){{0,6}}?(?:{answers})\s(?:op|bij|van)\s(?:de\s)?(?:\p{{L}}++\s)?(?:{questions})"
        rf"\s(?:nr\.?\s)?(?P<numbers>{_numbers()})"
        rf"|(?:{see})\s(?:\p{{L}}++\s){{0,6}}?(?:{answers})\s(?P<numbers>{_numbers()})(?=\W*\Z|[.,;])"
        rf"|(?:{see})\s(?:{questions})\s(?P<numbers>{_numbers()})",
        regex.IGNORECASE,
    )


def seen_at(text: str) -> tuple[str, ...]:
    """The numbers of the questions whose answers a text points at in its first words.

    Example:
        >>> seen_at("Zie het antwoord op vraag 3."), seen_at("Zie de antwoorden op de vragen 2 en 5.")
        (('3',), ('2', '5'))
        >>> seen_at("Ja, zie de brief over vraag 3.")
        ()
    """
    match = _see().match(text[:_LONGEST])
    return numbers_in(match["numbers"]) if match else ()
