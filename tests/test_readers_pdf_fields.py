"""Fields of a form are text of their page; comments and stamps upon it are not."""

from __future__ import annotations

from tests.pdfs import BODY, HEIGHT, pdf, text

from kamerbrief.readers import decode


def annotated(*annotations: tuple[str, str], more: str = "") -> bytes:
    """A form, with what is put upon its page: the entries of each annotation, and what it shows."""
    shown = {f"a{at}": text(2, HEIGHT - 4, words) for at, (_, words) in enumerate(annotations)}
    box = "0 0 200 14"
    data = pdf(BODY, forms=shown).replace(b"/BBox[0 0 595 842]", f"/BBox[{box}]".encode())
    kids = ""
    for at, (entries, _) in enumerate(annotations):
        top = 700 - 20 * at
        kids += f"<</Type/Annot/F 4{entries}/Rect[80 {top} 280 {top + 14}]/AP<</N {8 + at} 0 R>>{more}>>"
    data = data.replace(b"/Type/Page/", f"/Type/Page/Annots[{kids}]/".encode())
    return data.replace(b"/Type/Catalog", b"/Type/Catalog/AcroForm<</Fields[]>>")


def lines(data: bytes) -> list[tuple[str, bool]]:
    found = decode(data, "brief.pdf").pages[0].lines
    return [(line.text, line.hidden) for line in found if not line.text.startswith("De sloten")]


def test_a_field_is_text() -> None:
    field = "/Subtype/Widget/FT/Tx/T(kenmerk)/V(IENW/BSK-2024/7)"
    assert lines(annotated((field, "IENW/BSK-2024/7"))) == [("IENW/BSK-2024/7", False)]


def test_a_field_that_is_not_shown_is_none() -> None:
    field = "/Subtype/Widget/FT/Tx/T(kenmerk)/V(IENW/BSK-2024/7)/F 2"
    assert lines(annotated((field, "IENW/BSK-2024/7")).replace(b"/F 4", b"")) == []


def test_a_comment_is_none() -> None:
    field, comment = "/Subtype/Widget/FT/Tx/T(kenmerk)/V(7)", "/Subtype/FreeText/Contents(Niet verzenden)"
    assert lines(annotated((comment, "Niet verzenden"))) == []
    assert lines(annotated((comment, "Niet verzenden"), (field, "Kenmerk 7"))) == [("Kenmerk 7", False)]


def test_a_form_without_fields_on_the_page() -> None:
    assert lines(annotated()) == []


def test_a_page_with_more_than_a_form_has() -> None:
    field = "/Subtype/Widget/FT/Tx/T(kenmerk)/V(7)"
    data = annotated((field, "Kenmerk 7")).replace(b"/Annots[", b"/Annots[" + b"<</Subtype/Link>>" * 2000)
    assert lines(data) == []
