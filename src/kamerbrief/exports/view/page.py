"""The page as one file: sheets on the left, entries on the right, style and program within."""

from __future__ import annotations

import base64
import hashlib
import html
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from kamerbrief.exports.view.entries import excerpt, groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.exports.view.entries import Entry
    from kamerbrief.model.letter import Kamerbrief

_CLOSED: Final = ("Furniture",)
"""Groups that are seldom looked at."""
_DEEPEST: Final = 6


def page_of(brief: Kamerbrief, entries: Sequence[Entry], sheets: Iterable[str]) -> str:
    """The whole page. Its policy lets no other program run and nothing be fetched, whatever a letter holds."""
    style, program = _asset("view.css"), _asset("view.js")
    name, ministry = brief.origin and brief.origin.name, brief.sender.ministry
    groups = {"Diagnostics": list[int](), **groups_of(entries)}
    return Template(_asset("view.html")).substitute(
        policy=f"default-src 'none'; img-src data:; style-src 'sha256-{_hash(style)}'; "
        f"script-src 'sha256-{_hash(program)}'; base-uri 'none'; form-action 'none'",
        title=html.escape(brief.subject or name or "Kamerbrief"),
        told=html.escape(", ".join(filter(None, (str(brief.date or ""), ministry.name if ministry else "")))),
        style=style,
        program=program,
        sheets="".join(sheets),
        groups="".join(_group(name, numbers, entries) for name, numbers in groups.items()),
    )


def _asset(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _group(name: str, numbers: Sequence[int], entries: Sequence[Entry]) -> str:
    rows = "".join(_row(number, entries[number]) for number in numbers) or "<li>none</li>"
    is_open = "" if name in _CLOSED else " open"
    return (
        f"<details{is_open}><summary><h2>{name} <span>{len(numbers)}</span></h2></summary>"
        f'<ul aria-label="{name}">{rows}</ul></details>\n'
    )


def _row(number: int, entry: Entry) -> str:
    """An entry: a button that shows its place, and a link where what it names can be read."""
    kind = f"{entry.kind} {html.escape(entry.tone)} d{min(entry.depth, _DEEPEST)}"
    told = f'<b>{html.escape(entry.label)}</b> <span lang="nl">{html.escape(excerpt(entry.text))}</span>'
    link = ""
    if entry.url and entry.url.startswith(("https://", "http://")):
        label = html.escape(f"open {entry.label}")
        link = f'<a href="{html.escape(entry.url)}" rel="noreferrer" aria-label="{label}">↗</a>'
    return f'<li class="{kind}"><button type="button" data-ids="{number}">{told}</button>{link}</li>'
