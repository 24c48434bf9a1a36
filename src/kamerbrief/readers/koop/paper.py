"""What all forms of a published paper share: where its text is written down, its notes, its record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kamerbrief.readers.writer import Inline, Place, Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.document.line import Part

_TOLD: Final = ("OVERHEIDop.documenttitel", "OVERHEIDop.aanhangselNummer", "OVERHEIDop.vergaderjaar", "DC.creator")
"""What a record says that the paper itself may lack; the rest is about the record."""
_LONGEST_TOLD: Final = 400
_MOST_COLUMNS, _MOST_ROWS = 100, 10_000
"""What a cell may claim to take; a table of a paper is smaller."""


class Style(NamedTuple):
    """The look of text as elements within each other set it."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False

    def of(self, text: str) -> Inline:
        """A stretch of text in this style; ends of lines in the markup are blanks."""
        return Inline(text.replace("\n", " "), *self)

    def and_also(self, other: Style) -> Style:
        """Both styles at once."""
        return Style(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


PLAIN: Final = Style()


class Notes:
    """The notes of a paper, in the order of their calls."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self._texts: dict[str, list[Inline]] = {}

    def call(self, key: str, label: str) -> Inline:
        """The call of a note; the second call of one has the label of the first, and one without has its number."""
        if key not in self._labels:
            self._labels[key] = label or str(len(self._labels) + 1)
        return Inline(self._labels[key], raised=True, note=key)

    def tell(self, key: str, text: list[Inline]) -> None:
        """What a note says."""
        self._texts.setdefault(key, text)

    def label(self, key: str, label: str) -> None:
        """The label of a note that may be called before or behind this place."""
        self._labels.setdefault(key, label or str(len(self._labels) + 1))

    def write(self, writer: Writer) -> None:
        """Write all notes down."""
        for key, label in self._labels.items():
            writer.blank()
            writer.note(key, label, self._texts.get(key, []))


class Paper:
    """A published paper that is written down."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.notes = Notes()

    def told(self, record: Iterable[tuple[str, str]]) -> None:
        """Lines of the record that lies beside the paper or above its text."""
        seen = set()
        for name, value in record:
            if name in _TOLD and name not in seen and value.strip():
                seen.add(name)
                self.writer.loose([Inline(f"{name} {value[:_LONGEST_TOLD]}".replace("\n", " "))])
        self.writer.blank()

    def loose(self, *parts: Iterable[Inline]) -> None:
        """A line of the head or the ending, of which nothing is stated."""
        inlines: list[Inline] = []
        for part in parts:
            inlines += [Inline(" "), *part]
        self.writer.loose(inlines)

    def block(self, inlines: Iterable[Inline], part: Part | None = "paragraph", level: int = 0, depth: int = 0) -> None:
        """A block of the text, set off by a blank line."""
        self.writer.blank()
        self.writer.block(inlines, part, level, depth, Place())

    def table(self, rows: Iterable[Sequence[Sequence[Inline]]]) -> None:
        """A table, set off by a blank line."""
        self.writer.blank()
        self.writer.table(rows)


class Cell(NamedTuple):
    """A cell of a table, and how many columns and further rows it takes."""

    text: list[Inline]
    across: int = 1
    down: int = 0


def rows_of(rows: Iterable[Iterable[Cell]]) -> list[list[list[Inline]]]:
    """The rows of a table with an empty cell wherever another one reaches to."""
    found: list[list[list[Inline]]] = []
    taken: dict[int, int] = {}
    for row in rows:
        cells: list[list[Inline]] = []
        for cell in row:
            _leave_open(cells, taken)
            across = min(max(cell.across, 1), _MOST_COLUMNS)
            if cell.down > 0:
                taken |= dict.fromkeys(range(len(cells), len(cells) + across), min(cell.down, _MOST_ROWS))
            cells += [cell.text, *([] for _ in range(across - 1))]
        _leave_open(cells, taken)
        found.append(cells)
    return found


def _leave_open(cells: list[list[Inline]], taken: dict[int, int]) -> None:
    """Leave cells open that one of a row above reaches down to."""
    while taken.get(len(cells), 0):
        taken[len(cells)] -= 1
        cells.append([])
