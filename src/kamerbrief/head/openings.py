"""What a line of the margin begins that may go on in the lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.head.attachments import titles_below
from kamerbrief.head.known import KNOWN_FROM
from kamerbrief.head.recipient import addressee_lines
from kamerbrief.head.wrapped import notice_lines, subject_lines
from kamerbrief.lines.kinds import ADDRESS, SHORT
from kamerbrief.vocabulary.ministries import longest_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.head.known import Known
    from kamerbrief.lines.features import FeatureLine

_NAME_LINES = 4


# decides more: a beginning each
def opened(body: Sequence[FeatureLine], index: int, known: Known) -> tuple[str, int]:
    """What the line begins that may have several lines, and how many it has from here."""
    line = body[index]
    if line.kind in ("short", "date"):
        return "wrapped", _wrapped(body, index, known)
    if line.kind == "labelled" and line.label is not None and line.label.takes == "subject":
        first = line.text[line.classified.value_start :]
        return "subject", 1 + len(subject_lines(body, index, first=first)) if "subject" in known.missing else 0
    if line.kind == "addressee":
        lines = addressee_lines(body, index)
        is_wanted = "recipient" in known.missing or any(other.kind in ADDRESS for other in lines)
        return "addressee", len(lines) if is_wanted else 0
    if line.kind == "notice":
        return "notice goes on", len(notice_lines(body, index))
    if line.kind == "return":
        return "return", 1
    if len(line.text) > SHORT:
        return "", 0
    if titles := titles_below(body, index):
        return "titles", titles + 1
    if line.kind == "ministry" and (found := longest_name([x.text for x in body[index : index + _NAME_LINES]])):
        return "ministry", found[1]
    return "wrapped", _wrapped(body, index, known)


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
