"""Headings of which a converter wrote several parts on one line.

Nr. 45 BRIEF VAN DE MINISTER VAN DEFENSIE Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Den Haag, 3 mei 2031
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kamerbrief.vocabulary.addressees import opening_of_reader
from kamerbrief.vocabulary.dates import read_date, whole_date
from kamerbrief.vocabulary.kamerstukken import is_letter, number_line

if TYPE_CHECKING:
    from kamerbrief.lines.features import FeatureLine

_WITHIN = 400
"""So many characters of a line are searched for an addressee."""
_LONGEST_READER, _LONGEST_DATE = 150, 50
_CAPITALS = 20
_NUMBER = regex.compile(r"(?<=\s)nr\.\s?\d{1,4}\s", regex.IGNORECASE)


def parts_of_heading(line: FeatureLine) -> list[FeatureLine]:
    """What the paper is, its addressee, place and date, and its text, as lines of their own."""
    text = line.text
    if line.cells:
        return [line]
    blanks = (at for at, c in enumerate(text[:_WITHIN]) if c == " ")
    begin = next((at for at in (0, *(at + 1 for at in blanks)) if _addresses(text, at)), None)
    if begin is None:
        return [line]
    end = begin + opening_of_reader(text[begin : begin + _LONGEST_READER])
    until = end + _end_of_date(text[end : end + _LONGEST_DATE])
    cuts = [at for at in (begin, end, until) if 0 < at < len(text)]
    return line.split(*cuts) if begin or until > end else [line]


def from_number_on(line: FeatureLine) -> list[FeatureLine]:
    """The line of a page that is all on one: what stands before the number of a paper, and the parts of its heading."""
    numbers = _NUMBER.finditer(line.text, 0, _WITHIN) if len(line.text) > _WITHIN and not line.cells else ()
    at = next((one.start() for one in numbers if _begins_letter(line.text, one.end())), 0)
    if not at:
        return [line]
    above, heading = line.split(at)
    return [above, *parts_of_heading(heading)]


def _begins_letter(text: str, at: int) -> bool:
    words = text[at : at + _WITHIN].lstrip()
    return is_letter(words) and words[:_CAPITALS].isupper()


def _end_of_date(text: str) -> int:
    """Where the place and date end that a text begins with; 0 if it begins with none."""
    dated = read_date(text)
    return dated[2] if dated and whole_date(text[: dated[2]].strip()) else 0


def _addresses(text: str, at: int) -> bool:
    """Whether an addressee begins there: at the beginning of a line, or behind words that say what the paper is."""
    if not opening_of_reader(text[at : at + _LONGEST_READER]):
        return False
    above = text[:at].rstrip()
    return not above or (text[at + 1].islower() and (above.isupper() or number_line(above) is not None))
