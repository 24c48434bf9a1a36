"""Headings make a tree of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.model.base import Span
from kamerbrief.model.letter import Block, Call, Section
from kamerbrief.vocabulary.headings import is_annex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.document.text import Text
    from kamerbrief.notes.calls import CallMark


# decides more: local rules in a fixed order, each with a case in fixtures/
def read_sections(
    blocks: Sequence[RawBlock], calls: Sequence[Sequence[CallMark]], *, annex: bool = False
) -> tuple[Section, ...]:
    """The section tree of a body.

    Text before the first heading is a section without title. A heading lies under the nearest one before it that is
    of a higher rank, and in an annex under the title of that.
    """
    levels = _levels(blocks)
    if annex and blocks and blocks[0].kind == "heading":
        titles = [index == 0 or is_annex_title(block) for index, block in enumerate(blocks)]
        below = [level for title, level in zip(titles, levels, strict=True) if level and not title]
        shift = 2 - min(below, default=1)
        levels = [1 if title else level + shift for title, level in zip(titles, levels, strict=True)]
    root: list[_Open] = []
    stack: list[_Open] = []
    for block, marks, level in zip(blocks, calls, levels, strict=True):
        if block.kind == "heading":
            section = _Open(block, marks, level)
            while stack and (stack[-1].level >= level or stack[-1].heading is None):
                stack.pop()
            (stack[-1].sections if stack else root).append(section)
            stack.append(section)
        else:
            if not stack:
                stack.append(_Open(None, (), 1))
                root.append(stack[0])
            stack[-1].blocks.append(_block(block, marks))
            stack[-1].extend(block)
    return tuple(section.close() for section in root)


def is_annex_title(block: RawBlock) -> bool:
    """Whether the heading says that it is an annex: ``Bijlage 2: Overzicht``."""
    words = f"{block.number or ''} {block.text.string}".strip()
    return block.kind == "heading" and is_annex(words)


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
            self.extend(heading)

    def extend(self, block: RawBlock) -> None:
        start, end = _extent(block)
        self.start = start if self.start is None else min(self.start, start)
        self.end = max(self.end, end)

    def close(self) -> Section:
        sections = tuple(section.close() for section in self.sections)
        start = min([self.start or 0, *(section.span.start for section in sections)])
        end = max([self.end, *(section.span.end for section in sections)])
        title, calls = without_marks(self.heading, self.calls) if self.heading else (None, ())
        return Section(
            title=title.string if title else None,
            number=self.heading.number if self.heading else None,
            level=self.level,
            blocks=tuple(self.blocks),
            sections=sections,
            span=Span(start=start, end=end),
            calls=calls,
        )


def _extent(block: RawBlock) -> tuple[int, int]:
    return min(line.start for line in block.lines), max(line.end for line in block.lines)


def _block(block: RawBlock, marks: Sequence[CallMark]) -> Block:
    text, calls = without_marks(block, marks)
    start, end = _extent(block)
    return Block(
        kind="paragraph" if block.kind == "heading" else block.kind,
        text=text.string,
        calls=calls,
        span=Span(start=start, end=end),
        marker=block.marker,
        depth=block.depth,
        rows=block.rows,
    )


def without_marks(block: RawBlock, marks: Sequence[CallMark]) -> tuple[Text, tuple[Call, ...]]:
    """The text without the marks of its calls, and where they stood."""
    if not marks:
        return block.text, ()
    string = block.text.string
    cuts = [_with_blank(string, mark.start, mark.end) for mark in marks]
    calls = []
    cut = 0
    for mark, (start, end) in zip(marks, cuts, strict=True):
        calls.append(Call(label=mark.label, offset=min(mark.start, start) - cut))
        cut += end - start
    return block.text.without(cuts), tuple(calls)


def _with_blank(string: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a mark, with the blank that would be one too many without it."""
    if start and string[start - 1] == " " and string[end : end + 1] in ("", " "):
        return start - 1, end
    return start, end


# decides more: local rules in a fixed order, each with a case in fixtures/
def _levels(blocks: Sequence[RawBlock]) -> list[int]:
    """The level of each heading.

    The official mark-up ranks unnumbered headings bold, bold italic, italic, plain; numbers tell their own depth, below
    an unnumbered heading that stands directly over their list. A level that the source marks goes before.
    """
    headings = [block for block in blocks if block.kind == "heading"]
    marked = sorted({block.level for block in headings if block.level})
    first = {_style(block): at for at, block in reversed(list(enumerate(headings)))}
    unnumbered = {_style(block) for block in headings if block.number is None or _depth(block.number) == 1}
    ranks = sorted(unnumbered, key=lambda style: (style[0], first[style]))
    of_marked = {_style(block): marked.index(block.level) + 1 for block in reversed(headings) if block.level}
    titled = any(block.number is None and (block.bold or block.level) for block in headings)
    levels: list[int] = []
    series: dict[tuple[int, bool], tuple[int, int]] = {}
    base = 0
    for block in blocks:
        if block.kind != "heading":
            levels.append(0)
            continue
        style = _style(block)
        count = int(block.number.strip(".")) if block.number and block.number.strip(".").isdecimal() else 0
        if block.level:
            level = marked.index(block.level) + 1
        elif count > 1 and style in series and series[style][0] == count - 1:
            level = series[style][1]  # ``3.`` ranks with the ``2.`` before it
        elif block.number is not None:
            level = base + _depth(block.number)
        else:
            level = of_marked.get(style, ranks.index(style) + 1)
        if count:
            series[style] = count, level
        if block.number is None:
            base = 1 if titled and level == 1 else 0
        levels.append(level)
    return levels


def _depth(number: str) -> int:
    """How deep a number lies: ``2.`` 1, ``2.1`` 2."""
    return 1 + number.strip(".").count(".")


def _style(block: RawBlock) -> tuple[int, bool]:
    """The rank of a heading by its style, and whether it is underlined.

    Of italics and underlines what comes first ranks higher; a heading without a style, and one with a bullet, stands
    below all others.
    """
    if block.bold:
        return int(block.italic), False
    if block.italic or block.underlined:
        return 2, not block.italic
    return (3 if block.marker is None else 4), False
