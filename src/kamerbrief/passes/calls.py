"""Where notes are called: known labels, in ascending order, at the likeliest places."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.passes.callmarks import call_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.passes.blocks import RawBlock
    from kamerbrief.passes.notes import Note
    from kamerbrief.text import Text

_SAME_PAGE = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class RawCall:
    """A call in a block, before its mark is taken out."""

    label: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Candidate:
    label: str
    block: int
    start: int
    end: int
    worth: float


@dataclasses.dataclass(frozen=True, slots=True)
class _Path:
    """The best way to place all labels so far, ending at a place in the text."""

    place: tuple[int, int]
    worth: float
    last: _Candidate | None
    before: _Path | None


def find_calls(blocks: Sequence[RawBlock], notes: Sequence[Note]) -> list[list[RawCall]]:
    """Per block the calls of the notes.

    Afterwards the calls of numbered notes ascend through the letter, and each label is called at most once.
    """
    if not notes:
        return [[] for _ in blocks]
    pages = {note.label: note.lines[0].page for note in notes}
    found = _candidates(blocks, pages)
    labels = sorted(
        {note.label for note in notes},
        key=lambda label: (not label.isdigit(), int(label) if label.isdigit() else 0, label),
    )
    calls: list[list[RawCall]] = [[] for _ in blocks]
    for chosen in _best_path([label for label in labels if label.isdigit()], found):
        calls[chosen.block].append(RawCall(chosen.label, chosen.start, chosen.end))
    for label in labels:
        if not label.isdigit() and found.get(label):
            star = found[label][0]
            calls[star.block].append(RawCall(label, star.start, star.end))
    for row in calls:
        row.sort(key=lambda call: call.start)
    return calls


def _candidates(blocks: Sequence[RawBlock], pages: dict[str, int]) -> dict[str, list[_Candidate]]:
    """Per label the places that may call it, in the order of the text."""
    found: dict[str, list[_Candidate]] = {label: [] for label in pages}
    for index, block in enumerate(blocks):
        text = block.text
        for mark in call_marks(text.string, text.raised):
            if mark.label in found and mark.start:
                bonus = _SAME_PAGE if _on_page(block, text, mark.start, pages[mark.label]) else 0.0
                found[mark.label].append(_Candidate(mark.label, index, mark.start, mark.end, mark.worth + bonus))
    return found


def _on_page(block: RawBlock, text: Text, position: int, page: int) -> bool:
    """Whether this place of the block stands on the page."""
    first, last = block.lines[0].page, block.lines[-1].page
    if first == last:
        return first == page
    offset = text.source(position)
    return any(line.page == page and line.start <= offset <= line.end for line in block.lines)


def _best_path(labels: Sequence[str], found: dict[str, list[_Candidate]]) -> list[_Candidate]:
    """The ascending places that are worth most together; a label without a good place has none."""
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
                added.append(_Path((candidate.block, candidate.end - 1), best.worth + candidate.worth, candidate, best))
        front = _undominated(sorted([*front, *added], key=lambda path: (path.place, -path.worth)))
    chosen: list[_Candidate] = []
    path: _Path | None = max(front, key=lambda path: path.worth)
    while path is not None:
        if path.last is not None:
            chosen.append(path.last)
        path = path.before
    return chosen[::-1]


def _undominated(paths: Sequence[_Path]) -> list[_Path]:
    """The paths that are worth more than every one that ends earlier."""
    kept: list[_Path] = []
    for path in paths:
        if not kept or path.worth > kept[-1].worth:
            kept.append(path)
    return kept[-400:]
