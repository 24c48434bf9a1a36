"""The end of a letter: closing, who signed, and what follows as an annex."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import regex

from kamerbrief.passes.pairs import part_pairs
from kamerbrief.text import single_spaced, squash
from kamerbrief.vocabulary.offices import offices_in
from kamerbrief.vocabulary.phrases import has_function, is_one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.source import Line

_ROLE = regex.compile(
    r"(?:mede\s)?(?:namens\s)?(?:de\s|het\s)?(?:demissionair\s)?(?:vice-?)?(?:minister|staatssecretaris)\b",
    regex.IGNORECASE,
)
_INITIALS = r"(?:\p{Lu}\p{Ll}{0,2}\.[\s-]?){1,7}"
_TITLE = r"(?:(?:mr|drs|dr|ir|ing|prof|mw|dhr|jhr|mevr|mevrouw|de heer|ds|lic|bc|jkvr)\.?\s?){0,4}"
_PARTICLE = r"(?:(?:van|de|den|der|ter|ten|te|el|al|op|in|von|la|le|du|di|da|dos|d'|'t|’t|ul)\s?){0,3}"
_SURNAME = r"\p{Lu}[\p{L}'’]*+(?:[-\s–](?:(?:van|de|den|der|ter|ten)\s){0,2}\p{Lu}[\p{L}'’]*+){0,3}"
_NAME = regex.compile(
    rf"(?:{_TITLE}{_INITIALS}\s?{_PARTICLE}{_SURNAME}|{_TITLE}(?:\p{{Lu}}[\p{{Ll}}'’-]+\s){{1,3}}(?:\p{{Lu}}\.\s?){{0,2}}{_PARTICLE}{_SURNAME})"
    r"(?:,?\s(?:MSc|MA|MBA|PhD|LLM|BSc|MPA)\.?)*+\s*\Z"
)
_ON_BEHALF = regex.compile(r"mede\snamens\b", regex.IGNORECASE)
_SIGNED = regex.compile(r"\(?w\.?\s?g\.?\)?\s++|\(?(?:was\s)?getekend\)?:?\s++", regex.IGNORECASE)
"""Words before a name that say that the original is signed."""
_MANDATE = regex.compile(
    r"(?:namens\s(?:deze|dezen)|voor\sdeze|i\.\s?o\.)\s*+[,:.]?\s*+(?P<rest>.*)\Z", regex.IGNORECASE
)
_ASIDE = regex.compile(r"\(?w\.?\s?g\.?\)?\Z|\[Ondertekenaar \d\]\Z|a\.\s?i\.,?\Z|\(?getekend\)?:?\Z", regex.IGNORECASE)
_LONGEST_ROLE = 4
_SECOND_COLUMN = 20
"""The second of two signatures begins at least so far from the left."""
_ROLE_GAP = 2
"""Lines of one office follow each other; the margin or an extractor may put a blank line between."""
_LONGEST_LINE = 110
_LONGEST_FUNCTION = 80
_REACH = 24
"""How many lines a signature may take."""


@dataclasses.dataclass(frozen=True, slots=True)
class Signed:
    """One signature."""

    role: str | None
    name: str | None
    lines: tuple[Line, ...]
    mandate: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Ending:
    """The end of a letter."""

    closing: Line | None
    signatures: list[Signed]
    asides: list[Line]
    """Words beside a signature that name nobody: ``(w.g.)``."""
    on_behalf: list[Line]
    """Lines that name for whom it is signed as well: ``mede namens de minister van ...``."""


def read_ending(lines: Sequence[Line]) -> tuple[Ending, list[Line], list[Line]]:
    """The ending, the lines before it and the lines after it."""
    for begin in range(len(lines)):
        line = lines[begin]
        closing = len(line.text) < 60 and is_one_of(line.text, "closings")
        if not closing and not (len(line.text) < _LONGEST_LINE and _ROLE.match(line.text) and _stands_apart(lines, begin)):
            continue
        first = begin + 1 if closing else begin
        signatures, asides, end = _signatures(lines, first)
        if signatures and not closing:
            begin, signatures = _name_above(lines, begin, signatures)
        if not closing and begin and not any(s.name for s in signatures):
            signatures, asides, end = _drop_unless_last(signatures, asides, end, len(lines), first)
        if signatures and not closing:
            if begin and len(lines[begin - 1].text) < 60 and _ASIDE.match(lines[begin - 1].text):
                begin -= 1
                asides = [lines[begin], *asides]
        if signatures or (closing and len(lines) - begin < _REACH):
            behalf = [x for x in asides if _ON_BEHALF.match(x.text)]
            asides = [x for x in asides if not _ON_BEHALF.match(x.text)]
            ending = Ending(line if closing else None, signatures, asides, behalf)
            return ending, list(lines[:begin]), list(lines[end:])
    return Ending(None, [], [], []), list(lines), []


def _name(text: str) -> str | None:
    """The name of a person that the line is."""
    if has_function(text):
        return None
    text = _SIGNED.sub("", text.rstrip(", "), count=1) if _SIGNED.match(text) else text.rstrip(", ")
    return single_spaced(text) if len(text) <= 70 and _NAME.match(text) else None


def _drop_unless_last(
    signatures: list[Signed], asides: list[Line], end: int, length: int, first: int
) -> tuple[list[Signed], list[Line], int]:
    """An office without a name signs only as the last thing of the letter."""
    return (signatures, asides, end) if end == length else ([], [], first)


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether the line does not go on with the sentence above it."""
    if index == 0:
        return True
    line, above = lines[index], lines[index - 1]
    return (
        line.row - above.row != 1
        or above.text.endswith((".", "!", "?", ":"))
        or _NAME.match(above.text) is not None
        or _ASIDE.match(above.text) is not None
        or len(above.text) < 60
    )


def _signatures(lines: Sequence[Line], begin: int) -> tuple[list[Signed], list[Line], int]:
    """The signatures from here on, what stands beside them, and where they end."""
    roles: list[tuple[str, list[Line]]] = []
    names: list[tuple[str, Line]] = []
    asides: list[Line] = []
    functions: list[Line] = []
    mandate = False
    window = lines[begin : begin + _REACH]
    parted = part_pairs(window, _ROLE, _name)
    ordered = _by_column(parted or window)
    taken = 0
    index = 0
    while index < len(ordered):
        line = ordered[index]
        text = line.text
        if _ASIDE.match(text):
            asides.append(line)
            index += 1
        elif _ON_BEHALF.match(text) and len(text) < _LONGEST_LINE:
            while index < len(ordered) and (text := ordered[index].text) and len(text) < _LONGEST_LINE:
                asides.append(ordered[index])
                index += 1
                if text.endswith(",") or index == len(ordered) or _ROLE.match(ordered[index].text):
                    break
        elif roles and (match := _MANDATE.match(text)) and len(match["rest"]) < _LONGEST_FUNCTION:
            mandate = True
            asides += functions  # an official who passes the mandate on
            functions = []
            if match["rest"]:
                functions.append(line)
            else:
                asides.append(line)
            index += 1
        elif (found := _role(ordered, index)) is not None:
            role, count, rest = found
            role_lines = list(ordered[index : index + count])
            roles.append((role, role_lines))
            if rest:
                names.append((rest, role_lines[-1]))
            index += count
        elif (name := _name(text)) is not None and (
            roles or names or (index + 1 < len(ordered) and _role(ordered, index + 1) is not None)
        ):
            if len(names) > len(roles):
                break
            names.append((name, line))
            index += 1
        elif mandate and len(text) < _LONGEST_FUNCTION and len(functions) < 3 and has_function(text):
            functions.append(line)
            index += 1
        else:
            break
        taken = index
    used = {line.start for line in ordered[:taken]}
    end = begin
    while end < len(lines) and lines[end].start in used:
        end += 1
    if any(line.start in used for line in lines[end : begin + _REACH]):
        return [], [], begin
    if mandate:
        return [_by_mandate(roles, functions, names)], asides, end
    return _paired(roles, names), asides, end


def _by_column(lines: Sequence[Line]) -> list[Line]:
    """The lines column by column where two signatures stand side by side."""
    rows = [line.row for line in lines]
    twice = {row for row in rows if rows.count(row) > 1}
    if not twice:
        return list(lines)
    beside = [x.column for x in lines if x.row in twice and any(o.row == x.row and o.column < x.column for o in lines)]
    right = min(beside, default=0)
    if right < _SECOND_COLUMN:
        return list(lines)
    last = max(index for index, line in enumerate(lines) if line.row in twice)
    block, rest = lines[: last + 1], lines[last + 1 :]
    return [*(x for x in block if x.column < right), *(x for x in block if x.column >= right), *rest]


def _role(lines: Sequence[Line], index: int) -> tuple[str, int, str | None] | None:
    """The office that these lines name: its words, how many lines, and a name on the same line."""
    if not _ROLE.match(lines[index].text):
        return None
    text = ""
    best: tuple[str, int, str | None] | None = None
    for count in range(1, _LONGEST_ROLE + 1):
        at = index + count - 1
        if at >= len(lines):
            break
        line = lines[at]
        premier = squash(text).endswith("minister-president,")
        if (
            count > 1
            and not premier
            and (line.row - lines[at - 1].row > _ROLE_GAP or _ROLE.match(line.text) or (best is not None and _name(line.text)))
        ):
            break
        text = f"{text} {line.text}".strip()
        if len(text) > 200:
            break
        offices = offices_in(text)
        if not offices:
            continue
        rest = text[offices[-1].end :].strip()
        head = text[: offices[-1].end]
        start = offices[0].start
        if squash(text[:start]) not in ("", "de", "namensde", "het", "demissionair", "dedemissionair", "voorde"):
            break
        acting = ", a.i." if rest.replace(" ", "").strip(",") == "a.i." else ""
        role = single_spaced(head[start:]) + acting
        if rest.rstrip(",") in ("", "a.i.", ", a.i."):
            best = role, count, None
        elif rest.startswith(",") and _NAME.match(rest.lstrip(", ")):
            return role, count, rest.lstrip(", ")
        elif best is not None and count > 1 and rest.lstrip(", ")[:1].isupper() and len(rest) < 60:
            return best[0], count, None  # the portfolio on a line of its own below the office
    return best


def _name_above(lines: Sequence[Line], begin: int, signatures: list[Signed]) -> tuple[int, list[Signed]]:
    """Some letters print the name above the office."""
    above = lines[begin - 1] if begin else None
    if above is None or signatures[0].name is not None or lines[begin].row - above.row > 2:
        return begin, signatures
    if (name := _name(above.text)) is None:
        return begin, signatures
    first = dataclasses.replace(signatures[0], name=name, lines=(above, *signatures[0].lines))
    return begin - 1, [first, *signatures[1:]]


def _by_mandate(
    roles: Sequence[tuple[str, list[Line]]], functions: Sequence[Line], names: Sequence[tuple[str, Line]]
) -> Signed:
    """The official who signs for a minister; without a function of his own, in the minister's."""
    words = [_MANDATE.sub(r"\g<rest>", line.text).strip(" ,") for line in functions]
    role = single_spaced(" ".join(words)) or roles[0][0]
    lines = [line for _, of_role in roles for line in of_role] + list(functions) + [line for _, line in names[:1]]
    return Signed(role, names[0][0] if names else None, tuple(dict.fromkeys(lines)), mandate=True)


def _paired(roles: Sequence[tuple[str, list[Line]]], names: Sequence[tuple[str, Line]]) -> list[Signed]:
    """Each office with its name; two columns may give all offices before all names."""
    signed = []
    for index, (role, lines) in enumerate(roles):
        name = names[index] if index < len(names) else None
        whole = tuple(dict.fromkeys([*lines, *([name[1]] if name else [])]))
        signed.append(Signed(role, name[0] if name else None, whole))
    return signed
