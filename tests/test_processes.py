"""What crosses from one process to another comes back equal, and a fork does not hang."""

from __future__ import annotations

import pathlib
import pickle
import subprocess
import sys
import threading

import pytest
from fixtures.typeset.source import read
from tests.docx_files import letter_as_docx
from tests.koop_files import letter_as_page, letter_as_publication
from tests.odt_files import letter_as_odt

import kamerbrief
from kamerbrief import KamerbriefError, Source, UnreadableError

CASE = pathlib.Path(__file__).resolve().parent.parent / "fixtures" / "jenv-2022-imrf-like"
LETTER = read(CASE / "letter.toml")
FORMS = {
    "pdf": (CASE / "letter.pdf").read_bytes(),
    "tagged pdf": (CASE / "letter.tagged.pdf").read_bytes(),
    "text": (CASE / "letter.pdftotext.txt").read_bytes(),
    "markdown": (CASE / "letter.pymupdf4llm.md").read_bytes(),
    "docx": letter_as_docx(LETTER, "document"),
    "odt": letter_as_odt(LETTER),
    "xml": letter_as_publication(LETTER, "2022-09-14"),
    "html": letter_as_page(LETTER, "2022-09-14"),
}


def back(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- its own


@pytest.mark.parametrize("form", FORMS)
def test_letters_and_their_sources(form: str) -> None:
    source = kamerbrief.load(FORMS[form], name="brief")
    again = back(source)
    assert isinstance(again, Source)
    assert again == source
    assert hash(again) == hash(source)
    assert {source: form}[again] == form
    brief = kamerbrief.parse(source)
    assert back(brief) == brief
    assert kamerbrief.parse(again) == brief
    assert back(kamerbrief.tables(brief)) == kamerbrief.tables(brief)
    assert [again.boxes(one.span) for one in brief.fields] == [source.boxes(one.span) for one in brief.fields]


def test_references() -> None:
    found = kamerbrief.find_references("Zie Kamerstuk 35925-VI-56, artikel 3:2 Awb en mijn brief van 12 mei 2022.")
    assert len(found) == 3
    assert back(found) == found


UNREADABLE = [b"", b"GIF89a", b"%PDF-1.7", b"PK\3\4", b"\0\1\2\3", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]


@pytest.mark.parametrize("data", [*UNREADABLE, "nergens/brief.pdf"])
def test_errors(data: bytes | str) -> None:
    with pytest.raises(KamerbriefError) as caught:
        kamerbrief.read(data, strict=True)
    error, again = caught.value, back(caught.value)
    assert isinstance(again, UnreadableError)
    assert (type(again), str(again), again.args, vars(again)) == (type(error), str(error), error.args, vars(error))


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_a_fork_while_another_thread_reads_a_pdf() -> None:
    script = f"""
import os, threading, warnings
import kamerbrief
from kamerbrief.readers.pdf import document
data = open({str(CASE / "letter.pdf")!r}, "rb").read()
reads, free = threading.Event(), threading.Event()
def read():
    with document.opened(data):
        reads.set()
        free.wait()
thread = threading.Thread(target=read)
thread.start()
reads.wait()
warnings.simplefilter("ignore")
child = os.fork()
if child == 0:
    os._exit(0 if kamerbrief.read(data).kenmerk == "4172305" else 1)
code = os.waitpid(child, 0)[1]
free.set()
thread.join()
assert kamerbrief.read(data).kenmerk == "4172305"
raise SystemExit(code)
"""
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    done = subprocess.run([sys.executable, "-c", script], check=False, timeout=60, env={"PYTHONPATH": where})
    assert done.returncode == 0


def test_threads_give_what_one_gives() -> None:
    whole = kamerbrief.read(FORMS["pdf"])
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.extend(kamerbrief.read(FORMS["pdf"]) == whole for _ in range(3)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 9
