"""What the command does: list the documents, open the target, read, write, tell."""

from __future__ import annotations

import contextlib
import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kamerbrief.command import rendering
from kamerbrief.command.documents import list_documents
from kamerbrief.command.formats import NO_DOCUMENTS, Order
from kamerbrief.command.progress import Tally, progress
from kamerbrief.command.reading import SEVERITIES, Outcome, read_document
from kamerbrief.command.sink import OutputError, Sink
from kamerbrief.command.terminal import one_line, printable
from kamerbrief.command.workers import Done, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from contextlib import AbstractContextManager

    from kamerbrief.command.documents import Document
    from kamerbrief.command.options import Options
    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Kamerbrief, Severity


def run(options: Options) -> int:
    """Read the documents and write what is asked for.

    Returns:
        The exit code: 0, or 1 where a document could not be read or does not pass the check.

    Raises:
        OutputError: The output cannot be written.
    """
    documents = _documents(options)
    tally = Tally()
    grave = False
    with (
        _sink(options, documents) as sink,
        progress(len(documents), sys.stderr, wanted=bool(options.target) and not options.quiet) as shown,
        contextlib.closing(_outcomes(options, documents, sink)) as outcomes,
    ):
        for outcome in outcomes:
            tally.count(outcome)
            grave = grave or _is_grave(outcome, options.check)
            _write(sink, outcome)
            if outcome.reason is not None:
                shown.say(one_line(f"kamerbrief: {outcome.document.path}: {outcome.reason}"))
            for line in outcome.told:
                (print if options.check else shown.say)(line)
            shown.step(tally)
    if options.target and not options.quiet:
        print(one_line(f"{tally.summary()}: {options.target}"), file=sys.stderr)
    return 1 if tally.failed or grave else 0


def _documents(options: Options) -> list[Document]:
    """The documents that are to be read.

    Raises:
        OutputError: There are none, or several for a file that holds one.
    """
    documents = list_documents(options.paths, left_out=NO_DOCUMENTS, target=options.target)
    if not documents:
        raise OutputError("no documents there")
    if options.format and options.format.letter and options.target is None and len(documents) > 1:
        raise OutputError(f"{options.format.name} has a file for each letter; name a folder for {len(documents)}: -o")
    return documents


def _is_grave(outcome: Outcome[Any], limit: Severity | None) -> bool:
    """Whether a diagnostic of a letter is of this severity or a graver one."""
    if limit is None or outcome.gravest is None:
        return False
    return SEVERITIES.index(outcome.gravest) <= SEVERITIES.index(limit)


class _Printed(Sink[str]):
    """Standard output."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, document: Document, made: str) -> None:
        del document
        self._stream.write(printable(made) if self._stream.isatty() else made)


class _Nowhere(Sink[None]):
    """Of a check nothing is written."""

    def write(self, document: Document, made: None) -> None:
        pass


def _sink(options: Options, documents: Sequence[Document]) -> AbstractContextManager[Sink[Any]]:
    """The sink for what is asked for.

    Raises:
        OutputError: It cannot be written, or not by what is installed.
    """
    if options.check:
        return contextlib.nullcontext(_Nowhere())
    if options.target is None or options.format is None:
        return contextlib.nullcontext(_Printed(sys.stdout))
    if options.format.library:
        from kamerbrief.command.data import need

        need(*options.format.library, options.format.name)
    return options.format.open(Order(Path(options.target), documents, options.dutch))


def _outcomes(options: Options, documents: Sequence[Document], sink: Sink[Any]) -> Generator[Outcome[Any], None, None]:
    """What becomes of each document, in their order; in processes, if there is more than one thing to do."""
    whole = options.single and len(documents) == 1 and documents[0].path == options.paths[0]
    render: Callable[[Kamerbrief, Source], Any] = rendering.json_of if whole else rendering.json_line_of
    if options.check:
        render = rendering.nothing_of
    elif options.format:
        render = options.format.render
    work = functools.partial(read_document, render=render, tell=options.target is None)
    items = _planned(documents, sink, once=options.target is not None)
    alone = len(documents) == 1 or (options.target is None and options.jobs is None)
    if alone and options.timeout is None:
        return (item.result if isinstance(item, Done) else work(item) for item in items)
    jobs = min(options.processes, len(documents))
    return in_order(items, work, _lost, jobs=jobs, timeout=options.timeout)


def _lost(document: Document, reason: str) -> Outcome[Any]:
    return Outcome(document, reason=reason)


def _planned(documents: Sequence[Document], sink: Sink[Any], *, once: bool) -> Iterator[Document | Done[Outcome[Any]]]:
    """The documents as they are to be read; of those that need not be read, what becomes of them.

    Args:
        documents: All of them.
        sink: What may have some of them already.
        once: Of several with the same bytes, the first one is enough.
    """
    first: dict[str, str] = {}
    for document in documents:
        document = document.at_hand()
        if document.unreadable is not None:
            yield Done(Outcome(document, reason=document.unreadable))
            continue
        if once:
            document = document.hashed()
        if document.sha256 is None:
            yield document
        elif document.sha256 in first:
            yield Done(Outcome(document, reason=f"same as {first[document.sha256]}", spared="same"))
        else:
            first[document.sha256] = document.path
            yield Done(Outcome(document, spared="kept")) if sink.has(document.sha256) else document


def _write(sink: Sink[Any], outcome: Outcome[Any]) -> None:
    if outcome.reason is not None:
        sink.fail(outcome.document, outcome.reason)
    elif outcome.spared:
        sink.keep(outcome.document)
    else:
        sink.write(outcome.document, outcome.made)
