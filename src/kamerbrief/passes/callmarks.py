"""Marks in running text that may call a note, and how likely each does."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["raised", "bracket", "stop", "glued", "year", "star", "spaced"]

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = regex.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}+|\d++|\*{1,3}+")
_WORTH: dict[Kind, float] = {
    "raised": 4.0, "bracket": 4.0, "stop": 3.0, "glued": 3.0, "star": 2.5, "year": 2.0, "spaced": 1.0,
}  # fmt: skip
_WORTH_OF_TWO = 1.2
"""Less than half of one number's, which it mostly is."""
_STOPS = ".,;:!?)]”’»\"'…%"
_AFTER_SPACED = ".,;:)!?"
_YEAR = regex.compile(r"(?:19|20)\d\d")
_FRIENDS = regex.compile(
    r"(?:(?<![\p{L}\d])(?:CO|NO|PM|SO|NH|CH|N|O|H|m|km|cm|dm|hm|mm|ha|Q|[A-Z]|nr|art|artikel|KRW|Box|box)|[A-Z]{2,}-?)\Z"
)
"""Glued to these a digit is part of a name: ``CO2``, ``m2``, ``Q4``, ``A2``."""
_COUNTED = regex.compile(
    r"(?<!\p{L})(?:artikel|artikelen|art\.|lid|hoofdstuk|paragraaf|bijlage|vraag|antwoord|vragen|nr\.?|nrs\.|fase|categorie|scenario|"
    r"stap|spoor|deel|pagina|p\.|blz\.|en|tot|met|van|in|de|circa|ruim|per|jaar|box|week|punt|optie|groep|niveau|tabel|"
    r"figuur|kwartaal|onderdeel|agenda|versie|route|band|ronde|t/m|om|op|voor|over|bij|uit|aan|is|zijn|dan|ongeveer|totaal)\s*+\Z",
    regex.IGNORECASE,
)
"""After these words a number counts: ``artikel 3``, ``fase 2``."""
_LOOK_BACK = 24
_LONGEST_NUMBER = 3
_YEAR_AND_CALL = (5, 6)


@dataclasses.dataclass(frozen=True, slots=True)
class CallMark:
    """A mark that may call a note."""

    label: str
    kind: Kind
    start: int
    """Where the mark begins, with the blank or bracket before it."""
    end: int
    worth: float
    """How likely it calls a note; a sure sign has 4, a number that counts things less than 1."""


def call_marks(text: str, raised: Sequence[tuple[int, int]] = ()) -> Iterator[CallMark]:
    """The marks of a text that may call notes, in order.

    Example:
        >>> [(mark.label, mark.kind) for mark in call_marks("in 20232 is CO2 vastgelegd.1 Daarna³ volgt artikel 4.")]
        [('2', 'year'), ('2', 'glued'), ('1', 'stop'), ('3', 'raised'), ('4', 'spaced')]
    """
    last: CallMark | None = None
    for match in _MARK.finditer(text):
        start, end = match.span()
        if parts := [(max(a, start), min(b, end)) for a, b in raised if a < end and b > start]:
            yield from _raised(text, parts)
            continue
        first = text[start]
        if first in "⁰¹²³⁴⁵⁶⁷⁸⁹":
            yield CallMark(text[start:end].translate(SUPERSCRIPTS), "raised", start, end, _WORTH["raised"])
        elif start == 0 and not _is_year_and_call(text, start, end):
            continue
        elif first == "*":
            if not text[start - 1].isspace() and not text[end : end + 1].isalnum():
                yield CallMark(text[start:end], "star", start, end, _WORTH["star"])
        elif mark := _second(text, start, end, last) or _digits(text, start, end):
            last = mark
            yield mark
            yield from _two_numbers(mark)


def _raised(text: str, parts: Sequence[tuple[int, int]]) -> Iterator[CallMark]:
    """The marks of digits that stand raised; drawn in several parts they are one number or several."""
    whole = (parts[0][0], parts[-1][1])
    for start, end in [*parts, *([whole] if len(parts) > 1 else ())]:
        mark = CallMark(text[start:end], "raised", start, end, _WORTH["raised"])
        yield mark
        if len(parts) == 1:
            yield from _two_numbers(mark)


def _two_numbers(mark: CallMark) -> Iterator[CallMark]:
    """The calls of two notes that stand together without anything between: ``betrokken.12`` for 1 and 2."""
    for at in range(1, len(mark.label)):
        first, second = mark.label[:at], mark.label[at:]
        if mark.worth >= _WORTH["glued"] and mark.end - mark.start == len(mark.label) and int(second) == int(first) + 1:
            middle = mark.start + at
            yield CallMark(first, mark.kind, mark.start, middle, _WORTH_OF_TWO)
            yield CallMark(second, mark.kind, middle, mark.end, _WORTH_OF_TWO)


def _second(text: str, start: int, end: int, last: CallMark | None) -> CallMark | None:
    """The second of two notes called at one place: ``vergunning.1 2``, ``(1 m)4,5``."""
    if (
        last is None
        or last.end != start - 1
        or text[start - 1] not in ", "
        or last.worth < 1
        or end - start > _LONGEST_NUMBER
    ):
        return None
    label = text[start:end]
    return CallMark(label, "stop", start - 1, end, last.worth) if int(label) == int(last.label) + 1 else None


def _digits(text: str, start: int, end: int) -> CallMark | None:
    """The digits as a mark, if their surroundings allow it."""
    if _is_year_and_call(text, start, end):
        return CallMark(text[start + 4 : end], "year", start + 4, end, _WORTH["year"])
    if end - start > _LONGEST_NUMBER:
        return None
    before, after = text[start - 1], text[end : end + 1]
    label = text[start:end]
    if before == "[" and after == "]":
        begin = start - 2 if start > 1 and text[start - 2] == " " else start - 1
        return CallMark(label, "bracket", begin, end + 1, _WORTH["bracket"]) if begin > 0 else None
    decimal = after in (".", ",") and text[end + 1 : end + 2].isdigit()
    pair = after == "," and before in ")”’»" and text[end + 1 : end + 2] == str(int(label) + 1)
    if after.isalpha() or after == "%" or (decimal and not pair):
        return None
    if before.isspace():
        return _spaced(text, label, start, end)
    stop = end + 1 if after == ")" and "(" not in text[max(start - _LOOK_BACK, 0) : start].rsplit(" ", 1)[-1] else end
    if before.isalpha():
        worth = 0.4 if _FRIENDS.search(text, max(start - _LOOK_BACK, 0), start) else _WORTH["glued"]
        return CallMark(label, "glued", start, stop, worth)
    if before in _STOPS:
        worth = _WORTH["stop"]
        if before in ".," and text[start - 2 : start - 1].isdigit():
            worth = 0.5 if not after or after.isspace() else 0.0
        elif before == "." and _COUNTED.search(text, max(start - _LOOK_BACK, 0), start):
            worth = 0.3
        return CallMark(label, "stop", start, stop, worth) if worth else None
    return None


def _is_year_and_call(text: str, start: int, end: int) -> bool:
    """Whether the digits are a year with a call glued to it: ``20232``."""
    return end - start in _YEAR_AND_CALL and _YEAR.match(text, start) is not None and not text[end : end + 1].isalpha()


def _spaced(text: str, label: str, start: int, end: int) -> CallMark | None:
    """A number after a blank: a call after a full stop, or before one; else it may just count."""
    after = text[end : end + 1]
    if after and not after.isspace() and after not in _AFTER_SPACED:
        return None
    at = start - 1
    before = text[at - 1 : at]
    if not before:
        return None
    stop = end + 1 if after == ")" and "(" not in text[max(at - _LOOK_BACK, 0) : at] else end
    if before in ".;!?)”’»":
        worth = 2.0
    elif _COUNTED.search(text, max(at - _LOOK_BACK, 0), at):
        worth = 0.2
    elif before.isdigit():
        worth = (
            1.0
            if _YEAR.fullmatch(text, max(at - 4, 0), at) and not text[max(at - 5, 0) : max(at - 4, 0)].isdigit()
            else 0.2
        )
    else:
        worth = 1.4 if not after or after in _AFTER_SPACED else _WORTH["spaced"]
    return CallMark(label, "spaced", at, stop, worth)
