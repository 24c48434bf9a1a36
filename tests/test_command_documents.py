"""Which documents the command reads."""

from __future__ import annotations

import io
import os
import pathlib
import sys

import pytest
from tests.command_cases import letters

import kamerbrief
from kamerbrief import Kamerbrief
from kamerbrief.__main__ import main
from kamerbrief.command.documents import Document, list_documents


def names(*paths: pathlib.Path, target: pathlib.Path | None = None) -> list[str]:
    listed = list_documents(
        [str(path) for path in paths], left_out={".csv"}, target=str(target) if target is not None else None
    )
    return [document.within for document in listed]


def test_a_folder(tmp_path: pathlib.Path) -> None:
    for name in (
        "b.pdf",
        "a.PDF",
        "c/d.txt",
        "c/.e.txt",
        ".f/g.txt",
        "c/metadata.xml",
        "x.metadata.xml",
        "y.csv",
        "zonder",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a.PDF", "b.pdf", "zonder", os.path.join("c", "d.txt")]  # noqa: PTH118
    assert names(tmp_path / "y.csv", tmp_path / "c") == ["y.csv", "d.txt"]
    assert names(tmp_path, target=tmp_path / "c") == ["a.PDF", "b.pdf", "zonder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_what_no_letter_is(tmp_path: pathlib.Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["broken"]
    assert Document(str(tmp_path / "pipe")).hashed().sha256 is None


def test_a_folder_that_may_not_be_opened(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters(tmp_path / "in", 1)
    (tmp_path / "in" / "dicht").mkdir()
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("dicht"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    listed = list_documents([str(tmp_path / "in")], left_out=(), target=None)
    assert [(one.within, one.unreadable) for one in listed] == [("000.txt", None), ("dicht", "permission denied")]
    assert main(["-q", str(tmp_path / "in")]) == 1


def test_an_empty_folder(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "-o", str(tmp_path / "out.csv")]) == 1
    assert capsys.readouterr().err == "kamerbrief: no documents there\n"


def test_a_folder_on_standard_output(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    letters(tmp_path / "in", 2)
    assert main([str(tmp_path / "in")]) == 0
    found = [Kamerbrief.model_validate_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [brief.subject for brief in found] == ["Sloot 0", "Sloot 1"]
    (tmp_path / "in" / "001.txt").unlink()
    assert main([str(tmp_path / "in")]) == 0  # a line for each letter, however many a folder holds
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\0"])
def test_paths_from_a_list(end: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = letters(tmp_path / "in", 3)
    listed = tmp_path / "list"
    listed.write_bytes(end.join([str(paths[2]), "", str(paths[0])]).encode())
    assert main(["-f", "jsonl", str(paths[1]), "--files-from", str(listed)]) == 0
    found = [Kamerbrief.model_validate_json(line).subject for line in capsys.readouterr().out.splitlines()]
    assert found == ["Sloot 1", "Sloot 2", "Sloot 0"]


def test_paths_from_standard_input(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = letters(tmp_path / "in", 1)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{path}\n".encode())))
    assert main(["--files-from", "-"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.skipif(not pathlib.Path("/dev/fd").exists(), reason="no handles as files here")
def test_a_pipe_that_the_shell_made() -> None:
    read, write = os.pipe()
    os.write(write, b"Geachte voorzitter,")
    os.close(write)
    document = Document(f"/dev/fd/{read}").at_hand().hashed()
    os.close(read)
    assert (document.data, document.sha256 is None) == (b"Geachte voorzitter,", False)
    assert Document(f"/dev/fd/{read}").at_hand().data is None


def test_bytes_of_standard_input_go_to_a_file(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Geachte voorzitter,")))
    assert main(["-", "-o", str(tmp_path / "brief.json")]) == 0
    assert capsys.readouterr() == ("", f"1 letter, 1 with warnings: {tmp_path / 'brief.json'}\n")
    brief = Kamerbrief.model_validate_json((tmp_path / "brief.json").read_text("utf-8"))
    assert brief == kamerbrief.read(b"Geachte voorzitter,", name="-")


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief.txt", "-o", "out"],
        ["brief.txt", "-f", "csv"],
        ["brief.txt", "-f", "docx"],
        ["brief.txt", "--dialect", "nl"],
        ["brief.txt", "--dialect", "nl", "-o", "out.xlsx"],
        ["brief.txt", "-j", "0"],
        ["brief.txt", "-j", "veel"],
        ["brief.txt", "--timeout", "0"],
        ["brief.txt", "--timeout", "nan"],
        ["-", "--files-from", "-"],
        ["--files-from", "nergens"],
    ],
)
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: kamerbrief")


def test_one_process_for_each_core_where_the_result_goes_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from kamerbrief.command.options import read_options

    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert read_options(["a", "-o", "b.csv"]).processes == 3
    assert read_options(["a"]).processes == 1
    assert read_options(["a", "-j", "5"]).processes == 5
    monkeypatch.delattr(os, "sched_getaffinity")
    assert read_options(["a", "-o", "b.csv"]).processes == (os.cpu_count() or 1)
    assert read_options(["a", "-o", "-"]).target is None


def test_a_stream_that_is_closed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = letters(tmp_path / "in", 1)
    monkeypatch.setattr(sys, "stdout", None)
    assert main([str(path)]) == 1
    assert "standard output is closed" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdout", None)
    assert main([str(path), "-o", str(tmp_path / "out.jsonl")]) == 0
    sys.stdout.close()


def test_stopped_while_it_reads_here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (path,) = letters(tmp_path / "in", 1)
    monkeypatch.setattr("kamerbrief.command.reading.parse", stop)
    assert main([str(path), "-o", str(tmp_path / "out.jsonl")]) == 130
    assert [one.name for one in tmp_path.iterdir()] == ["in"]
