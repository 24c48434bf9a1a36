"""The text of a paragraph of Word as it prints: results of fields, changes as accepted, calls of notes."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import regex

from kamerbrief.readers.docx.boxes import Box, boxes_in, first_alternative
from kamerbrief.readers.docx.numbering import FORMS
from kamerbrief.readers.docx.styles import NO_LOOK, Look, Styles, look_of
from kamerbrief.readers.writer import Inline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kamerbrief.readers.markuptree import Node

_PASSED_THROUGH: Final = frozenset(
    {"w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:ins", "w:moveTo", "w:dir", "w:bdo"}
)
_TAKEN_OUT: Final = frozenset({"w:del", "w:moveFrom"})
_CHANGES: Final = _TAKEN_OUT | {"w:ins", "w:moveTo"}
_PAGE_FIELD: Final = regex.compile(r"\s*+(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", regex.IGNORECASE)
"""Fields whose stored result is the page that was last counted, not the one that prints."""
_TEXTS: Final = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_LONGEST_INSTRUCTION: Final = 100
_PRIVATE: Final = range(0xF000, 0xF100)
_BULLETS: Final = frozenset({0xB7, 0xA7, 0xA8, 0xD8, 0xFC, 0x6C, 0x6E, 0x71, 0x75, 0x76})
"""Where symbol fonts keep what lists are marked with."""


@dataclasses.dataclass(slots=True)
class _Field:
    """A field that is open: what it is told to show, and whether that is being shown."""

    instruction: str = ""
    in_result: bool = False

    @property
    def counts_pages(self) -> bool:
        """Whether it shows a number of pages."""
        return _PAGE_FIELD.match(self.instruction) is not None


@dataclasses.dataclass(slots=True)
class Paragraph:
    """What a paragraph prints."""

    inlines: list[Inline] = dataclasses.field(default_factory=list)
    boxes: list[Box] = dataclasses.field(default_factory=list)
    numbers_page: bool = False
    """It shows the number of its page."""


class Runs:
    """Reads paragraphs in the order of the document: fields and the numbers of notes go on from one to the next."""

    def __init__(self, styles: Styles, form_of: Callable[[str], str]) -> None:
        self.left_out: set[str] = set()
        """What was not read as it stands: changes, comments, hidden text."""
        self.called: dict[str, str] = {}
        """The notes that are called, in order, and their labels."""
        self._styles = styles
        self._form_of = form_of
        """How notes of a kind are numbered; asked only where there are some."""
        self._fields: list[_Field] = []
        self._unshown = 0
        """How many of the fields that are open show nothing, or a number of pages."""
        self._counts = {"footnote": 0, "endnote": 0}

    def read(self, paragraph: Node, style: Look = NO_LOOK) -> Paragraph:
        """What a paragraph prints, in the look of its style where nothing else is said."""
        found = Paragraph()
        self._walk(paragraph, style, found)
        return found

    def _walk(self, node: Node, style: Look, found: Paragraph) -> None:
        for child in node.nodes():
            name = child.name
            if name in _CHANGES:
                self.left_out.add("tracked-changes")
            if name == "w:r":
                self._run(child, style, found)
            elif name in _PASSED_THROUGH:
                self._walk(child, style, found)
            elif name == "w:fldSimple":
                if _PAGE_FIELD.match(child.get("w:instr")):
                    found.numbers_page = True
                else:
                    self._walk(child, style, found)
            elif name == "mc:AlternateContent":
                for chosen in first_alternative(child):
                    self._walk(chosen, style, found)
            elif name in ("m:oMath", "m:oMathPara"):
                self._say("".join(text.text for text in child.all("m:t")), style, found)
            elif name == "w:commentRangeStart":
                self.left_out.add("comments-left-out")

    def _run(self, run: Node, style: Look, found: Paragraph) -> None:
        properties = run.child("w:rPr")
        look = look_of(properties)
        named = properties.child("w:rStyle") if properties is not None else None
        if named is not None:
            look = look.over(self._styles.characters(named.get("w:val")))
        look = look.over(style)
        for child in run.nodes():
            name = child.name
            if name == "w:t":
                self._say(child.text.replace("\n", " "), look, found)
            elif name == "w:br":
                self._say("\n\n" if child.get("w:type") in ("page", "column") else "\n", look, found)
            elif name in _TEXTS:
                self._say(_TEXTS[name], look, found)
            elif name == "w:sym":
                self._say(_symbol(child.get("w:char")), look, found)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                self._call(run, child, found)
            elif name in ("w:fldChar", "w:instrText"):
                self._field(child, found)
            elif name in ("w:drawing", "w:pict", "mc:AlternateContent"):
                found.boxes += boxes_in(child)
            elif name in ("w:commentReference", "w:annotationRef"):
                self.left_out.add("comments-left-out")

    def _say(self, text: str, look: Look, found: Paragraph) -> None:
        if self._unshown:
            return
        if look.hidden:
            if text.strip():
                self.left_out.add("hidden-text")
            return
        found.inlines.append(Inline(text, bool(look.bold), bool(look.italic), bool(look.underlined), bool(look.raised)))

    def _field(self, node: Node, found: Paragraph) -> None:
        """A field begins, goes from what it is told to what it shows, or ends."""
        if node.name == "w:instrText":
            if self._fields and not self._fields[-1].in_result:
                field = self._fields[-1]
                field.instruction = (field.instruction + node.text)[:_LONGEST_INSTRUCTION]
            return
        kind = node.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._unshown += 1
        elif self._fields and kind == "separate" and not self._fields[-1].in_result:
            field = self._fields[-1]
            field.in_result = True
            self._unshown -= not field.counts_pages
        elif self._fields and kind == "end":
            field = self._fields.pop()
            self._unshown -= not field.in_result or field.counts_pages
            found.numbers_page = found.numbers_page or (field.counts_pages and not self._unshown)

    def _call(self, run: Node, node: Node, found: Paragraph) -> None:
        """The call of a note, with the label that prints: its number in the order of calls, or a mark of its own."""
        kind = node.name.removeprefix("w:").removesuffix("Reference")
        key = f"{kind} {node.get('w:id')}"
        if self._unshown or key in self.called:
            return
        if node.get("w:customMarkFollows") in ("", "0", "false"):
            self._counts[kind] += 1
            label = FORMS.get(self._form_of(kind), str)(self._counts[kind])
            found.inlines.append(Inline(label, raised=True, note=key))
        else:
            label = "".join(child.text for child in run.nodes() if child.name == "w:t").strip()
            found.inlines.append(Inline("", raised=True, note=key))
        self.called[key] = label


def _symbol(code: str) -> str:
    """The sign of a symbol font; most have no character of their own."""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return ""
    if number in _PRIVATE:
        number -= _PRIVATE.start
        return "•" if number in _BULLETS else chr(number) if chr(number).isprintable() and number < 0x7F else ""  # noqa: PLR2004 -- ASCII
    return chr(number) if number < 0x110000 and chr(number).isprintable() else ""  # noqa: PLR2004 -- the last character


def joined(paragraphs: Sequence[Paragraph]) -> list[Inline]:
    """The text of paragraphs with a line end between them."""
    found: list[Inline] = []
    for number, paragraph in enumerate(paragraphs):
        found += [Inline("\n")] * (number > 0) + paragraph.inlines
    return found
