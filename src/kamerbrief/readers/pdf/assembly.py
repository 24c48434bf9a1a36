"""Printed lines are written down as a Source: its text, its lines, and where each word stands."""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from kamerbrief.document.geometry import PlacedWords
from kamerbrief.document.line import NO_HINT, Hint, Line, Page
from kamerbrief.document.signs import LONE_BULLET
from kamerbrief.document.source import Source
from kamerbrief.readers.pdf.layout import hidden_pieces, read_pieces
from kamerbrief.readers.pdf.links import linked
from kamerbrief.readers.pdf.stretches import is_blank_between
from kamerbrief.readers.pdf.typography import Typography, text_size

if TYPE_CHECKING:
    from kamerbrief.readers.pdf.document import PdfDocument, PdfPage
    from kamerbrief.readers.pdf.pieces import Piece
    from kamerbrief.readers.pdf.stretches import Stretch

_MEDIA_TYPE: Final = "application/pdf"
_SAMPLE: Final = 12
"""So many pages tell how the document is set."""
_PAGES_APART: Final = 2
_CELLS_APART: Final = "\t"
_NEXT_LINE: Final = 0.7
_SOFT_HYPHEN: Final = "\xad"

_italic: Final = attrgetter("italic")


def assemble(document: PdfDocument) -> Source:
    """The Source of an open document; its pages are read one after another and not kept."""
    pages = document.pages()
    first = list(itertools.islice(pages, _SAMPLE))
    size = text_size(first)
    sample = [(page, read_pieces(page, size)) for page in first]
    writer = _Writer(Typography.of(sample, size))
    rest = ((page, read_pieces(page, size)) for page in pages)
    written = tuple(writer.page(page, pieces) for page, pieces in itertools.chain(sample, rest))
    return Source("".join(writer.parts), _MEDIA_TYPE, document.metadata(), written, writer.placed)


class _Writer:
    """Writes pages down one after another."""

    def __init__(self, typography: Typography) -> None:
        self.parts: list[str] = []
        self.placed = PlacedWords()
        self._stretches: list[Stretch] = []
        """Those of the page that are written down."""
        self._offsets: list[int] = []
        """Where they begin in the text."""
        self._set = typography
        self._at = 0
        self._row = 0
        self._blocks = self._last_block = 0

    def page(self, page: PdfPage, pieces: list[Piece]) -> Page:
        """A page; a form feed ends it."""
        ids = self._block_ids(pieces)
        pieces = [*pieces, *hidden_pieces(page.words, pieces)]
        lines = [self._line(piece, page, ids) for piece in pieces]
        self._place(page.number)
        self._stretches, self._offsets = [], []
        self.parts[-1] = "\f"
        self._row += max(piece.row for piece in pieces) + _PAGES_APART
        return Page(page.number, tuple(lines), *page.place.shown_size, page.place.rotation)

    def _place(self, page: int) -> None:
        """Write down where the words of a page stand."""
        words = self._stretches[0].words
        boxes = words.lefts, words.tops, words.rights, words.bottoms
        runs = [
            (stretch.begin, stretch.end, at - words.begins[stretch.begin])
            for stretch, at in zip(self._stretches, self._offsets, strict=True)
        ]
        self.placed.add(page, (words.begins, words.ends), boxes, runs)

    def _block_ids(self, pieces: list[Piece]) -> dict[int, int]:
        """Which block of the document each block of a page is; the first may go on from the page before."""
        ids: dict[int, int] = {}
        body = [piece.tag for piece in pieces if piece.tag and not piece.margin and piece.tag.part != "note"]
        if body and body[0].continued and self._last_block:
            ids[body[0].block] = self._last_block
        for piece in pieces:
            if piece.tag and piece.tag.block not in ids:
                self._blocks += 1
                ids[piece.tag.block] = self._blocks
        self._last_block = ids[body[-1].block] if body else 0
        return ids

    def _line(self, piece: Piece, page: PdfPage, ids: dict[int, int]) -> Line:
        begin = self._at
        first = len(self._offsets)
        text, cells, raised = self._write(piece)
        styles = [word.style for word in _styled(piece)]
        return Line(
            text=text,
            start=begin,
            end=begin + len(text),
            page=page.number,
            row=self._row + piece.row,
            column=max(round(self._set.column(piece.left if piece.set_left is None else piece.set_left)), 0),
            gap=piece.gap,
            offsets=((0, begin),),
            raised=raised,
            bold=all(map(self._set.is_bold, styles)),
            underlined=piece.underlined,
            italic=all(map(_italic, styles)),
            margin=piece.margin,
            cells=cells,
            size=piece.size / self._set.size,
            right=self._set.column(piece.right if piece.set_right is None else piece.set_right),
            hidden=piece.words[0].hidden,
            hint=self._hint(piece, ids),
            links=linked(self._stretches[first:], [at - begin for at in self._offsets[first:]], page.links)
            if page.links
            else (),
        )

    def _hint(self, piece: Piece, ids: dict[int, int]) -> Hint:
        if piece.tag is None:
            return NO_HINT
        return Hint("hinted", piece.tag.part, ids[piece.tag.block], self._set.level(piece))

    def _write(self, piece: Piece) -> tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
        """Write a line down: its text, the stretches that are cells, and those that are raised."""
        text = ""
        cells: list[tuple[int, int]] = []
        raised: list[tuple[int, int]] = []
        for words in piece.cells or [piece.words]:
            text += _CELLS_APART if cells else ""
            start = len(text)
            last: Stretch | None = None
            for stretch in words:
                if last is None:
                    pass
                elif piece.cells:
                    text = _led_on(text, last, stretch)
                elif is_blank_between(last, stretch):
                    text += " "
                self._stretches.append(stretch)
                self._offsets.append(self._at + len(text))
                if stretch.begin in piece.raised:
                    raised += ((at + len(text), end + len(text)) for at, end in stretch.spans())
                text += stretch.text
                last = stretch
            cells.append((start, len(text)))
        self.parts += (text, "\n")
        self._at += len(text) + 1
        return text, tuple(cells) if piece.cells else (), tuple(raised)


def _led_on(text: str, last: Stretch, word: Stretch) -> str:
    """The text of a cell as far as a word that stands behind or below the last one."""
    if _is_below(word, last):
        return f"{text[:-1]}{_SOFT_HYPHEN}" if _is_broken(last, word) else f"{text} "
    return f"{text} " if is_blank_between(last, word) else text


def _is_below(word: Stretch, last: Stretch) -> bool:
    """Whether a word of a cell stands on the line below another one."""
    return word.baseline - last.baseline > _NEXT_LINE * max(word.style.size, last.style.size)


def _is_broken(last: Stretch, word: Stretch) -> bool:
    """Whether a cell breaks a word at the end of its line."""
    return last.text[-1] == "-" and last.last[-2:-1].islower() and word.text[0].islower()


def _styled(piece: Piece) -> list[Stretch]:
    """The words that tell the style of a line: its bullet, raised marks and signs alone have one of their own."""
    level = piece.level
    if len(level) == 1:
        return level
    words = level[1:] if len(level[0]) == 1 and LONE_BULLET.match(level[0].text) else level
    return [word for word in words if any(map(str.isalnum, word.text))] or words
