"""Numbers of lists as letters and Roman numerals, for formats that count their items and do not write that down."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
                 (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST: Final = 4999
_LETTERS: Final = 26


def letters(count: int) -> str:
    """A number as letters; ``z`` is followed by ``aa``.

    Example:
        >>> letters(3), letters(28), letters(0)
        ('c', 'bb', '0')
    """
    if not 0 < count <= _LARGEST:
        return str(count)
    return chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)


def roman(count: int) -> str:
    """A number as a Roman numeral.

    Example:
        >>> roman(4), roman(1994), roman(5000)
        ('iv', 'mcmxciv', '5000')
    """
    if not 0 < count <= _LARGEST:
        return str(count)
    found = ""
    for value, sign in _ROMAN:
        found += sign * (count // value)
        count %= value
    return found
