"""Citations in a text as typed references, with official ids and links.

One scan for what announces a citation (a noun, an id that tells itself), then a small grammar per kind from there.
Nothing is looked up: an id is given where a rule derives it from the citation.
"""

from __future__ import annotations

import re
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
from kamerbrief.references.articles import read_articles
from kamerbrief.references.correspondence import read_advice, read_case, read_commitment, read_letter
from kamerbrief.references.european import read_act, read_com, read_journal
from kamerbrief.references.fold import folded
from kamerbrief.references.gazettes import read_gazette
from kamerbrief.references.links import read_published_id, read_url
from kamerbrief.references.parliament import read_bracketed, read_number_first, read_papers
from kamerbrief.references.reports import read_report
from kamerbrief.references.rulings import read_ecli, read_ljn
from kamerbrief.references.scan import Scan

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from kamerbrief.model.references import House

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

_ANCHOR = re.compile(
    r"""(?<![^\W\d_])(?:
    (?P<url>https?://|www\.)
  | (?P<papers>(?:[Bb]ijlage\ bij\ )?
      (?:[Kk]amerstuk(?:ken|nummers?|nrs?\.?|dossiers?)?|KAMERSTUK(?:KEN)?)(?!\w))
  | (?P<dossier>[Dd]ossier(?:nummer|s)?\ (?=\d))
  | (?P<house>(?:Tweede|Eerste)\ Kamer(?:\ der\ Staten-Generaal)?
        (?=[, ]{1,3}(?:vergaderjaar|\d{2,4}\ ?[/-]|\d\d[ .]?\d{3}))
      | (?:[TE]K|[TE]\.K\.)(?=[ ,]+(?:vergader|'?\d)))
  | (?P<appendix>[Aa]anhangsel(?:\ van\ de|\ der|\ bij\ de)?\ [Hh]andelingen)
  | (?P<report>Handelingen|handelingen(?=\ I))
  | (?P<gazette>Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)(?![a-z])
  | (?:(?:Gedelegeerde\ |[Uu]itvoerings)?
      (?P<act>[Vv]erordening|[Rr]ichtlijn|[Bb]esluit|[Bb]eschikking|[Aa]anbeveling|[Kk]aderbesluit)
      (?:en)?(?=\ (?:\([EG]|[Nn]r|\d)))
  | (?P<com>COM|JOIN|SWD|SEC|C(?=\(20\d\d\)\ ?\d))(?=\ ?[(\[])
  | (?P<journal>P[bB](?=\ ?(?:EU|EG|EEG)?\.?\ ?[\dLC]))
  | (?P<ecli>ECLI?[:;]|ecli:)
  | (?P<ljn>LJN)(?=[-:\ ])
  | (?P<article>[Aa]rtikel(?:en)?|[Aa]rtt?\.)\ (?=\d)
  | (?P<letter>(?:(?P<direction>[Mm]ijn|[Oo]nze|[Oo]ns|[Uu]w|[Dd]eze|[Hh]aar|[Zz]ijn)\ )?
      (?:[Kk]amerb|[Aa]anbiedingsb|[Bb])rie(?:f|ven))(?=\ )
  | (?P<case>20\d\d[ZD]\d{4})
  | (?P<commitment>TZ\d{6}-|T[0O]\d{4}(?!\d))
  | (?P<published>(?:kst|ah-[te]k|h-[te]k|kv-tk|nds-tk|blg|stb-\d{4}|stcrt-\d{4}|trb-\d{4})-(?=[A-Z\d]))
  | (?P<number_first>nr\.?\ (?P<before_dossier>\d{1,4})\ ?\((?P<bracketed_dossier>\d\d\ ?\d{3})\))
  | no\.?\ ?(?P<advice>W\d\d\.\d\d\.\d{4}/[IVX]+)
  | [Kk]abinetsmissive(?:\ van\ [^.;\x00]{1,60}?)?,?\ n[or]\.?\ ?(?P<missive>20\d{8})
  | (?P<bracketed>(?<=\()\d\d[ .]?\d{3}(?=\D)|\d{5}(?=;\ \d{5},))
    )""",
    re.VERBOSE,
)


_WORDS = (
    *("Bijlage bij ", "bijlage bij ", "Kamerst", "kamerst", "KAMERST", "Dossier", "dossier", "Tweede Kamer"),
    *("Eerste Kamer", "TK", "EK", "T.", "E.", "Aanhangsel", "aanhangsel", "Handelingen", "handelingen I", "Stb"),
    *("Stcrt", "Trb", "Staats", "Tractatenblad", "Gedelegeerde ", "Uitvoerings", "uitvoerings", "Verordening"),
    *("verordening", "Richtlijn", "richtlijn", "Besluit", "besluit", "Beschikking", "beschikking", "Aanbeveling"),
    *("aanbeveling", "Kaderbesluit", "kaderbesluit", "COM", "JOIN", "SWD", "SEC", "C(", "PB", "Pb", "ECL", "ecli"),
    *("LJN", "Art", "art", "Mijn ", "mijn ", "Onze ", "onze ", "Ons ", "ons ", "Uw ", "uw ", "Deze ", "deze ", "Haar "),
    *(
        "haar ",
        "Zijn ",
        "zijn ",
        "Kamerb",
        "kamerb",
        "Aanbiedingsb",
        "aanbiedingsb",
        "Brie",
        "brie",
        "TZ",
        "TO",
        "kst-",
    ),
    *("ah-", "kv-", "nds-", "blg-", "stb-", "stcrt-", "trb-", "nr. ", "nr ", "no.", "no W"),
    *("Kabinetsmissive", "kabinetsmissive"),
)
"""What an anchor begins with."""
_BY_PAIR = {word[:2]: tuple(other for other in _WORDS if other[:2] == word[:2]) for word in _WORDS}
_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z][A-Za-z.(]")
_BARE = ("http", "www.", "kst-", "h-tk-", "h-ek-")
"""What begins an anchor that needs no figure, or is no word."""
_FIGURE = re.compile(r"\d++")
_REACH = 140


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
    found = _found(Scan(text, folded(text), date))
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _found(scan: Scan) -> Iterator[Reference]:
    at = 0
    for start in _places(scan.view):
        match = _ANCHOR.match(scan.view, start) if start >= at else None
        if match is None:
            continue
        made, end = _read(scan, match)
        yield from made
        at = max(end, start + 1) if made else max(end, match.end())


def _places(view: str) -> list[int]:
    """Where an anchor may begin, in order; this is several times as fast as to try the pattern at each place."""
    figures = [match.span() for match in _FIGURE.finditer(view)]
    places = {start for start, _ in figures} | {start - 1 for start, _ in figures if view[start - 1 : start] == "T"}
    for begin, end in _windows(figures):
        places.update(
            match.start()
            for match in _WORD.finditer(view, begin, end)
            if (starts := _BY_PAIR.get(match.group())) and view.startswith(starts, match.start())
        )
    for word in _BARE:
        at = view.find(word)
        while at >= 0:
            places.add(at)
            at = view.find(word, at + 1)
    return sorted(places)


def _windows(figures: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches before the figures of a text: every citation of words has one within reach."""
    begin = end = 0
    for start, stop in figures:
        if start - _REACH > end:
            if end > begin:
                yield begin, end
            begin = start - _REACH
        end = stop
    if end > begin:
        yield begin, end


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
            house: House = "eerste_kamer" if match.group()[0] == "E" else "tweede_kamer"
            return read_papers(scan, start, end, house)
        case "appendix":
            return read_report(scan, start, end, appendix=True)
        case "report":
            return read_report(scan, start, end, appendix=False)
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
        case "case":
            return read_case(scan, start)
        case "commitment":
            return read_commitment(scan, start)
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
