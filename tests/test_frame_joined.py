"""Headings of which several parts stand on one line."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.lines import line_of, texts

import kamerbrief
from kamerbrief.frame.joined import parts_of_heading

READER = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
OFFICE = "Nr. 45 BRIEF VAN DE MINISTER VAN DEFENSIE"


@pytest.mark.parametrize(
    "parts",
    [
        (READER, "Den Haag, 3 mei 2031"),
        (READER, "Den Haag, 3 mei 2031", "De sloten zijn op diepte."),
        (OFFICE, READER),
        (OFFICE, READER, "Den Haag, 3 mei 2031"),
        ("BRIEF VAN DE MINISTER VAN DEFENSIE", READER, "’s-Gravenhage, 3 mei 2031", "De sloten zijn op diepte."),
    ],
)
def test_the_parts_of_a_line(parts: tuple[str, ...]) -> None:
    assert tuple(texts(parts_of_heading(line_of(" ".join(parts))))) == parts


@pytest.mark.parametrize(
    "text",
    [
        READER,
        f"{READER} in 3 mei 2031",
        f"Bij brief van 3 mei 2031 {READER} is gemeld",
        "BRIEF AAN DE VOORZITTER VAN DE TWEEDE KAMER",
        "Den Haag, 3 mei 2031",
    ],
)
def test_other_lines_are_whole(text: str) -> None:
    assert texts(parts_of_heading(line_of(text))) == [text]


def test_a_page_on_one_line() -> None:
    text = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht. " * 5
    brief = kamerbrief.parse(
        f"Transcriptie\n\n1 Tweede Kamer der Staten-Generaal 2 Vergaderjaar Onderhoud van sloten {OFFICE} {READER} "
        f"Den Haag, 3 mei 2031 {text}"
    )
    assert (brief.form, brief.date, brief.sender.roles) == (
        *("kamerstuk", dt.date(2031, 5, 3), ("minister van Defensie",)),
    )
    assert brief.recipient.chamber == "tweede_kamer"
    assert [block.text for block in brief.sections[0].blocks] == [text.strip()]
    cited = f"{text} In nr. 45 van de brief staat meer, en in Nr. 12 BRIEF aan de molen ook. {text}"
    assert kamerbrief.parse(cited).form == "plain"


def test_a_letter() -> None:
    brief = kamerbrief.parse(
        f"99 123\n\nSloten\n\nNr. 45    BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN\n\nWERKGELEGENHEID\n\n"
        f"{READER} Den Haag, 3 mei 2031\n\nDe sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."
    )
    assert (brief.date, brief.place) == (dt.date(2031, 5, 3), "Den Haag")
    assert (brief.recipient.name, brief.sender.roles) == (
        READER.removeprefix("Aan "),
        ("minister van Sociale Zaken en Werkgelegenheid",),
    )
