"""Every difference between the parsed fixtures and their ``truth.json``: ``python -m tests.truth_report [CASE...]``.

The truth is what a careful reader takes from the page; no parser wrote it. Values are compared with white space
removed and with dashes, quotes and emphasis folded, because extractors differ in these.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import functools
import json
import pathlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import kamerbrief
from kamerbrief import Block, Kamerbrief, Section, Source

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures"
SHORTFALLS = HERE / "truth_shortfalls.toml"
NOTE = "# The list only shrinks: `python -m tests.truth_report --shrink` strikes what has come right."
Truth = dict[str, Any]
Namer = Callable[[str, str], str]
"""Makes a key from the kind of a check and the words that it is about."""


@dataclasses.dataclass(frozen=True, slots=True)
class Check:
    """One fact of the truth (or the absence of one) and what the parser made of it."""

    key: str
    right: bool
    want: object = None
    have: object = None


def cases(names: Iterable[str] = ()) -> list[pathlib.Path]:
    """The folders that hold a letter, all of them or those named."""
    wanted = set(names)
    found = sorted(path.parent for path in FIXTURES.glob("*/truth.json"))
    if unknown := wanted - {path.name for path in found}:
        raise SystemExit(f"no such fixture: {', '.join(sorted(unknown))}")
    return [path for path in found if not wanted or path.name in wanted]


def renditions(case: pathlib.Path) -> list[pathlib.Path]:
    """The files that a letter is read from: its PDF and its texts."""
    return sorted([*case.glob("letter*.pdf"), *texts(case)])


def texts(case: pathlib.Path) -> list[pathlib.Path]:
    """The texts of a letter."""
    return sorted(path for path in case.glob("letter*") if path.suffix in (".txt", ".md"))


@functools.cache
def source_of(path: pathlib.Path) -> Source:
    """What the reader of its kind makes of a letter; a text as it stands in the file, line ends and all."""
    return kamerbrief.load(path) if path.suffix == ".pdf" else Source(text_of(path))


def text_of(path: pathlib.Path) -> str:
    """The text as it stands in the file, form feeds and line ends as they are."""
    return path.read_bytes().decode()


def truth_of(case: pathlib.Path) -> Truth:
    truth: Truth = json.loads((case / "truth.json").read_text("utf-8"))
    return truth


_FOLDED = str.maketrans("‐‑‒–—−", "-" * 6, "‘’‚‛“”„«»'\"`´*_\\\u00ad\u200b\ufeff")


def squash(value: object) -> str:
    """The value without white space, quotes and emphasis, its dashes folded."""
    return "".join(str(value).translate(_FOLDED).split())


def loose(value: object) -> str:
    """The value without regard to case, and with letters and digits only."""
    return re.sub(r"[^\w]", "", squash(value)).casefold()


def compare(truth: Truth, brief: Kamerbrief) -> Iterator[Check]:
    """Every fact of the truth as a check; keys are unique within a letter."""
    yield from _head(truth, brief)
    yield from _kamerstuk(truth, brief)
    yield from _signatures(truth, brief)
    yield from _notes(truth, brief)
    texts = [squash(block.text) for block in blocks_of([*brief.sections, *brief.annexes])]
    for number, join in enumerate(truth["joins"], 1):
        wanted = squash(join.replace("|", "", 1))
        yield Check(f"join {number}", any(wanted in text for text in texts), join)
    yield from _outline("", truth["outline"], brief.sections)
    yield from _outline("annex ", truth.get("after_signature", []), brief.annexes)


def _head(truth: Truth, brief: Kamerbrief) -> Iterator[Check]:
    sender = brief.sender

    def digits(value: object) -> str:
        return re.sub(r"\D", "", str(value))

    given: dict[str, tuple[object, Any]] = {
        "form": (brief.form, squash),
        "date": (brief.date, str),
        "kenmerk": (brief.kenmerk, squash),
        "uw_kenmerk": (brief.uw_kenmerk, squash),
        "subject": (brief.subject, squash),
        "attachments": (brief.attachments, str),
        "chamber": (brief.recipient.chamber, str),
        "place": (brief.place, loose),
        "salutation": (brief.salutation, squash),
        "closing": (brief.closing, squash),
        "ministry": (sender.ministry and sender.ministry.abbreviation, loose),
        "visiting_address": (sender.visiting_address, loose),
        "postal_address": (sender.postal_address, loose),
        "website": (sender.website, squash),
        "phone": (sender.phone, digits),
        "email": (sender.email, squash),
        "contact": (sender.contact, squash),
    }
    for key, (have, fold) in given.items():
        want = truth.get(key)
        right = have is None if want is None else have is not None and fold(want) == fold(have)
        yield Check(key, right, want, have)
    have_all = [ministry.abbreviation for ministry in sender.ministries]
    yield Check("ministries", _same(truth.get("ministries"), have_all), truth.get("ministries"), have_all)
    yield Check("units", _same(truth.get("units"), sender.units), truth.get("units"), sender.units)


def _same(want: Iterable[str] | None, have: Iterable[str]) -> bool:
    return [loose(one) for one in want or ()] == [loose(one) for one in have]


def _kamerstuk(truth: Truth, brief: Kamerbrief) -> Iterator[Check]:
    want, have = truth.get("kamerstuk"), brief.kamerstuk
    if want is None or have is None:
        yield Check("kamerstuk", want is None and have is None, want, have)
        return
    yield Check("kamerstuk.dossiers", tuple(want["dossiers"]) == have.dossiers, want["dossiers"], have.dossiers)
    yield Check("kamerstuk.titles", _same(want["titles"], have.titles), want["titles"], have.titles)
    yield Check("kamerstuk.number", want["number"] == have.number, want["number"], have.number)
    year = want["session_year"]
    yield Check("kamerstuk.session_year", year == have.session_year, year, have.session_year)


def _signatures(truth: Truth, brief: Kamerbrief) -> Iterator[Check]:
    want = [(one["role"], one["name"], bool(one.get("mandate"))) for one in truth["signatories"]]
    have = [(one.role, one.name, one.mandate) for one in brief.signatories]

    def key(one: tuple[str | None, str | None, bool]) -> tuple[str, str, bool]:
        return loose(one[0] or ""), squash(one[1] or ""), one[2]

    yield Check("signatories", [*map(key, want)] == [*map(key, have)], want, have)
    yield Check(
        "on_behalf_of", _same(truth["on_behalf_of"], brief.on_behalf_of), truth["on_behalf_of"], brief.on_behalf_of
    )


def _notes(truth: Truth, brief: Kamerbrief) -> Iterator[Check]:
    """The notes and their calls; where a label stands for several, they follow each other in order."""
    have = collections.defaultdict(list)
    for note in brief.footnotes:
        have[note.label].append(note)
    calls = collections.defaultdict(list)
    for label, before in calls_of([*brief.sections, *brief.annexes]):
        calls[label].append(squash(before).rstrip(".,;:"))
    labels = [note["label"] for note in truth["footnotes"]]
    times: collections.Counter[str] = collections.Counter()
    for note in truth["footnotes"]:
        label, at = note["label"], times[note["label"]]
        times[label] += 1
        key = label if labels.count(label) == 1 else f"{label} ({at + 1})"
        found = next(iter(have[label][at : at + 1]), None)
        right = found is not None and squash(found.text).rstrip(".") == squash(note["text"]).rstrip(".")
        yield Check(f"footnote {key}", right, note["text"], found and found.text)
        if note.get("after"):
            after = squash(note["after"]).rstrip(".,;:")
            places = calls[label][at : at + 1] if labels.count(label) > 1 else calls[label]
            right = [before.endswith(after) for before in places] == [True]
            yield Check(f"call {key}", right, note["after"], [before[-40:] for before in places])
            yield Check(
                f"status {key}", found is not None and found.status == "linked", "linked", found and found.status
            )
    given = [note.label for note in brief.footnotes]
    yield Check("footnote labels", labels == given, labels, given)
    stray = sorted(set(calls) - set(labels))
    yield Check("stray calls", not stray, [], stray)


def _outline(prefix: str, outline: list[list[Any]], sections: Iterable[Section]) -> Iterator[Check]:
    """Headings with level and number, and the starts of blocks; and that there are no others."""
    titles = [(section.title or "", section.number, section.level) for section in walk(sections) if section.title]
    blocks = list(blocks_of(sections))
    seen: collections.Counter[str] = collections.Counter()

    def key(kind: str, words: str) -> str:
        name = f"{prefix}{kind}: {words}"
        seen[name] += 1
        return name if seen[name] == 1 else f"{name} ({seen[name]})"

    for entry in outline:
        kind = entry[0]
        if kind == "h":
            yield from _heading(entry, titles, key)
        else:
            words = entry[2] if kind in ("q", "a") else entry[1]
            number = entry[1] if kind in ("q", "a") else None
            at = next((i for i, block in enumerate(blocks) if _begins(block, words, number)), None)
            yield Check(key("block", words), at is not None, words)
            if at is not None:
                yield from _kind(entry, blocks.pop(at), key)
    extra = [title for title, _, _ in titles if not re.match(r"(?i)(vraag|antwoord|vragen)\b", title)]
    yield Check(f"{prefix}headings besides", not extra, [], extra)
    others = [block.text[:60] for block in blocks if block.kind not in ("table", "figure")]
    yield Check(f"{prefix}blocks besides", not others, [], others)


def _heading(entry: list[Any], titles: list[tuple[str, str | None, int]], key: Namer) -> Iterator[Check]:
    _, level, number, title = entry
    wanted = squash(title).rstrip(".:")
    numbered = squash(f"{number or ''}{title}")
    at = next((i for i, have in enumerate(titles) if squash(have[0]).rstrip(".:") == wanted), None)
    if at is None:  # the number may have stayed in the title
        at = next((i for i, have in enumerate(titles) if loose(have[0]) == loose(numbered)), None)
    yield Check(key("heading", title), at is not None, title)
    if at is not None:
        have = titles.pop(at)
        yield Check(key("level", title), have[2] == level, level, have[2])
        yield Check(key("number", title), loose(have[1] or "") == loose(number or ""), number, have[1])


_QUESTION_LABEL = re.compile(r"\A(?:vraag|antwoord(?:op)?(?:vraag|vragen)?)?(?:\d+(?:en|tm)?)*")


def _begins(block: Block, words: str, number: str | None) -> bool:
    text, wanted = loose(block.text), loose(words)
    if number is not None and not text.startswith(wanted):  # the label may stand in the block
        text = _QUESTION_LABEL.sub("", text)
    return text.startswith(wanted)


def _kind(entry: list[Any], block: Block, key: Namer) -> Iterator[Check]:
    want = {"p": "paragraph", "li": "list_item", "quote": "quote", "table": "table"}.get(entry[0])
    if want is not None:
        yield Check(key("kind", entry[1]), block.kind == want, want, block.kind)
    if want == "list_item" and block.kind == "list_item":
        depth = entry[2]["level"] if len(entry) > 2 else 1
        yield Check(key("depth", entry[1]), block.depth == depth, depth, block.depth)


def walk(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from walk(section.sections)


def blocks_of(sections: Iterable[Section]) -> Iterator[Block]:
    for section in walk(sections):
        yield from section.blocks


def calls_of(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """Labels of the calls in reading order, each with the text before it."""
    for section in walk(sections):
        for call in section.calls:
            yield call.label, (section.title or "")[: call.offset]
        for block in section.blocks:
            for call in block.calls:
                yield call.label, block.text[: call.offset]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.truth_report", description=__doc__)
    parser.add_argument("case", nargs="*")
    parser.add_argument("--shrink", action="store_true", help="strike the shortfalls that are right now")
    parser.add_argument("--accept", metavar="REASON", help="list the other differences, for this reason")
    options = parser.parse_args(argv)
    wrong: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    listed = shortfalls()
    for case in cases(options.case):
        for path in renditions(case):
            checks = checks_of(path)
            misses = [check for check in checks if not check.right]
            total.update(_group(check) for check in checks)
            wrong.update(_group(check) for check in misses)
            print(f"\n{case.name}/{path.name}: {len(misses)} of {len(checks)} differ")
            for miss in misses:
                print(f"  {miss.key}\n      want {miss.want!r}\n      have {miss.have!r}")
            known = listed.get(name := f"{case.name}/{path.name}", {})
            keys = {miss.key for miss in misses}
            if options.shrink:
                listed[name] = {key: reason for key, reason in known.items() if key in keys}
            if options.accept:
                listed[name] = listed.get(name, {}) | {key: options.accept for key in keys if key not in known}
    if options.shrink or options.accept:
        write_shortfalls(listed)
    print(f"\n{'check':<28}{'wrong':>6}{'of':>7}{'right':>9}")
    for group, count in sorted(total.items(), key=lambda pair: (-wrong[pair[0]], pair[0])):
        print(f"{group:<28}{wrong[group]:>6}{count:>7}{1 - wrong[group] / count:>9.1%}")
    print(f"{'all':<28}{wrong.total():>6}{total.total():>7}{1 - wrong.total() / total.total():>9.1%}")
    return 1 if wrong else 0


def checks_of(path: pathlib.Path) -> list[Check]:
    """All checks of one rendition."""
    return list(compare(truth_of(path.parent), kamerbrief.parse(source_of(path))))


def shortfalls() -> dict[str, dict[str, str]]:
    """What is known to be wrong: ``case/rendition`` to keys, each with its reason."""
    return tomllib.loads(SHORTFALLS.read_text("utf-8")) if SHORTFALLS.exists() else {}


def write_shortfalls(listed: dict[str, dict[str, str]]) -> None:
    lines = ["# What the fixtures' truth says and the parser does not give yet, or what a rendition cannot show.", NOTE]
    for name in sorted(name for name in listed if listed[name]):
        lines += ["", f"[{_quoted(name)}]"]
        lines += [f"{_quoted(key)} = {_quoted(reason)}" for key, reason in sorted(listed[name].items())]
    SHORTFALLS.write_text("\n".join(lines) + "\n", "utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _group(check: Check) -> str:
    """The kind of a check: its key without label or words."""
    return re.sub(r" (?:\d\S*|\*)$", "", check.key.split(":")[0])


if __name__ == "__main__":
    sys.exit(main())
