"""What may happen to a document: to its bytes, to its lines, to its markup, to the parts of its archive."""

from __future__ import annotations

import io
import random
import re
import zipfile

from tests.docx_files import zipped

_VALUES = [b"", b"-1", b"0", b"99999999999", b"x", "é".encode(), b"1.5", b"&#x2028;", b"\xc2\xb2", b"&amp;", b"1 2"]
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)")


def of_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes flipped, lost, doubled and overwritten, figures changed, the end cut off."""
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20, 100])):
        if not found:
            break
        at = chance.randrange(len(found))
        length = chance.choice([1, 4, 30, 400])
        match chance.randrange(6):
            case 0 | 1:
                found[at] ^= 1 << chance.randrange(8)
            case 2:
                del found[at : at + length]
            case 3:
                found[at:at] = found[at : at + length]
            case 4:
                found[at : at + length] = chance.randbytes(length)
            case _:
                figures = [i for i in range(at, min(at + 2000, len(found))) if 48 <= found[i] <= 57]
                for i in figures[:3]:
                    found[i] = 48 + chance.randrange(10)
    return bytes(found[: chance.randrange(len(found) + 1)]) if chance.random() < 0.2 else bytes(found)


def of_text(text: str, chance: random.Random, words: list[str]) -> str:
    """A stretch of a text with its lines moved, lost, doubled, joined, cut and set in, and with words put in."""
    start = chance.randrange(max(1, len(text) - 200)) if chance.random() < 0.7 else 0
    lines = text[start : start + chance.choice([200, 600, 1500, 1500, 4000])].split("\n")
    for _ in range(chance.choice([0, 1, 2, 4, 8, 16])):
        at = chance.randrange(len(lines))
        other = chance.randrange(len(lines))
        middle = chance.randrange(len(lines[at]) + 1)
        match chance.randrange(8):
            case 0:
                lines[at], lines[other] = lines[other], lines[at]
            case 1 if len(lines) > 1:
                del lines[at]
            case 2:
                lines.insert(other, lines[at])
            case 3:
                lines[at] = f"{lines[at]}{chance.choice(['', ' ', '    '])}{lines[other]}"
            case 4:
                lines[at : at + 1] = [lines[at][:middle], lines[at][middle:]]
            case 5:
                lines[at] = " " * chance.choice([1, 4, 30]) + lines[at]
            case 6:
                lines[at] = lines[at][:middle] + chance.choice(words) + lines[at][middle:]
            case _:
                lines.insert(at, chance.choice(words))
    return chance.choice(["\n"] * 8 + ["\r\n", "\u2028"]).join(lines)


def of_markup(data: bytes, chance: random.Random) -> bytes:
    """Markup that is mostly well-formed still: names, values and whole elements changed."""
    for _ in range(chance.randint(1, 4)):
        data = data or b"x"
        at = chance.randrange(len(data))
        begin = data.find(b"<", at)
        end = data.find(b"<", begin + chance.randint(1, 400))
        match chance.randrange(6):
            case 0:
                data = _renamed(data, chance)
            case 1:
                data = _revalued(data, at, chance.choice(_VALUES))
            case 2 if 0 < begin < end:  # a stretch stands twice
                data = data[:end] + data[begin:end] + data[end:]
            case 3 if 0 < begin < end:  # a stretch is lost
                data = data[:begin] + data[end:]
            case 4 if 0 < (closed := data.find(b">", at)) < (end := data.find(b"</", at)):  # an element is empty
                data = data[: closed + 1] + data[end:]
            case _:
                data = _broken(data, at, chance)
    return data


def _renamed(data: bytes, chance: random.Random) -> bytes:
    """One kind of element becomes another of the same document."""
    if not (names := sorted(set(_ELEMENT.findall(data)))):
        return data
    old, new = chance.choice(names), chance.choice(names)
    return re.sub(rb"(</?)%b(?=[\s/>])" % re.escape(old), rb"\g<1>" + new, data)


def _revalued(data: bytes, at: int, value: bytes) -> bytes:
    quote = data.find(b'="', at)
    end = data.find(b'"', quote + 2)
    return data[: quote + 2] + value + data[end:] if 0 < quote < end else data


def _broken(data: bytes, at: int, chance: random.Random) -> bytes:
    match chance.randrange(3):
        case 0:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 1:
            return data[:at] + data[at + chance.randint(1, 50) :]
        case _:
            return data[:at]


def of_archive(data: bytes, chance: random.Random) -> bytes:
    """A part of the archive damaged or lost; at times the archive itself."""
    if chance.random() < 0.1:
        return of_bytes(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    if chance.random() < 0.1:
        del parts[name]
    else:
        parts[name] = of_markup(parts[name], chance)
    return zipped(parts)
