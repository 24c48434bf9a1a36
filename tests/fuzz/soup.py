"""Documents of which every piece means something and the whole need not: words, elements and drawings in any order."""

from __future__ import annotations

import random
from collections.abc import Mapping
from html import escape

from tests import docx_files, odt_files, pdfs
from tests.fuzz.words import GLUE, KEYWORDS, LABELS, MARKDOWN, SENTENCES, VALUES

Grammar = Mapping[str, str]
"""What stands in each element; ``text`` is words. A name may be followed by an attribute: ``li[class=x]``."""
ALL = [*LABELS, *VALUES, *KEYWORDS, *SENTENCES]


def of_words(chance: random.Random, words: list[str], most: int = 60) -> str:
    """Words in any order with anything between them."""
    return "".join(chance.choice(words) + chance.choice(GLUE) for _ in range(chance.randint(0, most)))


def text(chance: random.Random) -> str:
    return of_words(chance, chance.choice([LABELS + VALUES, ALL, ALL, SENTENCES, KEYWORDS]))


def markdown(chance: random.Random) -> str:
    return of_words(chance, chance.choice([MARKDOWN, MARKDOWN + ALL, MARKDOWN + SENTENCES]))


def _words(chance: random.Random) -> str:
    """Words in an element."""
    found = of_words(chance, chance.choice([ALL, SENTENCES, SENTENCES]), 4)
    return escape("".join(one for one in found if one >= " " or one in "\n\t"))


def tree(chance: random.Random, grammar: Grammar, name: str, depth: int = 5) -> str:
    """What may stand in an element of this name; at times what may not."""
    found = ""
    for _ in range(chance.choice([0, 1, 1, 2, 3, 5])):
        choices = grammar.get(name, "text").split()
        child = chance.choice(choices if chance.random() < 0.95 else list(grammar))
        found += _element(chance, grammar, child, depth - 1) if depth and child != "text" else _words(chance)
    return found


def _element(chance: random.Random, grammar: Grammar, template: str, depth: int) -> str:
    name, _, attributes = template.removesuffix("]").partition("[")
    told = ""
    for one in filter(None, attributes.split(",")):
        attribute, _, values = one.partition("=")
        told += f' {attribute}="{chance.choice(values.split("|"))}"'
    return f"<{name}{told}>{tree(chance, grammar, name, depth)}</{name}>"


_RUNS = "w:r w:r w:r w:hyperlink w:ins w:del w:fldSimple[w:instr=PAGE|REF|x] w:sdt w:smartTag"
DOCX: Grammar = {
    "w:body": "w:p w:p w:p w:p w:tbl w:sdt w:sectPr",
    "w:p": f"w:pPr {_RUNS} {_RUNS}",
    "w:pPr": "w:pStyle[w:val=Kop1|Kop2|Kop3|Citaat|x] w:numPr w:outlineLvl[w:val=0|1|9|x] w:jc[w:val=center|left] "
    "w:ind[w:left=0|720|-1|x,w:hanging=0|360] w:rPr w:sectPr w:pageBreakBefore w:framePr[w:x=9300|0,w:y=1]",
    "w:numPr": "w:ilvl[w:val=0|1|8|99|-1|x] w:numId[w:val=0|1|2|3|99|x]",
    "w:r": "w:rPr w:t w:t w:t w:br[w:type=page|column|textWrapping] w:tab w:noBreakHyphen w:softHyphen w:drawing "
    "w:pict w:sym[w:char=F0B7|F041|x|2022] w:footnoteReference[w:id=1|2|3|x] w:endnoteReference[w:id=1|2] "
    "w:footnoteRef w:fldChar[w:fldCharType=begin|separate|end|x] w:instrText mc:AlternateContent w:cr w:ptab "
    "w:lastRenderedPageBreak",
    "w:rPr": "w:b w:i w:b[w:val=0|1|x] w:u[w:val=single|none] w:vanish w:sz[w:val=2|18|x|-1] w:caps w:smallCaps "
    "w:vertAlign[w:val=superscript|subscript] w:color[w:val=FFFFFF|000000|auto] w:rStyle[w:val=Voetnootmarkering|x]",
    "w:tbl": "w:tblPr w:tblGrid w:tr w:tr w:tr",
    "w:tblPr": "w:tblStyle[w:val=Tabelraster|x] w:tblpPr[w:tblpX=9300|0|x] w:tblW[w:w=0|x] w:tblBorders",
    "w:tr": "w:tc w:tc w:trPr",
    "w:trPr": "w:gridBefore[w:val=1|99999|x] w:del w:tblHeader",
    "w:tc": "w:tcPr w:p w:p w:tbl",
    "w:tcPr": "w:gridSpan[w:val=1|2|0|-1|99999999|x] w:vMerge w:vMerge[w:val=restart|continue] w:tcW[w:w=1|x]",
    "w:sdt": "w:sdtPr w:sdtContent",
    "w:sdtContent": "w:p w:r w:tbl w:tc w:tr",
    "w:ins": "w:r w:p",
    "w:del": "w:r w:delText",
    "w:hyperlink": "w:r",
    "w:fldSimple": "w:r",
    "w:smartTag": "w:r",
    "w:sectPr": "w:headerReference[w:type=first|default|x,r:id=rId9|rId1|x] w:pgSz[w:w=11906|0|x] w:titlePg",
    "w:drawing": "wp:anchor wp:inline",
    "wp:anchor": "wp:positionH wp:positionV a:graphic wp:docPr[id=1,name=x]",
    "wp:positionH": "wp:posOffset",
    "wp:positionV": "wp:posOffset wp:align",
    "a:graphic": "a:graphicData",
    "a:graphicData": "wps:wsp",
    "wps:wsp": "wps:txbx",
    "wps:txbx": "w:txbxContent",
    "w:txbxContent": "w:p w:tbl",
    "w:pict": "v:shape[style=margin-left:9pt;margin-top:1pt|x|margin-left:pt]",
    "v:shape": "v:textbox",
    "v:textbox": "w:txbxContent",
    "mc:AlternateContent": "mc:Choice[Requires=wps|x] mc:Fallback",
    "mc:Choice": "w:r w:drawing w:p",
    "mc:Fallback": "w:r w:pict w:p",
    "w:numbering": "w:abstractNum[w:abstractNumId=1|2|3] w:num[w:numId=1|2|3]",
    "w:abstractNum": "w:lvl[w:ilvl=0|1|2] w:numStyleLink[w:val=x] w:styleLink[w:val=x]",
    "w:lvl": "w:start[w:val=1|0|-5|99999999999|x] w:numFmt[w:val=decimal|bullet|lowerRoman|upperLetter|none|ordinal|x] "
    "w:lvlText[w:val=%1.|%1.%2|•|%9|%0|%] w:pStyle[w:val=Kop1] w:suff[w:val=nothing|tab] w:rPr w:isLgl",
    "w:num": "w:abstractNumId[w:val=1|2|x] w:lvlOverride[w:ilvl=0|1|x]",
    "w:lvlOverride": "w:startOverride[w:val=1|3|x] w:lvl[w:ilvl=0]",
}
_FLOW = "text text text text:span[text:style-name=bold|italic|x] text:note[text:note-class=footnote|endnote,text:id=1]"
ODT: Grammar = {
    "office:text": "text:p text:p text:p text:h text:list table:table text:section draw:frame[svg:x=18cm|0|x]",
    "text:section": "text:p text:h text:list",
    "text:p": f"{_FLOW} text:s[text:c=1|9|999999999|x] text:tab text:line-break text:a draw:frame[svg:x=18cm] "
    "text:page-number text:date text:soft-page-break text:bookmark text:change-start office:annotation",
    "text:h": _FLOW,
    "text:span": _FLOW,
    "text:a": _FLOW,
    "text:note": "text:note-citation text:note-citation[text:label=1|*] text:note-body",
    "text:note-body": "text:p text:p text:list",
    "text:list": "text:list-item text:list-item text:list-header",
    "text:list-item": "text:p text:p text:list text:h text:number",
    "table:table": "table:table-column table:table-row table:table-row table:table-header-rows",
    "table:table-header-rows": "table:table-row",
    "table:table-row": "table:table-cell[table:number-columns-spanned=1|2|0|x|999999999] "
    "table:table-cell[table:number-columns-repeated=1|3|999999999|x] table:covered-table-cell",
    "table:table-cell": "text:p text:p text:list table:table",
    "draw:frame": "draw:text-box draw:image",
    "draw:text-box": "text:p text:p table:table",
}
_IN_AL = "text text text nadruk[type=vet|cur|ondlijn|x] sup noot[id=n1|n2|n3,type=voet] nootref[refid=n1|x] extref"
_IN_TEXT = "al al al tussenkop[kopopmaak=vet|cur|rom] lijst table citaat divisie vraag antwoord definitielijst witreg"
XML: Grammar = {
    "officiele-publicatie": "kamerstuk metadata kamervraag",
    "kamerstuk": "kamerstukkop dossier stuk stuk",
    "kamervraag": "kamervraagkop kamervraagnummer kamervraagomschrijving tekst vraag antwoord bijlage",
    "kamerstukkop": "tekstregel[inhoud=vergaderjaar|kameraanduiding|kamernummer|x]",
    "dossier": "dossiernummer titel",
    "dossiernummer": "dossiernr begrotingshoofdstuk",
    "stuk": "stuknr titel algemeen algemeen bijlage datumtekst",
    "stuknr": "text ondernummer[kamer=1|2|x]",
    "algemeen": "vrije-tekst vrije-tekst tekst-sluiting",
    "vrije-tekst": "tekst tekst tekst-sluiting",
    "tekst-sluiting": "ondertekening slotformulering al",
    "tekst": _IN_TEXT,
    "bijlage": f"kop {_IN_TEXT}",
    "divisie": f"kop {_IN_TEXT}",
    "kop": "label nr titel",
    "al": _IN_AL,
    "nadruk": _IN_AL,
    "noot": "noot.nr noot.al noot.lijst",
    "noot.al": "text text nadruk extref",
    "lijst": "li li li",
    "li": "li.nr al lijst",
    "citaat": "al lijst table",
    "vraag": "nr al lijst vraag",
    "antwoord": "nr al lijst table",
    "table": "title tgroup[cols=1|3|x|-1] tgroup",
    "tgroup": "colspec[colname=a|b|c] thead tbody tbody",
    "thead": "row",
    "tbody": "row row row",
    "row": "entry entry entry[namest=a|x,nameend=c|x] entry[morerows=1|99999999|x|-1]",
    "entry": "al al text lijst table",
    "definitielijst": "definitie-item definitie-item",
    "definitie-item": "term definitie",
    "definitie": "al",
    "ondertekening": "functie naam deze organisatie",
    "naam": "voornaam achternaam text",
}
FLAT: Grammar = {
    "kamerwrk": "kop frontm body body",
    "kop": "titel subtitel",
    "frontm": "onderw ordernr versie[dtd=1]",
    "onderw": "nummer naam",
    "body": "stuk",
    "stuk": "ltrlabel nummer titel al al al witreg tuskop[letat=vet|cur|rom] ondtek "
    "voetnoot[id=v1|v2,nr=1|2] table lijst",
    "al": "text text voetref[refid=v1|v2|x,nr=1|2|x] nadruk[type=vet|cur] witreg",
    "voetnoot": "al al",
    "ondtek": "functie naam",
    "table": "tgroup tgroup",
    "tgroup": "tbody",
    "tbody": "row row",
    "row": "entry entry",
    "entry": "al",
}
_IN_P = "text text text b i u strong em span[class=ol|functie|naam|x] sup a[class=nootnum.supernote-click-n1,href=x] br"
_BLOCKS = (
    "p p p div[class=ondertekening|kamerstukdatum|stuk|x] h1[class=dossiertitel|stuktitel|x] h2 h3 h6 ul "
    "ol[start=3|x|0] table blockquote hr pre section div[id=supernote-note-n1,class=noot] div[id=broodtekst] "
    "script[type=x] nav text"
)
HTML: Grammar = {
    "html": "head body body",
    "head": "meta[name=DC.title|OVERHEIDop.vergaderjaar,content=x|2030-2031] title style",
    "body": _BLOCKS,
    "div": _BLOCKS,
    "section": _BLOCKS,
    "blockquote": _BLOCKS,
    "p": _IN_P,
    "h1": f"span[class=dossiernummer|stuknummer] {_IN_P}",
    "h2": _IN_P,
    "span": _IN_P,
    "b": _IN_P,
    "a": "text sup",
    "ul": "li[class=li] li li",
    "ol": "li li li",
    "li": "p[class=labeled] text p ul ol div span[class=ol]",
    "table": "tr tbody tbody caption thead colgroup",
    "tbody": "tr tr tr",
    "thead": "tr",
    "tr": "td td td[colspan=2|0|-1|x|999999999] th td[rowspan=2|999999999|x]",
    "td": "text p p ul table",
    "sup": "text a[class=supernote-click-n2]",
}


def docx(chance: random.Random) -> bytes:
    """A Word document of elements in any order, with notes, numbering and a header."""
    notes = {number: tree(chance, DOCX, "w:txbxContent", 3) for number in "123" if chance.random() < 0.5}
    header = tree(chance, DOCX, "w:txbxContent", 4) if chance.random() < 0.3 else ""
    numbering = tree(chance, DOCX, "w:numbering", 3)
    return docx_files.docx(tree(chance, DOCX, "w:body", 7), header=header, notes=notes, numbering=numbering)


def odt(chance: random.Random) -> bytes:
    return odt_files.odt(tree(chance, ODT, "office:text", 7))


def xml(chance: random.Random) -> bytes:
    """A paper in one of the two dialects."""
    grammar, root = chance.choice([(XML, "officiele-publicatie"), (XML, "officiele-publicatie"), (FLAT, "kamerwrk")])
    return f'<?xml version="1.0" encoding="UTF-8"?><{root}>{tree(chance, grammar, root, 9)}</{root}>'.encode()


def html(chance: random.Random) -> bytes:
    """A page, well-formed or as browsers take it."""
    page = f"<html>{tree(chance, HTML, 'html', 7)}</html>"
    if chance.random() < 0.3:  # ends of paragraphs, items and cells may be left out
        page = page.replace(chance.choice(["</p>", "</li>", "</td>", "</span>"]), "")
    return f"<!DOCTYPE html>{page}".encode()


_COLOURS = ["0 g", "1 g", "1 0 0 rg", "0 0 1 rg", "0.5 g"]
_TURNS = ["1 0 0 1"] * 8 + ["0 1 -1 0", "-1 0 0 -1", "0 0 0 0", "2 0 0 0.5", "1 0 0.3 1"]
_DRAWN = [
    *("q", "Q", "q 0.5 0 0 0.5 0 0 cm", "q 1 0 0 1 99999 0 cm", "100 100 50 50 re W n", "0 0 0 0 re W n"),
    "0 0 m 9 9 l S",
    *("/Span <</ActualText(x)>> BDC", "/OC /x BDC", "/Artifact BMC", "EMC", "BT", "ET", "3 Tr", "(x) '"),
    *("[(a) -999 (b)] TJ", "0 Tz", "-5 Tc", "1e9 TL", "T*", "/nowhere Do", "/nowhere gs"),
    *("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", "99999 w"),
    "h f*",
]  # fmt: skip
_TYPES = ["P", "H1", "H2", "L", "LI", "Lbl", "LBody", "Table", "TR", "TD", "Note", "Figure", "Artifact", "Span", "x"]


def pdf(chance: random.Random) -> bytes:
    """Pages of words, areas and operators in any order; at times with a structure tree."""
    marks = iter(range(10_000))
    pages = [_page(chance, marks) for _ in range(chance.choice([1, 1, 2, 4]))]
    tree_of = _structure(chance, 4, next(marks)) if chance.random() < 0.4 else None
    crop = chance.choice([""] * 6 + ["0 0 300 400", "0 0 0 0", "-100 -100 9999 9999", "500 700 100 100"])
    return pdfs.pdf(*pages, rotate=chance.choice([0, 0, 0, 0, 90, 180, 270, 45]), crop=crop, tree=tree_of)


def _page(chance: random.Random, marks: object) -> str:
    assert isinstance(marks, type(iter(range(0))))
    drawn = []
    y = float(chance.choice([60, 300, 700]))
    x = chance.choice([80.0, 80.0, 430.0, -20.0])
    for _ in range(chance.randint(0, 40)):
        words = chance.choice(ALL).encode("cp1252", "replace").decode("cp1252")
        words = "".join(one for one in words if one >= " ")
        x = chance.choice([x] * 8 + [80.0, 98.0, 430.0, 300.0, -50.0])
        y += chance.choice([0.0, 12.0, 12.0, 12.0, 12.0, 24.0, -12.0, 0.5])
        size, font = (
            chance.choice([9.0] * 8 + [6.0, 14.0, 0.0, 400.0]),
            chance.choice([*["plain"] * 5, "bold", "italic"]),
        )
        match chance.randrange(12):
            case 0:
                drawn.append(pdfs.box(x, y, x + chance.choice([1, 100, 400]), y + 12, chance.choice(_COLOURS)))
            case 1:
                drawn.append(chance.choice(_DRAWN))
            case _:
                drawn.append(pdfs.text(
                    x, y, words, size=size, font=font, colour=chance.choice(_COLOURS[:1] * 9 + _COLOURS),
                    mark=next(marks) if chance.random() < 0.5 else None, turn=chance.choice(_TURNS),
                    mode=chance.choice([0] * 9 + [3, 7]),
                ))  # fmt: skip
    return "\n".join(drawn)


def _structure(chance: random.Random, depth: int, most: int) -> pdfs.Tree:
    inner: list[pdfs.Tree | pdfs.Mark | int] = [
        _structure(chance, depth - 1, most) if depth else chance.randrange(most + 1)
        for _ in range(chance.randint(0, 6))
    ]
    return chance.choice(_TYPES), inner
