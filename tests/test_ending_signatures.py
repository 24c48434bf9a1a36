"""The end of a letter: closing, who signed, and what follows."""

from collections.abc import Iterable

import pytest
from tests.lines import ledger_of, lines_of, texts

import kamerbrief
from kamerbrief.ending.columns import split_columns
from kamerbrief.ending.signatures import Ending, find_ending
from kamerbrief.lines.features import FeatureLine
from kamerbrief.vocabulary import words

JUSTICE = "De Minister van Justitie en Veiligheid,"
FINANCE = "De Staatssecretaris van Financiën,"


def read_ending(lines: Iterable[FeatureLine]) -> tuple[Ending, list[FeatureLine], list[FeatureLine]]:
    """The ending, and the lines before and behind it."""
    ledger = ledger_of(split_columns(list(lines)))
    ending = find_ending(ledger.rest())
    ledger.take("signature", {line.start: line for line in ending.lines}.values())
    return ending, *ledger.around(ending.lines)


def ending_of(text: str) -> Ending:
    return read_ending(lines_of(text))[0]


def signed_by(text: str) -> list[tuple[str | None, str | None]]:
    return [(signed.role, signed.name) for signed in ending_of(text).signatures]


def test_closing_office_and_name() -> None:
    ending, before, after = read_ending(
        lines_of(f"De sloot is diep.\n\nHoogachtend,\n\n{JUSTICE}\n\n\nA.B. Testman\n\nBijlage 1")
    )
    assert ending.closing is not None
    assert ending.closing.text == "Hoogachtend,"
    assert [(s.role, s.name) for s in ending.signatures] == [("Minister van Justitie en Veiligheid", "A.B. Testman")]
    assert texts(before) == ["De sloot is diep."]
    assert texts(after) == ["Bijlage 1"]


@pytest.mark.parametrize(
    "name",
    [
        "A.B. Testman",
        "mr. dr. A.B. van der Voorbeeld-Testman",
        "drs. S. el Testman",
        "ir. Ch.J. de Voorbeeld MSc",
        "prof. dr. A.B. Testman",
        "Anna Testman",
        "Anna B. van ’t Voorbeeld",
        "mw. A. Voorbeeld-ter Testman",
    ],
)
def test_name(name: str) -> None:
    assert signed_by(f"De sloot is diep.\n\n{JUSTICE}\n\n{name}") == [("Minister van Justitie en Veiligheid", name)]


@pytest.mark.parametrize(
    "line", ["Bijlage bij de brief", "De sloot is diep.", "Overzicht", "A.B. Testman heeft dit gezegd."]
)
def test_no_name(line: str) -> None:
    ending, _, after = read_ending(lines_of(f"De sloot is diep.\n\nHoogachtend,\n\n{JUSTICE}\n\n\n{line}"))
    assert [signed.name for signed in ending.signatures] == [None]
    assert texts(after) == [line]


@pytest.mark.parametrize(
    ("printed", "name"), [("(w.g.) A.B. Testman", "A.B. Testman"), ("w.g. A.B. Testman", "A.B. Testman")]
)
def test_words_before_a_name(printed: str, name: str) -> None:
    assert signed_by(f"De sloot.\n\n{JUSTICE}\n{printed}") == [("Minister van Justitie en Veiligheid", name)]


def test_a_signature_without_closing() -> None:
    ending, before, _ = read_ending(lines_of(f"De sloot is diep.\n\n{JUSTICE}\nA.B. Testman"))
    assert ending.closing is None
    assert texts(before) == ["De sloot is diep."]


@pytest.mark.parametrize(
    "text",
    [
        "Ik sprak met\nde minister van Justitie en Veiligheid over de sloten.",
        "De minister van Justitie en Veiligheid is bereid de sloten te verdiepen.",
        f"De sloot.\n\n{JUSTICE}\n\nDe dijk is hoog en de sluis van het dorp is ook deze zomer weer dicht.",
        "Tot slot.",
        "",
    ],
)
def test_an_office_in_the_text_signs_nothing(text: str) -> None:
    ending, before, after = read_ending(lines_of(text))
    assert ending == Ending()
    assert before == lines_of(text)
    assert after == []


def test_an_office_over_two_lines() -> None:
    assert signed_by("De sloot.\n\nDe Minister van Binnenlandse Zaken en\nKoninkrijksrelaties,\n\nA.B. Testman") == [
        ("Minister van Binnenlandse Zaken en Koninkrijksrelaties", "A.B. Testman")
    ]


def test_a_name_behind_the_office() -> None:
    assert signed_by(f"De sloot.\n\n{JUSTICE} A.B. Testman") == [
        ("Minister van Justitie en Veiligheid", "A.B. Testman")
    ]


def test_a_name_above_the_office() -> None:
    assert signed_by(f"De sloot is diep.\n\nA.B. Testman\n{JUSTICE.rstrip(',')}") == [
        ("Minister van Justitie en Veiligheid", "A.B. Testman")
    ]


TWO = [("Minister van Justitie en Veiligheid", "A.B. Testman"), ("Staatssecretaris van Financiën", "C. Voorbeeld")]


@pytest.mark.parametrize(
    "text",
    [
        f"{JUSTICE}\nA.B. Testman\n\n{FINANCE}\nC. Voorbeeld",
        f"{JUSTICE}\n\n{FINANCE}\n\nA.B. Testman\n\nC. Voorbeeld",  # all offices, then all names
        f"{JUSTICE}          {FINANCE}\n\nA.B. Testman{' ' * 37}C. Voorbeeld",
        f"{JUSTICE} {FINANCE}\nA.B. Testman C. Voorbeeld",
    ],
)
def test_two_signatories(text: str) -> None:
    assert signed_by(f"De sloot is diep.\n\nHoogachtend,\n\n{text}") == TWO


def test_by_mandate() -> None:
    ending = ending_of(f"De sloot.\n\n{JUSTICE}\nnamens deze,\nde directeur Sloten\nA.B. Testman")
    (signed,) = ending.signatures
    assert (signed.role, signed.name, signed.mandate) == ("de directeur Sloten", "A.B. Testman", True)


def test_by_mandate_without_a_function() -> None:
    (signed,) = ending_of(f"De sloot.\n\n{JUSTICE}\nnamens deze,\nA.B. Testman").signatures
    assert (signed.role, signed.name, signed.mandate) == ("Minister van Justitie en Veiligheid", "A.B. Testman", True)


def test_a_minister_signs_without_mandate() -> None:
    assert [signed.mandate for signed in ending_of(f"De sloot.\n\n{JUSTICE}\nA.B. Testman").signatures] == [False]


def test_on_behalf_of_another_minister() -> None:
    ending = ending_of(f"De sloot.\n\nHoogachtend,\n\nmede namens de Minister van Financiën,\n{JUSTICE}\nA.B. Testman")
    assert texts(ending.on_behalf) == ["mede namens de Minister van Financiën,"]
    assert [(s.role, s.name) for s in ending.signatures] == [TWO[0]]


@pytest.mark.parametrize("aside", ["(w.g.)", "w.g.", "[Ondertekenaar 1]", "10.2.e", "(getekend)"])
def test_words_beside_a_signature(aside: str) -> None:
    ending = ending_of(f"De sloot.\n\n{JUSTICE}\n{aside}\nA.B. Testman")
    assert texts(ending.remarks) == [aside]
    assert [(s.role, s.name) for s in ending.signatures] == [TWO[0]]


def test_a_greeting_in_the_text_closes_nothing() -> None:
    # A long text follows, and nobody signs: the letter quotes another one.
    rest = "\n".join(f"Sloot {n} is diep." for n in range(40))
    ending, _, after = read_ending(lines_of(f"Zij schreven:\n\nHoogachtend,\n\n{rest}"))
    assert ending.closing is None
    assert after == []


def test_a_remark_where_the_pen_would_stand() -> None:
    ending = ending_of(f"De sloot.\n\n{JUSTICE}\n[bij afwezigheid van de\nminister verzonden]\nA.B. Testman")
    assert texts(ending.remarks) == ["[bij afwezigheid van de", "minister verzonden]"]
    assert [(s.role, s.name) for s in ending.signatures] == [TWO[0]]


def test_an_official_who_says_that_the_minister_decided() -> None:
    (signed,) = ending_of(
        "De sloot.\n\nHoogachtend,\n\nconform het door de Minister van Financiën genomen besluit,\n"
        "de directeur Sloten\nA.B. Testman"
    ).signatures
    assert (signed.role, signed.name, signed.mandate) == ("de directeur Sloten", "A.B. Testman", True)


def test_a_name_and_a_function_behind_namens_deze() -> None:
    (signed,) = ending_of(f"De sloot.\n\n{JUSTICE}\nnamens deze, A.B. Testman, directeur Sloten").signatures
    assert (signed.role, signed.name, signed.mandate) == ("directeur Sloten", "A.B. Testman", True)


def test_the_minister_president() -> None:
    assert signed_by("De sloot.\n\nDe Minister-President,\nMinister van Algemene Zaken,\n\nA.B. Testman") == [
        ("Minister-President, Minister van Algemene Zaken", "A.B. Testman")
    ]


def test_an_acting_minister() -> None:
    assert signed_by("De sloot.\n\nDe Minister van Financiën, a.i.,\nA.B. Testman") == [
        ("Minister van Financiën, a.i.", "A.B. Testman")
    ]


def test_an_official_signs_for_the_office_that_is_printed() -> None:
    brief = kamerbrief.parse(
        "Geachte voorzitter,\n\nDe sloot is diep.\n\nHoogachtend,\n\nDe Minister van Financiën,\nnamens deze,\n\n"
        "J. Testman\ndirecteur-generaal Sloten\n"
    )
    assert brief.sender.roles == ("minister van Financiën",)
    assert brief.sender.ministry is not None
    assert brief.sender.ministry.abbreviation == "Fin"
    assert [(signed.role, signed.mandate) for signed in brief.signatories] == [("directeur-generaal Sloten", True)]
    assert [part.text for part in brief.furniture] == []  # "namens deze" is part of the signature


def test_a_letter_that_is_quoted_does_not_close_this_one() -> None:
    brief = kamerbrief.parse(
        "Geachte voorzitter,\n\nDe brief eindigde zo.\n\nHoogachtend,\n\nMeer zeg ik niet.\n\nHoogachtend,\n\n"
        "De Minister van Financiën,\n\nA.B. Testman\n"
    )
    assert [signed.name for signed in brief.signatories] == ["A.B. Testman"]
    assert brief.annexes == ()


def test_a_name_alone_below_the_closing_signs() -> None:
    brief = kamerbrief.parse("Geachte voorzitter,\n\nDe sloot is diep.\n\nMet vriendelijke groet,\n\nJan Testman\n")
    assert [(signed.role, signed.name) for signed in brief.signatories] == [(None, "Jan Testman")]


def test_names_above_all_of_several_offices() -> None:
    text = (
        "Tekst.\n\n\nA.B. Testman\nMinister van Defensie\n\n\nC.D. Vaart\nMinister van Financiën\n\n\n"
        "E.F. Dijk\nStaatssecretaris van Defensie"
    )
    ending, body, _ = read_ending(lines_of(text))
    assert [(signed.role, signed.name) for signed in ending.signatures] == [
        ("Minister van Defensie", "A.B. Testman"),
        ("Minister van Financiën", "C.D. Vaart"),
        ("Staatssecretaris van Defensie", "E.F. Dijk"),
    ]
    assert [line.text for line in body] == ["Tekst."]


def test_names_in_one_row_above_their_offices() -> None:
    row = "A.B. Testman                        C.D. Vaart\nMinister van Defensie               Minister van Financiën"
    ending, _, _ = read_ending(lines_of(f"Tekst.\n\n\n{row}"))
    assert [(signed.role, signed.name) for signed in ending.signatures] == [
        ("Minister van Defensie", "A.B. Testman"),
        ("Minister van Financiën", "C.D. Vaart"),
    ]


def test_a_table_of_offices_and_names() -> None:
    rows = lines_of("Minister van Defensie\tMinister van Financiën\n\t\nA.B. Testman\tC.D. Vaart".replace("\t", "|"))
    table = [
        line._replace(cells=((0, line.text.index("|")), (line.text.index("|") + 1, len(line.text))))
        for line in rows
        if "|" in line.text
    ]
    ending, _, _ = read_ending([*lines_of("Tekst."), *(line._replace(row=line.row + 4) for line in table)])
    assert [(signed.role, signed.name) for signed in ending.signatures] == [
        ("Minister van Defensie", "A.B. Testman"),
        ("Minister van Financiën", "C.D. Vaart"),
    ]


@pytest.mark.parametrize("premier", sorted(words("premiers")))
def test_every_office_that_the_next_line_goes_on_with(premier: str) -> None:
    assert signed_by(f"De sloot.\n\nDe {premier},\nMinister van Algemene Zaken,\n\nA.B. Testman") == [
        (f"{premier}, Minister van Algemene Zaken", "A.B. Testman")
    ]


def test_a_function_over_two_lines() -> None:
    official = "namens deze, de Directeur Sloten en\nZuidelijke Dijken,\n\n\nMevr. E.F. Testman"
    assert signed_by(f"De sloot is diep.\n\n{JUSTICE}\n\n{official}") == [
        ("de Directeur Sloten en Zuidelijke Dijken", "Mevr. E.F. Testman")
    ]


def test_of_two_officials_the_one_with_name_and_function_signed() -> None:
    text = f"De sloot is diep.\n\n{JUSTICE}\n\nnamens deze,\nmr. G.H. Testman\nHoofd Sloten\n\ni.o. teamleider Dijken\n"
    assert signed_by(text) == [("Hoofd Sloten", "mr. G.H. Testman")]


def test_an_official_signs_in_an_office_of_his_own() -> None:
    text = "De sloot is diep.\n\nHoogachtend,\nde directeur Sloten,\n\nC.D. Testman"
    assert signed_by(text) == [("de directeur Sloten", "C.D. Testman")]


@pytest.mark.parametrize(
    "signed",
    [
        f"A.B. Testman\n{JUSTICE}",
        f"{JUSTICE}\n\n\nA.B. Testman",
    ],
)
def test_an_office_on_the_next_page_signs_no_more(signed: str) -> None:
    text = f"De sloot is diep.\n\n\n{signed}\n\n\fMinister van Financiën\n\nEen tabel volgt."
    assert signed_by(text) == [("Minister van Justitie en Veiligheid", "A.B. Testman")]


def test_two_columns_end_with_their_page() -> None:
    columns = f"{JUSTICE:<45}{FINANCE}\n\n\n{'A.B. Testman':<45}C.D. Voorbeeld"
    text = f"De sloot is diep.\n\n{columns}\n\f34 300 XV          Vaststelling\n\nnr.                Verslag"
    assert [name for _, name in signed_by(text)] == ["A.B. Testman", "C.D. Voorbeeld"]


def test_a_portfolio_on_a_line_of_its_own_is_part_of_the_role() -> None:
    text = "Hoogachtend,\n\nDe staatssecretaris van Defensie,\nMarine en Kustwacht\n\n\n\nA.B. de Boer"
    assert signed_by(text) == [("staatssecretaris van Defensie, Marine en Kustwacht", "A.B. de Boer")]


@pytest.mark.parametrize("between", ["\n\n", ",\n\n", " ", ", "])
def test_a_portfolio_that_is_known_may_stand_apart_or_on_the_line_of_the_office(between: str) -> None:
    office = f"De staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties{between}Digitalisering"
    role = "staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties, Digitalisering"
    assert signed_by(f"De sloot is diep.\n\n{office}\n\nA.B. de Boer") == [(role, "A.B. de Boer")]


def test_a_title_that_the_next_line_makes_whole_is_no_portfolio() -> None:
    text = "De sloot is diep.\n\nDE MINISTER VAN LANDBOUW, NATUUR\nEN VOEDSELKWALITEIT,\n\nA.B. de Boer"
    assert signed_by(text) == [("MINISTER VAN LANDBOUW, NATUUR EN VOEDSELKWALITEIT", "A.B. de Boer")]


def test_two_names_on_the_line_below_both_offices() -> None:
    offices = "De minister van Defensie,\nDe minister van Volksgezondheid, Welzijn\nen Sport,"
    names = [("minister van Defensie", "Anna de Boer")]
    names += [("minister van Volksgezondheid, Welzijn en Sport", "Corrie Voorbeeld")]
    assert signed_by(f"De sloot is diep.\n\n{offices}\nAnna de Boer Corrie Voorbeeld") == names
    assert signed_by(f"De sloot is diep.\n\n{offices}\nAnna de Boer\nCorrie Voorbeeld") == names


def test_columns_that_a_narrow_gap_parts() -> None:
    offices = "de minister van Volksgezondheid,  de minister van Economische Zaken\nWelzijn en Sport,    en Klimaat,"
    text = f"De sloot is diep.\n\nHoogachtend,\n\n{offices}\n\n\nAnna de Boer     Corrie Voorbeeld\n\n\n"
    assert signed_by(f"{text}de minister van Defensie,\n\nD. Zomaar") == [
        ("minister van Volksgezondheid, Welzijn en Sport", "Anna de Boer"),
        ("minister van Economische Zaken en Klimaat", "Corrie Voorbeeld"),
        ("minister van Defensie", "D. Zomaar"),
    ]


def test_on_behalf_of_parties_that_are_no_offices() -> None:
    behalf = "mede namens de staatssecretaris van Financiën en de gedeputeerden van Bonaire, Sint Eustatius en Saba,"
    text = f"Geachte voorzitter,\n\nHierbij het rapport.\n\nDe minister van Defensie,\n{behalf}\n\n\nA.B. de Boer"
    brief = kamerbrief.parse(text)
    assert [signed.name for signed in brief.signatories] == ["A.B. de Boer"]
    assert brief.on_behalf_of == ("staatssecretaris van Financiën",)
    assert brief.annexes == ()
