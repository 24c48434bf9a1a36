"""What becomes of an input: it is read, refused in one line, or a promise is broken."""

from __future__ import annotations

import pickle
import re
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.fuzz import command
from tests.invariants import check, spans_in

import kamerbrief
from kamerbrief import Kamerbrief, KamerbriefError, Source, UnreadableError
from kamerbrief.readers import decode

SLOW = 5.0
"""Seconds of computing that no input may take; the inputs are those of a letter of a few pages at most."""
_SUFFIXES = {"text": "txt", "markdown": "md"}
_MARKUP = ("text", "markdown", "xml", "html")
"""Forms that can be made smaller line by line."""


class Result(NamedTuple):
    """What became of an input."""

    outcome: str
    """``read``, ``refused``, the exit code of the command; or ``crash``, ``broken``, ``slow``."""
    detail: str = ""
    seconds: float = 0.0
    size: int = 0

    @property
    def kind(self) -> str:
        """What is the same in failures with one cause: the detail without what it quotes and counts."""
        quoted = re.compile(r"""(["']).*?\1( \.\.\. .*?\1)?|\d+(?!\S*:)""", re.DOTALL)
        return f"{self.outcome}: {quoted.sub('*', self.detail.partition('; ')[0])[:160]}"

    @property
    def failed(self) -> bool:
        return self.outcome in ("crash", "broken", "slow", "hung", "died")


def examine(form: str, data: bytes) -> Result:
    """Read an input and check what is promised of it."""
    begin = time.process_time()
    try:
        outcome, broken = command.examine(data) if form == "command" else _examine_document(form, data)
    except Exception as error:  # noqa: BLE001 -- that is what is looked for
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "kamerbrief" in frame.filename]
        place = f"{frames[-1].filename.partition('kamerbrief/')[2]}:{frames[-1].lineno}" if frames else "?"
        outcome, broken = "crash", [f"{type(error).__name__} at {place}: {error}"]
    seconds = time.process_time() - begin
    if broken and outcome != "crash":
        outcome = "broken"
    elif seconds > SLOW:
        outcome, broken = "slow", [f"{seconds:.1f} s"]
    return Result(outcome, "; ".join(broken)[:1000], seconds, len(data))


def _examine_document(form: str, data: bytes) -> tuple[str, list[str]]:
    if form == "text":
        text = data.decode("utf-8", "surrogatepass")
        brief = kamerbrief.parse(text)
        return "read", [*check(text, brief), *_exports(Source(text), brief, whole=_one_in(data, 8))]
    try:
        source = decode(data, f"brief.{_SUFFIXES.get(form, form)}")
    except UnreadableError as error:
        return "refused", [] if error.reason.isprintable() else [f"refused in more than one line: {error.reason!r}"]
    brief = kamerbrief.parse(source)
    return "read", [
        *check(source, brief),
        *_places(source, brief),
        *_exports(source, brief, whole=_one_in(data, 50 if form == "pdf" else 8)),
    ]


def _one_in(data: bytes, count: int) -> bool:
    """Whether an input is among those on which what is slow is tried."""
    return zlib.crc32(data) % count == 0


def _places(source: Source, brief: Kamerbrief) -> Iterator[str]:
    """Each span has its boxes, within the count of pages; the source crosses between processes."""
    for path, span in spans_in(brief) if source.placed else ():
        for box in source.boxes(span):
            if not 1 <= box.page <= (source.page_count or 0):
                yield f"{path} has a box on page {box.page} of {source.page_count}"
    if pickle.loads(pickle.dumps(source)) != source:  # noqa: S301 -- our own
        yield "the source does not come back from pickle"


def _exports(source: Source, brief: Kamerbrief, *, whole: bool) -> Iterator[str]:
    """All that is made of a letter can be made; nothing is raised but where DiWoo lacks what it demands."""
    for chunk in kamerbrief.chunks(brief, limit=50):
        if not chunk.text:
            yield f"an empty chunk: {chunk.id}"
    kamerbrief.tables(brief)
    markdown = kamerbrief.to_markdown(brief)
    references = kamerbrief.find_references(source.text)
    if list(references) != sorted(references, key=lambda one: one.span.start):
        yield "references are not in the order of the text"
    for one in references:
        if source.text[one.span.start : one.span.end] != one.raw:
            yield f"a reference is not what its span holds: {one.raw!r}"
    if whole:
        try:
            kamerbrief.to_diwoo(brief)
        except KamerbriefError as error:
            if not str(error).isprintable():
                yield f"refused in more than one line: {error}"
        kamerbrief.to_html(brief, source)
        kamerbrief.parse(markdown)


def smaller(form: str, data: bytes, kind: str, *, seconds: float = 10.0) -> bytes:
    """An input with as little as still fails in the same way; only what has lines or characters is made smaller."""
    if form not in _MARKUP:
        return data
    until = time.monotonic() + seconds

    def fails(tried: bytes) -> bool:
        return time.monotonic() < until and examine(form, tried).kind == kind

    for cut in (_by(b"\n"), _by(b"<"), _by(b" "), lambda whole: [whole[i : i + 1] for i in range(len(whole))]):
        data = _without(data, cut, fails)
    return data


def _by(mark: bytes) -> Callable[[bytes], list[bytes]]:
    def cut(whole: bytes) -> list[bytes]:
        first, *others = whole.split(mark)
        return [first, *(mark + other for other in others)]

    return cut


def _without(data: bytes, cut: Callable[[bytes], list[bytes]], fails: Callable[[bytes], bool]) -> bytes:
    """The data without the pieces that it can do without: first halves, then ever smaller runs of them."""
    pieces = cut(data)
    length = max(1, len(pieces) // 2)
    while True:
        at = 0
        while at < len(pieces):
            rest = pieces[:at] + pieces[at + length :]
            if fails(b"".join(rest)):
                pieces = rest
            else:
                at += length
        if length == 1:
            return b"".join(pieces)
        length //= 2
