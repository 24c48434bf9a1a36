"""Web pages: well-formed ones with the standard library, any with lxml."""

# ruff: noqa: E501 -- markup is written as it comes

from __future__ import annotations

import builtins
import time
from collections.abc import Callable

import pytest
from tests.test_readers_koop import outline

import kamerbrief
from kamerbrief import UnreadableError

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."


def page(body: str) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>Brief</title><script>x</script></head><body>{body}</body></html>".encode()
    )


LETTER = f"""<nav>Zoeken</nav><main><p>Datum 3 mei 2031<br/>Betreft Diepte van sloten</p><p>Geachte voorzitter,</p>
<p>{TEXT}</p><h2>Sloten</h2><p>{TEXT}</p><ul><li>een sloot;</li><li><p>een <b>vaart</b></p><p>en meer</p><ol start="3"><li>een kanaal</li></ol></li></ul>
<h3>Vaarten</h3><blockquote><p>De dijk.</p></blockquote><table><caption>Diepte</caption><tr><th>jaar</th><th colspan="2">meter</th></tr>
<tr><td rowspan="2">2030</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table><hr/><p>Hoogachtend,</p>
<p>de Minister van Defensie,</p><p>A.B. de Boer</p></main><footer>Tekst groter</footer>"""


def test_a_page_that_holds_a_letter() -> None:
    brief = kamerbrief.read(page(LETTER))
    assert (str(brief.date), brief.subject, brief.salutation) == (
        "2031-05-03",
        "Diepte van sloten",
        "Geachte voorzitter,",
    )
    assert outline(brief) == [
        *(
            ("paragraph", TEXT, None),
            ("heading", "Sloten", 1),
            ("paragraph", TEXT, None),
            ("list_item", "een sloot;", 1),
        ),
        *(("list_item", "een vaart en meer", 1), ("list_item", "een kanaal", 2), ("heading", "Vaarten", 2)),
        *(("quote", "De dijk.", None), ("paragraph", "Diepte", None), ("table", "jaar meter 2030 1 2 3 4", None)),
    ]
    assert [(one.role, one.name) for one in brief.signatories] == [("Minister van Defensie", "A.B. de Boer")]
    table = brief.sections[1].sections[0].blocks[-1]
    assert table.rows == (("jaar", "meter", ""), ("2030", "1", "2"), ("", "3", "4"))
    text = kamerbrief.load(page(LETTER)).text
    assert not any(word in text for word in ("Zoeken", "Tekst groter", "Brief"))


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"{TEXT}<div>Een.<p>Twee.</p>Drie.</div>",
         [("paragraph", TEXT, None), ("paragraph", "Een.", None), ("paragraph", "Twee.", None), ("paragraph", "Drie.", None)]),
        (f"<p>{TEXT}</p><ul><li>een<table><tr><td>x</td></tr></table>twee</li><p>Drie.</p></ul>",
         [("paragraph", TEXT, None), ("list_item", "een", 1), ("paragraph", "x", None), ("paragraph", "twee", None),
          ("paragraph", "Drie.", None)]),
        (f"<p>{TEXT}</p><p hidden='hidden'>Weg.</p><form>Weg.</form><p><i>Een</i> <u>en</u> H<sub>2</sub>O&nbsp;hier.</p>",
         [("paragraph", TEXT, None), ("paragraph", "Een en H2O hier.", None)]),
    ],
)  # fmt: skip
def test_blocks(body: str, wanted: list[tuple[str, str, int | None]]) -> None:
    doctype = (
        b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    )
    assert outline(kamerbrief.read(page(body).replace(b"<!DOCTYPE html>", doctype))) == wanted


def test_notes_are_joined_by_their_ids() -> None:
    body = f"""<div id="broodtekst"><h1 class="dossiertitel"><span class="dossiernummer">39 876</span> Sloten</h1>
<h2 class="stuktitel"><span class="stuknummer">Nr. 7</span> MOTIE VAN HET LID DE BOER</h2><p class="kamerstukdatum">Voorgesteld 3 mei 2031</p>
<p>De sloot<a class="nootnum supernote-click-n2" href="#n2">1</a> is diep.</p><p>{TEXT}</p>
<div class="voet noot" id="supernote-note-n2"><h5>X Noot</h5><sup><span class="nootnum">1</span></sup><p>Zie <em>de kaart</em>.</p></div>
<div class="voet noot" id="supernote-note-n3"><p><span class="nootnum">2</span> Bloot.</p></div></div><div id="voetregel">x</div>"""
    brief = kamerbrief.read(page(body))
    assert [(one.label, one.text, one.status) for one in brief.footnotes] == [
        *(("1", "Zie de kaart.", "linked"), ("2", "Bloot.", "uncalled")),
    ]
    assert [(one.label, one.offset) for one in brief.sections[0].blocks[0].calls] == [("1", 8)]
    assert (brief.form, str(brief.date)) == ("kamerstuk", "2031-05-03")


def test_a_page_that_is_not_well_formed_needs_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> object:
        if name.partition(".")[0] == "lxml":
            raise ImportError(name, name=name)
        return imported(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(
        UnreadableError, match=r"not well-formed; install what reads it with: pip install 'kamerbrief\[html\]'"
    ):
        kamerbrief.load(b"<!DOCTYPE html><p>een<p>twee")


def test_any_page_with_lxml() -> None:
    pytest.importorskip("lxml")
    loose = (
        page(LETTER).replace(b"<hr/>", b"<hr>").replace(b"<br/>", b"<br>").replace(b"</li>", b"").replace(b"</td>", b"")
    )
    brief, strict = kamerbrief.read(loose), kamerbrief.read(page(LETTER))
    assert outline(brief) == outline(strict)
    assert (brief.date, brief.signatories[0].name) == (strict.date, strict.signatories[0].name)


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"<html><p>" + b"<a " * 350_000,
        lambda: b"<html>" + b"<div>" * 200_000,
        lambda: b"<html><p>" + b'<a b="' * 170_000,
        lambda: b"<html><p>" + b"<!--" * 250_000,
        lambda: b"<html>" + b"<p>x" * 300_000,
        lambda: b"<html>",
    ],
    ids=["tags", "depth", "quotes", "comments", "elements", "nothing"],
)
def test_hostile_pages_are_read_or_refused_soon(make: Callable[[], bytes]) -> None:
    begin = time.process_time()
    try:
        kamerbrief.load(make())
    except UnreadableError as error:
        assert "\n" not in error.reason  # noqa: PT017 -- some are refused, some are read
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("data", [b"<!DOCTYPE html>", b"<!DOCTYPE html><!-- x -->", b"<html><p>" + b" " * 16_000_001])
def test_pages_without_elements_or_too_large(data: bytes) -> None:
    pytest.importorskip("lxml")
    with pytest.raises(UnreadableError, match=r"without text in it|an HTML page that cannot be read|larger than"):
        kamerbrief.load(data)


def test_a_broken_lxml_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> object:
        if name.partition(".")[0] == "lxml":
            raise ImportError(name, name="libxml2")
        return imported(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError):
        kamerbrief.load(b"<!DOCTYPE html><p>een<p>twee")
