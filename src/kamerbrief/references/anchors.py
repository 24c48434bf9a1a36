"""What announces a citation: a noun, an abbreviation, an id that tells itself.

One pattern says which kind may begin here; where it may begin is looked up first, which is several times as fast.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.references.chambers import NAMES
from kamerbrief.references.european import ACTS, BODY
from kamerbrief.vocabulary.citations import any_of, listed, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TORN_WORDS = tuple(f"{'kamerstuk'[:at]} {'kamerstuk'[at:]}" for at in range(1, len("kamerstuk")))
_TORN = "|".join(word.replace(" ", r"\ ") for word in _TORN_WORDS)
"""The noun with a blank in it, as the text layers of some documents have it."""
_SESSION_WORD = "vergaderjaar|zittingsjaar|zitting"
ANCHOR = re.compile(
    rf"""(?<![^\W\d_])(?:
    (?P<url>https?://|www\.)
  | (?P<papers>(?i:(?:bijlage\ bij\ )?
      (?:kamerst(?:uk(?:ken)?(?:nummers?|nrs?\.?|dossiers?)?|\.)|(?:{_TORN})(?:ken)?|kst\.?(?=\ )))(?![^\W_]))
  | (?P<dossier>[Dd]ossier(?:nummer|s)?\ (?=\d))
  | (?P<house>(?:{NAMES})(?:\ der\ Staten-Generaal)?
        (?=[,(\ ]{{1,3}}(?:II?[,\ ]+)?(?:{_SESSION_WORD}|(?i:aanhangsel)|'?\d{{2,4}}\ ?[/-]|\d\d?[ .-]?\d{{3}}
            |\d{{1,2}}\ [a-z]+\ \d{{4}},)))
  | (?P<session>(?i:{_SESSION_WORD})\ +(?='?\d{{2,4}}\ ?[/-]))
  | (?P<appendix>(?i:aanhangsel)(?:\ (?:(?:van\ de|der|bij\ de|van)\ )?[Hh]andelingen)?(?!\w))
  | (?P<report>(?:[Hh]andelingen|HANDELINGEN)(?![^\W_])|Hand\.(?=\ (?:II?|[TE]K)\ ))
  | (?P<gazette>(?i:{any_of(meaning("gazettes"))}))(?![a-z])
  | (?:(?i:gedelegeerde\ |uitvoerings|kader(?=richt))?(?P<act>(?i:{any_of(ACTS)})))
      (?=\ (?:\([A-Z]|(?:(?:{BODY})\ )?(?:[Nn][ro]|\d)))
  | (?P<com>COM|JOIN|SWD|SEC|C(?=\(20\d\d\)\ ?\d))(?=\ ?[(\[])
  | (?P<journal>P[bB](?=\ ?(?:EU|EG|EEG)?\.?\ ?[\dLC]))
  | (?P<ecli>ECLI?[:;]|ecli:)
  | (?P<ljn>LJN)(?=[-:\ ])
  | (?P<article>(?i:artikel(?:en)?|artt?\.?))\ (?=(?:[A-Z]\ )?\d)
  | (?P<letter>(?:(?i:(?P<direction>mijn|onze|ons|uw|deze|haar|zijn))\ )?
      (?:(?i:{any_of(listed("numbered_letters"))})|[\w-]{{0,40}}[Bb]rie(?:f|ven)))(?=\ )
  | (?P<answered>(?i:(?:antwoord(?:en)?\ (?:op|bij)\ (?:de\ )?vra(?:ag|gen)
      |(?:(?<=zie\ )|(?<=bij\ )|(?<=onder\ ))(?:antwoord(?:en)?|vra(?:ag|gen))|(?<=\bin\ )antwoord(?:en)?)\ (?=\d)))
  | (?P<case>20\d\d[ZD]\d{{4}})
  | (?P<commitment>TZ\d{{6}}\ ?-|T[0O]\d{{4}}(?!\d))
  | (?P<published>(?:kst|ah-[te]k|h-[te]k|kv-tk|nds-tk|blg|stb-\d{{4}}|stcrt-\d{{4}}|trb-\d{{4}})-(?=[A-Z\d]))
  | (?P<number_first>nr\.?\ (?P<before_dossier>\d{{1,4}})\ ?\((?P<bracketed_dossier>\d\d\ ?\d{{3}})\))
  | (?:[Nn][or]\.?\ ?)?(?P<advice>W\d\d\.\d\d\.\d{{4,5}}(?:/[IVX]+(?:/[A-Z](?!\w))?)?)(?!\w)
  | (?:[Kk]abinetsmissive|[Mm]ededeling\ van\ de\ [Dd]irecteur\ van\ [Uu]w\ [Kk]abinet)
      (?:\ van\ [^.;\x00]{{1,60}}?)?,?\ [Nn][or]\.?\ ?(?P<missive>20\d{{8}}|\d\d\.\d{{6}})(?!\d)
  | (?P<bare_act>\((?:{BODY})(?:,\ ?Euratom)?\)\ (?=(?:[Nn][ro]\.?\ )?\d{{1,4}}/\d)
      |(?=\d{{2,4}}/\d{{1,4}}/(?:{BODY})(?!\w)))
  | (?P<address>[A-Za-z\d](?:[\w-]{{0,40}}\.){{1,4}}[a-z]{{2,4}}/(?=[\w#?]))
  | (?P<bracketed>\d\d[ .]?\d{{3}}(?!\d)|\d{{5}}(?=;\ \d{{5}},))
    )""",
    re.VERBOSE,
)
_WORDS = (
    *_TORN_WORDS,
    *("bijlage bij ", "kamerst", "kst", "dossier", "tweede kamer", "eerste kamer", "tk", "ek", "t.", "e."),
    *("aanhangsel", "handelingen", "hand.", "vergaderjaar", "zitting", *meaning("gazettes")),
    *("gedelegeerde ", "uitvoerings", "kaderrichtlijn", *meaning("acts")),
    *("com", "join", "swd", "sec", "c(", "pb", "ecl", "ljn", "art", "tz", "to"),
    *("kst-", "ah-", "kv-", "nds-", "blg-", "stb-", "stcrt-", "trb-"),
    *("antwoord", "vra"),
    *("nr. ", "nr ", "no.", "no ", "kabinetsmissive", "mededeling van"),
)
"""What an anchor begins with, in lower case."""
_CASED = {cased for word in _WORDS for cased in (word, word.capitalize(), word.title(), word.upper())}
_CASED |= {cased for word in meaning("english_acts") for cased in (word.capitalize(), word.title(), word.upper())}


def branching(words: Iterable[str]) -> str:
    """A pattern of these words that looks at each letter once; longer ones with the same beginning are told by it."""
    following: dict[str, list[str]] = {}
    for word in sorted(words):
        following.setdefault(word[0], []).append(word[1:])
    ways = [re.escape(first) + ("" if "" in rest else branching(rest)) for first, rest in following.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


_WORD = re.compile(rf"(?<![^\W\d_])(?={branching(_CASED)})")
_BARE = ("http", "www.", "kst-", "h-tk-", "h-ek-", "(E")
"""What begins an anchor that needs no figure, or is no word."""
_LETTERS = tuple(f"{name.rpartition(' ')[2][1:]} " for name in (*listed("letters"), *listed("numbered_letters")))
"""The ends of writings that are cited by date; their first letter may be a capital."""
_BEFORE_LETTER = re.compile(r"(?:(?i:mijn|onze|ons|uw|deze|haar|zijn)\ )?(?:(?i:nader\ )|[A-Za-z-]{1,40})?[A-Za-z]\Z")
_ADDRESS = re.compile(rf"\.(?:{any_of(listed('domains'))})/")
_BEFORE_ADDRESS = re.compile(r"(?<![\w@/.:-])[A-Za-z\d](?:[A-Za-z\d-]{0,40}\.){0,3}[A-Za-z\d-]{0,40}\Z")
_LOOK_BACK, _LONGEST_HOST = 60, 120
_WORDS_BEFORE = len("onze nader ")
"""What is longest before the last word of what stands there."""
_DIGITS, _GOES_ON, _LETTERS_BEFORE = 5, frozenset("ZD/. eds"), frozenset("TW")
"""How many figures a dossier has, and what stands behind and before other figures that tell what they are."""
_FIGURE = re.compile(r"[0-9][0-9]*")  # a set at its beginning is found several times as fast
_REACH = 140


def places(view: str) -> list[int]:
    """Where an anchor may begin, in order."""
    figures = [match.span() for match in _FIGURE.finditer(view)]
    found = set(_telling(view, figures))
    for begin, end in _windows(figures):
        found.update(match.start() for match in _WORD.finditer(view, begin, end))
    for word in _BARE:
        found.update(_all(view, word))
    ends = [at for name in _LETTERS for at in _all(view, name)]
    found.update(_begun(view, ends, _BEFORE_LETTER, _LOOK_BACK))
    ends = [match.start() for match in _ADDRESS.finditer(view)]
    found.update(_begun(view, ends, _BEFORE_ADDRESS, _LONGEST_HOST))
    return sorted(found)


# decides more: the shapes of figures that tell what they are
def _telling(view: str, figures: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Where figures begin that may tell what they are without a word before them: a dossier, a case, an act."""
    for start, stop in figures:
        count = stop - start
        if count == _DIGITS:
            yield start
        elif count < _DIGITS and (behind := view[stop : stop + 1]) in _GOES_ON:  # noqa: SIM102 - the test that rules most out
            if behind not in " ." or view[stop + 1 : stop + 4].isdecimal():
                yield start
        if view[start - 1 : start] in _LETTERS_BEFORE:
            yield start - 1


def _all(view: str, word: str) -> Iterator[int]:
    at = view.find(word)
    while at >= 0:
        yield at
        at = view.find(word, at + 1)


def _begun(view: str, ends: list[int], before: re.Pattern[str], reach: int) -> Iterator[int]:
    """Where what stands before these places begins."""
    for end in ends:
        least = max(end - reach, 0)
        word = view.rfind(" ", least, end) + 1
        begun = before.search(view, max(word - _WORDS_BEFORE, least), end)
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
