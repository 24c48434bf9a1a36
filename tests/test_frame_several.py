"""Several letters in one file."""

import pytest
from tests.lines import ledger_of, lines_of, texts

from kamerbrief.frame.several import defer_other_letters

LETTER = "> Retouradres Postbus 99999 2500 ZZ Den Haag\nDatum 4 maart 2031\nBetreft Sloten\nDe sloten zijn diep.\n"
ADDRESSED = "De voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag\nDatum 4 maart 2031\nBetreft Dijken\n"


@pytest.mark.parametrize("second", [LETTER, ADDRESSED])
def test_another_letter_begins_on_a_page_of_its_own(second: str) -> None:
    ledger = ledger_of(f"{LETTER}\f{second}\fDe laatste bladzijde.")
    assert defer_other_letters(ledger)
    assert texts(ledger.rest()) == texts(lines_of(LETTER))
    assert texts(ledger.recall()) == texts(lines_of(f"{second}De laatste bladzijde."))


@pytest.mark.parametrize(
    "page",
    [
        "Datum 4 maart 2031\nBetreft Sloten\nDe brief gaat door.",  # what later pages repeat
        "> Retouradres Postbus 99999 2500 ZZ Den Haag\nDatum 4 maart 2031\nDe brief gaat door.",
        "De voorzitter van de Tweede Kamer\nDatum 4 maart 2031\nBetreft Sloten",  # no address
    ],
)
def test_a_later_page_is_no_other_letter(page: str) -> None:
    ledger = ledger_of(f"{LETTER}\f{page}")
    assert not defer_other_letters(ledger)
    assert ledger.recall() == []


def test_nothing() -> None:
    assert not defer_other_letters(ledger_of(""))
