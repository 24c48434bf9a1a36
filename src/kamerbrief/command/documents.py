"""Which documents are to be read: paths, folders, lists of paths, standard input."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import stat
import sys
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.intake import HEAD, refuse_large, take_in
from kamerbrief.readers.sniff import NotTextError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

STANDARD_INPUT: Final = "-"
OUT_OF_MEMORY: Final = "needs more memory than there is"
_RECORD: Final = "metadata.xml"
"""A record that lies beside a published paper is read with that paper."""
_HIDDEN: Final = "."
_HANDLES: Final = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""What another process does not have."""


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """A document to be read."""

    path: str
    """As it was named; ``-`` is standard input."""
    within: str = ""
    """Its path within the folder that was named; its own name if it was named itself."""
    unreadable: str | None = None
    """Why it cannot be read, where that is known already."""
    data: bytes | None = dataclasses.field(default=None, repr=False)
    """Its bytes, where this process alone can read them."""
    sha256: str | None = None
    """Of its bytes, once they were looked at."""

    def at_hand(self) -> Document:
        """The same, with its bytes if no other process can read them, or why they cannot be read."""
        try:
            if self.path == STANDARD_INPUT:
                data = b"" if sys.stdin is None else take_in(sys.stdin.buffer)  # None: closed by the caller
                return dataclasses.replace(self, data=data)
            if self.path.startswith(_HANDLES):
                with open(self.path, "rb") as file:  # noqa: PTH123 -- no Path for a path that may be no file
                    return dataclasses.replace(self, data=take_in(file))
        except NotTextError as error:
            return dataclasses.replace(self, unreadable=str(error))
        except MemoryError:
            return dataclasses.replace(self, unreadable=OUT_OF_MEMORY)
        except OSError:  # reading it will tell why
            return self
        return self

    def hashed(self) -> Document:
        """The same, with the hash of its bytes; without one where it is no file that can be opened."""
        if self.data is not None:
            return dataclasses.replace(self, sha256=hashlib.sha256(self.data).hexdigest())
        try:
            if not stat.S_ISREG(os.stat(self.path).st_mode):  # noqa: PTH116 -- a pipe can be read but once
                return self
            with open(self.path, "rb") as file:  # noqa: PTH123
                refuse_large(file.read(HEAD), os.fstat(file.fileno()).st_size)
                file.seek(0)
                return dataclasses.replace(self, sha256=hashlib.file_digest(file, "sha256").hexdigest())
        except (OSError, ValueError):  # reading it will tell why
            return self


def list_documents(paths: Sequence[str], *, left_out: Collection[str], target: str | None) -> list[Document]:
    """The documents that these paths name, in their order; those of a folder sorted.

    Args:
        paths: Files and folders; ``-`` for standard input.
        left_out: What the names of files in folders end in that are no documents, in lower case.
        target: What is about to be written, which is no document either.
    """
    found: list[Document] = []
    own = target and os.path.realpath(target)
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):  # noqa: PTH112
            found += (
                one
                for one in _in_folder(path)
                if not one.path.lower().endswith(tuple(left_out)) and not _lies_in(one.path, own)
            )
        else:
            found.append(Document(path, os.path.basename(path)))  # noqa: PTH119
    return found


def _in_folder(folder: str) -> Iterator[Document]:
    failed: list[Document] = []

    def fail(error: OSError) -> None:
        path = str(error.filename)
        failed.append(Document(path, os.path.relpath(path, folder), (error.strerror or str(error)).lower()))

    for place, inner, names in os.walk(folder, onerror=fail):
        inner[:] = sorted(name for name in inner if not name.startswith(_HIDDEN))
        for name in sorted(names):
            path = os.path.join(place, name)  # noqa: PTH118 -- as it was named, `./` too
            if not name.startswith(_HIDDEN) and not name.endswith(_RECORD) and _may_be_read(path):
                yield Document(path, os.path.relpath(path, folder))
    yield from failed


def _may_be_read(path: str) -> bool:
    """Whether it is a file; a broken link is a document that fails, a pipe or a device in a folder is none."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except OSError:
        return True
    return stat.S_ISREG(mode)


def _lies_in(path: str, target: str | None) -> bool:
    own = os.path.realpath(path)
    return target is not None and (own == target or own.startswith(target + os.sep))


def paths_listed_in(data: bytes) -> list[str]:
    r"""The paths of a list, one a line; a list with NUL bytes in it is ended by those, as ``find -print0`` writes it.

    Example:
        >>> paths_listed_in(b"a.pdf\r\n\r\nb c.pdf\n"), paths_listed_in(b"a\nb.pdf\0")
        (['a.pdf', 'b c.pdf'], ['a\nb.pdf'])
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    lines = data.split(b"\0") if b"\0" in data else (line.removesuffix(b"\r") for line in data.split(b"\n"))
    return [os.fsdecode(line) for line in lines if line.strip()]
