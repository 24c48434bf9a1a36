"""Whether a PDF has layers (optional content, ISO 32000-1, 8.11): PDFium draws them, but does not tell."""

from __future__ import annotations

import zlib
from typing import Final

import regex

_LAYERS: Final = b"/OCProperties"
_ENCRYPTED: Final = b"/Encrypt"
_PACKED: Final = regex.compile(rb"/ObjStm\b[^>]*+>{2}\s*+stream\r?\n")
"""Before a stream of objects; the catalogue, which names the layers, may be one of them."""
_MOST_BYTES: Final = 4_000_000


def may_have_layers(data: bytes) -> bool:
    """Whether the catalogue of a PDF names layers, or cannot be looked into."""
    if _LAYERS in data or _ENCRYPTED in data:
        return True
    return any(_LAYERS in _unpacked(data, match.end()) for match in _PACKED.finditer(data))


def _unpacked(data: bytes, start: int) -> bytes:
    """A stream of objects that begins here; what is packed in another way than usual is taken to name layers."""
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], _MOST_BYTES)
    except zlib.error:
        return _LAYERS
