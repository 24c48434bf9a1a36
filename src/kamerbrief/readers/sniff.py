"""What a file is, told by its content: the text of a letter, or something that no reader reads.

A name and its extension are never looked at: letters come as ``kst-36600.txt``, ``brief`` or ``download(3)``.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from typing import Final

PDF_HEADER_WITHIN: Final = 1024
"""How far from the start a PDF may begin (PDF 1.7, annex H.3, note 13)."""

_EXTRACT: Final = "its text cannot be read yet: extract it first, for example with"

_RECOGNISE: Final = "recognise its text first, for example with ocrmypdf -l nld --image-dpi 300 IMAGE OUT.pdf"
_CONVERT: Final = "save it as DOCX first, for example with soffice --headless --convert-to docx FILE"
_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", f"a PNG image; {_RECOGNISE}"),
    (b"\xff\xd8\xff", f"a JPEG image; {_RECOGNISE}"),
    (b"II*\0", f"a TIFF image; {_RECOGNISE}"),
    (b"MM\0*", f"a TIFF image; {_RECOGNISE}"),
    (b"GIF8", f"a GIF image; {_RECOGNISE}"),
    (b"{\\rtf", f"an RTF document; {_CONVERT}"),
    (b"%!PS", f"a PostScript document; {_EXTRACT} ps2ascii"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
)

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound file of Microsoft Office: a document of before 2007, or a newer one under a password."""

_OLE_STREAMS: Final = (
    ("__substg1.0_", "an Outlook message (.msg); save the letter that is attached to it and read that"),
    ("Workbook", "an Excel workbook (.xls); a letter is wanted"),
    ("PowerPoint Document", "a PowerPoint presentation (.ppt); a letter is wanted"),
)
"""What is in a compound file that is no Word document, told by the names of its streams."""

_ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROLS: Final = bytes([*range(9), 0x0B, *range(0x0E, 0x20)])
_NOT_ASCII: Final = bytes(range(0x80, 0x100))
_MOST_CONTROLS: Final = 0.02
"""Of the bytes of a text: text layers of PDFs hold a stray control character for a hyphen or a ligature."""
_MOST_NOT_ASCII: Final = 0.25
"""Of the bytes of a Windows-1252 text; in Dutch they are one in a hundred."""

_MARKUP: Final = re.compile(r"\s*+(?:<\?xml\b[^>]*+>\s*+)?+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(!doctype|html|head|body)\b",
                            re.IGNORECASE | re.DOTALL)  # fmt: skip
_PAGE: Final = re.compile(_MARKUP.pattern.replace("!doctype", r"!doctype\s++html"), _MARKUP.flags)
_XML: Final = re.compile(r"\s*+<\?xml\b")

_HEAD: Final = 4096
"""So many bytes tell whether a file is markup."""
_ROOT: Final = re.compile(
    r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:officiele-publicatie|kamerwrk|vraagdoc|blwstuk|naderrap|voorz)\b",
    re.DOTALL,
)

_MARKDOWN: Final = re.compile(
    r"""
      ^\#{1,6}+[ ]\S                                        # heading
    | ^(?:>[ ]?)?\|?+[ ]?+:?+---*+:?+[ ]?+\|[-:| ]*+\r?$    # second line of a table
    | \*\*(?=[^\s*])[^*\n]{0,300}[^\s*]?\*\*                # bold
    | (?<![\w_])_(?=[^\W_])[^_\n]{1,300}(?<!\s)_(?![\w_])   # italic
    | \[\^\w{1,10}\]                                        # footnote mark
    | <su[pb]>
    | ^(?:```|!\[)                                          # code, picture
    """,
    re.MULTILINE | re.VERBOSE,
)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes of a file are a PDF's.

    Example:
        >>> is_pdf(b"%PDF-1.7"), is_pdf(b"Geachte voorzitter,")
        (True, False)
    """
    return b"%PDF-" in data[:PDF_HEADER_WITHIN]


def is_zip(data: bytes) -> bool:
    r"""Whether the bytes of a file begin as those of a ZIP archive, which DOCX and ODT are.

    Example:
        >>> is_zip(b"PK\x05\x06"), is_zip(b"PK")
        (True, False)
    """
    return data.startswith(_ZIP_STARTS)


def office_kind(data: bytes) -> str | None:
    r"""Which kind of Office document the bytes of a file are, ``docx`` or ``odt``; a damaged one is none.

    Example:
        >>> office_kind(b"PK\x05\x06") is None
        True
    """
    names = _names_in(data) or ()
    if "word/document.xml" in names:
        return "docx"
    return "odt" if "mimetype" in names and "content.xml" in names else None


def is_markup(data: bytes) -> bool:
    """Whether the bytes of a file are XML or HTML.

    Example:
        >>> is_markup(b"<?xml version='1.0'?><brief/>"), is_markup(b"3 < 4")
        (True, False)
    """
    text = _beginning(data)
    return any(pattern.match(text) is not None for pattern in (_MARKUP, _XML, _ROOT))


def is_web_page(data: bytes) -> bool:
    """Whether the bytes of a file are HTML, well-formed or not.

    Example:
        >>> is_web_page(b"<!DOCTYPE html><p>een"), is_web_page(b"<?xml version='1.0'?><brief/>")
        (True, False)
    """
    return _PAGE.match(_beginning(data)) is not None


def _beginning(data: bytes) -> str:
    """The first characters of a file, as far as they are needed to tell markup."""
    head = data[:_HEAD]
    mark, encoding = next(((m, e) for m, e in _BYTE_ORDER_MARKS if head.startswith(m)), (b"", "latin-1"))
    return head[len(mark) :].decode(encoding, errors="replace")


class NotTextError(ValueError):
    """Bytes that are no text; its message says what they are and what to do."""


def text_of(data: bytes) -> str:
    """The text that the bytes of a file hold, without its byte order mark and else as it stands.

    UTF-8 first, UTF-16 and UTF-32 by their byte order mark, Windows-1252 as a last resort.

    Raises:
        NotTextError: They are empty, another kind of file, or in an encoding that we do not know.

    Example:
        >>> text_of("één brief".encode("cp1252"))
        'één brief'
    """
    if not data:
        raise NotTextError("an empty file")
    refuse_other(data)
    text = _decoded(data)
    if not text.strip():
        raise NotTextError("an empty file: it holds only white space")
    if _MARKUP.match(text) or _XML.match(text):
        raise NotTextError(f"an XML document of a kind that is not known; {_EXTRACT} xmllint --xpath 'string(/)'")
    return text


def refuse_other(data: bytes) -> None:
    r"""Refuse bytes that are no text by their beginning or by their control characters.

    Raises:
        NotTextError: They are none; the message says what they are.

    Example:
        >>> refuse_other(bytes(100))
        Traceback (most recent call last):
        kamerbrief.readers.sniff.NotTextError: a binary file of a kind that is not known; the text of a letter is wanted
    """
    if known := _kind_of(data):
        raise NotTextError(known)
    controls, nulls = _count(_CONTROLS, data), data.count(0)
    if controls <= _MOST_CONTROLS * len(data) or data.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return
    if controls - nulls <= _MOST_CONTROLS * len(data) < len(data) // 3 < nulls <= len(data) // 2 + 1:
        raise NotTextError("UTF-16 text without a byte order mark, it seems; save it as UTF-8 first")
    raise NotTextError("a binary file of a kind that is not known; the text of a letter is wanted")


def _count(wanted: bytes, data: bytes) -> int:
    """How many of the bytes are among those that are wanted, in no more memory than the bytes take."""
    return len(data) - len(data.translate(None, wanted))


def media_type_of(text: str) -> str:
    """Whether a text is Markdown, told by its marks.

    Example:
        >>> media_type_of("**Datum** 3 februari 2023"), media_type_of("Datum  3 februari 2023")
        ('text/markdown', 'text/plain')
    """
    return "text/markdown" if _MARKDOWN.search(text) else "text/plain"


def _kind_of(data: bytes) -> str | None:
    """What a file is that has a signature of its own and that no reader reads."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "an Office document under a password; save it without one first"
        kind = next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data), None)
        return kind or f"a document of an old Microsoft Office (.doc); {_CONVERT}"
    if is_zip(data):
        return _kind_of_zip(data)
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def _kind_of_zip(data: bytes) -> str:
    names = _names_in(data)
    if names is None:
        return "a ZIP archive that is damaged or cut off; fetch it again"
    if names & {"xl/workbook.xml", "ppt/presentation.xml"}:
        return "an Excel workbook or PowerPoint presentation; a letter is wanted"
    return "a ZIP archive; unpack it first"


def _names_in(data: bytes) -> set[str] | None:
    """The names of the parts of a ZIP file; None of what is no whole one."""
    if not is_zip(data):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return None


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded_as(encoding, data[len(mark) :])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if _looks_like_utf_8(data):
            raise NotTextError(_damage("UTF-8", error)) from error
    if _count(_NOT_ASCII, data) > _MOST_NOT_ASCII * len(data):
        raise NotTextError("bytes that are no text in UTF-8 or Windows-1252; save it as UTF-8 first")
    return _decoded_as("windows-1252", data)


def _decoded_as(encoding: str, data: bytes) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = "Windows-1252" if encoding == "windows-1252" else encoding.upper()
        raise NotTextError(_damage(name, error)) from error


def _looks_like_utf_8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are whole than bytes are broken: damaged UTF-8, not another encoding."""
    beyond = [character for character in data.decode(errors="surrogateescape") if character > "\x7f"]
    broken = sum("\udc80" <= character <= "\udcff" for character in beyond)
    return len(beyond) > 2 * broken


def _damage(encoding: str, error: UnicodeDecodeError) -> str:
    line = error.object.count(b"\n", 0, error.start) + 1
    byte = error.object[error.start]
    return f"text that is not sound {encoding} (byte 0x{byte:02X} in line {line}); save it again as UTF-8"
