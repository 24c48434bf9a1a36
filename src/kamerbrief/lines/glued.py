"""Hyphens that an extractor lost: ``pdftotext`` takes each at the end of a line for that of a broken word.

It drops the hyphen and joins the next line to this one. Letters break no words, so that nearly all of these hyphens are
real: ``mbo-`` / ``scholen`` comes as ``mboscholen``, and an address on the web leads nowhere. That a line was glued is
told by its width; where, by the words of the letter.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.document.text import Text, joined
from kamerbrief.lines.joining import width
from kamerbrief.lines.measure import Measure
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.addresses import lost_in_path, path_begin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.lines.features import FeatureLine

_FULL = 0.97
"""Share of the measure up to which a line had room for what follows."""
_WIDEST = 1.03
"""Share of the measure that no line goes over; it is measured so well at best."""
_WIDEST_SMALL = 1.6
"""The same for notes, which are in small print."""
_GLUED = 1.6
"""Lines of the body wider than this share of the measure are two."""
_MOST_GLUED = 0.1
"""Of the lines this share at most is glued; a text of which more are so wide has a paragraph a line."""
_LONGEST = 60
"""A word has so many letters at most."""
_SHORTEST = 3
"""So many letters stand behind a hyphen at least; a word may end in ``en`` or ``er``."""
_MOST_YEARS = 10
"""Two years that a hyphen joins are so far apart at most."""
_STRETCH = regex.compile(r"[^\s-]++")
_HYPHENED = regex.compile(r"[\p{L}\d]++(?:-[\p{L}\d]++)++")
_PLAIN = regex.compile(r"\p{L}{2,}+")
_WORD = regex.compile(r"[\p{L}\d+]++")
_YEARS = regex.compile(r"(?P<one>(?:19|20)\d\d)(?P<other>(?:19|20)\d\d)\Z")
_NAMES = regex.compile(r"\p{Ll}(?=\p{Lu}\p{Ll})|\+(?=\p{Ll}{3})")
"""A capital or a sign inside a word: ``DekkerVisser``, ``SDE+subsidie``."""
_WRITTEN, _BEGINS, _LIKELY, _UNLIKELY = 3, 2, 1, 0
"""The word stands elsewhere with its hyphen, another one begins so, spelling demands a hyphen, nothing tells."""


class _Known(NamedTuple):
    """The words of a letter."""

    plain: AbstractSet[str]
    """Those without a hyphen, and the parts of those with one."""
    hyphened: frozenset[str]
    begins: frozenset[str]
    """What stands before a hyphen."""
    glued: frozenset[str]
    """Those with a hyphen, without it."""


class LostHyphens:
    """What tells the hyphens that an extractor lost in the lines of a letter."""

    def __init__(self, lines: Sequence[FeatureLine]) -> None:
        self._plain = plain = [line for line in lines if _is_plain(line)]
        self._full = full = Measure.of_width(lines).full if plain else 0.0
        kept = sum(line.text[-1] == "-" and line.text[-2:-1].isalnum() for line in plain)
        glued = sum(line.width > full * _GLUED for line in plain)
        self._loses = full > 0 and kept <= glued <= _MOST_GLUED * len(plain)

    @cached_property
    def _known(self) -> _Known:
        """The words of the letter, which half of the letters need not be asked for."""
        return _known([line.text for line in self._plain if line.width <= self._full])

    def restored(self, lines: Sequence[FeatureLine], *, small: bool = False) -> list[FeatureLine]:
        """The lines with the hyphens that were lost in them; those of notes are in small print."""
        if not self._loses:
            return list(lines)
        full, widest = self._full * _FULL, self._full * (_WIDEST_SMALL if small else _WIDEST)
        return [
            _restored(line, list(_places(line.text, full, widest, self._known)))
            if line.width > self._full * _WIDEST and _is_plain(line)
            else line
            for line in lines
        ]


def _is_plain(line: FeatureLine) -> bool:
    """Whether nothing is known of the line but its text."""
    return not (line.size or line.cells or line.calls) and not line.hint.is_exact


def _known(texts: Sequence[str]) -> _Known:
    """The words of these texts; addresses on the web have no words of their own."""
    written = set(" ".join(texts).casefold().split())
    whole = {word for word in written if word.isalpha() and len(word) > 1}  # most words, found without a pattern
    others = [word for word in written - whole if "/" not in word or path_begin(word) is None]
    hyphened = frozenset(_HYPHENED.findall(" ".join(word for word in others if "-" in word)))
    begins = frozenset(word.partition("-")[0] for word in hyphened)
    glued = frozenset(word.replace("-", "") for word in hyphened)
    return _Known(whole.union(_PLAIN.findall(" ".join(others)), words("unfinished")), hyphened, begins, glued)


def _restored(line: FeatureLine, places: Sequence[int]) -> FeatureLine:
    """The line with hyphens at these places of its text."""
    if not places:
        return line
    text = Text(line.text, line.offsets, line.raised, line.links)
    stretches = zip((0, *places), (*places, len(line.text)), strict=True)
    whole = joined([(text.cut(begin, end), "-") for begin, end in stretches])
    return line._replace(text=whole.string, offsets=whole.offsets, raised=whole.raised, links=whole.links)


def _places(text: str, full: float, widest: float, known: _Known) -> Iterator[int]:
    """Where hyphens are missing: in what goes over the measure, of each of the lines that were glued."""
    used, last, token = 0.0, 0, 0
    for stretch in _STRETCH.finditer(text):
        begin, end = stretch.span()
        before = used + width(text[last:begin])
        used, last = before + width(stretch[0]), end
        token = begin if begin == 0 or text[begin - 1].isspace() else token
        if used > full and before <= widest and (place := _place(text, token, begin, end, known)):
            yield place
            used = width(text[place:end])


def _place(text: str, token: int, begin: int, end: int, known: _Known) -> int:
    """Where a hyphen is missing in a stretch of text without blanks and hyphens; 0 if nothing tells.

    Args:
        text: That of the line.
        token: Where the stretch with what hyphens join to it begins, an address on the web perhaps.
        begin: Where the stretch begins.
        end: Where it ends.
        known: The words of the letter.
    """
    path = path_begin(text[token : min(end, token + _LONGEST)])
    if path is not None:
        begin = max(begin, token + path)
        if lost := lost_in_path(text, begin, end):
            return lost
    for word in _WORD.finditer(text, begin, end):
        if len(word[0]) <= _LONGEST and (place := _cut(word[0], known, in_path=path is not None)):
            return word.start() + place
    return 0


def _cut(word: str, known: _Known, *, in_path: bool) -> int:
    """Where a word falls into two that a hyphen joins; 0 if it does not."""
    if years := _YEARS.match(word):
        return years.end("one") if 0 < int(years["other"]) - int(years["one"]) <= _MOST_YEARS else 0
    is_word = word.casefold() in known.plain
    if is_word and word.casefold() not in known.glued:
        return 0
    found = [
        (_joint(word[:at], word[at:], known, in_path=in_path), min(at, len(word) - at), at)
        for at in range(1, len(word))
    ]
    worth, _, at = max(found, default=(_UNLIKELY, 0, 0))
    if worth == _WRITTEN:
        return at
    if is_word:
        return 0
    if worth:
        return at
    names = None if word in words("capitals_inside") else _NAMES.search(word)
    return names.end() if names else 0


def _joint(one: str, other: str, known: _Known, *, in_path: bool) -> int:
    """How sure a hyphen joins two parts of a word; each word of an address on the web has its own."""
    left, right = one.casefold(), other.casefold()
    if f"{left}-{right}" in known.hyphened:
        return _WRITTEN
    begins = left in known.begins
    if len(right) < _SHORTEST or not right[0].isalpha() or not (begins or left in known.plain):
        return _UNLIKELY
    if one.isupper() and len(one) > 1 and other.islower():
        return _LIKELY
    if right not in known.plain:
        return _UNLIKELY
    return _BEGINS if begins else _LIKELY if in_path or _needs_hyphen(one, right) else _UNLIKELY


def _needs_hyphen(one: str, other: str) -> bool:
    """Whether Dutch spelling demands a hyphen between two parts of a compound."""
    mixed = any(map(str.isupper, one[1:]))
    clashes = one[-1:] + other[:1] in words("clashes")
    return mixed or clashes or one.casefold() in words("keeps_hyphen")
