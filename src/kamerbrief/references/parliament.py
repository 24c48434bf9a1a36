"""Papers and dossiers of the two Chambers.

The notation is that of the Aanwijzingen voor de regelgeving (3.43) and of the Leidraad voor juridische auteurs, and
what letters make of it: ``Kamerstuk 35 334, nr. 407`` without Chamber and session, ``35925-VI-56``, lists and ranges.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Literal

from kamerbrief.model.references import DossierReference, House, KamerstukReference
from kamerbrief.references import identifiers
from kamerbrief.references.chambers import CHAMBER, GAP, PAGE, end_of, house_of, is_senate
from kamerbrief.references.reports import read_appendix
from kamerbrief.references.scan import MONTHS, Scan
from kamerbrief.vocabulary import dossiers
from kamerbrief.vocabulary.sessions import SESSION, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.model.references import Reference

_DATE = re.compile(rf"[, ]*+\d{{1,2}}\ (?:{MONTHS})\ \d{{4}}(?=,)", re.IGNORECASE)
_DOSSIER = re.compile(r"(?:nr\.?\ ?)?(?P<dossier>\d\d[ .-]?\d{3}|\d{4}(?=\d?[ ,;(]*(?:\(R|,|blz|nr|Nr|\x00|$)))(?!\d)")
_SUFFIX = re.compile(
    r"(?:[ .-]{0,3}hoofdstuk\ |,\ (?=[IVX]+[AB]?,?\ nr)|[ .-]{0,3})"
    rf"(?P<suffix>{'|'.join(dossiers.suffixes())})(?![\w/])(?!\.\w)"
)
_SUBDOSSIER = re.compile(r"\ ?-\ ?(?P<suffix>\d\d)(?!\d)")
_REALM = re.compile(r"\ *\(R\ ?\d{2,4}\)")
_ANOTHER = re.compile(r"\ *(?P<glue>,|;|/|en)\ *(?=\d)")
_AND_OTHERS = re.compile(r"\ *e\.a\.")
_LEAD = re.compile(
    r"\ *[,.;:]?\ *(?P<noun>nrs|nr|nummers|nummer|no)(?![a-z])\.?\ *|\ *,\ *(?P<bare>)|[-/](?P<dash>)|\ (?P<blank>)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<number>\d{1,4}[a-z]?|[A-Z]{1,2})(?!\w)(?!\ ?\d{3}\b)(?!\ ?[/]\ ?\d)")
_BRACKETED = re.compile(r"\ ?\((?:nrs?\.?\ ?(?=\d)|(?=\d{1,4}[a-z]?[,)]|[A-Z]{1,2},\ [A-Z]))")
_NO_NUMBER = re.compile(rf"\d{{1,2}}\ (?:{MONTHS})|\d{{4}}\ ?[/-]\ ?\d{{2}}", re.IGNORECASE)
_AFTER_BARE = re.compile(r"\ *(?:[,.;:()\]^\x00]|$|-\ ?(?:\d|[A-Z]{1,2}(?!\w))|en\b|p\.|pag|blz)")
_CLOSED = re.compile(r"\ *(?:,?\ *(?:nrs?\b|nummers?\b|en\ \d)|[.;:)\]^\x00]|[-/]\d|$|,\ *[A-Z]{1,2}(?!\w))")
"""Behind a dossier that only the name of a Chamber announces; an amount of something goes on with a word."""
_RANGE = re.compile(r"\ *(?:-|t/m|tot\ en\ met)\ *(?P<number>\d{1,4}[a-z]?|[A-Z]{1,2})(?!\w)")
_NEXT = re.compile(r"\ *(?P<list>,\ *en\b|,|\ben\b|respectievelijk\b|resp\.)\ *(?P<noun>(?:nrs?|nummers?)\.?\ *)?")
_LISTED = re.compile(r"(?:,\ ?\d{1,4}[a-z]?)+,?\ (?:en|respectievelijk)\ \d{1,4}[a-z]?(?=[,.;:)\]^\x00]|$)(?!,\d)")
_REPRINT = re.compile(r"[, ]*+\(?(?:\d?e\ )?herdruk\)?", re.IGNORECASE)
_CONTINUES = re.compile(r"\ *[;,]\ *(?:en\ +)?|\ en\ +")
_ALSO_NUMBER = re.compile(r"\ *[;,]\ *(?:en\ +)?nrs?\.?\ *(?=\d|[A-Z])")
_NAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|'t|[Ee]l)[ -])*[^\W\d_a-z][\w'-]*"
_MOTION = re.compile(
    r"(?P<label>[Mm]otie|[Aa]mendement)(?:-|\ )(?:(?:van\ )?(?:het\ lid|de\ leden)\ )?"
    rf"(?P<names>{_NAME}(?:(?:\ en\ |,\ |/|\ ){_NAME})*+)(?:\ \([\w-]{{2,12}}\))?(?:\ c\.s\.)?[^().;\x00]{{0,80}}\(?\Z"
)
_LABEL = re.compile(r"[Mm]otie(?!s)|[Aa]mendement")
_GIVEN = re.compile(r"(?:krijgt|motie|amendement|stuk)\b[^.;\x00]*\Z", re.IGNORECASE)
"""Before the number of a paper that has its dossier behind it in brackets."""
_LOOK_BACK = 160
_DIGITS, _FIVE_DIGITS_FROM = 5, 1971
"""Dossiers have five digits from about this session on."""
_MOST_LISTED = 60


@dataclasses.dataclass(slots=True)
class _Place:
    """The head of a citation: Chamber, sessions and dossier."""

    start: int
    chamber: House | None
    sessions: list[str]
    dossiers: list[tuple[str, str | None]]
    glue: str
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Number:
    """The number of a paper, and where it stands."""

    shown: str
    start: int
    end: int
    page: str | None = None


# decides more: the parts of a citation in their order, each of which may be missing
def read_papers(scan: Scan, start: int, cue_end: int, chamber: House | None) -> tuple[list[Reference], int]:
    """The papers or dossiers that a cue announces, and where they end; nothing if no dossier follows."""
    view = scan.view
    at, named = cue_end, chamber is not None
    if chamber is None and (match := CHAMBER.match(view, at)):
        chamber, at = house_of(match), match.end()
    if match := _DATE.match(view, at):
        at = match.end()
    found: list[Reference] = []
    place = _place(scan, start, at, chamber, [])
    if place is not None and named and not place.sessions and _CLOSED.match(view, place.end) is None:
        return [], start
    end = start
    while place is not None:
        more, end = _numbers(scan, place)
        found += more
        if not more:
            return found, end
        match = _CONTINUES.match(view, end)
        begin = match.end() if match else end
        following = _place(scan, begin, begin, chamber, place.sessions) if match else None
        if following is None or not _is_further(view, following):
            break
        place = following
    if appendix := read_appendix(scan, start, at, chamber) if not found else None:
        return appendix
    group = scan.group(len(found))
    return [one.model_copy(update={"group": group}) for one in found] if group else found, end


def _is_further(view: str, place: _Place) -> bool:
    """Whether another dossier goes on with the citation: its number follows."""
    match = _LEAD.match(view, place.end)
    return bool(_BRACKETED.match(view, place.end) or (match and match["noun"]))


# decides more: the parts of a citation in their order, each of which may be missing
def _place(scan: Scan, start: int, at: int, chamber: House | None, sessions: list[str]) -> _Place | None:
    view = scan.view
    at = end_of(GAP, view, at)
    found: list[str] = []
    while match := SESSION.match(view, at):
        session = session_of(match)
        if session:
            found.append(session)
        at = end_of(GAP, view, match.end())
        if view.startswith("en ", at):
            at += 3
    match = _DOSSIER.match(view, at)
    if match is None or (len(match["dossier"]) < _DIGITS and (not found or int(found[0][:4]) >= _FIVE_DIGITS_FROM)):
        return None
    first, at = _suffixed(view, _digits(match["dossier"]), match.end())
    named = [first]
    glue = ""
    while (another := _ANOTHER.match(view, at)) and (match := _DOSSIER.match(view, another.end())):
        if SESSION.match(view, another.end()) or (len(match["dossier"]) < _DIGITS) != (len(named[0][0]) < _DIGITS):
            break
        suffixed, end = _suffixed(view, _digits(match["dossier"]), match.end())
        if another["glue"] == ";" and (lead := _LEAD.match(view, at)) and lead["noun"]:
            break
        named.append(suffixed)
        glue, at = another["glue"], end
    at = end_of(_AND_OTHERS, view, at)
    return _Place(start, chamber, found or sessions, named, glue, at)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def _suffixed(view: str, dossier: str, at: int) -> tuple[tuple[str, str | None], int]:
    """A dossier with what follows its number: chapter, fund, sub-dossier, number of the Rijkswet."""
    subdivided = dossiers.is_subdivided(dossier)
    match = (_SUBDOSSIER if subdivided else _SUFFIX).match(view, at)
    if match and (subdivided or dossiers.may_have(dossier, match["suffix"])):
        return (dossier, match["suffix"]), end_of(_REALM, view, match.end())
    return (dossier, None), end_of(_REALM, view, at)


def _numbers(scan: Scan, place: _Place) -> tuple[list[Reference], int]:
    """The papers of a dossier, or the dossier itself where no number follows."""
    numbers, at, end = _all_listed(scan.view, place)
    if not numbers:
        return _dossiers(scan, place), place.end
    reprint = _REPRINT.match(scan.view, at)
    at, end = (reprint.end(), reprint.end()) if reprint else (at, end)
    label, movers = motion_before(scan.view, place.start)
    session = place.sessions[-1] if place.sessions else None
    cited = place.dossiers if place.glue == "/" and place.dossiers[0][1] else place.dossiers[:1]
    also = tuple("-".join(filter(None, one)) for one in place.dossiers[len(cited) :])
    made: list[Reference] = []
    for dossier, suffix in cited:
        for index, number in enumerate(numbers):
            identity = identifiers.kamerstuk(
                dossier, suffix, number.shown, senate=is_senate(place.chamber), session=session
            )
            made.append(
                scan.make(
                    KamerstukReference,
                    place.start if index == 0 else number.start,
                    max(end, number.end) if index == len(numbers) - 1 else number.end,
                    identity,
                    certainty="ambiguous" if identity.candidates else "exact" if identity.id else "partial",
                    chamber=place.chamber,
                    session=session,
                    dossier=dossier,
                    suffix=suffix,
                    number=number.shown,
                    page=number.page,
                    also_dossiers=also,
                    reprint=reprint is not None,
                    label=label,
                    movers=movers,
                )
            )
    return made, at


def _all_listed(view: str, place: _Place) -> tuple[list[_Number], int, int]:
    """The numbers behind a dossier with their pages; where the citation ends, with a closing bracket and without."""
    if bracket := _BRACKETED.match(view, place.end):
        numbers, at = _listed(view, bracket.end(), several=True)
        return numbers, at + view.startswith(")", at), at
    begin = _number_begins(view, place)
    if not begin:
        return [], place.end, place.end
    lead = _LEAD.match(view, place.end)
    numbers, at = _listed(view, begin, several=bool(lead and (lead["noun"] or "").casefold() in ("nrs", "nummers")))
    while True:
        if (page := PAGE.match(view, at)) is not None:
            numbers[-1] = dataclasses.replace(numbers[-1], page=page["page"])
            at = page.end()
        more, end = _listed(view, also.end(), several=False) if (also := _ALSO_NUMBER.match(view, at)) else ([], at)
        if not more:
            return numbers, at, at
        numbers, at = numbers + more, end


def _number_begins(view: str, place: _Place) -> int:
    """Where the number of a paper begins behind its dossier; 0 if none follows."""
    lead = _LEAD.match(view, place.end)
    if lead is None:
        return 0
    number = _NUMBER.match(view, lead.end())
    if number is None or _NO_NUMBER.match(view, lead.end()):
        return 0
    if lead["noun"]:
        return lead.end()
    if number["number"].isalpha() and lead["blank"] is not None:
        return 0
    closed = _AFTER_BARE.match(view, number.end()) is not None
    return lead.end() if closed or (lead["dash"] is not None and not number["number"].isalpha()) else 0


def _listed(view: str, at: int, *, several: bool) -> tuple[list[_Number], int]:
    """The numbers of a list: ``147 en 148``, ``1-3``, ``A en B``; a plain comma goes on only in a list of several."""
    numbers: list[_Number] = []
    match = _NUMBER.match(view, at)
    while match is not None and len(numbers) < _MOST_LISTED:
        numbers.append(_Number(match["number"], match.start(), match.end()))
        at = match.end()
        if (until := _RANGE.match(view, at)) and until["number"].isalpha() == match["number"].isalpha():
            numbers, at = [*numbers[:-1], *_between(numbers[-1], until)], until.end()
        match = _next_number(view, at, several=several, letters=numbers[-1].shown.isalpha())
    return numbers, at


# decides more: the parts of a citation in their order, each of which may be missing
def _next_number(view: str, at: int, *, several: bool, letters: bool) -> re.Match[str] | None:
    """The number that goes on with a list, if it is one of the same kind and counts nothing."""
    glue = _NEXT.match(view, at)
    match = _NUMBER.match(view, glue.end()) if glue else None
    if glue is None or match is None or letters != match["number"].isalpha() or _NO_NUMBER.match(view, glue.end()):
        return None
    if several or glue["noun"] or letters:
        return match if several or glue["noun"] or glue["list"] != "," else None
    if glue["list"] == ",":
        return match if _LISTED.match(view, at) else None
    return match if _AFTER_BARE.match(view, match.end()) else None


def _between(first: _Number, until: re.Match[str]) -> list[_Number]:
    """The numbers of a range, each printed by the whole of it; a range of letters stands for its first paper."""
    whole = dataclasses.replace(first, end=until.end())
    last = until["number"]
    if not (first.shown.isdecimal() and last.isdecimal()) or not 0 < int(last) - int(first.shown) <= _MOST_LISTED:
        return [whole]
    return [dataclasses.replace(whole, shown=str(n)) for n in range(int(first.shown), int(last) + 1)]


def _dossiers(scan: Scan, place: _Place) -> list[Reference]:
    several = place.dossiers if place.glue == "en" else place.dossiers[:1]
    also = () if len(several) > 1 else tuple(number for number, _ in place.dossiers[1:])
    return [
        scan.make(
            DossierReference,
            place.start,
            place.end,
            identifiers.dossier(number, suffix),
            chamber=place.chamber,
            sessions=tuple(place.sessions),
            dossier=number,
            suffix=suffix,
            also_dossiers=also,
        )
        for number, suffix in several
    ]


def motion_before(view: str, start: int) -> tuple[Literal["motie", "amendement"] | None, tuple[str, ...]]:
    """What the paper is called before its number, and who moved it: ``de motie-Klaver c.s. (Kamerstuk ...)``."""
    before = view[max(start - _LOOK_BACK, 0) : start]
    named = [found for match in _LABEL.finditer(before) if (found := _MOTION.match(before, match.start()))]
    if len(named) != 1:
        return None, ()  # of several motions the text does not say whose this paper is
    (found,) = named
    label: Literal["motie", "amendement"] = "motie" if found["label"].casefold() == "motie" else "amendement"
    return label, tuple(name.strip() for name in re.split(r"\ en\ |,\ ?|/", found["names"]) if name.strip())


def read_bracketed(scan: Scan, start: int, at: int) -> tuple[list[Reference], int]:
    """A paper without a cue, safe by its shape: ``(35 992, nr. 1)``, ``(35925 VII / 35925 IV, A)``."""
    place = _place(scan, start, at, None, [])
    if place is None:
        return [], start
    lead = _LEAD.match(scan.view, place.end)
    tied = lead is not None and (lead["bare"] is not None or lead["dash"] is not None)
    if lead is None or not (lead["noun"] or (tied and place.dossiers[0][1])):
        return [], start
    found, end = _numbers(scan, place)
    return ([one for one in found if one.kind == "kamerstuk"], end) if found else ([], start)


def read_number_first(scan: Scan, match: re.Match[str]) -> Iterator[Reference]:
    """A paper as the minutes number it: ``krijgt nr. 22 (30196)``."""
    if not _GIVEN.search(scan.view[max(match.start() - _LOOK_BACK, 0) : match.start()]):
        return
    dossier, number = _digits(match["bracketed_dossier"]), match["before_dossier"]
    identity = identifiers.kamerstuk(dossier, None, number, senate=None, session=None)
    yield scan.make(KamerstukReference, match.start(), match.end(), identity, dossier=dossier, number=number)
