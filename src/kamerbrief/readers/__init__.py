"""Readers: each turns one kind of file into a :class:`~kamerbrief.Source`.

A reader says what a line looks like; what it means is for the steps after it.
"""

from __future__ import annotations

import os

from kamerbrief.document.source import Source
from kamerbrief.model.errors import UnreadableError
from kamerbrief.readers.plain import read_text
from kamerbrief.readers.sniff import NotTextError, is_pdf, media_type_of, text_of

__all__ = ["decode", "load", "read_text"]

_NO_PDF_READER = (
    "a PDF; install what reads it with: pip install 'kamerbrief[pdf]', or extract its text first, for example with "
    "pdftotext -layout"
)


def load(path: str | os.PathLike[str]) -> Source:
    r"""Read the text of a letter from a file.

    The file is told by its content, not its name. Text and Markdown are read: UTF-8, UTF-16 with a byte
    order mark, or Windows-1252. A byte order mark is taken off; newlines stay as they are in the file. A PDF
    is read as it looks, by the extra ``kamerbrief[pdf]``: its text is written down line by line in reading
    order, the margin of each page below its body, a form feed behind each page.

    Args:
        path: The file.

    Returns:
        The text and how it looked, for :func:`kamerbrief.parse`.

    Raises:
        UnreadableError: The file is missing, empty or damaged, or of a kind that cannot be read; its
            ``reason`` says what it is and what to do.
        TypeError: ``path`` is not the path of a file.

    Example:
        >>> import pathlib, tempfile
        >>> path = pathlib.Path(tempfile.mkdtemp(), "brief")
        >>> _ = path.write_bytes("\ufeffGeachte voorzitter,\r\n".encode("utf-16-le"))
        >>> load(path).text
        'Geachte voorzitter,\r\n'
    """
    name = _path_of(path)
    try:
        with open(name, "rb") as file:  # noqa: PTH123 -- a path-like that is no Path stays as it is
            data = file.read()
    except (OSError, ValueError) as error:
        raise UnreadableError(path, _refusal(name, error)) from error
    return decode(data, path)


def decode(data: bytes, path: str | os.PathLike[str]) -> Source:
    """Read the text of a letter from the bytes of a file, as :func:`load` does.

    Args:
        data: The whole content of the file.
        path: What to call it in errors.

    Raises:
        UnreadableError: The bytes are no text that can be read.

    Example:
        >>> decode(b"Geachte voorzitter,", "-").media_type
        'text/plain'
        >>> decode(b"GIF89a", "brief.txt")
        Traceback (most recent call last):
        kamerbrief.model.errors.UnreadableError: brief.txt: a GIF image; recognise its text first (OCR)
    """
    if is_pdf(data):
        return _decode_pdf(data, path)
    try:
        text = text_of(data)
    except NotTextError as error:
        raise UnreadableError(path, str(error)) from error
    return read_text(text, media_type_of(text))


def _decode_pdf(data: bytes, path: str | os.PathLike[str]) -> Source:
    try:
        from kamerbrief.readers.pdf import PdfError, read_pdf
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "pypdfium2":
            raise
        raise UnreadableError(path, _NO_PDF_READER) from error
    try:
        return read_pdf(data)
    except PdfError as error:
        raise UnreadableError(path, str(error)) from error


def _path_of(path: object) -> str:
    """The path as the operating system takes it; a TypeError that names the right call where it is none."""
    if isinstance(path, (bytes, bytearray, memoryview)):
        raise TypeError("load() takes the path of a file, not bytes; of the bytes of a text call parse(data.decode())")
    if isinstance(path, Source):
        raise TypeError("load() takes the path of a file; this Source is loaded, call parse(source)")
    if hasattr(path, "read"):
        raise TypeError("load() takes the path of a file, not an open file; call load(file.name) or parse(file.read())")
    if isinstance(path, (str, os.PathLike)):
        name = os.fspath(path)
        if isinstance(name, str):
            return name
        raise TypeError("load() takes a path of str, not of bytes; call load(os.fsdecode(path))")
    kind = "None" if path is None else type(path).__name__
    raise TypeError(f"load() takes the path of a file (str or os.PathLike), not {kind}; of a text call parse(text)")


def _refusal(name: str, error: OSError | ValueError) -> str:
    """Why a file cannot be opened, in one line."""
    if "\n" in name:
        return "no such file; of the text of a letter call parse(text)"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "a directory; name the files in it"
    if isinstance(error, PermissionError):
        # Windows says this of a directory too.
        return "a directory; name the files in it" if os.path.isdir(name) else "permission denied"  # noqa: PTH112
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return f"no such file ({error})"
