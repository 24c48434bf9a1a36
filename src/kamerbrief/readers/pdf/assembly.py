"""Printed lines are written down as a Source: its text, its lines, and where each word stands."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from typing import TYPE_CHECKING

from kamerbrief.readers.pdf.glyphs import is_blank_between
from kamerbrief.readers.pdf.layout import CHARACTER, Piece, hidden_pieces, main_size, read_pieces
from kamerbrief.source import Layout, Line, Page, Placed, Source
from kamerbrief.text import well_formed
from kamerbrief.vocabulary.phrases import LONE_MARK

if TYPE_CHECKING:
    from kamerbrief.readers.pdf.document import PdfDocument, PdfPage
    from kamerbrief.readers.pdf.glyphs import Word

MEDIA_TYPE = "application/pdf"
_PAGES_APART = 2
_MOST_IN_HEADINGS = 0.25
_CELLS_APART = "\t"
_BOLD_FROM, _HEAVIER = 600, 150


def assemble(document: PdfDocument) -> Source:
    """The Source of a document."""
    body_size = main_size(word for page in document.pages for word in page.words if not word.hidden)
    pieces = [
        read_pieces([word for word in page.words if not word.hidden], page.tags, page.place.size[0], body_size)
        for page in document.pages
    ]
    _check_headings([piece for page in pieces for piece in page])
    writer = _Writer(body_size, _heavy(document), _left_edge([piece for page in pieces for piece in page]))
    pages = tuple(
        writer.page(page, [*of_page, *hidden_pieces(page.words, of_page)])
        for page, of_page in zip(document.pages, pieces, strict=True)
    )
    return Source("".join(writer.parts), MEDIA_TYPE, document.metadata, Layout(pages, writer.placed))


def _check_headings(pieces: list[Piece]) -> None:
    """Take back the tags of headings where they are on too much of the text to tell anything."""
    tagged = [piece for piece in pieces if piece.tag is not None and piece.tag.part == "heading"]
    if sum(map(_length, tagged)) > _MOST_IN_HEADINGS * sum(map(_length, pieces)):
        for piece in tagged:
            piece.tag = piece.tag and dataclasses.replace(piece.tag, part="paragraph", level=0)


def _length(piece: Piece) -> int:
    return sum(len(word.text) for word in piece.words)


def _left_edge(pieces: list[Piece]) -> float:
    """Where the lines of the body begin."""
    edges: Counter[int] = Counter()
    for piece in pieces:
        if not piece.margin:
            edges[round(piece.left)] += _length(piece)
    return edges.most_common(1)[0][0] if edges else 0.0


def _heavy(document: PdfDocument) -> int:
    """The weight from which a font is bold whose name does not say so: clearly heavier than that of the text."""
    weights: Counter[int] = Counter()
    for page in document.pages:
        for word in page.words:
            weights[word.style.weight] += len(word.text)
    return max(_BOLD_FROM, weights.most_common(1)[0][0] + _HEAVIER)


class _Writer:
    """Writes pieces down one after another."""

    def __init__(self, body_size: float, heavy: int, left_edge: float) -> None:
        self.parts: list[str] = []
        self.placed: list[Placed] = []
        self._body_size = body_size or 1.0
        self._character = CHARACTER * self._body_size
        self._heavy = heavy
        self._left = left_edge
        self._at = 0
        self._row = 0
        self._blocks = self._last_block = 0

    def page(self, page: PdfPage, pieces: list[Piece]) -> Page:
        """A page; a form feed ends it."""
        ids = self._block_ids(pieces)
        lines = [self._line(piece, page, ids) for piece in pieces]
        if self.parts:
            self.parts[-1] = "\f"
        self._row += max((piece.row for piece in pieces), default=0) + _PAGES_APART
        return Page(page.number, tuple(lines), *page.place.shown_size)

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
        text = ""
        cells: list[tuple[int, int]] = []
        raised: list[tuple[int, int]] = []
        for words in piece.cells or [piece.words]:
            text += _CELLS_APART if cells else ""
            start = len(text)
            for last, word in itertools.pairwise([None, *words]):
                if word is None:
                    continue
                if last is not None and (is_blank_between(last, word) or word.baseline > last.bottom):
                    text += " "
                at = len(text)
                text += well_formed(word.text)
                box = page.place.shown(word.left, word.top, word.right, word.bottom)
                self.placed.append(Placed(begin + at, begin + len(text), page.number, *box))
                if id(word) in piece.raised:
                    raised.append((at, len(text)))
            cells.append((start, len(text)))
        styled = [word.style for word in _styled(piece)]
        bold = all(style.bold or style.weight >= self._heavy for style in styled)
        tag = piece.tag
        line = Line(
            text=text,
            start=begin,
            end=begin + len(text),
            page=page.number,
            row=self._row + piece.row,
            column=max(round((piece.left - self._left) / self._character), 0),
            gap=piece.gap,
            size=piece.size / self._body_size,
            right=(piece.right - self._left) / self._character,
            offsets=((0, begin),),
            raised=tuple(raised),
            bold=bold,
            italic=not bold and all(style.italic for style in styled),
            level=tag.level if tag else 0,
            margin=piece.margin,
            hidden=piece.words[0].hidden,
            cells=tuple(cells) if piece.cells else (),
            part=tag.part if tag else None,
            block=ids[tag.block] if tag else 0,
        )
        self.parts += (text, "\n")
        self._at += len(text) + 1
        return line


def _styled(piece: Piece) -> list[Word]:
    """The words that tell the style of a line: its bullet and raised marks have one of their own."""
    level = piece.level
    return level[1:] if len(level) > 1 and LONE_MARK.match(level[0].text) else level
