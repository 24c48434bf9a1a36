"""A letter as a format hands it over that states its structure (DOCX, ODT, XML, HTML): its blocks, levels and notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kamerbrief import Source
from kamerbrief.body import read_body
from kamerbrief.body.blocks import RawBlock
from kamerbrief.body.levels import levels_of
from kamerbrief.body.sections import without_marks
from kamerbrief.document.line import Hint, Line, Page, Part
from kamerbrief.ending import read_ending
from kamerbrief.frame import read_frame
from kamerbrief.head import read_head
from kamerbrief.lines.asked import read_asked
from kamerbrief.lines.glued import LostHyphens
from kamerbrief.lines.joining import join_lines
from kamerbrief.lines.ledger import Ledger
from kamerbrief.notes import find_calls, read_notes
from kamerbrief.notes.calls import CallMark
from kamerbrief.notes.note import Note
from kamerbrief.readers import read_text

_PARTS: dict[str, Part] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "list_item": "item",
    "quote": "quote",
    "table": "row",
    "figure": "figure",
}
_OF_HEAD = ("kamerstuk", "recipient", "field", "unit", "salutation")
_OF_ENDING = ("closing", "signature", "on_behalf_of", "remark")
Stretches = Iterable[tuple[int, int]]


def restated(source: Source) -> Source:
    """The letter that the parser makes of a source, written so that nothing about its structure is left to guess.

    Head and ending keep their lines: no format says which of those is the date.
    """
    ledger = Ledger(source if source.pages else read_text(source.text, source.media_type))
    frame = read_frame(ledger)
    head = read_head(ledger, frame)
    asked = read_asked(ledger)
    lost = LostHyphens(ledger.rest())
    notes = read_notes(ledger, frame, asked, lost)
    body = read_body(ledger, read_ending(ledger, head), asked, lost)
    calls = find_calls([*body.blocks, *body.annexes], notes)
    levels = [*levels_of(body.blocks), *levels_of(body.annexes, annex=True)]
    writer = _Writer()
    taken = ledger.taken()
    writer.plain([line for line, role in taken if role in _OF_HEAD])
    blocks = list(zip([*body.blocks, *body.annexes], levels, calls, strict=True))
    for block, level, marks in blocks[: len(body.blocks)]:
        writer.block(block, level, marks)
    writer.plain([line for line, role in taken if role in _OF_ENDING])
    for block, level, marks in blocks[len(body.blocks) :]:
        writer.block(block, level, marks)
    for note in notes:
        writer.note(note)
    return Source("".join(writer.text), pages=(Page(1, tuple(writer.lines)),))


class _Writer:
    """The text and lines of a document of one page that is written block by block."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.lines: list[Line] = []
        self._length = 0
        self._row = 0
        self._blocks = 0

    def plain(self, lines: Sequence[Line]) -> None:
        """Lines of which nothing is stated; they keep their place on the page, as cells of a layout table do."""
        first = self._row + 1
        for line in lines:
            self._row = max(self._row, first + line.row - lines[0].row)
            self._line(line.text, Hint(), like=line)

    def block(self, block: RawBlock, level: int, marks: Sequence[CallMark]) -> None:
        """A block of the body, a table as its rows."""
        self._blocks += 1
        opening = block.number if block.kind == "heading" else block.marker
        text, raised, at = f"{opening} " if opening else "", [], 0
        words, calls = without_marks(block, marks)
        for call in calls:
            text += words.string[at : call.offset]
            raised.append((len(text), len(text) + len(call.label)))
            text += call.label
            at = call.offset
        text = f"{text}{words.string[at:]}".rstrip()
        hint = Hint("exact", _PARTS[block.kind], self._blocks, level, depth=block.depth or 0)
        if block.rows is None:
            self._row += 1
            self._line(text, hint, raised=raised)
        for row in block.rows or ():
            self._row += 1
            ends = [sum(len(cell) + 1 for cell in row[: at + 1]) - 1 for at in range(len(row))]
            cells = [(end - len(cell), end) for cell, end in zip(row, ends, strict=True)]
            self._line(" ".join(row), hint, cells=cells)

    def note(self, note: Note) -> None:
        self._blocks += 1
        self._row += 1
        text = join_lines(note.text_lines, note.begin).string
        hint = Hint("exact", "note", self._blocks)
        self._line(f"{note.label} {text}", hint, raised=[(0, len(note.label))])

    def _line(
        self, text: str, hint: Hint, *, raised: Stretches = (), cells: Stretches = (), like: Line | None = None
    ) -> None:
        start, end = self._length, self._length + len(text)
        self.text.append(text + "\n")
        self._length = end + 1
        line = like or Line(text, start, end, 1, self._row, 0, 0, ())
        self.lines.append(
            line._replace(
                start=start,
                end=end,
                page=1,
                row=self._row,
                offsets=((0, start),),
                raised=tuple(raised),
                cells=tuple(cells),
                hint=hint,
            )
        )
