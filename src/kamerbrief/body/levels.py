"""Levels of headings: not each heading is ranked but each class of them, once over the letter.

A class is a look, a family of numbers with its depth, and whether the title comes again. The official mark-up ranks
looks bold, bold italic, italic or underlined, plain; numbers tell their own depth within a look; a set of titles that
comes again under each chapter lies below the chapters. A level that the source hints at parts headings that look alike.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.document.text import squash
from kamerbrief.vocabulary.headings import is_annex, is_final, is_question
from kamerbrief.vocabulary.questionsets import zaak_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.blocks import RawBlock

_LARGE = 1.05
"""Print of this size beside the text is larger than it."""
_ROMAN = frozenset("IVX")
_DEEPEST = 100
"""No class of a look has so many above it."""


ASKED = ("question head", "answer head")
"""Roles that are heads of questions and answers, which rank alike."""


class Look(NamedTuple):
    """How a heading is set; looks that compare lower rank higher."""

    style: int
    hint: int
    """The level that the source hints at, where it does so for all headings of one style; else 0."""


class Number(NamedTuple):
    """What kind of number a heading has."""

    family: str
    depth: int = 1


class _Heading(NamedTuple):
    block: RawBlock
    number: Number | None
    again: bool
    stacked: bool
    """It stands right below another heading."""


def levels_of(blocks: Sequence[RawBlock], *, annex: bool = False) -> list[int]:
    """The level of each block that is a heading; 0 for the others.

    Args:
        blocks: Those of a body, or of all annexes.
        annex: Titles of annexes rank above all other headings.
    """
    headings = _headings(blocks)
    if not headings:
        return [0 for _ in blocks]
    exact = [heading.block.lines[0].hint for heading in headings]
    if all(hint.stated == "heading" for hint in exact):
        levels = iter([hint.level for hint in exact])
    else:
        levels = iter(_below_sets(headings, _ranked(headings, annex=annex)))
    return [next(levels) if block.kind == "heading" else 0 for block in blocks]


def _below_sets(headings: Sequence[_Heading], levels: Sequence[int]) -> list[int]:
    """The levels with those of questions right below that of the party that asks, or of the title of their set.

    A party lies below the topic that stands right above it.
    """
    roles = [heading.block.role for heading in headings]
    found: list[int] = []
    title = topic = above = 0
    for role, following, ranked in zip(roles, [*roles[1:], None], levels, strict=True):
        level = ranked
        if role == "title":
            title = topic = above = ranked
        elif role == "party":
            level = above = topic + 1
        elif role in ASKED:
            level = above + 1 if above else ranked
        elif title and following == "party":
            level = topic = above = title + 1
        elif above and role == "answer":
            level = max(ranked, above + 2)
        found.append(level)
    return found


def _headings(blocks: Sequence[RawBlock]) -> list[_Heading]:
    found = [block for block in blocks if block.kind == "heading"]
    below = {id(block) for above, block in itertools.pairwise(blocks) if above.kind == "heading"}
    titles = Counter(squash(block.text.string) for block in found if block.number is None)
    numbers = _numbers(found)
    return [
        _Heading(block, number, block.number is None and titles[squash(block.text.string)] > 1, id(block) in below)
        for block, number in zip(found, numbers, strict=True)
    ]


def _numbers(blocks: Sequence[RawBlock]) -> list[Number | None]:
    """The kind of number of each heading; ``I.`` is a letter behind ``H.`` and a Roman number else."""
    found: list[Number | None] = []
    letters: str = ""
    for block in blocks:
        shown = (block.number or "").strip("(.) ")
        number = _number(block)
        if number is not None and number.family == "roman" and letters and ord(shown[0]) == ord(letters) + 1:
            number = Number("upper") if len(shown) == 1 else number
        if number is not None and number.family == "upper":
            letters = shown
        found.append(number)
    return found


def _number(block: RawBlock) -> Number | None:
    """The kind of number of a heading by itself; questions count as numbered, their number is in the title."""
    if block.role in ASKED:
        return Number("question")
    if block.number is None:
        return Number("question") if is_question(block.text.string) else None
    shown = block.number.strip("(.) ")
    if block.role == "paper" or "-" in shown or zaak_in(shown) is not None:
        return None  # of a dossier, of the Kamer
    if shown[:1].isdecimal():
        return Number("decimal", 1 + shown.count("."))
    word, _, rest = shown.partition(" ")
    if rest:
        return Number(word.casefold())
    if set(shown) <= _ROMAN:
        return Number("roman")
    return Number("upper" if shown.isupper() else "lower")


def _ranked(headings: Sequence[_Heading], *, annex: bool) -> list[int]:
    """The rank of each heading's class, from 1 and without a gap."""
    looks = _looks(headings)
    slots = {
        look: _slots([h for h, of in zip(headings, looks, strict=True) if of == look], look) for look in set(looks)
    }
    keys = [(1, look, slots[look][_kind(heading)]) for heading, look in zip(headings, looks, strict=True)]
    if annex:
        keys = _below_annexes(headings, keys)
    above = (0, min(looks), 0)
    keys = [above if heading.block.role == "title" else key for heading, key in zip(headings, keys, strict=True)]
    keys = _numbers_lifted(headings, keys)
    if all(look.style == _PLAIN for look in looks):
        keys = _below_titles(headings, _below_numbers(headings, keys))
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys)), start=1)}
    return [ranks[key] for key in keys]


def _numbers_lifted(headings: Sequence[_Heading], keys: Sequence[tuple[int, Look, int]]) -> list[tuple[int, Look, int]]:
    """Numbered titles whose series goes on behind titles of higher looks rank above those."""
    places: dict[tuple[int, Look, int], list[int]] = {}
    for index, key in enumerate(keys):
        places.setdefault(key, []).append(index)
    lifted: dict[tuple[int, Look, int], tuple[int, Look, int]] = {}
    for key, of_class in places.items():
        numbered = [index for index in of_class if headings[index].number is not None]
        between = [
            other for other, at in places.items() if numbered and numbered[0] < at[0] < numbered[-1] and other < key
        ]
        if between and _is_one_series([headings[index] for index in numbered]):
            lifted[key] = (*min(between)[:2], key[2] - _DEEPEST)
    return [lifted.get(key, key) for key in keys]


def _is_one_series(headings: Sequence[_Heading]) -> bool:
    """Whether the numbers of these headings follow each other from the first to the last."""
    shown = [(heading.block.number or "").strip("(.) ") for heading in headings]
    numbers = [int(number) for number in shown if number.isdecimal()]
    return len(numbers) == len(headings) and all(b == a + 1 for a, b in itertools.pairwise(numbers))


def _below_annexes(headings: Sequence[_Heading], keys: Sequence[tuple[int, Look, int]]) -> list[tuple[int, Look, int]]:
    """The titles of annexes rank above all: they say so, or the first heading is the only one of its kind."""
    highest = min(look for _, look, _ in keys)
    kinds = Counter((look, _kind(heading)) for heading, (_, look, _) in zip(headings, keys, strict=True))
    opening = (highest, ("", 1))
    alone = keys[0][1] == highest and _kind(headings[0]) == opening[1] and kinds[opening] == 1
    return [
        (0, highest, 0)
        if (is_annex_title(heading.block) and (look == highest or not index)) or (alone and not index)
        else (1, look, slot)
        for index, (heading, (_, look, slot)) in enumerate(zip(headings, keys, strict=True))
    ]


def is_annex_title(block: RawBlock) -> bool:
    """Whether the heading says that it is an annex: ``Bijlage 2: Overzicht``."""
    return block.kind == "heading" and is_annex(f"{block.number or ''} {block.text.string}".strip())


_BOLD, _BOLD_ITALIC, _FIRST_LIGHT, _SECOND_LIGHT, _PLAIN, _ORNAMENTED = range(1, 7)


def _looks(headings: Sequence[_Heading]) -> list[Look]:
    """The look of each heading: its style, and a hint where all of its style have one.

    A question and its answer rank alike, however each is set.
    """
    styles = _styles(headings)
    hints = [heading.block.lines[0].hint.level for heading in headings]
    unhinted = {style for style, hint in zip(styles, hints, strict=True) if not hint}
    looks = [Look(style, 0 if style in unhinted else hint) for style, hint in zip(styles, hints, strict=True)]
    asked = [heading.number is not None and heading.number.family == "question" for heading in headings]
    highest = min((look for look, of in zip(looks, asked, strict=True) if of), default=None)
    return [highest if of and highest else look for look, of in zip(looks, asked, strict=True)]


def _styles(headings: Sequence[_Heading]) -> list[int]:
    """Of italics and underlines, of bold and bold italic, what comes first ranks higher."""
    blocks = [heading.block for heading in headings]
    light = next((block.italic for block in blocks if not block.bold and (block.italic or block.underlined)), True)
    heavy = next((block.italic for block in blocks if block.bold), False)
    styles = [_style(block, italic_first=light, bold_italic_first=heavy) for block in blocks]
    for series in _series(headings, styles):
        counts = Counter(styles[index] for index in series)
        usual = min(counts, key=lambda style: (-counts[style], style))
        for index in series:
            styles[index] = usual
    return styles


def _series(headings: Sequence[_Heading], styles: Sequence[int]) -> list[list[int]]:
    """Which headings are of one series of numbers: each follows the number above.

    That is the last one of its style, else the last that the source gives its level, else the last one.
    """
    found: list[list[int]] = []
    last: dict[tuple[tuple[str, ...], int, int], tuple[int, list[int]]] = {}
    for index, (heading, style) in enumerate(zip(headings, styles, strict=True)):
        if heading.number is None or heading.number.family != "decimal" or not heading.block.number:
            continue
        *outer, shown = heading.block.number.strip("(.) ").split(".")
        chapter, number = tuple(outer), int(shown) if shown.isdecimal() else 0
        places = [(chapter, style, -1), (chapter, -1, heading.block.lines[0].hint.level), (chapter, -1, -1)]
        above = [last[place][1] for place in places if place in last and last[place][0] == number - 1]
        if not above:
            found.append([])
        series = above[0] if above else found[-1]
        series.append(index)
        last |= dict.fromkeys(places, (number, series))
    return found


def _style(block: RawBlock, *, italic_first: bool, bold_italic_first: bool) -> int:
    if block.bold:
        return _BOLD_ITALIC if block.italic and not bold_italic_first else _BOLD
    if block.italic or block.underlined:
        return _FIRST_LIGHT if block.italic == italic_first else _SECOND_LIGHT
    line = block.lines[0]
    if line.hint.level:
        return 0 if line.size == 0 or line.size > _LARGE else _SECOND_LIGHT
    return _PLAIN if block.marker is None else _ORNAMENTED


_Kind = tuple[str, int]


def _kind(heading: _Heading) -> _Kind:
    """The class of a heading within its look."""
    if heading.number is not None:
        return heading.number.family, heading.number.depth
    return ("again" if heading.again else "", 1)


def _slots(headings: Sequence[_Heading], look: Look) -> dict[_Kind, int]:
    """The order of the classes of one look: families of numbers as they first come, each as deep as its numbers.

    What has no number stands beside the first family. What comes again lies below all of them where there are numbers
    or no style could tell; a writer who ranks by looks alone would have set it otherwise.
    """
    families: dict[str, int] = {}
    for heading in headings:
        if heading.number is not None:
            families[heading.number.family] = max(families.get(heading.number.family, 1), heading.number.depth)
    slots: dict[_Kind, int] = {("", 1): 0}
    at = 0
    if _begins_below(headings, look):
        at = 1
    for family, depth in families.items():
        slots |= {(family, level): at + level - 1 for level in range(1, depth + 1)}
        at += depth
    slots["again", 1] = max(at, 1) if families or look.style == _PLAIN else 0
    return slots


def _begins_below(headings: Sequence[_Heading], look: Look) -> bool:
    """Whether the first family of numbers of a look lies below its titles; questions do below one before them."""
    first = next((heading.number.family for heading in headings if heading.number is not None), "")
    titles = headings[:1] if first == "question" else headings
    if all(_kind(heading) != ("", 1) for heading in titles):
        return False
    shown = [heading.block.number or "" for heading in headings if heading.number and heading.number.family == first]
    return first in _BELOW_TITLES or _are_closed(shown, look)


def _are_closed(shown: Sequence[str], look: Look) -> bool:
    """Whether a parenthesis closes all of these numbers; where no style tells, most of them are enough."""
    closed = sum(number.endswith(")") for number in shown)
    return closed > (len(shown) / 2 if look.style == _PLAIN else len(shown) - 1) >= 0


_CHAPTERS = ("decimal", "upper", "roman")
"""Families whose numbers part a letter into chapters."""
_BELOW_TITLES = ("lower", "question")
"""Families that lie below a title of the same look, as all numbers with a parenthesis do."""


def _below_titles(headings: Sequence[_Heading], keys: Sequence[tuple[int, Look, int]]) -> list[tuple[int, Look, int]]:
    """Without any style a title right below another of its kind lies below it."""
    found = list(keys[:1])
    for heading, key, above in zip(headings[1:], keys[1:], keys, strict=False):
        untold = heading.number is None and heading.block.role != "paper"
        below = heading.stacked and untold and key == above and key[0] > 0
        found.append((key[0], key[1], key[2] + 1) if below else key)
    return found


def _below_numbers(headings: Sequence[_Heading], keys: Sequence[tuple[int, Look, int]]) -> list[tuple[int, Look, int]]:
    """Without any style a title behind the first number lies below the numbers, unless it ends the letter."""
    ranks = zip(headings, keys, strict=True)
    deepest = max(
        (key[2] + 1 for heading, key in ranks if heading.number and heading.number.family in _CHAPTERS), default=0
    )
    numbered = False
    found = []
    for index, (heading, key) in enumerate(zip(headings, keys, strict=True)):
        family = heading.number.family if heading.number else ""
        last = index == len(headings) - 1 and is_final(heading.block.text.string)
        if numbered and family in ("", "lower") and key[0] and not last:
            key = (key[0], key[1], deepest + (1 if family == "" else 2))
        numbered = numbered or family in _CHAPTERS
        found.append(key)
    return found
