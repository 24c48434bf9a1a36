"""What can go wrong around a letter; what is wrong *in* a letter is a diagnostic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from kamerbrief.model.letter import Diagnostic, Kamerbrief


class KamerbriefError(ValueError):
    """A letter that ``strict=True`` refuses, or a file that cannot be read.

    Attributes:
        brief: The letter as far as it was read; None when there was nothing to parse.
        diagnostics: What was found wrong in it.
    """

    def __init__(self, message: str, *, brief: Kamerbrief | None = None) -> None:
        super().__init__(message)
        self.brief = brief
        self.diagnostics: tuple[Diagnostic, ...] = brief.diagnostics if brief else ()

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle makes it of again, so that it comes back from another process."""
        return _remade, (type(self), self.args, self.__dict__)


class UnreadableError(KamerbriefError):
    """A file that no reader can turn into text.

    Attributes:
        path: The file as it was given.
        reason: One line that says what it is and what to do.
    """

    def __init__(self, path: str | PathLike[str], reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def _remade(kind: type[KamerbriefError], args: tuple[object, ...], attributes: dict[str, object]) -> KamerbriefError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(attributes)
    return error
