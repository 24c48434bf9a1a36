"""What would make PDFium run away is refused before it is handed over, within a second and in little memory."""

from __future__ import annotations

import contextlib
import time
import zlib

import pytest
from tests.pdfs import BODY, pdf, text

from kamerbrief import UnreadableError
from kamerbrief.readers import decode
from kamerbrief.readers.pdf.guard import why_not

FORMS = "a PDF whose forms draw each other without end, as those of no letter do"
LARGE = "a PDF with a stream that unpacks to more than 16 MB, as no letter has"
AGAIN = "a PDF that draws one stream hundreds of times on a page, as no letter does"


def packed(unit: bytes, size: int) -> bytes:
    """So many bytes of a unit that comes again and again, packed a piece at a time."""
    packer = zlib.compressobj(9)
    piece = unit * (1_000_000 // len(unit))
    return b"".join([*(packer.compress(piece) for _ in range(size // len(piece))), packer.flush()])


def with_content(data: bytes, filters: str = "/FlateDecode") -> bytes:
    """A PDF whose page draws a stream that is packed."""
    whole = pdf(BODY)
    begin, end = whole.index(b"8 0 obj"), whole.index(b"9 0 obj")
    stream = b"8 0 obj\n<</Filter%b/Length %d>>\nstream\n%b\nendstream\nendobj\n"
    return whole[:begin] + stream % (filters.encode(), len(data), data) + whole[end:]


def chain(count: int, times: int) -> bytes:
    """Forms each of which draws the next one so often."""
    forms = {f"f{at}": f"/f{at + 1} Do " * times for at in range(count)} | {f"f{count}": text(80, 100, "diep")}
    return pdf("/f0 Do " + BODY, forms=forms)


def far_resources(data: bytes) -> bytes:
    """The same PDF, the resources of whose forms are an object of their own."""
    begin = data.index(b"/Resources<<", data.index(b"/Subtype/Form"))
    end = data.index(b"/Length", begin)
    own = data[begin + len(b"/Resources") : end]
    data = data.replace(data[begin:end], b"/Resources 90 0 R")
    return data.replace(
        b"xref\n", b"90 0 obj\n%b\nendobj\nxref\n" % own.replace(b"/XObject<<", b"/XObject 91 0 R<<"), 1
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (chain(14, 10), FORMS),
        (chain(20, 2), FORMS),
        (chain(60, 1), FORMS),
        (far_resources(chain(14, 10)), FORMS),
        (pdf("/a Do " + BODY, forms={"a": "/a Do " * 50}), FORMS),
        (pdf("/a Do " + BODY, forms={"a": "/b Do " * 5, "b": "/a Do " * 5}), FORMS),
        (pdf("/a Do " * 300_000, forms={"a": text(80, 100, "diep")}), FORMS),
        (with_content(packed(b" " * 100, 1_000_000_000)), LARGE),
        (with_content(packed(b"q ", 20_000_000)), LARGE),
        (
            with_content(zlib.compress(packed(b" " * 100, 100_000_000)), "[/FlateDecode/FlateDecode]"),
            "a PDF whose streams are packed twice, as no letter is",
        ),
        (pdf(BODY).replace(b"/Contents 8 0 R", b"/Contents[" + b"8 0 R " * 1000 + b"]"), AGAIN),
        (
            pdf(BODY)
            .replace(b"/Contents 8 0 R", b"/Contents 10 0 R")
            .replace(b"xref\n", b"10 0 obj\n[" + b"8 0 R " * 1000 + b"]\nendobj\nxref\n", 1),
            AGAIN,
        ),
        (pdf(BODY, forms={"a": "q Q " * 9000}).replace(b"/Type/Page/", b"/Annots[%b]/" % (b"/N 8 0 R " * 9000)), FORMS),
        (pdf(BODY), None),
        (chain(8, 1), None),
        (chain(3, 10), None),
        (far_resources(chain(3, 1)), None),
        (pdf("/a Do " * 1000 + BODY, forms={"a": text(80, 100, "x")}), None),
        (pdf(BODY).replace(b"/Contents 8 0 R", b"/Contents[8 0 R 8 0 R]"), None),
        (b"%PDF-1.7\nstream", None),
        (b"", None),
    ],
)
def test_what_has_no_end(data: bytes, reason: str | None) -> None:
    began = time.process_time()
    assert why_not(data) == reason
    assert time.process_time() - began < 1


def test_what_has_no_end_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"^<bytes>: a PDF whose forms draw each other without end"):
        decode(chain(14, 10))


@pytest.mark.parametrize(
    "data",
    [
        chain(12, 2),
        pdf(BODY).replace(b"[0 0 595 842]", b"[0 0 1e9 1e9]"),
        pdf(BODY).replace(b"[0 0 595 842]", b"[0 0 -1 1e39]"),
        pdf(BODY).replace(b"/Kids[9 0 R]", b"/Kids[2 0 R]"),
        pdf(BODY).replace(b"/Count 1/", b"/Count 99999/"),
        pdf(BODY).replace(b"/Size 10/", b"/Size 999999999/"),
        pdf(BODY).replace(b"xref\n0 10\n", b"xref\n0 999999999\n"),
        pdf(BODY, trailer="/Prev 0"),
        with_content(packed(b"0 0 1 1 re f\n", 13_000_000)),
        with_content(packed(b"q ", 2_000_000)),
        with_content(packed(b"[ ", 10_000_000)),
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 1_000_000 + b"\nendobj\ntrailer<</Root 1 0 R>>",
    ],
)
def test_what_has_an_end_comes_to_it(data: bytes) -> None:
    began = time.process_time()
    with contextlib.suppress(UnreadableError):
        decode(data)
    assert time.process_time() - began < 10
