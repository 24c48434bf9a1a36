"""Announcements: the sender will inform the Chamber, or send it something, by a time that is named."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.mentions.deadlines import NAMES_TIME, times_in
from kamerbrief.mentions.found import Found
from kamerbrief.mentions.sentences import Clause
from kamerbrief.vocabulary.mentions import any_of
from kamerbrief.vocabulary.ministries import records

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.mentions.deadlines import Time
    from kamerbrief.mentions.sentences import Sentence

_ABOUT = re.compile(
    r"\b(?:over|inzake|omtrent|betreffende|op basis van|aan de hand van|naar aanleiding van|met behulp van)\ "
)
"""What opens something that may have a time of its own."""
_SUBORDINATE = re.compile(r"(?:om|dat|waar\w*|die)\ ")
_AGENT = re.compile(
    r"\bdoor\ (?!(?:de\ )?(?:minister|staatssecretaris|ministers|bewindspersonen)"
    r"|het\ kabinet|mij|ons|middel\ van|te\b)[\w-]+"
)
_PASSIVE = re.compile(
    r"\b(?:wordt|zal|zult|zullen)\b|\b(?<!kan )(?<!kunnen )worden\b(?!.*\b(?:kan|kunnen|moet|moeten)\b)"
)
_IMPERSONAL = re.compile(r"\b(?:verwacht|beoogd|streven|inzet|planning|voornemen|bedoeling|verwachting|gepland)\b")
_PARTICLES = {
    "bie": r"\baan\b",
    "leg": r"\bvoor\b",
    "dee": r"\bme[et]\b",
    "doe": r"\btoekomen\b",
    "kom": r"\bterug\b",
    "ste": r"\bop de hoogte\b",
    "bre": r"\bop de hoogte\b",
}
"""Verbs that inform with their particle only, by how they begin."""
_STRONG = re.compile(r"uiterlijk|voor (?:het|de)\b|vóór")
_OPENING = re.compile(r"(?:na|bij|tijdens|voor|met|in|op basis van|naar aanleiding van)\b")
_VERB_BEFORE = re.compile(
    r"\b(?:zal|zult|zullen|word(?:t|en)|ik|wij|we|u|uw|kamer"
    r"|verwacht\w*|informeert|ontvangt|stuurt|zendt|streef\w*|is|zijn)\b"
)
_MAY = re.compile(r"\b(?:kan|kunt|kunnen)\b")
_AND = re.compile(r"\ en\ ")
_NEW = re.compile(r"(?:om|dat|die|waar\w*|en|maar|of|want|zodat|omdat|als|evenals|alsmede|te)\ ")
"""What opens a clause that goes on with none before."""
_ADVERB = re.compile(r"\A(?:nader|verder|ook|tevens)\ ")
_MOST_PARTS, _LONGEST_ASIDE = 2, 140
_NEAR = 25
_NAME_OF_MEETING = re.compile(r"(?:\ \([A-Z]+\))?\ (?:van\ )?[A-Z][\w-]+(?:\ (?:en\ )?[A-Z][\w-]+){0,4}")
_GOVERNED = re.compile(r"(?:om|dat)\ ")
_RECEIVES = re.compile(r"(?:ontvangt|krijgt|ontvangen)\Z")
_RELATIVE = re.compile(r"(?:die|welke|waar\w*)\ ")


@dataclasses.dataclass(frozen=True, slots=True)
class _Words:
    recipient: re.Pattern[str]
    sender: re.Pattern[str]
    ministry: re.Pattern[str]
    verb: re.Pattern[str]
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
    """The words of the vocabulary as patterns, all in lower case as the texts that they are searched in."""

    def of(*names: str) -> re.Pattern[str]:
        return re.compile("|".join(any_of("inform", name) for name in names).casefold())

    return _Words(
        re.compile(rf"{any_of('recipients', 'words').casefold()}(?!\ {any_of('recipients', 'others').casefold()})"),
        re.compile(any_of("senders", "words").casefold()),
        re.compile(rf"(?<!\w)(?:{'|'.join(_ministries())})(?!\w)"),
        of("separable", "infinitives", "finite", "participles"),
        of("separable", "infinitives"),
        of("finite"),
        of("participles"),
        of("past"),
        of("perfect"),
        of("now"),
        of("wished"),
        of("intends"),
        re.compile(rf"{any_of('inform', 'recurring').casefold()}(?!\ geval\b)"),
    )


def _ministries() -> list[str]:
    """The short names by which ministries speak of themselves, in lower case."""
    names = [name for names in records().values() for name in names]
    single = {name.name.casefold() for name in names if " " not in name.name}
    return sorted({name.abbreviation.casefold() for name in names} | single)


def read_announcements(sentence: Sentence, on: dt.date | None) -> Iterator[Found]:
    """The announcements that a sentence makes, one a clause at the most."""
    words = _words()
    if sentence.piece.silent or NAMES_TIME.search(sentence.lowered, sentence.start, sentence.end) is None:
        return
    if not (words.recipient.search(sentence.plain) and words.verb.search(sentence.plain)):
        return
    before: Clause | None = None
    for clause in _whole(sentence, _without_asides(sentence, on)):
        told = _told(clause, sentence, before, on)
        if told is not None and not sentence.is_asked:
            yield _found(sentence, clause, before, *told)
        before = clause


def _without_asides(sentence: Sentence, on: dt.date | None) -> Iterator[Clause]:
    """The clauses; two that announce together, and a comma or an aside in commas parts, are one."""
    clauses = list(sentence.clauses())
    index, before = 0, None
    while index < len(clauses):
        clause, after = clauses[index], index + 1
        around = _with_rest(sentence, clauses, index)
        if around is not None and _told(clause, sentence, before, on) is None:
            joined, behind = around
            if _told(joined, sentence, before, on) is not None:
                clause, after = joined, behind
        yield clause
        index, before = after, clause


# decides more: what may stand between two parts of a clause, and what the second may be
def _with_rest(sentence: Sentence, clauses: Sequence[Clause], index: int) -> tuple[Clause, int] | None:
    """A clause with what goes on behind a comma or an aside in commas, and the number of the clause behind that."""
    words, begin = _words(), clauses[index]
    for last in range(index + 1, min(index + 2 + _MOST_PARTS, len(clauses))):
        rest = clauses[last]
        aside = sentence.plain[begin.end - sentence.start : rest.start - sentence.start]
        if not (aside.startswith(", ") and aside.endswith(", ")) or _NEW.match(rest.text):
            continue
        if last == index + 1 and words.infinitive.match(_ADVERB.sub("", rest.text, count=1)) is None:
            continue
        if len(aside) > _LONGEST_ASIDE or words.recipient.search(aside):
            return None
        joined = begin.text + " " * len(aside) + rest.text
        verb = _verb(joined, joined, joined)
        if verb is None or (verb.re is words.finite and verb.start() > len(begin.text)):
            return None  # the rest has a verb, and so someone, of its own
        return Clause(begin.start, rest.end, joined), last + 1
    return None


def _whole(sentence: Sentence, clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses; one that an aside in commas cuts, so that it has no verb, is joined with what follows."""
    words = _words()
    pending: int | None = None
    for clause in clauses:
        whole = clause
        if pending is not None and not _SUBORDINATE.match(clause.text):
            whole = Clause(pending, clause.end, sentence.plain[pending - sentence.start : clause.end - sentence.start])
        has_verb = any(pattern.search(whole.text) for pattern in (words.verb, words.past, words.perfect, words.intends))
        pending = None if has_verb else whole.start
        yield whole


# decides more: what a clause must say, and what it must not
def _told(clause: Clause, sentence: Sentence, before: Clause | None, on: dt.date | None) -> tuple[Time, int] | None:
    """The time by which a clause says that the Chamber will be informed, and where its words end at the least."""
    words, text = _words(), clause.text
    recipient = words.recipient.search(text)
    if recipient is None:
        return None
    if any(pattern.search(text) for pattern in (words.past, words.now, words.recurring, words.wished)):
        return None
    governed = before is not None and _SUBORDINATE.match(text) is not None
    if (
        governed
        and before is not None
        and not _RELATIVE.match(text)
        and (words.wished.search(before.text) or words.past.search(before.text))
    ):
        return None
    lead = f"{before.text} {text}" if governed and before is not None else text
    verb = _verb(text, lead, sentence.plain[: clause.end - sentence.start])
    times = times_in(text, on) if verb is not None else []
    if verb is None or not times or (verb.re is words.participle and _AGENT.search(text)):
        return None
    time = _own(text, times, recipient, verb)
    return (time, max(time.end, recipient.end(), verb.end())) if time is not None else None


# decides more: each form that the verb may have
def _verb(text: str, lead: str, whole: str) -> re.Match[str] | None:
    """The verb by which the Chamber is, or the sender will, inform: passive, with an auxiliary, finite."""
    words = _words()
    participle = words.participle.search(text)
    if participle and not words.perfect.search(text) and _PASSIVE.search(text):
        return participle
    infinitive = words.infinitive.search(text)
    received = infinitive is not None and infinitive[0] in ("ontvangen", "tegemoetzien")
    intended = words.intends.search(lead) or (received and _MAY.search(lead))
    if infinitive and intended and (received or words.sender.search(whole) or _IMPERSONAL.search(lead)):
        return infinitive
    for finite in words.finite.finditer(text):
        shown = finite[0].casefold()
        if _RECEIVES.match(shown):
            if not words.sender.search(text) or "krijgt" in shown:
                return finite
        elif (words.sender.search(text) or words.ministry.match(text)) and (
            shown[:3] not in _PARTICLES or re.search(_PARTICLES[shown[:3]], text)
        ):
            return finite
    return None


def _own(text: str, times: Sequence[Time], recipient: re.Match[str], verb: re.Match[str]) -> Time | None:
    """The time of the verb: the nearest to it or to the Chamber, of those that belong to nothing else."""
    free = [time for time in times if not _belongs(text, time.start, recipient, verb)]
    free = [time for time in free if not any(0 <= time.start - other.end < _NEAR and other.is_event for other in times)]
    same = [time for time in free if not _AND.search(text, *sorted((time.start, recipient.start())))]

    def distance(time: Time) -> int:
        at = time.start
        return min(abs(at - recipient.end()), abs(at - verb.start()), abs(recipient.start() - time.end))

    return min(same or free, key=distance, default=None)


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
    kept = shown.rstrip(" .!:'\")]")
    end = stop - len(shown) + len(kept) + (kept.count("(") > kept.count(")") and shown.startswith(")", len(kept)))
    recipient = _words().recipient.search(clause.text)
    last = clause.start + time.end
    if time.is_event and (name := _NAME_OF_MEETING.match(sentence.view, last, clause.end)):
        last = name.end()
    deadline = (clause.start + time.start, last, time.first, time.last)
    return Found(
        "aankondiging", start, end, sentence, time.first if time.on_day else None,
        chamber=recipient[0] if recipient else None, reach=end, parts={"deadline": deadline},
    )  # fmt: skip
