"""How a document is set, told by its first pages: the size of its text, where it begins, what is bold in it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.pdf.place import MARGIN_FROM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.readers.pdf.document import PdfPage
    from kamerbrief.readers.pdf.pieces import Piece
    from kamerbrief.readers.pdf.stretches import Style

_CHARACTER: Final = 0.54
"""Mean width of a character, in parts of the size."""
_BOLD_FROM, _HEAVIER = 600, 150
_MUCH: Final = 0.25
_MOST_IN_HEADINGS, _MOST_IN_PLAIN_HEADINGS = 0.25, 0.06
"""Headings are a smaller part of the text; where they are more, the writer styled paragraphs as headings."""


@dataclasses.dataclass(frozen=True, slots=True)
class Typography:
    """How a document is set."""

    size: float
    """Of most of its text, in points."""
    left: float
    """Where its lines begin, in points from the edge of the page."""
    heavy: int
    """The weight from which a font is bold whose name does not say so: clearly heavier than that of the text."""
    headings: bool
    """What is tagged as a heading is one."""
    plain_headings: bool
    """So is what looks like the text and is tagged as a heading."""

    @classmethod
    def of(cls, sample: Sequence[tuple[PdfPage, Sequence[Piece]]], size: float) -> Typography:
        """How these pages are set, whose text is mostly of this size."""
        weights: Counter[int] = Counter()
        edges: Counter[int] = Counter()
        tagged = plain = whole = 0
        for page, pieces in sample:
            for word in page.words:
                weights[word.style.weight] += word.length
            for piece in pieces:
                length = sum([word.length for word in piece.words])
                whole += length
                if piece.tag is not None and piece.tag.part == "heading":
                    tagged += length
                    plain += 0 if _stands_out(piece, size) else length
                if not piece.margin:
                    edges[round(piece.left)] += length
        heavy = max(_BOLD_FROM, _most(weights) + _HEAVIER)
        return cls(
            size,
            _most(edges),
            heavy,
            headings=tagged <= _MOST_IN_HEADINGS * whole,
            plain_headings=plain <= _MOST_IN_PLAIN_HEADINGS * whole,
        )

    def column(self, x: float) -> float:
        """How far right of the text's left edge a place is, in characters."""
        return (x - self.left) / (_CHARACTER * self.size)

    def is_bold(self, style: Style) -> bool:
        """Whether print of this style is bold."""
        return style.bold or style.weight >= self.heavy

    def level(self, piece: Piece) -> int:
        """The level of a heading that a piece is tagged as; 0 for none."""
        trusted = self.headings and (self.plain_headings or _stands_out(piece, self.size))
        return piece.tag.level if piece.tag is not None and trusted else 0


def _stands_out(piece: Piece, size: float) -> bool:
    """Whether a piece is set otherwise than the text, by its font or its size."""
    return piece.underlined or piece.size > size or all(word.style.bold or word.style.italic for word in piece.level)


def text_size(pages: Sequence[PdfPage]) -> float:
    """The size of the text of these pages: the largest one that much of what stands left of the margin has.

    A short letter may have less text than its margin, or than its notes, which are smaller.
    """
    counts: Counter[float] = Counter()
    for page in pages:
        margin = MARGIN_FROM * page.place.size[0]
        for stretch in page.words:
            if stretch.left < margin and not stretch.hidden:
                counts[stretch.style.size] += stretch.length_before(margin)
    return max((size for size, count in counts.items() if count >= _MUCH * counts.total()), default=1.0) or 1.0


def _most(counts: Counter[int]) -> int:
    return counts.most_common(1)[0][0] if counts else 0
