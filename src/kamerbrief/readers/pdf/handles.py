"""Handles of PDFium, which pypdfium2 gives no types for."""

from __future__ import annotations

import ctypes
from math import isfinite
from typing import Any, Final, TypeAlias

import pypdfium2.raw as pdfium

Handle: TypeAlias = Any
"""A document, page, object or element of PDFium; false if there is none."""


def address_of(handle: Handle) -> int:
    """What tells a handle from others as long as its page is open; 0 for none."""
    return ctypes.addressof(handle.contents) if handle else 0


text_object_at: Final = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""``FPDFText_GetTextObject`` that gives an address, None for none: a pointer object a word costs more than the call."""
has_no_character: Final = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p).value or 0
)
"""``FPDFText_HasUnicodeMapError``: 1 where the font does not tell which character a glyph is."""
clip_of: Final = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFPageObj_GetClipPath, ctypes.c_void_p).value or 0
)
"""``FPDFPageObj_GetClipPath`` from address to address."""
clip_paths: Final = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFClipPath_CountPaths, ctypes.c_void_p).value or 0
)
"""``FPDFClipPath_CountPaths`` of such an address; -1 for a clip that has none."""
_bounds: Final = ctypes.CFUNCTYPE(ctypes.c_int, *[ctypes.c_void_p] * 5)(
    ctypes.cast(pdfium.FPDFPageObj_GetBounds, ctypes.c_void_p).value or 0
)
_EDGES: Final = (ctypes.c_float * 4)()
_EDGE_POINTERS: Final = tuple(ctypes.addressof(_EDGES) + 4 * at for at in range(4))


def bounds_of(address: int) -> tuple[float, ...]:
    """Where an object stands, as PDFium counts, to a tenth of a point: left, bottom, right, top."""
    _bounds(address, *_EDGE_POINTERS)
    return tuple(round(edge, 1) if isfinite(edge) else 0.0 for edge in _EDGES)
