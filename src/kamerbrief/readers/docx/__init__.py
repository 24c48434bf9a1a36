"""Word documents (DOCX), read with the standard library alone.

``package`` opens the parts, ``story`` goes through them, ``runs`` reads a paragraph, ``styles`` and ``numbering`` say
how it looks and what number it has, ``boxes`` where text boxes stand. Properties of the file (``docProps``,
``customXml``) are never opened: in letters they hold dates and subjects of other letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kamerbrief.document.source import Metadata
from kamerbrief.readers.docx.package import Package
from kamerbrief.readers.docx.story import Story

if TYPE_CHECKING:
    from kamerbrief.document.source import Source

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes) -> Source:
    """A Word document as it prints.

    Raises:
        ArchiveError: It is damaged, encrypted, or no document that is read.
    """
    story = Story(Package(data))
    story.write()
    metadata = Metadata(
        page_count=None, tagged=False, producer=None, title=None, left_out=tuple(sorted(story.runs.left_out))
    )
    return story.writer.source(MEDIA_TYPE, metadata)
