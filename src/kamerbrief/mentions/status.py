"""What a letter says of a motion, promise or request, in so many words; where these allow two readings, nothing."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.mentions.deadlines import times_in
from kamerbrief.vocabulary.mentions import any_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from kamerbrief.mentions.found import Found, Kind
    from kamerbrief.mentions.sentences import Sentence

_NOUNS: dict[Kind, str] = {"motie": "motie", "toezegging": "toezegging", "verzoek": "verzoek"}
_LONGEST_GAP = 40
_MOST_BEHIND = 6
"""So many sentences behind a promise may say that it needs more time."""
_AGAIN = r"(?:de|deze|die|dit|dat|het|uw|mijn|onze|genoemde|bovengenoemde|de eerdere)"
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_EMPTY = frozenset(
    "kamer tweede eerste informeren toegezegd toezegging graag hierover daarover minister staatssecretaris worden wordt zullen zodra nadere verder nader"
    " kunnen tevens daarnaast voorjaar najaar zomer kwartaal zomerreces voortgang geïnformeerd ontvangt sturen brief".split()
)
_HEREOF = re.compile(r"\b(?:hierover|daarover|hiervan|daarvan|hierop|deze|dit|die|hiermee|dan)\b", re.IGNORECASE)
_UNSURE_TIME = re.compile(r"\b(?:is|zijn|was|waren|werd|werden|heb|heeft|hebben|niet|geen|als|indien)\b")
_FUTURE = re.compile(r"\b(?:zal|zullen|wordt|worden|verwacht|volgt)\b")


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """A status, the sentence that says it, and the deadline that goes with it."""

    status: str
    sentence: Sentence
    deadline: tuple[int, int, object, object] | None = None


@cache
def _noun_of_carrying() -> str:
    return any_of("status", "carried_out")


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(any_of("status", "unsure"))


@cache
def _delayed() -> re.Pattern[str]:
    return re.compile(any_of("status", "delayed"))


@cache
def _here() -> re.Pattern[str]:
    return re.compile(any_of("status", "here"))


def said_of(
    one: Found, found: Sequence[Found], sentences: Sequence[Sentence], on: dt.date | None
) -> Said | None:
    """What the sentence of a mention says of it, or one behind that points at it.

    Args:
        one: The mention.
        found: All mentions of its piece.
        sentences: Those of its piece.
        on: The date of the letter.
    """
    sentence = one.sentence
    if sentence.is_asked or sentence.piece.silent or one.kind not in _NOUNS:
        return None
    if one.parts.get("new"):
        return Said("toegezegd", sentence, _deadline_in(one, sentence, found))
    status = _directly(one, found)
    if status is not None:
        return Said(status, sentence)
    behind = sentences[sentence.number + 1 : sentence.number + 1 + _MOST_BEHIND]
    alone = sum(other.kind == one.kind and other.sentence is sentence for other in found) == 1 and not one.is_plural
    if alone and behind and (status := _again(one, behind[0])) is not None:
        return Said(status, behind[0])
    return _open(one, found, behind, on, alone=alone)


def _directly(one: Found, found: Sequence[Found]) -> str | None:
    """What the clause around a mention says: that it is carried out, met or closed."""
    low, begin, end = one.sentence.low, one.start - one.sentence.start, one.end - one.sentence.start
    head, tail = _without(one, found, low[:begin]), low[end:]
    if one.kind == "toezegging" and one.is_past:
        return None
    if _closed(low, head, tail):
        return "afgedaan"
    if _met(low, head, low[begin:end] + tail, one.kind):
        return "voldaan"
    if one.kind != "verzoek" and _carried(head, tail):
        return "uitvoering"
    return None


def _without(one: Found, found: Sequence[Found], head: str) -> str:
    """The words before a mention without other mentions of its kind that end them: ``aan de moties A en B``."""
    for other in reversed([o for o in found if o.kind == one.kind and o.sentence is one.sentence and o.end <= one.start]):
        gap = head[other.end - one.sentence.start :].strip(" ,")
        if gap not in ("", "en", "en aan", "en aan de", "en van", "alsook", "alsmede", "en de"):
            break
        head = head[: other.start - one.sentence.start]
    return head


def _clause(text: str) -> str:
    """The last clause of some words."""
    return re.split(r"[;:]\ |,\ (?!(?:mede|samen|tevens|ook|evenals)\b)", text)[-1]


def _carried(head: str, tail: str) -> bool:
    """``geef ik uitvoering aan de motie``, ``wordt invulling gegeven aan``; ``aan de motie is gevolg gegeven``."""
    clause = _clause(head)
    match = re.search(rf"{_noun_of_carrying()}(?P<given>(?:\ (?:heb|heeft|hebben|is|wordt|zijn|worden))?\ gegeven)?\ aan(?P<gap>[^.;:]{{0,{_LONGEST_GAP}}}?)\Z", clause)
    if match is not None:
        before = clause[: match.start()]
        given = re.search(r"\b(?:geef|geeft|geven)\b", before) or (
            _AUXILIARY.search(f"{before} {match['given'] or ''}") and (match["given"] or "gegeven" in before)
        )
        own = _GAP.match(match["gap"].strip())
        return bool(given and own) and not _unsure().search(f"{before} {_first(tail)}") and not before.rstrip().endswith("te")
    turned = re.search(r"\baan\ \Z", clause)
    if turned is None:
        return False
    behind = _first(tail)
    return bool(
        re.search(rf"\b(?:wordt|is|worden|zijn)\b[^,]*{_noun_of_carrying()}\ gegeven|\b(?:geef|geven|geeft)\b[^,]*{_noun_of_carrying()}(?!\w)", behind)
    ) and not _unsure().search(f"{clause} {behind}")


_AUXILIARY = re.compile(r"\b(?:wordt|worden|is|zijn|heb|heeft|hebben)\b")
_GAP = re.compile(
    r"(?:ook |tevens |eveneens |mede )?(?:(?:de|het|een|mijn|onze|twee|een aantal|diverse|deze|door uw kamer) ?)?(?:(?:aangenomen|eerdere|volgende|twee|verzoek van(?: de)?|verzoek in(?: de)?|in de|door uw kamer aangenomen) ?)*(?:van de )?\Z"
)


def _first(tail: str) -> str:
    """The clause that some words begin with."""
    return re.split(r"[;:]\ |,\ |\ (?:die|dat|waar\w*)\ ", tail, maxsplit=1)[0]


def _met(low: str, head: str, rest: str, kind: str) -> bool:
    """``doe ik mijn toezegging gestand``, ``hiermee voldoe ik aan``, ``kom ik mijn toezegging na``."""
    clause = _clause(_ASIDE.sub(" ", head))
    behind = _first_sentence(rest)
    if re.search(r"\bgestand\b", f"{clause} {behind}"):
        return not _unsure_besides_do(f"{clause} {behind}")
    if re.search(rf"{any_of('status', 'met')}(?:\ (?!en\b)[\w-]+){{0,6}}?\ aan(?P<gap>[^.;:]{{0,{_LONGEST_GAP}}})\Z", clause):
        return not _unsure().search(clause)
    if re.search(r"\bnagekomen\b", behind) or (re.search(r"\bkom(?:t|en)?\b", clause) and re.search(r"\bna\s*\Z", behind)):
        return not _unsure().search(clause)
    if kind != "verzoek":
        return False
    answered = re.search(r"\b(?:reactie|antwoord|overzicht)\b[^.;]{0,30}?\bop\ \Z|\b(?:reactie|antwoord)\ aan\ op\ \Z", head)
    tegemoet = re.search(r"\bkom(?:t|en)?\b[^.;]{0,40}?\btegemoet\ aan\ \Z", head)
    gives = re.search(r"\b(?:bied|bieden|stuur|sturen|zend|zenden|ontvangt|treft)\b", head)
    return bool((answered and gives and _here().search(head)) or (tegemoet and _here().search(head))) and not _NOT.search(head)


_ASIDE = re.compile(r",\ (?:mede|ook|tevens|samen)\ [^,]{3,120},\ ")
_NOT = re.compile(r"\b(?:niet|geen|zal|zullen)\b")


def _unsure_besides_do(text: str) -> bool:
    return bool(re.search(r"\b(?:zal|zullen|zou|niet|geen|nog|voornemens|kan|kunnen|hoop|wanneer|als|indien|hoe|moet)\b", text))


def _first_sentence(text: str) -> str:
    return re.split(r"[;:]\ ", text, maxsplit=1)[0].rstrip(" .!")


def _closed(low: str, head: str, tail: str) -> bool:
    """``beschouw ik als afgedaan``, ``hiermee is de motie afgedaan``."""
    text = f"{head} {tail}"
    if not re.search(r"\bafgedaan\b|\bals afgehandeld\b", tail) or re.search(r"\b(?:niet|nog|zal|zullen|kan|kunnen|verzoek|verzoekt|graag|voorstel|stel|wil|of)\b", text):
        return False
    return bool(re.search(r"\b(?:beschouw|beschouwen|beschouwt)\b|\b(?:hiermee|daarmee|hierbij|met deze brief)\b[^.;]{0,60}\b(?:is|zijn)\b|\b(?:is|zijn)\b[^.;]*\b(?:hiermee|daarmee|hierbij|met deze brief)\b", text))


def _again(one: Found, behind: Sentence) -> str | None:
    """What the next sentence says of ``deze motie``, ``de toezegging``, ``uw verzoek``."""
    if behind.is_asked:
        return None
    low, noun = behind.low, _NOUNS[one.kind]
    match = re.search(rf"\b{_AGAIN}\ {noun}\b(?!en)", low)
    if match is None or re.match(r"\ (?:van|aan|om|over|in|uit|tijdens|[A-Z])", behind.text[match.end() :]):
        return None
    head, tail = low[: match.start()], low[match.end() :]
    if _closed(low, head, tail):
        return "afgedaan"
    if _met(low, head, match[0] + tail, one.kind):
        return "voldaan"
    return "uitvoering" if one.kind != "verzoek" and _carried(head, tail) else None


def _open(
    one: Found, found: Sequence[Found], behind: Sequence[Sentence], on: dt.date | None, *, alone: bool
) -> Said | None:
    """Whether the words say that it follows later: in the sentence itself, or behind it."""
    if one.kind == "motie":
        return None
    here = _announced(one, found, one.sentence)
    if here is not None and not (one.start <= here.start < one.end and one.is_past):
        return Said("openstaand", one.sentence, here.parts["deadline"])
    if one.kind == "toezegging" and not one.is_past and here is None:
        return _to_come(one, on)
    if one.kind == "toezegging" and not alone:
        return None
    if one.kind == "toezegging" and not one.is_past:
        return None
    if one.kind == "verzoek" and not alone:
        return None
    return _later(one, found, behind)


def _to_come(one: Found, on: dt.date | None) -> Said | None:
    """What is as it was promised, and follows by the one time that the rest of its sentence names."""
    sentence = one.sentence
    begin, end = one.start - sentence.start, one.end - sentence.start
    rest = sentence.plain[:begin] + " " * (end - begin) + sentence.plain[end:]
    times = times_in(rest, on)
    if len(times) != 1 or _here().search(rest) or not _FUTURE.search(rest) or _UNSURE_TIME.search(rest):
        return None
    (time,) = times
    return Said("openstaand", sentence, (sentence.start + time.start, sentence.start + time.end, time.first, time.last))


def _announced(one: Found, found: Sequence[Found], sentence: Sentence) -> Found | None:
    return next((other for other in found if other.kind == "aankondiging" and other.sentence is sentence), None)


def _later(one: Found, found: Sequence[Found], behind: Sequence[Sentence]) -> Said | None:
    """What the sentences behind a promise say, up to the next promise or what says that it is met here."""
    words = {word.casefold() for word in _CONTENT.findall(one.sentence.text)} - _EMPTY
    delay: Sentence | None = None
    for index, sentence in enumerate(behind):
        if any(other.kind == one.kind and other.sentence is sentence for other in found):
            break
        if delay is None and index <= 3 and (index == 0 or not _here().search(sentence.low)) and _delayed().search(sentence.low):  # noqa: PLR2004
            delay = sentence
        announced = _announced(one, found, sentence)
        if announced is not None:
            own = {word.casefold() for word in _CONTENT.findall(sentence.text)} - _EMPTY
            if (words & own) or (index == 0 and _HEREOF.search(sentence.text)):
                return Said("openstaand", delay or sentence, announced.parts["deadline"]) if delay or index == 0 else None
        if delay is None and _here().search(sentence.low):
            break
    return Said("openstaand", delay) if delay is not None else None


def _deadline_in(one: Found, sentence: Sentence, found: Sequence[Found]) -> tuple[int, int, object, object] | None:
    """The time of a promise that is made here."""
    announced = _announced(one, found, sentence)
    return announced.parts["deadline"] if announced is not None else None
