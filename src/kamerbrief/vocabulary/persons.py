"""Names of persons as letters print them: ``mw. mr. A.B. van der Voorbeeld MSc``."""

from __future__ import annotations

from functools import cache

import regex

from kamerbrief.document.text import single_spaced
from kamerbrief.vocabulary import alternatives

_INITIALS = r"(?:\p{Lu}\p{Ll}{0,2}\.[\s-]?){1,7}"
_FIRST_NAMES = r"(?:\p{Lu}[\p{Ll}'’-]+\s){1,3}(?:\p{Lu}\.\s?){0,2}"
_CALLED = r"\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)?"
"""The name that a person is called by, in brackets."""
_WORD = r"\p{Lu}[\p{L}'’]*+"
LONGEST_NAME = 70


@cache
def _names() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A whole name, and one with initials."""
    titles = rf"(?:(?i:{alternatives('titles')})\.?\s?){{0,4}}"
    particles = rf"(?:(?:{alternatives('particles')})\s?){{0,3}}"
    surname = rf"{_WORD}(?:(?:\s?[-–]\s?|\s)(?:(?:{alternatives('inner_particles')})\s){{0,2}}{_WORD}){{0,3}}"
    degrees = rf"(?:,?\s(?:{alternatives('degrees')})\.?)*+(?:\s\({_CALLED}\))?\s*\Z"
    with_initials = rf"{titles}{_INITIALS}\s?(?:\({_CALLED}\)\s)?{particles}{surname}"
    whole = rf"(?:{with_initials}|{titles}{_FIRST_NAMES}{particles}{surname}){degrees}"
    return regex.compile(whole), regex.compile(with_initials + degrees)


def name_of(text: str) -> str | None:
    """The name of a person that the text is.

    Example:
        >>> name_of("drs. S. el Testman"), name_of("De sloot is diep.")
        ('drs. S. el Testman', None)
    """
    return single_spaced(text) if len(text) <= LONGEST_NAME and _names()[0].match(text) else None


def has_initials(text: str) -> bool:
    """Whether the text is the name of a person with initials.

    Example:
        >>> has_initials("mw. mr. A.B. de Voorbeeld"), has_initials("Anna Voorbeeld")
        (True, False)
    """
    return len(text) <= LONGEST_NAME and _names()[1].match(text) is not None
