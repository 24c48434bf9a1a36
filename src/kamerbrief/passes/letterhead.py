"""Which lines are the letterhead: above the body, beside it, and the margin that lands inside it.

The margin column of page 1 may come before the body, after the salutation or after the last line of the page; parts of
it come again on every page, between two lines of one sentence. All of it is found by what its lines are.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.passes.fields import Field, read_fields, subject_goes_on
from kamerbrief.passes.glued import part_glued_labels, part_glued_margin
from kamerbrief.passes.lines import is_finished
from kamerbrief.passes.marks import ADDRESS, SHORT, STRONG, Mark, accepts, is_reference, mark_of
from kamerbrief.text import squash
from kamerbrief.vocabulary.ministries import longest_name
from kamerbrief.vocabulary.phrases import chamber_address, opens_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line
    from kamerbrief.vocabulary.labels import Label, Takes

_HEAD_LINES = 160
"""No letterhead is longer."""
_AHEAD = 8
_KNOWN_FROM = 3
"""A repeated line shorter than this is no sign of a margin."""
_SURE_FROM = 6
"""A repeated line from this length on is a margin even by itself."""
_REPEATING = ("kenmerk", "uw_kenmerk", "date")
_UNIT_LINES = 7
_UNIT_GAP = 2
_ADDRESS_WITHIN = 12
_RUN_LINES = 40
_SURE_RUN = 4
_WANTED_WITHIN = 60
"""A value that lost its label stands on the first page."""
_ROUNDS = 3


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


def read_letterhead(lines: Sequence[Line], *, published: bool = False) -> Letterhead:
    """Part the letterhead from the body.

    Afterwards each line is in just one of the parts, in reading order.
    """
    main = part_glued_labels([line for line in lines if not line.margin])
    end, salutation = (0, None) if published else _end_of_head(main)
    recipient, head = _recipient(main[: end if salutation is None else end - 1])
    column = [line for line in lines if line.margin]
    first_page = column[0].page if column else 0
    body = main[end:]
    if head or recipient or salutation is not None or end:
        first = [line for line in column if line.page == first_page]
    else:
        first = column
    later = [[line for line in column if line.page == page] for page in sorted({x.page for x in column if x not in first})] if len(first) < len(column) else []
    fields, rest = _read(head, first)
    repeated: list[Line] = []
    new: list[Line] = []
    for _ in range(_ROUNDS):  # what one round finds of page 1, the next one knows on later pages
        known = _known(fields, rest)
        body = part_glued_margin(body, *_repeating(fields))
        runs, body = _runs(body, known, wanted=any(f.name in _REPEATING and not f.text for f in fields) and not column)
        fresh = False
        for run in sorted([*runs, *later], key=lambda run: run[0].start):
            if _is_new(run, fields, known):
                if not recipient:
                    recipient, run = _recipient(run)
                new += run
                fresh = True
                fields, rest = _read(head, [*first, *new])
                known = _known(fields, rest)
            else:
                repeated += run
        later = []
        if not fresh:
            break
    units, rest = _units(rest, fields)
    return Letterhead(
        fields=fields,
        units=units,
        recipient=recipient,
        salutation=salutation,
        rest=rest,
        repeated=repeated,
        repeated_fields=read_fields([(line, mark_of(line.text)) for line in repeated])[0],
        body=body,
    )


def _read(head: Sequence[Line], margin: Sequence[Line]) -> tuple[list[Field], list[Line]]:
    """The fields of head and margin, each column read by itself."""
    fields: list[Field] = []
    rest: list[Line] = []
    columns = (head, margin) if any(line.margin for line in margin) else (sorted([*head, *margin], key=_start),)
    for column in columns:
        more, left = read_fields([(line, mark_of(line.text)) for line in column])
        fields += more
        rest += left
    return sorted(fields, key=lambda field: field.start), sorted(rest, key=lambda line: line.start)


def _start(line: Line) -> int:
    return line.start


# where the head ends


def _end_of_head(main: Sequence[Line]) -> tuple[int, Line | None]:
    """How many lines the head has, and the salutation if it is the last of them."""
    marks = [mark_of(line.text) for line in main[:_HEAD_LINES]]
    for index, mark in enumerate(marks):
        if mark.kind == "salutation":
            return index + 1, main[index]
    return _end_without_salutation(main, marks), None


def _end_without_salutation(main: Sequence[Line], marks: Sequence[Mark]) -> int:
    """Where the first paragraph begins: the first line that is no value of an open label and has no label ahead."""
    wanted: list[Takes] = []
    seen = in_subject = False
    text = ""
    for index, mark in enumerate(marks):
        line = main[index]
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
            mark.kind == "long" or not _labels_ahead(marks, index)
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
    while end < len(head) and end - begin < 9:
        line, kind = head[end], mark_of(head[end].text).kind
        if kind not in ("short", "addressee", *ADDRESS) or opens_with(line.text, "units") or kind == "ministry":
            break
        if line.gap and not (kind == "postcode" or (not places and (kind in ADDRESS or "staten" in line.text.casefold()))):
            break
        if kind == "street" and chamber_address(line.text) is None and places:
            break
        end += 1
        places += kind in ADDRESS
        if kind == "postcode":
            break
    return list(head[begin:end]), [*head[:begin], *head[end:]]


# margins inside the body


def _repeating(fields: Sequence[Field]) -> tuple[list[str], list[str]]:
    """The labels and values that margins of later pages repeat."""
    repeating = [field for field in fields if field.name == "kenmerk"]
    return [f.label for f in repeating if f.label], [f.text for f in repeating if len(f.text) >= _SURE_FROM]


def _known(fields: Sequence[Field], rest: Sequence[Line]) -> dict[str, str]:
    """What the margin may repeat, white space aside: its lines and its values, with the field they are of."""
    known = {squash(line.text): "unit" for line in rest if len(line.text) <= SHORT}
    for field in fields:
        if field.name in ("subject", "notice"):
            continue
        if field.name not in ("date", "attachments"):
            known[squash(field.text)] = field.name
        if field.label:
            known[squash(field.label)] = field.name
        for line in field.lines:
            if len(line.text) <= SHORT and line.text[:1] != ">":
                known[squash(line.text)] = field.name
    units = [line for line in rest if len(line.text) <= SHORT]
    for begin in range(len(units)):  # units may be wrapped at other words on later pages
        for end in range(begin + 2, min(begin + 5, len(units) + 1)):
            known.setdefault(squash("".join(line.text for line in units[begin:end])), "unit")
    return {text: name for text, name in known.items() if len(text) >= _KNOWN_FROM}


def _runs(body: Sequence[Line], known: dict[str, str], *, wanted: bool) -> tuple[list[list[Line]], list[Line]]:
    """The stretches of the margin that stand among the lines of the body, and the body without them."""
    runs: list[list[Line]] = []
    kept: list[Line] = []
    index = 0
    while index < len(body):
        end = _run_end(body, index, known) if len(body[index].text) <= SHORT else index
        if end == index and wanted and len(kept) < _WANTED_WITHIN and _is_lone_reference(body, index):
            end = index + 1
        if end == index:
            kept.append(body[index])
            index += 1
            continue
        run = list(body[index:end])
        while kept and _heads_a_margin(kept, run):
            run.insert(0, kept.pop())
        runs.append(run)
        index = end
    return runs, kept


def _is_lone_reference(body: Sequence[Line], index: int) -> bool:
    """Whether a reference stands by itself between blank lines: the value of a label that has none."""
    line = body[index]
    below = body[index + 1] if index + 1 < len(body) else None
    return line.gap > 0 and (below is None or below.gap > 0) and is_reference(line.text) and not line.text.isdigit()


def _run_end(body: Sequence[Line], begin: int, known: dict[str, str]) -> int:
    """Where the stretch of the margin ends that begins here; where it begins if there is none."""
    end, signs = begin, 0
    label: Label | None = None
    while end < len(body) and end - begin < _RUN_LINES:
        line = body[end]
        if len(line.text) > SHORT:
            taken = _long_head_line(body, end) if signs >= 2 else 0
            if not taken:
                break
            end += taken
            continue
        mark = mark_of(line.text)
        name = known.get(squash(line.text))
        if not name and (wrapped := _wrapped(body, end, known)):
            signs, end, label = signs + 2, end + wrapped, None
            continue
        if mark.kind == "ministry" and (found := longest_name([x.text for x in body[end : end + 4]])):
            signs, end, label = signs + 2, end + found[1], None
            continue
        if mark.kind == "label" and mark.label is not None:
            if signs < _SURE_RUN and not (signs and label is not None) and not _label_counts(body, end, mark.label, known=name is not None):
                break
            signs += 2 if name and mark.label.name in _REPEATING else 1 if _has_value(body, end, mark.label) else 0
            label = mark.label
        elif (weight := _weight(body, end, mark, name, label)) > 0:
            signs += weight
            label = None
        elif signs >= 2 and (taken := _long_head_line(body, end)):
            end += taken
            continue
        elif not (end > begin and line.gap == 0 and _inside_notice(body, begin, end)):
            break
        end += 1
    return end if signs >= 2 else begin


def _label_counts(body: Sequence[Line], index: int, label: Label, *, known: bool) -> bool:
    """Whether a label among the lines of the body belongs to the margin: one that repeats, or one with its value."""
    return (known and label.name in _REPEATING) or _has_value(body, index, label)


def _has_value(body: Sequence[Line], index: int, label: Label) -> bool:
    if index + 1 >= len(body):
        return False
    below = body[index + 1].text
    return accepts(label.takes, below) or (mark_of(below).kind in STRONG and label.takes in ("address", "contact", "line"))


def _weight(body: Sequence[Line], index: int, mark: Mark, name: str | None, label: Label | None) -> int:
    """How surely the line belongs to the margin."""
    if name:
        return 2 if len(body[index].text) >= _SURE_FROM else 1
    if label is not None and accepts(label.takes, body[index].text):
        return 1
    if mark.kind in ("postbox", "identification", "notice"):
        return 2
    if mark.kind in STRONG or mark.kind == "postcode":
        return 1
    if mark.kind == "labelled" and mark.label is not None and (mark.label.in_margin or mark.label.takes == "date"):
        return 2
    below = mark_of(body[index + 1].text).kind if mark.kind == "street" and index + 1 < len(body) else None
    return 1 if below in ("postcode", "postbox") else 0


def _long_head_line(body: Sequence[Line], index: int) -> int:
    """How many lines from here are subject or addressee of a head that came after the body of its page."""
    mark = mark_of(body[index].text)
    if mark.kind == "labelled" and mark.label is not None and mark.label.takes == "subject":
        end = index + 1
        while end < len(body) and body[end].gap == 0 and len(body[end - 1].text) > 42 and mark_of(body[end].text).kind in ("short", "long"):
            end += 1
        return end - index
    if mark.kind == "addressee":
        end = index + 1
        while end < len(body) and end - index < 6 and mark_of(body[end].text).kind in ("short", *ADDRESS) and body[end].gap == 0:
            end += 1
            if mark_of(body[end - 1].text).kind == "postcode":
                break
        return end - index
    return 0


def _wrapped(body: Sequence[Line], begin: int, known: dict[str, str]) -> int:
    """How many lines from here are one known line that was wrapped at another word."""
    joined = squash(body[begin].text)
    if len(joined) < _KNOWN_FROM or not any(text.startswith(joined) for text in known):
        return 0
    for count, line in enumerate(body[begin + 1 : begin + 5], start=2):
        joined += squash(line.text)
        if joined in known:
            return count
        if line.gap:
            return 0
    return 0


def _inside_notice(body: Sequence[Line], begin: int, at: int) -> bool:
    """Whether the line goes on with a notice that began in the same stretch."""
    for index in range(at - 1, max(begin, at - 8) - 1, -1):
        if opens_with(body[index].text, "notices"):
            return not body[at - 1].text.endswith(".") or index == at - 1
        if body[index].gap:
            return False
    return False


def _heads_a_margin(kept: Sequence[Line], run: Sequence[Line]) -> bool:
    """Whether the last line of the body is the name of a unit above the stretch of margin below it."""
    line, below = kept[-1], run[0]
    if not _names_something(line.text) or line.text[-1:] in ",:" or line.page != below.page or below.gap > _UNIT_GAP:
        return False
    if opens_with(line.text, "units"):
        return line.gap > 0 or len(kept) == 1 or len(kept[-2].text) <= SHORT or is_finished(kept[-2].text)
    if not any(mark_of(other.text).kind in (*ADDRESS, "website") for other in run[:_ADDRESS_WITHIN]):
        return False
    begin = len(kept) - 1
    while begin and not kept[begin].gap and len(kept) - begin < _UNIT_LINES:
        begin -= 1
    block = kept[begin:]
    if not block[0].gap or any(len(other.text) > SHORT for other in block):
        return False
    return opens_with(block[0].text, "units") or line.bold or below.gap == 0


def _is_new(run: Sequence[Line], fields: Sequence[Field], known: dict[str, str]) -> bool:
    """Whether a stretch of margin says what the head has not said yet."""
    if all(squash(line.text) in known for line in run):
        return False
    filled = {field.name for field in fields if field.text}
    names = [mark_of(line.text) for line in run]
    labels = {mark.label.name for mark in names if mark.label is not None}
    if labels & filled & set(_REPEATING):
        return False
    fresh = {m.kind for m in names if m.kind in (*STRONG, *ADDRESS)} - {"label"}
    return bool(labels - filled) or bool(fresh)


# units


def _units(rest: Sequence[Line], fields: Sequence[Field]) -> tuple[list[Line], list[Line]]:
    """The unexplained lines that name units: above an address, a website or a label of the margin."""
    anchors = {id(line): field for field in fields for line in field.lines}
    ordered = sorted([*rest, *(line for field in fields for line in field.lines)], key=lambda line: line.start)
    units: list[Line] = []
    for column in (True, False):
        lines = [line for line in ordered if line.margin is column]
        for index, line in enumerate(lines):
            if id(line) in anchors or not _names_something(line.text):
                continue
            for below in lines[index + 1 : index + 1 + _UNIT_LINES]:
                field = anchors.get(id(below))
                if field is None:
                    if below.gap > (3 if column else _UNIT_GAP):
                        break
                    continue
                gap = below.gap <= (4 if column else _UNIT_GAP)
                if gap and (field.name in _UNDER_UNITS or opens_with(line.text, "units") or column):
                    units.append(line)
                break
    marked = {id(line) for line in units}
    return units, [line for line in rest if id(line) not in marked]


def _names_something(text: str) -> bool:
    """Whether the line can be the name of a unit: words, no sentence, no code of a mail room."""
    return len(text) <= SHORT and text[-1:] not in ".;!?" and any(c.isalpha() for c in text) and not opens_with(text, "mail_codes")


_UNDER_UNITS = ("visiting_address", "postal_address", "website", "kenmerk", "phone", "ministry", "uw_kenmerk", "contact")
