"""The parts become a letter: typed, checked, nothing lost."""

import pytest
from tests.invariants import check

import kamerbrief
from kamerbrief import Kamerbrief

BODY = "De sloten achter de molen van Veendijk zijn op diepte gebracht."
HEAD = """\
Ministerie van Financiën

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 20018
2500 EA Den Haag

Datum 4 maart 2023
Betreft Onderhoud van sloten
"""
END = "Hoogachtend,\n\nDe Minister van Financiën,\n\nA.B. Testman\n"
LETTER = f"{HEAD}\nGeachte voorzitter,\n\n{BODY}\n\n{END}"
PUBLISHED = f"""\
99 123 Onderhoud van sloten
Nr. 45 BRIEF VAN DE MINISTER VAN FINANCIËN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 4 maart 2023
{BODY}
De Minister van Financiën,
A.B. Testman
"""


def codes_of(brief: Kamerbrief) -> set[str]:
    return {diagnostic.code for diagnostic in brief.diagnostics}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (LETTER, "letterhead"),
        (PUBLISHED, "kamerstuk"),
        (f"Geachte voorzitter,\n\n{BODY}", "plain"),
        (BODY, "plain"),
        (f"Datum 4 maart 2023\nBetreft Sloten\n\nGeachte voorzitter,\n\n{BODY}", "plain"),  # to nobody
        ("", "plain"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert kamerbrief.parse(text).form == form


def test_a_whole_letter_has_no_diagnostics() -> None:
    assert kamerbrief.parse(LETTER).diagnostics == ()
    assert kamerbrief.parse(PUBLISHED).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-letter"),
        ("12 34", "empty-letter"),
        (f"{HEAD}\nGeachte voorzitter,\n\n{END}", "missing-body"),
        (LETTER.replace("Datum 4 maart 2023\n", ""), "missing-date"),
        (LETTER.replace("Betreft Onderhoud van sloten\n", ""), "missing-subject"),
        (LETTER.replace(END, ""), "missing-signature"),
        (LETTER.replace("A.B. Testman\n", ""), "missing-name"),
        (LETTER.replace("Financiën", "Sloten"), "unknown-ministry"),
        (f"Geachte voorzitter,\n\n{BODY}", "unknown-recipient"),
        (f"{LETTER}\n\n\nBijlage 1\n\n{BODY}\n", "text-after-signature"),
    ],
)
def test_a_defect_is_a_diagnostic(text: str, code: str) -> None:
    assert code in codes_of(kamerbrief.parse(text))


def test_a_plain_letter_needs_no_date_and_subject() -> None:
    assert not codes_of(kamerbrief.parse(f"Geachte voorzitter,\n\n{BODY}")) & {"missing-date", "missing-subject"}


def test_notes_linked_and_missing() -> None:
    brief = kamerbrief.parse(LETTER.replace(BODY, "De sloot1 en de dijk2 zijn af.3\n\n1 Sloten.\n\n3 Dijken."))
    assert [(note.label, note.text, note.status) for note in brief.footnotes] == [
        ("1", "Sloten.", "linked"),
        ("3", "Dijken.", "linked"),
    ]
    assert [(d.code, d.field) for d in brief.diagnostics] == [("missing-note", "footnotes")]


@pytest.mark.parametrize(
    ("lines", "name", "chamber", "address"),
    [
        (
            "Aan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n2500 EA Den Haag",
            "de Voorzitter van de Tweede Kamer der Staten-Generaal",
            "tweede_kamer",
            ("Postbus 20018", "2500 EA Den Haag"),
        ),
        (
            "De Voorzitter van de Eerste Kamer\nder Staten-Generaal\nPostbus 20017\n2500 EA Den Haag",
            "De Voorzitter van de Eerste Kamer der Staten-Generaal",
            "eerste_kamer",
            ("Postbus 20017", "2500 EA Den Haag"),
        ),
        (
            "Aan de Voorzitters van de Eerste en de Tweede Kamer\nder Staten-Generaal\nDen Haag",
            "de Voorzitters van de Eerste en de Tweede Kamer der Staten-Generaal Den Haag",
            "beide",
            (),
        ),
    ],
)
def test_recipient(lines: str, name: str, chamber: str, address: tuple[str, ...]) -> None:
    recipient = kamerbrief.parse(
        f"{lines}\n\nDatum 4 maart 2023\nBetreft Sloten\n\nGeachte voorzitter,\n\n{BODY}"
    ).recipient
    assert (recipient.name, recipient.chamber, recipient.address) == (name, chamber, address)


def test_the_heading_of_a_published_letter() -> None:
    brief = kamerbrief.parse(PUBLISHED)
    assert brief.kamerstuk is not None
    assert brief.kamerstuk.id == "kst-99123-45"
    assert brief.kamerstuk.url == "https://zoek.officielebekendmakingen.nl/kst-99123-45.html"
    assert (str(brief.date), brief.place) == ("2023-03-04", "Den Haag")
    assert brief.sender.evidence == ("heading",)


def test_a_signatory_has_an_office_without_its_article() -> None:
    (signatory,) = kamerbrief.parse(LETTER).signatories
    assert (signatory.role, signatory.name) == ("Minister van Financiën", "A.B. Testman")
    assert LETTER[signatory.span.slice] == "De Minister van Financiën,\n\nA.B. Testman"


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("Hierbij zend ik u, mede namens de minister van Defensie, het plan.", ("minister van Defensie",)),
        (
            "Hierbij zend ik u, mede namens de ministers van Defensie en van Justitie en Veiligheid, het plan.",
            ("minister van Defensie", "minister van Justitie en Veiligheid"),
        ),
        ("Ik sprak mede namens de minister van Defensie met de minister van Financiën.", ("minister van Defensie",)),
        ("Hierbij zend ik u namens de minister van Defensie het plan.", ()),
    ],
)
def test_on_behalf_of(sentence: str, offices: tuple[str, ...]) -> None:
    assert kamerbrief.parse(LETTER.replace(BODY, sentence)).on_behalf_of == offices


def test_fields_are_in_reading_order_and_point_into_the_text() -> None:
    fields = kamerbrief.parse(LETTER).fields
    assert [field.name for field in fields] == ["ministry", "date", "subject", "salutation", "closing"]
    assert [LETTER[field.span.slice] for field in fields] == [
        "Ministerie van Financiën",
        "Datum 4 maart 2023",
        "Betreft Onderhoud van sloten",
        "Geachte voorzitter,",
        "Hoogachtend,",
    ]


def test_furniture_is_kept_apart() -> None:
    brief = kamerbrief.parse(LETTER.replace(BODY, f"{BODY}\n\nPagina 1 van 2\n\fDe dijk is hoog."))
    assert [(part.kind, part.text, part.page) for part in brief.furniture] == [("page_number", "Pagina 1 van 2", 1)]
    assert [block.text for section in brief.sections for block in section.blocks] == [BODY, "De dijk is hoog."]


def test_a_line_of_the_head_that_nothing_explains_is_kept() -> None:
    text = LETTER.replace("Datum 4", "Spoed!\nDatum 4")
    assert [field.text for field in kamerbrief.parse(text).fields if field.name == "other"] == ["Spoed!"]


def test_annexes_stand_behind_the_signature() -> None:
    brief = kamerbrief.parse(f"{LETTER}\n\n\nBijlage 1: Sloten\n\n{BODY}\n")
    assert [(annex.number, annex.title) for annex in brief.annexes] == [("Bijlage 1", "Sloten")]
    assert [section.title for section in brief.sections] == [None]


def test_every_character_is_claimed_once() -> None:
    brief = kamerbrief.parse(LETTER)
    spans = [
        *(field.span for field in brief.fields),
        *(block.span for section in brief.sections for block in section.blocks),
        *(signatory.span for signatory in brief.signatories),
    ]
    if brief.recipient.span:
        spans.append(brief.recipient.span)
    claimed = "".join(LETTER[start:end] for start, end in sorted((span.start, span.end) for span in spans))
    assert "".join(claimed.split()) == "".join(LETTER.split())


def test_unknown_label_keeps_its_label() -> None:
    text = (
        HEAD.replace("Datum ", "Dossierhouder: team Water\n\nDatum ", 1)
        + "Geachte voorzitter,\n\nHierbij bericht ik u.\n"
    )
    other = [(field.label, field.text) for field in kamerbrief.parse(text).fields if field.name == "other"]
    assert other == [("Dossierhouder", "team Water")]


def test_a_second_addressee_of_a_published_letter_is_kept() -> None:
    text = (
        "30 573 Sloten\nNr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n"
        "De voorzitter van de Eerste Kamer der Staten-Generaal\n2597 JG Den Haag\n\nDe sloten zijn diep.\n"
    )
    assert check(text, kamerbrief.parse(text)) == []


def test_a_note_with_a_number_beyond_reason_costs_nothing() -> None:
    calls, notes = "De sloot is diep.[^1] En breed.[^99999999999]", "[^1]: Sloten.\n[^99999999999]: Dijken."
    found = kamerbrief.parse(f"Geachte voorzitter,\n\n{calls}\n\n{notes}").diagnostics
    assert sum(one.code == "missing-note" for one in found) == 20
