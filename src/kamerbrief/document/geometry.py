"""Where objects stand on a page."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

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
