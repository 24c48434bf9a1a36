"""Labels and values of the letterhead, in whatever order the text layer gives them.

In print a label of the margin stands above its value and a label of the body beside it. In extracted text the two
are often lines apart (``Datum / Betreft / 3 februari 2023 / Nationaal programma ...``), so a value goes to an
open label of its type.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.passes.lines import first_word
from kamerbrief.passes.marks import ADDRESS, SHORT, Mark, accepts, is_reference
from kamerbrief.text import single_spaced, squash
from kamerbrief.vocabulary.ministries import by_street, longest_name
from kamerbrief.vocabulary.phrases import is_opener, opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line

    Marked = tuple[Line, Mark]

_OPEN_FOR = 16
"""How many lines a label waits for its value."""
_COUNTRY = "nederland"
_ROW_FROM = 2
_APART = 2
"""A value more rows below its label than this is no neighbour of it."""
_WRAPPED_FROM = 44
"""A line of a subject shorter than this is not wrapped: the next word would have fitted."""
_UNFINISHED = ("en", "van", "de", "het", "over", "voor", "in", "bij", "met", "aan", "op", "een", "der", "of", "inzake")


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """A labelled value, or a value that shows by its shape what it is."""

    name: str
    label: str | None
    text: str
    lines: tuple[Line, ...]
    """The lines it was read from, its label's included."""

    @property
    def start(self) -> int:
        return min(line.start for line in self.lines)

    @property
    def end(self) -> int:
        return max(line.end for line in self.lines)


def read_fields(marked: Sequence[Marked]) -> tuple[list[Field], list[Line]]:
    """The fields of a letterhead and the lines that nothing explains.

    Afterwards each line is in exactly one field or among the rest, both in the order of the lines.
    """
    fields: list[Field] = []
    rest: list[Line] = []
    waiting: list[tuple[int, Line, Mark]] = []  # labels without a value: (index, line, mark)
    address_label: Line | None = None
    address_name = ""
    index = 0
    while index < len(marked):
        line, mark = marked[index]
        taken = 1
        if mark.kind == "label" and mark.label is not None and mark.label.takes == "address":
            address_label, address_name = line, mark.label.name
            if index + 1 == len(marked) or marked[index + 1][1].kind not in ADDRESS:
                fields.append(_empty(line, address_name))
                address_label = None
        elif (row := _label_row(marked, index)) is not None:
            fields += row
            taken = 2 * len(row)
        elif mark.kind == "label":
            waiting.append((index, line, mark))
        elif mark.kind == "labelled" and mark.label is not None:
            lines = [line]
            if mark.label.takes == "subject":
                lines += _free_text(marked, index, first=line.text[mark.value_start :])
            text = " ".join([line.text[mark.value_start :], *(more.text for more in lines[1:])])
            fields.append(Field(mark.label.name, _shown(line, mark), single_spaced(text), tuple(lines)))
            taken = len(lines)
        elif (at := _asked_by(waiting, marked, index)) is not None:
            _, label_line, label_mark = waiting.pop(at)
            assert label_mark.label is not None
            lines = [line]
            if label_mark.label.takes in ("subject", "line"):
                lines += _free_text(marked, index, first=line.text)
            elif label_mark.label.takes == "reference":
                lines += _rest_of_reference(marked, index)
            fields.extend(_joined(label_mark, label_line, lines))
            taken = len(lines)
        elif mark.kind in ADDRESS:
            lines = _address(marked, index)
            name = address_name if address_label else _kind_of_address(marked[index : index + len(lines)])
            whole = [address_label, *lines] if address_label else lines
            shown = address_label.text.rstrip(": ") if address_label else None
            parts = [single_spaced(part.text) for part in lines]
            if len(parts) > 2 and squash(parts[-1]) == _COUNTRY:  # noqa: PLR2004 - box, city, country
                parts.pop()
            fields.append(Field(name, shown, ", ".join(parts), tuple(whole)))
            address_label = None
            taken = len(lines)
        elif mark.kind == "notice":
            lines = _notice(marked, index)
            fields.append(Field("notice", None, " ".join(part.text for part in lines), tuple(lines)))
            taken = len(lines)
        elif mark.kind == "ministry" and (found := longest_name([part.text for part, _ in marked[index : index + 4]])):
            lines = [part for part, _ in marked[index : index + found[1]]]
            fields.append(Field("ministry", None, single_spaced(" ".join(part.text for part in lines)), tuple(lines)))
            taken = found[1]
        elif mark.kind == "return":
            fields.append(Field("return_address", None, single_spaced(line.text.lstrip("> -")), (line,)))
        elif mark.kind in ("website", "email", "phone", "fax", "mobile", "identification", "date"):
            fields.append(Field(mark.kind, line.text[: mark.value_start].strip(" :.") or None,
                                line.text[mark.value_start :], (line,)))  # fmt: skip
        else:
            rest.append(line)
        index += taken
    fields.extend(_empty(line, mark.label.name) for _, line, mark in waiting if mark.label)
    fields.sort(key=lambda field: field.start)
    return fields, rest


def _label_row(marked: Sequence[Marked], index: int) -> list[Field] | None:
    """Fields whose labels stand in one row above a row of values, as letters before 2010 have them."""
    labels = []
    for line, mark in marked[index:]:
        if mark.kind != "label" or line.row != marked[index][0].row:
            break
        labels.append((line, mark))
    values = [line for line, _ in marked[index + len(labels) : index + 2 * len(labels)]]
    if len(labels) < _ROW_FROM or len(values) < len(labels) or len({line.row for line in values}) > 1:
        return None
    if any(abs(value.column - label.column) > _APART for (label, _), value in zip(labels, values, strict=True)):
        return None
    return [field for (label, mark), value in zip(labels, values, strict=True) for field in _joined(mark, label, [value])]


def _asked_by(waiting: list[tuple[int, Line, Mark]], marked: Sequence[Marked], index: int) -> int | None:
    """Which of the waiting labels this line is the value of, if one is.

    Of several labels of one type the nearest gets it, unless as many values follow as labels wait.
    """
    line, mark = marked[index]
    able = []
    for at, (since, label_line, label_mark) in enumerate(waiting):
        label = label_mark.label
        if label is None or index - since > _OPEN_FOR:
            continue
        directly = index - since == 1 or label_line.row == line.row
        if accepts(label.takes, line.text) and (label.takes != "reference" or mark.kind not in ADDRESS or directly):
            able.append(at)
        elif label.takes == "subject" and (mark.kind in ("short", "long", "date") or label_line.row == line.row):
            if (not line.margin or (directly and label_line.margin)) and not any(_takes(w) == "date" and accepts("date", line.text) for w in waiting):
                able.append(at)
        elif (
            label.takes in ("contact", "line")
            and directly
            and line.gap == 0
            and mark.kind in ("short", "email", "date")
        ):
            able.append(at)
    if not able:
        return None
    typed = [at for at in able if _takes(waiting[at]) != "subject"] or able
    takes = _takes(waiting[typed[-1]])
    alike = [at for at in typed if _takes(waiting[at]) == takes]
    values = sum(1 for other, _ in marked[index : index + len(alike)] if accepts(takes, other.text))
    return alike[0] if values >= len(alike) else alike[-values]


def _takes(waiting: tuple[int, Line, Mark]) -> str:
    label = waiting[2].label
    return label.takes if label else ""


def _joined(mark: Mark, label: Line, lines: list[Line]) -> list[Field]:
    """The field of a label and its value; a label far from its value becomes an empty field of its own."""
    assert mark.label is not None
    shown = label.text.rstrip(": ")
    glue = "" if lines[0].text.endswith(("-", "/")) and len(lines) == 2 else " "
    text = single_spaced(glue.join(line.text for line in lines))
    if abs(lines[0].row - label.row) > _APART or lines[0].start < label.end:
        return [_empty(label, mark.label.name), Field(mark.label.name, shown, text, tuple(lines))]
    return [Field(mark.label.name, shown, text, (label, *lines))]


def _empty(label: Line, name: str) -> Field:
    return Field(name, label.text.rstrip(": "), "", (label,))


def _shown(line: Line, mark: Mark) -> str:
    return line.text[: mark.label_end].rstrip(": ")


def _free_text(marked: Sequence[Marked], index: int, *, first: str) -> list[Line]:
    """The further lines of a subject."""
    lines: list[Line] = []
    text, last = first, marked[index][0]
    for line, mark in marked[index + 1 :]:
        if mark.kind not in ("short", "long", "street") or not subject_goes_on(text, last, line):
            break
        lines.append(line)
        text, last = line.text, line
    return lines


def subject_goes_on(text: str, last: Line, line: Line) -> bool:
    """Whether a subject goes on from the text of its last line with another line.

    It is wrapped where its column ends, so that its lines are long and follow each other; where a blank line parts
    them all the same (pdfminer), the next one begins in lower case.
    """
    if line.page != last.page or line.margin != last.margin:
        return False
    unfinished = text.endswith(("-", ",")) or text.rsplit(" ", 1)[-1] in _UNFINISHED
    if (len(text) < _WRAPPED_FROM or is_opener(first_word(line.text))) and not unfinished:
        return False
    if opens_with(line.text, "units") or by_street(line.text, None):
        return False
    wrapped = line.gap == 1 and len(line.text) <= 90 and line.text[:1].islower() and (len(text) >= 50 or unfinished)
    return line.gap == 0 or wrapped or (unfinished and line.gap == 1)


def _rest_of_reference(marked: Sequence[Marked], index: int) -> list[Line]:
    """The second line of a reference that is broken over two."""
    if index + 1 >= len(marked):
        return []
    line, (more, mark) = marked[index][0], marked[index + 1]
    broken = line.text.endswith(("-", "/")) and mark.kind in ("short", "identification")
    two_parts = mark.kind == "short" and is_reference(more.text) and more.row - line.row == 1
    return [more] if more.gap == 0 and more.margin == line.margin and (broken or two_parts) else []


def _address(marked: Sequence[Marked], index: int) -> list[Line]:
    """Street or PO box and what follows it up to the postcode; a city without postcode, a country."""
    lines = [marked[index][0]]
    if marked[index][1].kind == "postcode":
        return lines
    for at, (line, mark) in enumerate(marked[index + 1 : index + 3], start=index + 1):
        if mark.kind == "postcode":
            country = [x for x, _ in marked[at + 1 : at + 2] if x.gap == 0 and squash(x.text) == _COUNTRY]
            return [*lines, line, *country]
        if mark.kind != "short" or line.gap or len(line.text) > 30 or line.margin != lines[0].margin:
            break
        if line.text.startswith("MPC"):  # Defence prints the code of its post office between the two
            break
        lines.append(line)
        if not any(c.isdigit() for c in line.text):
            break
    return lines


def _kind_of_address(marked: Sequence[Marked]) -> str:
    return "postal_address" if any(mark.kind == "postbox" for _, mark in marked) else "visiting_address"


def _notice(marked: Sequence[Marked], index: int) -> list[Line]:
    """The lines of the notice on how to reply; it ends at a blank line or where another thing begins."""
    lines = [marked[index][0]]
    for line, mark in marked[index + 1 : index + 9]:
        ended = lines[-1].text.endswith((".", "*")) and not opens_with(line.text, "notices")
        if line.gap or len(line.text) > SHORT or mark.kind not in ("short", "notice", "street") or ended:
            break
        lines.append(line)
    return lines
