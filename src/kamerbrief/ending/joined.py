"""A signature that a converter wrote behind the last sentence of the letter, on the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.persons import name_of
from kamerbrief.vocabulary.phrases import is_one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kamerbrief.lines.features import FeatureLine

_JOINED_FROM = 160
"""A line of a letter that is printed is shorter."""
_REACH = 600
"""The offices and names of all who sign stand within so many characters."""
_ENDS_SENTENCE = ".?!"


def split_joined(lines: Iterable[FeatureLine]) -> Iterator[FeatureLine]:
    """The lines, each signature at the end of one by itself."""
    for line in lines:
        may_be = len(line.text) >= _JOINED_FROM and line.text[-1] not in _ENDS_SENTENCE and not line.hint.is_exact
        cuts = _signatures(line.text) if may_be else []
        if not cuts:
            yield line
            continue
        for number, piece in enumerate(line.split(*cuts)):
            yield piece._replace(row=line.row, gap=int(number == 1) or piece.gap)


def _signatures(text: str) -> list[int]:
    """Where the signatures begin that a text ends with, behind a sentence: each an office with its name."""
    begin = max(len(text) - _REACH, 0)
    end = len(text)
    found: list[int] = []
    for office in reversed(offices_in(text[begin:])):
        name = text[begin + office.end : end]
        article = text[: begin + office.start].rstrip().rpartition(" ")[2]
        if not (name.startswith(",") and name_of(name.strip(" ,")) and is_one_of(article, "articles")):
            break
        end = begin + office.start - 1 - len(article)
        found.append(end)
    return found[::-1] if text[:end].rstrip().endswith(tuple(_ENDS_SENTENCE)) else []
