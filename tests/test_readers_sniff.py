"""The bytes of a file: the text that they hold, or one line that says what they are."""

import codecs
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.readers.sniff import PDF_HEADER_WITHIN, NotTextError, is_pdf, media_type_of, text_of

LETTER = "Geachte voorzitter,\r\n\r\nHet plan voor één dijk – ‘de ring’ – kost € 3.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return buffer.getvalue()


def reason(data: bytes) -> str:
    with pytest.raises(NotTextError) as caught:
        text_of(data)
    return str(caught.value)


def outcome(data: bytes) -> str:
    """The text, or why there is none."""
    try:
        return text_of(data)
    except NotTextError as error:
        return str(error)


# What is text


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        LETTER.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + LETTER.encode("utf-32-be"),
        LETTER.encode("windows-1252"),
    ],
)
def test_text(data: bytes) -> None:
    assert text_of(data) == LETTER


@pytest.mark.parametrize(
    "text", ["a", "\fDatum\f", "a\r\nb\rc\n", "a\ufeffb", "x" * 49 + "\x02", "{rtf}", "PK is geen zip"]
)
def test_text_stays_as_it_is(text: str) -> None:
    assert text_of(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"caf\xe9", "café"),
        (b"dijk \x96 \x80 3", "dijk – € 3"),
        (b"abc\xe9", "abcé"),  # a quarter of the bytes beyond ASCII, and no more
    ],
)
def test_windows_1252_is_the_last_resort(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize("text", ["<p>een</p>", "een <html>", "# Kop\n<html>", "<htmlx>", "<!-- open <html", "3 < 4"])
def test_marks_within_a_text_make_it_no_web_page(text: str) -> None:
    assert text_of(text.encode()) == text


def test_a_pdf_begins_near_the_start() -> None:
    late = "x" * PDF_HEADER_WITHIN + "%PDF-1.7"
    assert not is_pdf(late.encode())
    assert text_of(late.encode()) == late
    assert is_pdf(late[5:].encode())


# What is not


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"", "an empty file"),
        (b" \t\r\n\f", "an empty file: it holds only white space"),
        (codecs.BOM_UTF16_LE, "an empty file: it holds only white space"),
        (OLE + b"\0" * 8, "a document of an old Microsoft Office (.doc);"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "an Office document under a password;"),
        (archive("content.xml"), "a ZIP archive;"),
        (archive(), "a ZIP archive;"),
        (archive("word/document.xml")[:20], "a ZIP archive that is damaged"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image;"),
        (b"\xff\xd8\xff\xe1", "a JPEG image;"),
        (b"II*\0", "a TIFF image;"),
        (b"MM\0*", "a TIFF image;"),
        (b"GIF87a", "a GIF image;"),
        (b"{\\rtf1", "an RTF document; save it as DOCX first"),
        (
            OLE + "__substg1.0_0037001F".encode("utf-16-le"),
            "an Outlook message (.msg); save the letter that is attached",
        ),
        (OLE + "Workbook".encode("utf-16-le"), "an Excel workbook (.xls);"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "a PowerPoint presentation (.ppt);"),
        (archive("xl/workbook.xml"), "an Excel workbook or PowerPoint presentation;"),
        (b"%!PS-Adobe", "a PostScript document;"),
        (b"\x1f\x8b\x08", "a gzip archive;"),
        (b"7z\xbc\xaf\x27\x1c\0", "a 7-Zip archive;"),
        (b" <?xml version='1.0'?>\n<brief/>", "an XML document of a kind that is not known;"),
        ("Geachte leden, één dijk".encode("utf-16-le"), "UTF-16 text without a byte order mark,"),
        ("Geachte leden, één dijk".encode("utf-16-be"), "UTF-16 text without a byte order mark,"),
        (b"\0" * 20, "a binary file"),
        (b"\x7fELF\1\2\3\4", "a binary file"),
        (b"x" * 48 + b"\x02\x02", "a binary file"),
        (b"abc\xe9\xe9", "bytes that are no text in UTF-8 or Windows-1252;"),
        ("één tweeëndertigste\nvóór".encode() + b"\xe9", "text that is not sound UTF-8 (byte 0xE9 in line 2);"),
        (b"een\ntwee\nniet\x90s", "text that is not sound Windows-1252 (byte 0x90 in line 3);"),
        (codecs.BOM_UTF8 + b"a\n\xff", "text that is not sound UTF-8 (byte 0xFF in line 2);"),
        (codecs.BOM_UTF16_BE + b"\xd8\0\0a", "text that is not sound UTF-16-BE (byte 0xD8 in line 1);"),
        (codecs.BOM_UTF32_LE + b"a\0\0", "text that is not sound UTF-32-LE (byte 0x61 in line 1);"),
    ],
    ids=repr,
)
def test_not_text(data: bytes, start: str) -> None:
    told = reason(data)
    assert told.startswith(start)
    assert "\n" not in told


@pytest.mark.parametrize("data", [b"caf\xe9 caf\xe9", b"\xc3\xa9\xe9"])
def test_as_many_broken_bytes_as_whole_characters_is_another_encoding(data: bytes) -> None:
    assert "UTF-8 (byte" not in outcome(data)


def test_the_error_is_a_value_error() -> None:
    assert issubclass(NotTextError, ValueError)


def test_damage_tells_its_cause() -> None:
    with pytest.raises(NotTextError) as caught:
        text_of("één vóór".encode() + b"\xff")
    assert isinstance(caught.value.__cause__, UnicodeDecodeError)


@given(st.binary(max_size=40))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    assert outcome(data).strip()


# Markdown


@pytest.mark.parametrize(
    "text",
    [
        *(
            "# Kop",
            "een\n###### Kop",
            "**vet**",
            "**v**",
            "_schuin_",
            "een _twee woorden_ drie",
            "noot[^1]",
            "[^noot]: x",
        ),
        *(
            "H<sub>2</sub>O",
            "<sup>1</sup>",
            "```\nx",
            "![](x.png)",
            "|a|b|\n|---|---|",
            "a | b\n:--- | ---:",
            "> |---|---|",
        ),
        "|---|\r\n|a|",
    ],
)
def test_markdown(text: str) -> None:
    assert media_type_of(text) == "text/markdown"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "Datum  3 mei",
            "#1",
            "#Kop",
            "####### zeven",
            " # Kop",
            "2 ** 3 ** 4",
            "**",
            "een_naam_met",
            "_ los _",
            "__",
        ),
        *(
            "[1]",
            "[^ x]",
            "---",
            "a | b",
            "een ``` twee",
            "* item",
            "x^2",
            "_een\ntwee_",
            "**een\ntwee**",
            "<b>vet</b>",
        ),
    ],
)
def test_plain_text(text: str) -> None:
    assert media_type_of(text) == "text/plain"
