"""What a letter says of a motion, promise or request, in so many words; where these allow two readings, nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.mentions.deadlines import times_in
from kamerbrief.mentions.phrases import is_answered, is_carried_out, is_closed, is_delayed, is_here, is_met
from kamerbrief.vocabulary.dates import plain_date
from kamerbrief.vocabulary.mentions import listed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from kamerbrief.mentions.found import Deadline, Found
    from kamerbrief.mentions.sentences import Sentence

_OF = frozenset({"motie", "toezegging", "verzoek"})
_MOST_BEHIND = 6
"""So many sentences behind a promise may say that it needs more time."""
_DELAY_BEHIND = 3
"""The last of them that may say so first."""
_AGAIN = {
    kind: re.compile(
        rf"\b(?:de|deze|die|dit|dat|het|uw|mijn|onze|genoemde|bovengenoemde|de eerdere)\ {kind}\b"
        r"(?!\ (?:van|aan|om|over|in|uit|tijdens|-))"
    )
    for kind in _OF
}
"""What points at the mention of a sentence before, and names no other."""
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_HEREOF = re.compile(r"\b(?:hierover|daarover|hiervan|daarvan|hierop|deze|dit|die|hiermee|dan)\b")
_FUTURE = re.compile(r"\b(?:zal|zullen|wordt|worden|verwacht|volgt)\b")
_NOT_TO_COME = re.compile(r"\b(?:is|zijn|was|waren|werd|werden|heb|heeft|hebben|niet|geen|als|indien)\b")
_BETWEEN = frozenset({"", "en", "en aan", "en aan de", "en van", "alsook", "alsmede", "en de"})
"""Between two of a kind of which the words say the same."""


class Said(NamedTuple):
    """A status, the sentence that says it, and the deadline that goes with it."""

    status: str
    sentence: Sentence
    deadline: Deadline | None = None


def said_of(
    one: Found, beside: Mapping[int, Sequence[Found]], sentences: Sequence[Sentence], on: dt.date | None
) -> Said | None:
    """What the sentence of a mention says of it, or one behind that points at it.

    Args:
        one: The mention.
        beside: The mentions of its piece by the number of their sentence.
        sentences: Those of its piece.
        on: The date of the letter.
    """
    sentence = one.sentence
    if one.kind not in _OF or sentence.is_asked or sentence.piece.silent:
        return None
    here = beside[sentence.number]
    if one.parts.get("new"):
        return Said("toegezegd", sentence, _announced(here))
    if (status := _directly(one, here)) is not None:
        return Said(status, sentence)
    behind = sentences[sentence.number + 1 : sentence.number + 1 + _MOST_BEHIND]
    alone = not one.is_plural and sum(other.kind == one.kind for other in here) == 1
    if alone and behind and (status := _again(one, behind[0])) is not None:
        return Said(status, behind[0])
    return _open(one, beside, behind, on, alone=alone)


def _directly(one: Found, here: Sequence[Found]) -> str | None:
    """What the clause around a mention says; that a promise was made says nothing of what became of it."""
    low, begin, end = one.sentence.low, one.start - one.sentence.start, one.end - one.sentence.start
    if one.is_past:
        return None
    return _status(one, _without(one, here, low[:begin]), low[begin:end], low[end:])


def _status(one: Found, head: str, shown: str, tail: str) -> str | None:
    if is_closed(head, tail):
        return "afgedaan" if one.kind != "verzoek" else None
    if is_met(head, shown + tail) or (one.kind == "verzoek" and is_answered(head)):
        return "voldaan"
    return "uitvoering" if one.kind != "verzoek" and is_carried_out(head, tail) else None


def _without(one: Found, here: Sequence[Found], head: str) -> str:
    """The words before a mention without others of its kind that end them: ``aan de moties A en B``."""
    for other in reversed([other for other in here if other.kind == one.kind and other.end <= one.start]):
        if head[other.end - one.sentence.start :].strip(" ,") not in _BETWEEN:
            break
        head = head[: other.start - one.sentence.start]
    return head


def _again(one: Found, behind: Sentence) -> str | None:
    """What the next sentence says of ``deze motie``, ``de toezegging``, ``uw verzoek``."""
    match = _AGAIN[one.kind].search(behind.low)
    if match is None or behind.is_asked:
        return None
    return _status(one, behind.low[: match.start()], match[0], behind.low[match.end() :])


# decides more: who may be met later, and where the words may say so
def _open(
    one: Found, beside: Mapping[int, Sequence[Found]], behind: Sequence[Sentence], on: dt.date | None, *, alone: bool
) -> Said | None:
    """Whether the words say that it follows later: in the sentence itself, or behind it."""
    if one.kind == "motie":
        return None
    here = next((other for other in beside[one.sentence.number] if other.kind == "aankondiging"), None)
    if here is not None and not (one.is_past and one.start <= here.start < one.end):
        return Said("openstaand", one.sentence, here.parts["deadline"])
    if one.kind == "toezegging" and not one.is_past:
        return _to_come(one, on) if here is None else None
    return _later(one, beside, behind) if alone else None


def _to_come(one: Found, on: dt.date | None) -> Said | None:
    """What is as it was promised, and follows by the one time that the rest of its sentence names."""
    sentence = one.sentence
    begin, end = one.start - sentence.start, one.end - sentence.start
    rest = sentence.plain[:begin] + " " * (end - begin) + sentence.plain[end:]
    if is_here(rest) or not _FUTURE.search(rest) or _NOT_TO_COME.search(rest):
        return None
    times = times_in(rest, on)
    if len(times) != 1 or (
        on is not None and any(day and day < plain_date(on) for day in (times[0].first, times[0].last))
    ):
        return None
    (time,) = times
    return Said("openstaand", sentence, (sentence.start + time.start, sentence.start + time.end, time.first, time.last))


def _announced(here: Sequence[Found]) -> Deadline | None:
    """The time of what a sentence announces."""
    return next((other.parts["deadline"] for other in here if other.kind == "aankondiging"), None)


# decides more: what each of the sentences behind may say
def _later(one: Found, beside: Mapping[int, Sequence[Found]], behind: Sequence[Sentence]) -> Said | None:
    """What the sentences behind a promise say, up to the next promise or what says that it is met here."""
    delay: Sentence | None = None
    for index, sentence in enumerate(behind):
        here = beside.get(sentence.number, ())
        if any(other.kind == one.kind for other in here):
            break
        met = is_here(sentence.low)
        if delay is None and index <= _DELAY_BEHIND and (index == 0 or not met) and is_delayed(sentence.low):
            delay = sentence
        deadline = _announced(here)
        points = (index == 0 or delay is behind[index - 1]) and _HEREOF.search(sentence.low)
        if deadline is not None and (points or _share(one.sentence, sentence)):
            return Said("openstaand", delay or sentence, deadline) if delay or index == 0 else None
        if delay is None and met:
            break
    return Said("openstaand", delay) if delay is not None else None


def _share(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences speak of the same: they share a longer word that not each such sentence has."""
    return bool((set(_CONTENT.findall(one.low)) - _common()) & set(_CONTENT.findall(other.low)))


@cache
def _common() -> frozenset[str]:
    return frozenset(listed("status", "common"))
