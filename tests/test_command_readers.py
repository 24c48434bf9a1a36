"""What the command writes is opened by the programs that it is for."""

from __future__ import annotations

import pathlib

import pytest
from tests.command_cases import letters

import kamerbrief
from kamerbrief.__main__ import main

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
RICH = FIXTURES / "ocw-2022-long-many-notes" / "letter.pdf"
PAPER = FIXTURES / "kst-budget-chapter" / "letter.txt"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A data set in each format; the first letter alone has less than the second, and the third is of another form."""
    folder = tmp_path_factory.mktemp("written")
    first, last = letters(folder / "in", 2)
    (folder / "list").write_text("\n".join(map(str, [first, RICH, PAPER, last])), encoding="utf-8")
    for name in ("out.jsonl", "out.csv", "out.parquet", "out.db"):
        assert main(["-q", "-j", "1", "-o", str(folder / name), "--files-from", str(folder / "list")]) == 0
    return folder


CITED = len(kamerbrief.read(RICH).references) + len(kamerbrief.read(PAPER).references)


def test_pandas(written: pathlib.Path) -> None:
    pandas = pytest.importorskip("pandas")
    letters = pandas.read_csv(written / "out.csv" / "letters.csv", parse_dates=["date"])
    assert letters["date"].dt.year.tolist()[:2] == [2024, 2022]
    references = pandas.read_parquet(written / "out.parquet" / "references.parquet")
    assert len(references.merge(letters, on="letter_id")) == CITED
    assert len(pandas.read_json(written / "out.jsonl", lines=True)) == 4
    rows = [row for path in (RICH, PAPER) for row in kamerbrief.tables(kamerbrief.read(path)).blocks]
    assert list(pandas.DataFrame(rows).columns)[:2] == ["letter_id", "where"]


def test_polars(written: pathlib.Path) -> None:
    polars = pytest.importorskip("polars")
    lines = polars.read_ndjson(written / "out.jsonl")
    assert lines["references"].list.len().sum() == CITED
    assert lines["subject"].drop_nulls().len() >= 3
    table = polars.read_parquet(written / "out.parquet" / "letters.parquet")
    assert table.schema["date"] == polars.Date
    assert polars.read_csv(written / "out.csv" / "letters.csv")["words"].sum() == table["words"].sum()


def test_duckdb(written: pathlib.Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    for shape in ("csv", "parquet"):
        letters, cited = (f"'{written}/out.{shape}/{name}.{shape}'" for name in ("letters", "references"))
        query = f"SELECT count(*), count(DISTINCT letter_id) FROM {letters} JOIN {cited} USING (letter_id)"  # noqa: S608
        assert duckdb.sql(query).fetchall() == [(CITED, 2)]
    count = f"SELECT count(*), sum(len(\"references\")) FROM read_json('{written}/out.jsonl')"  # noqa: S608
    assert duckdb.sql(count).fetchall() == [(4, CITED)]
