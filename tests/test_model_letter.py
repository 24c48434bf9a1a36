"""The models: what they promise, what they refuse, and that JSON gives them back whole."""

import datetime as dt
import json

import pytest
from pydantic import BaseModel, ValidationError

import kamerbrief
from kamerbrief.model.base import Model, Span
from kamerbrief.model.letter import (
    SCHEMA_VERSION,
    Block,
    Diagnostic,
    Furniture,
    HeaderField,
    Kamerbrief,
    KamerstukHeader,
    Ministry,
    Recipient,
    Section,
    Sender,
    Signatory,
)
from kamerbrief.model.mentions import AankondigingMention, Deadline, MentionBase, MotieMention, Quote
from kamerbrief.model.notes import Call, Footnote
from kamerbrief.model.origin import Origin
from kamerbrief.model.questions import Answer, Member, Question, QuestionSet
from kamerbrief.model.references import KamerstukReference, ReferenceBase, Where

SPAN = Span(start=3, end=9)
PARAGRAPH = Block(kind="paragraph", text="Het plan is af.", calls=(Call(label="1", offset=15),), span=SPAN)
ITEM = Block(kind="list_item", text="een dijk", marker="-", depth=1, span=SPAN)
TABLE = Block(kind="table", text="jaar 2024", rows=(("jaar", "2024"), ("", "–")), span=SPAN)
PLAN = Section(title="Plan", number="2.1", level=2, blocks=(ITEM, TABLE), span=SPAN)
WATER = Ministry(abbreviation="MvW", name="Water", tooi_id="https://voorbeeld.nl/id/1")
FULL = Kamerbrief(
    origin=Origin(name="brief.txt", sha256="0" * 64, media_type="text/plain"),
    form="kamerstuk",
    sender=Sender(
        ministry=WATER, ministries=(WATER,), roles=("minister van Water",), evidence=("heading", "signature")
    ),
    recipient=Recipient(name="de Voorzitter", chamber="beide", address=("Plein 2",), span=SPAN),
    date=dt.date(2024, 2, 29),
    place="Den Haag",
    kenmerk="2024-0000012345",
    subject="Plan \u201cdijken\u201d \U0001f30a",
    attachments=0,
    kamerstuk=KamerstukHeader(dossiers=("12345-XIV",), titles=("Dijken",), number="7", id="kst-12345-XIV-7"),
    salutation="Geachte voorzitter,",
    closing="Hoogachtend,",
    sections=(
        Section(blocks=(PARAGRAPH,), span=SPAN),
        Section(title="Inleiding", calls=(Call(label="*", offset=9),), sections=(PLAN,), span=SPAN),
    ),
    footnotes=(Footnote(label="1", text="Idem.", span=SPAN, status="linked"),),
    references=(
        KamerstukReference(raw="Kamerstuk 99 123, nr. 7", span=SPAN, dossier="99123", number="7", where=Where(block=0)),
    ),
    signatories=(Signatory(role="minister van Water", name="A.B. Voorbeeld", span=SPAN, mandate=True),),
    on_behalf_of=("minister van Lucht",),
    annexes=(Section(title="Bijlage", span=SPAN),),
    question_sets=(
        QuestionSet(
            kind="schriftelijke_vragen",
            title="Vragen van het lid De Boer (Dijk) over sloten (ingezonden 3 februari 2024)",
            number="2024Z00123",
            submitted=dt.date(2024, 2, 3),
            askers=(Member(name="De Boer", party="Dijk"),),
            questions=(Question(numbers=("1",), text="Is dat zo?", answer=0, span=SPAN, where=(Where(block=0),)),),
            answers=(Answer(numbers=("1",), stated=True, text="Zie het antwoord op vraag 2.", see=("2",), span=SPAN),),
            sources=(Footnote(label="1", text="Gooise Post", span=SPAN, status="uncalled"),),
            span=SPAN,
        ),
    ),
    mentions=(
        MotieMention(
            raw="de motie-De Boer c.s.",
            span=SPAN,
            where=Where(block=0),
            movers=("De Boer",),
            cosigned=True,
            status="uitvoering",
            evidence=Quote(text="Hiermee geef ik uitvoering aan de motie-De Boer c.s.", span=SPAN),
        ),
        AankondigingMention(
            raw="Ik informeer u uiterlijk 1 mei 2024",
            span=SPAN,
            where=Where(block=0),
            deadline=Deadline(raw="uiterlijk 1 mei 2024", end=dt.date(2024, 5, 1)),
        ),
    ),
    fields=(HeaderField(label="Ons kenmerk", name="kenmerk", text="2024-0000012345", span=SPAN),),
    furniture=(Furniture(kind="page_number", text="Pagina 1 van 2", page=1, span=SPAN),),
    diagnostics=(Diagnostic(code="uncalled-note", severity="info", message="x", field="footnotes", span=SPAN),),
)
SMALL = Kamerbrief(form="plain", sender=Sender(), recipient=Recipient())


# Spans


def test_a_span_is_half_open() -> None:
    assert "Geachte voorzitter,"[Span(start=8, end=18).slice] == "voorzitter"
    assert Span(start=8, end=18).slice == slice(8, 18)
    assert "abc"[Span(start=1, end=1).slice] == ""


def test_a_span_counts_code_points() -> None:
    # A wave is two units of UTF-16 and four bytes of UTF-8, a combining mark is one code point of its own.
    assert "\U0001f30ae\u0301 dijk"[Span(start=4, end=8).slice] == "dijk"


def test_the_spans_of_a_letter_count_code_points_of_its_text() -> None:
    text = "Geachte voorzitter,\r\n\r\n\U0001f30a\U0001f30a Het plan is af.\r\n\r\nEr is ge\u0301e\u0301n dijk.\r\n"
    blocks = kamerbrief.parse(text).sections[0].blocks
    assert [text[block.span.slice] for block in blocks] == [
        "\U0001f30a\U0001f30a Het plan is af.",
        "Er is ge\u0301e\u0301n dijk.",
    ]
    assert [block.span for block in blocks] == [Span(start=23, end=41), Span(start=45, end=63)]


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (0, -1), (2, 1)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Span(start=start, end=end)


def test_a_span_that_runs_backward_is_told() -> None:
    with pytest.raises(ValidationError, match="a span runs forward, not from 5 to 3"):
        Span(start=5, end=3)


# Blocks and sections


@pytest.mark.parametrize("offset", [0, 3, 4])
def test_a_call_lies_in_the_text_or_at_its_end(offset: int) -> None:
    block = Block(kind="paragraph", text="Plan", calls=(Call(label="1", offset=offset),), span=SPAN)
    assert block.calls[0].offset == offset


@pytest.mark.parametrize(("offset", "why"), [(5, "a call lies outside the text of its block"), (-1, "greater than")])
def test_a_call_outside_the_text_is_refused(offset: int, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Block.model_validate(
            {"kind": "paragraph", "text": "Plan", "calls": [{"label": "1", "offset": offset}], "span": SPAN}
        )


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (Section(span=SPAN), ""),
        (Section(title="Plan", span=SPAN), "Plan"),
        (Section(number="II.", span=SPAN), "II."),
        (Section(blocks=(PARAGRAPH, ITEM), span=SPAN), "Het plan is af.\n\neen dijk"),
        (PLAN, "2.1 Plan\n\neen dijk\n\njaar 2024"),
        (
            Section(title="Inleiding", blocks=(PARAGRAPH,), sections=(PLAN, Section(span=SPAN)), span=SPAN),
            "Inleiding\n\nHet plan is af.\n\n2.1 Plan\n\neen dijk\n\njaar 2024",
        ),
    ],
)
def test_text_of_a_section(section: Section, text: str) -> None:
    assert section.text == text


# What is refused


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Block, {"kind": "song", "text": "x", "span": SPAN}),
        (Block, {"kind": "list_item", "text": "x", "depth": 0, "span": SPAN}),
        (Block, {"kind": "paragraph", "text": "x"}),
        (Section, {"level": 0, "span": SPAN}),
        (Furniture, {"kind": "margin", "text": "x", "page": 0, "span": SPAN}),
        (Furniture, {"kind": "chair", "text": "x", "page": 1, "span": SPAN}),
        (Footnote, {"label": "1", "text": "x", "span": SPAN, "status": "lost"}),
        (Diagnostic, {"code": "x", "severity": "fatal", "message": "x"}),
        (Recipient, {"chamber": "derde_kamer"}),
        (Sender, {"evidence": ("rumour",)}),
        (Kamerbrief, {"form": "fax", "sender": Sender(), "recipient": Recipient()}),
        (Kamerbrief, {"form": "plain", "sender": Sender(), "recipient": Recipient(), "attachments": -1}),
        (Kamerbrief, {"form": "plain"}),
    ],
)
def test_what_we_promise_is_checked(model: type[BaseModel], values: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    assert caught.value.error_count() == (2 if values == {"form": "plain"} else 1)


def parts(model: BaseModel) -> list[BaseModel]:
    """The model and all models in it."""
    found = [model]
    for value in dict(model).values():
        for item in value if isinstance(value, tuple) else (value,):
            found += parts(item) if isinstance(item, BaseModel) else []
    return found


EACH = list({type(part): part for part in parts(FULL)}.values())


def test_the_full_letter_has_a_part_of_every_kind() -> None:
    assert {type(part) for part in EACH} == {
        *Model.__subclasses__(),
        *(KamerstukReference, MotieMention, AankondigingMention),
    } - {ReferenceBase, MentionBase}


@pytest.mark.parametrize("part", EACH, ids=lambda part: type(part).__name__)
def test_parts_are_frozen(part: BaseModel) -> None:
    name = next(iter(type(part).model_fields))
    before = getattr(part, name)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(part, name, None)
    assert getattr(part, name) == before


@pytest.mark.parametrize("part", EACH, ids=lambda part: type(part).__name__)
def test_parts_are_closed(part: BaseModel) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        type(part).model_validate({**dict(part), "extra": 1})


# JSON


@pytest.mark.parametrize("part", [*EACH, SMALL], ids=lambda part: type(part).__name__)
def test_json_and_back(part: BaseModel) -> None:
    assert type(part).model_validate_json(part.model_dump_json()) == part
    assert type(part).model_validate(part.model_dump()) == part


def test_values_in_json() -> None:
    data = json.loads(FULL.model_dump_json())
    assert data["date"] == "2024-02-29"
    assert data["subject"] == "Plan \u201cdijken\u201d \U0001f30a"
    assert data["sections"][1]["sections"][0]["blocks"][1]["rows"] == [["jaar", "2024"], ["", "–"]]
    assert data["recipient"]["span"] == {"start": 3, "end": 9, "page": None}
    assert data["kamerstuk"]["session_year"] is None


def test_a_letter_of_which_nothing_is_known() -> None:
    assert SMALL.schema_version == SCHEMA_VERSION
    assert {name for name, value in SMALL if value is None} == {
        "origin",
        "text_sha256",
        *("date", "place", "kenmerk", "uw_kenmerk", "subject", "attachments", "kamerstuk", "salutation", "closing"),
    }
    assert {name for name, value in SMALL if value == ()} == {
        *(
            "sections",
            "footnotes",
            "references",
            "signatories",
            "on_behalf_of",
            "annexes",
            "question_sets",
            "mentions",
            "fields",
            "furniture",
            "diagnostics",
        ),
    }


@pytest.mark.parametrize("version", ["0.6.0", "1.0.0", "10.2"])
def test_a_newer_schema_is_refused_in_one_line(version: str) -> None:
    data = {**json.loads(FULL.model_dump_json()), "schema_version": version, "song": "unknown"}
    with pytest.raises(ValidationError) as caught:
        Kamerbrief.model_validate_json(json.dumps(data))
    (error,) = caught.value.errors()
    assert error["msg"] == (
        f"this letter has schema_version {version}, newer than {SCHEMA_VERSION}: install a newer kamerbrief to read it"
    )


@pytest.mark.parametrize("version", ["0.2.0", "0.3.9", "draft", SCHEMA_VERSION])
def test_other_schemas_are_read(version: str) -> None:
    assert Kamerbrief.model_validate({**dict(SMALL), "schema_version": version}).schema_version == version


def test_who_signs_has_no_mandate_unless_said() -> None:
    assert Signatory(span=SPAN).mandate is False
    assert FULL.signatories[0].mandate is True


def test_equal_letters_have_one_hash() -> None:
    assert len({FULL, FULL.model_copy(), SMALL}) == 2
