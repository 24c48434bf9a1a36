"""What the parser makes of the fixtures, as files to read and review: ``python -m tests.golden [CASE...]``.

Writes ``fixtures/<case>/expected.json``: a digest of the letter for each rendition. A case whose result breaks an
invariant is refused, so that no broken promise becomes what is expected.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Iterable
from typing import Any

from tests.invariants import check
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import Block, Call, Kamerbrief, Mention, QuestionSet, Reference, Section

Digest = dict[str, Any]
_WORDS_BEFORE = 4


def expected_file(case: pathlib.Path) -> pathlib.Path:
    return case / "expected.json"


def digest(brief: Kamerbrief) -> Digest:
    """The letter without offsets, in the order in which one checks it against the page."""
    data = brief.model_dump(mode="json", exclude={"schema_version"})
    whole = ("form", "date", "place", "kenmerk", "uw_kenmerk", "subject", "attachments", "salutation", "closing")
    return {name: data[name] for name in whole} | {
        "sender": data["sender"],
        "recipient": _without_spans(data["recipient"]),
        "kamerstuk": data["kamerstuk"],
        "signatories": [_without_spans(one) for one in data["signatories"]],
        "on_behalf_of": data["on_behalf_of"],
        "fields": [[field.name, field.label, field.text] for field in brief.fields],
        "sections": _outline(brief.sections),
        "footnotes": [[note.label, note.status, note.text] for note in brief.footnotes],
        "references": [[one.kind, one.id or one.raw, _place(one)] for one in brief.references],
        "annexes": _outline(brief.annexes),
        **({"mentions": [_mentioned(one) for one in brief.mentions]} if brief.mentions else {}),
        **({"question_sets": [_asked(one) for one in brief.question_sets]} if brief.question_sets else {}),
        "furniture": [[part.kind, part.text] for part in brief.furniture],
        "diagnostics": [[one.code, one.field] for one in brief.diagnostics],
    }


def _place(one: Reference | Mention) -> str:
    """``1.0 3`` for the fourth block of a section, ``note 2``."""
    if one.where is None:
        return ""
    if one.where.footnote:
        return f"note {one.where.footnote}"
    way = ".".join(map(str, one.where.section))
    return f"{'annex ' * one.where.annex}{way} {'title' if one.where.block is None else one.where.block}"


def _asked(one: QuestionSet) -> Digest:
    """A set of questions; of each question its numbers, answer and words, of each answer its numbers and words."""
    data = one.model_dump(mode="json", exclude={"span", "where", "questions", "answers", "sources"})
    return _filled(**data) | {
        "sources": [[source.label, source.status, source.text] for source in one.sources],
        "questions": [
            [", ".join(question.numbers), "" if question.answer is None else str(question.answer), question.text]
            for question in one.questions
        ],
        "answers": [[", ".join(answer.numbers), ", ".join(answer.see), answer.text] for answer in one.answers],
    }


def _mentioned(one: Mention) -> Digest:
    """What is known of a mention; its words first."""
    data = one.model_dump(mode="json", exclude={"raw", "span", "where", "evidence"})
    evidence = getattr(one, "evidence", None)
    where = _place(one)
    return {"raw": one.raw, "where": where} | _filled(**data, evidence=evidence.text if evidence else None)


def _without_spans(data: Digest) -> Digest:
    return {name: value for name, value in data.items() if name != "span"}


def _outline(sections: Iterable[Section]) -> list[Digest]:
    """Only what is there: a key that is absent is empty."""
    return [
        _filled(
            level=section.level,
            number=section.number,
            title=section.title,
            calls=_calls(section.calls, section.title or ""),
            blocks=[_block(block) for block in section.blocks],
            sections=_outline(section.sections),
        )
        for section in sections
    ]


def _block(block: Block) -> Digest:
    return _filled(
        kind=block.kind,
        marker=block.marker,
        depth=block.depth,
        text=block.text,
        calls=_calls(block.calls, block.text),
        rows=[list(row) for row in block.rows or ()],
    )


def _calls(calls: Iterable[Call], text: str) -> list[list[str]]:
    """Each call with the words before it."""
    return [[call.label, " ".join(text[: call.offset].split(" ")[-_WORDS_BEFORE:])] for call in calls]


def _filled(**values: object) -> Digest:
    return {name: value for name, value in values.items() if value not in (None, []) and value is not False}


def as_json(case: pathlib.Path) -> str:
    """The digests of a case's renditions; one line to each block, field and note, so that a diff is readable."""
    data = {path.name: digest(kamerbrief.parse(source_of(path))) for path in renditions(case)}
    return _pretty(data, 0) + "\n"


_LINE = 120


def _pretty(value: object, indent: int) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or len(line) + indent <= _LINE or _is_row(value):
        return line
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(name, ensure_ascii=False)}: {_pretty(one, indent + 2)}" for name, one in value.items()]
        return "{\n" + ",\n".join(pad + part for part in parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + _pretty(one, indent + 2) for one in value) + "\n" + " " * indent + "]"


def _is_row(value: object) -> bool:
    """A short list of plain values, however long the text in it."""
    return (
        isinstance(value, list) and len(value) in (2, 3) and all(one is None or isinstance(one, str) for one in value)
    )


def broken(case: pathlib.Path) -> list[str]:
    """The invariants that a case breaks."""
    found = []
    for path in renditions(case):
        source = source_of(path)
        found += [f"{case.name}/{path.name}: {message}" for message in check(source, kamerbrief.parse(source))]
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("case", nargs="*", help="a folder of fixtures/; all of them if none is named")
    refused = 0
    for case in cases(parser.parse_args(argv).case):
        if problems := broken(case):
            refused += 1
            print(f"{case.name}: not written, because the result breaks an invariant", file=sys.stderr)
            print("\n".join(f"  {problem}" for problem in problems), file=sys.stderr)
            continue
        content, file = as_json(case), expected_file(case)
        if not file.exists() or file.read_text("utf-8") != content:
            file.write_text(content, "utf-8")
            print(f"{case.name}: written")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
