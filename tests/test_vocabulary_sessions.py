"""Parliamentary years."""

import pytest

from kamerbrief.vocabulary.sessions import SESSION, full_year, named_session, opens_with_session, session_of


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("2030/31", "2030-2031"),
        ("2030-2031", "2030-2031"),
        ("2030–2031", "2030-2031"),
        ("'30-'31", "2030-2031"),
        ("zitting 1999/00", "1999-2000"),
        ("2030/032", None),
        ("2030-203", "2030-2031"),
        ("2030-201", "2030-2031"),
        ("2030-20311", "2030-2031"),
        ("2030-2032", None),
    ],
)
def test_session(text: str, session: str | None) -> None:
    match = SESSION.match(text)
    assert match is not None
    assert session_of(match) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Vergaderjaar 2030-2031", "2030-2031"),
        ("Tweede Kamer, vergaderjaar 2030–2031, 99 123", "2030-2031"),
        ("2030-2031", None),
        ("vergaderjaar 2030-2039 en vergaderjaar 2030-2031", "2030-2031"),
        ("", None),
    ],
)
def test_named_session(text: str, session: str | None) -> None:
    assert named_session(text) == session


def test_opens_with_session() -> None:
    assert opens_with_session("Vergaderjaar 2030-2031")
    assert not opens_with_session("2030-2031")
    assert not opens_with_session("Tweede Kamer, vergaderjaar 2030-2031")


@pytest.mark.parametrize(("digits", "year"), [("94", "1994"), ("31", "2031"), ("2031", "2031")])
def test_full_year(digits: str, year: str) -> None:
    assert full_year(digits) == year
