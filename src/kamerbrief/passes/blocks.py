"""Lines become paragraphs, headings, list items, quotations and tables."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

import regex

from kamerbrief.passes.lines import Measure, first_word, is_finished, join_lines
from kamerbrief.passes.lists import Marker, marker_of
from kamerbrief.vocabulary.phrases import is_opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line
    from kamerbrief.text import Text

Kind = Literal["paragraph", "heading", "list_item", "quote", "table", "figure"]

_QUESTION = regex.compile(
    r"(?:vra(?:ag|gen)|antwoord(?:en)?(?:\s(?:op|bij)\svra(?:ag|gen))?)\s\d{1,3}[a-z]?"
    r"(?:(?:\s?[,–-]|\sen|\st/m|\stot\sen\smet)\s?\d{1,3}[a-z]?)*+\s?[:.]?\Z",
    regex.IGNORECASE,
)
_NUMBERED = regex.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-Za-z][.)]|\([IVX]{1,5}\))\s++(?=[\p{Lu}‘“\"'«(])"
    r"|(?P<number>(?:Aanbeveling|Actielijn|Ad|Bijlage|Deel|Fase|Hoofdstuk|Maatregel|Pijler|Spoor|Stap|Thema)\s"
    r"(?:\d{1,2}|[IVX]{1,5}|[a-zA-Z])(?:\sen\s\d{1,2})?)[.:]?\s++(?=\S)"
)
_OPENS_QUOTE, _CLOSES_QUOTE = ("“", "„", "«", '"'), ("”", "»", '"')
_FIGURE = regex.compile(r"(?:!\[|<!--\s*image|==>\s*picture|\*\*==>\s*picture)")
_BREAK_ROOM = 0.02
"""A finished sentence with this much room for the next word ends its paragraph."""
_LOOSE_ROOM = 0.065
"""So much room ends a line that is no finished sentence: a heading, an item."""
_FIRST_ROOM = 0.02
"""So much does for the first line below a blank one: a paragraph's first line is full."""
_FULL_ROOM = 0.06
_WIDE_ROOM = 0.25
_LONGEST_HEADING = 160
_LONGEST_CELL = 200
_CELLS_FROM = 6
_TITLE_LINES = 3


@dataclasses.dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before its calls are known."""

    kind: Kind
    text: Text
    lines: tuple[Line, ...]
    marker: str | None = None
    depth: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    number: str | None = None
    level: int = 0
    """Of a heading: the level that the source marks it as, 0 for none."""
    bold: bool = False
    italic: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines that belong together."""

    lines: list[Line]
    marker: Marker | None = None
    column: int = 0
    table: bool = False
    """It is a table, as its lines or their number tell."""


def read_blocks(lines: Sequence[Line], *, annex: bool = False) -> list[RawBlock]:
    """The blocks of a body; each line is in just one of them.

    Args:
        lines: Its lines in reading order.
        annex: What follows a signature: its first line is a title.
    """
    measure = Measure.of(lines)
    vocabulary = _words(lines)
    chunks = _chunks(lines, measure)
    titled = annex and bool(chunks) and _may_be_title(chunks[0])
    chunks = [*chunks[:titled], *_merge_cells(chunks[titled:])]
    kinds = [_kind(chunks, index) for index in range(len(chunks))]
    if titled:
        kinds[0] = "heading"
    blocks: list[RawBlock] = []
    depths: list[tuple[str, int]] = []
    for index, (chunk, kind) in enumerate(zip(chunks, kinds, strict=True)):
        if kind != "list_item":
            if kind == "heading" or not _inside_list(kinds, index):
                depths = []
            blocks.append(_block(chunk, kind, vocabulary))
            continue
        assert chunk.marker is not None
        depth = _depth(depths, chunk)
        text = join_lines(chunk.lines, chunk.marker.end, vocabulary)
        blocks.append(RawBlock("list_item", text, tuple(chunk.lines), chunk.marker.shown, depth))
    return [block for block in blocks if block.text.string or block.rows]


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """The longer words of a text that breaks words at line ends; they tell soft hyphens from real ones."""
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    return frozenset(word.strip(".,;:()").casefold() for line in lines for word in line.text.split() if len(word) > 6)


def is_question(text: str) -> bool:
    """Whether the line is the heading of a question or an answer: ``Vraag 1``, ``Antwoord op vragen 2 en 3``."""
    return text[:1] in "vVaA" and len(text) < _LONGEST_HEADING and _QUESTION.match(text) is not None


def _inside_list(kinds: Sequence[Kind], index: int) -> bool:
    return index + 1 < len(kinds) and kinds[index + 1] == "list_item" and kinds[index - 1] == "list_item"


# which lines belong together


def _chunks(lines: Sequence[Line], measure: Measure) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        last = chunks[-1] if chunks else None
        if end := _table_end(lines, index):
            chunks.append(_Chunk(list(lines[index:end]), table=True))
            index = end
            continue
        marker = marker_of(line.text) if not line.cells and not line.level else None
        if marker is not None and not _opens_item(marker, line, last, measure):
            marker = None
        if marker is not None:
            chunks.append(_Chunk([line], marker, line.column))
        elif last is None or last.table or _breaks(last, line, lines[index + 1 : index + 2], measure):
            chunks.append(_Chunk([line], None, line.column))
        else:
            last.lines.append(line)
        index += 1
    return chunks


def _opens_item(marker: Marker, line: Line, last: _Chunk | None, measure: Measure) -> bool:
    """Whether the mark opens a list item and does not just stand at the beginning of a wrapped line."""
    if last is None or marker.firm:
        return True
    above = last.lines[-1]
    if marker.tight:
        return above.text.endswith(":") or (last.marker is not None and last.marker.family == marker.family)
    if line.row - above.row - 1 or line.bold != above.bold:
        return marker.family not in ("*", "o") or line.column > 0 or is_finished(above.text)
    if is_finished(above.text) or above.text.endswith((",", " en", " of")):
        return True
    if last.marker is not None and last.marker.family == marker.family:
        return True
    return measure.full > 0 and measure.room(above, line) > _LOOSE_ROOM


def _breaks(last: _Chunk, line: Line, following: Sequence[Line], measure: Measure) -> bool:
    """Whether the line begins a new block; the lines that follow it tell a heading from a paragraph's first line."""
    above = last.lines[-1]
    if last.marker is not None and len(last.lines) == 1 and last.marker.end >= len(above.text):
        return False  # a bullet on a line of its own
    if line.level or above.level or (line.bold != above.bold and (line.bold or len(last.lines) == 1 or above.bold)):
        return True
    if line.italic != above.italic and (
        line.row - above.row > 1 or is_finished(above.text) or all(x.italic for x in last.lines)
    ):
        return True
    if is_question(line.text) or (len(last.lines) == 1 and is_question(above.text)):
        return True
    blank = line.row - above.row - 1
    finished = is_finished(above.text)
    lower = line.text[:1].islower()
    if measure.full == 0:
        return not (blank > 0 and not finished and lower) if blank else not (lower and not finished)
    room = measure.room(above, line)
    interrupted = line.page != above.page or blank != line.gap
    if interrupted:  # by the page's end, a margin or notes: only the text itself tells
        if finished and not lower:
            return room > _FULL_ROOM or _stands_alone(line, following, measure)
        return room > _LOOSE_ROOM and not lower
    if blank:
        return finished or not lower or room > _WIDE_ROOM or blank > 2
    if finished:
        return room > _BREAK_ROOM and not lower
    if lower:
        return False
    first = len(last.lines) == 1 and above.gap > 0
    return room > (_FIRST_ROOM if first else _LOOSE_ROOM) or (first and is_opener(first_word(line.text)))


def _stands_alone(line: Line, following: Sequence[Line], measure: Measure) -> bool:
    """Whether the line is a heading by itself: no sentence, and the next line would have had room on it."""
    return not is_finished(line.text) and any(measure.room(line, other) > _WIDE_ROOM for other in following)


def _table_end(lines: Sequence[Line], begin: int) -> int:
    """Where the table ends that begins here; 0 if none does."""
    end = begin
    if lines[begin].cells:
        while end < len(lines) and lines[end].cells:
            end += 1
        return end
    rows = several = 0
    while end < len(lines) and lines[end].page == lines[begin].page:
        row_end = end + 1
        while row_end < len(lines) and lines[row_end].row == lines[end].row:
            row_end += 1
        if row_end - end == 1:
            if not several or lines[end].gap > 1 or len(lines[end].text) > 70 or not _row_ahead(lines, row_end):
                break
        else:
            several += 1
        rows += 1
        end = row_end
    return end if several >= 2 and rows <= several * 3 else 0


def _row_ahead(lines: Sequence[Line], index: int) -> bool:
    """Whether one of the next printed lines has several cells again."""
    return any(
        lines[at].row == lines[at + 1].row and lines[at].row - lines[index - 1].row <= 4
        for at in range(index, min(index + 3, len(lines) - 1))
    )


def _merge_cells(chunks: list[_Chunk]) -> list[_Chunk]:
    """Tables whose rules are gone: so many short lines in a row that are no sentences, no list and no headings."""
    merged: list[_Chunk] = []
    index = 0
    while index < len(chunks):
        end = index
        while end < len(chunks) and _may_be_cells(chunks[end]):
            end += 1
        run = chunks[index:end]
        if sum(1 for chunk in run if chunk.marker is None and not chunk.table) >= _CELLS_FROM:
            merged.append(_Chunk([line for chunk in run for line in chunk.lines], None, run[0].column, table=True))
        else:
            merged += run
        if end < len(chunks):
            merged.append(chunks[end])
        index = end + 1
    return merged


def _may_be_title(chunk: _Chunk) -> bool:
    return len(chunk.lines) <= _TITLE_LINES and not chunk.table and chunk.lines[-1].text[-1:] not in ".?!;:"


def _may_be_cells(chunk: _Chunk) -> bool:
    lines = chunk.lines
    if chunk.table:
        return True
    if any(line.bold or line.level for line in lines) or is_question(lines[0].text):
        return False
    return sum(len(line.text) for line in lines) <= _LONGEST_CELL and lines[-1].text[-1:] not in ".?!"


# what a chunk is


def _kind(chunks: Sequence[_Chunk], index: int) -> Kind:
    chunk = chunks[index]
    first = chunk.lines[0]
    if chunk.table:
        return "table"
    if _FIGURE.match(first.text):
        return "figure"
    if _is_heading(chunks, index):
        return "heading"
    if chunk.marker is not None:
        return "list_item"
    text = first.text
    if text.startswith(_OPENS_QUOTE) and chunk.lines[-1].text.rstrip(".0123456789").endswith(_CLOSES_QUOTE):
        inner = "".join(line.text for line in chunk.lines)
        opening = text[0]
        if len(inner) > 60 and inner.count(opening) == (2 if opening == '"' else 1):
            return "quote"
    return "paragraph"


def _is_heading(chunks: Sequence[_Chunk], index: int) -> bool:
    chunk = chunks[index]
    lines = chunk.lines
    length = sum(len(line.text) for line in lines)
    text = lines[-1].text
    if lines[0].level:
        return True
    if index and is_question(chunks[index - 1].lines[-1].text) and not is_question(text):
        return False
    if length > _LONGEST_HEADING or index + 1 == len(chunks):
        return is_question(text) and len(lines) == 1
    if is_question(text) and len(lines) == 1:
        return True
    styled = all(line.bold for line in lines) or all(line.italic for line in lines)
    following = chunks[index + 1]
    if chunk.marker is not None:
        numbered = _NUMBERED.match(lines[0].text)
        if not numbered or text.endswith((";", ",")) or (text.endswith(".") and not styled):
            return False
        return (
            (styled or (len(lines) == 1 and length <= 100))
            and following.marker is None
            and not _continues_list(chunks, index)
        )
    if styled:
        return not text.endswith((",", ";")) and (not text.endswith(".") or length < 80)
    whole = " ".join(line.text for line in lines)
    if len(lines) > 2 or length > (100 if len(lines) == 1 else _LONGEST_HEADING):
        return False
    if whole.endswith((".", ",", ";", ":", "!", ")")) and not _bracketed(whole):
        return False
    if not lines[0].text[:1].isupper() and not lines[0].text[:1].isdigit() and lines[0].text[:1] not in "‘“\"'«(":
        return False
    if len(lines) == 2 and (lines[0].gap == 0 or following.lines[0].gap > lines[0].gap):
        return False
    return _finished_above(chunks, index) and _text_follows(chunks, index)


def _finished_above(chunks: Sequence[_Chunk], index: int) -> bool:
    """Whether the text above has come to an end: a sentence, an item or another short line."""
    if index == 0:
        return True
    above = chunks[index - 1]
    last = above.lines[-1]
    return is_finished(last.text) or above.marker is not None or len(above.lines) == 1 or last.bold or above.table


def _bracketed(text: str) -> bool:
    return text.endswith(")") and "(" in text


def _text_follows(chunks: Sequence[_Chunk], index: int) -> bool:
    """Whether a paragraph or list follows, perhaps after one more heading."""
    for ahead in chunks[index + 1 : index + 3]:
        first = ahead.lines[0]
        if ahead.marker is not None or first.level or first.bold or first.italic or ahead.table:
            return True
        length = sum(len(line.text) for line in ahead.lines)
        if length > 75 or is_finished(ahead.lines[-1].text):
            return True
    return False


def _continues_list(chunks: Sequence[_Chunk], index: int) -> bool:
    """Whether the item before is of the same list and stands right above."""
    if index == 0 or chunks[index - 1].marker is None:
        return False
    marker, before = chunks[index].marker, chunks[index - 1].marker
    if marker is None or before is None or marker.family != before.family:
        return False
    number, last = marker.shown.strip("(.)"), before.shown.strip("(.)")
    return not (number.isdecimal() and last.isdecimal() and int(number) <= int(last))


def _depth(depths: list[tuple[str, int]], chunk: _Chunk) -> int:
    """How deep an item lies: a new kind of mark, or one further right, opens an inner list."""
    assert chunk.marker is not None
    key = chunk.marker.family, chunk.column
    for at, (family, column) in enumerate(depths):
        if family == key[0] and abs(column - key[1]) <= 2:
            del depths[at + 1 :]
            return at + 1
    while depths and depths[-1][1] > key[1] + 2:
        depths.pop()
    depths.append(key)
    return len(depths)


def _block(chunk: _Chunk, kind: Kind, vocabulary: frozenset[str]) -> RawBlock:
    lines = chunk.lines
    if kind == "table":
        rows = _rows(lines)
        text = join_lines(lines, 0, vocabulary)
        return RawBlock("table", text, tuple(lines), rows=rows)
    if kind != "heading":
        return RawBlock(kind, join_lines(lines, 0, vocabulary), tuple(lines))
    begin, number = 0, None
    if (match := _NUMBERED.match(lines[0].text)) and not is_question(lines[0].text):
        begin, number = match.end(), match["number"]
    return RawBlock(
        "heading",
        join_lines(lines, begin, vocabulary),
        tuple(lines),
        number=number,
        level=lines[0].level,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
    )


def _rows(lines: Sequence[Line]) -> tuple[tuple[str, ...], ...] | None:
    """The cells of a table, row by row; None where no line shows more than one."""
    if any(line.cells for line in lines):
        return tuple(tuple(line.text[a:b] for a, b in line.cells or ((0, len(line.text)),)) for line in lines)
    rows: dict[int, list[str]] = {}
    for line in lines:
        rows.setdefault(line.row, []).append(line.text)
    return tuple(tuple(row) for row in rows.values()) if len(rows) < len(lines) else None
