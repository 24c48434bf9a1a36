"""The margin column inside the body: found line by line."""

import pytest
from tests.lines import fields_of, lines_of, texts

from kamerbrief.head.margin import find_runs, is_new, known_texts, names_something, repeating

HEAD = (
    "Directie Water\nVeendijkseweg 12\n2500 ZZ Den Haag\nOns kenmerk\nSLT-2031/123\nDatum 4 maart 2031\nBetreft Sloten"
)
ABOVE = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de"
BELOW = "boeren van Veendijk en omstreken, die daarvoor een hele week samen werkten."


def runs_of(margin: str, *, head: str = HEAD, wanted: bool = False) -> tuple[list[list[str]], list[str]]:
    """The stretches of margin and the body, of a sentence with these lines in its middle."""
    fields, _ = fields_of(head)
    rest = [line for line in lines_of(head) if line.text == "Directie Water"]
    runs, body = find_runs(lines_of(f"{ABOVE}\n{margin}\n{BELOW}"), known_texts(fields, rest), wanted=wanted)
    return [texts(run) for run in runs], texts(body)


@pytest.mark.parametrize(
    "margin",
    [
        "Ons kenmerk\nSLT-2031/123",
        "Datum\n4 maart 2031\nOns kenmerk\nSLT-2031/123",
        "Directie Water\nOns kenmerk\nSLT-2031/123",
        "O n s  kenmerk\nSLT-2031/ 123",
        "SLT-2031/123",
        "Postbus 99999\n2500 ZZ Den Haag",
        "Bij beantwoording de datum\nen ons kenmerk vermelden.",
        "De voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag",
        "Ons kenmerk\nSLT-2031/123\nSloten en\nDijken\nPostbus 99999\n2500 ZZ Den Haag",  # a unit between the two
        "1\n\nSLT-2031/123\nBijlage(n)",  # the count stands above its label
    ],
)
def test_the_margin_between_two_lines_of_one_sentence(margin: str) -> None:
    runs, body = runs_of(margin)
    assert [line for run in runs for line in run] == texts(lines_of(margin))
    assert body == [ABOVE, BELOW]


@pytest.mark.parametrize(
    "words",
    [
        "de kortste weg",
        "Bijlagen",  # one label without its value may be a heading
        "2031",
        "De kosten van 12",
        "2500 ZZ Veendijk",  # one weak sign is not enough
    ],
)
def test_short_lines_of_the_body(words: str) -> None:
    runs, body = runs_of(words)
    assert runs == []
    assert body == [ABOVE, words, BELOW]


def test_a_number_that_does_not_cut_a_sentence_stays() -> None:
    runs, body = find_runs(lines_of("De sloot is diep.\n\n1\n\nPostbus 99999\n2500 ZZ Den Haag"), {}, wanted=False)
    assert (len(runs), texts(body)) == (1, ["De sloot is diep.", "1"])


def test_a_unit_wrapped_at_another_word() -> None:
    runs, body = runs_of("Directie\nWater\nOns kenmerk\nSLT-2031/123")
    assert runs == [["Directie", "Water", "Ons kenmerk", "SLT-2031/123"]]
    assert body == [ABOVE, BELOW]


def test_the_unit_above_a_margin_belongs_to_it() -> None:
    runs, _ = runs_of("Afdeling Sluizen\nPostbus 99999\n2500 ZZ Den Haag")
    assert runs == [["Afdeling Sluizen", "Postbus 99999", "2500 ZZ Den Haag"]]


def test_a_reference_by_itself_only_where_its_label_has_none() -> None:
    assert runs_of("\nXYZ-77/456\n", wanted=True)[0] == [["XYZ-77/456"]]
    assert runs_of("\nXYZ-77/456\n", wanted=False)[0] == []


def test_what_later_pages_repeat() -> None:
    fields, _ = fields_of(HEAD)
    assert repeating(fields) == (["Ons kenmerk"], ["SLT-2031/123"])


def test_known_texts_do_not_hold_the_subject() -> None:
    # Words of the subject come in the body as well.
    known = known_texts(fields_of(HEAD)[0], lines_of("Directie Water"))
    assert known["slt-2031/123"] == "kenmerk"
    assert known["directiewater"] == "unit"
    assert "sloten" not in known


def test_short_texts_are_not_known() -> None:
    assert known_texts([], lines_of("II\nSloten")) == {"sloten": "unit", "iisloten": "unit"}


def test_a_word_between_two_units_is_known() -> None:
    assert known_texts([], lines_of("Sloten\n\nen\n\nDijken"))["en"] == "unit"


@pytest.mark.parametrize(
    ("run", "new"),
    [
        ("Ons kenmerk\nSLT-2031/123", False),
        ("Ons kenmerk\nSLT-2031/999", False),  # of the later page: a conflict, nothing new
        ("Bijlagen\n2", True),
        ("www.sloten.nl", True),
        ("Afdeling Sluizen", False),
    ],
)
def test_is_new(run: str, new: bool) -> None:  # noqa: FBT001 - a row of the table
    fields, _ = fields_of(HEAD)
    assert is_new(lines_of(run), fields, known_texts(fields, [])) is new


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Afdeling Sloten", True),
        ("De sloot is diep.", False),
        ("12345", False),
        ("MPC 58B", False),
        ("De sloten achter de molen van Veendijk zijn op diepte", False),
    ],
)
def test_names_something(text: str, names: bool) -> None:  # noqa: FBT001 - a row of the table
    assert names_something(text) is names


@pytest.mark.parametrize(
    "margin",
    [
        "Ministerie van Infrastructuur\nen Waterstaat\nwww.sloten.nl",
        "> Retouradres Postbus 99999 2500 ZZ Den Haag, Veendijk",
        "Datum 4 maart 2031\nOns kenmerk\nSLT-2031/123\nBetreft Onderhoud van de sloten achter de molen van Veendijk\n",
        "Ons kenmerk\nSLT-2031/123\nAan de Voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag",
    ],
)
def test_a_head_that_came_after_the_body_of_its_page(margin: str) -> None:
    runs, body = runs_of(margin, head="")
    assert [line for run in runs for line in run] == texts(lines_of(margin))
    assert body == [ABOVE, BELOW]


def test_a_kenmerk_of_two_lines() -> None:
    runs, body = runs_of("Ons kenmerk\n2031.053 db1\n1580751-195038-SLT", head="Datum 4 maart 2031")
    assert runs == [["Ons kenmerk", "2031.053 db1", "1580751-195038-SLT"]]
    assert body == [ABOVE, BELOW]


def test_a_sum_below_a_kenmerk_is_of_the_body() -> None:
    runs, body = runs_of("Ons kenmerk\nSLT-2031/123\n250.000 per dijk.")
    assert runs == [["Ons kenmerk", "SLT-2031/123"]]
    assert body == [ABOVE, "250.000 per dijk.", BELOW]
