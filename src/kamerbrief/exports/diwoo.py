"""Metadata of a letter as DiWoo 0.9.8, in which Dutch authorities tell what they publish under the Wet open overheid.

https://standaarden.overheid.nl/diwoo; values with a ``resource`` are those of its lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import regex

from kamerbrief.model.errors import KamerbriefError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from kamerbrief.model.letter import Kamerbrief, Ministry

_NAMESPACE: Final = "https://standaarden.overheid.nl/diwoo/metadata/"
_THESAURUS: Final = "https://identifier.overheid.nl/tooi/def/thes/kern/"
_AUTHORITIES: Final = "http://publications.europa.eu/resource/authority/"
_FORMATS: Final = {
    "application/pdf": ("PDF", "PDF"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("DOCX", "Word DOCX"),
    "application/vnd.oasis.opendocument.text": ("ODT", "ODT"),
    "text/html": ("HTML", "HTML"),
    "text/plain": ("TXT", "Plain text"),
}
"""Media types that the list of formats knows: their code and name there."""
_NOT_XML: Final = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_diwoo(brief: Kamerbrief) -> str:
    r"""The letter's metadata as DiWoo XML, valid against the published schema.

    Args:
        brief: The letter.

    Raises:
        KamerbriefError: The letter lacks what DiWoo demands: a ministry, a subject or a date.

    Example:
        >>> import kamerbrief
        >>> letter = "Ministerie van Defensie\n\nDatum 3 mei 2024\nBetreft Dijken\n\nGeachte voorzitter,\n\nHierbij."
        >>> print(kamerbrief.to_diwoo(kamerbrief.parse(letter)))
        <?xml version="1.0" encoding="UTF-8"?>
        <diwoo:Document xmlns:diwoo="https://standaarden.overheid.nl/diwoo/metadata/">
          <diwoo:DiWoo>
            <diwoo:publisher resource="https://identifier.overheid.nl/tooi/id/ministerie/mnre1018">Ministerie van ...
    """
    ministry, subject, date = _demanded(brief)
    ET.register_namespace("diwoo", _NAMESPACE)
    root = ET.Element(_name("Document"))
    diwoo = _add(root, "DiWoo")
    _add_list(diwoo, "identifiers", "identifier", [brief.kenmerk, brief.kamerstuk.id if brief.kamerstuk else None])
    _add_ministry(diwoo, "publisher", ministry)
    _add_ministry(diwoo, "verantwoordelijke", ministry)
    if others := [one for one in brief.sender.ministries if one.tooi_id != ministry.tooi_id]:
        inside = _add(diwoo, "medeverantwoordelijken")
        for other in others:
            _add_ministry(inside, "medeverantwoordelijke", other)
    _add(_add(diwoo, "titelcollectie"), "officieleTitel", subject)
    _classify(diwoo)
    _add(diwoo, "creatiedatum", date.isoformat())
    _add(diwoo, "language", "Nederlands", f"{_AUTHORITIES}language/NLD")
    if brief.origin and (known := _FORMATS.get(brief.origin.media_type)):
        _add(diwoo, "format", known[1], f"{_AUTHORITIES}file-type/{known[0]}")
    signed = _add(_add(diwoo, "documenthandelingen"), "documenthandeling")
    _add(signed, "soortHandeling", "ondertekening", f"{_THESAURUS}c_e1ec050e")
    _add(signed, "atTime", f"{date.isoformat()}T00:00:00")
    _add_ministry(signed, "wasAssociatedWith", ministry)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _demanded(brief: Kamerbrief) -> tuple[Ministry, str, dt.date]:
    """What DiWoo does not do without."""
    ministry, subject, date = brief.sender.ministry, brief.subject, brief.date
    if ministry is None or subject is None or date is None:
        needed = {"ministry": ministry, "subject": subject, "date": date}
        missing = " and ".join(f"no {name}" for name, value in needed.items() if value is None)
        raise KamerbriefError(f"DiWoo demands what this letter lacks: it has {missing}", brief=brief)
    return ministry, subject, date


def _classify(diwoo: ET.Element) -> None:
    """What kind of document a letter to Parliament is."""
    classes = _add(diwoo, "classificatiecollectie")
    category = "bij vertegenwoordigende organen ingekomen stukken"
    _add(_add(classes, "informatiecategorieen"), "informatiecategorie", category, f"{_THESAURUS}c_8c840238")
    _add(_add(classes, "documentsoorten"), "documentsoort", "Kamerbrief", f"{_THESAURUS}c_49599e6c")


def _name(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _add(parent: ET.Element, name: str, text: str | None = None, resource: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, _name(name), {} if resource is None else {"resource": resource})
    element.text = None if text is None else _NOT_XML.sub("\ufffd", text)
    return element


def _add_list(parent: ET.Element, name: str, of_each: str, texts: Iterable[str | None]) -> None:
    """A list of the texts that are there; none if none is."""
    if there := [text for text in texts if text]:
        inside = _add(parent, name)
        for text in there:
            _add(inside, of_each, text)


def _add_ministry(parent: ET.Element, name: str, ministry: Ministry) -> None:
    _add(parent, name, f"Ministerie van {ministry.name}", ministry.tooi_id)
