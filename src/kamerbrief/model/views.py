"""A letter at a glance: in a line, and as a small table for notebooks."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kamerbrief.model.letter import Kamerbrief

_LONGEST_SUBJECT: Final = 40
_SEVERITIES: Final = ("error", "warning", "info")


def shown(brief: Kamerbrief) -> str:
    """The letter in one line: date, ministry, subject and how much it holds; what is missing is left out."""
    ministry = brief.sender.ministry
    subject = brief.subject
    if subject and len(subject) > _LONGEST_SUBJECT:
        subject = f"{subject[:_LONGEST_SUBJECT].rstrip()} ..."
    head = [str(brief.date or ""), ministry.abbreviation if ministry else "", repr(subject) if subject else ""]
    return f"Kamerbrief({', '.join(part for part in [*head, *_counts(brief)] if part)})"


def shown_as_html(brief: Kamerbrief) -> str:
    """The letter as a table in HTML; each text of the letter is escaped."""
    ministry = brief.sender.ministry
    rows = {
        "date": brief.date,
        "ministry": ministry and f"{ministry.name} ({ministry.abbreviation})",
        "recipient": brief.recipient.name,
        "subject": brief.subject,
        "kenmerk": brief.kenmerk,
        "kamerstuk": brief.kamerstuk and brief.kamerstuk.id,
        "signed by": ", ".join(signed.name or signed.role or "" for signed in brief.signatories),
        "holds": ", ".join(_counts(brief)),
        "diagnostics": ", ".join(_told(brief)),
    }
    cells = "".join(
        f'<tr><th style="text-align:left">{name}</th><td style="text-align:left">{html.escape(str(value))}</td></tr>'
        for name, value in rows.items()
        if value
    )
    return f"<table>{cells}</table>"


def _counts(brief: Kamerbrief) -> list[str]:
    counts = {
        "section": len(brief.sections),
        "note": len(brief.footnotes),
        "reference": len(brief.references),
        "annex": len(brief.annexes),
    }
    return [_counted(count, word) for word, count in counts.items() if count or word != "annex"]


def _told(brief: Kamerbrief) -> list[str]:
    found = [diagnostic.severity for diagnostic in brief.diagnostics]
    counts = {severity: found.count(severity) for severity in _SEVERITIES}
    return [f"{count} {severity}" for severity, count in counts.items() if count]


def _counted(count: int, word: str) -> str:
    """``1 note``, ``2 notes``, ``2 annexes``."""
    if count == 1:
        return f"1 {word}"
    return f"{count} {word}es" if word.endswith("x") else f"{count} {word}s"
