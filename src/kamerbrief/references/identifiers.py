"""Official ids and addresses of cited documents, as pure functions: never a guess, ``None`` where no rule derives one.

Officiële bekendmakingen names a document in its address: ``https://zoek.officielebekendmakingen.nl/<id>.html``.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from urllib.parse import quote

_PUBLISHED = "https://zoek.officielebekendmakingen.nl/"
_ONLINE_FROM = 1995
"""Parliamentary papers are online from this session on."""
_RUNNING_DOSSIER = 17_000
"""Older dossiers than this one no longer have new papers; cited without a session, a paper of them is not online."""
_PREFIXED, _MIXED = range(1994, 2009), 2009
"""Sessions whose papers of the Eerste Kamer have the session in their id, and the one in which that ended."""
_MIXED_DOSSIER = 32_124
"""Dossiers from this one on were opened when the Eerste Kamer no longer had the session in its ids."""
_LETTERS_OF_SENATE = 28_600
"""In older dossiers a letter numbers papers of the Tweede Kamer too."""
_ITEMS_FROM = 2010
_NUMBERED_GAZETTE = 2009
_GAZETTE_DIGITS = 4
_GAZETTES_ONLINE = 1951
_YEAR_FIRST_FROM = 2015
_ACT_YEARS, _SHORT_ACT_YEARS = range(1952, 2051), range(58, 100)
"""Years of European acts: the number of an act may look like another one."""
_EU_KIND = {
    "verordening": "R",
    "richtlijn": "L",
    "besluit": "D",
    "beschikking": "D",
    "kaderbesluit": "F",
    "aanbeveling": "H",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Identity:
    """The id and address of a document; several candidates where the citation allows several."""

    id: str | None = None
    url: str | None = None
    candidates: tuple[str, ...] = ()


NONE = Identity()


def published(identifier: str) -> str:
    """The page of a document of officiële bekendmakingen.

    Example:
        >>> published("stb-2011-35")
        'https://zoek.officielebekendmakingen.nl/stb-2011-35.html'
    """
    return f"{_PUBLISHED}{identifier}.html"


def _session_key(session: str) -> str:
    return session.replace("-", "")


# decides more: the rules by which ids were given over the years, one after the other
def kamerstuk(dossier: str, suffix: str | None, number: str, *, senate: bool | None, session: str | None) -> Identity:
    """A parliamentary paper.

    Args:
        dossier: Without blanks: ``35925``.
        suffix: Budget chapter, fund or sub-dossier: ``VII``, ``02``.
        number: ``56``, ``188b``, ``AA``.
        senate: Whether it is a paper of the Eerste Kamer; None if the citation does not say.
        session: ``2021-2022``.

    Example:
        >>> kamerstuk("35925", "VII", "12", senate=False, session=None).id
        'kst-35925-VII-12'
        >>> kamerstuk("29762", None, "D", senate=True, session="2004-2005").id
        'kst-20042005-29762-D'
    """
    plain = "-".join(part for part in ("kst", dossier, suffix, number) if part)
    year = int(session[:4]) if session else None
    lettered = number.isalpha()
    ours = senate is True or (senate is None and lettered and int(dossier) >= _LETTERS_OF_SENATE)
    online = year >= _ONLINE_FROM - 1 if year is not None else int(dossier) >= _RUNNING_DOSSIER
    if ours and number.isdecimal() and (year is None or year > _PREFIXED[-1]):
        return NONE  # a plain number then is one of the Tweede Kamer
    if not ours:
        return Identity(plain, published(plain) if online else None)
    if year is None:
        if not lettered:
            return NONE
        return Identity(plain, published(plain)) if int(dossier) >= _MIXED_DOSSIER else NONE
    prefixed = plain.replace("kst-", f"kst-{_session_key(session or '')}-", 1)
    if year in _PREFIXED:
        return Identity(prefixed, published(prefixed))
    if year == _MIXED:
        first, second = (plain, prefixed) if int(dossier) >= _MIXED_DOSSIER else (prefixed, plain)
        return Identity(first, published(first), (first, second))
    return Identity(plain, published(plain) if online else None)


def session_on(date: dt.date) -> str:
    """The session in which a day falls: it opens on the third Tuesday of September (Grondwet, article 65).

    Example:
        >>> import datetime
        >>> session_on(datetime.date(2010, 9, 20)), session_on(datetime.date(2010, 9, 21))
        ('2009-2010', '2010-2011')
    """
    first = dt.date(date.year, 9, 1)
    opening = first + dt.timedelta(days=(1 - first.weekday()) % 7 + 14)
    year = date.year if date >= opening else date.year - 1
    return f"{year}-{year + 1}"


def dossier(number: str, suffix: str | None) -> Identity:
    """A dossier of parliamentary papers.

    Example:
        >>> dossier("34300", "VII").url
        'https://zoek.officielebekendmakingen.nl/dossier/34300-VII'
    """
    key = "-".join(part for part in (number, suffix) if part)
    return Identity(f"dossier-{key}", f"{_PUBLISHED}dossier/{key}")


def handelingen(session: str | None, meeting: str | None, item: str | None, *, senate: bool | None) -> Identity:
    """The report of a meeting; an item has an id from the session 2010-2011 on.

    Example:
        >>> handelingen("2017-2018", "19", "11", senate=False).id
        'h-tk-20172018-19-11'
    """
    if not (session and meeting and item) or int(session[:4]) < _ITEMS_FROM:
        return NONE
    key = f"h-{'ek' if senate else 'tk'}-{_session_key(session)}-{meeting}-{item}"
    return Identity(key, published(key))


def aanhangsel(session: str | None, number: str, *, senate: bool | None) -> Identity:
    """Questions and their answers, in the appendix of the Handelingen.

    Example:
        >>> aanhangsel("2023-2024", "1121", senate=None).id
        'ah-tk-20232024-1121'
    """
    if not session or int(session[:4]) < _ONLINE_FROM - 1:
        return NONE
    key = f"ah-{'ek' if senate else 'tk'}-{_session_key(session)}-{number}"
    return Identity(key, published(key))


def gazette(kind: str, year: str | None, number: str) -> Identity:
    """An issue of Staatsblad, Staatscourant or Tractatenblad: ``stb``, ``stcrt``, ``trb``.

    Example:
        >>> gazette("stcrt", "2011", "6602").id, gazette("stcrt", "2001", "245").id
        ('stcrt-2011-6602', None)
    """
    if year is None:
        return NONE
    if kind == "stcrt" and (
        int(year) < _NUMBERED_GAZETTE or (int(year) == _NUMBERED_GAZETTE and len(number) < _GAZETTE_DIGITS)
    ):
        return NONE  # the number of an issue, with many documents
    key = f"{kind}-{year}-{number}"
    return Identity(key, published(key) if int(year) >= _GAZETTES_ONLINE else None)


def celex(kind: str, first: str, second: str, *, year_may_lead: bool) -> str | None:
    """The CELEX number of an act of the European Union.

    Regulations have the number first until the end of 2014, all other acts the year.

    Args:
        kind: ``verordening``, ``richtlijn``, ``besluit``, ...
        first: What stands before the slash.
        second: What stands after it.
        year_may_lead: Whether nothing (``nr.``, ``(EG)``) says that the number stands first, if both may be years.

    Example:
        >>> celex("verordening", "1071", "2009", year_may_lead=False)
        '32009R1071'
        >>> celex("verordening", "2022", "1925", year_may_lead=True)
        '32022R1925'
        >>> celex("richtlijn", "85", "337", year_may_lead=False)
        '31985L0337'
    """
    letter = _EU_KIND[kind]
    if letter == "R":
        year_first = _is_year(first) and (not _is_year(second) or (year_may_lead and int(first) >= _YEAR_FIRST_FROM))
    else:
        year_first = not (_is_year(second) and not _is_year(first))
    year, number = (first, second) if year_first else (second, first)
    if not _is_year(year):
        return None
    century = "" if len(year) == 4 else "19"  # noqa: PLR2004 - all digits of it
    return f"3{century}{year}{letter}{int(number):04}"


def _is_year(digits: str) -> bool:
    return int(digits) in (_ACT_YEARS if len(digits) > 2 else _SHORT_ACT_YEARS)  # noqa: PLR2004 - the century is left out


def eu_act(kind: str, first: str, second: str, *, year_may_lead: bool) -> Identity:
    """An act of the European Union, by its CELEX number.

    Example:
        >>> eu_act("verordening", "2016", "679", year_may_lead=True).url
        'https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679'
    """
    key = celex(kind, first, second, year_may_lead=year_may_lead)
    return Identity(key, _eur_lex(f"CELEX:{key}")) if key else NONE


def com(series: str, year: str, number: str) -> Identity:
    """A document of the European Commission.

    Example:
        >>> com("SWD", "2021", "84").id
        'SWD:2021:84:FIN'
    """
    key = f"{series}:{year}:{number}:FIN"
    return Identity(key, None if series == "C" else _eur_lex(key))


def journal(series: str, year: str | None, number: str) -> Identity:
    """An issue of the Official Journal of the European Union.

    Example:
        >>> journal("L", "2020", "249").id
        'OJ:L:2020:249'
    """
    if year is None:
        return NONE
    return Identity(f"OJ:{series}:{year}:{number}", _eur_lex(f"OJ:{series}:{year}:{number:0>3}:TOC"))


def ecli(country: str, court: str, year: str | None, number: str) -> Identity:
    """A ruling, by its European Case Law Identifier.

    Example:
        >>> ecli("NL", "RVS", "2019", "2466").url
        'https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2019:2466'
    """
    if year is None:
        return NONE
    key = f"ECLI:{country}:{court}:{year}:{number}"
    if country == "NL":
        return Identity(key, f"https://deeplink.rechtspraak.nl/uitspraak?id={key}")
    if country == "EU":
        return Identity(key, _eur_lex(f"ecli:{key}"))
    if country == "CE":
        query = quote(f'{{"ecli":["{key}"]}}', safe="")
        return Identity(key, f"https://hudoc.echr.coe.int/eng#{query}")
    return Identity(key)


def article(bwb: str | None, number: str) -> Identity:
    """An article of a law, as wetten.overheid.nl links it (juriconnect 1.3).

    Example:
        >>> article("BWBR0005537", "8:54").url
        'https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=8:54'
    """
    if bwb is None:
        return NONE
    key = f"jci1.3:{'v' if bwb.startswith('BWBV') else 'c'}:{bwb}&artikel={number}"
    return Identity(key, f"https://wetten.overheid.nl/{key}")


def act_article(celex: str, number: str) -> Identity:
    """An article of an act of the European Union, whose page is that of the act, or of a treaty.

    Example:
        >>> act_article("32016R0679", "6").id, act_article("12012E", "107").id
        ('32016R0679#art_6', '12012E107')
    """
    if celex[-1].isalpha():
        key = f"{celex}{number:0>3}"
        return Identity(key, _eur_lex(f"CELEX:{key}")) if number.isdecimal() else NONE
    return Identity(f"{celex}#art_{number}", _eur_lex(f"CELEX:{celex}"))


def _eur_lex(uri: str) -> str:
    return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri={uri}"


def zaak(number: str) -> Identity:
    """A case of the Tweede Kamer: ``2024Z11859``; as questions it is also ``kv-tk-2024Z11859``."""
    return Identity(number, f"https://www.tweedekamer.nl/kamerstukken/detail?id={number}", (f"kv-tk-{number}",))


def document(number: str) -> Identity:
    """A document of the Tweede Kamer: ``2024D36216``."""
    return Identity(number, f"https://www.tweedekamer.nl/kamerstukken/detail?id={number}&did={number}")
