"""Values of the letterhead that go on in the next lines: a subject, a reference, a notice."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.lines.kinds import SHORT, is_reference
from kamerbrief.vocabulary.ministries import by_street
from kamerbrief.vocabulary.phrases import opens_with
from kamerbrief.vocabulary.sentences import is_left_open, is_opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

WRAPPED_FROM = 44
"""A line of a subject shorter than this is not wrapped: the next word would have fitted."""
_WIDTH = 50
"""Nor is one shorter than this together with the next word."""
_MARGIN_WIDTH, _UNIT_LINES = 30, 3
"""A unit below a subject has no wider lines and no more of them."""
_LONGEST_SUBJECT = 12
_LONGEST_LINE = 90
_ROWS_BESIDE = 1
"""Between two lines of a subject stands so much of the margin beside it."""
_UNBROKEN = 160
"""A longer line is a paragraph of a text that is not broken into lines."""
_LONG = 50
_SAME_COLUMN = 2
CUTS_REFERENCE = ("-", "/", ".")
"""What a reference that goes on in the next line ends with."""


def subject_lines(lines: Sequence[FeatureLine], index: int, *, first: str) -> list[FeatureLine]:
    """The further lines of a subject."""
    found: list[FeatureLine] = []
    text, last = first, lines[index]
    for at, line in enumerate(lines[index + 1 : index + _LONGEST_SUBJECT], start=index + 1):
        said = line.kind == "labelled" or (line.kind == "label" and is_left_open(text))
        worded = line.kind in ("short", "long", "street") or (said and line.text[0].islower())
        worded = worded or (line.kind == "ministry" and line.gap == 0 and is_left_open(text))
        if (
            not worded
            or not subject_goes_on(text, last, lines[at : at + 2])
            or _is_unit(text, lines[at : at + 1 + _UNIT_LINES])
        ):
            break
        found.append(line)
        text, last = line.text, line
    return found


def _is_unit(text: str, lines: Sequence[FeatureLine]) -> bool:
    """Whether the lines name a unit of the ministry whose street is below them; above it ends a text."""
    if is_left_open(text) or not lines[0].text[0].isupper():
        return False
    for line, below in itertools.pairwise(lines):
        if len(line.text) > _MARGIN_WIDTH or below.gap or opens_with(below.text, "units"):
            return False
        if by_street(below.text, None) or opens_with(below.text, "mail_codes"):
            return True
    return False


def subject_goes_on(text: str, last: FeatureLine, lines: Sequence[FeatureLine]) -> bool:
    """Whether a subject goes on from the text of its last line with the first of these lines.

    It is wrapped where its column ends, so that its lines are long and follow each other; where a blank line parts
    them all the same (pdfminer), the next one begins in lower case.
    """
    line = lines[0]
    if line.page != last.page or line.margin != last.margin or len(line.text) > _UNBROKEN:
        return False
    if line.row - last.row > line.gap + _ROWS_BESIDE + 1:  # what stood between them was taken out
        return False
    if line.gap == 0 and last.column > 0 and abs(line.column - last.column) <= 1 and not line.margin:
        return True  # set in, right below the value beside its label
    if opens_with(line.text, "units") or by_street(line.text, None):
        return False
    return _goes_on(text, line) or _goes_on_evenly(text, last, lines)


def _goes_on_evenly(text: str, last: FeatureLine, lines: Sequence[FeatureLine]) -> bool:
    """Whether a full line goes on below a blank one, as all lines of the head stand, with more room below it."""
    line, *below = lines
    even = last.gap == line.gap == 1 and bool(below) and below[0].gap > 1
    return even and line.kind == "short" and not is_opener(line.first_word) and _is_full(text, line)


def _is_full(text: str, line: FeatureLine) -> bool:
    """Whether the next line's first word had no room."""
    return len(text) >= WRAPPED_FROM or len(text) + 1 + len(line.first_word) > _WIDTH


def _goes_on(text: str, line: FeatureLine) -> bool:
    """Whether words that end so go on in the line, by their ends and its beginning."""
    unfinished = is_left_open(text)
    lower = line.text[:1].islower() and len(line.text) <= _LONGEST_LINE
    if line.gap == 0:
        return unfinished or lower or (_is_full(text, line) and not is_opener(line.first_word))
    if line.gap > 1:
        return False
    return unfinished or (lower and len(text) >= _LONG and not is_opener(line.first_word))


def rest_of_reference(lines: Sequence[FeatureLine], index: int) -> list[FeatureLine]:
    """The second line of a reference that is broken over two."""
    if index + 1 >= len(lines):
        return []
    line, more = lines[index], lines[index + 1]
    broken = line.text.endswith(CUTS_REFERENCE) and more.kind in ("short", "identification")
    rows = 1 + more.margin  # of the body one may stand between two of the margin
    near = more.page == line.page and 0 < more.row - line.row <= rows
    two_parts = more.kind == "short" and is_reference(more.text) and near
    below = more.gap == 0 and more.margin == line.margin and abs(more.column - line.column) <= _SAME_COLUMN
    return [more] if below and (broken or two_parts) else []


def reference_begins(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line is the first of a reference that is cut behind a sign."""
    cut = lines[index].kind == "short" and lines[index].text.endswith(CUTS_REFERENCE)
    below = lines[index + 1 : index + 2]
    return cut and bool(below) and not below[0].gap and is_reference(below[0].text)


def notice_lines(lines: Sequence[FeatureLine], index: int) -> list[FeatureLine]:
    """The lines of the notice on how to reply."""
    found = [lines[index]]
    for line in lines[index + 1 : index + 9]:
        if not notice_goes_on(found[-1], line):
            break
        found.append(line)
    return found


def notice_goes_on(last: FeatureLine, line: FeatureLine) -> bool:
    """Whether a notice goes on with the line: not where it ended, and not where another thing begins."""
    worded = line.kind in ("short", "notice", "street") or line.text[0].islower()  # ``betreft vermelden.``
    if line.gap > 1 or len(line.text) > SHORT or not worded:
        return False
    finished = last.text.endswith((".", "*"))
    return not finished if line.gap else not finished or opens_with(line.text, "notices")
