"""References as data: one frozen model per kind, told apart by ``kind``."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from kamerbrief.model.base import Model, Span

Certainty = Literal["exact", "derived", "ambiguous", "partial"]
House = Literal["tweede_kamer", "eerste_kamer"]


class Where(Model):
    """Where in a letter a reference stands: in a block of a section, in its title, or in a footnote."""

    section: tuple[int, ...] = ()
    """The way to the section: ``(2, 0)`` is ``sections[2].sections[0]``."""
    annex: bool = False
    """The way begins in ``annexes`` and not in ``sections``."""
    block: int | None = None
    """Which of its blocks; None for its title."""
    footnote: str | None = None
    """The label of the footnote, if it stands in one."""


class ReferenceBase(Model):
    """What all references have."""

    raw: str
    """The words of the reference: of a list, those of its own part."""
    span: Span
    """Where they stand in the text that was searched; in a letter, in its source."""
    id: str | None = None
    """The official identifier, where one follows from the citation."""
    url: str | None = None
    """Where it can be read."""
    certainty: Certainty = "exact"
    """``exact`` as printed, ``derived`` by a rule, ``ambiguous`` if several ids fit, ``partial`` if none follows."""
    candidates: tuple[str, ...] = ()
    """The ids that the citation allows, where it allows several."""
    group: int | None = None
    """References of one list citation have one number."""
    where: Where | None = None
    """Where in the letter; None outside one."""


class KamerstukReference(ReferenceBase):
    """A parliamentary paper: ``Kamerstukken II 2021/22, 29 628, nr. 1099``."""

    kind: Literal["kamerstuk"] = "kamerstuk"
    """What tells it from other references."""
    chamber: House | None = None
    """The Chamber; None where the citation does not tell it."""
    session: str | None = None
    """The parliamentary year: ``2021-2022``."""
    dossier: str
    """Its number, without the suffix."""
    suffix: str | None = None
    """Budget chapter, fund or sub-dossier."""
    number: str
    """As cited."""
    page: str | None = None
    """As cited."""
    also_dossiers: tuple[str, ...] = ()
    """Further dossiers that the one paper belongs to."""
    reprint: bool = False
    """It is a reprint (``h``, ``herdruk``)."""
    label: Literal["motie", "amendement"] | None = None
    """What the text calls it."""
    movers: tuple[str, ...] = ()
    """Who moved it: ``("Klaver",)``."""


class DossierReference(ReferenceBase):
    """A dossier of papers: ``Kamerstukken 35 418``."""

    kind: Literal["dossier"] = "dossier"
    """What tells it from other references."""
    chamber: House | None = None
    """The Chamber; None where the citation does not tell it."""
    sessions: tuple[str, ...] = ()
    """The parliamentary years: ``2021-2022``."""
    dossier: str
    """Its number, without the suffix."""
    suffix: str | None = None
    """Budget chapter, fund or sub-dossier."""
    also_dossiers: tuple[str, ...] = ()
    """Further dossiers cited with it."""


class HandelingenReference(ReferenceBase):
    """The report of a meeting: ``Handelingen II 2017/18, nr. 19, item 11``."""

    kind: Literal["handelingen"] = "handelingen"
    """What tells it from other references."""
    chamber: House | None = None
    """The Chamber; None where the citation does not tell it."""
    session: str | None = None
    """The parliamentary year: ``2021-2022``."""
    meeting: str | None = None
    """The number of the meeting."""
    item: str | None = None
    """The item of its agenda."""
    page: str | None = None
    """As cited."""


class AanhangselReference(ReferenceBase):
    """Questions and answers: ``Aanhangsel Handelingen II 2014/15, nr. 1241``."""

    kind: Literal["aanhangsel"] = "aanhangsel"
    """What tells it from other references."""
    chamber: House | None = None
    """The Chamber; None where the citation does not tell it."""
    session: str | None = None
    """The parliamentary year: ``2021-2022``."""
    number: str
    """As cited."""


class StbReference(ReferenceBase):
    """Staatsblad: ``Stb. 2011, 35``."""

    kind: Literal["stb"] = "stb"
    """What tells it from other references."""
    year: str | None = None
    """As cited, in four figures."""
    number: str
    """As cited."""


class StcrtReference(ReferenceBase):
    """Staatscourant: ``Stcrt. 2011, 6602``; before 2009 the number is that of an issue."""

    kind: Literal["stcrt"] = "stcrt"
    """What tells it from other references."""
    year: str | None = None
    """As cited, in four figures."""
    number: str
    """As cited."""


class TrbReference(ReferenceBase):
    """Tractatenblad: ``Trb. 2007, 169``."""

    kind: Literal["trb"] = "trb"
    """What tells it from other references."""
    year: str | None = None
    """As cited, in four figures."""
    number: str
    """As cited."""


class EuActReference(ReferenceBase):
    """An act of the European Union: ``Verordening (EU) 2016/679``; its id is the CELEX number."""

    kind: Literal["eu_act"] = "eu_act"
    """What tells it from other references."""
    act: Literal["verordening", "richtlijn", "besluit", "beschikking", "aanbeveling", "kaderbesluit"]
    """What kind of act it is."""
    number: str
    """As printed: ``2016/679``."""


class ComReference(ReferenceBase):
    """A document of the European Commission: ``COM(2021) 206``."""

    kind: Literal["com"] = "com"
    """What tells it from other references."""
    series: Literal["COM", "JOIN", "SWD", "SEC", "C"]
    """The series that it appeared in."""
    year: str
    """As cited, in four figures."""
    number: str
    """As cited."""


class OjReference(ReferenceBase):
    """The Official Journal of the European Union: ``PbEU 2020, L 249``."""

    kind: Literal["oj"] = "oj"
    """What tells it from other references."""
    series: Literal["L", "C"]
    """The series that it appeared in."""
    year: str | None = None
    """As cited, in four figures."""
    number: str
    """As cited."""


class EcliReference(ReferenceBase):
    """A ruling: ``ECLI:NL:RVS:2019:2466``."""

    kind: Literal["ecli"] = "ecli"
    """What tells it from other references."""
    country: str
    """Its code in the ECLI: ``NL``."""
    court: str
    """Its code in the ECLI: ``RVS``."""
    year: str | None = None
    """As cited, in four figures."""
    number: str
    """As cited."""


class LjnReference(ReferenceBase):
    """A ruling under its old number: ``LJN AU 5598``."""

    kind: Literal["ljn"] = "ljn"
    """What tells it from other references."""
    code: str
    """``AU5598``, without the blank."""


class ArticleReference(ReferenceBase):
    """An article of a law: ``artikel 5.4, tweede lid, van de Wet natuurbescherming``."""

    kind: Literal["article"] = "article"
    """What tells it from other references."""
    article: str
    """Its number: ``5.4``."""
    until: str | None = None
    """The last one of a range."""
    paragraphs: tuple[str, ...] = ()
    """Its paragraphs (leden), in figures."""
    part: str | None = None
    """What follows ``onder`` or ``onderdeel``."""
    law: str | None = None
    """The name of the law in full, or as printed where it is not known; None where the text names none."""
    bwb: str | None = None
    """The id of the law in the Basiswettenbestand."""


class ToezeggingReference(ReferenceBase):
    """A commitment in the register of a Chamber: ``T01237``, ``TZ202205-123``."""

    kind: Literal["toezegging"] = "toezegging"
    """What tells it from other references."""
    chamber: House
    """The Chamber; None where the citation does not tell it."""
    number: str
    """As cited."""


class LetterReference(ReferenceBase):
    """A letter by its date: ``mijn brief van 12 mei 2022, kenmerk Z/PB-991945``."""

    kind: Literal["letter"] = "letter"
    """What tells it from other references."""
    date: dt.date | None = None
    """None for ``25 oktober jl.`` where the date of the text is not known."""
    direction: str | None = None
    """Whose: ``mijn``, ``uw``, ``onze``, ..."""
    reference: str | None = None
    """The reference that the letter is cited by."""


class ZaakReference(ReferenceBase):
    """A case of the Tweede Kamer: ``2024Z11859``."""

    kind: Literal["zaak"] = "zaak"
    """What tells it from other references."""
    number: str
    """As cited."""


class DocumentReference(ReferenceBase):
    """A document of the Tweede Kamer: ``2024D36216``."""

    kind: Literal["document"] = "document"
    """What tells it from other references."""
    number: str
    """As cited."""


class OpIdReference(ReferenceBase):
    """An id of officiële bekendmakingen as printed: ``kst-CXXIV-G``."""

    kind: Literal["op_id"] = "op_id"
    """What tells it from other references."""


class UrlReference(ReferenceBase):
    """A web address."""

    kind: Literal["url"] = "url"
    """What tells it from other references."""


class RvsAdviesReference(ReferenceBase):
    """An advice of the Raad van State: ``no.W01.20.0036/I``."""

    kind: Literal["rvs_advies"] = "rvs_advies"
    """What tells it from other references."""
    number: str
    """As cited."""


class KabinetsmissiveReference(ReferenceBase):
    """The letter by which the King asked for an advice: ``Kabinetsmissive no.2020000369``."""

    kind: Literal["kabinetsmissive"] = "kabinetsmissive"
    """What tells it from other references."""
    number: str
    """As cited."""


class QuestionReference(ReferenceBase):
    """Questions of the same letter: ``het antwoord op vraag 3``; no document, so no id."""

    kind: Literal["question"] = "question"
    """What tells it from other references."""
    see: tuple[str, ...]
    """The numbers of the questions, ranges written out."""


Reference = (
    KamerstukReference
    | DossierReference
    | HandelingenReference
    | AanhangselReference
    | StbReference
    | StcrtReference
    | TrbReference
    | EuActReference
    | ComReference
    | OjReference
    | EcliReference
    | LjnReference
    | ArticleReference
    | ToezeggingReference
    | LetterReference
    | ZaakReference
    | DocumentReference
    | OpIdReference
    | UrlReference
    | RvsAdviesReference
    | KabinetsmissiveReference
    | QuestionReference
)
"""Any reference, told apart by its ``kind``."""
