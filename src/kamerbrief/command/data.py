"""Tables as files: a folder of CSV or Parquet, a file a table."""

from __future__ import annotations

import contextlib
import csv
from typing import TYPE_CHECKING, Final, NamedTuple

from kamerbrief.command.sink import OutputError, Sink, check_folder, staged
from kamerbrief.document.text import well_formed
from kamerbrief.exports.rows import ROWS, columns_of
from kamerbrief.model.letter import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kamerbrief.command.documents import Document
    from kamerbrief.exports.rows import Column, Tables


class FailedRow(NamedTuple):
    """A document that was not read."""

    file: str
    reason: str


COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    **{name: columns_of(row) for name, row in ROWS.items()},
    "failed": columns_of(FailedRow),
}
"""The columns of each table, ``failed`` too."""


class TableWriter:
    """What appends rows to one table."""

    def append(self, rows: Iterable[tuple[object, ...]]) -> None:
        """Append rows."""
        raise NotImplementedError


class TableSink(Sink["Tables"]):
    """A writer for each table."""

    def __init__(self, writers: Mapping[str, TableWriter]) -> None:
        self._writers = writers

    def write(self, document: Document, made: Tables) -> None:
        """Append the rows of a letter."""
        del document
        for name, rows in made._asdict().items():
            self._writers[name].append(rows)

    def fail(self, document: Document, reason: str) -> None:
        """Append a row to the table ``failed``."""
        self._writers["failed"].append([FailedRow(well_formed(document.path), well_formed(reason))])


class _CsvTable(TableWriter):
    def __init__(self, path: Path, columns: Sequence[Column], *, dutch: bool, stack: contextlib.ExitStack) -> None:
        # Dutch Excel reads a semicolon as the end of a cell, and UTF-8 only behind a byte order mark.
        file = path.open("w", encoding="utf-8-sig" if dutch else "utf-8", newline="")
        self._writer = csv.writer(stack.enter_context(file), delimiter=";" if dutch else ",")
        self._writer.writerow([column.name for column in columns])

    def append(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    """A value as CSV has it; dates are written as ISO 8601 by ``str``."""
    return ("true" if value else "false") if isinstance(value, bool) else value


@contextlib.contextmanager
def csv_folder(target: Path, *, dutch: bool) -> Iterator[Sink[Tables]]:
    """A folder of tables in CSV, UTF-8."""
    with _folder_of(target, ".csv") as product, contextlib.ExitStack() as stack:
        yield TableSink(
            {
                name: _CsvTable(product / f"{name}.csv", columns, dutch=dutch, stack=stack)
                for name, columns in COLUMNS.items()
            }
        )


@contextlib.contextmanager
def _folder_of(target: Path, suffix: str) -> Iterator[Path]:
    names = {name + suffix for name in COLUMNS}
    check_folder(target, names.__contains__)
    with staged(target, folder=True) as product:
        yield product


class _ParquetTable(TableWriter):
    _GROUP: Final = 20_000
    """Rows that are written at once: what bounds memory."""

    def __init__(self, path: Path, columns: Sequence[Column], stack: contextlib.ExitStack) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        kinds = {"text": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32()}
        fields = [pa.field(column.name, kinds[column.kind], nullable=column.optional) for column in columns]
        self._schema = pa.schema(fields, metadata={"kamerbrief_schema_version": SCHEMA_VERSION})
        self._rows: list[tuple[object, ...]] = []
        self._arrays = pa.Table.from_arrays
        self._array = pa.array
        self._writer = stack.enter_context(parquet.ParquetWriter(path, self._schema, compression="zstd"))
        stack.callback(self._flush)

    def append(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._rows += rows
        if len(self._rows) >= self._GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(self._schema, zip(*self._rows, strict=True), strict=True)
            arrays = [self._array(values, field.type) for field, values in columns]
            self._writer.write_table(self._arrays(arrays, schema=self._schema))
            self._rows.clear()


@contextlib.contextmanager
def parquet_folder(target: Path) -> Iterator[Sink[Tables]]:
    """A folder of tables in Parquet, typed."""
    with _folder_of(target, ".parquet") as product, contextlib.ExitStack() as stack:
        yield TableSink(
            {name: _ParquetTable(product / f"{name}.parquet", columns, stack) for name, columns in COLUMNS.items()}
        )


def need(module: str, extra: str, format_name: str) -> None:
    """Say what to install where a format's library is missing.

    Raises:
        OutputError: It is missing.
    """
    import importlib

    try:
        importlib.import_module(module)
    except ImportError as error:
        if (error.name or "").partition(".")[0] != module:
            raise
        raise OutputError(
            f"{format_name} needs a library that is not installed; install it with: pip install 'kamerbrief[{extra}]'"
        ) from error
