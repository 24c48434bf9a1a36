"""Citations in a text as typed references, with official ids and links.

One scan for what announces a citation (a noun, an id that tells itself), then a small grammar per kind from there.
Nothing is looked up: an id is given where a rule derives it from the citation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.model.references import (
    AanhangselReference,
    ArticleReference,
    Certainty,
    ComReference,
    DocumentReference,
    DossierReference,
    EcliReference,
    EuActReference,
    HandelingenReference,
    KabinetsmissiveReference,
    KamerstukReference,
    LetterReference,
    LjnReference,
    OjReference,
    OpIdReference,
    QuestionReference,
    Reference,
    RvsAdviesReference,
    StbReference,
    StcrtReference,
    ToezeggingReference,
    TrbReference,
    UrlReference,
    Where,
    ZaakReference,
)
from kamerbrief.references.anchors import ANCHOR, places
from kamerbrief.references.articles import read_articles
from kamerbrief.references.chambers import house_called
from kamerbrief.references.correspondence import read_advice, read_case, read_commitment, read_letter
from kamerbrief.references.european import read_act, read_bare_act, read_com, read_journal
from kamerbrief.references.fold import folded
from kamerbrief.references.gazettes import read_gazette
from kamerbrief.references.links import read_address, read_published_id, read_url
from kamerbrief.references.parliament import read_bracketed, read_number_first, read_papers, read_session
from kamerbrief.references.questions import read_answered
from kamerbrief.references.reports import read_questions, read_report
from kamerbrief.references.rulings import read_ecli, read_ljn
from kamerbrief.references.scan import Scan

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Iterator

__all__ = [
    "AanhangselReference",
    "ArticleReference",
    "Certainty",
    "ComReference",
    "DocumentReference",
    "DossierReference",
    "EcliReference",
    "EuActReference",
    "HandelingenReference",
    "KabinetsmissiveReference",
    "KamerstukReference",
    "LetterReference",
    "LjnReference",
    "OjReference",
    "OpIdReference",
    "QuestionReference",
    "Reference",
    "RvsAdviesReference",
    "StbReference",
    "StcrtReference",
    "ToezeggingReference",
    "TrbReference",
    "UrlReference",
    "Where",
    "ZaakReference",
    "find_references",
]


def find_references(text: str, *, date: dt.date | None = None) -> tuple[Reference, ...]:
    """The references in any text, sorted; ``text[r.span.slice] == r.raw`` for each.

    Args:
        text: The text; never altered, offsets are its code points.
        date: The date of the text, for ``25 oktober jl.`` and for laws that share a name.

    Example:
        >>> from kamerbrief import find_references
        >>> [(one.kind, one.id) for one in find_references("Zie Kamerstuk 35 334, nr. 407 en Stb. 2011, 35.")]
        [('kamerstuk', 'kst-35334-407'), ('stb', 'stb-2011-35')]
    """
    return references_in(text, folded(text), date)


def references_in(text: str, view: str, date: dt.date | None) -> tuple[Reference, ...]:
    """The same for a text that is folded already."""
    found = _found(Scan(text, view, date))
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _found(scan: Scan) -> Iterator[Reference]:
    at = 0
    for start in places(scan.view):
        match = ANCHOR.match(scan.view, start) if start >= at else None
        if match is None:
            continue
        made, end = _read(scan, match)
        yield from made
        at = max(end, start + 1) if made else max(end, match.end())


# decides more: a kind of citation each
def _read(scan: Scan, match: re.Match[str]) -> tuple[list[Reference], int]:  # noqa: C901, PLR0911, PLR0912 - a table of kinds
    """What an anchor announces, read by the grammar of its kind."""
    start, end = match.span()
    match match.lastgroup:
        case "url":
            return read_url(scan, start)
        case "papers":
            return read_papers(scan, start, end, None)
        case "dossier":
            return read_bracketed(scan, start, end)
        case "house":
            return read_papers(scan, start, end, house_called(match.group()), named=True)
        case "session":
            return read_session(scan, start)
        case "appendix":
            return read_questions(scan, start, end)
        case "report":
            found, end_of_report = read_report(scan, start, end)
            return read_papers(scan, start, end, None) if found is None else (found, end_of_report)
        case "gazette":
            return read_gazette(scan, start, end, match["gazette"])
        case "act":
            return read_act(scan, start, end, match["act"])
        case "com":
            return read_com(scan, start, end, match["com"])
        case "journal":
            return read_journal(scan, start, end)
        case "ecli":
            return read_ecli(scan, start)
        case "ljn":
            return read_ljn(scan, start, end)
        case "article":
            return read_articles(scan, start, end)
        case "letter":
            direction = match["direction"]
            return read_letter(scan, start, end, direction.casefold() if direction else None)
        case "bare_act":
            return read_bare_act(scan, start)
        case "address":
            return read_address(scan, start)
        case "case":
            return read_case(scan, start)
        case "commitment":
            return read_commitment(scan, start)
        case "answered":
            return read_answered(scan, start, end)
        case "published":
            return read_published_id(scan, start)
        case "number_first":
            return list(read_number_first(scan, match)), end
        case "advice":
            return read_advice(scan, match, missive=False)
        case "missive":
            return read_advice(scan, match, missive=True)
        case _:
            return read_bracketed(scan, start, start)
