"""Requests of a committee, of members or of a Chamber."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.mentions.days import DAY, day_of
from kamerbrief.mentions.found import Found
from kamerbrief.mentions.members import Members, led_members
from kamerbrief.vocabulary.committees import committee_at
from kamerbrief.vocabulary.mentions import any_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kamerbrief.mentions.sentences import Sentence

_NOUN = re.compile(r"(?<![\w-])(?P<own>[Uu]w\ (?:[a-z]+\ )?)?[Vv]erzoek(?!\w)")
_DETERMINER = re.compile(r"\b(?:[Hh]et|[Ee]en|[Dd]it|[Dd]at)\ (?:[a-z-]+e?\ ){0,1}\Z|\b[Oo]p\ \Z")
_OF = re.compile(r"\ (?:van|vanuit)\ ")
_COMMITTEE = re.compile(
    r"(?<!\w)(?:de\ )?(?:(?:[Vv]oorzitter|griffier)\ van\ )?(?:de\ |uw\ )?(?:leden\ van\ de\ )?"
    r"(?:(?:(?:[Vv]aste|[Aa]lgemene)\ ){1,2}(?:[Kk]amer)?[Cc]ommissie|[Kk]amercommissie|(?<=uw\ )commissie"
    r"|[Cc]ommissie(?=\ voor\ (?:de\ )?[A-Z]))(?!\w)"
)
_CHAMBER = re.compile(r"(?:uw\ Kamer|de\ (?:Tweede\ |Eerste\ )?Kamer(?!commissie|lid)|beide\ Kamers)")
_OF_CHAMBER = re.compile(r"\ van\ (?P<chamber>uw\ Kamer|de\ (?:Tweede\ |Eerste\ )?Kamer)(?!\w)")
_DATED = re.compile(
    r",?\ \(?(?:van|d\.?\ ?d\.?|op|per\ brief\ van|bij\ brief\ van"
    rf"|gedaan\ (?:op|tijdens[^,.;]{{3,60}}?\ (?:van|op)))\ {DAY}\)?",
    re.IGNORECASE,
)
_PAPER = re.compile(r",?\ (?:\((?=[^()]*\d)[^()]{4,90}\)|(?:met\ )?(?:het\ )?kenmerk:?\ [\w./-]*\d[\w./-]*)")
_WHAT = re.compile(r",?\ (?:om|inzake|tot|over|met\ betrekking\ tot)\ [^.;:?!]{4,300}")
_VERB = re.compile(r"\b(?:verzocht|verzoekt|vroeg|gevraagd)\b")
_ASKED_US = re.compile(r"\b(?:mij|ons|de\ (?:minister|staatssecretaris|regering)|het\ kabinet|om|te)\b")
_OF_MOTION = re.compile(r"\b(?:[Mm]oties?|amendement|aandacht|vragen|schriftelijke|of)\b")
_ABBREVIATION = re.compile(r"\ [A-Z]{2,5}(?!\w)")
_LETTER_DAY = re.compile(
    rf"\b(?:brief|[Oo]p|procedurevergadering|d\.?d\.?|verzoek)\b(?:\ (?:van|d\.?\ ?d\.?|op))?\ {DAY}", re.IGNORECASE
)


def read_requests(sentence: Sentence, on: dt.date | None) -> Iterator[Found]:
    """The requests that a sentence names; ``uw verzoek`` that only points at one is none."""
    end = 0
    made = [one for match in _NOUN.finditer(sentence.text) if (one := _noun(sentence, match, on)) is not None]
    if not made:
        made = [one for match in _VERB.finditer(sentence.text) if (one := _verb(sentence, match, on)) is not None]
    for one in made:
        if one.start >= end and not sentence.is_asked:
            yield one
            end = one.end


# decides more: who may ask, and what may stand behind
def _noun(sentence: Sentence, match: re.Match[str], on: dt.date | None) -> Found | None:
    text, at = sentence.text, match.end()
    before = _DETERMINER.search(text, max(match.start() - 40, 0), match.start())
    start = before.start() if before and not match["own"] else match.start()
    committee = who = None
    by: Members | None = None
    made = Found("verzoek", sentence.start + start, 0, sentence)
    if not match["own"]:
        opened = _OF.match(text, at)
        if opened is None:
            return None
        who = _asker(text, opened.end(), on)
        if who is None:
            return None
        committee, by, made.chamber, at = who
    dated = False
    for _ in range(4):
        if day := _DATED.match(text, at):
            made.date, dated = day_of(day, on).date, True
            at = day.end() - (day.group().endswith(")") and "(" not in day.group())
        elif paper := _PAPER.match(text, at):
            dated, at = True, paper.end()
        elif of_chamber := _OF_CHAMBER.match(text, at):
            made.chamber, at = of_chamber["chamber"], of_chamber.end()
        else:
            break
    if match["own"] and not dated:
        return None
    made.reach = sentence.start + at
    what = _WHAT.match(text, at)
    made.end = sentence.start + (_cut(text, at, what.end()) if what else at)
    made.parts = {"committee": committee, "by": by.members if by else ()}
    return made


_GOES_ON = re.compile(r",?\ (?:[a-z]+\ (?:ik|wij|we|het\ kabinet)\b|heeft|is|wordt|komt|en\ mede)\b")


def _cut(text: str, at: int, end: int) -> int:
    """Where what is asked for ends: the main clause may go on behind it."""
    more = _GOES_ON.search(text, at, end)
    return more.start() if more else end


_Asker = tuple[str | None, Members | None, str | None, int]


def _asker(text: str, at: int, on: dt.date | None) -> _Asker | None:
    """Who asks: a committee, members, a Chamber."""
    if match := _COMMITTEE.match(text, at):
        name, end = committee_at(text, match.end(), on)
        if name is None and (short := _ABBREVIATION.match(text, match.end())):
            name, end = short[0].strip(), short.end()
        return name, None, None, end
    begin, members = next(led_members(text, at, at + 120), (-1, None))
    if members is not None and begin == at:
        return None, members, None, members.end
    if match := _CHAMBER.match(text, at):
        return None, None, match.group(), match.end()
    return None


def _verb(sentence: Sentence, match: re.Match[str], on: dt.date | None) -> Found | None:
    """``heeft de vaste commissie voor X mij verzocht``, ``heeft u mij verzocht``, ``heeft het lid Y gevraagd om``."""
    text = sentence.text
    head = text[: match.start()]
    named = _BY.match(text, match.end())
    if named and not _MOTION.search(head) and (asker := _asker(text, named.end(), on)):
        return None if _OF_OTHERS.match(text, asker[3]) else _asked_by(sentence, match.start(), asker)
    if _OF_MOTION.search(head[-160:]) or not _ASKED_US.search(text[max(match.start() - 120, 0) : match.end() + 120]):
        return None
    asked = _subject(text, match, on)
    if asked is None:
        return None
    committee, by, chamber, end = asked
    made = Found("verzoek", sentence.start, sentence.start + len(text.rstrip(" .")), sentence, chamber=chamber)
    day = _LETTER_DAY.search(text, 0, match.end() + 40)
    made.date = day_of(day, on).date if day else None
    made.reach = sentence.start + max(match.end(), end)
    made.parts = {"committee": committee, "by": by.members if by else ()}
    return made


_BY = re.compile(r"\ door\ ")
_OF_OTHERS = re.compile(rf"\ (?:van|uit|in)\ (?:de\ )?{any_of('bodies', 'words')}", re.IGNORECASE)
"""Behind the name of a member of another body."""
_MOTION = re.compile(r"\b[Mm]oties?\b")
_AS = re.compile(r"\b[Zz]oals\ (?:[a-z]+\ ){0,2}\Z")


def _asked_by(sentence: Sentence, start: int, asker: _Asker) -> Found:
    """``zoals verzocht door het lid De Sloot``: no more than who asked."""
    committee, by, chamber, end = asker
    opened = _AS.search(sentence.text, 0, start)
    made = Found(
        "verzoek",
        sentence.start + (opened.start() if opened else start),
        sentence.start + end,
        sentence,
        chamber=chamber,
    )
    made.reach = made.end
    made.parts = {"committee": committee, "by": by.members if by else ()}
    return made


_BY_YOU = re.compile(r"\b(?:heeft|hebben|had)\ u\ (?:(?:mij|ons)\b|\Z)", re.IGNORECASE)
_YOU = re.compile(r"\ u\ (?:mij|ons)\b")
_KAMER_HAS = re.compile(
    r"(?P<chamber>Uw\ Kamer|De\ (?:Tweede\ |Eerste\ )?Kamer)\ (?:heeft|had)\b"
    r"|(?:Tijdens|In|Bij|Op|Per)\ [^,;:]{3,120}?\ heeft\ (?P<behind>[Uu]w\ Kamer)\b"
)
_HAS = re.compile(r"\b(?:heeft|hebben|had)\b")
_OTHER_CLAUSE = re.compile(r"\b(?:heeft|hebben|had|is|zijn|die|dat|waar\w*|wat)\b")
"""Between ``heeft`` and the verb, which then belongs to another clause."""
_TO_DO = re.compile(r"\ (?:om|te|mij|ons)\b|[^.]{0,60}\ te\ \w+en\b")
_FINITE = ("verzocht", "verzoekt", "vroeg")


# decides more: who may ask, before the verb and behind it
def _subject(text: str, verb: re.Match[str], on: dt.date | None) -> _Asker | None:
    """Who asks, before the verb; behind it where that is finite."""
    stop = verb.start()
    asks = _HAS.search(text, 0, stop) is not None
    for match in _COMMITTEE.finditer(text, 0, verb.end() + 60):
        behind = match.start() > stop
        if _ASIDE.search(text, 0, match.start()) or (
            behind and (match.start() != verb.end() + 1 or verb[0] not in _FINITE)
        ):
            continue
        if not behind and not asks and verb[0] not in ("verzoekt", "vroeg"):
            continue
        name, end = committee_at(text, match.end(), on)
        if name is None and (short := _ABBREVIATION.match(text, match.end())):
            name, end = short[0].strip(), short.end()
        return name, None, None, end
    if verb[0].startswith("verzo") and (
        _BY_YOU.search(text, 0, stop) or (verb[0] == "verzoekt" and _YOU.match(text, verb.end()))
    ):
        return None, None, "uw", stop
    if _TO_DO.match(text, verb.end()) is None:
        return None
    for begin, members in led_members(text, 0, stop):
        opens = _HAS.search(text, 0, begin) is None and _HAS.match(text, members.end + 1)
        if opens or re.search(r"\b(?:heeft|hebben|had)\ \Z", text[:begin]):
            return None, members, None, members.end
    kamer = _KAMER_HAS.match(text, 0, stop)
    if kamer is None or _OTHER_CLAUSE.search(text, kamer.end(), stop):
        return None
    return None, None, kamer["chamber"] or kamer["behind"], kamer.end()


_ASIDE = re.compile(r"\b(?:aan|met|vanuit|door|voor|in)\ \Z")
