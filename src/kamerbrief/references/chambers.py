"""What papers, reports and questions of the Chambers share in their notation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamerbrief.model.references import House

CHAMBER = re.compile(
    r"[, ]*+(?:der\ Kamer\ |(?:van\ de|der)\ )?"
    r"(?:(?P<name>(?:Tweede|Eerste)\ Kamer|TK|EK|T\.K\.|E\.K\.)(?:\ der\ Staten-Generaal)?"
    r"|(?P<roman>II|I/II|I|11(?=[, ]+[vz\d'])))(?!\w)"
)
GAP = re.compile(r"[,;: -]*+")
PAGE = re.compile(
    r"[, ]*+\(?(?:p\.?|pag\.?|blz\.?|bladzijden?|pagina's|pagina)\ ?"
    r"(?P<page>\d+(?:\ ?(?:-|,|en|t/m)\ ?\d+(?!\w|\ ?\d{3}))*(?:\ ?e\.?\ ?v\.?)?)"
)
_ROMAN: dict[str, House] = {"II": "tweede_kamer", "11": "tweede_kamer", "I": "eerste_kamer"}


def house_of(match: re.Match[str]) -> House | None:
    """The Chamber that was matched; None for both."""
    name, roman = match["name"], match["roman"]
    if roman:
        return _ROMAN.get(roman)
    return "eerste_kamer" if name[0] == "E" else "tweede_kamer"


def end_of(pattern: re.Pattern[str], view: str, at: int) -> int:
    """Where the pattern ends if it stands here; else here."""
    match = pattern.match(view, at)
    return match.end() if match else at


def is_senate(chamber: House | None) -> bool | None:
    """Whether the Chamber is the Eerste Kamer; None if it is not told."""
    return None if chamber is None else chamber == "eerste_kamer"
