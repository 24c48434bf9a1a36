"""Lines of two columns that an extractor wrote as one.

Where body and margin share a baseline, converters append the margin to the body line, and where a text box ends without
a line end the next one begins on its last line.
"""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.head.extent import HEAD_LINES
from kamerbrief.head.run_together import split_run_together
from kamerbrief.lines.kinds import SHORT, is_reference, is_value
from kamerbrief.vocabulary import alternatives, words
from kamerbrief.vocabulary.addresses import PHONE, is_phone_letter
from kamerbrief.vocabulary.dates import is_period, read_date
from kamerbrief.vocabulary.labels import label_before, label_of, labels_in_row
from kamerbrief.vocabulary.phrases import is_dash

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.vocabulary.labels import Takes

_BODY_FROM = 30
_LABEL_AND_VALUE = 2
_NEAR = 2
_ROW_FROM = 2
_CELL_WIDTH = 20
_WIDEST_VALUE = 40
_TAIL_WORDS = 8
_SEVERAL = 2
_MANY = 3
_SHORTEST_LABEL, _LONGEST_LABEL = 4, 40


def split_merged(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines of a letter, with labels and values that share a line with something else on lines of their own."""
    lines = split_run_together(lines)
    head = join_parted_phones(split_label_rows(split_references(split_labels(lines[:HEAD_LINES]))))
    return head + split_labels(lines[HEAD_LINES:])


def split_references(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines above the salutation, with a reference parted from the body line it stands behind, below its label."""
    parted: list[FeatureLine] = []
    end = next((at for at, line in enumerate(lines) if line.kind == "salutation"), 0)
    for index, line in enumerate(lines):
        at = _reference_behind(parted[-1], line) if 0 < index < end else 0
        if not at:
            parted.append(line)
            continue
        label, (body, value) = parted[-1], line.split(at)
        value = value._replace(margin=label.margin, column=label.column)
        parted[-1:] = [body, label, value]  # the body goes on from above the label
    return parted


def _reference_behind(above: FeatureLine, line: FeatureLine) -> int:
    """Where the reference begins, behind a line of the body, that a label right above waits for; 0 for none."""
    label = above.label if above.kind == "label" else None
    if label is None or label.takes != "reference" or line.kind != "long" or not line.text[-1].isdigit():
        return 0
    first = max(_BODY_FROM, len(line.text) - SHORT)
    places = [at + 1 for at, sign in enumerate(line.text) if sign == " " and at >= first]
    return next((at for at in places if _is_reference_of_letter(line.text[at:])), 0)


def _is_reference_of_letter(text: str) -> bool:
    """Whether a text is a reference, and neither a date nor a period."""
    return not text[0].islower() and is_reference(text) and read_date(text) is None and not is_period(text)


def split_labels(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with a label at the end of another column's line on a line of its own."""
    parted: list[FeatureLine] = []
    glued = _holds_glued_label(lines)
    for line in lines:
        if not glued and not line.cells and len(line.offsets) == 1:  # of one style
            parted.append(line)
            continue
        if len(line.cells) == _LABEL_AND_VALUE and label_of(line.text[slice(*line.cells[0])]):
            parted += line.split_cells()
            continue
        at = _bold_label_end(line) or _label_at(line, glued=glued)
        if not at:
            parted.append(line)
            continue
        pieces = line.split(at)
        parted += reversed(pieces) if _is_subject(pieces[0]) else pieces  # a subject goes on in the next line
    return parted


def _is_subject(line: FeatureLine) -> bool:
    label = label_before(line.text)
    return label is not None and label[0].takes == "subject"


def split_label_rows(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with a row of labels on one line, and the row of their values below it, cut into cells.

    ``Datum Ons kenmerk Uw kenmerk`` / ``27 mei 2008 5546218/08/6 08-JUST-B-031``
    """
    parted: list[FeatureLine] = []
    index = 0
    while index < len(lines):
        labels = labels_in_row(lines[index].text)
        below = lines[index + 1] if len(labels) >= _ROW_FROM and index + 1 < len(lines) else None
        values = _values_in_row([label.takes for label, _ in labels], below.text) if below is not None else None
        if below is None or values is None:
            parted.append(lines[index])
            index += 1
            continue
        parted += _cells_of(lines[index], [at for _, at in labels]) + _cells_of(below, values)
        index += 2
    return parted


def _values_in_row(takes: Sequence[Takes], text: str) -> list[int] | None:
    """Where the values of these types begin that the line is made of, if it is."""
    if len(takes) == 1:
        return [0] if takes[0] == "subject" or _fills_cell(takes[0], text) else None
    for at in [i for i, c in enumerate(text[:_WIDEST_VALUE]) if c == " "]:
        if _fills_cell(takes[0], text[:at]) and (rest := _values_in_row(takes[1:], text[at + 1 :])) is not None:
            return [0, *(at + 1 + begin for begin in rest)]
    return None


def _fills_cell(takes: Takes, text: str) -> bool:
    """Whether the text is such a value, or the dash of one that there is not."""
    return is_value(takes, text) or is_dash(text)


def _cells_of(line: FeatureLine, begins: Sequence[int]) -> list[FeatureLine]:
    return [cell._replace(column=number * _CELL_WIDTH) for number, cell in enumerate(line.split(*begins[1:]))]


def join_parted_phones(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, with the letter before a telephone number (``T``) on the line of its number."""
    joined: list[FeatureLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and is_phone_letter(last.text) and PHONE.match(line.text) and line.row - last.row <= _NEAR:
            offsets = (*last.offsets, (2, line.start))
            joined[-1] = last._replace(text=f"{last.text} {line.text}", end=line.end, offsets=offsets)
        else:
            joined.append(line)
    return joined


def split_margin(lines: Sequence[FeatureLine], labels: Collection[str], values: Collection[str]) -> list[FeatureLine]:
    """The lines, with a label or value that the margin repeats parted from the body line it was written onto.

    Args:
        lines: The lines of the body.
        labels: Labels as the head prints them; of these only those of several words are sure enough.
        values: Values as the head prints them.
    """
    tails = (*values, *(label for label in labels if " " in label))
    if not tails:
        return list(lines)
    heads, ends = tuple(values), tuple(f" {tail}" for tail in tails)
    parted: list[FeatureLine] = []
    for line in lines:
        if line.text.endswith(ends) or line.text.startswith(heads):
            parted += _parted_from_margin(line, heads, tails)
        else:
            parted.append(line)
    return parted


def _parted_from_margin(line: FeatureLine, heads: tuple[str, ...], tails: tuple[str, ...]) -> list[FeatureLine]:
    """A body line, with what of the margin it begins or ends with by itself."""
    text = line.text
    tail = next((tail for tail in tails if text.endswith(f" {tail}")), None) if len(text) > _BODY_FROM else None
    if tail is not None:
        return line.split(len(text) - len(tail))
    if text in heads:
        return [line]
    head = next((head for head in heads if text.startswith(head)), None)
    return line.split(len(head)) if head is not None and text[len(head)].isalpha() else [line]


def repeated_tails(lines: Sequence[FeatureLine], margin: AbstractSet[str]) -> list[str]:
    """What stands at the ends of body lines below the same line of the margin on several pages: a reference, a name.

    A converter that takes one line of the margin for a line of its own writes the next behind the body line beside it.
    """
    below = [(above.text, line.text) for above, line in itertools.pairwise(lines) if above.text in margin]
    ends = [(above, text.split(" ")[-_TAIL_WORDS:]) for above, text in below if len(text) > _BODY_FROM]
    tails = [(above, " ".join(last[at:])) for above, last in ends for at in range(1, len(last))]
    return _references(tail for _, tail in tails) + _names(tails, Counter(above for above, _ in ends))


def _references(tails: Iterable[str]) -> list[str]:
    """The longest of the references that stand there most often."""
    counts = Counter(tail for tail in tails if is_reference(tail) and not tail.isdigit())
    most = max(counts.values(), default=0)
    return [max((tail for tail in counts if counts[tail] == most), key=len)] if most >= _SEVERAL else []


def _names(tails: Iterable[tuple[str, str]], totals: Mapping[str, int]) -> list[str]:
    """The words that stand below most of the lines that say the same."""
    counts = Counter(tail for tail in tails if tail[1][0].isupper() and tail[1].replace(" ", "").isalpha())
    often = [tail for (above, tail), count in counts.items() if count >= _MANY and count > totals[above] / 2]
    return [tail for tail in often if not any(other.endswith(f" {tail}") for other in often)]


def _bold_label_end(line: FeatureLine) -> int:
    """Where the value begins on a line that opens with a label in another style; 0 for none."""
    if len(line.offsets) == 1 or line.bold or line.italic:
        return 0
    at = line.offsets[1][0]
    if not label_of(line.text[:at]):
        return 0
    while at < len(line.text) and line.text[at] in " :":
        at += 1
    return at if at < len(line.text) else 0


def _label_at(line: FeatureLine, *, glued: bool) -> int:
    """Where a label begins at the end of the line, in bold or without a blank before it; 0 for none.

    Args:
        line: The line.
        glued: Some line of the letter may have a label without a blank before it.
    """
    text = line.text
    if len(line.offsets) > 1 and not line.bold:
        at = line.offsets[-1][0]
        if (
            0 < at < len(text)
            and text[at - 1] == " "
            and _SHORTEST_LABEL <= len(text) - at <= _LONGEST_LABEL
            and label_of(text[at:])
        ):
            return at
    match = _glued_labels().search(text, 1) if glued else None
    return match.start() if match else 0


def _holds_glued_label(lines: Iterable[FeatureLine]) -> bool:
    """Whether one of the lines may have a label without a blank before it; nearly no letter has one."""
    whole = "\n".join([line.text for line in lines])
    for label in words("glued_labels"):
        at = whole.find(label, 1)
        while at > 0:
            if not whole[at - 1].isspace():
                return True
            at = whole.find(label, at + 1)
    return False


@cache
def _glued_labels() -> regex.Pattern[str]:
    return regex.compile(rf"(?<=[\p{{Ll}}\d.,)])(?=(?:{alternatives('glued_labels')})\s)")
