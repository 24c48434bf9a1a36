"""The organisational units of a letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import single_spaced, squash
from kamerbrief.head.margin import UNIT_GAP, UNIT_LINES, names_something
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.phrases import is_one_of, opens_with
from kamerbrief.vocabulary.sentences import first_word, is_left_open

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.field import Field

_UNIT_ROWS = 24
"""A unit stands so near to the rest of its margin."""
_GAPS_IN_MARGIN = 3, 4
"""Blank lines below a unit of the margin: before another unit, before what it stands above."""
_UNDER_UNITS = (
    "visiting_address",
    "postal_address",
    "website",
    "kenmerk",
    "phone",
    "ministry",
    "uw_kenmerk",
    "contact",
)
_ABBREVIATION = regex.compile(r"\p{Lu}{2,6}\Z")
"""``DJJ`` below the name of a unit is one of its own."""
_MARGIN_WIDTH = 30


def find_units(rest: Sequence[FeatureLine], fields: Sequence[Field]) -> list[FeatureLine]:
    """The unexplained lines that name units: above an address, a website or a label of the margin."""
    anchors = {line.start: field for field in fields for line in field.lines}
    ordered = sorted([*rest, *(line for field in fields for line in field.lines)], key=lambda line: line.start)
    columns = ([line for line in ordered if line.margin is shown] for shown in (True, False))
    return [
        line
        for lines in columns
        for index, line in enumerate(lines)
        if line.start not in anchors
        and names_something(line.text)
        and _stands_above_anchor(line, lines[index + 1 : index + 1 + UNIT_LINES], anchors)
    ]


def _stands_above_anchor(line: FeatureLine, below: Sequence[FeatureLine], anchors: Mapping[int, Field]) -> bool:
    """Whether the first field below a line is one that units stand above, near enough."""
    for other in below:
        if other.row - line.row > _UNIT_ROWS:
            return False
        field = anchors.get(other.start)
        near, nearer = _GAPS_IN_MARGIN if line.margin else (UNIT_GAP, UNIT_GAP)
        if field is None and other.gap > near:
            return False
        if field is not None:
            named = field.name in _UNDER_UNITS or opens_with(line.text, "units") or line.margin
            return named and other.gap <= nearer
    return False


# decides more: each way in which a name may go on
def unit_names(lines: Sequence[tuple[str, bool]]) -> list[str]:
    """The names of units from their lines, wrapped lines joined.

    A line goes on in the next one where it is unfinished, where the next word would not have fitted into the column,
    or where it is bold as the next one is; a word like "Directie" begins another unit.

    Example:
        >>> unit_names([("Directie Europees Landbouw- en", False), ("Visserijbeleid", False), ("Team Zee", False)])
        ['Directie Europees Landbouw- en Visserijbeleid', 'Team Zee']
    """
    names: list[str] = []
    last, last_bold = "", False
    for text, bold in lines:
        if names and squash(text) == squash(names[-1]):
            continue
        begins = opens_with(text, "units") or text[:1].isdigit() or _ABBREVIATION.match(text) is not None
        if names and (_must_go_on(last) or (not begins and _may_go_on(last, text, bold=bold and last_bold))):
            names[-1] += _glue(last, text) + single_spaced(text)
        else:
            names.append(single_spaced(text))
        last, last_bold = text, bold
    if names and last in words("joining"):  # the template joins a second unit that this letter does not have
        names[-1] = names[-1].removesuffix(last).rstrip()
    return [name for name in names if name]


def _must_go_on(last: str) -> bool:
    """Whether a line cannot end the name of a unit."""
    return is_left_open(last) or last.endswith(tuple(words("adjective_endings"))) or is_one_of(last, "bare_units")


def _may_go_on(last: str, text: str, *, bold: bool) -> bool:
    """Whether a name goes on in a line that begins no other one: it had no room above, or both are bold."""
    full = len(last) + 1 + len(first_word(text)) > _MARGIN_WIDTH
    return full or bold or text[:1].islower()


def _glue(last: str, text: str) -> str:
    """What stands between two lines of a name: nothing where a word is cut."""
    cut = last.endswith("-") and text[:1].islower() and first_word(text) not in words("behind_hyphen")
    return "" if cut else " "
