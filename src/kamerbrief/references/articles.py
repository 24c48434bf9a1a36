"""Articles of laws: ``artikel 5.4, tweede lid, van de Wet natuurbescherming``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.references import identifiers
from kamerbrief.references.identifiers import Identity
from kamerbrief.references.models import ArticleReference
from kamerbrief.vocabulary.laws import Law, civil_code, law_of

if TYPE_CHECKING:
    from kamerbrief.references.models import Reference
    from kamerbrief.references.scan import Scan

_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:[.:]\d{1,4}){0,2}(?:[a-z]{1,3}(?![a-z]))?)(?!\w|\.\d|,\d)")
_LIST = re.compile(r"\ *(?P<range>t/m|tot\ en\ met|-)\ *|(?:,\ en|,|\ *\ben|\ *\bof)\ +")
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde"),
        start=1,
    )
}
_ORDINAL = "|".join(_ORDINALS)
_QUALIFIER = re.compile(
    rf"[, ]*+(?:(?P<ordinals>(?:{_ORDINAL})(?:(?:,|\ en|\ of|,\ en|\ tot\ en\ met)\ (?:{_ORDINAL}))*+\ (?:lid|leden))"
    r"|(?:lid|leden)\ (?P<figures>\d{1,2}(?:(?:,|\ en|\ t/m)\ \d{1,2})*+)(?!\w)"
    r"|aanhef|(?:en\ )?(?:onder(?:deel|delen)?|sub)\ "
    r"(?P<part>(?:[a-z]{1,2}|\d{1,2}[eo°]?)(?:(?:,|\ en|\ of)\ (?:[a-z]|\d{1,2}[eo°]?)(?!\w))*)(?!\w)"
    r"|en(?=\ onder)|(?:eerste|tweede|derde|laatste)\ (?:vol)?zin)",
    re.IGNORECASE,
)
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
_GDPR = re.compile(r"(?:AVG|Algemene\ verordening\ gegevensbescherming)(?!\w)")
_PROTOCOL = re.compile(r"EP(?:\ bij\ het)?\ EVRM(?!\w)")
_ALIAS = re.compile(r"\ ?\((?:hierna:?\ )?(?:de\ |het\ )?['\"]?(?P<alias>[A-Z][\w.-]{1,14})['\"]?\)")
_GDPR_LAW = Law("Algemene verordening gegevensbescherming")
_MOST_WORDS = 16
_REACH = 240


def read_articles(scan: Scan, start: int, cue_end: int) -> tuple[list[Reference], int]:
    """The articles that follow ``artikel``, if a law is named behind them."""
    view = scan.view
    numbers, at = _numbers(view, cue_end)
    if not numbers:
        return [], start
    paragraphs: list[str] = []
    part = None
    while match := _QUALIFIER.match(view, at):
        if match["ordinals"]:
            paragraphs += [_ORDINALS[word] for word in re.findall(_ORDINAL, match["ordinals"].casefold())]
        elif match["figures"]:
            paragraphs += re.findall(r"\d+", match["figures"])
        part = match["part"] or part
        at = match.end()
    found = _law(scan, at, dotted="." in numbers[0][0])
    if found is None:
        return [], start
    law, book, end = found
    group = scan.group(len(numbers))
    made: list[Reference] = []
    for index, (number, until, begin, stop) in enumerate(numbers):
        identity, bwb = _identity(law, book, number)
        made.append(
            scan.make(
                ArticleReference,
                start if index == 0 else begin,
                end if index == len(numbers) - 1 else stop,
                identity,
                certainty="exact" if identity.id else "partial",
                article=number,
                until=until,
                paragraphs=tuple(paragraphs) if index == len(numbers) - 1 else (),
                part=part if index == len(numbers) - 1 else None,
                law=law.name,
                bwb=bwb,
                group=group,
            )
        )
    return made, end


def _numbers(view: str, at: int) -> tuple[list[tuple[str, str | None, int, int]], int]:
    """The numbers of the articles, each with the end of its range, and where they stand."""
    found: list[tuple[str, str | None, int, int]] = []
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
        found.append((number, until, begin, at))
        match = following if glue and not glue["range"] else None
    return found, at


def _law(scan: Scan, at: int, *, dotted: bool) -> tuple[Law, str | None, int] | None:
    """The law named here, the book of the Burgerlijk Wetboek, and where the name ends."""
    view = scan.view
    if (match := _THAT_LAW.match(view, at)) and "" in scan.laws:
        words = scan.laws[""].split(" ")
        found = law_of(words, scan.date, dotted=dotted)
        return (found[0], None, match.end()) if found else None
    connector = _CONNECTOR.match(view, at)
    if connector is None:
        return None
    begin = connector.end()
    if match := _GDPR.match(view, begin):
        return _GDPR_LAW, None, match.end()
    if match := _PROTOCOL.match(view, begin):
        found = law_of(["EP", "EVRM"], scan.date)
        return (found[0], None, match.end()) if found else None
    if match := _CIVIL.match(view, begin):
        return Law("Burgerlijk Wetboek"), match["book"] or "", match.end()
    places = [(m.group().rstrip(".:'\""), m.end()) for m in _WORDS.finditer(view, begin, begin + _REACH)][:_MOST_WORDS]
    words = [word for word, _ in places]
    if words and (alias := scan.laws.get(words[0])):
        words = alias.split(" ") + words[1:]
        found = law_of(words, scan.date, dotted=dotted)
        return (found[0], None, begin + len(places[0][0])) if found else None
    if found := law_of(words, scan.date, dotted=dotted):
        law, count = found
        word, end = places[count - 1]
        end = min(end, view.index(word, places[count - 2][1] if count > 1 else begin) + len(word))
        shown = " ".join(words[:count])
        scan.laws[""] = shown
        if alias_match := _ALIAS.match(view, end):
            scan.laws[alias_match["alias"]] = shown
        return law, None, end
    if match := _UNKNOWN.match(view, begin):
        name = match["name"]
        stop = _STOP.search(name)
        name = _TRAILING.sub("", name[: stop.start()] if stop else name)
        return (Law(name), None, begin + len(name)) if " " in name or name[0].isupper() else None
    return None


def _identity(law: Law, book: str | None, number: str) -> tuple[Identity, str | None]:
    """The id of an article; those of the Burgerlijk Wetboek begin with the number of their book."""
    if law is _GDPR_LAW:
        key = f"32016R0679#art_{number}"
        return Identity(key, "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679"), None
    if book is None:
        return identifiers.article(law.bwb, number), law.bwb
    first, colon, rest = number.partition(":")
    found = civil_code().get(first if colon else book)
    if found is None:
        return identifiers.NONE, None
    return identifiers.article(found.bwb, rest if colon else number), found.bwb
