"""Addresses on the web beside what the document links them to, and beside the end of their line."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kamerbrief.references.links import without_punctuation
from kamerbrief.vocabulary.sentences import first_word
from kamerbrief.vocabulary.webaddresses import BEFORE_ADDRESS, may_be_rest, plain_address

if TYPE_CHECKING:
    from kamerbrief.document.text import Text
    from kamerbrief.model.references import UrlReference


def checked_address(one: UrlReference, text: Text, at: int) -> UrlReference:
    """A reference to an address as far as it is sure: whole by its link, or in doubt by that or by its line.

    Args:
        one: The reference.
        text: The text of the block or note that it stands in.
        at: Where this text begins in the one that the span of the reference is in.
    """
    start, end = one.span.start - at, one.span.end - at
    linked = [(begin, stop, target) for begin, stop, target in text.links if begin < end and stop > start]
    if not linked:
        return _beside_line(one, text, start, end)
    target, printed = linked[0][2], plain_address(one.raw)
    if plain_address(target) == printed:
        return one
    if not plain_address(target).startswith(printed):
        return _in_doubt(one, target)
    shown = without_punctuation(text.string[start : max(_end_of_link(text, target, end), end)])
    whole = shown if plain_address(shown) == plain_address(target) else one.raw
    span = one.span.model_copy(update={"end": one.span.start + len(whole)})
    return one.model_copy(update={"raw": whole, "span": span, "id": target, "url": target, "certainty": "derived"})


def _end_of_link(text: Text, target: str, at: int) -> int:
    """Where the link ends upon which a place lies; it has a stretch in each line."""
    for begin, end, address in text.links:
        if begin <= at + 1 and end > at and address == target:
            at = end
    return at


def _beside_line(one: UrlReference, text: Text, start: int, end: int) -> UrlReference:
    """An address that fills its line may go on in the next one, or end with it."""
    starts = [at for at, _ in text.offsets]
    following = bisect_right(starts, end)
    if not 0 < following < len(starts) or starts[following] != end + 1:
        return one
    if start - starts[following - 1] > BEFORE_ADDRESS:
        return one
    word = first_word(text.string[end + 1 :])
    return _in_doubt(one, one.raw + without_punctuation(word)) if may_be_rest(one.raw, word) else one


def _in_doubt(one: UrlReference, other: str) -> UrlReference:
    """An address that may be another one; what is printed counts."""
    return one.model_copy(update={"certainty": "ambiguous", "candidates": (one.id, other)})
