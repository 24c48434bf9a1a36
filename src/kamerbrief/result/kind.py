"""Whether a text is a letter at all; `strict` refuses what is none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from kamerbrief.model.diagnostics import diagnose
from kamerbrief.vocabulary import alternatives

if TYPE_CHECKING:
    from kamerbrief.model.letter import Diagnostic, Kamerbrief

_LETTER = regex.compile(r"\p{L}")
_LONGEST_PATH = 1_000
_PATH = regex.compile(r"\S[^\n\f]*\.(?:pdf|txt|md|docx?|odt|html?|xml|json|zip)\Z", regex.IGNORECASE)


def no_letter(brief: Kamerbrief, text: str) -> Diagnostic | None:
    """What says that a text is no letter; None where it is one.

    Args:
        brief: What was read from it.
        text: The text.
    """
    if not _LETTER.search(text):
        return diagnose("empty-letter")
    if len(text) <= _LONGEST_PATH and _PATH.match(text.strip()):
        return diagnose("path-as-text", repr(text.strip()))
    if brief.form == "plain" and not (_tells_letter(brief) or _sender_speaks().search(text)):
        return diagnose("not-a-letter")
    return None


def _tells_letter(brief: Kamerbrief) -> bool:
    """Whether anything was read that letters alone have."""
    sender, signed = brief.sender, (*brief.signatories, *brief.on_behalf_of)
    named = sender.ministry or sender.roles or brief.recipient.name or signed
    return bool(named or brief.date or brief.subject or brief.salutation or brief.closing)


@cache
def _sender_speaks() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{alternatives('sender_speaks')})(?!\p{{L}})", regex.IGNORECASE)
