"""Addresses of the letterhead: a street or a PO box with the place below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced
from kamerbrief.vocabulary.phrases import is_one_of, opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_LONGEST_PLACE = 30


def address_lines(lines: Sequence[FeatureLine], index: int) -> list[FeatureLine]:
    """Street or PO box and what follows it up to the postcode; a city without postcode, a country."""
    found = [lines[index]]
    if lines[index].kind == "postcode":
        return found
    for at, line in enumerate(lines[index + 1 : index + 3], start=index + 1):
        if line.kind == "postcode":
            country = [x for x in lines[at + 1 : at + 2] if x.gap == 0 and is_one_of(x.text, "countries")]
            return [*found, line, *country]
        if not _may_be_place(line) or line.margin != found[0].margin:
            break
        found.append(line)
        if not any(map(str.isdigit, line.text)):
            break
    return found


def _may_be_place(line: FeatureLine) -> bool:
    """Whether a line below a street can be of its address; Defence prints the code of its post office there."""
    short = line.kind == "short" and len(line.text) <= _LONGEST_PLACE
    return short and not line.gap and not opens_with(line.text, "mail_codes")


def address_text(lines: Sequence[FeatureLine]) -> str:
    """An address in one line."""
    return ", ".join(single_spaced(line.text) for line in lines)


def kind_of_address(lines: Sequence[FeatureLine]) -> str:
    """Whether one goes or writes there."""
    return "postal_address" if any(line.kind == "postbox" for line in lines) else "visiting_address"
