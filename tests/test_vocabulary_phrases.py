"""The set phrases: each has an example that it reads and no other does, and each shape of a line its limits."""

import pathlib

import pytest

from kamerbrief.document.text import squash
from kamerbrief.model.letter import Chamber
from kamerbrief.vocabulary import phrases, table, words

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
    "paper_dates": ["Voorgesteld 3 mei 2031", "Ontvangen 3 mei 2031", "Vastgesteld 3 mei 2031"],
    "mail_codes": ["MPC 99Z", "IPC 999"],
    "functions": [
        *("de secretaris-generaal", "Directeur Dijken", "het hoofd Sloten", "de Inspecteur", "Teamleider Water"),
        *("Divisiehoofd Dijken", "de plaatsvervangend chef", "plv. chef", "Senior adviseur", "Coördinator Sloten"),
        *("Manager Water", "de voorzitter", "de Minister van Water", "Sectorhoofd Dijken", "Afdelingshoofd Sloten"),
        *("de Griffier", "de Commandant"),
    ],
    "chrome": [
        *("Naar boven", "Terug naar begin", "Terug naar boven", "Terug naar begin van de pagina", "Artikel delen"),
        *("Deel deze pagina", "Laat een reactie achter"),
        *("Ga direct naar inhoud", "Hulp bij downloaden", "Over deze site", "Zoek op:", "Filter op:"),
        "Copyright Tweede Kamer der Staten Generaal",
    ],
    "amounts": ["in miljoenen", "in duizenden euro", "in miljarden", "in mln. euro", "in procenten", "in %"],
    "captions": ["Tabel 1", "figuur 2b: Uitgaven", "Grafiek 10.", "DIAGRAM: sloten"],
    "sources": ["Bron: CBS", "Bronnen: eigen telling"],
    "dated": [
        *("een advies", "het arrest", "het besluit", "de bijeenkomst", "de conferentie", "het plenaire debat"),
        *("de motie", "het commissieoverleg", "de Europese Raad", "het rapport", "de NAVO-top", "de uitspraak"),
        *("de vergadering", "de verordening", "het verzoek", "het vonnis", "de vraag", "de Kamervragen", "de Wet"),
        "het wetsvoorstel",
    ],
    "addressed": ["Aan", "Aan de"],
    "web_notes": ["XNoot"],
    "chambers": [
        "Tweede Kamer der Staten-Generaal",
        "Eerste Kamer der Staten-Generaal",
        "tweede kamer der Staten Generaal",
        "EERSTE KAMER DER STATEN GENERAAL",
        "Tweede Kamer",
        "Eerste Kamer",
    ],
    "lists_of_signers": ["Ondertekenaars", "Eerste ondertekenaar"],
    "of_chambers": ["Staten-Generaal", "Kamer der Dijken"],
    "ministry_words": ["Ministerie van Dijken"],
    "no_count": ["zie lijst", "div.", "diverse", "meerdere", "enkele stuks", "ja"],
    "error_words": ["Fout! Bladwijzer"],
    "field_errors": [
        *("Fout! Bladwijzer niet gedefinieerd.", "Fout! Onbekende naam voor documenteigenschap."),
        "Fout! Verwijzingsbron niet gevonden.",
    ],
}
ELSEWHERE = {
    "openers": "vocabulary_sentences", "unfinished": "vocabulary_sentences", "conjunctions": "vocabulary_sentences",
    "keeps_hyphen": "lines_joining", "clashes": "lines_joining", "behind_hyphen": "lines_joining",
    "titles": "vocabulary_persons", "particles": "vocabulary_persons", "inner_particles": "vocabulary_persons",
    "degrees": "vocabulary_persons",
    "countries": "vocabulary_addresses", "social_sites": "vocabulary_addresses", "no_units": "vocabulary_addresses",
    "phone_letters": "vocabulary_addresses", "web_codes": "vocabulary_addresses",
    "heading_words": "vocabulary_headings", "questions": "vocabulary_headings", "answers": "vocabulary_headings",
    "joint": "vocabulary_questions", "see": "vocabulary_questions",
    "annexes": "vocabulary_headings", "final_titles": "vocabulary_headings", "note_openers": "vocabulary_sentences",
    "articles": "ending_on_behalf", "premiers": "ending_signatures",
    "before_numbers": "notes_candidates", "number_abbreviations": "vocabulary_sentences",
    "numbered": "vocabulary_sentences", "named_with_digits": "notes_candidates",
    "mandates": "vocabulary_signing", "remarks": "vocabulary_signing", "signed": "vocabulary_signing",
    "on_behalf": "vocabulary_signing", "signature_places": "vocabulary_furniture",
    "between_offices": "ending_on_behalf",
    "periods": "body_set_in", "of_papers": "body_papers", "adopted": "body_papers", "committee_offices": "body_papers",
    "capitals_inside": "lines_glued",
    "reprint": "vocabulary_kamerstukken", "letter_from": "vocabulary_kamerstukken",
    "web_sorts": "vocabulary_web", "web_senders": "vocabulary_web", "annex_openings": "vocabulary_web",
    "worded_notes": "notes_texts", "letter_records": "frame_webpage", "previews": "frame_webpage",
    "see_also": "frame_supplement", "contents": "body_contents",
    "leftovers": "vocabulary_furniture", "page_words": "vocabulary_furniture", "printed_at": "vocabulary_furniture",
    "printers": "vocabulary_furniture",
    "adjective_endings": "head_units", "bare_units": "head_units", "joining": "head_units",
    "glued_labels": "head_merged", "behind_letters": "vocabulary_spacing", "spaced_cities": "vocabulary_spacing",
    "before_speakers": "vocabulary_addressees", "speakers": "vocabulary_addressees",
    "behind_speakers": "vocabulary_addressees", "chamber_ends": "vocabulary_addressees",
    "chamber_cities": "vocabulary_addressees", "street_endings": "vocabulary_addresses",
    "whole_notices": "head_margin_pieces", "first_headings": "head_body_pieces", "attention": "head_body_pieces",
    "sender_speaks": "result_kind", "chamber": "vocabulary_phrases", "not_applicable": "vocabulary_phrases",
}  # fmt: skip
"""Tables that other modules read, and the tests of those."""
TESTS = pathlib.Path(__file__).parent
OPENING = ["salutations", "notices", "return_lines", "units", "mail_codes"]
WHOLE = ["closings", "chrome", "field_errors"]
PAIRS = [
    (kind, phrase, line) for kind, lines in EXAMPLES.items() for phrase, line in zip(DATA[kind], lines, strict=True)
]


# The data


def test_every_table_is_tested() -> None:
    assert set(DATA) == {*EXAMPLES, *ELSEWHERE}


@pytest.mark.parametrize("kind", sorted(ELSEWHERE))
def test_a_table_is_tested_where_it_is_read(kind: str) -> None:
    module = (TESTS / f"test_{ELSEWHERE[kind]}.py").read_text("utf-8")
    assert f'"{kind}"' in module


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


@pytest.mark.parametrize("line", [*EXAMPLES["captions"], *EXAMPLES["sources"], "Bron CBS, 2019"])
def test_every_caption(line: str) -> None:
    assert phrases.is_caption(line)


@pytest.mark.parametrize("line", [*EXAMPLES["amounts"], "Bedragen x € 1.000", "Bedragen (x 1000)", "Aandeel in %"])
def test_what_amounts_are_counted_in(line: str) -> None:
    assert phrases.tells_unit(line)


@pytest.mark.parametrize("line", ["Bedragen per regio", "Groei in miljoenensteden", "1000 sloten"])
def test_what_tells_no_unit(line: str) -> None:
    assert not phrases.tells_unit(line)


@pytest.mark.parametrize("line", ["Tabel", "Tabellen 1", "Tabel 1999", "In tabel 1", "Bron van water"])
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
        ("De leden van de vaste commissie voor Sloten", True),
        ("Aan de leden van de", True),
        ("Aan de leden van de Kamer", True),
        ("Leden", False),
        ("De leden van de algemene rekenkamer", False),
        ("De leden van de Dijkpartij vragen of de sloot", False),
        ("De voorzitter van de vaste commissie voor Sloten", True),
        ("De voorzitter van de vaste commissie voor Sloten,", False),  # signs for it
        ("De voorzitter van de commissie, De Boer", False),
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


@pytest.mark.parametrize("text", [*EXAMPLES["no_count"], "A", "A, B en C"])
def test_no_count(text: str) -> None:
    assert phrases.tells_no_count(text)


@pytest.mark.parametrize("text", ["2", "geen", "jaarverslag", "A en b", ""])
def test_a_count_or_a_title(text: str) -> None:
    assert not phrases.tells_no_count(text)


@pytest.mark.parametrize("text", [*words("not_applicable"), "nvt", "N.V.T.", "n.v.t"])
def test_not_applicable(text: str) -> None:
    assert phrases.is_not_applicable(text)


@pytest.mark.parametrize("text", ["n.v.t. hier", "v.t.", ""])
def test_applicable(text: str) -> None:
    assert not phrases.is_not_applicable(text)


def test_without_opening() -> None:
    assert phrases.without_opening("Aan de Voorzitter", "addressed") == "de Voorzitter"
    assert phrases.without_opening("de Voorzitter", "addressed") == "de Voorzitter"
    assert phrases.without_opening("Aan", "addressed") == "Aan"
