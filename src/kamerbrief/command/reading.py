"""One document is read, and what is to be written of it is made: the work of a process."""

from __future__ import annotations

import dataclasses
import re
import traceback
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from kamerbrief.command.documents import OUT_OF_MEMORY
from kamerbrief.command.terminal import one_line
from kamerbrief.model.errors import KamerbriefError, UnreadableError
from kamerbrief.parser import parse
from kamerbrief.readers import decode, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kamerbrief.command.documents import Document
    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Diagnostic, Kamerbrief, Severity

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""The gravest first."""
_PACKAGE: Final = Path(__file__).parents[1]
_NEWLINE: Final = re.compile(r"\r\n?|\n")

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome(Generic[Made_co]):
    """What became of a document: something was made of it, or there is a reason why not."""

    document: Document
    made: Made_co | None = None
    reason: str | None = None
    """Why it was not read."""
    spared: Literal["same", "kept"] | None = None
    """Why it was not read again: another document has the ``same`` bytes, or the target has ``kept`` it."""
    warned: bool = False
    """A diagnostic of it is a warning or worse."""
    gravest: Severity | None = None
    """The severity of its gravest diagnostic."""
    told: tuple[str, ...] = ()
    """Its diagnostics as lines."""


def read_document(
    document: Document, *, render: Callable[[Kamerbrief, Source], Made], tell: bool = False
) -> Outcome[Made]:
    """Read a document and make of it what is to be written.

    Args:
        document: The document.
        render: What makes it of the letter.
        tell: Tell the diagnostics as lines.

    Returns:
        What became of it; nothing is raised, whatever the document holds.
    """
    try:
        source = load(document.path) if document.data is None else decode(document.data, document.path)
        brief = parse(source)
        made = render(brief, source)
    except UnreadableError as error:
        return Outcome(document, reason=one_line(error.reason))
    except KamerbriefError as error:
        return Outcome(document, reason=one_line(str(error)))
    except MemoryError:
        return Outcome(document, reason=OUT_OF_MEMORY)
    except Exception as error:  # noqa: BLE001 -- one document must not cost the others
        return Outcome(document, reason=f"could not be read, by a defect of kamerbrief ({_place_of(error)})")
    found = {diagnostic.severity for diagnostic in brief.diagnostics}
    gravest = next((severity for severity in SEVERITIES if severity in found), None)
    told = tuple(_told(document.path, source, brief.diagnostics)) if tell else ()
    return Outcome(document, made, warned=gravest in ("error", "warning"), gravest=gravest, told=told)


def _place_of(error: Exception) -> str:
    """Kind and place of a defect; its message may quote the letter."""
    calls = traceback.extract_tb(error.__traceback__)
    own = [call for call in calls if _PACKAGE in Path(call.filename).parents] or calls
    return f"{type(error).__name__} in {Path(own[-1].filename).name}, line {own[-1].lineno}"


def _told(path: str, source: Source, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """The diagnostics as lines; one that speaks of the whole letter stands at its first page or character."""
    if not diagnostics:
        return
    if source.placed:
        for diagnostic in diagnostics:
            page = (diagnostic.span and diagnostic.span.page) or 1
            yield one_line(f"{path}#page={page}: {_message(diagnostic)}")
        return
    starts = [0, *(newline.end() for newline in _NEWLINE.finditer(source.text))]
    for diagnostic in diagnostics:
        offset = diagnostic.span.start if diagnostic.span else 0
        line = bisect_right(starts, offset)
        column = offset - starts[line - 1] + 1
        yield one_line(f"{path}:{line}:{column}: {_message(diagnostic)}")


def _message(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity} {diagnostic.code} {diagnostic.message}"
