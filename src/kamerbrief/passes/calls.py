"""Where notes are called: known labels, in ascending order, at the likeliest places."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.passes.notes import NO_CALL_AFTER, SUPERSCRIPTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.passes.blocks import RawBlock
    from kamerbrief.passes.notes import Note
    from kamerbrief.text import Text

_CANDIDATE = regex.compile(
    r"""
    (?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})
  | \s?\[(?P<bracket>\d{1,3})\]
  | (?<=(?<!\d)(?:19|20)\d\d)(?P<year>\d{1,2})(?!\d)
  | (?<=[.,;:!?)\]”’»"…%][)”’»"]?)(?P<stop>\d{1,3})\)?(?![\d\p{L}%]|[.,]\d)
  | (?<=\p{L})(?P<glued>\d{1,3})\)?(?![\d\p{L}%]|[.,]\d)
  | (?<=\S)\s(?P<spaced>\d{1,3})\)?(?=[.,;:)!?](?!\d)|\s|\Z)
  | (?<=[\p{L}.,;:)”’»])\s?(?P<star>\*{1,3})(?![\w*])
    """,
    regex.VERBOSE,
)
_WORTH = {"super": 4.0, "raised": 4.0, "bracket": 4.0, "stop": 3.0, "glued": 3.0, "year": 2.0, "star": 2.5, "spaced": 1.0}
_FRIENDS = regex.compile(
    r"(?:\b(?:CO|NO|PM|SO|NH|CH|N|O|H|m|km|cm|dm|hm|mm|ha|Q|A|B|C|D|E|F|G|K|L|M|P|R|S|T|V|W|Z|nr|art|artikel|KRW|Box|box)|[A-Z]{2,}-?)\Z"
)
"""Before a digit these are no word that calls a note: ``CO2``, ``m2``, ``Q4``."""
_SAME_PAGE = 1.0


@dataclasses.dataclass(frozen=True, slots=True)
class RawCall:
    """A call in a block, before its mark is taken out."""

    label: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Candidate:
    label: str
    block: int
    start: int
    end: int
    worth: float


@dataclasses.dataclass(frozen=True, slots=True)
class _Path:
    """The best way to place all labels so far, ending at a place in the text."""

    place: tuple[int, int]
    worth: float
    last: _Candidate | None
    before: _Path | None


def find_calls(blocks: Sequence[RawBlock], notes: Sequence[Note]) -> list[list[RawCall]]:
    """Per block the calls of the notes.

    Afterwards the calls of numbered notes ascend through the letter, and each label is called at most once.
    """
    pages = {note.label: note.lines[0].page for note in notes}
    found = _candidates(blocks, pages)
    labels = sorted({note.label for note in notes}, key=lambda label: (not label.isdigit(), int(label) if label.isdigit() else 0, label))
    calls: list[list[RawCall]] = [[] for _ in blocks]
    for chosen in _best_path([label for label in labels if label.isdigit()], found):
        calls[chosen.block].append(RawCall(chosen.label, chosen.start, chosen.end))
    for label in labels:
        if not label.isdigit() and found.get(label):
            star = found[label][0]
            calls[star.block].append(RawCall(label, star.start, star.end))
    for row in calls:
        row.sort(key=lambda call: call.start)
    return calls


def _candidates(blocks: Sequence[RawBlock], pages: dict[str, int]) -> dict[str, list[_Candidate]]:
    """Per label the places that may call it, in the order of the text."""
    found: dict[str, list[_Candidate]] = {label: [] for label in pages}
    for index, block in enumerate(blocks):
        text = block.text
        raised = {begin: end for begin, end in text.raised}
        for begin, end in raised.items():
            for match in regex.finditer(r"\d{1,3}|\*{1,3}", text.string[begin:end]):
                label = match.group()
                if label in found:
                    found[label].append(_Candidate(label, index, begin + match.start(), begin + match.end(), _WORTH["raised"]))
        for match in _CANDIDATE.finditer(text.string):
            kind = match.lastgroup or ""
            label = match[kind].translate(SUPERSCRIPTS)
            if label not in found or match.start(kind) in raised:
                continue
            worth = _worth(text.string, match, kind)
            if worth > 0:
                start = match.start()
                bonus = _SAME_PAGE if _on_page(block, text, start, pages[label]) else 0.0
                found[label].append(_Candidate(label, index, start, match.end(), worth + bonus))
    for places in found.values():
        places.sort(key=lambda candidate: (candidate.block, candidate.start))
    return found


def _worth(string: str, match: regex.Match[str], kind: str) -> float:
    """How likely the digits call a note; 0 where they cannot."""
    worth = _WORTH[kind]
    before = string[max(match.start() - 24, 0) : match.start()]
    after = string[match.end() : match.end() + 1]
    if kind in ("glued", "stop") and string[match.start() : match.end()].endswith(")") and "(" in before.rsplit(" ", 1)[-1]:
        worth -= 1.5
    if kind == "glued" and _FRIENDS.search(before):
        return 0.4
    if kind == "stop" and before[-1:] in ".," and before[-2:-1].isdigit():
        return 0.0 if not after.isspace() and after else 0.5
    if kind == "stop" and before[-1:] == "." and NO_CALL_AFTER.search(before):
        return 0.3
    if kind == "spaced":
        if before[-1:] in ".,;:!?)”’»":
            return 2.0
        if NO_CALL_AFTER.search(before) or before[-1:].isdigit() and not regex.search(r"(?<!\d)(?:19|20)\d\d\Z", before):
            return 0.2
        return 1.4 if after in "" or after in ".,;:)!?" else worth
    return worth


def _on_page(block: RawBlock, text: Text, position: int, page: int) -> bool:
    """Whether this place of the block stands on the page."""
    first, last = block.lines[0].page, block.lines[-1].page
    if first == last:
        return first == page
    offset = text.source(position)
    return any(line.page == page and line.start <= offset <= line.end for line in block.lines)


def _best_path(labels: Sequence[str], found: dict[str, list[_Candidate]]) -> list[_Candidate]:
    """The ascending places that are worth most together; a label without a good place has none."""
    front = [_Path((-1, -1), 0.0, None, None)]
    for label in labels:
        added: list[_Path] = []
        at = 0
        for candidate in found[label]:
            place = candidate.block, candidate.start
            while at + 1 < len(front) and front[at + 1].place < place:
                at += 1
            best = front[at]
            if best.place < place:
                added.append(_Path((candidate.block, candidate.end - 1), best.worth + candidate.worth, candidate, best))
        front = _undominated(sorted([*front, *added], key=lambda path: (path.place, -path.worth)))
    chosen: list[_Candidate] = []
    path: _Path | None = max(front, key=lambda path: path.worth)
    while path is not None:
        if path.last is not None:
            chosen.append(path.last)
        path = path.before
    return chosen[::-1]


def _undominated(paths: Sequence[_Path]) -> list[_Path]:
    """The paths that are worth more than every one that ends earlier."""
    kept: list[_Path] = []
    for path in paths:
        if not kept or path.worth > kept[-1].worth:
            kept.append(path)
    return kept[-400:]
