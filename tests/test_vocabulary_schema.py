"""Each table of the vocabulary has the shape that its reader expects; nothing checks that at import."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, get_args

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from kamerbrief.model.letter import Chamber
from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.addresses import Shape
from kamerbrief.vocabulary.labels import Takes

Words = Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]
Tenure = Annotated[str, Field(pattern=r"^mnre\d{4}( since \d{4}-\d\d-\d\d)?( until \d{4}-\d\d-\d\d)?$")]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class LabelEntry(Entry):
    name: str
    takes: Takes
    where: Literal["margin", "body"]
    forms: Words


class Labels(Entry):
    label: list[LabelEntry]


class ChamberEntry(Entry):
    id: Chamber
    names: Words
    addresses: Words
    postcodes: Words


class Numbers(Entry):
    counts: dict[str, int]
    days: dict[str, int]
    ordinals: dict[str, int]
    months: dict[str, Annotated[int, Field(ge=1, le=12)]]
    short_months: dict[str, Annotated[int, Field(ge=1, le=12)]]


class Name(Entry):
    name: str
    abbreviation: str
    aliases: Words | None = None
    since: dt.date | None = None
    until: dt.date | None = None


class MinistryEntry(Entry):
    id: Annotated[str, Field(pattern=r"^mnre\d{4}$")]
    names: Annotated[list[Name], Field(min_length=1)]
    aliases: Words | None = None
    short: Words | None = None


class Held(Entry):
    ministries: Annotated[list[Tenure], Field(min_length=1)]


class Portfolio(Held):
    name: str
    title: Literal["minister", "staatssecretaris"]
    abbreviations: Words | None = None


class LawEntry(Entry):
    name: str
    bwb: Annotated[str, Field(pattern=r"^BWB[RV]\d{7}$")] | None = None
    celex: str | None = None
    abbreviations: Words | None = None
    also: Words | None = None
    since: Annotated[dt.date | None, Field(alias="from")] = None
    until: dt.date | None = None
    chamber: Literal["tweede_kamer", "eerste_kamer"] | None = None


def test_labels() -> None:
    Labels.model_validate(table("labels"))


def test_numbers() -> None:
    numbers = Numbers.model_validate(table("numbers"))
    assert sorted(numbers.months.values()) == list(range(1, 13))


def test_phrases() -> None:
    data = table("phrases")
    chambers, letters = data.pop("chamber"), data.pop("phone_letters")
    TypeAdapter(list[ChamberEntry]).validate_python(chambers, strict=True)
    assert set(letters.values()) <= set(get_args(Shape))
    TypeAdapter(dict[str, Words]).validate_python(data, strict=True)
    for name, phrases in data.items():
        assert len(phrases) == len(set(phrases)), name


def test_ministries() -> None:
    data = table("ministries")
    for entry in data["ministry"]:
        MinistryEntry.model_validate(entry)
    for name, group in data.items():
        if name != "ministry":
            for entry in group:
                Held.model_validate({"ministries": entry["ministries"]})


def test_offices() -> None:
    data = table("offices")
    for entry in data["portfolio"]:
        Portfolio.model_validate(entry)
    TypeAdapter(Words).validate_python(data["no_part_of_a_title"], strict=True)
    TypeAdapter(Words).validate_python(data["elsewhere"], strict=True)


def test_laws() -> None:
    for entry in table("laws")["law"]:
        LawEntry.model_validate(entry)


def test_dossiers() -> None:
    TypeAdapter(dict[str, Words]).validate_python(table("dossiers"), strict=True)


@pytest.mark.parametrize("entry", [{}, {"name": "x", "takes": "x", "where": "body", "forms": ["x"]}])
def test_a_broken_entry_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        LabelEntry.model_validate(entry)
