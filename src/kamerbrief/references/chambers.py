"""What papers, reports and questions of the Chambers share in their notation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kamerbrief.vocabulary.citations import any_of, chamber_names

if TYPE_CHECKING:
    from kamerbrief.model.references import House

_LOWER, _UPPER = any_of(chamber_names("tweede_kamer")), any_of(chamber_names("eerste_kamer"))
NAMES = f"{_LOWER}|{_UPPER}"
_BEFORE_MORE = r"(?=[,;)/\ ]+(?:vergader|zitting|'?\d{2,4}\ ?[/-]|\d\d[ .-]?\d{3}(?!\d)))"
CHAMBER = re.compile(
    r"[, (/*_-]*+(?:der\ Kamer\ |(?:van\ de|der)\ (?:Staten-Generaal,?\ )?)?"
    rf"(?:(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER}))(?:\ der\ Staten-Generaal)?"
    rf"|(?P<both>I/II|VV)|(?P<lower_roman>II|I\ I(?=,)|(?:11|2e?){_BEFORE_MORE})"
    rf"|(?P<upper_roman>I|1e?{_BEFORE_MORE}))(?![^\W_])\)?"
)
"""A Chamber in any of its spellings; the figures only where a session or a dossier follows."""
GAP = re.compile(r"[,;: *_-]*+")
"""Between two tokens; stars and low lines mark stress in Markdown."""
PAGE = re.compile(
    r"(?:\ -)?[, ]*+\(?(?:p\.?|pag\.?|blz\.?|bladzijden?|pagina's|pagina)\ ?"
    r"(?P<page>\d+(?:\ ?(?:-|,|en|t/m)\ ?\d+(?!\w|\ ?\d{3}))*(?:\ ?e\.?\ ?v\.?)?)"
)


def house_of(match: re.Match[str]) -> House | None:
    """The Chamber that was matched; None for both."""
    if match["both"]:
        return None
    return "tweede_kamer" if match["lower"] or match["lower_roman"] else "eerste_kamer"


def house_called(name: str) -> House:
    """The Chamber that is called so.

    Example:
        >>> house_called("EK"), house_called("Tweede Kamer der Staten-Generaal")
        ('eerste_kamer', 'tweede_kamer')
    """
    return "eerste_kamer" if name.startswith(chamber_names("eerste_kamer")) else "tweede_kamer"


def end_of(pattern: re.Pattern[str], view: str, at: int) -> int:
    """Where the pattern ends if it stands here; else here."""
    match = pattern.match(view, at)
    return match.end() if match else at


def is_senate(chamber: House | None) -> bool | None:
    """Whether the Chamber is the Eerste Kamer; None if it is not told."""
    return None if chamber is None else chamber == "eerste_kamer"
