"""Changes to a text that change nothing for a reader must not change the values of the head."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable

import pytest
from tests.truth_report import cases, squash, text_of, texts

import kamerbrief
from kamerbrief import Kamerbrief

LETTERS = [path for case in cases() for path in texts(case)]
PAGED = [path for path in LETTERS if "\f" in text_of(path).rstrip("\f\n")]
_PAGE_NUMBER = re.compile(r"^(.*\b(?:Pagina|Blad) (\d+) van (\d+))$", re.MULTILINE)


def head(brief: Kamerbrief) -> dict[str, str]:
    """The values of the head, blanks in them apart."""
    sender, recipient = brief.sender, brief.recipient
    values: dict[str, object] = {
        "form": brief.form,
        "date": brief.date,
        "place": brief.place,
        "kenmerk": brief.kenmerk,
        "uw_kenmerk": brief.uw_kenmerk,
        "subject": brief.subject,
        "attachments": brief.attachments,
        "salutation": brief.salutation,
        "chamber": recipient.chamber,
        "recipient": recipient.name,
        "ministries": [ministry.abbreviation for ministry in sender.ministries],
        "units": sender.units,
        "visiting_address": sender.visiting_address,
        "postal_address": sender.postal_address,
        "website": sender.website,
        "phone": sender.phone,
        "email": sender.email,
        "contact": sender.contact,
        "kamerstuk": brief.kamerstuk,
    }
    return {name: squash(value) for name, value in values.items()}


def hard_blanks(text: str) -> str:
    """Every second blank between words becomes a no-break space, as in text copied from a web page."""
    return re.sub(r"(?<=\S) (\S+) (?=\S)", " \\1\u00a0", text)


def page_numbers_twice(text: str) -> str:
    return _PAGE_NUMBER.sub(r"\1\n\1", text)


def letter_spaced(text: str) -> str:
    """The page numbers as a letter-spaced text layer gives them."""
    return re.sub(r"Pagina (\d+) van (\d+)", r"P agina \1 v an \2", text)


def without_last_page(text: str) -> str:
    pages = text.rstrip("\f\n").split("\f")
    return "\f".join(pages[:-1]) if len(pages) > 2 else text


def margin_on_every_page(text: str) -> str:
    """Each page begins with the margin that page 2 begins with, if it does."""
    pages = text.split("\f")
    margin = re.match(r"\s*((?:\S.{0,40}\n){1,6}Datum\n.+\n(?:Ons kenmerk|Kenmerk|Onze [Rr]eferentie)\n.+\n)", pages[1])
    if margin is None:
        return text
    rest = [page if margin[1] in page or not page.strip() else f"{margin[1]}\n{page}" for page in pages[1:]]
    return "\f".join([pages[0], *rest])


ALWAYS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "no-break spaces": hard_blanks,
    "trailing blanks": lambda text: text.replace("\n", "  \n"),
    "tab behind every line": lambda text: text.replace("\n", "\t\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "blank lines at both ends": lambda text: "\n\n\n" + text + "\n\n\n",
    "page numbers twice": page_numbers_twice,
    "page numbers letter-spaced": letter_spaced,
    "no page numbers": lambda text: re.sub(r"^.*\bPagina \d+ van \d+\n", "\n", text, flags=re.MULTILINE),
}
PER_PAGE: dict[str, Callable[[str], str]] = {
    "form feeds dropped": lambda text: text.replace("\f", ""),
    "form feeds as lines": lambda text: text.replace("\f", "\n\f\n"),
    "last page missing": without_last_page,
    "margin on every page": margin_on_every_page,
}


CHANGED = [
    pytest.param(path, change, id=f"{path.parent.name}/{path.name}-{change}")
    for path in LETTERS
    for change in ALWAYS
    if change != "trailing blanks" or path.suffix != ".md"  # two blanks end a line in Markdown
]


@pytest.mark.parametrize(("path", "change"), CHANGED)
def test_head_stays(path: pathlib.Path, change: str) -> None:
    text = text_of(path)
    assert head(kamerbrief.parse(ALWAYS[change](text))) == head(kamerbrief.parse(text))


@pytest.mark.parametrize("change", PER_PAGE)
@pytest.mark.parametrize("path", PAGED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_head_stays_whatever_pages_do(path: pathlib.Path, change: str) -> None:
    text = text_of(path)
    changed, kept = head(kamerbrief.parse(PER_PAGE[change](text))), head(kamerbrief.parse(text))
    if change == "last page missing":  # the signature may have told the ministry
        changed.pop("ministries"), kept.pop("ministries")
    assert changed == kept


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_blank_lines_between_all_lines_change_no_scalar(path: pathlib.Path) -> None:
    """Not a promise for every layout, but the reference and the date must survive it."""
    text = text_of(path)
    wide, close = kamerbrief.parse(text.replace("\n", "\n\n")), kamerbrief.parse(text)
    assert (wide.date, wide.kenmerk, wide.form) == (close.date, close.kenmerk, close.form)
