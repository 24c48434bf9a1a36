"""Web addresses and ids of officiële bekendmakingen, as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.references.identifiers import Identity, published
from kamerbrief.references.models import OpIdReference, UrlReference

if TYPE_CHECKING:
    from kamerbrief.references.models import Reference
    from kamerbrief.references.scan import Scan

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”\x00-\x1f]+")
_PUBLISHED_ID = re.compile(r"(?:kst|ah|h|kv|nds|stb|stcrt|trb|blg)-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_CLOSING = {")": "(", "]": "[", "}": "{"}


def read_url(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A web address, without the punctuation of the sentence behind it."""
    match = _URL.match(scan.text, start)
    if match is None:
        return [], start
    shown = match.group()
    while shown and (
        shown[-1] in ".,;:!?'’‘*_"
        or (shown[-1] in _CLOSING and shown.count(shown[-1]) > shown.count(_CLOSING[shown[-1]]))
    ):
        shown = shown[:-1]
    if "." not in shown[4:]:
        return [], start
    address = shown if shown.startswith("http") else f"https://{shown}"
    return [scan.make(UrlReference, start, start + len(shown), Identity(shown, address))], match.end()


def read_published_id(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """An id as printed: ``kst-CXXIV-G``."""
    match = _PUBLISHED_ID.match(scan.view, start)
    if match is None:
        return [], start
    key = match.group()
    return [scan.make(OpIdReference, start, match.end(), Identity(key, published(key)))], match.end()
