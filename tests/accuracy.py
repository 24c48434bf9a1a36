"""Accuracy on real letters, held above floors: ``python -m tests.accuracy``.

The letters are not part of this repository. Where they lie beside the checkout, in ``../shared``, its scorer
runs over each set of them and every figure is compared with its floor in ``accuracy_floors.toml``.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor

import kamerbrief

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parent / ".." / "shared"
FLOORS = HERE / "accuracy_floors.toml"
RENDITIONS = "text,pdftotext,pdftotext-layout,pypdf,pdfminer,pymupdf4llm"
PDF = "pdf-"
CEILINGS = {"crashes", "negatives_fired"}
"""Figures that may be at most what stands in the floors, not at least."""

Figures = dict[str, float | None]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--shared", type=pathlib.Path, default=SHARED, help="where the letters and the scorer lie")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what is reached now")
    options = parser.parse_args(argv)
    floors: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text("utf-8"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        figures = dict(zip(floors, pool.map(lambda name: score(options.shared.resolve(), name), floors), strict=True))
    short = 0
    print(f"{'set':<18}{'figure':<26}{'value':>8}{'floor':>8}")
    for name, wanted in floors.items():
        for figure, floor in wanted.items():
            value = figures[name].get(figure)
            short += (falls := falls_short(figure, value, floor))
            best = reached(figure, value)
            remark = "  FALLS SHORT" if falls else f"  could be {best:g}" if best != floor else ""
            print(f"{name:<18}{figure:<26}{'-' if value is None else format(value, '8.4g'):>8}{floor:>8g}{remark}")
    if options.lift and not short:
        write_floors(floors, figures)
    print(f"{short} figures fall short of their floor" if short else "every figure is at its floor or above")
    return 1 if short else 0


def score(shared: pathlib.Path, name: str) -> Figures:
    """The figures of one set of letters; of all sets together for the name ``all``, of PDFs for ``pdf-...``."""
    letters = name.removeprefix(PDF)
    renditions = "pdf" if letters != name else RENDITIONS
    where = str(pathlib.Path(kamerbrief.__file__).parent.parent)
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "figures.json")
        command = [sys.executable, str(shared / "bench" / "score.py"), "--renditions", renditions, "--json", str(out)]
        if name != "all":
            command += ["--letters", str(shared / "letters" / letters)]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": where}
        )
        if done.returncode:
            raise SystemExit(f"the scorer failed on {name}:\n{done.stdout}{done.stderr}")
        figures: Figures = json.loads(out.read_text("utf-8"))
    return figures


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
    comment = [line for line in FLOORS.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = list(comment)
    for name, wanted in floors.items():
        lines += ["", f"[{name}]"]
        lines += [f"{quoted(figure)} = {reached(figure, figures[name][figure]):g}" for figure in wanted]
    FLOORS.write_text("\n".join(lines) + "\n", "utf-8")


def quoted(figure: str) -> str:
    return figure if figure.replace("_", "").isalnum() else json.dumps(figure)


if __name__ == "__main__":
    sys.exit(main())
