"""The offices that lines of a signature name."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced, squash
from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.office_titles import is_title
from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.persons import name_of
from kamerbrief.vocabulary.signing import is_acting, is_on_behalf, may_precede_office, opens_with_office, signed_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_LONGEST_ROLE = 4
_ROLE_GAP = 2
"""Lines of one office follow each other; the margin or an extractor may put a blank line between."""
_LONGEST_OFFICE = 200
_LONGEST_PORTFOLIO = 60


@dataclasses.dataclass(frozen=True, slots=True)
class OfficeLines:
    """An office as a signature prints it."""

    role: str
    count: int
    """How many lines it takes."""
    name: str | None = None
    """Who holds it, where the name stands on its last line."""


# decides more: one pass over at most four lines, each of which may end the office in its own way
def office_at(lines: Sequence[FeatureLine], index: int) -> OfficeLines | None:
    """The office that the lines from here on name."""
    if not opens_with_office(lines[index].text):
        return None
    text = ""
    best: OfficeLines | None = None
    titled: OfficeLines | None = None
    for count, line in enumerate(lines[index : index + _LONGEST_ROLE], start=1):
        above = lines[index + count - 2] if count > 1 else None
        if above is not None and _ends_office(text, above, line, found=best is not None):
            break
        text = f"{text} {line.text}".strip()
        if len(text) > _LONGEST_OFFICE:
            break
        read = _read(text, count)
        if read is None:
            continue
        office, rest = read
        if office is None:
            break
        if not rest:
            best = office
        elif rest.startswith(",") and name_of(rest.strip(", ")):
            return dataclasses.replace(office, name=rest.strip(", "))
        elif is_title(portfolio := rest.strip(", ")):  # or the beginning of the office's own: "Landbouw, Natuur"
            best = titled = dataclasses.replace(best or office, role=f"{office.role}, {portfolio}", count=count)
        elif best is not None and best is not titled and above is not None and _is_portfolio(rest, above, line):
            return dataclasses.replace(best, role=f"{best.role}, {portfolio}", count=count)
    return best


def _ends_office(text: str, above: FeatureLine, line: FeatureLine, *, found: bool) -> bool:
    """Whether an office that stands above a line does not go on in it."""
    if text.endswith(",") and squash(text[:-1]).endswith(tuple(map(squash, words("premiers")))):
        return False
    return (
        line.row - above.row > _ROLE_GAP
        or opens_with_office(line.text)
        or (found and signed_name(line.text) is not None)
    )


def _read(text: str, count: int) -> tuple[OfficeLines | None, str] | None:
    """The office of these words and what follows it; None if they name none, no office if they may not precede one."""
    offices = offices_in(text)
    if not offices:
        return None
    if not may_precede_office(text[: offices[0].start]):
        return None, ""
    rest = text[offices[-1].end :].strip()
    role = single_spaced(text[offices[0].start : offices[-1].end])
    if is_acting(rest):
        return OfficeLines(f"{role}, a.i.", count), ""
    return OfficeLines(role, count), rest.rstrip(",") and rest


def _is_portfolio(text: str, above: FeatureLine, line: FeatureLine) -> bool:
    """Whether the text can be a portfolio on a line of its own right below the office."""
    words = text.lstrip(", ")
    short = len(words) < _LONGEST_PORTFOLIO and not words.endswith(".")
    return short and line.row - above.row == 1 and words[:1].isupper()


def behalf_lines(lines: Sequence[FeatureLine], index: int) -> int:
    """How many lines ``mede namens de minister van ...`` takes; 0 for a sentence that begins so."""
    if not is_on_behalf(lines[index].text):
        return 0
    text = ""
    for count, line in enumerate(lines[index : index + _LONGEST_ROLE], start=1):
        text = f"{text} {line.text}".strip()
        offices = offices_in(text)
        rest = text[offices[-1].end :].strip(" ,") if offices else text
        if not rest or text.endswith(","):  # behind offices may stand further parties, known or not
            return count
    return 0


def role_in(text: str) -> str | None:
    """The office that the text is."""
    offices = offices_in(text)
    return single_spaced(text[offices[0].start :]) if offices else None
