"""Headings make a tree of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.body.levels import ASKED, levels_of
from kamerbrief.model.base import Span
from kamerbrief.model.letter import Block, Section
from kamerbrief.model.notes import Call

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.document.text import Text
    from kamerbrief.notes.calls import CallMark


def read_sections(
    blocks: Sequence[RawBlock], calls: Sequence[Sequence[CallMark]], *, annex: bool = False
) -> tuple[Section, ...]:
    """The section tree of a body.

    Text before the first heading is a section without title. A heading lies under the nearest one before it that is
    of a higher rank. Questions behind the signature that have no title above them lie under one without.
    """
    tree = _Tree()
    for block, marks, level in zip(blocks, calls, levels_of(blocks, annex=annex), strict=True):
        if block.kind != "heading" or _calls_alone(block, marks):
            tree.add(block, marks)
            continue
        if annex:
            tree.lower(block, level)
        tree.open(block, marks, level)
    return tuple(section.close() for section in tree.root)


class _Tree:
    """The sections so far, and those that are open."""

    def __init__(self) -> None:
        self.root: list[_Open] = []
        self._stack: list[_Open] = []
        self._below = 0
        """So many levels lower headings lie, in an annex of questions that has no title."""

    def lower(self, block: RawBlock, level: int) -> None:
        """Begin an annex without title where a question has none above it; end it where another annex begins."""
        if block.role not in ASKED:
            self._below *= level > 1
        elif not self._stack or self._stack[0].heading is None:
            self._below = 1
            if not self._stack:
                self._begin()

    def _begin(self) -> None:
        self._stack.append(_Open(None, (), 1))
        self.root.append(self._stack[0])

    def open(self, block: RawBlock, marks: Sequence[CallMark], level: int) -> None:
        """Open the section of a heading."""
        section = _Open(block, marks, level + self._below)
        stack = self._stack
        while stack and (stack[-1].level >= section.level or (stack[-1].heading is None and not self._below)):
            stack.pop()
        (stack[-1].sections if stack else self.root).append(section)
        stack.append(section)

    def add(self, block: RawBlock, marks: Sequence[CallMark]) -> None:
        """Add a block to the section that is open."""
        if not self._stack:
            self._begin()
        start, end = _extent(block)
        self._stack[-1].blocks.append(_block(block, marks, start, end))
        self._stack[-1].extend(start, end)


class _Open:
    """A section that still grows."""

    def __init__(self, heading: RawBlock | None, calls: Sequence[CallMark], level: int) -> None:
        self.heading = heading
        self.level = level
        self.calls = calls
        self.blocks: list[Block] = []
        self.sections: list[_Open] = []
        self.start: int | None = None
        self.end = 0
        if heading is not None:
            self.extend(*_extent(heading))

    def extend(self, start: int, end: int) -> None:
        self.start = start if self.start is None else min(self.start, start)
        self.end = max(self.end, end)

    def close(self) -> Section:
        sections = tuple(section.close() for section in self.sections)
        start = min([*([] if self.start is None else [self.start]), *(section.span.start for section in sections)])
        end = max([self.end, *(section.span.end for section in sections)])
        title, calls = without_marks(self.heading, self.calls) if self.heading else (None, ())
        return Section(
            title=(title.string or None) if title else None,
            number=self.heading.number if self.heading else None,
            level=self.level,
            blocks=tuple(self.blocks),
            sections=sections,
            span=Span(start=start, end=end),
            calls=calls,
        )


def _extent(block: RawBlock) -> tuple[int, int]:
    return min([line.start for line in block.lines]), max([line.end for line in block.lines])


def _block(block: RawBlock, marks: Sequence[CallMark], start: int, end: int) -> Block:
    text, calls = without_marks(block, marks)
    return Block(
        kind="paragraph" if block.kind == "heading" else block.kind,
        text=text.string,
        calls=calls,
        span=Span(start=start, end=end),
        marker=block.marker,
        depth=block.depth,
        rows=block.rows,
        bold=block.bold,
        italic=block.italic,
    )


def without_marks(block: RawBlock, marks: Sequence[CallMark]) -> tuple[Text, tuple[Call, ...]]:
    """The text without the marks of its calls, and where they stood."""
    if not marks:
        return block.text, ()
    cuts = _cuts(block.text.string, marks)
    calls = tuple(Call(label=mark.label, offset=mark.start - _cut_before(cuts, mark.start)) for mark in marks)
    return block.text.without(cuts), calls


def _calls_alone(heading: RawBlock, marks: Sequence[CallMark]) -> bool:
    """Whether a heading calls notes and says nothing: it is no title."""
    return bool(marks) and heading.number is None and not without_marks(heading, marks)[0].string


def _cuts(string: str, marks: Sequence[CallMark]) -> list[tuple[int, int]]:
    """The stretches of the marks, each with the blank that would be one too many without it."""
    stretches: list[tuple[int, int]] = []
    for mark in marks:
        start, end = stretches.pop() if stretches and stretches[-1][1] >= mark.start else (mark.start, mark.end)
        stretches.append((start, max(end, mark.end)))
    cuts: list[tuple[int, int]] = []
    kept, last = False, 0
    for start, end in stretches:
        kept = kept or start > last
        following = string[end : end + 1]
        if not kept and following == " ":
            end += 1
        elif start > last and string[start - 1] == " " and following in ("", " "):
            start -= 1
        cuts.append((start, end))
        last = end
    return cuts


def _cut_before(cuts: Sequence[tuple[int, int]], position: int) -> int:
    """How many characters are taken out before this place."""
    return sum(min(end, position) - start for start, end in cuts if start < position)
