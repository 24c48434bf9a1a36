"""Every code of the table is shown by a text, and every diagnostic says what it speaks of."""

from __future__ import annotations

import re

import pytest
from tests.docx_files import docx, p, run
from tests.pdfs import BODY as PRINTED
from tests.pdfs import box, pdf, text, without_map
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import CODES, Kamerbrief
from kamerbrief.readers import decode

HEAD = """> Retouradres Postbus 20301 2500 EH Den Haag

De voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20018
2500 EA DEN HAAG

Ons kenmerk
3963666

Datum 3 mei 2024
Betreft Waterkwaliteit

"""
BODY = "Geachte voorzitter,\n\nHierbij bied ik u het rapport over de waterkwaliteit aan.\n\n"
SIGNED = "De Minister van Justitie en Veiligheid,\n\n\n\nA.B. de Boer\n"
LETTER = HEAD + BODY + SIGNED
PAGE_2 = "\n\fDirectoraat-Generaal Migratie\nDatum\n{}\nOns kenmerk\n{}\n\nDe tweede pagina gaat hierop verder.\n\n"
NOTES = "Dit is een zin met een noot.{0} En dit is er nog een.{1}\n\n"
MISREAD = "Een noot.9 En een.1° En een.11\n\n9 Rapport A.\nio Rapport B.\n11 Rapport C.\n\n"

ASKED = "Vragen van het lid De Boer (Dijk) aan de minister van Justitie en Veiligheid over sloten (2024Z00123)\n\n"
QUESTION = "Vraag {0}\nIs dat zo?\n\n"
ANSWER = "Antwoord {0}\nJa, dat is zo.\n\n"
PAIRS = ASKED + "".join(part.format(number) for number in (1, 2, 4) for part in (QUESTION, ANSWER))

SHARED = HEAD.replace("20301 2500 EH", "20401 2500 EK").replace("3963666", "12").replace("2024", "2025")
NOTE_1, NOTE_2, NOTE_3 = (f"[^{number}]: Kamerstuk 31 322, nr. {number}.\n\n" for number in (1, 2, 3))

PILE = "•\n•\n\nDe kademuur van de haven is over een lengte van driehonderd meter verzakt en het\nherstel kost veel\n\n"

RESTARTED = "Een zin met een noot.1\n\n1 Rapport Sloten.\n\fNog een zin met een noot.1\n\n1 Rapport Dijken.\n\n"

TEXTS = {
    "empty-letter": "",
    "path-as-text": "brieven/kamerbrief.pdf",
    "not-a-letter": "De molen van Veendijk draait weer. Bezoekers krijgen een zakje meel mee naar huis.",
    "restarted-notes": HEAD + BODY + RESTARTED + SIGNED,
    "unsure-items": HEAD + BODY + PILE + SIGNED,
    "missing-body": HEAD,
    "missing-date": LETTER.replace("Datum 3 mei 2024\n", ""),
    "missing-kenmerk": LETTER.replace("3963666\n", ""),
    "missing-subject": LETTER.replace("Betreft Waterkwaliteit\n", ""),
    "missing-signature": HEAD + BODY,
    "missing-name": LETTER.replace("\n\n\n\nA.B. de Boer", ""),
    "unknown-ministry": BODY,
    "ambiguous-ministry": SHARED + BODY,
    "undated-ministry": LETTER.replace("Datum 3 mei 2024\n", ""),
    "conflicting-ministry": LETTER.replace("3963666", "12").replace("Justitie en Veiligheid", "Defensie"),
    "unknown-recipient": BODY,
    "conflicting-date": HEAD + BODY + PAGE_2.format("4 mei 2024", "3963666") + SIGNED,
    "early-date": LETTER.replace("2024", "2010"),
    "conflicting-kenmerk": HEAD + BODY + PAGE_2.format("3 mei 2024", "3963777") + SIGNED,
    "unsure-columns": LETTER.replace("Generaal\n", "Generaal Directie\nSloten\n").replace(
        "Datum", "Bijlagen\n1. Kaart van\nDatum"
    ),
    "repeated-field": LETTER.replace("Betreft Waterkwaliteit\n", "Betreft Waterkwaliteit\nBetreft Luchtkwaliteit\n"),
    "unreadable-date": LETTER.replace("3 mei 2024", "VOSEP 2021"),
    "unreadable-count": LETTER.replace("Ons kenmerk", "Bijlage(n)\nzie onder\n\nOns kenmerk"),
    "unmatched-call": HEAD + BODY + "Dit staat elders.<sup>7</sup> Daar is meer te vinden.\n\n" + SIGNED,
    "uncalled-note": HEAD + BODY + NOTES.format("[^1]", "") + SIGNED + "\n" + NOTE_1 + NOTE_2,
    "missing-note": HEAD + BODY + NOTES.format("[^1]", "[^3]") + SIGNED + "\n" + NOTE_1 + NOTE_3,
    "inferred-note": HEAD + BODY + MISREAD + SIGNED,
    "unfinished-subject": LETTER.replace("Betreft Waterkwaliteit", "Betreft Waterkwaliteit in de"),
    "left-over": LETTER.replace("Hierbij", "Hierbij [datum]"),
    "incomplete-reference": LETTER.replace("aan.", "aan (Kamerstuk 31 322, nr.)."),
    "impossible-session": LETTER.replace("aan.", "aan (Kamerstukken II 2018-2017, 31 322, nr. 7)."),
    "malformed-address": LETTER.replace("aan.", "aan: http//www.voorbeeld.nl."),
    "future-reference": LETTER.replace("aan.", "aan (Stb. 2031, 7)."),
    "conflicting-attachments": LETTER.replace("aan.", "aan in bijlage 3.").replace("Datum", "Bijlagen 1\nDatum"),
    "conflicting-office": "Ministerie van Defensie\n\n" + LETTER.replace("3963666", "12"),
    "unclaimed-text": HEAD + BODY + "•\n•\n\n" + SIGNED,
    "another-letter": LETTER + "\n\f" + LETTER,
    "missing-question": LETTER + "\n" + PAIRS,
    "unanswered-question": LETTER + "\n" + PAIRS + QUESTION.format(5),
    "unasked-answer": LETTER + "\n" + PAIRS + ANSWER.format(7),
    "conflicting-zaak": LETTER.replace("Waterkwaliteit", "Vragen 2024Z00132 over sloten") + "\n" + PAIRS,
    "text-after-signature": LETTER + "\nBijlage 1\n\nOverzicht van de metingen per maand en per plaats.\n",
}


def codes_of(brief: Kamerbrief) -> set[str]:
    return {diagnostic.code for diagnostic in brief.diagnostics}


def test_letter_without_a_defect_has_no_diagnostic() -> None:
    assert kamerbrief.parse(LETTER).diagnostics == ()


@pytest.mark.parametrize("code", list(TEXTS))
def test_code_is_given_for_its_text(code: str) -> None:
    found = codes_of(kamerbrief.parse(TEXTS[code]))
    assert code in found, sorted(found)


@pytest.mark.parametrize("code", [code for code in TEXTS if CODES[code].severity != "error"])
def test_one_defect_gives_no_error(code: str) -> None:
    assert not [one for one in kamerbrief.parse(TEXTS[code]).diagnostics if one.severity == "error"]


def test_page_that_is_a_picture() -> None:
    letter = "\n".join(text(80, 100 + 12 * at, line) for at, line in enumerate(LETTER.splitlines()) if line)
    brief = kamerbrief.parse(decode(pdf(letter, box(80, 100, 450, 700, "0.5 g")), "brief.pdf"))
    assert [(one.code, one.message[-3:]) for one in brief.diagnostics] == [("picture-page", ": 2")]


def test_page_that_is_damaged() -> None:
    letter = "\n".join(text(80, 100 + 12 * at, line) for at, line in enumerate(LETTER.splitlines()) if line)
    data = pdf(letter, letter).replace(b"/Kids[9 0 R 11 0 R]", b"/Kids[9 0 R 00 0 R]")
    brief = kamerbrief.parse(decode(data, "brief.pdf"))
    assert [(one.code, one.message[-3:]) for one in brief.diagnostics] == [("damaged-page", ": 2")]


DOCUMENTS = {
    "tracked-changes": docx(p(run("Hierbij het "), f"<w:ins>{run('eerste ')}</w:ins>", run("rapport."))),
    "comments-left-out": docx(p('<w:commentRangeStart w:id="0"/>', run("Hierbij het rapport."))),
    "hidden-text": docx(p(run("Hierbij het rapport."), run("Niet tonen.", "<w:vanish/>"))),
    "garbled-text": without_map(pdf(PRINTED + text(80, 300, "Aanleiding", font="bold"))),
}


@pytest.mark.parametrize("code", list(DOCUMENTS))
def test_code_is_given_for_its_document(code: str) -> None:
    assert code in codes_of(kamerbrief.read(DOCUMENTS[code]))


def test_every_code_is_shown() -> None:
    assert {*TEXTS, *DOCUMENTS, "picture-page", "damaged-page"} == set(CODES)


def test_every_code_is_shown_by_a_fixture() -> None:
    letters = (source_of(path) for case in cases() for path in renditions(case))
    assert set().union(*(codes_of(kamerbrief.parse(letter)) for letter in letters)) == set(CODES) - set(DOCUMENTS)


def test_table_of_codes() -> None:
    for code, entry in CODES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
        assert entry.severity in ("error", "warning", "info")
        assert entry.meaning[:1].islower()
        assert not entry.meaning.endswith(".")


def test_diagnostics_of_the_fixtures_are_in_the_table_and_of_an_attribute() -> None:
    sender = {f"sender.{name}" for name in kamerbrief.Sender.model_fields}
    recipient = {f"recipient.{name}" for name in kamerbrief.Recipient.model_fields}
    known = set(Kamerbrief.model_fields) | sender | recipient | {None}
    for case in cases():
        for path in renditions(case):
            source = source_of(path)
            for diagnostic in kamerbrief.parse(source).diagnostics:
                assert diagnostic.code in CODES
                assert diagnostic.field in known
                assert diagnostic.message.startswith(CODES[diagnostic.code].meaning)
                if diagnostic.span:
                    assert source.text[diagnostic.span.slice].strip()
