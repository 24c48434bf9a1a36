from __future__ import annotations

import pytest

from kamerbrief.vocabulary.webaddresses import address_in, is_rest, leads_on, may_be_rest, plain_address


@pytest.mark.parametrize(
    "word",
    [
        "-het-effect-van-sloten",
        "015.pdf)",
        "=0,10&D2=a",
        "2=0&D3=1",
        "menprogramma2031_2032/sloten",
        "nieuws/dijken/molens",
        "dijken/",
        "onderwerpen/sloten.html#diep",
        "#sloten.html",
    ],
)
def test_what_can_only_be_a_part_of_an_address(word: str) -> None:
    assert is_rest(word, alone=False)


@pytest.mark.parametrize(
    "word",
    [
        "en/of",
        "dijken",
        "2031/32",
        "12/3/2031",
        "-gevoelig",
        "-",
        "https://www.molens.example/dijk",
        "molens.nl/dijken/sloten.html",
        "molens.nl",
        "info@molens.nl/dijk/sloot",
        "kosten-baten-analyse",
    ],
)
def test_what_may_be_anything(word: str) -> None:
    assert not is_rest(word, alone=True)


def test_a_compound_with_a_year_is_the_rest_of_an_address_that_filled_its_line() -> None:
    assert is_rest("plannen-2031-2032", alone=True)
    assert not is_rest("plannen-2031-2032", alone=False)


@pytest.mark.parametrize(
    ("address", "word", "told"),
    [
        ("www.sloten.example/dij", "ken", True),
        ("www.sloten.example/dij", "ken/).", True),
        ("www.sloten.example/dij", "k", True),
        ("www.sloten.example/dijken", "ken", False),
        ("www.sloten.example/dijken/", "Zie", False),
        ("www.sloten.example/", "dijken", True),
        ("www.sloten.example/", "Zie", False),
        ("www.sloten.example/dij", "kzicht", False),
        ("www.molens.example/dij", "ken", None),
    ],
)
def test_what_an_address_leads_to_tells_whether_it_goes_on(address: str, word: str, told: bool | None) -> None:  # noqa: FBT001
    assert leads_on(address, word, "https://www.sloten.example/dijken") is told


def test_two_ways_to_write_an_address() -> None:
    assert (
        plain_address(r"WWW.sloten.example\a b/")
        == plain_address("https://sloten.example/a%20b")
        == "sloten.example/ab"
    )
    assert plain_address("") == ""


def test_the_address_in_a_word() -> None:
    assert address_in("(https://sloten.example") == "https://sloten.example"
    assert address_in("ftp://sloten.example") == "ftp://sloten.example"


@pytest.mark.parametrize(
    ("address", "word", "may"),
    [
        ("www.sloten.example/dij", "ken.", True),
        ("www.sloten.example/dij", "12;", True),
        ("www.sloten.example/dij", "Daarna", False),
        ("www.sloten.example/dij", "12,5", False),
        ("www.sloten.example/dijk.pdf", "ken", False),
        ("www.sloten.example/dijken/", "ken", False),
        ("www.sloten.example", "ken", False),
    ],
)
def test_what_may_be_the_rest_of_an_address(address: str, word: str, may: bool) -> None:  # noqa: FBT001
    assert may_be_rest(address, word) is may
