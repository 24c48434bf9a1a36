"""To whom a letter is addressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced, squash
from kamerbrief.lines.kinds import ADDRESS
from kamerbrief.model.base import Span
from kamerbrief.model.letter import Recipient
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.phrases import chamber_address, chamber_of, is_one_of, opens_with, without_opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_RECIPIENT_LINES = 14


def find_recipient(head: Sequence[FeatureLine]) -> tuple[list[FeatureLine], list[FeatureLine]]:
    """The lines that address a Chamber, and the others."""
    begin = next((i for i, line in enumerate(head) if line.kind == "addressee"), None)
    if begin is None:
        return [], list(head)
    if begin and is_one_of(head[begin - 1].text, "addressed") and head[begin].gap == 0:
        begin -= 1
    end = begin + 1
    places = 0
    while end < len(head) and end - begin < _RECIPIENT_LINES:
        line, kind = head[end], head[end].kind
        names_chamber = any(squash(word) in line.key for word in words("of_chambers"))
        if (
            (kind not in ("short", "addressee", *ADDRESS) and not (kind == "long" and names_chamber and not places))
            or opens_with(line.text, "units")
            or kind == "ministry"
        ):
            break
        if line.gap and not (kind == "postcode" or (not places and (kind in ADDRESS or names_chamber))):
            break
        if kind == "street" and chamber_address(line.text) is None and places:
            break
        end += 1
        places += kind in ADDRESS
        if kind == "postcode":
            if end == len(head) or head[end].kind != "addressee":
                break
            places = 0  # the other Chamber
    return list(head[begin:end]), [*head[:begin], *head[end:]]


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
    name = "; ".join(single_spaced(" ".join(words)).replace("Staten- ", "Staten-") for words in names)
    chamber = chamber_of(name) or next((found for line in address if (found := chamber_address(line))), None)
    shown = "; ".join(without_opening(shown, "addressed") for shown in name.split("; "))
    span = Span(start=min(line.start for line in lines), end=max(line.end for line in lines))
    return Recipient(name=shown, chamber=chamber, address=tuple(address), span=span)
