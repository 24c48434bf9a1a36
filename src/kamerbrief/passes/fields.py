"""Labels and values of the letterhead, in whatever order the text layer gives them.

In print a label of the margin stands above its value and a label of the body beside it. In extracted text the two
are often lines apart (``Datum / Betreft / 3 februari 2023 / Nationaal programma ...``), so a value goes to an
open label of its type.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.passes.lines import first_word
from kamerbrief.passes.marks import ADDRESS, MISREAD_DATE, SHORT, Mark, accepts, is_person, is_reference, is_value
from kamerbrief.text import single_spaced, squash
from kamerbrief.vocabulary.ministries import by_street, longest_name
from kamerbrief.vocabulary.phrases import BLACKED_OUT, GARBLED, is_opener, opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line
    from kamerbrief.vocabulary.labels import Label

    Marked = tuple[Line, Mark]

_OPEN_FOR = 16
"""How many lines a label waits for its value."""
_COUNTRY = "nederland"
_ROW_FROM = 2
_LONGEST_ROW = 8
_APART = 2
"""A value more rows below its label than this is no neighbour of it."""
_WRAPPED_FROM = 44
"""A line of a subject shorter than this is not wrapped: the next word would have fitted."""
_LONGEST_SUBJECT = 12
_LONGEST_LINE = 90
_ROWS_BESIDE = 1
"""Between two lines of a subject stands so much of the margin beside it."""
_ROWS_ABOVE = 2
_UNBROKEN = 160
"""A longer line is a paragraph of a text that is not broken into lines."""
_LONG = 50
_LONGEST_PLACE = 30
_NO_COUNT = regex.compile(
    r"(?i:zie|div\.?|diverse|meerdere|enkele|ja)\b.{0,30}\Z|\p{Lu}(?:,\s\p{Lu})*+(?:\sen\s\p{Lu})?\Z"
)
"""What stands at the label of the attachments instead of their number."""
_TOLD_BY_SHAPE = ("website", "email", "phone", "fax", "mobile", "identification", "date")
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
        """Where its first line begins in the source."""
        return min(line.start for line in self.lines)

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return max(line.end for line in self.lines)


@dataclasses.dataclass(frozen=True, slots=True)
class _Open:
    """A label that waits for its value."""

    index: int
    line: Line
    label: Label


def read_fields(marked: Sequence[Marked]) -> tuple[list[Field], list[Line]]:
    """The fields of a letterhead and the lines that nothing explains.

    Afterwards each line is in exactly one field or among the rest, both in the order of the lines.
    """
    reading = _Reading(marked)
    index = 0
    while index < len(marked):
        index += reading.take(index)
    fields = [*reading.fields, *(_empty(waiting.line, waiting.label) for waiting in reading.waiting)]
    return sorted(fields, key=lambda field: field.start), reading.rest


class _Reading:
    """One pass over the lines of a letterhead."""

    def __init__(self, marked: Sequence[Marked]) -> None:
        self.marked = marked
        self.fields: list[Field] = []
        self.rest: list[Line] = []
        self.waiting: list[_Open] = []

    def take(self, index: int) -> int:
        """Read what stands at this line; how many lines it took."""
        while self.waiting and index - self.waiting[0].index > _OPEN_FOR:
            waited = self.waiting.pop(0)
            self.fields.append(_empty(waited.line, waited.label))
        line, mark = self.marked[index]
        if mark.label is not None:
            return self._label(index, line, mark.label) if mark.kind == "label" else self._labelled(index, mark.label)
        if (at := _asked_by(self.waiting, self.marked, index)) is not None:
            return self._value(self.waiting.pop(at), index)
        if mark.kind in ADDRESS:
            lines = _address(self.marked, index)
            name = _kind_of_address(self.marked[index : index + len(lines)])
            return self._add(Field(name, None, _address_text(lines), tuple(lines)))
        if mark.kind == "notice":
            lines = _notice(self.marked, index)
            return self._add(Field("notice", None, " ".join(part.text for part in lines), tuple(lines)))
        if mark.kind == "ministry" and (found := longest_name([x.text for x, _ in self.marked[index : index + 4]])):
            lines = [part for part, _ in self.marked[index : index + found[1]]]
            text = single_spaced(" ".join(part.text for part in lines))
            return self._add(Field("ministry", None, text, tuple(lines)))
        if mark.kind == "return":
            return self._add(Field("return_address", None, single_spaced(line.text.lstrip("> -")), (line,)))
        if mark.kind in _TOLD_BY_SHAPE:
            label = line.text[: mark.value_start].strip(" :.") or None
            return self._add(Field(mark.kind, label, line.text[mark.value_start :], (line,)))
        self.rest.append(line)
        return 1

    def _add(self, field: Field) -> int:
        self.fields.append(field)
        return len(field.lines)

    def _label(self, index: int, line: Line, label: Label) -> int:
        """A label by itself: its value stands below it, beside it, or some lines on."""
        if label.takes == "address":
            if index + 1 == len(self.marked) or self.marked[index + 1][1].kind not in ADDRESS:
                return self._add(_empty(line, label))
            lines = _address(self.marked, index + 1)
            return self._add(Field(label.name, line.text.rstrip(": "), _address_text(lines), (line, *lines)))
        if row := _label_row(self.marked, index):
            self.fields += row
            return sum(len(field.lines) for field in row)
        self.waiting.append(_Open(index, line, label))
        return 1

    def _labelled(self, index: int, label: Label) -> int:
        """A label with its value behind it."""
        line, mark = self.marked[index]
        value = line.text[mark.value_start :]
        lines = _free_text(self.marked, index, first=value) if label.takes == "subject" else []
        text = single_spaced(" ".join([value, *(more.text for more in lines)]))
        return self._add(Field(label.name, line.text[: mark.label_end].rstrip(": "), text, (line, *lines)))

    def _value(self, asked: _Open, index: int) -> int:
        """The value of a label that waited."""
        line, _ = self.marked[index]
        lines = [line]
        if asked.label.takes in ("subject", "line"):
            lines += _free_text(self.marked, index, first=line.text)
            if self.rest and _begins_above(self.rest[-1], asked.line, line):
                return self._add_above(asked, lines)
        elif asked.label.takes == "reference" and not any(more.label.takes == "reference" for more in self.waiting):
            lines += _rest_of_reference(self.marked, index)
        self.fields += _joined(asked.label, asked.line, lines)
        return len(lines)

    def _add_above(self, asked: _Open, lines: Sequence[Line]) -> int:
        """A subject whose first line stood above its label."""
        whole = [self.rest.pop(), *lines]
        text = single_spaced(" ".join(line.text for line in whole))
        self.fields.append(Field(asked.label.name, asked.line.text.rstrip(": "), text, (asked.line, *whole)))
        return len(lines)


def _begins_above(above: Line, label: Line, line: Line) -> bool:
    """Whether a value begins in the line above its label: a label that is set a little lower than its first line."""
    return (
        line.text[:1].islower()
        and above.page == label.page
        and not above.margin
        and 0 < label.row - above.row <= _ROWS_ABOVE
        and above.column > label.column
        and abs(above.column - line.column) <= _APART
    )


def _label_row(marked: Sequence[Marked], index: int) -> list[Field]:
    """Fields whose labels stand in one row above a row of values, as letters before 2010 have them.

    Text without places stacks them: all labels, then all values in the same order.
    """
    labels: list[tuple[Line, Label]] = []
    for line, mark in marked[index : index + _LONGEST_ROW]:
        if mark.kind != "label" or mark.label is None:
            break
        labels.append((line, mark.label))
    values = [line for line, _ in marked[index + len(labels) : index + 2 * len(labels)]]
    if len(labels) < _ROW_FROM or len(values) < len(labels):
        return []
    pairs = list(zip(labels, values, strict=True))
    in_rows = len({line.row for line, _ in labels}) == len({line.row for line in values}) == 1
    aligned = in_rows and all(abs(value.column - line.column) <= _APART for (line, _), value in pairs)
    if not aligned and not all(is_value(label.takes, value.text) for (_, label), value in pairs):
        return []
    return [field for (line, label), value in pairs for field in _joined(label, line, [value])]


def _asked_by(waiting: Sequence[_Open], marked: Sequence[Marked], index: int) -> int | None:
    """Which of the waiting labels this line is the value of, if one is.

    Of several labels of one type the nearest gets it, unless as many values follow as labels wait.
    """
    able = [at for at, asked in enumerate(waiting) if _may_fill(asked, waiting, marked, index)]
    if not able:
        return None
    typed = [at for at in able if waiting[at].label.takes != "subject"] or able
    takes = waiting[typed[-1]].label.takes
    alike = [at for at in typed if waiting[at].label.takes == takes]
    values = sum(accepts(takes, other.text) for other, _ in marked[index : index + len(alike)])
    return alike[0] if values >= len(alike) else alike[-values]


def _may_fill(asked: _Open, waiting: Sequence[_Open], marked: Sequence[Marked], index: int) -> bool:
    """Whether the line can be the value of this label."""
    (line, mark), takes = marked[index], asked.label.takes
    beside = asked.line.row == line.row
    directly = index - asked.index == 1 or beside
    if accepts(takes, line.text):
        return takes != "reference" or mark.kind not in ADDRESS or directly
    if takes == "date":
        return beside and MISREAD_DATE.match(line.text) is not None
    if takes == "subject":
        return (
            (mark.kind in ("short", "long", "date") or beside)
            and (not line.margin or (directly and asked.line.margin))
            and not any(other.label.takes == "date" and accepts("date", line.text) for other in waiting)
        )
    if takes == "count" and directly and line.gap == 0:
        return _NO_COUNT.match(line.text) is not None
    if takes == "line" and directly and mark.kind == "date":
        return not any(other.label.takes == "date" for other in waiting)
    near = line.gap == 0 or (line.gap == 1 and takes == "contact" and is_person(line.text))
    readable = BLACKED_OUT.match(line.text) is None and GARBLED.search(line.text) is None
    return takes in ("contact", "line") and directly and near and readable and mark.kind in ("short", "email")


def _joined(label: Label, label_line: Line, lines: Sequence[Line]) -> list[Field]:
    """The field of a label and its value; a label far from its value becomes an empty field of its own."""
    shown = label_line.text.rstrip(": ")
    glue = "" if lines[0].text.endswith(("-", "/")) and len(lines) > 1 else " "
    text = single_spaced(glue.join(line.text for line in lines))
    if abs(lines[0].row - label_line.row) > _APART or lines[0].start < label_line.end:
        return [_empty(label_line, label), Field(label.name, shown, text, tuple(lines))]
    return [Field(label.name, shown, text, (label_line, *lines))]


def _empty(line: Line, label: Label) -> Field:
    return Field(label.name, line.text.rstrip(": "), "", (line,))


def _free_text(marked: Sequence[Marked], index: int, *, first: str) -> list[Line]:
    """The further lines of a subject."""
    lines: list[Line] = []
    text, last = first, marked[index][0]
    for line, mark in marked[index + 1 : index + _LONGEST_SUBJECT]:
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
    if line.page != last.page or line.margin != last.margin or len(line.text) > _UNBROKEN:
        return False
    if line.row - last.row > line.gap + _ROWS_BESIDE + 1:  # what stood between them was taken out
        return False
    if line.gap == 0 and last.column > 0 and abs(line.column - last.column) <= 1 and not line.margin:
        return True  # set in, right below the value beside its label
    unfinished = text.endswith(("-", ",")) or text.rsplit(" ", 1)[-1] in _UNFINISHED
    sentence = line.gap == 0 and line.text[:1].islower() and len(line.text) <= _LONGEST_LINE
    if (len(text) < _WRAPPED_FROM or is_opener(first_word(line.text))) and not unfinished and not sentence:
        return False
    if opens_with(line.text, "units") or by_street(line.text, None):
        return False
    wrapped = (
        line.gap == 1
        and len(line.text) <= _LONGEST_LINE
        and line.text[:1].islower()
        and (len(text) >= _LONG or unfinished)
    )
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
        if mark.kind != "short" or line.gap or len(line.text) > _LONGEST_PLACE or line.margin != lines[0].margin:
            break
        if line.text.startswith("MPC"):  # Defence prints the code of its post office between the two
            break
        lines.append(line)
        if not any(c.isdigit() for c in line.text):
            break
    return lines


def _address_text(lines: Sequence[Line]) -> str:
    return ", ".join(single_spaced(line.text) for line in lines)


def _kind_of_address(marked: Sequence[Marked]) -> str:
    return "postal_address" if any(mark.kind == "postbox" for _, mark in marked) else "visiting_address"


def _notice(marked: Sequence[Marked], index: int) -> list[Line]:
    """The lines of the notice on how to reply."""
    lines = [marked[index][0]]
    for line, mark in marked[index + 1 : index + 9]:
        if not notice_goes_on(lines[-1], line, mark):
            break
        lines.append(line)
    return lines


def notice_goes_on(last: Line, line: Line, mark: Mark) -> bool:
    """Whether a notice goes on with the line: not where it ended, and not where another thing begins."""
    if line.gap > 1 or len(line.text) > SHORT or mark.kind not in ("short", "notice", "street"):
        return False
    finished = last.text.endswith((".", "*"))
    return not finished if line.gap else not finished or opens_with(line.text, "notices")
