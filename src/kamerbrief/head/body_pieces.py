"""What the column of the body may go on with, where something of the margin may stand behind it on its line."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kamerbrief.head.margin_pieces import tails
from kamerbrief.head.wrapped import WRAPPED_FROM
from kamerbrief.lines.kinds import SHORT, accepts, classify
from kamerbrief.vocabulary.addressees import belongs_to, holds_address, opening_of_reader, parts_of_reader
from kamerbrief.vocabulary.dates import whole_date
from kamerbrief.vocabulary.labels import label_before, labels_in_row
from kamerbrief.vocabulary.phrases import is_one_of, is_salutation, opens_with
from kamerbrief.vocabulary.sentences import first_word, is_left_open, is_opener

if TYPE_CHECKING:
    from collections.abc import Iterator

Body = Literal["above", "name", "street", "code", "place", "city", "bars", "dated", "subject", "text"]
"""What the column of the body has come to."""
OPEN = ("subject", "text")
"""The column may say anything."""
_NEXT: dict[Body, tuple[str, ...]] = {
    "name": ("name", "street", "code", "place", "city"),
    "street": ("code", "place", "city"),
    "code": ("city",),
    "place": ("bars",),
    "city": ("bars",),
}
"""Which parts of an address may stand below one."""
_UNEXPLAINED, _CUT = -5.0, -1.5
"""What a line is worth that nothing explains; what less one is that is cut where only the piece behind it tells."""
_WIDER = 1.2
"""A paragraph is so much wider than the subject above it, which is set in."""
_HAS_ROOM = 0.8
"""A word that ends within so much of the subject's widest line would have stood on the line above."""
_FULL = 0.92
"""A line of a paragraph that goes on is so wide, of the widest."""


class Told(NamedTuple):
    """What the column of the body has said."""

    last: str = ""
    """Its last line; of a subject the words behind its label."""
    widest: int = 0
    """How wide the subject is."""
    measure: int = 0
    """How wide the lines of the text are; 0 where a salutation tells where it begins."""

    def and_then(self, text: str, body: Body) -> Told:
        """The same with one line more."""
        if body != "subject":
            return Told(text, 0, self.measure)
        label = label_before(text)
        last = text[label[2] :] if label else text
        return Told(last, max(self.widest, len(last)), self.measure)


class Piece(NamedTuple):
    """What of a line is of the body's column."""

    body: Body
    """What that has come to then."""
    end: int
    """Where it ends in the line."""
    worth: float
    doubts: int = 0
    sure: bool = True
    """What it is tells where it ends, so that anything may stand behind it."""


def of_reader(text: str, at: Body, *, behind: bool = False) -> list[tuple[Body, int]]:
    """What of a Chamber's address a text may go on with, and where that ends; the longest last.

    Args:
        text: A line, or what stands behind a part of the address on its line.
        at: The part above.
        behind: That stands on the same line; a city right behind a name is the other column's.
    """
    found: list[tuple[Body, int]] = []
    for part, end in parts_of_reader(text):
        if part in _NEXT.get(at, ()) and not (behind and (at, part) == ("name", "city")):
            found += [(part, end), *_further(text, end, part)]
    return found


def _further(text: str, end: int, part: Body) -> list[tuple[Body, int]]:
    rest = text[end:].lstrip()
    return [(more, len(text) - len(rest) + to) for more, to in of_reader(rest, part, behind=True)]


def opening(text: str) -> list[tuple[Body, int]]:
    """What of a Chamber's address its first line may hold, and where that ends; the longest last."""
    end = opening_of_reader(text)
    return [("name", end), *_further(text, end, "name")]


def goes_on_with_name(text: str, above: str) -> bool:
    """Whether a line tells for whose attention a letter is, or goes on with that."""
    return opens_with(text, "attention") or (opens_with(above, "attention") and is_left_open(above))


@lru_cache(maxsize=1024)
def pieces_of_body(text: str, at: Body, told: Told) -> tuple[Piece, ...]:
    """What of a line may be of the body's column, if it is any."""
    return tuple(_pieces(text, at, told))


def _pieces(text: str, at: Body, told: Told) -> Iterator[Piece]:
    if at in OPEN:
        yield from _of_text(text, at, told)
        return
    yield Piece(at, len(text), _UNEXPLAINED, 1)
    if at == "above":
        yield from _above_all(text)
    yield from _of_address(text, at, told)
    if len(labels_in_row(text)) > 1 or (labels_in_row(told.last)[1:] and text[0].isdecimal()):
        yield Piece("dated", len(text), 3.0)
    elif (found := _label_of(text)) is not None:
        yield from _labelled(text, *found)
    elif at != "above" and (end := salutation_end(text)):
        yield Piece("text", end, 4.0)
    elif at != "above" and whole_date(text):
        yield Piece("dated", len(text), 2.5)


def _of_address(text: str, at: Body, told: Told) -> Iterator[Piece]:
    """What goes on with the address of a Chamber, or begins that of the other one."""
    for part, end in of_reader(text, at):
        yield Piece(part, end, _worth_of_address(part, text, at, told))
    if at in ("code", "place", "city", "bars") and (end := opening_of_reader(text)):
        yield Piece("name", end, 3.0)


def pieces_of_opening(text: str) -> Iterator[Piece]:
    """The same for the line that begins the addressee."""
    yield Piece("name", len(text), _UNEXPLAINED, 1)
    yield from (Piece(part, end, 3.0) for part, end in opening(text))


def _above_all(text: str) -> Iterator[Piece]:
    """What may stand above the addressee: a return address, a number, a date, words too long for a margin."""
    if classify(text).kind in ("return", "long", "date") or text.isdecimal():
        yield Piece("above", len(text), 1.0)


def _worth_of_address(part: Body, text: str, at: Body, told: Told) -> float:
    """What a line is worth that goes on with the address of a Chamber: its postcode belongs to its street."""
    if at == "street" and text[0].isdecimal():
        return 3.5 if belongs_to(told.last, text) else 1.0
    if at == "name" and part in ("code", "place"):  # a street and its postcode on one line
        return 6.0 if holds_address(text) else 2.0
    return 2.0 if part == "city" else 3.0


def _label_of(text: str) -> tuple[str, int] | None:
    """The label of the body's column that a line is or begins with, and where its value begins."""
    if (found := label_before(text)) is not None:
        name, begin = found[0].name, found[2]
    else:
        label = classify(text).label
        name, begin = label.name if label is not None else "", len(text)
    return (name, begin) if name in ("date", "subject") else None


def _labelled(text: str, name: str, begin: int) -> Iterator[Piece]:
    """A date and what stands behind it, or a subject, at its label."""
    if name == "subject":
        yield Piece("subject", len(text), 3.0)
        yield from (Piece("subject", end, 3.0 + _CUT, sure=False) for end in tails(text) if end > begin)
        return
    yield Piece("dated", len(text), 3.0 if begin == len(text) else 2.0 if accepts("date", text[begin:]) else 0.5)
    for end in (*(at for at, c in enumerate(text) if c == " " and at > begin), len(text)):
        if whole_date(text[begin:end]):
            yield Piece("dated", end, 4.0)


def salutation_end(text: str) -> int:
    """Where a salutation ends that the line begins with; 0 if it begins with none."""
    if is_salutation(text) and "," not in text[:-1]:
        return len(text)
    end = text.find(",") + 1
    return end if end and classify(text[:end]).kind == "salutation" else 0


def _of_text(text: str, at: Body, told: Told) -> Iterator[Piece]:
    """A line of the subject or of the letter's text, whole or without a piece of the margin behind it."""
    if end := salutation_end(text):
        yield Piece("text", end, 4.0)
        return
    for end in (len(text), *tails(text)):
        goes_on = at == "subject" and not _ends_subject(text[:end].rstrip(), told)
        worth = 1.0 if text[0].islower() or is_left_open(told.last) else 0.0
        if at == "subject" and not goes_on and text[0].islower():
            worth = -1.0  # no paragraph begins so
        yield Piece("subject" if goes_on else "text", end, worth + (_CUT if end < len(text) else 0.0), sure=False)


def _ends_subject(text: str, told: Told) -> bool:
    """Whether a line is no more of the subject: its first word had room above, or it is as wide as a paragraph."""
    word = first_word(text)
    needed = len(told.last) + 1 + len(word)
    if is_left_open(told.last):
        return False
    if text[0].islower():
        return needed <= WRAPPED_FROM
    if (text.isupper() and text.isalpha()) or is_one_of(text, "first_headings") or needed <= WRAPPED_FROM:
        return True
    return bool(told.measure) and _is_paragraph(text, word, needed, told)


def _is_paragraph(text: str, word: str, needed: int, told: Told) -> bool:
    """Whether a line that could go on with the subject begins the text instead, which no salutation announces."""
    if needed <= told.widest * _HAS_ROOM or is_opener(word) or (len(told.last) < WRAPPED_FROM and len(text) > SHORT):
        return True
    return len(text) > max(told.widest * _WIDER, SHORT) or len(text) >= told.measure * _FULL > told.widest
