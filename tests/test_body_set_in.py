"""Items whose marks are lost: set in below a colon, or ended by semicolons."""

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import read_blocks
from kamerbrief.vocabulary import table

BODY = "\n".join(["De sloten achter de molen van Veendijk zijn dit jaar weer op diepte gebracht door boeren."] * 3)


def items_of(text: str) -> list[tuple[str, str]]:
    blocks = read_blocks(*measured(lines_of(f"{BODY}\n\n{text}\n\n{BODY}")))
    return [(block.kind, block.text.string) for block in blocks[1:-1]]


def test_sentences_set_in_below_a_colon() -> None:
    text = (
        "De boeren werken aan vier dingen:\n"
        "        Een diepe sloot waarin het water het hele jaar blijft staan.\n"
        "        Een hoge dijk.\n"
        "        Een brede vaart waarin schepen elkaar ook bij laag water nog\n"
        "        kunnen passeren.\n"
        "        Een sluis."
    )
    assert items_of(text) == [
        ("paragraph", "De boeren werken aan vier dingen:"),
        ("list_item", "Een diepe sloot waarin het water het hele jaar blijft staan."),
        ("list_item", "Een hoge dijk."),
        ("list_item", "Een brede vaart waarin schepen elkaar ook bij laag water nog kunnen passeren."),
        ("list_item", "Een sluis."),
    ]


def test_items_of_which_only_the_first_lines_are_set_in() -> None:
    text = (
        "De boeren werken aan drie dingen:\n"
        "  De diepe sloot waarin het water het hele jaar blijft staan, ook in een\n"
        "droge zomer.\n"
        "  De hoge dijk.\n"
        "  De vaart waarin schepen elkaar ook bij laag water nog kunnen passeren en\n"
        "keren.\n\n"
        "Daarmee is het werk gereed."
    )
    assert items_of(text) == [
        ("paragraph", "De boeren werken aan drie dingen:"),
        ("list_item", "De diepe sloot waarin het water het hele jaar blijft staan, ook in een droge zomer."),
        ("list_item", "De hoge dijk."),
        ("list_item", "De vaart waarin schepen elkaar ook bij laag water nog kunnen passeren en keren."),
        ("paragraph", "Daarmee is het werk gereed."),
    ]


def test_paragraphs_whose_first_lines_are_set_in_are_no_items() -> None:
    text = (
        "  De boeren werken dit jaar aan de dijken en de sloten, en zij schrijven\n"
        "daarover:\n"
        "  De sloot is dit jaar zo diep dat niemand er nog in durft te zwemmen, ook\n"
        "in de zomer.\n"
        "  De dijk is hoog."
    )
    assert "list_item" not in [kind for kind, _ in items_of(text)]


@pytest.mark.parametrize("last", ["sluizen en molens.", "molens\nen sluizen."])
def test_an_enumeration_with_semicolons(last: str) -> None:
    text = f"De boeren werken aan:\nsloten in het veen;\ndijken langs de zee en\nlangs de rivier; en\n{last}"
    assert [kind for kind, _ in items_of(text)] == ["paragraph", "list_item", "list_item", "list_item"]


def test_a_quotation_set_in_is_no_list() -> None:
    text = (
        "De boeren schrijven daarover:\n"
        "        De sloot is dit jaar zo diep dat niemand er nog in durft te zwemmen en\n"
        "        dat is voor een dorp dat aan het water ligt een treurige zaak. Wij zijn\n"
        "        dan ook van mening dat er een brug moet komen."
    )
    assert [kind for kind, _ in items_of(text)] == ["paragraph", "quote"]


@pytest.mark.parametrize(
    "text",
    [
        "De boeren werken aan:\nsloten in het veen;\n\nDe dijken langs zee zijn hoog.",
        "De boeren werken aan:\nsloten in het veen.\nDe dijken langs zee zijn hoog.",
        "De boeren werken aan sloten;\ndijken langs zee;\nsluizen.",
    ],
    ids=["parted by a blank line", "one sentence", "not announced"],
)
def test_no_list(text: str) -> None:
    assert "list_item" not in [kind for kind, _ in items_of(text)]


def test_capitals_stay_the_marks_of_their_items() -> None:
    text = "De boeren werken aan:\nI. sloten in het veen;\nII. dijken langs zee;\nIII. sluizen."
    assert items_of(text)[1:] == [
        ("list_item", "sloten in het veen;"),
        ("list_item", "dijken langs zee;"),
        ("list_item", "sluizen."),
    ]


def test_items_of_an_enumeration_of_which_one_mark_is_left() -> None:
    text = "De boeren werken aan:\n-\n\nsloten in het veen;\ndijken langs zee;\nsluizen.\nDaarmee is het werk gereed."
    assert items_of(text)[1:] == [
        ("list_item", "sloten in het veen;"),
        ("list_item", "dijken langs zee;"),
        ("list_item", "sluizen."),
        ("paragraph", "Daarmee is het werk gereed."),
    ]


def test_an_enumeration_does_not_end_behind_an_abbreviation() -> None:
    text = "De boeren werken aan:\nsloten in het veen;\ndijken langs zee, zoals gemeld in nr.\n12 van nu.\nZo is het."
    assert items_of(text)[1:] == [
        ("list_item", "sloten in het veen;"),
        ("list_item", "dijken langs zee, zoals gemeld in nr. 12 van nu."),
        ("paragraph", "Zo is het."),
    ]


def test_what_stands_below_a_mark_alone_may_be_no_enumeration() -> None:
    text = "De boeren werken aan:\n-\n\nsloten in het veen, en dijken.\nDaarmee is het werk gereed."
    assert [kind for kind, _ in items_of(text)].count("list_item") == 1


NARROW = """\
De boeren achter de molen van Veendijk werken aan dingen in de polder:
Een sloot waarin het water het hele jaar kan blijven staan, ook in de droge zomer,
en waarin de vissen uit de vaart zich gedurende de koude winter kunnen schuilhouden
voor de reigers.
Een hoge dijk.
Een brede vaart waarin de schepen elkaar ook bij laag water nog altijd kunnen
passeren zonder dat er ergens een steiger in de weg ligt, en waar gevist mag
worden.
{}De sloten achter de molen van Veendijk zijn dit jaar weer op diepte gebracht door boeren.
Daarna komt de dijk aan de beurt, en wie er woont, hoort dat van het bestuur van de polder.\
"""


def test_a_number_ends_what_is_told_by_its_measure() -> None:
    numbered = NARROW.replace("Een hoge dijk", "2. Een hoge dijk")
    assert [kind for kind, _ in items_of(numbered.format(""))].count("list_item") == 1


LAST = "nog altijd kunnen\npasseren zonder dat er ergens een steiger in de weg ligt, en waar gevist mag\nworden"


def test_items_that_nothing_but_their_measure_tells() -> None:
    assert [kind for kind, _ in items_of(NARROW.format(""))] == ["paragraph", *["list_item"] * 3, "paragraph"]


def test_items_told_by_their_measure_may_have_blank_lines_between_them() -> None:
    spaced = NARROW.format("").replace(".\n", ".\n\n").replace(":\n", ":\n\n")
    assert [kind for kind, _ in items_of(spaced)][:4] == ["paragraph", *["list_item"] * 3]


def test_items_are_announced_by_how_many_they_are() -> None:
    announced = NARROW.replace("werken aan dingen in de polder:", "werken in de polder aan drie dingen.")
    assert [kind for kind, _ in items_of(announced.format(""))] == ["paragraph", *["list_item"] * 3, "paragraph"]


@pytest.mark.parametrize("period", table("phrases")["periods"])
def test_a_period_announces_no_items(period: str) -> None:
    announced = NARROW.replace("werken aan dingen in de polder:", f"zijn klaar binnen drie {period}.")
    assert "list_item" not in [kind for kind, _ in items_of(announced.format(""))]


def test_items_told_by_their_measure_may_have_items_of_their_own() -> None:
    below = "o De vis is van het dorp.\n"
    assert [kind for kind, _ in items_of(NARROW.format(below))] == ["paragraph", *["list_item"] * 4, "paragraph"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" polder:", " polder."),  # nothing announces them
        ("Een hoge dijk.\n", "Een hoge dijk\n"),  # a title
        ("Een hoge dijk.\n", "Een hoge dijk:\n"),
        ("polder:\n", "polder:\n\n\n\n"),
        (LAST, "varen"),  # too little tells
    ],
)
def test_narrow_paragraphs_that_are_no_items(old: str, new: str) -> None:
    assert old in NARROW
    found = [kind for kind, _ in items_of(NARROW.replace(old, new).format(""))]
    assert "list_item" not in found
