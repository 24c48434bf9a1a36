"""Where things stand on a page: PDF counts from the lower left corner and may turn the page (ISO 32000-1, 8.3.2)."""

from __future__ import annotations

import ctypes
import dataclasses
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.handles import by_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.handles import Handle

_rotation_of: Final = by_address(pdfium.FPDFPage_GetRotation)
_bounds_of: Final = by_address(pdfium.FPDF_GetPageBoundingBox)
_width_of: Final = by_address(pdfium.FPDF_GetPageWidthF)
_height_of: Final = by_address(pdfium.FPDF_GetPageHeightF)

MARGIN_FROM = 0.7
"""Where the margin may begin, in parts of the page's width; in the house style it begins at 0.75 to 0.80."""


class Edges(NamedTuple):
    """The edges of a box, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the box."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """From PDF's coordinates to points from the upper left corner of the page as it is read."""

    left: float
    bottom: float
    width: float
    """Of the page before it is turned."""
    height: float
    page_rotation: int
    """Quarter turns clockwise, from PDF's page to the page as it is shown."""
    rotation: int = 0
    """Further quarter turns clockwise, to the page as it is read: its text runs up or down as shown."""

    @classmethod
    def of(cls, page: Handle) -> Place:
        """The place of a page as PDFium opened it."""
        box = pdfium.FS_RECTF()
        turns = _rotation_of(page) % 4
        if not _bounds_of(page, ctypes.byref(box)):
            return cls(0.0, 0.0, _width_of(page), _height_of(page), 0)
        return cls(box.left, box.bottom, box.right - box.left, box.top - box.bottom, turns)

    @property
    def shown_size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown."""
        return (self.height, self.width) if self.page_rotation % 2 else (self.width, self.height)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.shown_size
        return (height, width) if self.rotation % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF on the page as it is read."""
        x, y = x - self.left, y - self.bottom
        return (
            (x, self.height - y),
            (y, x),
            (self.width - x, y),
            (self.height - y, self.width - x),
        )[(self.page_rotation + self.rotation) % 4]

    def box(self, left: float, top: float, right: float, bottom: float) -> Edges:
        """A box of PDF on the page as it is read."""
        if not self.page_rotation and not self.rotation:
            return Edges(
                left - self.left, self.height - top + self.bottom, right - self.left, self.height - bottom + self.bottom
            )
        (a, b), (c, d) = self.point(left, top), self.point(right, bottom)
        return Edges(min(a, c), min(b, d), max(a, c), max(b, d))

    def boxes(
        self, lefts: Sequence[float], tops: Sequence[float], rights: Sequence[float], bottoms: Sequence[float]
    ) -> list[Sequence[float]]:
        """Many boxes of PDF, the same way; a page of print has some hundreds and is seldom turned."""
        if self.page_rotation or self.rotation:
            return [*zip(*map(self.box, lefts, tops, rights, bottoms), strict=True)]
        x, y, height = self.left, self.bottom, self.height
        return [
            [left - x for left in lefts] if x else lefts,
            [height - top + y for top in tops],
            [right - x for right in rights] if x else rights,
            [height - bottom + y for bottom in bottoms],
        ]

    def baselines(self, xs: Sequence[float], ys: Sequence[float]) -> list[float]:
        """How far below the edge of the page as it is read points of PDF stand."""
        if self.page_rotation or self.rotation:
            return [self.point(x, y)[1] for x, y in zip(xs, ys, strict=True)]
        bottom, height = self.bottom, self.height
        return [height - (y - bottom) for y in ys]

    def direction(self, a: float, b: float) -> tuple[float, float]:
        """Which way text runs on the page as it is read: right and up are positive."""
        return ((a, b), (b, -a), (-a, -b), (-b, a))[(self.page_rotation + self.rotation) % 4]
