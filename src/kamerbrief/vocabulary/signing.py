"""What is said around a signature: for whom it is signed, by whom, and remarks that name nobody."""

from __future__ import annotations

from functools import cache

import regex

from kamerbrief.document.text import squash
from kamerbrief.vocabulary import alternatives
from kamerbrief.vocabulary.persons import name_of
from kamerbrief.vocabulary.phrases import BLACKED_OUT, has_function

_OFFICE = regex.compile(
    r"(?:mede\s)?(?:namens\s)?(?:de\s|het\s)?(?:demissionair\s)?(?:vice-?)?(?:minister|staatssecretaris)"
    r"(?:\b|(?=v(?:an|oor)\s?(?-i:[A-Z])))",
    regex.IGNORECASE,
)
_BEFORE_OFFICE = frozenset({"", "de", "namensde", "het", "demissionair", "dedemissionair", "voorde"})
_ACTING = frozenset({"a.i.", ",a.i."})
_DECIDED = regex.compile(r"conform\shet\s(?:door\s)?(?P<role>.{10,90}?)\sgenomen\sbesluit,?\Z", regex.IGNORECASE)


def _may_open_with_office(text: str) -> bool:
    """Whether the text may begin with an office: nearly no line gets further."""
    return text[:1] in "mMnNdDhHvVsS" and (
        "inister" in text or "ecretaris" in text or "INISTER" in text or "ECRETARIS" in text
    )


def second_office(text: str) -> int:
    """Where the second of two offices begins on a line that begins with one; 0 if there are no two.

    Example:
        >>> second_office("De minister van Financiën, de minister van Defensie,")
        27
    """
    first = _OFFICE.match(text) if _may_open_with_office(text) else None
    second = _OFFICE.search(text, first.end()) if first else None
    return second.start() if second else 0


def opens_with_office(text: str) -> bool:
    """Whether the line begins as one with an office does: ``De minister``, ``mede namens de staatssecretaris``."""
    return _may_open_with_office(text) and _OFFICE.match(text) is not None


def may_precede_office(text: str) -> bool:
    """Whether these words may stand before an office in a signature: ``namens de``."""
    return squash(text) in _BEFORE_OFFICE


def is_acting(text: str) -> bool:
    """Whether the words behind an office say that it is held for a time: ``a.i.``."""
    return squash(text).rstrip(",") in _ACTING


@cache
def _on_behalf() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('on_behalf')})\b", regex.IGNORECASE)


def is_on_behalf(text: str) -> bool:
    """Whether the line begins with ``mede namens``."""
    return _on_behalf().match(text) is not None


@cache
def _mandates() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternatives('mandates', loose=True)})\s*+[,:.]?\s*+(?P<rest>.*)\Z", regex.IGNORECASE)


def mandate_rest(text: str) -> str | None:
    """What stands behind ``namens deze``; None if the line does not begin so.

    Example:
        >>> mandate_rest("namens deze, de directeur Sloten"), mandate_rest("namens de boeren")
        ('de directeur Sloten', None)
    """
    match = _mandates().match(text)
    return match["rest"] if match else None


def decided_by(text: str) -> str | None:
    """The words for the office that took the decision: ``conform het door de minister genomen besluit``."""
    match = _DECIDED.match(text)
    return match["role"] if match else None


@cache
def _remarks() -> regex.Pattern[str]:
    places = alternatives("signature_places")
    return regex.compile(
        rf"(?:\(?(?:{alternatives('remarks', loose=True)})\)?[:,]?\s?){{1,4}}\Z|\[(?:{places}) \d\]\Z", regex.IGNORECASE
    )


def is_remark(text: str) -> bool:
    """Whether the line stands beside a signature and names nobody: ``(w.g.)``, or where words were blacked out.

    Example:
        >>> is_remark("(w.g.)"), is_remark("was getekend:"), is_remark("A.B. Testman")
        (True, True, False)
    """
    return _remarks().match(text) is not None or BLACKED_OUT.match(text) is not None


@cache
def _signed() -> regex.Pattern[str]:
    return regex.compile(rf"\(?(?:{alternatives('signed', loose=True)})\)?:?\s++", regex.IGNORECASE)


def mandated_name(text: str) -> str | None:
    """The name of an official before the words that say for whom: ``A.B. Testman i.o.``.

    Example:
        >>> mandated_name("A.B. Testman i.o."), mandated_name("A.B. Testman")
        ('A.B. Testman', None)
    """
    words, _, last = text.rpartition(" ")
    return name_of(words.rstrip(", ")) if mandate_rest(last) == "" else None


def signed_name(text: str) -> str | None:
    """The name of the person who signed that the line is; an office or a function is none.

    Example:
        >>> signed_name("w.g. A.B. Testman"), signed_name("Directeur A.B. Testman")
        ('A.B. Testman', None)
    """
    if has_function(text):
        return None
    text = text.rstrip(", ")
    match = _signed().match(text)
    return name_of(text[match.end() :] if match else text)
