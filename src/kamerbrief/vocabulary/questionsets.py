"""What stands above questions of Parliament: who asks whom, about what, when and under which number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.vocabulary import words
from kamerbrief.vocabulary.dates import read_date
from kamerbrief.vocabulary.offices import offices_in

if TYPE_CHECKING:
    import datetime as dt

_LONGEST = 1_500
_LONGEST_HEADING = 200
_ARTICLE = 3
_PARTICLES = r"(?:[Vv]an|[Vv]on|[Dd]e[nrs]?|[Tt]e[nr]?|['’][tsT]|[Ee]l|[Ll][ae]|[Dd][iu]|[Óó]|[Oo]p|[Ii]n)"
_WORD = r"\p{Lu}[\p{L}\p{M}.'’‑-]*+"
_NAME = regex.compile(rf"(?:{_PARTICLES}\s)*+(?:{_WORD})(?:\s(?:{_PARTICLES}\s)*+{_WORD}){{0,3}}")
_PARTY = regex.compile(r"\s?\((?:(?:beiden?|allen?|alle(?:\s\p{L}++)?)(?:\svan\sde)?\s)?(?P<party>[^()]{1,40})\)")
_THEN = regex.compile(r"\s?,\s?(?:en\s)?|\sen\s|\s&\s")
_MEMBERS = regex.compile(r"\b(?:het|de|van|door)\s(?:oud-)?(?:[Kk]amer)?(?:lid|leden)\s(?=\p{Lu}|[‘'’])")
_COMMITTEE = regex.compile(
    r"\b(?:(?:vaste|algemene|bijzondere|tijdelijke)\s){0,2}(?:kamer)?commissie\s(?:voor|van)\s(?:de\s)?"
    r"(?P<name>(?-i:\p{Lu}[\p{L}-]+(?:(?:,\s|\sen\s|\s)\p{Lu}[\p{L}-]+)*+))",
    regex.IGNORECASE,
)
_ANY_COMMITTEE = regex.compile(r"\b(?:kamer)?commissie\b", regex.IGNORECASE)
_NUMBER = regex.compile(r"\b(?:(?:19|20)\d\d\s?(?:Z\s?\d{4,6}\b|D\s?\d{5}(?!\d\d))|\d{6}U\b|\d{6}\.\d{2}U\b)")
_SENT = regex.compile(
    r"\b(?:ingezonden|toegezonden|ingediend|gesteld|verzonden|ontvangen)(?:\s(?:op|d\.d\.|van))?\s(?=\d)",
    regex.IGNORECASE,
)
_SENT_AFTER = regex.compile(
    r"\b(?:op|van)\s(?=\d)(?P<date>[^,.;()]{6,24}?)\s(?:toegezonden|ingezonden|ingediende?|gestelde?)\b",
    regex.IGNORECASE,
)
_DATE_REACH = 40
_DAY = regex.compile(r"\d{1,2}\s\p{Ll}{3,9}\b")
_PARTIES = regex.compile(
    r"\bleden\svan\sde\s(?:fracties?\svan\s(?:(?:de|het)\s)?(?P<named>[^.;()]{2,80}?)(?=\s(?:aan|over|inzake|in|van|die|hebben)\b|[.;,()]|\Z)"
    r"|(?P<named>\p{Lu}[\p{L}0-9/]*+)-fractie)"
)
_ABOVE = regex.compile(
    rf"(?:{_NUMBER.pattern}\s*+(?:\(ingezonden[^()]{{6,40}}\))?+|\(ingezonden[^()]{{6,40}}\))\W*\Z", regex.IGNORECASE
)
_ABOUT = regex.compile(r"\s(?:over|inzake|betreffende|omtrent|naar aanleiding van)\s", regex.IGNORECASE)
_TAIL = regex.compile(
    r"[\s.,;]*+(?:\(?(?:(?:die|welke)\s)?(?:(?:zijn|werden)\s)?ingezonden\s(?:op\s|d\.d\.\s)?\d"
    r"|\([^()]{0,80}(?:ingezonden|20\d\d[ZD]\d)|(?:met|onder|uw)\s(?:kenmerk|nummer)\s20\d\d[ZD]"
    r"|\Z)(?s:.*+)",
    regex.IGNORECASE,
)
"""What a sentence says behind its subject: when the questions came and under what number."""
_SENTENCE_END = regex.compile(r"(?<=[\p{Ll}\d)’”\"']{2})\.(?=\s\p{Lu}\p{L}*+\s)")
_ON_QUESTIONS = regex.compile(r"\sop\s(?:de\s)?(?:\p{L}++\s){0,3}?(?:kamer)?vragen\b|\sop\svragen\b", regex.IGNORECASE)
_TITLE = regex.compile(
    r"(?:\([^()]{4,60}\)\s|nr\.?\s(?:\d{1,3}\s)?+|(?:19|20)\d\dZ\d{4,6}\s)?+(?:(?:antwoord(?:en)?|beantwoording|reactie)\s(?:van|door|op|vragen|kamervragen|schriftelijke|op\sde|namens)\b"
    r"|(?:kamer|(?:schriftelijke|feitelijke|mondelinge|nadere|aanvullende)\s)?vragen\s(?:van|gesteld|door)\s(?:het|de|kamer)?\s?"
    r"(?:kamer)?(?:lid|leden|vaste|commissie|algemene)\b"
    r"|(?:verslag\shoudende\s(?:een\s)?)?lijst\svan\svragen\b|verslag\svan\seen\sschriftelijk\soverleg)",
    regex.IGNORECASE,
)
_SPEAKS = regex.compile(r"\b(?:kamer)?vragen\b|schriftelijk\soverleg|\binbreng\b", regex.IGNORECASE)
_PARTY_HEADING = regex.compile(
    r"(?:(?:vragen|inbreng|opmerkingen|reactie|bijdrage)\b.{0,60}?|(?:leden\svan\s)?de\s)?"
    r"(?:fractie\svan\s(?:de\s|het\s)?(?P<party>(?-i:\p{Lu})[\p{L}0-9/]*+)|(?P<party>(?-i:\p{Lu})[\p{L}0-9/]*+)(?:[-‑]|\s)fractie)\W*\Z",
    regex.IGNORECASE,
)
_CUE = regex.compile(
    r"beantwoord\p{L}*+\b.{0,120}?\bvragen|\bantwoord(?:en)?\b.{0,160}?\b(?:kamer)?vragen\b|\bkamervragen\b|lijst\svan\svragen"
    r"|\bvragen\svan\s(?:het|de)\s(?:kamer)?(?:lid|leden|vaste)\b|schriftelijk\soverleg|vragen.{0,120}?\bbeantwoord"
)
"""In small letters, which are searched several times as fast as letters of either case."""
_EXPLANATION = regex.compile(r"Toelichting\s?(?::|\Z)", regex.IGNORECASE)
_CONSULTATION = regex.compile(r"schriftelijk\soverleg|\bVSO\b|\binbreng\b", regex.IGNORECASE)


class Asker(NamedTuple):
    """A member who asks, with the party as printed."""

    name: str
    party: str | None


def answers_questions(text: str) -> bool:
    """Whether a text says that it answers questions.

    Example:
        >>> answers_questions("Hierbij bied ik u de antwoorden op de vragen van het lid De Boer (Dijk) aan.")
        True
        >>> answers_questions("Hierbij bied ik u het rapport aan.")
        False
    """
    low = text.casefold()
    return ("vragen" in low or "schriftelijk" in low) and _CUE.search(low) is not None


def is_set_title(text: str) -> bool:
    """Whether a text begins as the sentence above a set of questions does.

    Example:
        >>> is_set_title("Vragen van het lid De Boer (Dijk) aan de minister van Defensie over sloten")
        True
        >>> is_set_title("Vragen van burgers")
        False
    """
    return text[:1] in "aAbBrRvVkKsSfFmMnNlL(12" and _TITLE.match(text) is not None


def without_date(title: str) -> str:
    """The sentence above questions without the date in brackets that may stand before it.

    Example:
        >>> without_date("(ingezonden 3 mei 2031) Vragen van het lid De Boer (Dijk)")
        'Vragen van het lid De Boer (Dijk)'
    """
    return title.partition(") ")[2] if title.startswith("(") else title


def is_set_sentence(text: str) -> bool:
    """Whether a whole text is the sentence above a set of questions.

    Example:
        >>> is_set_sentence("Antwoorden van de minister van Defensie op vragen van het lid De Boer (Dijk) over sloten.")
        True
    """
    return len(text) <= _LONGEST and is_set_title(text) and _SPEAKS.search(text) is not None


def asking_party(text: str) -> str | None:
    """The party that a heading says the questions below it are of.

    Example:
        >>> asking_party("Vragen en opmerkingen van de leden van de Dijk-fractie"), asking_party("Inbreng van burgers")
        ('Dijk', None)
    """
    match = _PARTY_HEADING.match(text) if len(text) <= _LONGEST_HEADING else None
    return match["party"] if match else None


def is_explanation(text: str) -> bool:
    """Whether a line begins the questioner's explanation.

    Example:
        >>> is_explanation("Toelichting:"), is_explanation("Toelichting op de begroting")
        (True, False)
    """
    return _EXPLANATION.match(text) is not None


def askers_in(text: str) -> tuple[Asker, ...]:
    """The members whom a text names as those who ask.

    Example:
        >>> askers_in("vragen van de leden De Boer en Smit (beiden Dijk) over sloten")
        (Asker(name='De Boer', party='Dijk'), Asker(name='Smit', party='Dijk'))
    """
    for match in _MEMBERS.finditer(text[:_LONGEST]):
        if found := _members_at(text, match.end()):
            return tuple(found)
    return ()


def _members_at(text: str, at: int) -> list[Asker]:
    found: list[Asker] = []
    pending: list[str] = []
    while (name := _NAME.match(text, at)) is not None:
        pending.append(name[0].rstrip("."))
        at = name.end()
        if (party := _PARTY.match(text, at)) is not None:
            found += [Asker(one, party["party"].strip()) for one in pending]
            pending, at = [], party.end()
        then = _THEN.match(text, at)
        if then is None:
            break
        at = then.end()
    return [*found, *(Asker(one, None) for one in pending)]


def parties_in(text: str) -> tuple[str, ...]:
    """The parties whose members a text names as those who ask.

    Example:
        >>> parties_in("vragen van de leden van de fracties van de Dijk en Polder over sloten")
        ('Dijk', 'Polder')
        >>> parties_in("vragen van de leden van de Dijk-fractie")
        ('Dijk',)
    """
    match = _PARTIES.search(text[:_LONGEST])
    named = _THEN.split(match["named"]) if match else []
    return tuple(one.removeprefix("de ").removeprefix("het ").strip() for one in named if one.strip())


def committee_in(text: str) -> str | None:
    """The committee that a text names.

    Example:
        >>> committee_in("vragen van de vaste commissie voor Financiën over sloten")
        'Financiën'
    """
    match = _COMMITTEE.search(text)
    return match["name"] if match else None


def names_committee(text: str) -> bool:
    """Whether a text speaks of a committee, named or not."""
    return _ANY_COMMITTEE.search(text) is not None


def is_consultation(text: str) -> bool:
    """Whether a text says that it belongs to a written consultation.

    Example:
        >>> is_consultation("Verslag van een schriftelijk overleg"), is_consultation("Lijst van vragen")
        (True, False)
    """
    return _CONSULTATION.search(text) is not None


def zaak_in(text: str) -> str | None:
    """The first number of the Kamer under which questions were sent in, as printed.

    Example:
        >>> zaak_in("(ingezonden 3 mei 2031, 2031Z01234)"), zaak_in("kenmerk 2031-1234")
        ('2031Z01234', None)
    """
    return next(iter(zaken_in(text)), None)


def zaken_in(text: str) -> tuple[str, ...]:
    """All numbers of the Kamer in a text, as printed.

    Example:
        >>> zaken_in("2031Z01234 en 2031Z01235")
        ('2031Z01234', '2031Z01235')
    """
    return tuple(match[0].replace(" ", "") for match in _NUMBER.finditer(text))


def is_number_above(text: str) -> bool:
    """Whether a line is the number of the Kamer, or the date of questions, above the sentence that names them.

    Example:
        >>> is_number_above("2031Z01234"), is_number_above("(ingezonden 3 mei 2031)"), is_number_above("3 mei 2031")
        (True, True, False)
    """
    return len(text) <= _LONGEST_HEADING and _ABOVE.match(text) is not None


def submitted_in(text: str, on: dt.date | None = None) -> dt.date | None:
    """The date on which a text says that questions were sent in.

    Args:
        text: What is said of the questions.
        on: The date of the letter, which tells the year of ``28 mei jl.``.

    Example:
        >>> submitted_in("over sloten (ingezonden 3 mei 2031)"), submitted_in("de op 2 mei 2031 toegezonden vragen")
        (datetime.date(2031, 5, 3), datetime.date(2031, 5, 2))
        >>> import datetime as dt
        >>> submitted_in("ingezonden op 28 december jl.", dt.date(2031, 1, 9))
        datetime.date(2030, 12, 28)
    """
    for match in _SENT.finditer(text):
        near = text[match.end() : match.end() + _DATE_REACH]
        found = read_date(near)
        if found is not None and found[1] == 0:
            return found[0]
        day = _DAY.match(near)
        if day is not None and on is not None:
            return _before(day[0], on)
    before = _SENT_AFTER.search(text)
    found = read_date(before["date"]) if before is not None else None
    return found[0] if found else None


def _before(day: str, on: dt.date) -> dt.date | None:
    """The last time that a day without its year came before a date."""
    found = (read_date(f"{day} {year}") for year in (on.year, on.year - 1))
    return next((date[0] for date in found if date is not None and date[0] <= on), None)


def asked_offices(text: str) -> tuple[str, ...]:
    """The offices asked: those behind "aan" and before what the questions are about.

    Example:
        >>> asked_offices("Vragen van het lid De Boer aan de ministers van Defensie en van Financiën over sloten")
        ('minister van Defensie', 'minister van Financiën')
    """
    for match in regex.finditer(r"\saan\s(?:de\s)?", text[:_LONGEST]):
        end = _ABOUT.search(text, match.end())
        rest = text[match.end() : end.start() if end else len(text)]
        offices = offices_in(rest)
        if offices and offices[0].start <= _ARTICLE:
            return tuple(dict.fromkeys(office.role for office in offices))
    return ()


def answering_offices(text: str) -> tuple[str, ...]:
    """The offices that answer, as the sentence above the questions says.

    Example:
        >>> answering_offices("Antwoorden van de minister van Defensie op vragen van het lid De Boer over sloten")
        ('minister van Defensie',)
    """
    match = _ON_QUESTIONS.search(text)
    if match is None or text[:1] not in "aAbBrR":
        return ()
    return tuple(dict.fromkeys(office.role for office in offices_in(text[: match.start()])))


def subject_in(text: str) -> str | None:
    """What the questions are about.

    Example:
        >>> subject_in("Vragen van het lid De Boer (Dijk) over diepe sloten (ingezonden 3 mei 2031).")
        'diepe sloten'
    """
    asked = _SPEAKS.search(text)
    match = _ABOUT.search(text, asked.end() if asked else 0) or _ABOUT.search(text)
    return _TAIL.sub("", _sentence(text[match.end() :]), count=1) or None if match else None


def _sentence(text: str) -> str:
    """The text up to the end of its first sentence, which lies outside quotation marks."""
    for match in _SENTENCE_END.finditer(text):
        sentence = text[: match.end()]
        is_title = sentence[:-1].rsplit(" ", 1)[-1].casefold() in words("titles")
        if not is_title and sum(map(sentence.count, "‘“«")) <= sum(map(sentence.count, "’”»")):
            return sentence
    return text
