"""The README is true: its examples run, and what it names exists."""

from __future__ import annotations

import dataclasses
import doctest
import importlib.util
import os
import pathlib
import re
import subprocess
import sys
import tomllib
import types
import typing

import pytest

import kamerbrief
from kamerbrief.command.data import COLUMNS
from kamerbrief.command.formats import FORMATS
from kamerbrief.exports.rows import Column

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PYTHON = [code for language, code in BLOCKS if language == "python"]
SHELL = [code for language, code in BLOCKS if language == "sh"]


def test_examples(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    # What the examples write goes elsewhere.
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    for code in PYTHON:
        if missing_in(code) or "import ray" in code or "from ray" in code:
            continue
        line = README[: README.index(code)].count("\n")
        test = doctest.DocTestParser().get_doctest(code, names, "README", "README.md", line)
        assert test.examples, "an example of the README shows no prompt"
        runner.run(test, out=report.append, clear_globs=False)
        names = test.globs
    assert not report, "".join(report)
    assert len(PYTHON) >= 3


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="ray is large: tried where it is installed")
def test_ray() -> None:
    (code,) = [code for code in PYTHON if "from ray" in code]
    example = doctest.DocTestParser().get_examples(code)
    script = "\n".join(
        [
            "import kamerbrief",
            f"data = [open({str(ROOT / 'fixtures/jenv-2022-imrf-like/letter.pdf')!r}, 'rb').read()]",
            *(one.source for one in example),
            "assert made[0].letters[0].ministry == 'JenV'",
        ]
    )
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": where}
    subprocess.run([sys.executable, "-c", script], check=True, timeout=300, env=env)


def missing_in(code: str) -> list[str]:
    """The modules that an example imports and that are not installed here."""
    named = re.findall(r"^>>> (?:import|from) (\w+)", code, re.MULTILINE)
    return [name for name in named if importlib.util.find_spec(name) is None]


def test_loader_of_langchain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe does what LangChain asks of a loader: each piece as a Document."""

    @dataclasses.dataclass
    class Document:
        page_content: str
        metadata: dict[str, object]
        id: str

    monkeypatch.chdir(ROOT)
    stand_ins = {"document_loaders": ("BaseLoader", object), "documents": ("Document", Document)}
    for module, (name, value) in stand_ins.items():
        stand_in = types.ModuleType(f"langchain_core.{module}")
        setattr(stand_in, name, value)
        monkeypatch.setitem(sys.modules, f"langchain_core.{module}", stand_in)
    monkeypatch.setitem(sys.modules, "langchain_core", types.ModuleType("langchain_core"))
    (code,) = (code for language, code in BLOCKS if language == "py")
    program: dict[str, typing.Any] = {}
    exec(code, program)  # noqa: S102 -- our own README
    made = list(program["KamerbriefLoader"]("fixtures/jenv-2022-imrf-like/letter.pdf", limit=150).lazy_load())
    assert len(made) > 5
    assert made[0].page_content.startswith("Met deze brief")
    assert made[0].metadata["ministry"] == "JenV"


@pytest.mark.parametrize("code", [code for language, code in BLOCKS if language == "python"])
def test_examples_of_exports_are_short(code: str) -> None:
    if "to_" in code or "chunks" in code:
        assert len(code.splitlines()) <= 8


def test_first_two_commands_set_up() -> None:
    # .ci/run runs them word for word
    parses, tests = SHELL[:2]
    assert "kamerbrief fixtures/" in parses
    assert "-m pytest" in tests
    assert all(command.startswith("python3 -m venv .venv && ") and command.count("\n") == 1 for command in SHELL[:2])


@pytest.mark.parametrize("name", sorted(set(re.findall(r"(?:fixtures|tests|src)/[\w./-]+\w", README))))
def test_files_that_it_names_exist(name: str) -> None:
    if name.startswith("src/") and not (ROOT / "src").exists():
        pytest.skip("tested against an installed package")
    assert (ROOT / name).exists()


@pytest.mark.parametrize("name", sorted(kamerbrief.Kamerbrief.model_fields))
def test_every_attribute_is_told_of(name: str) -> None:
    table = README.partition("### What a letter has")[2].partition("###")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert any(f"`{name}`" in row for row in rows)


@pytest.mark.parametrize("name", sorted(kamerbrief.Sender.model_fields))
def test_every_attribute_of_the_sender_is_told_of(name: str) -> None:
    assert f"`{name}`" in README


def test_changelog_and_citation_know_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    date = changes.partition(f"## [{version}] - ")[2][:10]
    assert f"version = {{{version}}},\n  date    = {{{date}}}," in README


def test_columns_of_the_tables() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (`letter_id`.*?|`file`.*?) \|", README, re.MULTILINE)
    told = {
        table: tuple(
            Column(name, kind or "text", optional=bool(mark))
            for name, mark, kind in re.findall(r"`(\w+)(\??)(?: (\w+))?`", columns)
        )
        for table, columns in rows
    }
    assert told == COLUMNS


def test_formats() -> None:
    assert set(re.findall(r"^\| `briev.*?\| `(\w+)` \|", README, re.MULTILINE)) | {"json"} == set(FORMATS)
