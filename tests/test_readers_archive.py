"""ZIP files under guard."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.docx_files import docx, p, run, zipped

import kamerbrief
from kamerbrief.readers.archive import MOST_PARTS, Archive, ArchiveError


def test_parts() -> None:
    archive = Archive(zipped({"a.xml": "<a/>", "b": b"bytes"}))
    assert ("a.xml" in archive, "c" in archive, archive.is_encrypted) == (True, False, False)
    assert (archive.tree("a.xml").name, archive.read("b")) == ("a", b"bytes")


def test_a_part_is_named_on_one_line() -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive(zipped({"a": ""})).read("\u2028b")
    assert str(caught.value) == "a ZIP archive without its part \\u2028b"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("c", "without its part c"),
        ("b", "part b cannot be read: syntax error in line 1"),
        ("bomb", "part bomb unpacks to more than a letter can be"),
        ("large", "part large unpacks to more than a letter can be"),
    ],
)
def test_parts_that_are_refused(name: str, reason: str) -> None:
    large = b"".join(b"%d " % number for number in range(2_400_000))
    archive = Archive(zipped({"b": "text", "bomb": b" " * 15_000_000, "large": large}))
    with pytest.raises(ArchiveError, match=reason):
        archive.tree(name)


def test_all_parts_together_are_no_larger_than_a_letter_can_be() -> None:
    part = b"".join(b"%d " % number for number in range(1_700_000))
    archive = Archive(zipped({"a": part, "b": part, "c": part}))
    assert len(archive.read("a")) == len(archive.read("b")) > 12_000_000
    with pytest.raises(ArchiveError, match="part c unpacks to more"):
        archive.read("c")


def test_a_bomb_is_refused_as_a_document() -> None:
    with pytest.raises(kamerbrief.UnreadableError, match="unpacks to more than a letter can be"):
        kamerbrief.load(docx(p(run("x")), others={"word/styles.xml": " " * 40_000_000}))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", zipped({"a": "a"})[:-10], b"x" * 100])
def test_no_archive(data: bytes) -> None:
    with pytest.raises(ArchiveError, match="damaged or cut off; fetch it again"):
        Archive(data)


def test_a_damaged_part() -> None:
    data = bytearray(zipped({"a": "abcdefgh" * 100}))
    data[35:40] = b"xxxxx"
    with pytest.raises(ArchiveError, match="part a is damaged; fetch it again"):
        Archive(bytes(data)).read("a")


def test_too_many_parts() -> None:
    with pytest.raises(ArchiveError, match=f"more than {MOST_PARTS} parts"):
        Archive(zipped({str(number): "" for number in range(MOST_PARTS + 1)}))


def test_a_document_under_a_password() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "x")
    data = bytearray(buffer.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(kamerbrief.UnreadableError, match="under a password; save it without one"):
        kamerbrief.load(bytes(data))
