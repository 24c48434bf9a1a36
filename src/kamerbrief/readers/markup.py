"""Markdown marks on a line: what they say of its style, and the text without them.

Not a Markdown parser: converters of PDFs write marks that no Markdown parser would accept (a bold run over two
lines, a call as ``[1]``), and their blank lines mean page furniture more often than paragraphs.
"""

from __future__ import annotations

import dataclasses
import html
import itertools
import re
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWS = re.compile(
    r"(?=[*_<\[^\\\] \t#|])"  # rules most places out
    r"(?:\*\*|__|(?<![\w*])[*_]\w|<su[pb]>|<t[rd]>|\[\^|\^[{\[]|\\textsuperscript|^[ \t]*+(?:#{1,6}\s|\|)|\]\(http)",
    re.MULTILINE,
)
_LEAD = regex.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[^\p{L}\d\s]{1,2})\s++\Z")
"""The number or bullet of an item has no style of its own."""
_SIGNS = ("*", "_", "<su", "[^", "^{", "^[", "\\text", "](http", "#", "|", "<t")
"""One of these is in every text that :data:`_SHOWS` finds."""
_SIGN = re.compile(r"[*_<\[^\\$&~|#]")
"""One of these is on every line that has a mark."""
_HEADING = regex.compile(r"(#{1,6})\s++")
_TRAILING_HASHES = regex.compile(r"\s#++\s*+\Z")
_TABLE_RULE = regex.compile(r"(?=.*---)(?=.*\|)[\s:|-]++\Z")
_LEAST_RULE = 3
_BLANKS = regex.compile(r"\s\s")
_MARK = regex.compile(
    r"""
    (?P<raised><sup>(?P<sup>[^<]{0,12})</sup> | \[\^(?P<note>[^\]\s]{1,12})\]:?+ | \^(?P<caret>\d{1,3})(?:\^)?+
      | \^\[(?P<caret>\d{1,3})\]\^ | \\textsuperscript\{(?P<latex>[^{}\s]{1,12})\}
      | (?:\$|\\\()\s?(?:\{\s?\})?\^\{(?P<latex>[^{}\s]{1,12})\}\s?(?:\$|\\\)))
  | (?P<link>\[(?P<shown>[^\]\[]{1,400})\]\((?P<target>https?://[^\s)]{1,2000})\))
  | (?P<tag></?(?:sub|b|i|u|em|strong|mark)> | <br\s*+/?>)
  | (?P<cell></?(?:table|thead|tbody|tr|td|th)\b[^<>]{0,200}>)
  | (?P<entity>&(?:\#\d{1,6}|\#x[\da-fA-F]{1,5}|[a-zA-Z]{2,8});)
  | \\(?P<escaped>[\\`*_{}\[\]()\#+.!|<>~-])
  | (?P<struck>~~)
  | (?P<strong>\*\*|__)
  | (?P<soft>(?:(?<![\p{L}\d*_])|(?<=\*\*|__))[*_](?=(?:\*\*|__)?[^\s*_])
      | (?<=[^\s*_](?:\*\*|__)?)[*_](?:(?![\p{L}\d*_])|(?=\*\*|__)))
  """,
    regex.VERBOSE,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A line without its marks."""

    text: str
    offsets: tuple[tuple[int, int], ...]
    raised: tuple[tuple[int, int], ...]
    bold: bool
    italic: bool
    level: int
    cells: tuple[tuple[int, int], ...]


def shows_markup(text: str) -> bool:
    """Whether the text holds any mark that :class:`Markup` would take off."""
    return any(sign in text for sign in _SIGNS) and _SHOWS.search(text) is not None


class Markup:
    """Takes marks off line after line; a bold or italic run may go on over the line's end."""

    def __init__(self) -> None:
        self._strong = False
        self._soft = False

    def read(self, string: str, start: int, *, gap: int, following: Sequence[str] = ()) -> Marked:
        """The line without its marks.

        Args:
            string: The line.
            start: Its offset in the source.
            gap: Blank lines above it; they end every open run.
            following: The next lines, in which a run that begins here may end.
        """
        if gap:
            self._strong = self._soft = False
        plain = not (self._strong or self._soft or _SIGN.search(string))
        if plain or (string[0] in "|-: " and _TABLE_RULE.match(string)) or is_rule(string):
            shown = string.strip()
            return Marked(shown, ((0, start + string.find(shown)),), (), bold=False, italic=False, level=0, cells=())
        at, end, level = 0, len(string), 0
        if heading := _HEADING.match(string):
            level, at = len(heading.group(1)), heading.end()
            if hashes := _TRAILING_HASHES.search(string, at):
                end = hashes.start()
        table = string[0] == "|" and string.count("|") > 1
        writer = _Writer(start)
        for match in _MARK.finditer(string, at, end):
            writer.keep(string, (at, match.start()), bold=self._strong, italic=self._soft)
            at = match.end()
            self._take(writer, string, match, following)
        writer.keep(string, (at, end), bold=self._strong, italic=self._soft)
        return writer.marked(level=level, table=table)

    # decides more: a mark each
    def _take(self, writer: _Writer, string: str, match: regex.Match[str], following: Sequence[str]) -> None:
        """What a mark does: it opens or closes a run, and some of its characters stay."""
        kept: str | None = None
        if match["raised"]:
            group = next(name for name in ("sup", "note", "caret", "latex") if match[name] is not None)
            writer.keep(string, match.span(group), raised=True)
        elif match["strong"]:
            self._strong = not self._strong
        elif match["soft"]:
            if self._opens(string, match.start(), following):
                self._soft = not self._soft
            else:
                kept = "soft"
        elif match["link"] or match["escaped"]:
            kept = "shown" if match["link"] else "escaped"
        elif match["tag"] and match["tag"].startswith("<br"):
            writer.put(" ", match.start())
        elif match["cell"]:
            writer.cell(match["cell"], match.start())
        elif match["entity"]:
            writer.put(html.unescape(match["entity"]).replace("\xa0", " "), match.start())
        if kept:
            writer.keep(string, match.span(kept), bold=self._strong, italic=self._soft)

    def _opens(self, string: str, at: int, following: Sequence[str]) -> bool:
        """Whether a single ``*`` or ``_`` is a mark: an open run ends here, or another one closes it."""
        mark = string[at]
        return self._soft or string.find(mark, at + 1) > 0 or any(other.endswith(mark) for other in following)


class _Writer:
    """Collects what stays of a line."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._parts: list[str] = []
        self._length = 0
        self._offsets: list[tuple[int, int]] = []
        self._raised: list[tuple[int, int]] = []
        self._plain = self._bold = self._italic = 0
        self._cells: list[tuple[int, int]] = []
        self._cell_from = 0

    def keep(
        self, string: str, stretch: tuple[int, int], *, bold: bool = False, italic: bool = False, raised: bool = False
    ) -> None:
        """Keep a stretch of the line."""
        begin, end = stretch
        if end <= begin:
            return
        piece = string[begin:end]
        at, offset = self._offsets[-1] if self._offsets else (0, -1)
        if offset + self._length - at != self._start + begin:
            self._offsets.append((self._length, self._start + begin))
        if raised:
            self._raised.append((self._length, self._length + len(piece)))
        else:
            letters = 0 if _LEAD.match(piece) and not self._parts else len(piece.strip())
            self._bold += letters if bold else 0
            self._italic += letters if italic else 0
            self._plain += 0 if bold or italic else letters
        self._parts.append(piece)
        self._length += len(piece)

    def put(self, text: str, at: int) -> None:
        """A text for the mark at this place: a blank for a line end, a character for its name."""
        self._parts.append(text)
        self._offsets.append((self._length, self._start + at))
        self._length += len(text)

    def cell(self, tag: str, at: int) -> None:
        """A cell of a table in HTML begins or ends."""
        if tag.startswith(("<td", "<th")) and not tag.startswith("<thead"):
            self._cell_from = self._length
        elif tag.startswith(("</td", "</th")) and not tag.startswith("</thead"):
            if self._cell_from < self._length:
                self._cells.append((self._cell_from, self._length))
            self.put(" ", at)

    def marked(self, *, level: int, table: bool) -> Marked:
        """The line as it now stands."""
        text = "".join(self._parts)
        left = len(text) - len(text.lstrip())
        stripped = text.strip()
        offsets = self._offsets
        if left:
            offsets = [(max(at - left, 0), offset + max(left - at, 0)) for at, offset in offsets]
        ends = len(stripped)
        raised = [(max(a - left, 0), min(b - left, ends)) for a, b in self._raised if b > left]
        return Marked(
            text=stripped,
            offsets=tuple(offsets) or ((0, self._start),),
            raised=tuple((a, b) for a, b in raised if stripped[a:b].strip()),
            bold=self._bold > 0 and self._plain == 0 and self._italic <= self._bold,
            italic=self._italic > 0 and self._plain == 0 and self._bold <= self._italic,
            level=level,
            cells=_cells(stripped) if table else _moved(self._cells, left),
        )


def _moved(cells: Sequence[tuple[int, int]], left: int) -> tuple[tuple[int, int], ...]:
    """The cells of a line that so many characters were taken off."""
    return tuple((begin - left, end - left) for begin, end in cells)


def _cells(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches between the bars of a table row."""
    bars = [at for at, c in enumerate(text) if c == "|"]
    if bars[-1] != len(text) - 1:
        bars.append(len(text))
    cells = []
    for left, right in itertools.pairwise(bars):
        begin, end = left + 1, right
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        cells.append((begin, end))
    return tuple(cells)


def is_rule(string: str) -> bool:
    """Whether a line is a rule: ``___``, ``* * *``, with at most one blank between its signs."""
    sign = string[0]
    if sign not in "_*" or string.count(sign) < _LEAST_RULE:
        return False
    return not string.replace(sign, "").strip() and not _BLANKS.search(string)
