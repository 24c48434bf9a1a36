"""The boilerplate of a web page around a letter: the site's own title, date and summary above, its links below.

The government's site publishes letters that way (https://www.rijksoverheid.nl/documenten): the title, a summary in the
third person, then ``Kamerstuk: Kamerbrief | 17-10-2023`` and the ministry.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from kamerbrief.lines.field import Field
from kamerbrief.vocabulary.phrases import chamber_of, is_one_of, opens_with
from kamerbrief.vocabulary.web import date_of_record, is_ministry, is_summary, may_be_link, sort_and_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.ledger import Ledger
    from kamerbrief.model.letter import Chamber

_SEARCHED = 40
_RECORD_LINES = 120
"""What a site says of a document, with all that it belongs to, has so many lines at most."""
_SUMMARY_LINES = 60
_SENTENCE = 60
_MOST_LINKS = 12
_MOST_SIGNERS = 12
"""Lines of that list."""


@dataclasses.dataclass(frozen=True, slots=True)
class WebPage:
    """What a web page says of the letter in it; nothing if the letter stands in none."""

    fields: tuple[Field, ...] = ()
    chamber: Chamber | None = None


def read_web_page(ledger: Ledger) -> WebPage:
    """What the site says above the letter; its lines are taken."""
    lines = ledger.rest()
    sorts = ((index, found) for index, line in enumerate(lines[:_SEARCHED]) if (found := sort_and_date(line.text)))
    at, found = next(sorts, (-1, None))
    if found is None:
        return WebPage()
    end = at + 1
    while end < len(lines) and (is_ministry(lines[end].text) or is_summary(lines[end].text)):
        end += 1
    fields = [Field("date", *found, (lines[at],))]
    others: list[FeatureLine] = []
    for line in (*lines[:at], *lines[at + 1 : end]):
        if is_ministry(line.text):
            fields.append(Field("ministry", None, line.text, (line,)))
        else:
            others.append(line)
    ledger.take("web_page", [line for field in fields for line in field.lines])
    ledger.take("chrome", others)
    return WebPage(tuple(fields), next(filter(None, (chamber_of(line.text) for line in others)), None))


def read_record(ledger: Ledger) -> WebPage:
    """What a site says that shows documents of the Tweede Kamer below their records; its lines are taken.

    Title, dossier and kind of the document stand above its number and date, its links below, and then the document.
    """
    lines = ledger.rest()[:_RECORD_LINES]
    at = next((index for index, line in enumerate(lines) if date_of_record(line.text)), len(lines))
    shown = (index for index, line in enumerate(lines[at:], at) if opens_with(line.text, "previews"))
    if (end := next(shown, None)) is None:
        return WebPage()
    fields = [*_title(lines[:at]), Field("date", None, date_of_record(lines[at].text) or "", (lines[at],))]
    told = [line for field in fields for line in field.lines]
    ledger.take("web_page", told)
    ledger.take("chrome", [line for line in lines[: end + 1] if line not in told])
    return WebPage(tuple(fields))


def _title(lines: Sequence[FeatureLine]) -> list[Field]:
    """The title of a letter above its record, below the links of the site."""
    shown = [line for line in lines if not line.text.startswith("[")]
    titles = [line for line in shown if not is_one_of(line.text, "letter_records")]
    is_letter = len(titles) < len(shown)
    return [Field("subject", None, titles[0].text, (titles[0],))] if titles and is_letter else []


def read_summary(ledger: Ledger) -> WebPage:
    """What a site shows above the letterhead: the beginning of the letter and who signed, and then the whole letter."""
    lines = ledger.rest()[:_SUMMARY_LINES]
    heads = [index for index, line in enumerate(lines) if line.kind in ("label", "labelled", "addressee")]
    begin = heads[0] if heads else 0
    if any(line.frames_letter for line in lines[:begin]):
        return WebPage()  # a letter, and an annex that repeats a sentence of it
    if _sentences(lines[:begin]).isdisjoint(_sentences(lines[begin:])):
        return WebPage()
    named = [line for line in lines[:begin] if is_ministry(line.text)][:1]
    ledger.take("web_page", named)
    ledger.take("chrome", [line for line in lines[:begin] if line not in named])
    return WebPage(tuple(Field("ministry", None, line.text, (line,)) for line in named))


def _sentences(lines: Iterable[FeatureLine]) -> set[str]:
    return {line.key for line in lines if len(line.text) >= _SENTENCE and line.text[-1] == "."}


def take_list_of_signers(ledger: Ledger) -> None:
    """Take what a site lists below a paper: who signed it, once more."""
    last = ledger.rest()[-_MOST_SIGNERS:]
    begin = next((index for index, line in enumerate(last) if is_one_of(line.text, "lists_of_signers")), len(last))
    ledger.take("chrome", last[begin:])


def is_list_of_links(lines: Sequence[FeatureLine]) -> bool:
    """Whether these lines below a letter are links of the site that it was copied from.

    A site names below the letter what belongs to it or looks like it: titles, none of them a sentence, an item or a row
    of figures. An annex has those, or says that it is one.
    """
    return 0 < len(lines) <= _MOST_LINKS and all(may_be_link(line.text) and not line.cells for line in lines)
