"""How sentences begin and end."""

from __future__ import annotations

from functools import cache

import regex

from kamerbrief.document.signs import SUPERSCRIPTS
from kamerbrief.vocabulary import alternatives, number_words, words
from kamerbrief.vocabulary.addresses import WEB

_STOPS = ".!?:;…"
_CLOSING = ")]”’\"'»"
_CUT_CASE = regex.compile(r"(?<!\S)\(?ECLI(?::[A-Z]{2})?(?::[A-Z]+)?:\Z")
"""The number of a judgment that a line end cuts."""
_FINISHED = regex.compile(
    rf"[{_STOPS}][{regex.escape(_CLOSING)}]*+"
    rf"(?:\s?\[?[\d{SUPERSCRIPTS}]{{1,3}}[°'’]?\]?(?:[,\s]\s?\d{{1,3}})*+[.,;:]?)?\s*+\Z"
    r"|\p{Ll}\.\s\(\p{Lu}[^()]*+\)\Z"
)
_NOTE_FINISHED = regex.compile(
    r"\w{2,}\.\w{2,}\S*+(?<!-)\Z"
    r"|\b(?:nrs?\.\s?|nummers?\s)[\d\s–-]++(?:en\s\d+)?\Z|\b\d{5}-(?:[IVX]+-)?\d+\Z"
    r"|\b(?:19|20)\d\d\Z"
)
_NOTE_STOPS = tuple(f".!?{_CLOSING}")
_NUMBER_FIRST = regex.compile(r"(?:\d{1,3}|[IVXL]{1,6}|[A-Z])[.,;)]*+\s")
_TAIL_OF_COUNT = 60
_TAIL = 24
"""The stop of a sentence stands in so many characters at its end."""
_NOTE_TAIL = 120
"""An address on the web that ends a note stands in so many."""


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence or an item does; a note call, or a name in brackets, may stand behind the stop.

    Example:
        >>> is_finished("in de regio.12"), is_finished("een haven. (MARIN)"), is_finished("van de regio")
        (True, True, False)
        >>> is_finished("als volgt:"), is_finished("in ECLI:NL:RVS:")
        (True, False)
    """
    last = text[-1:]
    if last in _STOPS:
        return bool(last) and not before_number(text) and _CUT_CASE.search(text[-_TAIL:]) is None
    return not last.isalpha() and last not in ",-" and _FINISHED.search(text[-_TAIL:]) is not None


def is_note_finished(text: str) -> bool:
    """Whether the last line of a note ends as a sentence does, or with an address on the web.

    Example:
        >>> is_note_finished("Zie www.rijksoverheid.nl/sloten"), is_note_finished("Kamerstukken II,")
        (True, False)
    """
    tail = text[-_NOTE_TAIL:].rstrip()
    if before_number(tail):
        return False
    rest_of_address = "/" in tail and " " not in tail and tail[-1].isalnum()
    if rest_of_address or tail.endswith(_NOTE_STOPS):
        return True
    may_end = tail[-1:].isdecimal() or "." in tail.rsplit(" ", 1)[-1]
    return may_end and _NOTE_FINISHED.search(tail) is not None


def before_number(text: str) -> bool:
    """Whether the text ends with an abbreviation that a number comes behind.

    Example:
        >>> before_number("Kamerstukken II, 27859, nr."), before_number("Kamerstukken II")
        (True, False)
    """
    return text.endswith(_abbreviations())


@cache
def _abbreviations() -> tuple[str, ...]:
    """What a number comes behind, with a stop of its own or without one: ``nr.``, ``nr``."""
    return tuple(f" {word.rstrip('.')}{stop}" for word in words("number_abbreviations") for stop in (".", ""))


def is_left_open(text: str) -> bool:
    """Whether the text ends so that it must go on: with a hyphen, a comma or a word that needs another one.

    Example:
        >>> is_left_open("Directie Natuur en"), is_left_open("Directie Natuur")
        (True, False)
    """
    if text.endswith(("-", ",")):
        return True
    last = text.rsplit(" ", 1)[-1]
    return last in words("unfinished") or (last[-1:] == ":" and _CUT_CASE.match(last) is not None)


def closes_bracket(above: str, text: str) -> bool:
    """Whether a line closes a bracket that the line above opens.

    Example:
        >>> closes_bracket("gewijzigd (Stb. 2011,", "35), en verder"), closes_bracket("de sloot", "a) de dijk")
        (True, False)
    """
    if ")" not in text or "(" not in above:
        return False
    first = text.find("(")
    return above.rfind("(") > above.rfind(")") and text.find(")") < (first if first >= 0 else len(text))


def wants_number(text: str) -> bool:
    """Whether the text ends with a word that counts with a number: ``in fase``."""
    return text.rpartition(" ")[2] in words("numbered")


def begins_with_number(text: str) -> bool:
    """Whether the text begins with a number that ends its sentence: ``IV. Daarna``, ``2. Daarna``."""
    return not text[:1].islower() and _NUMBER_FIRST.match(text) is not None


def is_list_open(text: str) -> bool:
    """Whether the text ends as an item does that another one follows: with a comma, ``en`` or ``of``."""
    return text.endswith(",") or text.rpartition(" ")[2] in words("conjunctions")


def announces_items(text: str) -> bool:
    """Whether the text ends with what a list below it is announced by: a colon, or how many items there are.

    Example:
        >>> announces_items("als volgt:"), announces_items("uit drie onderdelen."), announces_items("na drie weken.")
        (True, True, False)
    """
    return text.endswith(":") or (text.endswith("en.") and _counted().search(text[-_TAIL_OF_COUNT:]) is not None)


@cache
def _counted() -> regex.Pattern[str]:
    several = [word for word, number in number_words("counts").items() if number > 1]
    what = rf"(?!(?:{alternatives('periods')})\.)\p{{Ll}}+en\."
    return regex.compile(rf"(?<!\p{{L}})(?:de volgende|{'|'.join(several)}) (?:\p{{Ll}}++ )?{what}\Z")


def is_enumerated(text: str) -> bool:
    """Whether the text ends as an item of an enumeration: ``de sloten;``, ``de dijken; en``.

    Example:
        >>> is_enumerated("de sloten;"), is_enumerated("de dijken; en"), is_enumerated("sloten en")
        (True, True, False)
    """
    before, _, word = text.rpartition(" ")
    return text.endswith(";") or (before.endswith(";") and word in words("conjunctions"))


def first_word(text: str) -> str:
    """The word that would have had to fit on the line above."""
    return text.split(" ", 1)[0]


def is_opener(word: str) -> bool:
    """Whether the word, with its capital, opens a sentence: ``De``, ``Daarnaast``."""
    return word in words("openers")


@cache
def _note_openers() -> regex.Pattern[str]:
    spaced = "|".join(rf"{regex.escape(phrase[0])}\s?{regex.escape(phrase[1:])}" for phrase in words("note_openers"))
    said_of_chamber = rf"(?>{alternatives('chambers')}) \p{{Ll}}"  # ``Tweede Kamer heb aangeboden`` cites nothing
    return regex.compile(rf"(?:{WEB}|(?!{said_of_chamber})(?:{spaced})(?!\p{{L}}))")


def opens_note(text: str, begin: int = 0) -> bool:
    """Whether a note is likely to begin so: an address on the web, or a word that cites.

    Example:
        >>> opens_note("Kamerstuk 31 322, nr. 1"), opens_note("www.rijksoverheid.nl"), opens_note("De sloten")
        (True, True, False)
        >>> opens_note("Tweede Kamer, vergaderjaar 2030-2031"), opens_note("Tweede Kamer heb aangeboden.")
        (True, False)
    """
    return _note_openers().match(text, begin) is not None
