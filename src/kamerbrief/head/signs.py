"""What speaks for a line being of the margin, and against it: what it says, and what stands above and below it."""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from kamerbrief.head.known import KNOWN_FROM, REPEATING, SURE_FROM, UNIT_GAP, UNIT_LINES, may_head
from kamerbrief.head.openings import opened
from kamerbrief.lines.kinds import ADDRESS, SHORT, STRONG, accepts, is_reference, is_value
from kamerbrief.vocabulary.phrases import opens_with
from kamerbrief.vocabulary.sentences import is_left_open
from kamerbrief.vocabulary.signing import opens_with_office, signed_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kamerbrief.head.known import Known
    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.kinds import Kind
    from kamerbrief.vocabulary.labels import Label

Signs = tuple[str, ...]

_OF_KIND: dict[Kind, str] = {
    "postbox": "post box",
    "notice": "notice",
    "return": "return",
    "postcode": "postcode",
    "website": "contact",
    "email": "contact",
    "phone": "contact",
    "fax": "contact",
    "mobile": "contact",
    "identification": "contact",
}
_VALUE_WITHIN = 3
"""A label waits for its value so many lines."""

_WANTED_WITHIN = 60
"""A value that lost its label stands on the first page."""
_TITLE_LINES = 2
_OFFICE_LINES = 3
"""An office takes so many lines at most, and below it stands who signs."""
_COUNT_DIGITS = 2
_BODY_UNTIL = 25
"""No margin begins left of this column: those of 113 letters laid out do from 54 on, but for seven stray lines."""
_LONGEST_CITY = 30


def signs_of_lines(body: Sequence[FeatureLine], known: Known) -> Iterator[Signs | None]:
    """The signs of each line; None for a line that is of the body whatever it says."""
    reading = _Reading(body, known)
    for index, line in enumerate(body):
        if _is_placed(line) or _is_beside(body, index):
            yield ("missing date",) if _dates_letter(line, known) else None
            continue
        signs = reading.begun(index, line)
        if len(line.text) > SHORT or not (signs or reading.is_likely[index]):
            reading.label = None
            yield signs or None
        else:
            yield (*signs, *reading.short(index, explained=bool(signs)))


def _likely(body: Sequence[FeatureLine], known: Known) -> list[bool]:
    """Which lines stand between two long ones with a line that the margin may say; the signs of no other can win."""
    found = [False] * len(body)
    long = [line.kind == "long" for line in body]
    for is_long, group in itertools.groupby(range(len(body)), key=long.__getitem__):
        indexes = list(group)
        if not is_long and any(_may_be_said(body[index], index, known) for index in indexes):
            found[indexes[0] : indexes[-1] + 1] = [True] * len(indexes)
    return found


def _may_be_said(line: FeatureLine, index: int, known: Known) -> bool:
    if line.kind not in ("short", "date") or (known.wanted and index < _WANTED_WITHIN):
        return True
    begins = line.key[:KNOWN_FROM] in known.beginnings
    return begins or line.key in known.above_labels or opens_with(line.text, "units")


class _Reading:
    """One pass over the lines; what a line may be depends on what began above it."""

    def __init__(self, body: Sequence[FeatureLine], known: Known) -> None:
        self.label: Label | None = None
        """The label that waits for its value."""
        self._label_at = 0
        self._body = body
        self._known = known
        self._goes_on: dict[int, Signs] = {}
        self.is_likely = _likely(body, known) if body and not _is_placed(body[0]) else [True] * len(body)
        self._above_addresses, self._above_labels = _lines_above(body, self.is_likely)
        self._titles = _titles(body, self.is_likely)

    def begun(self, index: int, line: FeatureLine) -> Signs:
        """What the line begins that may have several lines, or goes on with."""
        if line.kind != "long":
            sign, count = opened(self._body, index, self._known)
            for at in range(index, index + count):
                self._goes_on.setdefault(at, (sign,))
        return self._goes_on.get(index, ())

    def short(self, index: int, *, explained: bool) -> Iterator[str]:
        """The signs of a line as short as the margin's are."""
        line = self._body[index]
        name = self._known.texts.get(line.key)
        if name:
            yield "known" if len(line.key) >= SURE_FROM else "known, short"
        if name in REPEATING:
            yield "known label" if line.kind == "label" else "known value"
        if line.kind == "label" and line.label is not None:
            self.label, self._label_at = line.label, index
            yield from _of_label(self._body, index)
        else:
            signs = [*self._as_value(index), *_of_shape(self._body, index), *self._by_place(index)]
            yield from signs
            if not name:
                yield from self._unexplained(index, signs, explained=explained)
        if index in self._titles:
            yield "title"
        if _dates_letter(line, self._known):
            yield "missing date"

    def _as_value(self, index: int) -> list[str]:
        """What the line is to the label above it."""
        if self.label is None or index - self._label_at > _VALUE_WITHIN:
            return []
        signs = _of_value(self._body[index - 1], self._body[index], self.label)
        self.label = self.label if _waits(self._body, index, self.label) else None
        return signs

    def _by_place(self, index: int) -> Iterator[str]:
        if self._known.wanted and index < _WANTED_WITHIN and _is_lone_reference(self._body, index):
            yield "wanted"
        if self._body[index].key in self._known.above_labels:
            yield "above labels"

    def _unexplained(self, index: int, signs: Sequence[str], *, explained: bool) -> Iterator[str]:
        """The signs of a line that the head has not said."""
        if _is_signed(self._body, index):
            yield "signed"
        heads_address = index in self._above_addresses
        if heads_address or not (signs or explained):
            yield _of_words(self._body, index)
            if self._body[index].text[-1] in ",:":
                yield "comma"
        if heads_address:
            yield "heads address"
        if index in self._above_labels and "unit" in signs:
            yield "unit, heads label"


def signs_between(above: FeatureLine, line: FeatureLine) -> tuple[Signs, Signs, Signs]:
    """What speaks for the margin to begin at a line, for it to have ended above it, for it to go on."""
    room = "page" if above.page != line.page else "gap" if line.gap > 1 else "blank" if line.gap else "close"
    ends = "finished" if above.is_finished else "open" if is_left_open(above.text) else "plain"
    first = line.text[0]
    begins = "lower" if first.islower() else "capital" if first.isupper() else "sign"
    return _signs_between(room, ends, begins, "long" if len(line.text) > SHORT else "short")


@cache
def _signs_between(room: str, ends: str, begins: str, long: str) -> tuple[Signs, Signs, Signs]:
    return (
        ("begin", f"begin, {room}", f"begin, {ends}"),
        ("end", f"end, {room}", f"end, {begins}", f"end, {long}, {begins}"),
        (f"inside, {room}",),
    )


def _is_placed(line: FeatureLine) -> bool:
    """Whether the source shows that the line stands in the body's column, which no word of it overrules."""
    return line.size > 0 or line.hint.certainty == "exact"


def _is_beside(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a line is set beside one of the body, left of any margin, as the title of a paper beside its number."""
    line = body[index]
    return index > 0 and body[index - 1].row == line.row and body[index - 1].column < line.column < _BODY_UNTIL


def _dates_letter(line: FeatureLine, known: Known) -> bool:
    """Whether the line is a labelled date of a letter whose head has none."""
    return line.kind == "labelled" and line.label is not None and line.label.name == "date" in known.missing


def _of_label(body: Sequence[FeatureLine], index: int) -> list[str]:
    label, below = body[index].label, body[index + 1] if index + 1 < len(body) else None
    if below is None or label is None:
        return ["label", "label, alone"]
    valued = accepts(label.takes, below.text) or (
        below.kind in STRONG and label.takes in ("address", "contact", "line")
    )
    signs = ["label", "label, valued" if valued else "label, labels" if below.kind == "label" else "label, alone"]
    is_last = body[index].gap == 0 and (below.gap > 0 or below.page != body[index].page)
    return [*signs, "label, last"] if is_last else signs


def _of_value(above: FeatureLine, line: FeatureLine, label: Label) -> list[str]:
    """What a line is to the label above it: its value, or the words under a label like ``Contactpersoon``."""
    if is_value(label.takes, line.text):
        return ["value"]
    if label.takes not in ("contact", "line", "subject") or line.kind != "short" or line.page != above.page:
        return []
    return ["words"] if line.gap <= (label.takes != "subject") else []


def _waits(body: Sequence[FeatureLine], index: int, label: Label) -> bool:
    """Whether more of the value follows: of a subject, or of a kenmerk on two lines."""
    if label.takes == "subject":
        return True
    below = body[index + 1] if index + 1 < len(body) else None
    return (
        label.takes == "reference"
        and below is not None
        and below.gap == 0
        and is_reference(below.text)
        and not below.text.isdigit()
        and not any(c.islower() for c in below.text)
    )


# decides more: a shape each
def _of_shape(body: Sequence[FeatureLine], index: int) -> list[str]:
    """What the line says by itself and with the one below it."""
    line = body[index]
    below = body[index + 1] if index + 1 < len(body) else None
    above = body[index - 1] if index else None
    of_note = above is not None and line.gap == 0 and above.text.isdecimal()
    signs = [_OF_KIND[line.kind]] if line.kind in _OF_KIND else []
    if line.kind == "street":
        signs.append("street" if _stands_on_address(below) else "street, alone")
    if line.kind == "labelled" and line.label is not None and not line.text[0].islower():
        of_margin = line.label.in_margin or line.label.takes == "date"
        signs.append("labelled" if of_margin and not of_note else "labelled, other")
    if of_note:
        signs.append("below number")
    if above is not None and opens_with_office(above.text):
        signs.append("below office")
    if opens_with(line.text, "units"):
        signs.append("unit")
    if below is not None and _is_label_of_margin(below) and line.gap > 0 and not line.text.isdigit():
        signs += ["above label"] if is_reference(line.text) else []
    return signs


def _is_signed(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a line is the name right below an office, which ends with a comma and may have several lines."""
    line = body[index]
    office = body[max(index - _OFFICE_LINES, 0) : index]
    if not office or office[-1].text[-1] != "," or not any(opens_with_office(other.text) for other in office):
        return False
    return line.kind == "short" and not opens_with(line.text, "units") and signed_name(line.text) is not None


def _stands_on_address(below: FeatureLine | None) -> bool:
    """Whether the line can stand below a street: a city, the code of a mail room."""
    if below is None:
        return False
    if below.kind in ("postcode", "postbox") or opens_with(below.text, "mail_codes"):
        return True
    if below.kind != "short" or below.gap > 1 or len(below.text) >= _LONGEST_CITY:
        return False
    return may_head(below.text) and not below.text[-1].isdecimal()


def _is_label_of_margin(line: FeatureLine) -> bool:
    return line.kind == "label" and line.label is not None and line.label.in_margin


def _of_words(body: Sequence[FeatureLine], index: int) -> str:
    """How the words of a short line look that nothing explains."""
    text = body[index].text
    if text.isdecimal():
        return "count" if _cuts_sentence(body, index) else "digits"
    if not may_head(text):
        return "sentence"
    return "lower" if text[0].islower() else "capital" if text[0].isupper() else "sign"


def _cuts_sentence(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a number cuts a sentence right above the margin, as the count of attachments and a page number do."""
    if not 0 < index < len(body) - 1 or len(body[index].text) > _COUNT_DIGITS:
        return False
    below = body[index + 1]
    above_margin = below.label is not None or below.kind == "ministry" or is_reference(below.text)
    return above_margin and body[index - 1].text[-1].isalpha()


def _is_lone_reference(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a reference stands by itself between blank lines: the value of a label that has none."""
    line = body[index]
    below = body[index + 1] if index + 1 < len(body) else None
    return line.gap > 0 and (below is None or below.gap > 0) and is_reference(line.text) and not line.text.isdigit()


def _lines_above(body: Sequence[FeatureLine], is_likely: Sequence[bool]) -> tuple[set[int], set[int]]:
    """The lines with words that an address follows, and those that a label follows, no sentence between them."""
    addresses: set[int] = set()
    labels: set[int] = set()
    to_address = to_label = UNIT_LINES
    below: FeatureLine | None = None
    for index in range(len(body) - 1, -1, -1):
        line = body[index]
        if not is_likely[index] or below is None or _is_apart(line, below) or not may_head(line.text):
            to_address = to_label = UNIT_LINES
        else:
            to_address = 0 if _is_address(below) else to_address + 1
            to_label = 0 if _is_label_of_margin(below) else to_label + 1
            if to_address < UNIT_LINES:
                addresses.add(index)
            if to_label < UNIT_LINES:
                labels.add(index)
        below = line
    return addresses, labels


def _is_apart(line: FeatureLine, below: FeatureLine) -> bool:
    return below.gap > UNIT_GAP or below.page != line.page


def _is_address(line: FeatureLine) -> bool:
    return line.kind == "website" or line.kind in ADDRESS


def _titles(body: Sequence[FeatureLine], is_likely: Sequence[bool]) -> set[int]:
    """The lines between the end of a text and the beginning of one right below, said once: what they say is a title.

    Where a margin cuts a text its lines come again on other pages, or labels and addresses are among them.
    """
    said = Counter(line.key for line, likely in zip(body, is_likely, strict=True) if likely and len(line.text) <= SHORT)
    found: set[int] = set()
    for index, (above, line) in enumerate(itertools.pairwise(body), start=1):
        if is_likely[index] and line.gap and above.is_finished and above.page == line.page:
            found.update(range(index, index + _lines_of_title(body, index, said)))
    return found


def _lines_of_title(body: Sequence[FeatureLine], index: int, said: Mapping[str, int]) -> int:
    """How many lines a title has here, right above the first line of a text; 0 for none."""
    for count, (line, below) in enumerate(itertools.pairwise(body[index : index + 1 + _TITLE_LINES]), start=1):
        if line.kind not in ("ministry", "short") or said[line.key] > 1 or below.gap or below.page != line.page:
            return 0
        if below.kind == "long" and below.text[0].isupper():
            return count
    return 0
