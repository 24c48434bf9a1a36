"""Which lines of a body belong together."""

import pytest
from tests.lines import lines_of, measured, texts

from kamerbrief.body.grouping import group_lines, may_be_title
from kamerbrief.document.line import Hint, Part
from kamerbrief.lines.bullets import HINTED
from kamerbrief.vocabulary.headings import is_question

FULL = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht"
CELLS = "Water\n\nDiepte\n\nSloot\n\nTwaalf\n\nVaart\n\nTwintig"
PARAGRAPH = f"{FULL}\ndoor de boeren van Veendijk en omstreken, die er een week aan werkten en\ndaarna samen het dorp"


def groups_of(text: str, *, annex: bool = False) -> list[list[str]]:
    return [texts(group.lines) for group in group_lines(*measured(lines_of(text)), annex=annex)]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert groups_of(f"{PARAGRAPH} rondgingen.") == [f"{PARAGRAPH} rondgingen.".split("\n")]


def test_a_blank_line_parts_paragraphs() -> None:
    assert len(groups_of(f"{PARAGRAPH} rondgingen.\n\n{PARAGRAPH} verlieten.")) == 2


def test_a_blank_line_inside_a_sentence_does_not() -> None:
    assert len(groups_of(f"{PARAGRAPH} hebben\n\nverlaten toen het begon te regenen.")) == 1


def test_a_parenthesis_goes_on_with_the_sentence() -> None:
    assert len(groups_of("De sloten zijn door de boeren van het dorp\n\n\n(en omstreken) dit jaar gegraven.")) == 1


def test_a_page_end_inside_a_sentence_does_not() -> None:
    assert (
        len(groups_of(f"{FULL}\ndoor de boeren van Veendijk en omstreken, die er een week aan werkten en\n\f{FULL}"))
        == 1
    )


def test_a_finished_sentence_with_room_ends_its_paragraph() -> None:
    assert len(groups_of(f"{PARAGRAPH} rondgingen.\n{PARAGRAPH} verlieten.")) == 2


def test_a_number_goes_on_with_the_sentence() -> None:
    assert len(groups_of(f"{PARAGRAPH} op 12 maart\n\n2031 hebben verlaten.")) == 1


def test_a_question_that_is_cited_goes_on_with_the_sentence() -> None:
    cited = f"{FULL}\ndoor de boeren van Veendijk. Zie ook het antwoord op\nvraag 4."
    assert groups_of(cited) == [cited.split("\n")]
    assert len(groups_of(cited.replace("vraag", "Vraag"))) == 2


@pytest.mark.parametrize("bullet", ["•", "-", "–", "1.", "a)"])
def test_items_below_a_colon(bullet: str) -> None:
    groups = group_lines(*measured(lines_of(f"Het gaat om:\n{bullet} sloten;\n{bullet} dijken.")))
    assert [group.marker and group.marker.shown for group in groups] == [None, bullet, bullet]


@pytest.mark.parametrize("start", ["- zo staat het er - de sloot", "1) en dat is niet weinig"])
def test_a_mark_at_the_beginning_of_a_wrapped_line_is_no_item(start: str) -> None:
    (group,) = group_lines(*measured(lines_of(f"{FULL}\n{FULL}\n{FULL}\n{start}")))
    assert group.marker is None


def test_stacked_bullets_above_their_texts() -> None:
    assert groups_of("Het gaat om:\n•\n•\n•\nsloten in het veen;\ndijken langs zee;\nsluizen.") == [
        ["Het gaat om:"],
        ["•", "sloten in het veen;"],
        ["•", "dijken langs zee;"],
        ["•", "sluizen."],
    ]


def test_a_paragraph_ends_above_the_margin_that_stands_between_two() -> None:
    text = f"{PARAGRAPH} rondgingen langs alle sloten en vaarten die daar zijn.\n\nOns kenmerk\n\nDaarna {PARAGRAPH}."
    lines = lines_of(f"{text}\n\fDe dijk is hoog.")
    body = [line for line in lines if line.text != "Ons kenmerk"]
    assert [texts(group.lines)[0][:6] for group in group_lines(*measured(body))] == ["De slo", "Daarna", "De dij"]


def test_a_bullet_on_a_line_of_its_own() -> None:
    assert groups_of("Het gaat om:\n•\nsloten;\n•\ndijken.") == [["Het gaat om:"], ["•", "sloten;"], ["•", "dijken."]]


def test_cells_side_by_side_are_a_table() -> None:
    groups = group_lines(*measured(lines_of("Tot zover.\n\nSloot           12 m\nVaart           20 m\n\nTot slot.")))
    assert [group.table for group in groups] == [False, True, False]
    assert texts(groups[1].lines) == ["Sloot", "12 m", "Vaart", "20 m"]


def test_one_row_of_cells_is_no_table() -> None:
    assert not any(
        group.table for group in group_lines(*measured(lines_of("Tot zover.\n\nSloot           12 m\n\nTot slot.")))
    )


def test_many_short_lines_are_a_table_whose_rules_are_gone() -> None:
    groups = group_lines(*measured(lines_of(f"Tot zover.\n\n{CELLS}\n\nTot slot.")))
    assert [group.table for group in groups] == [False, True, False]


def test_the_title_of_an_annex_is_no_cell() -> None:
    assert [group.table for group in group_lines(*measured(lines_of(f"Bijlage\n\n{CELLS}")), annex=True)] == [
        False,
        True,
    ]
    assert [group.table for group in group_lines(*measured(lines_of(f"Bijlage\n\n{CELLS}")))] == [True]


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Tabel 2: Overzicht van de sloten", 2),
        ("Tabel 2 Overzicht", 2),
        ("Bron: Waterschap Veendijk", 2),
        ("Tabel 2 laat dat zien.", 1),
        ("Tabel 2.1 laat dat zien.", 1),
        ("Tabel 2 (hierboven) laat dat zien.", 1),
    ],
)
def test_a_caption_begins_a_block(line: str, groups: int) -> None:
    assert (
        len(
            groups_of(
                f"{FULL}\n{FULL}\ndoor de boeren van Veendijk, die daar een week aan werkten tot het af was.\n{line}"
            )
        )
        == groups
    )


def test_a_line_in_another_style_stands_alone() -> None:
    assert groups_of("De sloot is diep.\n**Dijken**\nDe dijk is hoog.") == [
        ["De sloot is diep."],
        ["Dijken"],
        ["De dijk is hoog."],
    ]


def test_an_address_set_otherwise_cuts_no_sentence() -> None:
    address = "*www.sloten.nl/overzicht-van-alle-sloten-van-veendijk/verslag-van-de-boeren).*"
    rows = [*PARAGRAPH.split("\n"), "rondgingen langs alle sloten die op diepte zijn gebracht dit jaar (zie:", address]
    assert len(groups_of("\n".join([*rows, "Ook de vaarten zijn geteld door de boeren."]))) == 1


@pytest.mark.parametrize(
    "text",
    ["Vraag 1", "Antwoord op vraag 2", "Vragen 2 en 3", "Antwoord op vragen 4 t/m 6:", "ANTWOORD 1.", "Vraag 3a"],
)
def test_question(text: str) -> None:
    assert is_question(text)
    assert len(groups_of(f"Tot zover\n{text}\nDe sloot is diep")) == 3


@pytest.mark.parametrize("text", ["Vraag 1 gaat over de sloten", "Vragen", "Op vraag 1", "Antwoord op uw brief"])
def test_no_question(text: str) -> None:
    assert not is_question(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bijlage 1: Overzicht van sloten", True),
        ("De sloot is diep.", False),
        ("Het gaat om;", False),
        ("\n".join([FULL] * 4), False),
    ],
)
def test_may_be_title(text: str, title: bool) -> None:  # noqa: FBT001 - a row of the table
    (group,) = group_lines(*measured(lines_of(text)))
    assert may_be_title(group) is title


def test_no_lines() -> None:
    assert group_lines(*measured([])) == []


# What the source marks itself

ONE, OTHER = 7, 8


def marked(*rows: tuple[str, int], part: Part = "paragraph") -> list[list[str]]:
    """The groups of lines that the source marks as parts of its blocks; a form feed begins a page."""
    found = lines_of("\n".join(row for row, _ in rows))
    kept = [line._replace(hint=Hint("hinted", part, block)) for line, (_, block) in zip(found, rows, strict=True)]
    return [texts(group.lines) for group in group_lines(*measured(kept))]


BODY = [(row, ONE) for row in f"{PARAGRAPH} rondgingen.".split("\n")]
"""Enough lines to tell how wide the body is set."""


def test_lines_of_one_block_belong_together_though_a_sentence_ends() -> None:
    ended = f"{FULL[:-1]}."
    assert len(marked((ended, ONE), (ended, ONE), (ended, ONE))) == 1


def test_a_block_that_joins_two_paragraphs_is_cut_where_a_line_is_short() -> None:
    assert len(marked(*BODY[:2], ("daarna.", ONE), *BODY)) == 2
    short = ("daarna samen het dorp rondgingen langs de sloten daar.", ONE)
    assert len(marked(*BODY[:2], short, *BODY)) == 2


def test_another_block_is_another_paragraph_though_no_sentence_ends() -> None:
    assert len(marked(*BODY[:2], ("van Veendijk", ONE), ("Diepe sloten", OTHER), *BODY)) == 3


def test_a_block_that_cuts_a_sentence_is_joined() -> None:
    assert len(marked(*BODY[:2], ("daarna samen het dorp rondgingen.", OTHER))) == 1


def test_a_block_goes_on_over_the_end_of_a_page() -> None:
    assert len(marked(*BODY[:2], ("\fDaarna gingen zij samen het dorp rond en verlieten het.", ONE))) == 1


def test_another_block_at_the_top_of_a_page_where_blocks_go_on_over_pages() -> None:
    over = [*BODY[:2], ("\fdaarna samen het dorp rondgingen en het ten slotte verlieten toen zij", ONE)]
    rows = [*over, ("klaar waren met graven en hun spullen hadden opgeruimd, zoals elk jaar.", ONE)]
    last = f"\f{FULL} en schoon."
    assert [len(marked(*rows, (last, block))) for block in (OTHER, ONE)] == [2, 1]


def test_an_item_without_a_bullet() -> None:
    groups = group_lines(
        *measured(
            [
                line._replace(hint=Hint("hinted", "item", block))
                for block, line in enumerate(lines_of("Diepe sloten;\nBrede dijken."), start=1)
            ]
        )
    )
    assert [group.marker for group in groups] == [HINTED, HINTED]


def test_an_item_goes_on_in_another_block_of_the_source() -> None:
    rows = [("• De sloten achter de molen zijn diep en", ONE), ("breed, zoals ieder jaar.", OTHER)]
    assert marked(*rows, part="item") == [[row for row, _ in rows]]


def test_a_quotation_mark_behind_a_word_that_ends_no_sentence_opens_no_item() -> None:
    rows = [("• De sloten achter de molen, de dijken en", ONE), ("‘Diepe vaarten’ zijn schoon.", OTHER)]
    assert marked(*rows, part="item") == [[row for row, _ in rows]]


def test_another_block_goes_on_behind_a_word_that_ends_no_sentence() -> None:
    rows = [*BODY[:2], ("Daarna gingen zij met de", ONE), ("Vaartse boeren het dorp rond.", OTHER)]
    assert len(marked(*rows)) == 1


def test_an_item_with_a_bold_heading_of_its_own() -> None:
    title, text, _ = lines_of("• Diepe sloten\nDe sloten zijn diep.\nTot slot")
    item = [
        title._replace(hint=Hint("hinted", "item", ONE), bold=True),
        text._replace(hint=Hint("hinted", "item", ONE)),
    ]
    assert len(group_lines(*measured(item))) == 1


def test_a_call_that_did_not_fit_on_the_line_goes_on() -> None:
    above, line = lines_of("De sloten zijn diep.\n1 De dijken zijn breed.")
    assert len(group_lines(*measured([above, line._replace(raised=((0, 1),))]))) == 1


def test_a_raised_mark_below_a_blank_line_opens_a_paragraph() -> None:
    assert groups_of("De sloten zijn diep.\n\n<sup>1</sup> De dijken zijn breed.\n\n<sup>2</sup> Het veen is nat.") == [
        ["De sloten zijn diep."], ["1 De dijken zijn breed."], ["2 Het veen is nat."],
    ]  # fmt: skip


def test_an_item_that_other_lines_cut_begins_once() -> None:
    lines = lines_of("de sloten zijn\nDijken\ndiep en breed")
    kept = [line._replace(hint=Hint("hinted", "item", ONE)) for line in lines]
    kept[1] = lines[1]._replace(hint=Hint("hinted", "paragraph", OTHER))
    assert [group.marker for group in group_lines(*measured(kept))].count(HINTED) == 1


def test_cells_that_go_on_below_their_column_are_of_the_table() -> None:
    table = (
        "Plan                       Het plan voor de sloten is vastgesteld door\n\n"
        "                           het waterschap, en het werk\n\n"
        "                           begint in mei.\n\n"
        "Bestek                     Het bestek is klaar.\n\n"
        f"{FULL}"
    )
    groups = group_lines(*measured(lines_of(table)))
    assert [(group.table, len(group.lines)) for group in groups] == [(True, 6), (False, 1)]


def test_a_list_that_is_set_narrower_has_its_own_measure() -> None:
    wide = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren\n" * 4
    item = [
        "1. We graven de sloten uit volgens het programma voor de",
        "noordelijke polders en voegen daaraan het plan toe van de",
        "Commissie Sloten en Vaarten, met de adviezen van de Raad",
        "(RSV) over het sparen van oevers.",
    ]
    assert item in groups_of(f"{wide}\n" + "\n".join(item))


@pytest.mark.parametrize(
    ("behind", "apart"),
    [
        ("3. Dijken\n\n{text}", ["3. Dijken"]),
        ("4.2 Dijken\n\n{text}", ["4.2 Dijken"]),
        ("3. Dijken en kaden\n\n4. Oevers\n\nPlas", None),
        ("De sloten zijn gegraven met:\n\n1. geld;\n2. moed.", ["De sloten zijn gegraven met:"]),
    ],
)
def test_a_run_of_short_lines_is_a_table_up_to_what_is_of_the_text(behind: str, apart: list[str] | None) -> None:
    text = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren van het dorp."
    cells = ["Jaar", "Bedrag", "2031", "120"]
    groups = groups_of(f"{text}\n\n" + "\n\n".join(cells) + "\n\n" + behind.format(text=text))
    assert (cells in groups) is (apart is not None)
    assert apart is None or apart in groups


def test_sentences_with_a_name_in_brackets_behind_them_are_no_cells() -> None:
    text = "De sloten zijn in het afgelopen jaar op diepte gebracht, zodat het water ook in natte tijden weg kan."
    rows = [f"{name}: er is gemaaid. (WSM)" for name in ("Sloten", "Dijken", "Sluizen", "Gemalen")]
    assert groups_of(f"{text}\n\n" + "\n\n".join(rows) + f"\n\n{text}")[1:-1] == [[row] for row in rows]


def test_titles_at_the_top_of_a_page_are_no_cells() -> None:
    cells = "Post\n\nOmschrijving\n\n12\n\nSloten\n\n13\n\nDijken\n\n120"
    text = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de boeren van het dorp."
    assert groups_of(f"{text}\n\n{cells}\n\fToelichting\n\nSloten\n\n{text}")[-3:-1] == [["Toelichting"], ["Sloten"]]


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit over de sloten achter de molen is al langer geleden gewijzigd (Stb. 2011,\n35), en dat blijft zo.",
        "Over de sloten achter de molen is in het overleg van het bestuur besproken dat in fase\n2. Daarna volgt meer.",
        "Over de sloten achter de molen is in het overleg van het bestuur bepaald dat in deel\nIV. Daarna volgt meer.",
    ],
)
def test_a_line_that_begins_with_the_number_wanted_above_goes_on(text: str) -> None:
    assert groups_of(text) == [text.split("\n")]


REST = "van de boeren uit het dorp en de vaart, die het samen hebben gezien."


@pytest.mark.parametrize(
    ("item", "below", "parted"),
    [
        (f"- {FULL}\n  {REST}", f"De {FULL}.", True),
        (f"    - {FULL}.", f"De {FULL}.", True),
        (f"- {FULL}\n  van het dorp", "\nMei 2031:", True),
        (f"  - {FULL}\n{REST}", f"De {FULL}.", False),
        (f"- {FULL}\n  {REST}", f"  De {FULL}.", False),
    ],
)
def test_a_sentence_left_of_lines_that_hang_is_of_no_item(item: str, below: str, *, parted: bool) -> None:
    assert len(groups_of(f"{FULL}.\n{item}\n{below}")) == 2 + parted


def test_a_sentence_left_of_the_marks_is_of_no_item() -> None:
    columns = [0, 4, 7, 4, 0]
    lines = [
        line._replace(column=column, right=column + len(line.text) * 1.0)
        for column, line in zip(
            columns, lines_of(f"{FULL}.\n- {FULL}\nvan het dorp en de vaart.\n- {FULL}.\nDe {FULL}."), strict=True
        )
    ]
    groups = group_lines(*measured(lines))
    assert [(group.marker is not None, len(group.lines)) for group in groups] == [
        *((False, 1), (True, 2), (True, 1), (False, 1)),
    ]
