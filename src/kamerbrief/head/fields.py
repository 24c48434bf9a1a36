"""Labels and values of the letterhead, in whatever order the text layer gives them.

In print a label of the margin stands above its value and a label of the body beside it. In extracted text the two
are often lines apart (``Datum / Betreft / 3 februari 2023 / Nationaal programma ...``), so a value goes to an
open label of its type.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import single_spaced
from kamerbrief.head.addresses import address_lines, address_text, kind_of_address
from kamerbrief.head.attachments import titles_below
from kamerbrief.head.recipient import addressee_lines
from kamerbrief.head.wrapped import (
    CUTS_REFERENCE,
    WRAPPED_FROM,
    notice_lines,
    reference_begins,
    rest_of_reference,
    subject_lines,
)
from kamerbrief.lines.field import Field
from kamerbrief.lines.joining import join_lines
from kamerbrief.lines.kinds import ADDRESS, MISREAD_DATE, accepts, counts_things, is_value
from kamerbrief.vocabulary.addresses import is_part_of_address
from kamerbrief.vocabulary.labels import label_of
from kamerbrief.vocabulary.ministries import longest_name
from kamerbrief.vocabulary.persons import has_initials
from kamerbrief.vocabulary.phrases import (
    BLACKED_OUT,
    GARBLED,
    has_function,
    is_dash,
    opens_with,
    tells_no_count,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.vocabulary.labels import Label

_OPEN_FOR = 16
"""How many lines a label waits for its value."""
_ROW_FROM = 2
_LONGEST_ROW = 8
_FAR_BELOW = 8
"""More blank lines stand between no label of a margin and its value; 51 stood above the number of a page."""
_APART = 2
"""Maximum distance in rows between a label and its value."""
_ROWS_ABOVE = 2
_YEAR = regex.compile(r"(?:19|20)\d\d\Z")
_ROWS_OF_MARGIN = 2
"""A subject goes on below so much of the margin: a label, whose value stands beside the subject."""
_TOLD_BY_SHAPE = ("website", "email", "phone", "fax", "mobile", "identification", "date")


@dataclasses.dataclass(frozen=True, slots=True)
class _Open:
    """A label that waits for its value."""

    index: int
    line: FeatureLine
    label: Label


def read_fields(lines: Sequence[FeatureLine]) -> tuple[list[Field], list[FeatureLine]]:
    """The fields of a letterhead and the lines that nothing explains.

    Afterwards each line is in exactly one field or among the rest, both in the order of the lines.
    """
    reading = _Reading(lines)
    index = 0
    while index < len(lines):
        index += reading.take(index)
    fields = [*reading.fields, *(_empty(waiting.line, waiting.label) for waiting in reading.waiting)]
    return sorted(fields, key=lambda field: field.start), reading.rest


class _Reading:
    """One pass over the lines of a letterhead."""

    def __init__(self, lines: Sequence[FeatureLine]) -> None:
        self.lines = lines
        self.fields: list[Field] = []
        self.rest: list[FeatureLine] = []
        self.waiting: list[_Open] = []

    def take(self, index: int) -> int:
        """Read what stands at this line; how many lines it took."""
        while self.waiting and index - self.waiting[0].index > _OPEN_FOR:
            waited = self.waiting.pop(0)
            self.fields.append(_empty(waited.line, waited.label))
        line = self.lines[index]
        if _is_cut_mail(self.lines, index):
            return self._cut_mail(index)
        if line.label is not None:
            return self._label(index, line.label) if line.kind == "label" else self._labelled(index, line.label)
        if (at := _asked_by(self.waiting, self.lines, index)) is not None:
            return self._value(self.waiting.pop(at), index)
        if (field := self._by_shape(index)) is not None:
            self.fields.append(field)
            return len(field.lines)
        if not self._goes_on_with(index):
            self.rest.append(line)
        return 1

    def _goes_on_with(self, index: int) -> bool:
        """Take a line with which a subject goes on, though a value of another column stands between."""
        above, line = self.lines[max(index - 1, 0)], self.lines[index]
        at = next((at for at, field in enumerate(self.fields) if field.name == "subject" and field.text), None)
        if at is None:
            return False
        subject = self.fields[at]
        last = subject.lines[-1]
        if last.page != line.page or len(last.text) < WRAPPED_FROM:
            return False
        behind_date = not self.waiting and self.fields[-1].name == "date" and line.text[0].islower()
        if not behind_date and not _goes_on_beside(last, above, line):
            return False
        words = subject.lines[1:] if subject.lines[0].kind == "label" else subject.lines
        begin = words[0].classified.value_start if words[0].kind == "labelled" else 0
        text = join_lines([*words, line], begin).string
        self.fields[at] = dataclasses.replace(subject, text=text, lines=(*subject.lines, line))
        return True

    def _cut_mail(self, index: int) -> int:
        """An address of mail that a line end cut at its hyphen, perhaps behind its label: ``Contactpersoon woo-``."""
        line, below = self.lines[index : index + 2]
        label, _, begin = line.text.rpartition(" ")
        self.fields.append(Field("email", label or None, begin + below.text, (line, below)))
        return 2

    def _by_shape(self, index: int) -> Field | None:
        """What the line is without a label, if its shape tells."""
        line = self.lines[index]
        match line.kind:
            case "postcode" | "postbox" | "street":
                lines = address_lines(self.lines, index)
                return Field(kind_of_address(lines), None, address_text(lines), tuple(lines))
            case "notice":
                lines = notice_lines(self.lines, index)
                return Field("notice", None, " ".join(part.text for part in lines), tuple(lines))
            case "ministry":
                found = longest_name([other.text for other in self.lines[index : index + 4]])
                lines = list(self.lines[index : index + found[1]]) if found else []
                text = single_spaced(" ".join(part.text for part in lines))
                return Field("ministry", None, text, tuple(lines)) if lines else None
            case "return":
                return Field("return_address", None, single_spaced(line.text.lstrip("> -")), (line,))
            case kind if kind in _TOLD_BY_SHAPE:
                at = line.classified.value_start
                return Field(kind, line.text[:at].strip(" :.") or None, line.text[at:], (line,))
            case _:
                return None

    def _add(self, field: Field) -> int:
        self.fields.append(field)
        return len(field.lines)

    def _label(self, index: int, label: Label) -> int:
        """A label by itself: its value stands below it, beside it, or some lines on."""
        line = self.lines[index]
        if label.takes == "address":
            if index + 1 == len(self.lines) or self.lines[index + 1].kind not in ADDRESS:
                return self._add(_empty(line, label))
            lines = address_lines(self.lines, index + 1)
            return self._add(Field(label.name, line.text.rstrip(": "), address_text(lines), (line, *lines)))
        if label.name == "copy" and (copied := addressee_lines(self.lines, index + 1)):
            text = single_spaced(" ".join(other.text for other in copied))
            return self._add(Field(label.name, line.text.rstrip(": "), text, (line, *copied)))
        if titles := titles_below(self.lines, index):
            self.fields.append(_empty(line, label))
            self.fields += [Field("other", None, x.text, (x,)) for x in self.lines[index + 1 : index + 1 + titles]]
            return 1 + titles
        if row := _label_row(self.lines, index):
            self.fields += row
            return sum(len(field.lines) for field in row)
        self.waiting.append(_Open(index, line, label))
        return 1

    def _labelled(self, index: int, label: Label) -> int:
        """A label with its value behind it."""
        line = self.lines[index]
        begin = line.classified.value_start
        lines = subject_lines(self.lines, index, first=line.text[begin:]) if label.takes == "subject" else []
        text = join_lines([line, *lines], begin).string
        return self._add(Field(label.name, line.text[: line.classified.label_end].rstrip(": "), text, (line, *lines)))

    def _value(self, asked: _Open, index: int) -> int:
        """The value of a label that waited."""
        line = self.lines[index]
        lines = [line]
        if asked.label.takes in ("subject", "line"):
            lines += subject_lines(self.lines, index, first=line.text)
            if self.rest and _begins_above(self.rest[-1], asked.line, line):
                return self._add_above(asked, lines)
        elif asked.label.takes == "reference" and not any(more.label.takes == "reference" for more in self.waiting):
            lines += rest_of_reference(self.lines, index)
        self.fields += _joined(asked.label, asked.line, lines)
        return len(lines)

    def _add_above(self, asked: _Open, lines: Sequence[FeatureLine]) -> int:
        """A subject whose first line stood above its label."""
        whole = [self.rest.pop(), *lines]
        text = join_lines(whole).string
        self.fields.append(Field(asked.label.name, asked.line.text.rstrip(": "), text, (asked.line, *whole)))
        return len(lines)


def _goes_on_beside(last: FeatureLine, above: FeatureLine, line: FeatureLine) -> bool:
    """Whether a subject goes on below a label of the margin: in words wider than the margin, or with a year."""
    words = line.kind == "long" and not opens_with(line.text, "units")
    parted = above.start != last.start and (above.kind == "label" or above.column != line.column)
    near = not line.gap and line.row - last.row <= _ROWS_OF_MARGIN
    return parted and near and (words or _YEAR.match(line.text) is not None)


def _is_cut_mail(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the last word of a line is the beginning of the address below it, which a hyphen cuts."""
    line, below = lines[index], lines[index + 1 : index + 2]
    if not line.text.endswith("-"):
        return False
    label, _, word = line.text.rpartition(" ")
    cut = word.islower() and (not label or label_of(label) is not None)
    return cut and bool(below) and below[0].kind == "email" and not below[0].gap


def _begins_above(above: FeatureLine, label: FeatureLine, line: FeatureLine) -> bool:
    """Whether a value begins in the line above its label: a label that is set a little lower than its first line."""
    return (
        line.text[:1].islower()
        and above.page == label.page
        and not above.margin
        and 0 < label.row - above.row <= _ROWS_ABOVE
        and above.column > label.column
        and abs(above.column - line.column) <= _APART
    )


def _label_row(lines: Sequence[FeatureLine], index: int) -> list[Field]:
    """Fields whose labels stand in one row above a row of values, as letters before 2010 have them.

    Text without places stacks them: all labels, then all values in the same order.
    """
    labels: list[tuple[FeatureLine, Label]] = []
    for line in lines[index : index + _LONGEST_ROW]:
        if line.kind != "label" or line.label is None:
            break
        labels.append((line, line.label))
    values = lines[index + len(labels) : index + 2 * len(labels)]
    if len(labels) < _ROW_FROM or len(values) < len(labels):
        return []
    typed = all(is_value(label.takes, value.text) for (_, label), value in zip(labels, values, strict=True))
    if not typed and not _are_rows([line for line, _ in labels], values):
        return []
    pairs = zip(labels, values, strict=True)
    return [field for (line, label), value in pairs for field in _cell(label, line, value)]


def _cell(label: Label, label_line: FeatureLine, value: FeatureLine) -> list[Field]:
    """The field of a label and the value below it in its row; a dash says that there is none."""
    if is_dash(value.text):
        return [Field(label.name, label_line.text.rstrip(": "), "", (label_line, value))]
    return _joined(label, label_line, [value])


def _are_rows(above: Sequence[FeatureLine], below: Sequence[FeatureLine]) -> bool:
    """Whether lines of two rows stand below each other, each with the other's left edge."""
    if len({line.row for line in above}) > 1 or len({line.row for line in below}) > 1:
        return False
    return all(abs(one.column - other.column) <= _APART for one, other in zip(above, below, strict=True))


def _asked_by(waiting: Sequence[_Open], lines: Sequence[FeatureLine], index: int) -> int | None:
    """Which of the waiting labels this line is the value of, if one is.

    Of several labels of one type the nearest gets it, unless as many values follow as labels wait.
    """
    able = [at for at, asked in enumerate(waiting) if _may_fill(asked, waiting, lines, index)]
    if not able:
        return None
    typed = [at for at in able if waiting[at].label.takes != "subject"] or able
    takes = waiting[typed[-1]].label.takes
    alike = [at for at in typed if waiting[at].label.takes == takes]
    values = sum(accepts(takes, other.text) for other in lines[index : index + len(alike)])
    return alike[0] if values >= len(alike) else alike[-max(values, 1)]


# decides more: a type of value each
def _may_fill(asked: _Open, waiting: Sequence[_Open], lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line can be the value of this label: by its shape, or by standing right below or beside it."""
    line = lines[index]
    beside = asked.line.row == line.row
    directly = index - asked.index == 1 or beside
    match asked.label.takes:
        case "count" if line.margin and asked.line.margin and line.gap > _FAR_BELOW:
            return False  # the number of the page, at the foot of the margin
        case takes if accepts(takes, line.text):
            return takes != "reference" or line.kind not in ADDRESS or directly
        case "date":
            return beside and MISREAD_DATE.match(line.text) is not None
        case "subject":
            worded = line.kind in ("short", "long", "date") or beside or _is_lone_street(lines, index)
            of_column = not line.margin or (directly and asked.line.margin)
            return worded and of_column
        case "reference":
            return directly and reference_begins(lines, index)
        case "count":
            return directly and line.gap == 0 and (tells_no_count(line.text) or counts_things(line.text))
        case "line" if directly and line.kind == "date":
            return not _waits_with_date(asked, waiting)
        case "contact" | "line" as takes:
            apart = takes == "contact" and (_is_official(line.text) or _is_above_phone(lines, index))
            return directly and _may_be_words(line, gap=int(apart))
        case _:
            return False


def _waits_with_date(asked: _Open, waiting: Sequence[_Open]) -> bool:
    """Whether the label of a date waits right beside this one."""
    return any(other.label.takes == "date" and asked.index - other.index < len(waiting) for other in waiting)


def _is_lone_street(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether words with a number have nothing of an address above or below: ``Besluit 2021-7``."""
    beside = lines[max(index - 1, 0) : index + 2]
    return lines[index].kind == "street" and sum(line.kind in ADDRESS for line in beside) == 1


def _is_above_phone(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether the next line is of a number to call, or what was left of one."""
    below = lines[index + 1 : index + 2]
    return bool(below) and (below[0].kind in ("phone", "mobile") or is_part_of_address(below[0].text))


def _is_official(text: str) -> bool:
    return has_initials(text) or has_function(text)


def _may_be_words(line: FeatureLine, *, gap: int) -> bool:
    """Whether the line can be the words below a label, with at most so many blank lines between the two."""
    readable = BLACKED_OUT.match(line.text) is None and GARBLED.search(line.text) is None
    return line.gap <= gap and readable and line.kind in ("short", "email")


def _joined(label: Label, label_line: FeatureLine, lines: Sequence[FeatureLine]) -> list[Field]:
    """The field of a label and its value; a label far from its value becomes an empty field of its own."""
    shown = label_line.text.rstrip(": ")
    if label.takes == "subject":
        text = join_lines(lines).string
    else:
        glue = "" if lines[0].text.endswith(CUTS_REFERENCE) and not lines[0].text.endswith(" /") else " "
        text = single_spaced(glue.join(line.text for line in lines))
    if abs(lines[0].row - label_line.row) > _APART or lines[0].start < label_line.end:
        return [_empty(label_line, label), Field(label.name, shown, text, tuple(lines))]
    return [Field(label.name, shown, text, (label_line, *lines))]


def _empty(line: FeatureLine, label: Label) -> Field:
    return Field(label.name, line.text.rstrip(": "), "", (line,))
