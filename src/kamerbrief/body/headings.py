"""Which groups of lines are headings: by what each shows, and by what all of them show together.

A title that nothing marks is told by its neighbours alone and may be a short line of any kind. So the letter as a whole
is asked: the same opening word with ascending numbers is a series; numbered titles each have a text below them, which
items have not; a run of titles is looked through to its first text; and in a letter whose titles are styled a plain
line is none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kamerbrief.body.asking import HEADS, TITLES, TOLD, Role
from kamerbrief.body.group import SHORTEST_TEXT, stands_above_text
from kamerbrief.vocabulary.addresses import holds_web_address
from kamerbrief.vocabulary.headings import decimal_of, is_annex, is_number_alone, is_question, number_of, series_of
from kamerbrief.vocabulary.phrases import is_caption, names_table, tells_unit
from kamerbrief.vocabulary.sentences import first_word, is_finished, is_left_open, is_opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group
    from kamerbrief.lines.features import FeatureLine

_LONGEST_HEADING = 160
_LONGEST_LINE = 100
_HEADING_LINES = 2
_LONGEST_SENTENCE = 90
"""A styled line that ends as a sentence does and is longer is one; the longest such title of 113 letters has 88."""
_LONGEST_IN_SERIES = 320
_STYLED_FROM = 2
"""So many styled titles show that a letter styles its titles."""
_SERIES_FROM = 2
_OPENING = "‘“\"'«("
_FIRST_NUMBER = 2
"""A series of titles begins with 1, or with 2 where the first has no number."""
_ENDS_SHORT = 0.88
"""A last line that is no wider than this share of the widest ends its paragraph,"""
_PARAGRAPH_LINES = 3
"""which has so many lines at least."""
_BROKEN_FROM = 50
"""The first line of a title that wraps has so many characters; one in a narrow column may be a cell."""
_LONGEST_RUN = 8
"""So many titles may follow each other before their first text."""


def find_headings(groups: Sequence[Group], roles: Sequence[Role | None], *, annex: bool = False) -> set[int]:
    """Which of the groups of a body are headings, by their index.

    What the source states is not guessed, and what is of questions of Parliament is told by them.
    """
    told = {index for index, role in enumerate(roles) if role in TOLD or (annex and role in TITLES)}
    heads = {index for index in told if roles[index] in HEADS or roles[index] in TITLES}
    stated = {index for index, group in enumerate(groups) if group.stated is not None} - told
    return (_guessed(groups) - stated - told) | heads | {at for at in stated if groups[at].stated == "heading"}


def _guessed(groups: Sequence[Group]) -> set[int]:
    reading = _Reading(groups)
    found = set(filter(reading.is_marked, reading.open))
    found |= reading.numbered_titles(found) | reading.series()
    styled = sum(1 for index in found if reading.styled[index] and groups[index].marker is None)
    lone = {index for index in reading.open if index not in found and reading.is_lone(index, found)}
    found |= lone if styled < _STYLED_FROM else {index for index in lone if not groups[index].lines[0].size}
    return found | reading.further_titles(found)


def _is_of_paper(groups: Sequence[Group], index: int) -> bool:
    """Whether a group stands below the heading of a paper of the Kamer: an office of the committee, or its name."""
    above = groups[index - 1].lines if index else []
    return groups[index].lines[0].is_of_paper or (len(above) == 1 and above[0].awaits_name)


class _Reading:
    """What each group of a body shows of a heading."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.styled = [group.marker is None and _is_styled(group) for group in groups]
        self.whole = [group.text for group in groups]
        self.open = [index for index in range(len(groups)) if not _is_of_paper(groups, index)]
        sentences = [self._sentence_in(index) for index in range(len(groups))]
        self.quoting = {look for look in set(sentences) if look and sentences.count(look) >= _STYLED_FROM}
        """Styles that whole sentences have, such as questions that the letter repeats."""

    def is_marked(self, index: int) -> bool:
        """Whether a group is a heading by its style, its words or the source's own mark-up."""
        group, whole = self.groups[index], self.whole[index]
        if group.table:
            return False
        if group.lines[0].hint.level or (len(group.lines) == 1 and is_question(whole)):
            return True
        if index and is_question(self.whole[index - 1]):
            return False
        if len(whole) > _LONGEST_HEADING or index + 1 == len(self.groups) or is_caption(whole):
            return False
        if group.marker is not None:
            return self._is_ornamented(index)
        return self.styled[index] and self._may_be_title(index)

    def _may_be_title(self, index: int) -> bool:
        """Whether a styled group is a title: no clause, no sentence, nothing that stands above a table."""
        whole = self.whole[index]
        if whole.startswith("*"):
            return False  # a note of a table
        if self._heads_table(index) or (self.groups[index + 1].table and names_table(whole)):
            return False
        if whole.endswith((".", "?")) and (len(whole) >= _LONGEST_SENTENCE or self._look(index) in self.quoting):
            return False
        return not whole.endswith((",", ";"))

    def _heads_table(self, index: int) -> bool:
        """Whether a group tells the unit of the table below it."""
        whole = self.whole[index]
        return self.groups[index + 1].table and (whole.startswith("(") or tells_unit(whole))

    def _look(self, index: int) -> tuple[bool, bool, bool]:
        return _style(self.groups[index].lines[0])

    def _sentence_in(self, index: int) -> tuple[bool, bool, bool] | None:
        """The style of a group that is a sentence too long for a title."""
        whole = self.whole[index]
        is_sentence = self.styled[index] and whole.endswith((".", "?")) and len(whole) >= _LONGEST_SENTENCE
        return self._look(index) if is_sentence else None

    def numbered_titles(self, found: set[int]) -> set[int]:
        """The numbered titles: each by itself, or all of a series of which most have a text below them."""
        alone = {index for index in range(len(self.groups)) if index not in found and self._is_numbered_title(index)}
        series: set[int] = set()
        for run in self._numbered_runs():
            short = [index for index in run if self._is_short_title(index)]
            texted = [index for index in short if stands_above_text(self.groups, index)]
            if len(short) == len(run) >= _SERIES_FROM and len(texted) > len(run) / 2:
                series |= set(run)
        return alone | series

    def _is_numbered_title(self, index: int) -> bool:
        group, whole = self.groups[index], self.whole[index]
        if group.marker is None or index + 1 == len(self.groups) or len(whole) > _LONGEST_HEADING:
            return False
        if number_of(group.lines[0].text) is None or whole.endswith((";", ",", ".")):
            return False
        short = len(group.lines) == 1 and len(whole) <= _LONGEST_LINE
        styled = _is_styled(group)
        return (styled or short) and self.groups[index + 1].marker is None and not self._continues_list(index)

    def further_titles(self, found: set[int]) -> set[int]:
        """The numbered lines above a text whose number is the next one behind that of a title."""
        further: set[int] = set()
        last: dict[str, tuple[int, bool]] = {}
        for index, group in enumerate(self.groups):
            number = decimal_of(group.lines[0].text)
            if number is None or number.stop == ")" or group.table:
                continue
            before = last.get(number.outer)
            if before == (number.own - 1, True) and number.begins_title and len(group.lines) <= _HEADING_LINES:
                further.update([index] if self._is_short_title(index) and stands_above_text(self.groups, index) else ())
            last[number.outer] = number.own, index in found or index in further
        return further

    def _numbered_runs(self) -> list[list[int]]:
        """The items whose numbers follow each other, in whatever place, from the first number on."""
        runs: list[list[int]] = []
        last: dict[tuple[str, str], tuple[int, list[int]]] = {}
        for index, group in enumerate(self.groups):
            if group.marker is None or group.marker.firm or (order := group.marker.order) is None:
                continue
            key = group.marker.family, group.marker.shown.strip("0123456789abcdefghijklmnopqrstuvwxyzIVX")
            before = last.get(key)
            if before is not None and order == before[0] + 1:
                before[1].append(index)
                last[key] = order, before[1]
            elif order <= _FIRST_NUMBER:
                runs.append([index])
                last[key] = order, runs[-1]
        return runs

    def _is_short_title(self, index: int) -> bool:
        whole = self.whole[index]
        return len(whole) <= _LONGEST_LINE and not whole.endswith((";", ",", ".", ":", "?")) and not is_left_open(whole)

    def series(self) -> set[int]:
        """The groups that open with the same word and ascending numbers, each with something below it."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, group in enumerate(self.groups[:-1]):
            opens = series_of(group.lines[0].text) if group.marker is None and not group.table else None
            if opens is not None and len(self.whole[index]) <= _LONGEST_IN_SERIES and not is_caption(self.whole[index]):
                found.setdefault(opens[0], []).append((opens[1], index))
        return {
            index
            for members in found.values()
            if len(members) >= _SERIES_FROM and all(b[0] == a[0] + 1 and b[1] > a[1] + 1 for a, b in pairwise(members))
            for _, index in members
        }

    def is_lone(self, index: int, found: set[int]) -> bool:
        """Whether a short line that nothing marks is a heading: no sentence, between text that is finished and text."""
        group, whole = self.groups[index], self.whole[index]
        if group.marker is not None or group.table or len(whole) > _LONGEST_HEADING or _is_caption(whole):
            return False
        if index + 1 == len(self.groups) or (index and is_question(self.whole[index - 1])):
            return False
        if not self._reads_as_title(index) or self._heads_table(index):
            return False
        return self._is_set_as_title(index) and self._finished_above(index) and self._text_follows(index, found)

    def _is_set_as_title(self, index: int) -> bool:
        """Whether a title has one line, or two with room above them, or the first of which is full."""
        lines, below = _title_lines(self.groups[index]), self.groups[index + 1].lines
        if len(lines) == 1 or lines[0].gap != below[0].gap:
            return len(lines) == 1 or lines[0].gap > below[0].gap
        return lines[0].gap > 0 or _wraps(lines, below)

    def _reads_as_title(self, index: int) -> bool:
        """Whether the words can be a title: few, with a capital, no sentence and nothing that must go on."""
        lines, whole = _title_lines(self.groups[index]), self.whole[index]
        if len(lines) > _HEADING_LINES or (len(lines) == 1 and len(whole) > _LONGEST_LINE):
            return False
        if _is_sentence(whole, several_lines=len(lines) > 1) or _must_go_on(whole) or holds_web_address(whole):
            return False
        opens = whole[:1].isupper() or whole[:1].isdigit() or whole[:1] in _OPENING
        return opens and any(map(str.isalpha, whole)) and not _is_of_head(lines[0])

    def _is_ornamented(self, index: int) -> bool:
        """Whether a bullet adorns a heading: a title by itself, and below it a paragraph instead of more items."""
        group, below = self.groups[index], self.groups[index + 1]
        text, marker = group.lines[0].text, group.marker
        if marker is None or not marker.firm or len(group.lines) > 1 or not marker.end < len(text) <= _LONGEST_LINE:
            return False
        by_itself = (index == 0 or self.groups[index - 1].marker is None) and below.marker is None
        titled = text[marker.end].isupper() and text[-1].isalpha()
        return by_itself and titled and len(below.lines) > 1 and below.lines[0].text[0].isupper()

    def _finished_above(self, index: int) -> bool:
        """Whether the text above has come to an end: a sentence, an item or another short line."""
        if index == 0:
            return True
        above = self.groups[index - 1]
        last = above.lines[-1]
        if above.lines[0].is_of_paper:
            return True
        if last.text.endswith(","):
            return False  # an office above its name
        if last.is_finished or above.marker is not None or len(above.lines) == 1 or last.bold or above.table:
            return True
        if len(self.groups[index].lines) > 1 or ". " in self.whole[index] or not self._lacks_its_stop(index - 1):
            return False
        return stands_above_text(self.groups, index) or stands_above_text(self.groups, index + 1)

    def _lacks_its_stop(self, index: int) -> bool:
        """Whether a paragraph ends without a stop: its last line is shorter than the others."""
        lines = self.groups[index].lines
        ends_short = lines[-1].width < _ENDS_SHORT * max(line.width for line in lines)
        return len(lines) >= _PARAGRAPH_LINES and ends_short and not is_left_open(lines[-1].text)

    def _text_follows(self, index: int, found: set[int]) -> bool:
        """Whether a paragraph or list follows, perhaps after more titles."""
        for at in range(index + 1, min(index + 1 + _LONGEST_RUN, len(self.groups))):
            ahead = self.groups[at]
            if at in found or ahead.marker is not None or ahead.table:
                return True
            if len(self.whole[at]) > SHORTEST_TEXT or ahead.lines[-1].is_finished:
                return True
            if not self._reads_as_title(at):
                return False
        return False

    def _continues_list(self, index: int) -> bool:
        """Whether the item before is of the same list and stands right above."""
        if index == 0:
            return False
        marker, before = self.groups[index].marker, self.groups[index - 1].marker
        if marker is None or before is None or marker.family != before.family:
            return False
        return marker.order is None or before.order is None or marker.order > before.order


def _is_caption(text: str) -> bool:
    """Whether a line that nothing marks is the caption of a table or figure."""
    return is_caption(text) or names_table(text)


def _title_lines(group: Group) -> list[FeatureLine]:
    """The lines of a title without that of its number, which may have one of its own."""
    return group.lines[1:] if len(group.lines) > 1 and is_number_alone(group.lines[0].text) else group.lines


def _wraps(lines: Sequence[FeatureLine], below: Sequence[FeatureLine]) -> bool:
    """Whether a title goes on in its second line since the first is as wide as the paragraph below, and ends there."""
    first, last = lines[0], lines[-1]
    full = max(line.width for line in below)
    fills = first.width + len(last.first_word) >= _ENDS_SHORT * full and len(first.text) >= _BROKEN_FROM
    return len(below) > 1 and fills and last.width < _ENDS_SHORT * full and ". " not in f"{first.text} {last.text}"


def _is_styled(group: Group) -> bool:
    """Whether all lines of a group share a style."""
    first = group.lines[0]
    if not (first.bold or first.italic or first.underlined):
        return False
    return any(map(all, zip(*(_style(line) for line in group.lines), strict=True)))


def _style(line: FeatureLine) -> tuple[bool, bool, bool]:
    """Bold, italic, underlined; what is underlined because it has an address on the web, or is one, has no style."""
    if not holds_web_address(line.text) and "@" not in line.text:
        return line.bold, line.italic, line.underlined
    return (line.bold, line.italic, False) if " " in line.text else (False, False, False)


def _is_of_head(line: FeatureLine) -> bool:
    """Whether the line is a date or a label, which an extractor left in the body."""
    return line.kind == "date" or (line.kind == "label" and not is_annex(line.text))


def _is_sentence(text: str, *, several_lines: bool) -> bool:
    """Whether a text ends as a sentence does, or, over several lines, begins as one."""
    if several_lines and is_opener(first_word(text)):
        return True
    if text.endswith("?"):
        return several_lines
    return (is_finished(text) or text.endswith((",", ")"))) and not _bracketed(text)


def _must_go_on(text: str) -> bool:
    return is_left_open(text) or text.count("(") > text.count(")")


def _bracketed(text: str) -> bool:
    """Whether a title ends in brackets, and no sentence before them."""
    begin = text.rfind("(")
    return text.endswith(")") and begin > 0 and not is_finished(text[:begin].rstrip())
