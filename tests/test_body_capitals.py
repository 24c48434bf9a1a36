"""Lists whose items are marked by capitals."""

import pytest
from tests.lines import lines_of, measured

from kamerbrief.body.blocks import read_blocks
from kamerbrief.body.capitals import capital_bullets

TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."


def marks(text: str) -> list[str]:
    return [bullet.shown for bullet in capital_bullets(lines_of(text)).values()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A. de sloten;\nB. de vaarten;\nC. de dijken.", ["A.", "B.", "C."]),
        ("I. de sloten;\nII. de vaarten en\nalle molens;\nIII. de dijken.", ["I.", "II.", "III."]),
        ("**A. de sloten**\n**B. de vaarten**", ["A.", "B."]),
        ("A. de sloten;\n\nB. de vaarten.", ["A.", "B."]),
        ("A. de Molenaar\n\nC. de Visser", []),  # initials
        (f"A. Sloten\n\n{TEXT}\n\nB. Vaarten\n\n{TEXT}", []),  # titles
        ("A. Sloten\nB. Vaarten\n\nA. Sloten\n\nB. Vaarten", []),  # the titles that follow
        ("**A. Sloten**\nB. Vaarten", []),  # not set alike
        ("V. de sloten\nVI. de vaarten", ["V.", "VI."]),
    ],
)
def test_capitals_of_a_list(text: str, found: list[str]) -> None:
    assert marks(text) == found


def test_a_list_of_the_titles_that_follow() -> None:
    titles = ["A. Sloten", "B. Vaarten en molens", "C. Dijken"]
    texts = "\n\n".join(f"{title}\n{TEXT}" for title in [titles[0], "B. Vaarten", titles[2]])
    blocks = read_blocks(*measured(lines_of("\n".join(titles) + f"\n\n{texts}")))
    assert [(block.kind, block.marker, block.text.string) for block in blocks[:4]] == [
        *(("list_item", "", title) for title in titles),
        ("heading", None, "Sloten"),
    ]


def test_items_marked_by_capitals() -> None:
    blocks = read_blocks(*measured(lines_of(f"{TEXT}\n\nI. de sloten;\nII. de vaarten.\n\n{TEXT}")))
    assert [(block.kind, block.marker, block.text.string) for block in blocks] == [
        ("paragraph", None, TEXT),
        ("list_item", "I.", "de sloten;"),
        ("list_item", "II.", "de vaarten."),
        ("paragraph", None, TEXT),
    ]
