"""Where notes are called: known labels, in ascending order, at the likeliest places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import regex

from kamerbrief.notes.candidates import candidates_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.text import Text
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.notes.note import Note

_SAME_PAGE = 1.0
_SURE = 4.0 + _SAME_PAGE
"""The score of a raised or bracketed mark on the page of its note."""
_WORD_OR_STOP = regex.compile(r"(?:\p{L}{3}|[.,;:!?)\]’”\"'])\Z")
_PATHS = 400
"""So many ways to place the labels so far are kept, so that a page of numbers takes no longer than its length."""


class Passage(Protocol):
    """A text of the letter that may call notes."""

    @property
    def text(self) -> Text:
        """With the marks of its calls."""

    @property
    def lines(self) -> tuple[FeatureLine, ...]:
        """The lines that it was read from."""


class CallMark(NamedTuple):
    """A call in a block, before its mark is taken out."""

    label: str
    start: int
    end: int


class _Place(NamedTuple):
    label: str
    block: int
    start: int
    end: int
    score: float


class _Path(NamedTuple):
    """The best way to place all labels so far, ending at a place in the text."""

    place: tuple[int, int]
    score: float
    last: _Place | None
    before: _Path | None


def find_calls(blocks: Sequence[Passage], notes: Sequence[Note]) -> list[list[CallMark]]:
    """Per block the calls of the notes.

    Afterwards the first calls of numbered notes ascend through the letter; a note may be called again by a sure mark.
    """
    if not notes:
        return [[] for _ in blocks]
    pages = {note.label: note.lines[0].page for note in notes}
    found = _candidates(blocks, pages)
    labels = sorted(
        {note.label for note in notes},
        key=lambda label: (not label.isdecimal(), int(label) if label.isdecimal() else 0, label),
    )
    places = _best_path([label for label in labels if label.isdecimal()], found)
    places += [found[label][0] for label in labels if not label.isdecimal() and found[label]]
    places += _again(places, found, blocks)
    calls: list[list[CallMark]] = [[] for _ in blocks]
    for place in sorted(places, key=lambda place: place.start):
        calls[place.block].append(CallMark(place.label, place.start, place.end))
    return calls


def _again(places: Sequence[_Place], found: dict[str, list[_Place]], blocks: Sequence[Passage]) -> list[_Place]:
    """Further calls of the notes: marks that are sure, behind a word or a sentence, on the page of the note."""
    first = {place.label: (place.block, place.start) for place in places}
    return [
        place
        for label, at in first.items()
        for place in found[label]
        if (place.block, place.start) > at and place.score >= _SURE
        if _WORD_OR_STOP.search(blocks[place.block].text.string, 0, place.start)
    ]


def _candidates(blocks: Sequence[Passage], pages: dict[str, int]) -> dict[str, list[_Place]]:
    """Per label the places that may call it, in the order of the text."""
    found: dict[str, list[_Place]] = {label: [] for label in pages}
    for index, block in enumerate(blocks):
        text = block.text
        for mark in candidates_in(text.string, text.raised):
            if mark.label in found and mark.start:
                bonus = _SAME_PAGE if _on_page(block, text, mark.start, pages[mark.label]) else 0.0
                found[mark.label].append(_Place(mark.label, index, mark.start, mark.end, mark.score + bonus))
    return found


def _on_page(block: Passage, text: Text, position: int, page: int) -> bool:
    """Whether this place of the block stands on the page."""
    first, last = block.lines[0].page, block.lines[-1].page
    if first == last:
        return first == page
    offset = text.source(position)
    return any(line.page == page and line.start <= offset <= line.end for line in block.lines)


def _best_path(labels: Sequence[str], found: dict[str, list[_Place]]) -> list[_Place]:
    """The ascending places with the highest score together; a label without a good place has none."""
    front = [_Path((-1, -1), 0.0, None, None)]
    for label in labels:
        added: list[_Path] = []
        at = 0
        for candidate in found[label]:
            place = candidate.block, candidate.start
            while at + 1 < len(front) and front[at + 1].place < place:
                at += 1
            best = front[at]
            if best.place < place:
                added.append(_Path((candidate.block, candidate.end - 1), best.score + candidate.score, candidate, best))
        front = _undominated(sorted([*front, *added], key=lambda path: (path.place, -path.score)))
    chosen: list[_Place] = []
    path: _Path | None = max(front, key=lambda path: path.score)
    while path is not None:
        if path.last is not None:
            chosen.append(path.last)
        path = path.before
    return chosen[::-1]


def _undominated(paths: Sequence[_Path]) -> list[_Path]:
    """The paths that score more than every one that ends earlier."""
    kept: list[_Path] = []
    for path in paths:
        if not kept or path.score > kept[-1].score:
            kept.append(path)
    return kept[-_PATHS:]
