"""How fast and how large, measured by hand: ``python -m tests.benchmark [--letters DIR] [--quick]``.

Needs the extra ``dev``. Times are the best of several runs; the figures of one machine are comparable with
each other alone.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import pathlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from statistics import median

import kamerbrief

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
WHERE = str(pathlib.Path(kamerbrief.__file__).parent.parent)
KILOBYTE, MEGABYTE = 1_000, 1_000_000
TEXTS = ("*.txt", "*.md")
PATIENCE = 120
"""Seconds that a text may be expected to take."""

HEAD = (
    "> Retouradres Postbus 20301 2500 EH Den Haag\n\nAan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\n"
    "Postbus 20018\n2500 EA DEN HAAG\n\nDatum 14 september 2022\nBetreft Voorbeeld van een lange brief\n"
    "Ons kenmerk 4172305\n\nGeachte voorzitter,\n\n"
)
TAIL = "\nHoogachtend,\n\nDe Minister van Justitie en Veiligheid,\n\n\nA. de Vries\n"
PAGE = (
    "{n}. Hoofdstuk over het onderwerp\n\n"
    "In de brief van 3 februari 2021 is uw Kamer gemeld dat het kabinet de regeling herziet{n}. Het gaat om wet- en\n"
    "regelgeving voor gemeenten, provincies en uitvoeringsorganisaties, die in overleg met de sector tot stand is ge-\n"
    "komen (Kamerstuk 30 573, nr. {n}). Hieronder licht ik de stand van zaken toe.\n\n"
    "- de eerste maatregel is ingevoerd;\n- de tweede maatregel volgt na de zomer.\n\n"
    "De uitkomsten stuur ik uw Kamer voor het einde van het jaar. Artikel 3.1 van de wet blijft van kracht.\n\n"
    "{n} Tweede Kamer, vergaderjaar 2020-2021, 30 573, nr. {n}\n\nPagina {n} van 999\n\f"
)


def ordinary(size: int) -> str:
    """A letter whose body grows."""
    pages = [HEAD]
    length = len(HEAD) + len(TAIL)
    number = 0
    while length < size:
        number += 1
        pages.append(PAGE.replace("{n}", str(number)))
        length += len(pages[-1])
    return ("".join(pages) + TAIL)[: max(size, len(HEAD))]


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


CITATIONS = (
    *("Kamerstukken II ", "1 12 12345 ", "Kamerstuk 35 334, nr. 4, 5 en ", "(35 334, nr. ", "artikel 3, eerste lid, "),
    *("Stb. 2020, 1, 2 en ", "brief over dijken ", "motie van het lid ", "12 345, ", "vergaderjaar 2020-2021 "),
    *(
        "de Wet artikel 3, ",
        "artikel 3 van die wet ",
        "Wds (Wds) artikel 3 Wds ",
        "wetsvoorstel (35334) ",
        "brieven van 3 en ",
    ),
    *("Handelingen II 2020/21, nr. ", "Aanhangsel 2020-2021, "),
)
"""Pieces that make the grammars of citations work in vain."""
SHAPES: dict[str, Callable[[int], str]] = {
    "ordinary letter": ordinary,
    "label soup": repeated("Datum\nBetreft\nOns kenmerk\nUw kenmerk Bijlage(n)\nDatum: Onderwerp: 3 mei\n"),
    "digits": repeated("1 12 123 1234 "),
    "digits, a line each": repeated("1\n2\n34\n"),
    "lone markers": repeated("1.\n"),
    "numbered notes": lambda size: "".join(f"{n} Kamerstuk {n}\nwoord{n} en\n" for n in range(size // 20))[:size],
    "blank lines": repeated("\n"),
    "blanks": repeated(" "),
    "page breaks": repeated("\f"),
    "brackets": repeated("[("),
    "footnote marks": repeated("[^1]"),
    "one endless line": repeated("woord "),
    "one endless word": repeated("a"),
    "hyphens at line ends": repeated("woord-\n"),
    "headings": repeated("# 1. Kop\n"),
    "table rows": repeated("| a | b |\n|---|---|\n"),
    "bold": repeated("**"),
    "salutations": repeated("Geachte voorzitter,\nHoogachtend,\n"),
    "signatories": repeated("De Minister van Financiën,\nA. de Vries\n"),
    "kamerstuk headings": repeated("30 573 Migratiebeleid\nNr. 1 BRIEF VAN DE MINISTER VAN FINANCIËN\n"),
    "columns": repeated("links          rechts          midden\n"),
    "two offices on a line": repeated(
        "De minister van Sloten en Dijken De staatssecretaris van Water en Veen\nen Plassen, en Polders,\n"
    ),
    "articles in a row": repeated("artikel 3, "),
    "raised marks in one line": repeated("woord<sup>1</sup> "),
    "notes with definitions": lambda size: "".join(
        f"Woord[^{n}] en.\n\n[^{n}]: Noot {n}.\n\n" for n in range(size // 24)
    )[:size],
    "tabs in one line": repeated("a\t"),
    "numbers in a row": repeated("nr. 388 en "),
    "a hyphen a line": repeated("-\n"),
    "columns of marks": repeated("1\n2\n3\nEen tekst van een noot.\nNog een tekst.\n"),
    "offices in a row": repeated("de minister van Sloten en Dijken en "),
}

PEAK = """
import pathlib, tracemalloc
import kamerbrief
from tests.benchmark import SHAPES

def held(name):
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name + ":"))

text = SHAPES[{shape!r}]({size})
linux = pathlib.Path("/proc/self/clear_refs").exists()
if linux:
    pathlib.Path("/proc/self/clear_refs").write_text("5")  # forget the peak of the import
    before = held("VmRSS")
else:
    tracemalloc.start()
brief = kamerbrief.parse(text)
print(held("VmHWM") - before if linux else tracemalloc.get_traced_memory()[1])
"""
"""Run in a process of its own: the highest that memory stands above what it is after the import, in bytes."""


PEAK_OF_PDF = """
import pathlib, resource, kamerbrief

kamerbrief.read({path!r})
status = pathlib.Path("/proc/self/status")
if status.exists():  # what getrusage gives on Linux begins at the memory of the process that started this one
    lines = status.read_text().splitlines()
    print(next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")))
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--letters", type=pathlib.Path, default=FIXTURES, help="folder of letters (default: fixtures)")
    parser.add_argument("--largest", type=float, default=10, metavar="MB", help="the longest text (default: 10)")
    parser.add_argument("--quick", action="store_true", help="texts up to 1 MB, one run each")
    options = parser.parse_args(argv)
    runs = 1 if options.quick else 3
    imports()
    throughput(options.letters, runs)
    extraction(options.letters, runs)
    stages(options.letters, runs)
    markdown(options.letters, runs)
    citations(options.letters, runs)
    memory()
    growth(1 if options.quick else options.largest, runs)


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows as they come; the first column to the left, the others to the right."""
    print(f"\n{title}\n{head[0]:<28}" + "".join(f"{cell:>14}" for cell in head[1:]), flush=True)
    for row in rows:
        print(f"{row[0][:27]:<28}" + "".join(f"{cell:>14}" for cell in row[1:]), flush=True)


def best(work: Callable[[], object], runs: int) -> float:
    """Seconds of the quickest of several runs."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def paired(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[float, float]:
    """Seconds of CPU of the quickest run of each of the two, taken in turns so that both meet the same machine."""
    times: tuple[list[float], list[float]] = [], []
    for _ in range(runs):
        for work, spent in zip((first, second), times, strict=True):
            gc.collect()
            start = time.process_time()
            work()
            spent.append(time.process_time() - start)
    return min(times[0]), min(times[1])


def texts_in(folder: pathlib.Path) -> list[tuple[pathlib.Path, str]]:
    paths = sorted(path for pattern in TEXTS for path in folder.rglob(pattern) if path.name != "README.md")
    found = []
    for path in paths:
        with contextlib.suppress(kamerbrief.UnreadableError):  # a scan without text
            found.append((path, kamerbrief.load(path).text))
    if not found:
        raise SystemExit(f"no letters in {folder}")
    return found


# The tables


def imports() -> None:
    def seconds(statement: str) -> float:
        code = f"import time; {statement.partition(';;')[0]}; t = time.process_time(); "
        code += f"{statement.partition(';;')[2]}; print(time.process_time() - t)"
        return min(float(fresh(code)) for _ in range(5))

    rows = [
        ("pydantic", "pass;;import pydantic"),
        ("kamerbrief, after pydantic", "from pydantic import BaseModel, create_model;;import kamerbrief"),
        ("the first parse", "import kamerbrief;;kamerbrief.parse('Geachte voorzitter,')"),
    ]
    table("import, CPU", ("of", "seconds"), ((name, f"{seconds(code):.3f}") for name, code in rows))


def throughput(folder: pathlib.Path, runs: int) -> None:
    texts = [text for _, text in texts_in(folder)]
    kamerbrief.parse(texts[0])
    size = sum(len(text.encode()) for text in texts)
    spent = best(lambda: [kamerbrief.parse(text) for text in texts], runs)
    dumped = best(lambda: [kamerbrief.parse(text).model_dump_json() for text in texts], runs)
    rows = [
        (name, str(len(texts)), f"{len(texts) / time:.0f}", f"{size / time / MEGABYTE:.2f}")
        for name, time in (("parse", spent), ("parse and dump JSON", dumped))
    ]
    table(f"letters of {folder.name}", ("", "letters", "letters/s", "MB/s"), rows)


def extraction(folder: pathlib.Path, runs: int) -> None:
    """Parse time beside the time that pypdfium2 takes to extract the same letter from its PDF."""
    import pypdfium2

    def extract(path: pathlib.Path) -> str:
        with pypdfium2.PdfDocument(path) as document:
            return "\f\n".join(page.get_textpage().get_text_range() for page in document)

    rows, ratios = [], []
    for path in sorted(folder.rglob("letter.pdf")):
        try:
            text = extract(path)
        except pypdfium2.PdfiumError:
            continue  # it has a page that cannot be loaded
        theirs, ours = paired(partial(extract, path), partial(kamerbrief.parse, text), runs * 3)
        ratios.append(ours / theirs)
        shown = f"{theirs * 1e3:.1f}", f"{ours * 1e3:.1f}", f"{ratios[-1]:.2f}"
        rows.append((path.parent.name, str(len(text)), *shown))
    if rows:
        rows.append(("median", "", "", "", f"{median(ratios):.2f}"))
        rows.append(("worst", "", "", "", f"{max(ratios):.2f}"))
        table("beside pypdfium2", ("letter", "characters", "pypdfium2 ms", "parse ms", "ratio"), rows)


def stages(folder: pathlib.Path, runs: int) -> None:
    """What a page of a PDF costs, stage by stage; beside pymupdf4llm, which makes Markdown of it, where that is."""
    from kamerbrief.readers.pdf.assembly import assemble
    from kamerbrief.readers.pdf.document import opened

    def words(data: bytes) -> None:
        with opened(data) as document:
            for _ in document.pages():
                pass

    def lines(data: bytes) -> kamerbrief.Source:
        with opened(data) as document:
            return assemble(document)

    rows, ratios = [], []
    for path in sorted(folder.rglob("letter*.pdf")):
        data = path.read_bytes()
        source = lines(data)
        pages = len(source.pages)
        to_words, to_lines = best(partial(words, data), runs), best(partial(lines, data), runs)
        parsed = best(partial(kamerbrief.parse, source), runs)
        theirs = markdown_of(path, runs)
        whole = to_lines + parsed
        ratios += [theirs / whole] if theirs else []
        each = [to_words, max(to_lines - to_words, 0.0), parsed, whole]
        shown = [f"{spent / pages * 1e3:.1f}" for spent in each]
        name = f"{path.parent.name[:22]} {'tagged' if source.metadata and source.metadata.tagged else ''}"
        rows.append((name, str(pages), *shown, f"{ratios[-1]:.0f}" if theirs else "-"))
    head = ("letter", "pages", "words ms/page", "lines ms/page", "parse ms/page", "all ms/page", "x pymupdf4llm")
    table("PDF, stage by stage", head, rows)
    largest = max(folder.rglob("letter*.pdf"), key=lambda path: len(kamerbrief.load(path).pages))
    peak = int(fresh(PEAK_OF_PDF.format(path=str(largest)))) / MEGABYTE
    print(f"peak memory of a process that reads {largest.parent.name}: {peak:.0f} MB")


def markdown_of(path: pathlib.Path, runs: int) -> float | None:
    try:
        from pymupdf4llm import to_markdown
    except ImportError:
        return None
    with contextlib.redirect_stdout(io.StringIO()):
        return best(partial(to_markdown, str(path)), runs)


def markdown(folder: pathlib.Path, runs: int) -> None:
    """Parse time beside the time that markdown-it-py takes for the same texts."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable("table")
    texts = [text for path, text in texts_in(folder) if path.suffix == ".md"]
    texts = texts or [text for _, text in texts_in(folder)]
    theirs = best(lambda: [reader.parse(text) for text in texts], runs)
    ours = best(lambda: [kamerbrief.parse(text) for text in texts], runs)
    row = (f"{len(texts)} texts", f"{theirs * 1e3:.0f}", f"{ours * 1e3:.0f}", f"{ours / theirs:.2f}")
    table("beside markdown-it-py", ("", "markdown-it ms", "parse ms", "ratio"), [row])


def citations(folder: pathlib.Path, runs: int) -> None:
    """Finding references: in letters, and in a megabyte of pieces of citations."""
    letters = "\n\n".join(text for _, text in texts_in(folder))
    texts = {"letters": letters} | {piece: repeated(piece)(MEGABYTE) for piece in CITATIONS}
    rows = []
    for name, text in texts.items():
        spent = best(partial(kamerbrief.find_references, text), runs)
        tenth = best(partial(kamerbrief.find_references, text[: len(text) // 10]), runs)
        rows.append((name, f"{len(text) / spent:,.0f}", f"{spent / tenth:.1f}"))
    table("references", ("text", "characters/s", "x10"), rows)


def memory() -> None:
    """The peak of a fresh process above what it holds after the import."""

    def peak(shape: str, size: int) -> str:
        return f"{int(fresh(PEAK.format(shape=shape, size=size))) / MEGABYTE:.1f}"

    rows = [(f"{size:,} characters", peak("ordinary letter", size)) for size in (10_000, 100_000, MEGABYTE)]
    table("peak memory above import", ("ordinary letter", "MB"), rows)


def growth(largest: float, runs: int) -> None:
    sizes = [KILOBYTE]
    while sizes[-1] * 10 <= largest * MEGABYTE:
        sizes.append(sizes[-1] * 10)

    def row(name: str, shape: Callable[[int], str]) -> tuple[str, ...]:
        times: list[float] = []
        for size in sizes:
            if times and times[-1] * 10 > PATIENCE:
                break
            text = shape(size)
            times.append(best(partial(kamerbrief.parse, text), runs if size < MEGABYTE else 1))
        steps = [later / sooner for sooner, later in pairwise(times[1:])]
        shown = [*(f"{spent:.4f}" for spent in times), *["too slow"] * (len(sizes) - len(times))]
        return (name, *shown, f"{max(steps):.1f}" if steps else "-")

    head = ("seconds", *(f"{size // KILOBYTE:,} kB" for size in sizes), "worst x10")
    table("time against length (worst x10: from 10 kB on)", head, (row(name, shape) for name, shape in SHAPES.items()))


def fresh(code: str) -> str:
    """What a Python of its own prints."""
    root = str(pathlib.Path(__file__).resolve().parent.parent)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([WHERE, root])}
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=env)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
