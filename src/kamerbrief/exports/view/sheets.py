"""The left side: the pages of a PDF with a box for each place, or the text with a mark for each."""

from __future__ import annotations

import base64
import html
import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

from kamerbrief.exports.view.entries import KINDS
from kamerbrief.model.base import Span
from kamerbrief.model.errors import KamerbriefError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.document.geometry import Box
    from kamerbrief.document.source import Source
    from kamerbrief.exports.view.entries import Entry
    from kamerbrief.readers.pdf.drawing import Picture

_NEEDS_PILLOW = "the view of a PDF needs Pillow, which draws its pages: pip install 'kamerbrief[view]'"


def sheets_of(source: Source, entries: Sequence[Entry]) -> Iterator[str]:
    """The pages in HTML, one after another."""
    if source.data is None or not source.placed:
        yield from _texts(source, entries)
        return
    try:
        from kamerbrief.readers.pdf.drawing import draw_pages
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "PIL":
            raise
        raise KamerbriefError(_NEEDS_PILLOW) from error
    boxes = _boxes_by_page(source, entries)
    for picture in draw_pages(source.data):
        yield _drawn(picture, boxes.get(picture.number, {}), entries)


def _boxes_by_page(source: Source, entries: Sequence[Entry]) -> dict[int, dict[int, list[Box]]]:
    """The boxes of each entry, page by page."""
    found: dict[int, dict[int, list[Box]]] = {}
    for number, entry in enumerate(entries):
        for begin, end in entry.places:
            for box in source.boxes(Span(start=begin, end=end)):
                found.setdefault(box.page, {}).setdefault(number, []).append(box)
    return found


def _drawn(picture: Picture, boxes: dict[int, list[Box]], entries: Sequence[Entry]) -> str:
    """A page: its picture, and above it the boxes, the larger things below the smaller ones."""
    data = base64.b64encode(picture.data).decode("ascii")
    ordered = sorted(boxes, key=lambda number: KINDS.index(entries[number].kind))
    groups = "".join(_group(number, entries[number], boxes[number]) for number in ordered)
    size = f"{picture.width:.0f} {picture.height:.0f}"
    return (
        f'<figure class="sheet"><div class="paper"><img alt="Page {picture.number}" '
        f'width="{picture.width:.0f}" height="{picture.height:.0f}" src="data:{picture.media_type};base64,{data}">'
        f'<svg viewBox="0 0 {size}" preserveAspectRatio="none" aria-hidden="true">{groups}</svg></div>'
        f"<figcaption>Page {picture.number}</figcaption></figure>"
    )


def _group(number: int, entry: Entry, boxes: Sequence[Box]) -> str:
    rects = "".join(
        f'<rect x="{box.left - 1:.1f}" y="{box.top - 1:.1f}" width="{max(box.right - box.left, 0) + 2:.1f}" '
        f'height="{max(box.bottom - box.top, 0) + 2:.1f}"/>'
        for box in boxes
    )
    return f'<g class="{entry.kind} {html.escape(entry.tone)}" data-ids="{number}">{rects}</g>'


def _texts(source: Source, entries: Sequence[Entry]) -> Iterator[str]:
    """The text page by page, in stretches that the same entries hold."""
    text = source.text
    starts = [start for start, _ in source.page_starts()] or [0]
    runs = _runs(len(text), entries)
    for number, begin in enumerate(starts, start=1):
        end = starts[number] if number < len(starts) else len(text)
        inside = "".join(
            _run(text, max(a, begin), min(b, end), ids, entries) for a, b, ids in _between(runs, begin, end)
        )
        caption = f"Page {number}" if len(starts) > 1 else "Text"
        yield f'<figure class="sheet text"><pre lang="nl">{inside}</pre><figcaption>{caption}</figcaption></figure>'


Run = tuple[int, int, tuple[int, ...]]


def _runs(length: int, entries: Sequence[Entry]) -> list[Run]:
    """The text cut wherever an entry begins or ends, each stretch with its entries, the smallest thing last."""
    changes: dict[int, tuple[list[int], list[int]]] = {0: ([], []), length: ([], [])}
    for number, entry in enumerate(entries):
        for begin, end in entry.places:
            if begin < end:
                changes.setdefault(begin, ([], []))[0].append(number)
                changes.setdefault(end, ([], []))[1].append(number)
    ends = sorted(changes)
    held: dict[int, int] = {}
    found: list[Run] = []
    for begin, end in itertools.pairwise(ends):
        for number in changes[begin][1]:
            held[number] -= 1
        for number in changes[begin][0]:
            held[number] = held.get(number, 0) + 1
        held = {number: count for number, count in held.items() if count}
        found.append((begin, end, tuple(sorted(held, key=lambda one: KINDS.index(entries[one].kind)))))
    return found


def _between(runs: Sequence[Run], begin: int, end: int) -> Iterator[Run]:
    """The runs of a page."""
    index = max(bisect_right(runs, begin, key=lambda run: run[0]) - 1, 0)
    while index < len(runs) and runs[index][0] < end:
        yield runs[index]
        index += 1


def _run(text: str, begin: int, end: int, ids: Sequence[int], entries: Sequence[Entry]) -> str:
    words = html.escape(text[begin:end].replace("\f", ""))
    if not ids or not words.strip():
        return words
    top = entries[ids[-1]]
    return f'<span class="{top.kind} {html.escape(top.tone)}" data-ids="{" ".join(map(str, ids))}">{words}</span>'
