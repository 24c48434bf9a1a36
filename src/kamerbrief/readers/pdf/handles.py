"""Handles of PDFium, which pypdfium2 gives no types for."""

from __future__ import annotations

import ctypes
from typing import Any, TypeAlias

Handle: TypeAlias = Any
"""A document, page, object or element of PDFium; false if there is none."""


def address_of(handle: Handle) -> int:
    """What tells a handle from others as long as its page is open; 0 for none."""
    return ctypes.addressof(handle.contents) if handle else 0
