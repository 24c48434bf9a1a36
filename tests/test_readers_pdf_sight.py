"""What a page shows of its words: covered, blended into their ground, clipped, in a layer that is off."""

from __future__ import annotations

import zlib

import pytest
from tests.pdfs import BODY, HEIGHT, box, lines_of, pdf, source_of, text

from kamerbrief import parse
from kamerbrief.document.line import Line
from kamerbrief.readers import decode
from kamerbrief.readers.pdf.layers import may_have_layers

NAME = text(80, 100, "mr. P. Vermeer-Jaspers")
BAR = box(78, 90, 200, 104, "0 g")


def seen(*pages: str) -> list[tuple[str, bool]]:
    return [(line.text, line.hidden) for line in lines_of(*pages)]


def clipped(left: float, top: float, right: float, bottom: float, content: str) -> str:
    return f"q {left:g} {HEIGHT - bottom:g} {right - left:g} {bottom - top:g} re W n {content} Q\n"


def clipped_to_corners(content: str) -> str:
    """The content, of which a triangle above the name is shown."""
    return f"q 70 {HEIGHT - 60:g} m 300 {HEIGHT - 60:g} l 300 {HEIGHT - 20:g} l h W n {content} Q\n"


def picture(value: str, place: tuple[float, float, float, float]) -> str:
    """A picture of one row of grey dots."""
    left, top, right, bottom = place
    size = f"{right - left:g} 0 0 {bottom - top:g} {left:g} {HEIGHT - bottom:g}"
    return f"q {size} cm BI /W {len(value) // 2} /H 1 /CS /G /BPC 8 /F /AHx ID {value}> EI Q\n"


@pytest.mark.parametrize(
    "page",
    [
        NAME + BAR,
        NAME + box(78, 90, 200, 104, "1 g"),
        NAME + NAME + BAR,
        NAME + picture("0000", (78, 90, 200, 104)),
        NAME + box(78, 90, 200, 101.5, "0 g"),
        box(78, 90, 200, 104, "1 0 0 rg") + text(80, 100, "mr. P. Vermeer-Jaspers", colour="1 0 0 rg"),
        box(78, 90, 200, 104, "0 g") + box(79, 91, 199, 103, "1 g") + text(80, 100, "mr. P. Vermeer", colour="1 g"),
        clipped(80, 500, 200, 520, NAME),
        clipped(0, 0, 595, 842, clipped(80, 500, 200, 520, NAME)),
        clipped(80, 500, 200, 520, clipped(0, 0, 595, 842, NAME)),
        clipped(250, 80, 400, 110, NAME),
        clipped(10, 80, 70, 110, NAME),
        clipped(70, 20, 300, 60, NAME),
        clipped_to_corners(NAME),
        clipped(0, 30, 595, 842, clipped_to_corners(NAME)),
        clipped_to_corners(clipped(0, 0, 595, 842, NAME)),
    ],
)
def test_what_the_page_does_not_show_is_hidden(page: str) -> None:
    shown = text(80, 200, "Zichtbaar")
    found = seen(page + shown)
    assert [line for line in found if not line[1]] == [("Zichtbaar", False)]
    assert any(hidden and "mr. P. Vermeer" in words for words, hidden in found)


@pytest.mark.parametrize(
    "page",
    [
        BAR.replace("0 g", "1 g", 1) + NAME,
        NAME + BAR.replace(" f ", " S "),  # a frame that nothing fills
        box(0, 0, 595, 842, "1 g") + NAME,
        picture("ff00", (0, 0, 595, 842)) + NAME,
        NAME + picture("ff00" * 60, (78, 90, 200, 104)),
        NAME + box(78, 120, 200, 140, "0 g"),
        NAME + box(78, 101, 200, 102.5, "0 g"),
        box(78, 90, 200, 104, "0 g") + box(78, 90, 200, 104, "1 g") + NAME,
        NAME + box(78, 90, 200, 104, "1 g") + NAME,
        NAME + f"q 78 {HEIGHT - 104:g} 122 14 re n Q\n",
        clipped(70, 80, 300, 110, NAME),
    ],
)
def test_what_the_page_shows_is_read(page: str) -> None:
    assert ("mr. P. Vermeer-Jaspers", False) in seen(page)


def test_a_covered_value_is_given_nowhere_but_as_hidden() -> None:
    page = text(470, 100, "Contactpersoon", size=6.5) + text(470, 109, "mr. P. Vermeer", size=6.5)
    bare, barred = (parse(source_of(f"{page}{bar}{BODY}")) for bar in ("", box(468, 102, 560, 112, "0 g")))
    assert bare.sender.contact == "mr. P. Vermeer"
    assert barred.sender.contact is None
    assert [part.text for part in barred.furniture if part.kind == "hidden"] == ["mr. P. Vermeer"]


LAYERS = b"/OCProperties<</OCGs[3 0 R]/D<</OFF[3 0 R]>>>>"


def with_layer(content: str, properties: str, catalogue: bytes) -> bytes:
    """A PDF whose third object is a layer."""
    data = pdf(f"{content}\n{BODY}").replace(b"/Type/Catalog", b"/Type/Catalog" + catalogue)
    data = data.replace(b"<</Producer(kamerbrief tests)/Title()>>", b"<</Type/OCG/Name(Concept)>>")
    return data.replace(b"/Resources<<", f"/Resources<</Properties<</{properties} 3 0 R>>".encode())


@pytest.mark.parametrize(("catalogue", "hidden"), [(LAYERS, True), (LAYERS.replace(b"OFF[3 0 R]", b"OFF[]"), False)])
def test_a_layer_that_is_off_is_hidden(catalogue: bytes, *, hidden: bool) -> None:
    content = f"/OC /Laag BDC {NAME} EMC /Span <</Lang(nl)>> BDC {text(80, 200, 'Zichtbaar')} EMC"
    lines = decode(with_layer(content, "Laag", catalogue), "brief.pdf").pages[0].lines
    states = {line.text: line.hidden for line in lines}
    assert states["mr. P. Vermeer-Jaspers"] == hidden
    assert not states["Zichtbaar"]


@pytest.mark.parametrize(
    ("data", "layered"),
    [
        (b"<</Type/Catalog/OCProperties 3 0 R>>", True),
        (b"<</Encrypt 3 0 R>>", True),
        (b"<</Type/ObjStm/N 1>>\nstream\n" + zlib.compress(b"1 0 <</OCProperties 3 0 R>>"), True),
        (b"<</Type/ObjStm/N 1>>\nstream\n" + zlib.compress(b"1 0 <</Type/Catalog>>"), False),
        (b"<</Type/ObjStm/N 1>>\nstream\nnot packed", True),
        (b"<</Type/Catalog>>", False),
    ],
)
def test_whether_a_document_has_layers(data: bytes, *, layered: bool) -> None:
    assert may_have_layers(data) is layered


LAYER = "".join(text(80.4, 100.4 + 12 * at, "De sloten zijn diep.", mode=3) for at in range(40))
SCAN = "".join(text(80, 100 + 12 * at, "De sloten zijn diep.") for at in range(9))


@pytest.mark.parametrize(
    ("print_", "repeated"),
    [(SCAN, 9), ("", 0), (text(80, 110, "ONTVANGEN", size=22), 0), (text(300, 100, "Ontvangen"), 0)],
)
def test_a_text_layer_over_print_is_read_once(print_: str, repeated: int) -> None:
    lines = source_of(LAYER + print_).pages[0].lines
    shown = [line.text for line in lines if not line.hidden and "sloten" in line.text]
    assert shown == ["De sloten zijn diep."] * 40
    assert sum(line.text.count("sloten") for line in lines if line.hidden) == repeated


@pytest.mark.parametrize("page", [text(80, 100, "mr. P. Vermeer", size=0.1), text(-300, 100, "mr. P. Vermeer")])
def test_what_is_too_small_or_off_the_page_is_hidden(page: str) -> None:
    assert [line.hidden for line in source_of(page + BODY).pages[0].lines if "Vermeer" in line.text] == [True]


def test_what_lies_outside_the_crop_box_is_hidden() -> None:
    cropped = source_of(NAME + BODY, crop="0 0 595 700").pages[0].lines
    assert [line.hidden for line in cropped if "Vermeer" in line.text] == [True]


def see_through(page: str) -> Line:
    """The first line of a page on which `/S gs` makes what is painted see-through, and `/H gs` half so."""
    states = b"/Resources<</ExtGState<</S <</ca 0/CA 0>>/H <</ca .5/CA .5>>>>"
    lines = decode(pdf(f"{page}\n{BODY}").replace(b"/Resources<<", states), "brief.pdf").pages[0].lines
    return next(line for line in lines if line.text.startswith("mr. P. Vermeer"))


@pytest.mark.parametrize(("state", "hidden"), [("S", True), ("H", False)])
def test_see_through_print_is_hidden(state: str, *, hidden: bool) -> None:
    assert see_through(f"q /{state} gs {NAME} Q").hidden == hidden


@pytest.mark.parametrize(("state", "hidden"), [("S", True), ("H", False)])
def test_white_print_on_a_see_through_ground_is_hidden(state: str, *, hidden: bool) -> None:
    white = text(80, 100, "mr. P. Vermeer", colour="1 g")
    assert see_through(f"q /{state} gs {BAR} Q {white}").hidden == hidden


@pytest.mark.parametrize(("state", "underlined"), [("S", False), ("H", True)])
@pytest.mark.parametrize("rule", ["80 740 100 .6 re f", ".6 w 80 740 m 180 740 l S"])
def test_a_see_through_rule_underlines_nothing(state: str, rule: str, *, underlined: bool) -> None:
    assert see_through(f"{NAME} q /{state} gs {rule} Q").underlined == underlined


@pytest.mark.parametrize(("mode", "hidden"), [(0, False), (1, False), (2, False), (3, True), (4, False), (6, False)])
def test_print_whose_letters_are_only_outlined_is_seen(mode: int, *, hidden: bool) -> None:
    assert seen(f"q {text(80, 100, 'mr. P. Vermeer', mode=mode)} Q") == [("mr. P. Vermeer", hidden)]
