"""The head of a parliamentary citation: Chamber, session, date and dossier, in whatever order they stand."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from kamerbrief.references.chambers import CHAMBER, GAP, end_of, house_of
from kamerbrief.references.scan import MONTHS
from kamerbrief.vocabulary import dossiers
from kamerbrief.vocabulary.sessions import SESSION, is_mended, session_of

if TYPE_CHECKING:
    from kamerbrief.model.references import House

DATE = re.compile(rf"[, ]*+\d{{1,2}}\ (?:{MONTHS})\ \d{{4}}(?=,)", re.IGNORECASE)
_YEAR = re.compile(r"(?:(?:zitting|zittingsjaar|vergaderjaar)\ )?(?:19|20)\d\d(?=,\ ?\d)", re.IGNORECASE)
"""One year where a session should stand; it tells none."""
_DOSSIER = re.compile(r"(?:nr\.?\ ?)?(?P<dossier>\d\d[ .-]?\d{3})(?!\d)")
_OLD = re.compile(r"(?:nr\.?\ ?)?(?P<dossier>\d[ .]?\d{3}(?=\d?[ ,;(]*(?:\(R|,|blz|nr|Nr|\x00|$)))(?!\d)")
_OLDEST = re.compile(r"(?:nr\.?\ ?)?(?P<dossier>\d{1,3})(?=,\ ?[Nn][ro]s?\b)")
_SPACED = re.compile(r"(?P<dossier>\d(?:\ ?\d){4})(?=(?:[ -]?\ ?[IVX]{1,5}[AB]?)?(?:-\d|,?\ ?nrs?\b))")
"""A dossier whose figures are set apart, as the text layers of some documents have them."""
_SUFFIX = re.compile(
    r"(?:[ .-]{0,3}hoofdstuk\ |,\ (?=[IVX]+[AB]?,?\ nr)|[ .-]{0,3})"
    rf"(?P<suffix>{'|'.join(dossiers.suffixes())})(?![\w/])(?!\.\w)"
)
_CHAPTER_FIRST = re.compile(r"[, ]*+(?P<suffix>III|[IVX]{2,6}[AB]?|[VX])(?=,?\ ?\d\d[ .]?\d{3}(?!\d))")
"""The chapter of a budget before its dossier: ``Kamerstuk IV, 36200, nr. 44``."""
_NOUN = re.compile(r"(?:kamerst(?:uk(?:ken)?|\.)|kst\.)\ (?=\d)", re.IGNORECASE)
_SUBDOSSIER = re.compile(r"\ ?-\ ?(?P<suffix>\d\d)(?!\d)")
_REALM = re.compile(r"(?:\ *\(R\ ?\d{2,4}\)|,\ R\ ?\d{2,4}(?=,))")
_ANOTHER = re.compile(r"\ *(?P<glue>,|;|/|en)\ *(?=\d)")
_AND_OTHERS = re.compile(r"\ *e\.a\.")
_OTHER_NUMBER = re.compile(r"\ *[,.;:]?\ *(?:nrs?|nummers?|no)(?![a-z])", re.IGNORECASE)
_MOST_TOKENS, _MOST_DOSSIERS = 16, 16
_FIVE_DIGITS_FROM, _FOUR_DIGITS_FROM = 1971, 1946
"""Dossiers have five digits from about this session on, and had four before."""


@dataclasses.dataclass(slots=True)
class Head:
    """What a citation says before the number of its paper."""

    start: int
    chamber: House | None
    sessions: list[str]
    dossiers: list[tuple[str, str | None]] = dataclasses.field(default_factory=list)
    glue: str = ""
    spaced: bool = False
    """The figures of its dossier are set apart."""
    date: str = ""
    """The day that was told, as printed."""
    mended: bool = False
    """The second year of a session was put right."""
    dated: bool = False
    """A session or date was told, even if its years do not follow each other."""
    end: int = 0


def read_head(view: str, start: int, at: int, chamber: House | None, sessions: list[str]) -> Head:
    """The tokens that stand here, each where it likes; ``dossiers`` is empty if none is told.

    Args:
        view: The text.
        start: Where the citation begins.
        at: Where its head begins.
        chamber: What is known from before.
        sessions: What is known from before.
    """
    head, found = Head(start, chamber, [], end=at), list[str]()
    for _ in range(_MOST_TOKENS):
        if (token := _token(view, head, found)) is None:
            break
        head.end = token
    head.sessions = found or sessions
    if head.dossiers:
        head.end = end_of(_AND_OTHERS, view, head.end)
    return head


# decides more: a kind of token each
def _token(view: str, head: Head, sessions: list[str]) -> int | None:
    """Where the next token ends, after it was put into the head; None if none follows."""
    at = head.end
    if not head.dossiers and (match := CHAMBER.match(view, at)):
        head.chamber = house_of(match)
        return match.end()
    if match := DATE.match(view, at):
        head.dated, head.date = True, match.group()
        return match.end()
    begin = end_of(GAP, view, at)
    opened = view.startswith("(", begin)
    session = SESSION.match(view, begin + opened)
    if session is not None and opened and not view.startswith(")", session.end()):
        session = None
    if session is not None and (not head.dossiers or session["word"] or len(session["first"]) > 2):  # noqa: PLR2004
        if head.dossiers and sessions:
            return None  # of the next paper
        head.dated = True
        head.mended = head.mended or is_mended(session)
        sessions += filter(None, [session_of(session)])
        end = end_of(GAP, view, session.end())
        return end + 3 if view.startswith("en ", end) and not head.dossiers else session.end() + opened
    if head.dossiers:
        return None
    if (chapter := _CHAPTER_FIRST.match(view, at)) and chapter["suffix"] in dossiers.suffixes():
        return _read_dossiers(view, head, end_of(GAP, view, chapter.end()), sessions, chapter["suffix"])
    if (match := _YEAR.match(view, begin)) or (sessions and (match := _NOUN.match(view, begin))):
        return match.end()
    return _read_dossiers(view, head, begin + opened, sessions)


def _read_dossiers(view: str, head: Head, at: int, sessions: list[str], chapter: str | None = None) -> int | None:
    match = _dossier(view, at, sessions)
    if match is None:
        return None
    head.spaced = match.re is _SPACED
    first, at = _suffixed(view, _digits(match["dossier"]), match.end())
    head.dossiers.append((first[0], first[1] or chapter))
    while len(head.dossiers) < _MOST_DOSSIERS and (another := _ANOTHER.match(view, at)):
        match = _dossier(view, another.end(), sessions)
        if match is None or SESSION.match(view, another.end()) or len(_digits(match["dossier"])) != len(first[0]):
            break
        if another["glue"] == ";" and _OTHER_NUMBER.match(view, at):
            break
        suffixed, at = _suffixed(view, _digits(match["dossier"]), match.end())
        head.dossiers.append(suffixed)
        head.glue = another["glue"]
    return at


def _dossier(view: str, at: int, sessions: list[str]) -> re.Match[str] | None:
    """A dossier; what number of figures it may have tells the session."""
    match = _DOSSIER.match(view, at) or _SPACED.match(view, at)
    if match is not None or not sessions or int(sessions[0][:4]) >= _FIVE_DIGITS_FROM:
        return match
    return _OLD.match(view, at) or (_OLDEST.match(view, at) if int(sessions[0][:4]) < _FOUR_DIGITS_FROM else None)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def _suffixed(view: str, dossier: str, at: int) -> tuple[tuple[str, str | None], int]:
    """A dossier with what follows its number: chapter, fund, sub-dossier, number of the Rijkswet."""
    subdivided = dossiers.is_subdivided(dossier)
    match = (_SUBDOSSIER if subdivided else _SUFFIX).match(view, at)
    if match and (subdivided or dossiers.may_have(dossier, match["suffix"])):
        return (dossier, match["suffix"]), end_of(_REALM, view, match.end())
    return (dossier, None), end_of(_REALM, view, at)
