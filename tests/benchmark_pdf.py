"""What a page of a PDF costs beside the least that it can: ``python -m tests.benchmark_pdf [--letters DIR]``.

The least is to open the file, load each page with its text and its tags, and close them again: nothing is read without
it. The runs of a letter alternate in one process, and count the time of the processor, so that what else the machine
does weighs on both alike; a figure is the median of several pairs.
"""

from __future__ import annotations

import argparse
import gc
import pathlib
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from typing import NamedTuple, TypeVar

import pypdfium2
import pypdfium2.raw as pdfium
from tests.benchmark import FIXTURES, MEGABYTE, fresh, table

import kamerbrief

PAGES_HELD = 2000
Made = TypeVar("Made")
HELD = """
import gc, pathlib
from kamerbrief.readers.pdf import read_pdf

def held():
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))

files = [pathlib.Path(path).read_bytes() for path in {paths!r}]
sources = [read_pdf(data) for data in files]  # what a reader keeps once is no part of it
sources.clear()
gc.collect()
before, pages = held(), 0
while pages < {pages}:
    sources.append(read_pdf(files[len(sources) % len(files)]))
    pages += len(sources[-1].pages)
gc.collect()
print(held() - before)
"""


class Cost(NamedTuple):
    """What a letter costs, in seconds of the processor: the medians of its pairs."""

    pages: int
    least: float
    loaded: float
    parsed: float
    ratio: float
    """Of loading and parsing it to the least."""

    @property
    def page(self) -> float:
        """Milliseconds a page, to the model."""
        return (self.loaded + self.parsed) / self.pages * 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--letters", type=pathlib.Path, default=FIXTURES, help="folder of letters (default: fixtures)")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each (5)")
    options = parser.parse_args()
    paths = [path for path in sorted(options.letters.rglob("*.pdf")) if is_read(path)]
    if not paths:
        raise SystemExit(f"no PDF that can be read in {options.letters}")
    costs: list[Cost] = []
    head = ("letter", "pages", "least ms/page", "load ms/page", "parse ms/page", "all ms/page", "all / least")
    table("PDF to model beside the least", head, rows(paths, options.pairs, costs))
    summary(costs)
    if sys.platform == "linux":
        held = int(fresh(HELD.format(paths=[str(path) for path in paths], pages=PAGES_HELD)))
        print(f"{PAGES_HELD:,} pages are held in {held / MEGABYTE:.0f} MB, the bytes of the files aside")


def rows(paths: list[pathlib.Path], pairs: int, costs: list[Cost]) -> Iterator[tuple[str, ...]]:
    """A row a letter; what it costs is put with the others."""
    for path in paths:
        cost = cost_of(path, pairs)
        costs.append(cost)
        each = [seconds / cost.pages * 1e3 for seconds in (cost.least, cost.loaded, cost.parsed)]
        name = path.parent.name if path.stem.startswith("letter") else path.stem
        yield (name, str(cost.pages), *(f"{spent:.2f}" for spent in (*each, cost.page)), f"{cost.ratio:.2f}")


def cost_of(path: pathlib.Path, pairs: int) -> Cost:
    data = path.read_bytes()
    leasts, loads, parses = [], [], []
    pages = 1
    for _ in range(pairs):
        leasts.append(timed(partial(least, data))[0])
        loaded, source = timed(partial(kamerbrief.load, data))
        loads.append(loaded)
        parses.append(timed(partial(kamerbrief.parse, source))[0])
        pages = len(source.pages)
    ratio = median((loaded + parsed) / spent for spent, loaded, parsed in zip(leasts, loads, parses, strict=True))
    return Cost(pages, median(leasts), median(loads), median(parses), ratio)


def summary(costs: list[Cost]) -> None:
    """The figures over all letters."""
    pages = sum(cost.pages for cost in costs)
    spent, loaded, parsed = (sum(column) / pages * 1e3 for column in zip(*(cost[1:4] for cost in costs), strict=True))
    usual, of_letters = median(cost.page for cost in costs), median(cost.ratio for cost in costs)
    print(f"\n{len(costs)} letters, {pages} pages; ms a page: least {spent:.2f}, load {loaded:.2f}, parse {parsed:.2f}")
    print(f"PDF to model / least: {(loaded + parsed) / spent:.2f}; median of the letters {of_letters:.2f}")
    print(f"load / least: {loaded / spent:.2f}")
    print(f"worst letter / median, a page: {max(cost.page for cost in costs) / usual:.2f} (median {usual:.1f} ms)")


def least(data: bytes) -> None:
    """Load the pages of a PDF with their text and their tags, and look at nothing."""
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = pdfium.FPDF_LoadPage(document.raw, number)
            text_page = pdfium.FPDFText_LoadPage(page)
            tree = pdfium.FPDF_StructTree_GetForPage(page)
            if tree:
                pdfium.FPDF_StructTree_Close(tree)
            pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Seconds of the processor, and what was made."""
    gc.collect()
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def is_read(path: pathlib.Path) -> bool:
    """Whether a PDF has text and no damaged page."""
    try:
        source = kamerbrief.load(path)
    except kamerbrief.UnreadableError:
        return False
    return source.metadata is not None and not source.metadata.damaged_pages


if __name__ == "__main__":
    main()
