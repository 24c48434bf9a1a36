"""What surrounds a letter: furniture of the page, heading of a kamerstuk, web page, further letters in the file."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.frame.columns import part_columns
from kamerbrief.frame.furniture import take_furniture
from kamerbrief.frame.kamerstuk import Heading, read_heading
from kamerbrief.frame.several import defer_other_letters, defer_stated_annexes
from kamerbrief.frame.supplement import read_supplement
from kamerbrief.frame.webpage import WebPage, read_record, read_summary, read_web_page, take_list_of_signers

if TYPE_CHECKING:
    from kamerbrief.lines.ledger import Ledger


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a letter."""

    heading: Heading | None
    """Of a letter that a Chamber published."""
    web_page: WebPage
    several: bool
    """The file holds another letter, whose lines are put aside."""


def read_frame(ledger: Ledger) -> Frame:
    """What surrounds the letter; its lines are taken."""
    take_furniture(ledger)
    part_columns(ledger)
    several = defer_other_letters(ledger)
    defer_stated_annexes(ledger)
    record = read_record(ledger)
    heading = read_heading(ledger) or read_supplement(ledger)
    web_page = record if heading or record.fields else _web_page(ledger)
    take_list_of_signers(ledger)
    return Frame(heading, web_page, several)


def _web_page(ledger: Ledger) -> WebPage:
    found = read_web_page(ledger)
    return found if found.fields else read_summary(ledger)
