"""Items whose marks stand in a pile above them: as many items as marks, cut where least speaks against it."""

import pytest
from tests.lines import lines_of, measured, texts

import kamerbrief
from kamerbrief.body.group import Group
from kamerbrief.body.piles import mark_alone, pile_sizes, piled_items

LONG = "de sloten achter de molen van Veendijk, die dit jaar weer op diepte zijn gebracht door de\nboeren van het dorp"
BODY = "\n".join(["De sloten achter de molen van Veendijk zijn dit jaar weer op diepte gebracht door boeren."] * 3)


def piles_of(text: str) -> list[Group]:
    lines, measure = measured(lines_of(f"{BODY}\n\n{text}"))
    begin = next(at for at, line in enumerate(lines) if mark_alone(line.text))
    return piled_items(lines, begin, pile_sizes(lines)[begin], measure)


def items_of(text: str) -> list[tuple[str, str]]:
    return [(group.marker.shown if group.marker else "", " ".join(texts(group.lines[1:]))) for group in piles_of(text)]


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ("1.\n\n2.\n3.", ["1.", "2.", "3."]),
        ("I.\nII.\nIII.", ["I.", "II.", "III."]),
        ("A.\nB.\nC.", ["A.", "B.", "C."]),
        ("i.\nii.\niii.", ["i.", "ii.", "iii."]),
        ("h.\ni.\nj.", ["h.", "i.", "j."]),
        ("•\n•\n•", ["•", "•", "•"]),
        ("o\no\no", ["o", "o", "o"]),
    ],
)
def test_each_mark_has_an_item(marks: str, shown: list[str]) -> None:
    text = f"{marks}\n\nDe dijk is hoog.\nDe sloot is diep.\nDe vaart is breed."
    assert items_of(text) == [
        (shown[0], "De dijk is hoog."),
        (shown[1], "De sloot is diep."),
        (shown[2], "De vaart is breed."),
    ]


def test_marks_that_do_not_follow_each_other_are_no_pile() -> None:
    assert items_of("1.\n3.\n\nDe dijk is hoog.\nDe sloot is diep.") == []


def test_fewer_lines_than_marks_are_no_pile() -> None:
    assert items_of("1.\n2.\n3.\n\nDe dijk is hoog.\nDe sloot is diep.") == []


def test_an_item_of_several_sentences_stays_whole() -> None:
    text = f"•\n•\n\nVoorop staan {LONG}. Zij werkten een week aan de oever\nen de brug.\nDe vaart is breed."
    assert [item.split()[0] for _, item in items_of(text)] == ["Voorop", "De"]


def test_items_of_an_enumeration_begin_with_small_letters() -> None:
    assert [item for _, item in items_of("•\n•\n•\n\nhoge dijken;\ndiepe sloten,\nbrede vaarten.")] == [
        "hoge dijken;",
        "diepe sloten,",
        "brede vaarten.",
    ]


def test_the_paragraph_behind_a_blank_line_is_no_item() -> None:
    text = f"•\n•\n\nVoorop staan {LONG}.\nDe vaart is breed.\n\nDaarnaast zijn er {LONG}."
    assert [item.split()[0] for _, item in items_of(text)] == ["Voorop", "De"]


def test_a_number_that_closes_a_bracket_is_no_mark() -> None:
    text = f"•\n•\n\nVoorop staan {LONG} (31 322, nr.\n33)\nDe vaart is breed."
    assert [item.rpartition(" ")[2] for _, item in items_of(text)] == ["33)", "breed."]


def test_lines_that_speak_against_each_cut_make_the_items_unsure() -> None:
    sure = piles_of("•\n•\n\nDe dijk is hoog.\nDe sloot is diep.")
    unsure = piles_of(f"•\n•\n•\n\nVoorop staan {LONG} en de\nlaagste van alle vaarten van het hele land in dit jaar")
    assert [group.unsure for group in sure] == [False, False]
    assert unsure
    assert all(group.unsure for group in unsure)


def test_unsure_items_are_told_once_a_list() -> None:
    pile = f"•\n•\n•\n\nVoorop staan {LONG} en de\nlaagste van alle vaarten van het hele land in dit jaar"
    brief = kamerbrief.parse(f"Geachte voorzitter,\n\n{BODY}\n\n{pile}\n\n{BODY}\n\nHoogachtend,\n")
    assert [diagnostic.code for diagnostic in brief.diagnostics].count("unsure-items") == 1


def test_a_pile_costs_no_more_than_its_lines() -> None:
    text = "•\n" * 3_000 + "De dijk is hoog.\n" * 3_000
    assert sum(len(section.blocks) for section in kamerbrief.parse(text).sections) == 3_000


def test_each_line_of_a_pile_knows_how_many_marks_stand_from_it_on() -> None:
    assert pile_sizes(lines_of("1.\n2.\n4.\nDe dijk.\n•\n•")) == [2, 1, 1, 0, 2, 1]
