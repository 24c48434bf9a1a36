"""Dossiers that have parts: budgets with chapters and funds, and the councils of the European Union."""

from __future__ import annotations

from functools import cache

from kamerbrief.vocabulary import table

FIVE_DIGITS = r"\d\d[\s.]?\d{3}"
"""The number of a dossier as printed: ``36600``, ``36 600``, ``36.600``."""


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("dossiers")[name])


def suffixes() -> list[str]:
    """Chapters and funds, the longest first, as a pattern must try them."""
    return sorted(_listed("chapters") | _listed("funds"), key=lambda suffix: (-len(suffix), suffix))


def is_subdivided(dossier: str) -> bool:
    """Whether two digits behind the dossier name a part of it: ``21501-02``."""
    return dossier in _listed("subdivided")


def may_have(dossier: str, suffix: str) -> bool:
    """Whether this chapter or fund can be one of the dossier; a letter elsewhere numbers a paper of the Eerste Kamer.

    Example:
        >>> may_have("36600", "A"), may_have("35526", "A"), may_have("35526", "VI")
        (True, False, True)
    """
    if suffix in _listed("chapters"):
        return True
    return dossier in _listed("budgets") or dossier.endswith("00")  # as those of older budgets do
