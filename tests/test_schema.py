"""The JSON Schema in the package says what a letter is, and letters keep it."""

from __future__ import annotations

import importlib.resources
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests import schema
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief.__main__ import main
from kamerbrief.model.letter import SCHEMA_VERSION

TEXT = importlib.resources.files("kamerbrief").joinpath("kamerbrief.schema.json").read_text("utf-8")
SCHEMA: dict[str, Any] = json.loads(TEXT)


@pytest.mark.skipif(not schema.is_current(), reason="this Pydantic writes schemas otherwise")
def test_schema_is_that_of_the_models() -> None:
    assert schema.schema() == TEXT, "the models changed: python -m tests.schema"


def test_schema_tells_its_version() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == f"urn:kamerbrief:letter:{SCHEMA_VERSION}"
    assert SCHEMA["version"] == kamerbrief.parse("").schema_version


def objects(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield from [node] if node.get("type") == "object" else []
        for one in node.values():
            yield from objects(one)
    elif isinstance(node, list):
        for one in node:
            yield from objects(one)


def test_every_property_is_described_and_no_other_allowed() -> None:
    for one in objects(SCHEMA):
        assert one["additionalProperties"] is False
        assert one["description"].endswith((".", ":"))
        for name, shape in one["properties"].items():
            assert re.fullmatch(r".*[.?]", shape["description"]), name


def test_letters_keep_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (extra test)")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for path in (path for case in cases() for path in renditions(case)):
        letter = json.loads(kamerbrief.parse(source_of(path)).model_dump_json())
        assert [error.message for error in validator.iter_errors(letter)] == []
    letter = json.loads(kamerbrief.parse("").model_dump_json())
    assert list(validator.iter_errors(letter | {"kenmerk": 3}))


def test_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["--schema"])
    assert not exit_.value.code
    assert capsys.readouterr().out == TEXT
