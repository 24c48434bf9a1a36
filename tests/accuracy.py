"""Accuracy on real letters, held above floors: ``python -m tests.accuracy``.

The letters are not part of this repository. Where they lie beside the checkout, in ``../shared``, its scorers
run over each set of them and every figure is compared with its floor in ``accuracy_floors.toml``: values against
records made by hand, the parts of a letter's text against those of its PDF, and small inputs that once went wrong.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor

import kamerbrief

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parent / ".." / "shared"
FLOORS = HERE / "accuracy_floors.toml"
RENDITIONS = "text,pdftotext,pdftotext-layout,pypdf,pdfminer,pymupdf4llm,pdfplumber"
FORMS = {"docx": "docx", "koop": "xml,html,odt,pdf"}
"""Sets of letters that come in forms of their own."""
PDF = "pdf-"
ALL = "all"
AGREEMENT, FAULTS, QUESTIONS = "agree_parts", "faults", "questions"
"""Sections of the floors that another scorer than that of the records fills."""
CEILINGS = {"crashes", "negatives_fired", "wrong"}
"""Figures that may be at most what stands in the floors, not at least."""

Figures = dict[str, float | None]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--shared", type=pathlib.Path, default=SHARED, help="where the letters and the scorer lie")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is reached now")
    options = parser.parse_args(argv)
    floors: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text("utf-8"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        scored = pool.map(lambda name: score(options.shared.resolve(), name, list(floors)), floors)
        figures = {name: found for name, found in zip(floors, scored, strict=True) if found is not None}
    short = 0
    print(f"{'set':<18}{'figure':<38}{'value':>8}{'floor':>8}")
    for name, wanted in floors.items():
        if name not in figures:
            print(f"{name:<18}left out: pdftotext (poppler) is not installed")
            continue
        for figure, floor in wanted.items():
            value = figures[name].get(figure)
            short += (falls := falls_short(figure, value, floor))
            best = reached(figure, value)
            remark = "  FALLS SHORT" if falls else f"  could be {best:g}" if best != floor else ""
            print(f"{name:<18}{figure:<38}{'-' if value is None else format(value, '8.4g'):>8}{floor:>8g}{remark}")
    if options.lift and not short:
        write_floors(floors, figures)
    print(f"{short} figures fall short of their floor" if short else "every figure is at its floor or above")
    return 1 if short else 0


def score(shared: pathlib.Path, name: str, names: list[str]) -> Figures | None:
    """The figures of one section of the floors; None where a program that it needs is missing."""
    bench = shared / "bench"
    if name == FAULTS:
        return run(bench / "faults.py", "--quiet")
    if name == QUESTIONS:
        records = str(shared / "questions" / "answers")
        return run(bench / "score_questions.py", "--records", records, "--root", str(shared))
    if name == AGREEMENT:
        return run(bench / "agree_parts.py") if shutil.which("pdftotext") else None
    letters = name.removeprefix(PDF)
    sets = (
        sorted({other.removeprefix(PDF) for other in names} - {ALL, AGREEMENT, FAULTS, QUESTIONS, *FORMS})
        if name == ALL
        else [letters]
    )
    folders = [option for one in sets for option in ("--letters", str(shared / "letters" / one))]
    kinds = FORMS.get(name, "pdf" if letters != name else RENDITIONS)
    return run(bench / "score.py", "--renditions", kinds, *folders)


def run(scorer: pathlib.Path, *options: str) -> Figures:
    """What a scorer finds, run on the library that this module imports."""
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "figures.json")
        command = [sys.executable, str(scorer), *options, "--json", str(out)]
        environment = {**os.environ, "PYTHONPATH": where}
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
        if done.returncode:
            raise SystemExit(f"{scorer.name} failed with {' '.join(options)}:\n{done.stdout}{done.stderr}")
        found: dict[str, object] = json.loads(out.read_text("utf-8"))
    return {name: value for name, value in found.items() if value is None or isinstance(value, (int, float))}


def falls_short(figure: str, value: float | None, floor: float) -> bool:
    if value is None:
        return True
    return value > floor if figure in CEILINGS else value < floor


def reached(figure: str, value: float | None) -> float:
    """The best floor that a figure allows, in thousandths."""
    if value is None:
        return 0.0
    return value if figure in CEILINGS else math.floor(value * 1000 + 1e-9) / 1000


def write_floors(floors: dict[str, dict[str, float]], figures: dict[str, Figures]) -> None:
    """Write what is reached now; a section that was left out keeps its floors."""
    comment = [line for line in FLOORS.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = list(comment)
    for name, wanted in floors.items():
        lines += ["", f"[{name}]"]
        found = {figure: reached(figure, figures[name][figure]) for figure in wanted} if name in figures else wanted
        lines += [f"{quoted(figure)} = {value:g}" for figure, value in found.items()]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def quoted(figure: str) -> str:
    return figure if figure.replace("_", "").isalnum() else json.dumps(figure)


if __name__ == "__main__":
    sys.exit(main())
