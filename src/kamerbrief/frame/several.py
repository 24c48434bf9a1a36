"""Several letters in one file: the first one counts, the bodies of the others are annexes to it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.lines.kinds import ADDRESS
from kamerbrief.vocabulary.phrases import addresses_chamber, opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_HEAD_LINES = 60
"""The letterhead of a page has no more lines."""
_ADDRESSEE_LINES = 5


def defer_other_letters(ledger: Ledger) -> bool:
    """Put aside the pages from the one on that another letter begins on; whether there are any.

    A letter begins with its addressee, a date and a subject; later pages of a letter repeat its date at most.
    """
    lines = ledger.rest()
    begin = 0
    for page, of_page in itertools.groupby(lines, key=lambda line: line.page):
        head = list(of_page)
        if page != lines[0].page and _is_letterhead(head[:_HEAD_LINES]):
            ledger.defer(lines[begin:])
            return True
        begin += len(head)
    return False


def defer_stated_annexes(ledger: Ledger) -> None:
    """Put aside what the source states to stand in an annex."""
    if annexes := [line for line in ledger.rest() if line.hint.annex]:
        ledger.defer(annexes)


def _is_letterhead(lines: Sequence[FeatureLine]) -> bool:
    """Whether these lines at the top of a page are the head of a letter."""
    if not any(_is_addressed(lines, index) for index, line in enumerate(lines) if _may_address(line.text)):
        return False
    labels = {line.label.takes for line in lines if line.label is not None and not line.label.in_margin}
    return {"date", "subject"} <= labels


def _may_address(text: str) -> bool:
    """Whether a line says what one says that addresses a letter; nearly no line of a later page gets further."""
    return addresses_chamber(text) or opens_with(text, "return_lines")


def _is_addressed(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line has the return address, or addresses a Chamber above its address."""
    kind = lines[index].kind
    if kind != "addressee":
        return kind == "return"
    return any(below.kind in ADDRESS for below in lines[index + 1 : index + 1 + _ADDRESSEE_LINES])
