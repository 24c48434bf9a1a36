"""Ways through a letter: its blocks in order, what stands at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.model.references import Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.model.letter import Block, Kamerbrief, Section
    from kamerbrief.model.notes import Footnote


class Passage(NamedTuple):
    """A block of a letter with its place."""

    block: Block
    where: Where
    """As references have it; :meth:`Kamerbrief.at` leads back to the block."""
    path: tuple[Section, ...]
    """The sections that it stands in, the outermost first."""
    titles: tuple[str, ...]
    """Their headings, number and title; a section without one has none."""
    annex: bool
    """It stands in an annex."""


def walk(brief: Kamerbrief, *, annexes: bool) -> Iterator[Passage]:
    """The blocks of a letter in reading order."""
    for index, section in enumerate(brief.sections):
        yield from _walk(section, (), (index,), annex=False)
    for index, section in enumerate(brief.annexes if annexes else ()):
        yield from _walk(section, (), (index,), annex=True)


def _walk(section: Section, above: tuple[Section, ...], way: tuple[int, ...], *, annex: bool) -> Iterator[Passage]:
    path = (*above, section)
    titles = tuple(one.heading for one in path if one.heading)
    for index, block in enumerate(section.blocks):
        yield Passage(block, Where(section=way, annex=annex, block=index), path, titles, annex)
    for index, inner in enumerate(section.sections):
        yield from _walk(inner, path, (*way, index), annex=annex)


def footnote(brief: Kamerbrief, label: str) -> Footnote:
    """The first note with this label."""
    for note in brief.footnotes:
        if note.label == label:
            return note
    raise LookupError(f"the letter has no note {label!r}")


def at(brief: Kamerbrief, where: Where) -> Block | Footnote | Section:
    """What stands at a place."""
    if where.footnote is not None:
        return footnote(brief, where.footnote)
    sections, found = brief.annexes if where.annex else brief.sections, None
    for index in where.section:
        if not 0 <= index < len(sections):
            raise LookupError(f"the letter has no section at {where!r}")
        found = sections[index]
        sections = found.sections
    if found is None:
        raise LookupError(f"{where!r} names neither a section nor a note")
    if where.block is None:
        return found
    if not 0 <= where.block < len(found.blocks):
        raise LookupError(f"the letter has no block at {where!r}")
    return found.blocks[where.block]
