"""The structure tree of a tagged PDF: what each stretch of marked content is (ISO 32000-1, 14.7 and 14.8).

PDFium gives the part of the tree that belongs to a page; children on other pages come back empty. Ids must be asked
for child by child: the list of all ids of an element holds those of other pages too.
"""

from __future__ import annotations

import ctypes
import dataclasses
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.handles import argument, by_address, unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kamerbrief.document.line import Part
    from kamerbrief.readers.pdf.handles import Handle

_DEEPEST: Final = 60
_MOST_ELEMENTS: Final = 20_000
_TYPE_BYTES: Final = 128
_NAME: Final = ctypes.create_string_buffer(_TYPE_BYTES)
_NAME_AT: Final = argument(ctypes.addressof(_NAME))
_PARTS: Final[dict[str, Part]] = {
    "P": "paragraph",
    "Caption": "paragraph",
    "BlockQuote": "paragraph",
    "H": "heading",
    **dict.fromkeys((f"H{level}" for level in range(1, 7)), "heading"),
    "LI": "item",
    "Note": "note",
    "FENote": "note",
    "TR": "row",
}
_tree_of: Final = by_address(pdfium.FPDF_StructTree_GetForPage)
_close: Final = by_address(pdfium.FPDF_StructTree_Close)
_count_roots: Final = by_address(pdfium.FPDF_StructTree_CountChildren)
_root: Final = by_address(pdfium.FPDF_StructTree_GetChildAtIndex)
_count_children: Final = unchecked(pdfium.FPDF_StructElement_CountChildren)
_child: Final = unchecked(pdfium.FPDF_StructElement_GetChildAtIndex)
_mark: Final = unchecked(pdfium.FPDF_StructElement_GetChildMarkedContentID)
_type: Final = unchecked(pdfium.FPDF_StructElement_GetType)
_OUTER: Final[tuple[Part, ...]] = ("note", "row", "item")
"""What a paragraph lies in counts, not the paragraph; a note lies in the row or item that calls it."""
_CONTINUED: Final = (*_PARTS, "LBody", "TD", "TH")
"""What may go on over the end of a page."""
_CELLS: Final = ("TD", "TH")


class Tag(NamedTuple):
    """The block of the structure tree that some content belongs to."""

    part: Part
    block: int
    """Which block of the page it is."""
    continued: bool
    """It began on an earlier page."""
    level: int = 0
    """Of a heading: 1 to 6, 0 where the tree does not say."""
    table: int = 0
    """Of a row: which table it is of."""
    cell: int = 0
    """Of a row: which cell."""
    inner: int = 0
    """Of a row: which block of its cell, if the tree tells."""

    def of_text(self) -> Tag:
        """The tag of a line of a text: its block is that of the cell, where a table only places texts."""
        return self._replace(block=self.inner) if self.inner else self


@dataclasses.dataclass(frozen=True, slots=True)
class Tags:
    """What the structure tree says of a page."""

    of_marks: dict[int, Tag]
    """What each marked content belongs to, by its id."""
    cells: dict[int, list[int]]
    """The cells of each row of a table in their order, empty ones too."""


def read_tags(page: Handle) -> Tags:
    """What the structure tree says of a page; nothing if it has none."""
    walk = _Walk()
    tree = _tree_of(page)
    if not tree:
        return walk.tags
    try:
        for index in range(_count_roots(tree)):
            walk.take(_root(tree, index), _Inside({}, 0, 0, 0, 0), continued=False)
        return walk.tags
    finally:
        _close(tree)


class _Inside(NamedTuple):
    """What lies around some content, each element by its number: 0 for none, the innermost one of several."""

    parts: dict[Part, tuple[str, int]]
    """The types and numbers of blocks, from outside to inside."""
    table: int
    row: int
    cell: int
    depth: int

    def and_in(self, kind: str, number: int) -> _Inside:
        """The same for what lies in an element that lies here."""
        parts, table, row, cell, depth = self
        return _Inside(
            {**parts, _PARTS[kind]: (kind, number)} if kind in _PARTS else parts,
            number if kind == "Table" else table,
            number if kind == "TR" else row,
            number if kind in _CELLS else cell,
            depth + 1,
        )


class _Walk:
    """One pass over the tree of a page."""

    def __init__(self) -> None:
        self.tags = Tags({}, {})
        self._count = 0

    # decides more: what an element of the tree may hold
    def take(self, element: Handle, inside: _Inside, *, continued: bool) -> None:
        """Read an element and all in it; ``continued`` if its block began on an earlier page."""
        if not element or inside.depth > _DEEPEST or self._count > _MOST_ELEMENTS:
            return
        self._count += 1
        asked = argument(element)
        kind = _type_of(asked)
        inside = inside.and_in(kind, self._count)
        if kind in _CELLS:
            self.tags.cells.setdefault(inside.row, []).append(self._count)
        indexes: Iterable[int] = range(_count_children(asked))
        if inside.parts or kind in _CONTINUED:  # else it has no content of its own that counts, but may have much in it
            marks = list(map(_mark, repeat(asked), indexes))
            indexes = [index for index, mark in enumerate(marks) if mark < 0] if min(marks, default=0) < 0 else []
            if marks and kind in _CONTINUED:  # the first part of a block that is on another page comes back empty
                continued = marks[0] < 0 and not _child(asked, 0)
            own = [mark for mark in marks if mark >= 0] if indexes else marks
            if own and (tag := _tag_of(inside, continued=continued)) is not None:
                self.tags.of_marks.update(dict.fromkeys(own, tag))
        for child in filter(None, map(_child, repeat(asked), indexes)):
            self.take(child, inside, continued=continued)


def _tag_of(inside: _Inside, *, continued: bool) -> Tag | None:
    """The block that content belongs to, by what lies around it."""
    parts = inside.parts
    if not parts:
        return None
    part = next((outer for outer in _OUTER if outer in parts), [*parts][-1])
    kind, number = parts[part]
    if part != "row":
        return Tag(part, number, continued, int(kind[1:] or 0) if part == "heading" else 0)
    within = {part: at for part, (_, at) in parts.items() if at > inside.cell > 0}
    block = within.get("item") or max(within.values(), default=0)
    return Tag("row", number, continued, 0, inside.table, inside.cell, block)


def _type_of(asked: object) -> str:
    length = _type(asked, _NAME_AT, _TYPE_BYTES)
    return _decoded(_NAME.raw[: max(min(length, _TYPE_BYTES) - 2, 0)])


@lru_cache(maxsize=256)
def _decoded(name: bytes) -> str:
    return name.decode("utf-16-le", "replace")
