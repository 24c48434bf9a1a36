"""One pass over the lines of a signature."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced
from kamerbrief.ending.columns import REACH, by_column, name_cut
from kamerbrief.ending.offices import behalf_lines, office_at, role_in
from kamerbrief.vocabulary.phrases import has_function
from kamerbrief.vocabulary.sentences import is_left_open
from kamerbrief.vocabulary.signing import decided_by, is_remark, mandate_rest, mandated_name, signed_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.ending.offices import OfficeLines
    from kamerbrief.lines.features import FeatureLine

_MOST_FUNCTIONS = 3
_REMARK_LINES = 6
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
class Signatures:
    """The signatures that begin at a line."""

    signed: list[Signed]
    remarks: list[FeatureLine]
    """What stands beside them and names nobody."""
    on_behalf: list[FeatureLine]
    """The lines of ``mede namens``."""
    end: int
    """The line behind them."""


def read_signatures(lines: Sequence[FeatureLine], begin: int) -> Signatures:
    """The signatures from here on; none if other lines stand among theirs."""
    pages = itertools.groupby(lines[begin : begin + REACH], key=lambda line: line.page)
    ordered = [line for _, of_page in pages for line in by_column(list(of_page))]
    reading = _Reading(ordered, named_above=begin > 0 and signed_name(lines[begin - 1].text) is not None)
    index = 0
    while index < len(ordered) and (taken := reading.take(index)):
        index += taken
    used = {line.start for line in ordered[:index]}
    end = begin
    while end < len(lines) and lines[end].start in used:
        end += 1
    if any(line.start in used for line in lines[end : begin + REACH]):
        return Signatures([], [], [], begin)
    return Signatures(reading.signed(), reading.remarks, reading.on_behalf, end)


class _Reading:
    """One pass over the lines of a signature: its offices and names, in whatever order they stand."""

    def __init__(self, lines: Sequence[FeatureLine], *, named_above: bool) -> None:
        self.lines = lines
        self.named_above = named_above
        """A name stands above the first office."""
        self.roles: list[tuple[str, list[FeatureLine]]] = []
        self.names: list[tuple[str, FeatureLine]] = []
        self.remarks: list[FeatureLine] = []
        self.on_behalf: list[FeatureLine] = []
        self.functions: list[tuple[str, FeatureLine]] = []
        self.mandate_lines: list[FeatureLine] = []
        """The lines of ``namens deze``."""
        self.mandate = False
        self.is_signed = False
        """An official with name and function stands above; another one below has not signed."""

    def take(self, index: int) -> int:
        """Read what stands at this line; how many lines it took, 0 where the signature ends."""
        if count := self._remark_lines(index):
            self.remarks += self.lines[index : index + count]
            return count
        if count := behalf_lines(self.lines, index):
            self.on_behalf += self.lines[index : index + count]
            return count
        line = self.lines[index]
        if self.roles and (rest := mandate_rest(line.text)) is not None and len(rest) < _LONGEST_FUNCTION:
            return self._by_mandate(index, rest)
        if (decided := decided_by(line.text)) and (role := role_in(decided)):
            self.roles.append((role, [line]))
            self.mandate = True
            return 1
        if (office := office_at(self.lines, index)) is not None:
            return 0 if self._is_complete_above(line) else self._office(index, office)
        return self._name_or_function(index)

    def _is_complete_above(self, line: FeatureLine) -> bool:
        """Whether each office has its name already on the page above."""
        return line.page != self.lines[0].page and 0 < len(self.roles) <= len(self.names) + self.named_above

    def _remark_lines(self, index: int) -> int:
        """How many lines a remark takes that begins here."""
        text = self.lines[index].text
        if is_remark(text):
            return 1
        return _bracketed(self.lines, index) if text.startswith("[") else 0

    def _name_or_function(self, index: int) -> int:
        line = self.lines[index]
        if (name := mandated_name(line.text)) is not None and self._may_have_name(index):
            self.mandate = True
            self.names.append((name, line))
            return 1
        if (name := signed_name(line.text)) is not None and self._may_have_name(index):
            self.names += [(part.text, part) for part in self._two_names(index)] or [(name, line)]
            return 1
        may_have_function = self.mandate and len(self.functions) < _MOST_FUNCTIONS
        if may_have_function and len(line.text) < _LONGEST_FUNCTION and has_function(line.text):
            if self.is_signed:
                self.remarks.append(line)
                return 1
            return self._function(index, line.text)
        return 0

    def _two_names(self, index: int) -> list[FeatureLine]:
        """The last line of names cut in two, where two offices above it have none."""
        line, below = self.lines[index], self.lines[index + 1 : index + 2]
        if len(self.names) + 2 > len(self.roles) or any(signed_name(other.text) for other in below):
            return []
        return line.split(at) if (at := name_cut(line)) else []

    def _function(self, index: int, text: str) -> int:
        """A function, which goes on in the next line where it is left open: how many lines it takes."""
        count = 1
        self.functions.append((text, self.lines[index]))
        while is_left_open(text.rstrip(", ")) and index + count < len(self.lines) and count < _MOST_FUNCTIONS:
            text = self.lines[index + count].text
            self.functions.append((text, self.lines[index + count]))
            count += 1
        return count

    def signed(self) -> list[Signed]:
        """Who signed."""
        if self.mandate:
            return [_for_minister(self.roles, self.mandate_lines, self.functions, self.names)]
        return _paired(self.roles, self.names)

    def _office(self, index: int, office: OfficeLines) -> int:
        lines = list(self.lines[index : index + office.count])
        self.roles.append((office.role, lines))
        if office.name:
            self.names.append((office.name, lines[-1]))
        return office.count

    def _by_mandate(self, index: int, rest: str) -> int:
        """``namens deze,`` perhaps with a function, or a name and a function, behind it."""
        line = self.lines[index]
        if self.mandate and self.names and self.functions:
            self.is_signed = True
            self.remarks.append(line)
            return 1
        self.mandate = True
        self.remarks += [other for _, other in self.functions]  # an official who passes the mandate on
        self.functions = []
        name, function = _name_and_function(rest)
        if name:
            self.names.append((name, line))
        self.mandate_lines.append(line)
        if function:
            return self._function(index, function)
        return 1

    def _may_have_name(self, index: int) -> bool:
        """Whether a name may stand here: beside an office, and no more names than offices."""
        office_follows = index + 1 < len(self.lines) and office_at(self.lines, index + 1) is not None
        return len(self.names) < len(self.roles) + office_follows


def _bracketed(lines: Sequence[FeatureLine], index: int) -> int:
    """How many lines a remark in brackets takes that stands where the pen would: why nobody signed by hand."""
    for count, line in enumerate(lines[index : index + _REMARK_LINES], start=1):
        if line.text.endswith("]"):
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


def _for_minister(
    roles: Sequence[tuple[str, list[FeatureLine]]],
    mandate_lines: Sequence[FeatureLine],
    functions: Sequence[tuple[str, FeatureLine]],
    names: Sequence[tuple[str, FeatureLine]],
) -> Signed:
    """The official who signs for a minister; without a function of his own, in the minister's."""
    words = single_spaced(" ".join(text.strip(" ,") for text, _ in functions))
    lines = [line for _, of_role in roles for line in of_role] + [
        *mandate_lines,
        *(line for _, line in (*functions, *names[:1])),
    ]
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
