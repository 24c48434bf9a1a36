"""The inputs of each form: the same form, seed and number give the same bytes on every machine."""

from __future__ import annotations

import functools
import random
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from fixtures.typeset.source import read
from tests.docx_files import TEMPLATES, letter_as_docx
from tests.fuzz import command, damage, soup
from tests.fuzz.words import MARKDOWN
from tests.koop_files import letter_as_flat, letter_as_page, letter_as_publication
from tests.odt_files import letter_as_odt
from tests.truth_report import FIXTURES

DATE = "3 mei 2031"


class Form(NamedTuple):
    """How inputs of a form are made and damaged, and what part of all they are."""

    share: float
    make: Callable[[random.Random], bytes]
    harm: Callable[[bytes, random.Random], bytes]


def make(form: str, seed: int, number: int) -> bytes:
    """One input."""
    return FORMS[form].make(random.Random(f"{seed}/{form}/{number}"))  # noqa: S311 -- damage, no secret


def harm(form: str, data: bytes, chance: random.Random) -> bytes:
    """An input with damage."""
    return FORMS[form].harm(data, chance)


@functools.cache
def whole(form: str) -> list[bytes]:
    """Whole documents of a form, to damage."""
    if suffix := {"text": "txt", "markdown": "md", "pdf": "pdf"}.get(form):
        return [path.read_bytes() for path in sorted(FIXTURES.glob(f"*/letter*.{suffix}"))]
    letters = [read(path) for path in sorted(FIXTURES.glob("*/letter.toml"))[::4]]
    match form:
        case "docx":
            return [letter_as_docx(letter, template) for letter in letters for template in TEMPLATES]
        case "odt":
            return [letter_as_odt(letter) for letter in letters]
        case "html":
            return [letter_as_page(letter, DATE) for letter in letters]
        case _:
            return [write(letter, DATE) for letter in letters for write in (letter_as_publication, letter_as_flat)]


def _text(chance: random.Random) -> bytes:
    """A damaged text, a soup, at times characters of any kind; not always what UTF-8 allows."""
    kind = chance.random()
    if kind < 0.05:
        characters = "".join(
            chr(chance.choice([chance.randrange(0x300), chance.randrange(0x110000)])) for _ in range(80)
        )
        return characters.encode("utf-8", "surrogatepass")
    text = soup.text(chance) if kind < 0.5 else _of_whole("text", chance)
    return text.encode("utf-8", "surrogatepass")


def _markdown(chance: random.Random) -> bytes:
    """The same of Markdown, in the encodings that are read."""
    text = soup.markdown(chance) if chance.random() < 0.5 else _of_whole("markdown", chance)
    encoded = text.encode(chance.choice(["utf-8"] * 8 + ["utf-8-sig", "utf-16", "cp1252"]), "replace")
    return damage.of_bytes(encoded, chance) if chance.random() < 0.1 else encoded


def _of_whole(form: str, chance: random.Random) -> str:
    return damage.of_text(chance.choice(whole(form)).decode(), chance, soup.ALL)


def _made_or_damaged(form: str, made: Callable[[random.Random], bytes]) -> Callable[[random.Random], bytes]:
    """A soup, at times damaged as well, or a damaged letter."""

    def one(chance: random.Random) -> bytes:
        kind = chance.random()
        if kind < 0.3:
            return harm(form, chance.choice(whole(form)), chance)
        return harm(form, made(chance), chance) if kind < 0.5 else made(chance)

    return one


def _of_lines(data: bytes, chance: random.Random) -> bytes:
    return damage.of_text(data.decode("utf-8", "replace"), chance, soup.ALL + MARKDOWN).encode()


def _of_archive(data: bytes, chance: random.Random) -> bytes:
    try:
        return damage.of_archive(data, chance)
    except (zipfile.BadZipFile, zlib.error, IndexError, ValueError, EOFError, NotImplementedError, RuntimeError):
        return damage.of_bytes(data, chance)


def _marked_up(data: bytes, chance: random.Random) -> bytes:
    return damage.of_bytes(data, chance) if chance.random() < 0.1 else damage.of_markup(data, chance)


def _command(chance: random.Random) -> bytes:
    return command.make(chance, [FORMS[name].make for name in ("text", "markdown", "html", "docx", "pdf")])


FORMS: dict[str, Form] = {
    "text": Form(0.2, _text, _of_lines),
    "markdown": Form(0.2, _markdown, _of_lines),
    "xml": Form(0.16, _made_or_damaged("xml", soup.xml), _marked_up),
    "html": Form(0.16, _made_or_damaged("html", soup.html), _marked_up),
    "docx": Form(0.09, _made_or_damaged("docx", soup.docx), _of_archive),
    "odt": Form(0.09, _made_or_damaged("odt", soup.odt), _of_archive),
    "pdf": Form(0.09, _made_or_damaged("pdf", soup.pdf), damage.of_bytes),
    "command": Form(0.01, _command, lambda _, chance: _command(chance)),
}
