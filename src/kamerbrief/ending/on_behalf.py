"""For whom a letter is sent as well: ``mede namens de minister van ...``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary import alternatives
from kamerbrief.vocabulary.offices import offices_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.lines.features import FeatureLine

_REACH = 900
_BEFORE = 120
"""In so many characters before it stands the office that acts, if another one does."""


@cache
def _on_behalf() -> regex.Pattern[str]:
    return regex.compile(rf"\b(?:{alternatives('on_behalf')})\s+", regex.IGNORECASE)


@cache
def _between() -> regex.Pattern[str]:
    """What may stand between two offices of a list."""
    between, article = alternatives("between_offices"), alternatives("articles")
    return regex.compile(
        rf"(?:\s*+\([\p{{L}}&-]{{1,12}}\))?+[\s,]*+(?:(?:{between})\s+)*+(?:(?:{article})\s+)?\Z", regex.IGNORECASE
    )


def read_on_behalf_of(opening: Iterable[str], signed: Sequence[FeatureLine]) -> tuple[str, ...]:
    """The offices named after ``mede namens``.

    Args:
        opening: The first paragraphs of the letter; the first of them that names offices counts.
        signed: The lines that say so at the signature.
    """
    roles = [office.role for office in offices_in(" ".join(line.text for line in signed))]
    for text in opening:
        for match in _on_behalf().finditer(text):
            if _is_of_another(text[max(match.start() - _BEFORE, 0) : match.start()]):
                continue
            rest = text[match.end() : match.end() + _REACH]
            at = 0
            for office in offices_in(rest):
                if not _between().match(rest[at : office.start]):
                    break
                roles.append(office.role)
                at = office.end
        if roles:
            break
    return tuple(dict.fromkeys(roles))


def _is_of_another(before: str) -> bool:
    """Whether the words name who acts on behalf of others, and so not who sends: ``op voordracht van de minister``."""
    offices = offices_in(before)
    return bool(offices) and not before[offices[-1].end :].strip()
