"""The Markdown that :func:`kamerbrief.to_markdown` writes: comments part its zones, and a block is one line.

It states its blocks, levels, notes and calls, so that nothing about these is left to guess. Head and signature are
lines as on any letter.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

import regex

from kamerbrief.document.line import NO_HINT, Hint, Line, Page
from kamerbrief.document.text import well_formed

if TYPE_CHECKING:
    from kamerbrief.document.line import Part

Zone = Literal["head", "body", "signature", "annexes", "uncalled"]
ZONES: Final[dict[Zone, str]] = {
    "head": "<!-- kamerbrief: head -->",
    "body": "<!-- kamerbrief: body -->",
    "signature": "<!-- kamerbrief: signature -->",
    "annexes": "<!-- kamerbrief: annexes -->",
    "uncalled": "<!-- kamerbrief: uncalled -->",
}
"""What each zone begins with, in their order; body is always there."""
EMPTY_HEAD: Final = "|  |"
"""The first row of a table of which only the text is known."""
NO_CELL: Final = "<!-- -->"
"""What fills the first row of a table where it is shorter than others: Markdown takes its width from it."""
INDENT: Final = 4
"""How much further in a list stands within another one."""

_COMMENT: Final = regex.compile(r"<!-- kamerbrief: (?P<zone>head|body|signature|annexes|uncalled) -->")
_NOTE: Final = regex.compile(r"\[\^(?P<key>[^\]\s]++)\]:\s*+")
_ITEM: Final = regex.compile(
    r"(?P<lead>(?:\ {4}|-\ {3})*+)(?:(?P<dash>-\ )(?P<own>\(?(?:\d{1,9}|\p{L}|[IVXivx]{1,5})[.)°]\ )?|\d{1,9}[.)]\ )",
    regex.VERBOSE,
)
"""An item: signs of the lists that it stands in, its bullet, and the mark that it has of its own, or its number."""
_HEADING: Final = regex.compile(r"#{1,6} ")
_FIGURE: Final = regex.compile(r"!\[(?P<shown>.*)\]\(\)\Z")
_RULE: Final = regex.compile(r"\|(?: --- \|)++\Z")
_CUT: Final = "  "
"""Parts the number of a heading from a title, where one blank would not tell it."""
_INLINE: Final = regex.compile(r"\\(?P<escaped>[!-/:-@\[-`{-~])|\[\^(?P<key>[^\]\s]++)\]")
_BAR: Final = regex.compile(r"(?<!\\)(?:\\\\)*+\K\|")
_AGAIN: Final = regex.compile(r"(?<=.)--\d++\Z")


def is_written(text: str) -> bool:
    """Whether a text is a letter as :func:`kamerbrief.to_markdown` writes it.

    Example:
        >>> is_written("<!-- kamerbrief: body -->"), is_written("<!-- image -->")
        (True, False)
    """
    return _COMMENT.match(text) is not None


def key_of(label: str, number: int) -> str:
    """What a note is called in Markdown, where each has a name of its own: the second ``1`` is ``1--2``."""
    return label if number == 1 else f"{label}--{number}"


def pages_of(text: str) -> tuple[Page, ...]:
    """The letter as one page of lines."""
    reader = _Reader()
    start = 0
    for row, string in enumerate(well_formed(text).splitlines(keepends=True)):
        if not string.isspace():
            reader.read(string.rstrip(), start, row)
        start += len(string)
    return (Page(1, tuple(reader.lines)),)


class _Inline(NamedTuple):
    """A stretch of a line without its marks."""

    text: str
    offsets: tuple[tuple[int, int], ...]
    calls: tuple[tuple[int, int, str], ...] = ()
    """Where it calls notes, and what these are called."""

    def behind(self, text: str, offsets: tuple[tuple[int, int], ...]) -> _Inline:
        """The same stretch with another text before it."""
        at = len(text)
        return _Inline(
            text + self.text,
            (*offsets, *((place + at, offset) for place, offset in self.offsets)),
            tuple((begin + at, end + at, key) for begin, end, key in self.calls),
        )


class _Reader:
    """Reads line by line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._zone: Zone = "head"
        self._blocks = 0
        self._notes: dict[str, int] = {}
        self._table = self._cells = False

    def read(self, string: str, start: int, row: int) -> None:
        """Read a line that is not blank."""
        if comment := _COMMENT.match(string):
            self._zone = cast("Zone", comment["zone"])
            self._hidden(string, start, row)
        elif note := _NOTE.match(string):
            label = _AGAIN.sub("", note["key"])
            text = _inline(string, start, note.end()).behind(f"{label} ", ((0, start + note.start("key")),))
            self._line(text, (start, start + len(string)), row, Hint("exact", "note", self._block_of(note["key"])))
            self.lines[-1] = self.lines[-1]._replace(raised=((0, len(label)),))
        elif self._zone in ("head", "signature"):
            skipped = 2 if string.startswith("- ") else 0
            text = _inline(string.removesuffix("\\"), start, skipped)
            part: Part = "head" if self._zone == "head" else "ending"
            self._line_or_hidden(string, text, start, row, Hint("exact", part, self._new_block()))
        elif self._zone == "uncalled":
            self._hidden(string, start, row)
        else:
            self._block(string, start, row)
        self._table = string.startswith("|") and self._table

    def _block(self, string: str, start: int, row: int) -> None:
        """A line of the body or of an annex."""
        if _RULE.match(string):
            self._hidden(string, start, row)
        elif string.startswith("|"):
            self._row_of_table(string, start, row)
        else:
            part, level, depth, first, begin = _opening(string)
            end = len(string) - 3 if part == "figure" else len(string)
            hint = Hint("exact", part, self._new_block(), level, depth, annex=self._zone == "annexes")
            if part == "heading" and (cut := string.find(_CUT, begin)) > begin:
                self._line_or_hidden(string[:cut], _inline(string[:cut], start, begin), start, row, hint)
                start, string, begin, end = start + cut, string[cut:], len(_CUT), end - cut
            marks = _marks(string[begin:end])
            begin, end = begin + marks, end - marks
            text = _inline(string[:end], start, begin)
            if part == "item" and text.text:
                text = text.behind(string[first : begin - marks], ((0, start + first),))
            self._line_or_hidden(string, text, start, row, hint)
            self.lines[-1] = self.lines[-1]._replace(bold=marks > 1, italic=marks % 2 == 1)

    def _row_of_table(self, string: str, start: int, row: int) -> None:
        """A row of a table; below an empty head there are no cells, but lines."""
        if not self._table:
            self._new_block()
            self._table, self._cells = True, string != EMPTY_HEAD
            if not self._cells:
                self._hidden(string, start, row)
                return
        bars = [match.start() for match in _BAR.finditer(string)]
        whole, cells = _Inline("", ()), []
        for left, right in itertools.pairwise(bars):
            words = string[left + 1 : right]
            begin = left + 1 + len(words) - len(words.lstrip())
            if words.strip() == NO_CELL:
                continue
            cell = _inline(string[: left + 1 + len(words.rstrip())], start, begin)
            if not cell.text:
                cells.append((len(whole.text), len(whole.text)))
                continue
            glue = " " if whole.text else ""
            cells.append((len(whole.text) + len(glue), len(whole.text) + len(glue) + len(cell.text)))
            whole = cell.behind(whole.text + glue, whole.offsets)._replace(
                calls=(*whole.calls, *cell.behind(whole.text + glue, ()).calls)
            )
        hint = Hint("exact", "row", self._blocks, annex=self._zone == "annexes")
        self._line_or_hidden(string, whole, start, row, hint)
        if self._cells and whole.text:
            self.lines[-1] = self.lines[-1]._replace(cells=tuple(cells))

    def _hidden(self, string: str, start: int, row: int) -> None:
        """A line that is no part of the letter."""
        left = len(string) - len(string.lstrip())
        text = _Inline(string[left:], ((0, start + left),))
        self._line(text, (start + left, start + len(string)), row, NO_HINT)
        self.lines[-1] = self.lines[-1]._replace(hidden=True)

    def _line_or_hidden(self, string: str, text: _Inline, start: int, row: int, hint: Hint) -> None:
        """A line with its text; one of marks alone is no part of the letter."""
        if text.text:
            self._line(text, (start, start + len(string)), row, hint)
        else:
            self._hidden(string, start, row)

    def _line(self, text: _Inline, stretch: tuple[int, int], row: int, hint: Hint) -> None:
        above = self.lines[-1].row if self.lines else row - 1
        self.lines.append(
            Line(
                text.text,
                *stretch,
                page=1,
                row=row,
                column=0,
                gap=row - above - 1,
                offsets=text.offsets or ((0, stretch[0]),),
                raised=tuple((begin, end) for begin, end, _ in text.calls),
                hint=hint,
                calls=tuple((begin, end, self._block_of(key)) for begin, end, key in text.calls),
            )
        )

    def _new_block(self) -> int:
        self._blocks += 1
        return self._blocks

    def _block_of(self, note: str) -> int:
        """The block of a note, from its first call on; those of notes are negative, so that none is another's."""
        return self._notes.setdefault(note, -1 - len(self._notes))


def _marks(string: str) -> int:
    """How many stars enclose a text: one for italics, two for bold, three for both."""
    stars = ("***", "**", "*")
    found = (len(mark) for mark in stars if string.startswith(mark) and string.endswith(mark))
    return next((count for count in found if len(string) > 2 * count), 0)


def _opening(string: str) -> tuple[Part, int, int, int, int]:
    """What a line is by its first characters: its part, level, depth, where its mark and where its text begins."""
    if heading := _HEADING.match(string):
        return "heading", heading.end() - 1, 0, 0, heading.end()
    if string.startswith("> "):
        return "quote", 0, 0, 0, 2
    if _FIGURE.match(string):
        return "figure", 0, 0, 0, 2
    if item := _ITEM.match(string):
        first = item.end("dash") if item["own"] else item.end("lead")
        return "item", 0, 1 + len(item["lead"]) // INDENT, first, item.end()
    return "paragraph", 0, 0, 0, 0


def _inline(string: str, start: int, begin: int) -> _Inline:
    """A line from some place on without its marks; it begins at this offset of the source."""
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    calls: list[tuple[int, int, str]] = []
    string = string.rstrip()
    while begin < len(string) and string[begin].isspace():
        begin += 1
    length, at = 0, begin

    def keep(piece: str, place: int) -> None:
        nonlocal length
        if piece:
            offsets.append((length, start + place))
            parts.append(piece)
            length += len(piece)

    for match in _INLINE.finditer(string, begin):
        keep(string[at : match.start()], at)
        if match["escaped"]:
            keep(match["escaped"], match.start("escaped"))
        else:
            label = _AGAIN.sub("", match["key"])
            calls.append((length, length + len(label), match["key"]))
            keep(label, match.start("key"))
        at = match.end()
    keep(string[at:], at)
    return _Inline("".join(parts), tuple(offsets), tuple(calls))
