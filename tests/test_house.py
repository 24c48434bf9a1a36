"""The house: who may import whom, and how large modules and functions may be."""

from __future__ import annotations

import ast
import pathlib
from collections.abc import Iterator

import pytest

PACKAGE = pathlib.Path(__file__).resolve().parent.parent / "src" / "kamerbrief"
FLOORS = [
    "command", "parser", "exports", "result", "questions", "body", "notes", "ending", "head", "frame", "lines",
    "readers", "mentions", "references", "vocabulary", "document", "model",
]  # fmt: skip
"""From the roof to the ground: a room imports from its own floor and from those below it."""
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")
MOST_LINES, MOST_FUNCTION_LINES, MOST_DECISIONS = 400, 40, 12
REASON = "# decides more: "
"""A comment that begins so, right above a function, says why that has more decisions or lines."""

if not PACKAGE.exists():
    pytest.skip("tested against an installed package", allow_module_level=True)


def room_of(path: pathlib.Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: pathlib.Path) -> set[str]:
    """The rooms that a module names in its imports, for type checkers too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kamerbrief."):
            names.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "kamerbrief":
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in FLOORS], ids=str)
def test_imports_go_down(path: pathlib.Path) -> None:
    own = FLOORS.index(room_of(path))
    assert {room for room in imported(path) if room in FLOORS and FLOORS.index(room) < own} == set()


def test_every_room_has_a_floor_and_tells_its_promise() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == {room for room in FLOORS if room != "parser"}
    for room in rooms:
        assert ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_size_of_modules(path: pathlib.Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def functions(path: pathlib.Path) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef))


def decisions(function: ast.FunctionDef) -> int:
    """How often a function decides: each branch, loop, handler, conditional, comprehension and further operand."""
    count = 0
    for node in ast.walk(function):
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
        elif isinstance(node, (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.match_case, ast.IfExp)):
            count += 1
    return count


def length(function: ast.FunctionDef) -> int:
    """How many lines its code has, the docstring aside."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_size_of_functions(path: pathlib.Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    for function in functions(path):
        first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
        if not lines[first - 2].strip().startswith(REASON):
            assert length(function) <= MOST_FUNCTION_LINES, function.name
            assert decisions(function) <= MOST_DECISIONS, function.name
