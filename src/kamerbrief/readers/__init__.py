"""Readers: each turns one kind of file into a :class:`~kamerbrief.Source`.

A reader says what a line looks like; what it means is for the steps after it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
from typing import TYPE_CHECKING, Final, cast

from kamerbrief.document.source import Source
from kamerbrief.document.text import well_formed
from kamerbrief.model.errors import UnreadableError
from kamerbrief.model.origin import Origin
from kamerbrief.readers.intake import refuse_large, take_in
from kamerbrief.readers.plain import read_text
from kamerbrief.readers.sniff import NotTextError, is_markup, is_pdf, is_web_page, media_type_of, office_kind, text_of

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["decode", "load", "read_text"]

_UNNAMED: Final = "<bytes>"
"""What bytes without a name are called in errors."""
_NO_PDF_READER = (
    "a PDF; install what reads it with: pip install 'kamerbrief[pdf]', or extract its text first, for example with "
    "pdftotext -layout"
)


def load(source: str | os.PathLike[str] | bytes | BinaryIO, *, name: str | None = None) -> Source:
    r"""Read the text of a letter from a file.

    The file is told by its content, not its name. Text and Markdown are read: UTF-8, UTF-16 with a byte
    order mark, or Windows-1252. A byte order mark is taken off; newlines stay as they are in the file. A PDF
    is read as it looks, by the extra ``kamerbrief[pdf]``: its text is written down line by line in reading
    order, the margin of each page below its body, a form feed behind each page. DOCX, ODT, HTML and the XML of
    officielebekendmakingen.nl are written down block by block, their notes at the end; HTML that is not
    well-formed needs the extra ``kamerbrief[html]``.

    Args:
        source: The path of the file, its bytes, or a binary file object.
        name: What to call it in errors and in :attr:`Source.origin`; the path, if not given.

    Returns:
        The text and how it looked, for :func:`kamerbrief.parse`.

    Raises:
        UnreadableError: The file is missing, empty or damaged, or of a kind that cannot be read; its
            ``reason`` says what it is and what to do.
        TypeError: ``source`` is no path, no bytes and no binary file.

    Example:
        >>> load("\ufeffGeachte voorzitter,\r\n".encode("utf-16-le"), name="brief.txt").text
        'Geachte voorzitter,\r\n'
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return decode(bytes(source), name)
    if hasattr(source, "read"):
        return _load_file(cast("BinaryIO", source), name)
    path = _path_of(source)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- a path-like that is no Path stays as it is
            data = take_in(file)
    except NotTextError as error:
        raise UnreadableError(name or source, str(error)) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(name or source, _refusal(path, error)) from error
    return decode(data, name or source, beside=path)


def decode(data: bytes, name: str | os.PathLike[str] | None = None, *, beside: str | None = None) -> Source:
    """Read the text of a letter from the bytes of a file, as :func:`load` does.

    Args:
        data: The whole content of the file.
        name: What to call it in errors.
        beside: The path that it was read from; a record that lies beside a paper is read with it.

    Raises:
        UnreadableError: The bytes are no text that can be read.

    Example:
        >>> decode(b"Geachte voorzitter,", "-").media_type
        'text/plain'
        >>> decode(b"GIF89a", "brief.txt")
        Traceback (most recent call last):
        kamerbrief.model.errors.UnreadableError: brief.txt: a GIF image; recognise its text first, for example with ...
    """
    source = _decoded(data, _UNNAMED if name is None else name, beside)
    if not source.text.strip():
        raise UnreadableError(_UNNAMED if name is None else name, "a document without text in it")
    origin = Origin(
        name=None if name is None else well_formed(os.fspath(name)),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=source.media_type,
        page_count=source.page_count,
    )
    return dataclasses.replace(source, origin=origin, data=data if source.placed else None)


def _decoded(data: bytes, path: str | os.PathLike[str], beside: str | None) -> Source:
    try:
        refuse_large(data, len(data))
    except NotTextError as error:
        raise UnreadableError(path, str(error)) from error
    if is_pdf(data):
        return _decode_pdf(data, path)
    if (kind := office_kind(data)) is not None:
        return _decode_office(data, kind, path)
    if is_markup(data) and (source := _decode_markup(data, path, beside)) is not None:
        return source
    try:
        text = text_of(data)
    except NotTextError as error:
        raise UnreadableError(path, str(error)) from error
    return read_text(text, media_type_of(text))


def _decode_office(data: bytes, kind: str, path: str | os.PathLike[str]) -> Source:
    from kamerbrief.readers.archive import ArchiveError
    from kamerbrief.readers.docx import read_docx
    from kamerbrief.readers.odt import read_odt

    try:
        return read_docx(data) if kind == "docx" else read_odt(data)
    except ArchiveError as error:
        raise UnreadableError(path, str(error)) from error


def _decode_markup(data: bytes, path: str | os.PathLike[str], beside: str | None) -> Source | None:
    """A published paper in XML or a web page; None of other markup."""
    from kamerbrief.readers.html import read_page
    from kamerbrief.readers.koop import is_paper, read_paper, record_beside
    from kamerbrief.readers.markuptree import MarkupError, parse_markup

    page = is_web_page(data)
    try:
        if page:
            return read_page(data)
        root = parse_markup(data)
    except MarkupError as error:
        reason = str(error) if page else f"an XML document that cannot be read: {error}"
        raise UnreadableError(path, reason) from error
    return read_paper(root, record_beside(root, beside) if beside else ()) if is_paper(root) else None


def _load_file(file: BinaryIO, name: str | None) -> Source:
    """Read a file object from where it stands to its end."""
    given: object = file
    if isinstance(given, io.TextIOBase):
        raise TypeError(
            "load() takes a file opened for bytes, not for text; call load(open(path, 'rb')) or parse(file.read())"
        )
    shown = getattr(file, "name", None)
    name = name or (shown if isinstance(shown, str) else None)
    try:
        data = take_in(file)
    except NotTextError as error:
        raise UnreadableError(name or _UNNAMED, str(error)) from error
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise UnreadableError(name or _UNNAMED, f"cannot be read ({error})") from error
    return decode(data, name)


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
    if isinstance(path, Source):
        raise TypeError("load() takes a path, bytes or a binary file; this Source is loaded, call parse(source)")
    if isinstance(path, (str, os.PathLike)):
        name = os.fspath(path)
        if isinstance(name, str):
            return name
        raise TypeError("load() takes a path of str, not of bytes; call load(os.fsdecode(path))")
    kind = "None" if path is None else type(path).__name__
    raise TypeError(
        f"load() takes a path (str or os.PathLike), bytes or a binary file, not {kind}; of a text call parse(text)"
    )


def _refusal(name: str, error: OSError | ValueError) -> str:
    """Why a file cannot be opened, in one line."""
    if isinstance(error, IsADirectoryError):
        return "a directory; name the files in it"
    if isinstance(error, PermissionError):
        # Windows says this of a directory too.
        return "a directory; name the files in it" if os.path.isdir(name) else "permission denied"  # noqa: PTH112
    if "\n" in name:
        return "no such file; of the text of a letter call parse(text)"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return f"no such file ({error})"
