"""Promises to a Chamber: by their noun, by their verb, or by their number."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.mentions.days import DAY, MONTH, day_of
from kamerbrief.mentions.debates import debate_at, debate_before
from kamerbrief.mentions.found import Found
from kamerbrief.mentions.members import Members, led_members
from kamerbrief.mentions.numbered import apart, bare_numbers
from kamerbrief.vocabulary.mentions import PROMISE_NUMBER, any_of, listed
from kamerbrief.vocabulary.sentences import is_left_open

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from kamerbrief.mentions.sentences import Sentence

_NOUN = re.compile(r"(?<![\w-])[Tt]oezegging(?P<plural>en)?(?!\w)(?!-)")
_DETERMINER = re.compile(
    r"(?:\b(?:[Dd]e|[Ee]en|[Dd]eze|[Dd]ie|[Mm]ijn|[Oo]nze|[Zz]ijn|[Hh]aar|[Uu]w|[Bb]eide|[Dd]iverse|[Ee]nkele"
    r"|[Ee]en\ aantal(?:\ van\ (?:de|mijn))?|[Gg]een)\ (?:(?:[a-z-]+e|eerder\ (?:gedane|afgehandelde))\ ){0,2})\Z"
)
_OF_SENDER = re.compile(r"(?:mijn|onze|zijn|haar)\b", re.IGNORECASE)
_NO_PROMISE = re.compile(
    r"\b(?:harde|geen|uw|navo-|financiële|subsidie|om de)\ \Z|\bgeen\b[^.;]{0,20}\Z", re.IGNORECASE
)
_POINTS = re.compile(r"(?:deze|die|beide)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r",?(?:\ en)?\ (?P<opens>\()?(?:met\ (?:nummer|kenmerk)\ |nr\.?\ |toezegging\ )?"
    rf"{PROMISE_NUMBER}(?(opens)\))"
)
_CHAMBER = re.compile(
    r"\ (?:aan|richting|jegens|naar)\ "
    r"(?P<chamber>uw\ (?:[Kk]amer|commissie)|u(?!\w)|de\ (?:Tweede\ |Eerste\ )?Kamer"
    r"|beide\ Kamers|het\ parlement|de\ vaste\ commissie)",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"\ (?:aan|richting)\ (?=\w)", re.IGNORECASE)
_DONE = re.compile(
    r",?\ (?:gedaan|die\ (?:ik|mijn\ (?:ambts)?voorganger)\ (?:eerder\ )?(?:(?:heb\ |heeft\ )?gedaan|deed)"
    r"|van\ (?:(?:de|mijn)\ )?(?:[Mm]inister|[Ss]taatssecretaris|ambtsvoorganger)"
    r"(?:\ [A-Z][\w-]+|\ (?:van|voor)\ [A-Z]\w+(?:,?\ (?:en\ )?[A-Z]\w+)*)?"
    r"|(?:minister|staatssecretaris)\ [A-Z][\w-]+(?:\ [a-z]{2,3}\ [A-Z][\w-]+|\ [A-Z][\w-]+)?)"
)
_DATED = re.compile(rf"\ (?:d\.?\ ?d\.?|van|op)\ {DAY}", re.IGNORECASE)
_PAPER = re.compile(r",?\ \((?=[^()]*\d)[^()]{4,120}\)")
_WHAT = re.compile(
    r"(?:,?\ (?:om(?=\ )|over|inzake|betreffende|dat)|(?<=gedaan)(?=\ [^.;:?!]{0,120}\bte\ \w))"
    r"\ (?P<what>[^.;:?!]{6,400}?)"
    r"(?=,?\ [a-z]+\ (?:ik|wij|we|het\ kabinet)\b|,\ (?:[a-z]+t|is|zijn|kan|en\ aan)\b|[.;:?!](?:\ |\Z)|\Z)"
)
_OF_SOMEONE = re.compile(r"\b(?:ik|wij|we|kabinet|minister|staatssecretaris|ambtsvoorganger|voorganger)\b|\bKamer\b")
_TO_INFORM = re.compile(r"(?:om\ )?(?:u|uw\ Kamer|de\ (?:Tweede\ |Eerste\ )?Kamer)\ ")
_YEAR = re.compile(rf"\ (?:uit|in|van)\ (?:(?:{MONTH})\ )?(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_VERB = re.compile(
    r"\b[Tt]oegezegd(?P<attribute>e)?(?!\w)"
    r"|\btoe(?P<past>zegden?)\b"
    r"|\b(?P<present>[Zz]eg(?:gen)?|(?P<told>[Zz]egden?|[Zz]ei(?=\ )))"
    r"\ [^,;:.]{0,60}?(?:,\ [^,;:.]{3,80},\ )?[^,;:.]{0,60}?\btoe\b(?=[\ .,])"
)
_ZOALS = re.compile(
    r"(?:\b(?:zoals|als|gelijk)\ (?:(?!,)[^,.;]){0,130}?|[-–]\ zoals\ (?:eerder\ )?(?:al\ )?)\Z", re.IGNORECASE
)
_TO_CHAMBER = re.compile(
    r"\b(?:uw\ kamer|u|de\ (?:tweede\ |eerste\ )?kamer|tweede\ kamer|eerste\ kamer"
    r"|de\ tk|de\ commissie|het\ parlement|uw\ commissie|de\ vaste\ commissie)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:heb|heeft|hebben|had|hadden)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|was|werd|zijn|waren)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:€|\bEUR\b|\bUSD\b|miljoen|miljard|subsidie|bijdrage|steun|middelen|ondersteuning)", re.IGNORECASE
)
_IN_LETTER = re.compile(
    r"\b(?:in|bij)\ (?:(?:mijn|onze|zijn|haar|de|het|een|die|eerder\ genoemde)\ )(?:[\w-]+\ ){0,3}?"
    r"(?:\w*brief|reactie|antwoord(?:en)?|notitie|\w*agenda|beantwoording)\b",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(
    r"\ ?(?:\([^()]*\)\ )?(?:,\ )?(?:(?P<who>aan\ [^.;:]{3,60}?)\ )?(?:(?P<opens>om|dat)\ )?(?P<what>[^;:?!]{8,500}?)"
    r"(?=[;:?!]|\.?['\")\]]*\s*\Z)"
)
_BRACKETS = re.compile(r"\([^()]+\)")
_INFINITIVE = re.compile(r"\bte\ (?:kunnen\ |zullen\ |laten\ |doen\ |willen\ )*\w+(?:en|aan)\b")
_KEPT = re.compile(r"\ gestand\b")
_OFFICE = re.compile(r"inister|staatssecretaris")
_ITS_NOUN = re.compile(r"\ (?:[a-z-]+(?<!i)e\ )?[\w-]+")
_WE = re.compile(r"\b(?:ik|wij|we|het kabinet)\b", re.IGNORECASE)
_HAVE = re.compile(r"\b(?:heb|heeft) (?:ik|wij)\b")
_YOU = re.compile(r"\bu\b")
_OF_CHAMBER = re.compile(r"\b(?:aan (?:uw Kamer|de (?:Tweede|Eerste) Kamer|de Kamer|u)|u) (?:eerder )?\Z")
_BY_SENDER = re.compile(
    r"\bdoor (?:mij|ons|mijn (?:ambts)?voorganger|het kabinet|de (?:minister|staatssecretaris)(?: van [A-Z]\w+)?)"
    r" (?:eerder )?\Z"
)
_LOOK_BACK = 80
_NEAR, _FAR = 120, 160
"""So many characters before and behind a verb its Chamber and its letter are looked for."""
_MOST_PARTS = 20


@cache
def _to_other() -> re.Pattern[str]:
    """Somebody else to whom a promise is made: ``aan de gemeenten``, ``de gemeenten``; not ``na de behandeling``."""
    unnamed = "".join(rf"(?<!\b{re.escape(word)}\ )" for word in listed("prepositions", "to_no_one"))
    return re.compile(
        r"\b(?:aan\ (?:(?:de|het|een|mijn|onze|alle|deze|die)\ )?+"
        r"(?!(?:tweede\ |eerste\ |uw\ )?kamer|uw|u\b|lid|leden|heer|heren|mevrouw|vaste|commissie"
        r"|parlement|kamerlid|orde|senator)[\w-]+(?:\ [\w-]+){0,4}"
        rf"|(?:hen|hem|haar)|{unnamed}(?:de|het|deze|die|alle)\ (?:[a-z-]+e\ )?+"
        r"(?!kamer|lid|leden|heer|minister|staatssecretaris|kabinet|regering|commissie|tweede"
        r"|eerste|vaste|voorganger|ambtsvoorganger)[\w-]+)"
        r"\ (?:ook\ |reeds\ |al\ |eerder\ |wel\ )*\Z",
        re.IGNORECASE,
    )


@cache
def _subject() -> re.Pattern[str]:
    """Who promises: the sender, or who held the office before."""
    return re.compile(f"{any_of('senders', 'words')}|{any_of('senders', 'promised')}", re.IGNORECASE)


def read_commitments(sentence: Sentence, on: dt.date | None, debates: Sequence[Found]) -> Iterator[Found]:
    """The promises that a sentence names; none of a questioner, and none to others than a Chamber."""
    found: list[Found] = []
    if not sentence.is_asked:
        found += filter(None, (_noun(sentence, match, on, debates) for match in _NOUN.finditer(sentence.text)))
        found += filter(None, (_verb(sentence, match, on, debates) for match in _VERB.finditer(sentence.text)))
    found = [each for one in found for each in apart(one)]
    found += bare_numbers(sentence, found)
    return _whole(sorted(found, key=lambda one: one.start))


def _whole(found: list[Found]) -> Iterator[Found]:
    """Each once: what lies within another is a part of it."""
    end = -1
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


@dataclasses.dataclass(slots=True)
class _Behind:
    """What stands behind the noun of a promise: who made it, to whom, when, in which debate, its number."""

    at: int
    """Where it ends, in the sentence."""
    told: bool = False
    """The sender or the Chamber is named."""
    numbered: bool = False
    members: list[Members] = dataclasses.field(default_factory=list)


# decides more: what tells that a noun is a promise to a Chamber
def _noun(sentence: Sentence, match: re.Match[str], on: dt.date | None, debates: Sequence[Found]) -> Found | None:
    text = sentence.text
    before = _DETERMINER.search(text, max(match.start() - _LOOK_BACK, 0), match.start())
    start = before.start() if before else match.start()
    shown = text[start : match.start()]
    if _NO_PROMISE.search(text, max(match.start() - 30, 0), match.start()) or shown.casefold().startswith("uw "):
        return None
    made = Found("toezegging", sentence.start + start, 0, sentence, is_plural=match["plural"] is not None)
    of_sender = _OF_SENDER.match(shown) is not None
    behind = _behind(made, match.end(), on, debates, of_sender=of_sender)
    what = _WHAT.match(text, behind.at)
    kept = _KEPT.match(text, behind.at) is not None
    told = behind.told or behind.numbered or (kept and what is None and made.is_plural and of_sender)
    if not (told or (what is not None and (of_sender or _is_made(text, start, what)))):
        return None
    if _POINTS.match(shown) and not told:
        return None
    if made.is_plural and what is None and not (kept or _is_certain(made, behind, text[match.end() : behind.at])):
        return None
    if "debate" not in made.parts and (debate := debate_before(sentence, start, debates)) is not None:
        made.date, made.parts["debate"] = made.date or debate.date, sentence.view[debate.start : debate.end]
    made.reach = made.end = sentence.start + (what.end() if what else behind.at)
    made.parts["text"] = what["what"].strip() if what else None
    made.parts["to"] = tuple(member for one in behind.members for member in one.members)
    return made


# decides more: each part that may stand behind the noun
def _behind(made: Found, at: int, on: dt.date | None, debates: Sequence[Found], *, of_sender: bool) -> _Behind:
    """What stands behind the noun, in any order; the promise gets its Chamber, its day and its debate."""
    sentence, text, behind = made.sentence, made.sentence.text, _Behind(at)
    for _ in range(_MOST_PARTS):
        at = behind.at
        if number := _NUMBER.match(text, at):
            behind.numbered, behind.at = True, number.end()
        elif chamber := _CHAMBER.match(text, at):
            made.chamber, behind.told, behind.at = chamber["chamber"], True, chamber.end()
        elif (led := _members(text, at)) is not None:
            behind.members.append(led)
            behind.told, behind.at = True, led.end
        elif done := _DONE.match(text, at):
            behind.told, behind.at = behind.told or _OFFICE.search(done[0]) is not None, done.end()
        elif dated := _DATED.match(text, at):
            made.date, behind.at = day_of(dated, on).date, dated.end()
            behind.told = behind.told or of_sender
        elif (debate := debate_at(sentence, at, debates)) is not None:
            made.date, behind.told, behind.at = debate.date or made.date, True, debate.end - sentence.start
            made.parts["debate"] = sentence.view[debate.start : debate.end]
        elif letter := _IN_SOME_LETTER.match(text, at):
            made.date, behind.at = _date_behind(text, *letter.span(), on) or made.date, letter.end()
            behind.told = behind.told or of_sender
        elif paper := _PAPER.match(text, at) or _YEAR.match(text, at):
            behind.at = paper.end()
        else:
            break
    return behind


def _is_certain(made: Found, behind: _Behind, words: str) -> bool:
    """Whether promises in the plural, of which nothing is told, are some that were made."""
    return bool(behind.numbered or behind.members or "debate" in made.parts or "inister" in words)


def _is_made(text: str, start: int, what: re.Match[str]) -> bool:
    """Whether it is one of the sender to the Chamber: one of them is named, or the Chamber is to be informed."""
    return bool(_OF_SOMEONE.search(text, 0, start) or _TO_INFORM.match(what["what"]))


def _members(text: str, at: int) -> Members | None:
    opened = _MEMBER.match(text, at)
    if opened is None:
        return None
    begin, members = next(led_members(text, at, at + 120), (0, None))
    return members if members is not None and begin == opened.end() else None


@dataclasses.dataclass(slots=True)
class _Clause:
    """What stands around the verb of a promise."""

    begin: int
    """Where it begins, in the sentence."""
    head: str
    """What stands before the verb."""
    as_promised: bool
    """It begins with ``zoals`` and so says no more than that it was promised."""
    after: Members | None
    """The members right behind the verb."""
    members: list[Members]
    """All of them."""
    debates: list[Found]
    in_debate: bool
    """One of them is named right before the verb or behind it."""
    in_letter: re.Match[str] | None
    what: str | None
    """What was promised."""


def _verb(sentence: Sentence, match: re.Match[str], on: dt.date | None, debates: Sequence[Found]) -> Found | None:
    text = sentence.text
    if match["present"] and not _WE.search(text[max(match.start() - 30, 0) : match.end()]):
        return None
    clause = _clause(sentence, match, debates)
    if match["attribute"]:
        near = _OF_CHAMBER.search(clause.head) or _BY_SENDER.search(clause.head)
        return _attribute(sentence, match, near.start() + clause.begin) if near else None
    behind = _CHAMBER.match(text[match.end() : match.end() + _FAR])
    told = behind or _TO_CHAMBER.search(clause.head[-_NEAR:])
    if not _is_promised(clause, match, to_chamber=told is not None):
        return None
    made = Found("toezegging", sentence.start + clause.begin, 0, sentence)
    if clause.as_promised:
        made.reach = made.end = sentence.start + _verb_end(text, match.end(), sentence, debates, clause.after)
    else:
        made.end, made.reach = sentence.start + _sentence_end(text, match.end()), sentence.start + match.end()
    made.date = _date(clause, text, match.end() + _FAR, on)
    made.chamber = told[0] if told else None
    made.is_past = not clause.as_promised and not match["present"]
    made.parts = _parts(sentence, clause) | {"new": bool(match["present"]) and not match["told"]}
    return made


def _date(clause: _Clause, text: str, end: int, on: dt.date | None) -> dt.date | None:
    """The day of the debate in which it was promised, else of the letter."""
    if clause.debates or clause.in_letter is None:
        return next((one.date for one in clause.debates if one.date), None)
    return _date_behind(text, clause.in_letter.start(), end, on)


def _clause(sentence: Sentence, match: re.Match[str], debates: Sequence[Found]) -> _Clause:
    text, before = sentence.text, sentence.text[: match.start()]
    opens = max(before.rfind("; "), before.rfind(": ")) + 1
    begin = opens + len(before[opens:]) - len(before[opens:].lstrip())
    if as_promised := _ZOALS.search(text[begin : match.start()]):
        begin += as_promised.start() + 2 * as_promised[0].startswith("- ")
    after = _members(text, match.end())
    members = [found for _, found in led_members(text, begin, match.end())] + ([after] if after else [])
    here, end = sentence.start + begin, sentence.start + match.end() + 40
    near = [one for one in debates if here <= one.start <= end]
    return _Clause(
        begin,
        text[begin : match.start()],
        as_promised is not None,
        after,
        members,
        near,
        any(one.end - sentence.start >= match.start() - 1 for one in near),
        _IN_LETTER.search(text, begin, match.end() + 60),
        _complement(text, after.end if after else match.end(), match),
    )


# decides more: each sign of a promise to a Chamber
def _is_promised(clause: _Clause, match: re.Match[str], *, to_chamber: bool) -> bool:
    """Whether it is a promise to a Chamber: one is named, or where it was made, or the sender says what it is."""
    head = clause.head
    if _to_other().search(head) and not (clause.members or clause.in_debate):
        return False
    to_chamber = to_chamber or (match["present"] is not None and _YOU.search(match[0]) is not None)
    if clause.as_promised or to_chamber or clause.members or clause.debates or clause.in_letter:
        return True
    spoken = match["past"] or match["present"] or _subject().search(head) or _HAVE.search(head)
    passive = _PASSIVE.search(head) and not _AUXILIARY.search(head)
    return bool(spoken and clause.what and not passive and not _MONEY.search(head))


def _parts(sentence: Sentence, clause: _Clause) -> dict[str, object]:
    debate = clause.debates[0] if clause.debates else None
    return {
        "text": None if clause.as_promised else clause.what,
        "to": tuple(dict.fromkeys(member for one in clause.members for member in one.members)),
        "debate": sentence.view[debate.start : debate.end] if debate else None,
    }


def _attribute(sentence: Sentence, match: re.Match[str], begin: int) -> Found:
    """``de aan uw Kamer toegezegde notitie``; a noun may end in an e as an adjective does."""
    noun = _ITS_NOUN.match(sentence.text, match.end())
    end = noun.end() if noun else match.end()
    end = sentence.text.rindex(" ", 0, end) if noun and is_left_open(noun[0]) else end
    what = sentence.text[match.end() : end].strip() or None
    return Found(
        "toezegging", sentence.start + begin, sentence.start + end, sentence, reach=sentence.start + end,
        chamber=sentence.text[begin : match.start()], parts={"text": what, "to": ()},
    )  # fmt: skip


def _complement(text: str, at: int, verb: re.Match[str]) -> str | None:
    """What was promised, as it stands behind the verb, or before ``toezegde``."""
    shown = _BRACKETS.sub(lambda found: f"({'x' * (len(found[0]) - 2)})", text)
    match = _COMPLEMENT.match(shown, at)
    if match is None or verb["attribute"]:
        return None
    what = re.sub(r"\A(?:was|is|om)\ ", "", text[slice(*match.span("what"))].strip(" ,."))
    if match["opens"] == "dat" or _INFINITIVE.search(what) or what.endswith("toekomen"):
        return what
    return None


def _verb_end(text: str, at: int, sentence: Sentence, debates: Sequence[Found], after: Members | None) -> int:
    """Where ``zoals toegezegd in het debat van ...`` ends."""
    end = after.end if after else at
    for _ in range(5):
        if chamber := _CHAMBER.match(text, end):
            end = chamber.end()
        elif (debate := debate_at(sentence, end, debates)) is not None:
            end = debate.end - sentence.start
        elif paper := _PAPER.match(text, end):
            end = paper.end()
        elif letter := _IN_SOME_LETTER.match(text, end):
            end = letter.end()
        else:
            break
    return end


_IN_SOME_LETTER = re.compile(
    r",?\ (?:in|uit)\ (?:(?:mijn|onze|de|het)\ )?(?:[\w-]+\ ){0,4}?"
    r"(?:\w*brief|antwoorden\ op\ [^,.;]{5,160}(?=[,.;])"
    r"|reactie\ op\ [^,.;]{5,120}?"
    r"|[Ss]chriftelijk\ [Oo]verleg|\w*agenda)"
    rf"(?:\ (?:van|op|d\.d\.))?(?:\ {DAY}|\ (?:19|20)\d\d)?(?=[\ ,.;)])",
    re.IGNORECASE,
)


def _sentence_end(text: str, at: int) -> int:
    stop = re.compile(r"[;:]\ (?![^(]*\))").search(text, at)
    return stop.start() if stop else len(text.rstrip(" .!"))


def _date_behind(text: str, at: int, end: int, on: dt.date | None) -> dt.date | None:
    """The day of the letter that is named here; none if several stand there."""
    days = list(re.compile(DAY, re.IGNORECASE).finditer(text, at, end))
    return day_of(days[0], on).date if len(days) == 1 else None
