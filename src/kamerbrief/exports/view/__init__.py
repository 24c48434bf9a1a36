"""The letter beside its page, as one page of HTML: what it became, and where each value stands.

``entries`` lists what is shown, ``places`` tells where it stands, ``sheets`` draws the pages or the text, ``page`` puts
all in one file with the style and the program that lie beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.exports.view.entries import entries_of
from kamerbrief.exports.view.page import page_of
from kamerbrief.exports.view.sheets import sheets_of

if TYPE_CHECKING:
    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Kamerbrief

__all__ = ["to_html"]


def to_html(brief: Kamerbrief, source: Source) -> str:
    r"""The letter beside its page: one page of HTML that needs nothing else and asks nothing of the network.

    Pages of a PDF are drawn from :attr:`Source.data`, with the extra ``kamerbrief[view]``; of another source the text
    is shown. Each value, block, note, reference and diagnostic has its place marked; pointing at one shows the other.

    Args:
        brief: The letter.
        source: What it was parsed from.

    Raises:
        ValueError: The letter was parsed from another source.
        KamerbriefError: The source is a PDF and Pillow is not installed.

    Example:
        >>> import kamerbrief
        >>> source = kamerbrief.load("Geachte voorzitter,\n\nHierbij het <rapport>.".encode())
        >>> page = kamerbrief.to_html(kamerbrief.parse(source), source)
        >>> "<!doctype html>" in page, "Hierbij het &lt;rapport&gt;." in page
        (True, True)
    """
    entries = entries_of(brief)
    if max((end for entry in entries for _, end in entry.places), default=0) > len(source.text):
        raise ValueError("to_html() takes the source that the letter was parsed from; this one is shorter")
    return page_of(brief, entries, sheets_of(source, entries))
