"""Debates and meetings of a Chamber: what kind, about what, when."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.mentions.days import DAY, MONTH, day_of
from kamerbrief.mentions.found import Found
from kamerbrief.vocabulary.citations import any_of as any_word
from kamerbrief.vocabulary.citations import listed
from kamerbrief.vocabulary.mentions import any_meeting, any_of, meetings, short_meetings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from kamerbrief.mentions.sentences import Sentence

_BEFORE = re.compile(
    r"\b(?i:het|de|een|dit|dat|deze|die|mijn|ons|uw|elk|ieder|genoemde?|voornoemde?|bovengenoemde?)"
    r"\ (?:[a-z-]+e\ ){0,2}\Z"
)
_POINTS = re.compile(r"(?:dit|dat|deze|die|elk|ieder|een volgend)\b", re.IGNORECASE)
_NO_MEETING = re.compile(
    r"(?:ambtelijk|maatschappelijk|publieke?|politieke?|openbare?|ethische|internationale?|europees|europese)\ \Z",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(
    r"[,]?\ \(?(?:(?:van|op|d\.?\ ?d\.?|dd\.?|de\ dato"
    r"|(?:gehouden|voorzien|gepland|geagendeerd|dat\ plaatsvond)\ op)\ )?"
    rf"(?:(?:maan|dins|woens|donder|vrij)dag,?\ )?{DAY}\)?",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"(?:\b(?:[Hh]et|[Ee]en|[Dd]e)\ )?\bop\ {DAY}\ (?:gehouden|gevoerde?|geplande?|voorziene?)\ (?:[a-z]+e\ )?\Z"
)
_MONTH = re.compile(rf"\ (?:van|in)\ (?:{MONTH})\ (?:19|20)\d\d(?!\d)", re.IGNORECASE)
_SHORT = re.compile(r"\ \((?:WGO|AO|CD|VAO|TMD|NO)\)")
_PAPER = re.compile(r"\ [(\[](?=[^()\[\]]*(?:\d\d[ .]?\d{3}|[Kk]amerst|Handelingen))[^()\[\]]{4,90}[)\]]")
_WITH = re.compile(
    r"\ met\ (?:(?:de|uw|het)\ )?(?:leden\ van\ )?(?:de\ )?"
    r"(?:(?:vaste\ |algemene\ )?(?:[Kk]amer)?commissie\ (?:voor|van)\ (?:de\ )?"
    r"(?P<committee>(?-i:[A-Z][\w-]+(?:(?:,\ |\ en\ |\ )[A-Z][\w-]+)*))"
    r"|uw\ (?:[Kk]amer|commissie)|(?:Tweede\ |Eerste\ )?Kamer)(?:\ hierover|\ daarover)?",
    re.IGNORECASE,
)
_WITH_OFFICE = re.compile(
    r"\ met\ (?:de\ )?(?:[Mm]inister|[Ss]taatssecretaris)"
    r"(?:\ (?:van|voor)\ [A-Z][\w-]+(?:(?:,\ |\ en\ |,\ en\ |\ )[A-Z][\w-]+)*)?(?=\ (?:over|van|op|inzake)\b)"
)
_ABOUT = re.compile(
    r"\ (?:(?P<full>over|inzake|betreffende|omtrent|aangaande|rondom|met\ betrekking\ tot|naar\ aanleiding\ van)"
    r"|van(?=\ (?:[A-Z]|hoofdstuk|wetsvoorstel"
    r"|(?:de|het)\ (?:wetsvoorstel|voorstel|ministerie|minister|begroting|wet|jaarverslag|novelle)\b)))\ (?=\S)"
)
_QUOTED = re.compile(r"['\"][^'\"]{2,120}['\"]")
_BARE = re.compile(r"\ (?=['\"]?\w)")
_CAPITAL = re.compile(r"\b[A-Z][\w/&-]*")
_WORD_IN_BRACKETS = re.compile(r"\([A-Z][a-z]+\)(?=\ [A-Za-z])")
_CUT_OFF = re.compile(r"\b(?:op|van|het|de|een|in|te)\Z|\b(?:het|de|een)\ (?:op|van)\ \d")
"""What ends or holds a subject that was cut within."""
_MADE_THERE = re.compile(r",?\ (?:heb|heeft|hebben|is|deed)\b[^,;:]{0,80}")
"""Between a debate and the promise that was made in it."""
_LONGEST = 140
_OF_CHAMBER = re.compile(
    r"\b(?:kamer|kamerlid|kamerleden|lid|leden|motie|amendement"
    r"|toegezegd|toezegging|toezeggingen|commissie|tweede kamer|eerste kamer|plenair|debat met)\b",
    re.IGNORECASE,
)


@cache
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The kinds of meeting, in lower case, and their short names, in capitals."""
    short = "|".join(short_meetings())
    return re.compile(rf"{any_meeting().casefold()}(?!-)"), re.compile(rf"(?<![\w/-])(?:{short})(?![\w/-])")


@cache
def _stop() -> re.Pattern[str]:
    """Where a subject ends."""
    verbs = any_word(listed("verbs"))
    day = re.sub(r"\?P<\w+>", "?:", DAY)
    return re.compile(
        rf"[,;:.()\[\]\x00]|\ (?:{verbs}|heb|hebt|ben|bent|zou|zouden|werd|werden|had|hadden|sprak|spraken"
        r"|gaf|vroeg|deed|doe|waar\w*|die|dat"
        r"|ik|wij|we|uw|tijdens|aan\ het\ lid|aan\ de\ leden|toegezegd|toezeg\w*"
        r"|gesproken|besproken|gedaan|gevraagd|verzocht|ingediend|aangenomen"
        r"|om|te|als|en\ (?:is|heb|heeft|wordt|in|tijdens)"
        r"|voorzien|gepland|plaatsgevonden|namens|per\ (?:brief|motie)"
        rf"|informe\w+|zijn|in\ (?:{MONTH})|op\ basis|door|de\ TK"
        r"|(?:in\ )?(?:de\ (?:Tweede\ |Eerste\ )?|uw\ )Kamer"
        r"|zei|stelde|moties?|toezeggingen|toezegging|amendement|noemde"
        r"|hierover|daarover|afgesproken)\b"
        r"|(?<!\ het)(?<!\ de)(?<!\ een)(?<!\ op)(?<!\ van)"
        rf"(?P<day>\ \(?(?:(?:van|op|d\.?\ ?d\.?|gehouden\ op)\ )?(?:\w+dag\ )?{day})"
        rf"|\ (?:van|in)\ (?:{MONTH})\ (?:19|20)\d\d",
        re.IGNORECASE,
    )


def read_debates(sentence: Sentence, on: dt.date | None) -> Iterator[Found]:
    """The debates that a sentence names, each with its subject or day; those that it only points at are none."""
    text, end = sentence.text, 0
    whole, short = _nouns()
    for match in sorted((*whole.finditer(sentence.low), *short.finditer(text)), key=re.Match.start):
        if match.start() < end or _NO_MEETING.search(text, 0, match.start()):
            continue
        found = _read(sentence, match, on)
        if found is not None:
            end = found.end - sentence.start
            yield found


# decides more: the parts of a debate, in whatever order they stand
def _read(sentence: Sentence, match: re.Match[str], on: dt.date | None) -> Found | None:
    text, at = sentence.text, match.end()
    shown = match.group()
    kind = short_meetings()[shown] if shown in short_meetings() else meetings()[shown]
    before = _BEFORE.search(text, max(match.start() - 60, 0), match.start())
    start = before.start() if before else match.start()
    points = before is not None and _POINTS.match(before.group()) is not None
    date = subject = committee = None
    dated = whole = False
    if held := _HELD.search(text, max(match.start() - 60, 0), match.start()):
        start, date, dated = held.start(), day_of(held, on).date, True
    at = _end(_WITH_OFFICE, text, _end(_SHORT, text, at))
    for _ in range(6):
        if not dated and (day := _ANY_DAY.match(text, at)):
            found = day_of(day, on)
            date, dated = found.date, True
            at = day.end() - (day.group().endswith(")") and "(" not in day.group())
        elif not dated and (month := _MONTH.match(text, at)):
            dated, at = True, month.end()
        elif committee is None and (met := _WITH.match(text, at)):
            committee, whole, at = met["committee"], True, met.end()
        elif subject is None and (about := _subject(text, at)):
            subject, at = about
        elif (paper := _PAPER.match(text, at)) is not None:
            at = paper.end()
            break
        else:
            break
    if points and not dated:
        return None
    if not (dated or subject or committee or whole):
        return None
    if kind == "debat" and not _is_of_chamber(sentence, shown, dated=dated, with_chamber=whole):
        return None
    if kind == "begrotingsbehandeling" and subject is None and not (dated or whole):
        return None
    return Found(
        "debat", sentence.start + start, sentence.start + at, sentence, date, reach=sentence.start + at,
        parts={"meeting": kind, "subject": subject},
    )  # fmt: skip


def _is_of_chamber(sentence: Sentence, shown: str, *, dated: bool, with_chamber: bool) -> bool:
    """Whether what is only called a debate is one of a Chamber."""
    if shown.casefold() not in ("debat", "debatten") or with_chamber:
        return True
    return dated or _OF_CHAMBER.search(sentence.text) is not None


# decides more: each end that a subject may have
def _subject(text: str, at: int) -> tuple[str, int] | None:
    """What a debate is about, and where that ends.

    What no ``over`` opens goes up to a day, else up to its last word with a capital.
    """
    about = _ABOUT.match(text, at)
    opened = about or _BARE.match(text, at)
    if opened is None or (about is None and _stop().match(text, at)):
        return None
    begin = opened.end()
    quoted = _QUOTED.match(text, begin)
    shown = _WORD_IN_BRACKETS.sub(lambda match: "x" * len(match.group()), text[: begin + _LONGEST])
    stop = _stop().search(shown, quoted.end() if quoted else begin)
    end = stop.start() if stop else len(shown)
    if stop is None and end < len(text):
        return None  # so long is no subject
    if not quoted and not (about and about["full"]) and not (stop and stop["day"]):
        capitals = list(_CAPITAL.finditer(text, begin, end))
        if capitals:
            end = capitals[-1].end()
        elif about is None:
            return None
    words = text[begin:end].rstrip(" .")
    if (
        not words
        or _CUT_OFF.search(words)
        or (about is None and words.split()[0] in ("Ik", "De", "Het", "Kamerstuk", "Kamerstukken"))
    ):
        return None
    return words.strip("'\""), begin + len(words)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


@cache
def _at() -> re.Pattern[str]:
    """Before a debate in which something was promised, or from which that comes."""
    return re.compile(
        rf",?\ (?:{any_of('prepositions', 'within')}|{any_of('prepositions', 'from')})\ \Z", re.IGNORECASE
    )


@cache
def _opens() -> re.Pattern[str]:
    """Before a debate with which a sentence opens that tells what was promised in it."""
    return re.compile(rf"\W*+{any_of('prepositions', 'within')}\ ", re.IGNORECASE)


def debate_at(sentence: Sentence, at: int, debates: Sequence[Found]) -> Found | None:
    """The debate that a preposition brings in here."""
    here = sentence.start + at
    for one in debates:
        if here < one.start <= here + 30 and _at().match(sentence.view[here : one.start]):
            return one
    return None


def debate_before(sentence: Sentence, start: int, debates: Sequence[Found]) -> Found | None:
    """The debate in which a promise was made by a sentence that opens with it."""
    for one in debates:
        opens = one.start >= sentence.start and _opens().fullmatch(sentence.view[sentence.start : one.start])
        if opens and one.end <= sentence.start + start:
            return one if _MADE_THERE.fullmatch(sentence.view[one.end : sentence.start + start]) else None
    return None
