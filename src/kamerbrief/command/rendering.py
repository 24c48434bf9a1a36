"""What a process makes of a letter for each format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamerbrief.exports.tables import tables

if TYPE_CHECKING:
    from kamerbrief.document.source import Source
    from kamerbrief.exports.rows import Tables
    from kamerbrief.model.letter import Kamerbrief


def json_of(brief: Kamerbrief, _: Source) -> str:
    """The letter as a JSON document, indented."""
    return brief.model_dump_json(indent=2) + "\n"


def json_line_of(brief: Kamerbrief, _: Source) -> str:
    """The letter as a line of JSON."""
    return brief.model_dump_json() + "\n"


def nothing_of(_: Kamerbrief, __: Source) -> None:
    """Nothing: its diagnostics are told."""


def markdown_of(brief: Kamerbrief, _: Source) -> str:
    """The letter as Markdown."""
    from kamerbrief.exports.markdown import to_markdown

    return to_markdown(brief)


def html_of(brief: Kamerbrief, source: Source) -> str:
    """The letter beside its page.

    Raises:
        KamerbriefError: What draws the pages of a PDF is not installed.
    """
    from kamerbrief.exports.view import to_html

    return to_html(brief, source)


def diwoo_of(brief: Kamerbrief, _: Source) -> str:
    """The letter's metadata as DiWoo.

    Raises:
        KamerbriefError: It lacks what that demands.
    """
    from kamerbrief.exports.diwoo import to_diwoo

    return to_diwoo(brief)


def tables_of(brief: Kamerbrief, _: Source) -> Tables:
    """The letter as rows of tables."""
    return tables(brief)
