"""Articles of laws: ``artikel 5.4, tweede lid, van de Wet natuurbescherming``."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import ArticleReference
from kamerbrief.references import identifiers
from kamerbrief.references.scan import BREAK
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.laws import Law, civil_code, law_of

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.identifiers import Identity
    from kamerbrief.references.scan import Scan

_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:[.:]\d{1,4}){0,2}(?:[a-z]{1,3}(?![a-z]))?)(?!\w|\.\d|,\d)")
_LIST = re.compile(r"\ *(?P<range>t/m|tot\ en\ met|-)\ *|(?:,\ en|,|\ *\ben|\ *\bof)\ +")
_ORDINAL = "|".join(number_words("ordinals"))
_QUALIFIER = re.compile(
    rf"[, ]*+(?:(?P<ordinals>(?:{_ORDINAL})(?:(?:,|\ en|\ of|,\ en|\ tot\ en\ met)\ (?:{_ORDINAL}))*+\ (?:lid|leden))"
    r"|(?:lid|leden)\ (?P<figures>\d{1,2}(?:(?:,|\ en|\ t/m)\ \d{1,2})*+)(?!\w)"
    r"|aanhef|(?:en\ )?(?:onder(?:deel|delen)?|sub)\ "
    r"(?P<part>(?:[a-z]{1,2}|\d{1,2}[eo°]?)(?:(?:,|\ en|\ of)\ (?:[a-z]|\d{1,2}[eo°]?)(?!\w))*)(?!\w)"
    r"|en(?=\ onder)|(?:eerste|tweede|derde|laatste)\ (?:vol)?zin)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"(?:,\ en|,|\ en|\ of|,?\ juncto|,?\ jo\.?)\ (?:[Aa]rtikel(?:en)?\ |art\.\ )?(?=\d)")
_CONNECTOR = re.compile(r"[, ]*+(?:(?:van|uit|bij|in)\ (?:de|het)\ |van\ |(?=[A-Z]))")
_THAT_LAW = re.compile(r"[, ]*+van\ (?:die|deze)\ wet\b")
_WORDS = re.compile(r"[^\s,;()\[\]^\x00]+")
_UNKNOWN = re.compile(
    r"(?P<name>(?:(?:Rijks|Uitvoerings|Invoerings|Aanpassings)wet|(?:Tijdelijke\ )?Wet(?:boek)?"
    r"|Besluit|Regeling|Beleidsregels?|Uitvoerings(?:besluit|regeling))"
    r"(?:\ (?:[A-Z][\w'-]*|\d{4}|[a-z][\w'-]*)){1,9}|[A-Z][\w-]*(?:wet|besluit|regeling|verordening)(?:\ \d{4})?(?!\w))"
)
_STOP = re.compile(
    r"\ (?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|moet|moeten|dat|die|waarin|waarmee|stelt|bepaalt|biedt"
    r"|geldt|staat|schrijft|niet|om|te|als|door)\b"
)
_TRAILING = re.compile(r"(?:\ (?:en|of|van|voor|in|op|aan|met|de|het|een))+\Z")
_CIVIL = re.compile(r"(?:Burgerlijk\ Wetboek|BW)(?!\w)(?:\ ?Boek\ (?P<book>\d{1,2}A?))?")
_ALIAS = re.compile(r"\ ?\((?:hierna:?\ )?(?:de\ |het\ )?['\"]?(?P<alias>[A-Z][\w.-]{1,14})['\"]?\)")
_OF_OTHERS = re.compile(r"\ van\ (?:(?:de|het|een)\ )?(?!Koninkrijk)[A-Za-z]")
"""Behind a short name: ``het Statuut van de vereniging`` is another one."""
_NAMES_LAW = re.compile(r"(?<!\w)(?:Wet|[A-Z][a-z]+wet)(?!\w)")
_THAT_REACH = 3000
_MOST_WORDS = 16
_REACH = 240


@dataclasses.dataclass(frozen=True, slots=True)
class _Article:
    """An article before its law is known."""

    number: str
    until: str | None
    start: int
    end: int
    paragraphs: tuple[str, ...] = ()
    part: str | None = None


def read_articles(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference], int]:
    """The articles that follow ``artikel``, if a law is named behind them; several heads may share one law."""
    articles: list[_Article] = []
    at = cue_end
    while (more := _numbers(scan.view, at))[0]:
        numbers, at = more
        last, at = _qualified(scan.view, numbers[-1], at)
        articles += [*numbers[:-1], last]
        again = _AGAIN.match(scan.view, at)
        if again is None:
            break
        at = again.end()
    found = _law(scan, at, dotted="." in articles[0].number) if articles else None
    if found is None:
        return [], at  # none of them has a law
    law, book, end = found
    group = scan.group(len(articles))
    made: list[Reference] = []
    for article in articles:
        identity, bwb = _identity(law, book, article.number)
        made.append(
            scan.make(
                ArticleReference,
                article.start if made else start,
                end if article is articles[-1] else article.end,
                identity,
                certainty="exact" if identity.id else "partial",
                article=article.number,
                until=article.until,
                paragraphs=article.paragraphs,
                part=article.part,
                law=law.name,
                bwb=bwb,
                group=group,
            )
        )
    return made, end


def _qualified(view: str, article: _Article, at: int) -> tuple[_Article, int]:
    """The article with its paragraphs and parts, and where they end."""
    paragraphs: list[str] = []
    part = None
    while match := _QUALIFIER.match(view, at):
        if match["ordinals"]:
            paragraphs += [
                str(number_words("ordinals")[word]) for word in re.findall(_ORDINAL, match["ordinals"].casefold())
            ]
        elif match["figures"]:
            paragraphs += re.findall(r"\d+", match["figures"])
        part = match["part"] or part
        at = match.end()
    return dataclasses.replace(article, paragraphs=tuple(paragraphs), part=part, end=at), at


def _numbers(view: str, at: int) -> tuple[list[_Article], int]:
    """The numbers of the articles, each with the end of its range, and where they stand."""
    found: list[_Article] = []
    match = _NUMBER.match(view, at)
    while match:
        number, until, begin = match["number"], None, match.start()
        at = match.end()
        glue = _LIST.match(view, at)
        following = _NUMBER.match(view, glue.end()) if glue else None
        if glue and glue["range"] and following:
            until, at = following["number"], following.end()
            glue = _LIST.match(view, at)
            following = _NUMBER.match(view, glue.end()) if glue else None
        found.append(_Article(number, until, begin, at))
        match = following if glue and not glue["range"] else None
    return found, at


def _law(scan: Scan, at: int, *, dotted: bool) -> tuple[Law, str | None, int] | None:
    """The law named here, the book of the Burgerlijk Wetboek, and where the name ends."""
    view = scan.view
    if match := _THAT_LAW.match(view, at):
        return _that_law(scan, match)
    connector = _CONNECTOR.match(view, at)
    if connector is None:
        return None
    begin = connector.end()
    book = None
    if match := _CIVIL.match(view, begin):
        law, book, end = Law("Burgerlijk Wetboek"), match["book"] or "", match.end()
    elif known := _known(scan, begin, dotted=dotted):
        law, end = known
    elif match := _UNKNOWN.match(view, begin):
        name = match["name"]
        stop = _STOP.search(name)
        name = _TRAILING.sub("", name[: stop.start()] if stop else name)
        law, end = Law(name), begin + len(name)
    else:
        return None
    scan.last_law = law, end
    if alias := _ALIAS.match(view, end):
        scan.laws[alias["alias"]] = law
    return law, book, end


def _that_law(scan: Scan, match: re.Match[str]) -> tuple[Law, str | None, int] | None:
    """The law of ``van die wet``: the last one named, if none without an article was named since."""
    if scan.last_law is None:
        return None
    law, end = scan.last_law
    between = scan.view[end : match.start()]
    if len(between) > _THAT_REACH or BREAK in between or _NAMES_LAW.search(between) or law.bwb is None:
        return None
    return law, None, match.end()


def _known(scan: Scan, begin: int, *, dotted: bool) -> tuple[Law, int] | None:
    """The law of the vocabulary, or of the text's own short names, whose name begins here, and where it ends."""
    words, ends = [], []
    for match in itertools.islice(_WORDS.finditer(scan.view, begin, begin + _REACH), _MOST_WORDS):
        words.append(match.group().rstrip(".:'\""))
        ends.append(match.start() + len(words[-1]))
    if words and (alias := scan.laws.get(words[0])):
        return alias, ends[0]
    found = law_of(words, scan.date, dotted=dotted)
    if found is None or (found[1] == 1 and _OF_OTHERS.match(scan.view, ends[0])):
        return None
    return found[0], ends[found[1] - 1]


def _identity(law: Law, book: str | None, number: str) -> tuple[Identity, str | None]:
    """The id of an article; those of the Burgerlijk Wetboek begin with the number of their book."""
    if law.celex:
        return identifiers.act_article(law.celex, number), None
    if book is None:
        return identifiers.article(law.bwb, number), law.bwb
    first, colon, rest = number.partition(":")
    found = civil_code().get(first if colon else book)
    if found is None:
        return identifiers.NONE, None
    return identifiers.article(found.bwb, rest if colon else number), found.bwb
