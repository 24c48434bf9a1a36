"""Words around a motion, promise or request that say what becomes of it: carried out, met, closed.

All texts are in lower case; ``head`` is what stands before the mention in its sentence, ``tail`` what stands behind.
"""

from __future__ import annotations

import re
from functools import cache

from kamerbrief.vocabulary.mentions import any_of

_GAP_OF = r"(?P<gap>[^.;:]{0,40}?)"
_CLAUSES = re.compile(r"[;:]\ |,\ (?!(?:mede|samen|tevens|ook|evenals)\b)")
_NEXT_CLAUSE = re.compile(r"[;:]\ |,\ |\ (?:die|dat|waar\w*)\ ")
_NEXT_PART = re.compile(r"[;:]\ ")
_ASIDE = re.compile(r",\ (?:mede|ook|tevens|samen)\ [^,]{3,120},\ ")
_OWN = re.compile(
    r"(?:(?:ook|tevens|eveneens|mede)\ )?"
    r"(?:(?:de|het|een|mijn|onze|twee|een aantal|diverse|deze|door uw kamer)(?:\ |\Z))?"
    r"(?:(?:aangenomen|eerdere|volgende|twee|verzoek van(?: de)?|verzoek in(?: de)?|in de)(?:\ |\Z))*\Z"
)
"""Between ``aan`` and what is carried out; anything else is carried out itself."""
_AAN = re.compile(r"\baan\ \Z")
_NA = re.compile(r"\bna\s*\Z")
_COMES = re.compile(r"\bkom(?:t|en)?\b")
_KEPT = re.compile(r"\bgestand\b")
_NAGEKOMEN = re.compile(r"\bnagekomen\b")
_ANSWERED = re.compile(r"\b(?:reactie|antwoord|overzicht)\b[^.;]{0,30}?\bop\ \Z")
_TEGEMOET = re.compile(r"\bkom(?:t|en)?\b[^.;]{0,40}?\btegemoet\ aan\ \Z")
_AFGEDAAN = re.compile(r"\bafgedaan\b|\bals afgehandeld\b")
_CLOSES = re.compile(
    r"\bbeschouw(?:en|t)?\b|\b(?P<by>hiermee|daarmee|hierbij|met deze brief)\b[^.;]{0,60}\b(?:is|zijn)\b"
    r"|\b(?:is|zijn)\b[^.;]*\b(?:hiermee|daarmee|hierbij|met deze brief)\b"
)


@cache
def _carrying() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is given to a mention that stands behind, and to one that stands before."""
    nouns = any_of("status", "carried_out")
    return (
        re.compile(rf"{nouns}(?P<given>(?:\ (?:heb|heeft|hebben|is|wordt|zijn|worden))?\ gegeven)?\ aan{_GAP_OF}\Z"),
        re.compile(rf"\b(?:wordt|is|worden|zijn)\b[^,]*{nouns}\ gegeven|\b(?:geef|geven|geeft)\b[^,]*{nouns}(?!\w)"),
    )


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"{any_of('status', 'met')}(?:\ (?!en\b)[\w-]+){{0,6}}?\ aan{_GAP_OF}\Z")


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(any_of("status", name))


def is_here(text: str) -> bool:
    """Whether the words say that something is met here: ``hierbij``, ``met deze brief``."""
    return _words("here").search(text) is not None


def is_delayed(text: str) -> bool:
    """Whether the words say that something takes more time."""
    return _words("delayed").search(text) is not None


def is_unsure(text: str) -> bool:
    """Whether the words are no statement of now: a plan, a condition, a denial."""
    return _words("unsure").search(text) is not None


def is_carried_out(head: str, tail: str) -> bool:
    """``geef ik uitvoering aan de motie``, ``wordt invulling gegeven aan``; ``aan de motie is gevolg gegeven``.

    Example:
        >>> is_carried_out("hiermee geef ik uitvoering aan ", "."), is_carried_out("ik zal uitvoering geven aan ", ".")
        (True, False)
    """
    clause = _CLAUSES.split(head)[-1]
    behind = _NEXT_CLAUSE.split(tail, maxsplit=1)[0]
    before, turned = _carrying()
    if (match := before.search(clause)) is not None:
        said = clause[: match.start()]
        given = match["given"] or "gegeven" in said
        done = _words("gives").search(said) or (given and _words("auxiliaries").search(f"{said}{match['given'] or ''}"))
        is_own = _OWN.match(match["gap"].strip()) is not None
        return bool(done) and is_own and not is_unsure(f"{said} {behind}")
    return bool(_AAN.search(clause) and turned.search(behind)) and not is_unsure(f"{clause} {behind}")


def is_met(head: str, rest: str) -> bool:
    """``doe ik mijn toezegging gestand``, ``hiermee voldoe ik aan``, ``kom ik mijn toezegging na``.

    Args:
        head: What stands before the mention.
        rest: The mention and what stands behind.

    Example:
        >>> is_met("met deze brief doe ik ", "mijn toezegging gestand."), is_met("ik hoop te voldoen aan ", "de motie")
        (True, False)
    """
    clause = _CLAUSES.split(_ASIDE.sub(" ", head))[-1]
    behind = _NEXT_PART.split(rest, maxsplit=1)[0].rstrip(" .!")
    if _KEPT.search(f"{clause} {behind}"):
        return _words("not_kept").search(f"{clause} {behind}") is None
    if _meeting().search(clause) or _NAGEKOMEN.search(behind) or (_COMES.search(clause) and _NA.search(behind)):
        return not is_unsure(clause)
    return False


def is_answered(head: str) -> bool:
    """``bied ik u hierbij de reactie aan op het verzoek``, ``hiermee kom ik tegemoet aan het verzoek``."""
    told = (_ANSWERED.search(head) and _words("sends").search(head)) or _TEGEMOET.search(head)
    return bool(told) and is_here(head) and _words("later").search(head) is None


def is_closed(head: str, tail: str) -> bool:
    """``beschouw ik de motie als afgedaan``, ``hiermee is de motie afgedaan``.

    Example:
        >>> is_closed("hiermee beschouw ik ", " als afgedaan."), is_closed("ik wil ", " als afgedaan beschouwen.")
        (True, False)
    """
    text = f"{head} {tail}"
    return bool(_AFGEDAAN.search(tail) and _CLOSES.search(text)) and _words("not_closed").search(text) is None
