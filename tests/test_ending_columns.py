"""Two signatures side by side that an extractor wrote on one line."""

import pytest
from tests.lines import lines_of

from kamerbrief.ending.columns import split_columns
from kamerbrief.lines.features import FeatureLine

WRAPPED = """\
de staatssecretaris van de staatssecretaris van Binnenlandse
Volksgezondheid, Welzijn en Sport, Zaken en Koninkrijksrelaties,
A.B. Testman S. el Voorbeeld
"""


def parted(text: str) -> list[FeatureLine] | None:
    lines = lines_of(text)
    pieces = split_columns(lines)
    return pieces if pieces != lines else None


def columns_of(text: str) -> tuple[str, str]:
    """The text of the left column and that of the right one."""
    lines = parted(text)
    assert lines is not None
    left = min(line.column for line in lines)
    return (
        " ".join(line.text for line in lines if line.column == left),
        " ".join(line.text for line in lines if line.column > left),
    )


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        (
            "De Minister van Financiën, De Minister van Defensie,\nA.B. Testman C. Voorbeeld",
            "De Minister van Financiën, A.B. Testman",
            "De Minister van Defensie, C. Voorbeeld",
        ),
        (
            WRAPPED,
            "de staatssecretaris van Volksgezondheid, Welzijn en Sport, A.B. Testman",
            "de staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties, S. el Voorbeeld",
        ),
    ],
)
def test_two_columns(text: str, left: str, right: str) -> None:
    assert columns_of(text) == (left, right)


@pytest.mark.parametrize(
    "text",
    [
        "De Minister van Financiën,\nA.B. Testman",
        "De Minister van Financiën,\nDe Minister van Defensie,",  # below each other
        "De Minister van Financiën en de minister van Veendijk,\nA.B. Testman",
        "De Minister van Financiën,          De Minister van Defensie,",  # the source shows the columns
        "A.B. Testman C. Voorbeeld",
        "",
    ],
)
def test_one_column(text: str) -> None:
    assert parted(text) is None


def test_what_follows_the_names_is_kept() -> None:
    lines = parted("De Minister van Financiën, De Minister van Defensie,\nA.B. Testman C. Voorbeeld\nBijlage 1")
    assert lines is not None
    assert lines[-1].text == "Bijlage 1"


def test_the_pieces_know_their_places() -> None:
    source = "De Minister van Financiën, De Minister van Defensie,\nA.B. Testman C. Voorbeeld"
    lines = parted(source)
    assert lines is not None
    assert all(source[line.start : line.end] == line.text for line in lines)
