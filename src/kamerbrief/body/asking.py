"""What each group of a body is of questions and answers: the border between the two, where no head tells it.

Decided over the whole letter: questions are set otherwise than answers in all of them or in none.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Literal, NamedTuple

from kamerbrief.lines.series import ASKS
from kamerbrief.vocabulary.questionsets import asking_party, is_explanation, is_number_above, is_set_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.body.group import Group

Role = Literal[
    "paper",
    "title",
    "introduction",
    "party",
    "question head",
    "answer head",
    "question",
    "answer",
    "source",
    "explanation",
]
HEADS: frozenset[Role | None] = frozenset({"question head", "answer head"})
"""Roles that are headings."""
TITLES: frozenset[Role | None] = frozenset({"paper", "title", "party"})
"""Roles that are headings of an annex; in the letter itself they look like headings or are none."""
TOLD: frozenset[Role | None] = HEADS | {"introduction", "question", "source", "explanation"}
"""Roles that tell whether a group is a heading; an answer may have headings of its own."""
_Turn = Literal["question", "answer"] | None
_MOSTLY = 0.5
_TITLE_REACH = 14
"""So many groups at most stand between the title of a set and its first question."""
_LONGEST_MARK = 8
"""What stands behind a question mark that ends a paragraph: a quote, the mark of a note."""
_MISSET = 2
"""A question set as questions are shows that in its first groups; the first line may be merged with other print."""
_INTRODUCTION = 4
"""A question is introduced by so many paragraphs at most."""


class _Region(NamedTuple):
    """The groups below the head of a question or answer."""

    head: int
    end: int
    kind: str
    following: str
    """The kind of the next head."""

    @property
    def begin(self) -> int:
        return self.head + 1

    @property
    def is_mixed(self) -> bool:
        """Whether an answer without a head may stand below the question."""
        return self.kind == "question" and self.following != "answer"


def with_whole_titles(groups: Sequence[Group]) -> list[Group]:
    """The groups, with the title of a set joined to the number of the Kamer and the date that stand above it."""
    found: list[Group] = []
    if all(group.head is None for group in groups):
        return list(groups)
    for group in groups:
        if group.head is None and group.marker is None and is_set_sentence(group.text):
            while found and is_number_above(found[-1].text) and found[-1].head is None:
                group = dataclasses.replace(group, lines=[*found.pop().lines, *group.lines])
        elif found and _goes_on_in(found[-1], group):
            title = found.pop()
            group = dataclasses.replace(title, lines=[*title.lines, *group.lines])
        found.append(group)
    return found


def _goes_on_in(title: Group, group: Group) -> bool:
    """Whether a title that a change of type cuts goes on: it ends no sentence and stands right above."""
    last, first = title.lines[-1], group.lines[0]
    cut = last.bold != first.bold and not last.is_finished and not first.gap and group.head is None
    return cut and title.head is None and is_set_sentence(title.text)


def roles_of(groups: Sequence[Group]) -> list[Role | None]:
    """The role of each group; None for what is no part of questions and answers."""
    roles: list[Role | None] = ["paper" if group.number is not None else None for group in groups]
    heads = [at for at, group in enumerate(groups) if group.head is not None]
    if not heads:
        return roles
    regions = [
        _Region(at, _end(groups, at, after), _kind(groups, at), _kind(groups, after))
        for at, after in itertools.pairwise([*heads, len(groups)])
    ]
    turned = _turned(groups, [region for region in regions if region.is_mixed])
    for region in regions:
        roles[region.head] = "question head" if region.kind == "question" else "answer head"
        border = _border(groups, region, turned)
        roles[region.begin : border] = ["question"] * (border - region.begin)
        roles[border : region.end] = ["answer"] * (region.end - border)
    _name_titles(groups, roles, heads)
    _name_notes(groups, roles, regions)
    return roles


def _kind(groups: Sequence[Group], at: int) -> str:
    head = groups[at].head if at < len(groups) else None
    return head.kind if head is not None else ""


def _end(groups: Sequence[Group], head: int, after: int) -> int:
    """Where the text below a head ends: at the next head, or at titles and parties above that."""
    for at in range(head + 1, after):
        group = groups[at]
        if group.source is not None or is_explanation(group.lines[0].text):
            return at
        if at > head + 1 and _is_title(group):
            return at - (at > head + 2 and _is_topic(groups[at - 1]))
    end = after
    while after < len(groups) and end - 1 > head + 1 and _is_styled_line(groups[end - 1]):
        end -= 1
    return end


def _is_title(group: Group) -> bool:
    text = _sentence(group)
    return is_set_sentence(text) or asking_party(text) is not None


def _is_topic(group: Group) -> bool:
    """Whether a group is one line that is no sentence, as a topic above the party that asks is."""
    return len(group.lines) == 1 and group.marker is None and not group.table and not group.lines[0].is_finished


def _is_styled_line(group: Group) -> bool:
    """Whether a group is a title of the questions below it: one line of another type."""
    text = group.lines[-1].text
    return len(group.lines) == 1 and group.lines[0].bold and text[-1:] not in ".?!:;" and not group.table


def _sentence(group: Group) -> str:
    """The text of a group without the number and date above it."""
    return " ".join(line.text for line in itertools.dropwhile(lambda line: is_number_above(line.text), group.lines))


def _turned(groups: Sequence[Group], regions: Sequence[_Region]) -> _Turn:
    """Which of questions and answers are set in bold or italic, over all of them: the one or the other, or neither."""
    styles = [[_is_styled(group) for group in groups[region.begin : region.end]] for region in regions]
    changing = [style for style in styles if 0 < sum(style) < len(style)]
    asked = sum(style[0] for style in changing)
    least = max(_MOSTLY * sum(len(style) > 1 for style in styles), 1)
    if asked >= least:
        return "question"
    return "answer" if len(changing) - asked >= least else None


def _is_styled(group: Group) -> bool:
    """Whether most of a group is bold or italic."""
    length = sum(len(line.text) for line in group.lines)
    return sum(len(line.text) for line in group.lines if line.bold or line.italic) > _MOSTLY * length


def _border(groups: Sequence[Group], region: _Region, turned: _Turn) -> int:
    """Where the answer begins; the end if there is none."""
    if not region.is_mixed:
        return region.begin if region.kind == "answer" else region.end
    if turned is not None:
        styled = [_is_styled(group) == (turned == "question") for group in groups[region.begin : region.end]]
        if True in styled[:_MISSET]:
            first = styled.index(True)
            return next((region.begin + at for at in range(first, len(styled)) if not styled[at]), region.end)
    last = next(
        (at for at in range(region.begin, min(region.end, region.begin + _INTRODUCTION)) if _asks(groups[at])),
        region.begin,
    )
    while last + 1 < region.end and _asks(groups[last + 1]):
        last += 1
    return min(last + 1, region.end)


def _asks(group: Group) -> bool:
    """Whether a group ends in a question mark; the marks of notes may stand behind it."""
    text = group.lines[-1].text
    found = ASKS.search(text, max(text.rfind("?"), 0))
    return found is not None and len(text) - found.end() <= _LONGEST_MARK


def _name_titles(groups: Sequence[Group], roles: list[Role | None], heads: Sequence[int]) -> None:
    """Name the titles of sets, the parties above questions, and the plain lines between a title and its questions."""
    for head in heads:
        between: list[int] = []
        for at in range(head - 1, max(head - _TITLE_REACH, -1), -1):
            if roles[at] is not None:
                break
            if is_set_sentence(_sentence(groups[at])) and groups[at].marker is None:
                roles[at] = "title"
                _name_introduction(groups, roles, between)
                break
            if asking_party(groups[at].text) is not None:
                roles[at] = "party"
            else:
                between.append(at)


def _name_introduction(groups: Sequence[Group], roles: list[Role | None], between: Sequence[int]) -> None:
    """Name what stands between a title and its questions; what is set otherwise, or above a party, is a heading."""
    for at in between:
        if not _is_styled(groups[at]) and roles[at + 1] != "party":
            roles[at] = "introduction"


def _name_notes(groups: Sequence[Group], roles: list[Role | None], regions: Sequence[_Region]) -> None:
    """Name the questioners' own notes and explanation behind the last answer."""
    for at, group in enumerate(groups):
        if group.source is not None:
            roles[at] = "source"
    for region in regions:
        at = region.end
        while at < len(groups) and groups[at].source is not None:
            at += 1
        if at < len(groups) and is_explanation(groups[at].lines[0].text):
            while at < len(groups) and groups[at].head is None and groups[at].source is None and roles[at] is None:
                roles[at] = "explanation"
                at += 1
