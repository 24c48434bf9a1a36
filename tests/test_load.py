"""``load``: the text of a file, told by its content, or one line that says why not."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import pathlib
import types
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kamerbrief
from kamerbrief import KamerbriefError, Source, UnreadableError
from kamerbrief.readers import decode, read_text

LETTER = "Geachte voorzitter,\n\nHierbij bied ik u één rapport aan – over ‘reïntegratie’.\n\nHoogachtend,\n"


def written(folder: pathlib.Path, data: bytes, name: str = "brief") -> pathlib.Path:
    path = folder / name
    path.write_bytes(data)
    return path


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def reason_of(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(data, "brief")
    reason = caught.value.reason
    assert "\n" not in reason
    assert str(caught.value) == f"brief: {reason}"
    return reason


def outcome(data: bytes) -> str:
    """The text, or the reason that there is none."""
    try:
        return decode(data, "brief").text
    except UnreadableError:
        return reason_of(data)


# What is read


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"],
)
def test_encodings(tmp_path: pathlib.Path, encoding: str) -> None:
    assert kamerbrief.load(written(tmp_path, LETTER.encode(encoding))).text == LETTER


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_no_text(encoding: str) -> None:
    assert decode("\ufeff".encode(encoding) + LETTER.encode(encoding), "brief").text == LETTER


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\f"])
def test_newlines_stay(newline: str) -> None:
    text = LETTER.replace("\n", newline)
    assert decode(text.encode(), "brief").text == text


def test_stray_control_characters_of_a_text_layer_stay() -> None:
    text = LETTER * 3 + "on\x02gebroken en \x00 ook"
    assert decode(text.encode(), "brief").text == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs"]), min_size=1))
def test_any_text_in_utf_8_is_read(text: str) -> None:
    assert decode(f"Brief {text}".encode(), "brief").text == f"Brief {text}"


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=20))
def test_any_text_in_windows_1252_that_is_no_utf_8_is_read(text: str) -> None:
    whole = f"{text} Hierbij bied ik u één rapport aan, over het beleid van de Staat in het afgelopen jaar en verder."
    data = whole.encode("cp1252")
    decoded = outcome(data)
    # Some are damaged UTF-8 rather: Ã© is more often a broken é than two letters.
    assert decoded == whole or "UTF-8" in decoded


@pytest.mark.parametrize("name", ["brief.pdf", "brief.docx", "brief", "brief.txt", "een  naam met 'één' erin.txt"])
def test_the_name_tells_nothing(tmp_path: pathlib.Path, name: str) -> None:
    assert kamerbrief.load(written(tmp_path, LETTER.encode(), name)).text == LETTER


def test_kinds_of_path(tmp_path: pathlib.Path) -> None:
    class Place(os.PathLike[str]):
        def __fspath__(self) -> str:
            return str(path)

    path = written(tmp_path, LETTER.encode())
    source = kamerbrief.load(path)
    assert source == kamerbrief.load(str(path)) == kamerbrief.load(Place())
    assert dataclasses.replace(source, origin=None) == read_text(LETTER)


def test_bytes_and_binary_files(tmp_path: pathlib.Path) -> None:
    data = LETTER.encode()
    path = written(tmp_path, data)
    with path.open("rb") as file:
        assert kamerbrief.load(file, name="brief") == kamerbrief.load(data, name="brief")
    for same in (bytearray(data), memoryview(data)):
        assert kamerbrief.load(same) == kamerbrief.load(data)  # type: ignore[arg-type]
    with path.open("rb") as file:
        assert kamerbrief.load(file) == kamerbrief.load(path)
    assert kamerbrief.read(io.BytesIO(data)) == kamerbrief.read(data)


def test_origin(tmp_path: pathlib.Path) -> None:
    data = LETTER.encode()
    path = written(tmp_path, data)
    origin = kamerbrief.read(path).origin
    assert origin == kamerbrief.Origin(
        name=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        page_count=None,
        parser_version=kamerbrief.__version__,
    )
    named = kamerbrief.read(path, name="brief 3").origin
    assert named == origin.model_copy(update={"name": "brief 3"})
    bare = kamerbrief.read(data).origin
    assert bare is not None
    assert bare.name is None
    assert kamerbrief.parse(LETTER).origin is None


def test_a_name_that_is_no_text_is_written_as_json() -> None:
    brief = kamerbrief.read(LETTER.encode(), name=os.fsdecode(b"brief\xff"))
    assert kamerbrief.Kamerbrief.model_validate_json(brief.model_dump_json()) == brief


@pytest.mark.parametrize(
    ("text", "count", "pages"),
    [
        ("Geachte voorzitter,\n\nEen.\n\n\fTwee.\n\f", 2, [1, 2]),
        ("\fGeachte voorzitter,\n\nEen.\n\n\fTwee.\n", 3, [2, 3]),
        ("Geachte voorzitter,\n\nEen.\n\nTwee.\n", None, [None, None]),
    ],
)
def test_pages_of_a_text(text: str, count: int | None, pages: list[int | None]) -> None:
    brief = kamerbrief.read(text.encode())
    assert brief.origin is not None
    assert brief.origin.page_count == count
    assert [block.span.page for block in brief.sections[0].blocks] == pages
    assert brief.fields[0].span.page == pages[0]
    assert [block.span for block in kamerbrief.parse(text).sections[0].blocks] == [
        block.span for block in brief.sections[0].blocks
    ]


def test_errors_name_what_was_given(tmp_path: pathlib.Path) -> None:
    for source, name, shown in (
        (b"", None, "<bytes>"),
        (b"", "brief.txt", "brief.txt"),
        (io.BytesIO(), None, "<bytes>"),
        (written(tmp_path, b""), "brief 3", "brief 3"),
        (tmp_path / "weg", "brief 4", "brief 4"),
    ):
        with pytest.raises(UnreadableError) as caught:
            kamerbrief.load(source, name=name)
        assert str(caught.value).startswith(f"{shown}: ")


def test_a_closed_file(tmp_path: pathlib.Path) -> None:
    with written(tmp_path, LETTER.encode()).open("rb") as file:
        pass
    with pytest.raises(UnreadableError, match="closed file"):
        kamerbrief.load(file)


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        (LETTER, "text/plain"),
        ("1. Inleiding\n* een\n- twee\n___\n2 * 3 * 4 en een_naam_met_streepjes en ** los\n", "text/plain"),
        ("Datum | Kenmerk\n---- \n#1 en # \n[1] en ^2", "text/plain"),
        ("## Inleiding\n\nTekst", "text/markdown"),
        ("**Datum** 3 februari 2023", "text/markdown"),
        ("Zie _Kamerstuk_ 30573", "text/markdown"),
        ("Een noot[^1].", "text/markdown"),
        ("Een noot<sup>1</sup>.", "text/markdown"),
        ("|a|b|\r\n|---|:-:|\r\n|1|2|\r\n", "text/markdown"),
        ("a | b\n--- | ---\n1 | 2\n", "text/markdown"),
        ("![](logo.png)\nGeachte", "text/markdown"),
    ],
)
def test_media_type(text: str, media_type: str) -> None:
    assert decode(text.encode(), "brief").media_type == media_type


# What is not read


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t\f\n", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"\0" * 1000 + b"%PDF-1.4", "PDF"),
        (
            zipped("[Content_Types].xml", "word/document.xml"),
            "part word/document.xml cannot be read: syntax error in line 1",
        ),
        (zipped("mimetype", "content.xml"), "ODT"),
        (zipped("letter.txt"), "a ZIP archive"),
        (zipped(), "a ZIP archive"),
        (b"PK\x03\x04 cut off", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504, ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b'<?xml version="1.0"?>\n<brief/>', "XML"),
        (b"{\\rtf1\\ansi Geachte}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"II*\0\x08\0", "TIFF"),
        (b"MM\0*\0\x08", "TIFF"),
        (b"GIF89a", "GIF"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"\x7fELF\x02\x01\x01" + b"\0\x03" * 30, "binary"),
        (bytes(range(256)), "binary"),
        (b"\0" * 10, "binary"),
        (LETTER.encode("utf-16-le"), "UTF-16 text without a byte order mark"),
        (b"\xff\xfeG", "not sound UTF-16"),
        (b"\xff\xfe\x00\xd8", "not sound UTF-16"),
        (b"\xef\xbb\xbfG\xff", "not sound UTF-8 (byte 0xFF in line 1)"),
        ("een\ntwee é ë ï ó".encode() + b"\xe9\n", "not sound UTF-8 (byte 0xE9 in line 2)"),
        (b"Geachte voorzitter,\nBrief v\x81\n", "not sound Windows-1252 (byte 0x81 in line 2)"),
        ("Уважаемый председатель".encode("koi8-r"), "no text in UTF-8 or Windows-1252"),
        (b"\xff\xff\xff\xff", "no text in UTF-8 or Windows-1252"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_unreadable_content(data: bytes, kind: str) -> None:
    assert kind in reason_of(data)


def test_html_within_markdown_is_text() -> None:
    text = "<!-- image -->\n\n# Brief\n\n<div>x</div> <html>"
    assert decode(text.encode(), "brief").text == text


@given(st.binary(max_size=64))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    assert outcome(data).strip()


def test_missing_file(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "weg.txt"
    with pytest.raises(UnreadableError, match="no such file") as caught:
        kamerbrief.load(path)
    assert caught.value.path is path
    assert str(caught.value) == f"{path}: no such file"
    assert isinstance(caught.value.__cause__, FileNotFoundError)
    assert isinstance(caught.value, KamerbriefError)
    assert (caught.value.brief, caught.value.diagnostics) == (None, ())


def test_directory(tmp_path: pathlib.Path) -> None:
    with pytest.raises(UnreadableError, match="a directory"):
        kamerbrief.load(tmp_path)


def test_file_without_permission(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, LETTER.encode())
    monkeypatch.setattr("builtins.open", refuse)  # root may read everything
    with pytest.raises(UnreadableError, match=r"permission denied$"):
        kamerbrief.load(path)
    with pytest.raises(UnreadableError, match="a directory"):
        kamerbrief.load(tmp_path)


def test_other_errors_of_the_system(tmp_path: pathlib.Path) -> None:
    with pytest.raises(UnreadableError) as long:
        kamerbrief.load(tmp_path / ("x" * 5000))
    assert long.value.reason
    with pytest.raises(UnreadableError, match="no such file"):
        kamerbrief.load("brief\0.txt")
    with pytest.raises(UnreadableError, match=r"no such file|not a directory"):
        kamerbrief.load(written(tmp_path, LETTER.encode()) / "brief.txt")


def test_the_text_of_a_letter_is_no_path() -> None:
    with pytest.raises(UnreadableError, match=r"call parse\(text\)"):
        kamerbrief.load(LETTER)


@pytest.mark.parametrize(
    ("value", "call"),
    [
        (None, r"not None; of a text call parse\(text\)"),
        (3, r"not int; of a text call parse\(text\)"),
        (["brief.txt"], "not list"),
        (io.StringIO(LETTER), r"load\(open\(path, 'rb'\)\) or parse\(file.read\(\)\)"),
        (types.SimpleNamespace(read=lambda _size: LETTER), r"not str; call parse\(text\)"),
        (Source(LETTER), r"parse\(source\)"),
    ],
)
def test_wrong_type(value: object, call: str) -> None:
    with pytest.raises(TypeError, match=call):
        kamerbrief.load(value)  # type: ignore[arg-type]


def test_path_of_bytes() -> None:
    class Place(os.PathLike[bytes]):
        def __fspath__(self) -> bytes:
            return b"brief.txt"

    with pytest.raises(TypeError, match="fsdecode"):
        kamerbrief.load(Place())  # type: ignore[arg-type]


def test_unreadable_bytes_tell_their_cause() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(b"\xef\xbb\xbfG\xff", pathlib.Path("brief"))
    assert caught.value.__cause__ is not None
    assert isinstance(caught.value.__cause__.__cause__, UnicodeDecodeError)


def test_read_is_load_and_parse(tmp_path: pathlib.Path) -> None:
    path = written(tmp_path, LETTER.encode("cp1252"))
    brief = kamerbrief.read(path)
    assert brief == kamerbrief.parse(kamerbrief.load(path))
    assert brief.model_copy(update={"origin": None}) == kamerbrief.parse(LETTER)
