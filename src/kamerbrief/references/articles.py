"""Articles of laws: ``artikel 5.4, tweede lid, van de Wet natuurbescherming``."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import ArticleReference
from kamerbrief.references import identifiers
from kamerbrief.references.laws import law_at, law_before, that_law
from kamerbrief.references.scan import Mention
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.citations import any_of, listed
from kamerbrief.vocabulary.laws import Law, civil_code

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.identifiers import Identity
    from kamerbrief.references.scan import Scan

_NUMBER = re.compile(
    r"(?P<number>(?:[A-Z]\ )?\d{1,4}(?:[.:]\d{1,4}){0,2}(?:[a-z]{1,3}(?![a-z])|\ (?:bis|ter|quater|quinquies)\b"
    r"|\ [a-z](?=,|,?\ (?:[A-Z]|(?:van|uit|lid|onder|sub|aanhef|jo|jis)\b|(?:en|of|tot)\ (?:\d|met)|\w{3,8}\ lid)))?)"
    r"(?!\w|\.\d|,\d)"
)
_LIST = re.compile(r"\ *(?P<range>t/m|tot\ en\ met|-)\ *|(?:,\ en|,|\ *\ben|\ *\bof|\ *&)\ +")
_ORDINAL = "|".join(number_words("ordinals"))
_QUALIFIER = re.compile(
    rf"[, ]*+(?:(?P<ordinals>(?:{_ORDINAL})(?:(?:,|\ en|\ of|,\ en|\ tot\ en\ met)\ (?:{_ORDINAL}))*+\ (?:lid|leden))"
    r"|(?:lid|leden)\ (?P<figures>\d{1,2}[a-z]?(?:(?:,|\ en|\ t/m)\ \d{1,2}[a-z]?)*+)(?!\w)"
    r"|aanhef|(?:en\ )?(?:onder(?:deel|delen)?|sub)\ "
    r"(?P<part>(?!(?:de|een|en|of|te|er|om|in|op|is|ze|je|we|ik|al|zo)\b)(?:[a-z]{1,2}"
    r"(?:(?:,|\ en|\ of|\ tot\ en\ met|\ t/m)\ (?:[a-z]|\d{1,2}[eo°])(?!\w))*"
    r"|\d{1,2}[eo°]?(?:(?:,|\ en|\ of|\ tot\ en\ met|\ t/m)\ (?:[a-z]|\d{1,2}[eo°]?)(?!\w))*))(?!\w)\)?"
    r"|en(?=\ onder)|(?:eerste|tweede|derde|vierde|laatste)\ (?:(?:vol)?zin|alinea)|slotzin|punt(?:en)?\ \d{1,2}(?!\w)"
    r"|\((?:oud|nieuw)\))",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"(?:,\ en|,|\ en|\ of|,?\ juncto|,?\ jo\.?)\ (?:[Aa]rtikel(?:en)?\ |art\.\ )?(?=\d)")
_CONNECTOR = re.compile(
    rf"[, ]*+(?:(?:van|uit|bij|in)\ (?:de|het)\ (?:(?:{any_of(listed('before_laws'))})\ )?|van\ |(?=[A-Z]))"
    r"|\ \((?=[A-Z])"
)
_THAT_LAW = re.compile(
    rf"[, ]*+(?:van|uit|bij|in)\ (?:(?P<pointing>{any_of(listed('pointing'))})|de|het)"
    rf"\ (?P<noun>(?i:{any_of(listed('again'))}))(?![\w-])(?!\ (?:van|op|inzake|tot|betreffende)\b)"
)
_OWNED = re.compile(r"[, ]*+(?:van|uit)\ (?!toepassing|kracht|belang|overeenkomstige|rechtswege)\w")
"""What an article belongs to, whatever that is."""
_ALIAS = re.compile(r"\ ?\((?:hierna:?\ )?(?:de\ |het\ )?['\"]?(?P<alias>[A-Z][\w./-]{1,14})['\"]?\)")
_RIVAL = re.compile(rf"(?i:(?:{any_of(listed('rivals'))})\b)[^.;:\x00]*\Z")
_NEXT_CUE = re.compile(r",?\ (?:[Aa]rtikel(?:en)?|[Aa]rtt?\.)\ (?:[A-Z]\ )?\d")
_LOOK_BACK = 60


@dataclasses.dataclass(frozen=True, slots=True)
class _Article:
    """An article before its law is known."""

    number: str
    until: str | None
    start: int
    end: int
    paragraphs: tuple[str, ...] = ()
    part: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class _Law:
    """The law of articles, and where their citation begins and ends."""

    mention: Mention
    begin: int
    end: int
    behind: bool = False


_NAMELESS = Mention(Law(""), 0, 0)


def read_articles(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference], int]:
    """The articles that follow ``artikel`` with their law; several may share one, and the next have its own."""
    made: list[Reference] = []
    begin, at, end = start, cue_end, start
    while True:
        articles, at = _heads(scan.view, at)
        law = _law(scan, begin, articles, at, first=not made) if articles else None
        if law is None:
            return made, end if made else at
        made += _made(scan, articles, law)
        act = law.mention.law.celex is not None and law.mention.law.name[-1].isdecimal()
        end = at if law.behind and act else law.end  # an act is a citation of its own
        again = _AGAIN.match(scan.view, law.end) if law.behind and not act else None
        if again is None:
            return made, end
        begin = at = again.end()


def _heads(view: str, at: int) -> tuple[list[_Article], int]:
    """The articles that share one law, and where they end: ``2.1 en artikel 8.11, tweede lid``."""
    articles: list[_Article] = []
    end = at
    while (more := _numbers(view, at))[0]:
        numbers, end = more
        last, end = _qualified(view, numbers[-1], end)
        articles += [*numbers[:-1], last]
        again = _AGAIN.match(view, end)
        if again is None:
            break
        at = again.end()
    return articles, end


def _made(scan: Scan, articles: list[_Article], law: _Law) -> list[Reference]:
    """A reference for each of the articles."""
    mention = law.mention
    group = scan.group(len(articles))
    made: list[Reference] = []
    for article in articles:
        identity, bwb = _identity(mention.law, mention.book, article.number)
        others = (_identity(other, None, article.number)[0].id for other in mention.others)
        identity = dataclasses.replace(identity, candidates=tuple(filter(None, others)))
        made.append(
            scan.make(
                ArticleReference,
                article.start if made else law.begin,
                law.end if article is articles[-1] else article.end,
                identity,
                certainty=mention.certainty if identity.id or mention.others else "partial",
                article=article.number,
                until=article.until,
                paragraphs=article.paragraphs,
                part=article.part,
                law=mention.law.name or None,
                bwb=bwb,
                group=group,
            )
        )
    if mention is not _NAMELESS:
        scan.cited = mention.end
    return made


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
            paragraphs += re.findall(r"\d+[a-z]?", match["figures"])
        part = match["part"] or part
        at = match.end()
    return dataclasses.replace(article, paragraphs=tuple(paragraphs), part=part, end=at), at


def _closed_up(number: str) -> str:
    """The number without the blank before its letter; one that begins with a letter (``B 1``) keeps its own."""
    return number if number[0].isalpha() else number.replace(" ", "")


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
        found.append(_Article(_closed_up(number), until, begin, at))
        match = following if glue and not glue["range"] else None
    return found, at


# decides more: where the law of an article may be named, one place after the other
def _law(scan: Scan, start: int, articles: list[_Article], at: int, *, first: bool) -> _Law | None:
    """The law of these articles: behind or before them, or the one that was named last; one without a name if none."""
    view = scan.view
    connector = _CONNECTOR.match(view, at)
    dotted = "." in articles[0].number
    behind = law_at(scan, connector.end(), dotted=dotted) if connector else None
    if behind is not None and connector is not None:
        if first and connector.group() == ", " and _NEXT_CUE.match(view, behind.end):  # it may be the next one's
            before = law_before(scan, start, dotted=dotted)
            if before and before[1]:
                return _Law(before[0], before[0].start, at)
        if alias := _ALIAS.match(view, behind.end):
            scan.laws[alias["alias"]] = behind.law
        closed = connector.group() == " (" and view.startswith(")", behind.end)
        return _Law(behind, start, behind.end + closed, behind=True)
    if not first:
        return None
    if match := _THAT_LAW.match(view, at):
        found = that_law(
            scan, match.start(), match["noun"].casefold(), pointed=match["pointing"] is not None, dotted=dotted
        )
        if found is not None:
            return _Law(_derived(found), start, match.end())
        return _nameless(view, start, articles, at) if match["pointing"] is None else None
    if _OWNED.match(view, at):
        return None
    if before := law_before(scan, start, dotted=dotted):
        mention, adjacent = before
        if adjacent:
            return _Law(mention, mention.start, at)
        if _is_lawful(articles) or not view.startswith("(", start - 1):  # ``(artikel 12)`` may be one of the budget
            return _Law(_derived(mention), start, at)
    return _nameless(view, start, articles, at)


def _derived(mention: Mention) -> Mention:
    """A law that is told from what stands around the article."""
    return dataclasses.replace(mention, certainty="derived") if mention.certainty == "exact" else mention


def _is_lawful(articles: list[_Article]) -> bool:
    """Whether numbers or paragraphs show that these are articles of a law, as those of a budget have none."""
    return any(":" in one.number or one.paragraphs or one.part for one in articles)


def _nameless(view: str, start: int, articles: list[_Article], at: int) -> _Law | None:
    """An article without a law, if its number or paragraphs show that it is one of a law, and nothing else owns it."""
    if not _is_lawful(articles) or _RIVAL.search(view, max(start - _LOOK_BACK, 0), start):
        return None
    return _Law(_NAMELESS, start, at)


def _identity(law: Law, book: str | None, number: str) -> tuple[Identity, str | None]:
    """The id of an article; those of the Burgerlijk Wetboek begin with the number of their book."""
    if number[0].isalpha():
        return identifiers.NONE, law.bwb
    if law.celex:
        return identifiers.act_article(law.celex, number), None
    if book is None:
        return identifiers.article(law.bwb, number), law.bwb
    first, colon, rest = number.partition(":")
    found = civil_code().get(first if colon else book)
    if found is None:
        return identifiers.NONE, None
    return identifiers.article(found.bwb, rest if colon else number), found.bwb
