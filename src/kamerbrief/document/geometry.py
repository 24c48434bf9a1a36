"""Where objects stand on a page."""

from __future__ import annotations

import dataclasses
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kamerbrief.document.line import Page


@dataclasses.dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the upper left corner of the page as it is shown.

    PDF itself counts from the lower left corner: there ``y`` is the height of the page minus ``bottom``.
    """

    page: int
    """From 1."""
    left: float
    top: float
    right: float
    bottom: float

    def is_left_of(self, other: Box) -> bool:
        """Whether the two stand on one line of print, the other one further right."""
        middle = (other.top + other.bottom) / 2
        return self.page == other.page and self.top <= middle <= self.bottom and other.left >= self.left

    def as_shown(self, page: Page) -> Box:
        """The box on its page as that is shown, of the box on the page as it is read."""
        match page.rotation:
            case 1:
                return Box(self.page, self.top, page.height - self.right, self.bottom, page.height - self.left)
            case 2:
                across, down = page.width - self.right, page.height - self.bottom
                return Box(self.page, across, down, page.width - self.left, page.height - self.top)
            case 3:
                return Box(self.page, page.width - self.bottom, self.left, page.width - self.top, self.right)
            case _:
                return self

    def joined(self, other: Box) -> Box:
        """The smallest box that holds both, of one page."""
        return Box(
            self.page,
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Placed(NamedTuple):
    """Characters of the text that stand beside each other on a page, with their box on the page as it is read."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float

    def part(self, start: int, end: int) -> Box:
        """The box of those characters that lie between the offsets; all are taken for equally wide."""
        width = (self.right - self.left) / (self.end - self.start)
        left = self.left + max(start - self.start, 0) * width
        right = self.right - max(self.end - end, 0) * width
        return Box(self.page, left, self.top, right, self.bottom)


class PlacedWords(Sequence[Placed]):
    """The words of a document in the order of its text, packed: a page has hundreds, and few are ever asked for.

    They are kept as their pages draw them; runs of them tell the order of the text.
    """

    __slots__ = ("_boxes", "_count", "_firsts", "_numbers", "_pages", "_shifts", "_spans")

    def __init__(self) -> None:
        self._spans = array("i"), array("i")
        """Where each begins and ends in the text of its page."""
        self._boxes = array("d"), array("d"), array("d"), array("d")
        self._count = 0
        self._firsts, self._numbers, self._shifts, self._pages = array("i"), array("i"), array("i"), array("i")
        """Of each run: how many words are before it, where it is kept, how far from the text of its page it stands in
        that of the document, and its page."""

    def add(
        self,
        page: int,
        spans: tuple[Sequence[int], Sequence[int]],
        boxes: Sequence[Sequence[float]],
        runs: Iterable[tuple[int, int, int]],
    ) -> None:
        """Write down the words of a page behind the others.

        Args:
            page: The page.
            spans: Where each of its words begins in its text, and where each ends.
            boxes: Their lefts, tops, rights and bottoms.
            runs: Its words in the order of the text of the document: the number of the first, that behind the last,
                and how far they stand from where they are in the text of the page.
        """
        known = len(self._spans[0])
        for numbers, column in zip(self._spans, spans, strict=True):
            numbers.frombytes(struct.pack(f"{len(column)}i", *column))
        for places, edges in zip(self._boxes, boxes, strict=True):
            places.frombytes(struct.pack(f"{len(edges)}d", *edges))
        for begin, end, shift in runs:
            self._firsts.append(self._count)
            self._numbers.append(known + begin)
            self._shifts.append(shift)
            self._pages.append(page)
            self._count += end - begin

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Placed: ...
    @overload
    def __getitem__(self, index: slice) -> list[Placed]: ...
    def __getitem__(self, index: int | slice) -> Placed | list[Placed]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        number = range(self._count)[index]
        run = bisect_right(self._firsts, number) - 1
        at, shift = self._numbers[run] + number - self._firsts[run], self._shifts[run]
        start, end = (edges[at] + shift for edges in self._spans)
        return Placed(start, end, self._pages[run], *(edges[at] for edges in self._boxes))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PlacedWords):
            return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]


def boxes_between(start: int, end: int, placed: Sequence[Placed], pages: Sequence[Page]) -> tuple[Box, ...]:
    """A box for each line of print between two offsets of a text whose words stand at these places, in its order."""
    boxes: list[Box] = []
    first = bisect_right(placed, start, key=lambda word: word.end)
    last = bisect_left(placed, end, key=lambda word: word.start)
    for word in placed[first:last]:
        box = word.part(start, end)
        if boxes and boxes[-1].is_left_of(box):
            boxes[-1] = boxes[-1].joined(box)
        else:
            boxes.append(box)
    by_number = {page.number: page for page in pages}
    return tuple(box.as_shown(by_number[box.page]) for box in boxes)
