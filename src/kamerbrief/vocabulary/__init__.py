"""What Dutch government letters say, as data: labels, ministries, offices, phrases.

Each table is a TOML file beside this module, loaded once and when first needed. A new label, ministry
or notice is one entry and no code.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The vocabulary file ``name`` as it stands."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
