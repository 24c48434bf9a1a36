"""Nothing that a terminal would obey and no word of a letter in messages; no file but what is asked for."""

from __future__ import annotations

import io
import pathlib
import re
import socket
from unittest import mock

import pytest
from pydantic import ValidationError
from tests.command_cases import letter_that
from tests.pdfs import BODY, pdf

import kamerbrief
from kamerbrief.__main__ import main
from kamerbrief.command.documents import Document
from kamerbrief.command.reading import read_document
from kamerbrief.command.terminal import one_line, printable

OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
EVIL = "\x1b]0;weg\x07\x1b[2J\x9b1m\u202egpj"


def test_what_a_terminal_obeys_is_written_out() -> None:
    assert printable("a\x1b[2J\tb\nc") == "a\\u001b[2J\tb\nc"
    assert not OBEYED.search(one_line(f"{EVIL}\r\n{EVIL}\u2028{EVIL}"))


@pytest.mark.parametrize("more", [[], ["-o", "out.jsonl"], ["-f", "markdown"], ["--check"]])
def test_names_and_letters_never_move_the_cursor(
    more: list[str], tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    name = EVIL.replace("/", "")
    (folder / f"{name}.gif").write_bytes(b"GIF89a")
    letter_that(f"De [{EVIL}] sloot" + " is diep" * 90, folder / f"{name}.txt")
    for paths in ([str(folder)], [str(folder / f"{name}.gif")], [str(folder / f"{name}.txt")], [f"weg{EVIL}.txt"]):
        main([*more, *paths])
        assert not OBEYED.search(capsys.readouterr().err)


def test_wrong_use_is_told_without_what_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([f"--{EVIL}"], ["-o", EVIL, "a.txt"], ["--files-from", EVIL]):
        with pytest.raises(SystemExit):
            main(arguments)
        assert not OBEYED.search(capsys.readouterr().err)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_letter_on_a_terminal(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stdout", screen)
    main(["-f", "markdown", str(letter_that(f"De {EVIL} sloot" + " is diep" * 90, tmp_path / "a.txt"))])
    assert "sloot" in screen.getvalue()
    assert not OBEYED.search(screen.getvalue())


def test_no_word_of_a_letter_in_an_error() -> None:
    def render(*_: object) -> str:
        raise ValueError("mr. P. Vermeer")

    outcome = read_document(Document("a.txt", data=b"mr. P. Vermeer"), render=render)
    assert outcome.reason is not None
    assert "Vermeer" not in outcome.reason
    made = kamerbrief.parse("Geachte voorzitter,").model_dump()
    with pytest.raises(ValidationError) as raised:
        kamerbrief.Kamerbrief.model_validate({**made, "date": "mr. P. Vermeer"})
    assert "Vermeer" not in str(raised.value)


def test_no_network_and_no_file_beside_the_one_asked_for(tmp_path: pathlib.Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(pdf(BODY))
    asked = {}
    for name in ("out.jsonl", "out.csv", "out.db", "out.html"):
        with (
            mock.patch.object(socket, "socket", side_effect=AssertionError),
            mock.patch.object(socket, "getaddrinfo", side_effect=AssertionError),
        ):
            main(["-q", "-j", "1", "-o", str(tmp_path / name), str(tmp_path / "brief.pdf")])
        asked[name] = sorted(path.name for path in tmp_path.iterdir())
    assert asked["out.html"] == ["brief.pdf", "out.csv", "out.db", "out.html", "out.jsonl"]
