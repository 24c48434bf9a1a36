"""What the letter cites and mentions, in its blocks, titles and notes, each with its place."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

from kamerbrief.body.sections import without_marks
from kamerbrief.mentions import Piece, Pieces, Reading, Setting
from kamerbrief.model.base import Span
from kamerbrief.model.references import KamerstukReference, Where
from kamerbrief.questions.passage import Passage
from kamerbrief.references import references_in
from kamerbrief.references.fold import folded
from kamerbrief.references.parliament import motion_before
from kamerbrief.references.scan import BREAK
from kamerbrief.result.addresses import checked_address

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.model.letter import Kamerbrief, Section
    from kamerbrief.model.mentions import Mention
    from kamerbrief.model.references import Reference
    from kamerbrief.notes.calls import CallMark

_ASKED = frozenset({"question", "question head", "introduction", "source", "explanation"})
"""The words of these are the questioner's."""


def passages_of(
    sections: Sequence[Section], blocks: Sequence[RawBlock], calls: Sequence[Sequence[CallMark]], *, annex: bool = False
) -> list[Passage]:
    """The texts of a section tree; its titles and blocks come in the order of the raw blocks they were made of."""
    places = (place for at, section in enumerate(sections) for place in _places(section, (at,), annex=annex))
    return [
        Passage(where, *without_marks(block, marks), block)
        for where, block, marks in zip(places, blocks, calls, strict=True)
    ]


def _places(section: Section, way: tuple[int, ...], *, annex: bool) -> Iterator[Where]:
    if section.title is not None or section.number is not None:
        yield Where(section=way, annex=annex)
    for index in range(len(section.blocks)):
        yield Where(section=way, annex=annex, block=index)
    for at, inner in enumerate(section.sections):
        yield from _places(inner, (*way, at), annex=annex)


class Searched:
    """Passages that are searched as one text, so that a citation or mention may refer to another passage."""

    def __init__(self, passages: Iterable[Passage], date: dt.date | None) -> None:
        self.passages = list(passages)
        lengths = (len(passage.text.string) + 1 for passage in self.passages[:-1])
        self.starts = [0, *itertools.accumulate(lengths)]
        self.text = BREAK.join(passage.text.string for passage in self.passages)
        self.date = date
        self.view = folded(self.text)
        self.cited = references_in(self.text, self.view, date)

    def passage(self, at: int) -> tuple[Passage, int]:
        """The passage that holds a place, and where it begins."""
        index = bisect_right(self.starts, at) - 1
        return self.passages[index], self.starts[index]

    def place(self, start: int, end: int) -> Span:
        """The span in the source of a stretch of one passage."""
        passage, begin = self.passage(start)
        return Span(start=passage.text.source(start - begin), end=passage.text.source(end - begin - 1) + 1)


def read_references(searched: Searched) -> tuple[Reference, ...]:
    """The references of these passages, in their order; spans point into the source.

    A motion that the text names and whose paper a note gives has its movers on the paper.
    """
    moved: dict[str, dict[str, object]] = {}
    for passage in searched.passages:
        for call in passage.calls:
            label, movers = motion_before(passage.text.string, call.offset)
            if label:
                moved[call.label] = {"label": label, "movers": movers}
    found: list[Reference] = []
    for one in searched.cited:
        passage, begin = searched.passage(one.span.start)
        if one.kind == "url":
            one = checked_address(one, passage.text, begin)
        span = searched.place(one.span.start, one.span.end)
        found.append(one.model_copy(update={"span": span, "where": passage.where}))
    return tuple(_with_movers(found, moved))


def read_mentions(searched: Searched, brief: Kamerbrief) -> tuple[Mention, ...]:
    """What these passages say of motions, promises, debates and requests; spans point into the source.

    Args:
        searched: The passages.
        brief: The letter, whole but for its views.
    """
    notes: dict[str, list[int]] = {}
    for number, passage in enumerate(searched.passages):
        if passage.where.footnote:
            notes.setdefault(passage.where.footnote, []).append(number)
    pieces = Pieces(searched.starts, lambda number: _piece(searched.passages[number], searched.starts[number]), notes)
    chamber = brief.recipient.chamber
    setting = Setting(searched.date, None if chamber == "beide" else chamber, brief.uw_kenmerk)
    reading = Reading(searched.text, searched.view, pieces, searched.cited, setting)
    return tuple(reading.mentions(searched.place))


def _piece(passage: Passage, start: int) -> Piece:
    block = passage.block
    return Piece(
        start,
        start + len(passage.text.string),
        passage.where,
        tuple((start + call.offset, call.label) for call in passage.calls),
        asked=block is not None and (block.kind == "quote" or block.role in _ASKED),
        silent=passage.where.block is None or (block is not None and block.kind == "table"),
    )


def _with_movers(found: Sequence[Reference], moved: dict[str, dict[str, object]]) -> Iterator[Reference]:
    papers: dict[str, int] = {}
    for one in found:
        if one.kind == "kamerstuk" and one.where and one.where.footnote:
            papers[one.where.footnote] = papers.get(one.where.footnote, 0) + 1
    for one in found:
        note = one.where.footnote if one.where else None
        if isinstance(one, KamerstukReference) and note in moved and papers[note] == 1 and not one.movers:
            yield one.model_copy(update=moved[note])
        else:
            yield one
