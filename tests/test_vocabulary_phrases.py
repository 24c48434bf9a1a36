"""The set phrases: each has an example that it reads and no other does, and each shape of a line its limits."""

import pytest
import regex

from kamerbrief.document.text import squash
from kamerbrief.model.letter import Chamber
from kamerbrief.vocabulary import phrases, table

DATA = table("phrases")

# A line for each phrase, in the order of the data.
EXAMPLES = {
    "salutations": [
        *("Geachte voorzitter,", "Zeer geachte heer Voorbeeld,", "Hooggeachte leden,", "Beste collega,"),
        *("Mijnheer de Voorzitter!", "Mevrouw de Voorzitter,", "Excellentie,"),
    ],
    "closings": [
        *("HOOGACHTEND,", "Met vriendelijke groet,", "Met vriendelijke groeten,", "Met de meeste hoogachting,"),
        *("Met hoogachting", "Met gevoelens van hoogachting,", "Met groet,", "Vriendelijke groet,"),
    ],
    "notices": [
        *(
            "Bij beantwoording graag het jaar noemen.",
            "Correspondentie uitsluitend naar de dijk",
            "Wilt u slechts één dijk",
        ),
        *("Gelieve bij antwoord te schrijven", "Bij correspondentie het nummer noemen", "Wij verzoeken u bij antwoord"),
    ],
    "return_lines": [
        *("> Retouradres Postbus 99999", "Retouradres Dijkweg 1", "- Retouradres Dijkweg 1"),
        *("> Postbus 99999 1000 AA Dijkstad", "> Pb. 99999"),
    ],
    "units": [
        *(
            "Directoraat-generaal Dijken",
            "Directoraat Generaal Sloten",
            "DG Water",
            "Hoofddirectie Dijken",
            "Directie Sloten",
        ),
        *("Programmadirectie Water", "Projectdirectie Dijken", "Afdeling Sloten", "Bureau Water", "Dienst Dijken"),
        *(
            "Team Sloten",
            "Cluster Water",
            "Programma Dijken",
            "Projectgroep Sloten",
            "Divisie Water",
            "Inspectie Dijken",
        ),
        *("Kabinet", "Bestuursstaf", "Secretariaat Sloten", "Rijksdienst voor Water", "Agentschap Dijken"),
        *("Stafdirectie Sloten", "Eenheid Water", "Sector Dijken", "Onderdeel Sloten", "Kerndepartement"),
    ],
    "mail_codes": ["MPC 99Z", "IPC 999"],
    "functions": [
        *("de secretaris-generaal", "Directeur Dijken", "het hoofd Sloten", "de Inspecteur", "Teamleider Water"),
        *("Divisiehoofd Dijken", "de plaatsvervangend chef", "plv. chef", "Senior adviseur", "Coördinator Sloten"),
        *("Manager Water", "de voorzitter", "de Minister van Water", "Sectorhoofd Dijken", "Afdelingshoofd Sloten"),
        *("de Griffier", "de Commandant"),
    ],
    "chrome": [
        *("Naar boven", "Terug naar begin", "Terug naar boven", "Terug naar begin van de pagina", "Artikel delen"),
        *("Deel deze pagina", "Laat een reactie achter", "Ondertekenaars", "Eerste ondertekenaar"),
        *("Ga direct naar inhoud", "Hulp bij downloaden", "Over deze site", "Zoek op:", "Filter op:"),
    ],
    "captions": ["Tabel 1", "figuur 2b: Uitgaven", "Grafiek 10.", "DIAGRAM 3"],
    "dated": [
        *("een advies", "het arrest", "het besluit", "de bijeenkomst", "de conferentie", "het plenaire debat"),
        *("de motie", "het commissieoverleg", "de Europese Raad", "het rapport", "de NAVO-top", "de uitspraak"),
        *("de vergadering", "de verordening", "het verzoek", "het vonnis", "de vraag", "de Kamervragen", "de Wet"),
        "het wetsvoorstel",
    ],
    "field_errors": [
        *("Fout! Bladwijzer niet gedefinieerd.", "Fout! Onbekende naam voor documenteigenschap."),
        "Fout! Verwijzingsbron niet gevonden.",
    ],
}
OPENING = ["salutations", "notices", "return_lines", "units", "mail_codes"]
WHOLE = ["closings", "chrome", "field_errors"]
PAIRS = [
    (kind, phrase, line) for kind, lines in EXAMPLES.items() for phrase, line in zip(DATA[kind], lines, strict=True)
]


def matches(pattern: regex.Pattern[str], text: str) -> bool:
    return pattern.match(text) is not None


# The data


def test_every_table_is_tested() -> None:
    assert set(DATA) == {*EXAMPLES, "openers", "chamber", "months"}  # months are tested with the dates


@pytest.mark.parametrize("kind", [kind for kind in EXAMPLES if kind != "return_lines"])
def test_a_phrase_stands_once(kind: str) -> None:
    squashed = [squash(phrase) for phrase in DATA[kind]]
    assert len(squashed) == len(set(squashed))


@pytest.mark.parametrize(("kind", "phrase", "line"), PAIRS)
def test_an_example_is_read_by_its_phrase(kind: str, phrase: str, line: str) -> None:
    squashed = squash(line).rstrip(",.:;!")
    reading = {
        "functions": [p for p in DATA[kind] if squash(p) in squashed],
        "closings": [p for p in DATA[kind] if squash(p) == squashed],
        "chrome": [p for p in DATA[kind] if squash(p) == squashed],
        "field_errors": [p for p in DATA[kind] if squash(p) == squashed],
        "dated": [p for p in DATA[kind] if squashed.endswith(squash(p))],
    }.get(kind, [p for p in DATA[kind] if squashed.startswith(squash(p))])
    # "Programmadirectie" begins like "Programma": the longest tells.
    assert squash(max(reading, key=len)) == squash(phrase)


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, _, line in PAIRS if kind in OPENING])
def test_a_line_opens_with_a_phrase_of_one_kind(kind: str, line: str) -> None:
    assert [other for other in OPENING if phrases.opens_with(line, other)] == [kind]
    assert not any(phrases.is_one_of(line, other) for other in WHOLE)


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, _, line in PAIRS if kind in WHOLE])
def test_a_whole_line_is_a_phrase_of_one_kind(kind: str, line: str) -> None:
    assert [other for other in WHOLE if phrases.is_one_of(line, other)] == [kind]
    assert not any(phrases.opens_with(line, other) for other in OPENING)


@pytest.mark.parametrize("line", EXAMPLES["captions"])
def test_every_caption(line: str) -> None:
    assert phrases.is_caption(line)


@pytest.mark.parametrize("line", ["Tabel", "Tabellen 1", "Tabel 1999", "In tabel 1"])
def test_what_is_no_caption(line: str) -> None:
    assert not phrases.is_caption(line)


@pytest.mark.parametrize("words", EXAMPLES["dated"])
def test_what_has_a_date_of_its_own(words: str) -> None:
    assert phrases.has_date(words)


@pytest.mark.parametrize("line", EXAMPLES["functions"])
def test_every_function(line: str) -> None:
    assert phrases.has_function(line)
    assert phrases.has_function(line.upper())


@pytest.mark.parametrize("line", EXAMPLES["salutations"])
def test_every_salutation(line: str) -> None:
    assert phrases.is_salutation(line)


@pytest.mark.parametrize("word", sorted(set(DATA["openers"])))
def test_every_opener(word: str) -> None:
    assert phrases.is_opener(word)
    assert not phrases.is_opener(word.lower())
    assert word == word.capitalize()


CHAMBERS = [(entry["id"], address) for entry in DATA["chamber"] for address in entry["addresses"]]


@pytest.mark.parametrize(("chamber", "address"), CHAMBERS)
def test_every_address_of_a_chamber(chamber: Chamber, address: str) -> None:
    assert phrases.chamber_address(address) == chamber
    assert phrases.chamber_address(f" {address.upper()}\n") == chamber
    assert phrases.chamber_address(f"{address}x") is None


@pytest.mark.parametrize("entry", DATA["chamber"], ids=lambda entry: entry["id"])
def test_every_name_of_a_chamber(entry: dict[str, str]) -> None:
    assert [phrases.chamber_of(name) for name in entry["names"]] == [entry["id"]]


def test_an_address_is_of_one_chamber() -> None:
    addresses = [squash(address) for _, address in CHAMBERS]
    assert len(addresses) == len(set(addresses))


# Phrases


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("BIJ  BEANTWOORDING", "notices", True),
        ("B ij bean twoording graag", "notices", True),
        ("Graag bij beantwoording", "notices", False),
        ("", "notices", False),
        ("Directies zijn er niet", "units", True),
        (" " * 60 + "Directie", "units", False),  # only the start of a line is looked at
    ],
)
def test_opens_with(text: str, kind: str, expected: bool) -> None:  # noqa: FBT001
    assert phrases.opens_with(text, kind) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoogachtend", True),
        ("H o o g a c h t e n d ,", True),
        ("Hoogachtend.;:!,", True),
        ("Hoogachtend, A. Voorbeeld", False),
        (",Hoogachtend", False),
        ("Hoog", False),
        ("", False),
    ],
)
def test_is_one_of(text: str, expected: bool) -> None:  # noqa: FBT001
    assert phrases.is_one_of(text, "closings") is expected


@pytest.mark.parametrize("kind", ["openings", "labels"])
def test_an_unknown_kind_of_phrase_is_an_error(kind: str) -> None:
    with pytest.raises(KeyError):
        phrases.opens_with("Geachte", kind)
    with pytest.raises(KeyError):
        phrases.is_one_of("Geachte", kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geachte voorzitter,", True),
        ("GEACHTE VOORZITTER", True),
        ("Geachte  voorzitter!", True),
        ("Geachte leden van de Kamer", True),
        ("Geachte leden van de Kamer der Dijken,", True),
        ("Geachte leden van de Kamer der Dijken", False),  # six words and no comma: a sentence
        ("Geachte leden stelden vragen.", False),
        ("Geachte voorzitter:", False),
        ("Geachte voorzitter;", False),
        ("De geachte voorzitter,", False),
        ("Geachte " + "x" * 51 + ",", True),
        ("Geachte " + "x" * 52 + ",", False),
        ("", False),
    ],
)
def test_is_salutation(text: str, expected: bool) -> None:  # noqa: FBT001
    assert phrases.is_salutation(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aan de Voorzitter van de Tweede Kamer", True),
        ("AAN DE VOORZITTER DER EERSTE KAMER", True),
        ("De voorzitter van de Eerste Kamer", True),
        ("Voorzitter Tweede Kamer", True),
        ("Aan de Voorzitters van de Eerste en de Tweede Kamer", True),
        ("Aan de heer/mevrouw de Voorzitter van de Tweede Kamer", True),
        ("Aan de leden van de Eerste Kamer", True),
        ("Aan de Voorziter van de Tweede Kamer", True),  # one letter misread
        ("Aan de Vorziter van de Tweede Kamer", False),
        ("Aan de Voorzitter", False),
        ("Aan de burgemeester van Dijkstad", False),
        ("Brief aan de Voorzitter van de Tweede Kamer", False),
        ("Aan de Voorzitter van de" + " x" * 48, True),
        ("Aan de Voorzitter van de" + " x" * 49, False),
        ("", False),
    ],
)
def test_addresses_chamber(text: str, expected: bool) -> None:  # noqa: FBT001
    assert phrases.addresses_chamber(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de Voorzitter van de Tweede Kamer der Staten-Generaal", "tweede_kamer"),
        ("T weede Kam er", "tweede_kamer"),
        ("AAN DE EERSTE KAMER", "eerste_kamer"),
        ("Eerste en Tweede Kamer", "beide"),
        ("Tweede en Eerste Kamer", "beide"),
        ("Eerste en de Tweede Kamer", "beide"),
        ("Tweede Kamer en Eerste Kamer", "beide"),
        ("Staten-Generaal", None),
        ("Kamer van Koophandel", None),
        ("", None),
    ],
)
def test_chamber_of(text: str, expected: Chamber | None) -> None:
    assert phrases.chamber_of(text) == expected


@pytest.mark.parametrize("text", ["A.B. Voorbeeld", "drs. C. de Dijk", "", "Postbus 20018"])
def test_has_no_function(text: str) -> None:
    assert not phrases.has_function(text)


@pytest.mark.parametrize("text", ["Postbus 2001", "Dijkweg 1", "Binnenhof", ""])
def test_no_address_of_a_chamber(text: str) -> None:
    assert phrases.chamber_address(text) is None


@pytest.mark.parametrize("word", ["", "Dijk", "de", "De ", "DE"])
def test_no_opener(word: str) -> None:
    assert not phrases.is_opener(word)


# Shapes of lines


@pytest.mark.parametrize(
    "text",
    [
        *("Pagina 2", "PAGINA 2 van 12", "Pagina 1 van de 12", "pagina: 3/4", "p a g i n a 3", "Paginanummer 1 van 5"),
        *("Blad 2 of 3", "Blad 1/12 ", "- 2 -", "-12-", "Pagina2van5"),
    ],
)
def test_page_number(text: str) -> None:
    assert matches(phrases.PAGE_NUMBER, text)


@pytest.mark.parametrize(
    "text",
    ["2", "Pagina", "Pagina 12345", "Pagina twee", "Pagina 2 van", "Pagina 2 over", "- 2", "op pagina 2", "-- 2 --"],
)
def test_no_page_number(text: str) -> None:
    assert not matches(phrases.PAGE_NUMBER, text)


@pytest.mark.parametrize(
    "text", ["---", "***", "_ _ _", "=====", "——————", "─ ─ ─", "|---|:--:|", ":---", "--- | ---", "--- "]
)
def test_rule(text: str) -> None:
    assert matches(phrases.RULE, text)


@pytest.mark.parametrize("text", ["", "--", "**", "--- x", "x ---", "| a |", "||", "- een"])
def test_no_rule(text: str) -> None:
    assert not matches(phrases.RULE, text)


@pytest.mark.parametrize(
    ("text", "code", "city"),
    [
        ("2500eadenhaag", "2500ea", "denhaag"),
        ("1000AADijkstad", "1000AA", "Dijkstad"),
        ("1000AA’s-Dijk", "1000AA", "’s-Dijk"),
        ("1000aadijkstad(nederland)", "1000aa", "dijkstad"),
    ],
)
def test_postcode(text: str, code: str, city: str) -> None:
    match = phrases.POSTCODE.match(text)
    assert match is not None
    assert (match["code"], match["city"]) == (code, city)


@pytest.mark.parametrize(
    "text", ["1000aa", "1000dijkstad1", "100aadijkstad", "1000aad", "1000aa12345", "x1000aadijkstad"]
)
def test_no_postcode(text: str) -> None:
    assert not matches(phrases.POSTCODE, text)


@pytest.mark.parametrize(
    ("text", "number"), [("postbus99999", "99999"), ("postbus12", "12"), ("postbus123456", "123456")]
)
def test_postbox(text: str, number: str) -> None:
    match = phrases.POSTBOX.match(text)
    assert match is not None
    assert match["number"] == number


@pytest.mark.parametrize("text", ["postbus", "postbus1234567", "postbus99999dijkstad", "bus99999"])
def test_no_postbox(text: str) -> None:
    assert not matches(phrases.POSTBOX, text)


@pytest.mark.parametrize(
    "text",
    ["Dijkweg 1", "Lange Dijkweg 147", "Dijkweg 1A", "Dijkweg 1 a", "Dijkweg 1-3", "Dijkweg 1 – 3", "Ds. Dijkweg 4"],
)
def test_street(text: str) -> None:
    assert matches(phrases.STREET, text)


@pytest.mark.parametrize(
    "text", ["Dijkweg", "dijkweg 1", "Dijkweg 12345", "Mei 2024", "Besluit 1999", "Dijkweg 1 bis", "Dijkweg1", "D 1"]
)
def test_no_street(text: str) -> None:
    assert not matches(phrases.STREET, text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "www.voorbeeld.nl",
            "www.voorbeeld.nl/dijk",
            "voorbeeld.nl",
            "https://www.voorbeeld.nl",
            "http://voorbeeld.nl/a-b",
        ),
        *("www.voorbeeld.n1", "www.voorbeeld.nI", "wwwvoorbeeld.nl", "www.voorbeeld.com", "www.voorbeeld.org/x?y=1"),
    ],
)
def test_website(text: str) -> None:
    assert matches(phrases.WEBSITE, text)


@pytest.mark.parametrize(
    "text", ["voorbeeld.com", "www.voorbeeld", "een dijk.nl", "a@voorbeeld.nl", "voorbeeld.nl.", ""]
)
def test_no_website(text: str) -> None:
    assert not matches(phrases.WEBSITE, text)


@pytest.mark.parametrize("text", ["a.voorbeeld@voorbeeld.nl", "a+b@c-d.voorbeeld.org", "a_b@voorbeeld.eu"])
def test_email(text: str) -> None:
    assert matches(phrases.EMAIL, text)


@pytest.mark.parametrize(
    "text", ["voorbeeld.nl", "@voorbeeld.nl", "a@voorbeeld", "a@voorbeeld.n", "a b@voorbeeld.nl", "a@b.nl c"]
)
def test_no_email(text: str) -> None:
    assert not matches(phrases.EMAIL, text)


@pytest.mark.parametrize(
    "text",
    [
        *("070 000 00 00", "+31 70 000 0000", "(070) 000 00 00", "070-0000000", "0700–0000", "00000000"),
        "070 000 00 00 (algemeen)",
    ],
)
def test_phone(text: str) -> None:
    assert matches(phrases.PHONE, text)


@pytest.mark.parametrize(
    "text", ["0000000", "070 000 00 00 x", "T 070 000 00 00", "070.000.00.00", "070 000 00 00 (2)", ""]
)
def test_no_phone(text: str) -> None:
    assert not matches(phrases.PHONE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("000000000000", True),
        ("0000 0000 0000 0000 0000", True),
        ("00000000000", False),
        ("000000000000x", False),
        ("0000  0000  0000", False),
    ],
)
def test_many_digits(text: str, expected: bool) -> None:  # noqa: FBT001
    assert matches(phrases.MANY_DIGITS, text) is expected
