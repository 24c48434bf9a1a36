"""How sentences begin and end."""

from __future__ import annotations

import regex

from kamerbrief.document.signs import SUPERSCRIPTS
from kamerbrief.vocabulary import words

_STOPS = ".!?:;…"
_CLOSING = ")]”’\"'»"
_FINISHED = regex.compile(
    rf"[{_STOPS}][{regex.escape(_CLOSING)}]*+"
    rf"(?:\s?\[?[\d{SUPERSCRIPTS}]{{1,3}}\]?(?:[,\s]\s?\d{{1,3}})*+[.,;:]?)?\s*+\Z"
)
_NOTE_FINISHED = regex.compile(rf"[.!?{regex.escape(_CLOSING)}]\s*+\Z|\w{{2,}}\.\w{{2,}}\S*+\Z")
_TAIL = 24
"""The stop of a sentence stands in so many characters at its end."""


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence or an item does, a note call after the stop set aside.

    Example:
        >>> is_finished("in de regio.12"), is_finished("de volgende:"), is_finished("van de regio")
        (True, True, False)
    """
    last = text[-1:]
    if last in _STOPS:
        return bool(last)
    return not last.isalpha() and last not in ",-" and _FINISHED.search(text[-_TAIL:]) is not None


def is_note_finished(text: str) -> bool:
    """Whether the last line of a note ends as a sentence does, or with an address on the web.

    Example:
        >>> is_note_finished("Zie www.rijksoverheid.nl/sloten"), is_note_finished("Kamerstukken II,")
        (True, False)
    """
    return _NOTE_FINISHED.search(text) is not None


def is_left_open(text: str) -> bool:
    """Whether the text ends so that it must go on: with a hyphen, a comma or a word that needs another one.

    Example:
        >>> is_left_open("Directie Natuur en"), is_left_open("Directie Natuur")
        (True, False)
    """
    return text.endswith(("-", ",")) or text.rsplit(" ", 1)[-1] in words("unfinished")


def is_list_open(text: str) -> bool:
    """Whether the text ends as an item does that another one follows: with a comma, ``en`` or ``of``."""
    return text.endswith(",") or text.rpartition(" ")[2] in words("conjunctions")


def first_word(text: str) -> str:
    """The word that would have had to fit on the line above."""
    return text.split(" ", 1)[0]


def is_opener(word: str) -> bool:
    """Whether the word, with its capital, opens a sentence: ``De``, ``Daarnaast``."""
    return word in words("openers")
