"""Where objects stand on a page."""

from __future__ import annotations

import dataclasses
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
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
    """The words of a document in the order of its text, packed: a page has hundreds, and few are ever asked for."""

    __slots__ = ("_boxes", "_spans")

    def __init__(self) -> None:
        self._spans = array("i")
        """Start, end and page of each word."""
        self._boxes = array("d")

    def add(self, spans: Sequence[int], boxes: Sequence[float]) -> None:
        """Write down words behind the others: start, end and page of each, and left, top, right and bottom."""
        self._spans.extend(spans)
        self._boxes.extend(boxes)

    def __len__(self) -> int:
        return len(self._spans) // 3

    @overload
    def __getitem__(self, index: int) -> Placed: ...
    @overload
    def __getitem__(self, index: slice) -> list[Placed]: ...
    def __getitem__(self, index: int | slice) -> Placed | list[Placed]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return Placed(*self._spans[3 * at : 3 * at + 3], *self._boxes[4 * at : 4 * at + 4])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PlacedWords):
            return self._spans == other._spans and self._boxes == other._boxes
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
