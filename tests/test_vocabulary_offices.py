"""The offices: every title is read in all its printings, and belongs to the right ministry at the time."""

import datetime as dt
import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.vocabulary import ministries, table
from kamerbrief.vocabulary.folding import fold
from kamerbrief.vocabulary.offices import Office, ministry_of, offices_in

DATA = table("offices")
PORTFOLIOS = DATA["portfolio"]
NAMES = sorted({ministry.name for names in ministries.records().values() for ministry in names})


def roles(text: str) -> list[str]:
    return [office.role for office in offices_in(text)]


def abbreviation(role: str, on: str | None) -> str | None:
    found = ministry_of(role, dt.date.fromisoformat(on) if on else None)
    return found.abbreviation if found else None


def title(entry: dict[str, Any]) -> str:
    return f"{entry['title']} {entry['name']}"


# The data


def test_a_title_is_listed_once() -> None:
    listed = [(entry["title"], fold(entry["name"])) for entry in PORTFOLIOS]
    listed += [(entry["title"], fold(alias)) for entry in PORTFOLIOS for alias in entry.get("abbreviations", ())]
    assert len(listed) == len(set(listed))
    assert {noun for noun, _ in listed} == {"minister", "staatssecretaris"}


@pytest.mark.parametrize("entry", PORTFOLIOS, ids=title)
def test_a_title_is_held_by_one_ministry_at_a_time(entry: dict[str, Any]) -> None:
    held = ministries.tenures(entry["ministries"])
    assert all(tenure.since and (tenure.until is None or tenure.since <= tenure.until) for tenure in held)
    for earlier, later in pairwise(held):
        assert earlier.until is not None
        assert later.since is not None
        assert earlier.until < later.since


@pytest.mark.parametrize("entry", PORTFOLIOS, ids=title)
def test_a_title_resolves_at_both_its_ends(entry: dict[str, Any]) -> None:
    for tenure in ministries.tenures(entry["ministries"]):
        for on in (tenure.since, tenure.until):
            if on is None:
                continue
            for name in (entry["name"], *entry.get("abbreviations", ())):
                found = ministry_of(f"{entry['title']} voor {name}", on)
                assert found is not None
                assert found.tooi_id == tenure.tooi_id
                assert found.is_valid(on)


@pytest.mark.parametrize("entry", PORTFOLIOS, ids=title)
@pytest.mark.parametrize("preposition", [" van ", " voor ", " "])
def test_a_title_is_read_however_printed(entry: dict[str, Any], preposition: str) -> None:
    role = f"{entry['title']}{preposition}{entry['name']}"
    plain = role.replace("ë", "e")
    for printed in (role, plain.replace(" ", "\n").replace(",\n", ", \n")):
        assert roles(f"namens de {printed}, die") == [role]
    assert roles(f"BRIEF VAN DE {plain.upper()}\nAan de") == [role]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("noun", ["minister", "staatssecretaris"])
def test_every_ministry_gives_its_offices(name: str, noun: str) -> None:
    role = f"{noun} van {name}"
    assert roles(f"De {role},") == [role]
    assert roles(f"DE {role.upper()},") == [role]
    assert roles(f"de {role} en de {role} zijn") == [role, role]
    assert roles(f"de {role.replace(' ', chr(10))} is") == [role]
    assert ministry_of(role, None) is not None


# Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "BRIEF VAN DE MINISTERS VAN SOCIALE ZAKEN EN WERKGELEGENHEID, VAN FINANCIËN EN VOOR ARMOEDEBELEID, "
                "PARTICIPATIE EN PENSIOENEN EN DE STAATSSECRETARIS VAN FINANCIËN"
            ),
            [
                "minister van Sociale Zaken en Werkgelegenheid",
                "minister van Financiën",
                "minister voor Armoedebeleid, Participatie en Pensioenen",
                "staatssecretaris van Financiën",
            ],
        ),
        ("De Minister vanBuitenlandse Zaken,", ["minister van Buitenlandse Zaken"]),
        ("de ministervan Volksgezondheid,Welzijn en Sport", ["minister van Volksgezondheid, Welzijn en Sport"]),
        (
            "BRIEF VAN DE MINISTER EN STAATSSECRETARIS VAN INFRASTRUCTUUR EN WATERSTAAT",
            ["minister van Infrastructuur en Waterstaat", "staatssecretaris van Infrastructuur en Waterstaat"],
        ),
        (
            "de minister en de staatssecretaris van VWS",
            ["minister van VWS", "staatssecretaris van VWS"],
        ),
        (
            "DE MINISTERS VOOR MEDISCHE ZORG EN VAN LANDBOUW, NATUUR EN VOEDSELKWALITEIT",
            ["minister voor Medische Zorg", "minister van Landbouw, Natuur en Voedselkwaliteit"],
        ),
        (
            "DE MINISTERS VAN BUITENLANDSE ZAKEN EN VOOR BUITENLANDSE HANDEL EN ONTWIKKELINGSSAMENWERKING",
            ["minister van Buitenlandse Zaken", "minister voor Buitenlandse Handel en Ontwikkelingssamenwerking"],
        ),
        (
            (
                "DE STAATSSECRETARIS VAN ONDERWIJS, CULTUUR EN WETENSCHAP EN VAN DE MINISTER VOOR BESTUURLIJKE "
                "VERNIEUWING EN KONINKRIJKSRELATIES"
            ),
            [
                "staatssecretaris van Onderwijs, Cultuur en Wetenschap",
                "minister voor Bestuurlijke Vernieuwing en Koninkrijksrelaties",
            ],
        ),
        (
            "DE MINISTER VOOR GROTE STEDEN- EN INTEGRATIEBELEID",
            ["minister voor Grote Steden- en Integratiebeleid"],
        ),
        ("de ministers van BZK en van VWS", ["minister van BZK", "minister van VWS"]),
        ("de ministers van SZW , VWS en BZK. Op", ["minister van SZW", "minister van VWS", "minister van BZK"]),
        ("De minister van V&W en de minister voor KenE", ["minister van V&W", "minister voor KenE"]),
        (
            "de ministers van Buitenlandse Zaken en Defensie hebben",
            ["minister van Buitenlandse Zaken", "minister van Defensie"],
        ),
        (
            "de ministers van Wonen en Rijksdienst, van Veiligheid en Justitie en de Staatssecretaris van OCW",
            ["minister van Wonen en Rijksdienst", "minister van Veiligheid en Justitie", "staatssecretaris van OCW"],
        ),
        ("MINISTER-PRESIDENT, MINISTER VAN ALGEMENE ZAKEN", ["minister-president, minister van Algemene Zaken"]),
        ("De Minister-President,\nMinister van Algemene Zaken,", ["minister-president, minister van Algemene Zaken"]),
        ("de minister-president en de minister van AZ", ["minister-president", "minister van AZ"]),
        ("de vice-minister-president, minister van Defensie", ["minister van Defensie"]),
        ("DE MINISTER VAN FINANCIEN,", ["minister van Financiën"]),
        ("de minister van Financie\u0308n,", ["minister van Financiën"]),
        ("de minister van justitie heeft", ["minister van Justitie"]),
        ("de minister van Economische Zaken en Klimaat en de", ["minister van Economische Zaken en Klimaat"]),
        (
            "de minister van Economische Zaken en de minister van Klimaat en Groene Groei",
            ["minister van Economische Zaken", "minister van Klimaat en Groene Groei"],
        ),
        ("de Minister van Wonen en Rijksdienst over", ["minister van Wonen en Rijksdienst"]),
        (
            "de minister van\n   Binnenlandse Zaken  en\r\nKoninkrijks-\nrelaties en ik",
            ["minister van Binnenlandse Zaken en Koninkrijksrelaties"],
        ),
        ("Minister van Inf rastructuur en W aterstaat", ["minister van Infrastructuur en Waterstaat"]),
        ("de staats-\nsecretaris van SZW", ["staatssecretaris van SZW"]),
        ("de staatssecretaris BZK", ["staatssecretaris BZK"]),
        ("de Staatssecretaris Jeugd, Preventie en Sport", ["staatssecretaris Jeugd, Preventie en Sport"]),
        (
            "de staatssecretaris van Financiën – Fiscaliteit, Belastingdienst en Douane,",
            ["staatssecretaris van Financiën - Fiscaliteit, Belastingdienst en Douane"],
        ),
        (
            "De Minister van Buitenlandse Zaken\nDe Minister van Defensie",
            ["minister van Buitenlandse Zaken", "minister van Defensie"],
        ),
        (
            "Minister van Economische Zaken\nStaatssecretaris van Economische Zaken",
            ["minister van Economische Zaken", "staatssecretaris van Economische Zaken"],
        ),
        ("de minister van Onderwijs, die", ["minister van Onderwijs"]),
        ("de Nederlandse minister van Defensie", ["minister van Defensie"]),
        (
            "de minister voor Klimaat en Energie4. De minister van VWS2 is",
            ["minister voor Klimaat en Energie", "minister van VWS"],
        ),
        ("mijn collega-minister voor VRO heeft", ["minister voor VRO"]),
        ("de ministers BZK en VWS", ["minister BZK", "minister VWS"]),
        (
            "de ministers van Binnenlandse Zaken en Koninkrijksrelaties (BZK) en van Defensie (Def)",
            ["minister van Binnenlandse Zaken en Koninkrijksrelaties", "minister van Defensie"],
        ),
    ],
)
def test_offices_in(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Minister van Xyzzy en Foobar heeft", ["minister van Xyzzy en Foobar"]),
        ("de minister van Nieuwe Post in de Kamer", ["minister van Nieuwe Post"]),
        ("de minister voor Water, Lucht en Land, Jan Jansen", ["minister voor Water, Lucht en Land"]),
        ("de minister voor Water, de heer Jansen", ["minister voor Water"]),
        ("De Minister van Nieuwe Post\nJan Jansen", ["minister van Nieuwe Post"]),
        ("De Minister van Nieuwe Post\n\nJan Jansen", ["minister van Nieuwe Post"]),
        ("DE MINISTER VAN NIEUWE DINGEN AAN DE VOORZITTER", ["minister van Nieuwe Dingen"]),
        ("DE MINISTER VAN INFRASTRTUUR EN WATERSTAAT,", ["minister van Infrastrtuur en Waterstaat"]),
        ("DE MINISTERS VAN BZK EN VOOR GROTE PLANNEN", ["minister van BZK", "minister voor Grote Plannen"]),
        ("DE MINISTER VAN LUCHT, WATER & LAND", ["minister van Lucht, Water & Land"]),
    ],
)
def test_a_title_that_is_not_known_is_taken_as_far_as_it_goes(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "minister",
        "STAATSSECRETARIS",
        "inister van Defensie",
        "het ministerie van Defensie",
        "de ministerraad van Defensie",
        "minister Eurlings",
        "minister Van Middelkoop in het overleg",
        "minister vanMiddelkoop",
        "ministervanalles",
        "staatssecretaris Van der Knaap",
        "de secretaris van Defensie",
        "de oud-minister van Defensie",
        "de minister van oordeel dat",
        "de minister voor zijn inzet",
        "de minister van Justitie van Aruba",
        "de minister van Curaçao",
        "minister van Staat Kok",
        "de ministers van Defensie van de Benelux-landen",
        "de Navo-ministers van Defensie",
        "de Raad met ministers van Defensie op 18 mei",
        "de ministers van Denemarken, Estland, Noorwegen en Letland",
        "de ministers van onderwijs, cultuur en wetenschap van Aruba, Curaçao en Sint Maarten",
        "de Duitse minister van Defensie",
        "de Afghaanse waarnemend minister van Defensie",
        "minister-presidenten van Algemene Zaken",
        "de minister en de minister en de minister en de minister",
    ],
)
def test_what_is_no_office(text: str) -> None:
    assert offices_in(text) == ()


def test_offsets_leave_the_article_out() -> None:
    text = "Mede namens de Minister van Financiën en DE STAATSSECRETARIS VAN VWS."
    assert [text[office.start : office.end] for office in offices_in(text)] == [
        "Minister van Financiën",
        "STAATSSECRETARIS VAN VWS",
    ]


def test_offsets_of_a_joint_noun_do_not_overlap() -> None:
    text = "de ministers van BZK en van Financie\u0308n, minister en staatssecretaris van Defensie"
    assert [text[office.start : office.end] for office in offices_in(text)] == [
        "ministers van BZK",
        "van Financie\u0308n",
        "minister",
        "staatssecretaris van Defensie",
    ]


def test_nouns() -> None:
    text = "de minister van BZK, de staatssecretaris van BZK en de minister-president"
    assert offices_in(text) == (
        Office("minister", "minister van BZK", 3, 19),
        Office("staatssecretaris", "staatssecretaris van BZK", 24, 48),
        Office("minister-president", "minister-president", 55, 73),
    )


PIECES = [
    *("minister", "ministers", "STAATSSECRETARIS", "staats-", "minister-president", "van", "VAN", "voor", "en", "EN"),
    *(",", "&", "-", "–", "de", "\n", "\n\n", "Financiën", "FINANCIEN", "Economische", "Zaken", "Klimaat", "BZK"),
    *("V&W", "Xyzzy", "é", "\u0308", "İ", "Aruba", "Algemene", "1", "(", "Duitse"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from([" ", "", "  "]))
def test_keyword_soup_gives_ascending_spans(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    end = 0
    for office in offices_in(text):
        assert end <= office.start < office.end <= len(text)
        assert office.role.startswith(office.noun)
        end = office.end
        ministry_of(office.role, None)


@pytest.mark.parametrize(
    "piece",
    [
        "minister ",
        "minister en ",
        "ministers van BZK, ",
        "van BZK, ",
        "Minister van A, B, ",
        "DE MINISTER VAN A ",
        "minister van\n\n\n\n",
        "Duitse ",
        "STAATS ",
        "staatssecretaris-",
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = "ministers van " + piece * (size // len(piece))
        start = time.process_time()
        offices_in.__wrapped__(text)
        return time.process_time() - start

    seconds(1_000)
    assert min(seconds(100_000) for _ in range(3)) < 30 * min(seconds(10_000) for _ in range(3)) + 0.05


# Ministries


@pytest.mark.parametrize(
    ("role", "on", "expected"),
    [
        ("minister van Asiel en Migratie", "2025-06-01", "AenM"),
        ("minister van Asiel en Migratie", "2026-02-23", "JenV"),
        ("staatssecretaris van Asiel en Migratie", "2023-06-01", "JenV"),
        ("minister voor Volkshuisvesting en Ruimtelijke Ordening", "2023-06-01", "BZK"),
        ("minister van Volkshuisvesting en Ruimtelijke Ordening", "2025-06-01", "VRO"),
        ("minister van Volkshuisvesting en Ruimtelijke Ordening", "2026-06-01", "BZK"),
        ("minister van Klimaat en Groene Groei", "2025-06-01", "KGG"),
        ("minister van Klimaat en Groene Groei", "2026-06-01", "EZK"),
        ("minister van Werk en Participatie", "2026-06-01", "SZW"),
        ("minister van Langdurige Zorg, Jeugd en Sport", "2026-04-09", "VWS"),
        ("minister voor Vreemdelingenzaken en Integratie", "2005-06-01", "MinJus"),
        ("minister voor Wonen, Wijken en Integratie", "2008-06-01", "VROM"),
        ("minister voor Wonen en Rijksdienst", "2015-06-01", "BZK"),
        ("Minister van Wonen en Rijksdienst", "2015-06-01", "BZK"),
        ("minister voor Natuur en Stikstof", "2023-06-01", "LNV"),
        ("minister voor VRO", "2023-06-01", "BZK"),
        ("minister voor KenE", "2023-06-01", "EZK"),
        ("staatssecretaris van Koninkrijksrelaties en Digitalisering", "2023-06-01", "BZK"),
        ("staatssecretaris voor Cultuur en Media", "2023-06-01", "OCW"),
        ("staatssecretaris Jeugd, Preventie en Sport", "2025-06-01", "VWS"),
        ("staatssecretaris van Financiën - Toeslagen", "2021-06-01", "Fin"),
        ("staatssecretaris van Financiën – iets anders", "2021-06-01", "Fin"),
        ("staatssecretaris van J&V – Rechtsbescherming", "2026-06-01", "JenV"),
        ("staatssecretaris van Justitie en Veiligheid (Rechtsbescherming)", "2025-06-01", "JenV"),
        ("minister van VWS", None, "VWS"),
        ("de minister van V&W", "2008-06-01", "VW"),
        ("De Minister van Financien,", "2008-06-01", "Fin"),
        ("MINISTER VAN ECONOMISCHE ZAKEN", "2008-06-01", "EZ"),
        ("minister van Economische Zaken en Klimaat", "2017-11-20", "EZK"),
        ("minister van Landbouw", "2025-06-01", "LVVN"),
        ("minister van Langdurige Zorg", "2023-06-01", "VWS"),
        ("minister van Infrastrtuur en Waterstaat", "2023-06-01", "IenW"),
        ("minister-president, minister van Algemene Zaken", "2023-06-01", "AZ"),
        ("De Minister-President", None, "AZ"),
        ("minister van Xyzzy", None, None),
        ("minister van", None, None),
        ("directeur van Defensie", None, None),
        ("minister van " + "Zaken " * 50, None, None),
    ],
)
def test_ministry_of(role: str, on: str | None, expected: str | None) -> None:
    assert abbreviation(role, on) == expected
