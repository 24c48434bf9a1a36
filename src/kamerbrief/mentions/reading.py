"""One scan over a text: sentences that may hold a mention are read by the grammars of their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.mentions.announcements import read_announcements
from kamerbrief.mentions.commitments import read_commitments
from kamerbrief.mentions.deadlines import NAMES_TIME
from kamerbrief.mentions.debates import read_debates
from kamerbrief.mentions.identity import Identities
from kamerbrief.mentions.motions import read_motions
from kamerbrief.mentions.requests import read_requests
from kamerbrief.mentions.sentences import lowered, sentences_of
from kamerbrief.mentions.status import said_of
from kamerbrief.model.mentions import (
    AankondigingMention,
    Deadline,
    DebatMention,
    MotieMention,
    Quote,
    ToezeggingMention,
    VerzoekMention,
)
from kamerbrief.references.scan import BREAK
from kamerbrief.vocabulary.mentions import short_meetings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from kamerbrief.mentions.found import Found, Kind
    from kamerbrief.mentions.identity import Identified
    from kamerbrief.mentions.sentences import Pieces, Sentence
    from kamerbrief.mentions.status import Said
    from kamerbrief.model.base import Span
    from kamerbrief.model.mentions import Mention
    from kamerbrief.model.references import House, Reference

_NEEDLES: dict[Kind, tuple[str, ...]] = {
    "motie": ("motie",),
    "toezegging": ("zeg", "tz", " zei "),
    "debat": ("debat", "overleg", "begroting", "vragenuur", "werkzaamheden", "beschouwingen", "plenaire "),
    "verzoek": (" verzo", "gevraagd", "vroeg "),
}
"""What each mention holds in lower case, so that a sentence without it need not be read for one."""
_BEFORE = {
    "overleg": ("algemeen ", "algemene ", "gevings", "nota", "nota-", "begrotings"),
    "begroting": ("van de ",),
    "werkzaamheden": ("van ",),
    "beschouwingen": ("politieke ", "financiële ", "algemene "),
    "zeg": ("toe", "toege", " "),
}
"""What stands before some of them, so that they tell a mention."""
_SHORT_MEETINGS = tuple(short_meetings())
_CHAMBERS = ("Kamer", " u ", " U ", f"{BREAK}U ", " TK", " EK", "parlement", "uw commissie", "taten-Generaal")
"""What an announcement holds."""
_REACH = 300
"""An announcement and its time stand so near each other."""
_WORD = re.compile(r"[a-zà-ÿ-]{8,}")


_MODELS: dict[Kind, type[MotieMention | ToezeggingMention | DebatMention | VerzoekMention | AankondigingMention]] = {
    "motie": MotieMention,
    "toezegging": ToezeggingMention,
    "debat": DebatMention,
    "verzoek": VerzoekMention,
    "aankondiging": AankondigingMention,
}


class Setting(NamedTuple):
    """What is known of the letter around a text."""

    date: dt.date | None = None
    chamber: House | None = None
    uw_kenmerk: str | None = None


class Reading:
    """A text under search."""

    def __init__(self, text: str, view: str, pieces: Pieces, cited: Sequence[Reference], setting: Setting) -> None:
        """Take the text, the same with plain blanks, its pieces, its references in order, and what is known of it."""
        self.text = text
        self.view = view
        self.low = lowered(view)
        self.pieces = pieces
        self.setting = setting
        self.identities = Identities(view, cited, pieces)

    def mentions(self, place: Callable[[int, int], Span]) -> Iterator[Mention]:
        """The mentions, in order.

        Args:
            place: From offsets in the text to a span.
        """
        sentences: dict[int, list[Sentence]] = {}
        found: list[Found] = []
        for index, wanted in self._wanted():
            sentences[index] = sentences_of(self.view, self.low, self.pieces[index])
            found += self._read(sentences[index], wanted)
        requests = sum(one.kind == "verzoek" for one in found)
        for index, beside in self._beside(found):
            for one in (one for here in beside.values() for one in here):
                group = [other for other in beside[one.sentence.number] if other.kind == one.kind]
                identified = self.identities.of(one, group)
                if one.kind == "verzoek" and identified.id is None and requests == 1:
                    identified = self._of_letter(one, identified)
                said = said_of(one, beside, sentences[index], self.setting.date)
                yield self._made(one, identified, said, place)

    def _wanted(self) -> Iterator[tuple[int, dict[Kind, list[int]]]]:
        """The pieces that may hold a mention, and where the words stand that tell of which kind."""
        wanted: dict[int, dict[Kind, list[int]]] = {}
        told = [(at, kind) for kind, needles in _NEEDLES.items() for needle in needles for at in self._telling(needle)]
        told += [(one.span.start, "toezegging") for one in self.identities.all_cited if one.kind == "toezegging"]
        told += [(at, "debat") for name in _SHORT_MEETINGS for at in _all(self.view, name)]
        for at, kind in [*told, *((at, "aankondiging") for at in self._addressed())]:
            wanted.setdefault(self.pieces.number(at), {}).setdefault(kind, []).append(at)
        yield from sorted(wanted.items())

    def _telling(self, needle: str) -> Iterator[int]:
        """Where a needle stands behind what must stand before it; ``begrotingsbehandeling`` tells by itself."""
        before = _BEFORE.get(needle)
        for at in _all(self.low, needle):
            if before is None or self.low.endswith(before, 0, at) or self.low.startswith("begrotingsbeh", at):
                yield at

    def _addressed(self) -> Iterator[int]:
        """Where a Chamber is named near a time."""
        found = -_REACH - 1  # where the last time was seen
        for at in sorted(at for needle in _CHAMBERS for at in _all(self.view, needle)):
            if found < at - _REACH:
                time = NAMES_TIME.search(self.low, max(at - _REACH, 0), at + _REACH)
                found = time.start() if time else found
            if found >= at - _REACH:
                yield at + 1  # behind the break that the needle may begin with

    def _read(self, sentences: Sequence[Sentence], wanted: dict[Kind, list[int]]) -> Iterator[Found]:
        starts = [sentence.start for sentence in sentences]
        kinds: dict[int, set[Kind]] = {}
        for kind, places in wanted.items():
            for at in places:
                kinds.setdefault(max(bisect_right(starts, at) - 1, 0), set()).add(kind)
        for number, told in sorted(kinds.items()):
            if number < len(sentences):
                yield from self._read_sentence(sentences[number], told)

    def _read_sentence(self, sentence: Sentence, told: set[Kind]) -> Iterator[Found]:
        on = self.setting.date
        debates = list(read_debates(sentence, on)) if "debat" in told else []
        yield from debates
        if "motie" in told:
            cited = self.identities.cited(sentence.start, sentence.end)
            yield from read_motions(sentence, on, cited, lambda word: word in self._small)
        if "toezegging" in told:
            yield from read_commitments(sentence, on, debates)
        if "verzoek" in told:
            yield from read_requests(sentence, on)
        if "aankondiging" in told:
            yield from read_announcements(sentence, on)

    def _beside(self, found: list[Found]) -> Iterator[tuple[int, dict[int, list[Found]]]]:
        """The mentions of each piece by the number of their sentence, and the number of the piece."""
        pieces: dict[int, dict[int, list[Found]]] = {}
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            piece = pieces.setdefault(self.pieces.number(one.sentence.start), {})
            piece.setdefault(one.sentence.number, []).append(one)
        yield from pieces.items()

    @cached_property
    def _small(self) -> frozenset[str]:
        """The longer words of the text that stand in small letters."""
        return frozenset(_WORD.findall(self.view))

    def _of_letter(self, one: Found, identified: Identified) -> Identified:
        """The one request that a letter answers has the number that the letter gives as that of the Kamer."""
        found = re.match(r"20\d\dZ\d{4,6}(?!\d)", self.setting.uw_kenmerk or "")
        is_of_committee = one.parts.get("committee") or one.chamber == "uw"
        return identified._replace(id=found[0], certainty="derived") if found and is_of_committee else identified

    def _made(
        self, one: Found, identified: Identified, said: Said | None, place: Callable[[int, int], Span]
    ) -> Mention:
        parts: dict[str, object] = {name: value for name, value in one.parts.items() if name != "new"}
        if one.kind == "aankondiging":
            parts["deadline"] = self._deadline(one.parts["deadline"])
        elif said is not None:
            parts |= {"status": said.status, "evidence": self._quote(said.sentence, place)}
            if said.deadline is not None and one.kind == "toezegging":
                parts["deadline"] = self._deadline(said.deadline)
        base = {
            "raw": self.text[one.start : one.end],
            "span": place(one.start, one.end),
            "where": one.sentence.piece.where,
            "date": one.date,
            "chamber": self._chamber(one, identified),
            "id": identified.id,
            "certainty": identified.certainty,
        }
        return _MODELS[one.kind].model_validate(base | parts)

    def _deadline(self, told: tuple[int, int, dt.date | None, dt.date | None]) -> Deadline:
        start, end, first, last = told
        return Deadline(raw=self.text[start:end], start=first, end=last)

    def _quote(self, sentence: Sentence, place: Callable[[int, int], Span]) -> Quote:
        shown = self.text[sentence.start : sentence.end]
        return Quote(text=" ".join(shown.split()), span=place(sentence.start, sentence.start + len(shown.rstrip())))

    def _chamber(self, one: Found, identified: Identified) -> House | None:
        """The Chamber that the words tell, ``uw Kamer`` being that of the letter; else the number of a promise."""
        told, key = (one.chamber or "").casefold(), identified.id or ""
        if "eerste" in told or key.startswith("T0"):
            return "eerste_kamer"
        if "tweede" in told or key.startswith("TZ"):
            return "tweede_kamer"
        if identified.chamber:
            return identified.chamber
        return self.setting.chamber if told and not told.startswith(("beide", "het parlement")) else None


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
