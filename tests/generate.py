"""Letters with a known answer: ``python -m tests.generate --count 20000``.

A seed draws a letter (ministry, labels, values, body, notes) and a dialect: how some extractor would lay its text
out. The command prints which share of the values comes out exactly, per value and dialect, and seeds that fail.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import datetime as dt
import pathlib
import random
import sys
import tomllib
from functools import cache
from typing import Any

from tests.generate_dialects import DIALECTS
from tests.truth_report import blocks_of, loose, squash

import kamerbrief
from kamerbrief import Kamerbrief

_MONTHS = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]
_CHAMBERS = {
    "tweede_kamer": ("Tweede", ("Postbus 20018", "2500 EA DEN HAAG")),
    "eerste_kamer": ("Eerste", ("Postbus 20017", "2500 EA DEN HAAG")),
}
BAR = 0.995
"""The share of header values that must come out exactly."""
_LISTED = 0.4
"""So many letters have a list."""
HEADER_VALUES = 16
"""How many header values a letter has; one that is absent counts too, for it must not be made up."""


@dataclasses.dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it was meant: what the labels are, what the values, what the body says."""

    ministry: str
    ministry_line: str | None
    """The name of the ministry as first line of the margin, where the house prints it."""
    date: dt.date
    printed_date: str
    kenmerk: str
    uw_kenmerk: str | None
    subject: str
    attachments: int | None
    printed_attachments: str | None
    """None where there is no such label; empty where its value is."""
    chamber: str
    addressee: tuple[str, ...]
    visiting: str
    postal: str
    website: str
    phone: str | None
    email: str | None
    contact: str | None
    units: tuple[str, ...]
    labels: dict[str, str]
    notice: tuple[str, ...]
    salutation: str | None
    closing: str | None
    body: tuple[tuple[str, str], ...]
    """Headings (``h``) and paragraphs (``p``); ``{1}`` stands where a note is called."""
    notes: tuple[str, ...]
    role: str
    signer: str


@cache
def vocabulary() -> dict[str, Any]:
    return tomllib.loads(pathlib.Path(__file__).with_name("generate_vocabulary.toml").read_text("utf-8"))


_ATTACHMENTS = ((None, None), (None, ""), (0, "geen"), (None, "-"), (1, "1"), (3, "3"), (12, "12"))


def draw(rng: random.Random) -> Letter:
    """A letter, whole and in itself consistent."""
    words = vocabulary()["words"]
    house = rng.choice(vocabulary()["house"])
    labels = {name: rng.choice(forms) for name, forms in vocabulary()["labels"][house["labels"]].items()}
    date = dt.date(rng.randint(*house["years"]), rng.randint(1, 12), rng.randint(1, 28))
    if date >= dt.date(2026, 2, 1):  # before the ministries changed on 23 February 2026
        date = date.replace(month=1)
    chamber = rng.choice(["tweede_kamer"] * 5 + ["eerste_kamer"])
    contact = rng.choice([None, rng.choice(words["people"])])
    attachments, printed = rng.choice(
        [(None, None), (None, ""), (0, "geen"), (None, "-"), (1, "1"), (3, "3"), (12, "12")]
    )
    body, notes = _body(rng, words)
    return Letter(
        ministry=house["ministry"],
        ministry_line=f"Ministerie van {house['name']}" if not any(house["units"]) else None,
        date=date,
        printed_date=f"{date.day} {_MONTHS[date.month - 1]} {date.year}",
        kenmerk=_kenmerk(rng, rng.choice(house["kenmerken"]), date),
        uw_kenmerk=rng.choice([None, f"{date.year}Z{rng.randint(0, 24999):05}"]),
        subject=rng.choice(words["subjects"]),
        attachments=attachments,
        printed_attachments=printed,
        chamber=chamber,
        addressee=_addressee(rng, chamber),
        visiting=house["visiting"],
        postal=house["postal"],
        website=rng.choice(house["sites"]),
        phone=rng.choice([None, f"070 3{rng.randint(10, 99)} {rng.randint(10, 99)} {rng.randint(10, 99)}"]),
        email=f"{contact.split()[-1].strip(chr(39)).lower()}@min.example" if contact and rng.random() < 0.3 else None,
        contact=contact,
        units=tuple(rng.choice(house["units"])),
        labels=labels,
        notice=rng.choice([(), _NOTICE]),
        salutation=rng.choice([None, *words["salutations"]]),
        closing=rng.choice([None, None, "Hoogachtend,"]),
        body=body,
        notes=notes,
        role=rng.choice(house["roles"]),
        signer=rng.choice(words["signers"]),
    )


_NOTICE = (
    "Bij beantwoording graag datum",
    "en kenmerk noemen. Gebruik",
    "voor iedere zaak een",
    "afzonderlijke brief.",
)


def _kenmerk(rng: random.Random, shape: str, date: dt.date) -> str:
    shape = shape.format(year=date.year, yy=f"{date.year % 100:02}")
    return "".join(str(rng.randint(0, 9)) if character == "#" else character for character in shape)


def _addressee(rng: random.Random, chamber: str) -> tuple[str, ...]:
    which, address = _CHAMBERS[chamber]
    start = rng.choice(["Aan de Voorzitter", "De voorzitter", "De Voorzitter", "Aan: de Voorzitter"])
    if rng.random() < 0.5:
        return (f"{start} van de {which} Kamer der Staten-Generaal", *address)
    return (f"{start} van de {which} Kamer", "der Staten-Generaal", *address)


def _body(rng: random.Random, words: dict[str, list[str]]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    notes = rng.sample(words["notes"], rng.choice([0, 0, 1, 2, 4]))
    paragraphs = [rng.sample(words["sentences"], rng.randint(2, 5)) for _ in range(rng.randint(len(notes) + 3, 9))]
    # A call stands behind a word in the midst of a sentence, each in a paragraph of its own.
    for number, paragraph in enumerate(sorted(rng.sample(range(len(paragraphs)), len(notes))), 1):
        sentence = paragraphs[paragraph][1].split(" ")
        at = next(index for index in range(4, len(sentence)) if sentence[index - 1].isalpha())
        paragraphs[paragraph][1] = " ".join([*sentence[: at - 1], f"{sentence[at - 1]}{{{number}}}", *sentence[at:]])
    titles = iter(rng.sample(words["titles"], 3))
    body: list[tuple[str, str]] = []
    for index, sentences in enumerate(paragraphs):
        if index in (2, 5) and rng.random() < 0.7:
            body.append(("h", next(titles)))
        body.append(("p", " ".join(sentences)))
        if index == len(notes) and rng.random() < _LISTED:
            body.append(("p", rng.choice(words["announcements"])))
            body += [("li", item) for item in rng.sample(words["items"], 3)]
    return tuple(body), tuple(notes)


@dataclasses.dataclass(frozen=True, slots=True)
class Sample:
    """A drawn letter in one dialect."""

    seed: int
    dialect: str
    letter: Letter
    text: str


def sample(seed: int, dialect: str | None = None) -> Sample:
    """The letter of a seed; the same each time."""
    rng = random.Random(seed)  # noqa: S311 - a letter, not a secret
    letter = draw(rng)
    dialect = dialect or rng.choice(sorted(DIALECTS))
    return Sample(seed, dialect, letter, DIALECTS[dialect](letter, rng))


def header_misses(letter: Letter, brief: Kamerbrief) -> dict[str, tuple[object, object]]:
    """The header values that are not exactly what was meant: name to (wanted, given)."""
    sender = brief.sender
    pairs: dict[str, tuple[object, object]] = {
        "date": (letter.date, brief.date),
        "kenmerk": (letter.kenmerk, brief.kenmerk),
        "uw_kenmerk": (letter.uw_kenmerk, brief.uw_kenmerk),
        "subject": (letter.subject, brief.subject),
        "attachments": (letter.attachments, brief.attachments),
        "chamber": (letter.chamber, brief.recipient.chamber),
        "ministry": (letter.ministry, sender.ministry and sender.ministry.abbreviation),
        "visiting_address": (letter.visiting, sender.visiting_address),
        "postal_address": (letter.postal, sender.postal_address),
        "website": (letter.website, sender.website),
        "phone": (letter.phone, sender.phone),
        "email": (letter.email, sender.email),
        "contact": (letter.contact, sender.contact),
        "units": (letter.units, sender.units),
        "salutation": (letter.salutation, brief.salutation),
        "closing": (letter.closing, brief.closing),
    }
    return {name: pair for name, pair in pairs.items() if squash(pair[0]) != squash(pair[1])}


def body_misses(letter: Letter, brief: Kamerbrief) -> dict[str, tuple[object, object]]:
    """The same for what follows the head."""
    paragraphs = [squash(_plain(text)) for kind, text in letter.body if kind != "h"]
    have = [squash(block.text) for block in blocks_of(brief.sections)]
    titles = [text for kind, text in letter.body if kind == "h"]
    calls = [
        (call.label, squash(block.text[: call.offset])[-20:])
        for block in blocks_of(brief.sections)
        for call in block.calls
    ]
    parted = [(number, text.split(f"{{{number}}}")) for number in range(1, 10) for _, text in letter.body]
    wanted = [(str(number), squash(_plain(parts[0]))[-20:]) for number, parts in parted if len(parts) > 1]
    pairs: dict[str, tuple[object, object]] = {
        "signatories": ([(loose(letter.role), letter.signer)], [(loose(s.role), s.name) for s in brief.signatories]),
        "footnotes": ([squash(note) for note in letter.notes], [squash(note.text) for note in brief.footnotes]),
        "calls": (wanted, calls),
        "paragraphs": (paragraphs, have),
        "titles": (titles, [section.title for section in brief.sections if section.title]),
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _plain(text: str) -> str:
    for number in range(1, 10):
        text = text.replace(f"{{{number}}}", "")
    return text


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.generate", description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--show", type=int, metavar="SEED", help="print this letter and what is wrong with its result")
    options = parser.parse_args(argv)
    if options.show is not None:
        one = sample(options.show)
        brief = kamerbrief.parse(one.text)
        print(one.text)
        print(one.dialect, header_misses(one.letter, brief) | body_misses(one.letter, brief))
        return 0
    wrong: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    seeds: dict[tuple[str, str], list[int]] = collections.defaultdict(list)
    drawn: collections.Counter[str] = collections.Counter()
    header = 0
    for seed in range(options.first, options.first + options.count):
        one = sample(seed)
        brief = kamerbrief.parse(one.text)
        drawn[one.dialect] += 1
        misses = header_misses(one.letter, brief)
        header += len(misses)
        for name in misses | body_misses(one.letter, brief):
            wrong[name][one.dialect] += 1
            seeds[name, one.dialect].append(seed)
    names = sorted(drawn)
    print(f"{'exact, %':<18}" + "".join(f"{name:>12}" for name in names))
    for field in sorted(wrong, key=lambda field: -wrong[field].total()):
        print(f"{field:<18}" + "".join(f"{100 - 100 * wrong[field][name] / drawn[name]:>12.2f}" for name in names))
    for (field, dialect), failed in sorted(seeds.items(), key=lambda item: -len(item[1])):
        print(f"{field} {dialect}: {len(failed)} seeds, {', '.join(map(str, failed[:8]))}")
    share = 1 - header / (HEADER_VALUES * options.count)
    print(f"header values exact: {share:.4%}")
    return 0 if share >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
