"""One scan over a text: sentences that may hold a mention are read by the grammars of their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from kamerbrief.mentions.announcements import read_announcements
from kamerbrief.mentions.commitments import read_commitments
from kamerbrief.mentions.debates import read_debates
from kamerbrief.mentions.identity import Identities
from kamerbrief.mentions.motions import read_motions
from kamerbrief.mentions.requests import read_requests
from kamerbrief.mentions.sentences import sentences_of
from kamerbrief.mentions.status import said_of
from kamerbrief.model.base import Span
from kamerbrief.model.mentions import (
    AankondigingMention,
    Deadline,
    DebatMention,
    MotieMention,
    Quote,
    ToezeggingMention,
    VerzoekMention,
)
from kamerbrief.references.fold import folded

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from kamerbrief.mentions.found import Found, Kind
    from kamerbrief.mentions.identity import Identified
    from kamerbrief.mentions.sentences import Piece, Sentence
    from kamerbrief.mentions.status import Said
    from kamerbrief.model.mentions import Mention
    from kamerbrief.model.references import House, Reference

_NEEDLES = {
    "motie": ("otie",),
    "toezegging": ("oezegging", "oegezegd", "zegde", "zeg ", "zeggen ", "TZ", "T0"),
    "debat": ("ebat", "verleg", "AO", "WGO", "TMD", "egroting", "agenuur", "van werkzaamheden", "van Werkzaamheden", "eschouwingen", "lenaire "),
    "verzoek": ("erzoek", "erzocht", "evraagd", "vroeg"),
    "aankondiging": (
        *("nformeer", "nformeren", "stuur", "sturen", "zend", "zond", "ntvang", "bied", "bericht", "lichten", "gelicht", "toekomen"),
        *("delen", "deel", "apporteer", "apporteren", "leggen", "legd", "melden", "koppelen", "geleiden", "te dienen", "legt", "krijgt"),
    ),
}
"""What each mention holds, so that a sentence without it need not be read for one."""
_WORD = re.compile(r"[a-zà-ÿ-]{8,}")


class Setting(NamedTuple):
    """What is known of the letter around a text."""

    date: dt.date | None = None
    chamber: House | None = None
    uw_kenmerk: str | None = None


class Reading:
    """A text under search."""

    def __init__(self, text: str, pieces: Sequence[Piece], cited: Sequence[Reference], setting: Setting) -> None:
        self.text = text
        self.view = folded(text)
        self.pieces = pieces
        self.setting = setting
        self.identities = Identities(self.view, cited, pieces)

    def mentions(self, place: Callable[[int, int], Span]) -> Iterator[Mention]:
        """The mentions, in order.

        Args:
            place: From offsets in the text to a span.
        """
        sentences: dict[int, list[Sentence]] = {}
        found: list[Found] = []
        for index, wanted in self._wanted():
            sentences[index] = sentences_of(self.view, self.pieces[index])
            found += self._read(sentences[index], wanted)
        requests = sum(one.kind == "verzoek" for one in found)
        for one, beside, index in self._in_order(found):
            group = [other for other in beside if other.kind == one.kind and other.sentence is one.sentence]
            identified = self.identities.of(one, group)
            if one.kind == "verzoek" and identified.id is None and requests == 1:
                identified = self._of_letter(one, identified)
            said = said_of(one, beside, sentences[index], self.setting.date)
            yield self._made(one, identified, said, place)

    def _wanted(self) -> Iterator[tuple[int, dict[Kind, list[int]]]]:
        """The pieces that may hold a mention, and where the words stand that tell of which kind."""
        starts = [piece.start for piece in self.pieces]
        wanted: dict[int, dict[Any, list[int]]] = {}
        for kind, needles in _NEEDLES.items():
            for needle in needles:
                at = self.view.find(needle)
                while at >= 0:
                    index = bisect_right(starts, at) - 1
                    wanted.setdefault(index, {}).setdefault(kind, []).append(at)
                    at = self.view.find(needle, at + 1)
        yield from sorted(wanted.items())

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

    def _in_order(self, found: list[Found]) -> Iterator[tuple[Found, list[Found], int]]:
        """Each mention with those of its piece, and the number of that."""
        starts = [piece.start for piece in self.pieces]
        beside: dict[int, list[Found]] = {}
        found.sort(key=lambda one: (one.start, -one.end))
        for one in found:
            beside.setdefault(bisect_right(starts, one.sentence.piece.start) - 1, []).append(one)
        for index, group in beside.items():
            for one in group:
                yield one, group, index

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
        parts = {name: value for name, value in one.parts.items() if name != "new"}
        base = {
            "raw": self.text[one.start : one.end],
            "span": place(one.start, one.end),
            "where": one.sentence.piece.where,
            "date": one.date,
            "chamber": self._chamber(one, identified),
            "id": identified.id,
            "certainty": identified.certainty if identified.id or one.kind == "aankondiging" else "partial",
        }
        if one.kind == "debat":
            return DebatMention(**base, **parts)
        if one.kind == "aankondiging":
            return AankondigingMention(**base, deadline=self._deadline(one.parts["deadline"]))
        status = {"status": said.status, "evidence": self._quote(said.sentence, place)} if said else {}
        if one.kind == "motie":
            return MotieMention(**base, **parts, **status)
        if one.kind == "verzoek":
            return VerzoekMention(**base, **parts, **status)
        deadline = self._deadline(said.deadline) if said and said.deadline else None
        return ToezeggingMention(**base, **parts, **status, deadline=deadline)

    def _deadline(self, told: tuple[int, int, Any, Any]) -> Deadline:
        start, end, first, last = told
        return Deadline(raw=self.text[start:end], start=first, end=last)

    def _quote(self, sentence: Sentence, place: Callable[[int, int], Span]) -> Quote:
        shown = self.text[sentence.start : sentence.end]
        return Quote(text=" ".join(shown.split()), span=place(sentence.start, sentence.start + len(shown.rstrip())))

    def _chamber(self, one: Found, identified: Identified) -> House | None:
        """The Chamber that the words tell, ``uw Kamer`` being that of the letter; else the number of a promise."""
        told = (one.chamber or "").casefold()
        if "eerste" in told or (identified.id or "").startswith("T0"):
            return "eerste_kamer"
        if "tweede" in told or (identified.id or "").startswith("TZ"):
            return "tweede_kamer"
        if identified.chamber:
            return identified.chamber  # type: ignore[return-value]
        return self.setting.chamber if told and "beide" not in told and "parlement" not in told else None
