"""Texts in sentences, and sentences in clauses; all offsets are those of the text that was searched."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from kamerbrief.vocabulary.ministries import records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kamerbrief.model.references import Where

_STOP = re.compile(r"[.!?…]['\")\]]*(?P<mark>(?<=[^\W\d_]\.)\d{1,2})?(?=\ +['\"(\[]?[^\W_a-z])|[.!?…]['\")\]]*\ *\Z")
"""The figures right behind a word and its full stop are the mark of a note that is not known as one."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:[Nn]rs?|no|d\.d|dd|dhr|mevr|mw|mr|mrs|drs|dr|ir|ing"
    r"|prof|art|artt|p|pp|blz|pag|Stb|Stcrt|Trb|Kst|kst|vgl|bijv|bv|o\.a|m\.b\.t|i\.v\.m"
    r"|t\.a\.v|resp|ca|circa|incl|excl|max|min|evt|i\.c|jo|lid|St|red|jan|feb|febr|mrt|apr|aug|sept|okt|nov|dec|zgn|zog)|\b[A-Z])\.\Z"
)
"""Before a stop that ends no sentence: an abbreviation that goes on with a name or a figure, an initial."""
_MAY_END = re.compile(r"\b(?:jl|l\.l|c\.s|a\.s|as|e\.a|e\.d|enz|etc)\.\Z", re.IGNORECASE)
"""Before a stop that may end a sentence, and ends none before a bracket."""
_LOOK_BACK = 8
_LONGEST = 2_000
"""No sentence is longer."""
_BLANKS = re.compile(r"\ *+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Piece(NamedTuple):
    """A text that belongs together: a block, a title, a note."""

    start: int
    """In the text that is searched."""
    end: int
    where: Where | None = None
    calls: tuple[tuple[int, str], ...] = ()
    """Where notes are called, in the text that is searched, and their labels."""
    asked: bool = False
    """The words are a questioner's, or quoted: they say nothing of what the letter does."""
    silent: bool = False
    """A table or a title, whose words are no sentences."""


class Pieces:
    """The pieces of a text, each made when first asked for: most hold no mention."""

    def __init__(
        self, starts: Sequence[int], make: Callable[[int], Piece], notes: Mapping[str, Sequence[int]] | None = None
    ) -> None:
        """Take where the pieces begin, what makes one, and which of them are the notes of a label."""
        self._starts = starts
        self._make = cache(make)
        self._notes = notes or {}

    def number(self, at: int) -> int:
        """Which piece holds a place."""
        return bisect_right(self._starts, at) - 1

    def __getitem__(self, number: int) -> Piece:
        return self._make(number)

    def notes(self, label: str) -> list[Piece]:
        """The notes with a label."""
        return [self[number] for number in self._notes.get(label, ())]


class Clause(NamedTuple):
    """A part of a sentence with a verb of its own, as far as commas and conjunctions tell."""

    start: int
    end: int
    text: str
    """What stands in brackets is blank."""


@dataclasses.dataclass
class Sentence:
    """A sentence of a piece."""

    view: str
    """The text that is searched, with plain blanks, dashes and quotes."""
    lowered: str
    """The same in lower case; of the same length."""
    start: int
    end: int
    piece: Piece
    number: int
    """Which of the sentences of its piece."""

    @cached_property
    def text(self) -> str:
        """As it stands, with plain blanks, dashes and quotes."""
        return self.view[self.start : self.end]

    @cached_property
    def low(self) -> str:
        """In lower case; of the same length."""
        return self.lowered[self.start : self.end]

    @cached_property
    def plain(self) -> str:
        """In lower case, what stands in brackets blank."""
        return _BRACKETS.sub(_blank, self.low) if "(" in self.low or "[" in self.low else self.low

    @cached_property
    def is_asked(self) -> bool:
        """Whether it speaks for someone else: a question, a member of a Chamber who writes."""
        return self.piece.asked or self.text.rstrip(" '\")]").endswith("?") or bool(_OF_MEMBERS.search(self.text))

    def clauses(self) -> Iterator[Clause]:
        """Its clauses, as commas and conjunctions part them."""
        plain = self.plain
        begin = 0
        for match in _break().finditer(plain):
            yield Clause(self.start + begin, self.start + match.start(), plain[begin : match.start()])
            begin = match.end()
        yield Clause(self.start + begin, self.end, plain[begin:])


_OF_MEMBERS = re.compile(
    r"^(?:Verder |Ook |Tevens |Daarnaast |Voorts |Graag )?"
    r"(?:\w+ )?(?:[Dd]e|[Dd]eze) "
    r"(?:leden(?: van de [\w/-]+-?\s?fractie)?|[A-Z][\w/-]*-fractie)"
    r" (?:vragen|vraagt|verzoeken|verzoekt|lezen|hebben|constateren|wijzen"
    r"|kijken|zouden|merken|willen|zijn|onderschrijven|delen|verwijzen|vernemen|ontvangen)\b"
    r"|\b(?:vragen|verzoeken|lezen|kijken|wijzen|merken) (?:deze|de) leden\b"
    r"|\bvra(?:gen|agt) de (?:leden|[A-Z][\w/-]*-fractie)"
)


@cache
def _break() -> re.Pattern[str]:
    """Where a clause may end: a comma that is no part of the name of a ministry, a conjunction."""
    called = sorted({name.name.casefold() for names in records().values() for name in names})
    rests = sorted({re.escape(name[at.end() :]) for name in called for at in re.finditer(", ", name)})
    return re.compile(
        rf",\ (?!\d|(?:{'|'.join(rests)})(?!\w))|[;:]\ (?!\d)|\ -\ "
        r"|\ (?=(?:die|dat|waar\w*|zodra|nadat|wanneer|omdat|zodat|indien|hoe|wat|of|om)\ )"
    )


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def lowered(view: str) -> str:
    """The text in lower case, as long as before."""
    low = view.lower()
    return low if len(low) == len(view) else "".join(c.lower() if len(c.lower()) == 1 else c for c in view)


def sentences_of(view: str, low: str, piece: Piece) -> list[Sentence]:
    """The sentences of a piece; one without end is cut, so that time stays linear."""
    found: list[Sentence] = []
    begin = piece.start
    for stop, after in [*_stops(view, piece), (piece.end, piece.end)]:
        while begin < stop:
            end = (
                stop
                if stop - begin <= _LONGEST
                else view.rfind(" ", begin + 1, begin + _LONGEST) + 1 or begin + _LONGEST
            )
            if not view[begin:end].isspace():
                found.append(Sentence(view, low, begin, end, piece, len(found)))
            begin = end
        blanks = _BLANKS.match(view, max(begin, after), piece.end)
        begin = blanks.end() if blanks else begin
    return found


def _stops(view: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where sentences end, without and with the mark of a note: behind a stop that a capital follows.

    It ends no abbreviation.
    """
    for match in _STOP.finditer(view, piece.start, piece.end):
        stop = match.start() + 1
        before = max(stop - _LOOK_BACK, piece.start)
        if _ABBREVIATED.search(view, before, stop) and stop < piece.end:
            continue
        if view.startswith(" (", stop) and _MAY_END.search(view, before, stop):
            continue
        yield match.start("mark") if match["mark"] else match.end(), match.end()
