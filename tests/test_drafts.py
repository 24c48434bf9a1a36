"""A draft with defects, each of which is told; what a letter may well say is not."""

from __future__ import annotations

import pathlib

import pytest

import kamerbrief
from kamerbrief import Kamerbrief

FIXTURE = pathlib.Path(__file__).parent.parent / "fixtures" / "szw-2024-draft-with-defects" / "letter.txt"
DEFECTS = [
    ("missing-kenmerk", "Onze referentie"),
    ("left-over", "Error! Unknown document property name"),
    ("unfinished-subject", "leerwerkplekken in de"),
    ("left-over", "[naam]"),
    ("conflicting-attachments", "bijlage 3"),
    ("left-over", "Fout! Verwijzingsbron niet gevonden"),
    ("impossible-session", "2018-2017"),
    ("impossible-session", "2022/22"),
    ("future-reference", "Kamerstukken II 2025/26, 29 544, nr. 1301"),
    ("incomplete-reference", "Kamerstukken II 2022/23, nr. 44"),
    ("incomplete-reference", "29 544, nr."),
    ("incomplete-reference", "Stb. 2023"),
    ("future-reference", "Stb. 2026, 118"),
    ("future-reference", "brief van 21 november 2024"),
    ("future-reference", "2025Z00412"),
    ("future-reference", "ECLI:NL:GHSGR:2027:1145"),
    ("unmatched-call", "4"),
    ("malformed-address", "http//www.leerwerkplekken.nl"),
    ("malformed-address", "https:/www.leerwerkplekken.nl/cijfers"),
    ("malformed-address", "www,leerwerkplekken.nl"),
    ("left-over", "nr. PM"),
    ("left-over", "PM alinea over Caribisch Nederland"),
    ("conflicting-office", "SZW"),
    ("left-over", "TODO verwijzing"),
    ("uncalled-note", "3"),
]
"""What is wrong in the fixture, and words by which it is known."""


def test_seeded_defects() -> None:
    brief = kamerbrief.read(FIXTURE)
    source = kamerbrief.load(FIXTURE).text
    told = [
        (one.code, f"{one.message} {' '.join(source[one.span.slice].split()) if one.span else ''}")
        for one in brief.diagnostics
    ]
    missed = [defect for defect in DEFECTS if not any(defect[0] == code and defect[1] in words for code, words in told)]
    assert len(DEFECTS) == 25
    assert missed == [("uncalled-note", "3")]  # nothing but its number tells that it is a note


def draft_codes(brief: Kamerbrief) -> set[str]:
    return {one.code for one in brief.diagnostics} & {code for code, _ in DEFECTS if code != "unmatched-call"}


HEAD = """Ministerie van Defensie

De voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Ons kenmerk
BS2024001234

Bijlagen
2

Datum 14 mei 2024
Betreft Oefenterreinen

Geachte voorzitter,

"""


@pytest.mark.parametrize(
    "text",
    [
        "De post is in de begroting op PM gezet; het fijnstof (PM 2,5) daalt.",
        "Hij zei: 'De sloot [...] is diep' en daarna [sic] niets.",
        "Zie Kamerstuk nr. 29 653, nr. 21, en Kamerstukken II 2022/23, 29 544, nrs. 7 en 8.",
        "In de vergaderjaren 2014-2016 en in vergaderjaar 1999-2000 kwam dit aan de orde.",
        "Zie Kamerstuk 21 501-28, nr. 127 en Kamerstukken II 2023/24, 29 544, nr. 7.",
        "Zie https://www.voorbeeld.nl/a,b en http://voorbeeld.nl (www.voorbeeld.nl), of https://web.archive.org/https://x.nl.",
        "De bijlagen 1 en 2 gaan hierbij; bijlage 9 bij de Regeling dieren blijft.",
        "Bij brief van 3 mei 2024 en in Stb. 2024, 12 staat dat de wet in 2031 ingaat.",
        "De motie (Kamerstuk 35 925, nr. 7) en de brief (Kamerstukken II, 35 925, nr. 8).",
        "Het beleid voor 2026-2025 bestaat niet, en artikel XX evenmin.",
    ],
)
def test_what_a_letter_may_well_say(text: str) -> None:
    signed = "\n\nHoogachtend,\n\nDe Minister van Defensie,\n\n\n\nA.B. de Boer\n"
    assert draft_codes(kamerbrief.parse(HEAD + text + signed)) == set()


def test_annexes_may_be_of_another_date() -> None:
    signed = "Hierbij.\n\nHoogachtend,\n\nDe Minister van Defensie,\n\n\n\nA.B. de Boer\n\nBijlage 1\n\n"
    text = HEAD + signed + "De brief van 3 mei 2025 en Stb. 2026, 12, en ook nog bijlage 7.\n"
    assert draft_codes(kamerbrief.parse(text)) == set()


@pytest.mark.parametrize(("attached", "told"), [("Geen", True), ("1", False)])
def test_attached_although_the_head_counts_none(*, attached: str, told: bool) -> None:
    text = HEAD.replace("Bijlagen\n2", f"Bijlagen\n{attached}")
    brief = kamerbrief.parse(f"{text}Het rapport is als bijlage bij deze brief gevoegd.\n")
    assert ("conflicting-attachments" in draft_codes(brief)) is told


def test_left_over_that_comes_again_is_told_once() -> None:
    page = "\n\fOns kenmerk\nFout! Onbekende naam\n\nTekst.\n"
    brief = kamerbrief.parse(f"{HEAD}Tekst.\n{page}{page}")
    assert [one.code for one in brief.diagnostics].count("left-over") == 1


def test_many_defects_are_not_all_told() -> None:
    brief = kamerbrief.parse(HEAD + "\n\n".join(f"Zie http//www.x{n}.nl en [naam {n}]." for n in range(90)))
    codes = [one.code for one in brief.diagnostics]
    assert codes.count("malformed-address") == codes.count("left-over") == 20


def test_heading_names_another_office() -> None:
    text = (
        "31 322\nDijken\n\nNr. 7 BRIEF VAN DE MINISTER VAN DEFENSIE\n\nAan de Voorzitter van de Tweede Kamer\n"
        "Den Haag, 14 mei 2024\n\nHierbij.\n\nDe Minister van {},\nA.B. de Boer\n"
    )
    assert draft_codes(kamerbrief.parse(text.format("Defensie"))) == set()
    assert draft_codes(kamerbrief.parse(text.format("Financiën"))) == {"conflicting-office"}
