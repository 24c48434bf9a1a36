"""Which groups are headings: by themselves, and by what the letter shows as a whole."""

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import read_blocks

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren van het dorp."


def headings_of(text: str) -> list[str]:
    return [
        f"{block.number or ''} {block.text.string}".strip()
        for block in read_blocks(*measured(lines_of(text)))
        if block.kind == "heading"
    ]


def under(*headings: str) -> str:
    return "\n\n".join(f"{heading}\n\n{TEXT}" for heading in headings)


def test_a_run_of_titles_is_looked_through_to_its_text() -> None:
    assert headings_of(f"{TEXT}\n\nWater\n\nSloten\n\nDiepte\n\n{TEXT}") == ["Water", "Sloten", "Diepte"]


def test_short_lines_without_a_text_below_are_no_titles() -> None:
    assert headings_of(f"{TEXT}\n\nWater\n\nSloten\n\nDiepte") == []


def test_numbered_titles_each_have_a_text_below_them() -> None:
    assert headings_of(under("1) Sloten", "2) Dijken", "3) Oevers")) == ["1) Sloten", "2) Dijken", "3) Oevers"]


def test_a_number_that_goes_on_with_numbered_titles_is_one_over_two_lines() -> None:
    long = "2. Het onderhoud van de sloten en vaarten achter de\nmolen van Veendijk"
    titles = ["1. Water", long.replace("\n", " "), "3. Dijken"]
    assert headings_of(under("1. Water", long, "3. Dijken")) == titles
    assert headings_of(under("3.1 Water", long.replace("2.", "3.2"), "3.3 Dijken"))[1].startswith("3.2 Het onderhoud")
    assert headings_of(f"{under('1. Water')}\n\n1. diepe sloten;\n\n{long}\n\n{TEXT}") == ["1. Water"]


def test_numbered_items_have_no_text_below_them() -> None:
    assert headings_of(f"{TEXT}\n\n1) Sloten\n2) Dijken\n3) Oevers\n\n{TEXT}") == []


def test_members_of_a_series_are_headings_though_they_end_in_a_colon() -> None:
    text = under("Antwoord op advies 1:", "Antwoord op advies 2:", "Antwoord op advies 3:")
    assert headings_of(text) == ["Antwoord op advies 1:", "Antwoord op advies 2:", "Antwoord op advies 3:"]


@pytest.mark.parametrize(
    "text",
    [
        under("Antwoord op advies 1:"),  # one is no series
        under("Antwoord op advies 1:", "Antwoord op advies 3:"),  # a number is left out
        f"{TEXT}\n\nDeel 1: Sloten.\n\nDeel 2: Dijken.",  # nothing stands between them
    ],
)
def test_no_series(text: str) -> None:
    assert headings_of(text) == []


def test_a_line_that_must_go_on_is_no_title() -> None:
    assert headings_of(f"{TEXT}\n\nEen afschrift zend ik aan de Voorzitter van de\n\n{TEXT}") == []


@pytest.mark.parametrize("end", ["zijn.1", "zijn!", "zijn,", "zijn (zie boven).", "zijn. (Dienst Waterbeheer)"])
def test_a_line_that_ends_as_a_sentence_is_no_title(end: str) -> None:
    assert headings_of(f"{TEXT}\n\nDe sloten die diep {end}\n\n{TEXT}") == []


@pytest.mark.parametrize("number", ["2.1", "IV", "II."])
def test_a_number_on_a_line_of_its_own_belongs_to_the_title_below(number: str) -> None:
    assert headings_of(f"{TEXT}\n\n{number}\nSloten\n\n{TEXT}") == [f"{number} Sloten"]


def test_a_number_alone_above_a_sentence_that_goes_on_is_no_title() -> None:
    assert headings_of(f"{TEXT}\n\n2.1\nsloten en vaarten zijn op diepte gebracht, zo meldt het dorp.") == []


@pytest.mark.parametrize(
    "line", ["Bron: eigen telling", "Tabel: sloten naar diepte", "Figuur 2", "Tabel sloten naar diepte"]
)
def test_what_stands_beside_a_table_is_no_heading(line: str) -> None:
    assert headings_of(f"{TEXT}\n\n{line}\n\n{TEXT}") == []


def test_what_names_the_table_below_it_is_its_caption() -> None:
    table = "Water     Diepte\nSloten    Twaalf\nVaarten   Twintig"
    assert headings_of(f"{TEXT}\n\n**Tabel sloten naar diepte**\n\n{table}\n\n{TEXT}") == []
    assert headings_of(f"{TEXT}\n\n**Overzicht van sloten**\n\n{table}\n\n{TEXT}") == ["Overzicht van sloten"]


def test_captions_are_no_series() -> None:
    assert headings_of(under("Tabel 1. Sloten", "Tabel 2. Dijken")) == []


def test_a_styled_address_is_no_heading() -> None:
    assert headings_of(f"{TEXT}\n\n**www.sloten.nl**\n\n{TEXT}") == []


@pytest.mark.parametrize(("end", "found"), [("dorp Veendijk.", 1), ("dorp Veendijk en omstreken.", 0)])
def test_a_styled_title_may_end_in_a_stop(end: str, found: int) -> None:
    title = f"**Motie van het lid De Sloot over het onderhoud van de sloten achter het {end}**"
    assert len(headings_of(f"{TEXT}\n\n{title}\n\n{TEXT}")) == found


def test_a_sentence_in_the_style_of_the_questions_that_a_letter_repeats_is_no_title() -> None:
    question = "*De leden van de fractie vragen hoe de boeren van Veendijk de sloten achter de molen op diepte houden.*"
    short = "*De leden vragen hoe diep de sloten zijn.*"
    assert headings_of(f"{TEXT}\n\n{short}\n\n{TEXT}") == [short.strip("*")]
    assert headings_of(under(question, question, short, "*Dijken*")) == ["Dijken"]


@pytest.mark.parametrize(
    "last",
    [
        "De gemeenten hebben sinds vorig jaar de mogelijkheid om een code op te nemen in de\nregistratie (zie bijlage)",
        "Meer over het onderhoud van de sloten staat op de site van de beheerders, te weten\nwww.sloten.nl/onderhoud",
    ],
)
def test_a_last_line_without_a_stop_makes_no_title(last: str) -> None:
    assert headings_of(f"{TEXT}\n\n{last}\n\n{TEXT}") == []


@pytest.mark.parametrize(
    ("last", "title", "found"),
    [
        ("rest van het dorp over spraken", "Water", ["Water"]),
        ("rest van het dorp over spraken", "Water is. Nat", []),
        ("rest van het dorp over spraken in de zaal achter het oude gemaal, waar ze nu", "Water", []),
        ("rest van het dorp over spraken in de", "Water", []),
    ],
)
def test_a_title_stands_below_a_paragraph_whose_stop_was_forgotten(last: str, title: str, found: list[str]) -> None:
    paragraph = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de\n" * 2
    assert headings_of(f"{paragraph}{last}\n\n{title}\n\n{TEXT}") == found


PARAGRAPH = (
    "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de\n"
    "boeren van het dorp, die daar al langer om vroegen en ook zelf hebben mee\n"
    "betaald aan de molen, het gemaal en de dijken langs de rivier."
)
FULL = "Onderhoud van de sloten en de vaarten achter de molens en langs de rivier"


@pytest.mark.parametrize("title", [FULL, "Onderhoud van de sloten en de vaarten achter de molens (van 2031)"])
def test_a_title_that_fills_its_line_is_told_by_the_sentence_that_begins_below_it(title: str) -> None:
    assert headings_of(f"{PARAGRAPH}\n{title}\n{PARAGRAPH}\n{PARAGRAPH}") == [title]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (FULL, PARAGRAPH.replace("De sloten", "De Groot")),  # a name
        (FULL.replace("vaarten achter", "vaarten. Zij zijn"), PARAGRAPH),
        (FULL.replace("Onderhoud van", "Daarom vragen"), PARAGRAPH),
        (f"{FULL} van", PARAGRAPH),
        (FULL, PARAGRAPH.replace("\n", " ")),  # no line is broken
    ],
)
def test_a_line_below_which_no_sentence_begins_is_no_title(title: str, below: str) -> None:
    assert headings_of(f"{PARAGRAPH}\n{title}\n{below}\n{PARAGRAPH}") == []


def test_a_title_of_two_lines_right_above_its_text() -> None:
    title = "Diepte van de sloten en de vaarten in het oosten van het land en langs de rivier\nbij de molen"
    assert headings_of(f"{PARAGRAPH}\n{title}\n{PARAGRAPH}\n{PARAGRAPH}") == [title.replace("\n", " ")]
    assert headings_of(f"{PARAGRAPH}\n{title.replace('oosten van', 'oosten. Dat is')}\n{PARAGRAPH}\n{PARAGRAPH}") == []


def test_a_sentence_with_a_bracket_behind_its_stop_is_no_title() -> None:
    sentence = "Diepte van de sloten in het oosten van het land\nen langs de rivier. (Noord)"
    assert headings_of(f"{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}") == []


TABLE = "".join(f"{name:30}{number}\n" for name, number in (("Sloten", 12), ("Dijken", 14), ("Verenigde", 16)))


def test_what_goes_on_below_a_cell_is_no_title() -> None:
    assert headings_of(f"{PARAGRAPH}\n\n{TABLE}Vaarten\n{PARAGRAPH}") == []
    assert headings_of(f"{PARAGRAPH}\n\n{TABLE}\nVaarten\n{PARAGRAPH}") == ["Vaarten"]


@pytest.mark.parametrize("line", [f"{' ' * 29}Diepte", "Diepte in miljoenen euro"])
def test_the_head_of_a_column_or_the_unit_of_a_table_is_no_title(line: str) -> None:
    assert headings_of(f"{PARAGRAPH}\n\n{line}\n{TABLE}\n{PARAGRAPH}") == []
    assert headings_of(f"{PARAGRAPH}\n\nDiepte\n{TABLE}\n{PARAGRAPH}") == ["Diepte"]
