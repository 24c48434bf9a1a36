"""Handles of PDFium, which pypdfium2 gives no types for."""

from __future__ import annotations

import ctypes
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
