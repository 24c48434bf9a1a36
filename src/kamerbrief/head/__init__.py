"""The head of a letter: recipient, labelled values, units, salutation; and the margin of every page.

``letterhead`` finds its lines (``merged`` parts what shares a line with something else, ``extent`` tells where the head
ends, ``margin`` what landed in the body, ``fields`` gives each label its value, ``units`` and ``recipient`` the rest),
``values`` and ``sender`` tell what they mean.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.head.by_height import part_by_height
from kamerbrief.head.letterhead import Letterhead, find_letterhead
from kamerbrief.lines.field import Field

if TYPE_CHECKING:
    from collections.abc import Collection

    from kamerbrief.frame import Frame
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_OF_MINISTRY = frozenset(
    {
        "kenmerk",
        "uw_kenmerk",
        "postal_address",
        "visiting_address",
        "return_address",
        "website",
        "ministry",
        "attachments",
        "contact",
    }
)
"""Fields that only the paper of a ministry has."""
_UNKNOWN_LABEL = regex.compile(r"(\p{Lu}[\p{L} ()/-]{1,38}?)\s*+:(?!//)\s*+(.*+)\Z")


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """The head of a letter."""

    fields: list[Field]
    units: list[FeatureLine]
    """Lines that name organisational units."""
    recipient: list[FeatureLine]
    salutation: FeatureLine | None
    repeated_fields: list[Field]
    """What the margin of later pages says, for values that differ from page to page."""
    of_ministry: bool
    """The letter is on the paper of a ministry; a web page prints its values otherwise."""
    copied: bool
    """Words that are not the letter's stand above it, as where it was copied from a web page."""
    unsure: bool
    """The text is sorted by height, and its columns could not be parted for sure."""


def read_head(ledger: Ledger, frame: Frame) -> Head:
    """The head of the letter; its lines and the margin of all pages are taken."""
    published = frame.heading is not None
    parted = None if published else part_by_height(ledger.rest())
    found = find_letterhead(parted.lines if parted else ledger.rest(), published=published)
    ledger.recut([*found.lines, *found.body])
    above, unexplained = _unexplained(found)
    names = {field.name for field in found.fields}
    fields = [*(_unless_said(field, names) for field in frame.web_page.fields), *found.fields]
    of_ministry = bool(names & _OF_MINISTRY) or ({"date", "subject"} <= names and bool(found.recipient))
    _take(ledger, found, addressed=frame.heading is not None and bool(frame.heading.recipient))
    ledger.take("chrome", above)
    ledger.take("field", unexplained)
    _take_other_head(ledger)
    return Head(
        fields=[*fields, *map(_other, unexplained)],
        units=found.units,
        recipient=found.recipient,
        salutation=found.salutation,
        repeated_fields=found.repeated_fields,
        of_ministry=of_ministry,
        copied=bool(found.rest) and not of_ministry and not published,
        unsure=parted is not None and not parted.is_sure,
    )


def _take(ledger: Ledger, found: Letterhead, *, addressed: bool) -> None:
    """Take the lines of a letterhead; its addressee is of the margin where a heading addresses the letter."""
    ledger.take("margin" if addressed else "recipient", found.recipient)
    for field in found.fields:
        ledger.take("notice" if field.name == "notice" else "field", field.lines)
    ledger.take("unit", found.units)
    ledger.take("salutation", [found.salutation] if found.salutation else [])
    ledger.take("margin", found.repeated)


def _take_other_head(ledger: Ledger) -> None:
    """Take the head of a second letter in the file; the rest of it is put aside again."""
    rest = ledger.rest()
    others = ledger.recall()
    if others and others[0].hint.annex:
        ledger.defer(others)
    elif others:
        found = find_letterhead(others)
        ledger.recut([*rest, *found.lines, *found.body])
        ledger.take("chrome", found.lines)
        ledger.defer(found.body)


def _unexplained(found: Letterhead) -> tuple[list[FeatureLine], list[FeatureLine]]:
    """The lines of the head that nothing explains: those above all fields, which frame it, and the others."""
    starts = [line.start for line in (*found.units, *found.recipient, found.salutation) if line]
    begin = min([*starts, *(field.start for field in found.fields)], default=0)
    return [x for x in found.rest if x.start < begin], [x for x in found.rest if x.start >= begin]


def _unless_said(field: Field, names: Collection[str]) -> Field:
    """What a site says; its title of the letter is no subject where the letter has its own."""
    return dataclasses.replace(field, name="other") if field.name == "subject" and field.name in names else field


def _other(line: FeatureLine) -> Field:
    """A line that nothing explains; a colon tells the label that we do not know from its value."""
    match = _UNKNOWN_LABEL.match(line.text)
    label, text = match.groups() if match else (None, line.text)
    return Field("other", label, text, (line,))
