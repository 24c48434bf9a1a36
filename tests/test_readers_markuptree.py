"""XML under guard: what it is read as, and what is refused in one line."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.readers.markuptree import DEEPEST, MOST_BYTES, MOST_NODES, MarkupError, parse_markup

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def test_tree() -> None:
    root = parse_markup(
        '<a xmlns:w="http://www.w3.org/1999/xhtml" w:n="1">één<b>twee<c/></b> drie<!-- x --><?y z?></a>'.encode()
    )
    assert (root.name, root.attributes, root.text) == ("a", {"n": "1"}, "ééntwee drie")
    assert [node.name for node in root.nodes()] == ["b"]
    assert [node.name for node in root.all("c")] == ["c"]
    assert root.child("b", "c") is not None
    assert root.child("b", "x", "y") is None
    assert root.get("x", "y") == "y"


def test_names_of_other_namespaces() -> None:
    root = parse_markup(b'<a xmlns="urn:x"><b xmlns="urn:schemas-microsoft-com:vml"/></a>')
    assert (root.name, root.children[0].name) == ("?:a", "v:b")  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    assert parse_markup(f'<?xml version="1.0" encoding="{name}"?><a>één</a>'.encode(encoding)).text == "één"


def test_entities_of_xhtml_are_known_without_their_declarations() -> None:
    public = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    )
    assert parse_markup(f"{public}<html>een&nbsp;&eacute;&onbekend;</html>".encode()).text == "een\xa0é"
    assert parse_markup(b"<!DOCTYPE html []><html>een</html>").text == "een"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>'.encode(), "entities of its own"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "entities of its own"),
        (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.example/x.dtd">%x;]><a/>', "entities of its own"),
        (b"<a>" * 50_000 + b"</a>" * 50_000, f"more than {DEEPEST} elements within each other"),
        (b"<div>" * 200_000, f"more than {DEEPEST} elements within each other"),
        (b"<a>" + b"<b/>" * MOST_NODES + b"</a>", f"more than {MOST_NODES} elements"),
        (b"<a " * 350_000, "not well-formed (invalid token) in line 1"),
        (b"<a>" + b" " * MOST_BYTES, "larger than 16 MB"),
        (b"", "no element found in line 1"),
        (b"<a><b></a>", "mismatched tag in line 1"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "an encoding that is not known"),
        (b"<a>&onbekend;</a>", "undefined entity in line 1"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else f"{len(value)} bytes",
)
def test_refused_soon_and_in_one_line(data: bytes, reason: str) -> None:
    begin = time.process_time()
    with pytest.raises(MarkupError) as caught:
        parse_markup(data)
    assert time.process_time() - begin < 3
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_as_many_elements_as_are_read_fit_into_memory() -> None:
    tracemalloc.start()
    parse_markup(b"<a>" + b"<b/>" * (MOST_NODES - 1) + b"</a>")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


@given(st.binary(max_size=200) | st.text(alphabet="<>/ab&;=\"' !-[]?", max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse_markup(data)
    except MarkupError as error:
        assert "\n" not in str(error)  # noqa: PT017 -- most are refused, some are read
