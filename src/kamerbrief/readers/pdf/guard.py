"""What would make PDFium run away is not handed to it: a call into it cannot be stopped.

Looked at are the bytes of the file, as far as they tell it without being decrypted: how much its streams unpack to, how
often a page names one of them, and how often forms draw each other.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from kamerbrief.readers.pdf.forms import Forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_UNPACKED: Final = 16_000_000
"""Of a stream that is no picture and no font, in bytes; the largest one of 178 letters has 0.7 MB."""
_MOST_IN_ALL: Final = 512_000_000
_RATIO: Final = 1032
"""What zlib packs, it packs to no less than one part in so many."""
_STREAM: Final = b"stream"
_END: Final = b"endstream"
_OBJECT: Final = b"obj"
_FAR: Final = regex.compile(rb"/Subtype\s*+/Image\b|/Length[123]\b|/Subtype\s*+/(?:Type1C|CIDFontType0C|OpenType)\b")
"""In the head of a stream that PDFium unpacks only when it draws it, or that is a font."""
_TWICE: Final = regex.compile(rb"/(?:Fl|LZW)\w*+(?:\s*+/A\w++)*+\s*+/(?:Fl|LZW)")
_PACKED_OBJECTS: Final = regex.compile(rb"/Type\s*+/ObjStm\b")
_CONTENTS: Final = regex.compile(rb"/Contents\s*+(?:\[([^\]]++)\]|(\d++)\s)")
"""What a page draws: streams one after another, or a reference, perhaps to an array of them."""
_ARRAY: Final = regex.compile(rb"obj\s*+\[([^\]]++)\]")
_LONGEST_NUMBER: Final = 24
_REFERENCE: Final = regex.compile(rb"(\d++)\s++\d++\s++R")
_AGAIN: Final = 100
"""So often does no page draw one stream."""


class Stream(NamedTuple):
    """A stream of a PDF."""

    own: bytes
    """Its dictionary."""
    number: bytes
    """The number of its object."""
    begin: int
    end: int

    @property
    def length(self) -> int:
        """How many bytes it has as it is packed."""
        return self.end - self.begin


def streams_of(data: bytes) -> list[Stream]:
    """The streams of a PDF, by the words around them and not by its table of objects, which may be wrong."""
    found: list[Stream] = []
    at = last = 0
    while (at := data.find(_STREAM, at)) >= 0:
        begin = at + len(_STREAM)
        if data.startswith(b"end", max(at - 3, 0)):
            at = begin
            continue
        end = data.find(_END, begin)
        end = len(data) if end < 0 else end
        head = data[last:at]
        own = max(head.rfind(_OBJECT), 0)
        found.append(Stream(head[own + len(_OBJECT) :], _number_before(head, own), begin, end))
        at = last = end + len(_END)
    return found


def unpacked(data: bytes, stream: Stream) -> bytes:
    """What a stream holds, cut off where it is too much; empty where it is packed in another way, or encrypted."""
    packed = memoryview(data)[stream.begin : stream.end]
    start = 2 if bytes(packed[:2]) == b"\r\n" else 1
    try:
        return zlib.decompressobj().decompress(packed[start:], MOST_UNPACKED + 1)
    except zlib.error:
        return b"" if b"/Filter" in stream.own else bytes(packed[: MOST_UNPACKED + 1])


def why_not(data: bytes) -> str | None:
    """Why a PDF is not to be read; None of one that may be."""
    streams = streams_of(data)
    near = [stream for stream in streams if not _FAR.search(stream.own)]
    if any(_TWICE.search(stream.own) for stream in near):
        return "a PDF whose streams are packed twice, as no letter is"
    sizes = [_size(data, stream) for stream in near]
    if max(sizes, default=0) > MOST_UNPACKED:
        return f"a PDF with a stream that unpacks to more than {MOST_UNPACKED // 1_000_000} MB, as no letter has"
    if sum(sizes) > _MOST_IN_ALL and sum(len(unpacked(data, stream)) for stream in near) > _MOST_IN_ALL:
        return f"a PDF whose streams unpack to more than {_MOST_IN_ALL // 1_000_000} MB, as those of no letter do"
    texts = list(objects_of(data, streams))
    if _draws_again(texts):
        return "a PDF that draws one stream hundreds of times on a page, as no letter does"
    forms = Forms(near, lambda stream: unpacked(data, stream))
    if forms and forms.are_too_many(near, texts):
        return "a PDF whose forms draw each other without end, as those of no letter do"
    return None


def _size(data: bytes, stream: Stream) -> int:
    """How much a stream may unpack to; it is unpacked only where that may be too much."""
    most = stream.length * _RATIO
    return most if most <= MOST_UNPACKED else len(unpacked(data, stream))


def objects_of(data: bytes, streams: Sequence[Stream]) -> Iterator[bytes]:
    """The text of the objects of a PDF: what stands between its streams, and within those that pack objects."""
    last = 0
    for stream in streams:
        yield data[last : stream.begin]
        last = stream.end
        if _PACKED_OBJECTS.search(stream.own):
            yield unpacked(data, stream)
    yield data[last:]


def _draws_again(texts: Sequence[bytes]) -> bool:
    """Whether a page draws the same few streams again and again."""
    found = [match for text in texts for match in _CONTENTS.finditer(text)]
    arrays = [match[1] for match in found if match[1]]
    far = {match[2] for match in found if match[2]}
    arrays += [
        match[1] for text in texts for match in _ARRAY.finditer(text) if _number_before(text, match.start()) in far
    ]
    named = [_REFERENCE.findall(array) for array in arrays if len(array) > _AGAIN]
    return any(len(numbers) > _AGAIN * len(set(numbers)) for numbers in named)


def _number_before(text: bytes, at: int) -> bytes:
    """The number of the object that begins here: ``12 0 obj``."""
    return next(iter(text[max(at - _LONGEST_NUMBER, 0) : at].split()[-2:]), b"")
