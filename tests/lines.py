"""Lines of short invented texts, as the tests of the steps take them."""

from collections.abc import Iterable

from kamerbrief.document.line import Line, Page
from kamerbrief.document.source import Source
from kamerbrief.head.fields import read_fields
from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.field import Field
from kamerbrief.lines.ledger import Ledger, Role
from kamerbrief.lines.measure import Measure
from kamerbrief.readers import read_text


def ledger_of(text: str | Iterable[Line]) -> Ledger:
    """The ledger of a text, or of these lines as one page."""
    return Ledger(read_text(text) if isinstance(text, str) else Source("", pages=(Page(1, tuple(text)),)))


def taken(ledger: Ledger) -> list[tuple[Role, str]]:
    """What the lines were taken as, and their texts."""
    return [(role, line.text) for line, role in ledger.taken()]


def lines_of(text: str, *, margin: bool = False) -> list[FeatureLine]:
    """The lines of all pages; with ``margin``, as if they stood in the column beside the body."""
    return [line._replace(margin=True) if margin else line for line in ledger_of(text).rest()]


def line_of(text: str) -> FeatureLine:
    """The text as a line by itself."""
    (line,) = lines_of(text)
    return line


def texts(lines: Iterable[FeatureLine]) -> list[str]:
    """What the lines say."""
    return [line.text for line in lines]


def fields_of(text: str) -> tuple[list[Field], list[str]]:
    """The fields of a head of one column, and the texts of the lines that nothing explains."""
    fields, rest = read_fields(lines_of(text))
    return fields, texts(rest)


def measured(lines: list[FeatureLine]) -> tuple[list[FeatureLine], Measure]:
    """The lines of a letter with its measure."""
    return lines, Measure.of(lines)
