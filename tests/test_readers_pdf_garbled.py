"""Text whose font does not tell its characters: told as a diagnostic, and refused where nothing can be read."""

from __future__ import annotations

import pytest
from tests.pdfs import BODY, lines, pdf, text, without_map

from kamerbrief import UnreadableError
from kamerbrief.readers import decode

TITLE = text(80, 300, "Aanleiding", font="bold")
SHIFTED = str.maketrans("abcdefghijklmnopqrstuvwxyz", "defghijklmnopqrstuvwxyzabc")
SHUFFLED = lines(400, *["De sloten achter de molen zijn op diepte gebracht.".lower().translate(SHIFTED)] * 9)
CODES = lines(300, "\x01\x03\x04\x05\x06\x07\x01\x08 \x03\x04")


def garbled(data: bytes) -> tuple[int, ...]:
    metadata = decode(data, "brief.pdf").metadata
    assert metadata is not None
    return metadata.garbled_pages


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (pdf(BODY, BODY + TITLE), ()),
        (without_map(pdf(BODY, BODY + TITLE)), (2,)),
        (without_map(pdf(BODY + text(80, 300, "a b", font="bold"))), ()),
        (without_map(pdf(BODY + text(80, -300, "Aanleiding", font="bold"))), ()),
        (pdf(BODY, SHUFFLED), (2,)),
        (pdf(BODY + CODES), (1,)),
        (
            pdf(
                BODY + lines(300, "2018 2019 2020 2021 2022 345 456 678 765 432 765 989 765 434 323 3456 54323456" * 3)
            ),
            (),
        ),
    ],
)
def test_pages_with_text_that_fonts_do_not_tell(data: bytes, pages: tuple[int, ...]) -> None:
    assert garbled(data) == pages


@pytest.mark.parametrize("data", [without_map(pdf(BODY), "plain"), pdf(SHUFFLED, SHUFFLED)])
def test_a_document_of_which_no_page_is_told_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"fonts do not tell its letters; recognise its text anew"):
        decode(data, "brief.pdf")
