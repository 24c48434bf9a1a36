"""The page of every span."""

from __future__ import annotations

from tests.invariants import spans_in
from tests.pdfs import BODY, pdf, text

import kamerbrief


def test_a_pdf_says_where_its_pages_begin() -> None:
    brief = kamerbrief.read(pdf(BODY, "", f"{text(80, 300, 'Vervolg', font='bold')}\n{BODY}"))
    assert brief.origin is not None
    assert brief.origin.page_count == 3
    pages = [span.page for path, span in spans_in(brief) if path.startswith("brief.sections")]
    assert set(pages) == {1, 3}
    assert all(span.page for _, span in spans_in(brief))


def test_a_text_without_form_feeds_has_no_pages() -> None:
    brief = kamerbrief.parse("Geachte voorzitter,\n\nHierbij het rapport over Kamerstuk 30 573, nr. 4.")
    assert brief.references
    assert {span.page for _, span in spans_in(brief)} == {None}
