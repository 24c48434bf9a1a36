"""Finds margin-column lines that an extractor interleaved with the body: by what they are and what the head said.

Parts of the margin come again on every page, between two lines of one sentence; linear text shows no column.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kamerbrief.head.known import KNOWN_FROM, REPEATING, SURE_FROM, may_head, units_above_labels
from kamerbrief.lines.kinds import ADDRESS, SHORT, STRONG, accepts, is_reference, is_value
from kamerbrief.vocabulary.ministries import longest_name
from kamerbrief.vocabulary.phrases import addresses_chamber, opens_with
from kamerbrief.vocabulary.sentences import is_left_open

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.vocabulary.labels import Label

UNIT_LINES = 7
UNIT_GAP = 2
_ENOUGH = 2
"""Minimum score for a run of lines to count as margin."""
_WRAPPED_FROM = 42
_ADDRESSEE_LINES = 6
_SURE_RUN = 4
"""A stretch with so many signs takes labels without a value too."""
_RUN_LINES = 40
_RETURN_SIGNS = ">-R"
"""What a line with the return address begins with."""
_WANTED_WITHIN = 60
"""A value that lost its label stands on the first page."""
_ADDRESS_WITHIN = 12
_COUNT_DIGITS = 2
_TITLE_LINES = 2
_WORDS = ("ministry", "short")


# decides more: what a margin may begin and end with, a sign each
def find_runs(
    body: Sequence[FeatureLine], known: dict[str, str], *, missing: Collection[str] = (), wanted: bool = False
) -> tuple[list[list[FeatureLine]], list[FeatureLine]]:
    """The stretches of the margin that stand among the lines of the body, and the body without them.

    Args:
        body: The lines behind the head.
        known: What the margin may repeat.
        missing: Fields that the head lacks.
        wanted: A label of the head waits for a value.
    """
    runs: list[list[FeatureLine]] = []
    kept: list[FeatureLine] = []
    openings = "\n".join(("", *known))
    above_labels = units_above_labels(body, known)
    said = Counter(line.key for line in body if len(line.text) <= SHORT)
    index = last = 0
    while index < len(body):
        end = _end_at(body, index, known, openings, missing)
        if end == index and wanted and len(kept) < _WANTED_WITHIN and _is_lone_reference(body, index):
            end = index + 1
        if end == index or _is_heading(body, index, end, said):
            kept.append(body[index])
            index += 1
            continue
        run = list(body[index:end])
        if runs and not run[0].gap and _is_wedged(body[last:index]):
            run = list(body[last:end])
            del kept[last - index :]
        while kept and (kept[-1].key in above_labels or _heads_a_margin(kept, run) or _is_lone_number(kept, run)):
            run.insert(0, kept.pop())
        runs.append(run)
        index = last = end
    return runs, kept


def _end_at(
    body: Sequence[FeatureLine], index: int, known: dict[str, str], openings: str, missing: Collection[str]
) -> int:
    """Where a stretch of the margin ends that may begin at a line; where it begins if none does."""
    line = body[index]
    if _is_placed(line):
        return index + _is_value_apart(body, index, missing)
    if line.kind == "ministry" and _goes_on_with_sentence(body, index):
        return index
    begins = len(line.text) <= SHORT or (line.text[0] in _RETURN_SIGNS and line.kind == "return")
    return _run_end(body, index, known, openings, missing) if begins or _opens_address(body, index) else index


def _is_heading(body: Sequence[FeatureLine], begin: int, end: int, said: Mapping[str, int]) -> bool:
    """Whether lines that the margin could say are a title of the body: between two blocks, right above its text, once.

    Where a margin cuts a text its lines come again on other pages, or labels and addresses are among them.
    """
    run = body[begin:end]
    if not 0 < begin < end < len(body) or end - begin > _TITLE_LINES or any(line.kind not in _WORDS for line in run):
        return False
    return _heads_text(body[begin - 1], run[0], body[end]) and all(said[line.key] == 1 for line in run)


def _heads_text(above: FeatureLine, line: FeatureLine, below: FeatureLine) -> bool:
    """Whether a line stands apart from the end of a text and right above another one."""
    if not above.page == line.page == below.page:
        return False
    return above.is_finished and line.gap > 0 and not below.gap and below.kind == "long" and below.text[0].isupper()


def _is_placed(line: FeatureLine) -> bool:
    """Whether the source shows that the line stands in the body's column, which no word of it overrules."""
    return line.size > 0 or line.hint.is_exact


def _is_value_apart(body: Sequence[FeatureLine], index: int, missing: Collection[str]) -> bool:
    """Whether a labelled value that the head lacks stands by itself in the body: the date above a signature."""
    line, below = body[index], body[index + 1 : index + 2]
    if line.label is None or line.kind != "labelled" or line.label.name not in missing:
        return False
    return line.gap > 0 and all(other.gap > 0 for other in below)


def _is_wedged(between: Sequence[FeatureLine]) -> bool:
    """Whether these lines stand so close between two stretches of the margin that they belong to it."""
    return 0 < len(between) <= UNIT_LINES and all(not line.gap and may_head(line.text) for line in between)


def _is_lone_number(kept: Sequence[FeatureLine], run: Sequence[FeatureLine]) -> bool:
    """Whether a number cuts a sentence right above the margin: the count of its attachments, or the page's number."""
    line = kept[-1]
    return (
        line.text.isdecimal()
        and len(line.text) <= _COUNT_DIGITS
        and len(kept) > 1
        and line.page == run[0].page
        and kept[-2].text[-1].isalpha()
    )


def _is_lone_reference(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a reference stands by itself between blank lines: the value of a label that has none."""
    line = body[index]
    below = body[index + 1] if index + 1 < len(body) else None
    return line.gap > 0 and (below is None or below.gap > 0) and is_reference(line.text) and not line.text.isdigit()


# decides more: what a margin may begin and end with, a sign each
def _run_end(
    body: Sequence[FeatureLine], begin: int, known: dict[str, str], openings: str, missing: Collection[str]
) -> int:
    """Where the stretch of the margin ends that begins here; where it begins if there is none."""
    end, signs = begin, 0
    label: Label | None = None
    while end < len(body) and end - begin < _RUN_LINES:
        line = body[end]
        if len(line.text) > SHORT:
            if line.kind == "return" or _opens_address(body, end):
                signs, end, label = signs + 2, end + 1, None
                continue
            taken = _long_head_line(body, end, missing) if signs >= _ENOUGH else 0
            if not taken:
                break
            end += taken
            continue
        name = known.get(line.key)
        if not name and (wrapped := _wrapped(body, end, known, openings)):
            signs, end, label = signs + 2, end + wrapped, None
            continue
        if line.kind == "ministry" and (found := longest_name([x.text for x in body[end : end + 4]])):
            signs, end, label = signs + 2, end + found[1], None
            continue
        if line.kind == "label" and line.label is not None:
            if (
                signs < _SURE_RUN
                and not (signs and label is not None)
                and not _label_counts(body, end, line.label, known=name is not None)
                and not (signs >= _ENOUGH and (_cuts_sentence(body, end) or _closes_stretch(body, end)))
            ):
                break
            valued = _has_value(body, end, line.label) or _is_label(body, end + 1)
            signs += 2 if name and line.label.name in REPEATING else 1 if valued else 0
            label = line.label
        elif (weight := _weight(body, end, name, label, sure=signs >= _ENOUGH)) > 0:
            signs += weight
            goes_on = label is not None and (label.takes == "subject" or _is_second_reference(body, end + 1, label))
            label = label if goes_on else None
        elif signs >= _ENOUGH and (taken := _long_head_line(body, end, missing)):
            end += taken
            continue
        elif not (end > begin and line.gap <= 1 and _inside_notice(body, begin, end)):
            break
        end += 1
    return end if signs >= _ENOUGH else begin


def _goes_on_with_sentence(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a line in small letters is right below one that ends in the middle of a sentence."""
    line, above = body[index], body[index - 1] if index else None
    return above is not None and line.text[0].islower() and line.gap == 0 and is_left_open(above.text)


def _label_counts(body: Sequence[FeatureLine], index: int, label: Label, *, known: bool) -> bool:
    """Whether a label inside the body belongs to the margin: it repeats, has its value, or is one of two."""
    return (known and label.name in REPEATING) or _has_value(body, index, label) or _is_label(body, index + 1)


def _opens_address(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line is a Chamber's, and its address is below it."""
    if index + 1 >= len(body) or len(body[index + 1].text) > SHORT:
        return False
    return addresses_chamber(body[index].text) and body[index + 1].kind in ADDRESS


def _is_above_label(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line is a reference whose label was lost, by itself above the next label of the margin."""
    text = body[index].text
    below = body[index + 1] if index + 1 < len(body) else None
    return (
        below is not None
        and below.kind == "label"
        and below.label is not None
        and below.label.in_margin
        and body[index].gap > 0
        and not text.isdigit()
        and is_reference(text)
    )


def _closes_stretch(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether a label without a value is the last line of a stretch of the margin: close below it, then a blank."""
    return body[index].gap == 0 and index + 1 < len(body) and body[index + 1].gap > 0


def _cuts_sentence(body: Sequence[FeatureLine], index: int) -> bool:
    """Whether the line is no heading, since what is below it goes on with a sentence."""
    return index + 1 < len(body) and body[index + 1].text[0].islower()


def _is_label(body: Sequence[FeatureLine], index: int) -> bool:
    return index < len(body) and body[index].kind == "label"


def _has_value(body: Sequence[FeatureLine], index: int, label: Label) -> bool:
    if index + 1 >= len(body):
        return False
    below = body[index + 1]
    return accepts(label.takes, below.text) or (below.kind in STRONG and label.takes in ("address", "contact", "line"))


def _is_second_reference(body: Sequence[FeatureLine], index: int, label: Label) -> bool:
    """Whether a kenmerk goes on in this line, the next of its column; a body line has a word or a sum in it."""
    return (
        label.takes == "reference"
        and index < len(body)
        and body[index].gap == 0
        and is_reference(body[index].text)
        and not body[index].text.isdigit()
        and not any(c.islower() for c in body[index].text)
    )


# decides more: what a margin may begin and end with, a sign each
def _weight(body: Sequence[FeatureLine], index: int, name: str | None, label: Label | None, *, sure: bool) -> int:
    """How surely the line belongs to the margin."""
    line = body[index]
    if name:
        return 2 if len(line.text) >= SURE_FROM else 1
    if label is not None and (
        (is_value if sure else accepts)(label.takes, line.text) or _is_words(body[index - 1], line, label, sure=sure)
    ):
        return 1
    if line.kind in ("postbox", "identification", "notice", "return"):
        return 2
    if _opens_address(body, index) or _is_above_label(body, index):
        return 2
    if line.kind in STRONG or line.kind == "postcode" or (sure and opens_with(line.text, "mail_codes")):
        return 1
    if line.kind == "labelled" and index and line.gap == 0 and body[index - 1].text.isdecimal():
        return 0  # the number of a note above its text
    if line.kind == "labelled" and line.label is not None and not line.text[0].islower():
        return 2 if line.label.in_margin or line.label.takes == "date" else 0
    return int(line.kind == "street" and index + 1 < len(body) and _under_street(body[index + 1], sure=sure))


def _under_street(line: FeatureLine, *, sure: bool) -> bool:
    """Whether the line can stand below a street: a city, the code of a mail room, or what else the margin has."""
    if line.kind in ("postcode", "postbox") or opens_with(line.text, "mail_codes"):
        return True
    return sure and line.kind in (*STRONG, "labelled")


def _is_words(above: FeatureLine, line: FeatureLine, label: Label, *, sure: bool) -> bool:
    """Whether the line can be the words under a label like ``Contactpersoon`` or ``Onderdeel``."""
    near = line.gap == 0 or (sure and line.gap == 1 and label.takes != "subject")
    return label.takes in ("contact", "line", "subject") and near and line.page == above.page and line.kind == "short"


# decides more: what a margin may begin and end with, a sign each
def _long_head_line(body: Sequence[FeatureLine], index: int, missing: Collection[str]) -> int:
    """How many lines from here are subject or addressee of a head that came after the body of its page."""
    line = body[index]
    of_subject = line.kind == "labelled" and line.label is not None and line.label.takes == "subject"
    if of_subject and "subject" in missing:
        end = index + 1
        while (
            end < len(body)
            and body[end].gap == 0
            and len(body[end - 1].text) > _WRAPPED_FROM
            and body[end].kind in ("short", "long")
        ):
            end += 1
        return end - index
    if line.kind == "addressee" and "recipient" in missing:
        end = index + 1
        while (
            end < len(body)
            and end - index < _ADDRESSEE_LINES
            and body[end].kind in ("short", *ADDRESS)
            and body[end].gap == 0
        ):
            end += 1
            if body[end - 1].kind == "postcode":
                break
        return end - index
    return 0


def _wrapped(body: Sequence[FeatureLine], begin: int, known: dict[str, str], openings: str) -> int:
    """How many lines from here are one known line that was wrapped at another word.

    ``openings`` has all that is known, each behind a line end.
    """
    joined = body[begin].key
    if len(joined) < KNOWN_FROM or f"\n{joined}" not in openings:
        return 0
    for count, line in enumerate(body[begin + 1 : begin + 5], start=2):
        joined += line.key
        if joined in known:
            return count
        if line.gap:
            return 0
    return 0


def _inside_notice(body: Sequence[FeatureLine], begin: int, at: int) -> bool:
    """Whether the line goes on with a notice that began in the same stretch."""
    for index in range(at - 1, max(begin, at - 8) - 1, -1):
        unfinished = not body[index].text.endswith(".")
        if body[index + 1].gap and not unfinished:
            return False
        if opens_with(body[index].text, "notices"):
            return index == at - 1 or not body[at - 1].text.endswith(".")
        if body[index + 1].gap > 1:
            return False
    return False


# decides more: what a margin may begin and end with, a sign each
def _heads_a_margin(kept: Sequence[FeatureLine], run: Sequence[FeatureLine]) -> bool:
    """Whether the last line of the body is the name of a unit above the stretch of margin below it."""
    line, below = kept[-1], run[0]
    if not may_head(line.text) or line.page != below.page or below.gap > UNIT_GAP:
        return False
    if line.text[-1] in ",:" and (below.gap or not opens_with(line.text, "units")):
        return False
    if below.row - line.row > UNIT_GAP + 1:  # what stood between them was taken out
        return False
    if opens_with(line.text, "units"):
        return True  # the last line of a body is full, or finished
    if not any(other.kind in (*ADDRESS, "website") for other in run[:_ADDRESS_WITHIN]):
        return False
    if opens_with(line.text, "mail_codes"):
        return True
    if not line.gap and len(kept) > 1 and _heads_a_margin(kept[:-1], [line, *run[: _ADDRESS_WITHIN - 1]]):
        return True
    begin = len(kept) - 1
    while begin and not kept[begin].gap and len(kept) - begin < UNIT_LINES:
        begin -= 1
    block = kept[begin:]
    if not block[0].gap or any(len(other.text) > SHORT for other in block):
        return False
    return opens_with(block[0].text, "units") or line.bold or below.gap == 0
