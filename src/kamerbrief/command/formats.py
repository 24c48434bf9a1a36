"""The formats: what is made of a letter, and where it goes. A new one is an entry here."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any, Final

from kamerbrief.command import rendering
from kamerbrief.command.sink import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from kamerbrief.command.documents import Document
    from kamerbrief.command.sink import Sink
    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Kamerbrief


@dataclasses.dataclass(frozen=True, slots=True)
class Order:
    """What is to be written where."""

    target: Path
    documents: Sequence[Document]
    dutch: bool = False
    """As Dutch Excel wants it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: What ``--format`` calls it.
        suffixes: What a target of this format may end in; the first is that of its files.
        render: What a process makes of a letter; it must be importable there.
        open: What opens the target, and gives the sink for what was rendered.
        library: The module that it needs and the extra that brings it.
        letter: A file holds one letter; several become a folder.
        document: Such a file may be a letter to read, too.
    """

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Kamerbrief, Source], Any]
    open: Callable[[Order], AbstractContextManager[Sink[Any]]]
    library: tuple[str, str] | None = None
    letter: bool = False
    document: bool = False


def _open_letters(order: Order, suffix: str) -> AbstractContextManager[Sink[str]]:
    """A file for one letter, if that is what the target is called, else a folder of them."""
    from kamerbrief.command.files import file_a_letter, one_file

    if not order.target.name.lower().endswith(suffix) or order.target.is_dir():
        return file_a_letter(order.target, order.documents, suffix)
    if len(order.documents) > 1:
        raise OutputError(
            f"cannot write {order.target}: it holds one letter, not {len(order.documents)}; name a folder, and the "
            "format with -f"
        )
    return one_file(order.target)


def _open_lines(order: Order) -> AbstractContextManager[Sink[str]]:
    from kamerbrief.command.files import one_file

    return one_file(order.target)


def _open_csv(order: Order) -> AbstractContextManager[Sink[Any]]:
    from kamerbrief.command.data import csv_folder

    return csv_folder(order.target, dutch=order.dutch)


def _open_parquet(order: Order) -> AbstractContextManager[Sink[Any]]:
    from kamerbrief.command.data import parquet_folder

    return parquet_folder(order.target)


def _open_workbook(order: Order) -> AbstractContextManager[Sink[Any]]:
    from kamerbrief.command.workbook import workbook

    return workbook(order.target)


def _open_database(order: Order) -> AbstractContextManager[Sink[Any]]:
    from kamerbrief.command.database import database

    return database(order.target)


def _letters(name: str, suffix: str, render: Callable[[Kamerbrief, Source], str], *, document: bool = False) -> Format:
    """A format with a file a letter."""
    opens = functools.partial(_open_letters, suffix=suffix)
    return Format(name, (suffix,), render, opens, letter=True, document=document)


FORMATS: Final[Mapping[str, Format]] = {
    one.name: one
    for one in (
        _letters("json", ".json", rendering.json_of),
        _letters("markdown", ".md", rendering.markdown_of, document=True),
        _letters("html", ".html", rendering.html_of, document=True),
        _letters("diwoo", ".diwoo.xml", rendering.diwoo_of),
        Format("jsonl", (".jsonl", ".ndjson"), rendering.json_line_of, _open_lines),
        Format("csv", (".csv",), rendering.tables_of, _open_csv),
        Format("sqlite", (".sqlite", ".db", ".sqlite3"), rendering.tables_of, _open_database),
        Format("xlsx", (".xlsx",), rendering.tables_of, _open_workbook, library=("xlsxwriter", "xlsx")),
        Format("parquet", (".parquet",), rendering.tables_of, _open_parquet, library=("pyarrow", "parquet")),
    )
}
"""All formats by name."""

NO_DOCUMENTS: Final = frozenset(suffix for one in FORMATS.values() if not one.document for suffix in one.suffixes)
"""Suffixes of what is written here; in a folder of documents such a file is none."""


def format_of(target: str) -> Format | None:
    """The format that the suffix of a target tells.

    Example:
        >>> format_of("out/brieven.XLSX").name
        'xlsx'
    """
    name = target.rstrip("/\\").lower()
    return next((one for one in FORMATS.values() if name.endswith(one.suffixes)), None)
