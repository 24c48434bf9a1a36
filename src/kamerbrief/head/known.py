"""What the margin of a later page may say: what the head says, as a margin says it."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.document.text import squash
from kamerbrief.lines.kinds import ADDRESS, SHORT, STRONG
from kamerbrief.vocabulary.addresses import is_part_of_address
from kamerbrief.vocabulary.headings import is_question
from kamerbrief.vocabulary.phrases import BLACKED_OUT, GARBLED, opens_with

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.field import Field

REPEATING = ("kenmerk", "uw_kenmerk", "date")
"""What later pages print again."""
KNOWN_FROM = 3
"""A repeated line shorter than this is no sign of a margin."""
SURE_FROM = 6
"""A repeated line from this length on is a margin even by itself."""
UNIT_LINES = 7
"""The units of a margin have at most so many lines,"""
UNIT_GAP = 2
"""and so many blank lines at most below one of them."""
_UNIT_ROWS = 4
"""The name of a unit takes so many lines at most."""
_COMES_AGAIN = 2
_MOST_SAID = 2
"""A margin says a thing once, a first page with its head twice."""


class Known(NamedTuple):
    """What the head has said, and what it lacks."""

    texts: dict[str, str]
    """What the margin may say again, with the field that it is of."""
    openings: str
    """All of it, each behind a line end."""
    beginnings: Collection[str]
    """The first letters of each."""
    above_labels: Collection[str]
    """The units that stand above the labels of most margins."""
    missing: Collection[str]
    """Fields that the head lacks."""
    wanted: bool
    """A label of the head waits for a value."""

    @classmethod
    def of(cls, body: Sequence[FeatureLine], texts: dict[str, str], missing: Collection[str], *, wanted: bool) -> Known:
        """What is known of the margin in these lines."""
        beginnings = {text[:KNOWN_FROM] for text in texts}
        return cls(texts, "\n".join(("", *texts)), beginnings, units_above_labels(body, texts), missing, wanted)


def repeating(fields: Sequence[Field]) -> tuple[list[str], list[str]]:
    """The labels and values that margins of later pages repeat."""
    repeating = [field for field in fields if field.name == "kenmerk"]
    values = dict.fromkeys(field.text for field in repeating if len(field.text) >= SURE_FROM)
    return list(dict.fromkeys(field.label for field in repeating if field.label)), list(values)


# decides more: a source of what is known each
def known_texts(fields: Sequence[Field], rest: Sequence[FeatureLine]) -> dict[str, str]:
    """What the margin may repeat, white space aside: its lines and its values, with the field they are of."""
    known = {line.key: "unit" for line in rest if len(line.text) <= SHORT}
    for field in fields:
        if field.name in ("subject", "notice", "other"):
            continue
        if field.name not in ("date", "attachments"):
            known[squash(field.text)] = field.name
        if field.label:
            known[squash(field.label)] = field.name
        for line in field.lines:
            if len(line.text) <= SHORT and line.text[:1] != ">":
                known[line.key] = field.name
    units = [line for line in rest if len(line.text) <= SHORT]
    for begin, line in enumerate(units):  # units may be wrapped at other words on later pages
        joined = line.key
        for below in units[begin + 1 : begin + _UNIT_ROWS]:
            joined += below.key
            known.setdefault(joined, "unit")
    words = {line.text for line in rest if line.text.isalpha() and line.text.islower()}  # between two units: ``en``
    return {text: name for text, name in known.items() if len(text) >= KNOWN_FROM or text in words}


def as_margin_says_it(body: Sequence[FeatureLine], known: dict[str, str]) -> dict[str, str]:
    """What is known, without what the pages say otherwise than a margin does.

    A margin says a thing once a page, and a value below its label; what comes often is a cell of a table, and a value
    that comes once and without a label a line of the text.
    """
    if not body or body[0].page == body[-1].page:
        return known  # nothing shows where its pages end
    short = [line for line in body if len(line.text) <= SHORT and line.key in known]
    unlike = _often(short) | _unlabelled(short, known)
    return {text: name for text, name in known.items() if text not in unlike}


def _often(lines: Sequence[FeatureLine]) -> set[str]:
    """What one page says more often than a margin does."""
    counts = Counter((line.page, line.key) for line in lines)
    return {text for (_, text), count in counts.items() if count > _MOST_SAID}


def _unlabelled(lines: Sequence[FeatureLine], known: dict[str, str]) -> set[str]:
    """The values that come once, on a page without their label."""
    totals = Counter(line.key for line in lines)
    labelled = {(line.page, known[line.key]) for line in lines if line.kind == "label"}
    values = [line for line in lines if line.kind != "label" and known[line.key] in REPEATING]
    return {line.key for line in values if totals[line.key] == 1 and (line.page, known[line.key]) not in labelled}


def units_above_labels(body: Sequence[FeatureLine], known: dict[str, str]) -> set[str]:
    """The names that most margins have just above their labels, and nothing else but the margin of page 1: units."""
    labels = [at for at, line in enumerate(body) if _is_known_label(line, known)]
    margins = [at for at, above in zip(labels, [-UNIT_LINES, *labels], strict=False) if at - above >= UNIT_LINES]
    if len(margins) < _COMES_AGAIN:
        return set()
    above = itertools.chain.from_iterable(body[max(at - UNIT_LINES, 0) : at] for at in margins)
    names = Counter(line.key for line in above if names_something(line.text))
    totals = Counter(line.key for line in body if len(line.text) <= SHORT)
    least = max(_COMES_AGAIN, len(margins) / 2)
    return {text for text, count in names.items() if totals[text] - 1 <= count >= least}


def _is_known_label(line: FeatureLine, known: dict[str, str]) -> bool:
    return len(line.text) <= SHORT and known.get(line.key) in REPEATING and line.kind == "label"


def is_new(run: Sequence[FeatureLine], fields: Sequence[Field], known: dict[str, str]) -> bool:
    """Whether a stretch of margin says what the head has not said yet."""
    if all(line.key in known for line in run):
        return False
    filled = {field.name for field in fields if field.text}
    labels = {line.label.name for line in run if line.label is not None}
    if labels & filled & set(REPEATING):
        return False
    fresh = {line.kind for line in run if line.kind in (*STRONG, *ADDRESS)} - {"label"}
    return bool(labels - filled) or bool(fresh)


def names_something(text: str) -> bool:
    """Whether the line can be the name of a unit: words of the margin, and none that say something else."""
    if not may_head(text) or opens_with(text, "mail_codes") or is_part_of_address(text):
        return False
    return BLACKED_OUT.match(text) is None and GARBLED.search(text) is None


def may_head(text: str) -> bool:
    """Whether the line can stand at the head of a margin: words, and no sentence."""
    return len(text) <= SHORT and text[-1:] not in ".;!?" and any(map(str.isalpha, text)) and not is_question(text)
