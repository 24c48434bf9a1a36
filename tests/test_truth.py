"""The fixtures against their truth; what is known to fall short is listed, and the list only shrinks."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

import pytest
from tests.truth_report import cases, checks_of, renditions, shortfalls, source_of, squash

import kamerbrief
from kamerbrief import Kamerbrief

LETTERS = [path for case in cases() for path in renditions(case)]
LISTED = shortfalls()


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_letter_is_read_as_a_careful_reader_does(path: pathlib.Path) -> None:
    wrong = {check.key: check for check in checks_of(path) if not check.right}
    listed = LISTED.get(f"{path.parent.name}/{path.name}", {})
    unlisted = [
        f"{key}\n    want {check.want!r}\n    have {check.have!r}" for key, check in wrong.items() if key not in listed
    ]
    assert not unlisted, "\n".join(unlisted)
    mended = sorted(set(listed) - set(wrong))
    assert not mended, f"right now, so strike it with `python -m tests.truth_report --shrink`: {', '.join(mended)}"


def test_keys_of_the_checks_are_unique() -> None:
    for path in LETTERS:
        keys = [check.key for check in checks_of(path)]
        assert len(keys) == len(set(keys)), path


def test_every_shortfall_is_of_a_letter_and_says_why() -> None:
    known = {f"{path.parent.name}/{path.name}" for path in LETTERS}
    assert set(LISTED) <= known
    assert all(reason.strip() for reasons in LISTED.values() for reason in reasons.values())


HEADER: dict[str, Callable[[Kamerbrief], object]] = {
    "date": lambda brief: brief.date,
    "kenmerk": lambda brief: brief.kenmerk,
    "uw_kenmerk": lambda brief: brief.uw_kenmerk,
    "subject": lambda brief: brief.subject,
    "attachments": lambda brief: brief.attachments,
    "chamber": lambda brief: brief.recipient.chamber,
    "ministry": lambda brief: brief.sender.ministry and brief.sender.ministry.abbreviation,
}


@pytest.mark.parametrize(
    "case", [case for case in cases() if (case / "letter.pdf").exists()], ids=lambda case: case.name
)
def test_all_renditions_of_a_letter_have_the_header_of_its_pdf(case: pathlib.Path) -> None:
    of_pdf = kamerbrief.parse(source_of(case / "letter.pdf"))
    for path in renditions(case):
        brief = kamerbrief.parse(source_of(path))
        for name in HEADER.keys() - LISTED.get(f"{case.name}/{path.name}", {}).keys():
            assert squash(HEADER[name](brief)) == squash(HEADER[name](of_pdf)), f"{path.name}: {name}"
