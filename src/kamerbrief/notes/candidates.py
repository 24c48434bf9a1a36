"""Candidates for references to footnotes in running text, each with a score."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from kamerbrief.document.signs import AS_DIGITS, AS_MISREAD, SUPERSCRIPTS
from kamerbrief.vocabulary import alternatives, number_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["raised", "bracket", "stop", "glued", "year", "star", "spaced", "misread"]

_CANDIDATE = re.compile(
    rf"[\d*{SUPERSCRIPTS}](?:(?<=\d)\d*+|(?<=\*)\*{{0,2}}+|(?<=[{SUPERSCRIPTS}])[{SUPERSCRIPTS}]{{0,2}}+)"
)
"""A set at its beginning is found several times as fast."""
_MISREAD_BEHIND = frozenset(".,;:!?)]”")
_MISREAD = regex.compile(r"(?<=[.,;:!?)\]”] ?)(?!\d ?\d)(?P<first>[°'’]|\d ?)(?:[-~^] ?)?(?P<second>[°'’]|\d)(?!\S)")
"""A call of two digits, one of them shown as a sign by a scan, or with a sign between: ``zee.1°``, ``zee.1-4``."""
_SCORE: dict[Kind, float] = {
    "raised": 4.0, "bracket": 4.0, "stop": 3.0, "glued": 3.0, "star": 2.5, "year": 2.0, "spaced": 1.0,
    "misread": 1.0,
}  # fmt: skip
_SCORE_OF_TWO = 1.2
"""Kept below half the score of a single reference: two digits are usually one number."""
_STOPS = ".,;:!?)]”’»\"'…%"
_AFTER_SPACED = ".,;:)!?"
_YEAR = regex.compile(r"(?:19|20)\d\d")
_YEAR_TAIL = 16
_LOOK_BACK = 24
_LONGEST_BRACKET = 600
"""No text in brackets is longer."""
_LONGEST_NUMBER = 3
_YEAR_AND_CALL = (5, 6)


class Candidate(NamedTuple):
    """A stretch of text that may be a reference to a note."""

    label: str
    kind: Kind
    start: int
    """Where the mark begins, with the blank or bracket before it."""
    end: int
    score: float
    """Score for being a footnote reference: 4 = certain, below 1 = probably a quantity."""


@cache
def _named_with_digits() -> regex.Pattern[str]:
    """What makes a name with the digit behind it: ``CO2``, ``A2``, ``BSE-``; read from the digit back."""
    named = alternatives("named_with_digits")
    return regex.compile(rf"(?r)(?:(?<![\p{{L}}\d])(?:{named}|[A-Z])|[A-Z]{{2,}}-?)")


@cache
def _ends_with_date() -> regex.Pattern[str]:
    """A month and a year, behind which no decimal begins: ``september 2021.4``."""
    return regex.compile(rf"(?:{'|'.join(number_words('months'))}) (?:19|20)\d\d\Z", regex.IGNORECASE)


@cache
def _before_numbers() -> regex.Pattern[str]:
    """A word after which a number counts; read from the number back."""
    return regex.compile(rf"(?r)(?<!\p{{L}})(?:{alternatives('before_numbers')})\s*+", regex.IGNORECASE)


def _counts(text: str, at: int) -> bool:
    """Whether a word after which a number counts stands before a place."""
    word = text[max(at - _LOOK_BACK, 0) : at].rstrip().rpartition(" ")[2]
    if word.isalpha():
        return word.casefold() in words("before_numbers")
    return _before_numbers().match(text, max(at - _LOOK_BACK, 0), at) is not None


# decides more: a kind of mark each
def candidates_in(text: str, raised: Sequence[tuple[int, int]] = ()) -> Iterator[Candidate]:
    """The marks of a text that may call notes, in order.

    Example:
        >>> text = "in 20232 is CO2 vastgelegd.1 Daarna³ volgt artikel 4."
        >>> [(found.label, found.kind) for found in candidates_in(text)]
        [('2', 'year'), ('2', 'glued'), ('1', 'stop'), ('3', 'raised'), ('4', 'spaced')]
    """
    last: Candidate | None = None
    at = 0
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        while at < len(raised) and raised[at][1] <= start:
            at += 1
        if at < len(raised) and raised[at][0] < end:
            beside = raised[at : at + _LONGEST_NUMBER + 1]
            yield from _raised(text, [(max(a, start), min(b, end)) for a, b in beside if a < end])
            continue
        first = text[start]
        if first in SUPERSCRIPTS:
            yield Candidate(text[start:end].translate(AS_DIGITS), "raised", start, end, _SCORE["raised"])
        elif start == 0 and not _is_year_and_call(text, start, end):
            continue
        elif first == "*":
            if not text[start - 1].isspace() and not text[end : end + 1].isalnum():
                yield Candidate(text[start:end], "star", start, end, _SCORE["star"])
        elif mark := _second(text, start, end, last) or _digits(text, start, end):
            last = mark
            yield mark
            yield from _two_numbers(mark) if len(mark.label) > 1 else _misread(text, mark)


def _raised(text: str, parts: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The marks of digits that stand raised; drawn in several parts they are one number or several."""
    whole = (parts[0][0], parts[-1][1])
    for start, end in [*parts, *([whole] if len(parts) > 1 else ())]:
        mark = Candidate(text[start:end].translate(AS_DIGITS), "raised", start, end, _SCORE["raised"])
        yield mark
        if len(parts) == 1:
            yield from _two_numbers(mark)


def _two_numbers(mark: Candidate) -> Iterator[Candidate]:
    """The calls of two notes that stand together without anything between: ``betrokken.12`` for 1 and 2."""
    for at in range(1, len(mark.label) if mark.label.isdecimal() else 0):
        first, second = mark.label[:at], mark.label[at:]
        if mark.score >= _SCORE["glued"] and mark.end - mark.start == len(mark.label) and int(second) == int(first) + 1:
            middle = mark.start + at
            yield Candidate(first, mark.kind, mark.start, middle, _SCORE_OF_TWO)
            yield Candidate(second, mark.kind, middle, mark.end, _SCORE_OF_TWO)


def _misread(text: str, mark: Candidate) -> Iterator[Candidate]:
    """The number that a call is if one of its two digits was taken for a sign; the text keeps what the scan shows."""
    digit = mark.end - 1
    if _MISREAD_BEHIND.isdisjoint(text[max(digit - 3, 0) : digit]):
        return
    if match := _MISREAD.match(text, digit) or _MISREAD.match(text, digit - 1):
        label = (match["first"].strip() + match["second"]).translate(AS_MISREAD)
        begin = min(mark.start, match.start())
        yield Candidate(label, "misread", begin, begin, _SCORE["misread"])


def _second(text: str, start: int, end: int, last: Candidate | None) -> Candidate | None:
    """The second of two notes called at one place: ``vergunning.1 2``, ``(1 m)4,5``."""
    if (
        last is None
        or last.end != start - 1
        or text[start - 1] not in ", "
        or last.score < 1
        or end - start > _LONGEST_NUMBER
    ):
        return None
    label = text[start:end]
    return Candidate(label, "stop", start - 1, end, last.score) if int(label) == int(last.label) + 1 else None


# decides more: a surrounding of the digits each
def _digits(text: str, start: int, end: int) -> Candidate | None:
    """The digits as a mark, if their surroundings allow it."""
    if _is_year_and_call(text, start, end):
        return Candidate(text[start + 4 : end], "year", start + 4, end, _SCORE["year"])
    if end - start > _LONGEST_NUMBER:
        return None
    before, after = text[start - 1], text[end : end + 1]
    label = text[start:end]
    if before == "[" and after == "]":
        begin = start - 2 if start > 1 and text[start - 2] == " " else start - 1
        return Candidate(label, "bracket", begin, end + 1, _SCORE["bracket"]) if begin > 0 else None
    decimal = after in (".", ",") and text[end + 1 : end + 2].isdigit()
    pair = after == "," and before in ")”’»" and text[end + 1 : end + 2] == str(int(label) + 1)
    if after.isalpha() or after == "%" or (decimal and not pair):
        return None
    if before.isspace():
        return _spaced(text, label, start, end)
    stop = _end(text, start, end)
    if before.isalpha():
        score = 0.4 if _named_with_digits().match(text, max(start - _LOOK_BACK, 0), start) else _SCORE["glued"]
        return Candidate(label, "glued", start, stop, score)
    if before in _STOPS:
        score = _SCORE["stop"]
        if before in ".," and text[start - 2 : start - 1].isdigit():
            dated = before == "." and _ends_with_date().search(text, max(start - _YEAR_TAIL, 0), start - 1)
            score = _SCORE["year"] if dated else 0.5 if not after or after.isspace() else 0.0
        elif before == "." and _counts(text, start):
            score = 0.3
        return Candidate(label, "stop", start, stop, score) if score else None
    return None


def _end(text: str, start: int, end: int) -> int:
    """Where a mark ends: behind its bracket (``zee1)``), if no text in brackets ends there (``(de zee1)``)."""
    if text[end : end + 1] != ")":
        return end
    begin = max(start - _LONGEST_BRACKET, 0)
    return end if text.rfind("(", begin, start) > text.rfind(")", begin, start) else end + 1


def _is_year_and_call(text: str, start: int, end: int) -> bool:
    """Whether the digits are a year with a call glued to it: ``20232``."""
    return end - start in _YEAR_AND_CALL and _YEAR.match(text, start) is not None and not text[end : end + 1].isalpha()


# decides more: a surrounding of the number each
def _spaced(text: str, label: str, start: int, end: int) -> Candidate | None:
    """A number after a blank: a call after a full stop, or before one; else it may just count."""
    after = text[end : end + 1]
    if after and not after.isspace() and after not in _AFTER_SPACED:
        return None
    at = start - 1
    before = text[at - 1 : at]
    if not before:
        return None
    stop = _end(text, start, end)
    if before in ".;!?)”’»":
        score = 2.0
    elif _counts(text, at):
        score = 0.2
    elif before.isdigit():
        score = (
            1.0
            if _YEAR.fullmatch(text, max(at - 4, 0), at) and not text[max(at - 5, 0) : max(at - 4, 0)].isdigit()
            else 0.2
        )
    else:
        score = 1.4 if not after or after in _AFTER_SPACED else _SCORE["spaced"]
    return Candidate(label, "spaced", at, stop, score)
