"""Where notes are called: known labels, in ascending order, at the likeliest places."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, Protocol

import regex

from kamerbrief.notes.candidates import candidates_in
from kamerbrief.vocabulary.questions import source_marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kamerbrief.document.text import Text
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.notes.note import Note

_SAME_PAGE = 1.0
_SURE = 4.0 + _SAME_PAGE
"""The score of a raised or bracketed mark on the page of its note."""
_LIKELY = 3.0 + _SAME_PAGE
"""That of one behind a stop."""
_WORD_OR_STOP, _STOP = regex.compile(r"(?:\p{L}{3}|[.,;:!?)\]’”\"'])\Z"), regex.compile(r"[.,;:]\Z")
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

    @property
    def role(self) -> str | None:
        """What it is among questions of Parliament."""

    @property
    def marker(self) -> str | None:
        """Of an item or a questioner's own note: its mark."""


class CallMark(NamedTuple):
    """A call in a block, before its mark is taken out."""

    label: str
    start: int
    end: int
    note: int = -1
    """Where the note begins that it calls; two notes may have one label."""


class _Place(NamedTuple):
    note: Note
    block: int
    start: int
    end: int
    score: float
    on_page: bool
    """It stands on the page of its note."""


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
    ascend through the letter, as often as the numbers begin anew; one may be called again by a sure mark. What calls a
    questioner's own note in a question calls no note of the letter.
    """
    if not notes:
        return [[] for _ in blocks]
    stated = _stated(blocks, notes)
    known = {call.note for calls in stated for call in calls}
    closed = {note.start for note in notes if known and _is_stated(note) and note.label.isdecimal()}
    open_notes = [note for note in notes if note.start not in known | closed]
    asked = _marks_of_questioners(blocks)
    guessed = _guessed(blocks, open_notes, [_places_of(calls) | of for calls, of in zip(stated, asked, strict=True)])
    return [sorted([*one, *other], key=_start_of) for one, other in zip(stated, guessed, strict=True)]


def _marks_of_questioners(blocks: Sequence[Passage]) -> list[set[int]]:
    """Where in each block the marks stand that call the questioners' own notes."""
    sources = frozenset(block.marker for block in blocks if block.role == "source" and block.marker)
    return [
        {at for _, begin, end in source_marks(block.text.string, sources) for at in range(begin, end)}
        if sources and block.role == "question"
        else set()
        for block in blocks
    ]


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
    notes = list({(note.series, note.label): note for note in reversed(notes)}.values())[::-1]
    found = _candidates(blocks, notes, taken)
    places = [found[note.start][0] for note in notes if not note.label.isdecimal() and found[note.start]]
    for _, series in itertools.groupby(notes, key=lambda note: note.series):
        places += _best_path([note for note in series if note.label.isdecimal()], found, places)
    places += _again(places, found, blocks)
    calls: list[list[CallMark]] = [[] for _ in blocks]
    for place in sorted(places, key=lambda place: place.start):
        calls[place.block].append(CallMark(place.note.label, place.start, place.end, place.note.start))
    return calls


def _again(places: Sequence[_Place], found: dict[int, list[_Place]], blocks: Sequence[Passage]) -> list[_Place]:
    """Further calls of the notes: marks that are sure, behind a word or a sentence, on the page of the note."""
    taken = {(place.block, place.start) for place in places}
    return [
        place
        for first in places
        for place in found[first.note.start]
        if (place.block, place.start) > (first.block, first.start) and place.on_page
        if place.score >= max(first.score, _LIKELY)
        if (place.block, place.start) not in taken
        if (_WORD_OR_STOP if place.score >= _SURE else _STOP).search(blocks[place.block].text.string, 0, place.start)
    ]


def _candidates(blocks: Sequence[Passage], notes: Sequence[Note], known: Sequence[set[int]]) -> dict[int, list[_Place]]:
    """Per note the places that may call it, in the order of the text; those that are known call another note.

    Where the numbers begin anew a note is called on its own page.
    """
    by_label: dict[str, list[Note]] = {}
    for note in notes:
        by_label.setdefault(note.label, []).append(note)
    found: dict[int, list[_Place]] = {note.start: [] for note in notes}
    for index, block in enumerate(blocks):
        text = block.text
        for mark in candidates_in(text.string, text.raised):
            if mark.label in by_label and mark.start and known[index].isdisjoint(range(mark.start, mark.end)):
                for note in by_label[mark.label]:
                    on_page = _on_page(block, text, mark.start, note.lines[0].page)
                    if on_page or not note.series:
                        score = mark.score + (_SAME_PAGE if on_page else 0.0)
                        found[note.start].append(_Place(note, index, mark.start, mark.end, score, on_page))
    return found


def _on_page(block: Passage, text: Text, position: int, page: int) -> bool:
    """Whether this place of the block stands on the page."""
    first, last = block.lines[0].page, block.lines[-1].page
    if first == last:
        return first == page
    offset = text.source(position)
    return any(line.page == page and line.start <= offset <= line.end for line in block.lines)


def _best_path(notes: Sequence[Note], found: dict[int, list[_Place]], taken: Sequence[_Place]) -> list[_Place]:
    """The ascending places with the highest score together; a note without a good place has none."""
    others = {(place.block, place.start) for place in taken}
    front = [_Path((-1, -1), 0.0, None, None)]
    for note in notes:
        added: list[_Path] = []
        for candidate in found[note.start]:
            place = candidate.block, candidate.start
            best = front[max(bisect_left(front, place, key=_place_of) - 1, 0)]
            if place not in others and best.place < place:
                added.append(_Path((candidate.block, candidate.end - 1), best.score + candidate.score, candidate, best))
        for path in added:
            _insert(front, path)
        del front[:-_PATHS]
    chosen: list[_Place] = []
    way: _Path | None = front[-1]
    while way is not None:
        if way.last is not None:
            chosen.append(way.last)
        way = way.before
    return chosen[::-1]


def _insert(front: list[_Path], path: _Path) -> None:
    """Put a path in its place among those that score more than every one that ends earlier, if it is one of them."""
    at = bisect_left(front, path.place, key=_place_of)
    earlier = at + (at < len(front) and front[at].place == path.place)
    if earlier and front[earlier - 1].score >= path.score:
        return
    end = at
    while end < len(front) and front[end].score <= path.score:
        end += 1
    front[at:end] = [path]


def _place_of(path: _Path) -> tuple[int, int]:
    return path.place
