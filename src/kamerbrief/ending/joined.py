"""A signature that a converter wrote behind the last sentence of the letter, on the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.persons import name_of
from kamerbrief.vocabulary.phrases import is_one_of
from kamerbrief.vocabulary.signing import opens_with_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.lines.features import FeatureLine

_JOINED_FROM = 160
"""A line of a letter that is printed is shorter: of 113 letters in eight renditions the longest has 158 characters."""
_REACH = 600
"""The offices and names of all who sign stand within so many characters."""
_ENDS_SENTENCE = ".?!"


def split_joined(lines: Sequence[FeatureLine]) -> Iterator[FeatureLine]:
    """The lines, each signature at the end of one by itself; no closing and no other signature stands below it."""
    for index, line in enumerate(lines):
        may_be = len(line.text) >= _JOINED_FROM and line.text[-1] not in _ENDS_SENTENCE and not line.hint.is_exact
        cuts = _signatures(line.text) if may_be else []
        if not cuts or not _may_end_letter(lines[index + 1 :]):
            yield line
            continue
        for number, piece in enumerate(line.split(*cuts)):
            yield piece._replace(row=line.row, gap=int(number == 1) or piece.gap)


def _may_end_letter(below: Sequence[FeatureLine]) -> bool:
    """Whether the letter may end above these lines: they neither go on with the sentence nor are signed themselves."""
    if below and below[0].text[0].islower():
        return False
    return not any(is_one_of(line.text, "closings") or opens_with_office(line.text) for line in below)


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
