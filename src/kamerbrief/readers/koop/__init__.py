"""Papers of officielebekendmakingen.nl: XML of both dialects, and the record beside it.

``publication`` reads the dialect of 2010 and later, ``flat`` the older one; ``paper`` is what they share.
"""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.intake import take_in
from kamerbrief.readers.koop.flat import ROOTS, FlatPaper
from kamerbrief.readers.koop.publication import Publication
from kamerbrief.readers.markuptree import parse_markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.source import Source
    from kamerbrief.readers.markuptree import Node

MEDIA_TYPE: Final = "application/xml"
PUBLICATION: Final = "officiele-publicatie"


def is_paper(root: Node) -> bool:
    """Whether a document of XML is a paper of one of these dialects."""
    return root.name == PUBLICATION or root.name in ROOTS


def read_paper(root: Node, record: Sequence[tuple[str, str]] = ()) -> Source:
    """A paper as it prints.

    Args:
        root: Of its XML.
        record: The names and values of the record that lies beside it.
    """
    paper = Publication(root) if root.name == PUBLICATION else FlatPaper(root)
    paper.told(record)
    paper.write(root)
    return paper.writer.source(MEDIA_TYPE)


def record_beside(root: Node, path: str) -> list[tuple[str, str]]:
    """The names and values of the metadata record in the folder of a paper; none where it is of another paper.

    A paper names its record by an address that has the id of the paper in it.
    """
    file = pathlib.Path(path)
    named = " ".join(node.get("content") for node in root.all("meta"))
    for name in (f"{file.stem}.metadata.xml", "metadata.xml"):
        try:
            with file.with_name(name).open("rb") as beside:
                record = record_of(parse_markup(take_in(beside)))
        except (OSError, ValueError):  # there is none, or it is none
            continue
        identity = next((value for key, value in record if key == "DC.identifier"), "")
        if not named or f"/{identity}/" in named:
            return record
    return []


def record_of(root: Node) -> list[tuple[str, str]]:
    """The names and values of a metadata record."""
    return [(node.get("name"), node.get("content")) for node in root.all("metadata") if node.get("name")]
