"""XML as a tree, read under guard: no entities of its own, no deeper and no larger than a letter can be."""

from __future__ import annotations

import html.entities
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES: Final = 16_000_000
"""The largest part of a real letter has 0.2 MB; pictures are parts of their own."""
DEEPEST: Final = 128
"""Real ones are at most 50 deep; what reads the tree calls itself for what lies deeper."""
MOST_NODES: Final = 300_000
"""A letter of 20 pages has 5,000."""
_MOST_ATTRIBUTES: Final = 600_000

_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office:",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text:",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table:",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style:",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw:",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo:",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg:",
    "http://www.w3.org/1999/xhtml": "",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
"""What names are called here; those of other namespaces begin with ``?:``."""


class MarkupError(ValueError):
    """Markup that is refused or broken; its message says why, in one line."""


class Node:
    """An element: its name, its attributes, and what stands in it, in order."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node | str] = []

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)

    def nodes(self) -> Iterator[Node]:
        """The elements right in it."""
        return (child for child in self.children if isinstance(child, Node))

    def child(self, *path: str) -> Node | None:
        """The first element on a path of names."""
        node: Node | None = self
        for name in path:
            node = next((one for one in node.nodes() if one.name == name), None) if node is not None else None
        return node

    def all(self, name: str) -> Iterator[Node]:
        """All elements of a name below it, in the order of the document."""
        for child in self.nodes():
            if child.name == name:
                yield child
            yield from child.all(name)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def parse_markup(data: bytes) -> Node:
    """The root of a document of XML.

    Raises:
        MarkupError: It is not well-formed, declares entities, or is larger or deeper than a letter can be.

    Example:
        >>> root = parse_markup(b'<brief><al type="x">Geachte <b>voorzitter</b>,</al></brief>')
        >>> root.name, root.child("al").get("type"), root.text
        ('brief', 'x', 'Geachte voorzitter,')
    """
    if len(data) > MOST_BYTES:
        raise MarkupError(f"larger than {MOST_BYTES // 1_000_000} MB")
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.EntityDeclHandler = _refuse_entities
    parser.SkippedEntityHandler = builder.skipped
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes it by position
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "broken")
        raise MarkupError(f"{what} in line {error.lineno}") from error
    except (LookupError, ValueError) as error:
        if isinstance(error, MarkupError):
            raise
        raise MarkupError("an encoding that is not known") from error
    if builder.root is None:
        raise MarkupError("without an element")
    return builder.root


def _refuse_entities(*_: object) -> None:
    raise MarkupError("entities of its own, which no letter needs")


class _Builder:
    """Builds the tree as the parser goes."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._names: dict[str, str] = {}
        self._nodes = self._attributes = 0

    def start(self, name: str, attributes: Sequence[str]) -> None:
        self._nodes += 1
        self._attributes += len(attributes)
        if self._nodes > MOST_NODES or self._attributes > _MOST_ATTRIBUTES:
            raise MarkupError(f"more than {MOST_NODES} elements")
        if len(self._open) >= DEEPEST:
            raise MarkupError(f"more than {DEEPEST} elements within each other")
        names = self._names
        pairs = iter(attributes)
        node = Node(
            names.get(name) or self._short(name),
            {names.get(key) or self._short(key): value for key, value in zip(pairs, pairs, strict=True)},
        )
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def end(self, _: str) -> None:
        self._open.pop()

    def characters(self, text: str) -> None:
        self._open[-1].children.append(text)

    def skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001 -- called by expat
        """An entity of XHTML, whose declarations are elsewhere and not fetched."""
        if not is_parameter and self._open:
            self._open[-1].children.append(html.entities.html5.get(f"{name};", ""))

    def _short(self, name: str) -> str:
        """The name with our prefix for its namespace."""
        space, _, local = name.rpartition(" ")
        short = self._names[name] = (_PREFIXES.get(space, "?:") if space else "") + local
        return short
