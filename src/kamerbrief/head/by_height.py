"""Text sorted by height: what stands side by side on the page stands on one line, with nothing between the columns.

pdfplumber, iText and a sorted PyMuPDF give such text. The head of the letter shows it: lines of the margin stand among
those of the addressee, or behind its lines. Then all lines of the head are parted at once: of the ways to cut them, the
one whose left pieces make an address of a Chamber, a date, a subject and a text, and whose right pieces make a margin.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.head.body_pieces import (
    OPEN,
    Body,
    Told,
    goes_on_with_name,
    of_reader,
    opening,
    pieces_of_body,
    pieces_of_opening,
    salutation_end,
)
from kamerbrief.head.later_pages import part_later_pages
from kamerbrief.head.margin_pieces import Margin, in_margin, is_of_notice, tails
from kamerbrief.head.merged import join_parted_phones
from kamerbrief.lines.kinds import ADDRESS, STRONG, classify
from kamerbrief.vocabulary.addressees import opening_of_reader
from kamerbrief.vocabulary.addresses import may_hold_address
from kamerbrief.vocabulary.dates import whole_date
from kamerbrief.vocabulary.phrases import opens_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kamerbrief.lines.features import FeatureLine

_ADDRESSEE_WITHIN = 40
"""The addressee stands so near to the top."""
_ADDRESSEE_LINES = 20
_HEAD_LINES = 90
_BELOW_SUBJECT = 25
"""The margin of the first page ends within so many lines below the subject."""
_NEAR = 4
_KEPT = 32
"""So many of the best ways are followed further."""
_FOREIGN = 2
"""So many lines among those of the addressee that are none show the columns, whatever they say."""
_WORDED = ("list", "words")
"""What stands in the margin then, titles of attachments or a notice, may stand behind the words of a subject too."""
_BESIDE = 25
"""A piece of a printed line that begins behind so many characters is of another column."""
_SET_IN = 8
"""Where the lines of a subject are put that are found to belong together."""


class Parted(NamedTuple):
    """The lines of a text that is sorted by height, parted."""

    lines: list[FeatureLine]
    is_sure: bool
    """What each piece is explains where it stands."""


class _State(NamedTuple):
    """What both columns have come to."""

    body: Body
    margin: Margin


class _Way(NamedTuple):
    """A way to part the lines up to here."""

    told: Told
    worth: float = 0.0
    doubts: int = 0
    cuts: tuple[tuple[int, Body], ...] = ()
    """For each line where its piece of the margin begins, at its end for none; what the body had come to."""


def part_by_height(lines: Sequence[FeatureLine]) -> Parted | None:
    """The lines with the margin of every page parted from its body; None if they are not sorted by height."""
    top = lines[:_HEAD_LINES]
    if not top or any(line.size or line.bold or line.hint.is_exact for line in top[:_ADDRESSEE_WITHIN]):
        return None  # what shows places or styles was not sorted line by line
    addressee = _addressee(top)
    first = _begin(lines, addressee)
    if first is None:
        return None
    head = _head(join_parted_phones(lines[first : first + _HEAD_LINES]))
    if any(itertools.starmap(_shows_place, itertools.pairwise(head))):
        return None
    way = _best_way(head, None if addressee is None else lines[addressee].start)
    return None if _takes_all(way) else _parted(lines, first, head, way, is_addressed=addressee is not None)


def _takes_all(way: _Way) -> bool:
    """Whether a way leaves nothing of the letter, as where the margin stands before the lines of the body."""
    return all(body not in ("dated", *OPEN) for _, body in way.cuts)


def _parted(
    lines: Sequence[FeatureLine], first: int, head: Sequence[FeatureLine], way: _Way, *, is_addressed: bool
) -> Parted:
    parted = _recut(head, way.cuts)
    behind = part_later_pages([line for line in lines[first:] if line.start > head[-1].start], parted)
    is_sure = is_addressed and not way.doubts and not any(map(_holds_address_amid, parted))
    return Parted([*lines[:first], *parted, *behind], is_sure=is_sure)


def _holds_address_amid(line: FeatureLine) -> bool:
    """Whether more than an address stands on a line of the margin, so that a part of it may belong to another line."""
    return line.margin and line.kind in ("short", "long") and may_hold_address(line.text)


def _begin(lines: Sequence[FeatureLine], addressee: int | None) -> int | None:
    """Which line begins what can be parted: the page of the addressee, or the first label where none can be read."""
    if addressee is None:
        return _labelled_with_margin(lines[:_HEAD_LINES])
    if not _shows_columns(lines[addressee : addressee + _ADDRESSEE_LINES]):
        return None
    return next(index for index, line in enumerate(lines) if line.page == lines[addressee].page)


def _shows_place(above: FeatureLine, line: FeatureLine) -> bool:
    """Whether the source shows that a line stands beside the one before it, so that nothing is to be parted."""
    return line.margin or above.margin or (line.row == above.row and line.column >= _BESIDE)


def _addressee(lines: Sequence[FeatureLine]) -> int | None:
    """Which line begins the addressee, above the salutation; below the label of copies stand those that get one."""
    above = None
    for index, line in enumerate(lines[:_ADDRESSEE_WITHIN]):
        if line.kind == "salutation":
            return None
        is_copied = above is not None and above.name == "copy"
        if line.kind == "addressee" and not is_copied and opening_of_reader(line.text):
            return index
        above = line.label
    return None


def _labelled_with_margin(lines: Sequence[FeatureLine]) -> int | None:
    """Which line has the first label of the body's column, if something of the margin stands behind it or near."""
    for index, line in enumerate(lines):
        if line.kind in ("label", "labelled") and line.label is not None and line.label.name in ("date", "subject"):
            near = lines[index : index + _NEAR]
            return index if sum(_foreign_behind([other]) >= _FOREIGN for other in near) else None
    return None


def _head(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines of the page beside which the margin may stand."""
    page = list(itertools.takewhile(lambda line: line.page == lines[0].page, lines))
    names = (index for index, line in enumerate(page) if line.label is not None and line.label.name == "subject")
    return page[: next(names, len(page)) + _BELOW_SUBJECT]


# decides more: a line of the addressee, of its margin, or a labelled one below
def _shows_columns(lines: Sequence[FeatureLine]) -> bool:
    """Whether something of the margin stands among the lines of the addressee, or behind a line of the head."""
    foreign = between = 0
    at: Body = "name"
    for index, line in enumerate(lines):
        if line.page != lines[0].page or line.kind == "salutation" or foreign >= _FOREIGN or _is_place_and_date(line):
            break
        if index and goes_on_with_name(line.text, lines[index - 1].text):
            continue
        if line.label is not None and not line.label.in_margin:
            foreign += _foreign_behind(lines[index : index + 2])
        elif found := of_reader(line.text, at) if index else opening(line.text):
            part, end = found[-1]
            foreign += between + (_FOREIGN if line.text[end + 1 : end + 2].isupper() else 0)
            between, at = 0, "bars" if part in ("place", "city") else part
        else:
            between += _FOREIGN if line.kind in STRONG or line.kind in ADDRESS or opens_with(line.text, "units") else 1
    return foreign >= _FOREIGN


def _is_place_and_date(line: FeatureLine) -> bool:
    """Whether the address ends above a line: the text stands below ``Den Haag, 3 mei 2031``."""
    dated = whole_date(line.text)
    return dated is not None and dated[1] is not None


def _foreign_behind(lines: Sequence[FeatureLine]) -> int:
    """How sure a piece of the margin stands at the end of a line of date or subject, or of the one below."""
    ends = [line.text[at:] for line in lines for at in tails(line.text)]
    kinds = {classify(end).kind for end in ends}
    sure = kinds & {"postbox", "postcode", "phone", "website", "notice"} or any(map(is_of_notice, ends))
    return _FOREIGN if sure else int("label" in kinds)


def _best_way(head: Sequence[FeatureLine], addressee: int | None) -> _Way:
    """The best way to part the lines, each taken whole or cut, of which one is known to begin the addressee."""
    begin = _State("above", Margin()) if addressee is not None else _State("place", Margin("value"))
    ways = {begin: _Way(Told(measure=_measure(head)))}
    for line in head:
        found: dict[_State, _Way] = {}
        for state, way in ways.items():
            for after, step in _ways_on(line.text, state, way.told, is_addressee=line.start == addressee):
                worth = way.worth + step.worth
                if after not in found or worth > found[after].worth:
                    found[after] = _Way(step.told, worth, way.doubts + step.doubts, (*way.cuts, *step.cuts))
        ways = dict(sorted(found.items(), key=lambda pair: -pair[1].worth)[:_KEPT])
    return max(ways.values(), key=lambda way: way.worth)


def _measure(head: Sequence[FeatureLine]) -> int:
    """How wide the lines of the text are, as most of the last ones show; 0 where a salutation tells where it begins."""
    if any(salutation_end(line.text) for line in head):
        return 0
    widths = sorted(len(line.text) for line in head[-_BELOW_SUBJECT:])
    return widths[len(widths) * 3 // 4]


def _ways_on(text: str, state: _State, told: Told, *, is_addressee: bool) -> Iterator[tuple[_State, _Way]]:
    """The ways to part one line, and what both columns have come to then."""
    for piece in pieces_of_opening(text) if is_addressee else pieces_of_body(text, state.body, told):
        body, end, worth, doubts, sure = piece
        after = told.and_then(text[:end].rstrip(), body)
        if end == len(text):
            unsure = body == "subject" and state.margin.group in _WORDED
            yield _State(body, state.margin.later()), _Way(after, worth, doubts + unsure, ((end, body),))
            continue
        begin = len(text) - len(text[end:].lstrip())
        found = in_margin(text[begin:], state.margin, free=sure, behind=end)
        if found is not None and (sure or found.sure):
            way = _Way(after, worth + found.worth, doubts + found.doubts, ((begin, body),))
            yield _State(body, found.after), way
    whole = None if is_addressee else in_margin(text, state.margin, free=state.body not in OPEN, behind=0)
    if whole is not None and (whole.sure or state.body != "text"):
        yield _State(state.body, whole.after), _Way(told, whole.worth, whole.doubts, ((0, state.body),))


def _recut(head: Sequence[FeatureLine], cuts: Sequence[tuple[int, Body]]) -> list[FeatureLine]:
    """The lines cut, the pieces of the margin marked; the rows of each column follow each other."""
    found: list[FeatureLine] = []
    rows = {True: head[0].row, False: head[0].row}
    before: Body = "above"
    for line, (begin, body) in zip(head, cuts, strict=True):
        for number, piece in enumerate(line.split(begin)):
            beside = number > 0 or begin == 0
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
