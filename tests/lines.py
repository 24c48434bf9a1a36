"""Lines of short invented texts, as the tests of the passes take them."""

import dataclasses
from collections.abc import Iterable

from kamerbrief.document.line import Line
from kamerbrief.head.fields import Field, read_fields
from kamerbrief.lines.kinds import mark_of
from kamerbrief.readers.plain import pages_of


def lines_of(text: str, *, margin: bool = False) -> list[Line]:
    """The lines of all pages; with ``margin``, as if they stood in the column beside the body."""
    lines = [line for page in pages_of(text) for line in page.lines]
    return [dataclasses.replace(line, margin=True) for line in lines] if margin else lines


def line_of(text: str) -> Line:
    """The text as a line by itself."""
    (line,) = lines_of(text)
    return line


def texts(lines: Iterable[Line]) -> list[str]:
    """What the lines say."""
    return [line.text for line in lines]


def fields_of(text: str) -> tuple[list[Field], list[str]]:
    """The fields of a head of one column, and the texts of the lines that nothing explains."""
    fields, rest = read_fields([(line, mark_of(line.text)) for line in lines_of(text)])
    return fields, texts(rest)
