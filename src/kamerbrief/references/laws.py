"""The names of laws in a text: those of the vocabulary, those that the text defines, what else looks like one."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kamerbrief.references.european import ACTS, BODY, read_act
from kamerbrief.references.scan import BREAK, Mention
from kamerbrief.vocabulary.citations import any_of, listed
from kamerbrief.vocabulary.laws import Law, law_of, laws_called, may_open

if TYPE_CHECKING:
    from kamerbrief.references.scan import Scan

_WORDS = re.compile(r"[^\s,;()\[\]^\x00]+")
_CAPITAL = re.compile(r"(?<![^\W\d])(?<!-)[A-Z][\w'-]*")
_SHORT = r"W[a-z]{0,4}[A-Z]{2,5}|W[A-Z]{2,5}|W[bcdfghjklmnpqrstvwxz]{2,5}(?:/[a-z]+)?|[A-Z][a-z]{2,9}BES"
"""What can only be short for a law: no word has such letters."""
_SHORT_NAME, _STATUTE = re.compile(_SHORT), "wet"
_UNKNOWN = re.compile(
    r"(?P<name>(?:(?:Rijks|Uitvoerings|Invoerings|Aanpassings)wet|(?:Tijdelijke\ )?Wet(?:boek)?"
    r"|Besluit|Regeling|Beleidsregels?|Uitvoerings(?:besluit|regeling))"
    rf"(?:\ (?:[A-Z][\w'-]*|\d{{4}}|[a-z][\w'-]*)){{1,9}}(?:{any_of(listed('ends_of_laws'))})?"
    r"|[A-Z][\w-]*(?:wet|besluit|regeling|verordening|verdrag)(?:\ (?:\d{4}|BES))?(?!\w)"
    r"|(?:[A-Z][\w-]*r|R)ichtlijn(?:\ [A-Z][\w-]*){0,3}(?!\w)"
    r"|Verdrag\ van\ [A-Z][\w-]+(?:\ inzake\ (?:(?:het|de)\ [a-z]+|[a-z]+\ [a-z]{6,}))?"
    r"|(?:[A-Z][\w-]+\ ){1,4}(?:\([A-Za-z]{2,8}\)\ )?Verdrag(?!\w)"
    rf"|(?:{_SHORT})(?!\w)(?:\ (?:\d{{4}}|BES)(?!\w))?)"
)
_LAW_WORD = re.compile(
    r"(?:Tijdelijke|Wet|Wetboek|Besluit|Regeling|Richtlijn|Verordening|Gedelegeerde|Uitvoerings\w+"
    rf"|[A-Z]\w+(?:wet|besluit|regeling|verordening|richtlijn)|{_SHORT})\Z"
)
_STOP = re.compile(rf"\ (?:{any_of((*listed('verbs'), *listed('after_laws')))})\b")
_TRAILING = re.compile(r"(?:\ (?:en|of|van|voor|in|op|aan|met|de|het|een|bij|uit))+\Z")
_CIVIL = re.compile(r"(?:Burgerlijk\ Wetboek|BW)(?!\w)(?:\ ?Boek\ (?P<book>\d{1,2}A?))?")
_OF_OTHERS = re.compile(r"\ van\ (?:(?:de|het|een)\ )?(?!Koninkrijk)[A-Za-z]")
"""Behind a short name: ``het Statuut van de vereniging`` is another one."""
_OF_UPPER = re.compile(r"\ van\ de\ Eerste\ Kamer(?:\ der\ Staten-Generaal)?")
_ACT = re.compile(
    rf"(?i:gedelegeerde\ |uitvoerings)?(?P<act>(?i:{any_of(ACTS)}))(?=\ (?:\([A-Z]|(?:(?:{BODY})\ )?(?:[Nn][ro]|\d)))"
)
_DEFINED = re.compile(
    r"\((?:(?:hierna|verder|voortaan)(?:\ te\ noemen)?:?\ (?:ook\ )?)?(?:de\ |het\ )?"
    r"['\"]?(?P<alias>[A-Za-z][\w./-]{1,14})['\"]?\)"
)
_INITIALS = re.compile(r"\.\ [A-Z]")
_RIGHT_BEFORE = re.compile(r"(?:\ ?\([^()]{1,40}\))?(?:[,:]?\ |,)\(?(?:(?:in|met)\ (?:het\ bijzonder|name)\ )?|\ ?\(")
_SENTENCE_END = re.compile(r"[.;:!?\x00]")
_LEADS = re.compile(rf"(?:\(|\b(?:{any_of(listed('before_articles'))})\ )\Z")
_RIVAL = re.compile(rf"(?i:(?:{any_of(listed('rivals'))})\b)")
_POINTED = re.compile(
    rf"\b(?:{any_of(listed('pointing'))})\ (?P<noun>{any_of(listed('again'))})(?![\w-])(?P<between>[^.;:!?\x00]*)\Z"
)
"""Before an article: ``in die wet is in artikel 3 bepaald``."""
_MOST_WORDS, _REACH = 16, 240
_LONGEST_NAME, _LOOK_BACK, _THAT_REACH = 160, 160, 3000
_UPPER_RULES = Law("Reglement van Orde van de Eerste Kamer")


def law_at(scan: Scan, begin: int, *, dotted: bool, defines: bool = True) -> Mention | None:
    """The law whose name begins here.

    Args:
        scan: The text.
        begin: Where.
        dotted: Whether the article has a dot in its number, as newer laws number.
        defines: Whether the short names that the text defines count.
    """
    if match := _CIVIL.match(scan.view, begin):
        return Mention(Law("Burgerlijk Wetboek"), begin, match.end(), match["book"] or "")
    known = _known(scan, begin, dotted=dotted, defines=defines)
    return known or _act(scan, begin) or _unknown(scan.view, begin)


# decides more: what a name may mean
def _known(scan: Scan, begin: int, *, dotted: bool, defines: bool) -> Mention | None:
    """The law of the vocabulary, or of the text's own short names, whose name begins here."""
    words, ends = [], []
    for match in itertools.islice(_WORDS.finditer(scan.view, begin, begin + _REACH), _MOST_WORDS):
        words.append(match.group().rstrip(".:?!'\"»”’"))
        ends.append(match.start() + len(words[-1]))
    if not words:
        return None
    laws, count = laws_called(words)
    if alias := scan.laws.get(words[0]):
        return Mention(alias, begin, ends[0])
    if len(laws) == 1 and not laws[0].chamber:
        if count == 1 and _OF_OTHERS.match(scan.view, ends[0]):
            return None
        return Mention(laws[0], begin, ends[count - 1])
    if defines and (not laws or count == 1) and (defined := _defined(scan, words[0], begin)):
        return Mention(defined, begin, ends[0])
    if not laws:
        return None
    end = ends[count - 1]
    if laws[0].chamber:
        return _rules(scan, begin, end, laws, dotted=dotted)
    if _OF_OTHERS.match(scan.view, end) or _INITIALS.match(scan.view, end):
        return None
    known = law_of(words, scan.date, dotted=dotted)
    if known is not None:
        return Mention(known[0], begin, end, certainty="exact" if scan.date else "derived")
    return Mention(Law(scan.view[begin:end]), begin, end, others=tuple(laws), certainty="ambiguous")


def _rules(scan: Scan, begin: int, end: int, laws: list[Law], *, dotted: bool) -> Mention | None:
    """Rules that both Chambers have under one name: the words behind it tell whose, or the Chamber named last."""
    view = scan.view
    if match := _OF_UPPER.match(view, end):
        return Mention(_UPPER_RULES, begin, match.end())
    if _OF_OTHERS.match(view, end):
        return None
    before = view[max(begin - _THAT_REACH, 0) : end].casefold()
    upper, lower = before.rfind("eerste kamer"), before.rfind("tweede kamer")
    if upper > lower:
        return Mention(_UPPER_RULES, begin, end, certainty="derived")
    words = view[begin:end].split()
    known = law_of(words, scan.date, dotted=dotted)
    if known is None:
        return None
    if lower < 0:
        return Mention(known[0], begin, end, others=tuple(laws), certainty="ambiguous")
    told = scan.date is not None and "kamer" in words[-1].casefold() + view[begin:end].casefold()
    return Mention(known[0], begin, end, certainty="exact" if told else "derived")


def _act(scan: Scan, begin: int) -> Mention | None:
    """A European act by its number."""
    match = _ACT.match(scan.view, begin)
    found, _ = read_act(scan, begin, match.end(), match["act"]) if match else ([], 0)
    if not found or not found[0].id:
        return None
    return Mention(Law(found[0].raw, celex=found[0].id), begin, found[0].span.end, certainty="derived")


def _unknown(view: str, begin: int) -> Mention | None:
    """What looks like the name of a law."""
    match = _UNKNOWN.match(view, begin)
    if match is None:
        return None
    stop = _STOP.search(match["name"])
    name = _TRAILING.sub("", match["name"][: stop.start()] if stop else match["name"])
    if name.casefold() in listed("again") or name in ("Beleidsregels", "Tijdelijke Wet"):
        return None
    return Mention(Law(name), begin, begin + len(name))


def _defined(scan: Scan, alias: str, at: int) -> Law | None:
    """The law to which the text gave this short name in brackets behind its name."""
    if scan.defined is None:
        scan.defined = {}
        for match in _DEFINED.finditer(scan.view):
            scan.defined.setdefault(match["alias"], match.start())
    place = scan.defined.get(alias, at)
    if place >= at:
        return None
    if alias not in scan.meant:
        found = _named(scan, max(place - _LONGEST_NAME, 0), place, defines=False)
        ended = found and not found[-1].others and not scan.view[found[-1].end : place].strip()
        scan.meant[alias] = found[-1].law if ended else None
    return scan.meant[alias]


def _named(scan: Scan, begin: int, end: int, *, defines: bool = True) -> list[Mention]:
    """The names of laws in a stretch, in order."""
    found: list[Mention] = []
    for match in _CAPITAL.finditer(scan.view, begin, end):
        word = match.group()
        if match.start() >= begin and (may_open(word) or word in scan.laws or _LAW_WORD.match(word)):
            law = law_at(scan, match.start(), dotted=False, defines=defines)
            if law is not None and law.end <= end:
                found.append(law)
                begin = law.end
    return found


# decides more: what may stand between a law and its article
def law_before(scan: Scan, at: int, *, dotted: bool) -> tuple[Mention, bool] | None:
    """The law named before an article that has none behind it, and whether it stands right before.

    ``Wet dieren, artikel 2.1``, ``de Wet dieren kent in artikel 2.1``: in the same sentence, nothing between that may
    own an article too, and not the law of an article before.
    """
    mention = _as_numbered(scan, _last(scan, at, _LOOK_BACK, None), dotted=dotted)
    pointed = _POINTED.search(scan.view, max(at - _LOOK_BACK, 0), at)
    if pointed is not None and (mention is None or mention.end <= pointed.start()):
        found = that_law(scan, pointed.start(), pointed["noun"], pointed=True, dotted=dotted)
        return (found, False) if found and _LEADS.search(pointed["between"]) else None
    if mention is None or mention.end == scan.cited:
        return None
    between = scan.view[mention.end : at]
    if between == " " and scan.text[mention.end] != between:
        return None  # a line ends there: the law may be a title, the article the first words below it
    if _RIGHT_BEFORE.fullmatch(between):
        return mention, True
    if _SENTENCE_END.search(between) or _RIVAL.search(between) or not _LEADS.search(between):
        return None
    return mention, False


def that_law(scan: Scan, start: int, noun: str, *, pointed: bool, dotted: bool) -> Mention | None:
    """The law of ``van die wet``: the last one of its kind that was named; ``de wet`` may have been defined so."""
    if not pointed and (defined := _defined(scan, noun, start)):
        return Mention(defined, start, start)
    return _as_numbered(scan, _last(scan, start, _THAT_REACH, noun), dotted=dotted)


def _as_numbered(scan: Scan, mention: Mention | None, *, dotted: bool) -> Mention | None:
    """The law as the number of the article tells it, where laws of two times share the name."""
    if mention is None or not (mention.law.since or mention.law.until):
        return mention
    return law_at(scan, mention.start, dotted=dotted)


def _last(scan: Scan, at: int, reach: int, noun: str | None) -> Mention | None:
    """The last law named before, of the kind that a noun tells."""
    first = max(at - _THAT_REACH, 0)
    first = max(first, scan.view.rfind(BREAK, first, at) + 1)
    if scan.searched < at:
        scan.mentions += _named(scan, max(scan.searched, first), at)
        scan.searched = at
    begin = max(first, at - reach)
    for mention in reversed(scan.mentions):
        if mention.end <= begin:
            return None
        if mention.end <= at and (noun is None or _is_called(mention.law, noun)):
            return mention
    return None


def _is_called(law: Law, noun: str) -> bool:
    """Whether a law can be pointed at by this noun; what is only known by its short name is a `wet`."""
    return noun in law.name.casefold() or (noun == _STATUTE and _SHORT_NAME.fullmatch(law.name) is not None)
