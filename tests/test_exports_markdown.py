"""Markdown of a letter: what is written is read back, and other programs read all of it."""

from __future__ import annotations

import json
import pathlib
import shutil
import subprocess
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invariants import check
from tests.truth_report import cases, renditions, source_of

import kamerbrief
from kamerbrief import Block, Call, Footnote, Kamerbrief, QuestionSet, Section, Span
from kamerbrief.exports.markdown import escaped
from kamerbrief.readers.written import NO_CELL

RENDITIONS = [path for case in cases() for path in renditions(case)]
SPAN = Span(start=0, end=1)
EMPTY = kamerbrief.parse("")


def shown(marker: str | None) -> str | None:
    """The marker of an item; Markdown has one bullet for all."""
    return marker if marker is None or (any(map(str.isalnum, marker)) and marker != "o") else ""


def calls_of(calls: Iterable[Call]) -> list[tuple[str, int]]:
    return [(call.label, call.offset) for call in calls]


def block_of(block: Block) -> object:
    if block.kind != "table":
        return block.kind, block.text, calls_of(block.calls), shown(block.marker), block.depth, block.bold, block.italic
    if block.rows is None:
        return block.kind, block.text
    return [[" ".join(cell.split()) for cell in row] for row in block.rows], [call.label for call in block.calls]


def outline(sections: Iterable[Section]) -> list[object]:
    return [
        (one.number, one.title, one.level, calls_of(one.calls), list(map(block_of, one.blocks)), outline(one.sections))
        for one in sections
    ]


def notes_of(brief: Kamerbrief) -> list[tuple[str, str, bool]]:
    """The notes, and whether the text below the head calls them."""
    called = {call.label for part in brief.walk() for call in part.block.calls}
    called |= {call.label for part in brief.walk() for section in part.path for call in section.calls}
    return [(note.label, note.text, note.label in called) for note in brief.footnotes]


def signers(brief: Kamerbrief) -> list[tuple[str | None, str | None]]:
    return [(one.role, one.name) for one in brief.signatories]


def asked(one: QuestionSet) -> list[tuple[tuple[str, ...], str]]:
    """The texts of a set."""
    questions = [(question.numbers, question.text) for question in one.questions]
    return [*questions, *((answer.numbers, answer.text) for answer in one.answers)]


@pytest.mark.parametrize("path", RENDITIONS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_written_is_read_back(path: pathlib.Path) -> None:
    before = kamerbrief.parse(source_of(path))
    text = kamerbrief.to_markdown(before)
    after = kamerbrief.parse(text)
    assert outline(after.sections) == outline(before.sections)
    assert outline(after.annexes) == outline(before.annexes)
    assert notes_of(after) == notes_of(before)
    assert check(text, after) == []
    for name in ("date", "subject", "kenmerk", "uw_kenmerk", "attachments", "salutation", "closing"):
        assert getattr(after, name) == getattr(before, name)
    if before.recipient.name is not None:
        assert after.recipient.name == before.recipient.name
        assert after.recipient.chamber == before.recipient.chamber
    assert signers(after) == signers(before)
    assert list(map(asked, after.question_sets)) == list(map(asked, before.question_sets))


def letter(*blocks: Block, notes: Iterable[str] = (), title: str | None = None) -> Kamerbrief:
    """A letter of these blocks, with notes of these labels."""
    section = Section(title=title, blocks=blocks, span=SPAN)
    found = tuple(Footnote(label=label, text=f"noot {label}", span=SPAN, status="uncalled") for label in notes)
    return EMPTY.model_copy(update={"sections": (section,), "footnotes": found})


def block(text: str, kind: str = "paragraph", **values: object) -> Block:
    return Block.model_validate({"kind": kind, "text": text, "span": SPAN, **values})


def item(text: str, marker: str = "-", depth: int = 1) -> Block:
    return block(text, "list_item", marker=marker, depth=depth)


def body(brief: Kamerbrief) -> str:
    return kamerbrief.to_markdown(brief).removeprefix("<!-- kamerbrief: body -->").strip()


def again(brief: Kamerbrief) -> Kamerbrief:
    return kamerbrief.parse(kamerbrief.to_markdown(brief))


def test_lists() -> None:
    items = [
        item("een", "1."),
        item("a", "•", 2),
        item("b", "•", 2),
        item("twee", "2."),
        item("zes", "6."),
        item("x", "a)"),
    ]
    assert body(letter(*items)).splitlines() == ["1. een", "    - a", "    - b", "2. twee", "- 6. zes", "- a) x"]
    assert outline(again(letter(*items)).sections) == outline(letter(*items).sections)


def test_list_that_begins_further_in() -> None:
    brief = letter(item("diep", depth=3), item("ook", depth=3), item("hoog"), block("Tekst."), item("na", depth=2))
    assert body(brief).splitlines() == ["-   -   - diep", "        - ook", "- hoog", "", "Tekst.", "", "-   - na"]
    assert outline(again(brief).sections) == outline(brief.sections)


def test_table_with_calls() -> None:
    rows = (("Plaats", "Meters 1"), ("Sloot|noord", ""), ("Dijk2", "7"), ("kort",))
    calls = (Call(label="1", offset=13), Call(label="2", offset=30))
    brief = letter(block("Plaats Meters Sloot|noord Dijk 7 kort", "table", rows=rows, calls=calls), notes="12")
    assert body(brief).splitlines()[:5] == [
        "| Plaats | Meters [^1] |",
        "| --- | --- |",
        r"| Sloot\|noord |  |",
        "| Dijk[^2] | 7 |",
        "| kort |",
    ]
    assert block_of(again(brief).sections[0].blocks[0]) == block_of(brief.sections[0].blocks[0])


def test_table_of_which_only_the_text_is_known() -> None:
    brief = letter(block("Sloot 7 Dijk 3", "table"))
    assert body(brief).splitlines() == ["|  |", "| --- |", "| Sloot 7 Dijk 3 |"]
    assert again(brief).sections[0].blocks[0].rows is None


def test_first_row_is_the_widest() -> None:
    assert body(letter(block("a b c", "table", rows=(("a",), ("b", "c"))))).splitlines()[:2] == [
        "| a | <!-- --> |",
        "| --- | --- |",
    ]


@pytest.mark.parametrize(("bold", "italic", "mark"), [(True, False, "**"), (False, True, "*"), (True, True, "***")])
def test_style(*, bold: bool, italic: bool, mark: str) -> None:
    brief = letter(block("Het *plan*", bold=bold, italic=italic), block("een", "quote", bold=bold, italic=italic))
    assert body(brief).split("\n\n") == [rf"{mark}Het \*plan\*{mark}", f"> {mark}een{mark}"]
    assert outline(again(brief).sections) == outline(brief.sections)


def test_style_of_items() -> None:
    texts = [item("een", "1."), item("twee", "a)"), item("drie"), item("a) vier")]
    brief = letter(*(one.model_copy(update={"bold": True}) for one in texts))
    assert body(brief).splitlines() == ["1. **een**", "- a) **twee**", "- **drie**", r"- **a\) vier**"]
    assert outline(again(brief).sections) == outline(brief.sections)


def test_quote_and_figure() -> None:
    brief = letter(block("Aangehaald *woord*", "quote"), block("een [kaart]", "figure"))
    assert body(brief).split("\n\n") == [r"> Aangehaald \*woord\*", r"![een \[kaart\]]()"]
    assert outline(again(brief).sections) == outline(brief.sections)


def test_notes_with_one_label_have_names_of_their_own() -> None:
    calls = (Call(label="1", offset=3), Call(label="1", offset=8), Call(label="1", offset=8))
    text = body(letter(block("Een twee.", calls=calls), notes="11"))
    assert text.split("\n\n") == ["Een[^1] twee[^1--2][^1--2].", "[^1]: noot 1", "[^1--2]: noot 1"]
    assert [note.label for note in again(letter(block("Een twee.", calls=calls), notes="11")).footnotes] == ["1", "1"]


def test_notes_that_nothing_calls_are_printed_all_the_same() -> None:
    text = body(letter(block("Een.", calls=(Call(label="2", offset=3),)), notes="123"))
    assert "<!-- kamerbrief: uncalled -->\n\n[^1] [^3]\n\n[^1]: noot 1" in text
    after = again(letter(block("Een.", calls=(Call(label="2", offset=3),)), notes="123"))
    assert [note.status for note in after.footnotes] == ["uncalled", "linked", "uncalled"]


def test_number_that_is_none_by_itself() -> None:
    section = Section(title="Vragen", number="I", blocks=(block("Ja."),), span=SPAN)
    brief = EMPTY.model_copy(update={"sections": (section,)})
    assert body(brief).splitlines()[0] == "# I  Vragen"
    assert (again(brief).sections[0].number, again(brief).sections[0].title) == ("I", "Vragen")


def test_annexes_can_be_left_out() -> None:
    brief = letter(block("Een."))
    brief = brief.model_copy(update={"annexes": (Section(title="Bijlage", blocks=(block("Twee."),), span=SPAN),)})
    assert "Bijlage" in kamerbrief.to_markdown(brief)
    assert "Bijlage" not in kamerbrief.to_markdown(brief, annexes=False)
    assert outline(again(brief).annexes) == outline(brief.annexes)


@pytest.mark.parametrize(
    "text",
    [
        "# geen kop", "- geen item", "1. geen item", "a) ook niet", "> geen citaat", "| geen tabel |", "---", "***",
        "===", "*nadruk* en _nadruk_", "snake_case", "[een](http://x.nl)", "<b>vet</b>", "&amp; en & en &eacute;",
        "`code`", "a\\b", "[^1]", "$x$ en ~~y~~ en H^2^", "@iemand en a@b.nl", "![x](y)", "+ plus", ": definitie",
        "% titel", "kop #", "{#id}", "(@) voorbeeld", "(1) een", "2030. De eerste", "https://www.x.nl/a_b?c=1&d=2",
        "A. de Boer", "#", "5) vijf",
    ],
)  # fmt: skip
def test_text_stays_text(text: str) -> None:
    brief = letter(block(text), item(text), block(text, "quote"), title=f"Kop {text}")
    assert list(map(block_of, again(brief).sections[0].blocks)) == list(map(block_of, brief.sections[0].blocks))
    assert again(brief).sections[0].heading == f"Kop {text}"


WORDS = (
    st.text(st.sampled_from("aB1 .)(*_#>-+[]!|&<`\\~^$@:%{}\"'=•"), min_size=1, max_size=12)
    .map(str.split)
    .map(" ".join)
)


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=4))
def test_any_text_is_read_back(texts: list[str]) -> None:
    brief = letter(*map(block, texts))
    after = [part.block.text for part in again(brief).walk()]
    assert after == texts


def test_escapes_no_more_than_it_must() -> None:
    text = "De motie-Klaver (30 573, nr. 7) van 3 mei 2024: 'goed', 5% - zie A.B. de Boer & co."
    assert escaped(text) == text


# What other programs make of it


def strings(node: object) -> Iterator[str]:
    """The words of a document of Pandoc; calls give none, the texts of notes come apart."""
    if isinstance(node, list):
        for one in node:
            yield from strings(one)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield str(node["c"])
            case "Code" | "Math":
                raise AssertionError(node)
            case "RawInline":
                assert node["c"][1] == NO_CELL
            case "Note":
                yield "\n"
                yield from strings(node["c"])
                yield "\n"
            case _:
                yield from strings(list(node.values()))


def squashed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def missing(brief: Kamerbrief, said: str) -> list[str]:
    """The titles, blocks and notes that another program does not show; calls and marks of items aside."""
    texts = [section.title or "" for part in brief.walk() for section in part.path]
    texts += [part.block.text for part in brief.walk() if part.block.kind != "table"]
    texts += [cell for part in brief.walk() for row in part.block.rows or () for cell in row if not part.block.calls]
    texts += [note.text for note in brief.footnotes]
    return [text for text in dict.fromkeys(texts) if squashed(text) not in said]


LONGEST = [path for path in RENDITIONS if path.name in ("letter.pdf", "letter.txt", "letter.md")]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("form", ["commonmark_x-smart", "markdown-smart"])
def test_pandoc_reads_all_of_it(form: str) -> None:
    for path in LONGEST:
        brief = kamerbrief.parse(source_of(path))
        done = subprocess.run(
            ["pandoc", "-f", form, "-t", "json"],  # noqa: S607 -- wherever it is installed
            input=kamerbrief.to_markdown(brief).encode(),
            capture_output=True,
            check=True,
        )
        blocks = json.loads(done.stdout)["blocks"]
        in_notes: list[str] = []
        rest: list[str] = []
        text = "".join(strings(blocks))
        for number, part in enumerate(text.split("\n")):
            (in_notes if number % 2 else rest).append(part)
        assert missing(brief, squashed("".join(rest)) + " " + squashed(" ".join(in_notes))) == [], path


SHOWN = {"text", "text_special", "softbreak", "hardbreak", "image", "footnote_ref", "footnote_anchor"}
SHOWN |= {"html_inline", "strong_open", "strong_close", "em_open", "em_close"}


def test_markdown_it_reads_all_of_it() -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed (extra dev)")
    footnotes = pytest.importorskip("mdit_py_plugins.footnote", reason="mdit-py-plugins is not installed (extra dev)")
    parser = markdown_it.MarkdownIt("commonmark").enable("table").use(footnotes.footnote_plugin)
    for path in LONGEST:
        brief = kamerbrief.parse(source_of(path))
        tokens = parser.parse(kamerbrief.to_markdown(brief))
        inline = [child for token in tokens for child in token.children or ()]
        assert {child.type for child in inline} <= SHOWN
        said = "".join(child.content for child in inline if child.type in ("text", "text_special", "image"))
        assert missing(brief, squashed(said)) == [], path
