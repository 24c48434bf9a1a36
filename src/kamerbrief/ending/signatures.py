"""Closing and signatures: who signed, in which office, for whom."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced, squash
from kamerbrief.ending.columns import REACH, by_column
from kamerbrief.vocabulary.headings import is_annex
from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.persons import name_of
from kamerbrief.vocabulary.phrases import has_function, is_one_of
from kamerbrief.vocabulary.signing import (
    decided_by,
    is_on_behalf,
    is_remark,
    mandate_rest,
    may_precede_office,
    opens_with_office,
    signed_name,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_LONGEST_ROLE = 4
_ROLE_GAP = 2
"""Lines of one office follow each other; the margin or an extractor may put a blank line between."""
_LONGEST_LINE = 110
_LONGEST_CLOSING = 60
_LONGEST_OFFICE = 200
_MOST_FUNCTIONS = 3
_REMARK_LINES = 6
_NAME_GAP = 2
_LONGEST_FUNCTION = 80


@dataclasses.dataclass(frozen=True, slots=True)
class Signed:
    """One signature."""

    role: str | None
    name: str | None
    lines: tuple[FeatureLine, ...]
    office: str | None = None
    """The office of the minister for whom an official signs."""

    @property
    def mandate(self) -> bool:
        """Whether it is signed for somebody else."""
        return self.office is not None


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
        closing = len(line.text) < _LONGEST_CLOSING and is_one_of(line.text, "closings")
        if not closing and not _opens_signature(lines, index):
            continue
        begin = index
        signatures, remarks, end = _signatures(lines, index + closing)
        if closing:
            if not signatures and (len(lines) - index >= REACH or _closes_later(lines, index)):
                continue
            if not signatures and index + _NAME_GAP == len(lines) and (name := signed_name(lines[-1].text)):
                signatures, end = [Signed(None, name, (lines[-1],))], len(lines)
        else:
            if signatures:
                begin, signatures = _name_above(lines, index, signatures)
            last = end == len(lines) or is_annex(lines[end].text)
            if not signatures or (begin and not last and not any(s.name for s in signatures)):
                continue  # an office without a name signs only as the last thing of the letter
            if begin and len(lines[begin - 1].text) < _LONGEST_CLOSING and is_remark(lines[begin - 1].text):
                begin -= 1
                remarks = [lines[begin], *remarks]
        behalf = tuple(remark for remark in remarks if is_on_behalf(remark.text))
        others = tuple(remark for remark in remarks if not is_on_behalf(remark.text))
        return Ending(line if closing else None, tuple(signatures), others, behalf)
    return Ending()


def _closes_later(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the letter closes once more: the first time it quoted another one."""
    return any(len(line.text) < _LONGEST_CLOSING and is_one_of(line.text, "closings") for line in lines[index + 1 :])


def _opens_signature(lines: Sequence[FeatureLine], index: int) -> bool:
    text = lines[index].text
    if len(text) >= _LONGEST_LINE or not opens_with_office(text) or not _stands_apart(lines, index):
        return False
    return not is_on_behalf(text) or _behalf_lines(lines, index) > 0


def _stands_apart(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line does not go on with the sentence above it."""
    if index == 0:
        return True
    line, above = lines[index], lines[index - 1]
    return (
        line.row - above.row != 1
        or above.text.endswith((".", "!", "?", ":"))
        or name_of(above.text) is not None
        or is_remark(above.text)
        or len(above.text) < _LONGEST_CLOSING
    )


def _signatures(lines: Sequence[FeatureLine], begin: int) -> tuple[list[Signed], list[FeatureLine], int]:
    """The signatures from here on, what stands beside them, and where they end."""
    ordered = by_column(lines[begin : begin + REACH])
    reading = _Reading(ordered)
    index = 0
    while index < len(ordered) and (taken := reading.take(index)):
        index += taken
    used = {line.start for line in ordered[:index]}
    end = begin
    while end < len(lines) and lines[end].start in used:
        end += 1
    if any(line.start in used for line in lines[end : begin + REACH]):
        return [], [], begin
    return reading.signed(), reading.remarks, end


class _Reading:
    """One pass over the lines of a signature: its offices and names, in whatever order they stand."""

    def __init__(self, lines: Sequence[FeatureLine]) -> None:
        self.lines = lines
        self.roles: list[tuple[str, list[FeatureLine]]] = []
        self.names: list[tuple[str, FeatureLine]] = []
        self.remarks: list[FeatureLine] = []
        self.functions: list[tuple[str, FeatureLine]] = []
        self.by: list[FeatureLine] = []
        """The lines of ``namens deze``."""
        self.mandate = False

    def take(self, index: int) -> int:
        """Read what stands at this line; how many lines it took, 0 where the signature ends."""
        text = self.lines[index].text
        if is_remark(text):
            return self._remark(index, 1)
        if text.startswith("["):
            return self._remark(index, _bracketed(self.lines, index))
        if count := _behalf_lines(self.lines, index):
            return self._remark(index, count)
        if self.roles and (rest := mandate_rest(text)) is not None and len(rest) < _LONGEST_FUNCTION:
            return self._by_mandate(index, rest)
        if (decided := decided_by(text)) and (found := _role_in(decided)):
            self.roles.append((found, [self.lines[index]]))
            self.mandate = True
            return 1
        if (role := _role(self.lines, index)) is not None:
            return self._office(index, *role)
        if (name := signed_name(text)) is not None and self._may_havesigned_name(index):
            self.names.append((name, self.lines[index]))
            return 1
        function = self.mandate and len(text) < _LONGEST_FUNCTION and len(self.functions) < _MOST_FUNCTIONS
        if function and has_function(text):
            self.functions.append((text, self.lines[index]))
            return 1
        return 0

    def signed(self) -> list[Signed]:
        """Who signed."""
        if self.mandate:
            return [_for_minister(self.roles, self.by, self.functions, self.names)]
        return _paired(self.roles, self.names)

    def _remark(self, index: int, count: int) -> int:
        self.remarks += self.lines[index : index + count]
        return count

    def _office(self, index: int, role: str, count: int, name: str | None) -> int:
        lines = list(self.lines[index : index + count])
        self.roles.append((role, lines))
        if name:
            self.names.append((name, lines[-1]))
        return count

    def _by_mandate(self, index: int, rest: str) -> int:
        """``namens deze,`` perhaps with a function, or a name and a function, behind it."""
        line = self.lines[index]
        self.mandate = True
        self.remarks += [other for _, other in self.functions]  # an official who passes the mandate on
        self.functions = []
        name, function = _name_and_function(rest)
        if name:
            self.names.append((name, line))
        if function:
            self.functions.append((function, line))
        self.by.append(line)
        return 1

    def _may_havesigned_name(self, index: int) -> bool:
        """Whether a name may stand here: beside an office, and no more names than offices."""
        beside = self.roles or self.names or (index + 1 < len(self.lines) and _role(self.lines, index + 1) is not None)
        return bool(beside) and len(self.names) <= len(self.roles)


def _bracketed(lines: Sequence[FeatureLine], index: int) -> int:
    """How many lines a remark in brackets takes that stands where the pen would: why nobody signed by hand."""
    for count, line in enumerate(lines[index : index + _REMARK_LINES], start=1):
        if line.text.endswith("]"):
            return count
    return 0


def _behalf_lines(lines: Sequence[FeatureLine], index: int) -> int:
    """How many lines ``mede namens de minister van ...`` takes; 0 for a sentence that begins so."""
    if not is_on_behalf(lines[index].text):
        return 0
    text = ""
    for count, line in enumerate(lines[index : index + _LONGEST_ROLE], start=1):
        text = f"{text} {line.text}".strip()
        offices = offices_in(text)
        if offices and not text[offices[-1].end :].strip(" ,"):
            return count
    return 0


def _name_and_function(text: str) -> tuple[str | None, str | None]:
    """What stands behind ``namens deze``: a name, a function, or a name with a function."""
    if name := signed_name(text):
        return name, None
    for at in [i for i, c in enumerate(text) if c == " "]:
        if (name := signed_name(text[:at])) and has_function(text[at:]):
            return name, text[at:]
    return None, text or None


def _role_in(text: str) -> str | None:
    """The office that the text is."""
    offices = offices_in(text)
    return single_spaced(text[offices[0].start :]) if offices else None


def _role(lines: Sequence[FeatureLine], index: int) -> tuple[str, int, str | None] | None:
    """The office that these lines name: its words, how many lines, and a name on the same line."""
    if not opens_with_office(lines[index].text):
        return None
    text = ""
    best: tuple[str, int, str | None] | None = None
    for count in range(1, _LONGEST_ROLE + 1):
        at = index + count - 1
        if at >= len(lines):
            break
        line = lines[at]
        premier = squash(text).endswith("minister-president,")
        if (
            count > 1
            and not premier
            and (
                line.row - lines[at - 1].row > _ROLE_GAP
                or opens_with_office(line.text)
                or (best is not None and signed_name(line.text))
            )
        ):
            break
        text = f"{text} {line.text}".strip()
        if len(text) > _LONGEST_OFFICE:
            break
        offices = offices_in(text)
        if not offices:
            continue
        rest = text[offices[-1].end :].strip()
        head = text[: offices[-1].end]
        start = offices[0].start
        if not may_precede_office(text[:start]):
            break
        acting = ", a.i." if rest.replace(" ", "").strip(",") == "a.i." else ""
        role = single_spaced(head[start:]) + acting
        if rest.rstrip(",") in ("", "a.i.", ", a.i."):
            best = role, count, None
        elif rest.startswith(",") and name_of(rest.lstrip(", ")):
            return role, count, rest.lstrip(", ")
        elif best is not None and _is_portfolio(rest, lines[at - 1], line):
            return best[0], count, None
    return best


def _is_portfolio(text: str, above: FeatureLine, line: FeatureLine) -> bool:
    """Whether the text can be a portfolio on a line of its own right below the office."""
    words = text.lstrip(", ")
    return (
        line.row - above.row == 1 and words[:1].isupper() and len(words) < _LONGEST_CLOSING and not words.endswith(".")
    )


def _name_above(lines: Sequence[FeatureLine], begin: int, signatures: list[Signed]) -> tuple[int, list[Signed]]:
    """Some letters print the name above the office; beside each other the names of several stand in one row."""
    row = [line for line in lines[max(begin - len(signatures), 0) : begin] if line.row == lines[begin - 1].row]
    if not row or lines[begin].row - row[0].row > _NAME_GAP:
        return begin, signatures
    if any(signed.name for signed in signatures):
        return _shifted(row, begin, signatures)
    names = [signed_name(line.text) for line in row]
    if not all(names):
        return begin, signatures
    named = [
        dataclasses.replace(signed, name=name, lines=(line, *signed.lines))
        for signed, name, line in zip(signatures, names, row, strict=False)
    ]
    return begin - len(row), [*named, *signatures[len(row) :]]


def _shifted(row: Sequence[FeatureLine], begin: int, signatures: list[Signed]) -> tuple[int, list[Signed]]:
    """Each office with the name above it, where names stand above all offices: the last one has none below it."""
    others = signatures[1:]
    above = signed_name(row[-1].text)
    if above is None or not others or others[-1].name or not all(signed.name for signed in signatures[:-1]):
        return begin, signatures
    names = [(row[-1], above)]
    names += [
        (line, name)
        for signed in signatures
        for line in signed.lines
        if (name := signed_name(line.text)) == signed.name and name
    ]
    taken = {line.start for line, _ in names}
    shifted = [
        dataclasses.replace(signed, name=name, lines=(line, *(x for x in signed.lines if x.start not in taken)))
        for signed, (line, name) in zip(signatures, names, strict=False)
    ]
    return begin - 1, shifted


def _for_minister(
    roles: Sequence[tuple[str, list[FeatureLine]]],
    by: Sequence[FeatureLine],
    functions: Sequence[tuple[str, FeatureLine]],
    names: Sequence[tuple[str, FeatureLine]],
) -> Signed:
    """The official who signs for a minister; without a function of his own, in the minister's."""
    words = single_spaced(" ".join(text.strip(" ,") for text, _ in functions))
    lines = [line for _, of_role in roles for line in of_role] + [*by, *(line for _, line in (*functions, *names[:1]))]
    name = names[0][0] if names else None
    return Signed(words or roles[0][0], name, tuple(dict.fromkeys(lines)), roles[0][0])


def _paired(roles: Sequence[tuple[str, list[FeatureLine]]], names: Sequence[tuple[str, FeatureLine]]) -> list[Signed]:
    """Each office with its name; two columns may give all offices before all names."""
    signed = []
    for index, (role, lines) in enumerate(roles):
        name = names[index] if index < len(names) else None
        whole = tuple(dict.fromkeys([*lines, *([name[1]] if name else [])]))
        signed.append(Signed(role, name[0] if name else None, whole))
    return signed
