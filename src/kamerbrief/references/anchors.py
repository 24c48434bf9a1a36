"""What announces a citation: a noun, an abbreviation, an id that tells itself.

One pattern says which kind may begin here; where it may begin is looked up first, which is several times as fast.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.references.chambers import NAMES
from kamerbrief.references.european import BODY
from kamerbrief.vocabulary.citations import any_of, listed, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SESSION_WORD = "vergaderjaar|zittingsjaar|zitting"
ANCHOR = re.compile(
    rf"""(?<![^\W\d_])(?:
    (?P<url>https?://|www\.)
  | (?P<papers>(?i:(?:bijlage\ bij\ )?(?:kamerst(?:uk(?:ken)?(?:nummers?|nrs?\.?|dossiers?)?|\.)|kst\.?(?=\ )))(?!\w))
  | (?P<dossier>[Dd]ossier(?:nummer|s)?\ (?=\d))
  | (?P<house>(?:{NAMES})(?:\ der\ Staten-Generaal)?
        (?=[,(\ ]{{1,3}}(?:II?[,\ ]+)?(?:{_SESSION_WORD}|(?i:aanhangsel)|'?\d{{2,4}}\ ?[/-]|\d\d?[ .-]?\d{{3}}
            |\d{{1,2}}\ [a-z]+\ \d{{4}},)))
  | (?P<session>(?i:{_SESSION_WORD})\ +(?='?\d{{2,4}}\ ?[/-]))
  | (?P<appendix>(?i:aanhangsel)(?:\ (?:(?:van\ de|der|bij\ de|van)\ )?[Hh]andelingen)?(?!\w))
  | (?P<report>[Hh]andelingen|HANDELINGEN)(?!\w)
  | (?P<gazette>(?i:{any_of(meaning("gazettes"))}))(?![a-z])
  | (?:(?i:gedelegeerde\ |uitvoerings|kader(?=richt))?(?P<act>(?i:{any_of(meaning("acts"))})))
      (?=\ (?:\([A-Z]|[Nn][ro]|\d))
  | (?P<com>COM|JOIN|SWD|SEC|C(?=\(20\d\d\)\ ?\d))(?=\ ?[(\[])
  | (?P<journal>P[bB](?=\ ?(?:EU|EG|EEG)?\.?\ ?[\dLC]))
  | (?P<ecli>ECLI?[:;]|ecli:)
  | (?P<ljn>LJN)(?=[-:\ ])
  | (?P<article>(?i:artikel(?:en)?|artt?\.?))\ (?=\d)
  | (?P<letter>(?:(?i:(?P<direction>mijn|onze|ons|uw|deze|haar|zijn))\ )?
      (?:(?i:{any_of(listed("numbered_letters"))})|[\w-]{{0,40}}[Bb]rie(?:f|ven)))(?=\ )
  | (?P<case>20\d\d[ZD]\d{{4}})
  | (?P<commitment>TZ\d{{6}}-|T[0O]\d{{4}}(?!\d))
  | (?P<published>(?:kst|ah-[te]k|h-[te]k|kv-tk|nds-tk|blg|stb-\d{{4}}|stcrt-\d{{4}}|trb-\d{{4}})-(?=[A-Z\d]))
  | (?P<number_first>nr\.?\ (?P<before_dossier>\d{{1,4}})\ ?\((?P<bracketed_dossier>\d\d\ ?\d{{3}})\))
  | (?:[Nn][or]\.?\ ?)?(?P<advice>W\d\d\.\d\d\.\d{{4,5}}(?:/[IVX]+(?:/[A-Z](?!\w))?)?)(?!\w)
  | [Kk]abinetsmissive(?:\ van\ [^.;\x00]{{1,60}}?)?,?\ [Nn][or]\.?\ ?(?P<missive>20\d{{8}}|\d\d\.\d{{6}})(?!\d)
  | (?P<bare_act>\((?:{BODY})(?:,\ ?Euratom)?\)\ (?=(?:[Nn][ro]\.?\ )?\d{{1,4}}/\d)
      |(?=\d{{2,4}}/\d{{1,4}}/(?:{BODY})(?!\w)))
  | (?P<address>[A-Za-z\d](?:[\w-]{{0,40}}\.){{1,4}}[a-z]{{2,4}}/(?=[\w#?]))
  | (?P<bracketed>\d\d[ .]?\d{{3}}(?!\d)|\d{{5}}(?=;\ \d{{5}},))
    )""",
    re.VERBOSE,
)
_WORDS = (
    *("bijlage bij ", "kamerst", "kst", "dossier", "tweede kamer", "eerste kamer", "tk", "ek", "t.", "e."),
    *("aanhangsel", "handelingen", "vergaderjaar", "zitting", *meaning("gazettes"), "gedelegeerde ", "uitvoerings"),
    *("kaderrichtlijn", *meaning("acts"), "com", "join", "swd", "sec", "c(", "pb", "ecl", "ljn", "art"),
    *("tz", "to", "kst-", "ah-", "kv-", "nds-", "blg-", "stb-", "stcrt-", "trb-", "nr. ", "nr ", "kabinetsmissive"),
    *listed("numbered_letters"),
)
"""What an anchor begins with, in lower case."""
_BY_PAIR = {word[:2]: tuple(other for other in _WORDS if other[:2] == word[:2]) for word in _WORDS}
_PAIRS = {
    cased: words for pair, words in _BY_PAIR.items() for cased in (pair, pair.upper(), pair.title(), pair.capitalize())
}
_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z][A-Za-z.(]")
_BARE = ("http", "www.", "kst-", "h-tk-", "h-ek-", "(EU", "(EG", "(EEG", "(EC", "(EEC")
"""What begins an anchor that needs no figure, or is no word."""
_LONGEST_WORD = max(map(len, _WORDS))
_LETTER = re.compile(r"[Bb]rie(?:f|ven)(?=\ )|(?i:schrijven|voordracht|missive|rapport)(?=\ )")
_BEFORE_LETTER = re.compile(r"(?:(?i:mijn|onze|ons|uw|deze|haar|zijn)\ )?(?:(?i:nader)\ |[A-Za-z-]{1,40})?\Z")
_ADDRESS = re.compile(rf"\.(?:{any_of(listed('domains'))})/")
_BEFORE_ADDRESS = re.compile(r"(?<![\w@/.:-])[A-Za-z\d](?:[A-Za-z\d-]{0,40}\.){0,3}[A-Za-z\d-]{0,40}\Z")
_LOOK_BACK, _LONGEST_HOST = 60, 120
_FIGURE = re.compile(r"\d++")
_REACH = 140


def places(view: str) -> list[int]:
    """Where an anchor may begin, in order."""
    figures = [match.span() for match in _FIGURE.finditer(view)]
    found = {start for start, _ in figures}
    found |= {start - 1 for start, _ in figures if view[start - 1 : start] in ("T", "W")}
    for begin, end in _windows(figures):
        found.update(
            match.start()
            for match in _WORD.finditer(view, begin, end)
            if (starts := _PAIRS.get(match.group()))
            and view[match.start() : match.start() + _LONGEST_WORD].lower().startswith(starts)
        )
    for word in _BARE:
        at = view.find(word)
        while at >= 0:
            found.add(at)
            at = view.find(word, at + 1)
    found |= set(_begun(view, _LETTER, _BEFORE_LETTER, _LOOK_BACK)) | set(
        _begun(view, _ADDRESS, _BEFORE_ADDRESS, _LONGEST_HOST)
    )
    return sorted(found)


def _begun(view: str, shape: re.Pattern[str], before: re.Pattern[str], reach: int) -> Iterator[int]:
    """Where the words begin that end in this shape."""
    for match in shape.finditer(view):
        begun = before.search(view, max(match.start() - reach, 0), match.start())
        if begun is not None:
            yield begun.start()


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
