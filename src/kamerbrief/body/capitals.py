"""Lists whose items are marked by capitals: ``A.``, ``B.`` or ``I.``, ``II.``.

A capital with a stop begins many a line that is no item: initials, a title. So not a line by itself is asked: items of
a list follow each other in the order of their marks, set alike, and nothing stands between them. Where a list names the
titles that follow, the capital is part of each name, and the titles of them that come first are the items.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import regex

from kamerbrief.lines.bullets import HINTED, Bullet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.lines.features import FeatureLine

_CAPITAL = regex.compile(r"(?P<core>[A-Z]|[IVX]{1,5})\.\s++(?=\S)")
_SECOND = frozenset(".IVX")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_REACH = 12
"""An item has so many lines at most."""
_CONTENTS_FROM = 3
"""A list that names the titles has so many at least."""
_Marked = list[tuple[int, regex.Match[str]]]
"""For each line its index and the match of the capital that it begins with."""


def capital_bullets(lines: Sequence[FeatureLine]) -> dict[int, Bullet]:
    """The marks of items that are capitals, by the offset of their line."""
    capitals = _capitals(lines)
    found = _named_in(lines, capitals)
    marked = [(at, match) for at, match in capitals if _may_be_item(lines[at])]
    said = Counter(lines[at].key for at, _ in marked)
    marked = [(at, match) for at, match in marked if said[lines[at].key] == 1]
    for (at, one), (below, other) in itertools.pairwise(marked):
        for family, order in zip(("upper", "upper_roman"), _ORDERS, strict=True):
            first = order(one["core"])
            if first and order(other["core"]) == first + 1 and _is_one_item(lines, at, below):
                for line, match in ((lines[at], one), (lines[below], other)):
                    found[line.start] = Bullet(match.group().strip(), family, match.end(), firm=False)
    return found


def named_titles(lines: Sequence[FeatureLine]) -> dict[int, Bullet]:
    """The titles that a list names, each right below the one before; most of them come again above their texts."""
    return _named_in(lines, _capitals(lines))


def _capitals(lines: Sequence[FeatureLine]) -> _Marked:
    """The lines that begin with a capital and a stop."""
    return [(at, match) for at, line in enumerate(lines) if (match := _capital(line.text))]


def _named_in(lines: Sequence[FeatureLine], marked: _Marked) -> dict[int, Bullet]:
    """The lines of lists of contents, whose titles come again, as items; by the offset of their line."""
    said = Counter(lines[at].key for at, _ in marked)
    found: dict[int, Bullet] = {}
    seen: set[str] = set()
    for run in _runs(lines, marked):
        again = sum(said[line.key] > 1 and line.key not in seen for line in run)
        if len(run) >= _CONTENTS_FROM and 2 * again > len(run):
            found |= dict.fromkeys((line.start for line in run), HINTED)
        seen.update(line.key for line in run)
    return found


def _runs(lines: Sequence[FeatureLine], marked: _Marked) -> Iterator[Sequence[FeatureLine]]:
    """The stretches of lines with marks in their order and nothing between them."""
    begin = 0
    for index, (at, match) in enumerate(marked, start=1):
        if index < len(marked):
            below, other = marked[index]
            follows = any((first := order(match["core"])) and order(other["core"]) == first + 1 for order in _ORDERS)
            if follows and below == at + 1 and not lines[below].gap:
                continue
        yield lines[marked[begin][0] : at + 1]
        begin = index


def capital_of(text: str) -> Bullet | None:
    """The capital that an item begins with; what the text is, the source has said.

    Example:
        >>> capital_of("II. de vaarten").shown, capital_of("De vaarten")
        ('II.', None)
    """
    match = _capital(text)
    if match is None:
        return None
    return Bullet(match.group().strip(), "upper_roman" if _numeral(match["core"]) else "upper", match.end(), firm=False)


def capital_alone(text: str) -> Bullet | None:
    """The capital of an item that a text is by itself: ``II.``, ``A.``."""
    return capital_of(f"{text} ?") if text[-1:] == "." else None


def _may_be_item(line: FeatureLine) -> bool:
    """Whether no mark-up makes the line a heading, a row or an item of its own."""
    return not (line.hint.level > 0 or line.cells or (line.hint.part == "item" and not (line.bold or line.italic)))


def _capital(text: str) -> regex.Match[str] | None:
    """The capital that a text begins with; the second character rules most out."""
    return _CAPITAL.match(text) if text[1:2] in _SECOND else None


def _letter(core: str) -> int:
    return ord(core) - ord("A") + 1 if len(core) == 1 else 0


def _numeral(core: str) -> int:
    return _ROMAN.index(core) + 1 if core in _ROMAN else 0


_ORDERS = (_letter, _numeral)


def _is_one_item(lines: Sequence[FeatureLine], begin: int, end: int) -> bool:
    """Whether only an item stands between two marks: one style, and no blank line but the one above the second."""
    first = lines[begin]
    return end - begin <= _REACH and all(
        (line.gap == 0 or line is lines[end]) and (line.bold, line.italic) == (first.bold, first.italic)
        for line in lines[begin + 1 : end + 1]
    )
