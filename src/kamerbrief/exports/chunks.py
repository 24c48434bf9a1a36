"""A letter in pieces for retrieval: blocks of one section, below its titles, with the notes that they call."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, TypeAlias

from kamerbrief.exports.tables import letter_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kamerbrief.model.letter import Block, Kamerbrief
    from kamerbrief.model.notes import Call
    from kamerbrief.model.walk import Passage

Value: TypeAlias = str | int | float | bool


@dataclasses.dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a letter.

    Attributes:
        id: The same each time the letter is cut with the same limit; no two chunks of any letters share one.
        text: Titles, blocks and called notes, a blank line between them.
        metadata: Where it is from, flat: what the letter does not tell is left out.
    """

    id: str
    text: str
    metadata: Mapping[str, Value]


@dataclasses.dataclass(frozen=True, slots=True)
class _Piece:
    """A block as text, with what it adds to a chunk."""

    passage: Passage
    text: str
    notes: tuple[str, ...]
    """Labels of the notes that it is the first of its section to call."""
    size: int


def chunks(brief: Kamerbrief, *, limit: int = 512, count: Callable[[str], int] | None = None) -> Iterator[Chunk]:
    r"""The letter in pieces that a model can take, its annexes included.

    A piece is cut between blocks only and holds blocks of one section; a block that is longer than the limit is a piece
    of its own. Titles stand in front, the notes that it calls behind.

    Args:
        brief: The letter.
        limit: How much a piece may hold, in what ``count`` counts.
        count: What counts a text, like ``lambda text: len(tokenizer.encode(text))``; words, if not given. It is asked
            once for each title, block and note.

    Raises:
        ValueError: The limit is less than 1.

    Example:
        >>> import kamerbrief
        >>> brief = kamerbrief.parse("Geachte voorzitter,\n\n# Dijken\n\nDe dijk[^1] is hoog.\n\n[^1]: Van klei.\n")
        >>> for chunk in kamerbrief.chunks(brief):
        ...     print(chunk.text.replace("\n\n", " / "), chunk.metadata["title"])
        Dijken / De dijk[1] is hoog. / [1] Van klei. Dijken
    """
    if limit < 1:
        raise ValueError(f"chunks() takes a limit of 1 or more, not {limit}")
    return _chunks(brief, limit, count or _words)


def _words(text: str) -> int:
    return len(text.split())


def _chunks(brief: Kamerbrief, limit: int, count: Callable[[str], int]) -> Iterator[Chunk]:
    notes = {note.label: f"[{note.label}] {note.text}" for note in reversed(brief.footnotes)}
    sizes = {label: count(text) for label, text in notes.items()}
    of_letter = _of_letter(brief)
    for _, passages in itertools.groupby(brief.walk(), key=_place):
        pieces = list(_pieces(list(passages), sizes, count))
        titles = pieces[0].passage.titles
        room = limit - sum(map(count, titles))
        for number, taken in enumerate(_packed(pieces, room)):
            called = list(dict.fromkeys(label for piece in taken for label in piece.notes))
            parts = ["\n".join(titles), *(piece.text for piece in taken), *(notes[label] for label in called)]
            text = "\n\n".join(part for part in parts if part)
            yield Chunk(_id(of_letter, taken[0], number), text, _metadata(of_letter, taken, called))


def _place(passage: Passage) -> tuple[bool, tuple[int, ...]]:
    return passage.annex, passage.where.section


def _pieces(passages: Sequence[Passage], sizes: Mapping[str, int], count: Callable[[str], int]) -> Iterator[_Piece]:
    """The blocks of one section; notes that titles call go with the first."""
    of_titles = [call.label for section in passages[0].path for call in section.calls]
    for index, passage in enumerate(passages):
        text = _shown(passage.block)
        labels = [*([] if index else of_titles), *(call.label for call in passage.block.calls)]
        known = tuple(dict.fromkeys(label for label in labels if label in sizes))
        yield _Piece(passage, text, known, count(text) + sum(sizes[label] for label in known))


def _packed(pieces: Iterable[_Piece], room: int) -> Iterator[list[_Piece]]:
    """As many pieces together as there is room for, and one at least."""
    taken: list[_Piece] = []
    size = 0
    for piece in pieces:
        if taken and size + piece.size > room:
            yield taken
            taken, size = [], 0
        taken.append(piece)
        size += piece.size
    yield taken


def _shown(block: Block) -> str:
    """The text of a block with the calls of its notes, the bullet of an item, the cells of a table row by row."""
    if block.kind == "table" and block.rows:
        return "\n".join(" | ".join(" ".join(cell.split()) for cell in row) for row in block.rows)
    text = _with_calls(block.text, block.calls)
    return f"{block.marker or '-'} {text}" if block.kind == "list_item" else text


def _with_calls(text: str, calls: Sequence[Call]) -> str:
    parts, at = [], 0
    for call in calls:
        parts += [text[at : call.offset], f"[{call.label}]"]
        at = call.offset
    return "".join([*parts, text[at:]])


def _id(of_letter: Mapping[str, Value], first: _Piece, number: int) -> str:
    where = first.passage.where
    way = ".".join(map(str, where.section))
    return f"{of_letter['letter_id']}-{'annex' if where.annex else 'section'}-{way}-{number}"


# decides more: each part of a letter may be missing
def _of_letter(brief: Kamerbrief) -> dict[str, Value]:
    ministry, paper = brief.sender.ministry, brief.kamerstuk
    values: dict[str, Value | None] = {
        "letter_id": letter_id(brief),
        "file": brief.origin.name if brief.origin else None,
        "form": brief.form,
        "date": brief.date.isoformat() if brief.date else None,
        "ministry": ministry.abbreviation if ministry else None,
        "kenmerk": brief.kenmerk,
        "subject": brief.subject,
        "kamerstuk": paper.id if paper else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _metadata(of_letter: Mapping[str, Value], taken: Sequence[_Piece], called: Sequence[str]) -> dict[str, Value]:
    first, last = taken[0].passage, taken[-1].passage
    values: dict[str, Value | None] = {
        **of_letter,
        "title": " > ".join(first.titles) or None,
        "level": len(first.path),
        "annex": first.annex,
        "page": first.block.span.page,
        "start": first.block.span.start,
        "end": last.block.span.end,
        "notes": ", ".join(called) or None,
    }
    return {name: value for name, value in values.items() if value is not None}
