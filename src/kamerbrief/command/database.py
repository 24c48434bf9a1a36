"""Tables in a SQLite database that is brought up to date: only new and changed documents are read."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Final

from kamerbrief.command.data import COLUMNS
from kamerbrief.command.sink import OutputError, Sink, check_file, check_parent
from kamerbrief.document.text import well_formed
from kamerbrief.model.letter import SCHEMA_VERSION
from kamerbrief.model.origin import PARSER_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kamerbrief.command.documents import Document
    from kamerbrief.exports.rows import Column, Tables

_TYPES: Final = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT"}
_INDEXES: Final = {
    "letters": ("file", "sha256", "date", "ministry", "dossier, number"),
    "sections": ('letter_id, "where"',),
    "blocks": ('letter_id, "where"',),
    "footnotes": ('letter_id, "where"',),
    "references": ("letter_id", "dossier, suffix, number", "id"),
    "signatories": ("letter_id", "office"),
    "questions": ("letter_id", "number"),
    "diagnostics": ("letter_id", "code"),
}
_BATCH: Final = 20
"""Letters of a transaction: what is lost at most when the process is killed."""
_PATIENCE: Final = 30
"""Seconds to wait for another process that writes to the database."""
_NO_DATABASE: Final = "it is no database of kamerbrief; name another file"


class _Database(Sink["Tables"]):
    """Letters and what belongs to them are written and deleted together."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pending = 0
        self._held: dict[str, str] = {}
        """The hash of what this run found at each path."""
        self._inserts = {
            name: f"INSERT OR REPLACE INTO {_quoted(name)} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 -- our own
            for name, columns in COLUMNS.items()
        }

    def has(self, sha256: str) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM letters WHERE sha256 = ? AND parser_version = ?", (sha256, PARSER_VERSION)
        )
        return found.fetchone() is not None

    def keep(self, document: Document) -> None:
        """The file may have been moved since."""
        path = self._found(document)
        self._connection.execute("UPDATE letters SET file = ? WHERE sha256 = ?", (path, document.sha256))
        self._commit_some()

    def write(self, document: Document, made: Tables) -> None:
        self._found(document)
        for row in made.letters:
            self._connection.execute("DELETE FROM letters WHERE letter_id = ?", (row.letter_id,))
        for name, rows in made._asdict().items():
            self._connection.executemany(self._inserts[name], ([_value(one) for one in row] for row in rows))
        self._commit_some()

    def fail(self, document: Document, reason: str) -> None:
        path = self._found(document)
        self._connection.execute(self._inserts["failed"], (path, well_formed(reason)))
        self._commit_some()

    def finish(self) -> None:
        """Forget the letters that the paths of this run held before and hold no more, and commit."""
        stale = "DELETE FROM letters WHERE file = ? AND sha256 <> ?"
        self._connection.executemany(stale, self._held.items())
        self._connection.commit()

    def _found(self, document: Document) -> str:
        """Its path; what failed there before is forgotten."""
        path = well_formed(document.path)
        self._connection.execute("DELETE FROM failed WHERE file = ?", (path,))
        if document.sha256 is not None:
            self._held[path] = document.sha256
        return path

    def _commit_some(self) -> None:
        self._pending += 1
        if self._pending >= _BATCH:
            self._connection.commit()
            self._pending = 0


def _value(value: object) -> object:
    """Dates are text in SQLite, in the form that its functions read."""
    return value if value is None or isinstance(value, (str, int)) else str(value)


@contextlib.contextmanager
def database(target: Path) -> Iterator[Sink[Tables]]:
    """A database with a table for each table; what was committed stays, whatever happens then.

    Raises:
        OutputError: It cannot be written, or is another program's.
    """
    check_file(target)
    check_parent(target)
    with _told(target), contextlib.closing(sqlite3.connect(target, timeout=_PATIENCE)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        _set_up(connection, target)
        sink = _Database(connection)
        yield sink
        sink.finish()


@contextlib.contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OutputError(f"cannot write {target}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise OutputError(f"cannot write {target}: {_NO_DATABASE}") from error


def _set_up(connection: sqlite3.Connection, target: Path) -> None:
    """Lay the tables where there are none; this also tells whether the database can be written at all."""
    connection.execute("BEGIN IMMEDIATE")
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "kamerbrief" not in names:
        if names & set(COLUMNS):
            raise OutputError(f"cannot write {target}: {_NO_DATABASE}")
        for statement in _schema():
            connection.execute(statement)
        connection.execute("INSERT INTO kamerbrief VALUES (?)", (SCHEMA_VERSION,))
    (version,) = connection.execute("SELECT schema_version FROM kamerbrief").fetchone()
    if version != SCHEMA_VERSION:
        raise OutputError(
            f"cannot write {target}: its tables are those of schema version {version}, not {SCHEMA_VERSION}; "
            "write a new database"
        )
    connection.commit()


def _schema() -> Iterator[str]:
    yield "CREATE TABLE kamerbrief (schema_version TEXT NOT NULL)"
    for name, columns in COLUMNS.items():
        yield f"CREATE TABLE {_quoted(name)} ({', '.join(_column(name, column) for column in columns)})"
        for indexed in _INDEXES.get(name, ()):
            index = "_".join([name, *indexed.replace('"', "").split(", ")])
            yield f"CREATE INDEX {_quoted(index)} ON {_quoted(name)} ({indexed})"


def _column(table: str, column: Column) -> str:
    words = [_quoted(column.name), _TYPES[column.kind]]
    if not column.optional:
        words.append("NOT NULL")
    if (table, column.name) in {("letters", "letter_id"), ("failed", "file")}:
        words.append("PRIMARY KEY")
    elif column.name == "letter_id":
        words.append("REFERENCES letters ON DELETE CASCADE")
    return " ".join(words)


def _quoted(name: str) -> str:
    """A name that may be a word of SQL too, like ``references``, ``where`` and ``end``."""
    return f'"{name}"'
