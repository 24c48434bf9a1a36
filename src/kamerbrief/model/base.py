"""What all models share, and where a part stands in its text."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Model(BaseModel):
    """What all parts of a letter share: frozen, no unknown attributes, and no words of a letter in errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=True,  # until it is first used: a third of the import
    )


class Span(Model):
    """A stretch of the source text, in code points, half-open.

    Example:
        >>> from kamerbrief import Span
        >>> "Geachte voorzitter,"[Span(start=0, end=7).slice]
        'Geachte'
        >>> len(Span(start=0, end=7))
        7
    """

    start: Annotated[int, Field(ge=0)]
    """The first character."""
    end: Annotated[int, Field(ge=0)]
    """Behind the last character."""
    page: Annotated[int, Field(ge=1)] | None = None
    """The page on which it begins, from 1; None where the source has no pages."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"a span runs forward, not from {self.start} to {self.end}")
        return self

    def __len__(self) -> int:
        """How many characters it holds."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is one too: ``if part.span`` asks whether there is one."""
        return True

    @property
    def slice(self) -> slice:
        """The same stretch as a slice, to cut it from the text."""
        return slice(self.start, self.end)
