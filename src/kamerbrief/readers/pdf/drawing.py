"""The pages of a PDF as pictures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import features

from kamerbrief.readers.pdf.document import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

_DOTS_PER_INCH: Final = 100
_POINTS_PER_INCH: Final = 72
_LONGEST_SIDE: Final = 2400
"""In dots; a page of print has 1,170."""


class Picture(NamedTuple):
    """A page as it is shown."""

    number: int
    """From 1."""
    width: float
    """In points."""
    height: float
    media_type: str
    data: bytes


def draw_pages(data: bytes) -> Iterator[Picture]:
    """The pages of a PDF one after another; a page that cannot be read is left out.

    Raises:
        PdfError: It cannot be opened.
    """
    with opened(data) as document:
        for number, page in document.shown_pages():
            width, height = page.get_size()
            scale = min(_DOTS_PER_INCH / _POINTS_PER_INCH, _LONGEST_SIDE / max(width, height, 1))
            image: Image = page.render(scale=scale).to_pil().convert("RGB")
            yield Picture(number, width, height, *_written(image))


def _written(image: Image) -> tuple[str, bytes]:
    """The picture in the form in which a page of print takes least room: WebP, where Pillow knows it."""
    file = io.BytesIO()
    if features.check("webp"):
        image.save(file, "WEBP", quality=30, method=2)
        return "image/webp", file.getvalue()
    image.save(file, "JPEG", quality=35, optimize=True)
    return "image/jpeg", file.getvalue()
