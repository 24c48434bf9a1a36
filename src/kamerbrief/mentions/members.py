"""Members of a Chamber as letters name them: ``de leden Van Duinen (Dijk) en De Sloot c.s.``, ``Duinen/De Sloot``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from kamerbrief.model.questions import Member
from kamerbrief.vocabulary.mentions import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTICLE = r"(?:[Vv]an|[Vv]on|[Dd]e[nrs]?|[Tt]e[nr]?|'[tsT]|[Ee]l|[Ll][ae]|[Dd][iu]|[Oo]p|[Ii]n)"
_PARTY = regex.compile(
    r"\s?\((?:(?:beiden?|allen?|alle(?:\s\w+)?)(?:\svan\sde)?\s)?(?P<party>\p{Lu}[^()\d]{0,40}\d{0,2})\)"
)
_COSIGNED = regex.compile(r"\s(?:(?:c\.s\.|C\.S\.|e\.a\.)(?![^\W\d_])|(?:c\.?s\.?|C\.S\.?)(?!\w))")
"""The mark of a note may stand right behind it."""
_SLASH = regex.compile(r"\s?/\s?|\s&\s")
_AND = regex.compile(r"\s?,?\s(?:en|alsmede)\s(?:(?:het\slid|lid|mevrouw|de\sheer)\s)?", regex.IGNORECASE)
_COMMA = regex.compile(r"\s?,\s?")
_MOST = 20


class Members(NamedTuple):
    """Members named together, and where their names end."""

    members: tuple[Member, ...]
    end: int
    cosigned: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are named."""
        return tuple(member.name for member in self.members if member.name)


@cache
def _name() -> regex.Pattern[str]:
    none = "|".join(map(regex.escape, listed("names", "none")))
    word = rf"(?!(?:{none})(?![\p{{L}}-]))(?!C\.?S\.)\p{{Lu}}(?:[\p{{L}}\p{{M}}']|-(?=\p{{L}})|\.(?=\p{{Lu}}))*+(?!\d)"
    return regex.compile(rf"(?:{_PARTICLE}\s){{0,3}}{word}(?:\s(?:{_PARTICLE}\s){{0,3}}{word}){{0,2}}+")


@cache
def lead() -> str:
    """What stands before the names of members, as a pattern that is blind to case."""
    words = sorted(listed("leads", "words"), key=lambda word: -len(word))
    return (
        rf"(?i:\b(?:{'|'.join(map(regex.escape, words))})\s)(?=\p{{Lu}}|(?:van|de|den|der|ten|ter|von|el|la|op|in)\s|')"
    )


@cache
def _led() -> regex.Pattern[str]:
    return regex.compile(lead())


def led_members(text: str, begin: int = 0, end: int | None = None) -> Iterator[tuple[int, Members]]:
    """The members that stand behind such words, and where the words begin."""
    at = begin
    stop = len(text) if end is None else end
    while (match := _led().search(text, at, stop)) is not None:
        found = members_at(text, match.end())
        if found is not None and found.end <= stop + 2:
            yield match.start(), found
        at = max(found.end if found else 0, match.end())


# decides more: what may stand between names and behind them
def members_at(text: str, at: int, *, bare: bool = False) -> Members | None:
    """The members whose names begin here.

    Args:
        text: The text, with plain blanks, dashes and quotes.
        at: Where.
        bare: No word before them tells that names follow, so that a name of a party is none, and a comma ends them.

    Example:
        >>> members_at("Van Duinen (Dijk) en De Sloot c.s. over dijken", 0).names
        ('Van Duinen', 'De Sloot')
        >>> members_at("Berndsen-Jansen/Veldman", 0).names
        ('Berndsen-Jansen', 'Veldman')
    """
    found: list[Member] = []
    pending: list[str] = []
    cosigned, end = False, at
    while len(found) + len(pending) < _MOST and (match := _name().match(text, at)) is not None:
        if _is_no_member(match[0]):
            break
        pending.append(match[0])
        end = match.end()
        if (party := _PARTY.match(text, end)) is not None:
            found += [Member(name=name, party=party["party"].strip()) for name in pending]
            pending, end = [], party.end()
        if (others := _COSIGNED.match(text, end)) is not None:
            cosigned, end = True, others.end()
            if (party := _PARTY.match(text, end)) is not None:
                found += [Member(name=name, party=party["party"].strip()) for name in pending]
                pending, end = [], party.end()
            break
        glue = _SLASH.match(text, end) or _AND.match(text, end) or _COMMA.match(text, end)
        if glue is None or (glue.re is _COMMA and not _is_list(text, glue.end(), bare=bare)):
            break
        at = glue.end()
    members = (*found, *(Member(name=name) for name in pending))
    return Members(members, end, cosigned) if members else None


def _is_list(text: str, at: int, *, bare: bool) -> bool:
    """Whether names go on behind a comma, up to an ``en``, ``c.s.`` or a party."""
    match = _name().match(text, at)
    if match is None:
        return False
    rest = text[match.end() : match.end() + 60]
    return not bare or rest.startswith((" en ", " c.s.")) or (rest.startswith(", ") and " en " in rest)


@cache
def _parties() -> frozenset[str]:
    return frozenset(listed("names", "parties"))


def _is_no_member(name: str) -> bool:
    """Whether a name is that of a party or office, or an abbreviation."""
    last = name.rpartition(" ")[2]
    return last in _parties() or (last.isupper() and len(last) > 1) or any(c.isdecimal() for c in name)
