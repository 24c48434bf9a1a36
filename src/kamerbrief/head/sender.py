"""Who sends the letter: what head, heading and signature say, and which ministry that is on its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kamerbrief.head.units import unit_names
from kamerbrief.model.letter import Evidence, Ministry, Sender
from kamerbrief.vocabulary import ministries
from kamerbrief.vocabulary.addressees import is_of_chamber
from kamerbrief.vocabulary.addresses import EMAIL, box_in_return_line, box_number, is_social, without_country
from kamerbrief.vocabulary.offices import ministry_of, offices_in
from kamerbrief.vocabulary.spacing import close_spaced

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from kamerbrief.lines.features import FeatureLine
    from kamerbrief.lines.field import Field

_SITE_BEGIN, _SITE_END = regex.compile(r"\Awww(?=[^.])"), regex.compile(r"\.n[I1!](?![\w])")
"""How a site begins and ends that a scan misread."""


def read_sender(
    fields: Sequence[Field],
    units: Sequence[FeatureLine],
    roles: Sequence[str],
    *,
    heading: bool,
    kenmerk: str | None,
    date: dt.date | None,
) -> tuple[Sender, bool]:
    """The sender, and whether its ministry was told by a shared address alone.

    Args:
        fields: The fields of the letterhead.
        units: The lines that name organisational units.
        roles: The offices of heading or signature, spelled out.
        heading: The offices stand in the heading of a published letter.
        kenmerk: Our reference; its shape may tell the ministry.
        date: The date of the letter, on which names must be valid.
    """
    postal = _postal_address(fields, date)
    told, ambiguous = _ministries(fields, postal, roles, heading=heading, kenmerk=kenmerk, date=date)
    first = told[0][0] if told else None
    contact = _first(fields, "contact")
    found = dict.fromkeys(ministry for ministry, evidence in told if evidence in ("letterhead", "heading", "signature"))
    everyone = list(dict.fromkeys([*([first] if first else []), *found]))
    return Sender(
        ministry=_model(first) if first else None,
        ministries=tuple(_model(ministry) for ministry in everyone),
        roles=tuple(roles),
        units=tuple(dict.fromkeys([*unit_names([(line.text, line.bold) for line in units]), *_labelled_units(fields)])),
        visiting_address=_visiting_address(fields, date),
        postal_address=postal,
        website=_website(fields),
        phone=_first(fields, "phone"),
        email=_first(fields, "email") or (contact if contact and EMAIL.match(contact) else None),
        contact=contact,
        evidence=tuple(dict.fromkeys(evidence for ministry, evidence in told if ministry == first)),
    ), ambiguous


def _labelled_units(fields: Sequence[Field]) -> list[str]:
    return [field.text for field in fields if field.name == "unit" and field.text]


def spelled_out(roles: Iterable[str]) -> list[str]:
    """The offices in these words, each spelled out once, in order."""
    return list(dict.fromkeys(office.role for role in roles for office in offices_in(role)))


# decides more: a clue each
def _ministries(
    fields: Sequence[Field],
    postal: str | None,
    roles: Sequence[str],
    *,
    heading: bool,
    kenmerk: str | None,
    date: dt.date | None,
) -> tuple[list[tuple[ministries.Ministry, Evidence]], bool]:
    """The ministries that each clue tells, the strongest clue first; and whether a shared address alone tells."""
    signed = [found for role in roles if (found := ministry_of(role, date))]
    printed = _printed(fields, date)
    family = _family(postal, date)
    shapes = ministries.by_kenmerk(kenmerk, date) if kenmerk else ()
    inside = [ministry for ministry in family if ministry in signed] or [m for m in family if m in shapes]
    clues: list[tuple[Evidence, Sequence[ministries.Ministry]]] = [
        ("heading", signed if heading else ()),
        ("letterhead", printed["ministry"]),
        ("website", printed["website"]),
        ("address", (inside or family)[:1]),
        ("signature", () if heading else signed),
    ]
    told = [(ministry, evidence) for evidence, named in clues for ministry in named]
    known = {ministry for ministry, _ in told}
    told += [(ministry, "kenmerk") for ministry in shapes if len(shapes) == 1 or ministry in known]
    if date is not None:  # a name that is printed but still to come counts before what the date makes of an address
        later = {ministry.tooi_id: ministry for ministry, _ in told if ministries.is_to_come(ministry, date)}
        told = [(later.get(ministry.tooi_id, ministry), evidence) for ministry, evidence in told]
    ambiguous = len(family) > 1 and not (signed or inside or any(printed.values()))
    return told, ambiguous


def _printed(fields: Sequence[Field], date: dt.date | None) -> dict[str, list[ministries.Ministry]]:
    """The ministries whose names and websites the letterhead prints."""
    read = {"ministry": ministries.by_name, "website": ministries.by_website}
    return {
        name: [found for field in fields if field.name == name and (found := of_text(field.text, date))]
        for name, of_text in read.items()
    }


def _family(postal: str | None, date: dt.date | None) -> tuple[ministries.Ministry, ...]:
    return ministries.by_postbox(box_number(postal or "") or 0, date)


def _model(ministry: ministries.Ministry) -> Ministry:
    return Ministry(abbreviation=ministry.abbreviation, name=ministry.name, tooi_id=ministry.tooi_id)


def _first(fields: Sequence[Field], name: str) -> str | None:
    return next((close_spaced(field.text) for field in fields if field.name == name and field.text), None)


def _postal_address(fields: Sequence[Field], date: dt.date | None) -> str | None:
    """The box of the sender: that of the return line, or a ministry's; the letter may print its reader's box too."""
    returned = _from_return_line(fields)
    found = _addresses(fields, "postal_address")
    for text in found:
        if (returned and box_number(text) == box_number(returned)) or _family(text, date):
            return text
    return returned or next(iter(found), None)


def _addresses(fields: Sequence[Field], name: str) -> list[str]:
    """The addresses of a kind, none of a Chamber; the country that a letter abroad prints adds nothing to them."""
    texts = [field.text for field in fields if field.name == name and field.text]
    closed = [close_spaced(without_country(text)) for text in texts]
    return [text for text in closed if not is_of_chamber(text) or ministries.by_street(text, None)]


def _visiting_address(fields: Sequence[Field], date: dt.date | None) -> str | None:
    """The house of the sender: a ministry's, or the first street with a city."""
    found = _addresses(fields, "visiting_address")
    known = next((text for text in found if ministries.by_street(text, date)), None)
    return known or next((text for text in found if "," in text), None) or next(iter(found), None)


def _website(fields: Sequence[Field]) -> str | None:
    """The site, none of the social media if it can be, and with ``www.`` and ``.nl`` put right that scans misread."""
    found = [field.text for field in fields if field.name == "website" and field.text]
    text = next((text for text in found if not is_social(text)), next(iter(found), None))
    if text is None:
        return None
    text = "".join(text.split())
    return _SITE_BEGIN.sub("www.", _SITE_END.sub(".nl", text))


def _from_return_line(fields: Sequence[Field]) -> str | None:
    """The PO box of the line with the return address."""
    boxes = (box_in_return_line(field.text) for field in fields if field.name == "return_address")
    return next((close_spaced(box) for box in boxes if box), None)
