"""A ZIP file, read under guard: only the parts that are asked for, and none larger than a letter's can be."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from kamerbrief.readers.markuptree import MOST_BYTES, MarkupError, Node, parse_markup

MOST_PARTS: Final = 2_000
"""A real letter has 20 to 40, one with many pictures some hundreds."""
MOST_TOTAL: Final = 32_000_000
"""Of all parts that are read, in bytes; a real letter has 0.3 MB."""
_RATIO, _RATIO_FROM = 200, 1_000_000
"""XML of Word packs to a twentieth; a part that packs to a two-hundredth and is large was made to fill memory."""
_ENCRYPTED: Final = 0x1


class ArchiveError(ValueError):
    """A ZIP file that is refused or broken; its message says why, in one line, whatever its parts are called."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason if reason.isprintable() else ascii(reason)[1:-1])


class Archive:
    """The parts of a document that is a ZIP file."""

    def __init__(self, data: bytes, kind: str = "a ZIP archive") -> None:
        self._kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise ArchiveError(f"{kind} that is damaged or cut off; fetch it again") from error
        if len(parts) > MOST_PARTS:
            raise ArchiveError(f"{kind} of more than {MOST_PARTS} parts, which no letter has")
        self._parts = {part.filename: part for part in parts}
        self._total = 0

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def is_encrypted(self) -> bool:
        """Whether a part is under a password."""
        return any(part.flag_bits & _ENCRYPTED for part in self._parts.values())

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            ArchiveError: It is not there, damaged, or larger than that of a letter can be.
        """
        if name not in self._parts:
            raise ArchiveError(f"{self._kind} without its part {name}")
        part = self._parts[name]
        cap = min(MOST_BYTES, MOST_TOTAL - self._total)
        if part.file_size > _RATIO_FROM:
            cap = min(cap, max(_RATIO_FROM, part.compress_size * _RATIO))
        try:
            with self._zip.open(part) as file:
                data = file.read(cap + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise ArchiveError(f"{self._kind} whose part {name} is damaged; fetch it again") from error
        if len(data) > cap:
            raise ArchiveError(f"{self._kind} whose part {name} unpacks to more than a letter can be")
        self._total += len(data)
        return data

    def tree(self, name: str) -> Node:
        """The markup of a part.

        Raises:
            ArchiveError: The part is not there, damaged, or no markup that is read.
        """
        try:
            return parse_markup(self.read(name))
        except MarkupError as error:
            raise ArchiveError(f"{self._kind} whose part {name} cannot be read: {error}") from error
