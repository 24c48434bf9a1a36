"""Lines become paragraphs, headings, list items, quotations and tables."""

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import RawBlock, read_blocks

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren van het dorp."


def blocks_of(text: str, *, annex: bool = False) -> list[tuple[str, str]]:
    return [(block.kind, block.text.string) for block in read_blocks(*measured(lines_of(text)), annex=annex)]


def heading_of(text: str) -> RawBlock:
    block = read_blocks(*measured(lines_of(f"{text}\n\n{TEXT}")))[0]
    assert block.kind == "heading"
    return block


def test_paragraphs() -> None:
    assert blocks_of("De broeikasgas-\nen stikstof-\nuitstoot is ge-\ndaald.\n\nDe dijk is hoog.") == [
        ("paragraph", "De broeikasgas- en stikstofuitstoot is gedaald."),
        ("paragraph", "De dijk is hoog."),
    ]


@pytest.mark.parametrize(
    "line", ["Onderhoud van sloten", "Waarom zijn de sloten diep?", "Sloten (en vaarten)", "‘Diepe’ sloten"]
)
def test_a_short_line_between_sentence_and_text_is_a_heading(line: str) -> None:
    assert blocks_of(f"{TEXT}\n\n{line}\n\n{TEXT}") == [("paragraph", TEXT), ("heading", line), ("paragraph", TEXT)]


@pytest.mark.parametrize(
    "line",
    [
        "De sloten zijn diep.",
        "Het gaat om het volgende:",
        "sloten en vaarten",
        "en dus) diep",
    ],
)
def test_a_short_line_that_is_no_heading(line: str) -> None:
    blocks = blocks_of(f"{TEXT}\n\n{line}\n\n{TEXT}")
    assert "heading" not in [kind for kind, _ in blocks]


def test_the_last_line_is_no_heading() -> None:
    assert blocks_of(f"{TEXT}\n\nOnderhoud van sloten")[-1] == ("paragraph", "Onderhoud van sloten")


def test_a_first_line_is_no_heading_when_the_next_begins_with_a_number() -> None:
    # A short first line of a sentence whose next word is a figure.
    assert (
        blocks_of(f"Dit voorjaar zijn er\n12 sloten verdiept, zoals ik eerder schreef.\n\n{TEXT}")[0][0] == "paragraph"
    )


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("1. Sloten", "1.", "Sloten"),
        ("2.1 Diepe sloten", "2.1", "Diepe sloten"),
        ("II. Sloten", "II.", "Sloten"),
        ("A. Sloten", "A.", "Sloten"),
        ("Bijlage 2: Sloten", "Bijlage 2", "Sloten"),
        ("Deel 1 – Sloten", "Deel 1", "Sloten"),
        ("Maatregel 3 Sloten verdiepen", "Maatregel 3", "Sloten verdiepen"),
        ("Sloten", None, "Sloten"),
        ("3 sloten", None, "3 sloten"),
    ],
)
def test_number_of_a_heading(line: str, number: str | None, title: str) -> None:
    block = heading_of(line)
    assert (block.number, block.text.string) == (number, title)


def test_styles_of_headings() -> None:
    bold, italic, marked = heading_of("**Sloten**"), heading_of("*Sloten*"), heading_of("## Sloten")
    assert (bold.bold, bold.italic, bold.level) == (True, False, 0)
    assert (italic.bold, italic.italic, italic.level) == (False, True, 0)
    assert marked.level == 2


def test_a_bold_sentence_is_no_heading() -> None:
    assert blocks_of(f"**{TEXT}**\n\n{TEXT}")[0][0] == "paragraph"


@pytest.mark.parametrize("line", ["Vraag 1", "Antwoord op vragen 2 en 3"])
def test_a_question_is_a_heading(line: str) -> None:
    block = heading_of(line)
    assert (block.number, block.text.string) == (None, line)


def test_what_stands_below_a_question_is_no_heading() -> None:
    assert blocks_of(f"Vraag 1\nWaarom zijn de sloten diep\n\n{TEXT}")[1] == ("paragraph", "Waarom zijn de sloten diep")


def test_items() -> None:
    blocks = read_blocks(*measured(lines_of("Het gaat om:\n• sloten in het\n  veen;\n• dijken.")))
    assert [(b.kind, b.text.string, b.marker, b.depth) for b in blocks] == [
        ("paragraph", "Het gaat om:", None, None),
        ("list_item", "sloten in het veen;", "•", 1),
        ("list_item", "dijken.", "•", 1),
    ]


def test_stacked_bullets_above_their_texts() -> None:
    assert blocks_of("Het gaat om:\n•\n•\nsloten in het veen;\ndijken langs zee.")[1:] == [
        ("list_item", "sloten in het veen;"),
        ("list_item", "dijken langs zee."),
    ]


def test_a_bullet_that_adorns_a_heading() -> None:
    text = (
        "De sloten zijn diep.\n Dijken\nDe dijken achter de molen van Veendijk zijn dit jaar opgehoogd\ndoor boeren."
    )
    assert [kind for kind, _ in blocks_of(text)] == ["paragraph", "heading", "paragraph"]
    assert heading_of(text.partition("\n")[2]).text.string == "Dijken"


def test_items_inside_a_paragraph_are_no_list() -> None:
    assert blocks_of("De sloten zijn aangevuld met 1) het water van het dorp, en\n2) dat van de vaart.") == [
        ("paragraph", "De sloten zijn aangevuld met 1) het water van het dorp, en 2) dat van de vaart.")
    ]
    assert blocks_of("Er zijn twee doelen:\n1) Diepe sloten. 2) Hoge dijken.")[1:] == [
        ("paragraph", "1) Diepe sloten. 2) Hoge dijken.")
    ]


def test_an_inner_list_lies_deeper() -> None:
    blocks = read_blocks(*measured(lines_of("• water:\n   o sloten;\n   o vaarten;\n• land:\n   o dijken.")))
    assert [block.depth for block in blocks] == [1, 2, 2, 1, 2]


def test_a_numbered_list_is_no_row_of_headings() -> None:
    kinds = [kind for kind, _ in blocks_of("Het gaat om:\n1. sloten;\n2. dijken;\n3. sluizen.")]
    assert kinds == ["paragraph", "list_item", "list_item", "list_item"]


def test_a_numbered_line_above_text_is_a_heading() -> None:
    kinds = [kind for kind, _ in blocks_of(f"{TEXT}\n\n1. Sloten\n\n{TEXT}\n\n2. Dijken\n\n{TEXT}")]
    assert kinds == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_a_quotation() -> None:
    quoted = f"“{TEXT}”"
    assert blocks_of(f"De boeren schreven:\n\n{quoted}\n\n{TEXT}")[1] == ("quote", quoted)


@pytest.mark.parametrize("text", ["“Diep.”", f"“Sloten” en “vaarten”: {TEXT} “Diep”", f"{TEXT} “Diep.”"])
def test_quoted_words_are_no_quotation(text: str) -> None:
    assert "quote" not in [kind for kind, _ in blocks_of(f"{text}\n\n{TEXT}")]


def test_rows_of_a_table() -> None:
    blocks = read_blocks(*measured(lines_of("Tot zover.\n\nSloot           12 m\nVaart           20 m\n\nTot slot.")))
    assert blocks[1].kind == "table"
    assert blocks[1].rows == (("Sloot", "12 m"), ("Vaart", "20 m"))
    assert blocks[1].text.string == "Sloot 12 m Vaart 20 m"


def test_a_figure() -> None:
    assert blocks_of(f"{TEXT}\n\n![](sloot.png)\n\n{TEXT}")[1][0] == "figure"


def test_the_first_line_of_an_annex_is_its_title() -> None:
    assert blocks_of("Overzicht van sloten:\n\nKort.", annex=True)[0][0] == "paragraph"
    assert blocks_of("Overzicht van sloten\n\nKort", annex=True)[0] == ("heading", "Overzicht van sloten")
    assert blocks_of("Overzicht van sloten\n\nKort")[0] == ("paragraph", "Overzicht van sloten")


def test_each_line_is_in_one_block() -> None:
    lines = lines_of(f"Sloten\n\n{TEXT}\n• a;\n• b.\n\nA     1\nB     2\n\nTot slot.")
    assert [line for block in read_blocks(*measured(lines)) for line in block.lines] == lines


def test_no_lines() -> None:
    assert read_blocks(*measured([])) == []


def test_a_heading_over_two_lines() -> None:
    heading = "Onderhoud van sloten, vaarten en plassen in de polders rond\nhet dorp Veendijk"
    kinds = [kind for kind, _ in blocks_of(f"{TEXT}\n\n{heading}\n\n{TEXT}\n\n{TEXT}")]
    assert kinds == ["paragraph", "heading", "paragraph", "paragraph"]


def test_a_row_that_goes_on_in_the_next_line() -> None:
    table = (
        "Sloot               Lengte              Diepte\n"
        "                    in km               in cm\n"
        "Molensloot          12                  90\n"
    )
    (block,) = read_blocks(*measured(lines_of(table)))
    assert block.rows == (("Sloot", "Lengte in km", "Diepte in cm"), ("Molensloot", "12", "90"))
    assert block.text.string == "Sloot Lengte Diepte in km in cm Molensloot 12 90"
