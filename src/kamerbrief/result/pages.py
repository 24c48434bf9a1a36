"""The page of every span, told once the letter is whole."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TypeVar, cast

from kamerbrief.model.base import Model, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import Kamerbrief

_Part = TypeVar("_Part")
_LAST: Final = 1 << 62


def with_pages(brief: Kamerbrief, source: Source) -> Kamerbrief:
    """The letter, each of its spans with the page on which it begins; as it is if its source has no pages."""
    starts = source.page_starts()
    return _paged(brief, starts) if starts else brief


def _paged(value: _Part, starts: Sequence[tuple[int, int]]) -> _Part:
    """The value with pages in all spans that it holds."""
    if isinstance(value, Span):
        at = max(bisect_right(starts, (value.start, _LAST)) - 1, 0)
        return value.model_copy(update={"page": starts[at][1]})
    if isinstance(value, tuple):
        return cast("_Part", tuple(_paged(one, starts) for one in value))
    if not isinstance(value, Model):
        return value
    changed = {name: new for name, old in value if (new := _paged(old, starts)) is not old}
    return value.model_copy(update=changed) if changed else value
