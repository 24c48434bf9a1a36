"""The command with --check: diagnostics alone, and an exit code that a pipeline can stop at."""

from __future__ import annotations

import pathlib

import pytest
from tests.test_model_diagnostics import LETTER

from kamerbrief.__main__ import main

TEXTS = {
    "clean": LETTER,
    "info": LETTER.replace("\n\n\n\nA.B. de Boer", ""),
    "warning": LETTER.replace("3963666\n", ""),
}


@pytest.fixture
def letters(tmp_path: pathlib.Path) -> dict[str, str]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "error.txt").write_text("...\n", "utf-8")
    return {name: str(tmp_path / f"{name}.txt") for name in (*TEXTS, "error")}


@pytest.mark.parametrize(
    ("option", "failing"),
    [
        ("--check", {"warning", "error"}),
        ("--check=info", {"info", "warning", "error"}),
        ("--check=warning", {"warning", "error"}),
        ("--check=error", {"error"}),
    ],
)
def test_exit_code(option: str, failing: set[str], letters: dict[str, str]) -> None:
    for name, path in letters.items():
        assert main([path, option]) == (name in failing), name
    assert main([*letters.values(), option]) == 1


def test_diagnostics_alone(letters: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", letters["clean"], letters["warning"]]) == 1
    told = capsys.readouterr()
    (line,) = told.out.splitlines()
    assert line.startswith(f"{letters['warning']}:7:1: warning missing-kenmerk the letterhead has a label")
    assert not told.err


def test_what_cannot_be_read_fails(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check=error", str(tmp_path / "none.pdf")]) == 1
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["-f", "json"], ["-o", "out.csv"]])
def test_nothing_is_written(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["brief.txt", "--check", *options])
    assert exit_.value.code == 2
    assert "--check tells diagnostics alone" in capsys.readouterr().err
