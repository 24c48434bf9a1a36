"""Web addresses and ids of officiële bekendmakingen, as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.model.references import OpIdReference, UrlReference
from kamerbrief.references.identifiers import Identity, published
from kamerbrief.vocabulary.citations import any_of, listed

if TYPE_CHECKING:
    from kamerbrief.model.references import Reference
    from kamerbrief.references.scan import Scan

_SIGN = r"[^\s<>\"«»“”\x00-\x1f]"
_URL = re.compile(
    rf"(?:https?://|www\.){_SIGN}+"
    rf"(?:\ (?:(?:-[a-z\d]+)?\.(?:{any_of(listed('domains'))})/|-[a-z\d]+[-/]|(?<=-\ )[a-z\d-]+/){_SIGN}+)*"
)
"""An address; a blank before a part that can be nothing else is one of a text layer."""
_CUT = re.compile(r"(?:https?://)?www\.[^./]*\Z")
_ADDRESS = re.compile(r"[\w.-]+/[^\s<>\"«»“”\x00-\x1f]+")
_BROKEN = re.compile(r"(?:https?://|www\.)\S*\ \Z")
"""Before the rest of an address that a blank has cut."""
_LOOK_BACK = 60
_PUBLISHED_ID = re.compile(r"(?:kst|ah|h|kv|nds|stb|stcrt|trb|blg)-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_CLOSING = {")": "(", "]": "[", "}": "{"}


def read_url(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """A web address, without the punctuation of the sentence behind it."""
    match = _URL.match(scan.text, start)
    if match is None:
        return [], start
    shown = without_punctuation(match.group())
    if "." not in shown[4:] or _CUT.match(shown):
        return [], match.end()
    whole = shown.replace(" ", "")
    identity = Identity(whole, whole if whole.startswith("http") else f"https://{whole}")
    certainty = "exact" if whole == shown else "derived"
    return [scan.make(UrlReference, start, start + len(shown), identity, certainty=certainty)], match.end()


def read_address(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """An address printed without what it begins with: ``voorbeeld.nl/sloten``."""
    match = _ADDRESS.match(scan.text, start)
    if match is None or "@" in match.group() or _BROKEN.search(scan.view, max(start - _LOOK_BACK, 0), start):
        return [], start
    shown = without_punctuation(match.group())
    identity = Identity(shown, f"https://{shown}")
    return [scan.make(UrlReference, start, start + len(shown), identity)], match.end()


def without_punctuation(shown: str) -> str:
    """An address up to the punctuation of its sentence; a bracket that it opened itself is its own."""
    unopened = {close: shown.count(close) - shown.count(opens) for close, opens in _CLOSING.items()}
    end = len(shown)
    while end and (shown[end - 1] in ".,;:!?'’‘*_" or unopened.get(shown[end - 1], 0) > 0):
        end -= 1
        if shown[end] in unopened:
            unopened[shown[end]] -= 1
    return shown[:end]


def read_published_id(scan: Scan, start: int) -> tuple[list[Reference], int]:
    """An id as printed: ``kst-CXXIV-G``."""
    match = _PUBLISHED_ID.match(scan.view, start)
    if match is None:
        return [], start
    key = match.group()
    return [scan.make(OpIdReference, start, match.end(), Identity(key, published(key)))], match.end()
