"""Lines become paragraphs, headings, list items, quotations and tables."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Literal

import regex

from kamerbrief.body.asking import Role, roles_of, with_whole_titles
from kamerbrief.body.grouping import group_lines, is_run_in, may_be_title
from kamerbrief.body.headings import find_headings
from kamerbrief.lines.asked import NOTHING
from kamerbrief.lines.bullets import HINTED
from kamerbrief.lines.joining import join_lines
from kamerbrief.vocabulary.headings import is_number_alone, is_question, number_of
from kamerbrief.vocabulary.questionsets import is_set_title, zaak_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group
    from kamerbrief.document.line import Part
    from kamerbrief.document.text import Text
    from kamerbrief.lines.asked import Asked
    from kamerbrief.lines.bullets import Bullet
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.measure import Measure

Kind = Literal["paragraph", "heading", "list_item", "quote", "table", "figure"]

_STATED: dict[Part, Kind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "item": "list_item",
    "quote": "quote",
    "row": "table",
    "figure": "figure",
}
_OPENS_QUOTE, _CLOSES_QUOTE = ("“", "„", "«", '"'), ("”", "»", '"')
_FIGURE = regex.compile(r"(?:!\[|<!--\s*image|==>\s*picture|\*\*==>\s*picture)")
_LONGEST_QUOTED = 60
_SOFT_HYPHEN = "\xad"
_VOCABULARY_FROM = 7
_COMPOUND_FROM = 4
"""The first part of a compound with a hyphen has so many letters at least."""
_SAME_COLUMN = 2
_SET_IN = 4
"""A quotation stands at least so many columns further right than its text."""


@dataclasses.dataclass(slots=True)
class RawBlock:
    """A block before its calls are known."""

    kind: Kind
    text: Text
    lines: tuple[FeatureLine, ...]
    marker: str | None = None
    depth: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    number: str | None = None
    level: int = 0
    """Of a heading: the level that the source marks it as, 0 for none."""
    unsure: bool = False
    """Which lines are of it is a guess that other lines speak against."""
    role: Role | None = None
    """In a letter that answers questions: what it is of them."""
    numbers: tuple[str, ...] = ()
    """Of the head of a question or answer: the questions that it names."""

    @property
    def bold(self) -> bool:
        """All of its print is bold."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """All of its print is italic."""
        return all(line.italic for line in self.lines)

    @property
    def underlined(self) -> bool:
        """All of its print is underlined."""
        return all(line.underlined for line in self.lines)


def read_blocks(
    lines: Sequence[FeatureLine], measure: Measure, asked: Asked = NOTHING, *, annex: bool = False
) -> list[RawBlock]:
    """The blocks of a body; each line is in just one of them.

    Args:
        lines: Its lines in reading order.
        measure: How wide the letter is set.
        asked: The heads of questions and answers.
        annex: What follows a signature: its first line is a title.
    """
    known = _words(lines)
    groups = with_whole_titles(group_lines(lines, measure, asked, annex=annex))
    roles = roles_of(groups)
    kinds = _kinds(groups, roles, annex=annex)
    blocks: list[RawBlock] = []
    depths: list[tuple[str, int]] = []
    for index, (group, kind, role) in enumerate(zip(groups, kinds, roles, strict=True)):
        if group.marker is not None and kind == "list_item":
            item = _item(group, group.marker, depths, known)
            if item is None:
                continue
            block = item
        else:
            if kind == "heading" or not _inside_list(kinds, index) or _announces(groups, index, depths):
                depths = []
            block = _block(group, kind, known)
        if role is not None:
            block = dataclasses.replace(block, role=role, numbers=group.head.numbers if group.head else ())
        blocks.append(block)
    return [block for block in blocks if block.text.string or block.number]


def _item(group: Group, marker: Bullet, depths: list[tuple[str, int]], known: frozenset[str]) -> RawBlock | None:
    """An item of a list; None where it is a mark alone."""
    lines = group.lines
    depth = lines[0].hint.depth or _depth(depths, marker.family, group.column)
    if len(lines) == 1 and marker.end >= len(lines[0].text):
        return None
    text = join_lines(lines, marker.end, known)
    return RawBlock("list_item", text, tuple(lines), marker.shown, depth, unsure=group.unsure)


def _kinds(groups: Sequence[Group], roles: Sequence[Role | None], *, annex: bool) -> list[Kind]:
    headings = find_headings(groups, roles, annex=annex)
    if annex and groups and groups[0].stated is None and may_be_title(groups[0]):
        headings.add(0)
    return ["heading" if at in headings else _kind(groups, at) for at in range(len(groups))]


def _words(lines: Sequence[FeatureLine]) -> frozenset[str]:
    """The longer words of a text that breaks words at line ends; they tell soft hyphens from real ones."""
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    words = " ".join(line.text for line in lines).casefold().split()
    found = {word.strip(".,;:()‘’'") for word in words if len(word) >= _VOCABULARY_FROM}
    begins = {word[: word.index("-") + 1] for word in found if "-" in word[_COMPOUND_FROM:-1]}
    return frozenset(word for word in found if not word.endswith("-")) | begins


def _inside_list(kinds: Sequence[Kind], index: int) -> bool:
    return index + 1 < len(kinds) and kinds[index + 1] == "list_item" and kinds[index - 1] == "list_item"


def _announces(groups: Sequence[Group], index: int, depths: Sequence[tuple[str, int]]) -> bool:
    """Whether a text between two items announces a list by itself: with a colon, other marks, and not set in."""
    group, below = groups[index], groups[index + 1].marker
    new = below is not None and all(family != below.family for family, _ in depths)
    return new and group.lines[-1].text.endswith(":") and all(group.column <= column for _, column in depths[:1])


def _kind(groups: Sequence[Group], index: int) -> Kind:
    group = groups[index]
    first = group.lines[0]
    if group.stated is not None:
        return _STATED.get(group.stated, "paragraph")
    if group.table:
        return "figure" if group.drawing else "table"
    if first.text[:1] in "!<=*" and _FIGURE.match(first.text):
        return "figure"
    if group.marker is not None:
        return "paragraph" if is_run_in(group) else "list_item"
    return "quote" if _is_set_in(groups, index) or _is_quoted(group.lines) else "paragraph"


def _is_quoted(lines: Sequence[FeatureLine]) -> bool:
    """Whether a paragraph is one long quotation between its signs."""
    text = lines[0].text
    if not (text.startswith(_OPENS_QUOTE) and lines[-1].text.rstrip(".0123456789").endswith(_CLOSES_QUOTE)):
        return False
    inner = "".join(line.text for line in lines)
    return len(inner) > _LONGEST_QUOTED and inner.count(text[0]) == (2 if text[0] == '"' else 1)


def _is_set_in(groups: Sequence[Group], index: int) -> bool:
    """Whether a paragraph stands further right than the one that announces it with a colon."""
    if not index:
        return False
    above, lines = groups[index - 1], groups[index].lines
    announced = above.marker is None and above.lines[-1].text.endswith(":") and not above.table
    return announced and len(lines) > 1 and all(line.column >= above.column + _SET_IN for line in lines)


def _depth(depths: list[tuple[str, int]], family: str, column: int) -> int:
    """How deep an item lies: a new kind of mark, or one further right, opens an inner list."""
    for at, (other, place) in enumerate(depths):
        if family == other and abs(place - column) <= _SAME_COLUMN:
            del depths[at + 1 :]
            return at + 1
    if family == HINTED.family and depths and abs(depths[0][1] - column) <= _SAME_COLUMN:
        del depths[1:]  # its bullet was lost, so that the place alone tells
        return 1
    while depths and depths[-1][1] > column + _SAME_COLUMN:
        depths.pop()
    depths.append((family, column))
    return len(depths)


def _block(group: Group, kind: Kind, known: frozenset[str]) -> RawBlock:
    lines = group.lines
    if group.head is not None:
        return _head(group, known)
    if group.source is not None:
        return _source(group, group.source, known)
    if kind == "table":
        return _table(lines, known)
    if kind != "heading":
        return RawBlock(kind, join_lines(lines, 0, known), tuple(lines))
    ornament = group.marker if group.marker is not None and group.marker.firm else None
    number, begin = group.number or _numbered(group) or (None, ornament.end if ornament else 0)
    return RawBlock(
        "heading",
        join_lines(lines, begin, known),
        tuple(lines),
        ornament.shown if ornament else None,
        number=number,
        level=lines[0].hint.level,
    )


def _head(group: Group, known: frozenset[str]) -> RawBlock:
    """The head of a question or answer: a title, or a bare number."""
    lines = group.lines
    text = join_lines(lines, 0, known)
    if text.string[:1].isdecimal():
        return RawBlock("heading", text.cut(0, 0), tuple(lines), number=text.string, level=lines[0].hint.level)
    return RawBlock("heading", text, tuple(lines), level=lines[0].hint.level)


def _source(group: Group, label: tuple[str, int], known: frozenset[str]) -> RawBlock:
    """A questioner's own note."""
    marker = group.lines[0].text[: label[1]].strip()
    return RawBlock("list_item", join_lines(group.lines, label[1], known), tuple(group.lines), marker, 1)


def _table(lines: Sequence[FeatureLine], known: frozenset[str]) -> RawBlock:
    text = join_lines(lines, 0, known)
    if any(line.cells for line in lines):
        return RawBlock("table", text, tuple(lines), rows=_marked_rows(lines))
    rows = tuple(tuple(" ".join(line.text for line in cell) for cell in row) for row in _placed_rows(lines))
    return RawBlock("table", text, tuple(lines), rows=rows if any(len(row) > 1 for row in rows) else None)


def _is_bare_number(group: Group) -> bool:
    """Whether the source states that a number alone is a heading."""
    return group.stated == "heading" and len(group.lines) == 1 and group.lines[0].text.rstrip(".)").isdecimal()


def _numbered(group: Group) -> tuple[str, int] | None:
    """The number of a heading and where its title begins on the line of the number."""
    first = group.lines[0].text
    if _is_bare_number(group):
        return first, len(first)
    marker = group.marker if group.marker is not None and not group.marker.firm else None
    if len(group.lines) > 1 and (
        is_number_alone(first) or zaak_in(first) == first or (marker is not None and marker.end >= len(first))
    ):
        return first, len(first)
    if is_set_title(first) and (number := zaak_in(first)) is not None and first.startswith(f"{number} "):
        return number, len(number) + 1
    return None if is_question(first) else number_of(first)


def _marked_rows(lines: Sequence[FeatureLine]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table whose source shows them, row by row."""
    return tuple(
        tuple(line.text[a:b].replace(_SOFT_HYPHEN, "") for a, b in line.cells or ((0, len(line.text)),))
        for line in lines
    )


def _placed_rows(lines: Sequence[FeatureLine]) -> list[list[list[FeatureLine]]]:
    """The cells of a table whose lines show their places, row by row, each with its lines.

    A row right below another one that has nothing in the first column goes on with the cells of that one.
    """
    rows: list[list[list[FeatureLine]]] = []
    for _, printed in itertools.groupby(lines, key=lambda line: line.row):
        row = list(printed)
        above = rows[-1] if rows else []
        if above and row[0].row - above[-1][-1].row == 1 and row[0].column > above[0][0].column + _SAME_COLUMN:
            for line in row:
                cell = next((cell for cell in above if abs(cell[0].column - line.column) <= _SAME_COLUMN), None)
                if cell is None:
                    above.append([line])
                else:
                    cell.append(line)
        else:
            rows.append([[line] for line in row])
    return rows
