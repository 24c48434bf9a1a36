"""The fixtures against their truth; what is known to fall short is listed, and the list only shrinks."""

from __future__ import annotations

import pathlib

import pytest
from tests.truth_report import cases, checks_of, renditions, shortfalls

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
