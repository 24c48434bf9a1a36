"""Lines of a letterhead that a converter wrote as one: an address with its street and box, a date with the subject.

Converters that join the lines of a paragraph, and text without line ends, give such lines. Of the ways to cut one the
best explains most of its words with the fewest pieces; one with a piece that nothing explains is no way.
"""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.head.extent import HEAD_LINES
from kamerbrief.lines.kinds import SHORT, classify, is_reference
from kamerbrief.vocabulary.addresses import end_of_return_line, may_hold_address
from kamerbrief.vocabulary.dates import is_period, whole_date
from kamerbrief.vocabulary.labels import label_before, label_of, labels_in_row
from kamerbrief.vocabulary.ministries import by_street, longest_name
from kamerbrief.vocabulary.phrases import addresses_chamber, chamber_address, is_one_of, is_salutation, opens_with
from kamerbrief.vocabulary.sentences import is_left_open

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kamerbrief.lines.features import FeatureLine

_LONGEST_LINE = 400
_LONGEST_NAME = 120
_LONGEST_PIECE = 14
"""In words; a subject may have more."""
_PIECE = 0.6
"""What each piece costs, in words that it must explain."""
_LABEL = 2.0
"""What a word of a label is worth, so that ``Uw kenmerk`` is one."""
_STREET_WORDS = 2
"""A street that is not known is of so many words, since those before it may be a unit's."""
_NAME = 1.0
"""What the name of a unit is worth that begins with a word for one, or in another style."""
_SHORTEST_LABEL = 4
"""A letter behind a reference is a part of it."""
_COUNT_DIGITS, _YEAR_DIGITS = 2, 4
_TOLD_FROM = 2
"""So many pieces must be told by what they say, where the first one is not."""


class _Way(NamedTuple):
    """A way to cut the words up to here."""

    worth: float = 0.0
    told: int = 0
    """Pieces that what they say explains."""
    last: str = ""
    """Its last piece."""
    named: int = 0
    """Pieces that begin as the name of a unit does, or where the style changes."""
    free: int = 0
    """Pieces that nothing explains."""
    cuts: tuple[int, ...] = ()


def split_run_together(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with those parted that a converter wrote as one.

    Where it did so in the head it has not wrapped what the margin says either: names and notices get the width of a
    margin.
    """
    pieces = list(map(_parted, lines))
    parted = itertools.chain.from_iterable(pieces)
    joined = any(len(of_line) > 1 for of_line in pieces[:HEAD_LINES])
    return list(itertools.chain.from_iterable(map(_wrapped, parted)) if joined else parted)


def _parted(line: FeatureLine) -> list[FeatureLine]:
    text = line.text
    if line.cells or line.hint.is_exact or len(text) > _LONGEST_LINE:
        return [line]
    if len(text) <= SHORT and (at := _end_of_reference(text)):
        return line.split(at)
    cuts = _cuts(text, frozenset(at for at, _ in line.offsets if at)) if _may_hold_several(text) else ()
    if not cuts:
        return [line]
    return sorted(line.split(*cuts), key=lambda piece: piece.kind == "salutation")  # it is the last line of the head


def _wrapped(line: FeatureLine) -> list[FeatureLine]:
    """A long name of a unit, or a notice, in lines as short as those of a margin."""
    text = line.text
    if not SHORT < len(text) <= _LONGEST_LINE:
        return [line]
    is_unit = len(text) <= _LONGEST_NAME and opens_with(text, "units") and _is_name(text)
    return line.split(*_line_ends(text)) if is_unit or opens_with(text, "notices") else [line]


def _line_ends(text: str) -> Iterator[int]:
    """Where to wrap a text: behind words that leave it open if it can be, so that what it says is still one thing."""
    begin = 0
    while len(text) - begin > SHORT:
        blanks = [at for at in range(begin + 1, begin + SHORT) if text[at] == " "]
        if not blanks:
            break
        begin = next((at for at in reversed(blanks) if is_left_open(text[begin:at])), blanks[-1])
        yield begin


def _may_hold_several(text: str) -> bool:
    """Whether several things may stand on a line: nearly no line gets further."""
    if (
        may_hold_address(text)
        or addresses_chamber(text)
        or (label_before(text) is not None and not labels_in_row(text))
        or (text[-1].isdigit() and is_salutation(text.rpartition(" ")[0]))
    ):
        return True
    return len(text) > SHORT and opens_with(text, "units") and text[-1].isalpha()


def _end_of_reference(text: str) -> int:
    """Where a reference ends that a label stands behind: ``DDE-478/07 Betreft``; 0 for none."""
    reference, _, rest = text.partition(" ")
    named = len(rest) >= _SHORTEST_LABEL and is_reference(reference) and label_of(rest) is not None
    return len(reference) if named and not is_period(reference) else 0


def _cuts(text: str, styled: Collection[int]) -> tuple[int, ...]:
    """Where to cut a line; nowhere if nothing tells that it is several.

    Args:
        text: The line.
        styled: Where its style changes.
    """
    begins = [0, *(at + 1 for at, c in enumerate(text) if c == " " and text[at + 1 : at + 2] != " ")]
    ways: dict[int, _Way] = {0: _Way()}
    for number, begin in enumerate(begins):
        for end in [*begins[number + 1 : number + 1 + _LONGEST_PIECE], len(text)] if begin in ways else ():
            way = _on(ways[begin], text[begin:end].strip(), begin, styled, last=end == len(text))
            if way is not None and (end not in ways or way.worth > ways[end].worth):
                ways[end] = way
    way = ways.get(len(text), _Way())
    return way.cuts[1:] if _is_sure(way) else ()


def _is_sure(way: _Way) -> bool:
    """Whether the pieces tell that the line is several."""
    return way.told >= _TOLD_FROM or way.named > 1 or (way.named + way.told > 1 and not way.free)


def _on(way: _Way, text: str, begin: int, styled: Collection[int], *, last: bool) -> _Way | None:
    """A way with one piece more; None if it can be none."""
    cuts = (*way.cuts, begin)
    worth = _worth(text, first=begin == 0, last=last) or float(_is_value_behind(way.last, text))
    if worth:
        return _Way(way.worth + worth - _PIECE, way.told + 1, text, way.named, way.free, cuts)
    named = begin in styled or begin - 1 in styled or (opens_with(text, "units") and " " in text)
    if (begin and not named) or not _is_name(text):
        return None
    return _Way(way.worth - _PIECE + named * _NAME, way.told, text, way.named + named, way.free + 1, cuts)


def _is_value_behind(before: str, text: str) -> bool:
    """Whether a value of the margin stands behind a date, which ends with its year, or a salutation with its comma."""
    kind, label, _, begin = classify(before)
    if text.isdecimal() and len(text) <= _COUNT_DIGITS:
        if label is None:
            return kind == "salutation" and before[-1] == ","
        return label.takes == "date" and before[-_YEAR_DIGITS:].isdecimal()
    dated = kind == "labelled" and whole_date(before[begin:]) is not None
    return dated and " " not in text and is_reference(text)


def _is_name(text: str) -> bool:
    """Whether words that nothing explains can be a unit or an addressee, and no part of a sentence."""
    return text[0].isupper() and not any(sign in text for sign in ".;:!?") and not is_left_open(text)


# decides more: a kind each
@lru_cache(maxsize=4096)
def _worth(text: str, *, first: bool, last: bool) -> float:
    """How many words what the piece says explains; 0 for none."""
    words = len(text.split())
    kind, label, _, begin = classify(text)
    match kind:
        case "label":
            return words * _LABEL
        case "labelled" if label is not None:
            named = len(text[:begin].split())
            is_date = label.takes == "date" and whole_date(text[begin:]) is not None
            told = last if label.takes == "subject" else is_date or label.takes != "date"
            return named * (_LABEL - 1) + words if told else 0.0
        case "street":
            known = bool(by_street(text, None)) or chamber_address(text) is not None
            return words if known else words / 2 if words == _STREET_WORDS else 0.0
        case "postcode":
            return 0.0 if "www" in text else words
        case "website" | "email":
            return float(words == 1)
        case "postbox" | "phone" | "fax" | "mobile" | "identification":
            return words
        case "ministry":
            return words if longest_name([text]) else 0.0
        case "notice" | "long":
            return words * (last and opens_with(text, "notices"))
        case "return":
            return words * (first and end_of_return_line(text) == len(text))
        case "salutation":
            return words * (first and not last)
        case "addressee":
            return words / 2 if addresses_chamber(text) else 0.0
        case _:
            return words * (is_one_of(text, "chamber_cities") or is_one_of(text, "countries"))
