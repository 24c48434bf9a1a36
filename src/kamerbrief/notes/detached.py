"""Footnotes whose number and text were extracted as separate lines.

A raised number has a baseline of its own, so that it may come before its text, below it, or stacked with the others:
``2 / 3 / text of 2 / text of 3``.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.notes.note import Note
from kamerbrief.vocabulary.sentences import is_note_finished

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine

_LINES_A_NOTE = 8
_LINES_AFTER_BLANK = 4


# decides more: what extractors make of the foot of a page, a rule each
def read_foot(page: Sequence[FeatureLine], expected: int, starts: Mapping[int, tuple[int, int]]) -> list[Note] | None:
    """The notes of a page on which some number stands apart from its text, ascending; None if none does.

    Args:
        page: The lines of one page.
        expected: The number that the first note must have.
        starts: Per line that may begin a note its number and where the text begins, 0 where the number stands alone.
    """
    by_number = {number: index for index, (number, _) in starts.items()}
    numbers: dict[int, int] = {}
    while (label := expected + len(numbers)) in by_number:
        if len(page) - by_number[label] > _LINES_A_NOTE * (len(numbers) + 2):
            break
        numbers[by_number[label]] = label
    if not numbers:
        return None
    owned = {index: _below(page, index, numbers, alone=not starts[index][1]) for index in numbers}
    if all(owned.values()):
        return None
    _part(owned, numbers)
    alone = {index for index in numbers if not starts[index][1]}
    orphans = sorted((numbers[index], index) for index in numbers if not owned[index])
    free = _after(page, alone, owned, len(orphans)) or _before(page, min(numbers), len(orphans)) if orphans else []
    texts = _shared_out([page[index] for index in free], len(orphans)) if orphans else []
    if texts is None:
        return None
    found = [
        Note(str(numbers[i]), tuple(text if starts[i][1] else (page[i], *text)), tuple(text), starts[i][1])
        for i, text in owned.items()
        if text
    ]
    found += [
        Note(str(label), (page[index], *text), tuple(text), 0)
        for (label, index), text in zip(orphans, texts, strict=True)
    ]
    return sorted(found, key=lambda note: int(note.label))


def _below(page: Sequence[FeatureLine], index: int, numbers: Collection[int], *, alone: bool) -> list[FeatureLine]:
    """The text beside and below a number; below a blank line only where no other number is stacked on it."""
    end = index + 1
    if alone and end < len(page) and end not in numbers and index - 1 not in numbers:
        end += 1
    while end < len(page) and end not in numbers and page[end].row - page[end - 1].row == 1:
        end += 1
    return list(page[index + alone : end])


def _part(owned: dict[int, list[FeatureLine]], numbers: Mapping[int, int]) -> None:
    """Give a number that stands below all others its text, if that follows the text of the number before it.

    ``6 / text of 6 / text of 7 / 8 / text of 8 / 7``
    """
    last = max(owned)
    above = next((index for index, number in numbers.items() if number == numbers[last] - 1), last)
    if owned[last] or not owned[above] or not all(text for index, text in owned.items() if index != last):
        return
    begins = _begins(owned[above])
    if len(begins) == 1:
        owned[above], owned[last] = owned[above][: begins[0]], owned[above][begins[0] :]


def _begins(lines: Sequence[FeatureLine]) -> list[int]:
    """Where in the lines of notes the next one may begin: below a finished line."""
    return [
        at for at in range(1, len(lines)) if not lines[at].text[:1].islower() and is_note_finished(lines[at - 1].text)
    ]


def _after(
    page: Sequence[FeatureLine], alone: Collection[int], owned: dict[int, list[FeatureLine]], count: int
) -> list[int]:
    """The lines below all numbers that none of them owns."""
    last = max(owned)
    begin = max(last + 1, last + len(owned[last]) + (last in alone))
    free = list(range(begin, len(page)))
    return free if len(free) <= _LINES_A_NOTE * count else []


def _before(page: Sequence[FeatureLine], first: int, count: int) -> list[int]:
    """The lines above all numbers, up to a blank line or an unfinished line of the body."""
    limit = max(first - _LINES_A_NOTE * count, 1)
    for at in range(first - 1, limit - 1, -1):
        if page[at].gap and first - at >= count:
            if first - at <= _LINES_AFTER_BLANK * count and not page[at].text[:1].islower():
                return list(range(at, first))
            break
    begins = [at for at in range(first - count, limit - 1, -1) if not page[at].text[:1].islower()]
    unfinished = (at for at in begins if not is_note_finished(page[at - 1].text))
    begin = next(unfinished, next(iter(begins), first))
    return list(range(begin, first))


def _shared_out(lines: Sequence[FeatureLine], count: int) -> list[list[FeatureLine]] | None:
    """The lines as the texts of this many notes: a note begins where the one above is finished."""
    if len(lines) < count:
        return None
    if count == 1:
        return [list(lines)]
    begins = _begins(lines)
    if len(lines) == count:
        begins = list(range(1, count))
    if len(begins) < count - 1:
        return None
    bounds = [0, *begins[: count - 1], len(lines)]
    return [list(lines[a:b]) for a, b in itertools.pairwise(bounds)]
