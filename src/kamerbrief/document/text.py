"""Text that remembers where each of its characters came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LAST = 1 << 62
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


@lru_cache(maxsize=4096)
def squash(text: str) -> str:
    """The text without white space and case: the same for letter-spaced, wrapped and capital print.

    Example:
        >>> squash("2 5 15 XP D en Haag") == squash("2515 XP DEN HAAG")
        True
    """
    return "".join(text.split()).casefold().replace("ĳ", "ij")


def well_formed(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which is no text and no JSON; offsets stay as they are.

    Example:
        >>> well_formed(chr(0xD800)) == chr(0xFFFD)
        True
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def single_spaced(text: str) -> str:
    """The text on one line with single blanks."""
    return " ".join(text.split())


def source_offset(offsets: Sequence[tuple[int, int]], position: int) -> int:
    """The source offset of the character at ``position``, of runs that begin at (position, offset in the source)."""
    at, offset = offsets[max(bisect_right(offsets, (position, _LAST)) - 1, 0)]
    return offset + position - at


class Text(NamedTuple):
    """A string whose characters know their offset in the source, and which of them stand raised."""

    string: str
    offsets: tuple[tuple[int, int], ...] = ()
    """Where runs begin: (position in the string, offset in the source), ascending."""
    raised: tuple[tuple[int, int], ...] = ()
    """Stretches of the string that stand raised."""
    links: tuple[tuple[int, int, str], ...] = ()
    """Stretches of the string that lead to an address on the web, each with that address."""

    def source(self, position: int) -> int:
        """The source offset of the character at ``position``."""
        return source_offset(self.offsets, position)

    def without(self, cuts: Sequence[tuple[int, int]]) -> Text:
        """The same text with some stretches taken out; they are ascending and do not overlap."""
        kept, begin = [], 0
        for start, end in cuts:
            kept.append((begin, start))
            begin = end
        kept.append((begin, len(self.string)))
        return joined([(self.cut(start, end), "") for start, end in kept if end > start])

    def cut(self, start: int, end: int) -> Text:
        """The stretch from ``start`` to ``end``."""
        if len(self.offsets) == 1 and not self.raised and not self.links:  # most lines
            return Text(self.string[start:end], ((0, self.source(start)),) if end > start else ())
        first, last = bisect_right(self.offsets, (start, _LAST)), bisect_left(self.offsets, (end, -1))
        offsets = [(0, self.source(start))] if end > start else []
        offsets += [(at - start, offset) for at, offset in self.offsets[first:last]]
        first = bisect_right(self.raised, start, key=_end_of)
        last = bisect_left(self.raised, (end, -1))
        raised = tuple((max(a, start) - start, min(b, end) - start) for a, b in self.raised[first:last])
        links = tuple(
            (max(a, start) - start, min(b, end) - start, address)
            for a, b, address in self.links
            if a < end and b > start
        )
        return Text(self.string[start:end], tuple(offsets), raised, links)


def _end_of(stretch: tuple[int, int]) -> int:
    return stretch[1]


def joined(parts: Iterable[tuple[Text, str]]) -> Text:
    """The parts one after the other, each preceded by its glue (the first one's is dropped)."""
    strings: list[str] = []
    offsets: list[tuple[int, int]] = []
    raised: list[tuple[int, int]] = []
    links: list[tuple[int, int, str]] = []
    length = 0
    for part, glue in parts:
        if strings and glue:
            strings.append(glue)
            length += len(glue)
        strings.append(part.string)
        offsets += [(at + length, offset) for at, offset in part.offsets]
        if part.raised:
            raised += [(a + length, b + length) for a, b in part.raised]
        if part.links:
            links += [(a + length, b + length, address) for a, b, address in part.links]
        length += len(part.string)
    return Text("".join(strings), tuple(offsets), tuple(raised), tuple(links))
