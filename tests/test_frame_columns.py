"""What stands beside the body of a later page: margin or table."""

import pytest
from tests.lines import ledger_of

from kamerbrief.frame.columns import part_columns

PAGE_1 = (
    "                                                            Directie Water\n"
    "De sloten achter de molen zijn op diepte gemaakt.           Ons kenmerk\n"
    "                                                            SLT-2031/123\n"
)


def margins(page: str, *, first: str = PAGE_1) -> list[str]:
    """What is left in the margin of page 2."""
    ledger = ledger_of(f"{first}\f{page}")
    part_columns(ledger)
    return [line.text for line in ledger.rest() if line.margin and line.page == 2]


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (  # the margin says again what page 1 says
            (
                "Het water staat op peil, melden de waterschappen.           Directie Water\n"
                "Daarmee is het werk af.                                     Ons kenmerk\n"
                "                                                            SLT-2031/123\n"
            ),
            ["Directie Water", "Ons kenmerk", "SLT-2031/123"],
        ),
        (  # the last column of a table
            (
                "Waterschap                      Sloten in km                Stand van zaken\n"
                "Veendijk                        12                          gereed in mei\n"
                "Molenbroek                      31                          in uitvoering\n"
            ),
            [],
        ),
        (  # both, one above the other
            (
                "Waterschap                      Sloten in km                Ons kenmerk\n"
                "Veendijk                        12                          SLT-2031/123\n"
                "Molenbroek                      31                          in uitvoering\n"
                "Polderhoek                      14                          gereed in mei\n"
                "Lekzicht                        18                          gereed in juni\n"
                "Waterland                       19                          gereed in juli\n"
            ),
            ["Ons kenmerk", "SLT-2031/123"],
        ),
        (  # another unit than on page 1
            (
                "Het water staat op peil, melden de waterschappen.           Directie Water\n"
                "Daarmee is het werk af, en de kaden zijn gemaakt.           Afdeling Sloten en\n"
                "In het najaar wordt het nog eens gemeten.                   Kleine\n"
                "                                                            Dienst Vaarten\n"
            ),
            ["Directie Water", "Afdeling Sloten en", "Kleine", "Dienst Vaarten"],
        ),
        (  # a word in a drawing, with nothing of the body beside it
            (
                "Het water staat op peil, melden de waterschappen.\n\n\n\n"
                "                                                            Peilbesluit\n"
            ),
            ["Peilbesluit"],
        ),
    ],
)
def test_the_margin_of_a_later_page(page: str, left: list[str]) -> None:
    assert margins(page) == left


def test_numbers_of_pages_stay_in_the_margin() -> None:
    pages = "\f".join(f"Het water staat weer op peil in heel Veendijk.              {page} van 4" for page in (2, 3, 4))
    assert margins(pages) == ["2 van 4"]


def test_cells_stand_in_their_rows_again() -> None:
    ledger = ledger_of(f"{PAGE_1}\fVeendijk                        12                          gereed in mei\n")
    part_columns(ledger)
    assert [line.text for line in ledger.rest() if line.page == 2] == ["Veendijk", "12", "gereed in mei"]
