"""Lines of two columns that an extractor wrote as one.

Where body and margin share a baseline, converters append the margin to the body line, and where a text box ends without
a line end the next one begins on its last line.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary.labels import label_of
from kamerbrief.vocabulary.phrases import PHONE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kamerbrief.source import Line

_WORDS = ("Datum ", "Betreft ", "Onderwerp ", "enmerk ", "referentie ", "Pagina ")
_LABEL = regex.compile(
    r"(?<=[\p{Ll}\d.,)])(?=(?:Datum|Betreft|Onderwerp|Kenmerk|Ons kenmerk|Onze referentie|Pagina)\s)"
)
_BODY_FROM = 30
_LABEL_AND_VALUE = 2
_PHONE_LETTERS = ("T", "F", "M")
_NEAR = 2


def part_glued_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a label at the end of another column's line on a line of its own."""
    parted: list[Line] = []
    for line in lines:
        if len(line.cells) == _LABEL_AND_VALUE and label_of(line.text[slice(*line.cells[0])]):
            (begin, _), (at, end) = line.cells
            left, right = cut(line, at)
            label = dataclasses.replace(left, text=line.text[slice(*line.cells[0])], cells=())
            parted += [label, dataclasses.replace(right, text=line.text[at:end], cells=())]
            continue
        at = _bold_label_end(line) or _label_at(line)
        parted.extend(cut(line, at) if at else [line])
    return parted


def join_parted_phones(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the letter before a telephone number (``T``) on the line of its number."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and last.text in _PHONE_LETTERS and PHONE.match(line.text) and line.row - last.row <= _NEAR:
            offsets = (*last.offsets, (2, line.start))
            joined[-1] = dataclasses.replace(last, text=f"{last.text} {line.text}", end=line.end, offsets=offsets)
        else:
            joined.append(line)
    return joined


def part_glued_margin(lines: Sequence[Line], labels: Collection[str], values: Collection[str]) -> list[Line]:
    """The lines, with a label or value that the margin repeats parted from the body line it was written onto.

    Args:
        lines: The lines of the body.
        labels: Labels as the head prints them; of these only those of several words are sure enough.
        values: Values as the head prints them.
    """
    tails = tuple(f" {text}" for text in (*values, *(label for label in labels if " " in label)))
    heads = tuple(values)
    if not tails:
        return list(lines)
    parted: list[Line] = []
    for line in lines:
        text = line.text
        if len(text) > _BODY_FROM and text.endswith(tails):
            tail = next(tail for tail in tails if text.endswith(tail))
            parted.extend(cut(line, len(text) - len(tail) + 1))
        elif heads and text.startswith(heads) and text not in heads:
            head = next(head for head in heads if text.startswith(head))
            parted.extend(cut(line, len(head)) if text[len(head)].isalpha() else [line])
        else:
            parted.append(line)
    return parted


def _bold_label_end(line: Line) -> int:
    """Where the value begins on a line that opens with a label in another style; 0 for none."""
    if len(line.offsets) == 1 or line.bold or line.italic:
        return 0
    at = line.offsets[1][0]
    if not label_of(line.text[:at]):
        return 0
    while at < len(line.text) and line.text[at] in " :":
        at += 1
    return at if at < len(line.text) else 0


def _label_at(line: Line) -> int:
    """Where a label begins at the end of the line, in bold or without a blank before it; 0 for none."""
    text = line.text
    if len(line.offsets) > 1 and not line.bold:
        at = line.offsets[-1][0]
        if 0 < at < len(text) and text[at - 1] == " " and 4 <= len(text) - at <= 40 and label_of(text[at:]):
            return at
    match = _LABEL.search(text, 1) if any(word in text for word in _WORDS) else None
    return match.start() if match else 0


def cut(line: Line, at: int) -> tuple[Line, Line]:
    """The line before and from a position; marks of emphasis between the two go with the first."""
    left, right = line.text[:at].rstrip(), line.text[at:]
    begin = line.source_offset(at)
    later = tuple((a - at, offset) for a, offset in line.offsets if a > at)
    return (
        dataclasses.replace(
            line,
            text=left,
            end=begin - (at - len(left)) if len(line.offsets) == 1 else begin,
            offsets=tuple(pair for pair in line.offsets if pair[0] < at),
            raised=tuple(pair for pair in line.raised if pair[1] <= at),
        ),
        dataclasses.replace(
            line,
            text=right,
            start=begin,
            offsets=((0, begin), *later),
            gap=0,
            raised=tuple((a - at, b - at) for a, b in line.raised if a >= at),
        ),
    )
