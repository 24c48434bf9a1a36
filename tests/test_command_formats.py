"""What the command writes, format by format; documents are read in this process."""

from __future__ import annotations

import contextlib
import csv
import functools
import json
import os
import pathlib
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator

import openpyxl
import pyarrow as pa
import pytest
import xlsxwriter
from pyarrow import parquet
from tests.command_cases import letter_that, letters
from xlsxwriter.exceptions import FileCreateError

import kamerbrief
from kamerbrief import Kamerbrief
from kamerbrief.__main__ import main
from kamerbrief.command import run
from kamerbrief.command.data import COLUMNS
from kamerbrief.command.documents import Document
from kamerbrief.command.files import names_of
from kamerbrief.command.formats import FORMATS
from kamerbrief.command.workers import Done

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
RICH = FIXTURES / "ocw-2022-long-many-notes" / "letter.pdf"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes."""

    def in_this_process(
        items: Iterable[object], work: Callable[[object], object], *_: object, **__: object
    ) -> Iterator[object]:
        for item in items:
            yield item.result if isinstance(item, Done) else work(item)

    monkeypatch.setattr(run, "in_order", in_this_process)


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """Two letters, and a file that is none."""
    folder = tmp_path / "in"
    letters(folder, 1)
    (folder / "rijk.pdf").write_bytes(RICH.read_bytes())
    (folder / "scan.gif").write_bytes(b"GIF89a")
    return folder


def write(folder: pathlib.Path, name: str, *options: str) -> pathlib.Path:
    target = folder.with_name(name)
    assert main(["-q", *options, "-o", str(target), str(folder)]) == 1
    return target


def rows_of(folder: pathlib.Path) -> dict[str, list[tuple[object, ...]]]:
    """What the tables must hold."""
    made = [kamerbrief.tables(kamerbrief.read(path)) for path in sorted(folder.iterdir()) if path.suffix != ".gif"]
    rows: dict[str, list[tuple[object, ...]]] = {
        name: [row for one in made for row in getattr(one, name)] for name in COLUMNS if name != "failed"
    }
    reason = "a GIF image; recognise its text first, for example with "
    return rows | {"failed": [(str(folder / "scan.gif"), reason)]}


def test_json_lines(folder: pathlib.Path) -> None:
    lines = write(folder, "out.jsonl").read_text("utf-8").splitlines()
    assert [Kamerbrief.model_validate_json(line) for line in lines] == [
        kamerbrief.read(folder / "000.txt"),
        kamerbrief.read(folder / "rijk.pdf"),
    ]


def test_json_of_one_letter_and_of_several(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder.with_name("brief.json")
    assert main(["-o", str(target), str(folder / "rijk.pdf")]) == 0
    assert target.read_text("utf-8") == kamerbrief.read(folder / "rijk.pdf").model_dump_json(indent=2) + "\n"
    assert main(["-o", str(target), str(folder)]) == 1
    assert "it holds one letter, not 3; name a folder" in capsys.readouterr().err
    out = write(folder, "out", "-f", "json")
    assert sorted(path.name for path in out.iterdir()) == ["000.json", "rijk.json"]
    assert json.loads((out / "000.json").read_text("utf-8"))["subject"] == "Sloot 0"


def test_several_documents_on_standard_output(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-f", "json", str(folder)]) == 1
    assert capsys.readouterr() == ("", "kamerbrief: json has a file for each letter; name a folder for 3: -o\n")
    assert main(["-f", "json", str(folder / "000.txt")]) == 0


def test_json_lines_of_one_file_on_standard_output(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-f", "jsonl", str(folder / "000.txt")]) == 0
    assert capsys.readouterr().out == kamerbrief.read(folder / "000.txt").model_dump_json() + "\n"


def test_csv(folder: pathlib.Path) -> None:
    target = write(folder, "out.csv")
    assert {path.stem for path in target.iterdir()} == set(COLUMNS)
    for name, rows in rows_of(folder).items():
        with (target / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            head, *found = csv.reader(file)
        assert head == [column.name for column in COLUMNS[name]]
        for row, cells in zip(rows, found, strict=True):
            shown = [str(value).lower() if isinstance(value, bool) else str(value) for value in row]
            assert all(
                cell.startswith(want) if value is not None else cell == ""
                for cell, want, value in zip(cells, shown, row, strict=True)
            )


def test_csv_for_dutch_excel(folder: pathlib.Path) -> None:
    data = (write(folder, "out", "-f", "csv", "--dialect", "nl") / "letters.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfletter_id;file;")


def test_csv_of_odd_values(folder: pathlib.Path) -> None:
    letter_that('Een "brief", een\rregel', folder / "a\r\nb;c,d.txt")
    with (write(folder, "out.csv") / "letters.csv").open(encoding="utf-8", newline="") as file:
        assert {row["file"] for row in csv.DictReader(file)} >= {str(folder / "a\r\nb;c,d.txt")}


def test_workbook(folder: pathlib.Path) -> None:
    target = write(folder, "out.xlsx")
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == list(COLUMNS)
    for name, rows in rows_of(folder).items():
        head, *found = book[name].iter_rows(values_only=True)
        assert list(head) == [column.name for column in COLUMNS[name]]
        assert len(found) == len(rows)
    dates = [cell for cell in book["letters"]["E"] if cell.row > 1]
    assert all(cell.is_date and cell.number_format == "yyyy-mm-dd" for cell in dates)
    links = [cell for row in book["references"].iter_rows(min_row=2) for cell in row if cell.hyperlink]
    assert {cell.value for cell in links} == {
        row.url for row in kamerbrief.tables(kamerbrief.read(RICH)).references
    } - {None}
    first = target.read_bytes()
    assert write(folder, "out.xlsx").read_bytes() == first  # the same letters, the same bytes


def test_a_sheet_is_full(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kamerbrief.command.workbook._MOST_ROWS", 3)
    assert main(["-o", str(folder.with_name("out.xlsx")), str(folder)]) == 1
    assert "takes no more than 3 rows" in capsys.readouterr().err
    assert [path.name for path in folder.parent.iterdir()] == ["in"]


def test_a_cell_is_full(folder: pathlib.Path) -> None:
    letter_that("Sloot 😀 " * 8000, folder / "000.txt")
    book = openpyxl.load_workbook(write(folder, "out.xlsx"))
    longest = max((str(cell.value) for cell in book["blocks"]["L"]), key=len)
    assert longest.endswith("…")
    assert len(longest.encode("utf-16-le")) // 2 <= 32_767


def test_a_workbook_on_a_full_disk(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> None:
        raise FileCreateError(OSError(28, "No space left on device"))

    monkeypatch.setattr(xlsxwriter.Workbook, "close", refuse)
    assert main(["-o", str(folder.with_name("out.xlsx")), str(folder)]) == 1
    assert capsys.readouterr().err.endswith("out.xlsx: no space left on device\n")
    assert [path.name for path in folder.parent.iterdir()] == ["in"]


@pytest.mark.parametrize("rows", [1, 20_000])
def test_parquet(rows: int, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamerbrief.command.data._ParquetTable._GROUP", rows)
    target = write(folder, "out.parquet")
    types = {"text": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32()}
    for name, wanted in rows_of(folder).items():
        table = parquet.read_table(target / f"{name}.parquet")
        assert [(field.name, field.type, field.nullable) for field in table.schema] == [
            (column.name, types[column.kind], column.optional) for column in COLUMNS[name]
        ]
        if name != "failed":
            assert [tuple(row.values()) for row in table.to_pylist()] == wanted


# SQLite


def query(target: pathlib.Path, statement: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(target)) as database:
        return database.execute(statement).fetchall()


def bring_up_to_date(
    target: pathlib.Path, folder: pathlib.Path, capsys: pytest.CaptureFixture[str], *more: pathlib.Path
) -> str:
    capsys.readouterr()
    main(["-o", str(target), str(folder), *map(str, more)])
    return capsys.readouterr().err.splitlines()[-1].partition(":")[0].replace(", 1 with warnings", "").strip()


def test_database(folder: pathlib.Path) -> None:
    target = write(folder, "out.db")
    for name, rows in rows_of(folder).items():
        found = query(target, f'SELECT * FROM "{name}"')  # noqa: S608 -- our own names
        if name != "failed":
            plain = [tuple(str(one) if hasattr(one, "isoformat") else one for one in row) for row in rows]
            assert sorted(map(repr, found)) == sorted(
                repr(tuple(int(one) if isinstance(one, bool) else one for one in row)) for row in plain
            )
    assert query(target, "PRAGMA foreign_key_check") == []
    plan = query(target, "EXPLAIN QUERY PLAN SELECT * FROM \"references\" WHERE dossier = '33846' AND suffix IS NULL")
    assert "USING INDEX" in str(plan)
    assert query(target, "SELECT date FROM letters WHERE date BETWEEN '2022-01-01' AND '2022-12-31'") == [
        ("2022-12-02",)
    ]


def test_database_is_brought_up_to_date(folder: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, first, second = folder.with_name("out.db"), folder / "000.txt", folder / "rijk.pdf"
    update = functools.partial(bring_up_to_date, target, folder, capsys)
    names = "SELECT file FROM letters ORDER BY file"
    assert update().startswith("2 letters, 1 not read")
    assert update().startswith("2 letters, 2 unchanged, 1 not read")
    assert query(target, "SELECT count(*) FROM failed") == [(1,)]
    (folder / "scan.gif").unlink()
    letter_that("Een nieuwe brief", first)  # a changed file takes the place of the old one
    assert update().startswith("2 letters, 1 unchanged")
    assert query(target, names) == [(str(first),), (str(second),)]
    assert query(target, "SELECT count(*) FROM blocks WHERE text LIKE 'De sloten%'") == [(0,)]
    assert query(target, "SELECT count(*) FROM failed") == [(1,)]  # the path was not named again
    swapped = folder / "swap"
    for old, new in ((first, swapped), (second, first), (swapped, second)):  # moved, not changed
        old.rename(new)
    assert update().startswith("2 letters, 2 unchanged")
    assert query(target, names) == [(str(first),), (str(second),)]
    second.write_bytes(first.read_bytes())  # now a twin
    assert update() == "1 letter, 1 unchanged, 1 the same as another"
    assert query(target, names) == [(str(first),)]
    assert query(target, f"SELECT reason FROM failed WHERE file = '{second}'") == [(f"same as {first}",)]  # noqa: S608
    query_version = "SELECT DISTINCT parser_version FROM letters"
    with contextlib.closing(sqlite3.connect(target)) as database:
        database.execute("UPDATE letters SET parser_version = '0.0.1'")
        database.commit()
    assert "unchanged" not in update()
    assert query(target, query_version) == [(kamerbrief.__version__,)]


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["CREATE TABLE letters (a)"], "it is no database of kamerbrief"),
        (["CREATE TABLE kamerbrief (schema_version)", "INSERT INTO kamerbrief VALUES ('0.1')"], "schema version 0.1"),
        ([], "it is no database of kamerbrief"),
    ],
)
def test_a_database_of_others(
    statements: list[str], told: str, folder: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.with_name("out.db")
    if statements:
        with contextlib.closing(sqlite3.connect(target)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()
    else:
        target.write_text("tekst " * 500, encoding="utf-8")
    before = target.read_bytes()
    assert main(["-o", str(target), str(folder)]) == 1
    assert told in capsys.readouterr().err
    assert target.read_bytes() == before


def test_a_database_beside_tables_of_others(folder: pathlib.Path) -> None:
    target = folder.with_name("out.db")
    with contextlib.closing(sqlite3.connect(target)) as database:
        database.execute("CREATE TABLE stukken (a)")
    write(folder, "out.db")
    assert query(target, "SELECT count(*) FROM letters") == [(2,)]


# Targets


def test_a_target_is_replaced_as_a_whole(folder: pathlib.Path) -> None:
    target = folder.with_name("out.csv")
    target.mkdir()
    (target / "letters.csv").write_text("oud", encoding="utf-8")
    write(folder, "out.csv")
    assert "oud" not in (target / "letters.csv").read_text("utf-8")
    assert sorted(path.name for path in folder.parent.iterdir()) == ["in", "out.csv"]


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("nergens/out.xlsx", [], "there is no folder"),
        ("map.jsonl", [], "it is a folder"),
        ("map.db", [], "it is a folder"),
        ("bestand", ["-f", "csv"], "it is a file"),
        ("map.jsonl", ["-f", "csv"], "it holds other files (notities.docx)"),
        ("map.jsonl", ["-f", "json"], "it holds other files (notities.docx)"),
    ],
)
def test_a_target_that_cannot_be_written_is_told_first(
    name: str,
    options: list[str],
    told: str,
    folder: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for other in ("map.jsonl", "map.db"):
        folder.with_name(other).mkdir()
        (folder.with_name(other) / "notities.docx").touch()
    folder.with_name("bestand").touch()
    monkeypatch.setattr(run, "read_document", None)  # nothing may be read
    assert main(["-o", str(folder.parent / name), *options, str(folder)]) == 1
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert told in err
    assert (folder.with_name("map.jsonl") / "notities.docx").exists()


def test_what_the_system_refuses_is_told(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert main(["-o", str(folder.with_name("out.jsonl")), str(folder)]) == 1
    assert capsys.readouterr().err == f"kamerbrief: cannot write {folder.with_name('out.jsonl')}: permission denied\n"


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk(folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    real = pathlib.Path.open

    def on_full_disk(self: pathlib.Path, *args: object, **options: object) -> object:
        return real(pathlib.Path("/dev/full") if self.name == "out.jsonl" else self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(pathlib.Path, "open", on_full_disk)
    assert main(["-o", str(folder.with_name("out.jsonl")), str(folder)]) == 1
    assert "no space left on device" in capsys.readouterr().err
    assert [path.name for path in folder.parent.iterdir()] == ["in"]


@pytest.mark.parametrize(("name", "module"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_library_that_is_missing(
    name: str, module: str, folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["-o", str(folder.with_name(f"out.{name}")), str(folder)]) == 1
    assert f"pip install 'kamerbrief[{name}]'" in capsys.readouterr().err


# Names


def test_no_two_files_of_a_folder_are_called_alike() -> None:
    paths = ["in/a.pdf", "in/A.docx", "b/a.pdf", "c/a.pdf", "-", "in/sub/a"]
    documents = [Document(path, path.removeprefix("in/") if "in/" in path else path[-5:]) for path in paths]
    assert names_of(documents, ".md") == {
        "in/a.pdf": "a.md",
        "in/A.docx": "A.docx.md",
        "b/a.pdf": "a.pdf.md",
        "c/a.pdf": "a.pdf-2.md",
        "-": "standard-input.md",
        "in/sub/a": "sub/a.md",
    }


def test_every_suffix_tells_one_format() -> None:
    suffixes = [suffix for one in FORMATS.values() for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert os.path.splitext("x.jsonl")[1] in suffixes  # noqa: PTH122
