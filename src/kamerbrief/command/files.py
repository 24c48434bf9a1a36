"""Documents as files: one, one a letter in a folder, or a line a letter."""

from __future__ import annotations

import contextlib
import posixpath
from typing import TYPE_CHECKING

from kamerbrief.command.documents import STANDARD_INPUT
from kamerbrief.command.sink import Sink, check_file, check_folder, staged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from kamerbrief.command.documents import Document


class _Stream(Sink[str]):
    """All letters below each other."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, document: Document, made: str) -> None:
        del document
        self._file.write(made)


@contextlib.contextmanager
def one_file(target: Path) -> Iterator[Sink[str]]:
    """A file that holds all letters, one below the other."""
    check_file(target)
    with staged(target, folder=False) as product, product.open("w", encoding="utf-8", newline="\n") as file:
        yield _Stream(file)


class _Folder(Sink[str]):
    """A file a letter."""

    def __init__(self, folder: Path, names: dict[str, str]) -> None:
        self._folder = folder
        self._names = names

    def write(self, document: Document, made: str) -> None:
        file = self._folder / self._names[document.path]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, encoding="utf-8", newline="\n")


@contextlib.contextmanager
def file_a_letter(target: Path, documents: Iterable[Document], suffix: str) -> Iterator[Sink[str]]:
    """A folder that holds a file for each letter, called as its document."""
    check_folder(target, lambda name: name.endswith(suffix))
    with staged(target, folder=True) as product:
        yield _Folder(product, names_of(documents, suffix))


def names_of(documents: Iterable[Document], suffix: str) -> dict[str, str]:
    """What the file of each document is called: as the document, within its folder; no two are called alike.

    Example:
        >>> from kamerbrief.command.documents import Document
        >>> names_of([Document("in/a.pdf", "a.pdf"), Document("in/a.docx", "a.docx")], ".md")
        {'in/a.pdf': 'a.md', 'in/a.docx': 'a.docx.md'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for document in documents:
        if document.path not in names:
            names[document.path] = next(name for name in _candidates(document, suffix) if name.casefold() not in taken)
            taken.add(names[document.path].casefold())
    return names


def _candidates(document: Document, suffix: str) -> Iterator[str]:
    within = "standard-input" if document.path == STANDARD_INPUT else document.within.replace("\\", "/")
    yield posixpath.splitext(within)[0] + suffix
    yield within + suffix
    number = 2
    while True:
        yield f"{within}-{number}{suffix}"
        number += 1
