"""How extractors lay out the text of a letter: one function a dialect, each modelled on the fixtures' renditions."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.generate import Letter

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BODY, _MARGIN, _SUBJECT = 80, 26, 62
Lines = list[str]


def _wrap(text: str, width: int) -> Lines:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _return_line(letter: Letter) -> str:
    return "> Retouradres " + letter.postal.replace(",", "")


def _margin(letter: Letter) -> list[Lines]:
    """The margin of page 1 as groups of lines."""
    head = [line for unit in letter.units for line in _wrap(unit, _MARGIN)]
    if letter.ministry_line:
        head += _wrap(letter.ministry_line, _MARGIN)
    address = [*letter.visiting.split(", "), *letter.postal.split(", ")]
    address += [f"T {letter.phone}"] if letter.phone else []
    return [[*head, *address, letter.website], *([label, *values] for label, *values in _labelled(letter))]


def _labelled(letter: Letter) -> list[Lines]:
    """The labels of the margin, each with its values."""
    pairs: list[Lines] = []
    if letter.contact:
        pairs.append([letter.labels["contact"], letter.contact, *([letter.email] if letter.email else [])])
    pairs.append([letter.labels["kenmerk"], letter.kenmerk])
    if letter.uw_kenmerk:
        pairs.append([letter.labels["uw_kenmerk"], letter.uw_kenmerk])
    if letter.printed_attachments is not None:
        pairs.append(
            [letter.labels["attachments"], *([letter.printed_attachments] if letter.printed_attachments else [])]
        )
    return pairs


def _later_margin(letter: Letter) -> Lines:
    """The margin of page 2: units wrapped in another way, date and reference."""
    units = [line for unit in letter.units for line in _wrap(unit, _MARGIN - 6)]
    return [*units, "Datum", letter.printed_date, letter.labels["kenmerk"], letter.kenmerk]


def _date_and_subject(letter: Letter, column: int = 0) -> Lines:
    """Date and subject beside their labels; ``column`` is where the values stand, if it shows."""
    first, *more = _wrap(letter.subject, _SUBJECT)
    pairs = [("Datum", letter.printed_date), (letter.labels["subject"], first), *(("", line) for line in more)]
    return [f"{label:<{column}}{value}" if column else f"{label} {value}".strip() for label, value in pairs]


def _ending(letter: Letter, rng: random.Random) -> Lines:
    role = rng.choice([f"De {letter.role[0].upper()}{letter.role[1:]},", f"de {letter.role},"])
    lines = [letter.closing, ""] if letter.closing else []
    return ["", *lines, *_wrap(role, rng.choice([46, 100])), "", "", "", letter.signer]


def _called(text: str, mark: str) -> str:
    """The text with its calls in one style; ``mark`` is a format of the number, or ``up`` for superscript digits."""

    def call(match: re.Match[str]) -> str:
        return match[1].translate(_SUPERSCRIPTS) if mark == "up" else mark.format(match[1])

    return re.sub(r"\{(\d)\}", call, text)


def _body(letter: Letter, mark: str, *, blank: bool = True, width: int = _BODY) -> list[tuple[str, tuple[int, ...]]]:
    """The lines of the body, each with the numbers of the notes that it calls."""
    lines: list[tuple[str, tuple[int, ...]]] = []
    for kind, text in letter.body:
        printed = [text] if kind == "h" else _wrap(f"- {text}" if kind == "li" else text, width)
        lines += [(_called(line, mark), tuple(map(int, re.findall(r"\{(\d)\}", line)))) for line in printed]
        if blank:
            lines.append(("", ()))
    return lines


def _pages(letter: Letter, rng: random.Random, mark: str, *, blank: bool = True, note: str = "{} {}") -> list[Lines]:
    """Two pages of body, each with its notes at the foot and without margin, signed on the second."""
    body = _body(letter, mark, blank=blank)
    cut = rng.randint(len(body) // 2, len(body) - 2)
    while body[cut][0] == "" or body[cut - 1][0] in {text for kind, text in letter.body if kind == "h"}:
        cut -= 1  # a page neither begins with a blank line nor ends with a heading
    pages: list[Lines] = []
    for part, ending in ((body[:cut], []), (body[cut:], _ending(letter, rng))):
        numbers = [number for _, called in part for number in called]
        notes = [note.format(number, letter.notes[number - 1]) for number in numbers]
        pages.append([*(line for line, _ in part), *ending, *(["", *notes] if notes else [])])
    return pages


def _flat(groups: Iterable[Lines]) -> Lines:
    return [line for group in groups for line in group]


def _spaced(groups: Iterable[Sequence[str]]) -> Lines:
    """The groups with a blank line behind each that is not empty."""
    return [line for group in groups if group for line in [*group, ""]]


def linear(letter: Letter, rng: random.Random) -> str:
    """Like pdftotext: one column, the margin somewhere between addressee and body."""
    margin, head = _margin(letter), _date_and_subject(letter)
    notice = [list(letter.notice)]
    groups = [[_return_line(letter)], list(letter.addressee)]
    if rng.random() < 0.5:
        groups += [_flat(margin), head, *notice]
    elif rng.random() < 0.5:
        groups += [head, *margin, *notice]
    else:  # the margin is cut in two by what stands beside it
        cut = rng.randint(1, len(margin))
        groups += [_flat(margin[:cut]), head, _flat(margin[cut:]), *notice]
    return _two_pages(letter, rng, groups)


def parted(letter: Letter, rng: random.Random) -> str:
    """Like pdftotext on labels that stand in a column of their own: labels first, their values after them."""
    subject = _wrap(letter.subject, _SUBJECT)
    head = [["Datum", letter.labels["subject"]], [letter.printed_date, *subject]]
    address, *pairs = _margin(letter)
    contact = [pair for pair in pairs if pair[0] == letter.labels["contact"]]
    filled = [pair for pair in pairs if pair not in contact and len(pair) > 1]
    columns = [[label for label, _ in filled], [value for _, value in filled]] if rng.random() < 0.4 else filled
    groups = [[_return_line(letter)], list(letter.addressee), address, *contact, *columns, *head]
    return _two_pages(letter, rng, [*groups, list(letter.notice)])


def _two_pages(letter: Letter, rng: random.Random, groups: list[Lines]) -> str:
    first, second = _pages(letter, rng, rng.choice(["{}", "{}", "up"]), blank=rng.random() < 0.7)
    salutation = [letter.salutation] if letter.salutation else []
    page_1 = [*_spaced([*groups, salutation]), *first, "", "Pagina 1 van 2"]
    later = _later_margin(letter)
    page_2 = [*second, "", "Pagina 2 van 2"]
    page_2 = [*later, "", *page_2] if rng.random() < 0.6 else ["Pagina 2 van 2", "", *later, "", *second]
    return "\n".join(page_1) + "\n\f" + "\n".join(page_2) + "\n\f"


def layout(letter: Letter, rng: random.Random) -> str:
    """Like pdftotext -layout: the margin stands in the rows of head and body, far to the right."""
    at = rng.choice([92, 101, 110])
    salutation = ["", letter.salutation] if letter.salutation else []
    first, second = _pages(letter, rng, "{}")
    head = ["", "", "", *letter.addressee, *[""] * rng.randint(2, 6), *_date_and_subject(letter, 19)]
    left = [_return_line(letter), *head, *salutation, "", *first]
    right = ["", "", *_spaced([*_margin(letter), list(letter.notice)])]
    number = [" " * at + "Pagina {} van 2"]
    page_1 = [*_beside(left, right, at), "", *number]
    page_2 = [*_beside(["", "", *second], [*_later_margin(letter)], at), "", *number]
    return "\n".join(page_1).format(1) + "\n\f" + "\n".join(page_2).format(2) + "\n\f"


def _beside(left: Lines, right: Lines, at: int) -> Lines:
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return [f"{body:<{at}}{margin}".rstrip() for body, margin in zip(left, right, strict=True)]


def pypdf(letter: Letter, rng: random.Random) -> str:
    """Like pypdf: the order of drawing, hardly a blank line."""
    margin, head = _flat(_margin(letter)), _date_and_subject(letter)
    notice = list(letter.notice)
    top = [_return_line(letter), *letter.addressee]
    salutation = [letter.salutation, " "] if letter.salutation else []
    first, second = ([line or " " for line in page] for page in _pages(letter, rng, "{}"))
    order = rng.choice(["page order", "margin first", "margin last"])
    if order == "page order":
        page_1 = [*top, *margin, *notice, *head, *salutation, *first, "Pagina 1 van 2"]
    elif order == "margin first":
        page_1 = ["Pagina 1 van 2", *margin, *notice, *top, *head, *salutation, *first]
    else:
        page_1 = [*top, *head, *salutation, *first, *margin, *notice, "Pagina 1 van 2"]
    later = _later_margin(letter)
    page_2 = [*second, *later, "Pagina 2 van 2"] if order == "margin last" else ["Pagina 2 van 2", *later, *second]
    return "\n".join([*page_1, *page_2])


def markdown(letter: Letter, rng: random.Random) -> str:
    """Like PDF-to-Markdown converters and web pages: bold labels, marked headings, one paragraph a line."""
    title = rng.choice(["**{}**", "### {}", "## **{}**", "_{}_"])
    mark, note = rng.choice(
        [("[{}]", "{} {}"), ("<sup>{}</sup>", "<sup>{}</sup> {}"), ("[^{}]", "[^{}]: {}"), ("^{}^", "^{}^ {}")]
    )
    tail = rng.choice(["", "  "])
    address, *pairs = _margin(letter)
    labels = rng.choice(["beside", "below", "colon"])
    margin = [_tailed(address, tail)]
    for label, *values in pairs:
        if labels == "below":
            margin.append(_tailed([f"**{label}**", *values], tail))
        else:
            margin.append(
                _tailed([f"**{label}{':' * (labels == 'colon')}** {' '.join(values[:1])}", *values[1:]], tail)
            )
    style = rng.choice(["{}  {}", "**{}** {}", "{} {}", "|{}|{}|"])
    subject = letter.labels["subject"]
    head = [style.format("Datum", letter.printed_date), style.format(subject, letter.subject)]
    head = [head[0], "|---|---|", head[1]] if "|" in style else _tailed(head, tail)
    shapes = {"h": title, "p": "{}", "li": "- {}"}
    body = [_called(shapes[kind].format(text), mark) for kind, text in letter.body]
    notes = [note.format(number, text) for number, text in enumerate(letter.notes, 1)]
    salutation = [letter.salutation] if letter.salutation else []
    parts = [[_return_line(letter)], _tailed(letter.addressee, tail), *margin, [" ".join(letter.notice)], head]
    ending = [[line] for line in _ending(letter, rng) if line]
    return "\n".join(_spaced([*parts, salutation, *([line] for line in body), *ending, *([line] for line in notes)]))


def _tailed(lines: Sequence[str], tail: str) -> Lines:
    return [line.rstrip() + tail for line in lines]


def row(letter: Letter, rng: random.Random) -> str:
    """Like older letters: four labels in a row above their values."""
    labels = letter.labels
    cells = [("Datum", letter.printed_date), (labels["kenmerk"], letter.kenmerk)]
    cells += [(labels["uw_kenmerk"], letter.uw_kenmerk)] if letter.uw_kenmerk else []
    if letter.printed_attachments:
        cells.append((labels["attachments"], letter.printed_attachments))
    if rng.random() < 0.5:
        cells = [*cells[1:], cells[0]]
    gap = 28
    address, *pairs = _margin(letter)
    contact = [pair for pair in pairs if pair[0] == labels["contact"]]
    groups = [
        [_return_line(letter)],
        list(letter.addressee),
        [*address, *_flat(contact)],
        ["".join(f"{cell[side]:<{gap}}" for cell in cells).rstrip() for side in (0, 1)],
        [f"{labels['subject']:<{gap}}{letter.subject}"],
        [letter.salutation] if letter.salutation else [],
    ]
    first, second = _pages(letter, rng, "{}")
    return "\n".join([*_spaced(groups), *first]) + "\n\f" + "\n".join(["Blad 2 van 2", "", *second]) + "\n\f"


DIALECTS: dict[str, Callable[[Letter, random.Random], str]] = {
    "linear": linear,
    "parted": parted,
    "layout": layout,
    "pypdf": pypdf,
    "markdown": markdown,
    "row": row,
}
