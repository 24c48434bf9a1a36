"""The words of a drawing or chart within a text."""

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import read_blocks

ABOVE = (
    "De sloten achter de molen van Veendijk worden in vier stappen op diepte gebracht, zoals hieronder te zien is:\n"
)
BELOW = "Het waterschap heeft daarvoor het geld, en de boeren hebben de schoppen en de tijd die er voor nodig zijn.\n"
SCATTERED = (
    "                         1. Meten\n\n"
    "                                               2. Graven\n"
    "              4. Meten\n\n"
    "                                    3. Storten\n"
)
COLUMN = "".join(f"                         {word}\n" for word in ("Meten", "Graven", "Storten", "Varen"))


def kinds_of(text: str, *, size: float = 0) -> list[tuple[str, str]]:
    """The blocks of a text; its short lines are of this size, where the source shows sizes."""
    lines = [line._replace(size=size and (1 if len(line.text) > 50 else size)) for line in lines_of(text)]
    return [(block.kind, block.text.string) for block in read_blocks(*measured(lines))]


def test_words_at_places_of_their_own() -> None:
    found = kinds_of(ABOVE + "\n" + SCATTERED + "\n" + BELOW)
    assert found[1] == ("figure", "1. Meten 2. Graven 4. Meten 3. Storten")
    assert [kind for kind, _ in found] == ["paragraph", "figure", "paragraph"]


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [("13254", "figure"), ("2431", "figure"), ("3412", "list_item"), ("1436", "list_item"), ("4321", "list_item")],
)
def test_short_lines_with_the_numbers_from_one_on_in_no_order(numbers: str, kind: str) -> None:
    words = "\n\n".join(f"{number}. Sloot {number}\nuitgraven" for number in numbers)
    assert kinds_of(f"{ABOVE}\n{words}\n\n{BELOW}")[1][0] == kind


def test_words_in_small_print() -> None:
    assert ("figure", "Meten Graven Storten Varen") in kinds_of(ABOVE + COLUMN + BELOW, size=0.7)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (ABOVE + COLUMN + BELOW, 0),  # at one place
        (ABOVE + COLUMN + BELOW, 0.95),
        (ABOVE + COLUMN, 0.7),  # at the foot of the page
        (ABOVE + COLUMN + "\f" + BELOW, 0.7),
        (ABOVE + "\n".join(SCATTERED.split("\n")[:4]) + "\n\n" + BELOW, 0),  # few
        (ABOVE + SCATTERED.replace("4. Meten", "2. Meten").replace("2. Graven", "1. Graven") + BELOW, 0),  # a list
        (
            ABOVE
            + "".join(
                f"{' ' * at}{word}\n" for at, word in ((30, "Meten"), (20, "Graven"), (34, "Varen"), (15, "Storten"))
            )
            + BELOW,
            0,
        ),
    ],
)
def test_what_is_no_drawing(text: str, size: float) -> None:
    assert "figure" not in [kind for kind, _ in kinds_of(text, size=size)]


def test_a_drawing_goes_on_in_no_table() -> None:
    cells = "".join(f"{word}\n\n" for word in ("Sloot", "Dijk", "Sluis", "Vaart", "Molen", "Gemaal", "Brug"))
    found = kinds_of(ABOVE + "\n" + SCATTERED + "\n" + cells + BELOW)
    assert [kind for kind, _ in found] == ["paragraph", "figure", "table", "paragraph"]


AXIS = "1.600\n1.200\n800\n400\nsloten\n0\n2030\n2031\n"


@pytest.mark.parametrize("title", ["", "**Aantal sloten**\n"])
def test_a_chart_is_told_by_its_axis_and_has_the_title_above_it(title: str) -> None:
    found = kinds_of(f"{ABOVE}\n{title}{AXIS}{BELOW}")
    assert found[1] == ("figure", " ".join(f"{title}{AXIS}".replace("*", "").split()))
    assert [kind for kind, _ in found] == ["paragraph", "figure", "paragraph"]


@pytest.mark.parametrize(
    "words",
    ["**Aantal sloten**\n4\n3\n2\n1\n0\n", "**Aantal sloten**\n1.600\n1.200\n900\n400\n", "400\n800\n1.200\n1.600\n"],
)
def test_other_numbers_are_no_axis(words: str) -> None:
    assert "figure" not in [kind for kind, _ in kinds_of(f"{ABOVE}\n{words}{BELOW}")]


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        (f"\nConclusie\n{BELOW}", ["paragraph", "figure", "heading", "paragraph"]),
        (f"\n- sloten;\n- dijken.\n\n{BELOW}", ["paragraph", "figure", "list_item", "list_item", "paragraph"]),
    ],
)
def test_what_stands_below_a_chart_is_not_of_it(below: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in kinds_of(f"{ABOVE}\n{AXIS}{below}")] == kinds


def test_the_end_of_a_sentence_above_a_chart_is_not_its_title() -> None:
    cut = "De sloten achter de molen zijn dit jaar door de boeren\nvan het dorp en die van de polder gebracht met"
    assert kinds_of(f"{cut}\n{AXIS}{BELOW}")[0][1].endswith("gebracht met")


def test_a_title_with_a_number_is_not_of_the_chart_below_it() -> None:
    found = kinds_of(f"{ABOVE}\n**2.1 Sloten**\n{AXIS}**2.2 Dijken**\n{BELOW}")
    assert [kind for kind, _ in found] == ["paragraph", "heading", "figure", "heading", "paragraph"]
