"""Tables as sheets of a workbook (XLSX), with xlsxwriter (the extra ``kamerbrief[xlsx]``)."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from kamerbrief.command.data import COLUMNS, TableSink, TableWriter
from kamerbrief.command.sink import OutputError, Sink, check_file, staged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kamerbrief.exports.rows import Column, Tables

_MOST_ROWS: Final = 1_048_576
_MOST_CHARACTERS: Final = 32_767
_MOST_LINKS: Final = 65_530
_LONGEST_LINK: Final = 2_079
_LINKS: Final = frozenset({"url", "tooi_id"})
"""Columns that hold addresses on the web."""
_WIDTHS: Final = {
    "text": 60,
    "answer_text": 60,
    "subject": 60,
    "message": 60,
    "reason": 60,
    "title": 40,
    "file": 40,
    "raw": 40,
}
_WIDTH: Final = 14


class _Sheet(TableWriter):
    """A sheet of the workbook; its rows are written to a file as they come."""

    def __init__(self, workbook: Any, name: str, columns: Sequence[Column]) -> None:  # noqa: ANN401 -- has no types
        self._sheet = workbook.add_worksheet(name)
        self._name = name
        self._links = [column.name in _LINKS for column in columns]
        self._row = 0
        self._linked = 0
        date = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._link = workbook.get_default_url_format()
        for index, column in enumerate(columns):
            width = _WIDTHS.get(column.name, _WIDTH)
            self._sheet.set_column(index, index, width, date if column.kind == "date" else None)
        self._date = date
        self._sheet.freeze_panes(1, 0)
        self._head = workbook.add_format({"bold": True})
        for index, column in enumerate(columns):
            self._sheet.write_string(0, index, column.name, self._head)

    def append(self, rows: Iterable[tuple[object, ...]]) -> None:
        for row in rows:
            self._row += 1
            if self._row >= _MOST_ROWS:
                raise OutputError(
                    f"a sheet of a workbook takes no more than {_MOST_ROWS:,} rows, and {self._name} has more; "
                    "write SQLite, Parquet or CSV"
                )
            for index, value in enumerate(row):
                if value is not None:
                    self._write(index, value)

    def give_up(self) -> None:
        """Close the file that its rows are kept in, which the library closes only in a workbook that is finished."""
        if (file := getattr(self._sheet, "row_data_fh", None)) is not None:
            file.close()

    def _write(self, index: int, value: object) -> None:
        match value:
            case bool():
                self._sheet.write_boolean(self._row, index, value)
            case int():
                self._sheet.write_number(self._row, index, value)
            case dt.date():
                self._sheet.write_datetime(self._row, index, value, self._date)
            case _:
                self._write_text(index, str(value))

    def _write_text(self, index: int, text: str) -> None:
        if len(text.encode("utf-16-le")) // 2 > _MOST_CHARACTERS:
            text = _cut(text)
        if self._links[index] and len(text) <= _LONGEST_LINK and self._linked < _MOST_LINKS:
            self._linked += 1
            self._sheet.write_url(self._row, index, text, self._link, text)
        else:
            self._sheet.write_string(self._row, index, text)


def _cut(text: str) -> str:
    """As much of a text as a cell takes, counted as Excel does: in units of UTF-16."""
    return text.encode("utf-16-le")[: 2 * (_MOST_CHARACTERS - 1)].decode("utf-16-le", errors="ignore") + "…"


@contextlib.contextmanager
def workbook(target: Path) -> Iterator[Sink[Tables]]:
    """A workbook with a sheet for each table."""
    from xlsxwriter import Workbook

    check_file(target)
    with staged(target, folder=False) as product:
        options = {"constant_memory": True, "tmpdir": str(product.parent), "strings_to_urls": False}
        book = Workbook(str(product), options)
        book.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 -- the same letters, the same bytes
        sheets = {name: _Sheet(book, name, columns) for name, columns in COLUMNS.items()}
        try:
            yield TableSink(sheets)
            _close(book)
        finally:
            for sheet in sheets.values():
                sheet.give_up()


def _close(book: Any) -> None:  # noqa: ANN401 -- has no types
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error
