"""Closing and signatures: who signed, in which office, for whom."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from kamerbrief.ending.columns import REACH
from kamerbrief.ending.offices import behalf_lines
from kamerbrief.ending.reading import Signed, read_signatures
from kamerbrief.vocabulary.headings import is_annex
from kamerbrief.vocabulary.phrases import has_function, is_one_of
from kamerbrief.vocabulary.signing import is_on_behalf, is_remark, opens_with_office, signed_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_LONGEST_LINE = 110
_MOST_ABOVE = 6
"""So many remarks at most stand above the names of those who sign."""
_LONGEST_CLOSING = 60
_NAME_GAP = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Ending:
    """The end of a letter; empty where none was found."""

    closing: FeatureLine | None = None
    signatures: tuple[Signed, ...] = ()
    remarks: tuple[FeatureLine, ...] = ()
    """Words beside a signature that name nobody: ``(w.g.)``."""
    on_behalf: tuple[FeatureLine, ...] = ()
    """Lines that name for whom it is signed as well: ``mede namens de minister van ...``."""

    @property
    def lines(self) -> list[FeatureLine]:
        """All its lines."""
        closing = [self.closing] if self.closing else []
        signed = [line for signature in self.signatures for line in signature.lines]
        return [*closing, *signed, *self.remarks, *self.on_behalf]


def find_ending(lines: Sequence[FeatureLine]) -> Ending:
    """The ending among these lines, which are those of the letter and what follows it."""
    for index, line in enumerate(lines):
        ending: Ending | None = None
        if _is_closing(line):
            ending = _after_closing(lines, index)
        elif opens_with_office(line.text) and _opens_signature(lines, index):
            ending = _without_closing(lines, index)
        if ending is not None:
            return ending
    return Ending()


def stated_ending(lines: Sequence[FeatureLine]) -> Ending:
    """The ending that these lines are, as the source states: a closing, and below blank lines who signed, each once."""
    closing: FeatureLine | None = None
    signed: list[Signed] = []
    on_behalf: list[FeatureLine] = []
    for _, of_block in itertools.groupby(enumerate(lines), key=lambda pair: pair[1].row - pair[0]):
        first, *others = [line for _, line in of_block]
        if is_on_behalf(first.text):
            on_behalf += [first, *others]
        elif closing is None and not signed and _is_closing(first):
            closing = first
        else:
            signed.append(_stated_signature(first, others))
    return Ending(closing, tuple(signed), (), tuple(on_behalf))


def _stated_signature(first: FeatureLine, others: Sequence[FeatureLine]) -> Signed:
    """Who signed: the name stands on the last line, an office ends with a comma."""
    name = None if first.text.endswith(",") and not others else [first, *others][-1].text
    office = first.text.rstrip(",") if first.text.endswith(",") or others else None
    article, _, role = (office or "").partition(" ")
    return Signed(role if role and is_one_of(article, "articles") else office, name, (first, *others))


def _is_closing(line: FeatureLine) -> bool:
    return len(line.text) < _LONGEST_CLOSING and is_one_of(line.text, "closings")


def _after_closing(lines: Sequence[FeatureLine], index: int) -> Ending | None:
    """The ending that a closing opens; None where it closes something else."""
    found = read_signatures(lines, index + 1)
    signed = found.signed or _official(lines[index + 1 : index + REACH])
    if not signed:
        if len(lines) - index >= REACH or any(map(_is_closing, lines[index + 1 :])):
            return None  # a letter that is quoted
        if index + _NAME_GAP == len(lines) and (name := signed_name(lines[-1].text)):
            signed = [Signed(None, name, (lines[-1],))]
    return Ending(lines[index], tuple(signed), tuple(found.remarks), tuple(found.on_behalf))


def _official(lines: Sequence[FeatureLine]) -> list[Signed]:
    """An official who signs in an office of his own: the function right below the closing, and the name below it."""
    if len(lines) < _NAME_GAP or not has_function(lines[0].text) or (name := signed_name(lines[1].text)) is None:
        return []
    return [Signed(lines[0].text.rstrip(", "), name, tuple(lines[:2]))]


def _without_closing(lines: Sequence[FeatureLine], index: int) -> Ending | None:
    """The ending that an office opens; None where it is in the text of the letter."""
    found = read_signatures(lines, index)
    if not found.signed:
        return None
    begin, signed = index, found.signed
    if above := _names_above(lines, index, most=len(signed)):
        from_names = read_signatures(lines, index - above)
        if from_names.end == found.end:
            begin, signed = index - above, from_names.signed
    last = found.end == len(lines) or is_annex(lines[found.end].text)
    if begin and not last and not any(signature.name for signature in signed):
        return None  # an office without a name signs only as the last thing of the letter
    short = (line.text for line in reversed(lines[:begin][-_MOST_ABOVE:]))
    count = sum(1 for _ in itertools.takewhile(lambda text: len(text) < _LONGEST_CLOSING and is_remark(text), short))
    remarks = lines[begin - count : begin]  # one for each who signs
    return Ending(None, tuple(signed), (*remarks, *found.remarks), tuple(found.on_behalf))


def _opens_signature(lines: Sequence[FeatureLine], index: int) -> bool:
    text = lines[index].text
    return len(text) < _LONGEST_LINE and (not is_on_behalf(text) or behalf_lines(lines, index) > 0)


def _names_above(lines: Sequence[FeatureLine], begin: int, *, most: int) -> int:
    """How many names stand above the first office, as some letters print them; those of several stand in one row."""
    row = [line for line in lines[max(begin - most, 0) : begin] if line.row == lines[begin - 1].row]
    near = bool(row) and lines[begin].row - row[0].row <= _NAME_GAP
    return len(row) if near and all(signed_name(line.text) for line in row) else 0
