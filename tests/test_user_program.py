"""A program as a user writes it, with every call: mypy checks its types (strict), and it runs."""

from __future__ import annotations

import datetime as dt
import io
import pathlib
from collections.abc import Iterator
from typing import assert_type

import kamerbrief
from kamerbrief import (
    Block,
    Box,
    Chunk,
    Code,
    Diagnostic,
    Footnote,
    HeaderField,
    Kamerbrief,
    Line,
    Ministry,
    Page,
    Passage,
    QuestionSet,
    Section,
    Severity,
    Source,
    Tables,
)

LETTER = pathlib.Path(__file__).parent.parent / "fixtures" / "jenv-2022-imrf-like" / "letter.pdf"


def test_program() -> None:
    source = kamerbrief.load(LETTER)
    assert_type(source, Source)
    assert_type(source.pages, tuple[Page, ...])
    assert_type(source.pages[0].lines[0], Line)
    assert_type(source.data, bytes | None)
    brief = kamerbrief.parse(source, strict=True)
    assert_type(brief, Kamerbrief)
    assert_type(kamerbrief.read(LETTER.read_bytes(), name="brief.pdf"), Kamerbrief)
    assert_type(kamerbrief.read(io.BytesIO(LETTER.read_bytes())), Kamerbrief)
    assert_type(brief.date, dt.date | None)
    assert_type(brief.sender.ministry, Ministry | None)
    assert_type(brief.question_sets, tuple[QuestionSet, ...])
    look_at(brief)
    hand_on(brief, source)


def look_at(brief: Kamerbrief) -> None:
    for passage in brief.walk(annexes=True):
        assert_type(passage, Passage)
        assert_type(passage.block, Block)
        assert_type(passage.path, tuple[Section, ...])
        assert_type(passage.titles, tuple[str, ...])
        assert_type(brief.at(passage.where), Block | Footnote | Section)
    assert_type(brief.text, str)
    assert_type(brief.footnote("1"), Footnote)
    found = brief.references[0]
    assert isinstance(found, kamerbrief.Reference)
    if isinstance(found, kamerbrief.KamerstukReference):
        assert_type(found.dossier, str)
    assert_type(len(found.span), int)
    assert_type(brief.diagnostics, tuple[Diagnostic, ...])
    severities: list[Severity] = [diagnostic.severity for diagnostic in brief.diagnostics]
    assert severities == []
    assert_type(kamerbrief.CODES["left-over"], Code)
    kenmerk = next(field for field in brief.fields if field.name == "kenmerk")
    assert_type(kenmerk, HeaderField)
    for one in kamerbrief.find_references(brief.text, date=brief.date):
        assert one.url is None or one.url.startswith("https://")


def hand_on(brief: Kamerbrief, source: Source) -> None:
    assert_type(source.boxes(brief.fields[0].span), tuple[Box, ...])
    assert_type(kamerbrief.to_markdown(brief, annexes=False), str)
    assert_type(kamerbrief.chunks(brief, limit=100, count=len), Iterator[Chunk])
    assert_type(kamerbrief.tables(brief), Tables)
    assert_type(kamerbrief.to_html(brief, source), str)
    assert_type(kamerbrief.to_diwoo(brief), str)
    try:
        kamerbrief.to_diwoo(kamerbrief.parse(""))
    except kamerbrief.KamerbriefError as error:
        assert_type(error.brief, Kamerbrief | None)
