"""What Dutch government letters say, as data: labels, ministries, offices, phrases.

Each table is a TOML file beside this module, loaded once and when first needed. A new label, ministry
or notice is one entry and no code.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The vocabulary file ``name`` as it stands."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def phrase_table() -> dict[str, Any]:
    """The table of set phrases."""
    return table("phrases")


def phrase_list(name: str) -> tuple[str, ...]:
    """The phrases ``name``, as they are written in the table."""
    return tuple(phrase_table()[name])
