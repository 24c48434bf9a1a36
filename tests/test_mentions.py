"""Motions, promises, debates, requests, announcements: every form that they have, and what only looks like one."""

from __future__ import annotations

import datetime as dt
import pathlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invariants import check

import kamerbrief
from kamerbrief import (
    AankondigingMention,
    DebatMention,
    Mention,
    MotieMention,
    ToezeggingMention,
    VerzoekMention,
    find_mentions,
)
from kamerbrief.mentions.deadlines import times_in

ON = dt.date(2031, 5, 8)
FIXTURES = pathlib.Path(__file__).parent.parent / "fixtures"


def kinds(text: str) -> list[str]:
    return [one.kind for one in find_mentions(text, date=ON)]


def only(text: str, kind: str) -> Mention:
    (found,) = (one for one in find_mentions(text, date=ON) if one.kind == kind)
    assert text[found.span.slice] == found.raw
    return found


def motie(text: str) -> MotieMention:
    found = only(text, "motie")
    assert isinstance(found, MotieMention)
    return found


def toezegging(text: str) -> ToezeggingMention:
    found = only(text, "toezegging")
    assert isinstance(found, ToezeggingMention)
    return found


def debat(text: str) -> DebatMention:
    found = only(text, "debat")
    assert isinstance(found, DebatMention)
    return found


def verzoek(text: str) -> VerzoekMention:
    found = only(text, "verzoek")
    assert isinstance(found, VerzoekMention)
    return found


def deadline(text: str) -> str:
    found = only(text, "aankondiging")
    assert isinstance(found, AankondigingMention)
    return found.deadline.raw


# Motions


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("Ik verwijs naar de motie van het lid De Sloot.", ["De Sloot"]),
        (
            "Ik verwijs naar de motie van de leden De Sloot (Dijk) en Van Duinen (Polder) over dijken.",
            ["De Sloot", "Van Duinen"],
        ),
        ("Ik verwijs naar de motie-De Sloot/Van Duinen.", ["De Sloot", "Van Duinen"]),
        ("Ik verwijs naar de motie Bruinsma-Van der Dijk over dijken.", ["Bruinsma-Van der Dijk"]),
        ("Ik verwijs naar de motie Van Duinen en de Wit, die dijken noemt.", ["Van Duinen", "de Wit"]),
        ("Motie van Kamerlid De Sloot", ["De Sloot"]),
        (
            (
                "Door de leden De Sloot, Duinen en Wit is een motie ingediend. "
                "Door de leden Duinen en Wit een motie ingediend."
            ),
            None,
        ),
        ("De leden De Sloot (Dijk) en Wit (Polder) hebben een motie ingediend over dijken.", ["De Sloot", "Wit"]),
        ("De Kamer heeft een motie aangenomen van het lid De Sloot over dijken.", ["De Sloot"]),
        ("Ik noem de motie De Sloot, Duinen en Wit over dijken.", ["De Sloot", "Duinen", "Wit"]),
        ("Ik noem de motie Van Raad c.s. en Dijkconferentie.", ["Van Raad"]),
    ],
)  # fmt: skip
def test_movers_of_a_motion(text: str, movers: list[str] | None) -> None:
    if movers is not None:
        assert list(motie(text).movers) == movers


def test_several_motions_each_have_their_movers_and_paper() -> None:
    text = "Ik geef uitvoering aan de moties-De Sloot/Wit en Wit/De Sloot (Kamerstuk 99 000 XIV, nr. 20 en 22)."
    found = [one for one in find_mentions(text) if isinstance(one, MotieMention)]
    assert [(one.movers, one.id, one.status) for one in found] == [
        (("De Sloot", "Wit"), "kst-99000-XIV-20", "uitvoering"),
        (("Wit", "De Sloot"), "kst-99000-XIV-22", "uitvoering"),
    ]
    text = "Hiermee geef ik invulling aan de moties van de leden Duinen en Wit en van het lid De Sloot c.s."
    found = [one for one in find_mentions(text) if isinstance(one, MotieMention)]
    assert [(one.movers, one.cosigned) for one in found] == [(("Duinen", "Wit"), False), (("De Sloot",), True)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("de motie De Sloot (Kamerstuk 99 123, nr. 7)", "kst-99123-7"),
        ("de motie De Sloot over dijken (Kamerstukken II 2030/31, 99 123, nr. 7)", "kst-99123-7"),
        ("de motie 99123-7 van de leden De Sloot en Wit", "kst-99123-7"),
        ("heeft uw Kamer per motie (Kamerstukken 99123, nr. 7) verzocht dijken te meten", "kst-99123-7"),
        ("de motie De Sloot, waarover ik een brief stuurde (Kamerstuk 99 123, nr. 7)", None),
        ("de motie De Sloot", None),
    ],
)
def test_the_paper_of_a_motion(text: str, key: str | None) -> None:
    found = motie(f"Ik verwijs naar {text}.")
    assert (found.id, found.certainty == "partial") == (key, key is None)


def motions(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = [one for one in find_mentions(text, date=ON) if isinstance(one, MotieMention)]
    return [(one.raw, one.movers, one.id) for one in found]


def test_several_motions_that_others_signed_too() -> None:
    assert motions("Dit staat in de moties De Sloot c.s. en Van Duinen c.s.2 over dijken.") == [
        ("de moties De Sloot c.s.", ("De Sloot",), None),
        ("Van Duinen c.s.", ("Van Duinen",), None),
    ]


def test_an_earlier_motion_is_known_however_its_movers_are_spelt_later() -> None:
    text = "De motie-De Sloot/Wit (Kamerstuk 35 111, nr. 3) ligt er. De motie de Sloot/Wit is uitgevoerd."
    assert [key for _, _, key in motions(text)] == ["kst-35111-3", "kst-35111-3"]
    text = "De motie-Wit c.s. (Kamerstuk 35 111, nr. 3) ligt er. De motie-Wit is uitgevoerd."
    assert [key for _, _, key in motions(text)] == ["kst-35111-3", "kst-35111-3"]
    text = f"De motie-Wit (Kamerstuk 35 111, nr. 4) ligt er ook. {text}"
    assert [key for _, _, key in motions(text)] == ["kst-35111-4", "kst-35111-3", None]


def test_what_a_motion_is_about_is_not_its_paper() -> None:
    text = "Ik las de motie-Wit over uitgaven volgens artikel 2.27 van de Comptabiliteitswet 2016 (35111, nr. 7)."
    assert motie(text).id == "kst-35111-7"


def test_what_has_a_year_is_no_mover() -> None:
    assert kinds("De reactie op aangenomen moties Dijkbegroting 2031 volgt.") == []


def test_a_word_of_the_text_is_no_mover() -> None:
    text = "Dit betreft de schoolmaaltijden.\n\nUitwerking motie Schoolmaaltijden"
    assert kinds(text) == []


# Status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hiermee geef ik uitvoering aan de motie-De Sloot.", "uitvoering"),
        ("Hiermee wordt invulling gegeven aan de motie van het lid De Sloot.", "uitvoering"),
        (
            "Een bijlage, waarmee wij invulling hebben gegeven aan het verzoek van de motie van het lid De Sloot.",
            "uitvoering",
        ),
        ("Aan de motie van het lid De Sloot is hiermee gevolg gegeven.", "uitvoering"),
        ("Daarmee voldoet het kabinet aan de motie van het lid De Sloot.", "voldaan"),
        ("Hiermee beschouw ik de motie van het lid De Sloot als afgedaan.", "afgedaan"),
        ("Ik las de motie van het lid De Sloot. Met deze brief geef ik uitvoering aan deze motie.", "uitvoering"),
        # two readings, plans, conditions, denials, questions
        ("Ik zal uitvoering geven aan de motie-De Sloot.", None),
        ("Hoe geeft u uitvoering aan de motie-De Sloot?", None),
        ("Als uitvoering wordt gegeven aan de motie De Sloot, dan stijgt het water.", None),
        ("Dit draagt bij aan de invulling van de motie De Sloot.", None),
        ("Ter uitvoering van de motie De Sloot meet ik dijken.", None),
        ("Nog niet is invulling gegeven aan de motie De Sloot.", None),
        ("Ik verzoek u de motie De Sloot als afgedaan te beschouwen.", None),
        ("Hiermee geef ik uitvoering aan de aanbevelingen in het rapport, de motie De Sloot en de wet.", None),
    ],
)  # fmt: skip
def test_what_is_said_of_a_motion(text: str, status: str | None) -> None:
    found = motie(text)
    assert found.status == status
    assert (found.evidence is None) == (status is None)
    if found.evidence is not None:
        assert text[found.evidence.span.slice] == found.evidence.text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ik zeg u toe de dijk te meten.", "toegezegd"),
        ("Met deze brief doe ik mijn toezegging aan het lid De Sloot gestand.", "voldaan"),
        ("Hiermee voldoe ik aan mijn toezegging aan uw Kamer.", "voldaan"),
        ("Ik heb u toegezegd de dijk te meten. Met deze brief kom ik deze toezegging na.", "voldaan"),
        ("Hiermee beschouw ik toezegging T01237 aan het lid De Sloot (Dijk) als afgedaan.", "afgedaan"),
        ("Conform mijn toezegging aan uw Kamer zal ik u dit najaar nader informeren over de dijk.", "openstaand"),
        ("Ik heb uw Kamer toegezegd de dijk te meten. Hiervoor is meer tijd nodig.", "openstaand"),
        ("Ik heb uw Kamer toegezegd de dijk te meten. Ik informeer u hierover voor de zomer.", "openstaand"),
        ("De meting volgt in het najaar van 2031, zoals eerder toegezegd aan de Eerste Kamer.", "openstaand"),
        ("De meting volgde in het najaar van 2030, zoals eerder toegezegd aan de Eerste Kamer.", None),
        ("Zoals toegezegd in het debat van 3 mei jl. wordt hieronder in deze brief de dijk beschreven.", None),
        ("Ik heb uw Kamer toegezegd de dijk te meten.", None),
    ],
)
def test_what_is_said_of_a_promise(text: str, status: str | None) -> None:
    assert toezegging(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hierbij bied ik u de reactie aan op het verzoek van de vaste commissie voor Financiën.", "voldaan"),
        ("Hiermee kom ik tegemoet aan het verzoek van het lid De Sloot.", "voldaan"),
        (
            "De vaste commissie voor Defensie heeft mij verzocht om een overzicht. Graag voldoe ik aan uw verzoek.",
            "voldaan",
        ),
        ("In overeenstemming met uw verzoek van 3 mei jl. zal ik u uiterlijk 8 juni 2031 informeren.", "openstaand"),
        ("Ik bericht uw Kamer in het jaarverslag over het verzoek van het lid De Sloot.", None),
        ("Ik zal tegemoetkomen aan het verzoek van het lid De Sloot.", None),
    ],
)  # fmt: skip
def test_what_is_said_of_a_request(text: str, status: str | None) -> None:
    assert verzoek(text).status == status


# Promises


def test_a_promise_with_all_its_parts() -> None:
    text = (
        "In het commissiedebat Sloten van 3 mei jl. heb ik het lid De Sloot (Dijk) toegezegd om de dijken te meten. "
        "Over de dijken zal ik uw Kamer uiterlijk 1 juli 2031 informeren."
    )
    found = toezegging(text)
    assert (found.text, [(one.name, one.party) for one in found.to]) == ("de dijken te meten", [("De Sloot", "Dijk")])
    assert (found.debate, found.date) == ("het commissiedebat Sloten van 3 mei jl.", dt.date(2031, 5, 3))
    assert found.deadline is not None
    assert (found.deadline.raw, found.deadline.end) == ("uiterlijk 1 juli 2031", dt.date(2031, 7, 1))
    assert (found.status, found.id, found.certainty) == ("openstaand", None, "partial")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("De door mijn ambtsvoorganger toegezegde notitie volgt later.", "notitie"),
        ("In de door de minister van Sloten toegezegde korte brief staat dit.", "korte brief"),
        ("Ik zeg uw Kamer, mede namens de minister van BZK, toe dat er een dijk komt.", "er een dijk komt"),
    ],
)
def test_what_was_promised(text: str, what: str) -> None:
    assert toezegging(text).text == what


def test_a_promise_of_who_held_the_office_before() -> None:
    found = toezegging("Ik las de toezegging die mijn voorganger deed aan het lid De Sloot.")
    assert [one.name for one in found.to] == ["De Sloot"]


def test_a_blank_in_the_number_of_a_promise() -> None:
    found = toezegging("De toezegging aan het lid Wit, TZ203101 -081, is gedaan.")
    assert (found.id, found.certainty) == ("TZ203101-081", "derived")


def test_promises_that_are_named_together_each_have_their_number() -> None:
    def promises(text: str) -> list[tuple[str, str | None]]:
        return [(one.raw, one.id) for one in find_mentions(text, date=ON) if one.kind == "toezegging"]

    assert promises("Ik beschouw de toezeggingen T01237, T01238 en T01239 als afgedaan.") == [
        ("de toezeggingen T01237", "T01237"),
        ("T01238", "T01238"),
        ("T01239", "T01239"),
    ]
    text = "Mijn toezeggingen (T01237 en TZ203101-123) om uw Kamer over dijken te informeren."
    found = [one for one in find_mentions(text, date=ON) if isinstance(one, ToezeggingMention)]
    assert [(one.id, one.text) for one in found] == [
        ("T01237", "uw Kamer over dijken te informeren"),
        ("TZ203101-123", "uw Kamer over dijken te informeren"),
    ]


@pytest.mark.parametrize(
    ("text", "key", "chamber"),
    [
        ("Conform toezegging TZ203105-114 meet ik de dijk.", "TZ203105-114", "tweede_kamer"),
        ("Zoals toegezegd in het commissiedebat van 3 mei jl. (TZ203105-114) meet ik.", "TZ203105-114", "tweede_kamer"),
        ("Hiermee is TZ203105114 afgedaan.", "TZ203105-114", "tweede_kamer"),
        ("Ik ga in op toezegging T01237 aan het lid De Sloot.", "T01237", "eerste_kamer"),
    ],
)
def test_the_number_of_a_promise(text: str, key: str, chamber: str) -> None:
    found = toezegging(text)
    assert (found.id, found.chamber) == (key, chamber)


@pytest.mark.parametrize(
    "text",
    [
        "In zijn brief van 3 maart 2031 heeft mijn voorganger toegezegd u te informeren over de dijk.",
        "Mevrouw De Sloot zegde ik toe de dijk te meten.",
        "De regering heeft toegezegd de dijk te meten.",
        "Zoals eerder toegezegd, bevat deze rapportage de dijk.",
        "Ik stuur u de aan uw Kamer toegezegde notitie over de dijk.",
        "Toezegging minister De Wit in algemeen overleg dijken van 3 mei 2030",
        "Dit is conform de toezegging om uw Kamer te informeren.",
        "Hiermee doe ik mijn toezeggingen gestand.",
        "Het is tijdens het debat over de Voorjaarsnota toegezegd.",
        "Zoals ik uw Kamer tijdens de begrotingsbehandeling toezegde komt de dijk er.",
        "De minister heeft toegezegd om nader in te gaan op de dijk.",
        "In het debat heb ik de toezegging gedaan jaarlijks te melden hoe hoog de dijk is.",
    ],
)
def test_a_promise_to_a_chamber(text: str) -> None:
    assert "toezegging" in kinds(text)


@pytest.mark.parametrize(
    ("text", "debate"),
    [
        ("In het debat van 3 mei 2030 heb ik de toezegging gedaan om te meten.", "het debat van 3 mei 2030"),
        ("Na het debat van 3 mei 2030 heb ik de toezegging gedaan om te meten.", None),
        ("In het debat van 3 mei 2030 sprak ik, en ik noem de toezegging aan uw Kamer om te meten.", None),
    ],
)
def test_the_debate_that_opens_the_sentence_of_a_promise(text: str, debate: str | None) -> None:
    found = toezegging(text)
    assert (found.debate, found.date) == (debate, dt.date(2030, 5, 3) if debate else None)


# Debates


@pytest.mark.parametrize(
    ("text", "meeting", "subject", "date"),
    [
        ("het AO Dijken en Sloten van 3 mei 2031", "algemeen_overleg", "Dijken en Sloten", "2031-05-03"),
        (
            "het algemeen overleg met de vaste commissie voor Financiën op 3 mei jl.",
            "algemeen_overleg",
            None,
            "2031-05-03",
        ),
        ("het wetgevingsoverleg over de Wet op de dijken", "wetgevingsoverleg", "de Wet op de dijken", None),
        (
            "het plenaire debat over dijken in (Europees) Nederland op 3 december jl.",
            "plenair_debat",
            "dijken in (Europees) Nederland",
            "2030-12-03",
        ),
        ("het debat over ‘Hoe nat, en waar’ van 3 mei 2031", "debat", "Hoe nat, en waar", "2031-05-03"),
        (
            "de behandeling van de begroting Koninkrijksrelaties d.d. 1 oktober 2030",
            "begrotingsbehandeling",
            "Koninkrijksrelaties",
            "2030-10-01",
        ),
        ("het commissiedebat Dijken (d.d. 14 april 2031)", "commissiedebat", "Dijken", "2031-04-14"),
        ("het Vragenuur van 29 april 2031", "vragenuur", None, "2031-04-29"),
        ("de regeling van werkzaamheden op 31 januari 2031", "regeling_van_werkzaamheden", None, "2031-01-31"),
        ("het algemeen overleg op 15 december a.s.", "algemeen_overleg", None, "2031-12-15"),
        ("het algemeen overleg op 21 april", "algemeen_overleg", None, None),
    ],
)  # fmt: skip
def test_debates(text: str, meeting: str, subject: str | None, date: str | None) -> None:
    found = debat(f"Wij spraken hierover tijdens {text}.")
    assert (found.meeting, found.subject, found.date and found.date.isoformat()) == (meeting, subject, date)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Het AO met de staatssecretaris van VWS over sloten van 3 mei 2031 is geweest.", "sloten"),
        ("Het algemeen overleg met de minister van Water, Dijken en Sloten over dijken van 3 mei 2031.", "dijken"),
        ("In het debat naar aanleiding van het rapport Dijken op 3 mei 2031 is dit besproken.", "het rapport Dijken"),
    ],
)
def test_with_whom_a_debate_is_held_is_not_what_it_is_about(text: str, subject: str) -> None:
    assert debat(text).subject == subject


def test_a_day_of_something_else_is_not_that_of_a_debate() -> None:
    text = "Tijdens de plenaire behandeling over het op 13 december 2006 tot stand gekomen Verdrag sprak ik uw Kamer."
    assert all(one.date is None for one in find_mentions(text, date=ON))


def test_the_paper_behind_a_debate() -> None:
    found = debat("Zie de begrotingsbehandeling Koninkrijksrelaties (Kamerstuk 99200-IV, nr. 6).")
    assert (found.id, found.certainty) == ("kst-99200-IV-6", "exact")


# Requests


def test_requests() -> None:
    found = verzoek("Dit is het verzoek van de vaste commissie voor Onderwijs, Cultuur en Wetenschap van 3 mei 2031.")
    assert (found.committee, found.date) == ("Onderwijs, Cultuur en Wetenschap", dt.date(2031, 5, 3))
    found = verzoek("Op 3 april jl. heeft de vaste commissie voor Defensie mij gevraagd om een overzicht van dijken.")
    assert (found.committee, found.date) == ("Defensie", dt.date(2031, 4, 3))
    found = verzoek("Tijdens het debat heeft het lid De Sloot (Dijk) gevraagd om een reactie op het rapport.")
    assert [one.name for one in found.by] == ["De Sloot"]
    assert verzoek("In uw brief van 3 mei jl. verzoekt u mij te berichten wie meet.").date == dt.date(2031, 5, 3)
    assert verzoek("Het verzoek van het lid Wit (2031Z01234) ligt er.").id == "2031Z01234"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Uw Kamer heeft mij verzocht om een reactie op het rapport Dijken.", []),
        ("Tijdens de eerste termijn van dat debat heeft uw Kamer verzocht om meer.", []),
        ("De leden De Sloot en Wit hebben verzocht om een brief over dijken.", ["De Sloot", "Wit"]),
        ("Het lid Wit (Dijk) heeft in het debat verzocht om een reactie.", ["Wit"]),
    ],
)
def test_who_asked_opens_the_sentence(text: str, names: list[str]) -> None:
    assert [one.name for one in verzoek(text).by] == names


@pytest.mark.parametrize(
    "text",
    [
        "De leden van de Dijk-fractie hebben gevraagd om een reactie.",
        "De minister heeft uw Kamer verzocht om uitstel.",
        "Ik heb uw Kamer verzocht om uitstel.",
        "De Kamer heeft de regering bij motie verzocht om dit te doen.",
    ],
)
def test_who_did_not_ask(text: str) -> None:
    assert "verzoek" not in kinds(text)


def test_who_asked_stands_behind_the_verb_too() -> None:
    found = verzoek("In de bijlage staat, zoals eerder verzocht door het lid De Sloot (Dijk), een tabel.")
    assert (found.raw, [one.name for one in found.by]) == (
        "zoals eerder verzocht door het lid De Sloot (Dijk)",
        ["De Sloot"],
    )
    assert verzoek("De dijk is gemeten, verzocht door de vaste commissie voor Defensie.").committee == "Defensie"
    assert kinds("Dit is verzocht door de gemeente Dijkdam.") == []
    text = "In de vergadering van 3 mei 2031 verzocht de vaste commissie voor Sociale Zaken en Werkgelegenheid om meer."
    assert verzoek(text).committee == "Sociale Zaken en Werkgelegenheid"
    assert verzoek("Op 3 mei 2031 heeft u verzocht om een rapportage.").date == dt.date(2031, 5, 3)


# Announcements


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Ik informeer uw Kamer hierover voor de zomer.", "voor de zomer"),
        ("Ik verwacht u voor het zomerreces het rapport te kunnen toesturen.", "voor het zomerreces"),
        ("Ik informeer u in ieder geval voor het zomerreces over de sloten.", "voor het zomerreces"),
        ("Na het overleg in juni zal ik uw Kamer informeren.", "Na het overleg in juni"),
        ("Na de zomer in oktober zal ik uw Kamer informeren.", "in oktober"),
        ("Ik streef ernaar om het voorstel na het zomerreces aan uw Kamer aan te bieden.", "na het zomerreces"),
        ("De resultaten worden begin 2032 aan de Tweede Kamer aangeboden.", "begin 2032"),
        (
            "Verwacht wordt de resultaten rond de zomer van 2031 te kunnen melden aan uw Kamer.",
            "rond de zomer van 2031",
        ),
        ("Het eindrapport ontvangt u op Verantwoordingsdag, 17 mei 2031.", "op Verantwoordingsdag, 17 mei 2031"),
        ("Volgende week informeert het kabinet uw Kamer over de dijk.", "Volgende week"),
        ("In mijn reactie, die ik u uiterlijk 1 juli zal doen toekomen, ga ik daarop in.", "uiterlijk 1 juli"),
        ("Ik rond de meting deze zomer af en zal uw Kamer in september informeren.", "in september"),
        (
            "De Kamer ontvangt voorafgaand aan het Wetgevingsoverleg Water een overzicht.",
            "voorafgaand aan het Wetgevingsoverleg Water",
        ),
        (
            "In het najaar zal de Minister van Volksgezondheid, Welzijn en Sport uw Kamer nader informeren.",
            "In het najaar",
        ),
        ("In juni zal het kabinet uw Kamer een reactie sturen op het advies 'Sterk door sloten'.", "In juni"),
        ("Ik zal uw Kamer, mede namens de minister van BZK, voor de zomer informeren.", "voor de zomer"),
        ("Ik informeer uw Kamer, samen met de minister van BZK, voor de zomer over sloten.", "voor de zomer"),
        ("Voor de zomer zal ik, zodra duidelijk is hoe het staat, uw Kamer informeren.", "Voor de zomer"),
        ("In juni zal ik u in mijn brief over sloten, nader informeren over de uitkomsten.", "In juni"),
        ("Het wetsvoorstel zal in juni bij uw Kamer worden ingediend.", "in juni"),
        ("VWS informeert de Kamer in juni over sloten.", "in juni"),
        ("Ik kom hier voor de zomer bij uw Kamer op terug.", "voor de zomer"),
        ("Uw Kamer kan het rapport in juni tegemoetzien.", "in juni"),
        ("Ik zal de Kamer daarvan in juni op de hoogte stellen.", "in juni"),
        ("De Kamer ontvangt in juni een brief van VWS.", "in juni"),
        ("Ik verwacht dat ik de regeling begin 2032 bij uw Kamer kan voorhangen.", "begin 2032"),
    ],
)  # fmt: skip
def test_announcements(text: str, raw: str) -> None:
    assert deadline(text) == raw


def test_an_announcement_keeps_the_bracket_that_it_opened() -> None:
    found = only("In juni ontvangt uw Kamer het rapport van de raad (Droog).", "aankondiging")
    assert found.raw == "In juni ontvangt uw Kamer het rapport van de raad (Droog)"


def test_the_mark_of_a_note_behind_a_full_stop_ends_a_sentence() -> None:
    found = toezegging("De minister heeft uw Kamer toegezegd dat er een dijk komt.2 In juni volgt een sloot.")
    assert found.text == "er een dijk komt"
    assert deadline("Dit is de dijk.12 In juni informeer ik uw Kamer.") == "In juni"
    assert only("Op grond van art.3 Wet dijken informeer ik uw Kamer in juni.", "aankondiging").raw.startswith("Op")


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb uw Kamer in juni geïnformeerd.",
        "In juni wordt uw Kamer door de gemeente Dijkdam geïnformeerd.",
        "Ik wil met de Kamer spreken, zoals gebruikelijk, in juni stuurt de provincie een plan.",
        "Ik heb uw Kamer, zoals gebruikelijk, in juni geïnformeerd.",
        "Ik stel voor dat de Kamer dit in juni bespreekt.",
        "Ik kom in juni naar de Kamer.",
        "Ik wil met de Kamer spreken, in juni stuurt de provincie een plan.",
        "Op 3 mei 2031 is de Kamer geïnformeerd.",
        "Met deze brief informeer ik u over de dijk, die in juni wordt gemeten.",
        "Ik informeer u over de dijk.",
        "Ik informeer uw Kamer jaarlijks in juni.",
        "Kunt u de Kamer voor de zomer informeren?",
        "De motie verzoekt de regering de Kamer voor de zomer te informeren.",
        "Ik kon uw Kamer niet in juni informeren.",
        "Nederland wil uiterlijk in 2040 armoede uitroeien.",
        "Hierover wordt de Kamer geïnformeerd op basis van metingen in 2032.",
        "De leden van de Dijk-fractie vragen of de minister de Kamer voor de zomer informeert.",
    ],
)
def test_what_announces_nothing(text: str) -> None:
    assert "aankondiging" not in kinds(text)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("op 7 juli 2031", "2031-07-07", "2031-07-07"),
        ("uiterlijk 1 juli 2031", None, "2031-07-01"),
        ("voor 1 juli 2031", None, "2031-06-30"),
        ("na 1 juli 2031", "2031-07-02", None),
        ("in juni", "2031-06-01", "2031-06-30"),
        ("in april", None, None),
        ("in januari", "2032-01-01", "2032-01-31"),
        ("in het derde kwartaal", "2031-07-01", "2031-09-30"),
        ("in het eerste kwartaal van 2032", "2032-01-01", "2032-03-31"),
        ("in Q4 2031", "2031-10-01", "2031-12-31"),
        ("in de tweede helft van 2031", "2031-07-01", "2031-12-31"),
        ("voor het einde van het jaar", None, "2031-12-31"),
        ("eind volgend jaar", None, "2032-12-31"),
        ("begin juli", "2031-07-01", None),
        ("medio 2032", None, None),
        ("voor de zomer", None, None),
        ("later dit jaar", None, "2031-12-31"),
        ("volgende week", "2031-05-12", "2031-05-18"),
        ("volgende maand", "2031-06-01", "2031-06-30"),
        ("volgend jaar", "2032-01-01", "2032-12-31"),
        ("komend jaar", None, None),
        ("binnen zes weken", None, "2031-06-19"),
        ("op Prinsjesdag", "2031-09-16", "2031-09-16"),
        ("in 2032", "2032-01-01", "2032-12-31"),
        ("op 31 februari 2032", None, None),
        ("op 5 mei", None, None),
        ("na het overleg in juni", "2031-06-01", None),
        ("na afloop van de nieuwe metingen op 3 juni 2031", "2031-06-03", None),
        ("rond 1 juli 2031", None, None),
    ],
)
def test_the_days_of_a_deadline(words: str, first: str | None, last: str | None) -> None:
    (found,) = times_in(words, ON)
    assert words[found.start : found.end] == words
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


def test_the_days_of_a_deadline_without_a_date_of_the_letter() -> None:
    for words in ("in juni", "volgende week", "op Prinsjesdag", "voor het einde van het jaar", "binnen zes weken"):
        (found,) = times_in(words, None)
        assert (found.first, found.last) == (None, None)


# What is none


@pytest.mark.parametrize(
    "text",
    [
        "Als gevolg van de droogte daalt het peil.",
        "De werkprocessen van de AO/IB zijn beschreven; de AO-tegemoetkoming stijgt.",
        "Er werd in totaal USD 3,4 miljard toegezegd, bovenop de eerder toegezegde USD 1,8 miljard.",
        "Ik heb aan het openbaar lichaam toegezegd hen te ondersteunen.",
        "Het besluit wordt aangehouden totdat deze wel is toegezegd.",
        "Ik kan geen harde toezegging over de dijk doen.",
        "De subsidietoezegging en de NAVO-toezegging gaan door.",
        "De 2030 Agenda bevat de toezegging dat niemand wordt buitengesloten.",
        "Het Ambtelijk Wetgevingsoverleg Koninkrijksrelaties vond plaats op 18 april jl. in Aruba.",
        "De tweede correctie werd afgedaan.",
        "Beide toezeggingen vragen tijd. Deze motie ook. Die moties ook.",
        "Wanneer gaat u uw toezegging gestand doen?",
        "In het publieke debat over de dijk gaat het hard.",
        "Daarnaast gaf ik invulling aan een aantal moties en toezeggingen.",
        "Graag voldoe ik aan uw verzoek.",
        "De motie is aangenomen. Bij dit debat was ik niet.",
        "Nederland herhaalde de toezegging om bij te dragen aan het fonds.",
        "Ik deel de notie dat promotie helpt.",
    ],
)
def test_hard_negatives(text: str) -> None:
    assert kinds(text) == []


def test_a_hyphen_never_parts_movers() -> None:
    assert motie("de motie Westerman-Van den Dijk").movers == ("Westerman-Van den Dijk",)


# Letters


def test_the_fixtures_hold_every_kind_and_status() -> None:
    found = [one for file in FIXTURES.glob("*-mentions*/letter.txt") for one in kamerbrief.read(file).mentions]
    assert {one.kind for one in found} == {"motie", "toezegging", "debat", "verzoek", "aankondiging"}
    statuses = {getattr(one, "status", None) for one in found}
    assert statuses == {None, "toegezegd", "openstaand", "uitvoering", "voldaan", "afgedaan"}


LETTER = (
    "Den Haag, 8 mei 2031\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
    "Uw kenmerk 2031Z00007\n\nGeachte voorzitter,\n\n{}\n"
)


def test_a_note_tells_the_paper_and_an_earlier_motion_the_later() -> None:
    text = LETTER.format(
        "Hiermee geef ik uitvoering aan de motie van het lid De Sloot.[^1]\n\n"
        "Ook in de zomer zijn er dijken. De motie van het lid De Sloot noemt die.\n\n"
        "De motie van het lid De Sloot over iets anders noemt die niet.\n\n"
        "[^1]: Kamerstuk 99 123, nr. 7"
    )
    brief = kamerbrief.parse(text)
    assert check(text, brief) == []
    found = [one for one in brief.mentions if one.kind == "motie"]
    assert [(one.id, one.certainty) for one in found] == [
        ("kst-99123-7", "derived"),
        ("kst-99123-7", "derived"),
        (None, "partial"),
    ]


def test_two_papers_in_a_note_leave_the_motion_without() -> None:
    text = LETTER.format(
        "De motie van het lid De Sloot.[^1] leeft.\n\n[^1]: Kamerstuk 99 123, nr. 7; Kamerstuk 99 123, nr. 8"
    )
    assert [one.id for one in kamerbrief.parse(text).mentions if one.kind == "motie"] == [None]


def test_the_one_request_has_the_number_that_the_letter_answers() -> None:
    text = LETTER.format("De vaste commissie voor Financiën heeft mij verzocht om een overzicht van dijken.")
    (found,) = kamerbrief.parse(text).mentions
    assert (found.id, found.certainty, found.kind) == ("2031Z00007", "derived", "verzoek")


def test_the_chamber_of_the_letter() -> None:
    text = LETTER.format("Zoals toegezegd aan uw Kamer meet ik de dijk. Zoals toegezegd aan de Eerste Kamer ook.")
    assert [one.chamber for one in kamerbrief.parse(text).mentions] == ["tweede_kamer", "eerste_kamer"]


def test_nothing_is_said_in_a_question_or_quotation() -> None:
    body = "Vraag 1\nHiermee geef ik uitvoering aan de motie-De Sloot.\n\nAntwoord 1\nJa.\n"
    brief = kamerbrief.parse(f"Geachte voorzitter,\n\nHierbij de antwoorden op de vragen van het lid Wit.\n\n{body}")
    assert [getattr(one, "status", None) for one in brief.mentions if one.kind == "motie"] == [None]


def test_rows_of_mentions() -> None:
    brief = kamerbrief.parse(
        LETTER.format("Hiermee geef ik uitvoering aan de motie-De Sloot/Wit (Kamerstuk 99 123, nr. 7).")
    )
    (row,) = kamerbrief.tables(brief).mentions
    assert (row.kind, row.members, row.id, row.status) == ("motie", "De Sloot, Wit", "kst-99123-7", "uitvoering")
    assert row.evidence == "Hiermee geef ik uitvoering aan de motie-De Sloot/Wit (Kamerstuk 99 123, nr. 7)."
    text = "Ik heb het lid Wit (Dijk) toegezegd de dijk te meten. Ik informeer u hierover uiterlijk 1 juli 2031."
    row = kamerbrief.tables(kamerbrief.parse(LETTER.format(text))).mentions[0]
    assert (row.members, row.parties, row.subject) == ("Wit", "Dijk", "de dijk te meten")
    assert (row.deadline, row.deadline_start, row.deadline_end) == ("uiterlijk 1 juli 2031", None, dt.date(2031, 7, 1))


# Any text


PIECES = st.sampled_from(
    [*("de motie ", "van het lid ", "De Sloot ", "c.s. ", "toegezegd ", "zeg ik toe ", "het debat ", "over "),
    *("van 3 mei jl. ", "uw Kamer ", "informeer ik ", "voor de zomer ", "verzoek van ", "de vaste commissie voor "),
    *("Financiën ", ". ", ", ", "(", ")", "\n\n", "İ", "TZ203105-1")]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text(text: str) -> None:
    for one in find_mentions(text, date=ON):
        assert text[one.span.slice] == one.raw
        assert (getattr(one, "status", None) is None) == (getattr(one, "evidence", None) is None)


@pytest.mark.parametrize(
    "piece",
    [
        "de motie van het lid De Sloot ",
        "de motie De Sloot. ",
        "het debat over dijken van 3 mei jl. ",
        "heb ik uw Kamer toegezegd om ",
        "zal ik uw Kamer voor de zomer, ",
        "het verzoek van de leden A, B en C ",
        "Ik heb toegezegd te meten. Er is meer tijd nodig. ",
        "(((",
        "U ",
    ],
)
def test_linear_time(piece: str) -> None:
    def once(text: str) -> float:
        begin = time.process_time()
        find_mentions(text, date=ON)
        return time.process_time() - begin

    def taken(size: int) -> float:
        text = piece * (size // len(piece))
        return min(once(text) for _ in range(3))  # one run may wait for something else

    taken(1_000)
    assert taken(120_000) < 24 * max(taken(12_000), 0.01)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Op verzoek van de vaste commissie voor Financiën van de Eerste Kamer stuur ik een reactie.",
            "verzoek",
            {"committee": "Financiën", "chamber": "eerste_kamer"},
        ),
        (
            "In de aan uw Kamer toegezegde slotennota over de diepte van de sloten ga ik hierop in.",
            "toezegging",
            {"text": "slotennota"},
        ),
        (
            "In de aan uw Kamer toegezegde notitie over de sloten ga ik hierop in.",
            "toezegging",
            {"text": "notitie"},
        ),
        (
            "Hiermee voldoe ik aan mijn toezegging, uit de slotenbrief van 12 juni 2031, om de dijken te tekenen.",
            "toezegging",
            {"date": dt.date(2031, 6, 12), "text": "de dijken te tekenen"},
        ),
        (
            "In het debat van 3 mei 2031 zei ik toe uw Kamer over de sloten te informeren.",
            "toezegging",
            {"date": dt.date(2031, 5, 3), "text": "uw Kamer over de sloten te informeren"},
        ),
        ("In een op 3 mei 2031 gehouden wetgevingsoverleg kwam dit voor.", "debat", {"date": dt.date(2031, 5, 3)}),
        (
            "Dit komt in het algemeen overleg over sloten voorzien op 3 mei 2031 terug.",
            "debat",
            {"date": dt.date(2031, 5, 3), "subject": "sloten"},
        ),
    ],
)
def test_what_stands_around_the_noun(text: str, kind: str, expected: dict[str, object]) -> None:
    found = next(one for one in find_mentions(text, date=dt.date(2031, 6, 1)) if one.kind == kind)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Uw Kamer heeft een brief van het dorp ontvangen, dat ons heeft gevraagd om de sloten te verdiepen.",
        "Het dorp heeft, zoals gevraagd door het lid De Sloot van de gemeenteraad, de dijk hersteld.",
        "Ik zal voor 1 mei 2031 een aanvraag indienen bij de Kamer van Koophandel.",
    ],
)
def test_what_others_ask_and_other_chambers_are_no_mentions(text: str) -> None:
    assert kamerbrief.parse(f"Geachte voorzitter,\n\n{text}\n").mentions == ()
