"""A letter as rows of tables: what stands in them, and that they join."""

from __future__ import annotations

import datetime as dt
import hashlib
import pathlib
import pickle

import pytest

import kamerbrief
from kamerbrief import Kamerbrief, Tables
from kamerbrief.exports.rows import ROWS, columns_of
from kamerbrief.exports.tables import letter_id

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
LETTERS = sorted(path for path in FIXTURES.glob("*/letter.*") if path.suffix in {".md", ".txt", ".pdf"})
TYPES = {"text": str, "integer": int, "boolean": bool, "date": dt.date}
COLUMNS = {name: [(one.name, one.kind, one.optional) for one in columns_of(row)] for name, row in ROWS.items()}


def tables_at(name: str) -> tuple[Kamerbrief, Tables]:
    brief = kamerbrief.read(FIXTURES / name)
    return brief, kamerbrief.tables(brief)


@pytest.mark.parametrize("path", [path for path in LETTERS if "scan-without" not in str(path)][::3], ids=str)
def test_every_row_has_its_types_and_joins(path: pathlib.Path) -> None:
    brief = kamerbrief.read(path)
    made = kamerbrief.tables(brief)
    for name, columns in COLUMNS.items():
        for row in getattr(made, name):
            assert row.letter_id == made.letters[0].letter_id
            for value, (_, kind, optional) in zip(row, columns, strict=True):
                assert (value is None and optional) or type(value) is TYPES[kind]
    places = {row.where for rows in (made.sections, made.blocks, made.footnotes) for row in rows}
    assert {row.where for row in made.references} <= places
    assert {row.where for row in made.questions} | {row.answer_where for row in made.questions} <= {*places, None}
    assert {row.section for row in made.blocks} <= {row.where for row in made.sections}
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 -- its own
    assert kamerbrief.tables(Kamerbrief.model_validate_json(brief.model_dump_json())) == made


def test_tables_are_those_of_the_class() -> None:
    assert list(Tables._fields) == list(ROWS)


def test_letter() -> None:
    brief, made = tables_at("jenv-2022-imrf-like/letter.pdf")
    (row,) = made.letters
    assert brief.origin is not None
    assert (row.letter_id, row.sha256) == (brief.origin.sha256[:16], brief.origin.sha256)
    assert row.file == str(FIXTURES / "jenv-2022-imrf-like/letter.pdf")
    assert (row.date, row.kenmerk, row.attachments, row.pages) == (dt.date(2022, 9, 14), "4172305", 1, 3)
    assert (row.ministry, row.chamber, row.dossier) == ("JenV", "tweede_kamer", None)
    assert row.words == sum(len(section.text.split()) for section in brief.sections)
    assert row.warnings == sum(one.severity == "warning" for one in brief.diagnostics)
    assert row.parser_version == kamerbrief.__version__


def test_paper_and_its_dossier() -> None:
    (row,) = tables_at("kst-budget-chapter/letter.txt")[1].letters
    assert row.suffix is not None
    assert f"kst-{row.dossier}-{row.suffix}-{row.number}" == row.kst_id


def test_places_lead_back_to_the_letter() -> None:
    brief, made = tables_at("ocw-2022-long-many-notes/letter.pdf")
    for row in made.blocks:
        root, *way = row.where.partition("#")[0].split("/")
        sections = brief.sections if root == "body" else brief.annexes
        for index in way[:-1]:
            sections = sections[int(index)].sections
        section = sections[int(way[-1])]
        assert section.blocks[int(row.where.partition("#")[2])].text == row.text
        assert (section.title, root == "annex") == (row.title, row.annex)
    cited = next(row for row in made.references if row.where and row.where.startswith("note/"))
    assert any(note.where == cited.where and cited.raw in note.text for note in made.footnotes)


def test_questions_with_their_answers() -> None:
    brief, made = tables_at("venw-2009-labels-no-margin/letter.txt")
    (asked,) = brief.question_sets
    assert [row.text for row in made.questions] == [one.text for one in asked.questions]
    first = made.questions[0]
    assert (first.question_set, first.number, first.askers) == (0, "2009Z13850", "De Graauw, Roefs")
    assert (first.numbers, first.answer, first.answer_text) == ("1", 0, "Ja.")
    text = brief.model_dump_json().replace('"name":"De Graauw","party":null', '"name":"De Graauw","party":"SP"')
    changed = kamerbrief.tables(Kamerbrief.model_validate_json(text)).questions[0]
    assert (changed.askers, changed.parties) == ("De Graauw (SP), Roefs", "SP")


def test_numbers_of_questions_that_an_answer_points_at() -> None:
    text = "Geachte voorzitter,\n\nVraag 1\nIs de sloot diep?\n\nAntwoord 1\nJa.\n\nVraag 2\nHoe diep?\n\nAntwoord 2\n"
    made = kamerbrief.tables(kamerbrief.parse(text + "Zie het antwoord op vraag 1.\n"))
    assert [(row.kind, row.number) for row in made.references] == [("question", "1")]


SIGNED = "Geachte voorzitter,\n\nHierbij bied ik u het rapport aan.\n\nHoogachtend,\n\n{}\n"


@pytest.mark.parametrize(
    ("signature", "rows"),
    [
        ("De Minister van FINANCIEN,\n\nA. Veldhuis", [("Minister van FINANCIEN", "minister van Financiën", "Fin")]),
        (
            "De Minister van Financiën,\nnamens deze,\n\nde directeur-generaal Rijksbegroting,\n\nA. Veldhuis",
            [(None, "minister van Financiën", "Fin")],
        ),
    ],
)
def test_offices_are_folded(signature: str, rows: list[tuple[str | None, str, str]]) -> None:
    made = kamerbrief.tables(kamerbrief.parse(SIGNED.format(signature)))
    assert [(row.office, row.ministry) for row in made.signatories] == [row[1:] for row in rows]
    assert all(role is None or role == row.role for row, (role, *_) in zip(made.signatories, rows, strict=True))


def test_a_bare_text_has_an_id_of_its_own() -> None:
    one, other = (kamerbrief.tables(kamerbrief.parse(SIGNED.format(name))) for name in ("A. Bos", "B. Bos"))
    assert one.letters[0].letter_id != other.letters[0].letter_id
    assert (one.letters[0].file, one.letters[0].sha256) == (None, None)


def test_names_and_types() -> None:
    """A change here raises the minor number of ``schema_version``."""
    shown = {
        table: " ".join(f"{name}{'?' * optional}:{kind[0]}" for name, kind, optional in columns)
        for table, columns in COLUMNS.items()
    }
    assert shown == {
        "letters": "letter_id:t file?:t sha256?:t form:t date?:d place?:t kenmerk?:t uw_kenmerk?:t ministry?:t "
        "tooi_id?:t chamber?:t subject?:t attachments?:i kst_id?:t dossier?:t suffix?:t number?:t session_year?:t "
        "pages?:i words:i errors:i warnings:i parser_version:t",
        "sections": "letter_id:t where:t annex:b level:i number?:t title?:t page?:i start:i end:i",
        "blocks": "letter_id:t where:t annex:b section:t title?:t kind:t marker?:t depth?:i page?:i start:i "
        "end:i text:t",
        "footnotes": "letter_id:t where:t label:t status:t page?:i start:i end:i text:t",
        "references": "letter_id:t where?:t kind:t id?:t url?:t certainty:t dossier?:t suffix?:t number?:t session?:t "
        "law?:t article?:t date?:d page?:i start:i end:i raw:t",
        "signatories": "letter_id:t name?:t role?:t office?:t ministry?:t mandate:b page?:i start:i end:i",
        "questions": "letter_id:t question_set:i kind:t number?:t submitted?:d askers?:t parties?:t committee?:t "
        "subject?:t numbers?:t asked_by?:t where?:t page?:i start:i end:i text:t answer?:i answer_where?:t "
        "answer_text?:t",
        "mentions": "letter_id:t where?:t kind:t id?:t certainty:t status?:t date?:d chamber?:t members?:t parties?:t "
        "committee?:t meeting?:t debate?:t subject?:t deadline?:t deadline_start?:d deadline_end?:d evidence?:t "
        "page?:i start:i end:i raw:t",
        "diagnostics": "letter_id:t code:t severity:t field?:t page?:i start?:i end?:i message:t",
    }


@pytest.mark.parametrize("text", ["Geachte voorzitter,\n\nHierbij het rapport over Fryslân.", "", "\ud800"])
def test_the_id_of_a_bare_text_is_that_of_its_utf_8(text: str) -> None:
    brief = kamerbrief.parse(text)
    assert letter_id(brief) == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    assert letter_id(brief.model_copy(update={"text_sha256": None})) != letter_id(brief)
