"""Text boxes and pictures of Word: where they stand on the page, and what is in them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.readers.markuptree import Node

_EMU: Final = 635
"""In a twentieth of a point."""
_TWIPS: Final = 20
_LENGTH: Final = regex.compile(
    r"(?:\A|;)\s*+margin-(?P<side>left|top)\s*+:\s*+(?P<value>-?\d{1,5}(?:\.\d{1,4})?)(?P<unit>pt|in|cm|mm)?"
)
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "": 1.0}
_LONGEST_STYLE: Final = 2000
_ALT_TEXT: Final = regex.compile(r"\p{L}[\p{L} ]{4,78}\p{L}\Z")
"""The words that a picture shows; other descriptions tell what it is, or are names of files."""


@dataclasses.dataclass(frozen=True, slots=True)
class Box:
    """A text box, or the words of a picture."""

    content: Node | None
    left: int = 0
    """From the left edge of the page, in twentieths of a point."""
    top: int = 0
    of_page: bool = True
    """That is so; else it is from where the text begins."""
    at_right: bool = False
    """It is set to the right edge."""
    words: str = ""
    """That a picture shows."""


def first_alternative(node: Node) -> list[Node]:
    """The first of what a program may choose from; the others say the same for older programs."""
    choices = [child for child in node.nodes() if child.name == "mc:Choice"]
    return (choices or [child for child in node.nodes() if child.name == "mc:Fallback"])[:1]


def boxes_in(node: Node) -> Iterator[Box]:
    """The text boxes of a drawing, each once though it may stand there for two kinds of programs."""
    if node.name == "mc:AlternateContent":
        for chosen in first_alternative(node):
            for child in chosen.nodes():
                yield from boxes_in(child)
        return
    box = _drawn(node) if node.name == "w:drawing" else _drawn_in_vml(node)
    if box is None:
        return
    contents = list(_contents(node))
    yield from (dataclasses.replace(box, content=content, words="") for content in contents)
    if not contents and box.words:
        yield box


def _contents(node: Node) -> Iterator[Node]:
    """The text boxes in a drawing; one in another one comes with that."""
    for child in node.nodes():
        if child.name == "w:txbxContent":
            yield child
        elif child.name == "mc:AlternateContent":
            for chosen in first_alternative(child):
                yield from _contents(chosen)
        else:
            yield from _contents(child)


def _drawn(node: Node) -> Box | None:
    """Where a drawing stands, and what its description says; None where it is not shown."""
    anchor = node.child("wp:anchor") or node.child("wp:inline")
    shown = anchor.child("wp:docPr") if anchor is not None else None
    if anchor is None or (shown is not None and shown.get("hidden") in ("1", "true")):
        return None
    words = shown.get("descr").strip() if shown is not None else ""
    across, side = anchor.child("wp:positionH"), anchor.child("wp:positionH", "wp:align")
    return Box(
        None,
        _offset(anchor.child("wp:positionH", "wp:posOffset")),
        _offset(anchor.child("wp:positionV", "wp:posOffset")),
        across is None or across.get("relativeFrom") == "page",
        side is not None and side.text.strip() in ("right", "outside"),
        words if _ALT_TEXT.match(words) and " " in words else "",
    )


def _offset(node: Node | None) -> int:
    text = node.text.strip() if node is not None else ""
    return int(text) // _EMU if text.lstrip("-").isdecimal() and len(text) < 12 else 0  # noqa: PLR2004 -- a page


def _drawn_in_vml(node: Node) -> Box | None:
    shape = next((child for child in node.nodes() if child.name.startswith("v:") and child.get("style")), None)
    style = shape.get("style")[:_LONGEST_STYLE] if shape is not None else ""
    if "visibility:hidden" in style:
        return None
    places = {
        match["side"]: round(float(match["value"]) * _POINTS[match["unit"] or ""] * _TWIPS)
        for match in _LENGTH.finditer(style)
    }
    return Box(None, places.get("left", 0), places.get("top", 0), "horizontal-relative:page" in style)
