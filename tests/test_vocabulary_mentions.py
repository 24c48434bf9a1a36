"""Words of mentions: each entry has a sentence that it makes a mention of, and that is none without it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from kamerbrief import find_mentions
from kamerbrief.mentions.deadlines import times_in
from kamerbrief.mentions.members import members_at
from kamerbrief.mentions.phrases import (
    is_answered,
    is_carried_out,
    is_closed,
    is_delayed,
    is_here,
    is_met,
    is_unsure,
)
from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.committees import committee_at
from kamerbrief.vocabulary.mentions import any_of, listed, meetings, short_meetings

DATA = table("mentions")
COMMITTEES = table("committees")["committee"]
ON = dt.date(2031, 5, 8)
Words = Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]
GROUPS = ("leads", "names", "recipients", "bodies", "senders", "prepositions", "inform", "status", "times")


class Committee(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    since: dt.date | None = None
    until: dt.date | None = None


def kinds(text: str) -> list[str]:
    return [one.kind for one in find_mentions(text, date=ON)]


def test_tables() -> None:
    assert set(DATA) == {"meetings", "short_meetings", *GROUPS}
    for group in GROUPS:
        TypeAdapter(dict[str, Words]).validate_python(DATA[group], strict=True)
        for name, words in DATA[group].items():
            assert len(set(words)) == len(words), name
            assert listed(group, name) == tuple(words)
    for entry in COMMITTEES:
        Committee.model_validate(entry)


@pytest.mark.parametrize("noun", DATA["meetings"])
def test_every_kind_of_meeting(noun: str) -> None:
    (found,) = find_mentions(f"Wij spraken in het {noun} Dijken van 3 mei 2031 met uw Kamer.")
    assert found.model_dump()["meeting"] == meetings()[noun.casefold()]
    assert found.date == dt.date(2031, 5, 3)


@pytest.mark.parametrize("noun", DATA["short_meetings"])
def test_every_short_name_of_a_meeting(noun: str) -> None:
    (found,) = find_mentions(f"Wij spraken in het {noun} Dijken van 3 mei 2031.")
    assert found.model_dump()["meeting"] == short_meetings()[noun]
    assert kinds(f"Wij beschreven de {noun}/IB en {noun}-tegemoetkoming van 3 mei 2031.") == []


@pytest.mark.parametrize("word", DATA["prepositions"]["within"])
def test_every_word_before_a_debate_that_opens_the_sentence_of_a_promise(word: str) -> None:
    found = find_mentions(f"{word.capitalize()} het debat van 3 mei 2030 heb ik de toezegging gedaan om te meten.")
    assert [one.model_dump()["debate"] for one in found if one.kind == "toezegging"] == ["het debat van 3 mei 2030"]


@pytest.mark.parametrize("word", [*DATA["prepositions"]["within"], *DATA["prepositions"]["from"]])
def test_every_word_between_a_promise_and_its_debate(word: str) -> None:
    found = find_mentions(f"Ik noem de toezegging {word} het debat van 3 mei 2030 om te meten.")
    assert [one.model_dump()["debate"] for one in found if one.kind == "toezegging"] == ["het debat van 3 mei 2030"]


@pytest.mark.parametrize("word", DATA["prepositions"]["to_no_one"])
def test_every_word_behind_which_no_one_is_named_to_whom_a_promise_is_made(word: str) -> None:
    assert "toezegging" in kinds(f"Zoals ik uw Kamer {word} de begrotingsbehandeling toezegde, komt de dijk er.")
    assert kinds("Zoals ik de gemeenten toezegde, komt de dijk er.") == []


@pytest.mark.parametrize("lead", DATA["leads"]["words"])
def test_every_word_before_members(lead: str) -> None:
    (found,) = find_mentions(f"Ik noem de motie van {lead} De Sloot en Wit.")
    assert found.model_dump()["movers"] == ("De Sloot", "Wit")


@pytest.mark.parametrize("word", DATA["names"]["none"])
def test_every_word_that_begins_no_name(word: str) -> None:
    assert members_at(f"{word} De Sloot", 0) is None


@pytest.mark.parametrize("party", DATA["names"]["parties"])
def test_every_party_is_no_member(party: str) -> None:
    assert members_at(f"{party} noemt", 0) is None


@pytest.mark.parametrize("recipient", DATA["recipients"]["words"])
def test_every_recipient(recipient: str) -> None:
    assert "aankondiging" in kinds(f"Ik informeer {recipient} in juni 2031.")


@pytest.mark.parametrize("other", DATA["recipients"]["others"])
def test_every_other_body_is_no_recipient(other: str) -> None:
    assert kinds(f"Ik informeer de Kamer {other} in juni 2031.") == []


@pytest.mark.parametrize("body", DATA["bodies"]["words"])
def test_every_body_whose_members_ask_nothing_of_a_minister(body: str) -> None:
    assert kinds(f"De dijk is, zoals gevraagd door het lid De Sloot van de {body}, hoog.") == []


@pytest.mark.parametrize("sender", DATA["senders"]["words"])
def test_every_sender(sender: str) -> None:
    assert kinds(f"Morgen zal {sender} uw Kamer in juni 2031 informeren.") == ["aankondiging"]
    assert kinds("Morgen zal de bakker uw Kamer in juni 2031 informeren.") == []


@pytest.mark.parametrize("word", DATA["senders"]["promised"])
def test_who_promised(word: str) -> None:
    assert kinds(f"Mijn {word} heeft toegezegd de dijk te meten.") == ["toezegging"]


@pytest.mark.parametrize("verb", [*DATA["inform"]["infinitives"], *DATA["inform"]["separable"]])
def test_every_infinitive(verb: str) -> None:
    assert kinds(f"Ik verwacht uw Kamer in juni 2031 {verb}.") == ["aankondiging"]


PARTICLES = {
    "bied": "aan",
    "leg": "voor",
    "deel": "mee",
    "doe": "toekomen",
    "kom": "terug",
    "stel": "op de hoogte",
    "breng": "op de hoogte",
}


@pytest.mark.parametrize("verb", DATA["inform"]["finite"])
def test_every_finite_verb(verb: str) -> None:
    particle = next((end for begin, end in PARTICLES.items() if verb.startswith(begin)), "")
    subject = "" if verb in ("ontvangt", "krijgt", "ontvangen") else "wij "
    assert kinds(f"Het rapport {verb} {subject}uw Kamer in juni 2031 {particle}.") == ["aankondiging"]


@pytest.mark.parametrize("verb", DATA["inform"]["participles"])
def test_every_participle(verb: str) -> None:
    assert kinds(f"Het rapport wordt in juni 2031 aan uw Kamer {verb}.") == ["aankondiging"]
    assert kinds(f"Het rapport is in juni 2031 aan uw Kamer {verb}.") == []


@pytest.mark.parametrize(
    "word", [word for name in ("past", "now", "wished", "recurring") for word in DATA["inform"][name]]
)
def test_every_word_that_ends_an_announcement(word: str) -> None:
    assert "aankondiging" not in kinds(f"Ik informeer uw Kamer {word} in juni 2031.")


@pytest.mark.parametrize("word", DATA["inform"]["perfect"])
def test_every_word_of_the_perfect(word: str) -> None:
    assert kinds(f"De Kamer {word} in juni 2031 geïnformeerd.") == []


@pytest.mark.parametrize("word", DATA["inform"]["intends"])
def test_every_word_that_intends(word: str) -> None:
    assert "aankondiging" in kinds(f"Ik {word} uw Kamer in juni 2031 toe te sturen wat volgt.")


@pytest.mark.parametrize("noun", DATA["status"]["carried_out"])
def test_every_noun_of_what_is_carried_out(noun: str) -> None:
    assert is_carried_out(f"hiermee geef ik {noun} aan ", ".")


@pytest.mark.parametrize("verb", DATA["status"]["given"])
def test_every_form_of_giving(verb: str) -> None:
    head = "hiermee is uitvoering gegeven aan " if verb == "gegeven" else f"hiermee {verb} wij uitvoering aan "
    assert is_carried_out(head, ".")


@pytest.mark.parametrize("verb", DATA["status"]["gives"])
def test_every_form_of_giving_now(verb: str) -> None:
    assert is_carried_out(f"hiermee {verb} ik uitvoering aan ", ".")


@pytest.mark.parametrize("verb", DATA["status"]["auxiliaries"])
def test_every_auxiliary(verb: str) -> None:
    assert is_carried_out(f"hiermee {verb} uitvoering gegeven aan ", ".")
    assert not is_carried_out("hiermee uitvoering gegeven aan ", ".")


@pytest.mark.parametrize("verb", DATA["status"]["sends"])
def test_every_verb_of_sending(verb: str) -> None:
    assert is_answered(f"hierbij {verb} ik u een reactie op ")
    assert not is_answered("hierbij u een reactie op ")


@pytest.mark.parametrize("word", DATA["status"]["later"])
def test_every_word_that_puts_an_answer_off(word: str) -> None:
    assert not is_answered(f"hierbij stuur ik u {word} een reactie op ")


@pytest.mark.parametrize("word", DATA["status"]["not_kept"])
def test_every_word_that_keeps_no_promise(word: str) -> None:
    assert is_met("hiermee doe ik ", "mijn toezegging gestand.")
    assert not is_met(f"hiermee {word} ik ", "mijn toezegging gestand.")


@pytest.mark.parametrize("word", DATA["status"]["not_closed"])
def test_every_word_that_closes_nothing(word: str) -> None:
    assert is_closed("hiermee beschouw ik ", " als afgedaan.")
    assert not is_closed(f"hiermee beschouw ik {word} ", " als afgedaan.")


@pytest.mark.parametrize("verb", DATA["status"]["met"])
def test_every_form_of_meeting_a_promise(verb: str) -> None:
    assert is_met(f"hiermee {verb} wij aan ", "de motie")


@pytest.mark.parametrize("words", DATA["status"]["delayed"])
def test_every_delay(words: str) -> None:
    assert is_delayed(f"dat is {words}")


@pytest.mark.parametrize("word", DATA["status"]["unsure"])
def test_every_word_that_leaves_it_open(word: str) -> None:
    assert is_unsure(f"dit {word} iets")
    assert not is_carried_out(f"hiermee geef ik {word} uitvoering aan ", ".")


@pytest.mark.parametrize("words", DATA["status"]["here"])
def test_what_says_that_it_is_here(words: str) -> None:
    assert is_here(f"{words} meld ik dat")


@pytest.mark.parametrize("word", DATA["status"]["common"])
def test_common_words_tell_no_promise(word: str) -> None:
    text = f"Ik heb u toegezegd {word} te meten. Eerst dit. Ik zal uw Kamer in juni 2031 {word} informeren."
    assert [getattr(one, "status", None) for one in find_mentions(text, date=ON)][:1] == [None]


@pytest.mark.parametrize("word", [*DATA["times"]["seasons"], *DATA["times"]["recesses"]])
def test_every_season_and_recess(word: str) -> None:
    (found,) = times_in(f"voor de {word} van 2031", ON)
    assert (found.first, found.last, found.end) == (None, None, len(f"voor de {word} van 2031"))


@pytest.mark.parametrize("word", DATA["times"]["events"])
def test_every_event(word: str) -> None:
    assert len(times_in(f"voor {word}", ON)) == 1


@pytest.mark.parametrize("entry", COMMITTEES, ids=lambda entry: entry["name"])
def test_every_committee_on_its_dates(entry: dict[str, object]) -> None:
    name = str(entry["name"])
    text = f"commissie voor {name} Caribisch"
    on = entry.get("since") or entry.get("until") or ON
    assert isinstance(on, dt.date)
    assert committee_at(text, 9, on) == (name, len(text) - len(" Caribisch"))
    assert committee_at(text, 9, None)[0] == name


def test_a_committee_that_was_not_there_yet_is_read_by_its_capitals() -> None:
    text = "commissie voor Klimaat en Groene Groei Caribisch"
    assert committee_at(text, 9, dt.date(2015, 1, 1))[0] == "Klimaat en Groene Groei Caribisch"


def test_any_of_takes_whole_words_and_the_longest() -> None:
    for group in GROUPS:
        for name, words in DATA[group].items():
            assert all(re.fullmatch(any_of(group, name), word) for word in words)
            assert not any(re.fullmatch(any_of(group, name), f"{word}x") for word in words if f"{word}x" not in words)
