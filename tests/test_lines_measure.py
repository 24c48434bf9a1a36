"""How wide a body is set, and what its blank lines tell."""

import pytest
from tests.lines import lines_of

from kamerbrief.lines.measure import Measure

LINE = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht"


def test_a_text_without_line_breaks_has_no_measure() -> None:
    assert Measure.of(lines_of("\n".join([f"{LINE} {LINE} {LINE} {LINE} {LINE} {LINE}."] * 3))).full == 0


def test_the_fullest_lines_tell_how_wide_a_body_is() -> None:
    measure = Measure.of(lines_of("\n".join([LINE, LINE, LINE, f"{LINE[:60]}", "Kort."])))
    assert 0.7 < measure.full / len(LINE) < 0.9


def test_blank_lines_that_cut_a_sentence() -> None:
    above = f"{LINE}\n{LINE}\n{LINE}"
    assert Measure.of(lines_of(f"{above}\n\nen daarna gemeten door de boeren van het dorp.")).blanks_cut
    assert not Measure.of(lines_of(f"{above}\n\nDat is diep.")).blanks_cut


@pytest.mark.parametrize(
    ("below", "parts"),
    [
        ("Daarna ging het dorp er om de sloten heen.\n\fDe dijken.", True),
        ("en daarna ging het dorp er om de sloten.\n\fDe dijken.", False),
        ("Daarna ging het dorp er om de sloten heen.", False),  # nothing shows where pages end
    ],
)
def test_a_margin_stands_between_paragraphs_alone(below: str, parts: bool) -> None:  # noqa: FBT001 - a row of the table
    lines = lines_of("\n".join([LINE, LINE, LINE, f"{LINE}{'' if below[0].islower() else '.'}", "Ons kenmerk", below]))
    assert Measure.of([line for line in lines if line.text != "Ons kenmerk"]).margins_part == parts
