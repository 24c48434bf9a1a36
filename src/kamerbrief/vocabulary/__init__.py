"""What Dutch government letters say, as data: labels, ministries, offices, phrases, numbers.

Each table is a TOML file beside this module, loaded once and when first needed. A new label, ministry or notice is one
entry and no code.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The vocabulary file ``name`` as it stands."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def phrase_table() -> dict[str, Any]:
    """The table of set phrases."""
    return table("phrases")


@cache
def words(name: str) -> frozenset[str]:
    """The phrases ``name``, as they are written in the table."""
    return frozenset(phrase_table()[name])


@cache
def number_words(name: str) -> dict[str, int]:
    """The numbers ``name``, by the word for each: ``counts``, ``days``, ``ordinals``, ``months``, ``short_months``."""
    return {word: int(number) for word, number in _numbers()[name].items()}


@cache
def _numbers() -> dict[str, Any]:
    return table("numbers")


@cache
def alternatives(name: str, *, loose: bool = False) -> str:
    r"""One of the phrases ``name`` as a pattern, the longest first.

    Args:
        name: Of the phrases.
        loose: Full stops may be left out, and blanks may stand behind them: ``w.g.`` is also ``w g``.

    Example:
        >>> alternatives("on_behalf"), alternatives("not_applicable", loose=True)
        ('mede\\s+namens', 'n\\.?\\s?v\\.?\\s?t\\.?')
    """
    patterns = (
        re.escape(phrase).replace("\\ ", r"\s+").replace("'", "['’]")
        for phrase in sorted(words(name), key=_longest_first)
    )
    if not loose:
        return "|".join(patterns)
    return "|".join(pattern.replace(r"\.", r"\.?\s?").removesuffix(r"\s?") for pattern in patterns)


def _longest_first(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
