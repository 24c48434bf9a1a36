"""What stands at the label of the attachments instead of their number: their titles."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kamerbrief.lines.kinds import accepts, counts_things
from kamerbrief.vocabulary.phrases import opens_with, tells_no_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamerbrief.lines.features import FeatureLine

_MOST_LINES = 24
"""The titles of the attachments have no more lines."""


def titles_below(lines: Sequence[FeatureLine], index: int) -> int:
    """How many lines of titles stand below a label of attachments, instead of their number."""
    label = lines[index]
    if label.kind != "label" or label.label is None or label.label.takes != "count":
        return 0
    titles = list(
        itertools.takewhile(lambda line: may_be_title(line, label), lines[index + 1 : index + 1 + _MOST_LINES])
    )
    return 0 if not titles or _tells_how_many(titles[0].text) else len(titles)


def _tells_how_many(text: str) -> bool:
    return text.isdecimal() or accepts("count", text) or tells_no_count(text) or counts_things(text)


def may_be_title(line: FeatureLine, label: FeatureLine) -> bool:
    """Whether a line can be of the titles that stand below a label without a blank line between them."""
    of_column = line.gap == 0 and line.margin == label.margin and line.page == label.page
    return of_column and line.kind in ("short", "street") and not opens_with(line.text, "units")
