"""Where the letters go: the promise that each format's writer keeps, and files that are whole or not there."""

from __future__ import annotations

import abc
import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kamerbrief.command.documents import Document

Made_contra = TypeVar("Made_contra", contravariant=True)

_BESIDE: Final = ".kamerbrief-"
"""How the folder is called in which an output grows beside its target: hidden, so that no other run reads it."""


class OutputError(Exception):
    """An output that cannot be written; its message is one line that says which, why and what to do."""


class Sink(abc.ABC, Generic[Made_contra]):
    """What writes down the documents in the order in which they were named."""

    @abc.abstractmethod
    def write(self, document: Document, made: Made_contra) -> None:
        """Write what was made of a document."""

    def fail(self, document: Document, reason: str) -> None:
        """Write down that a document was not read, and why."""

    def has(self, sha256: str) -> bool:  # noqa: ARG002
        """Whether the target has the letter of these bytes already, as it would be written."""
        return False

    def keep(self, document: Document) -> None:
        """Keep the letter that the target has; this document is it."""


@contextlib.contextmanager
def told(target: Path) -> Iterator[None]:
    """What the system says against a target, as an :class:`OutputError`."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {target}: {(error.strerror or str(error)).lower()}") from error


@contextlib.contextmanager
def staged(target: Path, *, folder: bool) -> Iterator[Path]:
    """A place beside the target where the output grows; it becomes the target as a whole, or nothing is left of it.

    Args:
        target: The file or folder to be.
        folder: It is a folder.

    Raises:
        OutputError: The target cannot be written.
    """
    target = target.resolve()
    check_parent(target)
    with told(target):
        work = Path(tempfile.mkdtemp(prefix=_BESIDE, dir=target.parent))
    try:
        product = work / target.name
        with told(target):
            if folder:
                product.mkdir()
            yield product
            if folder and target.exists():
                target.rename(work / "replaced")
            product.replace(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def check_parent(target: Path) -> None:
    """Refuse a target in a folder that is not there.

    Raises:
        OutputError: It is not there.
    """
    if not target.parent.is_dir():
        raise OutputError(f"cannot write {target}: there is no folder {target.parent}")


def check_file(target: Path) -> None:
    """Refuse a target that is a folder.

    Raises:
        OutputError: It is one.
    """
    if target.is_dir():
        raise OutputError(f"cannot write {target}: it is a folder; name a file in it")


def check_folder(target: Path, is_ours: Callable[[str], bool]) -> None:
    """Refuse a target that is a file, or a folder that holds what this program did not write: it would be replaced.

    Args:
        target: The folder to be.
        is_ours: Whether a file of this name is one that would be replaced.

    Raises:
        OutputError: It is a file, or holds something else.
    """
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"cannot write {target}: it is a file; name another folder")
    others = sorted(one.name for one in target.rglob("*") if one.is_file() and not is_ours(one.name))
    if others:
        raise OutputError(f"cannot write {target}: it holds other files ({others[0]}); name a new folder")
