"""The end of a letter: closing, signatures, "mede namens"; what follows is annex.

``signatures`` finds it, ``reading`` reads offices and names in whatever order they stand, ``offices`` an office over
several lines; ``columns`` parts two signatures side by side, ``joined`` one from the sentence before it, ``on_behalf``
reads "mede namens" wherever it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.ending.columns import split_columns
from kamerbrief.ending.joined import split_joined
from kamerbrief.ending.signatures import Ending, find_ending, stated_ending
from kamerbrief.frame.webpage import is_list_of_links

if TYPE_CHECKING:
    from kamerbrief.head import Head
    from kamerbrief.lines.ledger import Ledger

__all__ = ["Ending", "read_ending"]


def read_ending(ledger: Ledger, head: Head) -> Ending:
    """The ending; its lines are taken, and the links of the web page that a letter was copied from."""
    lines = split_columns(list(split_joined(ledger.rest())))
    ledger.recut(lines)
    stated = [line for line in lines if line.hint.stated == "ending"]
    ending = stated_ending(stated) if stated else find_ending(lines)
    ledger.take("closing", [ending.closing] if ending.closing else [])
    signed = {line.start: line for signature in ending.signatures for line in signature.lines}
    ledger.take("signature", signed.values())
    ledger.take("remark", ending.remarks)
    ledger.take("on_behalf_of", ending.on_behalf)
    _, below = ledger.around(ending.lines)
    if head.copied and is_list_of_links(below):
        ledger.take("chrome", below)
    return ending
