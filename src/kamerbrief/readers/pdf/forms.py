"""How much the forms of a PDF (ISO 32000-1, 8.10) make of its pages: each may draw others, more often at every step.

Twenty forms of twenty bytes, each drawing the next one twice, are a million; PDFium reads them all, and cannot be
stopped.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kamerbrief.readers.pdf.guard import Stream

MOST_DRAWN: Final = 256_000_000
"""In bytes of what is drawn, on a page; the largest page of 178 letters has 0.7 MB."""
_EACH: Final = 1000
"""What a form costs besides what it holds, in such bytes."""
_DEEPEST: Final = 28
"""PDFium goes no deeper."""
_FORM: Final = regex.compile(rb"/Subtype\s*+/F(?:o|#6[fF])rm\b")
_NAME: Final = rb"/([^\s/\[\]()<>{}%]++)"
_DRAWS: Final = regex.compile(_NAME + rb"\s++Do\b")
_NAMED: Final = regex.compile(_NAME + rb"\s++(\d++)\s++\d++\s++R\b")
_SHOWS: Final = regex.compile(rb"/N\s*+(\d++)\s++\d++\s++R\b")
"""The form that a field shows itself by."""
_BEGINS: Final = regex.compile(rb"(\d++)\s++\d++\s++obj\b")
_RESOURCES: Final = regex.compile(rb"/Resources\s*+(?:(\d++)\s++\d++\s++R\b|<<)")
_DRAWN: Final = regex.compile(rb"/XObject\s*+(?:(\d++)\s++\d++\s++R\b|<<([^>]*+)>>)")


class Forms:
    """The forms of a PDF."""

    def __init__(self, streams: Sequence[Stream], content_of: Callable[[Stream], bytes]) -> None:
        self._streams = {stream.number: stream for stream in streams if _FORM.search(stream.own)}
        self._content_of = content_of
        self._weights: dict[bytes, int] = {}
        self._texts: Sequence[bytes] = ()

    def __bool__(self) -> bool:
        return bool(self._streams)

    def are_too_many(self, pages: Sequence[Stream], texts: Sequence[bytes]) -> bool:
        """Whether what is drawn by way of forms is more than a page can have.

        Args:
            pages: The streams that may be what a page draws.
            texts: The text of the objects.
        """
        self._texts = texts
        heaviest = max(map(self._weigh, self._streams), default=0)
        fields = [number for text in texts for number in _SHOWS.findall(text) if number in self._streams]
        if sum(map(self._weigh, fields)) > MOST_DRAWN:
            return True
        return any(self._drawn_by(page, heaviest) > MOST_DRAWN for page in pages if page.number not in self._streams)

    def _drawn_by(self, page: Stream, heaviest: int) -> int:
        """How much a page draws by way of forms, at most."""
        content = self._content_of(page)
        if len(content) // len(b"/a Do") * heaviest <= MOST_DRAWN:
            return 0
        drawn = Counter(_DRAWS.findall(content))
        return sum(count * max(map(self._weigh, self._named.get(name, ())), default=0) for name, count in drawn.items())

    @cached_property
    def _named(self) -> dict[bytes, set[bytes]]:
        """What each name may stand for, wherever it is."""
        named: dict[bytes, set[bytes]] = {}
        for text in self._texts:
            for name, number in _NAMED.findall(text):
                if number in self._streams:
                    named.setdefault(name, set()).add(number)
        return named

    def _weigh(self, number: bytes, depth: int = 0) -> int:
        """How much a form draws itself and by way of others, in bytes; too much where it goes round."""
        if number not in self._weights:
            if depth > _DEEPEST:
                return MOST_DRAWN
            self._weights[number] = MOST_DRAWN + 1  # until it is known: a form that draws itself has no end
            content = self._content_of(self._streams[number])
            drawn = Counter(_DRAWS.findall(content)) if b"Do" in content else {}
            inner = dict(self._named_in(self._streams[number])) if drawn else {}
            weight = len(content) + _EACH
            for name, count in drawn.items():
                meant = {inner.get(name, b"")} if inner else self._named.get(name, set())
                weight += count * max((self._weigh(one, depth + 1) for one in meant & self._streams.keys()), default=0)
            self._weights[number] = min(weight, MOST_DRAWN + 1)
        return self._weights[number]

    def _named_in(self, form: Stream) -> Iterator[tuple[bytes, bytes]]:
        """The names in the resources of a form that mean something to draw, and its number; none where they are far."""
        resources = _RESOURCES.search(form.own)
        text = form.own if resources is None or not resources[1] else self._object(resources[1])
        drawn = _DRAWN.search(text)
        if drawn is not None:
            yield from _NAMED.findall(self._object(drawn[1]) if drawn[1] else drawn[2])

    @cached_property
    def _objects(self) -> dict[bytes, tuple[bytes, int]]:
        """The texts that objects stand in, by their numbers, and where."""
        return {match[1]: (text, match.end()) for text in self._texts for match in _BEGINS.finditer(text)}

    def _object(self, number: bytes) -> bytes:
        """The text of an object that stands between streams; empty where it is packed."""
        text, begin = self._objects.get(number, (b"", 0))
        end = text.find(b"endobj", begin)
        return text[begin:] if end < 0 else text[begin:end]
