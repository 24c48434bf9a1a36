"""An address on the web is as sure as its link and its line make it."""

from __future__ import annotations

import pytest

from kamerbrief.document.text import Text
from kamerbrief.model.references import UrlReference
from kamerbrief.references import find_references
from kamerbrief.result.addresses import checked_address

PRINTED = "https://sloten.example/a?b=1 2"
WHOLE = "https://sloten.example/a?b=1%202"


def checked(text: Text) -> UrlReference:
    (one,) = find_references(text.string)
    assert isinstance(one, UrlReference)
    found = checked_address(one, text, 0)
    assert text.string[found.span.slice] == found.raw
    return found


def linked(string: str, *stretches: tuple[int, int], target: str) -> Text:
    return Text(string, ((0, 0),), links=tuple((begin, end, target) for begin, end in stretches))


def test_a_link_makes_an_address_whole_that_is_printed_with_a_blank() -> None:
    found = checked(linked(f"Zie {PRINTED}).", (4, 35), target=WHOLE))
    assert (found.raw, found.id, found.url, found.certainty) == (PRINTED, WHOLE, WHOLE, "derived")


def test_a_link_has_a_stretch_in_each_line() -> None:
    found = checked(linked(f"Zie {PRINTED} ook", (4, 32), (33, 34), target=WHOLE))
    assert (found.raw, found.id) == (PRINTED, WHOLE)


def test_a_link_leads_further_than_what_is_printed() -> None:
    found = checked(linked("Zie www.sloten.example ook", (4, 22), target="https://www.sloten.example/dijken"))
    assert (found.raw, found.id) == ("www.sloten.example", "https://www.sloten.example/dijken")
    assert found.certainty == "derived"


@pytest.mark.parametrize(
    "target", ["http://www.sloten.example/a", "https://sloten.example/a/", "http://www.Sloten.example/a"]
)
def test_a_link_to_the_same_address(target: str) -> None:
    found = checked(linked("Zie www.sloten.example/a.", (4, 25), target=target))
    assert (found.id, found.certainty) == ("www.sloten.example/a", "exact")


def test_a_link_to_another_address_makes_what_is_printed_doubtful() -> None:
    found = checked(linked("Zie www.sloten.example/a.", (4, 25), target="https://molens.example"))
    assert (found.id, found.url) == ("www.sloten.example/a", "https://www.sloten.example/a")
    assert (found.certainty, found.candidates) == ("ambiguous", ("www.sloten.example/a", "https://molens.example"))


def test_a_link_elsewhere_in_the_text_tells_nothing() -> None:
    found = checked(linked("Zie www.sloten.example/a of hier.", (28, 32), target="https://molens.example"))
    assert found.certainty == "exact"


@pytest.mark.parametrize(
    ("first", "last", "candidate"),
    [
        ("www.sloten.example/dij", "ken. Daarna", "www.sloten.example/dijken"),
        ("(www.sloten.example/dij", "ken. Daarna", "www.sloten.example/dijken"),
        ("www.sloten.example/dij", "Daarna", None),
        ("Zie ook www.sloten.example/dij", "ken", None),
        ("www.sloten.example/dijken/", "en dammen", None),
    ],
)
def test_an_address_that_fills_its_line_may_go_on(first: str, last: str, candidate: str | None) -> None:
    found = checked(Text(f"{first} {last}", ((0, 10), (len(first) + 1, 90))))
    assert found.certainty == ("ambiguous" if candidate else "exact")
    assert found.candidates[1:] == ((candidate,) if candidate else ())


def test_an_address_that_does_not_end_with_its_line() -> None:
    assert checked(Text("www.sloten.example/dij ken", ((0, 10), (24, 90)))).certainty == "exact"
    assert checked(Text("www.sloten.example/dij", ((0, 10),))).certainty == "exact"
