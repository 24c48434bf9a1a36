"""The organisational units of a letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import squash
from kamerbrief.head.known import UNIT_GAP, UNIT_LINES, names_something
from kamerbrief.lines.kinds import SHORT
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.persons import has_initials
from kamerbrief.vocabulary.phrases import chamber_of, is_one_of, opens_with, without_opening
from kamerbrief.vocabulary.questionsets import zaak_in
from kamerbrief.vocabulary.sentences import first_word, is_left_open
from kamerbrief.vocabulary.signing import opens_with_office
from kamerbrief.vocabulary.spacing import close_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.field import Field

_WORD = regex.compile(r"\p{L}{2}")
_UNIT_ROWS = 24
"""A unit stands so near to the rest of its margin."""
_GAPS_IN_TEXT = UNIT_GAP, UNIT_GAP
_GAPS_IN_MARGIN = 3, 4
"""Blank lines below a unit of the margin: before another unit, before what it stands above."""
_UNWRAPPED = 100
"""The name of a unit in a margin that is handed over as it was typed, not as it prints, has no more characters."""
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
_MARGIN_WIDTH = 26
"""Where no style is shown, a last word goes on that had no room in so many characters.

The units of 113 letters agree with their PDFs by .984, with 23 or 27 by .968.
"""
_LISTS = ("attachments", "copy")
_ABBREVIATION = regex.compile(r"\p{Lu}{2,6}\Z")
"""``DJJ`` below the name of a unit is one of its own."""


def find_units(rest: Sequence[FeatureLine], fields: Sequence[Field]) -> list[FeatureLine]:
    """The unexplained lines that name units: above an address, a website or a label of the margin."""
    anchors = {line.start: field for field in fields for line in field.lines}
    ordered = sorted([*rest, *(line for field in fields for line in field.lines)], key=lambda line: line.start)
    return [
        line
        for shown in (True, False)
        for line in _units_of([line for line in ordered if line.margin is shown], anchors)
    ]


def _units_of(column: Sequence[FeatureLine], anchors: Mapping[int, Field]) -> Iterator[FeatureLine]:
    """The units among the lines of a column; its fields are told by the starts of their lines."""
    anchored = (at for at, line in enumerate(column) if line.start in anchors)
    near = {index for at in anchored for index in range(max(at - UNIT_LINES, 0), at)}
    explained = anchors.keys() | _listed(column, anchors) if near else set()
    for index in sorted(near):
        line, below = column[index], column[index + 1 : index + 1 + UNIT_LINES]
        if line.start not in explained and _may_be_unit(line) and _stands_above_anchor(line, below, anchors):
            yield line


def _may_be_unit(line: FeatureLine) -> bool:
    text = line.text[-SHORT:] if line.margin and not line.size and len(line.text) <= _UNWRAPPED else line.text
    is_name = names_something(text) and not text.endswith(":")
    return is_name and zaak_in(line.text) is None and not _names_person(line.text)


def _names_person(text: str) -> bool:
    """Whether a line is a name with initials, an office, or of the address of a Chamber."""
    addressed = without_opening(text, "addressed") != text
    return addressed or has_initials(text) or opens_with_office(text) or chamber_of(text) is not None


def _listed(lines: Sequence[FeatureLine], anchors: Mapping[int, Field]) -> set[int]:
    """Where the lines stand that go on with a list of the margin: titles of attachments, who gets a copy."""
    found: set[int] = set()
    inside = False
    for line in lines:
        field = anchors.get(line.start)
        if field is not None:
            inside = field.name in _LISTS
        elif inside and line.gap <= 1 and not opens_with(line.text, "units"):
            found.add(line.start)
        else:
            inside = False
    return found


def _stands_above_anchor(line: FeatureLine, below: Sequence[FeatureLine], anchors: Mapping[int, Field]) -> bool:
    """Whether the first field below a line is one that units stand above, near enough."""
    for other in below:
        if other.row - line.row > _UNIT_ROWS:
            return False
        field = anchors.get(other.start)
        near, nearer = _GAPS_IN_MARGIN if line.margin else _GAPS_IN_TEXT
        if field is None and other.gap > near:
            return False
        if field is not None:
            named = field.name in _UNDER_UNITS or opens_with(line.text, "units") or line.margin
            return named and other.gap <= nearer
    return False


def unit_names(lines: Sequence[tuple[str, bool]]) -> list[str]:
    """The names of units from their lines and which of these are bold; wrapped lines are joined.

    Example:
        >>> unit_names([("Directie Europees Landbouw- en", False), ("Visserijbeleid", False), ("Team Zee", False)])
        ['Directie Europees Landbouw- en Visserijbeleid', 'Team Zee']
        >>> unit_names([("DG Waterbeheer", True), ("en Dijken", True), ("Sloten en Vaarten", False)])
        ['DG Waterbeheer en Dijken', 'Sloten en Vaarten']
    """
    names: list[str] = []
    above = ("", False)
    styled = any(bold for _, bold in lines)
    for line in lines:
        text = close_spaced(line[0])
        if names and squash(text) == squash(names[-1]):
            continue
        if names and _goes_on(above, line, styled=styled):
            names[-1] += _glue(above[0], text) + text
        else:
            names.append(text)
        above = line
    if names and above[0] in words("joining"):  # the template joins a second unit that this letter does not have
        names[-1] = names[-1].removesuffix(above[0]).rstrip()
    return [name for name in names if _WORD.search(name)]


def _goes_on(above: tuple[str, bool], line: tuple[str, bool], *, styled: bool) -> bool:
    """Whether a name goes on in a line: it is unfinished, all of it is bold, or one more word had no room above.

    A plain line below a bold one begins another name, as does a word like "Directie".
    """
    (last, last_bold), (text, bold) = above, line
    if is_left_open(last) or last.endswith(tuple(words("adjective_endings"))) or is_one_of(last, "bare_units"):
        return True
    if opens_with(text, "units") or text[:1].isdigit() or _ABBREVIATION.match(text):
        return False
    if text[:1].islower() or text.startswith("("):
        return True
    one_word = " " not in text and len(last) + 1 + len(text) > _MARGIN_WIDTH
    return (last_bold and bold) if styled else one_word


def _glue(last: str, text: str) -> str:
    """What stands between two lines of a name: nothing where a word is cut."""
    cut = last.endswith("-") and text[:1].islower() and first_word(text) not in words("behind_hyphen")
    return "" if cut else " "
