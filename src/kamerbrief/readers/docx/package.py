"""The parts of a Word document, found by their relations; only those that print as text are ever opened."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from kamerbrief.readers.archive import Archive, ArchiveError

if TYPE_CHECKING:
    from kamerbrief.readers.markuptree import Node

_MAIN = "word/document.xml"
_LONGEST_NAME = 200


class Package:
    """A document with its parts."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data, "a Word document")
        if self._archive.is_encrypted:
            raise ArchiveError("a Word document under a password; save it without one first")
        self._main = next((target for kind, target in self._related("").values() if kind == "officeDocument"), _MAIN)
        self._parts = self._related(self._main)

    @cached_property
    def document(self) -> Node:
        """The text itself."""
        return self._archive.tree(self._main)

    def part(self, kind: str) -> Node | None:
        """The part of this kind: ``styles``, ``numbering``, ``footnotes``; None if there is none."""
        name = next((target for other, target in self._parts.values() if other == kind), "")
        return self._archive.tree(name) if name in self._archive else None

    def by_id(self, identifier: str) -> Node | None:
        """The part that a reference in the text names."""
        _, name = self._parts.get(identifier, ("", ""))
        return self._archive.tree(name) if name in self._archive else None

    def _related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part is related to: the kind and name of each part, by its id."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive:
            return {}
        found = {}
        for node in self._archive.tree(relations).nodes():
            target = node.get("Target")[:_LONGEST_NAME]
            if node.get("TargetMode") != "External":
                path = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                found[node.get("Id")] = node.get("Type").rpartition("/")[2], path
        return found
