"""What the links that lie upon the words of a page lead to (ISO 32000-1, 12.5.6.5)."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2.raw as pdfium

from kamerbrief.readers.pdf.handles import by_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2.raw import FPDF_DOCUMENT

    from kamerbrief.readers.pdf.handles import Handle
    from kamerbrief.readers.pdf.place import Edges, Place
    from kamerbrief.readers.pdf.stretches import Stretch

_next: Final = by_address(pdfium.FPDFLink_Enumerate)
_rectangle: Final = by_address(pdfium.FPDFLink_GetAnnotRect)
_count_quads: Final = by_address(pdfium.FPDFLink_CountQuadPoints)
_quad: Final = by_address(pdfium.FPDFLink_GetQuadPoints)
_action: Final = by_address(pdfium.FPDFLink_GetAction)
_type: Final = by_address(pdfium.FPDFAction_GetType)
_address: Final = by_address(pdfium.FPDFAction_GetURIPath)

_MOST_LINKS: Final = 200
"""Of a page; one of print has some dozens."""
_LONGEST: Final = 2000
_SCHEMES: Final = ("http://", "https://")


class Link(NamedTuple):
    """A part of a page that leads to an address on the web."""

    edges: Edges
    target: str


def read_links(document: FPDF_DOCUMENT, page: Handle, place: Place) -> list[Link]:
    """The links of a page to addresses on the web; most pages have none, which one call tells.

    Args:
        document: The document.
        page: Its page.
        place: How places on the page are counted.
    """
    found: list[Link] = []
    at, link = ctypes.c_int(0), ctypes.c_size_t(0)
    while _next(page, ctypes.byref(at), ctypes.byref(link)) and len(found) < _MOST_LINKS:
        target = _target(document, _action(link.value))
        found += (Link(edges, target) for edges in _places(link.value, place)) if target else ()
    return found[:_MOST_LINKS]


def _target(document: FPDF_DOCUMENT, action: Handle) -> str:
    """The address on the web that an action leads to; empty if it does something else."""
    if not action or _type(action) != pdfium.PDFACTION_URI:
        return ""
    length = _address(document, action, None, 0)
    if length > _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    _address(document, action, buffer, length)
    target = buffer.value.decode("ascii", "replace").strip()
    return target if target.casefold().startswith(_SCHEMES) else ""


def _places(link: Handle, place: Place) -> Iterator[Edges]:
    """Where a link lies; one that goes on in the next line of print may say so in several boxes."""
    quads = _count_quads(link)
    points = pdfium.FS_QUADPOINTSF()
    for index in range(min(quads, _MOST_LINKS)):
        if _quad(link, index, ctypes.byref(points)):
            xs, ys = (points.x1, points.x2, points.x3, points.x4), (points.y1, points.y2, points.y3, points.y4)
            yield place.box(min(xs), max(ys), max(xs), min(ys))
    box = pdfium.FS_RECTF()
    if not quads and _rectangle(link, ctypes.byref(box)):
        yield place.box(box.left, box.top, box.right, box.bottom)


def linked(
    stretches: Sequence[Stretch], places: Sequence[int], links: Sequence[Link]
) -> tuple[tuple[int, int, str], ...]:
    """The stretches of a line upon whose words links lie.

    Args:
        stretches: The words of the line.
        places: Where each of these begins in its text.
        links: Those of the page.
    """
    found: list[tuple[int, int, str]] = []
    top, bottom = min(words.top for words in stretches), max(words.bottom for words in stretches)
    beside = [link for link in links if link.edges.top <= bottom and link.edges.bottom >= top]
    for begin, end, target in _words_below(stretches, places, beside) if beside else ():
        if found and found[-1][2] == target and begin - found[-1][1] <= 1:
            found[-1] = found[-1][0], end, target
        else:
            found.append((begin, end, target))
    return tuple(found)


def _words_below(
    stretches: Sequence[Stretch], places: Sequence[int], links: Sequence[Link]
) -> Iterator[tuple[int, int, str]]:
    """The words of a line upon whose middle a link lies, each with what it leads to."""
    for stretch, at in zip(stretches, places, strict=True):
        for word, (begin, end) in zip(stretch.each(), stretch.spans(), strict=True):
            target = next((link.target for link in links if link.edges.holds(*word.middle)), "")
            if target:
                yield at + begin, at + end, target
