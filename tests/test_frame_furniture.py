"""What stands on a page and is no part of the letter, and what only looks like it."""

from collections.abc import Iterable

import pytest
from tests.lines import ledger_of, lines_of, taken, texts

from kamerbrief.document.line import Hint
from kamerbrief.frame.furniture import take_furniture
from kamerbrief.lines.features import FeatureLine
from kamerbrief.lines.ledger import Ledger, Role
from kamerbrief.readers import read_text


def part_furniture(lines: Iterable[FeatureLine]) -> tuple[list[tuple[Role, FeatureLine]], list[FeatureLine]]:
    """The lines that are furniture, each with its kind, and the others."""
    ledger = ledger_of(lines)
    take_furniture(ledger)
    return [(role, line) for line, role in ledger.taken()], ledger.rest()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pagina 2 van 5", "page_number"),
        ("P a g i n a 2 van 5", "page_number"),
        ("Blad 3", "page_number"),
        ("- 4 -", "page_number"),
        ("## Page 2", "page_number"),
        ("-------", "rule"),
        ("* * *", "rule"),
        ("| | |", "rule"),
        ("ISSN 0921 - 7371", "running_foot"),
        ("kst-99123-45", "running_foot"),
        ("’s-Gravenhage 2031", "running_foot"),
        ("[Ondertekenaar 1]", "hidden"),
        ("Fout! Bladwijzer niet gedefinieerd.", "hidden"),
        ("<!-- image -->", "hidden"),
    ],
)
def test_furniture_by_its_own_words(text: str, kind: str) -> None:
    furniture, kept = part_furniture(lines_of(f"Eerste regel.\n{text}\nLaatste regel."))
    assert [(found, line.start) for found, line in furniture] == [(kind, 14)]
    assert texts(kept) == ["Eerste regel.", "Laatste regel."]


def test_foot_of_a_paper_and_a_note_that_cites_one() -> None:
    foot = "Tweede Kamer, vergaderjaar 2031–2032, 99 123, nr. 45 3"
    furniture, _ = part_furniture(lines_of(f"Vergaderjaar 2031–2032\nEerste regel.\n{foot}\nLaatste regel."))
    assert [(kind, line.text) for kind, line in furniture] == [("running_foot", foot)]
    furniture, _ = part_furniture(lines_of(f"Geachte voorzitter,\n\nEerste regel.1\n\n1\n{foot}"))
    assert furniture == []


@pytest.mark.parametrize(
    "text",
    [
        "Pagina 2 van het rapport beschrijft de sloten.",
        "Blad 3 van de kaart ontbreekt",
        "- 4 - sluizen zijn hersteld",
        "- ",
        "12",
        "Tweede Kamer, vergaderjaar 2031–2032, 99 123, nr. 45, bijlage bij de brief over de sloten",
        "Den Haag, 2031",
        "kst",
        "Naar boven afgerond is dat drie.",
    ],
)
def test_no_furniture(text: str) -> None:
    furniture, kept = part_furniture(lines_of(f"Eerste regel.\n{text}\nLaatste regel."))
    assert furniture == []
    assert len(kept) == 3


def test_an_empty_field_of_word_over_several_lines() -> None:
    furniture, kept = part_furniture(
        lines_of("De sloot\nFout!\nOnbekende\nnaam\nvoor\ndocumenteigensch\nap.\nis diep.")
    )
    assert ([kind for kind, _ in furniture], texts(kept)) == (["hidden"] * 6, ["De sloot", "is diep."])


def test_page_numbers_with_the_number_of_pages() -> None:
    furniture, _ = part_furniture(
        lines_of("De sloot is diep.\n\n1/3\fDe dijk is hoog.\n\n2/3\fDe sluis is dicht.\n\n3/3")
    )
    assert [line.text for _, line in furniture] == ["1/3", "2/3", "3/3"]


def test_bare_page_numbers_of_all_pages() -> None:
    furniture, kept = part_furniture(lines_of("De sloot is diep.\n\n1\fDe dijk is hoog.\n\n2\fDe sluis is dicht.\n\n3"))
    assert [(kind, line.text, line.page) for kind, line in furniture] == [
        ("page_number", "1", 1),
        ("page_number", "2", 2),
        ("page_number", "3", 3),
    ]
    assert texts(kept) == ["De sloot is diep.", "De dijk is hoog.", "De sluis is dicht."]


def test_one_bare_number_is_no_page_number() -> None:
    # It may be the count of the attachments as well.
    furniture, kept = part_furniture(lines_of("De sloot is diep.\n\n1\fDe dijk is hoog.\fDe sluis is dicht."))
    assert furniture == []
    assert texts(kept)[1] == "1"


def test_a_number_of_another_page_is_kept() -> None:
    _, kept = part_furniture(lines_of("Eén.\n\n1\fTwee.\n\n7\fDrie.\n\n3"))
    assert "7" in texts(kept)


def test_the_frame_of_a_web_page_goes_on_to_the_end() -> None:
    furniture, kept = part_furniture(lines_of("De sloot is diep.\nNaar boven\nService\nContact met de redactie"))
    assert [(kind, line.text) for kind, line in furniture] == [
        ("chrome", "Naar boven"),
        ("chrome", "Service"),
        ("chrome", "Contact met de redactie"),
    ]
    assert texts(kept) == ["De sloot is diep."]


def test_the_frame_of_a_web_page_ends_at_a_long_line() -> None:
    long = "De sloot achter de molen is na een droge zomer nog altijd diep genoeg voor de eenden."
    furniture, kept = part_furniture(lines_of(f"Naar boven\nService\n{long}\nTot slot."))
    assert [line.text for _, line in furniture] == ["Naar boven"]
    assert texts(kept) == ["Service", long, "Tot slot."]


@pytest.mark.parametrize(("label", "count"), [("", 3), ("7\n\n", 0)])
def test_a_line_above_the_number_of_the_page_runs_unless_it_is_a_note(label: str, count: int) -> None:
    page = "Op bladzijde {n} gaat het verder,\nen zo {n}.\n\n" + label + "Verslag van de sloten\n\nPagina {n} van 4\n"
    furniture, _ = part_furniture(lines_of("\f".join(page.format(n=n) for n in (1, 2, 3, 4))))
    assert [kind for kind, _ in furniture].count("running_foot") == count


def test_the_number_of_the_page_may_stand_behind_a_running_foot() -> None:
    page = "Op bladzijde {n} gaat het verder,\nen zo {n}.\nVerslag van de sloten Pagina {n} van 4\n"
    furniture, _ = part_furniture(lines_of("\f".join(page.format(n=n) for n in (1, 2, 3, 4))))
    assert [line.text for _, line in furniture] == [f"Verslag van de sloten Pagina {n} van 4" for n in (2, 3, 4)]


def test_the_number_behind_a_running_foot_is_that_of_its_page() -> None:
    page = "Op bladzijde {n} gaat het verder,\nen zo {n}.\nVerslag van de sloten {m}/9\n"
    furniture, _ = part_furniture(lines_of("\f".join(page.format(n=n, m=m) for n, m in enumerate((5, 3, 7, 4)))))
    assert furniture == []


def test_no_lines() -> None:
    assert part_furniture([]) == ([], [])


def running(size: float) -> list[str]:
    pages = "\f".join(f"Overzicht van sloten\nOp bladzijde {n} gaat het verder\nen eindigt het met {n}." for n in "abc")
    lines = [line._replace(size=size) for line in lines_of(pages)]
    return [line.text for kind, line in part_furniture(lines)[0] if kind == "running_foot"]


def test_the_first_line_of_several_pages_is_a_running_head_where_print_is_shown() -> None:
    assert running(1.0) == ["Overzicht van sloten"] * 3
    assert running(0.0) == []


def test_where_pages_are_numbered_in_words_a_bare_number_is_none() -> None:
    pages = [f"Pagina {n} van 3\n\nDe sloot is diep.\n\n{n}\n\nRapport Sloten." for n in (1, 2, 3)]
    furniture, _ = part_furniture(lines_of("\f".join(pages)))
    assert [line.text for _, line in furniture] == [f"Pagina {n} van 3" for n in (1, 2, 3)]


PAGE = "De sloten van Veendijk zijn dit jaar op diepte gemaakt"


def test_a_line_that_opens_several_pages_runs_over_them() -> None:
    pages = "\f".join(f"Verslag van de sloten\n{PAGE} {number}" for number in ("een", "twee", "drie", "vier"))
    ledger = Ledger(read_text(pages))
    take_furniture(ledger)
    assert [(role, line.page) for line, role in ledger.taken()] == [("running_foot", page) for page in (2, 3, 4)]


@pytest.mark.parametrize(("blank", "count"), [("\n", 3), ("", 0)])
def test_a_line_that_closes_several_pages_runs_over_them_if_it_stands_apart(blank: str, count: int) -> None:
    foot = "Verslag van de sloten"
    pages = "\f".join(f"{PAGE} {number}\n{blank}{foot}" for number in ("een", "twee", "drie", "vier"))
    ledger = Ledger(read_text(pages))
    take_furniture(ledger)
    assert len(ledger.taken()) == count


def test_what_a_format_states_to_be_a_block_is_no_furniture() -> None:
    lines = [line._replace(hint=Hint("exact", "paragraph", 1)) for line in lines_of("Pagina 2 van 5")]
    assert part_furniture(lines) == ([], lines)


def test_numbers_between_blank_lines_number_the_pages_of_a_text_that_does_not_show_them() -> None:
    page = "\n".join([PAGE] * 24)
    numbers = [line.text for role, line in part_furniture(lines_of(f"{page}\n\n1\n\n{page}\n\n2\n\n{page}"))[0]]
    assert numbers == ["1", "2"]
    assert part_furniture(lines_of(f"{page}\n\n1\n\n{PAGE}\n\n2\n\n{page}"))[0] == []  # a list
    assert part_furniture(lines_of(f"{page}\n\n7\n\n{page}"))[0] == []


def test_a_bare_number_that_opens_its_page_numbers_it() -> None:
    pages = "\f".join(f"{page}\n{PAGE}" for page in (1, 2, 3))
    ledger = Ledger(read_text(pages))
    take_furniture(ledger)
    assert [line.text for line, _ in ledger.taken()] == ["1", "2", "3"]


def test_pages_of_an_annex_are_counted_by_themselves() -> None:
    pages = [f"Sloot {page} is diep, en dat is gemeten.\n\n{page}/3" for page in (1, 2, 3)]
    found, _ = part_furniture(lines_of("\f".join(["Geachte voorzitter,", *pages])))
    assert [line.text for role, line in found if role == "page_number"] == ["1/3", "2/3", "3/3"]


STAMP = "26-11-2031 15:32"
TITLE = "Kamerstuk 27999, nr. 123 | Sloten online"
ADDRESS = "https://sloten.example/kst-27999-123.html"


@pytest.mark.parametrize("stamp", [STAMP, "26/11/31, 3:32 PM", "26-11-2031 15:32:07"])
def test_what_a_browser_adds_to_its_print(stamp: str) -> None:
    page = f"{stamp}\n\n{TITLE}\n\n{{0}} achter de molen zijn diep\n\n{ADDRESS} {{1}}/2\n\f"
    ledger = ledger_of(page.format("Sloten", 1) + page.format("Dijken", 2))
    take_furniture(ledger)
    assert [line.text for line in ledger.rest()] == [
        "Sloten achter de molen zijn diep",
        "Dijken achter de molen zijn diep",
    ]


def test_a_time_in_a_sentence_is_no_stamp() -> None:
    ledger = ledger_of(f"Op {STAMP} was de sloot diep.\n\n{ADDRESS}\n\nDe sloot.")
    take_furniture(ledger)
    assert len(ledger.rest()) == 3


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("---\ntitle: Sloten\ndate: 2031-03-04\n---\n\nDe sloot.", ["De sloot."]),
        (
            "---\ntitle: Sloten\n\nDe sloot is diep.\n---\n\nDe sloot.",
            ["title: Sloten", "De sloot is diep.", "De sloot."],
        ),
    ],
)
def test_front_matter(text: str, rest: list[str]) -> None:
    ledger = ledger_of(text)
    take_furniture(ledger)
    assert [line.text for line in ledger.rest()] == rest


def test_two_numbers_on_a_printed_page_are_of_no_pages() -> None:
    page = "1\n\nDe sloot.\n" + "\n" * 40 + "Bijlage(n)\n\n2\n\nDe dijk."
    lines = [line._replace(size=1.0) for line in lines_of(page)]
    ledger = ledger_of(lines)
    take_furniture(ledger)
    assert [line.text for line in ledger.rest()] == ["1", "De sloot.", "Bijlage(n)", "2", "De dijk."]


@pytest.mark.parametrize(("number", "kind"), [("1", "page_number"), ("1 De dijk is hoog.", None)])
def test_a_number_right_below_the_running_foot_of_a_paper(number: str, kind: str | None) -> None:
    foot = "Tweede Kamer, vergaderjaar 2030–2031, 99 123, nr. 45"
    ledger = ledger_of(f"Vergaderjaar 2030–2031\n99 123\nSloten\nDe sloot is diep.\n{foot}\n{number}\nDe vaart ook.")
    take_furniture(ledger)
    found = {text: role for role, text in taken(ledger)}
    assert (found[foot], found.get(number)) == ("running_foot", kind)
