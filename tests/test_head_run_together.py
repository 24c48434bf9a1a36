"""Lines of a letterhead that a converter wrote as one: where they are cut, and which are left whole."""

import pytest
from tests.lines import lines_of, texts

import kamerbrief
from kamerbrief.head.run_together import split_run_together

UNBROKEN = (
    "Pagina 1 van 2    > Retouradres Postbus 20901 2500 EX  Den Haag   Aan de Voorzitter van de Tweede Kamer  der "
    "Staten-Generaal Postbus 20018  2500 EA  DEN HAAG    Datum 3 mei 2031 Onderwerp Onderhoud van sloten in het oosten"
    "  Hierbij informeer ik uw Kamer over het onderhoud van de sloten in het oosten van het land.  De dijken  De "
    "dijken zijn hoog, en dat blijven zij  ook.    De minister van Infrastructuur en Waterstaat,      A.B. de Boer    "
    "Directoraat-Generaal Sloten, Vaarten en Overige Wateren Directie Onderhoud   Rijnstraat 8 2515 XP  Den Haag "
    "Postbus 20901 2500 EX  Den Haag www.rijksoverheid.nl    Ons kenmerk 4711815  Uw kenmerk 2031Z00815   "
    "Bij beantwoording de datum en ons kenmerk vermelden. Wilt u slechts één zaak in uw brief behandelen.      \f"
    "Pagina 2 van 2      Directoraat-Generaal Sloten, Vaarten en Overige Wateren Directie Onderhoud   Datum 3 mei 2031 "
    " Ons kenmerk 4711815    Bijlage De dijken worden elk jaar hoger.      \f"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De Voorzitter van de Tweede Kamer der Staten-Generaal Postbus 20018 2500 EA  DEN HAAG",
            ["De Voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA  DEN HAAG"],
        ),
        ("Datum 3 mei 2031 Betreft Sloten en dijken", ["Datum 3 mei 2031", "Betreft Sloten en dijken"]),
        ("Kenmerk 2031-0000471 Uw kenmerk 2031Z00815", ["Kenmerk 2031-0000471", "Uw kenmerk 2031Z00815"]),
        (
            "Directie Sloten Afdeling Dijken Dijkweg 5 Den Haag P ostbus 20901 2500 EX Den Haag www.rijksoverheid.nl",
            [
                *("Directie Sloten", "Afdeling Dijken", "Dijkweg 5", "Den Haag", "P ostbus 20901", "2500 EX Den Haag"),
                "www.rijksoverheid.nl",
            ],
        ),
        (
            (
                "> Retouradres Postbus 20901 2500 EX Den Haag de Voorzitter van de Eerste Kamer der Staten-Generaal "
                "Binnenhof 22 2513 AA Den Haag"
            ),
            [
                "> Retouradres Postbus 20901 2500 EX Den Haag",
                *("de Voorzitter van de Eerste Kamer der Staten-Generaal", "Binnenhof 22", "2513 AA Den Haag"),
            ],
        ),
        (
            "T 070 123 45 67 (algemeen) F 070 123 45 68 www.rijksoverheid.nl",
            ["T 070 123 45 67 (algemeen)", "F 070 123 45 68", "www.rijksoverheid.nl"],
        ),
        (
            "Directoraat-Generaal Sloten en Overige Wateren Directie Onderhoud",
            ["Directoraat-Generaal Sloten en Overige Wateren", "Directie Onderhoud"],
        ),
        ("Kenmerk 2031-0000471 Bijlage(n)", ["Kenmerk 2031-0000471", "Bijlage(n)"]),
        ("Datum 3 mei 2031 1 Betreft Sloten", ["Datum 3 mei 2031", "1", "Betreft Sloten"]),
        (
            "Onze referentie BS2031011 Bij beantwoording datum, onze referentie en betreft vermelden.",
            ["Onze referentie BS2031011", "Bij beantwoording datum, onze referentie en", "betreft vermelden."],
        ),
        (
            "**Ministerie van Buitenlandse Zaken** Dijkweg 5 1234 AB Utrecht",
            ["Ministerie van Buitenlandse Zaken", "Dijkweg 5", "1234 AB Utrecht"],
        ),
    ],
)
def test_lines_that_are_parted(text: str, expected: list[str]) -> None:
    assert texts(split_run_together(lines_of(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zie voor meer over de sloten www.rijksoverheid.nl",
        "Onderwerp Onderhoud van sloten",
        "Projectgroep Programma Toekomst van Sloten en Vaarten in Nederland",
        "Directie Sloten van de Directie Onderhoud van de Wateren in Nederland",
        "Schrijf aan Postbus 20901, 2500 EX Den Haag, of bel ons.",
        "Ons kenmerk Uw kenmerk",
        "De dijken zijn hoog.",
    ],
)
def test_lines_that_are_left_whole(text: str) -> None:
    assert texts(split_run_together(lines_of(text))) == [text]


def test_what_is_not_wrapped_gets_the_width_of_a_margin() -> None:
    name = "Directie Europese en Internationale Slootaangelegenheden"
    lines = lines_of(f"{name}\n\n{'a' * 60}")
    assert split_run_together(lines) == lines
    lines = lines_of(f"{name}\n\nDatum 3 mei 2031 Betreft Sloten")
    assert texts(split_run_together(lines))[:2] == ["Directie Europese en", "Internationale Slootaangelegenheden"]


def test_a_letter_without_line_ends() -> None:
    brief = kamerbrief.parse(UNBROKEN)
    assert brief.subject == "Onderhoud van sloten in het oosten"
    assert brief.recipient.name == "de Voorzitter van de Tweede Kamer der Staten-Generaal"
    assert brief.recipient.address == ("Postbus 20018", "2500 EA DEN HAAG")
    assert brief.sender.units == ("Directoraat-Generaal Sloten, Vaarten en Overige Wateren", "Directie Onderhoud")
    assert (brief.sender.visiting_address, brief.sender.website) == (
        "Rijnstraat 8, 2515 XP Den Haag",
        "www.rijksoverheid.nl",
    )
    assert (brief.kenmerk, brief.uw_kenmerk) == ("4711815", "2031Z00815")
    assert [(signed.role, signed.name) for signed in brief.signatories] == [
        ("minister van Infrastructuur en Waterstaat", "A.B. de Boer")
    ]
    assert [block.text for section in brief.sections for block in section.blocks] == [
        "Hierbij informeer ik uw Kamer over het onderhoud van de sloten in het oosten van het land.",
        "De dijken zijn hoog, en dat blijven zij ook.",
    ]
    assert [section.title for section in brief.sections] == [None, "De dijken"]


def test_a_letter_whose_paragraphs_were_joined() -> None:
    brief = kamerbrief.parse(
        "> Retouradres Postbus 20901 2500 EX Den Haag\n\n"
        "De Voorzitter van de Tweede Kamer der Staten-Generaal Postbus 20018 2500 EA  DEN HAAG\n\n"
        "**Directie Sloten** Rijnstraat 8 2515 XP Den Haag www.rijksoverheid.nl\n\n## **Ons kenmerk**\n\n4711815\n\n"
        "Datum 3 mei 2031 Betreft Sloten\n\n# Geachte voorzitter,\n\nDe sloten zijn diep.\n"
    )
    assert (str(brief.date), brief.subject, brief.kenmerk) == ("2031-05-03", "Sloten", "4711815")
    assert brief.sender.units == ("Directie Sloten",)
    assert brief.recipient.address == ("Postbus 20018", "2500 EA DEN HAAG")
