"""Questions of Parliament with their answers: every form that they have, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invariants import check

import kamerbrief
from kamerbrief import Kamerbrief, QuestionSet

TITLE = "Vragen van het lid De Boer (Dijk) aan de minister van Defensie over sloten (ingezonden 3 mei 2024)"
LETTER = """> Retouradres Postbus 20701 2500 ES Den Haag

Datum 3 juni 2024
Betreft Beantwoording vragen over sloten

Geachte voorzitter,

Hierbij bied ik u de antwoorden op de vragen van het lid De Boer (Dijk) aan.

De minister van Defensie,



A.B. van Dijk

"""
ASKS = ["Hoe diep zijn de sloten?", "Wie onderhoudt de dijken van het noorden?", "Is er nog meer te melden?"]
SAYS = ["Twee meter.", "Dat doen de waterschappen.", "Nee."]


def set_of(body: str, letter: str = LETTER) -> QuestionSet:
    brief = kamerbrief.parse(letter + body)
    assert check(letter + body, brief) == []
    (found,) = brief.question_sets
    return found


def pairs_of(one: QuestionSet) -> list[tuple[str, str, str | None]]:
    """Numbers, question and answer."""
    return [
        (
            ", ".join(question.numbers),
            question.text,
            None if question.answer is None else one.answers[question.answer].text,
        )
        for question in one.questions
    ]


FORMS = {
    "words alone": ("Vraag {0}\n{1}\n\n", "Antwoord {0}\n{2}\n\n"),
    "words with a colon": ("Vraag {0}:\n{1}\n\n", "Antwoord op vraag {0}:\n{2}\n\n"),
    "words on the line": ("Vraag {0}: {1}\n\n", "Antwoord vraag {0}: {2}\n\n"),
    "no number at the answer": ("Vraag {0}\n{1}\n\n", "Antwoord:\n{2}\n\n"),
    "no head of the answer": ("Vraag {0}\n{1}\n\n", "{2}\n\n"),
    "bare": ("{0}\n{1}\n\n", "{2}\n\n"),
    "bare, head of the answer": ("{0}\n{1}\n\n", "Antwoord {0}\n{2}\n\n"),
    "bare with a stop": ("{0}.\n{1}\n\n", "{2}\n\n"),
    "stop on the line": ("{0}. {1}\n\n", "{2}\n\n"),
    "parenthesis on the line": ("{0}) {1}\n\n", "{2}\n\n"),
    "bold": ("**{0}**\n\n**{1}**\n\n", "{2}\n\n"),
    "italic": ("*Vraag {0}*\n\n*{1}*\n\n", "{2}\n\n"),
    "italic answer": ("Vraag {0}\n\n{1}\n\n", "*{2}*\n\n"),
    "title in Markdown": ("## Vraag {0}\n\n{1}\n\n", "## Antwoord {0}\n\n{2}\n\n"),
    "capitals": ("VRAAG {0}\n{1}\n\n", "ANTWOORD {0}\n{2}\n\n"),
}


@pytest.mark.parametrize("form", list(FORMS))
def test_form(form: str) -> None:
    asked, said = FORMS[form]
    body = "".join(asked.format(n, q, a) + said.format(n, q, a) for n, q, a in zip("123", ASKS, SAYS, strict=True))
    one = set_of(f"{TITLE}\n\n{body}")
    assert pairs_of(one) == list(zip("123", ASKS, SAYS, strict=True))
    assert [answer.numbers for answer in one.answers] == [("1",), ("2",), ("3",)]


def test_who_asks_whom_what_and_when() -> None:
    one = set_of(f"2024Z00123\n{TITLE}\n\nVraag 1\nIs dat zo?\n\nAntwoord 1\nJa.\n")
    assert (one.kind, one.number, str(one.submitted), one.subject) == (
        "schriftelijke_vragen",
        "2024Z00123",
        "2024-05-03",
        "sloten",
    )
    assert [(asker.name, asker.party) for asker in one.askers] == [("De Boer", "Dijk")]
    assert (one.to, one.answered_by) == (("minister van Defensie",), ("minister van Defensie",))


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("Antwoord 1 en 2", ("1", "2")),
        ("Antwoord op vragen 1, 2 en 3", ("1", "2", "3")),
        ("Gezamenlijk antwoord op vraag 1 t/m 3", ("1", "2", "3")),
    ],
)
def test_joint_answers(head: str, numbers: tuple[str, ...]) -> None:
    asked = "".join(f"Vraag {number}\n{text}\n\n" for number, text in zip("123", ASKS, strict=True))
    one = set_of(f"{TITLE}\n\n{asked}{head}\nTwee meter.\n")
    assert [question.answer for question in one.questions] == [0 if n in numbers else None for n in "123"]
    assert (one.answers[0].numbers, one.answers[0].stated) == (numbers, True)


def test_a_joint_answer_that_says_no_numbers() -> None:
    bold = "".join(f"**{number}**\n\n**{text}**\n\n" for number, text in (("1", ASKS[0]), ("3", ASKS[2])))
    one = set_of(f"{TITLE}\n\n{bold}Twee meter.\n\n**2**\n\n**{ASKS[1]}**\n\nDe waterschappen.\n")
    assert [(answer.numbers, answer.stated) for answer in one.answers] == [(("1", "3"), False), (("2",), False)]


def test_forms_that_are_mixed() -> None:
    one = set_of(
        f"{TITLE}\n\nVraag 1.\n{ASKS[0]}\n\nAntwoord vraag 1\nJa.\n\n2.\n{ASKS[1]}\n\nAntwoord vraag 2\nJa.\n\n"
        f"3\n{ASKS[2]}\n\nAntwoord vraag 3\nNee.\n"
    )
    assert [question.numbers for question in one.questions] == [("1",), ("2",), ("3",)]


def test_several_sets() -> None:
    other = TITLE.replace("De Boer (Dijk)", "Smaling (Polder)").replace("sloten", "vaarten")
    pair = "Vraag 1\nIs dat zo?\n\nAntwoord 1\nJa.\n\n"
    text = f"{LETTER}{TITLE}\n\n{pair}{other}\n\n{pair}"
    brief = kamerbrief.parse(text)
    assert check(text, brief) == []
    assert [one.askers[0].name for one in brief.question_sets] == ["De Boer", "Smaling"]
    assert [annex.title for annex in brief.annexes] == [TITLE, other]


def test_questions_without_a_letter() -> None:
    one = set_of(f"{TITLE}\n\nVraag 1\nIs dat zo?\n\nAntwoord 1\nJa.\n", letter="")
    assert pairs_of(one) == [("1", "Is dat zo?", "Ja.")]


NOTES = {
    "parenthesis": ("Kent u het bericht ‘Dijk lek’? {0}1)", "1) Gooise Post, 8 mei 2024"),
    "brackets": ("Kent u het bericht ‘Dijk lek’?{0} [1]", "[1] Gooise Post, 8 mei 2024"),
    "not called": ("Kent u het bericht ‘Dijk lek’?{0}", "1) Gooise Post, 8 mei 2024"),
    "not listed": ("Kent u het bericht ‘Dijk lek’?{0} 1)", ""),
}


@pytest.mark.parametrize("form", list(NOTES))
def test_notes_of_the_questioner(form: str) -> None:
    asked, listed = (text.format("") for text in NOTES[form])
    one = set_of(f"{TITLE}\n\nVraag 1\n{asked}\n\nAntwoord 1\nJa.\n\n{listed}\n")
    assert one.questions[0].text == "Kent u het bericht ‘Dijk lek’?"
    assert [call.label for call in one.questions[0].calls] == ["1"] * (form != "not called")
    assert [(source.label, source.text) for source in one.sources] == [("1", "Gooise Post, 8 mei 2024")] * bool(listed)
    assert one.answers[0].text == "Ja."


def test_numbers_in_the_text_are_no_heads() -> None:
    said = "Het gaat om:\n1. sloten;\n2. dijken.\n\nZie (Kamerstuk 29 653, nr. 21) en het antwoord op\nvraag 3.\n\n"
    body = (
        f"Vraag 1\nIs dat zo?\n\nAntwoord 1\n{said}Vraag 2\nKunt u 1. dijken en 2. sloten noemen?\n\nAntwoord 2\nJa.\n"
    )
    one = set_of(f"{TITLE}\n\n{body}")
    assert [question.numbers for question in one.questions] == [("1",), ("2",)]
    assert [answer.numbers for answer in one.answers] == [("1",), ("2",)]


@pytest.mark.parametrize(
    "body",
    [
        "De leden vragen of dat zo is. In antwoord op vraag 3 zeg ik dat dit zo is.\n",
        "De onderzoeksvragen zijn:\n1. Hoe diep is de sloot?\n2. Hoe breed is de vaart?\n\nHet rapport volgt.\n",
        "1. Inleiding\nDe dijken zijn hoog genoeg. Is dat zo?\n\n2. Vervolg\nDe sloten zijn diep genoeg. Is dat zo?\n",
        "Vraag 1\nHoe diep is de sloot?\n\nVraag 2\nHoe breed is de vaart?\n",
        "3\n\n4\n\nSloten           12 m\nVaarten          20 m\n",
    ],
)
def test_no_set_where_nothing_is_answered(body: str) -> None:
    assert kamerbrief.parse(LETTER + body).question_sets == ()
    assert kamerbrief.parse(body).question_sets == ()


def test_a_bare_number_is_a_section_without_title() -> None:
    brief = kamerbrief.parse(f"{LETTER}{TITLE}\n\n1\nIs dat zo?\n\nJa.\n\n2\nWaarom is dat zo?\n\nDaarom.\n")
    (annex,) = brief.annexes
    assert [(section.number, section.title, section.level) for section in annex.sections] == [
        ("1", None, 2),
        ("2", None, 2),
    ]


def test_type_of_blocks() -> None:
    long = "Dat de sloten diep zijn, staat vast, en dat zij breed zijn staat in het rapport over de sloten."
    brief = kamerbrief.parse(f"Geachte voorzitter,\n\n**{long}**\n\n*{long}*\n\n{long} *Niet* altijd.\n")
    shown = [(block.bold, block.italic) for block in brief.sections[0].blocks]
    assert shown == [(True, False), (False, True), (False, False)]


@pytest.mark.parametrize("form", list(FORMS))
def test_answers_that_point_at_others(form: str) -> None:
    asked, said = FORMS[form]
    says = ["Ja.", "Zie het antwoord op vraag 1.", "Zie de antwoorden op de vragen 1 en 2."]
    body = "".join(asked.format(n, q, a) + said.format(n, q, a) for n, q, a in zip("123", ASKS, says, strict=True))
    one = set_of(f"{TITLE}\n\n{body}")
    assert [answer.see for answer in one.answers] == [(), ("1",), ("1", "2")]


LINES = st.sampled_from(
    [
        *(
            "Vraag 1",
            "Vraag 2:",
            "Vragen 3 en 5",
            "1",
            "2.",
            "3)",
            "4. Is dat zo?",
            "Antwoord",
            "Antwoord 1 en 2",
            "12a",
            "Vraag 3A",
            "Vraag ３b",
        ),
        *(
            "Antwoord op vraag 2 t/m 4:",
            "Is dat zo?",
            "Ja.",
            "Toelichting:",
            "1) Gooise Post, 8 mei 2024",
            "[2] Brief",
            TITLE,
        ),
        *(
            "2024Z00123",
            "Inbreng van de Dijk-fractie",
            "Nr Vraag Blz.",
            "**Waarom?**",
            "*3*",
            "Vraag 8.a",
            "",
            "",
            "\f",
        ),
    ]
)


@given(st.lists(LINES, max_size=40))
def test_any_order_of_lines_keeps_the_promises(lines: list[str]) -> None:
    text = LETTER + "\n".join(lines)
    assert check(text, kamerbrief.parse(text)) == []


def parsed(count: int, form: str) -> tuple[Kamerbrief, float]:
    asked, said = FORMS[form]
    pairs = (
        asked.format(at % 999 + 1, f"Hoe diep is sloot {at}?", "") + said.format(at % 999 + 1, "", "Twee meter diep.")
        for at in range(count)
    )
    text = f"{LETTER}{TITLE}\n\n{''.join(pairs)}"
    begin = time.process_time()
    brief = kamerbrief.parse(text)
    return brief, time.process_time() - begin


@pytest.mark.parametrize("form", ["words alone", "bare", "stop on the line"])
def test_five_thousand_questions_in_linear_time(form: str) -> None:
    _, small = parsed(500, form)
    brief, large = parsed(5_000, form)
    assert sum(len(one.questions) for one in brief.question_sets) == 5_000
    assert large < 30 * small


def test_marks_of_a_questioners_note_call_no_note_of_the_letter() -> None:
    brief = kamerbrief.parse(
        "Hierbij de antwoorden op de vragen van het lid Testman (XYZ) over sloten.\n\n2024Z01234\n\n"
        "Vraag 1\nKent u het bericht over de sloten van Veendijk? [1]\n\n"
        "Antwoord 1\nJa, en het rapport over de dijken is ook bekend.1\n\n"
        "Vraag 2\nHoe diep zijn die sloten? [2]\n\nAntwoord 2\nEen meter.2\n\n\n"
        "1 Rapport Dijken, 2023.\n2 Rapport Sloten, 2022.\n\n"
        "[1] Gooise Post, 8 mei 2023\n[2] Veense Bode, 9 mei 2023\n"
    )
    (one,) = brief.question_sets
    assert [call.label for question in one.questions for call in question.calls] == ["1", "2"]
    assert [answer.text for answer in one.answers] == ["Ja, en het rapport over de dijken is ook bekend.", "Een meter."]
    assert {note.status for note in (*brief.footnotes, *one.sources)} == {"linked"}
