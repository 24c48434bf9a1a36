"""Published papers in XML: both dialects, and the record beside a paper."""

# ruff: noqa: E501 -- markup is written as it comes

from __future__ import annotations

import datetime as dt
import pathlib

import pytest
from fixtures.typeset.source import Letter, read
from tests.invariants import check
from tests.koop_files import SESSION, TITLE, letter_as_flat, letter_as_page, letter_as_publication
from tests.truth_report import FIXTURES, Truth, compare, truth_of

import kamerbrief
from kamerbrief import Kamerbrief, UnreadableError

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
LETTERS = sorted(path for path in FIXTURES.glob("*/letter.toml") if truth_of(path.parent).get("date"))
OF_PAPER = {"ministry", "ministries", "place", "chamber", "form", "units", "salutation", "closing", "contact", "email"}
OF_PAPER |= {
    "kenmerk",
    "uw_kenmerk",
    "subject",
    "attachments",
    "visiting_address",
    "postal_address",
    "website",
    "phone",
}
OF_PAPER |= {"kamerstuk", *(f"kamerstuk.{name}" for name in ("dossiers", "titles", "number", "session_year"))}
"""What the head of a published letter has otherwise than its letterhead, or not at all."""
TEXT = "De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht."


def printed(truth: Truth) -> str:
    date = dt.date.fromisoformat(truth["date"])
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def is_flat(letter: Letter) -> bool:
    """Whether the old dialect can say what is in the letter: it has no tables, quotations and lists in lists."""
    blocks = [*letter.blocks, *letter.after]
    return not any(block.kind in ("table", "quote") or (block.kind == "li" and block.level > 1) for block in blocks)


WRITERS = {"publication": letter_as_publication, "flat": letter_as_flat, "page": letter_as_page}
PAPERS = [(path, form) for path in LETTERS for form in WRITERS if form != "flat" or is_flat(read(path))]


@pytest.mark.parametrize(
    ("path", "dialect"), PAPERS, ids=lambda value: getattr(value, "parent", value) and str(value)[-40:]
)
def test_a_letter_is_read_as_a_careful_reader_does(path: pathlib.Path, dialect: str) -> None:
    letter, truth = read(path), truth_of(path.parent)
    source = kamerbrief.load(WRITERS[dialect](letter, printed(truth)))
    brief = kamerbrief.parse(source)
    skipped = OF_PAPER | ({"signatories"} if any(person.mandate for person in letter.signatories) else set())
    wrong = [
        f"{one.key}: {one.want!r}, not {one.have!r}"
        for one in compare(truth, brief)
        if not one.right and one.key not in skipped
    ]
    assert not wrong, "\n".join(wrong)
    assert not check(source, brief)
    assert (brief.form, brief.place, brief.recipient.chamber) == ("kamerstuk", "Den Haag", "tweede_kamer")
    assert brief.kamerstuk is not None
    assert (brief.kamerstuk.dossiers, brief.kamerstuk.titles, brief.kamerstuk.number) == (("39876",), (TITLE,), "12")
    assert (brief.kamerstuk.session_year, brief.kamerstuk.id) == (SESSION, "kst-39876-12")
    assert source.media_type == ("text/html" if dialect == "page" else "application/xml")


# The parts of a paper


def paper(body: str, *, title: str = "BRIEF VAN DE MINISTER VAN DEFENSIE", dossier: str = "", date: str = "") -> bytes:
    first = "<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, 3 mei 2031</al>"
    return f"""<officiele-publicatie><kamerstuk>
<dossier>{dossier or "<dossiernummer><dossiernr>39 876</dossiernr></dossiernummer><titel>Sloten</titel>"}</dossier>
<stuk><stuknr>Nr. <ondernummer>7</ondernummer></stuknr><titel>{title}</titel>{date}
<algemeen><vrije-tekst>{"" if date else first}{body}</vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>""".encode()


def outline(brief: Kamerbrief) -> list[tuple[str, str, int | None]]:
    """Titles and blocks in their order, with level or depth."""
    found: list[tuple[str, str, int | None]] = []

    def walk(sections: tuple[kamerbrief.Section, ...]) -> None:
        for section in sections:
            if section.title:
                found.append(("heading", " ".join(filter(None, (section.number, section.title))), section.level))
            found.extend((block.kind, block.text, block.depth) for block in section.blocks)
            walk(section.sections)

    walk((*brief.sections, *brief.annexes))
    return found


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"<tekst><al>{TEXT}</al><al-groep><al>Een.</al><al/><al>Twee.</al></al-groep></tekst>",
         [("paragraph", TEXT, None), ("paragraph", "Een.", None), ("paragraph", "Twee.", None)]),
        (f'<tussenkop kopopmaak="cur">Een</tussenkop><al>{TEXT}</al><tussenkop kopopmaak="vet">Twee</tussenkop><al>{TEXT}</al>',
         [("heading", "Een", 2), ("paragraph", TEXT, None), ("heading", "Twee", 1), ("paragraph", TEXT, None)]),
        ('<tussenkop kopopmaak="rom">Het gaat om de volgende sloten:</tussenkop><lijst><li><al>een</al></li></lijst>',
         [("paragraph", "Het gaat om de volgende sloten:", None), ("list_item", "een", 1)]),
        (f'<divisie><kop><nr>1</nr><titel>Een</titel></kop><al>{TEXT}</al><divisie><kop><label>Ad</label><titel>Twee</titel></kop><tussenkop kopopmaak="vet">Drie</tussenkop><al>{TEXT}</al></divisie></divisie>',
         [("heading", "1 Een", 1), ("paragraph", TEXT, None), ("heading", "Ad Twee", 2), ("heading", "Drie", 3),
          ("paragraph", TEXT, None)]),
        ("<lijst><li><li.nr>a.</li.nr><al>een</al><al>en meer</al><lijst><li><li.nr>1°</li.nr><al>twee</al></li></lijst></li></lijst>",
         [("list_item", "een en meer", 1), ("list_item", "twee", 2)]),
        ("<al>Het gaat om:<lijst><li><li.nr>–</li.nr><al>een</al></li></lijst> en zo verder.</al>",
         [("paragraph", "Het gaat om:", None), ("list_item", "een", 1), ("paragraph", "en zo verder.", None)]),
        ("<definitielijst><definitie-item><term>sloot</term><definitie><al>smal water</al></definitie></definitie-item></definitielijst>",
         [("list_item", "sloot: smal water", 1)]),
        ("<citaat><al>De dijk.</al></citaat><box><al>Een.</al><plaatje/></box><onbekend>Twee.</onbekend>",
         [("quote", "De dijk.", None), ("paragraph", "Een.", None), ("paragraph", "Twee.", None)]),
        ("<al>UZI-server<?xpp afbm?>certi<nadruk type='vet'>fi</nadruk>caten en ĳs, H<inf>2</inf>O<?xpp afbreek?> ook\n   hier.</al>",
         [("paragraph", "UZI-servercertificaten en ijs, H2O ook hier.", None)]),
    ],
)  # fmt: skip
def test_blocks(body: str, wanted: list[tuple[str, str, int | None]]) -> None:
    assert outline(kamerbrief.read(paper(body))) == wanted


def test_tables() -> None:
    body = f"""<al>{TEXT}</al><table><title>Sloten</title><tgroup cols="3">
<colspec colname="a"/><colspec colname="b"/><colspec colname="c"/>
<thead><row><entry namest="a" nameend="b"><al>diepte</al></entry><entry morerows="1"><al>jaar</al></entry></row></thead>
<tbody><row><entry><al>een</al><al>meter</al></entry><entry/></row><row><entry>1</entry><entry>2</entry><entry>3</entry></row></tbody>
</tgroup></table>"""
    blocks = kamerbrief.read(paper(body)).sections[0].blocks
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "table"]
    assert blocks[2].rows == (("diepte", "", "jaar"), ("een meter", "", ""), ("1", "2", "3"))


def test_notes_stand_where_they_are_called() -> None:
    body = (
        '<al>De sloot<noot id="x" type="voet"><noot.nr>3</noot.nr><noot.al>Zie <nadruk type="cur">de kaart</nadruk>.</noot.al></noot> is diep, '
        'de vaart<noot id="y"><noot.al>Een.</noot.al><noot.al>Twee.</noot.al></noot> ook.</al>'
        '<al>En het kanaal<nootref refid="x"/> niet.</al>'
    )
    brief = kamerbrief.read(paper(body))
    assert [(note.label, note.text, note.status) for note in brief.footnotes] == [
        *(("2", "Een. Twee.", "linked"), ("3", "Zie de kaart.", "linked")),
    ]
    first, second = brief.sections[0].blocks
    assert (first.text, second.text) == ("De sloot is diep, de vaart ook.", "En het kanaal niet.")
    assert [(one.label, first.text[: one.offset]) for one in first.calls] == [
        ("3", "De sloot"),
        ("2", "De sloot is diep, de vaart"),
    ]
    assert [(one.label, one.offset) for one in second.calls] == [("3", 13)]


def test_signatures_and_what_follows_them() -> None:
    signed = "".join(
        f"<ondertekening>{inner}</ondertekening>"
        for inner in (
            "<functie>De Minister van Defensie,</functie><naam><voornaam>A.B.</voornaam><achternaam>De Boer</achternaam></naam>",
            "<functie>De Staatssecretaris van Defensie,</functie><deze>C.D. de Wit</deze>",
        )
    )
    body = f"<al>{TEXT}</al><tekst-sluiting>{signed}</tekst-sluiting><bijlage><kop><titel>Bijlage</titel></kop><al>Een.</al></bijlage>"
    brief = kamerbrief.read(paper(body))
    assert [(one.role, one.name) for one in brief.signatories] == [
        *(("Minister van Defensie", "A.B. De Boer"), ("Staatssecretaris van Defensie", "C.D. de Wit")),
    ]
    assert [(one.title, [block.text for block in one.blocks]) for one in brief.annexes] == [("Bijlage", ["Een."])]


def test_a_paper_that_is_no_letter() -> None:
    data = paper(
        "<al>De Kamer,</al>",
        title="MOTIE VAN HET LID DE BOER",
        date="<datumtekst>Voorgesteld <datum>3 mei 2031</datum></datumtekst>",
    )
    brief = kamerbrief.read(data)
    assert (brief.form, brief.date, brief.kamerstuk and brief.kamerstuk.number) == (
        "kamerstuk",
        dt.date(2031, 5, 3),
        "7",
    )
    assert [block.text for block in brief.sections[0].blocks] == ["De Kamer,"]


def test_a_chapter_of_the_budget() -> None:
    dossier = "<dossiernummer><dossiernr>39 000</dossiernr><begrotingshoofdstuk>XIV</begrotingshoofdstuk></dossiernummer><titel>Begroting 2031</titel>"
    brief = kamerbrief.read(paper(f"<al>{TEXT}</al>", dossier=dossier))
    assert brief.kamerstuk is not None
    assert (brief.kamerstuk.dossiers, brief.kamerstuk.titles) == (("39000-XIV",), ("Begroting 2031",))


QUESTIONS = """<officiele-publicatie><kamervragen><kamervraagkop>
<tekstregel>Vergaderjaar 2030-2031</tekstregel><tekstregel>Tweede Kamer der Staten-Generaal</tekstregel>
<tekstregel>2</tekstregel><tekstregel> Aanhangsel van de Handelingen </tekstregel></kamervraagkop>
<kamervraagnummer>3235</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>De Boer</achternaam></naam> (Dijk) aan de Minister van
Defensie over <kamervraagonderwerp>sloten</kamervraagonderwerp> (ingezonden <datum>3 mei 2031</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>De Wit</achternaam></naam>
(<organisatie>Defensie</organisatie>) (ontvangen <datum>4 juni 2031</datum>).</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Is de sloot diep?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al><al>Heel diep.</al></antwoord>
</kamervragen></officiele-publicatie>"""


def test_answered_questions() -> None:
    brief = kamerbrief.read(QUESTIONS.encode())
    assert (brief.form, brief.date, brief.sender.roles) == (
        "aanhangsel",
        dt.date(2031, 6, 4),
        ("minister van Defensie",),
    )
    assert brief.sender.ministry is not None
    assert brief.sender.ministry.abbreviation == "Def"
    assert brief.kamerstuk == kamerbrief.KamerstukHeader(
        number="3235",
        session_year="2030-2031",
        id="ah-tk-20302031-3235",
        url="https://zoek.officielebekendmakingen.nl/ah-tk-20302031-3235.html",
    )
    assert outline(brief) == [
        *(("heading", "Vraag 1", 1), ("paragraph", "Is de sloot diep?", None), ("heading", "Antwoord 1", 1)),
        *(("paragraph", "Ja.", None), ("paragraph", "Heel diep.", None)),
    ]


FLAT = """<?xml version="1.0"?><kamerwrk><kop><titel>Tweede Kamer der Staten-Generaal</titel><subtitel>2</subtitel>
<subtitel>Vergaderjaar 1997-1998</subtitel></kop><frontm><onderw><nummer>25 823</nummer><naam>Sloten</naam></onderw></frontm>
<body><stuk><ltrlabel>Nr. </ltrlabel><nummer>3</nummer><titel>BRIEF VAN DE MINISTER VAN DEFENSIE</titel>
<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>'s-Gravenhage, 3 mei 1998</al>
<tuskop letat="vet">1. Inleiding</tuskop><al>Het gaat om:</al><al>a. de sloot, die
diep is;</al><al>  en blijft;</al><al>b. de vaart<voetref refid="v1" nr="1"/>.</al><al letat="x">Een <nadruk letat="cur">dijk</nadruk>.</al>
<vraag><nummer>1</nummer><al>Is dat zo?</al></vraag>
<ondtek><functie>De Minister van Defensie,</functie><naam>A. B. de Boer</naam></ondtek>
<voetnoot id="v1" nr="1"><al>Zie de kaart.</al></voetnoot></stuk></body></kamerwrk>"""


def test_the_old_dialect() -> None:
    brief = kamerbrief.read(FLAT.encode())
    assert (brief.form, brief.date, brief.place) == ("kamerstuk", dt.date(1998, 5, 3), "'s-Gravenhage")
    assert outline(brief)[:5] == [
        ("heading", "1. Inleiding", 1),
        ("paragraph", "Het gaat om:", None),
        ("list_item", "de sloot, die diep is; en blijft;", 1),
        ("list_item", "de vaart.", 1),
        ("paragraph", "Een dijk.", None),
    ]
    assert [(note.label, note.text, note.status) for note in brief.footnotes] == [("1", "Zie de kaart.", "linked")]
    assert [(one.role, one.name) for one in brief.signatories] == [("Minister van Defensie", "A. B. de Boer")]


# The record beside a paper


def record(identity: str) -> str:
    values = {
        "DC.identifier": identity,
        "OVERHEIDop.documenttitel": "Diepte van\nsloten",
        "DC.title": "x",
        "DC.creator": "",
    }
    parts = "".join(f'<metadata name="{name}" content="{value}"/>' for name, value in values.items())
    return f"<metadata_gegevens>{parts}</metadata_gegevens>"


@pytest.mark.parametrize(
    ("name", "text", "subject"),
    [
        ("metadata.xml", record("kst-39876-7"), "Diepte van sloten"),
        ("letter.metadata.xml", record("kst-39876-7"), "Diepte van sloten"),
        ("metadata.xml", record("kst-39876-8"), None),
        ("metadata.xml", "<metadata", None),
        ("other.xml", record("kst-39876-7"), None),
    ],
)
def test_record(tmp_path: pathlib.Path, name: str, text: str, subject: str | None) -> None:
    link = '<metadata><meta content="https://zoek.example/kst-39876-7/metadata.xml"/></metadata>'
    data = paper(f"<al>{TEXT}</al>").replace(b"<kamerstuk>", f"{link}<kamerstuk>".encode())
    (tmp_path / "letter.xml").write_bytes(data)
    (tmp_path / name).write_text(text, "utf-8")
    source = kamerbrief.load(tmp_path / "letter.xml")
    brief = kamerbrief.parse(source)
    assert brief.subject == subject
    assert not check(source, brief)
    assert kamerbrief.read(data).subject is None


# What cannot be read


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<officiele-publicatie><kamerstuk>", "an XML document that cannot be read: no element found in line 1"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><kamerwrk>&b;</kamerwrk>', "entities of its own"),
        (b'<?xml version="1.0"?><brief/>', "an XML document"),
    ],
)
def test_other_documents(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        kamerbrief.load(data)
