"""What a site says around a letter."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.web import is_ministry, is_summary, may_be_link, sort_and_date


@pytest.mark.parametrize("sort", sorted(words("web_sorts")))
def test_every_sort(sort: str) -> None:
    assert sort_and_date(f"{sort} | 17-10-2031") == (sort, "17-10-2031")
    assert sort_and_date(f"{sort}: Kamerbrief | 1-2-2031") == (f"{sort}: Kamerbrief", "1-2-2031")
    assert sort_and_date(f"1-2-2031 | {sort} | Ministerie van Sloten") == (sort, "1-2-2031")
    assert sort_and_date(f"Zie {sort} | 17-10-2031") is None


@pytest.mark.parametrize("sender", sorted(words("web_senders")))
def test_every_sender(sender: str) -> None:
    assert is_summary(f"{sender} informeert de Tweede Kamer over sloten.")
    assert not is_summary(f"{sender} informeert de gemeente over sloten.")


@pytest.mark.parametrize("opening", sorted(words("annex_openings")))
def test_every_opening_of_an_annex(opening: str) -> None:
    assert not may_be_link(f"{opening.capitalize()} 1 Sloten")
    assert may_be_link(f"Sloten: {opening} 1")


@pytest.mark.parametrize("text", ["De sloot is diep.", "- sloten", "1. sloten", "Sloten 1,2 1,3", "| sloten |"])
def test_no_link(text: str) -> None:
    assert not may_be_link(text)


def test_ministry() -> None:
    assert is_ministry("Ministerie van Sloten")
    assert not is_ministry("Het ministerie van Sloten")
