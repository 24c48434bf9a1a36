"""The margin column inside the body: found line by line."""

import pytest
from tests.lines import fields_of, lines_of, texts

import kamerbrief
from kamerbrief.head.known import as_margin_says_it, is_new, known_texts, names_something, repeating, units_above_labels
from kamerbrief.head.margin import find_runs
from kamerbrief.head.recipient import addressee_lines
from kamerbrief.lines.features import FeatureLine

HEAD = (
    "Directie Water\nVeendijkseweg 12\n2500 ZZ Den Haag\nOns kenmerk\nSLT-2031/123\nDatum 4 maart 2031\nBetreft Sloten"
)
ABOVE = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht door de"
BELOW = "boeren van Veendijk en omstreken, die daarvoor een hele week samen werkten."
MISSING = ("subject", "recipient")
MARGINS = [
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
]
BODY = [
    "de kortste weg",
    "Bijlagen",  # one label without its value may be a heading
    "2031",
    "De kosten van 12",
    "2500 ZZ Veendijk",  # one weak sign is not enough
]
HEADS = [
    "Ministerie van Infrastructuur\nen Waterstaat\nwww.sloten.nl",
    "> Retouradres Postbus 99999 2500 ZZ Den Haag, Veendijk",
    "Datum 4 maart 2031\nOns kenmerk\nSLT-2031/123\nBetreft Onderhoud van de sloten achter de molen van Veendijk\n",
    "Ons kenmerk\nSLT-2031/123\nAan de Voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag",
]


def cut_by(words: str, *, head: str = HEAD) -> tuple[list[FeatureLine], dict[str, str]]:
    """A sentence with these lines in its middle, and what the head of its letter says."""
    fields, _ = fields_of(head)
    rest = [line for line in lines_of(head) if line.text == "Directie Water"]
    return lines_of(f"{ABOVE}\n{words}\n{BELOW}"), known_texts(fields, rest)


def runs_of(margin: str, *, head: str = HEAD, wanted: bool = False) -> tuple[list[list[str]], list[str]]:
    """The stretches of margin and the body, of a sentence with these lines in its middle."""
    runs, body = find_runs(*cut_by(margin, head=head), missing=MISSING, wanted=wanted)
    return [texts(run) for run in runs], texts(body)


@pytest.mark.parametrize("margin", MARGINS)
def test_the_margin_between_two_lines_of_one_sentence(margin: str) -> None:
    runs, body = runs_of(margin)
    assert [line for run in runs for line in run] == texts(lines_of(margin))
    assert body == [ABOVE, BELOW]


@pytest.mark.parametrize("words", BODY)
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


@pytest.mark.parametrize("margin", HEADS)
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


@pytest.mark.parametrize(
    "name", ["DER STATEN-GENERAAL", "der S taten-Generaal", "der StatenGeneraal", "(Tweede) Kamer;"]
)
def test_a_blank_line_within_the_name_of_an_addressee(name: str) -> None:
    lines = lines_of(f"Aan de Voorzitter van de Tweede Kamer\n\n{name}\n\nPostbus 20018\n2500 EA Den Haag")
    assert addressee_lines(lines, 0) == lines


def test_a_word_that_begins_as_that_of_a_chamber_is_no_addressee() -> None:
    lines = lines_of("De leden van de commissie vragen\nof een ruime Kamermeerderheid zich uitsprak voor diepe sloten.")
    assert texts(addressee_lines(lines, 0)) == [lines[0].text]


def test_subject_and_addressee_are_looked_for_only_where_the_head_lacks_them() -> None:
    words = "De leden van de commissie vragen naar de sloten van het dorp en de molen."
    lines = lines_of(f"{ABOVE}\nOns kenmerk\nSLT-2031/123\n{words}\n{BELOW}")
    known = {"onskenmerk": "kenmerk", "slt-2031/123": "kenmerk"}
    assert [len(run) for run in find_runs(lines, known)[0]] == [2]


@pytest.mark.parametrize(
    "words",
    [
        "Directie Water",  # a title that says what the margin says
        "Ons kenmerk",
        "Postbus 99999",
        "kenmerk 2031Z09555",
        "SLT-2031/123",
    ],
)
def test_what_is_shown_to_stand_in_the_body_stays_there(words: str) -> None:
    lines = [line._replace(size=1.0) for line in lines_of(f"{ABOVE}\n\n{words}\n\n{BELOW}")]
    known = dict.fromkeys(("directiewater", "onskenmerk", "slt-2031/123"), "kenmerk")
    assert find_runs(lines, known, missing=("date",)) == ([], lines)


def test_a_labelled_value_that_the_head_lacks_may_stand_in_the_body() -> None:
    lines = [line._replace(size=1.0) for line in lines_of(f"{ABOVE}.\n\nDatum: 4 maart 2031\n\nHoogachtend,")]
    runs, body = find_runs(lines, {}, missing=("date",))
    assert ([texts(run) for run in runs], texts(body)) == ([["Datum: 4 maart 2031"]], [f"{ABOVE}.", "Hoogachtend,"])
    assert find_runs(lines, {})[0] == []


PAGES = "Ons kenmerk\nSLT-2031/123\n\fOns kenmerk\nSLT-2031/123\n\f"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (PAGES + PAGES, {"onskenmerk", "slt-2031/123"}),
        (f"{PAGES}SLT-2031/123", {"onskenmerk", "slt-2031/123"}),  # its label was lost
        ("Ons kenmerk\n\fSLT-2031/123", {"onskenmerk"}),  # once, and not below its label
        (PAGES + "SLT-2031/123\n" * 3, {"onskenmerk"}),  # a column of a table
        ("Ons kenmerk\nSLT-2031/123\nSLT-2031/123\nSLT-2031/123", {"onskenmerk", "slt-2031/123"}),  # no pages
    ],
)
def test_a_margin_says_a_thing_once_and_below_its_label(text: str, kept: set[str]) -> None:
    known = {"onskenmerk": "kenmerk", "slt-2031/123": "kenmerk"}
    assert set(as_margin_says_it(lines_of(text), known)) == kept


PROSE = "\n".join([ABOVE, BELOW] * 4)
UNITS = "Directie Water\nSloten en Dijken\nOns kenmerk\nSLT-2031/123"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{UNITS}\n{PROSE}\n{UNITS}", {"directiewater", "slotenendijken"}),
        (f"{UNITS}\n{PROSE}", set()),  # once is no proof
        (f"{UNITS}\n{PROSE}\n{UNITS}\n{PROSE}\nDirectie Water\n{PROSE}\nDirectie Water", {"slotenendijken"}),
    ],
)
def test_names_that_come_again_above_the_labels_of_margins(text: str, names: set[str]) -> None:
    lines = lines_of(f"{PROSE}\n{text}\n{PROSE}")
    assert units_above_labels(lines, {"onskenmerk": "kenmerk"}) == names


def test_units_that_the_head_lacks_leave_the_body() -> None:
    known = {"onskenmerk": "kenmerk", "slt-2031/123": "kenmerk"}
    runs, body = find_runs(lines_of(f"{PROSE}\n{UNITS}\n{PROSE}\n{UNITS}\n{PROSE}"), known)
    assert [texts(run) for run in runs] == [UNITS.split("\n")] * 2
    assert "\n".join(texts(body)) == f"{PROSE}\n{PROSE}\n{PROSE}"


@pytest.mark.parametrize(
    ("title", "stays"),
    [
        ("Directie Water", True),
        ("Ministerie van Defensie", True),
        ("Ons kenmerk\nSLT-2031/123", False),  # no title has a label
        (f"Directie Water\n{BELOW}", False),  # the sentence goes on
    ],
)
def test_a_title_between_two_texts_is_no_margin_whatever_it_says(title: str, stays: bool) -> None:  # noqa: FBT001
    known = {"directiewater": "unit", "onskenmerk": "kenmerk", "slt-2031/123": "kenmerk"}
    lines = lines_of(f"{ABOVE} {BELOW}\n\n{title}\n{ABOVE}\n{BELOW}")
    assert (find_runs(lines, known)[0] == []) is stays


def test_a_title_that_comes_again_is_of_the_margin() -> None:
    text = f"{ABOVE} {BELOW}\n\nDirectie Water\n{ABOVE} {BELOW}\n\n"
    assert len(find_runs(lines_of(text * 2), {"directiewater": "unit"})[0]) == 2


def test_rows_of_a_name_and_an_amount_are_no_addresses() -> None:
    rows = "België 1.502\nBulgarije 184\nDuitsland 1.473\nEstland 390\nFrankrijk 1.458\nGriekenland 684"
    body = f"De tabel toont wat een sloot in andere landen kost, in euro per meter en per maand gerekend.\n{rows}\n"
    assert find_runs(lines_of(body), {})[0] == []


def test_who_signs_right_above_the_margin_is_no_unit() -> None:
    brief = kamerbrief.parse(
        "> Retouradres Postbus 20350 2500 EJ Den Haag\n\nDe Voorzitter van de Tweede Kamer\nder Staten-Generaal\n"
        "Postbus 20018\n2500 EA Den Haag\n\nDatum 3 mei 2031\nBetreft Sloten\n\nGeachte voorzitter,\n\n"
        "De sloten zijn diep en de dijken zijn hoog, en dat blijven zij ook in het komende jaar.\n\nHoogachtend,\n\n"
        "de staatssecretaris van Volksgezondheid,\nWelzijn en Sport,\n\nAnna van Dijk\n\n"
        "Bezoekadres:\nParnassusplein 5\n2511 VX Den Haag\nwww.rijksoverheid.nl\n\nOns kenmerk\n4711-0815-SL\n"
    )
    assert [(signed.role, signed.name) for signed in brief.signatories] == [
        ("staatssecretaris van Volksgezondheid, Welzijn en Sport", "Anna van Dijk")
    ]
    assert brief.sender.units == ()
    assert brief.kenmerk == "4711-0815-SL"


def test_a_title_beside_the_number_of_its_paper_is_none_of_the_margin_though_a_unit_is_called_so() -> None:
    paper = "12 345             Directie Water\n\nNr.                Lijst van vragen\n\n"
    body = lines_of(f"{ABOVE} {BELOW}\n\n\f{paper}{ABOVE}\n{BELOW}")
    runs, kept = find_runs(body, {line.key: "unit" for line in lines_of("Directie Water")})
    assert (runs, texts(kept)) == ([], texts(body))
