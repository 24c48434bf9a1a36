"""What stands on a page and is no part of the letter: page numbers, rules, the frame of a web page."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.line import NO_HINT
from kamerbrief.vocabulary.furniture import furniture_kind, is_address_of_page, is_printed_at, without_page_number
from kamerbrief.vocabulary.phrases import is_one_of, opens_with
from kamerbrief.vocabulary.sessions import opens_with_session

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger
    from kamerbrief.model.letter import FurnitureKind

_HEADING_LINES = 80
"""The heading of a published paper, which names the session, has no more lines with what stands above it."""
_SHORT = 80
_CENTRED = 20
_NUMBERED_FROM = 2
_NUMBER_OF_PAGE = regex.compile(r"(?P<number>\d{1,4})(?:/(?P<pages>\d{1,4}))?\Z")
_NUMBER = regex.compile(r"\d++")
_FIELD_ERROR_LINES = 6
_SHORTEST_RUNNING, _RUNNING_FROM = 12, 3
_LINES_FROM = 2
_PAGE_LINES = 20
"""A page has at least so many lines."""
_CHROME_LINES = 40
_FENCE, _FRONT_LINES = "---", 30
_NOTED = regex.compile(r"[\w-]{1,30}:(?:\s|\Z)|- ")
_PAGE = regex.compile(r"\d{1,3}\Z")
_NEAR_STAMP = 3
"""Title and address of a page stand so near to the time at which a browser printed it."""
_CHROME_WIDTH = 70


def take_furniture(ledger: Ledger) -> None:
    """Take the lines that are furniture by their own words or by their place on several pages."""
    lines = [line for line in ledger.rest() if _is_open(line)]
    published = any(opens_with_session(line.text) for line in lines[:_HEADING_LINES])
    worded = {line.start: kind for line in lines if (kind := _by_words(line, published=published))}
    numbers = set() if _numbers_pages(worded.values()) else _bare_page_numbers(lines)
    numbers |= _numbers_below_feet(lines, worded)
    hidden = _field_errors(lines).union(line.start for line in lines if line.hidden)
    kinds: dict[int, FurnitureKind] = dict.fromkeys((line.start for line in lines[_chrome_from(lines) :]), "chrome")
    kinds |= dict.fromkeys(_front_matter(lines) | _printed_by_browser(lines), "chrome")
    kinds |= dict.fromkeys(_running_lines(lines, numbers.union(worded)), "running_foot")
    kinds |= worded | dict.fromkeys(hidden, "hidden") | dict.fromkeys(numbers, "page_number")
    for line in lines:
        if line.start in kinds:
            ledger.take(kinds[line.start], [line])


def _is_open(line: FeatureLine) -> bool:
    """Whether no format states that the line is a block of the letter."""
    return line.hint is NO_HINT or line.hidden or not line.hint.is_exact


def _numbers_pages(kinds: Iterable[FurnitureKind]) -> bool:
    """Whether pages are numbered in words, so that a bare number is the label of a note."""
    return sum(kind == "page_number" for kind in kinds) >= _NUMBERED_FROM


def _by_words(line: FeatureLine, *, published: bool) -> FurnitureKind | None:
    """What kind of furniture a line is by its words."""
    if len(line.text) > _SHORT:
        return None
    kind = furniture_kind(line.text, heading=line.hint.level > 0)
    if not published and _is_foot_of_paper(line, kind):
        return None  # in a letter that is not published, a line of a note that cites a paper
    return kind


def _front_matter(lines: Sequence[FeatureLine]) -> set[int]:
    """Where the lines stand of what a program notes about a text above it, between two rules: ``title: Sloten``."""
    if not lines or lines[0].text != _FENCE:
        return set()
    for end, line in enumerate(lines[1 : _FRONT_LINES + 1], start=1):
        if line.text == _FENCE:
            return {noted.start for noted in lines[: end + 1]}
        if not _NOTED.match(line.text):
            break
    return set()


def _printed_by_browser(lines: Sequence[FeatureLine]) -> set[int]:
    """Where the lines stand that a browser adds to each page of its print: time, title, address, number of the page."""
    stamps = [index for index, line in enumerate(lines) if is_printed_at(line.text)]
    if not stamps:
        return set()
    near = {
        at for index in stamps for at in range(max(index - _NEAR_STAMP, 0), min(index + _NEAR_STAMP + 1, len(lines)))
    }
    said = Counter(lines[at].key for at in near)
    rows = {(lines[index].page, lines[index].row) for index in stamps}
    return {
        lines[at].start
        for at in near
        if is_printed_at(lines[at].text)
        or is_address_of_page(lines[at].text)
        or (lines[at].page, lines[at].row) in rows
        or said[lines[at].key] >= max(len(stamps), _LINES_FROM)
    }


def _field_errors(lines: Sequence[FeatureLine]) -> set[int]:
    """Where the lines stand of messages for fields that Word could not fill, wrapped or not."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if opens_with(line.text, "error_words"):
            found.update(other.start for other in lines[index : _field_error_end(lines, index)])
    return found


def _field_error_end(lines: Sequence[FeatureLine], begin: int) -> int:
    """Where the message for an empty field of Word ends that begins here, wrapped or not; ``begin`` if none does."""
    text = ""
    for index, line in enumerate(lines[begin : begin + _FIELD_ERROR_LINES], start=begin + 1):
        text += line.text
        if is_one_of(text, "field_errors"):
            return index
    return begin


def _chrome_from(lines: Sequence[FeatureLine]) -> int:
    """Where the frame of a web page begins that goes on to the end of the text."""
    begin = len(lines)
    for index in range(len(lines) - 1, max(len(lines) - _CHROME_LINES, -1), -1):
        if len(lines[index].text) > _CHROME_WIDTH:
            break
        if is_one_of(lines[index].text, "chrome"):
            begin = index
    return begin


def _bare_page_numbers(lines: Sequence[FeatureLine]) -> set[int]:
    """Where page numbers stand that are bare digits: each page has its own, centred or by itself.

    ``1/6`` may also count the pages of an annex.
    """
    last = lines[-1].page if lines else 0
    if last == 1:
        return _numbers_between_blanks(lines)
    series: dict[tuple[int, int], set[int]] = {}
    for index, line in enumerate(lines):
        match = _NUMBER_OF_PAGE.match(line.text) if line.text[:1].isdecimal() else None
        if match is None or line.margin or not _stands_alone(lines, index):
            continue
        before = line.page - int(match["number"])
        if before == 0 or match["pages"]:
            series.setdefault((before, int(match["pages"] or last)), set()).add(line.start)
    whole = [found for (_, pages), found in series.items() if len(found) >= max(pages - 1, _NUMBERED_FROM)]
    return set().union(*whole)


def _numbers_between_blanks(lines: Sequence[FeatureLine]) -> set[int]:
    """Where the numbers of pages stand in a text that does not show its pages: ascending, a page of lines apart."""
    found: list[FeatureLine] = []
    for index, line in enumerate(lines):
        if not line.text.isdecimal() or not _stands_alone(lines, index):
            continue
        follows = found and int(line.text) == int(found[-1].text) + 1 and _is_page_below(found[-1], line)
        if follows or (not found and line.text in ("1", "2")):
            found.append(line)
    return {line.start for line in found} if len(found) >= _NUMBERED_FROM else set()


def _is_foot_of_paper(line: FeatureLine, kind: FurnitureKind | None) -> bool:
    """Whether a running foot names a Chamber, and is no colophon."""
    return kind == "running_foot" and line.text[0] in "TE"


def _numbers_below_feet(lines: Sequence[FeatureLine], worded: dict[int, FurnitureKind]) -> set[int]:
    """Where the numbers of pages stand right below the running foot of a paper: ``Tweede Kamer, vergaderjaar ...``."""
    return {
        line.start
        for above, line in itertools.pairwise(lines)
        if _is_foot_of_paper(above, worded.get(above.start)) and above.page == line.page and _PAGE.match(line.text)
    }


def _is_page_below(number: FeatureLine, line: FeatureLine) -> bool:
    """Whether a line stands a page further; text may not show where its pages end."""
    return line.page > number.page if line.size else line.row - number.row >= _PAGE_LINES


def _stands_alone(lines: Sequence[FeatureLine], index: int) -> bool:
    """Whether a line stands where page numbers do: in the middle, first or last on its page, or between blank lines."""
    line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if index == 0 or lines[index - 1].page != line.page:
        return True
    if below is None or below.page != line.page or line.column >= _CENTRED:
        return True
    return line.gap > 0 and below.gap > 0


def _running_lines(lines: Sequence[FeatureLine], taken: Collection[int]) -> set[int]:
    """Where the running heads and feet stand: the first or last line of several pages, alike but for the page's number.

    Where no print is shown, the first line of page 1 may be of its margin, and the last of any page of a note
    unless it stands apart and below no label.
    """
    edges: dict[tuple[str, int | None], dict[int, int]] = {}
    body = [line for line in lines if not (line.margin or line.hidden or line.start in taken)]
    for page, of_page in itertools.groupby(body, key=lambda line: line.page):
        for line in _outer(list(of_page), first=page == lines[0].page):
            text = without_page_number(line.text)
            if len(text) >= _SHORTEST_RUNNING and line.label is None:
                number = _NUMBER.search(line.text, len(text))
                before = page - int(number[0]) if number else None
                edges.setdefault((text, before), {})[page] = line.start
    return {start for pages in edges.values() if len(pages) >= _RUNNING_FROM for start in pages.values()}


def _outer(body: Sequence[FeatureLine], *, first: bool) -> list[FeatureLine]:
    """The lines of a page that may be its running head and foot."""
    if len(body) < _LINES_FROM or (first and not body[0].size):
        return []
    last = body[-1]
    foot = last.size or (last.gap and not body[-2].text.isdecimal()) or without_page_number(last.text) != last.text
    rows = {body[0].row, body[-1].row} if foot else {body[0].row}
    return [line for line in body if line.row in rows]
