"""Texts in sentences, and sentences in clauses; all offsets are those of the text that was searched."""

from __future__ import annotations

import dataclasses
import re
from functools import cached_property
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamerbrief.model.references import Where

_STOP = re.compile(r"[.!?…]['\")\]]*(?=\ +['\"(\[]?[^\W_a-z])|[.!?…]['\")\]]*\ *\Z")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[Nn]rs?|no|d\.d|dd|dhr|mevr|mw|mr|mrs|drs|dr|ir|ing|prof|art|artt|p|pp|blz|pag|Stb|Stcrt|Trb|Kst|kst|vgl|bijv|bv|o\.a|m\.b\.t|i\.v\.m"
    r"|t\.a\.v|resp|ca|circa|incl|excl|max|min|evt|i\.c|jo|lid|St|red|jan|feb|febr|mrt|apr|aug|sept|okt|nov|dec|zgn|zog)|\b[A-Z])\.\Z"
)
"""Before a stop that ends no sentence: an abbreviation that goes on with a name or a figure, an initial."""
_MAY_END = re.compile(r"\b(?:jl|l\.l|c\.s|a\.s|as|e\.a|e\.d|enz|etc)\.\Z", re.IGNORECASE)
"""Before a stop that may end a sentence, and ends none before a bracket."""
_LOOK_BACK = 8
_BREAK = re.compile(r"[,;:]\ |\ -\ |\ (?=(?:die|dat|waar\w*|zodra|nadat|wanneer|omdat|zodat|indien|hoe|wat|of|om)\ )")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclasses.dataclass(frozen=True)
class Piece:
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


@dataclasses.dataclass(frozen=True)
class Clause:
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
    start: int
    end: int
    piece: Piece
    number: int
    """Which of the sentences of its piece."""

    @cached_property
    def text(self) -> str:
        return self.view[self.start : self.end]

    @cached_property
    def low(self) -> str:
        """In lower case; of the same length."""
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def plain(self) -> str:
        """In lower case, what stands in brackets blank."""
        return _BRACKETS.sub(_blank, self.low)

    @cached_property
    def is_asked(self) -> bool:
        """Whether it speaks for someone else: a question, a member of a Chamber who writes."""
        return self.piece.asked or self.text.rstrip(" '\")]").endswith("?") or bool(_OF_MEMBERS.search(self.text))

    def clauses(self, kept: list[tuple[int, int]]) -> Iterator[Clause]:
        """Its clauses; no break lies within the stretches that are to be kept whole."""
        plain = self.plain
        begin = 0
        for match in _BREAK.finditer(plain):
            at = match.start()
            if any(start <= at < end for start, end in kept):
                continue
            yield Clause(self.start + begin, self.start + at, plain[begin:at])
            begin = match.end()
        yield Clause(self.start + begin, self.end, plain[begin:])


_OF_MEMBERS = re.compile(
    r"^(?:Verder |Ook |Tevens |Daarnaast |Voorts |Graag )?(?:\w+ )?(?:[Dd]e|[Dd]eze) (?:leden(?: van de [\w/-]+-?\s?fractie)?|[A-Z][\w/-]*-fractie)"
    r" (?:vragen|vraagt|verzoeken|verzoekt|lezen|hebben|constateren|wijzen|kijken|zouden|merken|willen|zijn|onderschrijven|delen|verwijzen|vernemen|ontvangen)\b"
    r"|\b(?:vragen|verzoeken|lezen|kijken|wijzen|merken) (?:deze|de) leden\b|\bvra(?:gen|agt) de (?:leden|[A-Z][\w/-]*-fractie)"
)


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def sentences_of(view: str, piece: Piece) -> list[Sentence]:
    """The sentences of a piece."""
    found: list[Sentence] = []
    begin = piece.start
    for match in _STOP.finditer(view, piece.start, piece.end):
        stop = match.start() + 1
        if _ABBREVIATED.search(view, max(stop - _LOOK_BACK, begin), stop) and stop < piece.end:
            continue
        if view.startswith(" (", stop) and _MAY_END.search(view, max(stop - _LOOK_BACK, begin), stop):
            continue
        found.append(Sentence(view, begin, match.end(), piece, len(found)))
        begin = match.end() + len(view[match.end() : piece.end]) - len(view[match.end() : piece.end].lstrip(" "))
    if view[begin : piece.end].strip():
        found.append(Sentence(view, begin, piece.end, piece, len(found)))
    return found


