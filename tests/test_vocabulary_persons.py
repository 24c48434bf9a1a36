"""Names of persons: each word of the tables is read in a name, and no line of text is a name."""

import pytest

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.persons import has_initials, name_of


@pytest.mark.parametrize("title", sorted(words("titles")))
@pytest.mark.parametrize("stop", ["", "."])
def test_every_title(title: str, stop: str) -> None:
    name = f"{title}{stop} A.B. Voorbeeld"
    assert name_of(name) == name
    assert has_initials(name)


@pytest.mark.parametrize("particle", sorted(words("particles")))
def test_every_particle(particle: str) -> None:
    assert name_of(f"A.B. {particle} Voorbeeld") is not None


@pytest.mark.parametrize("particle", sorted(words("inner_particles")))
def test_every_particle_of_a_double_surname(particle: str) -> None:
    assert name_of(f"A.B. Voorbeeld-{particle} Testman") is not None


@pytest.mark.parametrize("degree", sorted(words("degrees")))
@pytest.mark.parametrize("glue", [" ", ", "])
def test_every_degree(degree: str, glue: str) -> None:
    assert name_of(f"A.B. Voorbeeld{glue}{degree}") is not None


@pytest.mark.parametrize("text", ["De sloot is diep.", "Directie Sloten en Dijken", "A.B.", "", "A. " * 40])
def test_no_name(text: str) -> None:
    assert name_of(text) is None


@pytest.mark.parametrize("text", ["Anna Voorbeeld", "De sloot", ""])
def test_no_initials(text: str) -> None:
    assert not has_initials(text)


def test_blanks_are_single() -> None:
    assert name_of("A.B.  Voorbeeld") == "A.B. Voorbeeld"


@pytest.mark.parametrize(
    "name",
    ["A.B. (Anna) van Voorbeeld", "A.B. Voorbeeld (Anna)", "A.B. Voorbeeld - van der Testman", "A. ‘t Voorbeeld"],
)
def test_names_as_they_are_printed(name: str) -> None:
    assert name_of(name) == name
