"""Small PDFs, written by hand: text at its place, and a structure tree where one is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kamerbrief import Source
from kamerbrief.document.line import Line
from kamerbrief.readers import decode

WIDTH, HEIGHT = 595.0, 842.0
FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}


class Mark(NamedTuple):
    """Marked content of a page."""

    page: int
    number: int


Tree = tuple[str, Sequence["Tree | Mark | int"]]
"""An element: its type, and in it elements and marked content; a number is that of page 1."""


def text(  # noqa: PLR0913 -- an argument for each operator
    x: float,
    y: float,
    words: str,
    *,
    size: float = 9.0,
    font: str = "plain",
    colour: str = "0 g",
    mark: int | None = None,
    turn: str = "1 0 0 1",
    mode: int = 0,
) -> str:
    """Words at a place from the upper left corner of an upright A4 page."""
    shown = words.encode("cp1252").decode("latin-1").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    drawn = f"BT {colour} {mode} Tr /{font} {size:g} Tf {turn} {x:g} {HEIGHT - y:g} Tm ({shown}) Tj ET\n"
    return drawn if mark is None else f"/P <</MCID {mark}>> BDC {drawn} EMC\n"


def lines(y: float, *rows: str, x: float = 80.0, leading: float = 12.0) -> str:
    """Lines of the body below each other."""
    return "\n".join(text(x, y + leading * at, row) for at, row in enumerate(rows))


def box(left: float, top: float, right: float, bottom: float, colour: str) -> str:
    """A filled area."""
    return f"{colour} {left:g} {HEIGHT - bottom:g} {right - left:g} {bottom - top:g} re f 0 g\n"


def pdf(
    *pages: str,
    rotate: int = 0,
    crop: str = "",
    tree: Tree | None = None,
    title: str = "",
    trailer: str = "",
    forms: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """A PDF of these pages, each the content that it draws, with forms that they and the forms may draw.

    `trailer` goes to the end of the file.
    """
    objects: list[bytes] = [b"", b"", b"", b""]  # catalog, pages, information, structure tree
    fonts = []
    for name, base in FONTS.items():
        objects.append(f"<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>".encode())
        fonts.append(f"/{name} {len(objects)} 0 R")
    drawn = "".join(f"/{name} {number} 0 R" for number, name in enumerate(forms, start=len(objects) + 1))
    resources = f"/Resources<</Font<<{''.join(fonts)}>>{f'/XObject<<{drawn}>>' if forms else ''}>>"
    for content in forms.values():
        head = f"<</Type/XObject/Subtype/Form/BBox[0 0 {WIDTH:g} {HEIGHT:g}]{resources}/Length {len(content)}>>"
        objects.append(f"{head}\nstream\n{content}\nendstream".encode("latin-1"))
    kids = []
    for number, content in enumerate(pages):
        data = content.encode("latin-1")
        objects.append(b"<</Length %d>>\nstream\n%b\nendstream" % (len(data), data))
        extra = f"/Rotate {rotate}" + (f"/CropBox[{crop}]" if crop else "") + f"/StructParents {number}"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH:g} {HEIGHT:g}]{extra}/Contents {len(objects)} 0 R"
            f"{resources}>>".encode()
        )
        kids.append(len(objects))
    marked = "/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R" if tree else ""
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{marked}>>".encode()
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    objects[2] = f"<</Producer(kamerbrief tests)/Title({title})>>".encode()
    objects[3] = _structure(objects, kids, tree) if tree else b"null"
    return _file(objects, trailer)


def without_map(data: bytes, font: str = "bold") -> bytes:
    """A PDF, one of whose fonts has glyphs of its own without a map to Unicode."""
    widths, glyphs = " 600" * 224, "".join(f"/g{code}" for code in range(32, 256))
    known = f"/Subtype/Type1/BaseFont/{FONTS[font]}/Encoding/WinAnsiEncoding".encode()
    own = f"/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<>>/FirstChar 32/LastChar 255\
/Widths[{widths}]/Encoding<</Differences[32{glyphs}]>>"
    return data.replace(known, own.encode())


def _structure(objects: list[bytes], kids: list[int], tree: Tree) -> bytes:
    parents: dict[int, dict[int, int]] = {page: {} for page in range(len(kids))}

    def add(element: Tree, parent: int) -> int:
        objects.append(b"")
        number = len(objects)
        children = []
        for child in element[1]:
            mark = Mark(1, child) if isinstance(child, int) else child
            if isinstance(mark, Mark):
                parents[mark.page - 1][mark.number] = number
                children.append(f"<</Type/MCR/Pg {kids[mark.page - 1]} 0 R/MCID {mark.number}>>")
            else:
                children.append(f"{add(mark, number)} 0 R")
        objects[number - 1] = f"<</Type/StructElem/S/{element[0]}/P {parent} 0 R/K[{' '.join(children)}]>>".encode()
        return number

    root = add(tree, 4)
    numbers = ""
    for page, marks in parents.items():
        every = (f"{marks[mark]} 0 R" if mark in marks else "null" for mark in range(max(marks, default=-1) + 1))
        numbers += f"{page} [{' '.join(every)}] "
    return f"<</Type/StructTreeRoot/K {root} 0 R/ParentTree<</Nums[{numbers}]>>>>".encode()


def _file(objects: list[bytes], more: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, value in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"<</Size {len(objects) + 1}/Root 1 0 R/Info 3 0 R{more}>>".encode()
    start = len(data)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, trailer, start,
    )  # fmt: skip


BODY = lines(
    400, *[f"De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht, zie {n}." for n in range(9)]
)
"""Enough text to tell how a document is set."""


def source_of(*pages: str, rotate: int = 0, crop: str = "", tree: Tree | None = None) -> Source:
    """What the reader makes of a PDF of these pages."""
    return decode(pdf(*pages, rotate=rotate, crop=crop, tree=tree), "brief.pdf")


def lines_of(*pages: str, tree: Tree | None = None, rotate: int = 0) -> list[Line]:
    """The lines above the text that tells how the document is set."""
    source = source_of(*[f"{page}\n{BODY}" for page in pages], tree=tree, rotate=rotate)
    return [line for page in source.pages for line in page.lines if not line.text.startswith("De sloten achter")]
