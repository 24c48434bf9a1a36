"""Papers and dossiers of the two Chambers.

The notation is that of the Aanwijzingen voor de regelgeving (3.43) and of the Leidraad voor juridische auteurs, and
what letters make of it: ``Kamerstuk 35 334, nr. 407`` without Chamber and session, ``35925-VI-56``, lists and ranges.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from kamerbrief.model.references import DossierReference, House, KamerstukReference
from kamerbrief.references import identifiers
from kamerbrief.references.chambers import is_senate
from kamerbrief.references.heads import Head, read_head
from kamerbrief.references.numbers import BRACKETED, LEAD, Number, all_listed
from kamerbrief.references.reports import read_appendix
from kamerbrief.vocabulary.citations import any_of, listed
from kamerbrief.vocabulary.sessions import SESSION, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_CLOSED = re.compile(r"\ *(?:,?\ *(?:nrs?\b|nummers?\b|en\ \d)|[.;:)\]^\x00]|[-/]\d|$|,\ *[A-Z]{1,2}(?!\w))")
"""Behind a dossier that only the name of a Chamber announces; an amount of something goes on with a word."""
_REPRINT = re.compile(r"[, ]*+\(?(?:\d?e\ )?herdruk\)?", re.IGNORECASE)
_CONTINUES = re.compile(r"\ *[;,]\ *(?:en\ +)?|\ en\ +")
_TRAILING = re.compile(rf"[, (]+(?=(?:vergader|zitting)){SESSION.pattern}\)?", re.IGNORECASE)
"""The session behind the number of its paper."""
_NAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|'t|[Ee]l)[ -])*[^\W\d_a-z][\w'-]*"
_MOTION = re.compile(
    r"(?P<label>[Mm]otie|[Aa]mendement)(?:-|\ )(?:(?:van\ )?(?:het\ lid|de\ leden)\ )?"
    rf"(?P<names>{_NAME}(?:(?:\ en\ |,\ |/|\ ){_NAME})*+)(?:\ \([\w-]{{2,12}}\))?(?:\ c\.s\.)?[^().;\x00]{{0,80}}\(?\Z"
)
_LABEL = re.compile(r"[Mm]otie(?!s)|[Aa]mendement")
_PAPER_NAMED = re.compile(rf"\b(?:{_LABEL.pattern})\ \Z")
"""Right before a dossier that has its number behind a dash: ``motie 31288-941``."""
_GIVEN = re.compile(r"(?:krijgt|motie|amendement|stuk)\b[^.;\x00]*\Z", re.IGNORECASE)
"""Before the number of a paper that has its dossier behind it in brackets."""
_COUNTED = re.compile(
    r"(?:(?:\bnrs?\.?|\bno\.?|€|\bEUR|\bf|\b[Tt]el(?:efoon)?\.?:?|\b(?:Postbus|artikel|ISSN)|\d)[\ \t]?|[.,/:-])\Z"
)
"""Before five figures that are no dossier."""
_CLOSED_NUMBER = re.compile(r"(?=\ *(?:[,.;:()\]|^\x00]|\Z|en\b|p\.|pag|blz)|\ [^\W\d])")
_ENDED = re.compile(r"(?!\ ?\d|\ (?:euro|miljoen|mensen|personen)\b)")
_TIED = re.compile(r"-\d{1,4}\)|,\ ?(?P<letters>[A-Z]{1,2})\)")
"""What makes a dossier in brackets a paper: ``(31289-235)``, ``(33 123, BD)``."""
_NOTED = re.compile(r"\ \(nrs?\.?\ ?\d")
_ALONE = re.compile(r"\ ?\)")
_BILL = re.compile(
    rf"\b(?:(?i:{any_of(listed('bills'))})|Wet|[A-Z]\w+wet)\b"
    rf"(?!.*\b(?:{any_of(listed('verbs'))})\b)(?:[^()\[\].;:\x00]|\([A-Z]{{1,6}}\))*\(\Z"
)
"""Before a dossier alone in brackets: the name of a bill, in which a chapter may stand, and no verb since."""
_BUDGET = re.compile(r"\d\d\ ?\d{3}(?:\ |-)[IVX]{2,}[AB]?(?!\w)|\d{3}00(?:\ |-)[IVX](?!\w)")
"""A dossier of a budget with its chapter, alone in brackets: ``(31700 X)``; ``(10 400 V)`` are volts."""
_BILL_NUMBER = re.compile(rf"(?i:\b(?:{any_of(listed('bills'))}))\ (?:nr\.?\ |nummer\ )?\Z")
"""Right before the dossier of a bill: ``wetsvoorstel 36 123``."""
_LOOK_BACK, _SHORT_LOOK_BACK, _LONGEST_BILL = 160, 12, 300
_FIGURES = 5
"""Of a dossier printed without a blank."""


# decides more: the parts of a citation in their order, each of which may be missing
def read_papers(
    scan: Scan, start: int, cue_end: int, chamber: House | None, *, named: bool = False
) -> tuple[list[Reference], int]:
    """The papers or dossiers that a cue announces, and where they end; nothing if no dossier follows.

    Args:
        scan: The text.
        start: Where the cue begins.
        cue_end: Where it ends.
        chamber: The Chamber, if the cue names one.
        named: Whether the cue is no more than that, so that what follows must show that it is a citation.
    """
    view = scan.view
    place = read_head(view, start, cue_end, chamber, [])
    if not place.dossiers:
        return read_appendix(scan, place, whole=not named) or ([], start)
    if named and not place.sessions and _CLOSED.match(view, place.end) is None:
        return [], start
    found: list[Reference] = []
    end = start
    while place.dossiers:
        more, end = _numbers(scan, place)
        found += more
        if not more or more[0].kind != "kamerstuk":
            break
        match = _CONTINUES.match(view, end)
        if match is None:
            break
        place = read_head(view, match.end(), match.end(), place.chamber, place.sessions)
        if not _is_further(view, place):
            break
    group = scan.group(len(found))
    return [one.model_copy(update={"group": group}) for one in found] if group else found, end


def _is_further(view: str, place: Head) -> bool:
    """Whether another dossier goes on with the citation: its number follows."""
    match = LEAD.match(view, place.end)
    return bool(BRACKETED.match(view, place.end) or (match and match["noun"]))


# decides more: the parts of a citation in their order, each of which may be missing
def _numbers(scan: Scan, place: Head) -> tuple[list[Reference], int]:
    """The papers of a dossier, or the dossier itself where no number follows."""
    numbers, at, end = all_listed(scan.text, scan.view, place)
    if scan.view.startswith(")", at) and "(" in scan.view[place.start : at] and ")" not in scan.view[place.start : at]:
        at = end = at + 1  # the bracket that opened behind the noun
    if not numbers:
        return _dossiers(scan, place), place.end
    reprint = _REPRINT.match(scan.view, at)
    at, end = (reprint.end(), reprint.end()) if reprint else (at, end)
    session = place.sessions[-1] if place.sessions else None
    if not place.dated and session is None and (trailing := _TRAILING.match(scan.view, at)):
        session, at, end = session_of(trailing), trailing.end(), trailing.end()
    cited = place.dossiers if place.glue == "/" and place.dossiers[0][1] else place.dossiers[:1]
    label, movers = motion_before(scan.view, place.start)
    parts = {
        "also_dossiers": tuple("-".join(filter(None, one)) for one in place.dossiers[len(cited) :]),
        "reprint": reprint is not None,
        "label": label,
        "movers": movers,
    }
    made: list[Reference] = []
    for dossier in cited:
        for index, number in enumerate(numbers):
            begin = place.start if index == 0 else number.start
            stop = max(end, number.end) if index == len(numbers) - 1 else number.end
            paper = _paper(scan, (begin, stop), place, session, dossier, number)
            made.append(paper.model_copy(update=parts))
    return made, at


def _paper(
    scan: Scan,
    stretch: tuple[int, int],
    place: Head,
    session: str | None,
    dossier: tuple[str, str | None],
    number: Number,
) -> KamerstukReference:
    identity = identifiers.kamerstuk(*dossier, number.shown, senate=is_senate(place.chamber), session=session)
    told = "derived" if number.spaced or place.spaced else "exact"
    return scan.make(
        KamerstukReference,
        *stretch,
        identity,
        certainty="ambiguous" if identity.candidates else told if identity.id else "partial",
        chamber=place.chamber,
        session=session,
        dossier=dossier[0],
        suffix=dossier[1],
        number=number.shown,
        page=number.page,
    )


def _dossiers(scan: Scan, place: Head) -> list[Reference]:
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


def read_session(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A paper whose citation begins with its session: ``vergaderjaar 2021-2022, 35 925, nr. 7``."""
    found, end = read_papers(scan, start, start, None, named=True)
    return (found, end) if found and found[0].kind == "kamerstuk" else ([], start)


# decides more: each shape that is safe without a cue
def read_bracketed(scan: Scan, start: int, at: int) -> tuple[list[Reference], int]:
    """A paper without a cue, safe by its shape: ``(35 992, nr. 1)``, ``35 992, nr. 1``, ``(35925 VII / 35925 IV, A)``.

    A dossier alone in brackets is one behind the name of a bill.
    """
    view = scan.view
    place = read_head(view, start, at, None, [])
    if not place.dossiers or place.sessions or place.dossiers[0][0].startswith("0"):
        return [], start
    opened = at > start or view.startswith("(", start - 1) or (len(place.dossiers) > 1 and place.glue in ";/")
    if not opened and not _is_round(place) and _BILL_NUMBER.search(view, max(start - _LOOK_BACK, 0), start):
        found, end = _numbers(scan, place)
        return (found, end) if found[0].kind == "kamerstuk" or _ENDED.match(view, place.end) else ([], place.end)
    if not (opened or place.dossiers[0][1]) and _is_counted(scan, start, place):
        return [], start
    lead = LEAD.match(view, place.end)
    if opened and _ALONE.match(view, place.end):
        whole = _is_bill(view, start, place) or (
            place.dossiers[0][1] is not None and _BUDGET.match(view, start) is not None
        )
        return (_dossiers(scan, place) if whole else []), place.end
    suffixed = lead is not None and (lead["bare"] is not None or lead["dash"] is not None) and place.dossiers[0][1]
    named = _PAPER_NAMED.search(view, max(start - _SHORT_LOOK_BACK, 0), start) is not None
    tied = _is_tied(view, start, place) if opened else named and lead is not None and lead["dash"] is not None
    noted = _NOTED.match(view, place.end)
    if lead is None or not (lead["noun"] or noted or (suffixed and (opened or lead["dash"] is not None)) or tied):
        return [], place.end
    found, end = _numbers(scan, place)
    papers: list[Reference] = [one for one in found if one.kind == "kamerstuk"]
    if not (opened or _CLOSED_NUMBER.match(view, end) or scan.text[end] in "\r\n"):
        return [], start
    return (papers, end) if papers else ([], start)


def _is_counted(scan: Scan, start: int, place: Head) -> bool:
    """Whether five figures are an amount, a roll number or the like; those with a chapter are a dossier."""
    return _is_round(place) or _COUNTED.search(scan.text, max(start - _SHORT_LOOK_BACK, 0), start) is not None


def _is_tied(view: str, start: int, place: Head) -> bool:
    """Whether a letter or a dash with a number makes a dossier in brackets a paper; ``(10117, DE)`` is a place."""
    match = _TIED.match(view, place.end)
    if match is None or len(place.dossiers) > 1:
        return match is not None
    compact = view[start : start + _FIGURES].isdecimal()
    return not _is_round(place) and not (compact and match["letters"] and len(match["letters"]) > 1)


def _is_bill(view: str, start: int, place: Head) -> bool:
    return not _is_round(place) and _BILL.search(view, max(start - _LONGEST_BILL, 0), start) is not None


def _is_round(place: Head) -> bool:
    """Whether the figures look like an amount: ``25 000``."""
    number, suffix = place.dossiers[0]
    return number.endswith("000") and suffix is None


def read_number_first(scan: Scan, match: re.Match[str]) -> Iterator[Reference]:
    """A paper as the minutes number it: ``krijgt nr. 22 (30196)``."""
    if not _GIVEN.search(scan.view[max(match.start() - _LOOK_BACK, 0) : match.start()]):
        return
    dossier, number = match["bracketed_dossier"].replace(" ", ""), match["before_dossier"]
    identity = identifiers.kamerstuk(dossier, None, number, senate=None, session=None)
    yield scan.make(KamerstukReference, match.start(), match.end(), identity, dossier=dossier, number=number)
