"""What holds for the result of every text, whatever it is."""

from __future__ import annotations

import collections
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

import kamerbrief
from kamerbrief import Answer, Block, Kamerbrief, Line, Question, Section, Source, Span, Where


def check(source: str | Source, brief: Kamerbrief) -> list[str]:
    """The promises that the letter read from this source breaks, in words; none if all is well."""
    text = source.text if isinstance(source, Source) else source
    return [
        *_round_trip(source, brief),
        *_spans(text, brief),
        *_claims(source, brief),
        *_texts(text, brief),
        *_sections(brief.sections, 0),
        *_sections(brief.annexes, 0),
        *_calls(source, brief),
        *_questions(text, brief),
        *_mentions(text, brief),
        *_diagnostics(brief),
    ]


def _round_trip(source: str | Source, brief: Kamerbrief) -> Iterator[str]:
    if Kamerbrief.model_validate_json(brief.model_dump_json()) != brief:
        yield "the letter does not come back from its JSON"
    if Kamerbrief.model_validate(brief.model_dump()) != brief:
        yield "the letter does not come back from its dump"
    if kamerbrief.parse(source) != brief:
        yield "the same text gives another letter the second time"


def spans_in(value: object, path: str = "brief") -> Iterator[tuple[str, Span]]:
    """Every span in the letter, with the path to it."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans_in(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from spans_in(one, f"{path}[{index}]")


def _spans(text: str, brief: Kamerbrief) -> Iterator[str]:
    for path, span in spans_in(brief):
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{path} lies outside the text: {span.start}-{span.end} of {len(text)}"
        elif not text[span.slice].strip():
            yield f"{path} holds nothing: {span.start}-{span.end}"
    in_order = {
        "fields": [part.span.start for part in brief.fields],
        "furniture": [part.span.start for part in brief.furniture],
    }
    for name, starts in in_order.items():
        if starts != sorted(starts):
            yield f"{name} are not in the order of the text"


def _claims(source: str | Source, brief: Kamerbrief) -> Iterator[str]:
    text = source.text if isinstance(source, Source) else source
    claimed = bytearray(len(text))
    for path, span in spans_in(brief):
        if not path.startswith("brief.diagnostics"):
            claimed[span.slice] = b"\1" * (min(span.end, len(text)) - span.start)
    for match in re.finditer(r"\S+", text):
        if not all(claimed[match.start() : match.end()]):
            yield f"nobody claims {_excerpt(match.group())} at {match.start()}"
    printed = [line.text[begin:end] for line in _lines(source) for begin, end, _ in line.calls]
    if gone := lost(text, brief, " ".join(printed)):
        yield f"lost: {_excerpt(gone)}"


_MARKUP = re.compile(
    r"</?[a-z][^<>\n]{0,80}>|(?<!\[\^\d)(?<!\[\^\d\d)\]\([^()\s]{1,300}\)|(?<![A-Za-z])X ?Noot\b|(?<=\d)--\d+(?=\])"
)
"""Tags, targets of links, the mark by which web pages of the Chambers call a note, and which of several is called."""

_NO_MARKUP = re.compile(r"(?!)")
_PILED = re.compile(r"\s*\W*(?:\d{0,3}|o)\W*\Z")


def _letters(text: str) -> collections.Counter[str]:
    """How often each letter and digit stands in a text."""
    return collections.Counter(_bare(text))


def _lines(source: str | Source) -> Iterator[Line]:
    """The lines that a reader made, none of a bare text."""
    return (line for page in (source.pages if isinstance(source, Source) else ()) for line in page.lines)


def lost(text: str, brief: Kamerbrief, printed: str = "") -> str:
    """The letters and digits of the text that the letter no longer holds, in whatever part.

    Spans are hulls and could hide a loss; this counts what the parts say themselves. Where the source states which
    note is called, the call that is printed may be another than its label.
    """
    kept = [printed, *(text[signatory.span.slice] for signatory in brief.signatories)]
    kept += [text[brief.recipient.span.slice]] if brief.recipient.span else []
    kept += [f"{field.label or ''} {field.text}" for field in brief.fields]
    kept += [part.text for part in brief.furniture]
    kept += [f"{note.label} {note.text}" for note in brief.footnotes]
    drawn_twice = [note.label for note in brief.footnotes if _is_drawn_twice(note.label, text[note.span.slice])]
    kept += drawn_twice
    misread = [found.span for found in brief.diagnostics if found.code == "inferred-note" and found.span]
    kept += [text[span.slice].split(maxsplit=1)[0] for span in misread]
    first_words = [(note.label, text[note.span.slice].split(maxsplit=1)[0]) for note in brief.footnotes]
    kept += [word for label, word in first_words if label not in word]  # misread too, in what is no letter
    for section in _walk([*brief.sections, *brief.annexes]):
        kept += [section.number or "", section.title or "", *(call.label for call in section.calls)]
        for block in section.blocks:
            kept += [block.marker or "", block.text, *(call.label for call in block.calls)]
    said = collections.Counter(_bare(" ".join(kept), markup=_NO_MARKUP))  # print that was cut may look like a tag
    return "".join((_letters(text) - said).elements())


def _is_drawn_twice(label: str, source: str) -> bool:
    """Whether the label of a note has a line of its own that says it twice."""
    return f"{label} {label}" in (line.strip() for line in source.splitlines())


def _texts(text: str, brief: Kamerbrief) -> Iterator[str]:
    """No part says what its stretch of the source does not say."""
    said: list[tuple[str, str, Span]] = []
    for number, field in enumerate(brief.fields):  # an address may be put in order, so letters are counted only
        if not _letters(field.text) <= _letters(text[field.span.slice]):
            yield f"fields[{number}] says what its span does not: {_excerpt(field.text)}"
    for number, part in enumerate(brief.furniture):
        said.append((f"furniture[{number}]", part.text, part.span))
        held = _bare(text[part.span.slice])
        if held not in (_bare(part.text), _bare(part.text, _NO_MARKUP)):  # print that was cut may look like a tag
            yield f"furniture[{number}] is not what its span holds: {_excerpt(part.text)}"
    for number, note in enumerate(brief.footnotes):
        said.append((f"footnotes[{number}]", note.text, note.span))
    for section in _walk([*brief.sections, *brief.annexes]):
        said.append(("a title", section.title or "", section.span))
        for block in section.blocks:
            said.append((f"a {block.kind}", block.text, block.span))
            yield from _tidy(block)
    for name, words, span in said:
        if not _says(text[span.slice], words, piled=name == "a table"):
            yield f"{name} says what its span does not: {_excerpt(words)} in {_excerpt(text[span.slice])}"


def _tidy(block: Block) -> Iterator[str]:
    if not block.text and not block.rows and not block.calls and block.kind != "figure":
        yield f"a {block.kind} without text at {block.span.start}"
    if block.text != " ".join(block.text.split()):
        yield f"a {block.kind} with blanks that are not single: {_excerpt(block.text)}"
    if block.kind == "list_item" and (block.depth is None or block.marker is None):
        yield f"a list item without depth or marker: {_excerpt(block.text)}"


def _bare(text: str, markup: re.Pattern[str] = _MARKUP) -> str:
    """The letters and digits of the text; marks of emphasis are none."""
    plain = unicodedata.normalize("NFKC", markup.sub(" ", html.unescape(text)))
    return "".join(character for character in plain if character.isalnum())


def _says(source: str, words: str, *, piled: bool) -> bool:
    """Whether the source says these words: in this order, unless marks of items are piled above their texts."""
    if piled and any(_PILED.match(line) for line in source.splitlines()):
        return _letters(words) <= _letters(source)
    return _within(_bare(words), _bare(source))


def _within(words: str, source: str) -> bool:
    """Whether the characters stand in the source in this order; hyphens and calls between them were taken out."""
    rest = iter(source)
    return all(character in rest for character in words)


def _sections(sections: Iterable[Section], above: int) -> Iterator[str]:
    for section in sections:
        if section.level <= above:
            yield f"a section of level {section.level} under one of level {above}: {_excerpt(section.title or '')}"
        if section.title is not None and section.title != " ".join(section.title.split()):
            yield f"a title that is not one line: {_excerpt(section.title)}"
        if any(call.offset > len(section.title or "") for call in section.calls):
            yield f"a call outside its title: {_excerpt(section.title or '')}"
        inner = [block.span for block in section.blocks] + [child.span for child in section.sections]
        for span in inner:
            if not section.span.start <= span.start <= span.end <= section.span.end:
                yield f"a part outside its section: {section.span.start}-{section.span.end}, {span.start}"
        yield from _sections(section.sections, section.level)


def _walk(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.sections)


def _calls(source: str | Source, brief: Kamerbrief) -> Iterator[str]:
    text = source.text if isinstance(source, Source) else source
    called: list[str] = []
    # The heading of a published paper may call a note (``HERDRUK1``), and its fields carry no calls.
    heading = " ".join(text[field.span.slice] for field in brief.fields) if brief.kamerstuk else ""
    for section in _walk([*brief.sections, *brief.annexes]):
        called += [call.label for call in section.calls]
        for block in section.blocks:
            called += [call.label for call in block.calls]
            if any(call.offset > len(block.text) for call in block.calls):
                yield f"a call outside its block: {_excerpt(block.text)}"
            if list(block.calls) != sorted(block.calls, key=lambda call: call.offset):
                yield f"calls out of order: {_excerpt(block.text)}"
    labels = {note.label for note in brief.footnotes}
    for label in sorted(set(called) - labels):
        yield f"a call of a note that is not there: {label}"
    linked = {note.label for note in brief.footnotes if note.status == "linked"}
    for note in brief.footnotes:
        if note.status == "uncalled" and note.label in linked:
            continue  # two notes may have one label
        by_heading = note.label not in called and re.search(rf"[^\W\d]{re.escape(note.label)}\b", heading)
        if (note.status == "linked") != (note.label in called) and not by_heading:
            yield f"note {note.label} is {note.status} but called {called.count(note.label)} times"
    numbers = [int(label) for label in dict.fromkeys(called) if label.isdecimal()]  # a note may be called again
    stated = any(line.calls for line in _lines(source))  # then they are called in whatever order the source has
    begun_anew = len(labels) < len(brief.footnotes)
    if numbers != sorted(numbers) and not stated and not begun_anew:
        yield f"numbered calls do not ascend: {numbers}"


def _questions(text: str, brief: Kamerbrief) -> Iterator[str]:
    end = 0
    for one in brief.question_sets:
        if one.span.start < end:
            yield f"a set of questions lies within another: {_excerpt(one.title or '')}"
        end = one.span.end
        if all(question.answer is None for question in one.questions):
            yield f"a set without an answer: {_excerpt(one.title or '')}"
        parts: tuple[Question | Answer, ...] = (*one.questions, *one.answers)
        for part in parts:
            if not one.span.start <= part.span.start <= part.span.end <= one.span.end:
                yield f"a question or answer outside its set: {_excerpt(part.text)}"
            if not _says(text[part.span.slice], part.text, piled=True):
                yield f"a question or answer says what its span does not: {_excerpt(part.text)}"
            if any(call.offset > len(part.text) for call in part.calls):
                yield f"a call outside its question or answer: {_excerpt(part.text)}"
            for where in part.where:
                yield from _stands(brief, where)


def _mentions(text: str, brief: Kamerbrief) -> Iterator[str]:
    for one in brief.mentions:
        if not _within(_bare(one.raw), _bare(text[one.span.slice])):
            yield f"a mention says what its span does not: {_excerpt(one.raw)}"
        try:
            stands = one.where is not None and brief.at(one.where)
        except LookupError:
            stands = False
        if not stands:
            yield f"a mention stands nowhere: {_excerpt(one.raw)}"
        status, evidence = getattr(one, "status", None), getattr(one, "evidence", None)
        if (status is None) != (evidence is None):
            yield f"a status without evidence, or evidence of none: {_excerpt(one.raw)}"
        if one.certainty == "partial" and one.id is not None:
            yield f"a mention with an id that is none: {_excerpt(one.raw)}"
        deadline = getattr(one, "deadline", None)
        if deadline and deadline.start and deadline.end and deadline.end < deadline.start:
            yield f"a deadline that ends before it begins: {_excerpt(deadline.raw)}"


def _stands(brief: Kamerbrief, where: Where) -> Iterator[str]:
    sections: tuple[Section, ...] = brief.annexes if where.annex else brief.sections
    for at in where.section[:-1]:
        sections = sections[at].sections
    if where.block is not None and where.block >= len(sections[where.section[-1]].blocks):
        yield f"no block stands at {where}"


def _diagnostics(brief: Kamerbrief) -> Iterator[str]:
    for diagnostic in brief.diagnostics:
        code = kamerbrief.CODES.get(diagnostic.code)
        if code is None or code.severity != diagnostic.severity:
            yield f"no such diagnostic: {diagnostic.severity} {diagnostic.code}"


def _excerpt(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:40]} ... {text[-15:]}")
