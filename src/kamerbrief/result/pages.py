"""The page of every span, told once the letter is whole."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from types import NoneType
from typing import TYPE_CHECKING, Final

from kamerbrief.model.base import Model, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Kamerbrief

_LAST: Final = 1 << 62
_PLAIN: Final = frozenset({str, int, bool, NoneType, dt.date})
"""What holds no span: most of what a letter is made of."""


def tell_pages(brief: Kamerbrief, source: Source) -> None:
    """Tell each span of a letter that nobody has yet the page on which it begins; none if its source has no pages.

    Models are frozen for those who get them; a copy of each part that holds a span takes 8 % of the time of a letter.
    """
    starts = source.page_starts()
    if starts:
        _tell(brief, starts)


def _tell(value: Model | tuple[object, ...], starts: Sequence[tuple[int, int]]) -> None:
    for part in value.__dict__.values() if isinstance(value, Model) else value:
        if type(part) in _PLAIN:
            continue
        if isinstance(part, Span):
            at = max(bisect_right(starts, (part.start, _LAST)) - 1, 0)
            part.__dict__["page"] = starts[at][1]
            part.model_fields_set.add("page")
        elif part and isinstance(part, (Model, tuple)):
            _tell(part, starts)
