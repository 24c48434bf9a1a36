"""What the letter cites: the references of its blocks, titles and notes, each with its place."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

from kamerbrief.body.sections import without_marks
from kamerbrief.model.base import Span
from kamerbrief.model.references import KamerstukReference, Where
from kamerbrief.questions.passage import Passage
from kamerbrief.references import find_references
from kamerbrief.references.parliament import motion_before
from kamerbrief.references.scan import BREAK

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.body.blocks import RawBlock
    from kamerbrief.model.letter import Section
    from kamerbrief.model.references import Reference
    from kamerbrief.notes.calls import CallMark


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


def read_references(passages: Iterable[Passage], date: dt.date | None) -> tuple[Reference, ...]:
    """The references of these passages, in their order; spans point into the source.

    A motion that the text names and whose paper a note gives has its movers on the paper.
    """
    known = list(passages)
    starts = [0, *itertools.accumulate(len(passage.text.string) + 1 for passage in known)]
    moved: dict[str, dict[str, object]] = {}
    for passage in known:
        for call in passage.calls:
            label, movers = motion_before(passage.text.string, call.offset)
            if label:
                moved[call.label] = {"label": label, "movers": movers}
    found: list[Reference] = []
    for one in find_references(BREAK.join(passage.text.string for passage in known), date=date):
        index = bisect_right(starts, one.span.start) - 1
        passage, begin = known[index], starts[index]
        start, end = passage.text.source(one.span.start - begin), passage.text.source(one.span.end - begin - 1) + 1
        found.append(one.model_copy(update={"span": Span(start=start, end=end), "where": passage.where}))
    return tuple(_with_movers(found, moved))


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
