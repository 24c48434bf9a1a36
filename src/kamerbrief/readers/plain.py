"""Plain text and Markdown as pages of lines.

Text from a PDF keeps its columns as runs of blanks (``pdftotext -layout``): one printed line then holds
a piece of the body and a piece of the margin. They are parted here, so that no later step sees them as one.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.line import NO_HINT, Hint, Line, Page
from kamerbrief.document.signs import LONE_BULLET
from kamerbrief.document.source import Source
from kamerbrief.document.text import well_formed
from kamerbrief.readers.markup import Markup, shows_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""What looks like a blank."""
_CELL = regex.compile(r"[^\s\x1c-\x1f]++(?:[^\S\t]{1,2}+[^\s\x1c-\x1f]++)*+")
_RUN_TOGETHER = 400
"""No printed line with columns has so many characters: it is a page whose line ends were lost."""
_WIDE_GAPS = 4
"""So many wide gaps are on such a line."""
_PARAGRAPH = regex.compile(r"\S++(?:(?:\s(?!\s)|\s{2}(?=\p{Ll})|(?<=\d{4}\s\p{Lu}{2})\s{2}(?!\s))\S++)*+")
"""What stands between two wide gaps on such a line: a paragraph, or the code of a place with its name."""
_ROW_END = regex.compile(r"</tr>")
_TABLE_ROW = regex.compile(r"\|.*\|\Z")
_PAGE_HEADING = regex.compile(r"#{1,6}\s*+(?:page|pagina|blad)\s++\d++\s*+\Z", regex.IGNORECASE)
"""What converters write between the pages of a document."""
_NUMBERED = regex.compile(
    r"[\p{L} ]{1,16}[: ]++(?P<number>\d{1,4})\s*+(?:(?:[\p{L} ]{1,6}|/)\s*+(?P<count>\d{1,4}))?+\Z"
)
"""A word with the number of a page, and perhaps the count of pages behind another word."""

_WRITTEN = "<!-- kamerbrief: "
"""What Markdown of our own begins with."""
_LONE_CAPITAL = regex.compile(r"(?:[A-Z]|[IVX]{2,5})\.\Z")
_TAB = 8
_BODY_STARTS_BEFORE = 30
_MARGIN_STARTS_AFTER = 50
_NUMBER_STARTS_AFTER = 20
_ALIGNED = 2
_BULLET_INDENT = 12
"""The text of an item begins within so many columns of its bullet."""
_EDGE_FROM = 8
"""So many cells that begin below each other are the margin's, even where lines of the body reach further."""
_OVER_EDGE = 2
"""What no more than so many lines of the body do, with a value of the margin behind them."""
_AMID_FROM = 5
"""So many lines show how a text is spaced: of 1,012 texts 3 have more than .86 of them below blank lines, the others
less than .23."""
_WITH_NUMBER = 3
"""So many cells that begin where the number of the page does, it among them, are the margin."""
_LONG = 50
_MARGIN_WIDTH = 48


@dataclasses.dataclass(slots=True)
class _Cell:
    """A stretch of a printed line without a wide gap."""

    string: str
    start: int
    column: int
    row: int


def read_text(text: str, media_type: str = "text/plain") -> Source:
    """A text or Markdown as a document."""
    return Source(text, media_type, pages=pages_of(text))


def pages_of(text: str) -> tuple[Page, ...]:
    """The pages of lines of a text; a text without page marks is one page."""
    if text.startswith(_WRITTEN):
        from kamerbrief.readers import written

        if written.is_written(text):
            return written.pages_of(text)
    text = _BLANK.sub(" ", well_formed(text))
    if text.startswith("\ufeff"):  # a byte order mark before the text of a str
        text = f" {text[1:]}"
    markup = Markup() if shows_markup(text) else None
    pages = []
    for number, cells in enumerate(_pages_of_cells(text), start=1):
        margin = _margin_column(cells, number)
        pages.append(Page(number, tuple(_lines(cells, number, margin, markup))))
    return tuple(map(_single_spaced, pages)) if _is_double_spaced(pages) else tuple(pages)


def _is_double_spaced(pages: list[Page]) -> bool:
    """Whether a blank line stands between nearly all lines of a text, as lines within its sentences show."""
    pairs = itertools.chain.from_iterable(itertools.pairwise(page.lines) for page in pages)
    gaps = [line.gap for above, line in pairs if _is_amid_sentence(above.text, line.text)]
    return len(gaps) >= _AMID_FROM and sum(gap > 0 for gap in gaps) > len(gaps) / 2


def _is_amid_sentence(above: str, below: str) -> bool:
    return len(above) > _LONG and above[-1].isalpha() and below[:1].islower()


def _single_spaced(page: Page) -> Page:
    """A page without the blank lines that stand between all its lines."""
    rows: dict[int, int] = {}
    last = removed = 0
    for row in dict.fromkeys(line.row for line in page.lines):
        removed += bool(rows) and row - last > 1
        rows[row], last = row - removed, row
    lines = [line._replace(gap=max(line.gap - 1, 0), row=rows[line.row]) for line in page.lines]
    return dataclasses.replace(page, lines=tuple(lines))


def _pages_of_cells(text: str) -> Iterator[list[_Cell]]:
    """The cells of each page; a form feed or a Markdown heading "Page 2" begins a new page."""
    cells: list[_Cell] = []
    start, row = 0, -1
    rows = text.splitlines(keepends=True)
    run_together = any(map(_is_run_together, rows))
    for string in rows:
        row += 1
        if run_together and (paragraphs := _paragraphs(string, start, row)):
            cells += paragraphs
            row = paragraphs[-1].row
        elif stripped := string.strip():
            if cells and string[0] == "#" and _PAGE_HEADING.match(string):
                yield cells
                cells = []
            if _is_one_cell(stripped):
                at = string.index(stripped[0])
                cells.append(_Cell(stripped, start + at, len(string[:at].expandtabs()), row))
            else:
                cells.extend(_cells(string, start, row))
        if string[-1] == "\f" and cells:
            yield cells
            cells = []
        start += len(string)
    if cells:
        yield cells


def _is_run_together(string: str) -> bool:
    """Whether a printed line is a whole page whose line ends were lost."""
    if len(string) < _RUN_TOGETHER or _is_one_cell(string.strip()):
        return False
    return not string.lstrip().startswith("<t") and len(string.split("   ")) > _WIDE_GAPS


def _paragraphs(string: str, start: int, row: int) -> list[_Cell]:
    """The paragraphs of a page on one line, a blank row between them; none of a line without wide gaps."""
    found = list(_PARAGRAPH.finditer(string))
    if len(found) < _ALIGNED:
        return []
    return [_Cell(m.group(), start + m.start(), 0, row + 2 * number) for number, m in enumerate(found)]


def _is_one_cell(stripped: str) -> bool:
    """Whether a printed line has no wide gap, or is a row of a table in Markdown."""
    if "   " not in stripped and "\t" not in stripped:
        return not stripped.startswith("<t")
    return _TABLE_ROW.match(stripped) is not None


def _cells(string: str, start: int, row: int) -> Iterator[_Cell]:
    """The stretches of a printed line between wide gaps; a bullet stays with its item."""
    if string.lstrip().startswith("<t"):
        yield from _rows_of_table(string, start, row)
        return
    pending: _Cell | None = None
    column = at = 0
    for number, match in enumerate(_CELL.finditer(string)):
        begin, end = match.span()
        column += len((" " * (column % _TAB) + string[at:begin]).expandtabs(_TAB)) - column % _TAB
        at = begin
        if pending is not None and begin - (pending.start - start) <= _BULLET_INDENT:
            pending.string = string[pending.start - start : end]
            if not _is_mark(match.group()):
                yield pending
                pending = None
            continue
        if pending is not None:
            yield pending
            pending = None
        cell = _Cell(match.group(), start + begin, column, row)
        if number == 0 and _is_mark(cell.string):
            pending = cell
        else:
            yield cell
    if pending is not None:
        yield pending


def _is_mark(string: str) -> bool:
    """Whether a cell is the mark of an item, whose text begins in the next one."""
    return bool(LONE_BULLET.match(string) or _LONE_CAPITAL.match(string))


def _rows_of_table(string: str, start: int, row: int) -> Iterator[_Cell]:
    """The rows of a table in HTML that stand on one line."""
    ends = [match.end() for match in _ROW_END.finditer(string)][:-1]
    for begin, end in itertools.pairwise([0, *ends, len(string)]):
        text = string[begin:end]
        yield _Cell(text.strip(), start + begin + len(text) - len(text.lstrip()), 0, row)


def _margin_column(cells: list[_Cell], page: int) -> int:
    """The column from which cells stand beside the body, right of where its long lines end."""
    ends = sorted(c.column + len(c.string) for c in cells if c.column < _BODY_STARTS_BEFORE and len(c.string) > _LONG)
    right = ends[len(ends) * 9 // 10] if ends else 0
    if number := _number_in_margin(cells, page, right, few=len(ends) <= _OVER_EDGE):
        return number - _ALIGNED
    found = max(right - 4, _MARGIN_STARTS_AFTER)
    edge = _straight_edge(cells, found)
    return edge if sum(end > edge for end in ends) <= _OVER_EDGE else found


def _number_in_margin(cells: list[_Cell], page: int, right: int, *, few: bool) -> int:
    """Where the number of a page with little text stands in the margin; 0 if it does not show that.

    Args:
        cells: The cells of the page.
        page: Which page it is.
        right: Where the long lines of the body end.
        few: There are too few of them to tell, as on a page that a table fills.
    """
    numbers = [c.column for c in cells if c.column >= _NUMBER_STARTS_AFTER and _is_number_of(page, c.string)]
    if not numbers or numbers[-1] - _ALIGNED <= right:
        return 0
    of_margin = numbers[-1] < _MARGIN_STARTS_AFTER or (few and _begin_at(cells, numbers[-1]) >= _WITH_NUMBER)
    return numbers[-1] if of_margin else 0


def _begin_at(cells: list[_Cell], column: int) -> int:
    """How many cells begin in a column."""
    return sum(abs(cell.column - column) <= _ALIGNED for cell in cells)


def _straight_edge(cells: list[_Cell], before: int) -> int:
    """Where many short cells begin below each other, right of the body and left of a column, else that column."""
    short = (c.column for c in cells if _MARGIN_STARTS_AFTER <= c.column < before and len(c.string) <= _MARGIN_WIDTH)
    most = Counter(short).most_common(1)
    return most[0][0] if most and most[0][1] >= _EDGE_FROM else before


def _is_number_of(page: int, string: str) -> bool:
    match = _NUMBERED.match(string)
    if match is None:
        return False
    return int(match["number"]) == page or (match["count"] is not None and int(match["number"]) <= int(match["count"]))


def _lines(cells: list[_Cell], page: int, margin: int, markup: Markup | None) -> Iterator[Line]:
    order = {row: index for index, row in enumerate(dict.fromkeys(cell.row for cell in cells))}
    last_rows = {True: -1, False: -1}
    first = True
    for index, cell in enumerate(cells):
        beside = cell.column >= margin and len(cell.string) <= _MARGIN_WIDTH
        above = last_rows[beside]
        # a row that only the other column fills is no blank one
        gap = cell.row - above - order[cell.row] + order[above] if above >= 0 else int(not first)
        last_rows[beside] = cell.row
        first = False
        start, end = cell.start, cell.start + len(cell.string)
        line = Line(cell.string, start, end, page, cell.row, cell.column, gap, ((0, start),), margin=beside)
        if markup is not None:
            following = [other.string for other in cells[index + 1 : index + 6]]
            marked = markup.read(cell.string, cell.start, gap=gap, following=following)
            line = line._replace(
                text=marked.text,
                offsets=marked.offsets,
                raised=marked.raised,
                bold=marked.bold,
                italic=marked.italic,
                cells=marked.cells,
                hint=Hint("hinted", "heading", level=marked.level) if marked.level else NO_HINT,
            )
        yield line
