"""Lines become paragraphs, headings, list items, quotations and tables."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

import regex

from kamerbrief.body.grouping import Group, group_lines, is_run_in, may_be_title
from kamerbrief.lines.joining import join_lines
from kamerbrief.vocabulary.headings import is_question, number_of
from kamerbrief.vocabulary.phrases import is_caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.text import Text
    from kamerbrief.lines.features import FeatureLine

Kind = Literal["paragraph", "heading", "list_item", "quote", "table", "figure"]

_OPENS_QUOTE, _CLOSES_QUOTE = ("“", "„", "«", '"'), ("”", "»", '"')
_FIGURE = regex.compile(r"(?:!\[|<!--\s*image|==>\s*picture|\*\*==>\s*picture)")
_ADDRESS = regex.compile(r"://|\bwww\.|@")
_LONGEST_QUOTED = 60
_LONGEST_HEADING = 160
_LONGEST_LINE = 100
_HEADING_LINES = 2
_SHORTEST_TEXT = 75
_LONGEST_SENTENCE = 80
"""A styled line that ends as a sentence does and is longer is one, not a heading."""
_SOFT_HYPHEN = "\xad"
_VOCABULARY_FROM = 7
_SAME_COLUMN = 2
_SET_IN = 4
"""A quotation stands at least so many columns further right than its text."""


@dataclasses.dataclass(frozen=True, slots=True)
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
    bold: bool = False
    italic: bool = False
    underlined: bool = False


def read_blocks(lines: Sequence[FeatureLine], *, annex: bool = False) -> list[RawBlock]:
    """The blocks of a body; each line is in just one of them.

    Args:
        lines: Its lines in reading order.
        annex: What follows a signature: its first line is a title.
    """
    known = _words(lines)
    groups = group_lines(lines, annex=annex)
    kinds = [_kind(groups, index) for index in range(len(groups))]
    if annex and groups and may_be_title(groups[0]):
        kinds[0] = "heading"
    blocks: list[RawBlock] = []
    depths: list[tuple[str, int]] = []
    for index, (group, kind) in enumerate(zip(groups, kinds, strict=True)):
        if group.marker is not None and kind == "list_item":
            depth = _depth(depths, group.marker.family, group.column)
            text = join_lines(group.lines, group.marker.end, known)
            blocks.append(RawBlock("list_item", text, tuple(group.lines), group.marker.shown, depth))
            continue
        if kind == "heading" or not _inside_list(kinds, index):
            depths = []
        blocks.append(_block(group, kind, known))
    return [block for block in blocks if block.text.string]


def _words(lines: Sequence[FeatureLine]) -> frozenset[str]:
    """The longer words of a text that breaks words at line ends; they tell soft hyphens from real ones."""
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    words = " ".join(line.text for line in lines).casefold().split()
    return frozenset(word.strip(".,;:()") for word in words if len(word) >= _VOCABULARY_FROM)


def _inside_list(kinds: Sequence[Kind], index: int) -> bool:
    return index + 1 < len(kinds) and kinds[index + 1] == "list_item" and kinds[index - 1] == "list_item"


def _kind(groups: Sequence[Group], index: int) -> Kind:
    group = groups[index]
    first = group.lines[0]
    if group.table:
        return "table"
    if _FIGURE.match(first.text):
        return "figure"
    if _is_heading(groups, index):
        return "heading"
    if group.marker is not None:
        return "paragraph" if is_run_in(group) else "list_item"
    if _is_set_in(groups, index):
        return "quote"
    text = first.text
    if text.startswith(_OPENS_QUOTE) and group.lines[-1].text.rstrip(".0123456789").endswith(_CLOSES_QUOTE):
        inner = "".join(line.text for line in group.lines)
        opening = text[0]
        if len(inner) > _LONGEST_QUOTED and inner.count(opening) == (2 if opening == '"' else 1):
            return "quote"
    return "paragraph"


def _is_set_in(groups: Sequence[Group], index: int) -> bool:
    """Whether a paragraph stands further right than the one that announces it with a colon."""
    if not index:
        return False
    above, lines = groups[index - 1], groups[index].lines
    announced = above.marker is None and above.lines[-1].text.endswith(":") and not above.table
    return announced and len(lines) > 1 and all(line.column >= above.column + _SET_IN for line in lines)


# decides more: local rules in a fixed order, each with a case in fixtures/
def _is_heading(groups: Sequence[Group], index: int) -> bool:
    group = groups[index]
    lines = group.lines
    text = lines[-1].text
    if lines[0].hint.level:
        return True
    if is_question(text) and len(lines) == 1:
        return True
    if index and is_question(groups[index - 1].lines[-1].text):
        return False
    length = sum(len(line.text) for line in lines)
    if length > _LONGEST_HEADING or index + 1 == len(groups) or is_caption(lines[0].text):
        return False
    styled = any(map(all, zip(*(_style(line) for line in lines), strict=True)))
    if group.marker is not None:
        return _is_numbered_heading(groups, index, styled=styled) or _is_ornamented_heading(groups, index)
    if styled:
        return not text.endswith((",", ";")) and (not text.endswith((".", "?")) or length < _LONGEST_SENTENCE)
    return _is_lone_heading(groups, index)


def _style(line: FeatureLine) -> tuple[bool, bool, bool]:
    """Bold, italic, underlined; what is underlined because it is an address on the web has no style."""
    return line.bold, line.italic, line.underlined and _ADDRESS.search(line.text) is None


def _is_numbered_heading(groups: Sequence[Group], index: int, *, styled: bool) -> bool:
    """Whether a numbered line is a heading and no list item."""
    lines = groups[index].lines
    text = lines[-1].text
    if number_of(lines[0].text) is None or text.endswith((";", ",", ".")):
        return False
    short = len(lines) == 1 and len(text) <= _LONGEST_LINE
    return (styled or short) and groups[index + 1].marker is None and not _continues_list(groups, index)


def _is_ornamented_heading(groups: Sequence[Group], index: int) -> bool:
    """Whether a bullet adorns a heading: a title by itself, and below it a paragraph instead of more items."""
    group, below = groups[index], groups[index + 1]
    text = group.lines[0].text
    return (
        group.marker is not None
        and group.marker.firm
        and len(group.lines) == 1
        and group.marker.end < len(text) <= _LONGEST_LINE
        and text[group.marker.end].isupper()
        and text[-1].isalpha()
        and (index == 0 or groups[index - 1].marker is None)
        and below.marker is None
        and len(below.lines) > 1
        and below.lines[0].text[0].isupper()
    )


# decides more: local rules in a fixed order, each with a case in fixtures/
def _is_lone_heading(groups: Sequence[Group], index: int) -> bool:
    """Whether a short line that nothing marks is a heading: no sentence, between text that is finished and text."""
    lines = groups[index].lines
    whole = " ".join(line.text for line in lines)
    if len(lines) > _HEADING_LINES or (len(lines) == 1 and len(whole) > _LONGEST_LINE):
        return False
    if whole.endswith((".", ",", ";", ":", "!", ")")) and not _bracketed(whole):
        return False
    if not any(map(str.isalpha, whole)):
        return False
    if not whole[:1].isupper() and not whole[:1].isdigit() and whole[:1] not in "‘“\"'«(":
        return False
    if len(lines) > 1 and (lines[0].gap == 0 or groups[index + 1].lines[0].gap > lines[0].gap):
        return False
    return _finished_above(groups, index) and _text_follows(groups, index)


def _finished_above(groups: Sequence[Group], index: int) -> bool:
    """Whether the text above has come to an end: a sentence, an item or another short line."""
    if index == 0:
        return True
    above = groups[index - 1]
    last = above.lines[-1]
    return last.is_finished or above.marker is not None or len(above.lines) == 1 or last.bold or above.table


def _bracketed(text: str) -> bool:
    return text.endswith(")") and "(" in text


def _text_follows(groups: Sequence[Group], index: int) -> bool:
    """Whether a paragraph or list follows, perhaps after one more heading."""
    for ahead in groups[index + 1 : index + 3]:
        first = ahead.lines[0]
        if ahead.marker is not None or first.hint.level or first.bold or first.italic or ahead.table:
            return True
        length = sum(len(line.text) for line in ahead.lines)
        if length > _SHORTEST_TEXT or ahead.lines[-1].is_finished:
            return True
    return False


def _continues_list(groups: Sequence[Group], index: int) -> bool:
    """Whether the item before is of the same list and stands right above."""
    if index == 0 or groups[index - 1].marker is None:
        return False
    marker, before = groups[index].marker, groups[index - 1].marker
    if marker is None or before is None or marker.family != before.family:
        return False
    number, last = marker.shown.strip("(.)"), before.shown.strip("(.)")
    return not (number.isdecimal() and last.isdecimal() and int(number) <= int(last))


def _depth(depths: list[tuple[str, int]], family: str, column: int) -> int:
    """How deep an item lies: a new kind of mark, or one further right, opens an inner list."""
    for at, (other, place) in enumerate(depths):
        if family == other and abs(place - column) <= _SAME_COLUMN:
            del depths[at + 1 :]
            return at + 1
    while depths and depths[-1][1] > column + _SAME_COLUMN:
        depths.pop()
    depths.append((family, column))
    return len(depths)


def _block(group: Group, kind: Kind, known: frozenset[str]) -> RawBlock:
    lines = group.lines
    if kind == "table":
        rows = _rows(lines)
        text = join_lines(lines, 0, known)
        return RawBlock("table", text, tuple(lines), rows=rows)
    if kind != "heading":
        return RawBlock(kind, join_lines(lines, 0, known), tuple(lines))
    ornament = group.marker if group.marker is not None and group.marker.firm else None
    begin, number = ornament.end if ornament else 0, None
    if (numbered := number_of(lines[0].text)) and not is_question(lines[0].text):
        number, begin = numbered
    return RawBlock(
        "heading",
        join_lines(lines, begin, known),
        tuple(lines),
        ornament.shown if ornament else None,
        number=number,
        level=lines[0].hint.level,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        underlined=all(line.underlined for line in lines),
    )


def _rows(lines: Sequence[FeatureLine]) -> tuple[tuple[str, ...], ...] | None:
    """The cells of a table, row by row; None where no line shows more than one."""
    if any(line.cells for line in lines):
        return tuple(
            tuple(line.text[a:b].replace(_SOFT_HYPHEN, "") for a, b in line.cells or ((0, len(line.text)),))
            for line in lines
        )
    rows: dict[int, list[str]] = {}
    for line in lines:
        rows.setdefault(line.row, []).append(line.text)
    return tuple(tuple(row) for row in rows.values()) if len(rows) < len(lines) else None
