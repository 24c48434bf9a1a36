"""Announcements: the sender will inform the Chamber, or send it something, by a time that is named."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.mentions.deadlines import times_in
from kamerbrief.mentions.found import Found
from kamerbrief.vocabulary.mentions import any_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from kamerbrief.mentions.deadlines import Time
    from kamerbrief.mentions.sentences import Clause, Sentence

_ABOUT = re.compile(r"\b(?:over|inzake|omtrent|betreffende)\ ")
_SUBORDINATE = re.compile(r"(?:om|dat|waar\w*|die)\ ")
_AGENT = re.compile(r"\bdoor\ (?!(?:de\ )?(?:minister|staatssecretaris|ministers|bewindspersonen)|het\ kabinet|mij|ons|middel\ van|te\b)[\w-]+")
_PASSIVE = re.compile(r"\b(?:wordt|zal|zult|zullen)\b|\b(?<!kan )(?<!kunnen )worden\b(?!.*\b(?:kan|kunnen|moet|moeten)\b)")
_IMPERSONAL = re.compile(r"\b(?:verwacht|beoogd|streven|inzet|planning|voornemen|bedoeling|verwachting|gepland)\b")
_PARTICLES = {"bie": r"\baan\b", "leg": r"\bvoor\b", "dee": r"\bme[et]\b", "doe": r"\btoekomen\b"}
"""Verbs that inform with their particle only, by how they begin."""
_STRONG = re.compile(r"uiterlijk|voor (?:het|de)\b|vóór")
_OPENING = re.compile(r"(?:na|bij|tijdens|voor|met|in|op basis van|naar aanleiding van)\b")
_VERB_BEFORE = re.compile(r"\b(?:zal|zult|zullen|word(?:t|en)|ik|wij|we|u|uw|kamer|verwacht\w*|informeert|ontvangt|stuurt|zendt|streef\w*|is|zijn)\b")
_AND = re.compile(r"\ en\ ")
_NEAR = 25
_GOVERNED = re.compile(r"(?:om|dat)\ ")
_RECEIVES = re.compile(r"(?:ontvangt|krijgt|ontvangen)\Z")
_RELATIVE = re.compile(r"(?:die|welke|waar\w*)\ ")


@dataclasses.dataclass(frozen=True, slots=True)
class _Words:
    recipient: re.Pattern[str]
    sender: re.Pattern[str]
    infinitive: re.Pattern[str]
    finite: re.Pattern[str]
    participle: re.Pattern[str]
    past: re.Pattern[str]
    perfect: re.Pattern[str]
    now: re.Pattern[str]
    wished: re.Pattern[str]
    intends: re.Pattern[str]
    recurring: re.Pattern[str]


@cache
def _words() -> _Words:
    def of(group: str, name: str) -> re.Pattern[str]:
        return re.compile(any_of(group, name), re.IGNORECASE)

    infinitives, separable = any_of("inform", "infinitives"), any_of("inform", "separable")
    return _Words(
        of("recipients", "words"), of("senders", "words"), re.compile(rf"{separable}|{infinitives}", re.IGNORECASE),
        of("inform", "finite"), of("inform", "participles"), of("inform", "past"), of("inform", "perfect"),
        of("inform", "now"), of("inform", "wished"), of("inform", "intends"), of("inform", "recurring"),
    )  # fmt: skip


def may_announce(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a Chamber and of informing: most do not, and are not read further."""
    words = _words()
    return words.recipient.search(sentence.plain) is not None and any(
        pattern.search(sentence.plain) for pattern in (words.infinitive, words.finite, words.participle)
    )


def read_announcements(sentence: Sentence, on: dt.date | None) -> Iterator[Found]:
    """The announcements that a sentence makes, one a clause at the most."""
    if sentence.is_asked or sentence.piece.silent or not may_announce(sentence):
        return
    times = times_in(sentence.plain, on)
    if not times:
        return
    before: Clause | None = None
    for clause in _whole(sentence, [(time.start, time.end) for time in times]):
        here = [time for time in times if clause.start <= sentence.start + time.start < clause.end]
        told = _told(clause, sentence, here, before)
        if told is not None:
            yield _found(sentence, clause, before, *told)
        before = clause


def _whole(sentence: Sentence, kept: list[tuple[int, int]]) -> Iterator[Clause]:
    """The clauses; one that an aside in commas cuts, so that it has no verb, is joined with what follows."""
    words = _words()
    verbs = (words.infinitive, words.finite, words.participle, words.past, words.perfect, words.intends)
    pending: int | None = None
    for clause in sentence.clauses(kept):
        whole = clause
        if pending is not None and not _SUBORDINATE.match(clause.text):
            text = sentence.plain[pending - sentence.start : clause.end - sentence.start]
            whole = dataclasses.replace(clause, start=pending, text=text)
        pending = None if any(verb.search(whole.text) for verb in verbs) else whole.start
        yield whole


# decides more: what a clause must say, and what it must not
def _told(
    clause: Clause, sentence: Sentence, times: Sequence[Time], before: Clause | None
) -> tuple[Time, int] | None:
    """The time by which a clause says that the Chamber will be informed, and where its words end at the least."""
    words, text = _words(), clause.text
    recipient = words.recipient.search(text)
    if not times or recipient is None or _AGENT.search(text):
        return None
    if any(pattern.search(text) for pattern in (words.past, words.now, words.recurring, words.wished)):
        return None
    governed = before is not None and _SUBORDINATE.match(text) is not None
    if governed and before is not None and not _RELATIVE.match(text) and (words.wished.search(before.text) or words.past.search(before.text)):
        return None
    lead = f"{before.text} {text}" if governed and before is not None else text
    verb = _verb(text, lead, sentence.plain[: clause.end - sentence.start])
    time = _own(clause, sentence, times, recipient, verb) if verb is not None else None
    if time is None or verb is None:
        return None
    return time, max(time.end + sentence.start - clause.start, recipient.end(), verb.end())


def _verb(text: str, lead: str, whole: str) -> re.Match[str] | None:
    """The verb by which the Chamber is, or the sender will, inform: passive, with an auxiliary, finite."""
    words = _words()
    participle = words.participle.search(text)
    if participle and not words.perfect.search(text) and _PASSIVE.search(text):
        return participle
    infinitive = words.infinitive.search(text)
    if infinitive and words.intends.search(lead):
        received = infinitive[0].casefold() == "ontvangen"
        if received or words.sender.search(whole) or _IMPERSONAL.search(lead):
            return infinitive
    for finite in words.finite.finditer(text):
        shown = finite[0].casefold()
        if _RECEIVES.match(shown):
            if not words.sender.search(text) or "krijgt" in shown:
                return finite
        elif words.sender.search(text) and (shown[:3] not in _PARTICLES or re.search(_PARTICLES[shown[:3]], text)):
            return finite
    return None


def _own(
    clause: Clause, sentence: Sentence, times: Sequence[Time], recipient: re.Match[str], verb: re.Match[str]
) -> Time | None:
    """The time of the verb: the nearest to it or to the Chamber, of those that belong to nothing else."""
    begin = clause.start - sentence.start
    free = [time for time in times if not _belongs(clause.text, time.start - begin, recipient, verb)]
    free = [time for time in free if not any(0 <= time.start - other.end < _NEAR and other.is_event for other in times)]
    parted = [_AND.search(clause.text, *sorted((time.start - begin, recipient.start()))) is None for time in free]
    near = [time for time, same in zip(free, parted, strict=True) if same] or free

    def distance(time: Time) -> int:
        at = time.start - begin
        return min(abs(at - recipient.end()), abs(at - verb.start()), abs(recipient.start() - time.end + begin))

    return min(near, key=distance, default=None)


def _belongs(text: str, at: int, recipient: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether a time belongs to something else: to what is told, behind ``over``; to what a preposition opens with."""
    about = _ABOUT.search(text)
    if about and about.start() < at and max(recipient.start(), verb.start()) < about.start():
        return not _STRONG.match(text, at)
    head = text[:at]
    return bool(_OPENING.match(head)) and len(head) > _NEAR and not _VERB_BEFORE.search(head)


def _found(sentence: Sentence, clause: Clause, before: Clause | None, time: Time, least: int) -> Found:
    """The announcement; a subordinate clause is printed with the one that governs it, a relative one up to its verb."""
    governed = before is not None and _GOVERNED.match(clause.text) is not None
    start = before.start if governed and before is not None else clause.start
    stop = clause.start + least if _RELATIVE.match(clause.text) else clause.end
    shown = sentence.view[start:stop]
    start += len(shown) - len(shown.lstrip(" -"))
    end = stop - len(shown) + len(shown.rstrip(" .!:'\")]"))
    recipient = _words().recipient.search(clause.text)
    deadline = (sentence.start + time.start, sentence.start + time.end, time.first, time.last)
    return Found(
        "aankondiging", start, end, sentence, time.first if time.on_day else None,
        chamber=recipient[0] if recipient else None, reach=end, parts={"deadline": deadline},
    )  # fmt: skip
