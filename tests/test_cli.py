"""The command line: what goes to which stream, and the exit code."""

from __future__ import annotations

import io
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

import pytest
from tests.pdfs import BODY, pdf

import kamerbrief
from kamerbrief import Kamerbrief
from kamerbrief.__main__ import main

LETTER = "Geachte voorzitter,\n\nHierbij bied ik u één rapport aan – in ‘drievoud’.\n\nHoogachtend,\n"
DIAGNOSTIC = re.compile(r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (error|warning|info) [a-z0-9-]+ \S.*$")


@pytest.fixture
def letter(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, whether or not the package is installed."""
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    env = {**os.environ, "PYTHONPATH": where, "PYTHONIOENCODING": "", "LC_ALL": "C", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "kamerbrief", *arguments]
    return subprocess.run(command, check=False, capture_output=True, timeout=60, env=env, **options)  # type: ignore[call-overload,no-any-return]


def test_one_file(letter: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(letter)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("{\n  ")
    brief = Kamerbrief.model_validate_json(out)
    assert brief == kamerbrief.read(letter)
    lines = err.splitlines()
    assert len(lines) == len(brief.diagnostics)
    assert all(DIAGNOSTIC.match(line) for line in lines)


def test_several_files_one_of_them_bad(letter: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = letter.with_name("weg.txt")
    pdf = letter.with_name("brief2.txt")
    pdf.write_bytes(b"%PDF-1.7")
    assert main([str(letter), str(gone), str(pdf), str(letter)]) == 1
    out, err = capsys.readouterr()
    briefs = [Kamerbrief.model_validate_json(line) for line in out.splitlines()]
    assert briefs == [kamerbrief.read(letter)] * 2
    refused = [line for line in err.splitlines() if line.startswith("kamerbrief: ")]
    assert [line.split(": ")[1] for line in refused] == [str(gone), str(pdf)]
    assert "no such file" in refused[0]
    assert "PDF" in refused[1]


@pytest.mark.parametrize("files", [["nergens/brief.txt"], ["nergens/brief.txt", "nergens/brief2.txt"]])
def test_no_readable_file(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(files) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == len(files)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode("cp1252")), encoding="ascii"))
    assert main(["-"]) == 0
    out, err = capsys.readouterr()
    assert Kamerbrief.model_validate_json(out) == kamerbrief.read(LETTER.encode("cp1252"), name="-")
    assert all(line.startswith("-:") for line in err.splitlines())


def test_standard_input_that_is_empty_or_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for stdin in (io.TextIOWrapper(io.BytesIO()), None):
        monkeypatch.setattr("sys.stdin", stdin)
        assert main(["-"]) == 1
        assert capsys.readouterr() == ("", "kamerbrief: -: an empty file\n")


@pytest.mark.parametrize("arguments", [[], ["--nee"], ["-", "brief.txt", "-"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: kamerbrief")


@pytest.mark.parametrize(("argument", "shown"), [("--version", kamerbrief.__version__), ("--help", "FILE")])
def test_version_and_help(argument: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([argument])
    assert caught.value.code == 0
    assert shown in capsys.readouterr().out


def test_a_file_named_like_an_option(
    letter: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    letter.rename(letter.with_name("-brief"))
    monkeypatch.chdir(letter.parent)
    assert main(["--", "-brief"]) == 0
    assert json.loads(capsys.readouterr().out)["salutation"] == "Geachte voorzitter,"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_where_a_diagnostic_stands(
    newline: str,
    letter: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = newline.join(["een", "", "één 😀 drie", "vier"])
    letter.write_bytes(text.encode())
    spans = [
        None,
        kamerbrief.Span(start=0, end=1),
        kamerbrief.Span(start=text.index("drie"), end=text.index("drie") + 4),
        kamerbrief.Span(start=text.index("vier"), end=len(text)),
        kamerbrief.Span(start=len(text), end=len(text)),
    ]
    found = tuple(
        kamerbrief.Diagnostic(code="iets", severity="info", message="over\nregels", span=span) for span in spans
    )
    brief = kamerbrief.parse(LETTER).model_copy(update={"diagnostics": found})
    monkeypatch.setattr("kamerbrief.command.reading.parse", lambda _: brief)
    assert main([str(letter)]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"{letter}:{place}: info iets over regels" for place in ("1:1", "1:1", "3:7", "4:1", "4:5")]


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [(BrokenPipeError(), 0, ""), (OSError(28, "No space left on device"), 1, "cannot write: No space left on device")],
)
def test_output_that_breaks(
    error: OSError, code: int, told: str, letter: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(io.StringIO):
        def write(self, _: str) -> int:
            raise error

    said = io.StringIO()
    monkeypatch.setattr("sys.stdout", Broken())
    monkeypatch.setattr("sys.stderr", said)
    assert main([str(letter)]) == code
    assert told in said.getvalue()
    assert bool(told) == bool(said.getvalue())


@pytest.mark.skipif(sys.platform == "win32", reason="no pipe of this kind")
def test_pipe_that_nobody_reads(letter: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        assert main([str(letter)]) == 0


# As a program


def test_utf_8_whatever_the_locale(letter: pathlib.Path) -> None:
    done = run(str(letter))
    assert done.returncode == 0
    assert "één rapport aan – in ‘drievoud’" in done.stdout.decode()


def test_bytes_of_standard_input() -> None:
    done = run("-", input=LETTER.encode("utf-16"))
    assert done.returncode == 0
    assert Kamerbrief.model_validate_json(done.stdout) == kamerbrief.read(LETTER.encode("utf-16"), name="-")


def test_a_name_that_is_no_unicode() -> None:
    done = run(os.fsdecode(b"nergens/\xff.txt"))
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.startswith(b"kamerbrief: nergens/")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no pipe of this kind")
def test_a_reader_that_stops_reading_is_no_error(letter: pathlib.Path) -> None:
    letter.write_text(LETTER * 2000, encoding="utf-8")  # more than a pipe holds
    read, write = os.pipe()
    os.close(read)
    done = run_into(write, str(letter))
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="no full device here")
def test_output_that_cannot_be_written(letter: pathlib.Path) -> None:
    done = run_into(os.open("/dev/full", os.O_WRONLY), str(letter))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith(b"kamerbrief: cannot write: ")


def run_into(stdout: int, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    command = [sys.executable, "-m", "kamerbrief", *arguments]
    try:
        return subprocess.run(
            command,
            check=False,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=60,
            env={**os.environ, "PYTHONPATH": where},
        )
    finally:
        os.close(stdout)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_closed_streams_give_no_traceback_and_no_diagnostics_in_the_output(letter: pathlib.Path) -> None:
    def with_closed(stream: str) -> subprocess.CompletedProcess[bytes]:
        where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
        line = f"{shlex.join([sys.executable, '-m', 'kamerbrief', str(letter)])} {stream}>&-"
        env = {**os.environ, "PYTHONPATH": where}
        return subprocess.run(["/bin/sh", "-c", line], check=False, capture_output=True, timeout=60, env=env)

    assert json.loads(with_closed("2").stdout)["form"] == "plain"
    closed = with_closed("1")
    assert closed.returncode == 1
    assert closed.stderr.startswith(b"kamerbrief: cannot write: ")
    assert closed.stderr.count(b"\n") == 1


def test_diagnostics_of_a_pdf_tell_their_page(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(pdf(BODY, BODY))
    assert main([str(file)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told
    assert all(line.startswith((f"{file}#page=1: ", f"{file}#page=2: ")) for line in told)
