"""Our letters as officielebekendmakingen.nl would publish them: XML of both dialects."""

# ruff: noqa: E501 -- markup is written as it comes

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from fixtures.typeset.inline import GAP, SOFT_HYPHEN, parse
from fixtures.typeset.source import Block, Letter

DOSSIER, TITLE, NUMBER, SESSION = "39 876", "Onderhoud van sloten en vaarten", "12", "2030-2031"
SENDER = "BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT"
ADDRESSED = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"
PLACED = "Den Haag, {}"
_LOOKS = ("vet", "cur", "rom")


class Written:
    """What all forms of a published letter share: its text with emphasis and the calls of its notes."""

    emphasis = ('<nadruk type="vet">', '<nadruk type="cur">', "</nadruk>")

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    def text(self, words: str) -> str:
        """A text with its marks."""
        bold, italic, end = self.emphasis
        found = ""
        for run in parse(words):
            if run.call is not None:
                found += self.call(run.call)
                continue
            shown = escape(run.text.replace(SOFT_HYPHEN, "").replace(GAP, "").replace("\v", " "))
            found += bold * run.bold + italic * run.italic + shown + end * (run.bold + run.italic)
        return found

    def call(self, label: str) -> str:
        return label

    def people(self) -> Iterable[tuple[str, str]]:
        """The office and the name of each who signs, on one line each."""
        for person in self.letter.signatories:
            first, *lines = person.role.split("\n")
            if person.name:
                yield " ".join([first, *lines]), person.name.split("\n")[0]
            else:  # the name stands above the office
                yield " ".join(lines) or first, first if lines else ""


class _Listed(Written):
    """A form whose lists are elements of their own."""

    item = ""
    items_of = ""

    def blocks(self, blocks: Sequence[Block]) -> str:
        found, at = "", 0
        while at < len(blocks):
            end = next((i for i in range(at, len(blocks)) if blocks[i].kind != "li"), len(blocks))
            found += self.items(blocks[at:end]) if end > at else self.block(blocks[at])
            at = max(end, at + 1)
        return found

    def items(self, items: Sequence[Block]) -> str:
        """A list; deeper items stand in the item above them."""
        found, at = "", 0
        while at < len(items):
            end = next((i for i in range(at + 1, len(items)) if items[i].level <= items[at].level), len(items))
            inner = self.items(items[at + 1 : end]) if end > at + 1 else ""
            item = items[at]
            found += self.item.format(label=escape(item.label), text=self.text(item.text), inner=inner)
            at = end
        return self.items_of.format(found)

    def block(self, block: Block) -> str:
        raise NotImplementedError


class _Publication(_Listed):
    def call(self, label: str) -> str:
        words = self.letter.notes.get(label)
        if words is None:
            return f"[{label}]"
        note = f"<noot.nr>{label}</noot.nr><noot.al>{self.text(words)}</noot.al>"
        return f'<noot id="ID-{label}" type="voet">{note}</noot>'

    item = "<li><li.nr>{label}</li.nr><al>{text}</al>{inner}</li>"
    items_of = '<lijst type="expliciet">{}</lijst>'

    def block(self, block: Block) -> str:
        if block.kind == "page":
            return "<?xpp afbreek?>"
        if block.kind == "h":
            return f'<tussenkop kopopmaak="{_LOOKS[block.level - 1]}">{self.text(block.text)}</tussenkop>'
        if block.kind == "table":
            rows = [
                f"<row>{''.join(f'<entry><al>{self.text(cell)}</al></entry>' for cell in row)}</row>"
                for row in block.rows
            ]
            return f"<table><tgroup cols='9'><tbody>{''.join(rows)}</tbody></tgroup></table>"
        if block.kind == "quote":
            return f"<citaat><al>{self.text(block.text)}</al></citaat>"
        if block.kind in ("q", "a"):
            name = {"q": "vraag", "a": "antwoord"}[block.kind]
            return f"<{name}><nr>{escape(block.label)}</nr><al>{self.text(block.text)}</al></{name}>"
        return f"<al>{self.text(block.text)}</al>"


def letter_as_publication(letter: Letter, date: str) -> bytes:
    """A letter in the dialect of 2010 and later."""
    written = _Publication(letter)
    signed = "".join(
        f"<ondertekening><functie>{escape(role)}</functie><naam><achternaam>{escape(name)}</achternaam></naam></ondertekening>"
        for role, name in written.people()
    )
    after = f'<bijlage status="goed">{written.blocks(letter.after)}</bijlage>' if letter.after else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
  <metadata><meta name="OVERHEIDop.externMetadataRecord" content="https://zoek.example/kst-39876-12/metadata.xml"/></metadata>
  <kamerstuk>
    <kamerstukkop>
      <tekstregel inhoud="vergaderjaar">
        Vergaderjaar {SESSION}
      </tekstregel>
      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
      <tekstregel inhoud="kamernummer">2</tekstregel>
    </kamerstukkop>
    <dossier><dossiernummer><dossiernr>{DOSSIER}</dossiernr></dossiernummer><titel>{TITLE}</titel></dossier>
    <stuk>
      <stuknr>Nr. <ondernummer kamer="2">{NUMBER}</ondernummer></stuknr><titel>{SENDER} </titel>
      <algemeen><vrije-tekst><tekst status="goed">
        <al>{ADDRESSED}</al><al>{PLACED.format(date)}</al>
        {written.blocks(letter.blocks)}
      </tekst></vrije-tekst><tekst-sluiting>{signed}</tekst-sluiting></algemeen>{after}
    </stuk>
  </kamerstuk>
</officiele-publicatie>
""".encode()


class _Flat(Written):
    emphasis = ("", "", "")

    def call(self, label: str) -> str:
        return f'<voetref refid="v{label}" nr="{label}"/>'

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "<witreg/>".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        if block.kind == "h":
            return f'<tuskop letat="{_LOOKS[block.level - 1]}">{self.text(block.text)}</tuskop>'
        if block.kind == "li":
            return f"<al>{escape(block.label)} {self.text(block.text)} </al>"
        if block.kind in ("q", "a"):
            return f"<al>{escape(block.label)}</al><witreg/><al>{self.text(block.text)}</al>"
        return f"<al>{self.text(block.text)}</al>"


def letter_as_flat(letter: Letter, date: str) -> bytes:
    """A letter in the dialect of before 2010."""
    written = _Flat(letter)
    signed = "".join(
        f"<ondtek><functie>{escape(role)}</functie><naam>{escape(name)}</naam></ondtek>"
        for role, name in written.people()
    )
    notes = "".join(
        f'<voetnoot id="v{label}" nr="{label}"><al>{written.text(words)}</al></voetnoot>'
        for label, words in letter.notes.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<kamerwrk kamer="2" publtype="meto">
<kop><titel>Tweede Kamer der Staten-Generaal</titel><subtitel>2</subtitel><subtitel>Vergaderjaar {SESSION}</subtitel></kop>
<frontm><versie dtd="1"/><ordernr>KST27002</ordernr><onderw><nummer>{DOSSIER}</nummer><naam>{TITLE}</naam></onderw></frontm>
<body><stuk><ltrlabel>Nr. </ltrlabel><nummer>{NUMBER}</nummer><titel>{SENDER}</titel>
<al>{ADDRESSED}</al><witreg/><al>{PLACED.format(date)}</al><witreg/>
{written.blocks(letter.blocks)}
<witreg/>{signed}{written.blocks(letter.after)}{notes}</stuk></body></kamerwrk>
""".encode()


class _Html(_Listed):
    emphasis = ('<strong class="vet">', "<em>", "")

    def text(self, words: str) -> str:
        found = ""
        for run in parse(words):
            if run.call is not None:
                found += self.call(run.call)
                continue
            shown = escape(run.text.replace(SOFT_HYPHEN, "").replace(GAP, "").replace("\v", " "))
            shown = f"<em>{shown}</em>" if run.italic else shown
            found += f'<strong class="vet">{shown}</strong>' if run.bold else shown
        return found

    def call(self, label: str) -> str:
        return f'<sup><a class="nootnum supernote-click-n{label}" href="#n{label}">{label}</a></sup>'

    item = '<li class="li"><p class="labeled"><span class="ol">{label} </span>{text}</p>{inner}</li>'
    items_of = '<ul class="expliciet">{}</ul>'

    def block(self, block: Block) -> str:
        if block.kind == "page":
            return "<hr/>"
        if block.kind == "h":
            return f'<h{block.level + 1} class="divisiekop{block.level}"><a id="x" name="x"></a>{self.text(block.text)}</h{block.level + 1}>'
        if block.kind == "table":
            rows = [f"<tr>{''.join(f'<td><p>{self.text(cell)}</p></td>' for cell in row)}</tr>" for row in block.rows]
            return f"<table><tbody>{''.join(rows)}</tbody></table>"
        if block.kind == "quote":
            return f"<blockquote><p>{self.text(block.text)}</p></blockquote>"
        if block.kind in ("q", "a"):
            return f'<div><h2 class="stuktitel no-toc">{escape(block.label)}</h2><p>{self.text(block.text)}</p></div>'
        return f"<p>{self.text(block.text)}</p>"


def letter_as_page(letter: Letter, date: str) -> bytes:
    """A letter as the publisher's page in well-formed HTML."""
    written = _Html(letter)
    signed = "".join(
        f'<p class="ondertekening"><span class="functie">{escape(role)}</span> <span class="naam"><span class="achternaam">{escape(name)}</span></span></p>'
        for role, name in written.people()
    )
    notes = "".join(
        f'<div class="voet noot" id="supernote-note-n{label}"><h5 class="note-close">X Noot</h5>'
        f'<sup><span class="nootnum">{label}</span></sup><p>{written.text(words)}</p></div>'
        for label, words in letter.notes.items()
    )
    metas = {"OVERHEIDop.vergaderjaar": SESSION, "DC.creator": "Tweede Kamer der Staten-Generaal", "DC.title": "x"}
    meta = "".join(f'<meta name="{name}" scheme="" content="{value}" />' for name, value in metas.items())
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html
  PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>{meta}<title></title></head><body>
<div id="hoofd-navigatie"><ul><li>Zoeken</li></ul></div><div id="broodtekst">
<h1 class="dossiertitel"><span class="dossiernummer">
  {DOSSIER} </span> {TITLE} </h1>
<div class="stuk"><h1 class="stuktitel"><span class="stuknummer">Nr. {NUMBER} </span> {SENDER}</h1>
<div class="algemeen"><p>{ADDRESSED}</p><p>{PLACED.format(date)}</p>
{written.blocks(letter.blocks)}{signed}{written.blocks(letter.after)}</div></div>
<hr/><div id="noten">{notes}</div></div><div id="voetregel">Tekst groter</div></body></html>""".encode()
