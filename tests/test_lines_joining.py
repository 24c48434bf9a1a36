"""How lines follow each other and how they are joined."""

import pytest
from tests.lines import lines_of

from kamerbrief.document.text import Text
from kamerbrief.lines.joining import join_lines, tidy, width
from kamerbrief.lines.measure import Measure
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.sentences import first_word, is_finished, is_note_finished


@pytest.mark.parametrize(
    "text",
    [
        "in de sloot.",
        "in de sloot.12",
        "in de sloot. 12",
        "(in de sloot.)",
        "‘in de sloot?’",
        "de sloten:",
        "diep;",
        "diep.[3]",
    ],
)
def test_finished(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("text", ["in de sloot", "de sloot,", "broeikasgas-", "in 2031", "(de sloot)", ""])
def test_unfinished(text: str) -> None:
    assert not is_finished(text)


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("Rapport Sloten.", True),
        ("(Stb. 2031, 45)", True),
        ("www.sloten.nl/diep", True),
        ("Rapport over de", False),
        ("Rapport, p. 3", False),
    ],
)
def test_finished_note(text: str, finished: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_note_finished(text) is finished


def test_first_word() -> None:
    assert first_word("sloten, dijken") == "sloten,"


def test_width_counts_narrow_and_wide_letters() -> None:
    assert width("iiii") < width("nnnn") < width("mmmm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de slo-\nten zijn diep", "de sloten zijn diep"),
        ("de slo\u00ad\nten zijn diep", "de sloten zijn diep"),
        ("broeikasgas-\nen stikstofuitstoot", "broeikasgas- en stikstofuitstoot"),
        ("sloot-\nof dijkbeheer", "sloot- of dijkbeheer"),
        ("de regio Noord-\nVeendijk", "de regio Noord-Veendijk"),  # before a capital it is part of the word
        ("de niet-\nvaste leden", "de niet-vaste leden"),
        ("de EU-\nregels", "de EU-regels"),
        ("de 65-\nplussers", "de 65-plussers"),
        ("het plan -\nmet sloten", "het plan - met sloten"),  # a dash, no hyphen
        ("zie https://sloten.nl/\nrapport", "zie https://sloten.nl/rapport"),
        ("sloten en/\nof dijken", "sloten en/ of dijken"),
        ("de  sloot\nis   diep", "de sloot is diep"),
    ],
)
def test_join_lines(text: str, expected: str) -> None:
    assert join_lines(lines_of(text)).string == expected


def test_the_document_tells_a_real_hyphen() -> None:
    lines = lines_of("de sloot-\nkanten")
    assert join_lines(lines).string == "de slootkanten"
    assert join_lines(lines, known=frozenset(["sloot-kanten"])).string == "de sloot-kanten"


def test_the_document_tells_a_soft_hyphen() -> None:
    lines = lines_of("het zee-\nwater")
    assert join_lines(lines).string == "het zee-water"
    assert join_lines(lines, known=frozenset(["zeewater"])).string == "het zeewater"


def test_joined_lines_know_their_places() -> None:
    source = "1. de slo-\nten"
    text = join_lines(lines_of(source), begin=3)
    assert text.string == "de sloten"
    assert source[text.source(6) :] == "ten"


def test_no_lines() -> None:
    assert join_lines([]) == Text("")


def test_tidy() -> None:
    text = tidy(Text(" de\u00a0 sloot\u200b is\tdiep ", ((0, 10),)))
    assert text.string == "de sloot is diep"
    assert text.source(3) == 15


def test_measure_of_set_text() -> None:
    line = "De sloten achter de molen van Veendijk zijn met zorg op de goede"
    lines = lines_of("\n".join([line] * 4))
    measure = Measure.of(lines)
    assert measure.full == pytest.approx(width(line))
    short, following = lines_of("Zij zijn diep.\nDe dijk is hoog.")
    assert measure.unused(short, following) > 0.5
    assert measure.unused(lines[0], following) < 0


def test_a_word_with_a_hyphen_needs_room_for_its_first_part_alone() -> None:
    lines = lines_of("\n".join(["De sloten achter de molen van Veendijk zijn met zorg op de goede"] * 4))
    measure = Measure.of(lines)
    above, parted, whole = lines_of(
        "De sloten achter de molen van Veendijk zijn diep.\nOud-waterbouwers\nOudewaterbouwers"
    )
    assert measure.unused(above, parted) > 0 > measure.unused(above, whole)


@pytest.mark.parametrize(
    "text",
    ["", "Kort.\nNog korter.", "\n\n".join(["De sloten achter de molen van Veendijk zijn diep. " * 9] * 3)],
)
def test_measure_of_unbroken_text(text: str) -> None:
    assert Measure.of(lines_of(text)).full == 0


def test_where_lines_end_tells_how_much_room_is_left() -> None:
    row = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht"
    lines = [line._replace(right=70.0) for line in lines_of("\n".join([row] * 5))]
    measure = Measure.of(lines)
    assert measure.right == 70
    short = lines[0]._replace(column=14, right=50.0)
    assert measure.unused(lines[0], lines[1]) < 0 < measure.unused(short, lines[1])


def test_a_short_letter_whose_lines_show_where_they_end_is_measured_too() -> None:
    row = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht"
    (line,) = lines_of(row)
    assert Measure.of([line]).full == 0
    assert Measure.of([line._replace(right=70.0)]).full == 70


@pytest.mark.parametrize("part", sorted(words("keeps_hyphen")))
def test_every_first_part_that_keeps_its_hyphen(part: str) -> None:
    assert join_lines(lines_of(f"de {part}-\nsloten")).string == f"de {part}-sloten"


@pytest.mark.parametrize("word", sorted(words("behind_hyphen")))
def test_every_word_behind_a_hyphen(word: str) -> None:
    assert join_lines(lines_of(f"de dijk-\n{word} slootkant")).string == f"de dijk- {word} slootkant"


@pytest.mark.parametrize("pair", sorted(words("clashes")))
def test_vowels_that_clash_keep_the_hyphen_between_them(pair: str) -> None:
    assert join_lines(lines_of(f"de slot{pair[0]}-\n{pair[1]}fer")).string == f"de slot{pair[0]}-{pair[1]}fer"


def test_a_word_keeps_the_hyphen_that_another_one_has_behind_the_same_first_part() -> None:
    lines = lines_of("de Delta-\nwerkwijze")
    assert join_lines(lines, 0, frozenset({"delta-"})).string == "de Delta-werkwijze"
    assert join_lines(lines).string == "de Deltawerkwijze"


def test_a_sign_keeps_the_hyphen_behind_it() -> None:
    assert join_lines(lines_of("De regeling SDE++-\nmiddelen")).string == "De regeling SDE++-middelen"


def test_an_address_that_goes_on_behind_a_hyphen_and_a_slash() -> None:
    lines = lines_of("Zie https://www.sloten.example/-\n/media/dijken.pdf.")
    assert join_lines(lines).string == "Zie https://www.sloten.example/-/media/dijken.pdf."


LINKED = "https://www.sloten.example/op-de-dij"


@pytest.mark.parametrize(
    ("following", "target", "joined"),
    [
        ("ken. Daarna", "https://www.sloten.example/op-de-dijken", f"{LINKED}ken. Daarna"),
        ("ken. Daarna", "https://www.sloten.example/op-de-dij", f"{LINKED} ken. Daarna"),
        ("ken. Daarna", "https://www.molens.example", f"{LINKED} ken. Daarna"),
    ],
)
def test_what_a_link_leads_to_tells_whether_its_address_goes_on(following: str, target: str, joined: str) -> None:
    first, last = lines_of(f"Zie {LINKED}\n{following}")
    text = join_lines([first._replace(links=((4, 4 + len(LINKED), target),)), last])
    assert text.string == f"Zie {joined}"
    assert text.links == ((4, 4 + len(LINKED), target),)


@pytest.mark.parametrize(
    ("above", "below", "glue"),
    [
        ("Zie https://www.sloten.example/stukken/dijk_2", "031.pdf) blijkt", ""),
        ("Zie https://www.sloten.example/stukken/dijk_2)", "031.pdf) blijkt", " "),
        ("Zie https://www.sloten.example/stukken/dijk", "en dammen", " "),
        ("https://www.sloten.example/stukken/dijk", "plannen-2031-2032", ""),
        ("Zie ook https://www.sloten.example/stukken/dijk", "plannen-2031-2032", " "),
        ("Zie www.sloten.example/", "stukken/dijken/plan", ""),
        ("Zie www.sloten.example/", "en dammen", " "),
        ("Zie https://www.sloten.example/dijken/", "Daarna zijn zij diep", " "),
        ("Zie https://www.sloten.example/dijken/", "molens", ""),
        ("Zie https://www.sloten.example/dijken-", "en dammen", " "),
        ("Zie https://www.sloten.example/dijken-", "en-dammen/plan", ""),
        ("Zie https://www.sloten.example/dijken", "www.molens.example/dijk/plan", " "),
    ],
)
def test_an_address_goes_on_where_the_next_line_can_be_nothing_else(above: str, below: str, glue: str) -> None:
    assert join_lines(lines_of(f"{above}\n{below}")).string == f"{above}{glue}{below}"


def test_an_address_of_three_lines() -> None:
    lines = lines_of("www.sloten.example/?D1=1,9&D\n2=0&D3=1&D4\n=17,20. Daarna")
    assert join_lines(lines).string == "www.sloten.example/?D1=1,9&D2=0&D3=1&D4=17,20. Daarna"
