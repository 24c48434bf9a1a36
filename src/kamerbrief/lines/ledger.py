"""Whose each line of a document is: a step takes a line once and says as what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from kamerbrief.lines.features import FeatureLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.document.source import Source
    from kamerbrief.model.letter import FurnitureKind

Role: TypeAlias = (
    "FurnitureKind | Literal['kamerstuk', 'web_page', 'recipient', 'field', 'unit', 'salutation', 'note', 'closing',"
    "'signature', 'remark', 'on_behalf_of', 'block']"
)
"""What a line was taken as: a part of the letter, or a kind of furniture."""


class Ledger:
    """The lines of a document in reading order, and who took them.

    What nobody has taken at the end is unclaimed. It is the one thing that changes while a letter is read; all else
    goes from step to step as values.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._lines = [FeatureLine._make(line) for page in source.pages for line in page.lines]
        self._roles: dict[int, Role] = {}
        self._rest: list[FeatureLine] | None = None
        """What :meth:`rest` found, until something is taken or moved."""
        self._deferred: list[FeatureLine] = []

    def rest(self) -> list[FeatureLine]:
        """The lines that nobody has taken, in reading order."""
        if self._rest is None:
            roles = self._roles
            self._rest = [line for line in self._lines if line.start not in roles]
        return list(self._rest)

    def taken(self) -> list[tuple[FeatureLine, Role]]:
        """The lines that were taken, each with its role, in the order of the source."""
        found = [(line, self._roles[line.start]) for line in self._lines if line.start in self._roles]
        return sorted(found, key=lambda pair: pair[0].start)

    def take(self, role: Role, lines: Iterable[FeatureLine]) -> None:
        """Take lines.

        Raises:
            ValueError: Somebody took one of them before; two steps claim the same print.
        """
        for line in lines:
            if line.start in self._roles:
                raise ValueError(f"taken as {self._roles[line.start]}, now as {role}: {line.text!r}")
            self._roles[line.start] = role
            self._rest = None

    def around(self, lines: Sequence[FeatureLine]) -> tuple[list[FeatureLine], list[FeatureLine]]:
        """The lines that nobody has taken, before and behind these; all are before if there are none of these."""
        starts, roles = {line.start for line in lines}, self._roles
        first = next((index for index, line in enumerate(self._lines) if line.start in starts), len(self._lines))
        before = [line for line in self._lines[:first] if line.start not in roles]
        return before, [line for line in self._lines[first:] if line.start not in roles]

    def recut(self, lines: Iterable[FeatureLine]) -> None:
        """Put these lines in the place of those that nobody has taken: the same print, cut or ordered otherwise."""
        taken = [line for line in self._lines if line.start in self._roles]
        self._lines, self._rest = [*taken, *lines], None

    def defer(self, lines: Iterable[FeatureLine]) -> None:
        """Put lines aside that a later step recalls; nobody sees them until then."""
        self._deferred = list(lines)
        if starts := {line.start for line in self._deferred}:
            self._lines, self._rest = [line for line in self._lines if line.start not in starts], None

    def recall(self) -> list[FeatureLine]:
        """The lines that were put aside; they stand behind all others from now on."""
        lines, self._deferred = self._deferred, []
        if lines:
            self._lines, self._rest = [*self._lines, *lines], None
        return lines
