"""The fixtures give what they gave when somebody last looked: ``python -m tests.golden`` renews it."""

from __future__ import annotations

import difflib
import json
import pathlib

import pytest
from tests import golden
from tests.truth_report import cases, renditions


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_letter_is_read_as_before(case: pathlib.Path) -> None:
    file = golden.expected_file(case)
    assert file.exists(), f"no expected.json: look at the result and run `python -m tests.golden {case.name}`"
    before, now = file.read_text("utf-8"), golden.as_json(case)
    if before != now:
        diff = difflib.unified_diff(before.splitlines(), now.splitlines(), "expected", "now", n=2, lineterm="")
        pytest.fail("\n".join([*diff, f"if this is better: python -m tests.golden {case.name}"]), pytrace=False)


def test_digest_is_json() -> None:
    for case in cases():
        assert set(json.loads(golden.as_json(case))) == {path.name for path in renditions(case)}


def test_broken_result_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(golden, "check", lambda _text, _brief: ["a promise is broken"])
    monkeypatch.setattr(golden, "expected_file", lambda case: tmp_path / f"{case.name}.json")
    name = cases()[0].name
    assert golden.main([name]) == 1
    assert not list(tmp_path.iterdir())
    assert "a promise is broken" in capsys.readouterr().err


def test_unknown_case_is_named() -> None:
    with pytest.raises(SystemExit, match="no-such-case"):
        golden.main(["no-such-case"])
