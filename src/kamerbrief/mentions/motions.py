"""Motions: by whom they were moved, or under which number they were printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from kamerbrief.mentions.days import DAY, day_of
from kamerbrief.mentions.found import Found
from kamerbrief.mentions.members import Members, lead, led_members, members_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from kamerbrief.mentions.sentences import Sentence
    from kamerbrief.model.references import Reference

_NOUN = re.compile(r"\b[Mm]otie(?P<plural>s)?(?![^\W\d_])")
_BEFORE = re.compile(
    r"(?:\b(?:[Dd]e|[Ee]en|[Dd]eze|[Dd]ie|[Tt]wee|[Dd]rie|[Ee]nkele|[Bb]eide|[Pp]er)\ "
    r"(?:(?:[a-z-]+e|door\ uw\ Kamer|onlangs|recent|eerder|eveneens|in\ de\ Tweede\ Kamer)\ ){0,3})\Z"
)
_PAPER = re.compile(
    r"(?:\ [(\[][^()\[\]]{3,80}[)\]]"
    r"|,?\ (?:met\ nummer\ |nr\.?\ )?\d\d[. ]?\d{3}(?:[ -]?[IVX]+)?"
    r"(?:-\d{1,4}|,\ ?(?:nr\.?\ ?)?\d{1,4})?,?)"
)
_NUMBER = re.compile(
    r",?\ (?P<dossier>\d\d[. ]?\d{3})(?:[ -](?P<suffix>[IVX]+))?(?:-|,\ (?:nr\.?\ ?)?)(?P<number>\d{1,4})(?!\d)"
)
_OF = regex.compile(rf",?\s(?:(?:van|door|ingediend\sdoor|aangenomen\svan|namens)\s)?{lead()}")
_PASSED = re.compile(r"\ (?:aangenomen|ingediend)(?=\ (?:van|door)\ )")
_ALSO = regex.compile(rf"\s?,?\s(?:en|alsmede|en\sde)\s(?:van\s)?{lead()}|\s?,\svan\s{lead()}")
_BARE = re.compile(r"(?:-|\ |\ -\ )(?=[^\W\d_])")
_OF_YEAR = re.compile(r"\ (?:19|20)\d\d(?!\d)")
"""Behind what has a year and so is no name: ``moties Dijkbegroting 2031``."""
_BARE_TOO = re.compile(r",?\ en\ (?=[^\W\d_])|,\ (?=[A-Z])")
"""Between two of several motions that others signed too: ``moties A c.s. en B c.s.``."""
_MOVED = re.compile(
    r"\b(?:motie|moties)\b[^.;]{0,60}?\b(?:ingediend|aangenomen)\b"
    r"|\b(?:dien(?:t|de|den)|ingediende)\b[^.;]{0,60}?\bmoties?\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\ (?:d\.?\ ?d\.?\ |van\ |\(|op\ )?(?:\w+dag\ )?{DAY}\)?", re.IGNORECASE)
_BRACKET = re.compile(r",?\ [(\[][^()\[\]]{3,120}[)\]]")
_PLURAL = re.compile(r"(?i:leden|heren|senatoren)\ \Z")
_LOOK_BACK = 70
_LONGEST_WORD = 8
"""A word of so many letters that stands in small letters too is no name."""


def read_motions(
    sentence: Sentence, on: dt.date | None, cited: Sequence[Reference], is_word: Callable[[str], bool]
) -> Iterator[Found]:
    """The motions that a sentence names, each by its movers or its number; one that it only points at is none.

    Args:
        sentence: The sentence.
        on: The date of the letter.
        cited: The papers that the sentence cites.
        is_word: Whether a word stands in the text in small letters.
    """
    text, end = sentence.text, 0
    for match in _NOUN.finditer(text):
        if match.start() < end:
            continue
        made = _read(sentence, match, on, cited, is_word)
        yield from made
        end = max([one.end - sentence.start for one in made], default=end)


# decides more: the parts of a motion, each of which may be missing
def _read(
    sentence: Sentence,
    match: re.Match[str],
    on: dt.date | None,
    cited: Sequence[Reference],
    is_word: Callable[[str], bool],
) -> list[Found]:
    """The motions behind one noun: ``moties-A/B en C/D`` are two."""
    text = sentence.text
    before = _BEFORE.search(text, max(match.start() - _LOOK_BACK, 0), match.start())
    start = before.start() if before else match.start()
    if before is not None and before.group().casefold().startswith(("deze ", "die ")) and not _led(text, match):
        return []
    groups = _led(text, match) or _bare(text, match, is_word)
    if not groups:
        groups = _movers_before(text, match)
        start = min([start, *(begin for begin, _ in groups)])
    if not groups:
        return _numbered(sentence, match, start, cited)
    found = []
    for index, (begin, members) in enumerate(groups):
        first = start if index == 0 else begin
        stop = max(members.end, match.end())
        date = None
        if dated := _DATED.match(text, stop):
            date, stop = (
                day_of(dated, on).date,
                dated.end() - (dated.group().endswith(")") and "(" not in dated.group()),
            )
        reach = stop
        if index == len(groups) - 1 and (bracket := _BRACKET.match(text, stop)):
            stop = reach = bracket.end()
        found.append(
            Found(
                "motie",
                sentence.start + first,
                sentence.start + stop,
                sentence,
                date,
                reach=sentence.start + reach,
                parts={"movers": members.names, "cosigned": members.cosigned},
                is_plural=len(groups) > 1,
                ids=_own_number(text, match.end()) if len(groups) == 1 else (),
            )
        )
    return found


def _own_number(text: str, at: int) -> tuple[str, ...]:
    """``motie 31288-941 van de leden``, ``motie 33.161, nr. 160``: the id of its paper."""
    number = _NUMBER.match(text, at)
    if number is None:
        return ()
    return (
        "-".join(
            filter(
                None, ("kst", number["dossier"].replace(".", "").replace(" ", ""), number["suffix"], number["number"])
            )
        ),
    )


def _led(text: str, match: re.Match[str]) -> list[tuple[int, Members]]:
    """``motie (35 000, nr. 7) van het lid A en van de leden B en C``."""
    at = match.end()
    for pattern in (_PAPER, _PASSED):
        between = pattern.match(text, at)
        at = between.end() if between else at
    opened = _OF.match(text, at)
    found: list[tuple[int, Members]] = []
    while opened is not None and (members := members_at(text, opened.end())) is not None:
        if _PLURAL.search(opened.group()) and len(members.members) == 1 and not members.cosigned:
            return []  # "de leden A B" leaves open where the first name ends
        found.append((opened.start() + 1, members))
        opened = _ALSO.match(text, members.end) if match["plural"] else None
    return found


def _bare(text: str, match: re.Match[str], is_word: Callable[[str], bool]) -> list[tuple[int, Members]]:
    """``motie-A/B``, ``moties-A/B en C/D``, ``motie Van A c.s.``."""
    opened = _BARE.match(text, match.end())
    found: list[tuple[int, Members]] = []
    while opened is not None:
        members = members_at(text, opened.end(), bare=True)
        if (
            members is None
            or _OF_YEAR.match(text, members.end)
            or not _are_names(text[opened.end() : members.end], members, is_word)
        ):
            break
        if match["plural"] and not found and "/" in text[opened.end() : members.end]:
            parts = _by_glue(text, opened.end())
            found += parts
            break
        found.append((opened.end(), members))
        opened = _BARE_TOO.match(text, members.end) if match["plural"] and members.cosigned else None
    return found


def _by_glue(text: str, at: int) -> list[tuple[int, Members]]:
    """Of several motions of which each has its movers with a slash: ``A/B en C/D``."""
    found: list[tuple[int, Members]] = []
    while True:
        cut = re.compile(r"\ en\ |,\ ").search(text, at, at + 60)
        members = members_at(text, at, bare=True)
        if members is None:
            return found
        if cut is not None and cut.start() < members.end:
            members = members_at(text[: cut.start()], at, bare=True)
            if members is not None:
                found.append((at, members))
            at = cut.end()
            continue
        found.append((at, members))
        return found


def _are_names(shown: str, members: Members, is_word: Callable[[str], bool]) -> bool:
    """Whether what stands behind the bare noun are names: none is a word of the text, and ``van de X`` is a party."""
    if shown.startswith(("van de ", "van het ", "in ", "op ", "te ", "la ", "de heer", "het ")):
        return False
    words = [word for name in members.names for word in name.split()]
    return not any(len(word) >= _LONGEST_WORD and is_word(word.casefold()) for word in words)


def _movers_before(text: str, match: re.Match[str]) -> list[tuple[int, Members]]:
    """``is door de leden A en B een motie ingediend``, ``de leden A en B hebben een motie ingediend``."""
    moved = _MOVED.search(text, match.start(), match.end() + 80)
    if moved is None or not re.search(r"\b(?:een|twee|de volgende)\ (?:[a-z]+\ ){0,2}\Z", text[: match.start()]):
        return []
    led = list(led_members(text, 0, match.start()))
    if not led:
        return []
    begin, members = led[-1]
    between = text[members.end : match.start()]
    by = text[:begin].rstrip().endswith("door") or re.match(
        r"[^.;:]*\b(?:hebben|heeft|had|hadden|dienden|diende)\b", between
    )
    return [(begin, Members(members.members, match.end(), members.cosigned))] if by else []


def _numbered(sentence: Sentence, match: re.Match[str], start: int, cited: Sequence[Reference]) -> list[Found]:
    """A motion without movers whose paper stands right behind it: ``per motie (Kamerstukken 32852, nr. 199)``."""
    at = sentence.start + match.end()
    paper = next((one for one in cited if 0 <= one.span.start - at <= 3), None)  # noqa: PLR2004 - a blank and a bracket
    if paper is None or paper.kind not in ("kamerstuk", "zaak") or match["plural"]:
        return []
    end = paper.span.end + (sentence.view[paper.span.end : paper.span.end + 1] in (")", "]"))
    return [Found("motie", sentence.start + start, end, sentence, reach=end, parts={"movers": (), "cosigned": False})]
