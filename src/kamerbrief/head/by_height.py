"""Text sorted by height: what stands side by side on the page stands on one line, with nothing between the columns.

pdfplumber, iText and a sorted PyMuPDF give such text. The head of the letter shows it: lines of the margin stand among
those of the addressee, or behind its lines. Then all lines of the head are parted at once: of the ways to cut them, the
one whose left pieces make an address of a Chamber, a date, a subject and a text, and whose right pieces make a margin.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Literal, NamedTuple

from kamerbrief.head.beside import Margin, in_margin, tails
from kamerbrief.head.merged import join_parted_phones
from kamerbrief.head.wrapped import WRAPPED_FROM
from kamerbrief.lines.kinds import ADDRESS, SHORT, STRONG, accepts, classify
from kamerbrief.vocabulary.addressees import belongs_to, holds_address, opening_of_reader, parts_of_reader
from kamerbrief.vocabulary.addresses import end_of_return_line
from kamerbrief.vocabulary.dates import whole_date
from kamerbrief.vocabulary.labels import label_before
from kamerbrief.vocabulary.phrases import is_one_of, is_salutation, opens_with
from kamerbrief.vocabulary.sentences import first_word, is_left_open, is_opener

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.lines.features import FeatureLine

_ADDRESSEE_WITHIN = 40
"""The addressee stands so near to the top."""
_ADDRESSEE_LINES = 20
_HEAD_LINES = 90
_BELOW_SUBJECT = 25
"""The margin of the first page ends within so many lines below the subject."""
_FOREIGN = 2
"""So many lines among those of the addressee that are none show the columns, whatever they say."""
_WIDER = 1.2
"""A paragraph is so much wider than the subject above it, which is set in."""
_HAS_ROOM = 0.8
"""A word that ends within so much of the subject's widest line would have stood on the line above."""
_FULL = 0.92
"""A line of a paragraph that goes on is so wide, of the widest."""
_BESIDE = 25
"""A piece of a printed line that begins behind so many characters is of another column."""
_SET_IN = 8
"""Where the lines of a subject are put that are found to belong together."""

Body = Literal["above", "name", "street", "code", "place", "bars", "dated", "subject", "text"]
"""What the column of the body has come to."""
_OPEN = ("subject", "text")
"""The column of the body may say anything."""
_NEXT: dict[Body, tuple[str, ...]] = {
    "name": ("name", "street", "code", "place"),
    "street": ("code", "place"),
    "code": ("place",),
    "place": ("bars",),
}
"""Which parts of an address may stand below one."""


class _State(NamedTuple):
    """What both columns have come to."""

    body: Body
    margin: Margin


class _Piece(NamedTuple):
    """What of a line is of the body's column."""

    body: Body
    """What that has come to then."""
    end: int
    """Where it ends in the line."""
    worth: float
    doubts: int = 0
    free: bool = True
    """What it is tells where it ends, so that anything may stand behind it."""


class _Way(NamedTuple):
    """A way to part the lines up to here."""

    worth: float
    doubts: int
    cuts: tuple[tuple[int, Body], ...]
    """For each line where its piece of the margin begins, its length if it has none; what the body had come to."""
    last: str
    """What the column of the body said last; of a subject the words behind its label."""
    widest: int
    """How wide the subject is."""
    measure: int
    """How wide the lines of the text are; 0 where a salutation tells where it begins."""


@dataclasses.dataclass(frozen=True, slots=True)
class Parted:
    """The lines of a text that is sorted by height, parted."""

    lines: list[FeatureLine]
    doubts: int
    """How many pieces nothing explains."""


def part_by_height(lines: Sequence[FeatureLine]) -> Parted | None:
    """The lines with the margin of the first page parted from its body; None if they are not sorted by height."""
    begin = _addressee(lines)
    if begin is None or not _shows_columns(lines[begin : begin + _ADDRESSEE_LINES]):
        return None
    first = next(index for index, line in enumerate(lines) if line.page == lines[begin].page)
    head = _head(join_parted_phones(lines[first : first + _HEAD_LINES]))
    if any(line.margin or (line.row == above.row and line.column >= _BESIDE) for above, line in itertools.pairwise(head)):
        return None  # the source shows its columns
    way = _best_way(head, next(index for index, line in enumerate(head) if line.start == lines[begin].start))
    behind = [line for line in lines[first:] if line.start > head[-1].start]
    return Parted([*lines[:first], *_recut(head, way.cuts), *behind], way.doubts)


def _addressee(lines: Sequence[FeatureLine]) -> int | None:
    """Which line begins the addressee of a letter whose source shows no places."""
    for index, line in enumerate(lines[:_ADDRESSEE_WITHIN]):
        if line.size or line.hint.is_exact:
            return None
        if line.kind == "addressee" and opening_of_reader(line.text):
            return index
    return None


def _head(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines of the page beside which the margin may stand."""
    page = list(itertools.takewhile(lambda line: line.page == lines[0].page, lines))
    names = (index for index, line in enumerate(page) if line.label is not None and line.label.name == "subject")
    return page[: next(names, len(page)) + _BELOW_SUBJECT]


def _shows_columns(lines: Sequence[FeatureLine]) -> bool:
    """Whether something of the margin stands among the lines of the addressee, or behind a line of the head."""
    foreign = between = 0
    at: Body = "name"
    for index, line in enumerate(lines):
        if _is_of_name(line.text, lines[index - 1].text):
            continue
        if line.page != lines[0].page or line.kind == "salutation" or foreign >= _FOREIGN:
            break
        if line.label is not None and not line.label.in_margin:
            foreign += _foreign_behind(lines[index : index + 2])
            continue
        found = _of_reader(line.text, at) if index else _opening(line.text)
        if found:
            part, end = found[-1]
            foreign += between + (_FOREIGN if line.text[end + 1 : end + 2].isupper() else 0)
            between, at = 0, "bars" if part == "place" else part
        else:
            between += _FOREIGN if line.kind in STRONG or line.kind in ADDRESS or opens_with(line.text, "units") else 1
    return foreign >= _FOREIGN


def _foreign_behind(lines: Sequence[FeatureLine]) -> int:
    """How sure a piece of the margin stands at the end of a line of date or subject, or of the one below."""
    kinds = {classify(line.text[at:]).kind for line in lines for at in tails(line.text)}
    return _FOREIGN if kinds & {"postbox", "postcode", "phone", "website", "notice"} else int("label" in kinds)


def _of_reader(text: str, at: Body) -> list[tuple[Body, int]]:
    """What of a Chamber's address a line may go on with, and where that ends; the longest last."""
    found: list[tuple[Body, int]] = []
    for part, end in parts_of_reader(text):
        if part in _NEXT.get(at, ()):
            found.append((part, end))
            rest = text[end:].lstrip()
            found += [(more, len(text) - len(rest) + to) for more, to in _of_reader(rest, part)]
    return found


def _opening(text: str) -> list[tuple[Body, int]]:
    """What of a Chamber's address its first line may hold, and where that ends; the longest last."""
    end = opening_of_reader(text)
    rest = text[end:].lstrip()
    behind = len(text) - len(rest)
    return [("name", end), *((part, behind + to) for part, to in _of_reader(rest, "name"))]


def _best_way(head: Sequence[FeatureLine], addressee: int) -> _Way:
    """The best way to part the lines, each taken whole or cut once."""
    ways = {_State("above", Margin()): _Way(0.0, 0, (), "", 0, _measure(head))}
    for index, line in enumerate(head):
        found: dict[_State, _Way] = {}
        for state, way in ways.items():
            for after, other in _ways_on(line, state, way, is_addressee=index == addressee):
                if after not in found or other.worth > found[after].worth:
                    found[after] = other
        ways = found
    return max(ways.values(), key=lambda way: way.worth)


def _measure(head: Sequence[FeatureLine]) -> int:
    """How wide the lines of the text are, as most of the last ones show; 0 where a salutation tells where it begins."""
    if any(_salutation_end(line.text) for line in head):
        return 0
    widths = sorted(len(line.text) for line in head[-_BELOW_SUBJECT:])
    return widths[len(widths) * 3 // 4]


def _ways_on(line: FeatureLine, state: _State, way: _Way, *, is_addressee: bool) -> Iterator[tuple[_State, _Way]]:
    """The ways to part one line more, and what both columns have come to then."""
    text = line.text
    for piece in _of_body(line, state, way, is_addressee=is_addressee):
        if piece.end == len(text):
            unsure = piece.body == "subject" and state.margin.group == "list"  # titles may stand behind its words
            yield _State(piece.body, state.margin.later()), _on(way, piece._replace(doubts=piece.doubts + unsure), text)
            continue
        found = in_margin(text[piece.end :].lstrip(), state.margin, free=piece.free, behind=piece.end)
        if found is not None and (piece.free or found.sure):
            parted = piece._replace(worth=piece.worth + found.worth, doubts=piece.doubts + found.doubts)
            yield _State(piece.body, found.after), _on(way, parted, text[: piece.end].rstrip(), piece.end)
    found = None if is_addressee else in_margin(text, state.margin, free=state.body not in _OPEN, behind=0)
    if found is not None and (found.sure or state.body != "text"):
        yield state._replace(margin=found.after), _on(way, _Piece(state.body, 0, found.worth, found.doubts), "", 0)


def _on(way: _Way, piece: _Piece, said: str, cut: int | None = None) -> _Way:
    """A way with one line more, of which the body's column says this."""
    last, widest = way.last, way.widest
    if said:
        label = label_before(said) if piece.body == "subject" else None
        last = said[label[2] :] if label else said
        widest = max(widest, len(last)) if piece.body == "subject" else 0
    cuts = (*way.cuts, (len(said) if cut is None else cut, piece.body))
    return _Way(way.worth + piece.worth, way.doubts + piece.doubts, cuts, last, widest, way.measure)


# decides more: what the column of the body may go on with
def _of_body(line: FeatureLine, state: _State, way: _Way, *, is_addressee: bool) -> Iterator[_Piece]:
    """What of a line may be of the body's column."""
    text, at = line.text, state.body
    if at in _OPEN:
        yield from _of_text(text, at, way)
        return
    yield _Piece("name" if is_addressee else at, len(text), -5.0, 1)  # nothing explains it
    if is_addressee:
        yield from (_Piece(part, end, 3.0) for part, end in _opening(text))
        return
    if at == "above" and (line.kind == "return" or text.isdecimal() or line.kind == "long"):
        yield _Piece(at, len(text), 1.0)
        if line.kind == "return" and 0 < (end := end_of_return_line(text)) < len(text):
            yield _Piece(at, end, 1.5)
    for part, end in _of_reader(text, at):
        yield _Piece(part, end, _worth_of_address(part, text, at, way))
    if at == "name" and _is_of_name(text, way.last):
        yield _Piece(at, len(text), 1.0, 1)
    if (found := _label_of(line)) is not None and found[0] in ("date", "subject"):
        yield from _labelled(text, *found)
    elif at != "above" and (end := _salutation_end(text)):
        yield _Piece("text", end, 4.0)
    elif whole_date(text):
        yield _Piece("dated" if at != "above" else at, len(text), 1.0)


def _worth_of_address(part: Body, text: str, at: Body, way: _Way) -> float:
    """What a line is worth that goes on with the address of a Chamber: its postcode belongs to its street."""
    if at == "street" and text[0].isdecimal():
        return 3.5 if belongs_to(way.last, text) else 1.0
    if at == "name" and part in ("code", "place"):  # a street and its postcode on one line
        return 6.0 if holds_address(text) else 2.0
    return 2.0 if part == "place" else 3.0


def _of_text(text: str, at: Body, way: _Way) -> Iterator[_Piece]:
    """A line of the subject or of the letter's text, whole or without a piece of the margin behind it."""
    if end := _salutation_end(text):
        yield _Piece("text", end, 4.0)
        return
    for end in (len(text), *tails(text)):
        goes_on = at == "subject" and not _ends_subject(text[:end].rstrip(), way)
        worth = 1.0 if goes_on and (text[0].islower() or is_left_open(way.last)) else 0.0
        yield _Piece("subject" if goes_on else "text", end, worth - (1.5 if end < len(text) else 0.0), free=False)


def _ends_subject(text: str, way: _Way) -> bool:
    """Whether a line is no more of the subject: its first word had room above, or it is as wide as a paragraph."""
    word = first_word(text)
    has_room = len(way.last) + 1 + len(word) <= WRAPPED_FROM
    if text[0].islower() or is_left_open(way.last):
        return has_room and not is_left_open(way.last)
    if (text.isupper() and text.isalpha()) or is_one_of(text, "first_headings"):
        return True
    if has_room or not way.measure:
        return has_room
    if len(way.last) + 1 + len(word) <= way.widest * _HAS_ROOM:
        return True
    if (len(way.last) < WRAPPED_FROM and len(text) > SHORT) or is_opener(word):
        return True
    return len(text) > max(way.widest * _WIDER, SHORT) or (len(text) >= way.measure * _FULL > way.widest)


def _label_of(line: FeatureLine) -> tuple[str, int] | None:
    """The label that a line is or begins with, and where its value begins."""
    if (found := label_before(line.text)) is not None:
        return found[0].name, found[2]
    return (line.label.name, len(line.text)) if line.label is not None else None


def _is_of_name(text: str, above: str) -> bool:
    """Whether a line tells for whose attention a letter is, or goes on with that."""
    return opens_with(text, "attention") or (opens_with(above, "attention") and is_left_open(above))


def _labelled(text: str, name: str, begin: int) -> Iterator[_Piece]:
    """A date and what stands behind it, or a subject, at its label."""
    if name == "subject":
        yield _Piece("subject", len(text), 3.0)
        yield from (_Piece("subject", end, 1.5, free=False) for end in tails(text) if end > begin)
        return
    yield _Piece("dated", len(text), 3.0 if begin == len(text) or accepts("date", text[begin:]) else 0.5)
    for end in (at for at, c in enumerate(text) if c == " " and at > begin):
        if whole_date(text[begin:end]):
            yield _Piece("dated", end, 4.0)


def _salutation_end(text: str) -> int:
    """Where a salutation ends that the line begins with; 0 if it begins with none."""
    if is_salutation(text) and "," not in text[:-1]:
        return len(text)
    end = text.find(",") + 1
    return end if end and classify(text[:end]).kind == "salutation" else 0


def _recut(head: Sequence[FeatureLine], cuts: Sequence[tuple[int, Body]]) -> list[FeatureLine]:
    """The lines cut, the pieces of the margin marked; the rows of each column follow each other."""
    found: list[FeatureLine] = []
    rows = {True: head[0].row, False: head[0].row}
    before: Body = "above"
    for line, (cut, body) in zip(head, cuts, strict=True):
        for piece in line.split(*([cut] if 0 < cut < len(line.text) else [])):
            beside = not cut or piece.start > line.start
            opens = piece.label is not None if beside else _opens(body, before, line)
            rows[beside] += 1 + opens
            column = _SET_IN if body == "subject" and not beside else piece.column
            found.append(piece._replace(margin=beside, row=rows[beside], gap=int(opens), column=column))
            before = before if beside else body
    return found


def _opens(body: Body, before: Body, line: FeatureLine) -> bool:
    """Whether there is room above a line of the body's column, as far as the text can tell."""
    if body == "text":
        return before != "text" or line.gap > 0
    return body != before and body in ("dated", "subject")
