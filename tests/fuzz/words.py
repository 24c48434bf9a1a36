"""Words that mean something in a letter, and what may stand between them: of these a soup is made."""

from __future__ import annotations

LABELS = [
    *("Datum", "Ons kenmerk", "Kenmerk", "Uw kenmerk", "Betreft", "Onderwerp", "Bijlage(n)", "Bijlagen", "Blad"),
    *("T", "F", "E", "Contactpersoon", "Bezoekadres", "Postadres", "> Retouradres", "Onze referentie", "Inlichtingen"),
]
VALUES = [
    *("3 mei 2024", "31-12-99", "3963666", "IENW/BSK-2025/130201", "I E NW/BSK-2023/33017", "geen", "-", "1", "12 45"),
    *("Postbus 20301", "2500 EH Den Haag", "070 370 79 11", "www.rijksoverheid.nl/jenv", "a@b.example", "1.", "a."),
]
KEYWORDS = [
    *("Geachte voorzitter,", "Hoogachtend,", "De Minister van Financiën,", "mede namens de", "namens deze,"),
    *("Nr. 12", "31 322", "36 600 XIV", "BRIEF VAN DE MINISTER VAN FINANCIËN", "HERDRUK", "Aan de Voorzitter van de"),
    *("Tweede Kamer der Staten-Generaal", "Vraag 1", "Antwoord 1", "1 Kamerstuk 31 322, nr. 1.", "[^1]", "[^1]: noot"),
    *("<sup>1</sup>", "<sup>²</sup> noot", "tekst<sup>²³</sup>", "tekst.<sup>2**</sup>", "¹", "²", "[1]", "[2]"),
    *("tekst1.", "20232", "m2", "•", "- item", "1. punt", "| a | b |", "|---|---|", "**vet**", "# Kop"),
    *("Bijlage 1", "BIJLAGE", "===", "----", "woord-", "\u00ad", "\u200b", "\ufeff", "\x0c", "\x00", "\t", "  "),
    *("«", "»", "Pagina 1 van 3"),
]
SENTENCES = [
    *("De sloten achter de molen van Veendijk zijn dit jaar op diepte gebracht.", "Dat kost 1,2 miljoen euro;"),
    *("Zie het antwoord op vraag 2.", "In mijn brief van 12 mei 2022 (Kamerstuk 31 322, nr. 7) staat meer.1", "en"),
    *("Vragen van het lid Van Dijk (XYZ) aan de Minister van Financiën over sloten (ingezonden 3 mei 2024)", "Vraag"),
    *("Antwoord op vraag 1, 2 en 3", "artikel 3, tweede lid, van de Grondwet", "Stb. 2011, 35", "2024Z11859", "Bron:"),
    *("De staatssecretaris van Justitie en Veiligheid,", "T. van der Meulenhof", "i.o.", "Tot slot", "1.1 Aanleiding"),
    *("a)", "II.", "(2)", "4", "o", "–", "Tabel 1", "12\t34", "T01237", "COM(2021) 84", "ECLI:NL:RVS:2019:2466"),
]
MARKDOWN = [
    *("# Kop", "## 1.1 Kop", "**vet**", "*cursief*", "***beide***", "> citaat", "1. punt", "- punt", "    - dieper"),
    *("| a | b |", "|---|---|", "| **c** | d<br>e |", "[tekst](x)", "![](x)", "`code`", "```", "---", "&amp;", "&#0;"),
    *("[^1]", "[^1]: Noot.", "[^2]:", "<sup>1</sup>", "<table><tr><td>a</td></tr></table>", "<!-- x -->", "\\", "\\*"),
    *("~~weg~~", "$^{1}$", "^[1]^", "<br>", "**1.** punt", "_", "**", "<!-- kamerbrief: signature -->", "title: x"),
]
GLUE = [" ", "\n", "\n\n", "\f", "        ", "\r\n", "", "\u2028", "\xa0", ": "]
