"""The heading of a letter as a Chamber published it: dossiers, number, senders, addressee, place and date.

30 573   Migratiebeleid
Nr. 153  BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 29 april 2022
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

from kamerbrief.document.text import single_spaced
from kamerbrief.frame.joined import from_number_on, parts_of_heading
from kamerbrief.lines.field import Field
from kamerbrief.vocabulary.dates import read_date, whole_date
from kamerbrief.vocabulary.kamerstukken import (
    Numbered,
    dossier_line,
    is_letter,
    is_publisher,
    number_line,
    session_in,
    shown_by_site,
)
from kamerbrief.vocabulary.phrases import addresses_chamber, opens_with
from kamerbrief.vocabulary.sessions import named_session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger

_SEARCHED = 150
_TOP = 30
"""A page that is all on one line is one of the first lines."""
_LONGEST_HEADING_LINE = 160
_HEADING_LINES = 8
_TITLE_LINES, _DOSSIER_LINES = 10, 13
_BELOW = 3
"""A site shows session and number once more in the next lines,"""
_NEAR = 2
"""and an addressee or date stands so near below the words that say what a paper is."""
_BLANKS_IN_TITLE = 2
_ADDRESSEE_LINES = 6


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
    is_supplement: bool = False
    """It is of answered questions: a number of the Aanhangsel van de Handelingen and no dossier."""


def read_heading(ledger: Ledger) -> Heading | None:
    """The heading of a published letter; its lines and those above it are taken. None if the letter has none."""
    lines = _parted(ledger.rest())
    found = _number_line(lines)
    if found is None:
        return None
    ledger.recut(lines)
    at, numbered = found
    below = _said_below(lines, at, numbered)
    lines = [line for line in lines if line not in below]
    end = _end_of_heading(lines, at)
    begin, dossiers, titles = _dossiers(lines, at, numbered.dossier)
    above, others = _above([*lines[:begin], *below])
    recipient, date, place, body = _addressee_and_date(lines, end)
    of_date = lines[body - 1 : body] if date else []
    named = [("dossier", lines[begin:at]), ("number", lines[at:end]), ("date", of_date)]
    fields = _fields([*named, *((name, [line]) for name, (_, line) in above.items())])
    ledger.take("chrome", others)
    ledger.take("kamerstuk", [line for field in fields for line in field.lines])
    ledger.take("recipient", recipient)
    words = single_spaced(" ".join([numbered.heading or "", *(line.text for line in lines[at + 1 : end])]))
    told = _told(above, of_letter=is_letter(words))
    return Heading(
        dossiers=tuple(dossiers or _listed(told.get("dossier"))),
        titles=tuple(titles or _listed(told.get("dossier_title"))),
        number=numbered.number,
        senders=words,
        session_year=told.get("session_year"),
        subject=told.get("subject"),
        date=date or _shown_date(told),
        place=place,
        calls=numbered.calls,
        recipient=recipient,
        fields=fields,
    )


def _parted(lines: Sequence[FeatureLine]) -> list[FeatureLine]:
    """The lines, those of the heading parted that are several."""
    found = _number_line(lines)
    if found is None:
        lines = [*itertools.chain.from_iterable(map(from_number_on, lines[:_TOP])), *lines[_TOP:]]
        found = _number_line(lines)
    begin, end = (found[0], found[0] + _HEADING_LINES) if found else (0, 0)
    parts = itertools.chain.from_iterable(map(parts_of_heading, lines[begin:end]))
    return [*lines[:begin], *parts, *lines[end:]]


def _said_below(lines: Sequence[FeatureLine], at: int, numbered: Numbered) -> list[FeatureLine]:
    """The session, and the number once more, where a site shows them below the words that they stand above."""
    near = lines[at + 1 : at + 1 + _BELOW] if numbered.dossier else []
    return [line for line in near if session_in(line.text) or _is_number(line.text, numbered)]


def _is_number(text: str, numbered: Numbered) -> bool:
    """Whether a line says this number and nothing else."""
    found = number_line(text)
    return found is not None and found.heading is None and found.number == numbered.number


def _end_of_heading(lines: Sequence[FeatureLine], at: int) -> int:
    """Where the words end that begin with the number of the paper."""
    end = at + 1
    while end < min(len(lines), at + _HEADING_LINES) and not _ends_heading(lines[at], lines[end]):
        end += 1
    return end


def _told(above: dict[str, tuple[str, FeatureLine]], *, of_letter: bool) -> dict[str, str]:
    """What the lines above say: the subject of a letter, and of another paper when it was published."""
    left_out = "date" if of_letter else "subject"
    return {name: value for name, (value, _) in above.items() if name != left_out}


def _shown_date(told: dict[str, str]) -> dt.date | None:
    """When a site says that the paper was published."""
    found = read_date(told.get("date", ""))
    return found[0] if found else None


def _listed(value: str | None) -> list[str]:
    return [value] if value else []


def _fields(parts: Sequence[tuple[str, Sequence[FeatureLine]]]) -> list[Field]:
    """The parts of a heading that are there, in the order of their lines."""
    there = sorted((part for part in parts if part[1]), key=lambda part: part[1][0].start)
    return [
        Field(name, None, single_spaced(" ".join(line.text for line in lines)), tuple(lines)) for name, lines in there
    ]


def _above(lines: Sequence[FeatureLine]) -> tuple[dict[str, tuple[str, FeatureLine]], list[FeatureLine]]:
    """What the lines above the dossiers say, the first of each kind, and those that say nothing."""
    found: dict[str, tuple[str, FeatureLine]] = {}
    others: list[FeatureLine] = []
    for above, line in zip([None, *lines], lines, strict=False):
        session = session_in(line.text)
        told = ("session_year", session) if session else shown_by_site(line.text)
        if is_publisher(line.text):
            told = "publisher", line.text
        elif told is None and above is not None and _shown(above, "dossier") and _may_be_subject(line.text):
            told = "subject", line.text  # the title stands below the number
        if told is not None and told[0] not in found:
            found[told[0]] = told[1], line
        else:
            others.append(line)
    return found, others


def _may_be_subject(text: str) -> bool:
    """Whether a line is a title, and no link of a site or name of a Chamber."""
    return text.count(" ") >= _BLANKS_IN_TITLE and not is_letter(text) and named_session(text) is None


def _number_line(lines: Sequence[FeatureLine]) -> tuple[int, Numbered] | None:
    """The line that begins ``Nr. 153``, followed by the words ``BRIEF VAN``, and where it stands.

    What stands below a salutation or closing is no heading of the letter, but of a paper behind it.
    """
    framed = (at for at, line in enumerate(lines[:_SEARCHED]) if line.frames_letter)
    lines = lines[: next(framed, _SEARCHED)]
    for index, line in enumerate(lines):
        numbered = number_line(line.text)
        if numbered is None:
            continue
        headings = [numbered.heading] if numbered.heading else [later.text for later in lines[index + 1 : index + 3]]
        stated = line.hint.stated == "heading" and numbered.heading and _is_below_paper(lines[:index])
        below = lines[index + 1 : index + 1 + _HEADING_LINES]
        if stated or (headings and _is_of_paper(numbered, headings[0], lines[:index], below)):
            return index, numbered  # of a paper of any kind
        if any(map(is_letter, headings)):
            return index, numbered
    return _unnumbered(lines)


def _unnumbered(lines: Sequence[FeatureLine]) -> tuple[int, Numbered] | None:
    """The words that say what a paper is whose number was lost: below session and dossier, above addressee or date."""
    for index, line in enumerate(lines):
        above, below = lines[:index], lines[index + 1 : index + 1 + _NEAR]
        if (
            line.text.isupper()
            and any(map(_stands_below_words, below))
            and _is_below_session(above)
            and _names_dossier(above)
        ):
            number = next((told[1] for other in above if (told := _shown(other, "number"))), "")
            return index, Numbered(number, line.text, ())
    return None


def _shown(line: FeatureLine, name: str) -> tuple[str, str] | None:
    """What a line of a site says of the paper, if it is of that name."""
    told = shown_by_site(line.text)
    return told if told is not None and told[0] == name else None


def _is_below_paper(lines: Sequence[FeatureLine]) -> bool:
    """Whether these lines name a session or a dossier, as those above the number of a paper do."""
    return any(named_session(line.text) or dossier_line(line.text) for line in lines)


def _is_of_paper(numbered: Numbered, heading: str, above: Sequence[FeatureLine], below: Sequence[FeatureLine]) -> bool:
    """Whether the words behind a number are the title of a paper: in capitals, with a dossier and a session or date.

    Its addressee tells it as well, unless the number is one of letters, as each word in capitals may be.
    """
    if not heading.isupper() or not _names_dossier(above):
        return False
    if any(_shown(line, "date") for line in above) or _is_below_session(above):
        return True
    return any(map(_stands_below_words if numbered.number.isdecimal() else _is_paper_date, below))


def _names_dossier(lines: Sequence[FeatureLine]) -> bool:
    """Whether the last of these lines name the dossier of a paper below them, or a site does."""
    named = any(_shown(line, "dossier") for line in lines)
    return named or any(dossier_line(line.text) for line in lines[-_DOSSIER_LINES:])


def _is_below_session(lines: Sequence[FeatureLine]) -> bool:
    return any(named_session(line.text) for line in lines)


def _stands_below_words(line: FeatureLine) -> bool:
    """Whether what stands below the words that say what a paper is begins with a line: its addressee or its date."""
    return _is_paper_date(line) or addresses_chamber(line.text)


def _is_paper_date(line: FeatureLine) -> bool:
    """Whether a line is the date of a paper that is no letter: ``Vastgesteld 3 mei 2031``."""
    return opens_with(line.text, "paper_dates") and read_date(line.text) is not None


def _ends_heading(number: FeatureLine, line: FeatureLine) -> bool:
    """Whether the heading that begins with the number of the paper ended above this line."""
    text = line.text
    if number.hint.stated == "heading" and line.hint.block != number.hint.block:
        return True
    if _is_paper_date(line):
        return True
    is_text = len(text) > _LONGEST_HEADING_LINE and not text.isupper()
    return is_text or addresses_chamber(text) or whole_date(text) is not None


def _begin_of_dossiers(lines: Sequence[FeatureLine], at: int) -> int:
    """Which line names the first of the dossiers that are stacked above the number."""
    begin = at
    for index in range(at - 1, max(at - 1 - _DOSSIER_LINES, -1), -1):
        text = lines[index].text
        if dossier_line(text):
            begin = index
        elif at - index > _TITLE_LINES or is_publisher(text) or named_session(text):
            break
    return begin


def _dossiers(lines: Sequence[FeatureLine], at: int, named: str | None) -> tuple[int, list[str], list[str]]:
    """The dossiers stacked above the number: where they begin, their numbers and titles.

    Args:
        lines: Those of the document.
        at: Which of them has the number.
        named: The dossier that is named on that line; its title alone stands above it.
    """
    if named is not None:
        above = lines[at - 1].text if at else ""
        titled = above and not (is_publisher(above) or session_in(above) or shown_by_site(above))
        return at - bool(titled), [named], [above] if titled else []
    begin = _begin_of_dossiers(lines, at)
    dossiers: list[str] = []
    titles: list[list[str]] = []
    for line in lines[begin:at]:
        if found := dossier_line(line.text):
            dossiers.append(found[0])
            titles.append([found[1]] if found[1] else [])
        elif titles:
            titles[-1].append(line.text)
    return begin, dossiers, [single_spaced(" ".join(parts)) for parts in titles if parts]


def _addressee_and_date(
    lines: Sequence[FeatureLine], begin: int
) -> tuple[list[FeatureLine], dt.date | None, str | None, int]:
    """The addressee, the date with its place, and where the body begins."""
    recipient: list[FeatureLine] = []
    for index in range(begin, min(len(lines), begin + _ADDRESSEE_LINES)):
        text = lines[index].text
        if (found := whole_date(text)) is not None:
            return recipient, found[0], found[1], index + 1
        if opens_with(text, "paper_dates") and (dated := read_date(text)) is not None:
            return recipient, dated[0], None, index + 1
        if not addresses_chamber(text) and not recipient:
            return [], None, None, begin
        recipient.append(lines[index])
    return recipient[:1], None, None, begin + len(recipient[:1])
