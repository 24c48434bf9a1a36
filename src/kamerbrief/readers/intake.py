"""A file is taken in as far as a letter of its kind can go; what is endless is told by its beginning."""

from __future__ import annotations

import io
import os
import stat
from typing import TYPE_CHECKING, Final

from kamerbrief.readers.sniff import NotTextError, is_pdf, is_zip, refuse_other

if TYPE_CHECKING:
    from typing import BinaryIO

HEAD: Final = 65_536
"""So many bytes tell the kind of a file."""
_CHUNK: Final = 1_000_000
_MOST_PDF: Final = 500_000_000
"""A letter with its annexes scanned in colour may have 100 MB."""
_MOST_ARCHIVE: Final = 200_000_000
"""A DOCX is as large as its pictures."""
_MOST: Final = 16_000_000
"""Of text and markup; a budget of 2,000 pages has 6 MB."""


def take_in(file: BinaryIO) -> bytes:
    """Read a file from where it stands to its end.

    Raises:
        NotTextError: It is larger than a letter can be.
        TypeError: It does not give bytes.

    Example:
        >>> take_in(io.BytesIO(b"Geachte voorzitter,"))
        b'Geachte voorzitter,'
    """
    taken = io.BytesIO()
    _pour(file, taken, HEAD)
    head = taken.getvalue()
    refuse_large(head, _size_on_disc(file))
    _pour(file, taken, _most(head) + 1)
    refuse_large(head, taken.tell())
    return taken.getvalue()


def refuse_large(data: bytes, size: int) -> None:
    """Refuse a file of this size if it is larger than a letter can be; its beginning tells its kind.

    Raises:
        NotTextError: It is too large.
    """
    most = _most(data)
    if size > most:
        if most == _MOST:
            refuse_other(data[:HEAD])  # what it is says more than how large it is
        raise NotTextError(f"a file of more than {most // 1_000_000} MB, larger than a letter can be")


def _most(head: bytes) -> int:
    if is_pdf(head):
        return _MOST_PDF
    return _MOST_ARCHIVE if is_zip(head) else _MOST


def _size_on_disc(file: BinaryIO) -> int:
    """The size of a file; 0 of what has none, such as a pipe."""
    try:
        status = os.fstat(file.fileno())
    except (AttributeError, OSError, ValueError):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _pour(file: BinaryIO, taken: io.BytesIO, most: int) -> None:
    """Read on until so many bytes are taken or the file ends; a pipe and a raw file give them as they come."""
    while (left := most - taken.tell()) > 0:
        data: object = file.read(min(left, _CHUNK))
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(
                f"load() takes a file whose read() gives bytes, not {type(data).__name__}; call parse(text)"
            )
        if not data:
            return
        taken.write(data)
