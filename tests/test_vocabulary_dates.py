"""Dates: each name of a month, each notation, and nothing guessed."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamerbrief.vocabulary import table
from kamerbrief.vocabulary.dates import read_date, whole_date

MONTHS = [
    ["januari", "jan"],
    ["februari", "feb", "febr"],
    ["maart", "mrt"],
    ["april", "apr"],
    ["mei"],
    ["juni", "jun"],
    ["juli", "jul"],
    ["augustus", "aug"],
    ["september", "sep", "sept"],
    ["oktober", "okt"],
    ["november", "nov"],
    ["december", "dec"],
]
NAMES = [(name, number) for number, names in enumerate(MONTHS, start=1) for name in names]


def found(text: str) -> tuple[str, str] | None:
    """The date in ISO notation and the words that say it."""
    result = read_date(text)
    return result and (result[0].isoformat(), text[result[1] : result[2]])


# The names of months


def test_every_name_of_a_month_is_tested() -> None:
    assert table("numbers")["months"] | table("numbers")["short_months"] == dict(NAMES)


@pytest.mark.parametrize(("name", "number"), NAMES)
def test_name_of_a_month(name: str, number: int) -> None:
    date = dt.date(2021, number, 28)
    for printed in (name, name.upper(), name.capitalize(), f"{name}."):
        text = f"28 {printed} 2021"
        assert read_date(text) == (date, 0, len(text))
    assert whole_date(f"Den Haag, 28 {name} 2021") == (date, "Den Haag")


@pytest.mark.parametrize("month", ["janua", "mar", "may", "juin", "october", "sepp", "decem", "x", "meien"])
def test_what_is_no_month(month: str) -> None:
    assert read_date(f"28 {month} 2021") is None


# read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 mei 2024", ("2024-05-03", "3 mei 2024")),
        ("03 mei 2024", ("2024-05-03", "03 mei 2024")),
        ("Den Haag, 3 mei 2024.", ("2024-05-03", "3 mei 2024")),
        ("3  mei\n2024", ("2024-05-03", "3  mei\n2024")),
        ("1e mei 2024", ("2024-05-01", "1e mei 2024")),
        ("de 2de juli 1999", ("1999-07-02", "2de juli 1999")),
        ("19 APR. 2019", ("2019-04-19", "19 APR. 2019")),
        ("1 december 1899", ("1899-12-01", "1 december 1899")),
        ("29 februari 2024", ("2024-02-29", "29 februari 2024")),
        ("3-5-2024", ("2024-05-03", "3-5-2024")),
        ("06-09-2021", ("2021-09-06", "06-09-2021")),
        ("6.9.2021", ("2021-09-06", "6.9.2021")),
        ("31/12/1999", ("1999-12-31", "31/12/1999")),
        ("2021-09-06", ("2021-09-06", "2021-09-06")),
        ("2021-09-06T12:00", ("2021-09-06", "2021-09-06")),
        # The first that is a date; one written out goes before figures.
        ("30 februari 2021 of 1 maart 2021", ("2021-03-01", "1 maart 2021")),
        ("1-2-2021, 3 mei 2021", ("2021-05-03", "3 mei 2021")),
        ("2021-02-03 of 4-5-2021", ("2021-05-04", "4-5-2021")),
        ("3 mei 2024 en 4 mei 2024", ("2024-05-03", "3 mei 2024")),
    ],
)
def test_read_date(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "geen datum", "mei 2024", "3 mei", "2024", "3 mei 24", "3-5-24", "29-04", "3 mei 20245", "13 3mei"),
        *("0 mei 2024", "32 mei 2024", "40 mei 2024", "133 mei 2024", "31 april 2024", "29 februari 2023"),
        *("00-05-2024", "03-00-2024", "13-13-2024", "31-02-2024", "2024-00-03", "2024-02-30", "2024-5-3", "2024-05-3"),
        *(
            "1.2.3.2024",
            "3-5-2024-1",
            "12-3-5-2024",
            "3/5/2024/7",
            "2024-05-03-1",
            "3 5 2024",
            "3 mei 1799",
            "3 mei 2100",
        ),
        *("kst-12345-67", "\u00b2 mei 2024", "2024-0000012345"),
    ],
)
def test_no_date(text: str) -> None:
    assert read_date(text) is None


def in_words(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1][0]} {date.year}"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_in_every_notation(date: dt.date) -> None:
    for text in (in_words(date), date.strftime("%d-%m-%Y"), f"{date.day}.{date.month}.{date.year}", date.isoformat()):
        assert read_date(f"op {text} is") == (date, 3, 3 + len(text))


@given(st.integers(1900, 2099), st.integers(1, 12))
def test_a_month_has_no_more_days(year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    assert read_date(f"{last}-{month}-{year}") is not None
    assert all(read_date(f"{day}-{month}-{year}") is None for day in range(last + 1, 40))


@given(st.text(alphabet="0123mei.-/ ,", max_size=30))
def test_what_is_found_is_a_date_by_itself(text: str) -> None:
    result = read_date(text)
    if result is not None:
        date, start, end = result
        assert read_date(text[start:end]) == (date, 0, end - start)


# whole_date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3 mei 2024", None),
        (" 3-5-2024 ", None),
        ("3 mei 2024 .", None),
        ("2024-05-03", None),
        ("Den Haag, 3 mei 2024", "Den Haag"),
        ("DEN HAAG, 3 MEI 2024", "DEN HAAG"),
        ("'s-Gravenhage, 3 mei 2024", "'s-Gravenhage"),
        ("’s-Gravenhage, 3 mei 2024", "’s-Gravenhage"),
        ("Bergen-Zuid, 3 mei 2024", "Bergen-Zuid"),
        ("Den Haag,3 mei 2024", "Den Haag"),
        ("Den Haag, " + " " * 40 + "3 mei 2024", "Den Haag"),
    ],
)
def test_whole_date(text: str, place: str | None) -> None:
    assert whole_date(text) == (dt.date(2024, 5, 3), place)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Den Haag", "Den Haag, mei 2024", "Den Haag 3 mei 2024", "den haag, 3 mei 2024", ", 3 mei 2024"),
        *("Op 3 mei 2024", "3 mei 2024 om tien uur", "3 mei 2024,", "Datum, op 3 mei 2024", "7, 3 mei 2024"),
        *("Den Haag, " + " " * 41 + "3 mei 2024", "31 april 2024"),
    ],
)
def test_no_whole_date(text: str) -> None:
    assert whole_date(text) is None


def test_day_of_a_stamp_may_be_letter_spaced() -> None:
    """Scans part the two digits; inside a sentence the digit before belongs to something else."""
    assert read_date("2 5 SEP. 2019") == (dt.date(2019, 9, 25), 0, 13)
    assert read_date("zaak 2 5 mei 2019") == (dt.date(2019, 5, 5), 7, 17)


@pytest.mark.parametrize("text", ["3 okt '24", "3 oktober, 2024", "3 okt. ’24"])
def test_a_comma_or_a_short_year_behind_the_month(text: str) -> None:
    assert found(text) == ("2024-10-03", text)


@pytest.mark.parametrize(("word", "day"), [(word, day) for word, day in table("numbers")["days"].items()])
def test_day_in_words(word: str, day: int) -> None:
    assert read_date(f"{word} maart 2031") == (dt.date(2031, 3, day), 0, len(word) + 11)
    assert read_date(f"{word}d maart 2031") is None
