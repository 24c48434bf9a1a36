"""Blocks of a document that states its structure are written down as a Source: its text, and lines that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.document.line import NO_HINT, Hint, Line, Page
from kamerbrief.document.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.document.line import Part
    from kamerbrief.document.source import Metadata

_BLANKS = regex.compile(r"[\s\xa0\x1c-\x1f]++")
_UNSEEN = regex.compile(r"[\xad\u200b\u200c\u200d\u2060\ufeff]")
_LIGATURES = {0x132: "IJ", 0x133: "ij"}
"""Printers of Parliament set ĳ as one character; no word list has it."""


class Inline(NamedTuple):
    """A stretch of text in one style; a newline in it ends a line of print."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    note: str = ""
    """What the source calls the note that is called here; empty where none is."""


class Place(NamedTuple):
    """Where on the page a block stands."""

    column: int = 0
    margin: bool = False


_AT_LEFT = Place()
Cell = tuple["list[Inline]", Place]


class Writer:
    """Writes down blocks one after another, as one page."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._length = self._row = self._gap = self._blocks = 0
        self._notes: dict[str, int] = {}
        """The block of each note, from its first call on."""

    def source(self, media_type: str, metadata: Metadata | None = None) -> Source:
        """What was written."""
        return Source("".join(self._parts), media_type, metadata, (Page(1, tuple(self.lines)),))

    def blank(self) -> None:
        """Leave a line open, unless the page begins here."""
        if self.lines:
            self._gap += 1

    def block(
        self,
        inlines: Iterable[Inline],
        part: Part | None = None,
        level: int = 0,
        depth: int = 0,
        place: Place = _AT_LEFT,
    ) -> None:
        """A block; a line end after which its style changes, or that leaves a line open, ends it."""
        rows = list(_rows(inlines))
        styles = [_style_of(row) for row in rows]
        block = 0
        for at, row in enumerate(rows):
            if not _has_text(row):
                block = 0
                continue
            if not block or (part is None and styles[at] != styles[at - 1]):
                block = self._new_block()
            self._line([row], Hint("exact", part, block, level, depth), place)

    def go_on(self, inlines: Iterable[Inline], place: Place = _AT_LEFT) -> None:
        """More lines of the block above, if there is one."""
        hint = self.lines[-1].hint if self.lines else NO_HINT
        for row in _rows(inlines):
            if _has_text(row):
                self._line([row], hint, place)

    def loose(self, inlines: Iterable[Inline], place: Place = _AT_LEFT) -> None:
        """Lines of which nothing is stated, as those of a letterhead."""
        for row in _rows(inlines):
            if _has_text(row):
                self._line([row], NO_HINT, place)

    def beside(self, cells: Sequence[Cell]) -> None:
        """Cells that stand beside each other and of which nothing is stated: their lines share rows of print."""
        columns = [([row for row in _rows(inlines) if _has_text(row)], place) for inlines, place in cells]
        for at in range(max((len(rows) for rows, _ in columns), default=0)):
            row = self._row + self._gap
            for rows, place in columns:
                if at < len(rows):
                    self._row = row - self._gap
                    self._line([rows[at]], NO_HINT, place)

    def table(self, rows: Iterable[Sequence[Sequence[Inline]]]) -> None:
        """A table, row by row; a cell is one line."""
        block = self._new_block()
        for row in rows:
            if any(map(_has_text, row)):
                self._line(row, Hint("exact", "row", block), Place(), cells=True)

    def note(self, key: str, label: str, inlines: Iterable[Inline]) -> None:
        """A note, with the label that is printed before it."""
        rows = [row for row in _rows(inlines) if _has_text(row)]
        hint = Hint("exact", "note", self._block_of(key))
        first = [Inline(label, raised=True), Inline(" "), *(rows[0] if rows else ())]
        for row in (first, *rows[1:]):
            if _has_text(row):
                self._line([row], hint, Place())

    def _new_block(self) -> int:
        self._blocks += 1
        return self._blocks

    def _block_of(self, note: str) -> int:
        if note not in self._notes:
            self._notes[note] = self._new_block()
        return self._notes[note]

    def _line(self, row: Sequence[Sequence[Inline]], hint: Hint, place: Place, *, cells: bool = False) -> None:
        text, places, raised, calls = _written(row)
        self._row += 1 + self._gap
        if self.lines and (hint.block == 0 or hint.block != self.lines[-1].hint.block):
            self._write("\n" if self._gap or hint.block else "")
        start = self._length
        style = _style_of([inline for cell in row for inline in cell])
        self.lines.append(
            Line(
                text,
                start,
                start + len(text),
                page=1,
                row=self._row,
                column=place.column,
                gap=self._gap,
                offsets=((0, start),),
                raised=tuple(raised),
                bold=style[0],
                italic=style[1],
                underlined=style[2],
                margin=place.margin,
                cells=tuple(places) if cells else (),
                hint=hint,
                calls=tuple((begin, end, self._block_of(note)) for begin, end, note in calls),
            )
        )
        self._write(text + "\n")
        self._gap = 0

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _rows(inlines: Iterable[Inline]) -> Iterator[list[Inline]]:
    """The stretches between line ends; line ends at the end end nothing."""
    row: list[Inline] = []
    for inline in inlines:
        first, *others = inline.text.split("\n")
        row.append(inline._replace(text=first))
        for text in others:
            yield row
            row = [inline._replace(text=text)]
    yield row


def _has_text(row: Sequence[Inline]) -> bool:
    return any(_shown(inline.text) not in ("", " ") for inline in row)


def _shown(text: str) -> str:
    """The text as it prints: what nobody sees left out, blanks single."""
    return _BLANKS.sub(" ", _UNSEEN.sub("", text)).translate(_LIGATURES)


def _style_of(row: Sequence[Inline]) -> tuple[bool, bool, bool]:
    """Whether all words are bold, italic, underlined; calls of notes have a style of their own."""
    words = [inline for inline in row if not inline.raised and inline.text.strip()]
    return (
        bool(words) and all(inline.bold for inline in words),
        bool(words) and all(inline.italic for inline in words),
        bool(words) and all(inline.underlined for inline in words),
    )


Stretches = list[tuple[int, int]]


def _written(row: Sequence[Sequence[Inline]]) -> tuple[str, Stretches, Stretches, list[tuple[int, int, str]]]:
    """The text of a row of cells with single blanks; where its cells, what is raised and the calls of notes stand."""
    parts: list[str] = []
    places: Stretches = []
    raised: Stretches = []
    calls: list[tuple[int, int, str]] = []
    length = 0
    open_blank = False
    for number, cell in enumerate(row):
        open_blank = number > 0
        begin: int | None = None
        for inline in cell:
            text = _shown(inline.text)
            words = text.strip(" ")
            if not words:
                open_blank = open_blank or bool(text)
                continue
            blank = (open_blank or text[0] == " ") and length > 0
            parts += (" " * blank, words)
            at = length + blank
            begin = at if begin is None else begin
            length = at + len(words)
            open_blank = text[-1] == " "
            if inline.raised:
                _add(raised, at, length)
            if inline.note:
                calls.append((at, length, inline.note))
        places.append((length if begin is None else begin, length))
    return "".join(parts), places, raised, calls


def _add(stretches: Stretches, begin: int, end: int) -> None:
    """Add a stretch; one that follows right behind another is one with it."""
    if stretches and stretches[-1][1] == begin:
        begin = stretches.pop()[0]
    stretches.append((begin, end))
