"""Where notes are called: known labels, in ascending order, at the likeliest places."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple, Protocol

import regex

from kamerbrief.notes.candidates import candidates_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    note: int = -1
    """Where the note begins that it calls; two notes may have one label."""


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

    Where the source states which note is called, that is so, and a numbered note that it lets nothing call is called
    nowhere; a mark of the writer's own may stand in the text alone. Of the other notes the first calls of numbered ones
    ascend through the letter; one may be called again by a sure mark.
    """
    if not notes:
        return [[] for _ in blocks]
    stated = _stated(blocks, notes)
    known = {call.note for calls in stated for call in calls}
    closed = {note.start for note in notes if known and _is_stated(note) and note.label.isdecimal()}
    open_notes = [note for note in notes if note.start not in known | closed]
    guessed = _guessed(blocks, open_notes, [_places_of(calls) for calls in stated])
    return [sorted([*one, *other], key=_start_of) for one, other in zip(stated, guessed, strict=True)]


def _start_of(call: CallMark) -> int:
    return call.start


def _is_stated(note: Note) -> bool:
    """Whether the source states the note, and so whatever calls it."""
    return note.lines[0].hint.stated == "note"


def _stated(blocks: Sequence[Passage], notes: Sequence[Note]) -> list[list[CallMark]]:
    """Per block the calls of which the source states what they call."""
    by_block = {note.lines[0].hint.block: note for note in notes if _is_stated(note)}
    return [_stated_in(block, by_block) for block in blocks]


def _stated_in(block: Passage, notes: Mapping[int, Note]) -> list[CallMark]:
    """The calls in one block of which the source states what they call."""
    stated = ((line, call) for line in block.lines for call in line.calls)
    called = {
        line.source_offset(begin): (end - begin, notes[note]) for line, (begin, end, note) in stated if note in notes
    }
    raised = itertools.chain.from_iterable(itertools.starmap(range, block.text.raised)) if called else ()
    places = ((at, called[place]) for at in raised if (place := block.text.source(at)) in called)
    return [CallMark(note.label, at, at + length, note.start) for at, (length, note) in places]


def _places_of(calls: Sequence[CallMark]) -> set[int]:
    """Where in the text of a block its calls stand, each of their characters."""
    return {at for call in calls for at in range(call.start, call.end)}


def _guessed(blocks: Sequence[Passage], notes: Sequence[Note], taken: Sequence[set[int]]) -> list[list[CallMark]]:
    """Per block the calls of notes of which nothing is stated."""
    pages = {note.label: note.lines[0].page for note in notes}
    begins = {note.label: note.start for note in reversed(notes)}
    found = _candidates(blocks, pages, taken)
    numbers = sorted({note.label for note in notes if note.label.isdecimal()}, key=int)
    others = sorted({note.label for note in notes if not note.label.isdecimal()})
    places = [*_best_path(numbers, found), *(found[label][0] for label in others if found[label])]
    places += _again(places, found, blocks)
    calls: list[list[CallMark]] = [[] for _ in blocks]
    for place in sorted(places, key=lambda place: place.start):
        calls[place.block].append(CallMark(place.label, place.start, place.end, begins[place.label]))
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


def _candidates(blocks: Sequence[Passage], pages: dict[str, int], known: Sequence[set[int]]) -> dict[str, list[_Place]]:
    """Per label the places that may call it, in the order of the text; those that are known call another note."""
    found: dict[str, list[_Place]] = {label: [] for label in pages}
    for index, block in enumerate(blocks):
        text = block.text
        for mark in candidates_in(text.string, text.raised):
            if mark.label in found and mark.start and known[index].isdisjoint(range(mark.start, mark.end)):
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
