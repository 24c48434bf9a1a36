"""The JSON Schema of a letter, written into the package: ``python -m tests.schema``.

Pydantic gives the shapes; the descriptions are the docstrings that stand below the attributes.
"""

from __future__ import annotations

import ast
import inspect
import json
import pathlib
import re
import sys
from typing import Any

import pydantic

import kamerbrief
from kamerbrief.model.base import Model
from kamerbrief.model.letter import SCHEMA_VERSION

FILE = pathlib.Path(__file__).parent.parent / "src" / "kamerbrief" / "kamerbrief.schema.json"
Schema = dict[str, Any]


def schema() -> str:
    """The schema as it stands in the package."""
    found = kamerbrief.Kamerbrief.model_json_schema(mode="serialization")
    classes = {one.__name__: one for one in models()}
    for name, definition in [*found.pop("$defs").items(), ("Kamerbrief", found)]:
        told = descriptions(classes[name])
        definition["description"] = summary(classes[name])
        for attribute, shape in definition["properties"].items():
            definition["properties"][attribute] = described(shape, told[attribute])
        definition.pop("title", None)
        if name != "Kamerbrief":
            found.setdefault("$defs", {})[name] = definition
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kamerbrief:letter:{SCHEMA_VERSION}",
        "title": "Kamerbrief",
        "version": SCHEMA_VERSION,
    }
    return json.dumps(head | found, ensure_ascii=False, indent=1) + "\n"


def models() -> list[type[Model]]:
    """All models, whatever they are called."""
    found, open_ones = [], [Model]
    while open_ones:
        found.append(open_ones.pop())
        open_ones += found[-1].__subclasses__()
    return found


def descriptions(model: type[Model]) -> dict[str, str]:
    """The docstring of each attribute, those of its bases too."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if not issubclass(base, Model) or base is Model:
            continue
        (tree,) = ast.parse(inspect.cleandoc("\n" + inspect.getsource(base))).body
        assert isinstance(tree, ast.ClassDef)
        for above, below in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(above, ast.AnnAssign) and isinstance(below, ast.Expr):
                assert isinstance(above.target, ast.Name)
                assert isinstance(below.value, ast.Constant)
                found[above.target.id] = plain(str(below.value.value))
    return found


def summary(model: type[Model]) -> str:
    """The docstring of a model, without its example."""
    return plain(inspect.cleandoc(model.__doc__ or "").partition("\n\nExample:")[0])


def plain(docstring: str) -> str:
    """A docstring on one line, without its mark-up."""
    text = " ".join(docstring.split())
    for mark in (":data:", ":class:", "``", "`"):
        text = text.replace(mark, "")
    return re.sub(r"\bNone\b", "null", text)


def described(shape: Schema, description: str) -> Schema:
    """The shape of an attribute with its description; the titles that Pydantic gives say no more than the name."""
    return {"description": description, **{name: value for name, value in shape.items() if name != "title"}}


def is_current() -> bool:
    """Whether Pydantic is one that writes schemas as those in the package are written."""
    return tuple(map(int, pydantic.VERSION.split(".")[:2])) >= (2, 11)


def main() -> int:
    FILE.write_text(schema(), "utf-8")
    print(f"{FILE.name}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
