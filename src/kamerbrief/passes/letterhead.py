"""Which lines are the letterhead: above the body, beside it, and the margin that lands inside it.

The margin column of page 1 may come before the body, after the salutation or after the last line of the page; parts of
it come again on every page, between two lines of one sentence. All of it is found by what its lines are.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.passes.fields import Field, notice_goes_on, read_fields, subject_goes_on
from kamerbrief.passes.glued import part_glued, part_glued_margin, repeated_tails
from kamerbrief.passes.margin import (
    REPEATING,
    UNIT_GAP,
    UNIT_LINES,
    find_runs,
    is_new,
    known_texts,
    names_something,
    repeating,
)
from kamerbrief.passes.marks import ADDRESS, STRONG, Mark, accepts, mark_of
from kamerbrief.text import squash
from kamerbrief.vocabulary.phrases import chamber_address, opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line
    from kamerbrief.vocabulary.labels import Takes

_HEAD_LINES = 160
"""No letterhead is longer."""
_AHEAD = 8
_RECIPIENT_LINES = 14
_ROUNDS = 3
_MOST_NEW = 120
"""The margin of page 1 has no more lines than this."""
_UNIT_ROWS = 24
"""A unit stands so near to the rest of its margin."""

_SIGNS = frozenset(
    {
        "kenmerk",
        "uw_kenmerk",
        "postal_address",
        "visiting_address",
        "return_address",
        "website",
        "ministry",
        "attachments",
        "contact",
    }
)
"""What only the paper of a ministry has."""


@dataclasses.dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines of a letter up to its body, and the margin wherever it stood."""

    fields: list[Field]
    units: list[Line]
    """Lines that name organisational units."""
    recipient: list[Line]
    salutation: Line | None
    rest: list[Line]
    """Lines of the head that nothing explains."""
    repeated: list[Line]
    """The margin of later pages."""
    repeated_fields: list[Field]
    """What that margin says, for values that differ from page to page."""
    body: list[Line]

    @property
    def lines(self) -> list[Line]:
        """All lines that are not of the body."""
        fields = [line for field in self.fields for line in field.lines]
        salutation = [self.salutation] if self.salutation else []
        return [*fields, *self.units, *self.recipient, *salutation, *self.rest, *self.repeated]

    @property
    def of_ministry(self) -> bool:
        """Whether the letter is on the paper of a ministry; a web page prints its values otherwise."""
        names = {field.name for field in self.fields}
        return bool(names & _SIGNS) or ({"date", "subject"} <= names and bool(self.recipient))


def read_letterhead(lines: Sequence[Line], *, published: bool = False) -> Letterhead:
    """Part the letterhead from the body.

    Afterwards each line is in just one of the parts, in reading order.
    """
    main = part_glued([line for line in lines if not line.margin])
    end, salutation = (0, None) if published else _end_of_head(main)
    recipient, head = _recipient(main[: end if salutation is None else end - 1])
    column = [line for line in lines if line.margin]
    first_page = column[0].page if column else 0
    body = main[end:]
    if head or recipient or salutation is not None or end:
        first = [line for line in column if line.page == first_page]
    else:
        first = column
    later = (
        [[line for line in column if line.page == page] for page in sorted({x.page for x in column if x not in first})]
        if len(first) < len(column)
        else []
    )
    fields, rest = _read(head, first)
    repeated: list[Line] = []
    new: list[Line] = []
    for _ in range(_ROUNDS):  # what one round finds of page 1, the next one knows on later pages
        seen = [*fields, *_fields_of(repeated)]
        labels, values = repeating(seen)
        tails = repeated_tails(body, labels)
        known = {**known_texts(seen, rest), **{squash(tail): "kenmerk" for tail in tails}}
        body = part_glued_margin(body, labels, [*values, *tails])
        wanted = any(f.name in REPEATING and not f.text for f in fields) and not column
        runs, body = find_runs(body, known, wanted=wanted)
        fresh = False
        for run in sorted([*runs, *later], key=lambda run: run[0].start):
            if len(new) <= _MOST_NEW and is_new(run, fields, known):
                if not recipient:
                    recipient, run = _recipient(run)
                new += run
                fresh = True
                fields, rest = _read(head, [*first, *new])
                known = known_texts(fields, rest)
            else:
                repeated += run
        later = []
        if not fresh and repeating([*fields, *_fields_of(repeated)])[1] == values:
            break
    units, rest = _units(rest, fields)
    return Letterhead(
        fields=fields,
        units=units,
        recipient=recipient,
        salutation=salutation,
        rest=rest,
        repeated=repeated,
        repeated_fields=_fields_of(repeated),
        body=body,
    )


def _read(head: Sequence[Line], margin: Sequence[Line]) -> tuple[list[Field], list[Line]]:
    """The fields of head and margin, each column read by itself."""
    fields: list[Field] = []
    rest: list[Line] = []
    columns = (head, margin) if any(line.margin for line in margin) else (sorted([*head, *margin], key=_row),)
    for column in columns:
        more, left = read_fields([(line, mark_of(line.text)) for line in column])
        fields += more
        rest += left
    return sorted(fields, key=lambda field: field.start), sorted(rest, key=lambda line: line.start)


def _fields_of(lines: Sequence[Line]) -> list[Field]:
    return read_fields([(line, mark_of(line.text)) for line in lines])[0]


def _row(line: Line) -> int:
    return line.row


# where the head ends


def _end_of_head(main: Sequence[Line]) -> tuple[int, Line | None]:
    """How many lines the head has, and the salutation if it is the last of them."""
    marks: list[Mark] = []
    for index, line in enumerate(main[:_HEAD_LINES]):
        marks.append(mark_of(line.text))
        if marks[-1].kind == "salutation":
            return index + 1, line
    return _end_without_salutation(main, marks), None


def _end_without_salutation(main: Sequence[Line], marks: Sequence[Mark]) -> int:
    """Where the first paragraph begins: the first line that is no value of an open label and has no label ahead."""
    wanted: list[Takes] = []
    seen = in_subject = False
    text = ""
    in_notice = False
    for index, mark in enumerate(marks):
        line = main[index]
        in_notice = mark.kind == "notice" or (in_notice and notice_goes_on(main[index - 1], line, mark))
        if in_notice or (mark.kind == "long" and line.text.casefold().startswith("ministerie van")):
            continue
        if mark.label is not None:
            seen = seen or not mark.label.in_margin
            in_subject = mark.kind == "labelled" and mark.label.takes == "subject"
            text = line.text[mark.value_start :]
            if mark.kind == "label":
                wanted.append(mark.label.takes)
            continue
        typed = next((takes for takes in wanted if accepts(takes, line.text)), None)
        subject = "subject" in wanted and mark.kind in ("short", "long", "street")
        if in_subject and mark.kind in ("short", "long") and subject_goes_on(text, main[index - 1], line):
            text = line.text
            continue
        in_subject = False
        if typed is not None:
            wanted.remove(typed)
        elif subject and (mark.kind != "street" or line.row == main[index - 1].row):
            wanted.remove("subject")
            in_subject, text = True, line.text
        elif mark.kind not in ("return", "notice", "addressee", *STRONG, *ADDRESS) and (
            (mark.kind == "long" and seen) or not _labels_ahead(marks, index)
        ):
            return index
    return len(marks) if seen and len(main) == len(marks) else 0


def _labels_ahead(marks: Sequence[Mark], index: int) -> bool:
    """Whether more of the letterhead follows before the next long line."""
    for mark in marks[index + 1 : index + 1 + _AHEAD]:
        if mark.kind == "long":
            return False
        if mark.kind in STRONG or mark.kind in ("labelled", "addressee", "return"):
            return True
    return False


# the recipient


def _recipient(head: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines that address a Chamber, and the others."""
    begin = next((i for i, line in enumerate(head) if mark_of(line.text).kind == "addressee"), None)
    if begin is None:
        return [], list(head)
    if begin and squash(head[begin - 1].text) in ("aan", "aande") and head[begin].gap == 0:
        begin -= 1
    end = begin + 1
    places = 0
    while end < len(head) and end - begin < _RECIPIENT_LINES:
        line, kind = head[end], mark_of(head[end].text).kind
        names_chamber = "staten" in squash(line.text) or "kamer" in squash(line.text)
        if (
            (kind not in ("short", "addressee", *ADDRESS) and not (kind == "long" and names_chamber and not places))
            or opens_with(line.text, "units")
            or kind == "ministry"
        ):
            break
        if line.gap and not (kind == "postcode" or (not places and (kind in ADDRESS or names_chamber))):
            break
        if kind == "street" and chamber_address(line.text) is None and places:
            break
        end += 1
        places += kind in ADDRESS
        if kind == "postcode":
            if end == len(head) or mark_of(head[end].text).kind != "addressee":
                break
            places = 0  # the other Chamber
    return list(head[begin:end]), [*head[:begin], *head[end:]]


# units


def _units(rest: Sequence[Line], fields: Sequence[Field]) -> tuple[list[Line], list[Line]]:
    """The unexplained lines that name units: above an address, a website or a label of the margin."""
    anchors = {id(line): field for field in fields for line in field.lines}
    ordered = sorted([*rest, *(line for field in fields for line in field.lines)], key=lambda line: line.start)
    units: list[Line] = []
    for column in (True, False):
        lines = [line for line in ordered if line.margin is column]
        for index, line in enumerate(lines):
            if id(line) in anchors or not names_something(line.text):
                continue
            for below in lines[index + 1 : index + 1 + UNIT_LINES]:
                if below.row - line.row > _UNIT_ROWS:
                    break
                field = anchors.get(id(below))
                if field is None:
                    if below.gap > (3 if column else UNIT_GAP):
                        break
                    continue
                gap = below.gap <= (4 if column else UNIT_GAP)
                if gap and (field.name in _UNDER_UNITS or opens_with(line.text, "units") or column):
                    units.append(line)
                break
    marked = {id(line) for line in units}
    return units, [line for line in rest if id(line) not in marked]


_UNDER_UNITS = (
    "visiting_address",
    "postal_address",
    "website",
    "kenmerk",
    "phone",
    "ministry",
    "uw_kenmerk",
    "contact",
)
