"""The command with processes, as a program: what dies, hangs or is stopped costs itself alone."""

from __future__ import annotations

import csv
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from tests.command_cases import letter_that, letters

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATIENCE = 120

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def start(*arguments: str | pathlib.Path) -> subprocess.Popen[str]:
    import kamerbrief

    where = os.pathsep.join([str(pathlib.Path(kamerbrief.__file__).parent.parent), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-m", "tests.command_cases", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_listens_to_the_user,  # noqa: PLW1509 -- no test starts threads
        env={**os.environ, "PYTHONPATH": where, "PYTHONUTF8": "1"},
    )


def _listens_to_the_user() -> None:
    """A shell starts what it leaves in the background deaf to Ctrl-C, the tests and all that they start too."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def run(*arguments: str | pathlib.Path) -> tuple[int, str]:
    program = start(*arguments)
    _, said = program.communicate(timeout=PATIENCE)
    return program.returncode, said


@posix
def test_what_fails_costs_itself_alone(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "in"
    good = letters(folder, 3)
    twin = folder / "010-twin.txt"
    twin.write_bytes(good[1].read_bytes())
    (folder / "011-broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    letter_that("HANG", folder / "012-endless.txt")
    letter_that("KILL MYSELF", folder / "013-killer.txt")
    letter_that("DEFECT", folder / "014-defect.txt")
    odd = letter_that("Een brief", folder / "015-a\nb.txt")
    (folder / "016-gone.txt").symlink_to(folder / "nowhere")
    (folder / ".hidden.txt").write_text("Geachte voorzitter,", encoding="utf-8")
    code, said = run("-j", "2", "--timeout", "4", "-o", tmp_path / "out.csv", folder)
    with (tmp_path / "out.csv" / "letters.csv").open(encoding="utf-8", newline="") as file:
        assert [row["file"] for row in csv.DictReader(file)] == [*map(str, good), str(odd)]
    with (tmp_path / "out.csv" / "failed.csv").open(encoding="utf-8", newline="") as file:
        failed = {pathlib.Path(row["file"]).name: row["reason"] for row in csv.DictReader(file)}
    assert "(RuntimeError in reading.py, line " in failed.pop("014-defect.txt")
    assert failed == {
        "010-twin.txt": f"same as {good[1]}",
        "011-broken.pdf": "a damaged or incomplete PDF; fetch it again",
        "012-endless.txt": "took longer than 4 seconds",
        "013-killer.txt": "the process that read it died (SIGKILL)",
        "016-gone.txt": "no such file",
    }
    assert code == 1
    assert said.splitlines()[-1].startswith("4 letters, 5 not read, 1 the same as another, ")
    assert len(said.splitlines()) == len(failed) + 2


@posix
@pytest.mark.parametrize("name", ["out.jsonl", "out.db"])
def test_killed_in_the_middle(name: str, tmp_path: pathlib.Path) -> None:
    paths = letters(tmp_path / "in", 30)
    letter_that("KILL PARENT", paths[27])
    target = tmp_path / name
    if name == "out.jsonl":
        target.write_text("as before", encoding="utf-8")
    code, _ = run("-j", "1", "-o", target, tmp_path / "in")
    assert code == -signal.SIGKILL
    if name == "out.jsonl":
        assert target.read_text("utf-8") == "as before"
        return
    with sqlite3.connect(target) as database:
        assert database.execute("SELECT count(*) FROM letters").fetchone() == (20,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    letters(tmp_path / "in", 30)
    code, said = run("-j", "1", "-o", target, tmp_path / "in")
    assert (code, said.splitlines()[-1][:25]) == (0, "30 letters, 20 unchanged,")


@posix
def test_stopped_by_the_user(tmp_path: pathlib.Path) -> None:
    hanging = letter_that("HANG", letters(tmp_path / "in", 4)[2])
    program = start("-j", "2", "-o", tmp_path / "out.jsonl", tmp_path / "in")
    deadline = time.monotonic() + PATIENCE
    began = hanging.with_name(hanging.name + ".began")
    while not began.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(program.pid, signal.SIGINT)  # as a terminal does: to the processes too
    asked = time.monotonic()
    _, said = program.communicate(timeout=PATIENCE)
    assert time.monotonic() - asked < 10  # within a second, where nobody else wants the machine
    assert program.returncode == 130
    assert said == ""
    assert [path.name for path in tmp_path.iterdir()] == ["in"]  # no half file, nothing beside it
    with pytest.raises(ProcessLookupError):  # the process that hung is gone
        os.kill(int(began.read_text("utf-8")), 0)
