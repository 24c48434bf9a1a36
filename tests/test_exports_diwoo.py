"""DiWoo: what it says, what it demands, and that the published schema takes it."""

from __future__ import annotations

import pathlib
import pickle
from xml.etree import ElementTree as ET

import pytest
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import Kamerbrief

LETTER = """Ministerie van Justitie en Veiligheid

Ons kenmerk
3963666

Datum 3 mei 2024
Betreft Sloten & <dijken>

Geachte voorzitter,

Hierbij bied ik u het rapport aan.

De Minister van Justitie en Veiligheid,



A.B. de Boer

De Minister van Defensie,



C.D. de Vries
"""
NAMESPACE = {"d": "https://standaarden.overheid.nl/diwoo/metadata/"}
SHARED = pathlib.Path(__file__).parent.parent / ".." / "shared"
XSD = SHARED / "diwoo" / "diwoo-with-stub.xsd"


def told(brief: Kamerbrief, path: str) -> list[tuple[str | None, str | None]]:
    root = ET.fromstring(kamerbrief.to_diwoo(brief).encode())  # noqa: S314 -- our own
    return [(one.text, one.get("resource")) for one in root.iterfind(f"d:DiWoo/{path}", NAMESPACE)]


def test_values() -> None:
    brief = kamerbrief.read(LETTER.encode(), name="brief.txt")
    justice = ("Ministerie van Justitie en Veiligheid", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1058")
    assert told(brief, "d:identifiers/d:identifier") == [("3963666", None)]
    assert told(brief, "d:publisher") == told(brief, "d:verantwoordelijke") == [justice]
    assert [name for name, _ in told(brief, "d:medeverantwoordelijken/*")] == ["Ministerie van Defensie"]
    assert told(brief, "d:titelcollectie/d:officieleTitel") == [("Sloten & <dijken>", None)]
    assert told(brief, "d:creatiedatum") == [("2024-05-03", None)]
    assert told(brief, "d:format")[0][0] == "Plain text"
    assert told(brief, "d:documenthandelingen/d:documenthandeling/d:atTime") == [("2024-05-03T00:00:00", None)]


def test_letter_of_a_str_has_no_format() -> None:
    assert told(kamerbrief.parse(LETTER), "d:format") == []


def test_published_letter_has_its_id() -> None:
    (path,) = (path for case in cases(["kst-one-dossier"]) for path in renditions(case))
    brief = kamerbrief.parse(source_of(path)).model_copy(update={"subject": "Sloten"})
    assert ("kst-31322-488", None) in told(brief, "d:identifiers/d:identifier")


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Geachte voorzitter,\n\nHierbij.", "no ministry and no subject and no date"),
        (LETTER.replace("Betreft Sloten & <dijken>\n", ""), "no subject"),
        (LETTER.replace("Datum 3 mei 2024\n", ""), "no date"),
    ],
)
def test_letter_that_lacks_what_is_demanded(text: str, lacks: str) -> None:
    with pytest.raises(kamerbrief.KamerbriefError, match=f"it has {lacks}$") as caught:
        kamerbrief.to_diwoo(kamerbrief.parse(text))
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 -- our own
    assert again.brief == caught.value.brief


def test_no_sign_that_xml_forbids() -> None:
    brief = kamerbrief.parse(LETTER).model_copy(update={"subject": "Sloten\x02 \ufffe"})
    assert told(brief, "d:titelcollectie/d:officieleTitel") == [("Sloten\ufffd \ufffd", None)]


@pytest.mark.skipif(not XSD.exists(), reason="the published schema does not lie beside the checkout")
def test_published_schema_takes_it() -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(str(XSD)))
    letters = [source_of(path) for case in cases() for path in renditions(case)]
    real = sorted([*SHARED.glob("letters/*/*/letter.pdf"), *SHARED.glob("letters/*/*/text.txt")])
    valid = 0
    for source in [*letters, *map(kamerbrief.load, real)]:
        brief = kamerbrief.parse(source)
        try:
            made = kamerbrief.to_diwoo(brief)
        except kamerbrief.KamerbriefError:
            assert None in (brief.sender.ministry, brief.subject, brief.date)
            continue
        valid += 1
        assert schema.validate(etree.fromstring(made.encode())), schema.error_log
    assert valid > 150
