"""The vocabulary files load as they stand."""

from importlib.resources import files

import pytest

from kamerbrief.vocabulary import table


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("labels", "label", list),
        ("phrases", "units", list),
        ("numbers", "months", dict),
        ("ministries", "ministry", list),
    ],
)
def test_table(name: str, key: str, kind: type) -> None:
    assert isinstance(table(name)[key], kind)
    assert table(name)[key]


def test_every_file_holds_tables() -> None:
    names = [file.name for file in files("kamerbrief.vocabulary").iterdir() if file.name.endswith(".toml")]
    assert {"labels.toml", "ministries.toml", "offices.toml", "phrases.toml"} <= set(names)
    assert all(table(name.removesuffix(".toml")) for name in names)


def test_files_are_utf_8() -> None:
    assert "coördinator" in table("phrases")["functions"]


def test_who_changes_a_table_changes_his_own() -> None:
    table("numbers")["months"]["smarch"] = 13
    assert "smarch" not in table("numbers")["months"]


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        table("limericks")
