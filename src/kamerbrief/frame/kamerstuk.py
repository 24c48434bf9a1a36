"""The heading of a letter as a Chamber published it: dossiers, number, senders, addressee, place and date.

30 573   Migratiebeleid
Nr. 153  BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 29 april 2022
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.document.text import single_spaced
from kamerbrief.lines.field import Field
from kamerbrief.vocabulary.dates import whole_date
from kamerbrief.vocabulary.phrases import addresses_chamber

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_SEARCHED = 150
_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{0,3})[AB]?|[A-N])"
_DOSSIER = regex.compile(
    rf"(?P<number>\d{{2}}[\s.]?\d{{3}})(?P<suffix>(?:\s|-|\s-\s)(?:{_ROMAN}|\d{{2}})(?=\s|\Z))?(?:\s*+\(R\s?\d{{3,4}}\))?(?:\s++(?P<title>\D.*|\d.{{20,}}))?\Z"
)
_NUMBER = regex.compile(
    r"(?:nr\.?\s*+(?P<number>\d{1,4}|[A-Z]{1,3})|(?P<letter>[A-Z]{1,3}))"
    r"(?:\d?\s++(?P<reprint>(?:\w+\s)?HERDRUK)\d?)?(?:\d?\s++(?P<heading>.+))?\s*\Z",
    regex.IGNORECASE,
)
_HEADING = regex.compile(r"(?:\w+\s){0,2}brief van\b", regex.IGNORECASE)
_SESSION = regex.compile(r"vergaderjaar\s++(\d{4})\s?[-–/]\s?(\d{4}|\d{2})(?!\d)", regex.IGNORECASE)
_SESSION_IN_TABLE = regex.compile(r"Staten-Generaal(\d{4})-(\d{4})(?=\d{5})")
_SESSION_ALONE = regex.compile(r"(\d{4})-(\d{4})\Z")
_CHAMBER_TITLE = regex.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal\b.{0,6}\Z")
_WEB_ID = regex.compile(r"Kamerstuk\s++(\d{5})(?:-([IVX]+[AB]?))?-(\d{1,4})\Z")
_WEB_TITLE = regex.compile(r"Dossier:\s*+(?P<title>.+)\Z")
_SUBJECT = regex.compile(r"Brief regering\s*+:\s*+(?P<subject>.+)\Z")
_SHORT_YEAR = 2
_LONGEST_NUMBER_LINE = 400
_LONGEST_HEADING_LINE = 160
_TITLE_LINES = 10


@dataclasses.dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a published letter."""

    dossiers: tuple[str, ...]
    titles: tuple[str, ...]
    number: str
    senders: str
    """The words that name the offices: ``BRIEF VAN DE MINISTER VAN ...``."""
    session_year: str | None
    subject: str | None
    date: dt.date | None
    place: str | None
    calls: tuple[str, ...]
    """Notes that the heading itself calls: ``HERDRUK1``."""
    recipient: list[FeatureLine]
    fields: list[Field]
    """Its parts, in reading order."""


def read_heading(ledger: Ledger) -> Heading | None:
    """The heading of a published letter; its lines and those above it are taken. None if the letter has none."""
    lines = ledger.rest()
    numbered = _number_line(lines)
    if numbered is None:
        return None
    at, match = numbered
    number = (match["number"] or match["letter"]).upper()
    heading_end = at + 1
    while heading_end < min(len(lines), at + 8) and not _ends_heading(lines[heading_end].text):
        heading_end += 1
    words = [match["heading"] or "", *(line.text for line in lines[at + 1 : heading_end])]
    begin, dossiers, titles = _dossiers(lines, at)
    before = list(lines[:begin])
    parts: list[tuple[str, list[FeatureLine]]] = []
    if begin < at:
        parts.append(("dossier", list(lines[begin:at])))
    parts.append(("number", list(lines[at:heading_end])))
    session = subject = None
    kept: list[FeatureLine] = []
    for line in before:
        found = _SESSION.search(line.text) or _SESSION_IN_TABLE.search(line.text) or _SESSION_ALONE.match(line.text)
        if found and session is None:
            session = session_year(found[1], found[2])
            parts.append(("session_year", [line]))
        elif _CHAMBER_TITLE.match(line.text):
            parts.append(("publisher", [line]))
        elif (named := _SUBJECT.match(line.text)) and subject is None:
            subject = named["subject"]
            parts.append(("subject", [line]))
        elif (web := _WEB_ID.match(line.text)) and not dossiers:
            dossiers = ["-".join(part for part in web.groups()[:2] if part)]
            parts.append(("dossier", [line]))
        elif (web := _WEB_TITLE.match(line.text)) and not titles:
            titles = [web["title"]]
            parts.append(("dossier_title", [line]))
        else:
            kept.append(line)
    recipient, date, place, end = _addressee_and_date(lines, heading_end)
    if date is not None:
        parts.append(("date", [lines[end - 1]]))
    heading = Heading(
        dossiers=tuple(dossiers),
        titles=tuple(titles),
        number=number,
        senders=single_spaced(" ".join(words)),
        session_year=session,
        subject=subject,
        date=date,
        place=place,
        calls=tuple(regex.findall(r"(?<=HERDRUK|\b[A-Z])\d(?=\s|\Z)", lines[at].text)),
        recipient=recipient,
        fields=[
            Field(name, None, single_spaced(" ".join(line.text for line in of_part)), tuple(of_part))
            for name, of_part in sorted(parts, key=lambda part: part[1][0].start)
        ],
    )
    ledger.take("chrome", kept)
    ledger.take("kamerstuk", [line for field in heading.fields for line in field.lines])
    ledger.take("recipient", recipient)
    return heading


def session_year(first: str, second: str) -> str:
    """A parliamentary year in full.

    Example:
        >>> session_year("2018", "19"), session_year("1999", "00")
        ('2018-2019', '1999-2000')
    """
    return f"{first}-{int(first) + 1}" if len(second) == _SHORT_YEAR else f"{first}-{second}"


def _number_line(lines: Sequence[FeatureLine]) -> tuple[int, regex.Match[str]] | None:
    """The line that begins ``Nr. 153``, followed by the words ``BRIEF VAN``."""
    for index, line in enumerate(lines[:_SEARCHED]):
        match = _NUMBER.match(line.text) if len(line.text) < _LONGEST_NUMBER_LINE else None
        if match is None or (match["letter"] and not line.text.isupper()):
            continue
        if match["heading"]:
            if _HEADING.match(match["heading"]):
                return index, match
        elif any(_HEADING.match(later.text) for later in lines[index + 1 : index + 3]):
            return index, match
    return None


def _ends_heading(text: str) -> bool:
    return addresses_chamber(text) or whole_date(text) is not None or len(text) > _LONGEST_HEADING_LINE


def _dossiers(lines: Sequence[FeatureLine], at: int) -> tuple[int, list[str], list[str]]:
    """The dossiers stacked above the number: where they begin, their numbers and titles."""
    begin = at
    for index in range(at - 1, max(at - 14, -1), -1):
        if _DOSSIER.match(lines[index].text):
            begin = index
        elif at - index > _TITLE_LINES or _CHAMBER_TITLE.match(lines[index].text) or _SESSION.search(lines[index].text):
            break
    dossiers: list[str] = []
    titles: list[list[str]] = []
    for line in lines[begin:at]:
        if match := _DOSSIER.match(line.text):
            suffix = (match["suffix"] or "").strip(" -\t\xa0")
            number = regex.sub(r"\D", "", match["number"])
            dossiers.append(f"{number}-{suffix}" if suffix else number)
            titles.append([match["title"]] if match["title"] else [])
        elif titles:
            titles[-1].append(line.text)
    return begin, dossiers, [single_spaced(" ".join(parts)) for parts in titles if parts]


def _addressee_and_date(
    lines: Sequence[FeatureLine], begin: int
) -> tuple[list[FeatureLine], dt.date | None, str | None, int]:
    """The addressee, the date with its place, and where the body begins."""
    recipient: list[FeatureLine] = []
    for index in range(begin, min(len(lines), begin + 6)):
        text = lines[index].text
        if (found := whole_date(text)) is not None:
            return recipient, found[0], found[1], index + 1
        if not addresses_chamber(text) and not recipient:
            return [], None, None, begin
        recipient.append(lines[index])
    return recipient[:1], None, None, begin + len(recipient[:1])
