"""The public API itself: what is exported, typed and told about."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import importlib.resources
import inspect
import os
import pkgutil
import subprocess
import sys
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence

import pydantic
import pytest

import kamerbrief
from kamerbrief.document.geometry import Placed
from kamerbrief.document.line import Page

NAMES = {
    "CODES",
    "find_mentions",
    "VerzoekMention",
    "ToezeggingMention",
    "Quote",
    "MotieMention",
    "Mention",
    "DebatMention",
    "Deadline",
    "AankondigingMention",
    "AanhangselReference",
    "Answer",
    "ArticleReference",
    "Block",
    "Box",
    "Call",
    "Chunk",
    "Code",
    "ComReference",
    "Diagnostic",
    "DocumentReference",
    "DossierReference",
    "EcliReference",
    "EuActReference",
    "Footnote",
    "Furniture",
    "HandelingenReference",
    "HeaderField",
    "KabinetsmissiveReference",
    "Kamerbrief",
    "KamerbriefError",
    "KamerstukHeader",
    "KamerstukReference",
    "LetterReference",
    "Line",
    "LjnReference",
    "Member",
    "Metadata",
    "Ministry",
    "OjReference",
    "OpIdReference",
    "Origin",
    "Page",
    "Passage",
    "Question",
    "QuestionReference",
    "QuestionSet",
    "Recipient",
    "Reference",
    "RvsAdviesReference",
    "Section",
    "Sender",
    "Severity",
    "Signatory",
    "Source",
    "Span",
    "StbReference",
    "StcrtReference",
    "Tables",
    "ToezeggingReference",
    "TrbReference",
    "UnreadableError",
    "UrlReference",
    "Where",
    "ZaakReference",
    "__version__",
    "chunks",
    "find_references",
    "load",
    "parse",
    "read",
    "tables",
    "to_diwoo",
    "to_html",
    "to_markdown",
}
"""What users import. A new name is a promise: add it here, to the README and to the changelog."""

PUBLIC = {name: getattr(kamerbrief, name) for name in sorted(NAMES)}
CLASSES = {name: value for name, value in PUBLIC.items() if inspect.isclass(value)}
FUNCTIONS = {name: value for name, value in PUBLIC.items() if inspect.isfunction(value)}
MODELS = {name: value for name, value in CLASSES.items() if issubclass(value, pydantic.BaseModel)}
TYPES = {
    **PUBLIC,
    "BinaryIO": typing.BinaryIO,
    "Callable": Callable,
    "Iterator": Iterator,
    "Mapping": Mapping,
    "PathLike": os.PathLike,
    "dt": dt,
    "Page": Page,
    "Placed": Placed,
    "Sequence": Sequence,
}
"""What annotations name; some modules import it for type checkers alone."""


def test_names() -> None:
    assert set(kamerbrief.__all__) == NAMES
    assert len(kamerbrief.__all__) == len(NAMES)


def test_nothing_else_looks_public() -> None:
    modules = {module.name for module in pkgutil.iter_modules(kamerbrief.__path__)}
    ours = {
        name for name, value in vars(kamerbrief).items() if getattr(value, "__module__", "").startswith("kamerbrief")
    }
    assert {name for name in ours if not name.startswith("_")} - modules <= NAMES


@pytest.mark.parametrize("name", sorted(CLASSES | FUNCTIONS))
def test_docstrings(name: str) -> None:
    # inspect.getdoc would take one from a base class; a model without one of its own has none
    assert PUBLIC[name].__doc__, f"{name} tells nothing of itself"
    assert PUBLIC[name].__doc__ != getattr(PUBLIC[name], "__base__", object).__doc__
    members = vars(PUBLIC[name]) if name in CLASSES else {}
    for member, value in members.items():
        if not member.startswith(("_", "model_")) and isinstance(value, (property, types.FunctionType, staticmethod)):
            assert value.__doc__, f"{name}.{member} tells nothing of itself"


def test_names_that_are_imported_when_asked_for() -> None:
    assert set(kamerbrief.__all__) <= set(dir(kamerbrief))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        kamerbrief.nonsense  # type: ignore[attr-defined]  # noqa: B018


def test_models_are_imported_without_what_reads_letters() -> None:
    code = "import sys, kamerbrief; kamerbrief.Kamerbrief; print(*sys.modules); kamerbrief.parse('Den Haag')"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    rooms = {name.split(".")[1] for name in done.stdout.split() if name.startswith("kamerbrief.")}
    assert rooms <= {"document", "model"}


def test_models_are_built_when_first_used_by_however_many_threads() -> None:
    code = """
import kamerbrief
from concurrent.futures import ThreadPoolExecutor

complete = kamerbrief.Kamerbrief.__pydantic_complete__
with ThreadPoolExecutor(8) as pool:
    print(len(set(pool.map(lambda _: kamerbrief.parse("Den Haag").model_dump_json(), range(8)))))
"""
    done = subprocess.run([sys.executable, "-c", f"{code}print(complete)"], check=True, capture_output=True, text=True)
    first_release = pydantic.VERSION.startswith("2.0")  # which defers nothing
    assert done.stdout.split() == ["1", str(first_release)]


def test_docstring_of_the_package() -> None:
    assert kamerbrief.__doc__


def test_signatures() -> None:
    source, path = str | kamerbrief.Source, str | os.PathLike[str] | bytes | typing.BinaryIO
    hints = {name: typing.get_type_hints(value, localns=TYPES) for name, value in FUNCTIONS.items()}
    assert hints["parse"] == {"source": source, "strict": bool, "return": kamerbrief.Kamerbrief}
    assert (hints["find_references"]["text"], hints["find_references"]["date"]) == (str, dt.date | None)
    date = inspect.signature(FUNCTIONS["find_references"]).parameters["date"]
    assert (date.kind, date.default) == (inspect.Parameter.KEYWORD_ONLY, None)
    assert hints["load"] == {"source": path, "name": str | None, "return": kamerbrief.Source}
    assert hints["read"] == {"source": path, "name": str | None, "strict": bool, "return": kamerbrief.Kamerbrief}
    for name in ("parse", "read"):
        strict = inspect.signature(FUNCTIONS[name]).parameters["strict"]
        assert (strict.kind, strict.default) == (inspect.Parameter.KEYWORD_ONLY, False)


def parts_of(hint: object) -> Iterator[object]:
    yield hint
    for part in typing.get_args(hint):
        yield from parts_of(part)


def hints_of(value: object) -> Iterator[object]:
    """The annotations of a function, or of the fields, methods and properties of a class."""
    if isinstance(value, types.FunctionType):
        yield from typing.get_type_hints(value, localns=TYPES).values()
    elif isinstance(value, property):
        yield from hints_of(value.fget)
    elif isinstance(value, type):
        if issubclass(value, pydantic.BaseModel):
            yield from (field.annotation for field in value.model_fields.values())
        for name, member in vars(value).items():
            if not name.startswith(("_", "model_")) or name == "__init__":
                yield from hints_of(member)


@pytest.mark.parametrize("name", sorted(CLASSES | FUNCTIONS))
def test_no_annotation_is_any(name: str) -> None:
    assert all(part is not typing.Any for hint in hints_of(PUBLIC[name]) for part in parts_of(hint))


@pytest.mark.parametrize("name", sorted(MODELS))
def test_models_are_frozen_and_closed(name: str) -> None:
    config = MODELS[name].model_config
    assert config.get("frozen") is True
    assert config.get("extra") == "forbid"


@pytest.mark.parametrize("odd", ["", "\0", "\ud800", "\udfff\ud800", "\ufeff", "\u2028", "😀"])
def test_letter_survives_json(odd: str) -> None:
    brief = kamerbrief.parse(f"Geachte voorzitter,\n\nHierbij bied ik u het rapport {odd} aan.\n\nHoogachtend,\n")
    again = kamerbrief.Kamerbrief.model_validate_json(brief.model_dump_json())
    assert again == brief
    assert kamerbrief.Kamerbrief.model_validate(brief.model_dump()) == brief


@pytest.mark.parametrize("value", [b"Geachte", None, 3])
def test_parse_takes_text(value: object) -> None:
    with pytest.raises(TypeError):
        kamerbrief.parse(value)  # type: ignore[arg-type]


def test_errors_are_value_errors() -> None:
    assert issubclass(kamerbrief.KamerbriefError, ValueError)
    assert issubclass(kamerbrief.UnreadableError, kamerbrief.KamerbriefError)


def test_package_says_that_it_is_typed() -> None:
    assert importlib.resources.files("kamerbrief").joinpath("py.typed").is_file()


def test_vocabulary_is_in_the_package() -> None:
    entries = importlib.resources.files("kamerbrief").joinpath("vocabulary").iterdir()
    assert any(entry.name.endswith(".toml") for entry in entries)


def test_version() -> None:
    try:
        installed = importlib.metadata.version("kamerbrief")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("kamerbrief is not installed here")
    assert kamerbrief.__version__ == installed


def test_requirements() -> None:
    try:
        wanted = importlib.metadata.requires("kamerbrief") or []
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("kamerbrief is not installed here")
    core = [requirement for requirement in wanted if "extra ==" not in requirement]
    assert sorted(requirement.partition(">=")[0] for requirement in core) == ["pydantic", "python-dateutil", "regex"]
    assert not any("<" in requirement for requirement in core)
