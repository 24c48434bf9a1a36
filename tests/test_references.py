"""References in any text: what each notation gives, what is none, and where in a letter they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kamerbrief
from kamerbrief import Reference, find_references
from kamerbrief.references import ArticleReference, HandelingenReference, KamerstukReference, LetterReference

PAPERS = [
    ("Kamerstuk 35 334, nr. 12", ["kst-35334-12"]),
    ("Kamerstuk 35334 nr. 12", ["kst-35334-12"]),
    ("Kamerstuk 35334-12", ["kst-35334-12"]),
    ("Kamerstuknr. 35 334, nr. 12", ["kst-35334-12"]),
    ("Kamerstukken II 2031/32, 99 123, nrs. 7 en 8", ["kst-99123-7", "kst-99123-8"]),
    ("Kamerstukken II 2031/32, 99 123, nr. 7, 9 en 12", ["kst-99123-7", "kst-99123-9", "kst-99123-12"]),
    ("Kamerstukken II 2031/32, 99 123, nrs. 1-3", ["kst-99123-1", "kst-99123-2", "kst-99123-3"]),
    ("Kamerstukken II 2031–2032, 99 123, nr. 7, p. 12 en 13, en nr. 8", ["kst-99123-7", "kst-99123-8"]),
    ("Kamerstuk 99 123, nrs. 5, 7 t/m 9 en 12", [f"kst-99123-{number}" for number in (5, 7, 8, 9, 12)]),
    ("Kamerstukken II 2031/32, 99 123, 109, 113 respectievelijk 114", [f"kst-99123-{n}" for n in (109, 113, 114)]),
    ("Tweede Kamer, vergaderjaar 2031-2032, Kamerstuk 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstuk 99 123, nr. 1234 en 1235 (bijlage)", ["kst-99123-1234", "kst-99123-1235"]),
    ("Kamerstukken I 2031/32, 99 123 (A, B)", ["kst-99123-A", "kst-99123-B"]),
    ("KAMERSTUKKEN II 2031/32, 99 123, nr. 7", ["kst-99123-7"]),
    ("T.K. 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Tweede Kamer der Staten-Generaal, vergaderjaar 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstuk 99 123/7", ["kst-99123-7"]),
    ("(36600-XVI-12)", ["kst-36600-XVI-12"]),
    ("Kamerstuk 99 123 (nr. 5)", ["kst-99123-5"]),
    ("Kamerstuk 99 123, nr. 7; 99 124, nr. 8", ["kst-99123-7", "kst-99124-8"]),
    ("Kamerstuk 99 123, nr. 7 en Kamerstuk 99 124, nr. 8", ["kst-99123-7", "kst-99124-8"]),
    ("Kamerstuk 99 123 en 99 124, nr. 7", ["kst-99123-7"]),
    ("Tweede Kamer, vergaderjaar 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Tweede Kamer 2031-2032, 99123, nr. 7", ["kst-99123-7"]),
    ("TK 94/95 24 206 nr 1", ["kst-24206-1"]),
    ("TK 99123-10", ["kst-99123-10"]),
    ("TK 3 mei 2031, 99 123 en 99 124, nr.15", ["kst-99123-15"]),
    ("Kamerstukken 11 2031/32, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken II 2031–203, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken II 2031/32, nr. 99123-7", ["kst-99123-7"]),
    ("Kamerstukken II 2031/32, 36 410-XVI, nr. 7", ["kst-36410-XVI-7"]),
    ("Kamerstukken II 2031/32, 36 410 hoofdstuk XV, nr. 7", ["kst-36410-XV-7"]),
    ("Kamerstuk 36410-VI-7", ["kst-36410-VI-7"]),
    ("Kamerstuk 36410-XV-25 Motie over sloten", ["kst-36410-XV-25"]),
    ("Kamerstukken II 2031/32, 36 410, VIII, nr. 7", ["kst-36410-VIII-7"]),
    ("Kamerstukken 99 123, nr. 7 en 99 124, nr. 8.", ["kst-99123-7", "kst-99124-8"]),
    ("Kamerstuk 36 600-A, nr. 4", ["kst-36600-A-4"]),
    ("Kamerstuk 36 600 B, C", ["kst-36600-B-C"]),
    ("Kamerstuk 21 501-20, nr. 1800", ["kst-21501-20-1800"]),
    ("Kamerstuk 34 356 (R2064), nr. 3", ["kst-34356-3"]),
    ("Kamerstukken I 2031/32, 99 123, C", ["kst-99123-C"]),
    ("Kamerstukken I 2031/32, 99 123, A en B", ["kst-99123-A", "kst-99123-B"]),
    ("EK 2031-2032, 99 123, AM", ["kst-99123-AM"]),
    ("Eerste Kamer, vergaderjaar 2031–2032, 99 123, G", ["kst-99123-G"]),
    ("Kamerstukken I 2005/06, 29 762 e.a., D", ["kst-20052006-29762-D"]),
    ("Kamerstukken I 1996/97, 24 700, nr. 12b", ["kst-19961997-24700-12b"]),
    ("Kamerstukken I 2000/01, 26 123 (25, 25a)", ["kst-20002001-26123-25", "kst-20002001-26123-25a"]),
    ("Kamerstukken II 1960-1961, 6123, nr. 3, blz. 4", ["kst-6123-3"]),
    ("(99 123, nr. 7)", ["kst-99123-7"]),
    ("(36410 VII / 36410 IV, A)", ["kst-36410-VII-A", "kst-36410-IV-A"]),
    ("Zij krijgt nr. 22 (99123).", ["kst-99123-22"]),
    ("99123; 99124, nr. C", ["kst-99123-C"]),
    ("dossier 99 123, nr. 7", ["kst-99123-7"]),
    ("2Kamerstuk 99 123, nr. 7", ["kst-99123-7"]),
    ("³Tweede Kamer, vergaderjaar 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("EK 25 444, nr. 11b", [None]),  # its session is part of the id
    ("EK 29 248, L", [None]),
    ("Kamerstukken I, 26 855, nr. 16", [None]),  # not the paper of the Tweede Kamer with this number
    ("Kamerstukken I 05/06, 29 762, D", ["kst-20052006-29762-D"]),
    ("Kamerstukken 2, 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken 1 2031/32, 99 123, C", ["kst-99123-C"]),
    ("TK II 2031/32, 99 123, nr. 7", ["kst-99123-7"]),
    ("2e Kamer, vergaderjaar 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken Tweede Kamer II, 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken I I, 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Eerste Kamer, zitting 1978-1979, 14 123, nr. 12a", ["kst-14123-12a"]),
    ("Kamerstukken 2031-2032, II, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken 99 123, 2031-2032, nr. 7", ["kst-99123-7"]),
    ("Kamerstuk 99 123, nr. 7 (vergaderjaar 2031-2032)", ["kst-99123-7"]),
    ("vergaderjaar 2031-2032, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kst. 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstuk VI, 36410, nr. 7", ["kst-36410-VI-7"]),
    ("Kamerstukken II, 2031, 99 123, nr. 7", ["kst-99123-7"]),
    ("Kamerstukken II 1965/66, 8 456, nr. 3", ["kst-8456-3"]),
    ("Kamerstukken II 1911/12, 123, nr. 4", ["kst-123-4"]),
    ("Handelingen Tweede Kamer 1965-1966, 8 456, nr. 3", ["kst-8456-3"]),
    ("Handelingen II 2031/32, 99 123, nr. 7", ["kst-99123-7"]),
    ("EK 36 410 A, C en EK 36 410 J, D", ["kst-36410-A-C", "kst-36410-J-D"]),
    ("EK 99 123, EK en EL", ["kst-99123-EK", "kst-99123-EL"]),
    ("(99.123 / 99.124, BD)", ["kst-99123-BD"]),
    ("(99 123, C)", ["kst-99123-C"]),
    ("(99123-235)", ["kst-99123-235"]),
    ("99 123, nr. 7", ["kst-99123-7"]),
    ("de brief over dijken, 36410-VI, nr. 7", ["kst-36410-VI-7"]),
    ("Kamerbrief 99123 (nr. 7, 3 april 2031)", ["kst-99123-7"]),
    ("TK 99123, nr. 1 & nr. 2", ["kst-99123-1", "kst-99123-2"]),
    ("Kamerstukken (99 123, nr. 7)", ["kst-99123-7"]),
    ("Kamerstukken II 2031-2032, 9 9123, nr. 6 39", ["kst-99123-639"]),
    ("Kamerstukken II 2031-2032, 3 6 410-VIII, nr. 1 86", ["kst-36410-VIII-186"]),
    ("36410-XV-25, Amendement over sloten", ["kst-36410-XV-25"]),
    ("10 36410-XV-51, Motie over dijken", ["kst-36410-XV-51"]),
    ("_Kamerstukken II_ 2031/32, 99 123, nr. 7", ["kst-99123-7"]),
    ("*Kamerstukken* II 2031/32, 99 123, nr. 7", ["kst-99123-7"]),
    ("99123, nr. 73\n3 Zie dijken", ["kst-99123-73"]),
    ("Kamerstukken II (2031-2032), 99 123, nr. 7", ["kst-99123-7"]),
    ("Tweede Kamerstuk 99 123, nr. E", ["kst-99123-E"]),
    ("TK (2031-2032), 99 123, nr. 7", ["kst-99123-7"]),
    ("Tweede Kamer der Staten-Generaal, zitting 1977, 14 123, nr. 3", ["kst-14123-3"]),
    ("Kamerstukken II 2031-20332, 99 123, nr. 7", ["kst-99123-7"]),
    ("Handelingen TK 1965-1966, 8 456, nrs. 3 en 4", ["kst-8456-3", "kst-8456-4"]),
]
OTHERS = [
    ("dossier", "Kamerstukken 99 123", ["dossier-99123"]),
    ("dossier", "kamerstuk 99 123 en 99 124", ["dossier-99123", "dossier-99124"]),
    ("dossier", "Kamerstukken II 2031/32, 36 410 XVI", ["dossier-36410-XVI"]),
    ("dossier", "Kamerstukken II 2029/30, 2030/31, 99 123", ["dossier-99123"]),
    ("dossier", "Kamerstukken I 1968-1969, 9123,9124, blz 12", ["dossier-9123"]),
    ("handelingen", "Handelingen II 2031/32, nr. 96, item 4, p. 12", ["h-tk-20312032-96-4"]),
    ("handelingen", "Handelingen I, 2031/32, 20, item 5", ["h-ek-20312032-20-5"]),
    ("handelingen", "Handelingen II 2001/02, nr. 12, p. 345-367", [None]),
    ("handelingen", "Handelingen II 2031/32, nr. 12, items 4, 6 en 9", [f"h-tk-20312032-12-{n}" for n in (4, 6, 9)]),
    ("handelingen", "Handelingen II 2031/32, nr. 12, items 4-6", [f"h-tk-20312032-12-{n}" for n in (4, 5, 6)]),
    ("handelingen", "Handelingen II 2031/32, item 9, nr. 12", ["h-tk-20312032-12-9"]),
    ("handelingen", "Handelingen nr. 12, item 9, Tweede Kamer, 2031-2032", ["h-tk-20312032-12-9"]),
    ("handelingen", "Handelingen II 2031/32, 36 410 VII, nr. 12, item 9", ["h-tk-20312032-12-9"]),
    ("handelingen", "Handelingen II 2005/06, 29 123, nr. 43, p. 2712", [None]),
    ("handelingen", "Handelingen II 2031/32, nr. 12, item 4, p. 3 en nr. 13, item 5",
     ["h-tk-20312032-12-4", "h-tk-20312032-13-5"]),
    ("handelingen", "Handelingen Eerste Kamer, 11 oktober 2031, 3-11", ["h-ek-20312032-3-11"]),
    ("handelingen", "Handelingen TK 2005 – 2006, 7125, nr. 91, pag. 7139", [None]),
    ("handelingen", "Handelingen 2031-2032, nr. 12, item 9", ["h-tk-20312032-12-9"]),
    ("handelingen", "Handelingen II 2005-2006, nr. 43, 29 123, p. 2712", [None]),
    ("handelingen", "Hand. II 2031/32, nr. 12, item 9", ["h-tk-20312032-12-9"]),
    ("aanhangsel", "Handelingen II 2031/32, Aanhangsel, nr. 345", ["ah-tk-20312032-345"]),
    ("aanhangsel", "Aanhangsel Handelingen nr. 345, vergaderjaar 2031-2032", ["ah-tk-20312032-345"]),
    ("aanhangsel", "Aanhangsel Handelingen, vergaderjaar 2031-202, nr. 345", ["ah-tk-20312032-345"]),
    ("aanhangsel", "Tweede Kamer, vergaderjaar 2031-2032, Aanhangsel 1345", ["ah-tk-20312032-1345"]),
    ("dossier", "het wetsvoorstel Wet dijken en sloten (99 123)", ["dossier-99123"]),
    ("dossier", "het voorstel van wet tot wijziging van de Waterwet (99123)", ["dossier-99123"]),
    ("dossier", "de Wet dijken (99 123) en de Slootwet (99124)", ["dossier-99123", "dossier-99124"]),
    ("dossier", "de behandeling van wetsvoorstel 99 123", ["dossier-99123"]),
    ("handelingen", "Handelingen UCV, 1990/91, nr. 26, blz. 50", [None]),
    ("aanhangsel", "Aanhangsel van de Handelingen, vergaderjaar 2031-2032, nr. 345", ["ah-tk-20312032-345"]),
    ("aanhangsel", "Aanhangsel Handelingen I 2031/32, 12", ["ah-ek-20312032-12"]),
    ("aanhangsel", "Kamerstukken II, 2031/32, aanhangsel 345", ["ah-tk-20312032-345"]),
    ("aanhangsel", "Aanhangsel Handelingen, vergaderjaar 2031-2032, nrs. 12 en 13",
     ["ah-tk-20312032-12", "ah-tk-20312032-13"]),
    ("aanhangsel", "Tweede Kamer, vergaderjaar 2031-2032, Aanhangsel van de Handelingen, nr. 12",
     ["ah-tk-20312032-12"]),
    ("stb", "Stb. 2031, 12 en 13", ["stb-2031-12", "stb-2031-13"]),
    ("stb", "Staatsblad 2031, nrs. 12, 14 en 15", ["stb-2031-12", "stb-2031-14", "stb-2031-15"]),
    ("stb", "Stb. 2031/12", ["stb-2031-12"]),
    ("stb", "Stb. 123", [None]),
    ("stb", "in Stb. 2020, 35 en 5 andere wetten", ["stb-2020-35"]),
    ("stb", "Stb. 1995, 5 en 1 januari", ["stb-1995-5"]),
    ("stb", "Stb. 2011, 35, 36 en 37", ["stb-2011-35", "stb-2011-36", "stb-2011-37"]),
    ("stb", "Stb. K 123", [None]),
    ("stb", "*Stb.* 2031, 12", ["stb-2031-12"]),
    ("stb", "STB. 2031, 12", ["stb-2031-12"]),
    ("stcrt", "Staatscourant, nr. 12345, 24 maart 2031", ["stcrt-2031-12345"]),
    ("stcrt", "Stcrt. 2031, nr. 12345", ["stcrt-2031-12345"]),
    ("stcrt", "Stcrt. 2004, 12", [None]),
    ("trb", "Trb. 1951, 12 en 1952, 13", ["trb-1951-12", "trb-1952-13"]),
    ("trb", "Tractatenblad, jaargang 1951, nr. 12", ["trb-1951-12"]),
    ("eu_act", "Verordening (EU) 2031/1060", ["32031R1060"]),
    ("eu_act", "Verordening (EU) nr. 1307/2013", ["32013R1307"]),
    ("eu_act", "verordening (EEG) nr. 1234/91", ["31991R1234"]),
    ("eu_act", "Richtlijnen 85/337/EEG en 96/61/EG", ["31985L0337", "31996L0061"]),
    ("eu_act", "Kaderbesluit 2002/584/JBZ", ["32002F0584"]),
    ("eu_act", "Besluit nr. 1313/2013/EU", ["32013D1313"]),
    ("eu_act", "Uitvoeringsverordening (EU) 2020/761", ["32020R0761"]),
    ("eu_act", "Verordening 2019/2088", ["32019R2088"]),
    ("eu_act", "Verordening (EU) nr. 2019/2088", ["32019R2088"]),
    ("eu_act", "Verordeningen (EU) 2022/2065 en 2022/1925", ["32022R2065", "32022R1925"]),
    ("eu_act", "Verordening (EU) Nr. 575/2013", ["32013R0575"]),
    ("eu_act", "Besluit (GBVB) 2014/512", ["32014D0512"]),
    ("eu_act", "Regulation (EC) No 1234/2009", ["32009R1234"]),
    ("eu_act", "Regulations (EU) 2031/745 and (EU) 2031/746", ["32031R0745", "32031R0746"]),
    ("eu_act", "Verordening EU 2031/745", ["32031R0745"]),
    ("eu_act", "Council Directive 92/43/EEC", ["31992L0043"]),
    ("eu_act", "Decision 2010/232/CFSP", ["32010D0232"]),
    ("eu_act", "de Slotenrichtlijn (92/43/EEG)", ["31992L0043"]),
    ("oj", "Pb EU 2031, L 49", ["OJ:L:2031:49"]),
    ("stb", "Staatsblad 2031 nr. 35", ["stb-2031-35"]),
    ("com", "C(2031) 206 final", ["C:2031:206:FIN"]),
    ("com", "COM(21) 206", ["COM:2021:206:FIN"]),
    ("com", "COM(2031)706 final", ["COM:2031:706:FIN"]),
    ("com", "SWD (94) 12", ["SWD:1994:12:FIN"]),
    ("oj", "PbEU 2031, L 49", ["OJ:L:2031:49"]),
    ("oj", "PB L, 2031/1689", ["OJ:L:2031:1689"]),
    ("oj", "PbEU L 119", [None]),
    ("ecli", "ecli:nl:rbdha:2031:865,", ["ECLI:NL:RBDHA:2031:865"]),
    ("ecli", "ECLI:NL:RVS:2031:2466.Zie ook", ["ECLI:NL:RVS:2031:2466"]),
    ("ecli", "ECLI:EU:C:2031:12", ["ECLI:EU:C:2031:12"]),
    ("ecli", "ECLI:CE:ECHR:1999:0608JUD000510099", ["ECLI:CE:ECHR:1999:0608JUD000510099"]),
    ("ecli", "ECLI:HR:2001:AB1234)", ["ECLI:NL:HR:2001:AB1234"]),
    ("ecli", "ECLI:HR:NL:2001:AB1234", ["ECLI:NL:HR:2001:AB1234"]),
    ("ecli", "ECLI:NL:GHSHE:BM1234", [None]),
    ("ljn", "LJN: AU1234 en LJN AU1235", ["LJN:AU1234", "LJN:AU1235"]),
    ("article", "artikel 3:2 van de Algemene wet bestuursrecht", ["jci1.3:c:BWBR0005537&artikel=3:2"]),
    ("article", "art. 3:2, eerste lid, Awb", ["jci1.3:c:BWBR0005537&artikel=3:2"]),
    ("article", "de artikelen 10a en 10b van de Wet arbeid vreemdelingen",
     ["jci1.3:c:BWBR0007149&artikel=10a", "jci1.3:c:BWBR0007149&artikel=10b"]),
    ("article", "artikel 2 tot en met 5 Sv", ["jci1.3:c:BWBR0001903&artikel=2"]),
    ("article", "artikel 2.1 en artikel 8.11 van de Wet dieren",
     ["jci1.3:c:BWBR0030250&artikel=2.1", "jci1.3:c:BWBR0030250&artikel=8.11"]),
    ("article", "artikelen 5, tweede lid, en 6 van de Awb",
     ["jci1.3:c:BWBR0005537&artikel=5", "jci1.3:c:BWBR0005537&artikel=6"]),
    ("article", "artikel 107 VWEU", ["12012E107"]),
    ("article", "artikel 8 van het Handvest van de grondrechten van de Europese Unie", ["12012P008"]),
    ("article", "artikel 6:162 BW", ["jci1.3:c:BWBR0005289&artikel=162"]),
    ("article", "artikel 12 BW", [None]),
    ("article", "artikel 8 EVRM", ["jci1.3:v:BWBV0001000&artikel=8"]),
    ("article", "artikel 1 EP EVRM", ["jci1.3:v:BWBV0001001&artikel=1"]),
    ("article", "art. 6 lid 1 AVG", ["32016R0679#art_6"]),
    ("article", "artikel 7 van de Wet dijken en sloten 2031", [None]),
    ("article", "Wet dieren, artikel 2.1", ["jci1.3:c:BWBR0030250&artikel=2.1"]),
    ("article", "Grondwet, artikel 68, Awb, artikel 3:2",
     ["jci1.3:c:BWBR0001840&artikel=68", "jci1.3:c:BWBR0005537&artikel=3:2"]),
    ("article", "De Wet dieren (Wdr) kent in artikel 2.1 een verbod", ["jci1.3:c:BWBR0030250&artikel=2.1"]),
    ("article", "de Grondwet (artikel 68)", ["jci1.3:c:BWBR0001840&artikel=68"]),
    ("article", "artikel 68 van de grondwet", ["jci1.3:c:BWBR0001840&artikel=68"]),
    ("article", "artikel 9 van de Wet kwaliteit, klachten en geschillen zorg", ["jci1.3:c:BWBR0037173&artikel=9"]),
    ("article", "artikel 3 van het Internationaal Verdrag inzake de Rechten van het Kind",
     ["jci1.3:v:BWBV0002508&artikel=3"]),
    ("article", "artikel 31 van het Verdrag van Wenen inzake het verdragenrecht", [None]),
    ("article", "De Waterwet geldt daar niet, met uitzondering van artikel 5.3, dat dijken beschermt",
     ["jci1.3:c:BWBR0025458&artikel=5.3"]),
    ("article", "artikel 36 e, derde lid, Sr", ["jci1.3:c:BWBR0001854&artikel=36e"]),
    ("article", "artikel 5, derde lid, zonder wet", [None]),
    ("article", "artikel 6:162", [None]),
    ("article", "artikel 6:162 BW jo. 6:163 BW",
     ["jci1.3:c:BWBR0005289&artikel=162", "jci1.3:c:BWBR0005289&artikel=163"]),
    ("article", "artikel 3, onder a tot en met c en e, van de Awb", ["jci1.3:c:BWBR0005537&artikel=3"]),
    ("article", "artikel 3, lid 2, van Verordening (EU) 2016/679", ["32016R0679#art_3"]),
    ("article", "artikel B 1 van de Kieswet", [None]),
    ("article", "de artikelen 3:2 en 3:4 (Awb)",
     ["jci1.3:c:BWBR0005537&artikel=3:2", "jci1.3:c:BWBR0005537&artikel=3:4"]),
    ("article", "artikel 12 van de WslBES", [None]),
    ("article", "artikel 3:12, tweede lid, van de Wsd BES", [None]),
    ("article", "artikel 4 van het Sloten-verdrag", [None]),
    ("article", "artikel 5 van het Noord-Veens (NV) Verdrag", [None]),
    ("article", "artikel 5 van het Verdrag van Veendijk is gegeven", [None]),
    ("article", "artikel 68 van de Nederlandse Grondwet", ["jci1.3:c:BWBR0001840&artikel=68"]),
    ("article", "artikel 4 van de Kaderrichtlijn Water", ["32000L0060#art_4"]),
    ("article", "artikel 4 van de Slotenrichtlijn", [None]),
    ("article", "artikel 4 van de Richtlijn Droge Sloten", [None]),
    ("toezegging", "toezeggingen T03357, TO3358 en T03359", ["T03357", "T03358", "T03359"]),
    ("toezegging", "TZ203105-123", ["TZ203105-123"]),
    ("toezegging", "TZ203105 -123", ["TZ203105-123"]),
    ("letter", "mijn brief van 12 mei 2031, kenmerk AB/2031-12", [None]),
    ("letter", "de voordracht van Onze Minister van Water van 3 mei 2031, nr. 2031-0000012345", [None]),
    ("letter", "voordracht van de minister van 3 mei 2031, directie Sloten, nr. 12345", [None]),
    ("letter", "nader rapport van 3 mei 2031, nr. 1234567/31/6", [None]),
    ("letter", "de voortgangsbrief over sloten van 3 mei 2031", [None]),
    ("letter", "de brief ‘Dijken en sloten’ van de minister van 3 mei 2031", [None]),
    ("letter", "de brief met kenmerk AB-2031-12 van 3 mei 2031", [None]),
    ("letter", "Beleidsbrief dijken en sloten d.d. 3 mei 2031", [None]),
    ("letter", "brieven van 3 en 5 mei 2031", [None, None]),
    ("zaak", "zaaknummer 2031Z18022", ["2031Z18022"]),
    ("document", "2031D36216", ["2031D36216"]),
    ("op_id", "kst-CXXIV-G", ["kst-CXXIV-G"]),
    ("url", "(www.voorbeeld.nl/sloten).", ["www.voorbeeld.nl/sloten"]),
    ("url", "https://voorbeeld.nl/a_(b).", ["https://voorbeeld.nl/a_(b)"]),
    ("url", "(zie (www.voorbeeld.nl/a_(b)).)", ["www.voorbeeld.nl/a_(b)"]),
    ("url", "https://www.voorbeeld .nl/sloot", ["https://www.voorbeeld.nl/sloot"]),
    ("url", "https://www.zuid -veen.nl/sloot", ["https://www.zuid-veen.nl/sloot"]),
    ("url", "https://www.voorbeeld.nl/sloten -en-dijken.", ["https://www.voorbeeld.nl/sloten-en-dijken"]),
    ("url", "https://www.voorbeeld.nl/op- de-dijk/molens", ["https://www.voorbeeld.nl/op-de-dijk/molens"]),
    ("url", "https://www.voorbeeld.nl/op -een na", ["https://www.voorbeeld.nl/op"]),
    ("url", "(voorbeeld.nl/artikel/12-sloot).", ["voorbeeld.nl/artikel/12-sloot"]),
    ("rvs_advies", "no.W01.31.0036/I", ["W01.31.0036/I"]),
    ("rvs_advies", "No. W01.31.00036/III", ["W01.31.00036/III"]),
    ("rvs_advies", "het advies W01.31.0036/I", ["W01.31.0036/I"]),
    ("kabinetsmissive", "Blijkens de mededeling van de Directeur van Uw kabinet van 19 februari 2031, nr. 2031000369",
     ["2031000369"]),
    ("kabinetsmissive", "Kabinetsmissive van 19 februari 2031, no.2031000369", ["2031000369"]),
]  # fmt: skip
CASES = [("kamerstuk", text, ids) for text, ids in PAPERS] + OTHERS
NONE = [
    *("Postbus 20018 2500 EA Den Haag", "Retouradres Postbus 20301 2500 EH Den Haag", "€ 32 812,76", "f 20 000"),
    *("HR 17 december 1997, nr. 32 593", "telefoon (070) 302 69 04", "art. 3 van het contract", "ISSN 0921-7371"),
    *("artikel 5 van de overeenkomst", "archiefhandelingen nr. 70, 76 en 80", "handelingen nr. 70, 76 en 80"),
    *("besluit 2021/22 vast te stellen", "het besluit 3 weken uit te stellen", "richtlijn 30 dagen", "Stb. …, …"),
    *("De Tweede Kamer, 150 leden sterk", "een brief van de minister", "Kamerstukken II, 2031-2032, DGB 2031-01961"),
    *("schaal 1:10 000", "Coalitieakkoord 2021-2025", "Boeing 737", "Handelingen volgen later", "aanhangsel 3"),
    *("TK 2031-2032, 7125, nr. 91, pag. 7139", "artikel 10 en 11 van de wet genoemde gronden"),
    *("De Tweede Kamer 10 000 handtekeningen", "Tweede Kamer 25 000 euro", "de TK 35 000 stemmen", "TK, 12 345 678"),
    *("het EK, 16 000 euro", "verordening 2023/24 van de gemeente", "De verordening nr. 12/2020 van de gemeente"),
    *(
        "Stb. 2024, PM",
        "Stb. 2024, …",
        "(Stb. 2020)",
        "In de Staatscourant. 3 dagen later",
        "Staatscourant 2020 - 3 mei",
    ),
    *(
        "brief over het debat van 5 mei 2020",
        "brief aan de Kamer over de motie van 12 maart 2021",
        "zie nr. 3 (25 000) euro",
    ),
    *("Kamerstuk ٣٥ ٣٣٤, nr. ٥",),
    *("COM-poort (2)", "LJN in het kort", "ECLI: onbekend", "PB in 2031", "www.", "mijn brief van gisteren", "T1234"),
    *("Tweede Kamer, vergaderjaar 2031-2032, Aanhangsel 3", "info@voorbeeld.nl/sloot", "https://", "voorbeeld.nl"),
    *("tussen 10 000 en 20 000, nr. 3", "wetsvoorstel 10 000", "wetsvoorstel 12 345 euro", "2031-99123, nr. 4"),
    *("(10117, DE)", "(01234-567)", "De Opiumwet kost € 3 mln (artikel 12) per jaar", "(25 000-300)"),
    *("https://www.voorbeeld", "34300-IV-5/2031"),
    *("www.voorbe eld.nl/sloot", "artikel 5, derde lid, van het contract", "in de huurovereenkomst (artikel 3, lid 2)"),
    *("het wetsvoorstel treft velen (25 000)", "mensen (36 123)", "artikel 12 Sloten en dijken", "Artikel 3"),
    *(
        "Wanneer de Waterwet zwijgt, kan artikel 2a helpen",
        "De Waterwet, het verdrag en artikel 5",
        "de voordracht van 3 mei 2031",
    ),
    *(
        "artikel 11 onder de sloten",
        "Postbus 99 123, nr. 4",
        "nr. 99 123, nr. 4",
        "€ 99 123, nr. 4",
        "12 99 123, nr. 4",
    ),
    *(
        "een brief over de bijeenkomst op 3 mei 2031",
        "Regulation of 2031",
        "(EU) 2031/745",
        "W01.31",
        "tussen (12345, en 3)",
    ),
    *("Stb. van 2031", "nr. 53 227", "Kamerstuk over sloten", "brief van 31 februari", "Aanhangsel Handelingen II"),
]
DATE = dt.date(2031, 1, 9)


def ids(text: str) -> list[str | None]:
    return [one.id for one in find_references(text)]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES, ids=[text for _, text, _ in CASES])
def test_notation(kind: str, text: str, wanted: list[str | None]) -> None:
    found = [one for one in find_references(text) if one.kind == kind]
    assert [one.id for one in found] == wanted
    assert all(text[one.span.slice] == one.raw for one in found)


@pytest.mark.parametrize("text", NONE)
def test_no_reference(text: str) -> None:
    assert find_references(text) == ()


MUTATIONS: dict[str, Callable[[str], str]] = {
    "no-break blank": lambda text: text.replace(" ", "\xa0"),
    "thin blank": lambda text: text.replace(" ", "\u2009"),
    "line end": lambda text: text.replace("nr. ", "nr.\n").replace(", ", ",\n"),
    "en dash": lambda text: text.replace("-", "–"),
    "brackets": lambda text: f"({text})",
    "full stop": lambda text: f"{text}.",
    "note digit before": lambda text: f"diep.3{text}" if text[0].isupper() else text,
    "raised digit behind": lambda text: f"{text}³ en",
    "sentence": lambda text: f"Dat staat in {text}, zoals de minister schreef.",
}


OPEN = [
    (text, wanted)
    for kind, text, wanted in CASES
    if kind not in ("url", "op_id") and text[0] not in "(n2³" and not text.endswith((")", ",", ".", "123", "9124"))
]
"""Those that are not bracketed or closed themselves."""


@pytest.mark.parametrize("name", MUTATIONS)
@pytest.mark.parametrize(("text", "wanted"), OPEN)
def test_answer_stays_when_the_print_differs(text: str, wanted: list[str | None], name: str) -> None:
    assert ids(MUTATIONS[name](text)) == ids(text) != []
    assert wanted


@given(st.text(alphabet=st.sampled_from("Kamerstuk 123, nr.-/()IVXABZDT[]:;\n\xa0–artikelwetvanStb"), max_size=120))
def test_any_text(text: str) -> None:
    found = find_references(text)
    assert all(text[one.span.slice] == one.raw for one in found)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)


def one(text: str, *, date: dt.date | None = None) -> Reference:
    (found,) = find_references(text, date=date)
    return found


def test_parts_of_a_paper() -> None:
    paper = one("Kamerstukken II 2031/32, 36 410 XVI, nr. 7 (herdruk)")
    assert isinstance(paper, KamerstukReference)
    assert (paper.chamber, paper.session, paper.dossier, paper.suffix, paper.number, paper.reprint) == (
        *("tweede_kamer", "2031-2032", "36410", "XVI", "7"),
        True,
    )
    assert paper.url == "https://zoek.officielebekendmakingen.nl/kst-36410-XVI-7.html"
    paper = one("TK 2004/04, 30 095, nr. 5, p. 3-4")
    assert isinstance(paper, KamerstukReference)
    assert (paper.session, paper.page) == (None, "3-4")  # the years do not follow each other
    paper = one("Kamerstuk 99 123 en 99 124, nr. 7")
    assert isinstance(paper, KamerstukReference)
    assert paper.also_dossiers == ("99124",)


@pytest.mark.parametrize(
    ("text", "label", "movers"),
    [
        ("de motie van het lid Van der Sloot c.s. (Kamerstuk 99 123, nr. 7)", "motie", ("Van der Sloot",)),
        ("de motie-Dijk/De Groot (Kamerstuk 99 123, nr. 7)", "motie", ("Dijk", "De Groot")),
        ("het amendement van de leden Sloot en Dijk (Kamerstuk 99 123, nr. 7)", "amendement", ("Sloot", "Dijk")),
        ("de motie van het lid Özdijk (Kamerstuk 99 123, nr. 7)", "motie", ("Özdijk",)),
        ("de motie van het lid Sloot (PvdD) (Kamerstuk 99 123, nr. 7)", "motie", ("Sloot",)),
        ("de motie-Van 't Water (Kamerstuk 99 123, nr. 7)", "motie", ("Van 't Water",)),
        ("de motie Van der Sloot en motie Dijk (Kamerstuk 99 123, nr. 7)", None, ()),
        ("de motie is aangenomen. Zie Kamerstuk 99 123, nr. 7", None, ()),
    ],
)
def test_movers(text: str, label: str | None, movers: tuple[str, ...]) -> None:
    paper = one(text)
    assert isinstance(paper, KamerstukReference)
    assert (paper.label, paper.movers) == (label, movers)


def test_a_paper_by_its_dossier_and_a_dash_behind_what_it_is_called() -> None:
    assert one("Zo voer ik de motie 99123-235 van de leden Vaart en Molen uit.").id == "kst-99123-235"
    assert find_references("Bel ons op lijn 99123-235 in het dorp.") == ()


def test_both_ids_where_the_era_of_the_paper_allows_two() -> None:
    old, new = one("Kamerstukken I 2009/10, 31 930, F"), one("Kamerstukken I 2009/10, 32 260, A")
    assert (old.certainty, old.candidates) == ("ambiguous", ("kst-20092010-31930-F", "kst-31930-F"))
    assert (new.id, new.candidates) == ("kst-32260-A", ("kst-32260-A", "kst-20092010-32260-A"))


def test_a_list_is_one_group_with_a_span_for_each_part() -> None:
    text = "Kamerstuk 99 123, nrs. 7 en 8. Stb. 2031, 1 en 2. Stb. 2031, 3."
    found = find_references(text)
    assert [(one.raw, one.group) for one in found] == [
        *[("Kamerstuk 99 123, nrs. 7", 1), ("8", 1)],
        *[("Stb. 2031, 1", 2), ("2", 2), ("Stb. 2031, 3", None)],
    ]


def test_a_page_is_of_the_number_before_it_and_a_range_is_printed_whole() -> None:
    found = find_references("Kamerstuk 99 123, nrs. 1-2; nr. 7, p. 5-6, en nr. 8")
    papers = [(one.number, one.page, one.raw) for one in found if isinstance(one, KamerstukReference)]
    assert papers == [
        ("1", None, "Kamerstuk 99 123, nrs. 1-2"),
        *[("2", None, "1-2"), ("7", "5-6", "7"), ("8", None, "8")],
    ]


def test_parts_of_an_article() -> None:
    article = one("artikel 5.1, eerste en tweede lid, aanhef en onder a, van de Omgevingswet")
    assert isinstance(article, ArticleReference)
    assert (article.article, article.paragraphs, article.part, article.law, article.bwb) == (
        *("5.1", ("1", "2"), "a", "Omgevingswet", "BWBR0037885"),
    )


def test_each_head_has_its_own_paragraphs() -> None:
    found = [one for one in find_references("artikelen 5, tweede lid, en 6 Awb") if isinstance(one, ArticleReference)]
    assert [(one.article, one.paragraphs, one.group) for one in found] == [("5", ("2",), 1), ("6", (), 1)]


def test_a_law_is_known_by_the_name_that_the_text_gave_it() -> None:
    text = "artikel 5 van de Wet dieren (hierna: Wdr). Artikel 6 Wdr en artikel 7 van die wet."
    assert ids(text) == [f"jci1.3:c:BWBR0030250&artikel={number}" for number in (5, 6, 7)]
    assert ids("Artikel 6 Wdr en artikel 7 van die wet.") == [None, None]
    text = "De Wet dieren (Wdr) en de Wet sloten (hierna: de wet). Artikel 6 Wdr en artikel 7 van de wet."
    found = [one for one in find_references(text) if isinstance(one, ArticleReference)]
    assert [(one.law, one.article) for one in found] == [("Wet dieren", "6"), ("Wet sloten", "7")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De Awb (van 1992) geldt. Artikel 5 van die wet helpt.", ["jci1.3:c:BWBR0005537&artikel=5"]),
        ("artikel 3 Awb. In de Wet dieren staat veel; artikel 5 van die wet.", ["jci1.3:c:BWBR0030250&artikel=5"]),
        ("De Opiumwet en het Besluit sloten. Volgens artikel 5 van dat besluit.", [None]),
        ("De Opiumwet en het Besluit sloten. Volgens artikel 5 van die wet.", ["jci1.3:c:BWBR0001941&artikel=5"]),
        ("artikel 3 Awb. Zie de Wet dijken en sloten. Verder artikel 5 van die wet.", [None]),
        ("artikel 3 Awb.\x00Een ander stuk: artikel 5 van die wet.", []),
        ("Artikel 5 van die wet.", []),
        ("De Opiumwet geldt. In die wet is in artikel 5 een verbod opgenomen.", ["jci1.3:c:BWBR0001941&artikel=5"]),
        ("Die wet kent in artikel 5 een verbod.", []),
        ("Het Verdrag van Veendijk en de Opiumwet. Artikel 5 van hetzelfde Verdrag.", [None]),
        ("De Slotenrichtlijn kent in artikel 5 een verbod.", [None]),
    ],
)
def test_that_law_is_the_last_one_of_its_kind_that_was_named(text: str, wanted: list[str | None]) -> None:
    found = [one for one in find_references(text) if one.raw.casefold().startswith("artikel 5")]
    assert [one.id for one in found] == wanted
    assert all(one.certainty != "exact" for one in found)


def test_the_law_of_the_article_before_is_not_that_of_the_next_one() -> None:
    assert ids("artikel 3 Awb, artikel 5, eerste lid, en meer") == ["jci1.3:c:BWBR0005537&artikel=3", None]


def test_the_name_of_a_law_goes_on_behind_the_comma_of_three_islands() -> None:
    article = one("artikel 9 van de Wet sloten Bonaire, Sint Eustatius en Saba, en meer")
    assert isinstance(article, ArticleReference)
    assert article.law == "Wet sloten Bonaire, Sint Eustatius en Saba"


def test_the_name_of_a_treaty_goes_on_with_what_it_is_about() -> None:
    for name in (
        "Verdrag van Wenen inzake het verdragenrecht",
        "Verdrag van Wenen inzake diplomatiek verkeer",
        "Verdrag van Wenen",
    ):
        article = one(f"Volgens artikel 31 van het {name} is dat zo.")
        assert isinstance(article, ArticleReference)
        assert article.law == name


def test_figures_behind_a_part_are_further_articles() -> None:
    found = find_references("Artikelen 6, onder d, 9 en 11, derde lid, van de Grondwet")
    assert [(one.article, one.part) for one in found if isinstance(one, ArticleReference)] == [
        ("6", "d"),
        ("9", None),
        ("11", None),
    ]
    parts = ("a, 1°", "b en c", "1 en 2", "d, 2e en 3e", "a tot en met e")
    for part in parts:
        article = one(f"artikel 5, onder {part}, van de Grondwet")
        assert isinstance(article, ArticleReference)
        assert article.part == part


def test_a_dossier_with_its_chapter_alone_in_brackets() -> None:
    text = "het wetsvoorstel Vaststelling van de begrotingsstaten van het Ministerie van Sloten (X) voor 2031 (34000 X)"
    assert ids(text) == ["dossier-34000-X"]
    assert ids("de begroting van Sloten (36 410 VI)") == ["dossier-36410-VI"]
    assert ids("een stroom van (35 000 V) en (25 000 A)") == []


def test_a_paper_in_a_cell_of_a_table() -> None:
    assert ids("| Kenmerk | 35746, nr. 3 | 36 410 XII, nr. 4 |") == ["kst-35746-3", "kst-36410-XII-4"]


def test_an_article_without_a_law_has_none() -> None:
    article = one("artikel 5, derde en vierde lid, onder b")
    assert isinstance(article, ArticleReference)
    assert (article.law, article.bwb, article.paragraphs, article.part) == (None, None, ("3", "4"), "b")
    assert article.certainty == "partial"


@pytest.mark.parametrize(
    "text", ["artikel 4 van Mw. Jansen", "artikel 2 van het Statuut van de vereniging", "artikel 2 RvO van Nederland"]
)
def test_a_short_name_that_means_something_else(text: str) -> None:
    assert ids(text) == []


def test_a_name_of_two_laws_tells_neither_but_by_the_text_or_the_date() -> None:
    article = one("artikel 3 Wpg")
    assert (article.id, article.certainty) == (None, "ambiguous")
    assert article.candidates == ("jci1.3:c:BWBR0022463&artikel=3", "jci1.3:c:BWBR0024705&artikel=3")
    assert ids("De Wet publieke gezondheid (Wpg). Zie artikel 3 Wpg.") == ["jci1.3:c:BWBR0024705&artikel=3"]
    text = "artikel 20 van de Comptabiliteitswet"
    assert one(text, date=dt.date(2015, 1, 1)).id == "jci1.3:c:BWBR0013891&artikel=20"
    assert one(text, date=dt.date(2022, 1, 1)).id == "jci1.3:c:BWBR0039429&artikel=20"
    assert one(text).certainty == "derived"


@pytest.mark.parametrize(
    ("before", "behind", "date", "wanted", "certainty"),
    [
        ("", "", dt.date(2020, 1, 1), "jci1.3:c:BWBR0006023&artikel=50", "ambiguous"),
        ("", "", dt.date(2022, 1, 1), "jci1.3:c:BWBR0044975&artikel=50", "ambiguous"),
        ("De Tweede Kamer beslist. ", "", dt.date(2022, 1, 1), "jci1.3:c:BWBR0044975&artikel=50", "derived"),
        ("", " van de Tweede Kamer", dt.date(2022, 1, 1), "jci1.3:c:BWBR0044975&artikel=50", "exact"),
        ("AAN DE EERSTE KAMER. ", "", dt.date(2022, 1, 1), None, "partial"),
        ("", " van de Eerste Kamer", None, None, "partial"),
    ],
)
def test_rules_that_both_chambers_have(
    before: str, behind: str, date: dt.date | None, wanted: str | None, certainty: str
) -> None:
    article = one(f"{before}Volgens artikel 50 van het Reglement van Orde{behind}", date=date)
    assert (article.id, article.certainty) == (wanted, certainty)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("mijn brief van 12 mei 2031", dt.date(2031, 5, 12)),
        ("mijn brief van 12 mei 20312", dt.date(2031, 5, 12)),  # a note is called behind the year
        ("uw brief van 14 december jl.", dt.date(2030, 12, 14)),
        ("uw brief van 3 januari jl.", dt.date(2031, 1, 3)),
        ("uw brief van 14 december. Daarin", dt.date(2030, 12, 14)),
        ("de brief van de minister van Financiën van 12 mei 2031", dt.date(2031, 5, 12)),
        ("uw brief d.d. 12 mei 2031", dt.date(2031, 5, 12)),
        ("de Kamerbrief over sloten van 12 mei 2031", dt.date(2031, 5, 12)),
    ],
)
def test_date_of_a_letter(text: str, date: dt.date) -> None:
    letter = one(text, date=DATE)
    assert isinstance(letter, LetterReference)
    assert letter.date == date


def test_no_year_before_the_first() -> None:
    assert one("uw brief van 14 december jl.", date=dt.date(1, 1, 1)).certainty == "partial"


@pytest.mark.parametrize("text", ["Kamerstuk 99 123, 22", "Kamerstuk 99 123, nr. 5, 6 en 7"])
def test_a_citation_at_the_end_of_a_passage_is_whole(text: str) -> None:
    assert ids(f"{text}\x00De sloot is diep.") == ids(text)


@pytest.mark.parametrize("text", ["Kamerstuk 34 444 EU-begroting", "Kamerstuk 35 334, U vroeg", "Kamerstuk 99 123 EZ"])
def test_capitals_behind_a_dossier_are_no_number(text: str) -> None:
    assert [one.kind for one in find_references(text)] == ["dossier"]


@pytest.mark.parametrize(
    "text",
    [
        "brief van de Dijkstichting\n \nIn een brief van 3 mei 2031 staat",
        "brief van de Dijkstichting. In een brief van 3 mei 2031 staat",
        "brief van de Dijkstichting over de brief van 3 mei 2031",
    ],
)
def test_a_date_belongs_to_the_last_letter_before_it(text: str) -> None:
    assert [one.raw for one in find_references(text)] == ["brief van 3 mei 2031"]


def test_a_title_above_an_article_is_not_its_law() -> None:
    assert ids("Opiumwet\nArtikel 3 regelt dat") == []


def test_the_number_of_an_article_tells_which_rules_were_named_before() -> None:
    text = "Het Reglement van Orde van de Tweede Kamer kent in artikel {} een regel"
    assert ids(text.format("8.15")) == ["jci1.3:c:BWBR0044975&artikel=8.15"]
    assert ids(text.format("139")) == ["jci1.3:c:BWBR0006023&artikel=139"]


def test_each_of_several_letters_has_its_date() -> None:
    found = find_references("uw brieven van 3 maart, 5 en 6 mei 2031 en 7 juni jl.", date=dt.date(2031, 7, 1))
    dates = [one.date for one in found if isinstance(one, LetterReference)]
    assert dates == [dt.date(2031, 3, 3), dt.date(2031, 5, 5), dt.date(2031, 5, 6), dt.date(2031, 6, 7)]
    assert [one.raw for one in found] == ["uw brieven van 3 maart", "5", "6 mei 2031", "7 juni jl."]
    assert {one.group for one in found} == {1}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (
            "mijn brief van 25 maart 2031 (kenmerk 7293-FEZ) en 16 juni 2031 (kenmerk 7682-FEZ) over de sloten",
            [("2031-03-25", "7293-FEZ"), ("2031-06-16", "7682-FEZ")],
        ),
        ("mijn brief van 25 maart 2031 en 16 juni 2031", [("2031-03-25", None), ("2031-06-16", None)]),
        ("mijn brief met kenmerk AB-31 van 3 mei 2031 en 4 mei 2031", [("2031-05-03", "AB-31"), ("2031-05-04", None)]),
        ("mijn brief van 3 mei 2031, 5 sloten", [("2031-05-03", None)]),
        ("mijn brief van 3 mei 2031 en 5 mei werd bekend", [("2031-05-03", None)]),
        ("Brief aan de voorzitter van het waterschap over sloten, 14 april 2031.", [("2031-04-14", None)]),
        ("De brief aan het waterschap over sloten, 14 april 2031 verstuurd", []),
    ],
)
def test_each_letter_has_its_own_reference(text: str, letters: list[tuple[str, str | None]]) -> None:
    found = [one for one in find_references(text) if isinstance(one, LetterReference)]
    assert [(str(one.date), one.reference) for one in found] == letters


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("brief van 3 mei 2031, kenmerk AB-12", "AB-12"),
        ("brief met kenmerk AB-12 van 3 mei 2031", "AB-12"),
        ("nader rapport van 3 mei 2031, nr. 1234567/31/6", "1234567/31/6"),
        ("brief van 03-05-2031 (2031-0000012345)", "2031-0000012345"),
    ],
)
def test_the_number_of_a_letter_stands_before_or_behind_its_date(text: str, reference: str) -> None:
    letter = one(text)
    assert isinstance(letter, LetterReference)
    assert (letter.date, letter.reference, letter.certainty) == (dt.date(2031, 5, 3), reference, "exact")


def test_several_meetings_are_each_a_report() -> None:
    found = find_references("(Handelingen II 2021/22, nrs. 62, 63 en 64, Debat over 12 dijken)")
    assert [(one.meeting, one.raw) for one in found if isinstance(one, HandelingenReference)] == [
        ("62", "Handelingen II 2021/22, nrs. 62"),
        ("63", "63"),
        ("64", "64"),
    ]
    found = find_references("Handelingen II 2021/22, nrs. 62 en 63, item 7 en 8")
    assert [one.id for one in found] == [None, "h-tk-20212022-63-7", "h-tk-20212022-63-8"]
    assert len(find_references("Handelingen II 2021/22, nr. 62 en 63 dijken")) == 1


def test_a_report_without_a_chamber_may_be_of_either() -> None:
    report = one("Handelingen 2031-2032, nr. 12, item 9")
    assert (report.certainty, report.candidates) == ("ambiguous", ("h-tk-20312032-12-9", "h-ek-20312032-12-9"))


@pytest.mark.parametrize(
    "text", ["Aanhangsel Handelingen II 2031-202, nr. 12", "Handelingen II 2031-20322, nr. 12, item 9"]
)
def test_a_misprinted_session_is_derived_from_its_first_year(text: str) -> None:
    assert (one(text).certainty, one(text).model_dump()["session"]) == ("derived", "2031-2032")


def test_a_report_known_by_its_day_is_derived() -> None:
    assert one("Handelingen Eerste Kamer, 11 oktober 2031, nr. 3, item 11").certainty == "derived"


def test_a_letter_stood_for_the_year_of_a_staatsblad() -> None:
    found = one("Stb. K 123").model_dump()
    assert (found["year"], found["number"], found["certainty"]) == ("1950", "K 123", "partial")


def test_figures_that_are_set_apart_are_joined_and_the_answer_is_derived() -> None:
    assert one("Kamerstuk 99 123, nr. 6 39").certainty == "derived"
    assert ids("Kamerstuk 99 123, nr. 6\n39 Zie ook") == ["kst-99123-6"]  # a note begins on the next line
    assert ids("Kamerstukken II 2031-2032, 2 9123, nr. 4 14 en meer") == ["kst-29123-414"]
    assert one("Kamers tuk 2 9 1 23, nr. 4 1 , 3 mei").id == "kst-29123-41"
    assert one("Kam erstuk 99123, nr. 4").raw == "Kam erstuk 99123, nr. 4"


def test_a_letter_without_a_year_needs_the_date_of_the_text() -> None:
    letter = one("uw brief van 14 december jl.")
    assert isinstance(letter, LetterReference)
    assert (letter.date, letter.direction, letter.certainty) == (None, "uw", "partial")


LETTER = """Geachte voorzitter,

In de motie-Van der Sloot c.s.1 vraagt u naar dijken. Dat staat in Stb. 2031,
12 en in artikel 5 van de Wet dieren (Wdr).

Uitvoering

Zie ook artikel 6 Wdr.

1 Kamerstuk 99 123, nr. 7

Bijlage 1

Uit Kamerstuk 99 124, nr. 8 blijkt dat ook.
"""


def test_references_of_a_letter_have_their_place() -> None:
    brief = kamerbrief.parse(LETTER)
    found = {one.id: one for one in brief.references}
    statute = found["stb-2031-12"]
    assert (statute.raw, LETTER[statute.span.slice]) == ("Stb. 2031, 12", "Stb. 2031,\n12")
    assert statute.where == kamerbrief.Where(section=(0,), block=0)
    paper = found["kst-99123-7"]
    assert isinstance(paper, KamerstukReference)
    assert (paper.where, paper.movers) == (kamerbrief.Where(footnote="1"), ("Van der Sloot",))
    assert found["jci1.3:c:BWBR0030250&artikel=6"].where == kamerbrief.Where(section=(1,), block=0)
    for reference in brief.references:
        if reference.where and reference.where.block is not None and not reference.where.annex:
            block = brief.sections[reference.where.section[0]].blocks[reference.where.block]
            assert reference.raw in block.text


@pytest.mark.parametrize(("printed", "number"), [("4 82", "482"), ("1 1 76", "1176"), ("1 1 7 6", "1176")])
def test_figures_of_a_number_that_are_set_apart(printed: str, number: str) -> None:
    (found,) = kamerbrief.find_references(f"(Kamerstuk 29 544, nr. {printed})")
    assert (found.id, found.certainty) == (f"kst-29544-{number}", "derived")


def test_the_number_of_a_case_has_five_figures() -> None:
    assert [(one(text).id is not None, one(text).certainty) for text in ("2015Z14626", "2015Z146267")] == [
        (True, "exact"),
        (False, "partial"),
    ]


def test_questions_of_the_same_letter() -> None:
    texts = (
        "bij antwoord 1",
        "(zie vraag 2)",
        "Zie vragen 3 en 4",
        "het antwoord op vraag 5",
        "in vraag 6",
        "in antwoord 7",
    )
    assert [
        [reference.see for reference in find_references(text) if reference.kind == "question"] for text in texts
    ] == [
        [("1",)],
        [("2",)],
        [("3", "4")],
        [("5",)],
        [],
        [("7",)],
    ]


def test_the_session_of_a_paper_that_is_named_behind_it() -> None:
    paper = one("Tweede Kamer, vergaderjaar 2021-2022, kamerstuk 26 643, nr. 891")
    assert isinstance(paper, KamerstukReference)
    assert (paper.session, paper.chamber, paper.number) == ("2021-2022", "tweede_kamer", "891")
