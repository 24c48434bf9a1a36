"""A letter as Markdown: CommonMark, with the tables and notes that Pandoc and GitHub know.

A block is one line and comments part the zones, so that :mod:`kamerbrief.readers.written` reads back what was written.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

import regex

from kamerbrief.exports.cells import Cell, cells_of
from kamerbrief.readers.written import INDENT, NO_CELL, ZONES, key_of
from kamerbrief.vocabulary import number_words
from kamerbrief.vocabulary.headings import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kamerbrief.model.letter import Block, Kamerbrief, Section
    from kamerbrief.model.notes import Call, Footnote
    from kamerbrief.readers.written import Zone

_DEEPEST: Final = 6
_NUMBER: Final = regex.compile(r"(\d{1,9})([.)])\Z")
"""The marker of an item that Markdown knows as one."""
_BLANK: Final = regex.compile(r"\s")
_SPECIAL: Final = regex.compile(
    r"""
    [\\`*\[\]<>{}~^$]
    | (?<![\p{L}\d])_ | _(?![\p{L}\d])  # within a word it is none
    | &(?=\#?\w{1,31};)
    | (?<![\p{L}\d.])@(?=\w)            # cites for Pandoc; in an address of mail it does not
    | (?<=\s)\#++(?=\s*\Z)              # ends a heading
    """,
    regex.VERBOSE,
)
_OPENING: Final = regex.compile(
    r"[-+=\#:%|](?=.)|[-+=\#:%|]\Z|\(?(?:\d{1,9}|\p{L}|[IVXLCDMivxlcdm]{1,8}|[\#@]\w*)\K[.)°](?=\s|\Z)"
)
"""What would make a list, heading, table or rule of a line."""


def to_markdown(brief: Kamerbrief, *, annexes: bool = True) -> str:
    r"""The letter as Markdown: head, headings by level, lists, tables, notes as ``[^1]``, signature, annexes.

    Special characters are escaped. :func:`kamerbrief.parse` reads the same sections, notes and blocks from it.

    Args:
        brief: The letter.
        annexes: Its annexes too.

    Example:
        >>> import kamerbrief
        >>> brief = kamerbrief.parse("Geachte voorzitter,\n\nDe *sloot*[^1] is 3 * 4 m.\n\n[^1]: Van Dijk.\n")
        >>> print(kamerbrief.to_markdown(brief).replace("\n\n", "\n"))
        <!-- kamerbrief: head -->
        Geachte voorzitter,
        <!-- kamerbrief: body -->
        De sloot[^1] is 3 \* 4 m.
        [^1]: Van Dijk.
    """
    writer = _Writer(brief)
    parts = [
        *_zone("head", _head(brief)),
        *_zone("body", writer.sections(brief.sections), always=True),
        *_zone("signature", _signature(brief)),
        *_zone("annexes", writer.sections(brief.annexes) if annexes else []),
        *_zone("uncalled", writer.uncalled()),
        *writer.notes(),
    ]
    return "\n\n".join(parts) + "\n"


def escaped(text: str, *, opens: bool = True) -> str:
    r"""The text with a backslash before each character that would be a mark.

    Args:
        text: On one line.
        opens: It begins a line, where it could make a list or heading of it.

    Example:
        >>> print(escaped("1. De *sloot* & snake_case"))
        1\. De \*sloot\* & snake_case
    """
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _OPENING.sub(r"\\\g<0>", text, count=1) if opens and _OPENING.match(text) else text


def _zone(zone: Zone, parts: Sequence[str], *, always: bool = False) -> list[str]:
    return [ZONES[zone], *parts] if parts or always else []


def _head(brief: Kamerbrief) -> list[str]:
    """What the letterhead says, under the labels that it has on paper, and the salutation."""
    ministry, date, kamerstuk = brief.sender.ministry, brief.date, brief.kamerstuk
    values = {
        "": f"Ministerie van {ministry.name}" if ministry else None,
        "Aan: ": brief.recipient.name,
        "Datum: ": f"{date.day} {_month(date.month)} {date.year}" if date else None,
        "Ons kenmerk: ": brief.kenmerk,
        "Uw kenmerk: ": brief.uw_kenmerk,
        "Kamerstuk: ": kamerstuk.id.removeprefix("kst-") if kamerstuk and kamerstuk.id else None,
        "Betreft: ": brief.subject,
        "Bijlagen: ": None if brief.attachments is None else str(brief.attachments),
    }
    fields = "\n".join(f"- {escaped(label + value)}" for label, value in values.items() if value)
    return [part for part in (fields, escaped(brief.salutation or "")) if part]


def _month(number: int) -> str:
    return next(name for name, of in number_words("months").items() if of == number)


def _signature(brief: Kamerbrief) -> list[str]:
    """The closing, and who signed: office and name."""
    signed = [
        "\\\n".join(
            escaped(part, opens=False) for part in (f"De {one.role}," if one.role else "", one.name or "") if part
        )
        for one in brief.signatories
    ]
    also = "\\\n".join(escaped(field.text) for field in brief.fields if field.name == "on_behalf_of")
    return [part for part in (escaped(brief.closing or ""), *signed, also) if part]


class _Writer:
    """Writes the blocks of a letter, with the names of the notes that they call."""

    def __init__(self, brief: Kamerbrief) -> None:
        self._notes = brief.footnotes
        self._several = Counter(note.label for note in brief.footnotes)
        self._said: Counter[str] = Counter()
        self._called: set[str] = set()

    def sections(self, sections: Iterable[Section]) -> list[str]:
        """The blocks and headings of sections, in order; the items of a list are one part."""
        parts: list[str] = []
        for section in sections:
            if section.heading:
                parts.append(f"{'#' * min(section.level, _DEEPEST)} {self._heading(section)}")
            for kind, group in itertools.groupby(section.blocks, key=lambda block: block.kind):
                blocks = list(group)
                parts += ["\n".join(self._items(blocks))] if kind == "list_item" else map(self._block, blocks)
            parts += self.sections(section.sections)
        return parts

    def uncalled(self) -> list[str]:
        """Calls of the notes that nothing above calls: without one a note does not print."""
        keys = [f"[^{key}]" for key, _ in self._keys() if key not in self._called]
        return [" ".join(keys)] if keys else []

    def notes(self) -> Iterator[str]:
        """The notes, each under a name of its own."""
        yield from (f"[^{key}]: {escaped(note.text)}" for key, note in self._keys())

    def _keys(self) -> Iterator[tuple[str, Footnote]]:
        said: Counter[str] = Counter()
        for note in self._notes:
            said[note.label] += 1
            yield key_of(note.label, said[note.label]), note

    def _block(self, block: Block) -> str:
        match block.kind:
            case "quote":
                return f"> {self._styled(block)}"
            case "figure":
                return f"![{self._text(block.text, block.calls)}]()"
            case "table":
                return self._table(block)
            case _:
                return self._styled(block)

    def _styled(self, block: Block) -> str:
        """The text of a block between the marks of its style."""
        mark = "**" * block.bold + "*" * block.italic
        return f"{mark}{self._text(block.text, block.calls)}{mark}"

    def _heading(self, section: Section) -> str:
        """Number and title; two blanks part them where the number alone would not be known as one."""
        title = self._text(section.title or "", section.calls, opens=False)
        if not section.number:
            return title
        known = (number_of(section.heading) or ("", 0))[0] == section.number
        return f"{escaped(section.number, opens=False)}{' ' if known else '  '}{title}".rstrip()

    def _items(self, items: Iterable[Block]) -> Iterator[str]:
        """The items of a list; one of a list within a list that nothing above it opened, opens both."""
        above: list[int] = []
        """The number of the last item at each depth; 0 for a bullet."""
        for item in items:
            depth = item.depth or 1
            inside = min(depth - 1, len(above))
            lead = " " * INDENT * inside + f"-{' ' * (INDENT - 1)}" * (depth - 1 - inside)
            mark, number = _mark(item.marker or "", above[depth - 1] if depth <= len(above) else None)
            above = [*above[: depth - 1], *[0] * (depth - 1 - len(above)), number]
            yield f"{lead}{mark} {self._styled(item)}"

    def _table(self, block: Block) -> str:
        """A table; its first row is as wide as any, since Markdown leaves out what stands beyond it."""
        rows = cells_of(block)
        width = max(len(row) for row in rows)
        if block.rows is None:
            rows.insert(0, [Cell("")])
        lines = [f"| {' | '.join(self._cell(cell) for cell in row)} |" for row in rows]
        lines[0] += f" {NO_CELL} |" * (width - len(rows[0]))
        return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _cell(self, cell: Cell) -> str:
        return self._text(_BLANK.sub(" ", cell.text), cell.calls, opens=False).replace("|", r"\|")

    def _text(self, text: str, calls: Sequence[Call], *, opens: bool = True) -> str:
        """The text with the calls of notes in it, at their offsets."""
        parts, at = [], 0
        for call in calls:
            parts += [escaped(text[at : call.offset], opens=opens and not at), f"[^{self._name(call)}]"]
            at = call.offset
        return "".join([*parts, escaped(text[at:], opens=opens and not at)])

    def _name(self, call: Call) -> str:
        """The name of the note that is called: of notes with one label, the first call means the first one."""
        self._said[call.label] += 1
        key = key_of(call.label, min(self._said[call.label], self._several[call.label]))
        self._called.add(key)
        return key


def _mark(marker: str, above: int | None) -> tuple[str, int]:
    """How an item is marked in Markdown, and its number; ``above`` is that of the item above it in its list.

    A number that does not follow the one above would be printed as if it did; it stands behind a bullet, as do letters.
    """
    match = _NUMBER.match(marker)
    number = int(match[1]) if match else 0
    if match and (not above or number == above + 1):
        return marker, number
    return f"- {marker}" if any(map(str.isalnum, marker)) and marker != "o" else "-", 0
