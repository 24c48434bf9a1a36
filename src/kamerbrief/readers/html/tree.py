"""HTML as a tree: well-formed pages with the standard library, any page with lxml (``kamerbrief[html]``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.readers.markuptree import DEEPEST, MOST_BYTES, MOST_NODES, MarkupError, Node, parse_markup

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_PARSER = (
    "an HTML page that is not well-formed; install what reads it with: pip install 'kamerbrief[html]', or save it as "
    "plain text (UTF-8) first"
)


def parse_page(data: bytes) -> Node:
    """The root of a web page.

    Raises:
        MarkupError: It cannot be read; the message says what to do.
    """
    try:
        return parse_markup(data)
    except MarkupError as error:
        reason = str(error)
    if len(data) > MOST_BYTES:
        raise MarkupError(f"an HTML page {reason}")
    try:
        from lxml import html
        from lxml.etree import LxmlError
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "lxml":
            raise
        raise MarkupError(_NO_PARSER) from error
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise MarkupError("an HTML page that cannot be read: it has no elements") from error
    return _copied(root)


def _copied(root: _Element) -> Node:
    """The same tree as the other forms have, without its comments."""
    top = Node("", {})
    waiting = [(root, top, 0)]
    count = 0
    while waiting:
        element, parent, depth = waiting.pop()
        if not isinstance(element.tag, str):
            parent.children.append(str(element.tail or ""))
            continue
        count += 1
        if depth > DEEPEST or count > MOST_NODES:
            raise MarkupError(f"an HTML page of more than {DEEPEST} elements within each other or {MOST_NODES} in all")
        node = Node(element.tag.casefold(), {str(name): str(value) for name, value in element.attrib.items()})
        parent.children.append(node)
        if element.text:
            node.children.append(str(element.text))
        waiting += [(child, node, depth + 1) for child in reversed(element)]
        if element.tail and element is not root:
            parent.children.append(str(element.tail))
    return next(top.nodes())
