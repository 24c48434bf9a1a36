"""To whom a letter is addressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import single_spaced
from kamerbrief.lines.kinds import ADDRESS
from kamerbrief.model.base import Span
from kamerbrief.model.letter import Recipient
from kamerbrief.vocabulary.addressees import holds_chamber, is_code_of_chamber
from kamerbrief.vocabulary.phrases import chamber_address, chamber_of, is_one_of, opens_with, without_opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_RECIPIENT_LINES = 14
_HYPHENATED = regex.compile(r"(?<=\p{L})- |(?<=\bStaten)(?=Generaal\b)")
"""A word that a line end cut at its hyphen, or that lost it there: ``Staten- / Generaal``."""


def find_recipient(head: Sequence[FeatureLine]) -> tuple[list[FeatureLine], list[FeatureLine]]:
    """The lines that address a Chamber, and the others."""
    begin = next((index for index in range(len(head)) if _addresses(head, index)), None)
    if begin is None:
        return [], list(head)
    found = addressee_lines(head, begin)
    end = begin + len(found)
    if begin and is_one_of(head[begin - 1].text, "addressed") and head[begin].gap == 0:
        begin -= 1
    return list(head[begin:end]), [*head[:begin], *head[end:]]


def addressee_lines(head: Sequence[FeatureLine], begin: int) -> list[FeatureLine]:
    """The name and address of a Chamber, or of both, that begin at a line."""
    if begin >= len(head) or not _names_reader(head, begin):
        return []
    end = begin + 1
    places = 0
    while end < min(len(head), begin + _RECIPIENT_LINES) and _goes_on(head[end], places=places):
        places += head[end].kind in ADDRESS
        end += 1
        if head[end - 1].kind == "postcode":
            if end == len(head) or head[end].kind != "addressee":
                break
            places = 0  # the other Chamber
    return list(head[begin:end])


def _names_reader(head: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line names the Speaker of a Chamber, or a Chamber right above its address."""
    line, below = head[index], head[index + 1 : index + 2]
    if line.kind == "addressee":
        return True
    return line.kind == "short" and is_one_of(line.text, "chambers") and bool(below) and _is_of_chamber(below[0])


def _is_of_chamber(line: FeatureLine) -> bool:
    return line.gap == 0 and line.kind in ADDRESS and chamber_address(line.text) is not None


def _addresses(head: Sequence[FeatureLine], index: int) -> bool:
    """Whether the letter is addressed there; below the label of copies stand those that get one."""
    above = head[index - 1].label if index else None
    return _names_reader(head, index) and (above is None or above.name != "copy")


# decides more: what may stand in an address, a kind of line each
def _goes_on(line: FeatureLine, *, places: int) -> bool:
    """Whether an addressee of which so many lines are an address goes on with a line."""
    names_chamber = holds_chamber(line.text)
    if opens_with(line.text, "units") or (line.kind == "street" and places and chamber_address(line.text) is None):
        return False
    if (
        line.gap
        and line.kind != "postcode"
        and not is_code_of_chamber(line.text)
        and (places or not (line.kind in ADDRESS or names_chamber))
    ):
        return False
    return line.kind in ("short", "addressee", *ADDRESS) or (line.kind == "long" and names_chamber and not places)


# decides more: one or both Chambers, each with name and address
def read_recipient(lines: Sequence[FeatureLine]) -> Recipient:
    """The recipient that these lines address."""
    if not lines:
        return Recipient()
    names: list[list[str]] = [[]]
    address: list[str] = []
    for line in lines:
        if address and line.kind == "addressee":
            names.append([])  # the other Chamber
        elif (address and len(names) == 1) or line.kind in ADDRESS:
            address.append(single_spaced(line.text))
            continue
        names[-1].append(line.text)
    name = "; ".join(_HYPHENATED.sub("-", single_spaced(" ".join(of_name))) for of_name in names)
    chamber = chamber_of(name) or next((found for line in address if (found := chamber_address(line))), None)
    shown = "; ".join(without_opening(shown, "addressed") for shown in name.split("; "))
    span = Span(start=min(line.start for line in lines), end=max(line.end for line in lines))
    return Recipient(name=shown, chamber=chamber, address=tuple(address), span=span)
