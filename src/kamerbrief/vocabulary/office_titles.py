"""The titles that may follow "minister van": those of ``offices.toml`` and the names of the ministries."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from kamerbrief.vocabulary import ministries, table
from kamerbrief.vocabulary.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kamerbrief.vocabulary.ministries import Tenure

STEM = 3
"""Titles are found by so many of their first letters."""

_data = cache(partial(table, "offices"))


@cache
def portfolios() -> Mapping[tuple[str, str], tuple[Tenure, ...]]:
    """The ministries that held each title, by the noun before it and its folded form."""
    return {
        (entry["title"], fold(title)): ministries.tenures(entry["ministries"])
        for entry in _data()["portfolio"]
        for title in (entry["name"], *entry.get("abbreviations", ()))
    }


@cache
def titles() -> Mapping[str, str]:
    """All that can follow "minister van", by its folded form."""
    portfolios = {fold(entry["name"]): entry["name"] for entry in _data()["portfolio"]}
    return {**ministries.short_names(), **portfolios, **ministries.names_and_abbreviations()[0]}


@cache
def stems() -> Mapping[str, tuple[str, ...]]:
    """The titles by their first letters, the longest first."""
    stems: dict[str, tuple[str, ...]] = {}
    for key in sorted(titles(), key=len, reverse=True):
        stems[key[:STEM]] = (*stems.get(key[:STEM], ()), key)
    return stems


@cache
def abbreviations() -> frozenset[str]:
    """The abbreviations of titles and ministries, folded."""
    return ministries.names_and_abbreviations()[1].union(
        fold(alias) for entry in _data()["portfolio"] for alias in entry.get("abbreviations", ())
    )


@cache
def stop_words() -> frozenset[str]:
    """Words that end a title in capitals."""
    return frozenset(_data()["no_part_of_a_title"])


@cache
def elsewhere() -> re.Pattern[str]:
    """What shows behind an office that it is of another country."""
    places = _data()["elsewhere"]
    return re.compile(rf"\s++van\s++(?:{'|'.join(map(re.escape, places))})(?!\w)", re.IGNORECASE)


def is_title(text: str) -> bool:
    """Whether the text is all of a title.

    Example:
        >>> is_title("Digitalisering en Koninkrijksrelaties"), is_title("Digitalisering van A.B. Testman")
        (True, False)
    """
    return fold(text) in titles()
