"""One letter in every form that it comes in gives one result: the agreement of forms."""

from __future__ import annotations

import pathlib

import pytest
from fixtures.typeset.source import read
from tests.docx_files import TEMPLATES, letter_as_docx
from tests.golden import Digest, digest
from tests.koop_files import letter_as_flat, letter_as_page, letter_as_publication
from tests.odt_files import letter_as_odt
from tests.test_readers_koop import LETTERS, is_flat, printed
from tests.truth_report import source_of, squash, truth_of

import kamerbrief
from kamerbrief import Kamerbrief

VALUES = ("form", "date", "kenmerk", "uw_kenmerk", "subject", "attachments", "salutation", "closing", "recipient")


def values(brief: Kamerbrief) -> dict[str, str]:
    """The values of the head and who signed, white space aside."""
    whole = digest(brief)
    return {name: squash(whole[name]) for name in (*VALUES, "sender", "signatories", "on_behalf_of")}


def structure(brief: Kamerbrief, *, depths: bool = True) -> Digest:
    """Titles, blocks, notes and their calls."""
    whole = digest(brief)
    return {name: _bare(whole[name], depths=depths) for name in ("sections", "annexes", "footnotes")}


def _bare(part: object, *, depths: bool) -> object:
    """Without levels and depths where a form cannot say them."""
    if isinstance(part, list):
        return [_bare(one, depths=depths) for one in part]
    if isinstance(part, dict):
        left_out = () if depths else ("level", "depth")
        return {name: _bare(value, depths=depths) for name, value in part.items() if name not in left_out}
    return part


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name)
def test_word_documents_of_one_letter_agree(path: pathlib.Path) -> None:
    letter = read(path)
    first, *others = [kamerbrief.read(letter_as_docx(letter, template)) for template in TEMPLATES]
    for other in (*others, kamerbrief.read(letter_as_odt(letter))):
        assert values(other) == values(first)
        assert structure(other) == structure(first)


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name)
def test_a_letter_has_the_values_of_its_pdf(path: pathlib.Path) -> None:
    of_pdf, of_docx = (
        values(kamerbrief.parse(source_of(path.with_name("letter.pdf")))),
        values(kamerbrief.read(letter_as_docx(read(path), "document"))),
    )
    assert of_docx == of_pdf


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name)
def test_published_forms_of_one_letter_agree(path: pathlib.Path) -> None:
    letter, date = read(path), printed(truth_of(path.parent))
    first = kamerbrief.read(letter_as_publication(letter, date))
    page = kamerbrief.read(letter_as_page(letter, date))
    assert values(page) == values(first)
    assert structure(page) == structure(first)
    if is_flat(letter):
        flat = kamerbrief.read(letter_as_flat(letter, date))
        assert values(flat) == values(first)
