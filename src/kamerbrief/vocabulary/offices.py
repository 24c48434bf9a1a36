"""Offices: who "de Minister van X en de Staatssecretaris voor Y" are, and the ministry of each.

``offices_in`` looks for the nouns and reads on from each by hand, so text without one costs a single search.
Titles that are no name of a ministry, with the ministry that each belonged to, are in ``offices.toml``.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kamerbrief.vocabulary import ministries, office_titles
from kamerbrief.vocabulary.folding import fold, fold_table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kamerbrief.vocabulary.ministries import Ministry

Noun = Literal["minister", "staatssecretaris", "minister-president"]

_PREMIER = "minister-president, minister van Algemene Zaken"
_WINDOW = 160
"""Characters in which a portfolio must end; the longest with blanks and line breaks is far shorter."""
_MAX_NOUNS = 3
_MAX_RUN = 4

_NEEDLES = (("inister", 1, 1), ("INISTER", 1, 1), ("ecretaris", 6, 9), ("ECRETARIS", 6, 9))
"""Parts of the nouns, and at least and at most how far each lies from the beginning of its noun."""
_GLUED = r"(?=v(?:an|oor)\s?(?-i:[A-Z]))"  # behind a noun whose blank an extractor lost: ``ministervan Financiën``
_NOUN = re.compile(rf"(ministers?|staats?-?\s?secretaris(?:sen)?)(?:(?![^\W_]|-\w)|{_GLUED})", re.IGNORECASE)
_ANY_NOUN = re.compile(r"minister|staats?-?\s?secretaris", re.IGNORECASE)
_PREFIXED = re.compile(r"(?<!collega)-\Z|[^\W_]\Z", re.IGNORECASE)
_PRESIDENT = re.compile(r"minister\s?-\s?president(?![^\W_])|minister\s+president(?![^\W_])", re.IGNORECASE)
_PREMIER_TAIL = re.compile(
    r"\s*+(?:,\s*+|\s(?:en|tevens)\s++)(?:de\s++)?(?:minister\s++van\s++)?algemene\s++zaken(?!\w)", re.IGNORECASE
)
_OR_NOUN = re.compile(r"(?:\s++en\s++|\s*+[,/&]\s*+(?:en\s++)?)(?:de\s++)?", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s*+(van|voor)(?:\s++|(?-i:(?=[A-Z])))", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?:\s*+\(\w[^()\n]{0,12}\))?+(?:\s*+,\s*+(?:en\s++)?|\s++en\s++|\s*+&\s*+)", re.IGNORECASE)
_LATER_PREPOSITION = re.compile(r"(van|voor)\s++", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]*(?:&[A-Z]|-[A-Z]+)?+(?![^\W\d_])")
_DASH = re.compile(r"\s*+[-\u2010-\u2015]\s*+")
_WORD = re.compile(r"[^\W\d_]++(?:[\u0300-\u036f]++[^\W\d_]*+)*+(?:-(?=\s)|(?:[-'\u2019][^\W\d_]++)*+)")
_BLANKS = re.compile(r"[^\S\n]++(?:\n[^\S\n]*+)?+|\n[^\S\n]*+")
_SPACES = re.compile(r"[^\S\n]++")
"""Between two words of a title that is not known: on a new line a person's name begins sooner."""
_LIST_BREAK = re.compile(r"\s*+,\s*+")
_LIST_END = re.compile(r"(?:\s*+,)?\s*+(?<!\w)(?:en\s++|&\s*+)")
_LIST_END_CAPITALS = re.compile(r"(?:\s*+,)?\s*+(?<!\w)(?:EN\s++|&\s*+)")
_ADJECTIVE = re.compile(r"(?<![^\W_])(?!Nederlandse)[A-Z]\w{2,20}s(?:ch)?e\s+(?:[a-z]{5,20}\s+)?\Z")
_SMALL = frozenset({"de", "en", "het", "in", "van", "voor"})
_ROLE = re.compile(r"(?:de\s+)?(minister|staats-?\s?secretaris)(?:\s+(?:van|voor))?\s+(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in a text.

    Attributes:
        noun: What kind of office it is.
        role: Spelled out as running text does: ``minister van Buitenlandse Zaken``, capitals and accents as in
            the vocabulary; what the vocabulary lacks (an abbreviation too) as printed.
        start: Offset of its first character in the text; an article is left out. A joint noun ("de ministers van
            A en van B") is the first office's, the others begin at "van".
        end: Offset after its last character.
    """

    noun: Noun
    role: str
    start: int
    end: int


class _Portfolio(NamedTuple):
    text: str
    end: int
    known: bool


@lru_cache(maxsize=256)
def offices_in(text: str) -> tuple[Office, ...]:
    """Find every office named in a text, in order; time is linear in its length.

    Line breaks, capitals and missing accents do not matter.

    Example:
        >>> [office.role for office in offices_in("DE MINISTERS VAN FINANCIEN EN VOOR RECHTSBESCHERMING")]
        ['minister van Financiën', 'minister voor Rechtsbescherming']
    """
    found: list[Office] = []
    end = 0
    for start in _noun_starts(text):
        if start < end:
            continue
        if offices := _premier(text, start) or tuple(_group(text, start)):
            found += offices
            end = offices[-1].end
    return tuple(found)


def ministry_of(role: str, on: dt.date | None) -> Ministry | None:
    """The ministry to which an office belonged on that day.

    Args:
        role: As :attr:`Office.role`, or as printed.
        on: The date of the letter; None for the latest.

    Example:
        >>> import datetime as dt
        >>> ministry_of("minister van Asiel en Migratie", dt.date(2026, 3, 1)).abbreviation
        'JenV'
    """
    if _PRESIDENT.match(role.removeprefix("de ").removeprefix("De ")):
        return ministries.by_abbreviation("AZ", on)
    match = _ROLE.match(role.strip())
    if match is None or len(role) > _WINDOW:
        return None
    noun: Noun = "minister" if match[1].lower() == "minister" else "staatssecretaris"
    portfolio = match[2].rstrip(" ,.;")
    return (
        _of_portfolio(noun, portfolio, on)
        or ministries.by_name(portfolio, on)
        or ministries.by_abbreviation(portfolio, on)
        or ministries.by_short_name(portfolio, on)
        or _of_first_part(portfolio, on)
        or _of_beginning(noun, portfolio, on)
        or _of_misprint(noun, portfolio, on)
    )


def office_without_preposition(noun: str, portfolio: str, on: dt.date | None) -> str:
    """The office of which only the noun and the portfolio are told: ministers without a ministry are those ``voor``.

    Example:
        >>> import datetime as dt
        >>> office_without_preposition("Minister", "Rechtsbescherming", dt.date(2021, 3, 1))
        'minister voor Rechtsbescherming'
        >>> office_without_preposition("Minister", "Financiën", dt.date(2021, 3, 1))
        'minister van Financiën'
    """
    if _PRESIDENT.match(noun):
        return _PREMIER
    of_ministry = noun.casefold() != "minister" or ("minister", fold(portfolio)) not in office_titles.portfolios()
    ministry = None if of_ministry else ministry_of(f"minister van {portfolio}", on)
    names = () if ministry is None else (fold(ministry.name), fold(ministry.abbreviation))
    preposition = "van" if ministry is None or fold(portfolio) in names else "voor"
    role = f"{noun.casefold()} {preposition} {portfolio}"
    return next((office.role for office in offices_in(role)), role)


def _of_portfolio(noun: Noun, portfolio: str, on: dt.date | None) -> Ministry | None:
    """By the table: first what goes with this noun, then what goes with the other."""
    key = fold(portfolio)
    other: Noun = "staatssecretaris" if noun == "minister" else "minister"
    # A title that is also a ministry's name counts for the other noun only through that ministry.
    held = office_titles.portfolios().get((noun, key))
    if held is None and ministries.by_name(portfolio, on) is None:
        held = office_titles.portfolios().get((other, key))
    return ministries.holder(held, on) if held else None


def _of_first_part(portfolio: str, on: dt.date | None) -> Ministry | None:
    """Of "Financiën - Toeslagen", "BZK, Digitalisering" or "Justitie (vreemdelingenzaken)" by what comes first."""
    if (known := _longest(portfolio, 0)) and known.end < len(portfolio):
        return ministry_of(f"minister van {known.text}", on)
    first = _ABBREVIATION.match(portfolio)
    return ministries.by_abbreviation(first[0], on) if first else None


def _of_beginning(noun: Noun, portfolio: str, on: dt.date | None) -> Ministry | None:
    """Of "Langdurige Zorg" by the titles that begin so, where all of that day are of one ministry."""
    beginning = re.compile(re.escape(portfolio) + r"\b", re.IGNORECASE)
    titles = filter(beginning.match, office_titles.titles().values())
    found = {ministry_of(f"{noun} van {title}", on) for title in titles}
    found = {ministry for ministry in found if ministry and (on is None or ministry.is_valid(on))}
    return found.pop() if len(found) == 1 else None


def _of_misprint(noun: Noun, portfolio: str, on: dt.date | None) -> Ministry | None:
    """Of "Infrastrtuur en Waterstaat": by the title that it all but equals."""
    close = difflib.get_close_matches(fold(portfolio), office_titles.titles(), n=1, cutoff=0.92)
    return ministry_of(f"{noun} van {office_titles.titles()[close[0]]}", on) if close else None


def _noun_starts(text: str) -> list[int]:
    """Where a noun begins. Plain searches: several times faster than one pattern for all."""
    starts = []
    for needle, nearest, furthest in _NEEDLES:
        at = text.find(needle)
        while at >= 0:
            for start in range(at - nearest, max(at - furthest - 1, -1), -1):
                if text[start] in "mMsS" and _ANY_NOUN.match(text, start):
                    if not _PREFIXED.search(text[max(0, start - len("collega-")) : start]):
                        starts.append(start)
                    break
            at = text.find(needle, at + len(needle))
    starts.sort()
    return starts


def _premier(text: str, start: int) -> tuple[Office, ...]:
    if not (president := _PRESIDENT.match(text, start)):
        return ()
    tail = _PREMIER_TAIL.match(text, president.end())
    role = _PREMIER if tail else "minister-president"
    return (Office("minister-president", role, start, (tail or president).end()),)


def _group(text: str, start: int) -> Iterator[Office]:
    """The offices that share the noun at ``start``, or a portfolio: "minister en staatssecretaris van X"."""
    nouns = [noun] if (noun := _NOUN.match(text, start)) else []
    while 0 < len(nouns) < _MAX_NOUNS and (joint := _OR_NOUN.match(text, nouns[-1].end())):
        noun = _NOUN.match(text, joint.end())
        if noun is None:
            break
        nouns.append(noun)
    if not nouns or _is_foreign(text, start):
        return
    plural = nouns[-1][0].lower().endswith(("rs", "sen"))
    portfolios = _portfolios_after(text, nouns[-1], plural=plural)
    elsewhere = office_titles.elsewhere()
    if not portfolios or any(elsewhere.match(text, end) for end in (nouns[-1].end(), portfolios[-1][1].end)):
        return
    for noun in nouns[:-1]:
        yield Office(_noun(noun), f"{_noun(noun)} {_spelled(portfolios[0])}", noun.start(), noun.end())
    title = _noun(nouns[-1])
    for portfolio in portfolios:
        yield Office(title, f"{title} {_spelled(portfolio)}", portfolio[2], portfolio[1].end)


# decides more: a list of portfolios, with and without prepositions
def _portfolios_after(text: str, noun: re.Match[str], *, plural: bool) -> list[tuple[str, _Portfolio, int]]:
    """The portfolios that follow a noun, each with its preposition and where that (of the first: the noun) begins."""
    preposition = _PREPOSITION.match(text, noun.end())
    word = preposition[1] if preposition else ""
    capitals = noun[0].isupper()
    if preposition:
        # "minister Van Middelkoop" is a person, and so may be what has no blank before it.
        may_be = (word.islower() or capitals) and text[preposition.end() - 1].isspace()
        first = _portfolio(text, preposition.end(), capitals=capitals, unknown=may_be)
    else:
        first = _bare(text, noun)
    if first is None:
        return []
    found = [(word.lower(), first, noun.start())]
    while separator := _SEPARATOR.match(text, found[-1][1].end):
        at = separator.end()
        later = _LATER_PREPOSITION.match(text, at)
        if later is None and not plural:
            break
        unknown = plural and later is not None
        following = _portfolio(text, later.end() if later else at, capitals=capitals, unknown=unknown)
        if following is None:
            break
        found.append((later[1].lower() if later else found[-1][0], following, at))
    # "ministers van Denemarken, Estland" are not ours, nor are the "ministers van Defensie" who met.
    alone = plural and len(found) == 1 and not (first.known and (capitals or _SEPARATOR.match(text, first.end)))
    return [] if alone else found


def _bare(text: str, noun: re.Match[str]) -> _Portfolio | None:
    """A known portfolio right after the noun: "staatssecretaris Jeugd, Preventie en Sport"."""
    blanks = _BLANKS.match(text, noun.end())
    at = blanks.end() if blanks else noun.end()
    if at == noun.end() or not text[at : at + 1].isupper():
        return None
    if (found := _known(text, at)) and fold(found.text) not in ministries.short_names():
        return found
    found = _abbreviated(text, at)
    return found if found and sum(map(str.isupper, found.text)) > 1 else None


def _portfolio(text: str, at: int, *, capitals: bool, unknown: bool) -> _Portfolio | None:
    return _known(text, at) or _abbreviated(text, at) or (_unknown(text, at, capitals=capitals) if unknown else None)


def _known(text: str, at: int) -> _Portfolio | None:
    """The longest name with which the text continues, and the part of a ministry that a dash adds to it."""
    head = _longest(text, at)
    dash = _DASH.match(text, head.end) if head else None
    part = _longest(text, dash.end()) if dash else None
    return _Portfolio(f"{head.text} - {part.text}", part.end, known=True) if head and part else head


def _longest(text: str, at: int) -> _Portfolio | None:
    """The longest name in the vocabulary with which the text continues."""
    window = fold(text[at : at + _WINDOW])
    for key in office_titles.stems().get(window[: office_titles.STEM], ()):
        if window.startswith(key):
            end = _end_of(text, at, len(key))
            if end == len(text) or not text[end].isalpha():
                return _Portfolio(office_titles.titles()[key], end, known=True)
    return None


def _end_of(text: str, at: int, letters: int) -> int:
    """Where in the text the given number of folded letters ends."""
    folded = fold_table()
    while letters > 0:
        letters -= len(folded.get(ord(text[at]), "x") or "")
        at += 1
    while at < len(text) and "\u0300" <= text[at] <= "\u036f":
        at += 1
    return at


def _abbreviated(text: str, at: int) -> _Portfolio | None:
    match = _ABBREVIATION.match(text, at)
    return (
        _Portfolio(match[0], match.end(), known=True)
        if match and fold(match[0]) in office_titles.abbreviations()
        else None
    )


def _unknown(text: str, at: int, *, capitals: bool) -> _Portfolio | None:
    """A run of capitalised words: ``A``, ``A B``, ``A en B`` or ``A, B en C``; nothing that a list leaves open."""
    list_end = _LIST_END_CAPITALS if capitals else _LIST_END
    end = first = _item(text, at, capitals=capitals)
    for _ in range(_MAX_RUN):
        if end == at:
            return None
        closing = list_end.match(text, end)
        last = _item(text, closing.end(), capitals=capitals) if closing else end
        if closing and last > closing.end():
            first = last
            break
        comma = _LIST_BREAK.match(text, end)
        following = _item(text, comma.end(), capitals=capitals) if comma else end
        if comma is None or following == comma.end():
            break
        end = following
    name = " ".join(text[at:first].split())
    return _Portfolio(_in_running_text(name) if capitals else name, first, known=False)


def _item(text: str, at: int, *, capitals: bool) -> int:
    """Where the capitalised words from ``at`` on end; ``at`` itself when there is none."""
    end = at
    for _ in range(_MAX_RUN):
        word = _WORD.match(text, at)
        if (
            word is None
            or not word[0][0].isupper()
            or (capitals and (not word[0].isupper() or word[0].lower() in office_titles.stop_words()))
        ):
            break
        end = word.end()
        spaces = _SPACES.match(text, end)
        if spaces is None:
            break
        at = spaces.end()
    return end


def _in_running_text(name: str) -> str:
    words = (word.lower() for word in name.split())
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _is_foreign(text: str, start: int) -> bool:
    """Whether an adjective of another country precedes: "de Duitse minister van Defensie"."""
    return text[start].islower() and _ADJECTIVE.search(text[max(0, start - 50) : start]) is not None


def _noun(match: re.Match[str]) -> Noun:
    return "minister" if match[0][0] in "mM" else "staatssecretaris"


def _spelled(portfolio: tuple[str, _Portfolio, int]) -> str:
    return f"{portfolio[0]} {portfolio[1].text}".strip()
