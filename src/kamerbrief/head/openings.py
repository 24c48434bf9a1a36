"""What a line of the margin begins that may go on in the lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.head.attachments import titles_below
from kamerbrief.head.known import KNOWN_FROM
from kamerbrief.lines.kinds import ADDRESS, SHORT
from kamerbrief.vocabulary.ministries import longest_name
from kamerbrief.vocabulary.phrases import addresses_chamber

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.head.known import Known
    from kamerbrief.lines.features import FeatureLine

_WRAPPED_FROM = 42
"""A subject that goes on fills its line."""
_ADDRESSEE_LINES = 6
_NOTICE_LINES = 8
_NAME_LINES = 4


# decides more: a beginning each
def opened(body: Sequence[FeatureLine], index: int, known: Known) -> tuple[str, int]:
    """What the line begins that may have several lines, and how many it has from here."""
    line = body[index]
    if line.kind in ("short", "date"):
        return "wrapped", _wrapped(body, index, known)
    if line.kind == "labelled" and line.label is not None and line.label.takes == "subject":
        return "subject", _subject_lines(body, index) if "subject" in known.missing else 0
    if line.kind == "addressee":
        if "recipient" in known.missing:
            return "addressee", _addressee_lines(body, index)
        return "addressee", int(_is_above_address(body, index))
    if line.kind == "notice":
        return "notice goes on", _notice_lines(body, index)
    if line.kind == "return":
        return "return", 1
    if len(line.text) > SHORT:
        return "", 0
    if titles := titles_below(body, index):
        return "titles", titles + 1
    if line.kind == "ministry" and (found := longest_name([x.text for x in body[index : index + _NAME_LINES]])):
        return "ministry", found[1]
    return "wrapped", _wrapped(body, index, known)


def _subject_lines(body: Sequence[FeatureLine], index: int) -> int:
    end = index + 1
    while (
        end < len(body)
        and body[end].gap == 0
        and len(body[end - 1].text) > _WRAPPED_FROM
        and body[end].kind in ("short", "long")
    ):
        end += 1
    return end - index


def _addressee_lines(body: Sequence[FeatureLine], index: int) -> int:
    end = index + 1
    while end < len(body) and end - index < _ADDRESSEE_LINES and body[end].gap == 0:
        if body[end].kind not in ("short", *ADDRESS):
            break
        end += 1
        if body[end - 1].kind == "postcode":
            break
    return end - index


def _notice_lines(body: Sequence[FeatureLine], index: int) -> int:
    end = index + 1
    while end < len(body) and end - index < _NOTICE_LINES and body[end].gap <= 1:
        if body[end - 1].text.endswith("."):
            break
        end += 1
    return end - index


def _wrapped(body: Sequence[FeatureLine], begin: int, known: Known) -> int:
    """How many lines from here are one known line that was wrapped at another word."""
    joined = body[begin].key
    if joined[:KNOWN_FROM] not in known.beginnings or joined in known.texts or f"\n{joined}" not in known.openings:
        return 0
    for count, line in enumerate(body[begin + 1 : begin + 5], start=2):
        joined += line.key
        if joined in known.texts:
            return count
        if line.gap:
            return 0
    return 0


def _is_above_address(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line is a Chamber's, and its address is below it."""
    if index + 1 >= len(body) or len(body[index + 1].text) > SHORT:
        return False
    return addresses_chamber(body[index].text) and body[index + 1].kind in ADDRESS
