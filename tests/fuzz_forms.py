"""Damaged documents are read or refused in one line: ``python -m tests.fuzz_forms [COUNT] [SEED]``.

Letters of our own in DOCX, ODT, XML and HTML are damaged in many ways, in their bytes and in the markup of their parts.
No exception but `UnreadableError` may come out, and none may take long.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
import zlib

from fixtures.typeset.source import read
from tests.docx_files import TEMPLATES, letter_as_docx, zipped
from tests.koop_files import letter_as_flat, letter_as_page, letter_as_publication
from tests.odt_files import letter_as_odt
from tests.truth_report import FIXTURES

import kamerbrief
from kamerbrief import UnreadableError

SLOW = 2.0
DATE = "3 mei 2031"
NAMES = [
    b"w:p",
    b"w:tbl",
    b"w:tr",
    b"w:tc",
    b"w:r",
    b"text:p",
    b"text:list",
    b"text:note",
    b"al",
    b"noot",
    b"lijst",
    b"li",
    b"entry",
]
NAMES += [
    b"divisie",
    b"kop",
    b"p",
    b"td",
    b"tr",
    b"ul",
    b"h2",
    b"w:fldChar",
    b"w:footnoteReference",
    b"mc:AlternateContent",
]


def letters() -> list[bytes]:
    """Whole documents to damage."""
    found = []
    for path in sorted(FIXTURES.glob("*/letter.toml"))[::4]:
        letter = read(path)
        found += [letter_as_docx(letter, template) for template in TEMPLATES]
        found += [
            letter_as_odt(letter),
            letter_as_publication(letter, DATE),
            letter_as_flat(letter, DATE),
            letter_as_page(letter, DATE),
        ]
    return found


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A document with some damage: to its bytes, or to one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        if chance.random() < 0.1:
            del parts[name]
        else:
            parts[name] = marred(parts[name], chance)
        return zipped(parts)
    return broken(data, chance) if data.startswith(b"PK") or chance.random() < 0.2 else marred(data, chance)


def marred(data: bytes, chance: random.Random) -> bytes:
    """Markup that is mostly well-formed still: names, values and whole elements changed."""
    for _ in range(chance.randint(1, 4) if data else 0):
        data = data or b"x"
        kind = chance.randrange(6)
        if kind == 0:  # an element becomes another one
            old, new = chance.choice(NAMES), chance.choice(NAMES)
            data = data.replace(b"<" + old + b">", b"<" + new + b">").replace(b"</" + old + b">", b"</" + new + b">")
        elif kind == 1:  # a value becomes another one
            quote = data.find(b'="', chance.randrange(len(data)))
            end = data.find(b'"', quote + 2)
            value = chance.choice(
                [b"", b"-1", b"0", b"99999999999", b"x", "é".encode(), b"1.5", b"&#x2028;", b"\xc2\xb2"]
            )
            data = data[: quote + 2] + value + data[end:] if 0 < quote < end else data
        elif kind == 2:  # a stretch stands twice
            begin = data.find(b"<", chance.randrange(len(data)))
            end = data.find(b"<", begin + chance.randint(1, 400))
            data = data[:end] + data[begin:end] + data[end:] if 0 < begin < end else data
        elif kind == 3:  # a stretch is lost
            begin = data.find(b"<", chance.randrange(len(data)))
            end = data.find(b"<", begin + chance.randint(1, 400))
            data = data[:begin] + data[end:] if 0 < begin < end else data
        elif kind == 4:  # an element is empty
            begin = data.find(b">", chance.randrange(len(data)))
            end = data.find(b"</", begin)
            data = data[: begin + 1] + data[end:] if 0 < begin < end else data
        else:
            data = broken(data, chance)
    return data


def broken(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, lost or cut off."""
    at = chance.randrange(len(data) or 1)
    kind = chance.randrange(3)
    if kind == 0:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data[:at] + data[at + chance.randint(1, 50) :] if kind == 1 else data[:at] or b"x"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_forms", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    options = parser.parse_args(argv)
    chance = random.Random(options.seed)  # noqa: S311 -- damage, no secret
    whole = letters()
    failures = readable = 0
    for number in range(options.count):
        data = damaged(chance.choice(whole), chance)
        begin = time.perf_counter()
        try:
            kamerbrief.read(data)
            readable += 1
        except UnreadableError as error:
            if "\n" in error.reason:
                failures += 1
                print(f"{number}: more than one line: {error.reason!r}")
        except Exception as error:  # noqa: BLE001 -- that is what is looked for
            failures += 1
            print(f"{number}: {type(error).__name__}: {error} ({zlib.crc32(data):08x})")
        if time.perf_counter() - begin > SLOW:
            failures += 1
            print(f"{number}: took {time.perf_counter() - begin:.1f} s")
    print(f"{options.count} documents, {readable} read, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
