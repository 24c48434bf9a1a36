"""Promises by their numbers: several that are named together, and those of which no more is said."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from kamerbrief.mentions.found import Found
from kamerbrief.vocabulary.mentions import PROMISE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.mentions.sentences import Sentence

_NUMBER = re.compile(rf"(?<![\w-]){PROMISE_NUMBER}")


def apart(one: Found) -> Iterator[Found]:
    """Promises of which each has its number: ``de toezeggingen T01234 en T01235`` are two."""
    what = one.sentence.view.find(one.parts.get("text") or "\0", one.start, one.end)
    numbers = list(_NUMBER.finditer(one.sentence.view, one.start, one.end if what < 0 else what))
    if len(numbers) < 2:  # noqa: PLR2004 - one number is that of the whole
        yield one
        return
    for match in numbers:
        start = match.start() if match is not numbers[0] else one.start
        yield dataclasses.replace(one, start=start, end=match.end(), reach=match.end(), parts=dict(one.parts))


def bare_numbers(sentence: Sentence, found: Sequence[Found]) -> Iterator[Found]:
    """The promises of which a sentence tells no more than their number; none is that of what was found already."""
    for match in _NUMBER.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(one.start <= start < one.end or one.end <= start <= _own_reach(one) for one in found):
            yield Found("toezegging", start, end, sentence, reach=end)


def _own_reach(one: Found) -> int:
    """Up to where a number right behind a promise is its own: one that has none yet may have it in brackets."""
    return one.end if _NUMBER.search(one.sentence.view, one.start, one.end) else one.reach + 2
