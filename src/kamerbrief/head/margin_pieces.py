"""What a margin may go on with: the order in which its parts stand below each other."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from kamerbrief.document.text import squash
from kamerbrief.lines.kinds import accepts, classify, is_value
from kamerbrief.vocabulary import phrase_table
from kamerbrief.vocabulary.addressees import opening_of_reader, parts_of_reader
from kamerbrief.vocabulary.addresses import is_part_of_address
from kamerbrief.vocabulary.dates import is_period
from kamerbrief.vocabulary.ministries import by_kenmerk, by_street
from kamerbrief.vocabulary.persons import has_initials
from kamerbrief.vocabulary.phrases import chamber_address, is_one_of, opens_with

if TYPE_CHECKING:
    from kamerbrief.vocabulary.labels import Takes

Group = Literal["units", "street", "place", "contact", "label", "value", "reference", "list", "copy", "notice", "words"]
_WIDEST = 44
_LABEL_FROM = 4
_TAIL_WORDS = 9
_NOTICE_FROM = 8
_REFERENCE_FROM, _DIGITS_FROM = 6, 4
_BESIDE_FROM = 40
"""A line of the subject that is shorter ends before the margin, and what looks like a reference in it is its own."""
_WAITS = 4
"""A label waits for its value while so many lines are of the body alone."""
_NUMBERED = regex.compile(r"(?:\d{1,2}[.)]|[-–•])\s")
_CUT_WORD = 1.5
"""What the other half of a word that a hyphen cuts in the margin is worth there."""


class Margin(NamedTuple):
    """What a margin has come to."""

    group: Group = "units"
    takes: Takes | None = None
    """What the label takes that waits for its value."""
    notice: int = -1
    said: int = 0
    """Which notice it is amid, and how many of its letters it has said."""
    age: int = 0
    """How many lines ago."""
    cut: bool = False
    """A hyphen at the end of its last line cuts a word."""

    def later(self) -> Margin:
        """The same a line further down, which is of the body alone."""
        if self.age >= _WAITS:
            return self if self.group == "units" else Margin("value", age=self.age)
        return self._replace(age=self.age + 1, cut=False)


class Found(NamedTuple):
    """A piece that the margin may go on with."""

    after: Margin
    worth: float
    doubts: int = 0
    sure: bool = True
    """It is of a margin even beside a text."""


@lru_cache(maxsize=4096)
def in_margin(text: str, before: Margin, *, free: bool, behind: int) -> Found | None:
    """What a piece is worth as one of the margin; None if it can be none.

    Args:
        text: The piece.
        before: What the margin has come to.
        free: The body's column has no text here, so that words that nothing explains can only be of the margin.
        behind: How much of the body's column stands before it on its line.
    """
    if (found := _of_notice(text, before)) is not None:
        return found
    if len(text) > _WIDEST:
        return Found(before, -4.0, 1) if free else None
    if (found := _at_label(text, before, free=free, behind=behind)) is not None:
        return found
    if (found := _of_shape(text, before, free=free)) is not None:
        return found
    return _words(text, before) if free else _listed(text, before, behind=behind)


# decides more: what stands at a label, a case each
def _at_label(text: str, before: Margin, *, free: bool, behind: int) -> Found | None:
    """A label, or what one waits for."""
    kind, label = classify(text)[:2]
    if kind in ("label", "labelled") and label is not None and (label.in_margin or (free and kind == "label")):
        if kind == "labelled":
            return Found(Margin("value"), 3.0)
        return Found(Margin("copy" if label.name == "copy" else "label", label.takes), 3.0)
    if before.group == "copy" and _is_reader(text):
        return Found(before._replace(age=0), 4.0)
    if before.takes == "count" and accepts("count", text) and (free or not behind or before.age == 0):
        return Found(Margin("value"), 3.0)
    if before.takes == "contact" and has_initials(text) and (free or not behind or before.age == 0):
        return Found(Margin("contact"), 3.0)
    if before.takes not in (None, "count", "address") and is_value(before.takes, text):
        return _value(text, before, before.takes, behind=0 if free else behind)
    return None


def _value(text: str, before: Margin, takes: Takes, *, behind: int) -> Found | None:
    """What a label waits for; behind a line of the subject it must be a reference that is not the subject's own."""
    near = before.age == 0 or (before.age == 1 and behind >= _BESIDE_FROM)
    if behind and not (near and takes == "reference" and len(text) >= _REFERENCE_FROM):
        return None
    worth = 3.0 + 0.5 / max(len(by_kenmerk(text, None)), 1)
    return Found(Margin("value"), worth, int(0 < behind < _BESIDE_FROM))


def _is_reader(text: str) -> bool:
    """Whether all of the text is of the name or address of a Chamber."""
    if len(text) < _NOTICE_FROM:
        return False
    ends = [opening_of_reader(text), *(end for _, end in parts_of_reader(text))]
    return len(text) in ends


# decides more: a shape each
def _of_shape(text: str, before: Margin, *, free: bool) -> Found | None:
    """An address, a number to call, a site, a ministry."""
    below_street = before.group == "street"
    match classify(text).kind:
        case "street" if free or before.takes == "address":
            known = bool(by_street(text, None))
            return Found(Margin("street"), 2.5 if known else -1.0 if chamber_address(text) else 1.0)
        case "postcode":
            return Found(Margin("place"), 2.0 if below_street else -2.0)
        case "postbox":
            return Found(Margin("street"), -2.0 if chamber_address(text) else 2.0)
        case "website" | "email" | "phone" | "fax" | "mobile" | "identification":
            return Found(Margin("contact"), 2.5)
        case "ministry" if free:
            return Found(Margin("units"), 2.0)
        case "notice":
            return Found(Margin("words"), 3.0)
        case _:
            return None


def _words(text: str, before: Margin) -> Found:
    """Words of the margin that their place alone explains."""
    if is_one_of(text, "chamber_cities") or is_one_of(text, "countries"):
        return Found(Margin("place"), 2.0 if before.group == "street" else 0.5 if before.group == "place" else -2.0)
    if opens_with(text, "mail_codes"):
        return Found(Margin("street"), 1.0)
    if is_part_of_address(text):
        return Found(Margin("contact"), 0.5)
    if before.group == "units" or opens_with(text, "units"):
        return Found(Margin("units"), 0.0)
    if before.group in ("label", "list", "words"):
        return Found(Margin("list") if before.takes == "count" or before.group == "list" else before, 0.0)
    return Found(before, -1.0, 1)


def _listed(text: str, before: Margin, *, behind: int) -> Found | None:
    """The title of an attachment beside a subject, or more of a notice that is not known."""
    if behind or before.age > 1 or before.group not in ("words", "list"):
        return None
    if before.group == "list":
        after = before._replace(age=0, cut=text.endswith("-"))
        if before.cut and text[0].islower():
            return Found(after, _CUT_WORD, 1, sure=False)
        numbered = _NUMBERED.match(text) is not None
        return Found(after, 0.6 if numbered else 0.3 if before.age == 0 else -0.2, 1, sure=False)
    return Found(Margin("value") if text.endswith(".") else before._replace(age=0), 0.3, 1, sure=False)


@cache
def _notices() -> tuple[str, ...]:
    return tuple(squash(notice) for notice in phrase_table()["whole_notices"])


def _of_notice(text: str, before: Margin) -> Found | None:
    """A piece that begins a notice that is known, or goes on with one, be it not with its next words."""
    key = squash(text)
    if before.group == "notice":
        return _further_notice(key, before)
    notice, begin = _begun(key) if len(key) >= _NOTICE_FROM else (-1, 0)
    return Found(Margin("notice", before.takes, notice, begin + len(key)), 3.0) if notice >= 0 else None


@lru_cache(maxsize=1024)
def _begun(key: str) -> tuple[int, int]:
    """Which notice a piece begins, with any of its sentences, and where in it; -1 if it begins none."""
    begun = ((at, f".{whole}".find(f".{key}")) for at, whole in enumerate(_notices()))
    return next((pair for pair in begun if pair[1] >= 0), (-1, 0))


def _further_notice(key: str, before: Margin) -> Found | None:
    """More of a notice: its next words, those of one that began alike, or any other that are long enough."""
    said = _notices()[before.notice][: before.said]
    nearness = before.age / 2
    for at, whole in enumerate(_notices()):
        if whole.startswith(said) and whole.startswith(key, len(said)):
            return Found(Margin("notice", None, at, len(said) + len(key)), 3.0 - nearness)
    begin = _notices()[before.notice].find(key) if len(key) >= _NOTICE_FROM else -1
    return Found(Margin("notice", None, before.notice, begin + len(key)), 2.0 - nearness) if begin >= 0 else None


@lru_cache(maxsize=1024)
def tails(text: str) -> tuple[int, ...]:
    """Where a piece of the margin may begin behind words of the body."""
    blanks = [at + 1 for at, c in enumerate(text) if c == " "][-_TAIL_WORDS:]
    return tuple(at for at in blanks if _may_be_tail(text[at:]))


def _may_be_tail(text: str) -> bool:
    first = text[0]
    if first.islower():
        if is_of_notice(text) or opening_of_reader(text) > 0:
            return classify(text).kind != "label"
        return ("." in text or "@" in text) and classify(text).kind in ("website", "email")
    if classify(text).kind == "label":
        return len(text) >= _LABEL_FROM and first.isupper()
    if first.isdecimal() or first in "(+-":
        digits = sum(map(str.isdecimal, text))
        return text.isdecimal() or (not is_period(text) and len(text) >= _REFERENCE_FROM and digits >= _DIGITS_FROM)
    return True


def is_of_notice(text: str) -> bool:
    """Whether the text is of a notice whose words are known, and long enough to show it."""
    key = squash(text)
    return len(key) >= _NOTICE_FROM and key in _notice_text()


@cache
def _notice_text() -> str:
    return "\n".join(_notices())
