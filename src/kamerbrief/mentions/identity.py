"""Which paper, case or number a mention means: from its sentence, the one note called there, or an earlier mention."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.vocabulary.mentions import PROMISE_NUMBER, promise_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.mentions.found import Found, Kind
    from kamerbrief.mentions.sentences import Piece, Pieces
    from kamerbrief.model.references import Certainty, House, Reference

_KINDS: dict[Kind, tuple[str, ...]] = {
    "motie": ("kamerstuk", "zaak"),
    "toezegging": ("toezegging", "kamerstuk"),
    "debat": ("kamerstuk",),
    "verzoek": ("zaak", "document", "kamerstuk"),
}
"""What may identify a mention, the first the best."""
_OF_WHAT = ("article", "eu_act")
"""What is cited between a mention and its paper, and tells what it is about."""
_RIVAL = re.compile(
    r"\b(?:\w*brief|\w*brieven|rapport\w*|advies|adviezen|amendement\w*|antwoord\w*|nota|notitie|\w*rapportage|verslag|wetsvoorstel|wet|besluit"
    r"|geïnformeerd|gemeld|aangeboden|gestuurd|toegezonden|moties?|toezegging\w*|debat|\w*overleg|verzoek)\b",
    re.IGNORECASE,
)
"""Between a mention and a paper or note: what these may belong to instead."""
_ANSWERED = re.compile(
    r"\b(?:reactie|antwoord|beantwoording|brief)\b[^,.;:]{0,60}\Z|\b(?:reactie|antwoord)\ op\b[^.;:]{0,90}\Z"
)
_WORDS_AROUND = 90
"""A note of so many letters besides what it cites is no bare citation."""
_FARTHEST = 140
_NUMBER = re.compile(rf"\b{PROMISE_NUMBER}")
_NUMBER_BEHIND = re.compile(rf"[ ,(]{{1,3}}(?:toezegging )?(?:{_NUMBER.pattern})")
_OWN_WORDS = re.compile(r"[ ,]+(?:over|inzake|die|dat|waarin|waarmee|betreffende|om|met betrekking|ten aanzien)\b")


class Identified(NamedTuple):
    """The id of a mention, and how it is known."""

    id: str | None
    certainty: Certainty
    chamber: House | None = None


_UNKNOWN = Identified(None, "partial")


class Identities:
    """Finds the ids of mentions, in their order, and remembers them."""

    def __init__(self, view: str, cited: Sequence[Reference], pieces: Pieces) -> None:
        self._view = view
        self.all_cited = cited
        self._starts = [one.span.start for one in self.all_cited]
        self._pieces = pieces
        self._known: dict[tuple[tuple[str, ...], bool], set[str]] = {}

    def cited(self, start: int, end: int) -> Sequence[Reference]:
        """What is cited between two places."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.all_cited[first:last]

    def of(self, one: Found, group: Sequence[Found]) -> Identified:
        """The id of a mention.

        Args:
            one: The mention.
            group: The mentions of its kind in its sentence, in order.
        """
        if one.kind not in _KINDS:
            return Identified(None, "exact")
        told = Identified(one.ids[0], "derived") if one.ids else None
        found = told or self._numbered(one) or self._beside(one, group) or self._noted(one, group)
        movers = tuple(name.casefold() for name in one.parts.get("movers", ()))
        key = (movers, bool(one.parts.get("cosigned")))
        if found is None:
            found = self._earlier(one, movers, cosigned=key[1])
        elif found.id and one.kind == "motie" and one.parts["movers"]:
            self._known.setdefault(key, set()).add(found.id)
        return found or _UNKNOWN

    def _numbered(self, one: Found) -> Identified | None:
        """The number of a promise, put right where its hyphen stands elsewhere."""
        if one.kind != "toezegging":
            return None
        numbers = {promise_id(match): match[0] for match in _NUMBER.finditer(self._view, one.start, one.reach + 2)}
        if not numbers:
            behind = _NUMBER_BEHIND.match(self._view, one.end)
            match = _NUMBER.search(self._view, behind.start(), behind.end()) if behind else None
            numbers = {promise_id(match): match[0]} if match else {}
        if len(numbers) != 1:
            return None
        ((number, shown),) = numbers.items()
        return Identified(number, "exact" if number == shown else "derived")

    # decides more: what may stand between a mention and its paper
    def _beside(self, one: Found, group: Sequence[Found]) -> Identified | None:
        """What is cited within the words of a mention, or right behind them."""
        within = self._fitting(one, self.cited(one.start, max(one.reach, one.start)))
        if within and one.kind in ("debat", "verzoek") and _ANSWERED.search(self._view, one.sentence.start, one.start):
            return None  # the paper may be the answer
        if within:
            return within[0] if len({found.id for found in within}) == 1 else self._shared(one, group)
        near = self.cited(one.reach, min(one.sentence.end, one.reach + _FARTHEST))
        behind = [cited for cited in near if cited.kind not in _OF_WHAT]
        fitting = self._fitting(one, behind)
        if not fitting or one.kind in ("debat", "toezegging"):
            return self._shared(one, group) if one.is_plural else None
        first = behind[0].span.start
        gap = self._view[one.reach : first]
        if (
            _RIVAL.search(gap)
            or behind[0].kind not in _KINDS[one.kind]
            or any(one.reach <= other.start < first for other in group)
        ):
            return self._shared(one, group) if one.is_plural else None
        return fitting[0] if len({found.id for found in fitting}) == 1 else None

    def _shared(self, one: Found, group: Sequence[Found]) -> Identified | None:
        """Of several motions with as many papers behind them: each its own, in order."""
        several = [other for other in group if other.is_plural]
        if len(several) < 2 or one not in several:  # noqa: PLR2004 - one is no group
            return None
        last = several[-1]
        papers = self._fitting(one, self.cited(last.start, last.reach))
        return papers[several.index(one)] if len(papers) == len(several) else None

    def _fitting(self, one: Found, cited: Sequence[Reference]) -> list[Identified]:
        for kind in _KINDS[one.kind]:
            found = [
                Identified(paper.id, "exact", getattr(paper, "chamber", None))
                for paper in cited
                if paper.kind == kind and paper.id
            ]
            if found:
                return found
        return []

    def _noted(self, one: Found, group: Sequence[Found]) -> Identified | None:
        """What the one note cites that is called at a mention, or behind it where nothing else may call it."""
        note, far = self._called(one, group)
        if note is None:
            return None
        shown = self._view[note.start : note.end]
        says = one.kind in shown.casefold()
        if one.kind == "toezegging":
            numbers = {promise_id(match) for match in _NUMBER.finditer(shown)}
            if len(numbers) == 1:
                return Identified(numbers.pop(), "derived")
            if far and not says:
                return None
        cited = self.cited(note.start, note.end)
        if not says and len(shown) - sum(len(paper.raw) for paper in cited) > _WORDS_AROUND:
            return None
        found = self._fitting(one, cited)
        return found[0]._replace(certainty="derived") if len({each.id for each in found}) == 1 else None

    # decides more: which calls may be those of a mention
    def _called(self, one: Found, group: Sequence[Found]) -> tuple[Piece | None, bool]:
        """The one note that is called at a mention, and whether it is called further behind."""
        last = max(one.reach, one.end) if one.kind == "toezegging" else one.reach
        calls = [call for call in one.sentence.piece.calls if one.start < call[0] <= one.sentence.end + 1]
        near = [call for call in calls if call[0] <= last + 2]
        far = not near
        if far and calls and one.kind in ("motie", "toezegging"):
            gap = self._view[last : calls[0][0]]
            rivals = _RIVAL.search(gap) or any(last <= other.start < calls[0][0] for other in group)
            near = [] if rivals else calls[:1]
        labels = {label for _, label in near}
        notes = [piece for label in labels for piece in self._pieces.notes(label)]
        return (notes[0] if len(labels) == len(notes) == 1 else None), far

    def _earlier(self, one: Found, movers: tuple[str, ...], *, cosigned: bool) -> Identified | None:
        """The id of an earlier motion of the same movers, where there is one only and no other motion is described.

        That others signed it too is often said only once.
        """
        if one.kind != "motie" or not movers or _OWN_WORDS.match(self._view, one.end):
            return None
        known = self._known.get((movers, True), set())
        if not cosigned:
            known = known | self._known.get((movers, False), set())
        return Identified(next(iter(known)), "derived") if len(known) == 1 else None
